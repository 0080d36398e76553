"""Dates as the calendar names them: days, months, years, weekdays, decades, centuries, holidays, numeric dates.

Every function looks at the tokens from `i` on and gives the token after what it found, and its meaning, or None.
Look-ahead is bounded by a few tokens, so a scan over a text is linear in its length.
"""

from __future__ import annotations

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Point, Written
from onrecord.annotation.times.numbers import is_digits, ordinal, spoken_year
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Point] | None

COUNTED = frozenset(
    """people persons men women children boys girls soldiers troops civilians deaths victims dead injured percent per
    million billion thousand hundred dozen miles mile kilometers kilometres km feet ft meters metres m pounds dollars euros
    votes points seats members countries cases degrees minutes hours days weeks months years shares copies jobs
    companies workers employees students families homes houses units items tons tonnes barrels acres hectares
    passengers attempts times others patients voters inmates prisoners mg kg mm cm gb mb mph kph hp rpm calories
    cents pence francs marks yen rubles roubles rupees euro dollar dlrs pct seat volts watts hertz games goals runs""".split()
)
"""What a number counts when it is not a date: "In March 20 people …", "over 2000 miles"."""
_NUMBERED = frozenset(
    """page pages p pp no nos number numbers flight route highway section article paragraph chapter room resolution rule line
    bus gate suite apt apartment extension ext unit box zip version item lot model channel volume vol verse psalm
    code station building exhibit docket act docket case windows # $ £ € ¥ us$ c$ a$ hk$ dlrs usd eur gbp""".split()
)
"""What a number names when it is not a year: "page 1998", "$2000"."""
_BEFORE_YEAR = frozenset(
    """in since until till by before after from to through during of between and around circa about for early late mid
    ago year years spring summer autumn fall winter than into towards toward pre post - – ( throughout til summer
    autumn""".split()
)


FUNCTION_WORDS = frozenset(
    """of and or when as to in at with for by after before but is was were will would has had that which who on from during
    since until than if while because so the a an this last next are be could can may might""".split()
)


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
        if is_digits(t.low[i + 1], 4) or is_digits(t.low[i - 1], 2) or t.low[i - 1] in ("-", "/", "st", "nd", "rd", "th"):
            return i + 1, lex.MONTHS_SHORT[word]
    return None


def day_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """The number of a day of the month, `28` or `28th`; not one that counts something else."""
    low = t.low
    if is_digits(low[i], 2) and 1 <= int(low[i]) <= 31:
        after = low[i + 1]
        if after in ("st", "nd", "rd", "th") and t.glued(i + 1):
            return i + 2, int(low[i])
        if t.glued(i + 1) and (after == "%" or (after in (":", ".", ",", "/") and is_digits(low[i + 2]) and t.glued(i + 2))):
            return None
        if t.glued(i + 1) and after[:1].isalpha() and after not in lex.ANY_MONTH:
            return None
        return i + 1, int(low[i])
    found = ordinal(t, i)
    if found and 1 <= found[1] <= 31 and low[found[0]] not in ("quarter", "half", "century"):
        return found[0], int(found[1])
    return None


def year_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """Four digits that can be a year, or two after an apostrophe; only the form is looked at, not what is around it."""
    low = t.low
    if len(low[i]) == 4 and is_digits(low[i]) and "1000" <= low[i] <= "2199":
        after = low[i + 1]
        if t.glued(i + 1) and (
            after == "%"
            or (after in (",", ".", ":") and is_digits(low[i + 2]) and t.glued(i + 2))
            or after.isalpha()
        ):
            return None
        return i + 1, int(low[i])
    if low[i] == "'" and len(low[i + 1]) == 2 and is_digits(low[i + 1]) and t.glued(i + 1) and not t.glued(i):
        if low[i + 2] == "s" and t.glued(i + 2):
            return None
        return i + 2, _century(int(low[i + 1]))
    return None


