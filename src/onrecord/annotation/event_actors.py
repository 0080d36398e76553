"""Who does it, where the subject is not the whole answer: issuers, partners, givers, owners of a deed."""

from __future__ import annotations

import dataclasses

from onrecord.annotation import event_recipients
from onrecord.annotation.event_lexicon import event_lexicon, singular
from onrecord.annotation.lexicons import document_nouns
from onrecord.annotation.objects import object_of
from onrecord.annotation.subjects import Subject, subject
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event

GETTING = frozenset("receive get obtain face draw attract suffer undergo".split())
"""Verbs whose subject is whom the deed that their object names is done to."""
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT"})
"""Types of what two sides do with each other."""
BRINGING = frozenset({"file", "bring", "lodge", "stage", "submit", "sign", "impose", "draft", "propose"})
"""Verbs that say by whom a noun's deed was done: `a complaint filed by`."""
BOTH = frozenset(
    "agree attend battle begin clash conclude conduct confer cooperate discuss exchange fail hold meet negotiate "
    "normalise normalize open perform reach restore resume sign start talk upgrade".split()
)
"""Verbs whose joined subjects do it with each other."""


def issuer(sentence: Sentence, group: VerbGroup, who: Subject) -> Subject:
    """Who is behind a document or a deed that says it: `[The union] sent a letter accusing the port`, `[Nurses] held a
    rally demanding pay`."""
    noun = sentence.lower[who.head - 1]
    if group.form != "gerund" or not (noun in document_nouns() or singular(noun) in event_lexicon().nouns):
        return who
    before = sentence.groups_before(who.first)
    if not before or before[-1].passive or object_of(sentence, before[-1]) != (who.first, who.head):
        return who
    return subject(sentence, before[-1]) or who


def all_of(sentence: Sentence, who: Subject) -> Subject:
    """A subject with the earlier members of its list: `[Peru, Chad and Kenya] have agreed`."""
    first, tags = who.first, sentence.tags
    joined = first > 1 and sentence.lower[first - 1] == "and" and tags[first - 2] == "JJ"
    if joined and sentence.words[first - 2][0].isupper():
        # `[Peruvian and Chadian] officials`.
        first -= 2
    joined = "and" in sentence.lower[first : who.head]
    while joined and first > 1 and tags[first - 1] == "," and first - 1 in sentence.phrase_to:
        before = sentence.phrase_to[first - 1]
        if not event_recipients.is_named(sentence, before, first - 1):
            break
        first = before
    return Subject(first, who.last, who.head)


def other_side(sentence: Sentence, who: Subject) -> tuple[int, int] | None:
    """The last of several parties that a subject joins: `Peru and [Chad]`."""
    for k in range(who.head - 2, who.first, -1):
        if sentence.lower[k] == "and" and k + 1 in sentence.phrase_at:
            last = sentence.phrase_at[k + 1]
            return (k + 1, last) if event_recipients.is_party(sentence, k + 1, last) else None
    return None


def giver(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Who stands after `from` within reach of a verb of getting."""
    for k in range(group.last, min(len(sentence) - 1, group.last + 12)):
        if sentence.tags[k] in (",", ":", "``", "''"):
            return None
        if sentence.lower[k] == "from" and k + 1 in sentence.phrase_at:
            found = k + 1, sentence.phrase_at[k + 1]
            return found if event_recipients.is_party(sentence, *found) else None
    return None


def orderer(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Who has something done: `[the judge] ordered two men jailed`."""
    before = next(reversed(sentence.groups_before(group.first)), None)
    if group.form != "participle" or before is None or before.lemma != "order" or before.passive:
        return None
    if object_of(sentence, before) is None or "," in sentence.tags[before.last : group.first]:
        return None
    who = subject(sentence, before)
    return None if who is None else (who.first, who.head)


def blamed(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Whose deed it is that another met with something: `fined [the mill] for hiding it`, `kept [him] from leaving`."""
    if group.form != "gerund" or not group.first or sentence.lower[group.first - 1] not in _FOR_WHAT:
        return None
    before = next(reversed(sentence.groups_before(group.first)), None)
    if before is None or before.passive or before.lemma in _FOR_OWN:
        return None
    kind = event_lexicon().verbs.get(before.lemma)
    if kind not in ("ACCUSE", "SANCTION", "COERCE", "SUPPORT") and before.lemma not in _MET:
        return None
    met = object_of(sentence, before)
    between = [] if met is None else sentence.lower[met[1] : group.first]
    if met is None or "," in between:
        return None
    return met if kind == "ACCUSE" or event_recipients.is_party(sentence, *met) else None


_FOR_WHAT = frozenset({"of", "for", "from", "with"})
_FOR_OWN = frozenset({"apologise", "apologize", "reject", "defend"})
_MET = frozenset(
    "fire sack suspend dismiss charge suspect keep prevent dissuade discourage stop scold mock thank".split()
)
"""Verbs with what somebody is met with for what he did, or kept from doing."""


def of_relative(sentence: Sentence, group: VerbGroup, event: Event) -> Event:
    """The event of a clause that `who` opens with the people right before it for its actor, where a thing is what they
    hang on: `threw bottles at [the players], who responded with punches`."""
    k = group.first - 1
    before = next(reversed(sentence.groups_before(max(0, k))), None)
    if k > 0 and sentence.tags[k] == "CC" and before is not None and before.last == k and before.form == "finite":
        # `who shot and [wounded] a judge`
        k = before.first - 1
    if k < 1 or sentence.lower[k] != "who" or len(event.actor) != 1 or group.passive:
        return event
    end = k - (sentence.tags[k - 1] == ",")
    first = sentence.phrase_to.get(end)
    if first is None or event.actor[0][0] >= sentence.starts[first] or event.actor[0][1] < sentence.starts[first]:
        return event
    head = next((p for p in sentence.phrases if sentence.starts[p[0]] == event.actor[0][0]), None)
    # What the people hang on: `the deeds` in `told the mayor of the deeds of [Jon Ek], who …`.
    begin = sentence.phrase_to.get(first - 1) if first and sentence.lower[first - 1] == "of" else None
    heads = [head, None if begin is None else (begin, first - 1)]
    thing = any(h is not None and not event_recipients.is_party(sentence, *h) for h in heads)
    if not thing or not event_recipients.is_party(sentence, first, end):
        return event
    return dataclasses.replace(event, actor=(sentence.span(first, end),))


def owner(sentence: Sentence, first: int) -> Subject | None:
    """Whose deed a noun tells: `[Peru] continued its attacks`, `[the cartel] was responsible for two killings`."""
    blamed = tuple(sentence.lower[max(0, first - 2) : first]) in (("responsible", "for"), ("guilty", "of"))
    if sentence.lower[first] not in ("its", "their", "his", "her") and not blamed:
        return None
    before = next((g for g in reversed(sentence.groups_before(first)) if g.form == "finite"), None)
    if before is None or first - before.last > 6 or before.passive:
        return None
    return subject(sentence, before)
