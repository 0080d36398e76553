"""Times that the calendar does not know: `now`, `recently`, `in the past`, `the coming years`."""

from __future__ import annotations

from typing import Literal

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.lengths import length_value
from onrecord.annotation.times.meanings import Fuzzy, Length
from onrecord.annotation.times.tokens import Tokens

Ref = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]

_FUZZY: dict[str, Ref] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
}
_FUZZY_PHRASES: dict[tuple[str, ...], Ref] = {
    ("the", "future"): "FUTURE_REF",
    ("the", "near", "future"): "FUTURE_REF",
    ("the", "near", "term"): "FUTURE_REF",
    ("the", "short", "term"): "FUTURE_REF",
    ("the", "foreseeable", "future"): "FUTURE_REF",
    ("the", "past"): "PAST_REF",
    ("these", "days"): "PRESENT_REF",
    ("the", "distant", "past"): "PAST_REF",
    ("the", "recent", "past"): "PAST_REF",
    ("at", "present"): "PRESENT_REF",
    ("more", "recently"): "PAST_REF",
    ("most", "recently"): "PAST_REF",
    ("the", "not", "too", "distant", "future"): "FUTURE_REF",
    ("the", "immediate", "future"): "FUTURE_REF",
    ("the", "present", "time"): "PRESENT_REF",
    ("the", "distant", "future"): "FUTURE_REF",
    ("this", "moment"): "PRESENT_REF",
    ("as", "soon", "as", "possible"): "FUTURE_REF",
    ("a", "long", "time", "ago"): "PAST_REF",
    ("a", "short", "time", "ago"): "PAST_REF",
    ("some", "time", "ago"): "PAST_REF",
    ("a", "while", "ago"): "PAST_REF",
    ("a", "short", "while", "ago"): "PAST_REF",
    ("long", "ago"): "PAST_REF",
    ("not", "long", "ago"): "PAST_REF",
}
_SURE_MODALS = frozenset("will may might can should shall must ll".split())
_MODALS = _SURE_MODALS | {"would", "could"}
_VAGUE_UNITS = frozenset({"days", "weeks", "months", "years", "decades", "quarters", "centuries", "hours", "minutes"})
_VAGUE_SHIFTS: dict[str, Ref] = {
    "recent": "PAST_REF",
    "past": "PAST_REF",
    "coming": "FUTURE_REF",
    "future": "FUTURE_REF",
}


_COUNTED_BACK = frozenset({"days", "weeks", "months"})
"""Units that `recent` makes a length up to publication; recent years are just the past."""


def fuzzy(t: Tokens, i: int) -> tuple[int, Fuzzy | Length] | None:
    """`now`, `recently`, `in the past`, `recent weeks and months`, `the coming years`."""
    low = t.low
    if is_some_day(t, i):
        return i + 2, Fuzzy("FUTURE_REF")
    if low[i] == "soon":
        return (i + 1, Fuzzy("FUTURE_REF")) if _is_to_come(t, i) else None
    value = _FUZZY.get(low[i])
    if value:
        if low[i] == "now" and (
            (low[i + 1] == "-" and t.glued(i + 1))
            or low[i - 1] == "from"
            or (t.upper(i) and t.upper(i + 1) and low[i - 1] not in (".", '"', "\n", ""))
        ):
            return None
        return i + 1, Fuzzy(value)
    if low[i] == "current" and low[i + 1].isalpha() and not t.upper(i):
        return i + 1, Fuzzy("PRESENT_REF")
    j = i + (low[i] == "the")
    kind = _VAGUE_SHIFTS.get(low[j])
    if kind and low[j + 1] in _VAGUE_UNITS:
        joined = low[j + 2] in ("and", "or") and low[j + 3] in _VAGUE_UNITS
        if low[j] == "recent" and low[j + 1] in _COUNTED_BACK and not joined:
            unit = lex.UNITS[low[j + 1]]
            return j + 2, Length(None, unit, length_value(None, unit), "past", rule="window")
        return j + 2 + 2 * joined, Fuzzy(kind)
    for size in (2, 3, 4, 5):
        known = _FUZZY_PHRASES.get(tuple(low[i : i + size]))
        if known:
            after = low[i + size]
            if size == 2 and low[i + 1] == "recently" and after == "last":
                return None  # most recently last October
            if (
                after in ("of", "tense")
                or (after == "-" and t.glued(i + size))
                or (known == "PAST_REF" and (after in lex.UNITS or after in lex.CARDINALS or after in lex.VAGUE))
            ):
                return None
            return i + size, Fuzzy(known)
    return None


def is_some_day(t: Tokens, i: int) -> bool:
    """Whether `one day` is some day to come: "they may one day return"."""
    return t.low[i] == "one" and t.low[i + 1] == "day" and t.low[i - 1] in _MODALS


def _is_to_come(t: Tokens, i: int) -> bool:
    """Whether `soon` counts from publication, by a modal beside it; "was soon released", "soon after" do not."""
    low = t.low
    if low[i - 1] in ("as", "too") or low[i + 1] in ("after", "as"):
        return False
    beside = low[max(0, i - 3) : i + 3]
    return low[i + 1] == "to" or any(word in _SURE_MODALS for word in beside)
