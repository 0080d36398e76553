"""When an event was: which of the times of its sentence stands by it.

The network ties a time to the predicates that it says the time of. Its answer stands for those; a time that it ties to
others only is not taken for an event beside them, unless that event shares their clause. Where the network was not
asked, or ties a time to nobody, the nearest one counts.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from onrecord.annotation.event_lexicon import event_lexicon, singular
from onrecord.annotation.event_types import EMPTY_VERBS
from onrecord.annotation.frames import Frame, Frames
from onrecord.annotation.syntax import Sentence, VerbGroup
from onrecord.types import Event, Time

_FURTHEST = 240
"""How far off a time may stand, in characters; marks and words that part clauses count for many."""
_APPOSED = re.compile(r",\s+(?:a|the)\s+")
_MARK, _BEFORE, _VERB = 60, 20, 150
"""What a mark between adds to the distance, a place before the trigger, a verb in between."""


def time_of(
    event: Event, sentence: Sentence, times: Sequence[tuple[int, Time]], frames: Frames | None = None
) -> int | None:
    """The index of the calendar time that stands by an event, or None.

    Args:
        event: the event.
        sentence: its sentence.
        times: the sentence's times with their indexes.
        frames: the predicates that the network sees in the sentence, if it was asked.
    """
    calendar = [(n, t) for n, t in times if is_calendar(t)]
    if not calendar:
        return None
    at = bisect.bisect_left(sentence.starts, event.trigger[0])
    within = [(n, t) for n, t in calendar if _names_kind(sentence, t) == at]
    if within:
        # `the [Aug. 3] raid`
        return within[0][0]
    told = [(n, t) for n, t in calendar if _opens_when(sentence, at, t)]
    if told:
        return told[-1][0]
    free = [(n, t) for n, t in calendar if _names_kind(sentence, t) is None]
    free = [(n, t) for n, t in free if _reaches(sentence, at, t) and not _lasts_since(sentence, t)]
    if frames:
        own = frames.get(at)
        tied = [(n, t) for n, t in free if own is not None and _ties(sentence, own, t)]
        if tied:
            return _nearest(event, sentence, tied, 10**9)
        wide = [(n, t) for n, t in free if _is_frame(sentence, t) or _fronts(sentence, at, t)]
        free = [(n, t) for n, t in free if _may_share(sentence, frames, at, t)] or wide
    return _nearest(event, sentence, [(n, t) for n, t in free if not _is_bound(sentence, t)])


def is_calendar(time: Time) -> bool:
    """Whether a time names a day, a stretch of days or an hour of one."""
    return time.type in ("DATE", "TIME") and time.value is not None


def _words(sentence: Sentence, time: Time) -> tuple[int, int]:
    first = bisect.bisect_left(sentence.starts, time.start)
    return first, max(first + 1, bisect.bisect_left(sentence.starts, time.end))


def _names_kind(sentence: Sentence, time: Time) -> int | None:
    """The head of the noun phrase that a time stands in to tell which one is meant: `this year's [fair]`, `the Aug. 3
    [raid]`; None where it says when something is done."""
    first, last = _words(sentence, time)
    owned = sentence.tags[last : last + 1] == ["POS"]
    index = bisect.bisect_right(sentence.phrases, (first, len(sentence))) - 1
    begin, end = sentence.phrases[index] if index >= 0 else (first, first)
    if not begin <= first < end or last >= end:
        return last + 1 if owned else None
    # `In 2019 Peru left` is no phrase, though its words may look like one.
    plain = begin == first and first and sentence.tags[first - 1] == "IN"
    return end - 1 if owned or not plain else None


def _opens_when(sentence: Sentence, at: int, time: Time) -> bool:
    """Whether `when` behind a time opens the clause of the event at word `at`: `since 2014, when Peru [left]`."""
    _, last = _words(sentence, time)
    k = last + (sentence.tags[last : last + 1] == [","])
    if sentence.lower[k : k + 1] != ["when"]:
        return False
    verb = next((g for g in sentence.groups_from(k + 1) if g.form == "finite"), None)
    return verb is not None and verb.first <= at < verb.last and not {",", ":", "``"} & set(sentence.tags[k:at])


_COARSE = 7
"""Length of the value of a month; that of a day is longer."""


def _is_frame(sentence: Sentence, time: Time) -> bool:
    """Whether a month or a year opens the sentence: all that it tells was then (`In 2014, after guards shot …`)."""
    first, _ = _words(sentence, time)
    return first <= 1 and time.value is not None and len(time.value) <= _COARSE


def _fronts(sentence: Sentence, at: int, time: Time) -> bool:
    """Whether a time ends what stands before the first verb's clause: `In a letter on [Monday], the mayor quit`."""
    own = sentence.group_at(at)
    _, last = _words(sentence, time)
    if own is None or own.form != "finite" or last > own.first or sentence.tags[last : last + 1] != [","]:
        return False
    return not any(g.form == "finite" for g in sentence.groups_before(own.first))


