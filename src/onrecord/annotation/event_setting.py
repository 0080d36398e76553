"""What surrounds an event: the statement that tells it, its time and place, and what these make of its reality."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence

from onrecord.annotation import reality
from onrecord.annotation.frames import Frame
from onrecord.annotation.syntax import Sentence
from onrecord.types import Event, Mention, Reality, Span, Statement, Time

PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_FRIENDLY = frozenset({"CONCEDE", "RETREAT", "AID", "SUPPORT", "CONSULT", "COOPERATE"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST"})


def complete(
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
        and sentence.text[actor[0][0] : actor[0][1]].lower() in PRONOUNS
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
        time_of(event, sentence, times),
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


def time_of(event: Event, sentence: Sentence, times: Sequence[tuple[int, Time]]) -> int | None:
    """The nearest calendar time of the sentence: marks make it further away, a place behind the trigger nearer."""
    best: tuple[int, int] | None = None
    for index, time in times:
        if not _is_calendar(time):
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


def with_adjuncts(
    event: Event,
    sentence: Sentence,
    frame: Frame | None,
    times: Sequence[tuple[int, Time]],
    mentions: Sequence[Mention],
) -> Event:
    """The event with the time and the place that the network hangs on its predicate, where the rules have none."""
    if frame is None:
        return event
    time, place = event.time, event.place
    for label, words in frame.arguments:
        start, end = sentence.span(*words)
        if label == "ARGM-TMP" and time is None:
            time = next((i for i, t in times if start <= t.start and t.end <= end and _is_calendar(t)), None)
        elif label == "ARGM-LOC" and place is None:
            held = (m for m in mentions if start <= m.start and m.end <= end and _says_where(m, sentence))
            place = next(((m.start, m.end) for m in held), None)
    return dataclasses.replace(event, time=time, place=place)


def _is_calendar(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and time.value is not None


_PLACES = frozenset({"place", "facility", "organisation"})
"""Kinds of names that may say where: states are among the organisations."""


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
    after = (m for m in mentions if event.trigger[1] <= m.start < event.trigger[1] + 120)
    return next(((m.start, m.end) for m in after if _says_where(m, sentence)), None)


_WHERE = frozenset({"in", "at", "near", "outside", "across"})


def _says_where(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name may be that of a place, and a preposition of place brings it."""
    words = sentence.text[sentence.start : mention.start].lower().rstrip().rsplit(" ", 2)[-2:]
    brings = bool(words) and (words[-1] in _WHERE or (words[-1] == "the" and words[0] in _WHERE))
    return brings and mention.kind in _PLACES