def _century(two_digits: int) -> int:
    return two_digits + (1900 if two_digits >= 40 else 2000)


def _year_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year that ends a date: `, 2004`, `2004`, `of 2004`."""
    gap = i + (t.low[i] in (",", "of", "-", "/", "in"))
    found = year_at(t, gap)
    if found and t.low[i] == "in" and t.low[gap] == "'":
        return None
    return found


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
        year = _year_after(t, day[0]) if low[day[0]] != "in" else None
        if year:
            return year[0], Point(year=year[1], month=number, day=day[1], rule="month day year")
        return day[0], Point(month=number, day=day[1], rule="month day")
    year = _year_after(t, j)
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
        return not (before == "in" and after == "of")
    if word not in lex.NAMES_TOO:
        return True
    if word == "may":
        return before in ("the", "a") and after not in ("be",) and not t.upper(j)
    if word == "march":
        return before in ("the", "'", "s", "its", "a") and after not in ("of", "on", "for", "to", "in", "against", "was", "and", "from", ",", ".", "'", "that")
    if t.upper(j) and after.isalpha() and before not in _SENTENCE_END and t.start[j] - t.end[j - 1] == 1:
        return False
    return not (t.upper(i - 1) and before.isalpha() and t.start[i] - t.end[i - 1] == 1 and before not in _SENTENCE_END and i > 0)


_SIGN = frozenset(
    """in since until till by before after from to through during of between last next this early late mid around about
    throughout every each for into previous following following' coming past 'til""".split()
)
_SENTENCE_END = frozenset({".", "!", "?", "\n", "", '"', "'", ")", ":"})


def day_month(t: Tokens, i: int) -> Found:
    """`28 November`, `the 28th of November, 2025`, `28-Nov-2025`."""
    low = t.low
    j = i + (low[i] == "the")
    day = day_at(t, j)
    if day is None or (i > 0 and t.glued(i) and low[i - 1] in (".", ",", "/", "-", "$", ":", "'")):
        return None
    gap = day[0] + (low[day[0]] in ("of", "-", "/", ",") if low[day[0] - 1] in ("st", "nd", "rd", "th") else low[day[0]] in ("-", "/"))
    if j > i and gap == day[0] and is_digits(low[day[0] - 1]):
        return None
    if day[0] == j + 1 and not is_digits(low[j]) and low[day[0]] == "of":
        gap = day[0] + 1
    month = month_at(t, gap)
    if month is None or not (t.upper(gap) or is_digits(low[gap - 1], 2)):
        return None
    if low[gap] in ("may", "march") and not t.upper(gap) and not year_at(t, month[0]):
        return None
    if is_digits(low[month[0]], 2) and low[gap - 1] not in ("st", "nd", "rd", "th", "of", "-", "/") and low[gap] in lex.MONTHS:
        return None
    year = _year_after(t, month[0])
    if year and low[month[0]] != "in":
        return year[0], Point(year=year[1], month=month[1], day=day[1], rule="day month year")
    return month[0], Point(month=month[1], day=day[1], rule="day month")


def day_of_month(t: Tokens, i: int) -> Found:
    """`the 15th` behind a preposition: a day of the month that the text speaks of or is written in."""
    low = t.low
    if low[i] != "the" or low[i - 1] not in ("on", "by", "until", "till", "since", "before", "after", "from", "through", "to") or not is_digits(low[i + 1], 2):
        return None
    day = day_at(t, i + 1)
    if day is None or day[0] != i + 3 or (low[day[0]].isalpha() and low[day[0]] not in FUNCTION_WORDS):
        return None
    j = day[0]
    if low[j] == "of" and low[j + 1] in ("this", "last", "next", "the") and low[j + 2] == "month":
        shift = {"last": -1, "next": 1}.get(low[j + 1], 0)
        return j + 3, Point(day=day[1], unit="M", shift=shift, rule="day of month")
    return (j, Point(day=day[1], unit="M", rule="day of month")) if low[j] != "of" else None


def weekday_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """A weekday's name; a shortened one (Sun, Sat, Mon are words too) only before a date or between sure signs."""
    word = t.low[i]
    if word in lex.WEEKDAYS:
        return (i + 1, lex.WEEKDAYS[word]) if t.upper(i) or t.low[i - 1] in ("on", "last", "next", "this") else None
    if word in lex.WEEKDAYS_SHORT and t.upper(i):
        j = i + 1 + (t.low[i + 1] == ".")
        k = j + (t.low[j] == ",")
        if month_at(t, k) or (is_digits(t.low[k], 2) and (month_at(t, k + 1) or t.low[k + 1] in ("st", "nd", "rd", "th"))):
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
    if low[j] == "the":
        day = ordinal(t, j + 1)
        if day and 1 <= day[1] <= 31 and is_digits(low[j + 1]):
            return day[0], Point(weekday=number, day=int(day[1]), rule="weekday")
    return j, Point(weekday=number, rule="weekday")


