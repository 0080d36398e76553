"""Expressions put together from parts: a day with its hour, an early spring, the end of a month, about two years."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.annotation.times import dates, numeric, phrases, quarters, years
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.clocks import clock
from onrecord.annotation.times.lengths import approximator, length
from onrecord.annotation.times.meanings import Clock, Meaning, Point, Written
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Meaning] | None
Rule = Callable[[Tokens, int], Found]


def calendar(t: Tokens, i: int) -> Found:
    """A date, with the year, part of the day or time of day that follows it."""
    found: Found = numeric.numeric(t, i) or _weekday_numeric(t, i) or dates.holiday(t, i)
    found = found or dates.date(t, i) or phrases.today(t, i)
    return _extended(t, *found) if found else None


def _weekday_numeric(t: Tokens, i: int) -> Found:
    """`Friday, 04/07/2025`."""
    weekday = lex.ANY_WEEKDAY.get(t.low[i])
    if weekday is None or not t.upper(i):
        return None
    j = i + 1 + (t.low[i + 1] == "." and t.low[i] in lex.WEEKDAYS_SHORT)
    found = numeric.numeric(t, j + (t.low[j] == ","))
    if found is None:
        return None
    end, date = found
    return end, replace(date, weekday=weekday) if isinstance(date, Written) else date


def shifted(t: Tokens, i: int) -> Found:
    """`last week`, `next Tuesday morning`."""
    found = phrases.shifted(t, i)
    return _extended(t, *found) if found else None


def _extended(t: Tokens, j: int, meaning: Meaning) -> tuple[int, Meaning]:
    """What may follow a date: `this year`, `morning`, `, 5 p.m.`."""
    if isinstance(meaning, Written):
        gap = j + (t.low[j] == ",")
        time = clock(t, gap) if is_digits(t.low[gap], 2) else None
        return (time[0], replace(meaning, clock=time[1])) if time else (j, meaning)
    if not isinstance(meaning, Point):
        return j, meaning
    found = _of_year(t, j, meaning) or _of_week(t, j, meaning)
    return found or (_with_hour(t, j, meaning) if _is_day(meaning) else (j, meaning))


def _of_year(t: Tokens, j: int, point: Point) -> tuple[int, Point] | None:
    """`last year`, `of this year`, `of that year`, `of the previous year` after a month."""
    low = t.low
    if not point.month or point.year is not None or point.shift is not None:
        return None
    gap = j + (low[j] == "of")
    if low[gap] in ("last", "this", "next") and low[gap + 1] == "year":
        if low[gap + 2] == "'" and low[gap + 4] in lex.ORDINALS:
            return None  # in April, last year's third quarter …
        return gap + 2, point.but(year_shift=lex.SHIFTS[low[gap]], rule="month of a shifted year")
    if low[j] == "of" and low[j + 1] in ("the", "that"):
        shift = {"previous": -1, "following": 1}.get(low[j + 2])
        end = j + 2 + (shift is not None)
        if low[end] == "year":
            return end + 1, point.but(year_shift=shift or 0, base="narrative")
    return None


def _of_week(t: Tokens, j: int, point: Point) -> tuple[int, Point] | None:
    """`of last week` after a weekday."""
    if point.weekday is None or point.month is not None or t.low[j] != "of" or t.low[j + 2] != "week":
        return None
    if t.low[j + 1] not in ("last", "this", "next"):
        return None
    return j + 3, point.but(unit="W", shift=lex.SHIFTS[t.low[j + 1]])


def _with_hour(t: Tokens, j: int, day: Point) -> tuple[int, Point]:
    """`morning`, `early morning`, `noon`, `, 5 p.m.`, `T18:00` after a day."""
    low = t.low
    if low[j] in lex.PARTS and low[j] != "overnight":
        return j + 1, day.but(part=lex.PARTS[low[j]])
    if low[j] in ("early", "late") and low[j + 1] in ("morning", "afternoon", "evening", "night"):
        return j + 2, day.but(part=lex.PARTS[low[j + 1]])
    if low[j] in ("noon", "midnight"):
        return j + 1, day.but(clock=Clock(12 if low[j] == "noon" else 24, 0))
    gap = j + (low[j] in (",", "t") or (low[j] == "-" and not t.glued(j)))
    time = clock(t, gap) if is_digits(low[gap], 4) else None
    if time and not (low[gap + 1] == "." and low[j] == ","):
        return time[0], day.but(clock=time[1])
    return j, day


def _is_day(point: Point) -> bool:
    return (
        point.clock is None
        and point.part is None
        and (
            point.day is not None
            or point.weekday is not None
            or point.day_shift is not None
            or point.holiday is not None
        )
    )


_CLOCK_ENDS = frozenset({".", "m", "noon", "pm", "am", "time", "midnight", *lex.ZONES})


def time_of_day(t: Tokens, i: int) -> Found:
    """A time of day, with the day that follows it."""
    found = clock(t, i)
    if found is None or (t.low[i - 1] == "(" and t.low[i - 2] in _CLOCK_ENDS and t.low[found[0]] == ")"):
        return None  # in brackets after another time of day: the same moment elsewhere
    j, time = found
    gap = j + (t.low[j] == ",")
    day: Found = dates.date(t, gap) or phrases.today(t, gap) or phrases.shifted(t, gap)
    if day and isinstance(day[1], Point) and _is_day(day[1]):
        return day[0] + (t.low[day[0]] in lex.PARTS), day[1].but(clock=time)
    return j, Point(clock=time, rule="clock")


def early(t: Tokens, i: int) -> Found:
    """`early Tuesday`, `the late 1970s`, `mid-November`, `earlier this year`, `later in the year`, `mid-afternoon`."""
    low = t.low
    j = i + (low[i] == "the")
    mod = lex.EARLY_LATE.get(low[j])
    if mod is None or low[j] == "middle":
        return None
    j += 1
    if low[j] == "-":
        if low[j - 1] not in ("mid", "early", "late"):
            return None
        j += 1
    elif low[j] == "in" and low[j - 1] != "mid":
        j += 1
        if low[j] not in ("the", "this", "last", "next") and not is_digits(low[j], 4) and low[j] not in lex.MONTHS:
            return None
        if low[j] == "the" and low[j + 1] in ("day", "morning", "evening", "afternoon", "night", "past", "future"):
            return None
    if low[j - 1] == "-" and low[j] in ("morning", "afternoon", "evening"):
        inner: Found = (j + 1, Point(part=lex.PARTS[low[j]], base="narrative", rule="part of day"))
        day = dates.date(t, j + 1) or phrases.today(t, j + 1)
        if day and inner:
            inner = day[0], day[1].but(part=lex.PARTS[low[j]])
    else:
        inner = _plain(t, j)
    if inner is None or not isinstance(inner[1], Point) or inner[1].mod:
        return None
    if mod in ("BEFORE", "AFTER") and inner[1].year is not None and inner[1].shift is None and low[j - 1] != "in":
        return None
    if inner[1].rule == "clock":
        return None
    return inner[0], inner[1].but(mod=mod)


def _plain(t: Tokens, i: int) -> Found:
    """A point of the calendar without a word that makes it early, late or inexact."""
    return longest(_POINTS, t, i)


def boundary(t: Tokens, i: int) -> Found:
    """`the end of the month`, `the very beginning of 1994`, `end of year`, `the middle of next week`."""
    low = t.low
    j = i + (low[i] == "the")
    j += low[j] == "very" and j > i
    mod = lex.BOUNDARIES.get(low[j])
    if mod is None:
        return None
    if low[j + 1] == "-" and t.glued(j + 1):
        inner = _plain(t, j + 2)
        return (inner[0], inner[1].but(mod=mod)) if inner and isinstance(inner[1], Point) else None
    if low[j + 1] != "of":
        return None
    j += 2
    if low[j] in ("year", "month", "quarter", "day", "week") and low[j + 1] != "-" and not t.upper(j):
        return j + 1, Point(unit=lex.UNITS[low[j]], shift=0, mod=mod, rule="boundary")
    inner = _plain(t, j) or early(t, j)
    if (
        inner is None
        and low[j] == "the"
        and low[j + 1] in ("day", "month", "quarter", "year", "week", "decade", "century", "season")
    ):
        if low[j + 1] == "season":
            return None
        inner = (j + 2, Point(unit=lex.UNITS[low[j + 1]], base="narrative", rule="anaphoric"))
    if inner is None or not isinstance(inner[1], Point) or inner[1].clock:
        return None
    return inner[0], inner[1].but(mod=mod)


def inexact(t: Tokens, i: int) -> Found:
    """`about two years`, `around Nov. 1`, `more than an hour`."""
    found = approximator(t, i)
    if found is None:
        return None
    j, mod = found
    size = length(t, j)
    if size and (t.low[i] != "some" or size[1].amount is not None):
        if size[1].rule == "bare plural":
            return None
        return size[0], replace(size[1], mod=mod)
    if t.low[i] in ("about", "around", "circa", "approximately", "roughly"):
        inner = time_of_day(t, j) or calendar(t, j) or phrases.year_end(t, j)
        if inner is None and t.low[i] in ("around", "circa"):
            inner = years.year(t, j)
        if (
            inner
            and isinstance(inner[1], Point)
            and (inner[1].day or inner[1].clock or inner[1].year or inner[1].month)
        ):
            return inner[0], inner[1].but(mod=mod)
    return None


def longest(rules: Iterable[Rule], t: Tokens, i: int) -> Found:
    """The longest of what the rules find at token `i`; the first of equals."""
    best: Found = None
    for rule in rules:
        found = rule(t, i)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


_POINTS: tuple[Rule, ...] = (
    calendar, shifted, quarters.quarter, quarters.period, phrases.season, years.decade, years.century, years.year,
    phrases.anaphoric, phrases.year_end, phrases.part_of_day, dates.holiday, time_of_day,
)
