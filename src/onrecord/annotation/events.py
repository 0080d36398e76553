"""Who did what to whom: verbs and nouns that tell events, with their parts.

A verb tells an event of a PLOVER type by itself, with a particle, or with the head of its object (`impose` +
`sanctions`); any other finite verb with a subject tells one without a type. Nouns (`an attack on …`) count where no
verb already tells the same. The recipient is the object, or what hangs on `to`, `against`, `with`, `on` after an object
that only completes the verb.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence

from onrecord.annotation import event_recipients, reality
from onrecord.annotation.event_lexicon import event_lexicon, singular
from onrecord.annotation.lexicons import document_nouns
from onrecord.annotation.phrases import CALENDAR, NOUNS
from onrecord.annotation.subjects import Subject, by_phrase, object_of, subject
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event, Mention, Reality, Span, Statement, Time

_EMPTY_VERBS = frozenset(
    "be have do seem appear become remain get go come take make let need use keep start begin continue stop try "
    "help".split()
)
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_ACTS = frozenset("rule decide vote announce declare approve issue release sign launch publish file".split())
"""Cues that are deeds as well: an event even where no type fits."""
_TOWARDS = frozenset("to against on from with for at into of in over toward towards upon".split())
_CARRIERS = frozenset(
    "announce begin carry commence commit conduct continue declare deliver escalate express extend give hold initiate "
    "intensify issue join launch lead make mount offer open order perform pursue reaffirm reiterate renew resume send "
    "stage start step undertake voice wage".split()
)
"""Verbs that leave it to their object to say what is done."""
_TRANSITIVE = frozenset({"close", "shut", "dissolve", "release", "sack", "fire"})
"""Verbs whose type holds for what is done to somebody, not for what happens by itself."""
_GETTING = frozenset({"receive", "get", "obtain"})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REJECT"})
"""Types of what two sides do with each other."""
_BRINGING = frozenset({"file", "bring", "lodge", "stage", "submit", "sign", "impose", "draft", "propose"})
"""Verbs that say by whom a noun's deed was done: `a complaint filed by`."""
_BOTH = frozenset(
    "agree battle begin clash conclude conduct confer cooperate discuss exchange fail hold meet negotiate normalise "
    "normalize open perform reach restore resume sign start talk upgrade".split()
)
"""Verbs whose joined subjects do it with each other."""


def find(
    sentences: Sequence[Sentence], statements: Sequence[Statement], times: Sequence[Time], mentions: Sequence[Mention]
) -> tuple[Event, ...]:
    """The events of a document, in the order of their triggers.

    Args:
        sentences: the document's sentences.
        statements: its statements; an event in a statement's content carries that statement's index.
        times: its times; an event carries the index of the one that stands nearest in its sentence.
        mentions: its mentions, for places.
    """
    found: list[Event] = []
    cues = {s.cue[0] for s in statements}
    contents = _by_sentence(sentences, [(i, a, b) for i, s in enumerate(statements) for a, b in s.content])
    dated = _by_sentence(sentences, [(i, t.start, t.end) for i, t in enumerate(times)])
    placed = _by_sentence(sentences, [(i, m.start, m.end) for i, m in enumerate(mentions)])
    for number, sentence in enumerate(sentences):
        within = [(i, statements[i]) for i in contents[number]]
        here = [(i, times[i]) for i in dated[number]]
        places = [mentions[i] for i in placed[number]]
        told: set[int] = set()
        for group in sentence.groups:
            event = _of_verb(sentence, group, cues, told)
            if event is not None:
                found.append(_complete(event, sentence, within, here, places))
        for index, statement in within:
            asked = _of_duty(sentence, statement)
            if asked is not None:
                found.append(dataclasses.replace(asked, statement=statement.via, time=_time(asked, sentence, here)))
        for first, last in sentence.phrases:
            event = _of_noun(sentence, first, last, told)
            if event is not None:
                found.append(_complete(event, sentence, within, here, places))
    return tuple(sorted(found, key=lambda e: e.trigger))


