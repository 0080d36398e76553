"""What an expression says, before it is tied to the calendar. The grammar makes these, `anchoring` resolves them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

Base = Literal["document", "narrative"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` in minutes east of Greenwich. Hour 24 is the midnight that ends a day."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar: any of its fields may be named, the rest has to be found out.

    `unit` is a unit that is not counted ("last week", "the quarter"); `shift` moves the unit, or the named month,
    weekday, season, by so many from where it is counted (`base`): -1 last, 0 this, 1 next; None: not said.
    `nth` counts a weekday within its month, -1 from its end ("the last Sunday of May").
    `year_shift` and `day_shift` do the same for the year ("June last year") and the day ("yesterday").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    decade: int | None = None
    century: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    weekend: bool = False
    holiday: str | None = None
    unit: str | None = None
    shift: int | None = None
    year_shift: int | None = None
    day_shift: int | None = None
    base: Base = "document"
    part: str | None = None
    clock: Clock | None = None
    mod: str | None = None
    fiscal: bool = False
    rule: str = ""

    def but(self, **fields: Any) -> Point:
        """The same point with some fields set."""
        return replace(self, **fields)


Direction = Literal["ago", "hence", "earlier", "later", "past", "next", "none"]


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time by its length. `amount` None: not said how many; `value` is its TIMEX3 value."""

    amount: float | None
    unit: str
    value: str
    direction: Direction = "none"
    mod: str | None = None
    part: str | None = None
    rule: str = "length"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: every Monday, daily."""

    value: str
    rule: str = "repeated"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A time that the calendar does not know: now, recently."""

    value: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
    rule: str = "fuzzy"


@dataclass(frozen=True, slots=True)
class Written:
    """A numeric date whose parts are in doubt: `readings` are the dates that it can be, day first and month first."""

    readings: tuple[tuple[int, int, int], ...]
    weekday: int | None = None
    clock: Clock | None = None
    rule: str = "numeric date"


Meaning = Point | Length | Repeated | Fuzzy | Written


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` to `end` (exclusive) and what they say."""

    start: int
    end: int
    meaning: Meaning
