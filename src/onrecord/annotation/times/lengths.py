"""Lengths of time: `two weeks`, `a 27-year`, `the past two months`, `three days ago`, `a year and a half`."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.amounts import ONE, Amount, amount
from onrecord.annotation.times.meanings import Direction, Length
from onrecord.annotation.times.numbers import cardinal, is_digits
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Length] | None

_FILLERS = frozenset(
    """more full whole additional extra entire further straight consecutive solid long short mere trading business
    working school successive other fiscal financial""".split()
)
_COMPACT = {"daylong": "D", "weeklong": "W", "monthlong": "M", "yearlong": "Y", "hourlong": "H", "decadelong": "E"}
_LASTING = frozenset("hour day week month year decade century".split())
"""Units that make an adjective with `-long`: "a third day-long meeting"."""
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
_BARE_UNITS = lex.PLURAL_UNITS - frozenset("seconds secs minutes mins yrs hrs quarters".split())
"""Units that are a length without a number ("for years")."""
_SMALL_HOURS = frozenset("early late wee small evening morning".split())
_CONTENTS = frozenset("video audio music film footage tape recordings programming".split())
"""What is measured by its hours, without a time at which it lasts: "75 hours of video"."""
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


def length(t: Tokens, i: int) -> Found:
    """A counted length at token `i`, with what follows it (`ago`, `earlier`); ages ("two years old") are none."""
    low = t.low
    if low[i] in _COMPACT:
        return i + 1, Length(1, _COMPACT[low[i]], length_value(1, _COMPACT[low[i]]), rule="adjective")
    if low[i + 1] == "-" and low[i + 2] == "long" and t.glued(i + 1) and t.glued(i + 2) and low[i] in _LASTING:
        return i + 3, Length(1, lex.UNITS[low[i]], length_value(1, lex.UNITS[low[i]]), rule="adjective")
    if low[i] in ONE and t.glued(i) and low[i - 1] == "-":
        return None  # $12-an-hour
    found = amount(t, i)
    bare = found is None
    if found is None:
        if low[i] not in _BARE_UNITS:
            return None
        found = Amount(i, None, True)
    j = found.end
    hyphen = low[j] == "-" and j > i
    j += hyphen
    while low[j] in _FILLERS and j < i + 8 and not hyphen:
        j += 1
    unit = lex.UNITS.get(low[j])
    if unit is None or not _agrees(t, i, j, unit, found, hyphen) or _is_name(t, i, j):
        return None
    j += 1
    if _is_other(t, i, j, unit, found.number, bare):
        return None
    many = low[j - 1] in lex.PLURAL_UNITS or low[j - 1] == "nights"
    adjective = hyphen or (found.number != 1 and not many)
    if low[j] == "-" and low[j + 1] == "long" and t.glued(j):
        j, adjective = j + 2, True
    elif low[j] == "-" and t.glued(j) and low[j + 1].isalpha() and low[j + 1] not in ("ago", "earlier"):
        adjective = True
    rule = "adjective" if adjective else "bare plural" if bare else "length"
    return _finished(t, i, j, Length(found.number, unit, "", rule=rule))


def _agrees(t: Tokens, i: int, j: int, unit: str, found: Amount, hyphen: bool) -> bool:
    """Whether the unit at token `j` is in the number that its amount asks for: `two years`, `two-year`, `two year`."""
    low = t.low
    many = low[j] in lex.PLURAL_UNITS or low[j] == "nights"
    if unit == "WE" or (low[j] == "second" and low[i] != "one" and not hyphen):
        return False
    if unit == "Q" and (found.number == 1 or hyphen or low[j + 1] == "of"):
        return False  # a quarter of the voters
    if not found.plural:
        return not (many and low[i] in ONE)
    return many or hyphen or (found.number is not None and found.number <= 999)


def _is_name(t: Tokens, i: int, j: int) -> bool:
    """Whether a capitalised unit is part of a name: `60 Minutes`, `the Six-Day War`, `a Five-Year Plan`."""
    if not t.upper(j) or t.raw(j).isupper():
        return False
    if is_digits(t.low[i]):
        before = t.raw(i - 1) if i else ""
        return before in ('"', "'", "`", "s") or before.islower()
    return t.upper(i) and t.low[j + 1] in ("war", "wars", "plan", "itch", "'")


def _is_other(t: Tokens, i: int, j: int, unit: str, number: float | None, bare: bool) -> bool:
    """Whether what ends before token `j` is an age, a rate ("day-to-day"), small hours or cricket's half-century."""
    low = t.low
    if low[j] == "old" or (low[j] == "-" and low[j + 1] in ("old", "olds", "to", "by")):
        return True
    if (low[j] == "s" and t.glued(j)) or t.phrase(j, ("of", "age")) or t.phrase(j, ("'", "old")):
        return True
    if low[i] in ("a", "an") and low[j] == "-" and low[j + 1] in ("ago", "earlier"):
        return True
    if unit in ("H", "MIN") and low[j] == "of" and low[j + 1] in _CONTENTS:
        return True
    if bare and unit == "H" and low[i - 1] in _SMALL_HOURS:
        return True
    return unit == "C" and number == 0.5 and low[j] not in ("of", "ago", "later", "after", "before", "earlier")


def _finished(t: Tokens, i: int, j: int, found: Length) -> tuple[int, Length]:
    """The length with its value and what follows it: `and a half`, `or two`, `and three months`, `ago`."""
    low = t.low
    or_two = low[j] == "or" and low[j + 1] == "two" and low[i] in ("a", "an") and found.amount == 1
    and_months = found.rule == "bare plural" and low[j] in ("or", "and") and low[j + 1] in lex.PLURAL_UNITS
    if low[j] == "and" and low[j + 1] == "a" and low[j + 2] == "half" and found.amount is not None:
        j, found = j + 3, replace(found, amount=found.amount + 0.5)
    elif or_two or and_months:
        j += 2
    value = length_value(found.amount, found.unit)
    more = _second_part(t, j, found.unit) if found.amount is not None and found.rule == "length" else None
    if more:
        j, value = more[0], value + more[1].lstrip("PT" if "T" in value else "P")
    return _direction(t, j, replace(found, value=value))


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
    found = amount(t, j)
    if found is None or low[j] in ONE:
        return None
    if way == "none" and low[found.end] not in lex.PLURAL_UNITS and low[found.end] != "-":
        return None
    k = found.end + (low[found.end] == "-")
    while low[k] in _FILLERS and k < found.end + 3:
        k += 1
    unit = lex.UNITS.get(low[k])
    if unit is None or unit == "WE" or (low[k] == "second"):
        return None
    return k + 1, Length(found.number, unit, length_value(found.number, unit), direction=way, rule="window")
