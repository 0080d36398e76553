"""Numbers in words and digits: cardinals, ordinals, years as they are spoken."""

from __future__ import annotations

from onrecord.annotation.times.lexicon import CARDINALS, FRACTIONS, ORDINALS, SCALES
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, float] | None
"""The token after the number, and the number; None where there is none."""

_MOST_DIGITS = 6


def is_digits(word: str, most: int = _MOST_DIGITS) -> bool:
    """Whether a token is a number of at most so many digits."""
    return 0 < len(word) <= most and word[0] in "0123456789"


def cardinal(t: Tokens, i: int) -> Found:
    """A number in digits (`1,000`, `2.5`, `5 1/2`, `½`) or in words (`twenty-four`, `a hundred and ten`)."""
    word = t.low[i]
    if is_digits(word):
        return _digits(t, i)
    if word in FRACTIONS:
        return i + 1, FRACTIONS[word]
    return _words(t, i)


def _digits(t: Tokens, i: int) -> Found:
    low = t.low
    number = float(low[i])
    j = i + 1
    while low[j] == "," and len(low[j + 1]) == 3 and is_digits(low[j + 1]) and t.glued(j) and t.glued(j + 1):
        number = number * 1000 + int(low[j + 1])
        j += 2
        if number > 1e7:
            return None
    if low[j] == "." and is_digits(low[j + 1]) and t.glued(j) and t.glued(j + 1):
        return j + 2, float(f"{int(number)}.{low[j + 1]}")
    if low[j] in FRACTIONS:
        return j + 1, number + FRACTIONS[low[j]]
    gap = j + (low[j] == "-")
    if low[gap + 1] == "/" and is_digits(low[gap], 1) and is_digits(low[gap + 2], 1) and low[gap] < low[gap + 2]:
        return gap + 3, number + int(low[gap]) / int(low[gap + 2])
    return j, number


def _words(t: Tokens, i: int) -> Found:
    """`twenty-four`, `a hundred`, `two hundred and ten`, `three thousand`."""
    low = t.low
    if low[i] in ("a", "one") and low[i + 1] in SCALES:
        j, total = i + 2, float(SCALES[low[i + 1]])
    else:
        found = _below_hundred(t, i)
        if found is None:
            return None
        j, total = found
        if low[j] in SCALES:
            j, total = j + 1, total * SCALES[low[j]]
    rest = _below_hundred(t, j + (low[j] == "and")) if total >= 100 else None
    return (rest[0], total + rest[1]) if rest else (j, total)


def _below_hundred(t: Tokens, i: int) -> Found:
    number = CARDINALS.get(t.low[i])
    if number is None:
        return None
    tail = i + 1 + (t.low[i + 1] == "-")
    if number >= 20 and CARDINALS.get(t.low[tail], 10) < 10:
        return tail + 1, number + CARDINALS[t.low[tail]]
    return i + 1, number


def ordinal(t: Tokens, i: int) -> Found:
    """`first`, `twenty-first`, `3rd`."""
    low = t.low
    if low[i] in ORDINALS:
        return i + 1, ORDINALS[low[i]]
    if low[i] in ("twenty", "thirty"):
        tail = i + 1 + (low[i + 1] == "-")
        if ORDINALS.get(low[tail], 10) < 10:
            return tail + 1, CARDINALS[low[i]] + ORDINALS[low[tail]]
    if is_digits(low[i], 3) and low[i + 1] in ("st", "nd", "rd", "th") and t.glued(i + 1):
        return i + 2, int(low[i])
    return None


def spoken_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year in words: `nineteen ninety-one`, `two thousand and ten`, `twenty twelve`."""
    low = t.low
    if low[i] in ("nineteen", "eighteen", "seventeen", "twenty"):
        gap = i + 1 + (low[i + 1] == "-")
        rest = _words(t, gap)
        if rest and 10 <= rest[1] <= 99 and rest[1] % 1 == 0:
            return rest[0], CARDINALS[low[i]] * 100 + int(rest[1])
        return None
    if low[i] == "two" and low[i + 1] == "thousand":
        found = _words(t, i)
        if found and 2000 <= found[1] < 2100:
            return found[0], int(found[1])
    return None
