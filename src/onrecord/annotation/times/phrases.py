"""Dates told by their distance or place: `last week`, `this year's third quarter`, `the weekend`, `yesterday`."""

from __future__ import annotations

from onrecord.annotation.times import dates
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Base, Point
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.quarters import FISCAL, quarter, with_year
from onrecord.annotation.times.tokens import BREAK, Tokens

Found = tuple[int, Point] | None

_KINDS = frozenset({"fiscal", "financial", "calendar", "full", "whole", "entire", "business", "school", "working"})
_CLAUSE_END = frozenset(", . ; ) : ! ? - when and but as in to at on that or".split()) | {'"', BREAK, ""}


_PORTIONS = frozenset("half rest quarter course remainder most part days weeks months".split())
_BEFORE_SEASON = frozenset(
    "in into since until by during early late mid of over throughout for through - after before".split()
)
_FALLS = frozenset("of in from into to on".split())
"""What follows a fall that is none of the year's: "in the fall of the city"."""
_NEVER_DAYS = frozenset("last next coming past present current".split())
"""Words that do not stand before `day` without an article: one says yesterday."""
_ONLY_UNITS = frozenset("current present same upcoming".split())
"""Words that name a week or a year, but no weekday, month or season, without an article."""
_AFTER_PREPOSITION = frozenset("past prior previous coming following".split())
_OF_THE_AGE = frozenset(
    """world youth society age standards economy generation people children parents students women men kids
    teenagers families climate environment technology computers cars consumers dollars""".split()
)
"""What is of the present age when it is today's, and not of the day of publication."""
_WITH_PARTS = frozenset("last this that next following previous same".split())
_PREPOSITIONS = frozenset("in during over for from of by since than and s to on through until within".split())


def shift_at(t: Tokens, i: int) -> tuple[int, int, Base] | None:
    """`last`, `this`, `the following`: the token after it, the shift, and what it counts from."""
    if t.low[i] == "this" and t.low[i + 1] == "past":
        return i + 2, -1, "document"
    j = i + (t.low[i] == "the")
    shift = lex.SHIFTS.get(t.low[j])
    if shift is None or (j > i and t.low[j] == "this"):
        return None
    return j + 1, shift, "narrative" if t.low[j] in lex.NARRATIVE else "document"


def today(t: Tokens, i: int) -> Found:
    """`yesterday`, `tonight`, `the day before yesterday`, with a part of the day."""
    low = t.low
    if low[i] == "the" and low[i + 1] == "day" and low[i + 3] in ("yesterday", "tomorrow"):
        if low[i + 2] == "before" and low[i + 3] == "yesterday":
            return i + 4, Point(day_shift=-2, rule="today")
        if low[i + 2] == "after" and low[i + 3] == "tomorrow":
            return i + 4, Point(day_shift=2, rule="today")
    shift = lex.TODAY.get(low[i])
    if shift is None or (
        t.upper(i) and i > 0 and len(low[i - 1]) > 1 and t.raw(i - 1).isupper() and not t.raw(i).isupper()
    ):
        return None
    if low[i] == "tonight":
        return i + 1, Point(day_shift=0, part="NI", rule="today")
    if low[i] == "today" and low[i + 1] == "'" and low[i + 2] == "s" and _is_of_the_age(t, i + 3):
        return None
    return i + 1, Point(day_shift=shift, rule="today")


def _is_of_the_age(t: Tokens, i: int) -> bool:
    """Whether what is today's is the present age's: `today's world`, `today's young people`, `today's computers`."""
    low = t.low
    words = [low[i], low[i + 1] if low[i + 1].isalpha() and low[i + 1] not in dates.FUNCTION_WORDS else low[i]]
    return any(w in _OF_THE_AGE for w in words)


