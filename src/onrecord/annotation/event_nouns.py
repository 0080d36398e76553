"""Events that nouns tell: `an attack on the port`, `talks between Peru and Chad`, `Orrland's threats`.

Who does it stands before the noun, behind `by`, or is the subject that the noun's phrase hangs on; to whom it is done
stands behind the noun's prepositions, times and places in between.
"""

from __future__ import annotations

from onrecord.annotation import event_recipients, reality
from onrecord.annotation.event_actors import BRINGING, GETTING, MUTUAL, owner
from onrecord.annotation.event_lexicon import event_lexicon, singular
from onrecord.annotation.event_types import CARRIERS, is_of_work
from onrecord.annotation.frames import Frame
from onrecord.annotation.objects import by_phrase
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.subjects import Subject, subject
from onrecord.annotation.syntax import Sentence
from onrecord.types import Event, Span

Words = tuple[int, int]

_FROM_WHOM = frozenset({"ACCUSE", "AID", "REQUEST", "SUPPORT", "THREATEN"})
"""Types whose noun takes `from` for who does it: `criticism from`."""
_AIMED = frozenset({"on", "against", "with", "to", "of", "for", "from"})
_WHERE = frozenset({"in", "at", "near", "across", "around", "outside"})
_REACH = 14
"""How many words behind a noun what hangs on it may begin."""
_OPENING = frozenset("in at during after before following since amid".split())
"""Prepositions by which a deed is the setting of what the clause tells: `after a meeting with Chad, the mayor said`."""
_OF_THE_SUBJECT = 12
"""How many words may stand between such a setting and the subject's verb."""


def of_noun(sentence: Sentence, first: int, last: int, told: set[int], frame: Frame | None) -> Event | None:
    """The event that the noun phrase of words `first` to `last` tells by its head, if any.

    Args:
        sentence: the sentence.
        first: the first word of the phrase.
        last: the word after the phrase.
        told: words whose deed a verb has told.
        frame: what the network sees of the noun.
    """
    head = last - 1
    if head in told or (sentence.tags[head] not in ("NN", "NNS") and head):
        # The first word of a sentence may be taken for a name: `Talks with Chad …`.
        return None
    owned = event_lexicon().owned_nouns.get(singular(sentence.lower[head]))
    kind = _kind(sentence, first, head) or owned
    if kind is None:
        return _of_day(sentence, first, last)
    doer, aimed = _between(sentence, last)
    actor = doer or _named_before(sentence, first, head) or _by_verb(sentence, first, last)
    by, behind, where = _behind(sentence, last, kind)
    actor = actor or by
    actor = _maker(sentence, last) or actor
    if owned == kind and (actor is None or not event_recipients.is_party(sentence, *actor)):
        return None
    aimed = aimed or behind or _facing(sentence, first)
    if actor is None and kind in MUTUAL and behind is not None:
        actor = _setting_of(sentence, first, last)
    if aimed is None and kind == "THREATEN":
        aimed = event_recipients.in_condition(sentence, last)
    return Event(
        sentence.span(head, head + 1),
        kind,
        _spans(sentence, actor),
        _spans(sentence, aimed or where),
        reality=reality.with_figure(reality.of_noun(sentence, first, head), frame),
        confidence=0.5,
        rule=f"noun {sentence.lower[head]}",
    )


_DEEDS = frozenset(
    "announcement appearance appointment arrival decision declaration departure disclosure dismissal election landing "
    "launch nomination opening order purchase resignation revelation ruling sale signing speech verdict visit".split()
)


def _of_day(sentence: Sentence, first: int, last: int) -> Event | None:
    """What was done on the day that a noun of action belongs to: `[Monday's declaration] by the premier`."""
    owns = next((k for k in range(first + 1, last - 1) if sentence.tags[k] == "POS"), None)
    if owns is None or singular(sentence.lower[last - 1]) not in _DEEDS:
        return None
    if not event_recipients.is_time(sentence, first, owns):
        return None
    by, aimed, _ = _behind(sentence, last, "CONSULT")
    trigger = sentence.span(last - 1, last)
    rule = f"noun {sentence.lower[last - 1]}"
    return Event(trigger, None, _spans(sentence, by), _spans(sentence, aimed), confidence=0.4, rule=rule)


