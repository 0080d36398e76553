"""Days, weekdays, months and holidays by their names.

Every function looks at the tokens from `i` on and gives the token after what it found, and its meaning, or None.
Look-ahead is bounded by a few tokens, so a scan over a text is linear in its length.
"""

from __future__ import annotations

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Point
from onrecord.annotation.times.numbers import is_digits, ordinal, spoken_year
from onrecord.annotation.times.tokens import Tokens
from onrecord.annotation.times.years import COUNTED, year_after, year_at

Found = tuple[int, Point] | None

FUNCTION_WORDS = frozenset(
    """of and or when as to in at with for by after before but is was were will would has had that which who on from
    during since until than if while because so the a an this last next are be could can may might even just though
    then also""".split()
)
_SIGN = frozenset(
    """in since until till by before after from to through during of between last next this early late mid around
    about throughout every each for into previous following coming past""".split()
)
_DETERMINERS = frozenset("the a an its his her their this that s".split())
_MARCHERS = frozenset("of on for to in against was and from , . ' that".split())
"""What follows a march that is a walk."""


def month_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """A month's name, written out with a capital letter or shortened with a full stop or beside a number."""
    word = t.low[i]
    if word in lex.MONTHS:
        if word == "march" and t.low[i - 1] == "long":
            return None
        if t.low[i + 1] == "." and is_digits(t.low[i + 2], 2) and t.glued(i + 1) and t.upper(i) and not t.glued(i + 2):
            return i + 2, lex.MONTHS[word]
        if t.upper(i) or is_digits(t.low[i - 1], 2) or is_digits(t.low[i + 1], 4):
            return i + 1, lex.MONTHS[word]
    elif word in lex.MONTHS_SHORT and t.upper(i):
        if t.low[i + 1] == "." and (word not in ("mar", "dec", "jan", "jun", "jul") or t.glued(i + 1)):
            return i + 2, lex.MONTHS_SHORT[word]
        if (
            is_digits(t.low[i + 1], 4)
            or is_digits(t.low[i - 1], 2)
            or t.low[i - 1] in ("-", "/", "st", "nd", "rd", "th")
        ):
            return i + 1, lex.MONTHS_SHORT[word]
    return None


def _goes_on(t: Tokens, i: int) -> bool:
    """Whether the digits at token `i` go on with the number before them; a year after `28,` does not."""
    return is_digits(t.low[i]) and t.glued(i) and not (t.low[i - 1] == "," and year_at(t, i))


def day_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """The number of a day of the month, `28` or `28th`; not one that counts something else."""
    low = t.low
    if is_digits(low[i], 2) and 1 <= int(low[i]) <= 31:
        after = low[i + 1]
        if after in ("st", "nd", "rd", "th") and t.glued(i + 1):
            return i + 2, int(low[i])
        if t.glued(i + 1) and (after == "%" or (after in (":", ".", ",", "/") and _goes_on(t, i + 2))):
            return None
        if t.glued(i + 1) and after[:1].isalpha() and after not in lex.ANY_MONTH:
            return None
        return i + 1, int(low[i])
    found = ordinal(t, i)
    if found and 1 <= found[1] <= 31 and low[found[0]] not in ("quarter", "half", "century"):
        return found[0], int(found[1])
    return None


def month_day(t: Tokens, i: int) -> Found:
    """`Nov. 28`, `November 28th, 2025`, `November 2025`, `November`."""
    low = t.low
    month = month_at(t, i)
    if month is None:
        return None
    j, number = month
    gap = j + (low[j] == "the")
    day = day_at(t, gap)
    if day and (gap == j or not is_digits(low[gap])) and not (day[0] == gap + 1 and low[day[0]] in COUNTED):
        year = year_after(t, day[0]) if low[day[0]] != "in" else None
        if year:
            return year[0], Point(year=year[1], month=number, day=day[1], rule="month day year")
        return day[0], Point(month=number, day=day[1], rule="month day")
    year = year_after(t, j) or spoken_year(t, j)
    if year and low[j] != "in" and not (low[j] in ("-", "/") and low[year[0]] in ("-", "/")):
        return year[0], Point(year=year[1], month=number, rule="month year")
    return (j, Point(month=number, rule="month")) if is_month(t, i, j) else None


