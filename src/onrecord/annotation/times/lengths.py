"""Lengths of time: `two weeks`, `a 27-year`, `the past two months`, `three days ago`, `a year and a half`."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Direction, Length
from onrecord.annotation.times.numbers import cardinal, is_digits
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Length] | None

_FILLERS = frozenset(
    """more full whole additional extra entire further straight consecutive solid long short mere trading business
    working school successive other fiscal financial""".split()
)
_AFTER_AMOUNT = frozenset({"-", "of"})
_ONE = frozenset({"a", "an", "another", "per"})
_COMPACT = {"daylong": "D", "weeklong": "W", "monthlong": "M", "yearlong": "Y", "hourlong": "H", "decadelong": "E"}
_WINDOWS: dict[str, Direction] = {
    "past": "past",
    "last": "past",
    "previous": "past",
    "preceding": "past",
    "next": "next",
    "coming": "next",
    "following": "next",
    "first": "none",
    "final": "none",
    "recent": "past",
}
_LEFT = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("no", "more", "than"): "EQUAL_OR_LESS",
    ("no", "less", "than"): "EQUAL_OR_MORE",
    ("well", "over"): "MORE_THAN",
    ("just", "over"): "MORE_THAN",
    ("just", "under"): "LESS_THAN",
    ("not", "less", "than"): "EQUAL_OR_MORE",
    ("not", "more", "than"): "EQUAL_OR_LESS",
}
_BEFORE_OVER = frozenset("for in after just well within took takes lasted spent is was than of every".split())
_UNIT_VALUES = {
    "D": "P{}D",
    "W": "P{}W",
    "M": "P{}M",
    "Y": "P{}Y",
    "H": "PT{}H",
    "MIN": "PT{}M",
    "S": "PT{}S",
    "N": "P{}D",
    "E": "P{}E",
    "C": "P{}C",
    "Q": "P{}Q",
    "F": "P{}W",
}
_MULTIPLES = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M"), "F": (2, "W")}
_HALVES = {"H": ("MIN", 60), "MIN": ("S", 60)}


def length_value(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X where it is not said how many."""
    if amount is None:
        return _UNIT_VALUES[unit].format("X")
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        amount *= times
    if amount % 1 and unit in _HALVES:
        smaller, parts = _HALVES[unit]
        rest = round(amount % 1 * parts)
        tail = length_value(rest, smaller)
        return tail if amount < 1 else length_value(amount // 1, unit) + tail.removeprefix("PT")
    if unit == "Y" and amount == 0.5:
        return "P6M"
    return _UNIT_VALUES[unit].format(f"{amount:g}" if amount < 1e6 else int(amount))


def approximator(t: Tokens, i: int) -> tuple[int, str] | None:
    """Words that make a length or a date inexact, and their TIMEX3 `mod`."""
    for size in (3, 2):
        mod = _LEFT.get(tuple(t.low[i : i + size]))
        if mod:
            return i + size, mod
    mod = lex.APPROXIMATE.get(t.low[i])
    if t.low[i] in ("over", "under") and t.low[i + 1] not in ("a", "an") and t.low[i - 1] not in _BEFORE_OVER:
        return None  # spread over three years
    return (i + 1, mod) if mod else None


def _amount(t: Tokens, i: int) -> tuple[int, float | None, bool] | None:
    """How many: the token after it, the number (None: not said), and whether a plural unit must follow."""
    low = t.low
    word = low[i]
    if word == "half" and low[i + 1] in ("a", "an", "-"):
        return i + 2, 0.5, False
    if word in _ONE:
        if low[i + 1] == "half" and low[i + 2] in ("-", *lex.UNITS):
            return i + 2 + (low[i + 2] == "-"), 0.5, False
        if low[i + 1] == "couple":
            return i + 2 + (low[i + 2] == "of"), 2, True
        if low[i + 1] == "dozen":
            return i + 2, 12, True
        if low[i + 1] in ("few", "good", "number") and low[i + 1] != "good":
            return i + 2 + (low[i + 2] == "of"), None, True
        if low[i + 1] not in lex.SCALES:
            more = cardinal(t, i + 1) if word == "another" else None
            return (more[0], more[1], more[1] != 1) if more else (i + 1, 1, False)
    if word == "couple" and low[i + 1] == "of":
        return i + 2, 2, True
    if word in lex.VAGUE:
        return i + 1, None, True
    if word in ("dozens", "hundreds", "scores") and low[i + 1] == "of":
        return i + 2, None, True
    bracketed = low[i] == "[" and low[i + 2] == "]"
    found = cardinal(t, i + bracketed)
    if found is None:
        return None
    j, number = found
    j += bracketed
    if i > 0 and t.glued(i) and is_digits(word) and low[i - 1] in ("$", "£", "€", "#", ".", ",", "/", ":"):
        return None
    if low[j] in ("to", "or", "-"):
        upper = cardinal(t, j + 1)
        if (
            upper
            and upper[1] > number
            and (low[upper[0]] in lex.UNITS or (low[upper[0]] == "-" and low[upper[0] + 1] in lex.UNITS))
        ):
            return upper[0], number, True
    if low[j] == "and" and low[j + 1] in ("a", "one") and low[j + 2] in ("half", "-"):
        return j + 3, number + 0.5, True
    if low[j] == "-" and low[j + 1] == "and" and low[j + 3] in ("a", "one") and low[j + 5] == "half":
        return j + 6, number + 0.5, True
    return j, number, number != 1


def _is_title(t: Tokens, i: int, j: int) -> bool:
    """Whether a capitalised unit is part of a name: `60 Minutes`, `the Six-Day War`, `a Five-Year Plan`."""
    if is_digits(t.low[i]):
        before = t.raw(i - 1) if i else ""
        return before in ('"', "'", "`", "s") or before.islower()
    return t.upper(i) and t.low[j + 1] in ("war", "wars", "plan", "itch", "'")


def length(t: Tokens, i: int) -> Found:
    """A counted length at token `i`, with what follows it (`ago`, `earlier`); ages ("two years old") are none."""
    low = t.low
    if low[i] in _ONE and t.glued(i) and low[i - 1] == "-":
        return None  # $12-an-hour
    found = _amount(t, i)
    bare = found is None
    if found is None:
        if low[i] in _COMPACT:
            return i + 1, Length(1, _COMPACT[low[i]], length_value(1, _COMPACT[low[i]]), rule="adjective")
        if low[i] not in lex.PLURAL_UNITS or low[i] in ("seconds", "secs", "minutes", "mins", "yrs", "hrs", "quarters"):
            return None
        found = (i, None, True)
    j, amount, plural = found
    hyphen = low[j] == "-" and j > i
    j += hyphen
    while low[j] in _FILLERS and j < i + 8 and not hyphen:
        j += 1
    unit = lex.UNITS.get(low[j])
    if (
        unit is None
        or unit == "WE"
        or (unit == "S" and low[j] == "second" and not (amount == 1 and low[i] == "one") and not hyphen)
    ):
        return None
    if (low[i] in _ONE or low[i] == "some") and not plural and low[j] in lex.PLURAL_UNITS:
        return None
    if plural and amount is None and low[j] not in lex.PLURAL_UNITS and low[j] != "nights" and not hyphen:
        return None
    if plural and low[j] not in lex.PLURAL_UNITS and low[j] != "nights" and not hyphen and (amount or 0) > 999:
        return None
    if bare and unit == "H" and low[i - 1] in ("early", "late", "wee", "small", "evening", "morning"):
        return None
    if unit == "Q" and (amount == 1 or hyphen or low[j + 1] == "of"):
        return None
    if t.upper(j) and not t.raw(j).isupper() and _is_title(t, i, j):
        return None
    j += 1
    if (
        (low[j] in ("-", "") and low[j + 1] in ("old", "olds"))
        or low[j] == "old"
        or t.phrase(j, ("of", "age"))
        or t.phrase(j, ("'", "old"))
    ):
        return None
    if (low[j] == "s" and t.glued(j)) or (low[j] == "-" and low[j + 1] in ("to", "by")):
        return None
    if low[i] in ("a", "an") and low[j] == "-" and low[j + 1] in ("ago", "earlier"):
        return None
    if unit == "C" and amount == 0.5 and low[j] not in ("of", "ago", "later", "after", "before", "earlier"):
        return None  # cricket's
    adjective = hyphen or (amount != 1 and low[j - 1] not in lex.PLURAL_UNITS and low[j - 1] != "nights")
    if low[j] == "-" and low[j + 1] == "long" and t.glued(j):
        j, adjective = j + 2, True
    elif low[j] == "-" and t.glued(j) and low[j + 1].isalpha() and low[j + 1] not in ("long", "ago", "earlier"):
        adjective = True
    if low[j] == "and" and low[j + 1] == "a" and low[j + 2] == "half" and amount is not None:
        j, amount = j + 3, amount + 0.5
    elif (low[j] == "or" and low[i] in ("a", "an") and low[j + 1] == "two" and amount == 1) or (
        bare and low[j] in ("or", "and") and low[j + 1] in lex.PLURAL_UNITS
    ):
        j += 2
    value = length_value(amount, unit)
    if amount is not None and not adjective:
        more = _second_part(t, j, unit)
        if more:
            j, value = more[0], value + more[1].lstrip("PT" if "T" in value else "P")
    rule = "adjective" if adjective else "bare plural" if bare else "length"
    return _direction(t, j, Length(amount, unit, value, rule=rule))


_SMALLER = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("H",), "H": ("MIN",), "MIN": ("S",)}


