"""Tie a named stretch of the calendar to it: by the day of publication, the narrative, tense, weekdays.

Dates without a year are weighed: each year's candidate costs its distance from the day of publication, and a candidate
on the other side of it than the clause's tense says costs more. So "in March" with a past verb is the last March, but
"payable Dec. 7" in a text of October is this December although the sentence is in the past.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from onrecord.annotation.times import calendars as cal
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.context import Context, Value
from onrecord.annotation.times.meanings import Clock, Point
from onrecord.annotation.times.tense import Tense

_AGAINST_TENSE_DAY = 3
_AGAINST_TENSE_MONTH = 8
_AGAINST_TENSE_PART = 3
_AGAINST_SURE_VERB = 12
"""How much dearer a candidate against the clause's tense is: for a day, a month, a quarter or season; and for a day or
a month with its verb close by ("took effect in January"). A verb further off is often another clause's, so that the
nearer date wins where it is much nearer; a month without a year reaches further back than a day does."""


def point(p: Point, tense: Tense, context: Context) -> Value | None:
    """The value of a named stretch of the calendar, or None where it is none (30 February)."""
    if p.decade is not None:
        return Value("DATE", f"{p.decade:03}", p.mod, "explicit")
    if p.century is not None:
        return Value("DATE", f"{p.century:02}", p.mod, "explicit")
    found = _stretch(p, tense, context)
    if found is None:
        return None
    return with_time(found, p.clock, p.part) if p.clock or p.part else found


def with_time(found: Value, clock: Clock | None, part: str | None) -> Value:
    """A day's value with its hour or part. A time in another zone than Greenwich has it in its interval only."""
    value = found.value
    if len(value) != 10:
        value = "XXXX-XX-XX" if not value.startswith("XXXX-WXX-") else value
    if clock is None:
        return replace(found, type="TIME", value=f"{value}T{part}")
    begin = zoned(found.day, clock) if found.day and clock.zone and clock.hour < 24 else None
    return replace(found, type="TIME", value=f"{value}T{clock_value(clock)}", begin=begin, end=begin)


def zoned(day: dt.date, clock: Clock) -> str:
    """A moment with its offset from Greenwich: `2025-12-08T17:00:00-05:00`."""
    sign, (hours, minutes) = "-" if (clock.zone or 0) < 0 else "+", divmod(abs(clock.zone or 0), 60)
    return f"{day}T{clock.hour:02}:{clock.minute or 0:02}:{clock.second or 0:02}{sign}{hours:02}:{minutes:02}"


def clock_value(clock: Clock) -> str:
    """`17:00`, `18:00Z`. Only Greenwich time is marked in the value, as TIMEX3 does; the interval has the others."""
    text = f"{clock.hour:02}:{clock.minute or 0:02}"
    if clock.second is not None:
        text += f":{clock.second:02}"
    return text + ("Z" if clock.zone == 0 else "")


def _stretch(p: Point, tense: Tense, context: Context) -> Value | None:
    """The part of the calendar, without the time of day."""
    if p.day_shift is not None:
        return _from_day(context.published, p.day_shift, p.mod, "document date")
    if p.rule == "day of month":
        return _day_of_month(p, tense, context)
    if p.month is not None or (p.holiday and p.month is None):
        return _month_or_day(p, tense, context)
    if p.rule == "week of" or p.weekday is not None:
        return _weekday(p, tense, context)
    if p.quarter is not None or p.half is not None or p.season is not None:
        return _part_of_year(p, tense, context)
    if p.weekend:
        return _weekend(p, tense, context)
    if p.unit == "Q" and p.rule == "period":
        return _period(p, context)
    if p.unit is not None:
        return _unit(p, context)
    if p.year is not None:
        return Value("DATE", f"{p.year:04}", p.mod, "explicit")
    told = context.day if p.rule != "part of day" else None
    shift = -1 if p.rule == "overnight" else 0
    return _from_day(told or context.published, shift, p.mod, "narrative" if told else "document date")


def _from_day(base: dt.date | None, shift: int, mod: str | None, basis: str) -> Value:
    day = cal.add_days(base, shift) if base else None
    return day_value(day, basis, mod) if day else Value("DATE", "XXXX-XX-XX", mod)


def day_value(day: dt.date, basis: str, mod: str | None = None) -> Value:
    """One day."""
    return Value("DATE", day.isoformat(), mod, basis, day=day)


