"""Times that recur: `every Monday`, `each of the last years`, `daily`, `twice a week`, `Tuesday nights`."""

from __future__ import annotations

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.lengths import length_value
from onrecord.annotation.times.meanings import Repeated
from onrecord.annotation.times.numbers import cardinal, is_digits, ordinal
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Repeated] | None

_ADVERBS = {
    "daily": "P1D",
    "hourly": "PT1H",
    "weekly": "P1W",
    "nightly": "XXXX-XX-XXTNI",
    "monthly": "P1M",
    "biweekly": "P2W",
    "fortnightly": "P2W",
}
_EACH = frozenset({"every", "each", "per"})
_COUNTS = frozenset(
    """once twice times thrice million billion thousand hundred hundreds dozen dozens percent % cents pence dollars
    euros pounds""".split()
)
_RATE_UNITS = frozenset("day week month year quarter night hour".split())
_NO_RATE_BEFORE = frozenset("of ago earlier later before after old and or - away that when".split())
_NO_RATE_AFTER = frozenset("in for within of after over about than by to nearly almost until is was".split()) | {""}
_PARTS_PLURAL = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}


def every(t: Tokens, i: int) -> Found:
    """`every Monday`, `each year`, `every other day`, `every three months`, `each summer`."""
    low = t.low
    if low[i] not in _EACH:
        return None
    j, step = i + 1, 1.0
    if low[j] in ("other", "second"):
        j, step = j + 1, 2
    elif low[j] == "single":
        j += 1
    else:
        found = cardinal(t, j) or ordinal(t, j)
        if found and low[found[0]] in lex.UNITS:
            j, step = found
    word = low[j]
    if word in lex.WEEKDAYS and t.upper(j):
        part = lex.PARTS.get(low[j + 1], "")
        return j + 1 + bool(part), Repeated(f"XXXX-WXX-{lex.WEEKDAYS[word] + 1}" + (f"T{part}" if part else ""))
    if word in lex.MONTHS and t.upper(j):
        return j + 1, Repeated(f"XXXX-{lex.MONTHS[word]:02}")
    if word in lex.SEASONS and low[i] != "per":
        return j + 1, Repeated(f"XXXX-{lex.SEASONS[word]}")
    if word in ("morning", "afternoon", "evening", "night"):
        return j + 1, Repeated(f"XXXX-XX-XXT{lex.PARTS[word]}")
    if word == "weekend":
        return j + 1, Repeated("XXXX-WXX-WE")
    unit = lex.UNITS.get(word)
    if (
        unit is None
        or unit in ("WE", "N")
        or (low[i] == "each" and low[j] in lex.PLURAL_UNITS)
        or (word == "second" and step == 1)
    ):
        return None
    if unit == "Q" and step == 1:
        return j + 1, Repeated("P1Q")
    return j + 1, Repeated(length_value(step, unit))


def adverb(t: Tokens, i: int) -> Found:
    """`daily`, `monthly`; part of a name ("the Daily News") is none."""
    low = t.low
    value = _ADVERBS.get(low[i])
    if value is None or (t.upper(i) and (t.upper(i + 1) or (i > 0 and t.upper(i - 1) and low[i - 1].isalpha()))):
        return None
    return i + 1, Repeated(value, rule="adverb")


def weekdays(t: Tokens, i: int) -> Found:
    """`Mondays`, `Tuesday nights`."""
    low = t.low
    if not t.upper(i):
        return None
    if low[i] in lex.WEEKDAYS_PLURAL:
        part = lex.PARTS.get(low[i + 1]) or _PARTS_PLURAL.get(low[i + 1])
        return i + 1 + bool(part), Repeated(
            f"XXXX-WXX-{lex.WEEKDAYS_PLURAL[low[i]] + 1}" + (f"T{part}" if part else "")
        )
    if low[i] in lex.WEEKDAYS:
        shared = low[i + 1] in ("and", "or") and low[i + 2] in lex.WEEKDAYS
        part = _PARTS_PLURAL.get(low[i + 1 + 2 * shared])  # Monday and Tuesday nights
        return (i + 2 - shared, Repeated(f"XXXX-WXX-{lex.WEEKDAYS[low[i]] + 1}T{part}")) if part else None
    return None


def rate(t: Tokens, i: int) -> Found:
    """`a year` after an amount: `$33 million a year`, `twice a week`, `200 people a day`."""
    low = t.low
    unit = lex.UNITS.get(low[i + 1]) if low[i + 1] in _RATE_UNITS else None
    if low[i] not in ("a", "an") or unit is None or low[i + 2] in _NO_RATE_BEFORE:
        return None
    before = low[i - 1]
    if before in _NO_RATE_AFTER or not (before.isalnum() or before in ("%", ")")):
        return None
    if unit in ("H", "N") and before not in ("once", "twice", "times"):
        return None
    if not any(_is_count(low[i - k]) for k in range(1, min(i, 4) + 1)):
        return None
    return i + 2, Repeated("P1Q" if unit == "Q" else length_value(1, unit), rule="rate")


def _is_count(word: str) -> bool:
    return word in _COUNTS or word in lex.CARDINALS or is_digits(word, 9)