def _spans(sentence: Sentence, words: Words | None) -> tuple[Span, ...]:
    return () if words is None else (sentence.span(*words),)


def _kind(sentence: Sentence, first: int, head: int) -> str | None:
    """The type that a noun tells by itself."""
    noun, lower = singular(sentence.lower[head]), sentence.lower
    if noun == "strike" and (lower[max(0, first - 1)] == "on" or is_of_work(sentence)):
        return "PROTEST"
    if noun == "call" and lower[head + 1 : head + 2] == ["for"]:
        return "REQUEST"
    if noun in _OTHER_SENSES and not _in_that_sense(sentence, noun, first, head):
        return None
    return event_lexicon().nouns.get(noun)


_OTHER_SENSES = frozenset({"threat", "audience", "reception", "interception", "appeal", "attack", "demand"})
"""Nouns of deeds that name other things as well."""


def _in_that_sense(sentence: Sentence, noun: str, first: int, head: int) -> bool:
    """Whether a noun names a deed: a threat [to strike], no danger [to the town]; an audience [with the king], not one
    that listens; an appeal for something, not what attracts."""
    after, tag = sentence.lower[head + 1 : head + 2], sentence.tags[head + 2 : head + 3]
    if noun == "threat":
        if not {"bomb", "death", "arson"}.isdisjoint(sentence.lower[first:head]):
            return True
        danger = after in (["to"], ["from"], ["posed"]) and tag != ["VB"]
        return not danger and (after != ["we"]) and sentence.lower[max(0, first - 1)] not in ("pose", "poses", "posed")
    if noun == "attack":
        return head == first or sentence.lower[head - 1] not in ("heart", "panic", "asthma", "anxiety")
    if noun == "demand":
        # `[Demand] for oil fell` is nobody's.
        asked = after in (["that"], ["to"], ["by"], ["from"]) or sentence.tags[first] in ("DT", "PRP$", "CD")
        return asked or sentence.tags[head] != "NN" or "POS" in sentence.tags[first:head]
    if noun in ("audience", "reception"):
        return after == ["with"] or (noun == "reception" and sentence.tags[head] == "NN")
    if noun == "interception":
        return after in (["of"], ["by"])
    return after not in (["among"], ["amongst"], ["as"], ["in"], ["lies"], ["lay"])


def _named_before(sentence: Sentence, first: int, head: int) -> Words | None:
    """Whose deed it is by the words before the noun: `[Peru]'s attack`, `the [Peruvian army] attack`."""
    for k in range(first, head):
        if sentence.tags[k] == "POS" and k > first:
            return None if event_recipients.is_time(sentence, first, k) else (first, k)
    names = [
        k for k in range(first, head) if sentence.tags[k] in ("NNP", "NNPS") and sentence.lower[k] not in CALENDAR
    ]
    if not names:
        return None
    end = names[-1] + 1
    end += end < head and sentence.lower[end] in ("military", "army", "navy", "police", "government")
    return names[0], end


def _by_verb(sentence: Sentence, first: int, last: int) -> Words | None:
    """Who does it by the verbs around the noun: `[Peru] continued its attacks`, `the lawsuit filed by [the town]`."""
    doer = owner(sentence, first)
    made = sentence.group_at(last)
    if made is not None and made.first == last and made.lemma in CARRIERS | BRINGING:
        agent = by_phrase(sentence, made)
        if agent is not None:
            return agent
    return None if doer is None else (doer.first, doer.head)


