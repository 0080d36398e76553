"""Times of day: `5 p.m. EST`, `1800 GMT`, `18:00`, `noon`, `half past two`. Scores, ratios and prices stay out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.meanings import Clock
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Clock] | None

_BEFORE_CLOCK = frozenset(
    """at by from until till to before after since around about between approximately circa @ ( and near past""".split()
)
_NO_CLOCK_BEFORE = frozenset("of left remaining mark into".split())
"""What follows the minutes of a match: "stopped at 2:56 of the third round"."""
_REGIONS = {"eastern": -300, "central": -360, "mountain": -420, "pacific": -480}
_OCLOCK = ("o", "'", "clock")


def half_day(t: Tokens, i: int) -> tuple[int, int] | None:
    """`a.m.`, `pm`, `P.M.`: the token after it, and the hours to add."""
    low = t.low
    if low[i] in ("am", "pm") and (t.raw(i) in ("am", "pm", "AM", "PM")):
        return i + 1, 12 * (low[i] == "pm")
    if low[i] in ("a", "p") and low[i + 1] == "." and low[i + 2] == "m" and t.end[i + 2] - t.start[i] <= 5:
        return i + 3 + (low[i + 3] == "."), 12 * (low[i] == "p")
    if low[i] in ("a", "p") and low[i + 1] == "m" and low[i + 2] == "." and t.end[i + 2] - t.start[i] <= 4:
        return i + 3, 12 * (low[i] == "p")
    return None


def zone(t: Tokens, i: int, iso: bool = False) -> tuple[int, int | None]:
    """A time zone after a time of day, in brackets or not; the token after it, and minutes east of Greenwich.

    Only after an ISO time (`iso`) is `-05:00` one, and not the end of a range.
    """
    low = t.low
    bracket = low[i] == "("
    j = i + bracket
    name = low[j]
    minutes: int | None = None
    if name in lex.ZONES and t.raw(j).isupper() and (name != "z" or t.glued(j)):
        minutes = lex.ZONES[name]
        j += 1
        shift = _offset(t, j) if name in ("gmt", "utc") else None
        if shift:
            j, minutes = shift
    elif name in _REGIONS and low[j + 1] in ("time", "standard", "daylight"):
        minutes = _REGIONS[name] + 60 * (low[j + 1] == "daylight")
        j += 2 + (low[j + 1] != "time" and low[j + 2] == "time")
    elif name in ("local", "eastern", "pacific") and (low[j + 1] == "time" or name != "local"):
        minutes = _REGIONS.get(name)
        j += 1 + (low[j + 1] == "time")
    elif (
        name in ("+", "-")
        and is_digits(low[j + 1], 4)
        and (len(low[j + 1]) == 4 or (low[j + 2] == ":" and (name == "+" or iso)))
    ):
        shift = _offset(t, j)
        if shift:
            j, minutes = shift
    else:
        return i, None
    if bracket:
        return (j + 1, minutes) if low[j] == ")" else (i, None)
    return j, minutes


def _offset(t: Tokens, i: int) -> tuple[int, int] | None:
    """`+8`, `-05:00`, `+0530`."""
    low = t.low
    if low[i] not in ("+", "-") or not is_digits(low[i + 1], 4):
        return None
    hours, j = low[i + 1], i + 2
    minutes = 0
    if len(hours) == 4:
        hours, minutes = hours[:2], int(hours[2:])
    elif low[j] == ":" and is_digits(low[j + 1], 2) and t.glued(j):
        minutes, j = int(low[j + 1]), j + 2
    if len(hours) > 2 or int(hours) > 14 or minutes > 59:
        return None
    return j, (int(hours) * 60 + minutes) * (1 if low[i] == "+" else -1)


def clock(t: Tokens, i: int) -> Found:
    """A time of day at token `i`."""
    low = t.low
    if low[i] in ("noon", "midday"):
        return (i + 1, Clock(12, 0)) if low[i - 1] != "high" else None
    if low[i] == "midnight":
        return i + 1, Clock(0 if low[i - 1] in ("from", "after", "since", "between") else 24, 0)
    if low[i] in ("half", "quarter") or low[i] in lex.CARDINALS:
        return _spoken(t, i)
    if not is_digits(low[i], 4):
        return None
    if t.glued(i) and low[i - 1] not in ("(", "[", '"', "'", "@", "t", "-", "`"):
        return None
    found = _digits(t, i)
    if found is None:
        return None
    j, hour, minute, second, half = found.end, found.hour, found.minute, found.second, found.half
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    if half is None and 1 <= hour <= 12:
        j, hour = _told_part(t, j, hour)
    end, minutes_east = zone(t, j, low[i - 1] == "t")
    return end, Clock(hour, minute or 0, second, minutes_east)


@dataclass(frozen=True, slots=True)
class _Read:
    """Digits read as a time of day: the token after them, and the hours to add for `p.m.` (None: not said)."""

    end: int
    hour: int
    minute: int | None = None
    second: int | None = None
    half: int | None = None


def _digits(t: Tokens, i: int) -> _Read | None:
    """Digits that are a time of day, by their form and what stands around them."""
    low = t.low
    word = low[i]
    if len(word) == 4:
        return _four_digits(t, i)
    if len(word) > 2:
        return None
    hour, j = int(word), i + 1
    if low[j] in (":", ".") and _two_digits(t, j):
        return _hour_and_minute(t, i, hour)
    half = half_day(t, j)
    if half:
        return _Read(half[0], hour, half=half[1])
    joined = low[j] == "-" or (low[j] in ("and", "to") and low[i - 1] in ("between", "from"))
    shared = _half_day_ahead(t, j + 1) if joined else None
    if shared is not None:
        return _Read(j, hour, half=shared)
    if t.phrase(j, _OCLOCK):
        return _Read(j + 3, hour)
    told = low[i - 1] in _BEFORE_CLOCK and 1 <= hour <= 12 and _told_part(t, j, hour)[0] > j
    return _Read(j, hour) if told or (low[j] in ("gmt", "utc") and t.raw(j).isupper()) else None


def _four_digits(t: Tokens, i: int) -> _Read | None:
    """`1800 GMT`, `at 0735 hours`."""
    word, after = t.low[i], t.low[i + 1]
    hours = after in ("hours", "hrs", "h") and t.low[i - 1] in _BEFORE_CLOCK and word[0] in "012"
    end, minutes_east = zone(t, i + 1)
    if not hours and (end == i + 1 or minutes_east is None or after in ("+", "-")):
        return None
    return _Read(i + 1 + hours, int(word[:2]), int(word[2:]))


def _two_digits(t: Tokens, i: int) -> bool:
    """Whether the sign at token `i` joins two digits to what stands before it."""
    return len(t.low[i + 1]) == 2 and is_digits(t.low[i + 1]) and t.glued(i) and t.glued(i + 1)


def _hour_and_minute(t: Tokens, i: int, hour: int) -> _Read | None:
    """`10:35 a.m.`, `18:30`, `10.35pm`; not a score, a ratio, an amount, a finishing time."""
    low = t.low
    sign, minute, second, k = low[i + 1], int(low[i + 2]), None, i + 3
    if sign == ":" and low[k] == ":" and _two_digits(t, k):
        second, k = int(low[k + 1]), k + 2
    goes_on = low[k] in (":", ".", ",", "-", "/") and is_digits(low[k + 1]) and t.glued(k + 1)
    to_another = low[k] == "-" and low[k + 2] == ":"  # 10:00-11:30
    if t.glued(k) and (low[k] == "%" or (goes_on and not to_another)):
        return None
    half = half_day(t, k)
    if half:
        return _Read(half[0], hour, minute, second, half[1])
    zoned = zone(t, k)[0] > k
    if sign == "." or low[k] in _NO_CLOCK_BEFORE or low[k + 1] in ("play", "left"):
        return _Read(k, hour, minute, second) if zoned else None
    return _Read(k, hour, minute, second) if zoned or second is not None or _is_sure(t, i, k) else None


def _is_sure(t: Tokens, i: int, k: int) -> bool:
    """Whether `18:30` without a zone is a time of day: by the word before, a date beside it, or its leading zero."""
    low = t.low
    before = low[i - 1]
    if before in _BEFORE_CLOCK or before in ("t", ",") or (before == "-" and t.glued(i)):
        return True
    if before in lex.ANY_WEEKDAY or before in lex.TODAY or (len(before) == 4 and is_digits(before)):
        return True
    after_date = is_digits(before, 4) and low[i - 2] in ("-", "/", ".")
    return len(low[i]) == 2 and (after_date or low[k] in ("on", "local") or low[k] in lex.ANY_WEEKDAY)


def _told_part(t: Tokens, j: int, hour: int) -> tuple[int, int]:
    """`in the morning`, `at night` after an hour: the token after it, and the hour of twenty-four."""
    low = t.low
    if low[j] == "in" and low[j + 1] == "the" and low[j + 2] in ("morning", "afternoon", "evening"):
        return j + 3, hour % 12 + 12 * (low[j + 2] != "morning")
    if low[j] == "at" and low[j + 1] == "night" and hour >= 6:
        return j + 2, hour % 12 + (12 if hour != 12 else 24)
    return j, hour


def _half_day_ahead(t: Tokens, i: int) -> int | None:
    """The hours to add that the end of a range gives to its begin: `5-7 p.m.`, `between 2 and 4:30 p.m.`."""
    if not is_digits(t.low[i], 2):
        return None
    j = i + 1
    if t.low[j] in (":", ".") and len(t.low[j + 1]) == 2 and is_digits(t.low[j + 1]) and t.glued(j):
        j += 2
    found = half_day(t, j)
    return found[1] if found else None


def _spoken(t: Tokens, i: int) -> Found:
    low = t.low
    if low[i] in lex.CARDINALS:
        hour = lex.CARDINALS[low[i]]
        half = half_day(t, i + 1) if low[i + 1] != "am" else None
        if half and hour <= 12:
            return half[0], Clock(hour % 12 + half[1], 0)
        if hour > 12:
            return None
        after = i + 1 + 3 * t.phrase(i + 1, _OCLOCK)
        j, hour = _told_part(t, after, hour)
        if after == i + 1 and (j == after or low[i - 1] not in _BEFORE_CLOCK):
            return None
        return j, Clock(hour, 0)
    if low[i + 1] not in ("past", "to"):
        return None
    hour = lex.CARDINALS.get(low[i + 2], int(low[i + 2]) if is_digits(low[i + 2], 2) else 13)
    if hour > 12 or hour < 1 or (low[i] == "half" and low[i + 1] == "to"):
        return None
    minute = 30 if low[i] == "half" else 15 if low[i + 1] == "past" else 45
    j, hour = _told_part(t, i + 3, (hour - (minute == 45)) or 12)
    return j, Clock(hour, minute)
