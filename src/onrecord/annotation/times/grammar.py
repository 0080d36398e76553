"""What may stand where: the longest expression at a token, put together from the parts of the other modules.

A token is looked up once; only words that can begin an expression are tried, each with the few rules that it can
begin, and no rule looks further than some twenty tokens. So a scan takes time linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.annotation.times import dates, phrases, sets
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.clocks import clock
from onrecord.annotation.times.lengths import approximator, length, length_value, window
from onrecord.annotation.times.meanings import Clock, Fuzzy, Length, Match, Meaning, Point, Repeated, Written
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Meaning] | None
Rule = Callable[[Tokens, int], "tuple[int, Meaning] | None"]


def expression(t: Tokens, i: int) -> Match | None:
    """The longest expression that begins at token `i`."""
    rules = _RULES.get(t.low[i])
    if rules is None:
        if not is_digits(t.low[i], 4):
            return None
        rules = _DIGITS
    elif rules is _THE and not _opens(t.low[i + 1]):
        return None
    best: Found = None
    for rule in rules:
        found = rule(t, i)
        if found and (best is None or found[0] > best[0]):
            best = found
    return Match(i, best[0], best[1]) if best else None


def _opens(word: str) -> bool:
    return word in _AFTER_THE or word[:1].isdigit()


def _calendar(t: Tokens, i: int) -> Found:
    """A date, with the year, part of the day or time of day that follows it."""
    found: Found = dates.numeric(t, i) or dates.holiday(t, i) or dates.date(t, i) or phrases.today(t, i)
    return _extended(t, *found) if found else None


def _shifted(t: Tokens, i: int) -> Found:
    found = phrases.shifted(t, i)
    return _extended(t, *found) if found else None


def _extended(t: Tokens, j: int, meaning: Meaning) -> tuple[int, Meaning]:
    """What may follow a date: `this year`, `morning`, `, 5 p.m.`."""
    if not isinstance(meaning, Point):
        return j, meaning
    low = t.low
    if meaning.month and meaning.year is None and meaning.shift is None:
        gap = j + (low[j] == "of")
        if low[gap] in ("last", "this", "next") and low[gap + 1] == "year" and not (low[gap + 2] == "'" and low[gap + 3] == "s" and low[gap + 4] in ("third", "first", "second", "fourth")):
            return gap + 2, meaning.but(year_shift=lex.SHIFTS[low[gap]], rule="month of a shifted year")
        if low[j] == "of" and low[j + 1] in ("the", "that") and low[j + 2] in ("year", "previous", "following") and low[j + 2 + (low[j + 2] != "year")] == "year":
            shift = {"previous": -1, "following": 1}.get(low[j + 2], 0)
            return j + 3 + (low[j + 2] != "year"), meaning.but(year_shift=shift, base="narrative")
    if meaning.weekday is not None and meaning.month is None and low[j] == "of" and low[j + 2] == "week" and low[j + 1] in ("last", "this", "next"):
        return j + 3, meaning.but(unit="W", shift=lex.SHIFTS[low[j + 1]])
    if not _is_day(meaning):
        return j, meaning
    if low[j] in lex.PARTS and low[j] not in ("overnight",):
        return j + 1, meaning.but(part=lex.PARTS[low[j]])
    if low[j] in ("early", "late") and low[j + 1] in ("morning", "afternoon", "evening", "night"):
        return j + 2, meaning.but(part=lex.PARTS[low[j + 1]])
    if low[j] in ("noon", "midnight"):
        return j + 1, meaning.but(clock=Clock(12 if low[j] == "noon" else 24, 0))
    gap = j + (low[j] in (",", "t") or (low[j] == "-" and not t.glued(j)))
    if meaning.part is None and (is_digits(low[gap], 4)):
        time = clock(t, gap)
        if time and (low[gap + 1] != "." or low[j] != ","):
            return time[0], meaning.but(clock=time[1])
    return j, meaning


def _is_day(point: Point) -> bool:
    return point.clock is None and point.part is None and (
        point.day is not None or point.weekday is not None or point.day_shift is not None or point.holiday is not None
    )


_CLOCK_ENDS = frozenset({".", "m", "noon", "pm", "am", "time", "midnight", *lex.ZONES})


def _clock(t: Tokens, i: int) -> Found:
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


def _early(t: Tokens, i: int) -> Found:
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
    best: Found = None
    for rule in _POINTS:
        found = rule(t, i)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _boundary(t: Tokens, i: int) -> Found:
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
    inner = _plain(t, j) or _early(t, j)
    if inner is None and low[j] == "the" and low[j + 1] in ("day", "month", "quarter", "year", "week", "decade", "century", "season"):
        if low[j + 1] == "season":
            return None
        inner = (j + 2, Point(unit=lex.UNITS[low[j + 1]], base="narrative", rule="anaphoric"))
    if inner is None or not isinstance(inner[1], Point) or inner[1].clock:
        return None
    return inner[0], inner[1].but(mod=mod)


def _inexact(t: Tokens, i: int) -> Found:
    """`about two years`, `around Nov. 1`, `more than an hour`."""
    found = approximator(t, i)
    if found is None:
        return None
    j, mod = found
    size = length(t, j)
    if size and (t.low[i] != "some" or size[1].amount is not None):
        if size[1].rule == "bare plural":
            return None
        return size[0], _length_with(size[1], mod)
    if t.low[i] in ("about", "around", "circa", "approximately", "roughly"):
        inner = _clock(t, j) or _calendar(t, j) or phrases.year_end(t, j)
        if inner is None and t.low[i] in ("around", "circa"):
            inner = dates.year(t, j)
        if inner and isinstance(inner[1], Point) and (inner[1].day or inner[1].clock or inner[1].year or inner[1].month):
            return inner[0], inner[1].but(mod=mod)
    return None


def _year_long(t: Tokens, i: int) -> Found:
    """`the year ended Sept. 30`, `the year-earlier nine months`: stretches told by their length."""
    low = t.low
    j = i + (low[i] == "the")
    j += low[j] in ("fiscal", "financial", "full")
    if low[j] == "year" and low[j + 1] in ("ended", "ending", "to") and (low[j + 1] != "to" or dates.date(t, j + 2)):
        return j + 1, Length(1, "Y", "P1Y")
    if low[j] == "year" and low[j + 1] == "-" and low[j + 2] in ("ago", "earlier"):
        found = length(t, j + 3)
        if found and found[1].amount and found[1].unit == "M":
            return found
    return None


def _length_with(size: Length, mod: str) -> Length:
    return Length(size.amount, size.unit, size.value, size.direction, mod, size.part, size.rule)


def _past_unit(t: Tokens, i: int) -> Found:
    """`the past year`: the twelve months up to publication, not the calendar year before."""
    unit = lex.UNITS.get(t.low[i + 2], "WE")
    if t.low[i + 1] != "past" or unit in ("WE", "S", "N") or t.low[i + 2] in lex.PLURAL_UNITS:
        return None
    return i + 3, Length(1, unit, length_value(1, unit), "past", rule="window")


def _length(t: Tokens, i: int) -> Found:
    """A length; those that are none by what stands around them are left out."""
    low = t.low
    j = i + (low[i] == "the")
    found = length(t, j)
    if found is None:
        return None
    end, size = found
    if j > i and (size.rule == "adjective" or size.direction != "none"):
        return None
    if j > i and size.rule == "bare plural":
        if low[end] == "ahead":
            return end + 1, Length(size.amount, size.unit, size.value, "next", None, None, "window")
        if low[end] not in ("before", "after", "following", "since", "leading", "that", "to") and not (size.unit == "Y" and low[i - 1] in ("over", "through")):
            return None
        return end, size
    if size.rule == "bare plural" and not _bare_stands(t, i, end):
        return None
    if size.rule == "length" and size.amount == 1 and low[i] in ("a", "an", "another") and size.direction == "none" and not _one_stands(t, i, end, size):
        return None
    if size.rule == "adjective" and low[end] == "period" and size.amount is not None and low[i - 1] in ("a",):
        return end + 1, size
    if size.rule == "adjective" and low[end] == "term" and size.amount is not None:
        return end + 1, size
    return end, size


def _bare_stands(t: Tokens, i: int, end: int) -> bool:
    """Whether a plural without a number is a length of time: `for years`, `within weeks`, `months of talks`, `days later`."""
    low = t.low
    before, after = low[i - 1], low[end]
    if before in ("in", "for", "within", "over", "of", "took", "takes", "take", "spent", "after", "lasted", "last", "until", "follows", "or", "to", "by", "just", "only", "with", "than", "mere"):
        return before != "last" and not (before == "of" and low[i - 2] == "matter")
    return after in ("ago", "before", "after", "later", "earlier", "of", "-", "or", "ahead") or i == 0 or before in ("\n", ".", '"')


_LENGTH_SIGNS = frozenset(
    """in for within of after over than about nearly almost barely just only under until lasts last lasted take takes took
    spent spend every once per follows is was half least most to more through during comes by around before
    under exactly and or like""".split()
)


def _one_stands(t: Tokens, i: int, end: int, size: Length) -> bool:
    """Whether `a year` is a length: not a rate ("$5 a year"), not a year that is somehow ("a day to remember")."""
    low = t.low
    before, after = low[i - 1], low[end]
    if after in ("before", "after", "or", "since", "earlier", "later"):
        return True
    if size.unit in ("S", "MIN"):
        return before in ("in", "for", "within", "under", "about", "than")
    if size.unit in ("D", "N"):
        return before in ("in", "for", "within", "after", "over", "than", "under", "about", "nearly", "almost")
    if low[end - 1] != "year" and low[i + 1] in ("additional", "full", "further", "extra", "whole", "entire"):
        return True
    return before in _LENGTH_SIGNS or not before or not before.isalnum()


def _whole(rule: Callable[[Tokens, int], object]) -> Rule:
    return rule  # type: ignore[return-value]


_POINTS: tuple[Rule, ...] = tuple(map(_whole, (
    _calendar, _shifted, phrases.quarter, phrases.period, phrases.season, dates.decade, dates.century, dates.year,
    phrases.anaphoric, phrases.year_end, phrases.part_of_day, dates.holiday, _clock,
)))
_DIGITS: tuple[Rule, ...] = tuple(map(_whole, (
    _calendar, _clock, dates.year, dates.decade, dates.century, phrases.quarter, _length,
)))
_NUMBER_WORDS: tuple[Rule, ...] = tuple(map(_whole, (_length, dates.year, _clock)))
_THE: tuple[Rule, ...] = tuple(map(_whole, (
    _year_long, phrases.beside_event, dates.day_of_month, _calendar, _shifted, phrases.quarter, phrases.period, phrases.season, dates.decade, dates.century, dates.year,
    phrases.anaphoric, phrases.year_end, phrases.part_of_day, window, _length, _early, _boundary, phrases.fuzzy, _past_unit,
)))


def _rules() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}

    def begin(words: object, *rules: object) -> None:
        for word in words:  # type: ignore[attr-defined]
            table.setdefault(word, []).extend(r for r in rules if r not in table.get(word, []))  # type: ignore[misc]

    begin(lex.ANY_MONTH, _calendar)
    begin(lex.ANY_WEEKDAY, _calendar, sets.weekdays)
    begin(lex.WEEKDAYS_PLURAL, sets.weekdays)
    begin(lex.TODAY, _calendar)
    begin({key[0] for key in (*lex.FIXED_DAYS, *lex.MOVING_DAYS)}, _calendar)
    begin(lex.SHIFTS, _shifted, window)
    begin(("last", "past", "next", "coming", "first", "final", "recent", "previous", "following", "each", "these", "its", "his", "their"), window)
    begin(lex.CARDINALS, *_NUMBER_WORDS)
    begin(("one",), phrases.fuzzy)
    begin(lex.ORDINALS, phrases.quarter, dates.century, _calendar)
    begin(("a", "an"), sets.rate, _length)
    begin(("another", "half", "couple", "dozens", "hundreds", "scores", *lex.VAGUE), _length)
    begin((*lex.FRACTIONS, "["), _length)
    begin(("half", "quarter", "noon", "midnight", "midday"), _clock)
    begin(lex.PLURAL_UNITS, _length)
    begin(("daylong", "weeklong", "monthlong", "yearlong", "hourlong", "decadelong"), _length)
    begin(lex.SEASONS, phrases.season)
    begin(lex.DECADES, dates.decade)
    begin(("q",), phrases.quarter)
    begin(("'",), dates.decade, dates.year)
    begin(("year", "its"), phrases.period)
    begin(("year", "month", "quarter"), phrases.year_end)
    begin(("fiscal", "financial", "latest"), phrases.quarter, phrases.period, _fiscal_year)
    begin(("fy",), _fiscal_year)
    begin(("overnight",), phrases.part_of_day)
    begin((*lex.EARLY_LATE,), _early)
    begin(lex.BOUNDARIES, _boundary)
    begin(("every", "each", "per"), sets.every)
    begin(("daily", "hourly", "weekly", "nightly", "monthly", "biweekly", "fortnightly"), sets.adverb)
    begin((*lex.APPROXIMATE, "more", "less", "fewer", "at", "up", "no", "not", "well", "just"), _inexact)
    begin(("now", "currently", "nowadays", "recently", "lately", "recent", "past", "coming", "future", "these", "at", "more",
           "most", "this", "as", "current"), phrases.fuzzy)
    return {word: tuple(rules) for word, rules in table.items()} | {"the": _THE}


def _fiscal_year(t: Tokens, i: int) -> Found:
    """`fiscal 1989`, `fiscal year 2007`, `FY 2007`."""
    j = i + 1 + (t.low[i + 1] == "year")
    found = dates.year_at(t, j)
    if found is None and t.low[i] == "fy" and is_digits(t.low[j], 2) and len(t.low[j]) == 2:
        found = j + 1, 2000 + int(t.low[j])
    return (found[0], Point(year=found[1], fiscal=True, rule="fiscal year")) if found else None


_AFTER_THE = frozenset(
    """past last next coming following previous preceding prior current present same first second third fourth final recent latest
    fiscal financial year month week weekend quarter decade century day days weeks months years decades future near foreseeable
    distant immediate not morning afternoon evening night early late mid middle later earlier beginning start end
    close turn conclusion outset very comparable corresponding equivalent similar spring summer autumn fall winter ' full
    upcoming subsequent succeeding that seasons 'twenties""".split()
) | set(lex.CARDINALS) | set(lex.ORDINALS) | set(lex.DECADES) | set(lex.VAGUE)
_RULES = _rules()
