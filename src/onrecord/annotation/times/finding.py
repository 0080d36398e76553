"""Read a text once, from left to right, and say which times it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotation.times import calendars as cal
from onrecord.annotation.times.anchoring import resolve
from onrecord.annotation.times.context import Context, Value
from onrecord.annotation.times.events import Reading, hang
from onrecord.annotation.times.meanings import Length, Match, Point, Repeated
from onrecord.annotation.times.openings import expression
from onrecord.annotation.times.ranges import joined, shared
from onrecord.annotation.times.relations import interval_with, relation_before
from onrecord.annotation.times.scheduled import scheduled
from onrecord.annotation.times.tense import Clause, Tense, clause, is_arranged, sentence_around
from onrecord.annotation.times.tokens import Tokens, tokenize
from onrecord.errors import UsageError
from onrecord.types import Block, Relation, Span, Time

_WITHOUT_TIMES = frozenset({"tags", "links", "notice"})
"""Kinds of blocks that hold no time of the story: a copyright year, the date of another article. All others are read,
furniture too: a reader of plain text can take a line of the story for a credit, and a time lost there is lost for good,
while a consumer that wants the body only has the blocks to choose by."""


def find(
    text: str,
    published: str | None = None,
    *,
    blocks: Sequence[Block] | None = None,
    sentences: Sequence[Span] | None = None,
    country: str | None = None,
) -> tuple[Time, ...]:
    """Find the temporal expressions of an English text, with their values and intervals.

    Args:
        text: any text; offsets of the result are code points into it.
        published: ISO date (`2025-12-03`) or date and time of publication, that relative expressions count from.
            Without it they keep what is certain (`XXXX-11-28`) and no interval.
        blocks: the text's blocks, in order; no expression reaches over the end of one, and tags, links and notices
            are left out.
        sentences: the text's sentences, in order; without them full stops are taken for their ends.
        country: ISO 3166 code of the outlet's country, which decides whether 12/03/2025 begins with the month.

    Returns:
        The times in the order of the text, none overlapping another.

    Raises:
        UsageError: if `published` is not an ISO date.
    """
    context = _context(published, country)
    t = _tokens(text, blocks, sentences)
    readings: list[Reading] = []
    for match in scan(t):
        told = clause_of(t, match)
        match = compared(t, match, context)
        value = resolve(match.meaning, told.tense, replace(context, sure_verb=told.sure))
        if value is not None:
            context = context.after(match.meaning, value)
            readings.append(Reading(match, value, _relation(t, match, told.tense)))
    readings = _ranged(t, hang(t, readings, context.published))
    times = [_time(t, r) for r in readings]
    taken = [(r.match.start, r.match.end) for r in readings]
    times += [_event_time(t, tokens, relation) for tokens, relation in scheduled(t, taken)]
    return tuple(sorted(times, key=lambda time: time.start))


def _context(published: str | None, country: str | None) -> Context:
    if published is None:
        return Context(None, country=country)
    try:
        day = dt.date.fromisoformat(published[:10])
        clock = dt.time.fromisoformat(published[11:16]).isoformat("minutes") if len(published) >= 16 else None
    except ValueError:
        raise UsageError(f"{published!r} is no date", "published", "Give an ISO date such as 2025-12-03.") from None
    return Context(day, clock=clock, country=country)


def _tokens(text: str, blocks: Sequence[Block] | None, sentences: Sequence[Span] | None) -> Tokens:
    if blocks is None:
        return tokenize(text, sentences=sentences)
    without = [(b.start, b.end) for b in blocks if b.kind in _WITHOUT_TIMES]
    cuts = sorted({edge for b in blocks for edge in (b.start, b.end)})
    return tokenize(text, cuts, without, sentences)


def scan(t: Tokens) -> Iterator[Match]:
    """The expressions of a text in order, none overlapping another."""
    i = floor = 0
    while i < t.count:
        match = expression(t, i)
        if match is None:
            i += 1
            continue
        group = shared(t, match, floor)
        if not is_title(t, group[0].start, group[-1].end):
            yield from group
        i = floor = group[-1].end


def is_title(t: Tokens, start: int, end: int) -> bool:
    """Whether words for a time are the name of something: “This Week”, the broadcast."""
    return (
        end - start > 1
        and t.low[start - 1] in _OPENING
        and (t.low[end] in _CLOSING or (t.low[end] in (",", ".") and t.low[end + 1] in _CLOSING))
        and all(t.upper(i) for i in range(start, end))
    )


_OPENING, _CLOSING = frozenset("“\"'"), frozenset("”\"'")


def compared(t: Tokens, match: Match, context: Context) -> Match:
    """`last year` where a quarter's figure is compared with one of it: the year-ago quarter. `This quarter's results`
    in a report are those of the quarter that it reports; `a flat second quarter` is not that one."""
    meaning = match.meaning
    if isinstance(meaning, Point) and meaning.rule == "quarter" and t.low[match.start - 2] in ("a", "an"):
        return replace(match, meaning=meaning.but(rule="some quarter"))
    if not isinstance(meaning, Point) or meaning.rule != "shifted":
        return match
    if meaning.unit == "Q" and meaning.shift == 0 and context.quarter and t.low[match.end] == "'":
        return replace(match, meaning=Point(unit="Q", rule="period"))
    if meaning.unit != "Y" or meaning.shift != -1:
        return match
    begin, _ = sentence_around(t, match.start, match.end)
    if not context.quarter or not context.in_quarter or "compared" not in t.low[begin : match.start]:
        return match
    return replace(match, meaning=Point(unit="Q", year_shift=-1, rule="period"))


def clause_of(t: Tokens, match: Match) -> Clause:
    """The tense that decides an expression's side of the day of publication; none where it has a year of its own."""
    meaning = match.meaning
    if not isinstance(meaning, Point) or meaning.day_shift is not None or meaning.year is not None:
        return Clause()
    bound = _bound(t, match.start)
    before = t.low[bound]
    if meaning.rule == "year end":
        return Clause("past") if before == "since" else Clause()
    if before == "effective":
        return Clause("future")
    found = clause(t, match.start, match.end)
    if t.low[match.end] == "'" and not found.sure:
        return Clause("past")  # "Monday's vote" has been, unless it surely will be
    if before in ("a", "an") and meaning.month is not None and meaning.day is None and not found.sure:
        return Clause("past")  # "under a June agreement"
    if before == "for" and not found.sure:
        return Clause("future") if is_arranged(t, match.start) else Clause()
    if before in ("by", "beginning", "starting") and found.tense != "past":
        return Clause("future")
    if before == "by" and _is_wanted(t, bound):
        return Clause("future")
    if before in ("until", "till", "through"):
        if _is_given(t, bound):
            return Clause("future")
        if meaning.month is not None and found.tense == "past":
            return Clause()  # what lasted until a date is told near it, before or after
    return found


def _relation(t: Tokens, match: Match, when: Tense) -> Relation | None:
    meaning = match.meaning
    if isinstance(meaning, Repeated) or (isinstance(meaning, Length) and meaning.rule == "adjective"):
        return None
    if t.low[match.start - 1] == "from" and t.low[match.end] in ("on", "onward", "onwards", "forward"):
        return "since"
    if (
        t.low[match.start - 1] == "for"
        and isinstance(meaning, Point)
        and (meaning.day or meaning.weekday is not None or meaning.clock)
    ):
        return "on"
    return relation_before(t, match.start, when)


_HOURS = frozenset("noon midnight midday a p m am pm at . on".split())
"""What stands between the word for a bound and its day: `until noon on Monday`, `by 5 p.m. on Friday`."""
_GIVEN = frozenset("given gave gives has have extended postponed delayed put".split())
_GRANTED = frozenset("given gave gives giving granted grants granting".split())
_GRANT_REACH = 14
"""Tokens from a word for giving back to which whoever is given the time may be told: `gave the mills and the union
until Friday`."""
_WANTED = frozenset("want wants wanted ordered ordering orders demanded demanding demands".split())


def _bound(t: Tokens, first: int) -> int:
    """The token of the preposition that a day stands behind; of the bound, where a clock time lies between."""
    i = first - 1
    if t.low[i] == "on":
        while i > first - 8 and (t.low[i] in _HOURS or t.low[i][:1].isdigit()):
            i -= 1
        if t.low[i] not in ("until", "till", "by"):
            return first - 1
    return i


def _is_given(t: Tokens, i: int) -> bool:
    """Whether `until` belongs to a time that somebody is given: `gave them until`, `postponed until`."""
    if any(w in _GIVEN for w in t.low[max(0, i - 7) : i]):
        return True
    begin, _ = sentence_around(t, i, i)
    words = t.low[max(begin, i - _GRANT_REACH) : i]
    return any(w in _GRANTED for w in words) and not any(w in (";", ":") for w in words)


def _is_wanted(t: Tokens, i: int) -> bool:
    """Whether `by` bounds what somebody wanted to be done, told in the past: `she wanted it in writing by Friday`."""
    begin, _ = sentence_around(t, i, i)
    for word in reversed(t.low[max(begin, i - 10) : i]):
        if word in _WANTED:
            return True
        if word in ("had", "was", "were", "when", "after", ",", ";"):
            return False
    return False


def _ranged(t: Tokens, readings: list[Reading]) -> list[Reading]:
    """The ends of a range share its interval: since the first, until the last."""
    for i in range(len(readings) - 1):
        first, last = readings[i], readings[i + 1]
        if (
            first.value.type in ("DATE", "TIME")
            and last.value.type in ("DATE", "TIME")
            and joined(t, first.match, last.match)
        ):
            if (
                first.value.day
                and last.value.day
                and isinstance(last.match.meaning, Point)
                and last.match.meaning.weekday is not None
                and last.match.meaning.day is None
            ):
                last = replace(last, value=_not_before(last.value, first.value.day))
            begin, end = _interval(first)[0], _interval(last)[1]
            if begin and end and begin[:10] > end[:10]:
                continue
            readings[i] = _end_of_range(first, "since", begin, end)
            readings[i + 1] = _end_of_range(last, "until", begin, end)
    return readings


def _end_of_range(r: Reading, relation: Relation, begin: str | None, end: str | None) -> Reading:
    return replace(r, value=replace(r.value, begin=begin, end=end), relation=relation, ranged=True)


def _not_before(value: Value, first: dt.date) -> Value:
    """The weekday that ends a range, in the week after its begin where it would lie before it."""
    day = value.day
    while day and day < first:
        day = cal.add_days(day, 7)
    return replace(value, value=day.isoformat() + value.value[10:], day=day) if day else value


def _interval(r: Reading) -> cal.Interval:
    """What the expression itself covers; a fiscal year's name does not say which months it has."""
    meaning = r.match.meaning
    if isinstance(meaning, Point) and meaning.fiscal:
        return cal.OPEN
    return (r.value.begin, r.value.end) if r.value.begin or r.value.end else cal.interval(r.value.value)


def _time(t: Tokens, r: Reading) -> Time:
    begin, end = _interval(r)
    if r.value.type in ("DATE", "TIME") and not r.ranged:
        begin, end = interval_with(r.relation, begin, end, r.value.mod)
    span = t.start[r.match.start], t.end[r.match.end - 1]
    v = r.value
    return Time(*span, v.type, v.value, begin, end, r.relation, v.mod, r.hangs_on, v.basis, r.match.meaning.rule)


def _event_time(t: Tokens, tokens: tuple[int, int], relation: Relation) -> Time:
    span = t.start[tokens[0]], t.end[tokens[1] - 1]
    return Time(*span, "DATE", None, None, None, relation, None, span, None, "scheduled event")