def is_month(t: Tokens, i: int, j: int) -> bool:
    """Whether a bare month's name is one: not the name April, the verb may, a protest march.

    May and March need a sign before them (a preposition, `last`, `early`, another month and `and`); the other names
    that people bear must not stand in the middle of other capitalised words.
    """
    low = t.low
    word, before, after = low[i], low[i - 1], low[j]
    if not t.upper(i):
        return False
    if word in lex.MONTHS_SHORT and low[i + 1] != ".":
        return False
    signs = before in _SIGN or (before in ("and", "or", "to", "-", ",") and low[i - 2] in lex.ANY_MONTH)
    if before == "." and low[i - 2] in lex.MONTHS_SHORT:
        signs = True
    if signs:
        return word != "march" or not (before == "in" and after == "of")
    if word not in lex.NAMES_TOO:
        return True
    if word == "may":
        return before in ("the", "a") and after != "be" and not t.upper(j)
    if word == "march":
        return before in ("the", "a", "its", "'", "s") and after not in _MARCHERS
    if t.upper(j) and after.isalpha() and t.start[j] - t.end[j - 1] == 1:
        return before in _DETERMINERS
    if before in _DETERMINERS or i == 0:
        return True
    return not (t.upper(i - 1) and before.isalpha() and t.start[i] - t.end[i - 1] == 1)


def day_month(t: Tokens, i: int) -> Found:
    """`28 November`, `the 28th of November, 2025`, `28-Nov-2025`."""
    low = t.low
    j = i + (low[i] == "the")
    day = day_at(t, j)
    if day is None or (i > 0 and t.glued(i) and low[i - 1] in (".", ",", "/", "-", "$", ":", "'")):
        return None
    gap = day[0] + (
        low[day[0]] in ("of", "-", "/", ",")
        if low[day[0] - 1] in ("st", "nd", "rd", "th")
        else low[day[0]] in ("-", "/")
    )
    if j > i and gap == day[0] and is_digits(low[day[0] - 1]):
        return None
    if day[0] == j + 1 and not is_digits(low[j]) and low[day[0]] == "of":
        gap = day[0] + 1
    month = month_at(t, gap)
    if month is None or not (t.upper(gap) or is_digits(low[gap - 1], 2)):
        return None
    if low[gap] in ("may", "march") and not t.upper(gap) and not year_at(t, month[0]):
        return None
    if (
        is_digits(low[month[0]], 2)
        and low[gap - 1] not in ("st", "nd", "rd", "th", "of", "-", "/")
        and low[gap] in lex.MONTHS
    ):
        return None
    year = year_after(t, month[0])
    if year and low[month[0]] != "in":
        return year[0], Point(year=year[1], month=month[1], day=day[1], rule="day month year")
    return month[0], Point(month=month[1], day=day[1], rule="day month")


def day_of_month(t: Tokens, i: int) -> Found:
    """`the 15th` behind a preposition: a day of the month that the text speaks of or is written in."""
    low = t.low
    if (
        low[i] != "the"
        or low[i - 1] not in ("on", "by", "until", "till", "since", "before", "after", "from", "through", "to")
        or not is_digits(low[i + 1], 2)
    ):
        return None
    day = day_at(t, i + 1)
    if day is None or day[0] != i + 3 or (low[day[0]].isalpha() and low[day[0]] not in FUNCTION_WORDS):
        return None
    j = day[0]
    if low[j] == "of" and low[j + 1] in ("this", "last", "next", "the") and low[j + 2] == "month":
        shift = {"last": -1, "next": 1}.get(low[j + 1], 0)
        return j + 3, Point(day=day[1], unit="M", shift=shift, rule="day of month")
    return (j, Point(day=day[1], unit="M", rule="day of month")) if low[j] != "of" else None


