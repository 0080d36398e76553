"""Who did what to whom: verbs and nouns that tell events, with their parts.

A verb tells an event of a PLOVER type by itself, with a particle, or with the head of its object (`impose` +
`sanctions`); any other finite verb with a subject tells one without a type. Nouns (`an attack on …`) count where no
verb already tells the same. The recipient is the object, or what hangs on `to`, `against`, `with`, `on` after an object
that only completes the verb.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Collection, Iterator, Sequence

from onrecord.annotation import (
    event_actors,
    event_arguments,
    event_judging,
    event_nouns,
    event_readings,
    event_recipients,
    event_said,
    reality,
)
from onrecord.annotation.cues import SPEECH
from onrecord.annotation.event_actors import BOTH, GETTING, MUTUAL, all_of, blamed, giver, issuer, orderer, other_side
from onrecord.annotation.event_asking import ASKING
from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.annotation.event_reality import settled
from onrecord.annotation.event_setting import complete, with_adjuncts
from onrecord.annotation.event_times import time_of
from onrecord.annotation.event_types import BENT, EMPTY_VERBS, phrase_around, turned, type_of
from onrecord.annotation.frames import Frame, Frames, as_seen
from onrecord.annotation.objects import by_phrase, object_of
from onrecord.annotation.subjects import Subject, subject
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event, Mention, Span, Statement, Time

_ACTS = frozenset(
    "rule decide vote announce declare approve issue release sign launch publish file offer propose write".split()
)
"""Cues that are deeds as well: an event even where no type fits."""


def find(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    times: Sequence[Time],
    mentions: Sequence[Mention],
    cues: Collection[Span] | None = None,
    frames: Sequence[Frames] | None = None,
    *,
    in_doubt: bool = False,
) -> tuple[Event, ...]:
    """The events of a document, in the order of their triggers, those in doubt after those that the rules stand by.

    Args:
        sentences: the document's sentences.
        statements: its statements; an event in a statement's content carries that statement's index.
        times: its times; an event carries the index of the one that stands nearest in its sentence.
        mentions: its mentions, for places.
        cues: the verbs that only say that something is said, and are no event; the statements' own cues if None.
        frames: for each sentence the predicates with their arguments that the network sees in it, if it was asked.
        in_doubt: whether those in doubt are wanted.
    """
    found: list[Event] = []
    for sentence, events in by_rules(sentences, statements, times, mentions, cues, frames):
        wanted = events if in_doubt else [e for e in events if e.confidence > IN_DOUBT]
        found.extend(settled(sentence, e) for e in event_judging.retyped(sentence, wanted))
    return tuple(sorted(found, key=lambda e: e.trigger))


def by_rules(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    times: Sequence[Time],
    mentions: Sequence[Mention],
    cues: Collection[Span] | None = None,
    frames: Sequence[Frames] | None = None,
) -> Iterator[tuple[Sentence, list[Event]]]:
    """Each sentence with its events as the rules type them; those in doubt come last. Arguments: those of `find`."""
    cues = {s.cue[0] for s in statements} if cues is None else set(cues)
    contents = by_sentence(sentences, [(i, a, b) for i, s in enumerate(statements) for a, b in s.content])
    dated = by_sentence(sentences, [(i, t.start, t.end) for i, t in enumerate(times)])
    placed = by_sentence(sentences, [(i, m.start, m.end) for i, m in enumerate(mentions)])
    for number, plain in enumerate(sentences):
        found: list[Event] = []
        within = [(i, statements[i]) for i in contents[number]]
        here = [(i, times[i]) for i in dated[number]]
        places = [mentions[i] for i in placed[number]]
        told: set[int] = set()
        seen: Frames = {} if frames is None else frames[number]
        sentence = as_seen(plain, seen)
        for group in sentence.groups:
            if seen and group.head not in seen and group.form in ("gerund", "participle"):
                # `its talking points`: the network sees no deed in them.
                continue
            event = _of_verb(sentence, group, cues, told, seen.get(group.head))
            if event is not None:
                event = event_arguments.refined(sentence, seen, group.head, event, group.passive)
                event = event_actors.of_relative(sentence, group, event)
                event = complete(event, sentence, within, here, places, seen)
                if event.type is None and event.time is None and group.modal in AHEAD_MODALS | {None} and _is_ahead(
                    sentence, group
                ):
                    # What is to come is told by its day: `the ship will sail`.
                    told.discard(group.head)
                    continue
                event = with_adjuncts(event, sentence, seen.get(group.head), places)
                found.append(_apart(event_arguments.with_speaker(sentence, seen, event)))
        for _, statement in within:
            for asked in event_said.of_statement(sentence, statement):
                time = time_of(asked, sentence, here, seen)
                found.append(dataclasses.replace(asked, statement=statement.via, time=time))
        for first, last in sentence.phrases:
            event = event_nouns.of_noun(sentence, first, last, told, seen.get(last - 1))
            if event is not None:
                event = event_arguments.refined(sentence, seen, last - 1, event)
                event = complete(event, sentence, within, here, places, seen)
                found.append(with_adjuncts(event, sentence, seen.get(last - 1), places))
        for event in _untold(sentence, seen, told | {_word(sentence, e.trigger) for e in found}):
            event = complete(event, sentence, within, here, places, seen)
            found.append(event_arguments.with_speaker(sentence, seen, event))
        yield sentence, [*found, *event_readings.in_doubt(sentence, found)]


def _apart(event: Event) -> Event:
    """The event without those among the recipients who do it."""
    return dataclasses.replace(event, recipient=tuple(r for r in event.recipient if r not in event.actor))


def by_sentence(sentences: Sequence[Sentence], spans: Sequence[tuple[int, int, int]]) -> list[list[int]]:
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


def _word(sentence: Sentence, span: Span) -> int:
    """The word that begins a stretch of text."""
    return bisect.bisect_left(sentence.starts, span[0])


def _untold(sentence: Sentence, frames: Frames, told: Collection[int]) -> Iterator[Event]:
    """The events of verbs that the rules pass over, where the network sees who does it to whom."""
    for head in frames:
        group = sentence.group_at(head)
        if head in told or group is None or group.lemma in EMPTY_VERBS or group.lemma in SPEECH:
            continue
        parts = event_arguments.untold(sentence, frames, head)
        if parts is None:
            continue
        who, aim = parts
        recipient = tuple(dict.fromkeys(sentence.span(*w) for w in (*aim.parties, *aim.led, *aim.places)))
        trigger = sentence.span(head, head + 1)
        own = reality.with_figure(reality.of_verb(sentence, group), frames[head])
        yield Event(trigger, None, (sentence.span(*who),), recipient, reality=own, confidence=0.35, rule=group.lemma)


def _of_verb(
    sentence: Sentence, group: VerbGroup, cues: set[Span], told: set[int], frame: Frame | None
) -> Event | None:
    if group.form == "participle" and any(
        first <= group.first and group.last < last for first, last in phrase_around(sentence, group.first)
    ):
        # `the [dismissed] workers` tells of no event by whoever acts in the clause.
        return None
    kind, completes, rule = type_of(sentence, group)
    turn = turned(sentence, group, kind)
    is_cue = sentence.span(group.first, group.last) in cues and group.lemma not in _ACTS
    done = group.lemma not in SPEECH and (group.passive or object_of(sentence, group) is not None)
    is_cue = is_cue and not done and not (group.lemma in _DONE_TOO and frame is not None and _is_done(sentence, frame))
    untyped = kind is None and turn is None
    empty = group.lemma in EMPTY_VERBS and not (group.lemma in _STARTING and _is_ahead(sentence, group))
    empty = empty and not _goes_where(sentence, group)
    if untyped and (is_cue or empty):
        return None
    if untyped and (group.form != "finite" or group.modal is not None) and not _is_ahead(sentence, group):
        return None
    who = subject(sentence, group)
    if untyped and who is None:
        return None
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    if group.passive and rule in BENT:
        # `The ministry is committed to opening the port`: it says so of itself.
        actor = () if who is None else (sentence.span(who.first, who.head),)
        found = event_recipients.search(sentence, group.last, kind)
        recipient = () if found is None else (sentence.span(*found),)
    elif group.passive:
        agent = by_phrase(sentence, group) or orderer(sentence, group)
        if agent is not None:
            actor = (sentence.span(*agent),)
        if who is not None:
            recipient = (sentence.span(who.first, who.head),)
        if kind == "MOBILIZE" and not actor:
            # Forces that are placed on alert mobilise.
            against = event_recipients.search(sentence, group.last, kind)
            actor, recipient = recipient, () if against is None else (sentence.span(*against),)
        elif kind is not None and (who is None or not event_recipients.is_party(sentence, who.first, who.head)):
            found = event_recipients.search(sentence, group.last, kind) if agent is None else None
            recipient = (sentence.span(*found), *recipient) if found is not None else recipient
        given = event_recipients.handed_to(sentence, group)
        recipient = (sentence.span(*given), *recipient) if given is not None else recipient
    else:
        if who is not None:
            who = all_of(sentence, issuer(sentence, group, who))
            actor = (sentence.span(*(blamed(sentence, group) or (who.first, who.head))),)
        aim = kind if turn is None else turn[0]
        parts = event_recipients.recipients(sentence, group, aim, completes, told)
        recipient = tuple(sentence.span(*part) for part in parts)
        held = None if who is None or f"+ {group.lemma}" not in rule else _held_by(sentence, who, told)
        if held is not None:
            # `talks between [Peru] and [Chad] collapsed`
            actor, recipient = held
        if completes and group.lemma in GETTING and kind != "CONSULT":
            # `Peru received aid from Chad`: Chad gave it.
            source = giver(sentence, group)
            actor, recipient = () if source is None else (sentence.span(*source),), actor
        elif who is not None and kind in MUTUAL and group.lemma in BOTH:
            other = other_side(sentence, who)
            recipient = (sentence.span(*other), *recipient) if other is not None else recipient
    told.add(group.head)
    own = reality.with_figure(reality.of_verb(sentence, group), frame)
    if rule.endswith(ASKING) and group.lemma in ("like", "have"):
        # `would like the port to open` is asked, `had no plans to` refused.
        own = "asserted"
    if own == "asserted" and completes and group.lemma in _CALLING and kind in _CALLED:
        # `announced a second rally for June`
        own = "planned"
    if own == "planned" and group.modal is not None and kind is not None:
        rule = "will " + rule
    if turn is not None:
        kind, own, rule = turn[0], "asserted", f"{turn[1]} {rule}"
    trigger = sentence.span(group.head, group.head + 1)
    return Event(trigger, kind, actor, recipient, reality=own, confidence=0.75 if kind else 0.4, rule=rule)


def _held_by(sentence: Sentence, who: Subject, told: set[int]) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """The sides of what a subject names: all of them do what it does."""
    last = sentence.phrase_at.get(who.first)
    held = None if last is None else event_nouns.of_noun(sentence, who.first, last, told, None)
    if held is None or held.type not in ("CONSULT", "AGREE", "RETREAT"):
        return None
    sides = tuple(dict.fromkeys((*held.actor, *held.recipient)))
    return sides, sides


_CALLING = frozenset({"announce", "call", "plan", "propose", "schedule", "prepare"})
_CALLED = frozenset({"CONSULT", "COOPERATE", "MOBILIZE", "PROTEST"})
"""Types of what is called first and held later."""
_STARTING = frozenset({"begin", "start", "take", "continue"})
AHEAD_MODALS = frozenset({"will", "would", "'ll", "’ll"})


def _is_ahead(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb tells what is to come: `will sail`, `is [to land]`, `is due [to open]`."""
    if group.negated:
        return False
    if group.form == "finite":
        return group.modal in AHEAD_MODALS and reality.of_verb(sentence, group) == "planned"
    if group.form != "infinitive":
        return False
    before = next(reversed(sentence.groups_before(group.first)), None)
    if before is None or before.form != "finite" or before.negated or before.modal is not None:
        return False
    if before.lemma in _SCHEDULING and before.passive:
        return before.last == group.first
    return before.lemma == "be" and reality.is_ahead(sentence.lower[before.last : group.first])


def _goes_where(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb that else only says that something is tells where somebody went: `appeared [before the panel]`,
    `came [to Orrville]`."""
    word, k = sentence.lower[group.last : group.last + 1], group.last + 1
    last = sentence.phrase_at.get(k)
    if last is None or group.passive or group.negated:
        return False
    if group.lemma == "appear":
        return word in (["on"], ["before"])
    named = event_recipients.is_named(sentence, k, last) and not event_recipients.is_time(sentence, k, last)
    return group.lemma in ("go", "come") and word == ["to"] and named


_SCHEDULING = frozenset({"schedule", "set", "expect", "slate", "bill"})
_DONE_TOO = frozenset("recall post repeat read object report reveal declare".split())
"""Cues that are deeds where they are done to a thing: `recalled the ambassador`, `posted a profit`."""


def _is_done(sentence: Sentence, frame: Frame) -> bool:
    """Whether what a verb is about is a thing, as the network sees it, and no clause or quotation."""
    words = frame.of("ARG1")
    return words is not None and words[0] in sentence.phrase_at and not event_arguments.is_clause(sentence, words)
