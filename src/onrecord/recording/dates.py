"""Days and stretches of days as the record writes them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from onrecord.types import Precision, Time


@dataclass(frozen=True, slots=True)
class Day:
    """A date, the last day of its interval where it is not one day, and how exactly it is known."""

    date: str | None
    end: str | None
    precision: Precision


_ISO = re.compile(r"\d{4}-\d\d-\d\d")
UNKNOWN = Day(None, None, "unknown")


def parse(day: str | None) -> dt.date | None:
    """The date in an ISO string, or None where there is none or only a month or year."""
    if day is None or not _ISO.match(day):
        return None
    try:
        return dt.date.fromisoformat(day[:10])
    except ValueError:
        return None


def day_of(time: Time) -> Day:
    """The day or interval that a temporal expression names. Durations, repeated and vague times have none.

    The value is read, not the interval: of `until Friday` it is the Friday, whatever the stretch before it.
    """
    if time.type in ("DURATION", "SET") or time.value is None:
        return UNKNOWN
    value = time.value.partition("T")[0]
    try:
        if _ISO.fullmatch(value):
            return Day(dt.date.fromisoformat(value).isoformat(), None, "day")
        if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            first = dt.date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
            return Day(first.isoformat(), (first + dt.timedelta(days=1 if found[3] else 6)).isoformat(), "week")
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = int(found[1]), int(found[2])
            return Day(f"{value}-01", dt.date(year, month, _last_day(year, month)).isoformat(), "month")
        if re.fullmatch(r"\d{4}", value) and int(value) > 0:
            return Day(f"{value}-01-01", f"{value}-12-31", "year")
    except ValueError:
        return UNKNOWN
    begin, end = parse(time.begin), parse(time.end_)
    if begin is None or end is None:
        return UNKNOWN
    return Day(begin.isoformat(), None if begin == end else end.isoformat(), _precision(begin, end))


def _precision(begin: dt.date, end: dt.date) -> Precision:
    days = (end - begin).days + 1
    if days <= 7:
        return "week" if days == 7 else "day"
    return "month" if days <= 31 else "year"


NUMBERS = {
    "a": 1, "an": 1, "another": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
"""Numbers that are spelled out."""
_LENGTH = (
    r"\b(\d{1,4}|"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")[\s-](?:(?:more|additional|further|full|extra|calendar|business|working)\s)?"
    r"(hour|day|week|fortnight|month|year)s?\b"
)
_SPELLED, _IN_LOWER_CASE = re.compile(_LENGTH, re.I), re.compile(_LENGTH)
"""The same; in lower case it is found three times as fast."""


_WORKING = re.compile(r"\b(?:business|working)\s", re.I)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time: so many units."""

    number: int
    unit: str
    working: bool = False
    """Whether only working days count."""

    def after(self, start: dt.date) -> dt.date:
        """The day on which the stretch ends that begins on `start`; hours are counted as started days of 24."""
        if self.working and self.unit == "day":
            weeks, days = divmod(self.number, 5)
            end = start + dt.timedelta(days=weeks * 7)
            for _ in range(days):
                end += dt.timedelta(days=1 if end.weekday() < _FRIDAY else 7 - end.weekday())
            return end
        if self.unit == "hour":
            return start + dt.timedelta(days=-(-self.number // 24))
        if self.unit in ("month", "year"):
            months = self.number * (12 if self.unit == "year" else 1)
            index = start.year * 12 + start.month - 1 + months
            year, month = divmod(index, 12)
            return dt.date(year, month + 1, min(start.day, _last_day(year, month + 1)))
        return start + dt.timedelta(days=self.number * {"day": 1, "week": 7, "fortnight": 14}[self.unit])

    def __str__(self) -> str:
        return f"{self.number} {'working ' if self.working else ''}{self.unit}{'' if self.number == 1 else 's'}"


def _last_day(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


def lengths_in(text: str) -> list[tuple[int, int, Length]]:
    """Stretches of time that a text names (`60 days`, `a one-week window`), with their offsets in it."""
    out: list[tuple[int, int, Length]] = []
    if _IN_LOWER_CASE.search(text.lower()) is None:
        return out
    for found in _SPELLED.finditer(text):
        number = found[1].lower()
        count = int(number) if number.isdigit() else NUMBERS[number]
        if 0 < count <= 3660:
            working = _WORKING.search(found[0]) is not None
            out.append((found.start(), found.end(), Length(count, found[2].lower(), working)))
    return out