def unit_value(day: dt.date, unit: str, mod: str | None, basis: str) -> Value:
    """The unit of the calendar that a day lies in."""
    if unit in ("D", "N"):
        return Value("DATE", day.isoformat(), mod, basis, day=day)
    if unit in ("W", "F"):
        return Value("DATE", cal.week_value(day), mod, basis)
    if unit == "M":
        return Value("DATE", f"{day.year:04}-{day.month:02}", mod, basis)
    if unit == "Q":
        return Value("DATE", f"{day.year:04}-Q{(day.month + 2) // 3}", mod, basis)
    return Value("DATE", f"{day.year:04}", mod, basis)


def unknown_date(unit: str) -> str:
    """The TIMEX3 value of a unit of the calendar of which nothing else is known."""
    return {
        "D": "XXXX-XX-XX",
        "N": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "F": "XXXX-WXX",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "E": "XXX",
        "C": "XX",
        "Y": "XXXX",
    }.get(unit, "XXXX-XX-XXTXX:XX")


def _base_year(p: Point, context: Context) -> tuple[int | None, str]:
    if p.base == "narrative" and context.year is not None:
        return context.year, "narrative"
    return (context.published.year if context.published else None), "document date"


def _month_or_day(p: Point, tense: Tense, context: Context) -> Value | None:
    """A month, a day of a month or a holiday: in its own year, in a shifted one, or in the likeliest."""
    year, basis = p.year, "explicit"
    if year is None and p.year_shift is not None:
        base, basis = _base_year(p, context)
        year = base + p.year_shift if base is not None else None
    if year is not None:
        found = _in_year(p, year, basis)
    elif context.published is None:
        return Value("DATE", _yearless(p), p.mod)
    elif p.rule == "year end":
        found = _in_year(p, context.published.year - (tense == "past"), "document date")
    else:
        found = _likeliest(p, tense, context, context.published)
    if found and found.day and p.unit == "W":
        return Value("DATE", cal.week_value(found.day), p.mod, found.basis)
    return found


def _likeliest(p: Point, tense: Tense, context: Context, today: dt.date) -> Value | None:
    """The date of the year that its weekday, a word like `last`, or its distance and tense speak for."""
    options = [
        (y, v.day or dt.date(y, p.month or 1, 1), v)
        for y in range(today.year - 9, today.year + 10)
        if 0 < y < 9999 and (v := _in_year(p, y, "document date"))
    ]
    if p.weekday is not None and p.day:
        fitting = [o for o in options if o[1].weekday() == p.weekday]
        if fitting:
            best = min(fitting, key=lambda o: (_cost(o[1], today, tense, context), o[0]))
            return replace(best[2], basis="weekday")
    leap_day = p.month == 2 and p.day == 29
    near = [o for o in options if abs(o[0] - today.year) <= 4 or leap_day]
    if not near:
        return None
    if p.shift is not None:
        return _shifted_month(p, near, today)
    cost = _cost if p.day else _month_cost
    value = min(near, key=lambda o: (cost(o[1], today, tense, context), o[0]))[2]
    return replace(value, basis="tense" if tense else "document date")


def _shifted_month(p: Point, options: list[tuple[int, dt.date, Value]], today: dt.date) -> Value:
    """`last April`, `this September`, `next March`: the one before, in, after the month of publication."""
    here = (today.year, today.month, today.day if p.day else 0)

    def place(option: tuple[int, dt.date, Value]) -> tuple[int, int, int]:
        return option[1].year, option[1].month, option[1].day if p.day else 0

    if p.shift == 0:
        return min(options, key=lambda o: (abs(o[0] - today.year), o[0]))[2]
    if p.shift and p.shift < 0:
        return max((o for o in options if place(o) < here), key=lambda o: o[0], default=options[0])[2]
    return min((o for o in options if place(o) > here), key=lambda o: o[0], default=options[-1])[2]


def _yearless(p: Point) -> str:
    if p.month is None:
        return "XXXX-XX-XX"
    return f"XXXX-{p.month:02}" + (f"-{p.day:02}" if p.day else "")


def _in_year(p: Point, year: int, basis: str) -> Value | None:
    if p.month is None:
        name = lex.MOVING_DAYS.get(tuple((p.holiday or "").split()))
        feast = cal.moving_day(name, year) if name and 1 <= year <= 9999 else None
        return day_value(feast, basis, p.mod) if feast else None
    if p.nth is not None and p.weekday is not None:
        nth = cal.nth_weekday(year, p.month, p.weekday, p.nth) if 1 <= year <= 9999 else None
        return day_value(nth, basis, p.mod) if nth else None
    if p.day is None:
        return Value("DATE", f"{year:04}-{p.month:02}", p.mod, basis)
    day = cal.make_date(year, p.month, p.day)
    return day_value(day, basis, p.mod) if day else None