def year(t: Tokens, i: int) -> Found:
    """A year that stands alone. Numbers of other things (pages, prices, amounts, telephones) are left out."""
    low = t.low
    if low[i] == "the" and low[i + 1] == "year":
        spoken = spoken_year(t, i + 2)
        if spoken:
            return spoken[0], Point(year=spoken[1], rule="year")
        found = year_at(t, i + 2)
        return (found[0], Point(year=found[1], rule="year")) if found else None
    if low[i] in lex.CARDINALS:
        spoken = spoken_year(t, i)
        if spoken and (low[i] != "two" or low[i - 1] in _BEFORE_YEAR) and low[spoken[0]] not in COUNTED:
            return spoken[0], Point(year=spoken[1], rule="year")
        return None
    found = year_at(t, i)
    if found is None:
        return None
    j, number = found
    before, after = low[i - 1], low[j]
    if after in ("bc", "bce") or (after == "b" and low[j + 1] == "." and low[j + 2] == "c"):
        return None
    if before in _NUMBERED or after in COUNTED or (after == "-" and low[j + 1] in ("pound", "mile", "foot", "page", "seat", "member")):
        return None
    if t.glued(i) and before not in ("-", "(", "[", '"', "'", "/", "“", "‘", "`", "_"):
        return None
    if t.glued(i) and before in ("-", "/") and not _joins_years(t, i):
        return None
    if t.glued(j) and after in ("-", "/") and t.glued(j + 1) and low[j + 1].isdigit() and len(low[j + 1]) not in (2, 4):
        return None
    sure = 1900 <= number <= 2099 and low[i] != "'"
    if not sure and before not in _BEFORE_YEAR:
        return None
    if not sure and before in ("to", "of", "for", "about", "around", "than", "and", "from", "by"):
        return None
    return j, Point(year=number, rule="year")


def _joins_years(t: Tokens, i: int) -> bool:
    """Whether the sign before token `i` joins it to a year, a month or a word: `1999-2001`, `mid-1996`, `Nov-2025`."""
    before = t.low[i - 2]
    if before[:1].isdigit():
        return len(before) == 4 and (not t.glued(i - 2) or t.low[i - 3] in ("(", "[")) and "1000" <= before <= "2199"
    return before.isalpha()