def _between(sentence: Sentence, last: int) -> tuple[Words | None, Words | None]:
    """The two sides of what goes on `between [Peru] and [Chad]`."""
    one = sentence.phrase_at.get(last + 1)
    if sentence.lower[last : last + 1] != ["between"] or one is None or not _is_side(sentence, last + 1, one):
        return None, None
    k = one
    while k + 1 < len(sentence) and k - last < _REACH:
        other = sentence.phrase_at.get(k + 1)
        if sentence.lower[k] == "and" and other is not None:
            return ((last + 1, one), (k + 1, other)) if _is_side(sentence, k + 1, other) else (None, None)
        # What hangs on the first side: `between the mayor of Orrville and the union`.
        if sentence.tags[k] not in ("IN", "POS") or other is None:
            return None, None
        k = other
    return None, None


def _is_side(sentence: Sentence, first: int, last: int) -> bool:
    return event_recipients.is_party(sentence, first, last) and not event_recipients.is_time(sentence, first, last)


def _behind(sentence: Sentence, last: int, kind: str) -> tuple[Words | None, Words | None, Words | None]:
    """Who does it, to whom, and the named place where, by the prepositions behind a noun."""
    by: Words | None = None
    aimed: Words | None = None
    where: Words | None = None
    k = last
    while k + 1 < len(sentence) and k < last + _REACH:
        end = sentence.phrase_at.get(k)
        if end is not None and event_recipients.is_time(sentence, k, end):
            # `a meeting [last March] in Orrville with the mayor`
            k = end
            continue
        end = sentence.phrase_at.get(k + 1)
        if sentence.tags[k] not in ("IN", "TO") or end is None:
            break
        word, timed = sentence.lower[k], _is_when(sentence, k + 1, end)
        if by is None and (word == "by" or (word == "from" and kind in _FROM_WHOM)) and not timed:
            by = (k + 1, end)
        elif word in _AIMED and aimed is None and not timed:
            aimed = (k + 1, end)
        elif word in _WHERE and where is None and not timed and event_recipients.is_named(sentence, k + 1, end):
            where = (k + 1, end)
        k = end
    return by, aimed, where


_PARTS_OF_TIME = frozenset("end start beginning middle close turn".split())


def _is_when(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase tells when, as in `by [the end] of May`."""
    part = sentence.lower[last - 1] in _PARTS_OF_TIME and sentence.lower[last : last + 1] == ["of"]
    return part or event_recipients.is_time(sentence, first, last)


def _maker(sentence: Sentence, last: int) -> Words | None:
    """Who makes it by a clause on the noun that ends before word `last`: `a threat that [the firm] made`."""
    k = last + (sentence.tags[last : last + 1] in (["WDT"], ["IN"]) and sentence.lower[last] in ("that", "which"))
    if k not in sentence.phrase_at:
        return None
    verb = next((g for g in sentence.groups_from(k) if g.form == "finite"), None)
    if verb is None or verb.passive or verb.lemma not in CARRIERS | BRINGING or verb.last in sentence.phrase_at:
        return None
    who = subject(sentence, verb)
    return (who.first, who.head) if who is not None and k <= who.first < verb.first else None


def _facing(sentence: Sentence, first: int) -> Words | None:
    """Whom a deed meets that is the object of a verb at word `first`: `[the mayor] faced criticism`."""
    before = next(reversed(sentence.groups_before(first)), None)
    if before is None or before.last != first or before.passive or before.lemma not in GETTING:
        return None
    return _words(subject(sentence, before))


def _words(who: Subject | None) -> Words | None:
    return None if who is None else (who.first, who.head)


def _setting_of(sentence: Sentence, first: int, last: int) -> Words | None:
    """Who does with the other side what is the setting of his clause: `[the mayor], in a meeting with Chad, said`."""
    if not first or sentence.lower[first - 1] not in _OPENING:
        return None
    for group in sentence.groups_from(last):
        if group.form != "finite":
            continue
        if group.passive or group.first - last > _OF_THE_SUBJECT + _REACH:
            return None
        who = subject(sentence, group)
        inside = who is not None and first <= who.first < group.first and "," not in sentence.tags[last : who.first]
        if inside:
            return None
        if who is not None and event_recipients.is_party(sentence, who.first, who.head):
            return who.first, who.head
        return None
    return None
