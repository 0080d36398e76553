"""Tie what an expression says to the calendar."""

from __future__ import annotations

import datetime as dt

from onrecord.annotation.times import calendars as cal
from onrecord.annotation.times.context import Context, Value
from onrecord.annotation.times.meanings import Fuzzy, Length, Meaning, Repeated, Written
from onrecord.annotation.times.points import day_value, point, unit_value, unknown_date, with_time
from onrecord.annotation.times.tense import Tense


def resolve(meaning: Meaning, tense: Tense, context: Context) -> Value | None:
    """The value of an expression, or None where it turns out to be none (30 February)."""
    if isinstance(meaning, Fuzzy):
        return Value("DATE", meaning.value)
    if isinstance(meaning, Repeated):
        return Value("SET", meaning.value)
    if isinstance(meaning, Length):
        return _length(meaning, tense, context)
    if isinstance(meaning, Written):
        found = _written(meaning, context)
        return with_time(found, meaning.clock, None) if found and found.day and meaning.clock else found
    return point(meaning, tense, context)


def _length(size: Length, tense: Tense, context: Context) -> Value:
    today = context.published
    if size.direction in ("ago", "hence", "earlier"):
        return _distance(size, context)
    if size.direction in ("past", "next") and today and size.amount is not None:
        there = cal.add_units(today, -size.amount if size.direction == "past" else size.amount, size.unit)
        if there:
            begin, end = (there, today) if size.direction == "past" else (today, there)
            return Value("DURATION", size.value, size.mod, "document date", begin.isoformat(), end.isoformat())
    return Value("DURATION", size.value, size.mod)


def _distance(size: Length, context: Context) -> Value:
    """A date told by its distance: `three weeks ago`, `a year earlier`."""
    sign = 1 if size.direction == "hence" else -1
    if size.amount is None:
        return Value("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", size.mod)
    base, basis = context.published, "document date"
    if size.unit == "Y" and sign < 0 and size.amount == 1 and context.quarter:
        year, quarter = context.quarter
        return Value(
            "DATE", f"{year - 1:04}-Q{quarter}" if context.in_quarter else f"{year - 1:04}", size.mod, "narrative"
        )
    if size.direction == "earlier" and (context.day or context.year):
        basis = "narrative"
        if context.day:
            base = context.day
        elif context.year and size.unit in ("Y", "E", "C"):
            base = cal.make_date(context.year, 6, 15)
        elif context.month and size.unit == "M":
            base = cal.make_date(*context.month, 15)
        else:
            basis = "document date"
    if base is None:
        return Value("DATE", unknown_date(size.unit), size.mod)
    there = cal.add_units(base, sign * size.amount, size.unit)
    if there is None:
        return Value("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", size.mod)
    if size.unit in ("H", "MIN", "S"):
        return _hours(size, context, sign, base)
    return unit_value(there, size.unit, size.mod, basis)


def _hours(size: Length, context: Context, sign: int, base: dt.date) -> Value:
    if context.clock is None or base != context.published:
        return Value("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", size.mod)
    seconds = (size.amount or 0) * {"H": 3600, "MIN": 60, "S": 1}[size.unit] * sign
    there = dt.datetime.combine(base, dt.time.fromisoformat(context.clock)) + dt.timedelta(
        seconds=max(min(seconds, 1e9), -1e9)
    )
    return Value("TIME", there.strftime("%Y-%m-%dT%H:%M"), size.mod, "document date", day=there.date())


def _written(written: Written, context: Context) -> Value | None:
    """A numeric date that can be read two ways: by the day of publication, then by the outlet's country, else both."""
    days = [d for d in (cal.make_date(*r) for r in written.readings) if d]
    if not days:
        return None
    if len(set(days)) == 1:
        return day_value(days[0], "explicit")
    fitting = [d for d in days if d.weekday() == written.weekday]
    if len(fitting) == 1:
        return day_value(fitting[0], "weekday")
    if context.published:
        near = [d for d in days if abs((d - context.published).days) <= 7]
        if len(near) == 1:
            return day_value(near[0], "document date")
    if context.country:
        month_first = context.country.upper() in ("USA", "US", "PHL", "PH", "PLW", "PW", "FSM", "FM")
        return day_value(days[1] if month_first else days[0], "country")
    first, last = min(days), max(days)
    return Value("DATE", f"{first.year:04}-XX-XX", None, "ambiguous", first.isoformat(), last.isoformat())
