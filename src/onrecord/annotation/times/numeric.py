"""Numeric dates: `2025-11-28`, `28.11.2025`, `12/03/2025`. What can be read two ways keeps both readings."""

from __future__ import annotations

from onrecord.annotation.times.meanings import Point, Written
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.tokens import Tokens
from onrecord.annotation.times.years import century_of

_VERSIONS = frozenset("version versions v release build ip section".split())


def _spaced_numeric(t: Tokens, i: int) -> bool:
    """`8 / 2 / 2013`: blanks around the slashes, as some extractions write them."""
    low = t.low
    return (
        low[i + 1] == low[i + 3] == "/"
        and len(low[i + 4]) == 4
        and len(low[i]) <= 2
        and t.start[i + 4] - t.end[i] <= 10
    )


def numeric(t: Tokens, i: int) -> tuple[int, Point | Written] | None:
    """`2025-11-28`, `28.11.2025`, `12/03/2025`, `12/3/25`."""
    low = t.low
    if not is_digits(low[i], 4) or (t.glued(i) and low[i - 1] not in ("(", "[", '"', "'", ":")):
        return None
    if low[i - 1] in _VERSIONS:
        return None
    sign = low[i + 1]
    if (
        sign not in ("-", "/", ".")
        or low[i + 3] != sign
        or not (all(t.glued(i + k) for k in (1, 2, 3, 4)) or _spaced_numeric(t, i))
    ):
        return None
    if not is_digits(low[i + 2], 2) or not is_digits(low[i + 4], 4):
        return None
    j = i + 5
    if t.glued(j) and (low[j].isdigit() or (low[j] in ("-", "/", ".") and low[j + 1].isdigit() and t.glued(j + 1))):
        return None
    if t.glued(j) and low[j].isalpha() and low[j] not in ("t", "z"):
        return None
    parts = [int(low[i]), int(low[i + 2]), int(low[i + 4])]
    if len(low[i]) == 4:
        if 1000 <= parts[0] <= 2199 and 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31:
            return j, Point(year=parts[0], month=parts[1], day=parts[2], rule="numeric date")
        return None
    if len(low[i]) > 2 or len(low[i + 4]) == 3 or (len(low[i + 4]) < 4 and (sign != "/" or len(low[i + 4]) != 2)):
        return None
    if len(low[i + 4]) == 2:
        parts[2] = century_of(parts[2])
    elif not 1900 <= parts[2] <= 2099:
        return None
    readings = [(parts[2], parts[1], parts[0])] if 1 <= parts[1] <= 12 and 1 <= parts[0] <= 31 else []
    if sign == "/" or (sign == "-" and not readings):
        other = (parts[2], parts[0], parts[1])
        if 1 <= parts[0] <= 12 and 1 <= parts[1] <= 31 and other not in readings:
            readings.append(other)
    if len(readings) == 1:
        year, month, day = readings[0]
        return j, Point(year=year, month=month, day=day, rule="numeric date")
    return (j, Written(tuple(readings))) if readings else None
