"""Years, decades and centuries that stand alone; numbers of other things (pages, prices, telephones) stay out."""

from __future__ import annotations

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Point
from onrecord.annotation.times.numbers import is_digits, ordinal, spoken_year
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Point] | None

COUNTED = frozenset(
    """people persons men women children boys girls soldiers troops civilians deaths victims dead injured percent
    per million billion thousand hundred dozen miles mile kilometers kilometres km feet ft meters metres m
    pounds dollars euros votes points seats members countries cases degrees minutes hours days weeks months
    years shares copies jobs companies workers employees students families homes houses units items tons tonnes
    barrels acres hectares passengers attempts times others patients voters inmates prisoners mg kg mm cm gb mb
    mph kph hp rpm calories cents pence francs marks yen rubles roubles rupees euro dollar dlrs pct seat volts
    watts hertz games goals runs""".split()
)
"""What a number counts when it is not a date: "In March 20 people …", "over 2000 miles"."""
_NUMBERED = frozenset(
    """page pages p pp no nos number numbers flight route highway section article paragraph chapter room resolution
    rule line bus gate suite apt apartment extension ext unit box zip version item lot model channel volume vol
    verse psalm code station building exhibit docket act docket case windows russell nasdaq dow # $ £ € ¥ dlrs
    usd eur gbp""".split()
)
"""What a number names when it is not a year: "page 1998", "$2000"."""
_BEFORE_YEAR = frozenset(
    """in since until till by before after from to through during of between and around circa about for early late
    mid ago year years spring summer autumn fall winter than into towards toward pre post - – ( throughout til
    summer autumn""".split()
)


def year_at(t: Tokens, i: int) -> tuple[int, int] | None:
    """Four digits that can be a year, or two after an apostrophe; only the form is looked at, not what is around it."""
    low = t.low
    if len(low[i]) == 4 and is_digits(low[i]) and "1000" <= low[i] <= "2199":
        after = low[i + 1]
        if t.glued(i + 1) and (
            after == "%" or (after in (",", ".", ":") and is_digits(low[i + 2]) and t.glued(i + 2)) or after.isalpha()
        ):
            return None
        return i + 1, int(low[i])
    if low[i] == "'" and len(low[i + 1]) == 2 and is_digits(low[i + 1]) and t.glued(i + 1) and not t.glued(i):
        if low[i + 2] == "s" and t.glued(i + 2):
            return None
        return i + 2, century_of(int(low[i + 1]))
    return None


def century_of(two_digits: int) -> int:
    """The year that two digits stand for, of 1940 to 2039."""
    return two_digits + (1900 if two_digits >= 40 else 2000)


def year_after(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year that ends a date: `, 2004`, `2004`, `of 2004`."""
    gap = i + (t.low[i] in (",", "of", "-", "/", "in"))
    found = year_at(t, gap)
    if found and t.low[i] == "in" and t.low[gap] == "'":
        return None
    return found


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
    if (
        before in _NUMBERED
        or after in COUNTED
        or (after == "-" and low[j + 1] in ("pound", "mile", "foot", "page", "seat", "member"))
    ):
        return None
    if t.glued(i) and before not in ("-", "(", "[", '"', "'", "/", "“", "‘", "`", "_"):
        return None
    if t.glued(i) and before in ("-", "/") and not _joins_years(t, i):
        return None
    if t.glued(j) and after in ("-", "/") and t.glued(j + 1) and low[j + 1].isdigit() and len(low[j + 1]) not in (2, 4):
        return None
    if before == "at" or (before == "to" and low[i - 2] in COUNTED):
        return None  # an index or a price: "closed at 1998", "fell 20 points to 1987"
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
        return (
            (j + 1, Point(decade=190 + lex.DECADES[low[j]], rule="decade"))
            if j > i or low[i - 1] in ("the", "early", "late", "-")
            else None
        )
    short = low[j] == "'"
    k = j + short
    digits = low[k]
    if not is_digits(digits, 4) or digits[-1] != "0" or len(digits) not in (2, 4):
        return None
    end = k + 1 + (low[k + 1] == "'" and t.glued(k + 1))
    if low[end] != "s" or not t.glued(end) or t.raw(end) == "S" or (low[end + 1] == "-" and t.glued(end + 1)):
        return None
    if len(digits) == 4 and digits.endswith("00") and digits < "2000":
        return (end + 1, Point(century=int(digits) // 100, rule="century")) if digits >= "1000" else None
    if len(digits) == 4:
        return (end + 1, Point(decade=int(digits) // 10, rule="decade")) if "1000" <= digits <= "2190" else None
    if not short or low[i - 1] in ("his", "her", "their", "my", "our"):
        return None  # without the apostrophe as likely an age or a temperature
    return end + 1, Point(decade=century_of(int(digits)) // 10, rule="decade")


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


def fiscal_year(t: Tokens, i: int) -> Found:
    """`fiscal 1989`, `fiscal year 2007`, `FY 2007`."""
    j = i + 1 + (t.low[i + 1] == "year")
    found = year_at(t, j)
    if found is None and t.low[i] == "fy" and is_digits(t.low[j], 2) and len(t.low[j]) == 2:
        found = j + 1, 2000 + int(t.low[j])
    return (found[0], Point(year=found[1], fiscal=True, rule="fiscal year")) if found else None
