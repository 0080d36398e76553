"""Times that share their words: `Nov. 21-28`, `April 24 and 25`, `21 to 28 November 2025`, `1989-90`; and ranges."""

from __future__ import annotations

from onrecord.annotation.times.dates import day_at, month_at
from onrecord.annotation.times.meanings import Match, Point
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.tokens import Tokens
from onrecord.annotation.times.years import COUNTED, year_at

_TO = frozenset({"-", "to", "through", "thru", "until", "till"})
_AND = frozenset({"and", "or", "&", ","})


def shared(t: Tokens, match: Match, floor: int) -> list[Match]:
    """The match with those that share its month or year, in order; none begins before token `floor`."""
    point = match.meaning
    if not isinstance(point, Point):
        return [match]
    if point.rule == "year" and point.year is not None:
        return [match, *_short_year(t, match, point.year)]
    if point.month is None or point.day is None or point.clock or point.part or point.holiday:
        return [match]
    if is_digits(t.low[match.start], 2) and point.weekday is None:
        return [*_earlier_days(t, match, point, floor), match]
    if is_digits(t.low[match.end - 1], 2) and point.year is None:
        return _later_days(t, match, point)
    return [match]


def _short_year(t: Tokens, match: Match, year: int) -> list[Match]:
    """`90` after `1989-`."""
    low, j = t.low, match.end
    if low[j] in ("-", "/") and t.glued(j) and t.glued(j + 1) and len(low[j + 1]) == 2 and is_digits(low[j + 1]):
        last = year - year % 100 + int(low[j + 1])
        if year < last <= year + 60 and not (t.glued(j + 2) and low[j + 2] in ("-", "/", "%")):
            return [Match(j + 1, j + 2, Point(year=last, rule="year"))]
    return []


def _later_days(t: Tokens, match: Match, point: Point) -> list[Match]:
    """Days that follow `Nov. 21`: `-28`, `, 24 and 25`; a year at the end holds for all of them."""
    low = t.low
    days: list[tuple[int, int, int]] = []
    j, last = match.end, point.day or 0
    year: int | None = None
    while len(days) < 8 and (low[j] in _TO or low[j] in _AND):
        gap = j + 1 + (low[j] == "," and low[j + 1] in ("and", "or"))
        gap += low[gap] == "the"
        day = day_at(t, gap)
        if day is None or day[1] <= last or not is_digits(low[gap]) or month_at(t, day[0]):
            break
        after = day[0]
        dated = year_at(t, after + (low[after] == ","))
        if low[j] in _AND and not dated and _counts(low[after]):
            break
        if low[j] == "," and low[j + 1] not in ("and", "or") and low[after] not in (",", "and", "or"):
            break
        days.append((gap, after, day[1]))
        j, last = after, day[1]
        if dated:
            year, days[-1] = dated[1], (gap, dated[0], day[1])
            break
    first = Match(match.start, match.end, point.but(year=year)) if year else match
    return [first, *(Match(a, b, Point(year=year, month=point.month, day=n, rule="shared month")) for a, b, n in days)]


def _counts(word: str) -> bool:
    """Whether a number before this word counts something: "April 24 and 25 others"."""
    return word.isalpha() and (word in COUNTED or (word[-1] == "s" and word not in ("was", "is", "has", "as")))


def _earlier_days(t: Tokens, match: Match, point: Point, floor: int) -> list[Match]:
    """Days before `28 November`: `21-`, `21 and`."""
    low = t.low
    j = match.start - 1
    if j - 1 < floor or (low[j] not in _TO and low[j] not in ("and", "or", "&")):
        return []
    start = j - 1 - (low[j - 1] in ("st", "nd", "rd", "th"))
    if start < floor or not is_digits(low[start], 2) or (start > 0 and t.glued(start) and low[start - 1] != "("):
        return []
    day = int(low[start])
    if not 0 < day < (point.day or 0) or day_at(t, start) is None:
        return []
    return [Match(start, j, point.but(day=day, rule="shared month"))]


def joined(t: Tokens, first: Match, second: Match) -> bool:
    """Whether two neighbours are the ends of one range: `from X to Y`, `X-Y`, `between X and Y`."""
    low = t.low
    if second.start - first.end != 1:
        return False
    sign = low[first.end]
    if sign in ("to", "through", "until", "till", "thru"):
        return low[first.start - 1] in ("from", "the", "between") or sign != "to" or _same_kind(first, second)
    if sign == "-":
        return _same_kind(first, second)
    return sign == "and" and (
        low[first.start - 1] == "between" or (low[first.start - 1] == "the" and low[first.start - 2] == "between")
    )


def _same_kind(first: Match, second: Match) -> bool:
    a, b = first.meaning, second.meaning
    return (
        isinstance(a, Point)
        and isinstance(b, Point)
        and bool(
            (a.day and b.day)
            or (a.weekday is not None and b.weekday is not None)
            or (a.clock and b.clock)
            or (a.rule == b.rule)
        )
    )