def _is_bound(sentence: Sentence, time: Time) -> bool:
    """Whether a time only says since or until when something is so: `the first since 1984`, `back to 2019`."""
    first, _ = _words(sentence, time)
    bound = first > 0 and sentence.lower[first - 1] in ("to", "since")
    return bound or time.relation in ("since", "until", "by")


def _lasts_since(sentence: Sentence, time: Time) -> bool:
    """Whether a time tells how long ago what follows was: `in the [year] since the board left`."""
    _, last = _words(sentence, time)
    return sentence.lower[last : last + 1] == ["since"]


_ASIDES = frozenset("after before when since while until because once as".split())
_CLAUSE_WORDS = 20
"""How many words before its verb the word that opens a clause may stand."""


def _reaches(sentence: Sentence, at: int, time: Time) -> bool:
    """Whether a time may stand by the event at word `at`: one at the end of a clause about a noun, or of one of time
    or cause, stands by what that clause tells alone (`a levy brought in last May`, `who won in 2019`)."""
    first, _ = _words(sentence, time)
    if _opens_aside(sentence, first):
        return at > first and not any(tag in (",", ":", ";") for tag in sentence.tags[first:at])
    host = next(reversed(sentence.groups_before(first)), None)
    if host is None or any(tag in (",", ":", ";", "``", "''") for tag in sentence.tags[host.last : first]):
        return True
    if first <= at and _next_clause(sentence, first, at):
        return False
    opened = _aside(sentence, host)
    between = sentence.tags[min(at, first) : max(at, first)]
    return opened is None or (at >= opened and not any(tag in (",", ":", ";") for tag in between))


def _opens_aside(sentence: Sentence, first: int) -> bool:
    """Whether a clause about a noun opens right before a time: `the council, which in [May] gave it a week, …`."""
    k = first
    while k and sentence.tags[k - 1] in ("IN", "RB", "DT", "JJ"):
        k -= 1
    return k > 0 and k != first and sentence.tags[k - 1] in ("WP", "WDT")


