"""Read a text once, from left to right, and say which times it names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotation.times import calendars as cal
from onrecord.annotation.times.anchoring import Context, Value, resolve
from onrecord.annotation.times.grammar import expression
from onrecord.annotation.times.meanings import Length, Match, Point, Repeated
from onrecord.annotation.times.relations import interval_with, relation_before
from onrecord.annotation.times.tense import tense
from onrecord.annotation.times.tokens import Tokens, tokenize
from onrecord.errors import UsageError
from onrecord.types import Block, Span, Time


def find(
    text: str,
    published: str | None = None,
    *,
    blocks: Sequence[Block] | None = None,
    sentences: Sequence[Span] | None = None,
    country: str | None = None,
) -> tuple[Time, ...]:
    """Find the temporal expressions of a text."""
    t = tokenize(text)
    context = _context(published, country)
    found: list[Time] = []
    for match in scan(t):
        when = _tense(t, match)
        value = resolve(match.meaning, when, context)
        if value is None:
            continue
        context = context.after(match.meaning, value)
        found.append(_time(t, match, value))
    return tuple(found)


def _context(published: str | None, country: str | None) -> Context:
    if published is None:
        return Context(None, country=country)
    try:
        day = dt.date.fromisoformat(published[:10])
    except ValueError:
        raise UsageError(f"{published!r} is not a date", "published", "Give an ISO date such as 2025-12-03.") from None
    clock = published[11:16] if len(published) >= 16 else None
    return Context(day, clock=clock, country=country)


def scan(t: Tokens) -> Iterator[Match]:
    """The expressions of a text in order, none overlapping another."""
    i = 0
    while i < t.count:
        match = expression(t, i)
        if match is None:
            i += 1
            continue
        yield match
        i = match.end


def _tense(t: Tokens, match: Match) -> str | None:
    meaning = match.meaning
    if isinstance(meaning, Point) and meaning.day_shift is None and (meaning.year is None):
        when = tense(t, match.start, match.end)
        before = t.low[match.start - 1]
        if when == "present" and t.low[match.end] == "'":
            return "past"
        if before == "effective":
            return "future"
        if meaning.rule == "year end":
            return "past" if before == "since" else None
        if before == "by" and when != "past":
            return "future"
        if before in ("until", "till") and any(w in ("until", "given", "gave", "gives", "has", "have", "extended", "postponed", "delayed") for w in t.low[max(0, match.start - 8) : match.start - 1]):
            return "future"
        return when
    return None


def _time(t: Tokens, match: Match, value: Value) -> Time:
    start, end = t.start[match.start], t.end[match.end - 1]
    relation = relation_before(t, match.start)
    begin, last = (value.begin, value.end) if value.begin or value.end else cal.interval(value.value)
    begin, last = interval_with(relation, begin, last)
    return Time(start, end, value.type, value.value, begin, last, relation, value.mod, None, value.basis, match.meaning.rule)
