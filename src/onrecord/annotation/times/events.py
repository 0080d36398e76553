"""Times that hang on something else: on an event ("before new elections", "the day after the call") or on another date
("gave him one week" on a day that the sentence names). What they hang on is kept as a span; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotation.times import calendars as cal
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.context import Value
from onrecord.annotation.times.meanings import Length, Match, Point
from onrecord.annotation.times.points import with_time
from onrecord.annotation.times.tense import ends_sentence, sentence_around
from onrecord.annotation.times.tokens import BREAK, Tokens
from onrecord.types import Relation, Span

_LINKS: dict[str, Relation] = {
    "before": "before",
    "after": "after",
    "following": "after",
    "since": "after",
    "until": "before",
}
_STOP = frozenset(
    """, . ; : ) ( " ' and but or that which who when while where if because in on at by for with from during to
    under over between into against is was were are has had have will would - than as""".split()
) | {BREAK, "", "\u201d", "\u201c", "`"}
_LONGEST = 8

_DETERMINERS = frozenset("the a an any its his her their this that".split())
_GIVES = frozenset(
    """give gave given gives giving grant granted grants allow allowed allows set sets extended extends extend has
    have had ultimatum deadline""".split()
)
_DUE_NOUNS = frozenset("deadline ultimatum window notice extension grace reprieve limit moratorium".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with its value. `hangs_on` is the span of what it was counted from."""

    match: Match
    value: Value
    relation: Relation | None = None
    hangs_on: Span | None = None
    ranged: bool = False
    """Whether it is an end of a range: its interval is then the range's."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The readings that are days, in order, for looking up which day a stretch of the text speaks of."""

    readings: Sequence[Reading]
    starts: Sequence[int]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> _Days:
        """From readings in the order of the text."""
        return cls(readings, [r.match.start for r in readings])

    def between(self, first: int, last: int) -> Sequence[Reading]:
        """Those that begin at tokens `first` to `last` (exclusive)."""
        return self.readings[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def before(self, token: int) -> Reading | None:
        """The last one that begins before a token."""
        i = bisect_left(self.starts, token)
        return self.readings[i - 1] if i else None


def hang(t: Tokens, readings: Sequence[Reading], published: dt.date | None) -> list[Reading]:
    """The readings, those that hang on another date or an event with their anchor and, where known, their interval."""
    days = _Days.of([r for r in readings if r.value.day and _is_day(r)])
    dated = _Days.of([r for r in readings if _begin(r)])
    starts = {r.match.start: r for r in readings}
    occurrences = _Occurrences(t)
    return [_hung(t, r, days, dated, starts, occurrences, published) for r in readings]


def _begin(reading: Reading) -> dt.date | None:
    """The first day of a date of whatever precision."""
    if not isinstance(reading.match.meaning, Point) or reading.match.meaning.rule == "beside event":
        return None
    begin = cal.interval(reading.value.value)[0]
    return dt.date.fromisoformat(begin[:10]) if begin else None


def _is_day(reading: Reading) -> bool:
    meaning = reading.match.meaning
    own = isinstance(meaning, Point) and meaning.rule not in ("beside event", "clock", "part of day")
    return own and len(reading.value.value) >= 10


def _hung(
    t: Tokens,
    r: Reading,
    days: _Days,
    dated: _Days,
    starts: dict[int, Reading],
    words: _Occurrences,
    published: dt.date | None,
) -> Reading:
    meaning = r.match.meaning
    if isinstance(meaning, Point) and meaning.rule == "beside event":
        return _beside(t, r, meaning, days, words)
    if isinstance(meaning, Point) and meaning.rule in ("clock", "part of day"):
        return _on_day(t, r, days)
    if (
        not isinstance(meaning, Length)
        or r.value.type != "DURATION"
        or r.value.begin
        or (meaning.rule == "adjective" and t.low[r.match.end] not in _DUE_NOUNS)
    ):
        return r
    link = _link(t, r.match.end)
    if link:
        relation, at = link
        return _from_anchor(t, r, meaning, relation, at, days, starts, words)
    if t.low[r.match.end] in ("later", "afterward", "afterwards"):
        base = (dated if meaning.unit in ("Y", "E", "C") else days).before(r.match.start)
        day = _begin(base) if base else None
        there = cal.add_units(day, meaning.amount, meaning.unit) if day and meaning.amount is not None else None
        if base is None or there is None or (published and there > published):
            return r
        return _counted(r, meaning, base, 1, "narrative", "after", t)
    if _gives(t, r.match):
        base = _day_given(t, r.match, days)
        return _stretched(r, meaning, base, t) if base else r
    if t.low[r.match.start - 1] == "within" and published and meaning.amount is not None:
        there = cal.add_units(published, meaning.amount, meaning.unit)
        if there and _looks_ahead(t, r.match):
            value = Value(
                "DURATION", r.value.value, r.value.mod, "document date", published.isoformat(), there.isoformat()
            )
            return Reading(r.match, value, r.relation)
    return r


def _on_day(t: Tokens, r: Reading, days: _Days) -> Reading:
    """A time of day on the day its sentence tells: the one right after it ("5 p.m. on Dec. 5"), else one before it."""
    begin, end = sentence_around(t, r.match.start, r.match.end)
    told = [
        d for d in days.between(begin, end) if isinstance(d.match.meaning, Point) and d.match.meaning.rule != "clock"
    ]
    after = [d for d in told if 0 <= d.match.start - r.match.end <= 12]
    before = [d for d in told if d.match.start < r.match.start]
    day = (after[:1] or before[-1:] or [r])[0].value.day
    if day is None or day == r.value.day:
        return r
    meaning = r.match.meaning
    if not isinstance(meaning, Point):
        return r
    value = Value("DATE", day.isoformat(), r.value.mod, "narrative", day=day)
    return replace(r, value=with_time(value, meaning.clock, meaning.part))


def _looks_ahead(t: Tokens, match: Match) -> bool:
    begin, _ = sentence_around(t, match.start, match.end)
    return any(word in ("will", "must", "shall", "should", "to", "can") for word in t.low[begin : match.start])


def _link(t: Tokens, i: int) -> tuple[Relation, int] | None:
    """The word that ties a length to its anchor, and the token after it."""
    low = t.low
    if low[i] in _LINKS and low[i] != "until":
        return _LINKS[low[i]], i + 1
    if (low[i] == "prior" and low[i + 1] == "to") or (low[i] == "ahead" and low[i + 1] == "of"):
        return "before", i + 2
    if low[i] == "from" and low[i + 1] not in ("now", "today"):
        return "after", i + 1
    if (low[i] == "of" and low[i + 1] in ("the", "his", "her", "its", "their", "that", "this")) or (
        low[i] == "of" and low[i + 1] in lex.ANY_MONTH
    ):
        return ("after", i + 1) if _within(t, i) else None
    return None


def _within(t: Tokens, i: int) -> bool:
    return any(t.low[k] == "within" for k in range(max(0, i - 6), i))


def _from_anchor(
    t: Tokens,
    r: Reading,
    size: Length,
    relation: Relation,
    at: int,
    days: _Days,
    starts: dict[int, Reading],
    words: _Occurrences,
) -> Reading:
    sign = 1 if relation == "after" else -1
    dated = starts.get(at)
    if dated and dated.value.day:
        if _within(t, r.match.end):
            return _stretched(r, size, dated, t)
        return _counted(r, size, dated, sign, "duration", relation, t)
    anchor = phrase_after(t, at)
    if anchor is None:
        base = days.before(r.match.start)
        return _counted(r, size, base, sign, "narrative", relation, t) if base else r
    base = words.day_of(anchor, days)
    value = r.value
    if base and base.value.day and size.amount is not None:
        there = cal.add_units(base.value.day, sign * size.amount, size.unit)
        if there:
            value = Value("DURATION", value.value, value.mod, "narrative", there.isoformat(), there.isoformat())
    return Reading(r.match, value, relation, _span(t, anchor))


def _counted(r: Reading, size: Length, base: Reading, sign: int, basis: str, relation: Relation, t: Tokens) -> Reading:
    """The day that lies so long before or after another."""
    day = _begin(base)
    if day is None or size.amount is None or size.unit in ("H", "MIN", "S"):
        return Reading(r.match, r.value, relation, _span(t, (base.match.start, base.match.end)))
    there = cal.add_units(day, sign * size.amount, size.unit)
    if there is None:
        return r
    begin = end = there.isoformat()
    if size.unit in ("M", "Q"):
        begin, end = (x or begin for x in cal.interval(begin[:7]))
    elif size.unit in ("Y", "E", "C"):
        begin, end = (x or begin for x in cal.interval(begin[:4]))
    value = Value("DURATION", r.value.value, r.value.mod, basis, begin, end)
    return Reading(r.match, value, relation, _span(t, (base.match.start, base.match.end)))


def _stretched(r: Reading, size: Length, base: Reading, t: Tokens) -> Reading:
    """The time from a day or hour on that a length covers: one week given on Nov. 21 ends on Nov. 28."""
    bounds = _bounds(base, size)
    if bounds is None:
        return r
    value = Value("DURATION", r.value.value, r.value.mod, "duration", *bounds)
    return Reading(r.match, value, r.relation, _span(t, (base.match.start, base.match.end)))


_HOURS = {"H": 1.0, "MIN": 1 / 60, "S": 1 / 3600}


def _bounds(base: Reading, size: Length) -> tuple[str, str] | None:
    day = base.value.day
    if day is None or size.amount is None:
        return None
    if size.unit not in _HOURS:
        there = cal.add_units(day, size.amount, size.unit)
        return (day.isoformat(), there.isoformat()) if there else None
    hours = size.amount * _HOURS[size.unit]
    begin = cal.interval(base.value.value)[0]
    if begin and len(begin) > 10 and hours < 1e5:
        moment = dt.datetime.fromisoformat(begin)
        try:
            return begin, (moment + dt.timedelta(hours=hours)).isoformat(timespec="minutes")
        except OverflowError:
            return None
    there = cal.add_units(day, hours / 24, "D") if hours >= 24 else None
    return (day.isoformat(), there.isoformat()) if there else None


def _day_given(t: Tokens, match: Match, days: _Days) -> Reading | None:
    """The day on which a length is given: told before it in the sentence, or right behind it in the same clause.

    A day that is itself a bound ("until Sunday") is none.
    """
    begin, end = sentence_around(t, match.start, match.end)
    before = [d for d in days.between(begin, match.start) if d.relation in (None, "on", "during")]
    if before:
        return before[-1]
    after = [d for d in days.between(match.end, min(end, match.end + 8)) if d.relation in (None, "on", "during")]
    same = after and not {",", ";"} & set(t.low[match.end : after[0].match.start])
    return after[0] if same else None


def _gives(t: Tokens, match: Match) -> bool:
    """Whether a length is a time that somebody is given: "gave him one week", "a one-week ultimatum"."""
    low = t.low
    if low[match.end] in _DUE_NOUNS or (
        low[match.end] == "'" and any(low[match.end + k] in _DUE_NOUNS for k in (1, 2))
    ):
        return True
    for i in range(match.start - 1, max(-1, match.start - 7), -1):
        if low[i] in _STOP and low[i] not in ("to", "'", "for", "had", "has", "have", "with"):
            return False
        if low[i] in _GIVES:
            if low[i] in ("has", "have", "had"):
                return i == match.start - 1 and low[match.end] in ("to", "left", "in", "before", ".", ",")
            return True
    return False


def _beside(t: Tokens, r: Reading, point: Point, days: _Days, words: _Occurrences) -> Reading:
    """`the day after the call`: the day before it in apposition ("Oct. 12, the day before the vote"), else the event's
    day moved by one unit. The event's day is the one that a sentence with the same noun tells, else the last day told
    in the sentence or the one before it.
    """
    relation: Relation = "after" if (point.shift or 0) > 0 else "before"
    at = r.match.end + 1
    dated = next(iter(days.between(at, at + 1)), None)
    anchor = (dated.match.start, dated.match.end) if dated else phrase_after(t, at)
    span = _span(t, anchor) if anchor else None
    last = days.before(r.match.start)
    if (
        last
        and not dated
        and last.match.end + 1 == r.match.start
        and t.low[last.match.end] == ","
        and point.unit == "D"
    ):
        return Reading(r.match, replace(last.value, basis="narrative"), r.relation, span)
    base = dated or (words.day_of(anchor, days) if anchor else None)
    if base is None and last and _near(t, last.match, r.match):
        base = last
    there = (
        cal.add_units(base.value.day, 1 if relation == "after" else -1, point.unit or "D")
        if base and base.value.day
        else None
    )
    if there is None:
        return Reading(r.match, r.value, r.relation, span)
    if point.unit == "D":
        text = there.isoformat() + (f"T{point.part}" if point.part else "")
        return Reading(
            r.match, Value("TIME" if point.part else "DATE", text, None, "narrative", day=there), r.relation, span
        )
    text = {"W": cal.week_value(there), "M": there.isoformat()[:7], "Y": there.isoformat()[:4]}[point.unit or "Y"]
    return Reading(r.match, Value("DATE", text, None, "narrative"), r.relation, span)


def _near(t: Tokens, earlier: Match, later: Match) -> bool:
    """Whether two expressions stand in one sentence or in neighbouring ones."""
    if later.start - earlier.end > 60:
        return False
    return sum(ends_sentence(t, i) for i in range(earlier.end, later.start)) <= 1


def phrase_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """The phrase that names an event at token `i`, to the next sign or function word; None where there is none."""
    j = i
    while j - i < _LONGEST and j < t.count and t.low[j] not in _STOP:
        j += 1
    while j > i and not t.low[j - 1].isalnum():
        j -= 1
    return (i, j) if j > i and any(t.low[k].isalpha() and t.low[k] not in _DETERMINERS for k in range(i, j)) else None


def _span(t: Tokens, tokens: tuple[int, int]) -> Span:
    return t.start[tokens[0]], t.end[tokens[1] - 1]


class _Occurrences:
    """Where the nouns of anchors stand in the text, and the day that is told there."""

    def __init__(self, t: Tokens) -> None:
        self._t = t
        self._places: dict[str, list[int]] | None = None

    def day_of(self, anchor: tuple[int, int], days: _Days) -> Reading | None:
        """The day in a sentence that has the anchor's last word too; None where no sentence does."""
        t = self._t
        noun = t.low[anchor[1] - 1]
        if len(noun) < 4 or not noun.isalpha() or noun in lex.UNITS:
            return None
        if self._places is None:
            self._places = {}
            for i in range(t.count):
                self._places.setdefault(t.low[i], []).append(i)
        for i in self._places[noun][:5]:
            if anchor[0] <= i < anchor[1]:
                continue
            begin, end = sentence_around(t, i, i + 1)
            near = [d for d in days.between(begin, end) if d.match.meaning]
            if near:
                return min(near, key=lambda d: abs(d.match.start - i))
        return None