def _day_of_month(p: Point, tense: Tense, context: Context) -> Value | None:
    """`the 15th`: of the month before, in or after the one of publication, by tense and distance."""
    today = context.published
    if today is None or p.day is None:
        return Value("DATE", f"XXXX-XX-{p.day:02}", p.mod)
    shifts = (-1, 0, 1) if p.shift is None else (p.shift,)
    months = [cal.add_months(today.year, today.month, shift) for shift in shifts]
    days = [d for year, month in months if (d := cal.make_date(year, month, p.day))]
    return (
        day_value(
            min(days, key=lambda d: _cost(d, today, tense, context)),
            "tense" if tense else "document date",
            p.mod,
        )
        if days
        else None
    )


def _cost(day: dt.date, today: dt.date, tense: Tense, context: Context) -> float:
    """Distance in days, weighed by tense."""
    distance = (day - today).days
    wrong = (tense == "past" and distance > 0) or (tense == "future" and distance < 0)
    return abs(distance) * (_against(_AGAINST_TENSE_DAY, context) if wrong else 1.0)


def _month_cost(first: dt.date, today: dt.date, tense: Tense, context: Context) -> float:
    """Distance in months, weighed by tense; the month of publication itself fits any."""
    distance = (first.year - today.year) * 12 + first.month - today.month
    wrong = (tense == "past" and distance > 0) or (tense == "future" and distance < 0)
    return abs(distance) * (_against(_AGAINST_TENSE_MONTH, context) if wrong else 1.0)


def _against(factor: int, context: Context) -> int:
    return _AGAINST_SURE_VERB if context.sure_verb else factor


def _weekday(p: Point, tense: Tense, context: Context) -> Value | None:
    weekday = p.weekday or 0
    today = context.published
    if today is None:
        return Value("DATE", f"XXXX-WXX-{weekday + 1}", p.mod)
    monday = cal.add_days(today, -today.weekday())
    if monday is None:
        return Value("DATE", f"XXXX-WXX-{weekday + 1}", p.mod)
    if p.day:
        months = (cal.add_months(today.year, today.month, shift) for shift in range(-24, 25))
        fitting = [d for year, month in months if (d := cal.make_date(year, month, p.day)) and d.weekday() == weekday]
        return (
            day_value(min(fitting, key=lambda d: _cost(d, today, tense, context)), "weekday", p.mod)
            if fitting
            else None
        )
    base, basis = today, "document date"
    if p.base == "narrative" and context.day:
        base, basis = context.day, "narrative"
    if p.unit == "W" and p.shift is not None:
        day = cal.add_days(monday, weekday + 7 * p.shift)
    elif p.shift == 0:
        day = cal.add_days(monday, weekday)
        if day and tense == "past" and day > today:
            day = cal.add_days(day, -7)
        elif day and tense == "future" and day < today:
            day = cal.add_days(day, 7)
    elif p.shift == -1:
        day = cal.add_days(base, -((base.weekday() - weekday - 1) % 7 + 1))
    elif p.shift == 1:
        day = (
            cal.add_days(monday, weekday + 7)
            if basis == "document date"
            else cal.add_days(base, (weekday - base.weekday() - 1) % 7 + 1)
        )
    elif tense == "future":
        day = cal.add_days(today, (weekday - today.weekday()) % 7)
        basis = "tense"
    else:
        day = cal.add_days(today, -((today.weekday() - weekday) % 7))
        basis = "tense" if tense else "document date"
    return day_value(day, basis, p.mod) if day else Value("DATE", f"XXXX-WXX-{weekday + 1}", p.mod)


def _part_of_year(p: Point, tense: Tense, context: Context) -> Value:
    name = f"Q{p.quarter}" if p.quarter else f"H{p.half}" if p.half else p.season or ""
    year, basis = p.year, "explicit"
    first = p.quarter * 3 - 2 if p.quarter else p.half * 6 - 5 if p.half else lex.SEASON_MONTHS[name]
    if year is None:
        base, basis = _base_year(p, context)
        if base is None:
            return Value("DATE", f"XXXX-{name}", p.mod)
        if p.year_shift is not None:
            if p.quarter and p.year_shift == -1 and p.rule == "quarter" and context.quarter:
                base = context.quarter[0]
            year = base + p.year_shift
        else:
            today = context.published or dt.date(base, 1, 1)
            year = _year_of_part(first, 6 if p.half else 3, p, tense, today)
            basis = "tense" if tense and p.shift is None else basis
    return Value("DATE", f"{year:04}-{name}", p.mod, basis)