def shifted(t: Tokens, i: int) -> Found:
    """`last week`, `next Tuesday`, `last night`, `the previous fiscal year`, `next year's first quarter`."""
    low = t.low
    found = shift_at(t, i)
    if found is None:
        return None
    j, shift, base = found
    word = low[j - 1]
    if word in ("past", "last") and low[i] == "the" and low[j] in ("name", "minute"):
        return None
    kind = low[j] if low[j] in _KINDS else None
    j += kind is not None
    early = lex.EARLY_LATE.get(low[j]) if low[j] in ("early", "late", "mid") else None
    j += early is not None
    j += early is not None and low[j] == "-"
    point = _target(t, j, word)
    if point is None:
        return None
    end, target = point
    if low[i - 1] == '"' and t.upper(j) and not t.raw(j).isupper():
        return None
    if word == "next" and low[i] == "the" and target.unit == "D":
        base = "narrative"
    if word == "this" and target.unit == "D" and target.part is None:
        return None
    if word == "past" and target.unit and low[i] == "the":
        return None
    if low[i] not in ("the", "this") or word == "this":
        if target.unit == "D" and target.part is None and word in _NEVER_DAYS:
            return None
        if target.unit is None and word in _ONLY_UNITS:
            return None
        if target.unit and word in _AFTER_PREPOSITION and low[i - 1] not in _PREPOSITIONS:
            return None
    target = target.but(shift=shift, base=base, mod=early, fiscal=kind in FISCAL, rule="shifted")
    if target.unit == "Y" and not early:
        return _within_year(t, end, target) or (end, target)
    return end, target


def _target(t: Tokens, j: int, word: str) -> Found:
    """What `last`, `this`, `next` may stand before."""
    low = t.low
    unit = lex.UNITS.get(low[j])
    if unit == "WE":
        return j + 1, Point(weekend=True)
    if unit in ("D", "W", "M", "Q", "Y", "E", "C") and low[j] not in lex.PLURAL_UNITS:
        if low[j + 1] == "-" and low[j + 2] in ("end", "old", "long") and t.glued(j + 1):
            return None
        return j + 1, Point(unit=unit)
    if low[j] in ("night", "morning", "afternoon", "evening"):
        return (j + 1, Point(part=lex.PARTS[low[j]], unit="D")) if word in _WITH_PARTS else None
    if low[j] in lex.SEASONS and not t.upper(j + 1):
        return j + 1, Point(season=lex.SEASONS[low[j]])
    if low[j] in lex.WEEKDAYS and t.upper(j):
        return j + 1, Point(weekday=lex.WEEKDAYS[low[j]])
    if t.upper(j):
        named = dates.month_day(t, j)
        if named and named[1].year is None:
            return named
        feast = dates.holiday(t, j)
        if feast and feast[1].year is None:
            return feast
    return None


def _within_year(t: Tokens, i: int, year: Point) -> Found:
    """`'s third quarter` after `this year`."""
    low = t.low
    if low[i] != "'" or low[i + 1] != "s":
        return None
    found = quarter(t, i + 2)
    if found and found[1].year is None and found[1].shift is None:
        return found[0], found[1].but(year_shift=year.shift, base=year.base, rule="shifted")
    if low[i + 2] == "quarter":
        return i + 3, Point(unit="Q", shift=None, year_shift=year.shift, rule="period")
    if low[i + 2] == "end":
        return i + 3, year.but(mod="END")
    return None


def season(t: Tokens, i: int) -> Found:
    """`the summer of 1990`, `summer 2015`, `in the fall`; not a spring of water, a fall, or any summer."""
    low = t.low
    j = i + (low[i] == "the")
    code = lex.SEASONS.get(low[j])
    if code is None:
        return None
    end, point = with_year(t, j + 1, Point(season=code, rule="season"))
    if end > j + 1:
        return end, point
    before, after = low[i - 1], low[j + 1]
    if before not in _BEFORE_SEASON or (after.isalpha() and after not in dates.FUNCTION_WORDS) or t.upper(j + 1):
        return None
    if low[j] in ("fall", "spring") and after in _FALLS:
        return None
    if j == i and (before in ("in", "of", "for") or low[j] == "fall" or (t.upper(i - 1) and t.upper(i))):
        return None
    return end, point


