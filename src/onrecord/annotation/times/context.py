"""What expressions have been resolved to, and what later ones can be counted from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from onrecord.annotation.times.meanings import Length, Meaning, Point
from onrecord.types import TimeType


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved expression."""

    type: TimeType
    value: str
    mod: str | None = None
    basis: str | None = None
    begin: str | None = None
    end: str | None = None
    day: dt.date | None = None
    """The day, where it is one: what later expressions may count from."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression can be counted from."""

    published: dt.date | None
    clock: str | None = None
    day: dt.date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    """The quarter that a company's text reports on: not those it compares with, nor those to come."""
    named_quarter: tuple[int, int] | None = None
    """The last quarter named at all."""
    in_quarter: bool = True
    """Whether the figures told last are a quarter's, and not those of nine months or a year."""
    country: str | None = None
    sure_verb: bool = False
    """Whether the verb that gives the tense surely is that of the expression in question."""

    def after(self, point: Meaning, value: Value) -> Context:
        """The context for what follows an expression that had this value."""
        if isinstance(point, Length) and point.unit == "M" and point.amount in (6, 9) and point.direction == "none":
            return replace(self, in_quarter=False)
        if not isinstance(point, Point) or value.type not in ("DATE", "TIME"):
            return self
        text = value.value
        if "-Q" in text and text[-1].isdigit() and text[:4].isdigit():
            named = (int(text[:4]), int(text[-1]))
            compared = point.year is not None or (point.year_shift or 0) < 0
            to_come = self.published is not None and (named[0], named[1] * 3) >= (
                self.published.year,
                self.published.month,
            )
            if compared or point.rule == "some quarter" or (to_come and self.quarter):
                return replace(self, named_quarter=named)
            return replace(self, quarter=named, named_quarter=named, in_quarter=True)
        if value.day:
            return replace(self, day=value.day, month=(value.day.year, value.day.month), year=value.day.year)
        if len(text) == 7 and text[5:].isdigit() and text[:4].isdigit():
            return replace(self, day=None, month=(int(text[:4]), int(text[5:])), year=int(text[:4]))
        if len(text) == 4 and text.isdigit():
            return replace(self, day=None, month=None, year=int(text))
        return self