def _second_part(t: Tokens, i: int, unit: str) -> tuple[int, str] | None:
    """`and three months` after a number of years."""
    j = i + (t.low[i] == ",")
    j += t.low[j] == "and"
    found = cardinal(t, j)
    if not found or t.low[found[0]] not in lex.UNITS:
        return None
    smaller = lex.UNITS[t.low[found[0]]]
    if smaller not in _SMALLER.get(unit, ()) or t.low[found[0] + 1] in ("ago", "old"):
        return None
    return found[0] + 1, length_value(found[1], smaller)


def _direction(t: Tokens, j: int, found: Length) -> tuple[int, Length]:
    low = t.low
    gap = j + (low[j] == "-" and low[j + 1] in ("ago", "earlier") and found.amount != 1)
    if low[gap] == "ago":
        return gap + 1, replace(found, direction="ago")
    if low[gap] == "earlier" or (low[gap] == "previously" and found.rule == "length"):
        return gap + 1, replace(found, direction="earlier")
    if low[j] == "hence":
        return j + 1, replace(found, direction="hence")
    if low[j] == "from" and low[j + 1] in ("now", "today"):
        return j + 2, replace(found, direction="hence")
    if low[j] in ("later", "after", "afterward", "afterwards"):
        return j, replace(found, direction="later")
    return j, found


def window(t: Tokens, i: int) -> Found:
    """`the past two months`, `the next several days`, `the first nine months`, `each of the last three years`."""
    low = t.low
    j = i
    if low[i] == "each" and low[i + 1] == "of":
        j += 2
    j += low[j] in ("the", "these", "those", "its", "his", "her", "their")
    way = _WINDOWS.get(low[j])
    if way is None:
        return None
    j += 1
    if t.phrase(j, ("couple", "of")):
        found: tuple[int, float | None, bool] | None = (j + 2, 2, True)
    else:
        found = _amount(t, j)
    if found is None or low[j] in _ONE:
        return None
    if way == "none" and low[found[0]] not in lex.PLURAL_UNITS and low[found[0]] != "-":
        return None
    k = found[0] + (low[found[0]] == "-")
    while low[k] in _FILLERS and k < found[0] + 3:
        k += 1
    unit = lex.UNITS.get(low[k])
    if unit is None or unit == "WE" or (low[k] == "second"):
        return None
    return k + 1, Length(found[1], unit, length_value(found[1], unit), direction=way, rule="window")
