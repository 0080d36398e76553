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


UNKNOWN = Day(None, None, "unknown")


def parse(day: str | None) -> dt.date | None:
    """The date in an ISO string, or None where there is none or only a month or year."""
    if day is None or not re.match(r"\d{4}-\d\d-\d\d", day):
        return None
    try:
        return dt.date.fromisoformat(day[:10])
    except ValueError:
        return None


def day_of(time: Time) -> Day:
    """The interval of a temporal expression. Durations and repeated times have none."""
    begin, end = parse(time.begin), parse(time.end_)
    if time.type in ("DURATION", "SET") or begin is None:
        return UNKNOWN
    if end is None or end == begin:
        return Day(begin.isoformat(), None, "day")
    return Day(begin.isoformat(), end.isoformat(), _precision(begin, end))


def _precision(begin: dt.date, end: dt.date) -> Precision:
    days = (end - begin).days + 1
    if days <= 7:
        return "week" if days == 7 else "day"
    return "month" if days <= 31 else "year"