_SUMS = frozenset("million billion thousand".split())
_FRIENDLY = frozenset({"CONCEDE", "RETREAT", "AID", "SUPPORT", "CONSULT", "COOPERATE"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST"})
_WILLING = frozenset({"willing", "ready", "prepared"})


def _by_sentence(sentences: Sequence[Sentence], spans: Sequence[tuple[int, int, int]]) -> list[list[int]]:
    """For each sentence the indexes of the spans (index, start, end) that meet it, each once, in order."""
    starts = [s.start for s in sentences]
    found: list[list[int]] = [[] for _ in sentences]
    for index, start, end in spans:
        k = max(0, bisect.bisect_right(starts, start) - 1)
        while k < len(sentences) and sentences[k].start < end:
            if sentences[k].end > start and index not in found[k][-3:]:
                found[k].append(index)
            k += 1
    return found


def _type_of(sentence: Sentence, group: VerbGroup) -> tuple[str | None, bool, str]:
    """The type that a verb tells, whether its object only completes it, and the rule."""
    lexicon = event_lexicon()
    verb = group.lemma
    theme = object_of(sentence, group)
    who = subject(sentence, group) if group.passive or verb in lexicon.by_subject else None
    if group.passive:
        theme = (who.first, who.head) if who is not None else None
    for noun in _nouns_of(sentence, theme):
        kind = lexicon.with_object.get((verb, noun))
        if kind is None and verb in _CARRIERS and verb not in lexicon.verbs:
            kind = lexicon.nouns.get(noun)
        if kind is not None:
            return kind, not group.passive, f"{verb} + {noun}"
    if theme is not None and (verb, "*") in lexicon.with_object:
        return lexicon.with_object[verb, "*"], not event_recipients.is_party(sentence, *theme), f"{verb} + object"
    if who is not None and not group.passive:
        for noun in _nouns_of(sentence, (who.first, who.head)):
            kind = lexicon.with_subject.get((verb, noun))
            if kind is not None:
                return kind, False, f"{noun} + {verb}"
    for k in range(group.last, min(len(sentence), group.last + 2)):
        kind = lexicon.with_word.get((verb, sentence.lower[k]))
        if kind is not None:
            return kind, False, f"{verb} {sentence.lower[k]}"
    if (verb, "against") in lexicon.with_word and "against" in _clause_words(sentence, group.last, 9):
        return lexicon.with_word[verb, "against"], False, f"{verb} against"
    if verb in lexicon.by_pair:
        for k in range(group.last, min(len(sentence) - 1, group.last + 10)):
            kind = lexicon.with_word.get((verb, f"{sentence.lower[k]}_{sentence.lower[k + 1]}"))
            if kind is not None:
                return kind, False, f"{verb} {sentence.lower[k]} {sentence.lower[k + 1]}"
    if theme is not None and not group.passive:
        if verb == "call" and _rings(sentence, *theme):
            return "CONSULT", False, "call somebody"
        if verb == "order" and _infinitive_after(sentence, theme[1]):
            return "REQUEST", False, "order to"
        if verb == "find" and "guilty" in sentence.lower[theme[1] : theme[1] + 6]:
            return "ACCUSE", False, "find guilty"
    kind = lexicon.verbs.get(verb)
    return kind, False, verb


def _clause_words(sentence: Sentence, start: int, reach: int) -> list[str]:
    """The words from `start` on up to a mark, `reach` at most."""
    end = next((k for k in range(start, len(sentence)) if sentence.tags[k] in (",", ":", ".", "``", "''")), len(sentence))
    return sentence.lower[start : min(end, start + reach)]


def _nouns_of(sentence: Sentence, phrase: tuple[int, int] | None) -> list[str]:
    """The nouns of a phrase, its head first, and of what hangs on it by `of` and `in`; singular.

    `half of the [troops]`, `[state] of [emergency]`, `[million] in [aid]`; a second object counts as well.
    """
    found: list[str] = []
    for _ in range(3):
        if phrase is None:
            break
        first, last = phrase
        found.extend(
            singular(sentence.lower[k])
            for k in range(last - 1, first - 1, -1)
            if sentence.tags[k] in NOUNS or (sentence.lower[k] in _SUMS and k >= last - 2)
        )
        hangs = last + (sentence.lower[last : last + 1] in (["of"], ["in"], ["and"]))
        end = sentence.phrase_at.get(hangs)
        phrase = None if end is None else (hangs, end)
    return found


def _infinitive_after(sentence: Sentence, last: int) -> bool:
    """Whether an infinitive follows a noun phrase that ends before word `last`, within what may hang on that."""
    following = next(iter(sentence.groups_from(last)), None)
    return following is not None and following.form == "infinitive" and "," not in sentence.tags[last : following.first]


def _rings(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the object of `call` is somebody, and nothing follows that he would be called."""
    if not event_recipients.is_party(sentence, first, last) or last >= len(sentence):
        return False
    after = sentence.lower[last]
    return after in CALENDAR or sentence.tags[last] in (",", ".", "TO") or after in ("on", "in", "after", "about", "and")


def _of_verb(sentence: Sentence, group: VerbGroup, cues: set[Span], told: set[int]) -> Event | None:
    if group.form == "participle" and any(
        first <= group.first and group.last < last for first, last in _phrases_around(sentence, group.first)
    ):
        # `the [dismissed] workers` tells of no event by whoever acts in the clause.
        return None
    kind, completes, rule = _type_of(sentence, group)
    if kind is not None and rule == group.lemma and rule in _TRANSITIVE and not group.passive:
        # `The sale [closes] on Monday`
        kind = kind if object_of(sentence, group) is not None else None
    turned = _turned(sentence, group, kind)
    is_cue = sentence.span(group.first, group.last) in cues and group.lemma not in _ACTS
    untyped = kind is None and turned is None
    if untyped and (is_cue or group.lemma in _EMPTY_VERBS or group.form != "finite" or group.modal is not None):
        return None
    who = subject(sentence, group)
    if untyped and who is None:
        return None
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    if group.passive:
        agent = by_phrase(sentence, group) or _orderer(sentence, group)
        if agent is not None:
            actor = (sentence.span(*agent),)
        if who is not None:
            recipient = (sentence.span(who.first, who.head),)
        if kind == "MOBILIZE" and not actor:
            # Forces that are placed on alert mobilise.
            aim = event_recipients.search(sentence, group.last, kind)
            actor, recipient = recipient, () if aim is None else (sentence.span(*aim),)
        elif kind is not None and (who is None or not event_recipients.is_party(sentence, who.first, who.head)):
            found = event_recipients.search(sentence, group.last, kind) if agent is None else None
            recipient = (sentence.span(*found), *recipient) if found is not None else recipient
    else:
        if who is not None:
            who = _all_of(sentence, _issuer(sentence, group, who))
            actor = (sentence.span(who.first, who.head),)
        parts = _recipients(sentence, group, kind, completes, told)
        recipient = tuple(sentence.span(*part) for part in parts)
        giver = _giver(sentence, group) if completes and group.lemma in _GETTING else None
        if giver is not None:
            # `Peru received aid from Chad`: Chad gave it.
            actor, recipient = (sentence.span(*giver),), actor
        elif who is not None and kind in _MUTUAL and group.lemma in _BOTH:
            other = _other_side(sentence, who)
            recipient = (sentence.span(*other), *recipient) if other is not None else recipient
    told.add(group.head)
    own = reality.of_verb(sentence, group)
    if own == "planned" and group.modal is not None and kind is not None:
        rule = "will " + rule
    if turned is not None:
        kind, own, rule = turned[0], "asserted", f"{turned[1]} {rule}"
    trigger = sentence.span(group.head, group.head + 1)
    return Event(trigger, kind, actor, recipient, reality=own, confidence=0.75 if kind else 0.4, rule=rule)


def _phrases_around(sentence: Sentence, k: int) -> list[tuple[int, int]]:
    """The noun phrase that holds word `k`, if one does."""
    index = bisect.bisect_right(sentence.phrases, (k, len(sentence))) - 1
    return [sentence.phrases[index]] if index >= 0 and sentence.phrases[index][1] > k else []


def _turned(sentence: Sentence, group: VerbGroup, kind: str | None) -> tuple[str, str] | None:
    """What refusing, failing or being ready to do it makes of a verb (PLOVER): the type, and the rule."""
    if kind is None and group.lemma in _EMPTY_VERBS:
        return None
    if group.negated and group.modal in ("wo", "will", "would") and kind not in ("REJECT", "THREATEN", "AGREE"):
        return "REJECT", "will not"
    if group.form != "infinitive" or not group.first:
        return None
    before = next(reversed(sentence.groups_before(group.first)), None)
    if kind in ("AGREE", "SUPPORT") and before is not None and before.last == group.first and before.lemma == "fail":
        return "REJECT", "fail to"
    word = sentence.lower[group.first - 1]
    if word in _WILLING and kind != "REJECT" and before is not None and not before.negated:
        return "AGREE", f"{word} to"
    return None


_DUTIES = frozenset({"must", "should", "ought"})


def _of_duty(sentence: Sentence, statement: Statement) -> Event | None:
    """What somebody says that another must do is asked of him: `the mayor said the port [must] open`."""
    if not statement.source or not statement.content or not sentence.start <= statement.cue[0][0] < sentence.end:
        return None
    at = statement.content[0][0]
    for group in sentence.groups:
        if sentence.starts[group.first] < at:
            continue
        if group.modal not in _DUTIES or group.form != "finite":
            return None
        who = subject(sentence, group)
        if who is None or sentence.starts[who.first] < at or sentence.tags[who.first] == "EX":
            return None
        if sentence.lower[who.first] in _PRONOUNS and who.head - who.first == 1:
            return None
        aimed = (sentence.span(who.first, who.head),)
        return Event(statement.cue[0], "REQUEST", statement.source, aimed, confidence=0.6, rule=f"says … {group.modal}")
    return None


def _issuer(sentence: Sentence, group: VerbGroup, who: Subject) -> Subject:
    """Who is behind a document that says it: `[The union] sent a letter accusing the port`."""
    if group.form != "gerund" or sentence.lower[who.head - 1] not in document_nouns():
        return who
    before = sentence.groups_before(who.first)
    if not before or before[-1].passive or object_of(sentence, before[-1]) != (who.first, who.head):
        return who
    return subject(sentence, before[-1]) or who


def _all_of(sentence: Sentence, who: Subject) -> Subject:
    """A subject with the earlier members of its list: `[Peru, Chad and Kenya] have agreed`."""
    first, tags = who.first, sentence.tags
    if first > 1 and sentence.lower[first - 1] == "and" and tags[first - 2] == "JJ" and sentence.words[first - 2][0].isupper():
        # `[Peruvian and Chadian] officials`.
        first -= 2
    joined = "and" in sentence.lower[first : who.head]
    while joined and first > 1 and tags[first - 1] == "," and first - 1 in sentence.phrase_to:
        before = sentence.phrase_to[first - 1]
        if not event_recipients.is_named(sentence, before, first - 1):
            break
        first = before
    return Subject(first, who.last, who.head)


def _other_side(sentence: Sentence, who: Subject) -> tuple[int, int] | None:
    """The last of several parties that a subject joins: `Peru and [Chad]`."""
    for k in range(who.head - 2, who.first, -1):
        if sentence.lower[k] == "and" and k + 1 in sentence.phrase_at:
            last = sentence.phrase_at[k + 1]
            return (k + 1, last) if event_recipients.is_party(sentence, k + 1, last) else None
    return None


def _finite_at(sentence: Sentence, k: int) -> bool:
    """Whether a finite verb begins at word `k`."""
    group = sentence.group_at(k)
    return group is not None and group.first == k and group.form == "finite"


def _recipients(
    sentence: Sentence, group: VerbGroup, kind: str | None, completes: bool, told: set[int]
) -> tuple[tuple[int, int], ...]:
    """Whom an active verb aims at, as phrases: the party first, then what the act is about.

    The party is the object, or what the rest of the clause leads to where that is a thing or only completes the verb.
    """
    theme = object_of(sentence, group)
    if theme is not None and completes:
        told.update(range(*theme))
    if kind is not None:
        if theme is not None and not completes and event_recipients.is_party(sentence, *theme):
            return event_recipients.with_place(sentence, *event_recipients.widened(sentence, *theme))
        skip = theme[0] if theme is not None and completes else -1
        party = event_recipients.search(sentence, group.last, kind, skip)
        if party is not None:
            found = event_recipients.with_place(sentence, *party)
            return (*found, theme) if theme is not None and not completes else found
    if theme is not None and not completes:
        return (theme,)
    return _towards(sentence, group, kind, theme, told)


def _towards(
    sentence: Sentence, group: VerbGroup, kind: str | None, theme: tuple[int, int] | None, told: set[int]
) -> tuple[tuple[int, int], ...]:
    """What follows `to`, `against`, … where no party was found and the verb has no object of its own."""
    n = len(sentence)
    start, reach = (group.last, 8) if theme is None else (theme[1], 14)
    if theme is not None and start in sentence.phrase_at and sentence.lower[start] not in CALENDAR:
        # Two objects: gave [Orrland] [two ships].
        return (theme,)
    for k in range(start, min(n, start + reach)):
        stops = (":", "``", "''") if theme is not None else (",", ":", "``", "''")
        if sentence.tags[k] in stops or (theme is None and _finite_at(sentence, k)):
            break
        if (
            sentence.tags[k] in ("IN", "TO")
            and sentence.lower[k] in _TOWARDS
            and k + 1 in sentence.phrase_at
            and sentence.lower[k + 1] not in CALENDAR
        ):
            return ((k + 1, sentence.phrase_at[k + 1]),)
    if theme is not None:
        return (theme,)
    # A verb with an infinitive: what that one acts on (threatened to shell [the port]).
    following = next(
        (g for g in sentence.groups_from(group.last)[:1] if g.first <= group.last + 1 and g.form == "infinitive"), None
    )
    return () if following is None else _recipients(sentence, following, kind, False, told)


def _giver(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Who stands after `from` within reach of a verb of getting."""
    for k in range(group.last, min(len(sentence) - 1, group.last + 12)):
        if sentence.tags[k] in (",", ":", "``", "''"):
            return None
        if sentence.lower[k] == "from" and k + 1 in sentence.phrase_at:
            found = k + 1, sentence.phrase_at[k + 1]
            return found if event_recipients.is_party(sentence, *found) else None
    return None


def _orderer(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """Who has something done: `[the judge] ordered two men jailed`."""
    before = next(reversed(sentence.groups_before(group.first)), None)
    if group.form != "participle" or before is None or before.lemma != "order" or before.passive:
        return None
    if object_of(sentence, before) is None or "," in sentence.tags[before.last : group.first]:
        return None
    who = subject(sentence, before)
    return None if who is None else (who.first, who.head)


def _owner(sentence: Sentence, first: int) -> Subject | None:
    """Whose deed a noun tells: `[Peru] continued its attacks`, `[the cartel] was responsible for two killings`."""
    blamed = first > 1 and (sentence.lower[first - 2], sentence.lower[first - 1]) in (("responsible", "for"), ("guilty", "of"))
    if sentence.lower[first] not in ("its", "their", "his", "her") and not blamed:
        return None
    before = next((g for g in reversed(sentence.groups_before(first)) if g.form == "finite"), None)
    if before is None or first - before.last > 6 or before.passive:
        return None
    return subject(sentence, before)


def _of_noun(sentence: Sentence, first: int, last: int, told: set[int]) -> Event | None:
    head = last - 1
    if head in told or sentence.tags[head] not in ("NN", "NNS"):
        return None
    noun = singular(sentence.lower[head])
    kind = event_lexicon().nouns.get(noun)
    if (
        noun == "strike"
        and first
        and (
            sentence.lower[first - 1] == "on"
            or sentence.lower[head - 1] in ("hunger", "actors", "labor", "labour", "teachers")
        )
    ):
        kind = "PROTEST"
    if noun == "call" and sentence.lower[last : last + 1] == ["for"]:
        kind = "REQUEST"
    if kind is None:
        return None
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    for k in range(first, head):
        if sentence.tags[k] == "POS" and k > first:
            actor = (sentence.span(first, k),)
            break
    else:
        names = [
            k for k in range(first, head) if sentence.tags[k] in ("NNP", "NNPS") and sentence.lower[k] not in CALENDAR
        ]
        if names:
            end = names[-1] + 1
            if end < head and sentence.lower[end] in ("military", "army", "navy", "police", "government"):
                end += 1
            actor = (sentence.span(names[0], end),)
    if not actor:
        owner = _owner(sentence, first)
        actor = () if owner is None else (sentence.span(owner.first, owner.head),)
        made = sentence.group_at(last)
        if made is not None and made.first == last and made.lemma in _CARRIERS | _BRINGING:
            # `the lawsuit launched by [the university]`
            agent = by_phrase(sentence, made)
            actor = actor if agent is None else (sentence.span(*agent),)
    k = last
    while k + 1 < len(sentence) and sentence.tags[k] in ("IN", "TO") and k + 1 in sentence.phrase_at and k < last + 8:
        end = sentence.phrase_at[k + 1]
        word = sentence.lower[k]
        if word == "by" and not actor:
            actor = (sentence.span(k + 1, end),)
        elif (
            word in ("on", "against", "with", "to", "of", "for", "from")
            and not recipient
            and sentence.lower[k + 1] not in CALENDAR
        ):
            recipient = (sentence.span(k + 1, end),)
        k = end
    return Event(
        sentence.span(head, head + 1),
        kind,
        actor,
        recipient,
        reality=reality.of_noun(sentence, first, head),
        confidence=0.5,
        rule=f"noun {sentence.lower[head]}",
    )


def _complete(
    event: Event,
    sentence: Sentence,
    within: Sequence[tuple[int, Statement]],
    times: Sequence[tuple[int, Time]],
    mentions: Sequence[Mention],
) -> Event:
    """The event with its time, place and statement, and what that statement's stance makes of its reality."""
    start, end = event.trigger
    best: int | None = None
    own: Reality = event.reality
    size = 10**9
    for index, statement in within:
        length = sum(b - a for a, b in statement.content)
        if length < size and any(a <= start and end <= b for a, b in statement.content):
            best, size = index, length
    statements_by = dict(within)
    if best is not None:
        own = _within(event, own, best, within, sentence)
    actor, kind, rule = event.actor, event.type, event.rule
    told = statements_by[best] if best is not None else None
    if (
        told is not None
        and told.source
        and len(actor) == 1
        and sentence.text[actor[0][0] : actor[0][1]].lower() in _PRONOUNS
        and sentence.start <= told.source[0][0] < sentence.end
    ):
        # `The ministry said it had …`: the actor is whoever says so.
        actor = told.source
    if own == "planned" and (event.rule or "").startswith("will ") and actor and (told is None or actor == told.source):
        # What somebody says he will do is a promise or a threat of today (PLOVER).
        kind = "AGREE" if kind in _FRIENDLY else "THREATEN" if kind in _HOSTILE else kind
        own = own if kind == event.type else "asserted"
    return Event(
        event.trigger,
        kind,
        actor,
        event.recipient,
        event.mode,
        _place(event, sentence, mentions),
        _time(event, sentence, times),
        own,
        best,
        event.confidence,
        rule,
    )


_ANSWERS = frozenset(
    "rejected rejects reject rejecting dismissed dismisses dismiss dismissing refused refuses declined declines".split()
)


def _within(
    event: Event, own: Reality, innermost: int, within: Sequence[tuple[int, Statement]], sentence: Sentence
) -> Reality:
    """What the stances of the statements around an event make of its reality, from the innermost outwards."""
    by_index = dict(within)
    index: int | None = innermost
    is_noun = (event.rule or "").startswith("noun")
    while index is not None and index in by_index and own == "asserted":
        statement = by_index[index]
        stance = statement.stance
        opening = sentence.text[statement.content[0][0] : event.trigger[0]]
        if (
            stance in ("demands", "promises", "threatens", "predicts", "asks")
            and is_noun
            and any(w in opening.split() for w in ("of", "on", "in", "from", "after", "over"))
        ):
            # A noun deep within the content is taken for granted: `ordered a strike on survivors of an [attack]`.
            stance = "asserts"
        if stance in ("predicts", "demands") and any(
            w in opening.split()[-3:] for w in ("have", "has", "had", "already")
        ):
            stance = "asserts"
        if (
            stance == "denies"
            and sentence.text[statement.cue[-1][0] : statement.cue[-1][1]].split()[-1].lower() in _ANSWERS
        ):
            stance = "asserts"
        own = reality.in_content(own, stance)
        index = statement.via
    return own


def _time(event: Event, sentence: Sentence, times: Sequence[tuple[int, Time]]) -> int | None:
    """The nearest calendar time of the sentence: marks make it further away, a place behind the trigger nearer."""
    best: tuple[int, int] | None = None
    for index, time in times:
        if time.type not in ("DATE", "TIME") or time.value is None:
            continue
        left, right = (event.trigger[1], time.start) if time.start >= event.trigger[1] else (time.end, event.trigger[0])
        between = sentence.text[left:right]
        distance = len(between) + 60 * (
            between.count(",") + between.count(";") + between.count(" that ") + between.count(" and ")
        )
        if time.start < event.trigger[0]:
            distance += 20
        elif _finite_within(sentence, left, right):
            # `urged holders to wait, refused in [March]`: the day is that of the later verb.
            distance += 150
        if best is None or distance < best[0]:
            best = (distance, index)
    return best[1] if best is not None and best[0] < 240 else None


def _finite_within(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a finite verb stands between two offsets."""
    start = bisect.bisect_left(sentence.starts, left)
    for group in sentence.groups_from(start):
        if sentence.ends[group.last - 1] > right:
            return False
        if group.form == "finite":
            return True
    return False


def _place(event: Event, sentence: Sentence, mentions: Sequence[Mention]) -> Span | None:
    """The first place or state after `in`, `at`, `near` within reach of the trigger."""
    for mention in mentions:
        if (
            mention.kind not in ("place", "facility", "organisation")
            or not event.trigger[1] <= mention.start < event.trigger[1] + 120
        ):
            continue
        before = sentence.text[sentence.start : mention.start].rstrip().rsplit(" ", 2)[-2:]
        words = [w.lower() for w in before]
        if words and (
            words[-1] in ("in", "at", "near", "outside", "across")
            or (words[-1] == "the" and words[0] in ("in", "at", "near", "outside", "across"))
        ):
            return mention.start, mention.end
    return None
