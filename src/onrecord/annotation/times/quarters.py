"""Quarters, halves and reporting periods: `the third quarter of 1990`, `Q3 2025`, `the year-ago period`."""

from __future__ import annotations

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Point
from onrecord.annotation.times.numbers import is_digits, ordinal
from onrecord.annotation.times.tokens import Tokens
from onrecord.annotation.times.years import year_at

Found = tuple[int, Point] | None

FISCAL = frozenset({"fiscal", "financial"})
_COMPARED = frozenset({"comparable", "corresponding", "same", "equivalent", "similar"})
_DISTANT = ("ago", "earlier")


def quarter(t: Tokens, i: int) -> Found:
    """`third quarter`, `the fiscal-first quarter`, `the 1988 third quarter`, `Q3 2025`, `the first half`."""
    low = t.low
    short = _short(t, i)
    if short:
        return short
    j = i + (low[i] == "the")
    j += low[j] == "latest"
    year: int | None = None
    year_shift: int | None = None
    if low[j] == "year" and low[j + 1] == "-" and low[j + 2] in _DISTANT:
        j, year_shift = j + 3, -1
    else:
        named = year_at(t, j)
        if named:
            j, year = named
    fiscal = low[j] in FISCAL
    j += fiscal
    j += fiscal and low[j] == "-"
    number = ordinal(t, j)
    if number is None or (not is_digits(low[j], 2) and low[j] not in ("first", "second", "third", "fourth")):
        return None
    end, which = number
    end += low[end] == "-"
    fiscal = fiscal or low[end] in FISCAL
    end += low[end] in FISCAL
    point: Point
    if low[end] == "quarter" and low[end + 1] == "of" and low[end + 3] in ("season", "game", "match", "moon", "city"):
        return None
    if low[end] == "quarter" and which <= 4:
        point = Point(quarter=int(which), year=year, year_shift=year_shift, fiscal=fiscal, rule="quarter")
    elif low[end] == "half" and which <= 2 and _is_half(t, i, end + 1):
        point = Point(half=int(which), year=year, year_shift=year_shift, fiscal=fiscal, rule="half")
    else:
        return None
    return with_year(t, end + 1, point) if year is None and year_shift is None else (end + 1, point)


def _short(t: Tokens, i: int) -> Found:
    """`Q3`, `H1 2025`, `3Q25`, `2H`."""
    low = t.low
    letter, digit = (i, i + 1) if low[i] in ("q", "h") else (i + 1, i)
    if low[letter] not in ("q", "h") or not t.upper(letter) or not is_digits(low[digit], 1) or not t.glued(i + 1):
        return None
    number = int(low[digit])
    if t.glued(i) or not 1 <= number <= (4 if low[letter] == "q" else 2):
        return None
    point = Point(quarter=number, rule="quarter") if low[letter] == "q" else Point(half=number, rule="half")
    if t.glued(i + 2) and low[i + 2].isalnum():
        if letter == i or len(low[i + 2]) != 2 or not is_digits(low[i + 2]):
            return None
        return i + 3, point.but(year=2000 + int(low[i + 2]))
    end, dated = with_year(t, i + 2, point)
    return (end, dated) if low[letter] == "q" or end > i + 2 else None


def listed(t: Tokens, i: int) -> Found:
    """`second` in "the second and fourth quarters", and `fourth quarters` there."""
    low = t.low
    number = ordinal(t, i)
    if number is None or number[1] > 4:
        return None
    j, which = number
    if low[j] == "quarters":
        return j + 1, Point(quarter=int(which), rule="quarter")
    other = ordinal(t, j + 1 + (low[j + 1] in ("and", "or"))) if low[j] in ("and", "or", ",") else None
    if other and other[1] <= 4 and low[other[0]] in ("quarters", "and", ","):
        return j, Point(quarter=int(which), rule="quarter")
    return None


def _is_half(t: Tokens, i: int, end: int) -> bool:
    """Whether a half is one of a year, not of a match."""
    after = t.low[end]
    return (
        (
            after in ("of",)
            and (
                year_at(t, end + 1) is not None
                or t.low[end + 1] in ("this", "last", "next")
                or t.low[end + 2] in ("year", "decade", "month", "century")
            )
        )
        or after in ("net", "profit", "earnings", "results", "loss", "sales", "revenue", "pretax", "operating")
        or (year_at(t, end) is not None)
    )


def with_year(t: Tokens, i: int, point: Point) -> tuple[int, Point]:
    """A year after a quarter, half, month or season: `of 1990`, `2025`, `of last year`, `last year`, `a year ago`."""
    low = t.low
    gap = i + (low[i] in ("of", ","))
    gap += low[gap] in FISCAL and low[i] == "of"
    found = year_at(t, gap)
    if found and not (low[i] == "," and t.upper(i - 1)):
        return found[0], point.but(year=found[1])
    if low[gap] == "fy" and t.raw(gap) == "FY":
        found = year_at(t, gap + 1)
        short = len(low[gap + 1]) == 2 and is_digits(low[gap + 1])
        if found or short:
            return gap + 2, point.but(year=found[1] if found else 2000 + int(low[gap + 1]), fiscal=True)
    gap = i + (low[i] == "of")
    gap += low[gap] == "the" and low[i] == "of" and low[gap + 1] != "year"
    if (
        low[gap] in ("last", "this", "next", "previous", "following", "current")
        and low[gap + 1] == "year"
        and low[gap + 2] != "'"
    ):
        return gap + 2, point.but(
            year_shift=lex.SHIFTS[low[gap]], base="narrative" if low[gap] in lex.NARRATIVE else "document"
        )
    if low[i] == "a" and low[i + 1] == "year" and low[i + 2] in _DISTANT:
        return i + 3, point.but(year_shift=-1)
    if low[i] == "of" and t.phrase(gap, ("the", "year")):
        return gap + 2, point
    return i, point


def period(t: Tokens, i: int) -> Found:
    """`the latest quarter`, `the year-ago period`, `the 1988 quarter`, `the same period last year`, `year-earlier`."""
    low = t.low
    j = i + (low[i] in ("the", "its"))
    compared = low[j] in _COMPARED
    j += compared
    if low[j] == "year" and low[j + 1] == "-" and low[j + 2] in _DISTANT and t.glued(j + 1):
        end = j + 3
        if low[end] in ("quarter", "period"):
            return end + 1, Point(unit="Q", year_shift=-1, rule="period")
        return (end, Point(unit="Q", year_shift=-1, rule="period")) if j == i else None
    named = year_at(t, j) if j > i else None
    if named and low[named[0]] in ("quarter", "period"):
        return named[0] + 1, Point(unit="Q", year=named[1], rule="period")
    latest = low[j] == "latest"
    j += latest
    fiscal = low[j] in FISCAL
    j += fiscal
    if latest and low[j] == "year":
        return j + 1, Point(unit="Y", shift=-1, fiscal=fiscal, rule="shifted")
    if low[j] not in ("quarter", "period") or (low[j] == "period" and not (latest or compared)):
        return None
    if (low[i] != "the" and not latest) or t.phrase(j + 1, ("-", "to", "-")):
        return None
    point = Point(unit="Q", fiscal=fiscal, rule="period")
    end, dated = with_year(t, j + 1, point)
    if end == j + 1 and compared and low[end] == "the" and low[end + 1] == "previous" and low[end + 2] == "year":
        return end + 3, point.but(year_shift=-1)
    if compared and end == j + 1:
        return None
    return end, dated