def _next_clause(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a mark and `and` or `but` begin a clause with its own subject between a time and a verb behind it."""
    for k in range(first, at - 2):
        if sentence.words[k] == ";":
            return True
        if sentence.tags[k] == "," and sentence.tags[k + 1] == "CC" and k + 2 in sentence.phrase_at:
            verb = next((g for g in sentence.groups_from(k + 2) if g.form == "finite"), None)
            return verb is not None and verb.first - k < _CLAUSE_WORDS and "," not in sentence.tags[k + 2 : verb.first]
    return False


def _aside(sentence: Sentence, host: VerbGroup) -> int | None:
    """The word that opens the clause of a verb where that is an aside: a relative clause or a participle behind its
    noun, a clause of time or cause."""
    if host.form == "participle" and host.first in sentence.phrase_to:
        return host.first
    if host.form != "finite":
        return None
    for k in range(host.first - 1, max(-1, host.first - _CLAUSE_WORDS), -1):
        tag = sentence.tags[k]
        if tag in ("WP", "WDT", "WP$", "WRB") or (sentence.lower[k] in _ASIDES and k not in sentence.phrase_at):
            return k
        if tag in (",", ":", ";", "``", "''", ".") or sentence.group_at(k) is not None:
            return None
    return None


def _temporal(frame: Frame) -> list[tuple[int, int]]:
    return [words for label, words in frame.arguments if label == "ARGM-TMP"]


def _ties(sentence: Sentence, frame: Frame, time: Time) -> bool:
    """Whether a predicate's argument of time is a time, or the words that bring it; not one that a clause within that
    argument tells (`three weeks after guards [seized] it on Aug. 2`)."""
    first, _ = _words(sentence, time)
    own = sentence.group_at(frame.head)
    for a, b in _temporal(frame):
        if a <= first < b or (b == first and b - a == 1):
            groups = (sentence.group_at(k) for k in range(a, first))
            if all(g is None or g.form not in ("finite", "gerund") or g == own for g in groups):
                return True
    return False


def _may_share(sentence: Sentence, frames: Frames, at: int, time: Time) -> bool:
    """Whether the event at word `at` may have a time that the network does not tie to it."""
    claimants = [f for head, f in frames.items() if head != at and _ties(sentence, f, time)]
    if not claimants:
        return True
    return any(_shares(sentence, f, at, time) for f in claimants)


def _shares(sentence: Sentence, frame: Frame, at: int, time: Time) -> bool:
    """Whether the event at word `at` stands in the same argument of time as the time, goes on with the predicate's
    clause by `and` or a participle, or is what the predicate does."""
    first, _ = _words(sentence, time)
    if any(a <= at < b and a <= first < b for a, b in _temporal(frame)):
        return True
    own, other = sentence.group_at(at), sentence.group_at(frame.head)
    if other is None:
        # `lifted the [ban] on Monday`: of a noun that is no deed the day is that of what is done to it.
        if own is None or own.form != "finite" or not own.last <= frame.head < first:
            return False
        deed = singular(sentence.lower[frame.head]) in event_lexicon().nouns
        return not deed and not any(g.first < first for g in sentence.groups_from(own.last))
    if own is not None and own.first >= other.last and _leads_to(sentence, other, own):
        return True
    if own is None:
        # A noun's deed is done when its verb says: `staged a rally on Monday`.
        return any(label in ("ARG1", "ARG2") and words[0] <= at < words[1] for label, words in frame.arguments)
    return _goes_on(sentence, own, other)


def _leads_to(sentence: Sentence, other: VerbGroup, own: VerbGroup) -> bool:
    """Whether the verb behind another one is what that says: `had on Sunday [struck]`, `began on Monday [charging]`,
    `speaking in Oslo on Sunday, the mayor [said]`."""
    between = [g for g in sentence.groups_from(other.last) if g.first < own.first]
    if other.lemma in EMPTY_VERBS:
        return not between and "," not in sentence.tags[other.last : own.first]
    opens = not other.first and other.form in ("gerund", "participle")
    adjunct = opens or (other.form == "gerund" and sentence.tags[other.first - 1] == ",")
    return adjunct and own.form == "finite" and all(g.form != "finite" for g in between)


def _goes_on(sentence: Sentence, own: VerbGroup, other: VerbGroup) -> bool:
    """Whether a verb goes on with the clause of one before it: `met on Monday and [agreed]`, `left, [taking] …`."""
    if own.first < other.last:
        return False
    before = sentence.tags[own.first - 1]
    between = sentence.groups_from(other.last)
    if any(g.form == "finite" and g.first < own.first for g in between):
        return False
    joined = own.form == "finite" and own.modal is None and before == "CC" and _same_tense(sentence, own, other)
    return joined or (own.form == "gerund" and before == ",")


def _same_tense(sentence: Sentence, own: VerbGroup, other: VerbGroup) -> bool:
    return sentence.tags[own.first] == sentence.tags[other.first]


def _nearest(
    event: Event, sentence: Sentence, times: Sequence[tuple[int, Time]], furthest: int = _FURTHEST
) -> int | None:
    """The nearest of some times: marks make it further away, a place behind the trigger nearer. Of a date and the
    weekday set beside it (`Sept. 11, a Wednesday`) it is the date."""
    text = sentence.text
    times = [
        (n, t)
        for n, t in times
        if not any(o.end <= t.start < o.end + 8 and _APPOSED.fullmatch(text[o.end : t.start]) for _, o in times)
    ]
    best: tuple[int, int] | None = None
    for index, time in times:
        left, right = (event.trigger[1], time.start) if time.start >= event.trigger[1] else (time.end, event.trigger[0])
        between = text[left:right]
        distance = len(between) + _MARK * (
            between.count(",") + between.count(";") + between.count(" that ") + between.count(" and ")
        )
        if time.start < event.trigger[0]:
            distance += _BEFORE
        elif finite_within(sentence, left, right):
            # `urged holders to wait, refused in [March]`: the day is that of the later verb.
            distance += _VERB
        if best is None or distance < best[0]:
            best = (distance, index)
    return best[1] if best is not None and best[0] < furthest else None


def finite_within(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a finite verb stands between two offsets."""
    start = bisect.bisect_left(sentence.starts, left)
    for group in sentence.groups_from(start):
        if sentence.ends[group.last - 1] > right:
            return False
        if group.form == "finite":
            return True
    return False