def _year_of_part(first: int, months: int, p: Point, tense: Tense, today: dt.date) -> int:
    """The year of a season, quarter or half without one; `first` is its first month."""
    here = today.year * 12 + today.month - 1

    def distance(year: int) -> int:
        begin = year * 12 + first - 1
        return 0 if begin <= here < begin + months else begin - here if begin > here else begin + months - 1 - here

    years = [today.year - 1, today.year, today.year + 1]
    if p.shift is not None:
        if p.shift < 0:
            return max(y for y in [today.year - 2, *years] if distance(y) < 0)
        if p.shift > 0:
            return min(y for y in [*years, today.year + 2] if distance(y) > 0)
        return min(years, key=lambda y: (abs(y * 12 + first - 1 - here), y)) if first == 12 else today.year

    def cost(year: int) -> float:
        """Quarters and seasons to come are as rare where no verb tells as where it is in the past."""
        ahead = distance(year)
        return abs(ahead) * (_AGAINST_TENSE_PART if (ahead > 0) != (tense == "future") and ahead else 1)

    return min(years, key=lambda y: (cost(y), y))


def _weekend(p: Point, tense: Tense, context: Context) -> Value:
    today = context.published
    monday = cal.add_days(today, -today.weekday()) if today else None
    if today is None or monday is None:
        return Value("DATE", "XXXX-WXX-WE", p.mod)
    shift = p.shift or 0
    if not shift and today.weekday() < 5 and tense != "future":
        shift = -1 if tense == "past" or (p.shift is None and today.weekday() < 3) else 0
    there = cal.add_days(monday, 7 * shift)
    return (
        Value("DATE", cal.week_value(there) + "-WE", p.mod, "document date")
        if there
        else Value("DATE", "XXXX-WXX-WE", p.mod)
    )


def _period(p: Point, context: Context) -> Value:
    """`the quarter`, `the year-ago period`: the quarter that the text speaks of, or the last one that had ended."""
    named, basis = context.quarter, "narrative"
    if named and not context.in_quarter and (p.year is not None or p.year_shift is not None):
        return Value("DATE", f"{p.year if p.year is not None else named[0] + (p.year_shift or 0):04}", p.mod, basis)
    if named is None and context.published:
        year, month = cal.add_months(context.published.year, context.published.month, -3)
        named, basis = (year, (month + 2) // 3), "document date"
        if p.year_shift is not None and p.rule == "period" and p.shift is None:
            return Value("DATE", f"{context.published.year + p.year_shift:04}", p.mod, basis)
    if named is None:
        return Value("DATE", f"{p.year or 'XXXX'}-QX", p.mod)
    year = p.year if p.year is not None else named[0] + (p.year_shift or 0)
    return Value("DATE", f"{year:04}-Q{named[1]}", p.mod, basis)


def _unit(p: Point, context: Context) -> Value | None:
    """`last year`, `this month`, `the following week`, `that day`."""
    unit = p.unit or "D"
    if p.rule == "beside event":
        return Value("DATE", unknown_date(unit), p.mod)
    shift = p.shift or 0
    base, basis = context.published, "document date"
    if p.rule == "then" and context.day is None:
        return None
    if p.base == "narrative" and p.rule in ("shifted", "then"):
        base, basis = _narrative_base(unit, context)
    if base is None:
        return Value("DATE", unknown_date(unit), p.mod)
    if unit == "D":
        return _from_day(base, shift, p.mod, basis)
    there = cal.add_units(base, shift, unit)
    if there is None:
        return Value("DATE", unknown_date(unit), p.mod)
    if unit == "E":
        return Value("DATE", f"{base.year // 10 + shift:03}", p.mod, basis)
    if unit == "C":
        return Value("DATE", f"{base.year // 100 + shift:02}", p.mod, basis)
    return unit_value(there, unit, p.mod, basis)


def _narrative_base(unit: str, context: Context) -> tuple[dt.date | None, str]:
    if unit in ("D", "W") and context.day:
        return context.day, "narrative"
    if unit == "M" and context.month:
        return cal.make_date(*context.month, 1), "narrative"
    if unit in ("Y", "E", "C") and context.year:
        return cal.make_date(context.year, 1, 1), "narrative"
    if unit == "Q" and context.named_quarter:
        return cal.make_date(context.named_quarter[0], context.named_quarter[1] * 3 - 2, 1), "narrative"
    return context.published, "document date"