_NAMED_DAYS = frozenset("bloody super ash palm maundy giving whit".split())
"""Words that make a weekday the name of an event or feast."""
_TITLES = frozenset(
    "times mirror telegraph mail herald express independent post tribune star observer football live agreement".split()
)
"""Words that make a weekday the name of a newspaper, a programme or a treaty."""


def weekday_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """A weekday's name; a shortened one (Sun, Sat, Mon are words too) only before a date or between sure signs."""
    word = t.low[i]
    if word not in lex.ANY_WEEKDAY:
        return None
    if t.low[i - 1] in _NAMED_DAYS or any(t.low[k] in _TITLES and t.upper(k) for k in (i + 1, i + 2)):
        return None
    if word in lex.WEEKDAYS:
        return (i + 1, lex.WEEKDAYS[word]) if t.upper(i) or t.low[i - 1] in ("on", "last", "next", "this") else None
    if word in lex.WEEKDAYS_SHORT and t.upper(i):
        j = i + 1 + (t.low[i + 1] == ".")
        k = j + (t.low[j] == ",")
        if month_at(t, k) or (
            is_digits(t.low[k], 2) and (month_at(t, k + 1) or t.low[k + 1] in ("st", "nd", "rd", "th"))
        ):
            return j, lex.WEEKDAYS_SHORT[word]
        if t.low[i - 1] in ("on", "by", "until", "till", "last", "next", "this"):
            return j, lex.WEEKDAYS_SHORT[word]
    return None


def date(t: Tokens, i: int) -> Found:
    """A day or month with or without its weekday, or a weekday alone."""
    low = t.low
    weekday = weekday_at(t, i)
    if weekday is None:
        return day_month(t, i) or month_day(t, i)
    j, number = weekday
    for gap in (j + (low[j] == ","), j + (low[j] == ",") + (low[j + (low[j] == ",")] == "the")):
        found = day_month(t, gap) or month_day(t, gap)
        if found and found[1].day:
            return found[0], found[1].but(weekday=number)
    gap = j + (low[j] == ",")
    if low[gap] == "the":
        day = ordinal(t, gap + 1)
        if day and 1 <= day[1] <= 31 and is_digits(low[gap + 1]):
            return day[0], Point(weekday=number, day=int(day[1]), rule="weekday")
    return j, Point(weekday=number, rule="weekday")


def nth_weekday(t: Tokens, i: int) -> Found:
    """`the first Monday in October`, `the last Sunday of May 2024`."""
    low = t.low
    j = i + (low[i] == "the")
    count = (j + 1, -1) if low[j] == "last" else ordinal(t, j)
    if count is None or not -1 <= count[1] <= 5:
        return None
    j, nth = count
    weekday = lex.WEEKDAYS.get(low[j])
    if weekday is None or low[j + 1] not in ("in", "of"):
        return None
    found = month_day(t, j + 2)
    if found is None or found[1].day:
        return None
    return found[0], found[1].but(weekday=weekday, nth=int(nth), rule="nth weekday")


def holiday(t: Tokens, i: int) -> Found:
    """A holiday by name, with a year that follows it."""
    if not t.upper(i):
        return None
    for size in (6, 5, 4, 3, 2, 1):
        key = tuple(t.low[i : i + size])
        if key in lex.FIXED_DAYS or key in lex.MOVING_DAYS:
            break
    else:
        return None
    j = i + len(key)
    if len(key) == 1 and t.low[j].isalpha() and (t.upper(j) or t.low[j] not in FUNCTION_WORDS):
        return None  # the Easter Rising, a Christmas party
    year = year_after(t, j)
    if t.low[j] in _TITLES and t.upper(j):
        return None
    point = Point(holiday=" ".join(key), rule="holiday")
    if key in lex.FIXED_DAYS:
        month, day = lex.FIXED_DAYS[key]
        point = point.but(month=month, day=day)
    return (year[0], point.but(year=year[1])) if year and t.low[j] != "in" else (j, point)