def anaphoric(t: Tokens, i: int) -> Found:
    """`the year`, `the weekend`, `that day`: one that the text has spoken of, or that of publication."""
    low = t.low
    if low[i] != "the":
        return None
    j = i + 1
    kind = low[j] if low[j] in ("fiscal", "financial", "full") else None
    j += kind is not None
    unit = lex.UNITS.get(low[j])
    if low[j + 1] in ("before", "after", "earlier") and unit in ("D", "W", "M", "Y") and low[j + 2] in _CLAUSE_END:
        return j + 2, Point(unit=unit, shift=1 if low[j + 1] == "after" else -1, base="narrative", rule="shifted")
    after, before = low[j + 1], low[i - 1]
    if unit is None or low[j] in lex.PLURAL_UNITS or is_digits(after, 2):
        return None
    if after == "of" and not _goes_on(t, j + 2, unit):
        return None
    if after == "-" and t.glued(j + 1) and unit != "W":
        return None
    if unit == "WE":
        return j + 1, Point(weekend=True, base="narrative", rule="anaphoric")
    if unit not in ("W", "M", "Y"):
        return None
    if before == "of" and not _is_boundary(t, i):
        return None
    if after == "of" and unit == "W":
        named = dates.date(t, j + 2)
        return (named[0], named[1].but(unit="W", rule="week of")) if named and named[1].day else None
    return j + 1, Point(unit=unit, base="narrative", fiscal=kind in FISCAL, rule="anaphoric")


def _goes_on(t: Tokens, i: int, unit: str) -> bool:
    """Whether `of` before token `i` leaves the unit whole: `the week of May 3`, `a high for the year of $42`."""
    return unit == "W" or t.low[i] in ("$", "£", "€", "¥", "#")


def _is_boundary(t: Tokens, i: int) -> bool:
    low = t.low
    return low[i - 2] in lex.BOUNDARIES or low[i - 2] in _PORTIONS


def beside_event(t: Tokens, i: int) -> Found:
    """`the day` in "the day after the call": one that is told by an event."""
    low = t.low
    if (
        low[i] != "the"
        or low[i + 2] not in ("before", "after", "following")
        or low[i + 3] in _CLAUSE_END
        or low[i + 1] not in ("day", "night", "morning", "week", "month", "year", "evening")
    ):
        return None
    if low[i + 3] in ("yesterday", "tomorrow"):
        return None
    unit = lex.UNITS.get(low[i + 1], "D")
    return i + 2, Point(
        unit="D" if unit == "N" else unit,
        part=lex.PARTS.get(low[i + 1]),
        shift=-1 if low[i + 2] == "before" else 1,
        base="narrative",
        rule="beside event",
    )


def then(t: Tokens, i: int) -> Found:
    """`then` in "until then": the day that the text spoke of last."""
    if t.low[i - 1] in ("until", "till", "by") and not t.low[i + 1].isdigit() and t.low[i + 1] != "-":
        return i + 1, Point(unit="D", shift=0, base="narrative", rule="then")
    return None


def part_of_day(t: Tokens, i: int) -> Found:
    """`the morning`, `in the evening`, `overnight`, as a time of the day that the text speaks of."""
    low = t.low
    if low[i] == "overnight":
        return i + 1, Point(part="NI", rule="overnight")
    if (
        low[i] == "the"
        and low[i - 1] in ("in", "during", "on", "of", "into", "throughout")
        and low[i + 1] in ("morning", "afternoon", "evening", "night")
    ):
        if (low[i + 1] == "night" and low[i - 1] == "of") or low[i + 2] == "of":
            return None
        return i + 2, Point(part=lex.PARTS[low[i + 1]], base="narrative", rule="part of day")
    return None


def year_end(t: Tokens, i: int) -> Found:
    """`year-end`, `year end`, `the year's end`, `month-end`."""
    low = t.low
    j = i + (low[i] == "the")
    if low[j] not in ("year", "month", "quarter", "week"):
        return None
    unit = lex.UNITS[low[j]]
    if low[j + 1] == "'" and low[j + 2] == "s" and low[j + 3] == "end":
        return j + 4, Point(unit=unit, shift=0, mod="END", rule="boundary")
    gap = j + 1 + (low[j + 1] == "-")
    if low[gap] == "end" and low[gap + 1] != "of" and unit == "Y":
        end, point = with_year(t, gap + 1, Point(month=12, day=31, rule="year end"))
        return end, point
    return None
