"""Days, weeks, months and their TIMEX3 values: arithmetic only, no text.

Weeks are ISO weeks (Monday to Sunday), seasons the meteorological ones of the northern hemisphere (winter of a year
begins in its December), decades and centuries are written by their leading digits (`198` for the 1980s, `19` for the
20th century), as TIMEX3 does. Dates outside the years 1 to 9999 do not exist here: functions give None for them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from onrecord.annotation.times.lexicon import SEASON_MONTHS

Interval = tuple[str | None, str | None]
OPEN: Interval = (None, None)

_VALUE = re.compile(
    r"(?P<century>\d\d)(?:(?P<decade>\d)(?:(?P<year>\d)(?:-(?:"
    r"(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>(?P<h>\d\d)(?::(?P<m>\d\d)(?::(?P<s>\d\d))?)?)?(?P<zone>Z|[+-]\d\d:\d\d)?"
    r"(?P<part>[A-Z]{2})?)?)?"
    r"|W(?P<week>\d\d)(?:-(?P<weekend>WE))?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?)?)?"
)
_DAYS = {"D": 1, "N": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where there is none (31 April, year 0)."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: dt.date, days: int) -> dt.date | None:
    """`day` moved by `days`, or None past the calendar's ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, `months` later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def add_months_to_day(day: dt.date, months: int) -> dt.date | None:
    """The same day of a later or earlier month; the last one where that month is shorter."""
    year, month = add_months(day.year, day.month, months)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_units(day: dt.date, amount: float, unit: str) -> dt.date | None:
    """A day moved by an amount of a unit (`lexicon.UNITS`), back if negative; None past the calendar's ends.

    Hours and less stay in the day; fractions are rounded to days, or to months for what is counted in months.
    """
    if abs(amount) > 1e6:
        return None
    if unit in ("S", "MIN", "H"):
        return day
    if unit in _DAYS:
        return add_days(day, round(amount * _DAYS[unit]))
    return add_months_to_day(day, round(amount * _MONTHS[unit]))


def week_value(day: dt.date) -> str:
    """The ISO week that `day` lies in: `2025-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def weeks_monday(year: int, week: int) -> dt.date | None:
    """Monday of an ISO week."""
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus that Meeus gives (Astronomical Algorithms)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date | None:
    """The `n`-th such weekday of a month, or with `n` = -1 the last one; None where it has no fifth."""
    length = calendar.monthrange(year, month)[1]
    if n < 0:
        return dt.date(year, month, length - (dt.date(year, month, length).weekday() - weekday) % 7)
    day = 1 + (weekday - dt.date(year, month, 1).weekday()) % 7 + 7 * (n - 1)
    return dt.date(year, month, day) if 1 <= day <= length else None


def moving_day(name: str, year: int) -> dt.date | None:
    """The feast or holiday of that name (keys of `lexicon.MOVING_DAYS`); those of the state are the United States'."""
    if name in _AFTER_EASTER:
        return add_days(easter(year), _AFTER_EASTER[name])
    (month, weekday, n), days = _HOLIDAYS[name]
    day = nth_weekday(year, month, weekday, n)
    return add_days(day, days) if day else None


_AFTER_EASTER = {"easter": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46}
_HOLIDAYS = {
    "thanksgiving": ((11, 3, 4), 0), "black friday": ((11, 3, 4), 1), "cyber monday": ((11, 3, 4), 4),
    "election": ((11, 0, 1), 1), "labor": ((9, 0, 1), 0), "memorial": ((5, 0, -1), 0), "king": ((1, 0, 3), 0),
    "columbus": ((10, 0, 2), 0), "presidents": ((2, 0, 3), 0),
}
"""Month, weekday (Monday is 0), which one of the month, and days after it."""


def interval(value: str | None) -> Interval:
    """First and last day (or minute) of a TIMEX3 value, both inclusive; None, None where the value fixes none.

    A part of a day (`2025-11-28TMO`) gives its day: where a morning ends is not certain.
    """
    found = _VALUE.fullmatch(value) if value else None
    if not found:
        return OPEN
    if found["decade"] is None:
        return _years(int(found["century"]) * 100, 100)
    if found["year"] is None:
        return _years(int(found["century"] + found["decade"]) * 10, 10)
    year = int(found["century"] + found["decade"] + found["year"])
    if found["week"]:
        monday = weeks_monday(year, int(found["week"]))
        if monday is None:
            return OPEN
        return _days(add_days(monday, 5 if found["weekend"] else 0), add_days(monday, 6))
    if found["quarter"]:
        return _months(year, int(found["quarter"]) * 3 - 2, 3)
    if found["half"]:
        return _months(year, int(found["half"]) * 6 - 5, 6)
    if found["season"]:
        return _months(year, SEASON_MONTHS[found["season"]], 3)
    if found["month"] is None:
        return _years(year, 1)
    if found["day"] is None:
        return _months(year, int(found["month"]), 1)
    day = make_date(year, int(found["month"]), int(found["day"]))
    if day is None:
        return OPEN
    if found["clock"]:
        return _minute(day, found)
    return _days(day, day)


def _minute(day: dt.date, found: re.Match[str]) -> Interval:
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found["s"] or 0)
    if hour == 24:
        hour, next_day = 0, add_days(day, 1)
        if next_day is None:
            return OPEN
        day = next_day
    if hour > 23 or minute > 59 or second > 59:
        return OPEN
    zone = "+00:00" if found["zone"] == "Z" else found["zone"] or ""
    if zone or second:
        text = f"{day}T{hour:02}:{minute:02}:{second:02}{zone}"
    else:
        text = f"{day}T{hour:02}:{minute:02}"
    return text, text


def _days(begin: dt.date | None, end: dt.date | None) -> Interval:
    return (begin.isoformat(), end.isoformat()) if begin and end else OPEN


def _months(year: int, month: int, count: int) -> Interval:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return OPEN
    last_year, last_month = add_months(year, month, count - 1)
    if last_year > 9999:
        return OPEN
    last = calendar.monthrange(last_year, last_month)[1]
    return f"{year:04}-{month:02}-01", f"{last_year:04}-{last_month:02}-{last:02}"


def _years(first: int, count: int) -> Interval:
    first = max(first, 1)
    return f"{first:04}-01-01", f"{first + count - 1 if count == 1 else (first // count) * count + count - 1:04}-12-31"
