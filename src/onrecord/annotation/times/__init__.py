"""Temporal expressions: where they stand, what they mean, and what fixed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.annotation.times.tokens import tokenize
from onrecord.types import Block, Relation, Span, Time

__all__ = ["find"]

_MONTHS = {m: i + 1 for i, m in enumerate(
    "january february march april may june july august september october november december".split())}
_MONTHS |= {m[:3]: i for m, i in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {d: i for i, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_RELATIONS: dict[str, Relation] = {"on": "on", "until": "until", "by": "by", "since": "since", "before": "before",
                                   "after": "after", "during": "during"}


def find(
    text: str,
    published: str | None = None,
    *,
    blocks: Sequence[Block] | None = None,
    sentences: Sequence[Span] | None = None,
    country: str | None = None,
) -> tuple[Time, ...]:
    """Find the temporal expressions of a text: dates and weekdays so far."""
    anchor = dt.date.fromisoformat(published[:10]) if published else None
    tokens = tokenize(text)
    low = tokens.low
    found: list[Time] = []
    i = 0
    while i < len(low):
        first = i
        weekday = _WEEKDAYS.get(low[i])
        j = i + (weekday is not None)
        if weekday is not None and low[j : j + 1] == [","] and low[j + 1 : j + 2] and low[j + 1] in _MONTHS:
            j += 1
        month = _MONTHS.get(low[j]) if j < len(low) and tokens.raw(j)[:1].isupper() else None
        value = None
        if month is not None:
            k = j + 1 + (low[j + 1 : j + 2] == ["."])
            if k < len(low) and low[k].isdigit() and len(low[k]) < 3 and 0 < int(low[k]) < 32:
                value = f"{anchor.year if anchor else 'XXXX'}-{month:02}-{int(low[k]):02}"
                i = k + 1
        if value is None and weekday is not None and anchor:
            value = (anchor - dt.timedelta(days=(anchor.weekday() - weekday) % 7)).isoformat()
            i = first + 1
        if value is None:
            i = first + 1
            continue
        relation = _RELATIONS.get(low[first - 1]) if first else None
        day = value if value[0] != "X" else None
        found.append(Time(tokens.start[first], tokens.end[i - 1], "DATE", value, day, day, relation))
    return tuple(found)