def decade(t: Tokens, i: int) -> Found:
    """`1980s`, `the '80s`, `the eighties`; not "1980s-style", not a person's thirties."""
    low = t.low
    j = i + (low[i] == "the")
    if low[j] in lex.DECADES:
        return (j + 1, Point(decade=190 + lex.DECADES[low[j]], rule="decade")) if j > i or low[i - 1] in ("the", "early", "late", "-") else None
    short = low[j] == "'"
    k = j + short
    digits = low[k]
    if not is_digits(digits, 4) or digits[-1] != "0" or len(digits) not in (2, 4):
        return None
    end = k + 1 + (low[k + 1] == "'" and t.glued(k + 1))
    if low[end] != "s" or not t.glued(end) or t.raw(end) == "S" or (low[end + 1] == "-" and t.glued(end + 1)):
        return None
    if len(digits) == 4:
        return (end + 1, Point(decade=int(digits) // 10, rule="decade")) if "1000" <= digits <= "2190" else None
    if not short or low[i - 1] in ("his", "her", "their", "my", "our"):
        return None  # without the apostrophe as likely an age or a temperature
    return end + 1, Point(decade=_century(int(digits)) // 10, rule="decade")


def century(t: Tokens, i: int) -> Found:
    """`the 20th century`, `nineteenth-century`."""
    j = i + (t.low[i] == "the")
    found = ordinal(t, j)
    if not found:
        return None
    gap = found[0] + (t.low[found[0]] == "-")
    if t.low[gap] == "century" and 1 <= found[1] <= 30 and not (t.upper(gap) and t.upper(gap + 1)):
        return gap + 1, Point(century=int(found[1]) - 1, rule="century")
    return None


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
    year = _year_after(t, j)
    point = Point(holiday=" ".join(key), rule="holiday")
    if key in lex.FIXED_DAYS:
        month, day = lex.FIXED_DAYS[key]
        point = point.but(month=month, day=day)
    return (year[0], point.but(year=year[1])) if year and t.low[j] != "in" else (j, point)


def _spaced_numeric(t: Tokens, i: int) -> bool:
    """`8 / 2 / 2013`: blanks around the slashes, as some extractions write them."""
    low = t.low
    return low[i + 1] == low[i + 3] == "/" and len(low[i + 4]) == 4 and len(low[i]) <= 2 and t.start[i + 4] - t.end[i] <= 10


def numeric(t: Tokens, i: int) -> tuple[int, Point | Written] | None:
    """`2025-11-28`, `28.11.2025`, `12/03/2025`, `12/3/25`."""
    low = t.low
    if not is_digits(low[i], 4) or (t.glued(i) and low[i - 1] not in ("(", "[", '"', "'", ":")):
        return None
    sign = low[i + 1]
    if sign not in ("-", "/", ".") or low[i + 3] != sign or not (all(t.glued(i + k) for k in (1, 2, 3, 4)) or _spaced_numeric(t, i)):
        return None
    if not is_digits(low[i + 2], 2) or not is_digits(low[i + 4], 4):
        return None
    j = i + 5
    if t.glued(j) and (low[j].isdigit() or (low[j] in ("-", "/", ".") and low[j + 1].isdigit() and t.glued(j + 1))):
        return None
    if t.glued(j) and low[j].isalpha() and low[j] not in ("t", "z"):
        return None
    parts = [int(low[i]), int(low[i + 2]), int(low[i + 4])]
    if len(low[i]) == 4:
        if 1000 <= parts[0] <= 2199 and 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31:
            return j, Point(year=parts[0], month=parts[1], day=parts[2], rule="numeric date")
        return None
    if len(low[i]) > 2 or len(low[i + 4]) == 3 or (len(low[i + 4]) < 4 and (sign != "/" or len(low[i + 4]) != 2)):
        return None
    if len(low[i + 4]) == 2:
        parts[2] = _century(parts[2])
    elif not 1900 <= parts[2] <= 2099:
        return None
    readings = [(parts[2], parts[1], parts[0])] if 1 <= parts[1] <= 12 and 1 <= parts[0] <= 31 else []
    if sign == "/" or (sign == "-" and not readings):
        other = (parts[2], parts[0], parts[1])
        if 1 <= parts[0] <= 12 and 1 <= parts[1] <= 31 and other not in readings:
            readings.append(other)
    if len(readings) == 1:
        year, month, day = readings[0]
        return j, Point(year=year, month=month, day=day, rule="numeric date")
    return (j, Written(tuple(readings))) if readings else None
