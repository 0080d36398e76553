"""How many units: `two`, `a`, `a few`, `half a`, `two to three`, `two and a half`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.numbers import cardinal, is_digits
from onrecord.annotation.times.tokens import Tokens

ONE = frozenset({"a", "an", "another", "per"})
_NO_NUMBER_AFTER = frozenset("$ £ € # . , / :".split())


@dataclass(frozen=True, slots=True)
class Amount:
    """`end` is the token after it, `number` None where it is not said how many; `plural`: the unit is in the plural."""

    end: int
    number: float | None
    plural: bool


def amount(t: Tokens, i: int) -> Amount | None:
    """The amount at token `i`: a number, an article, `a few`, `half a`, `two or three`."""
    low = t.low
    word = low[i]
    if word == "half" and low[i + 1] in ("a", "an", "-"):
        return Amount(i + 2, 0.5, False)
    if word in ONE:
        found = _after_article(t, i)
        if found:
            return found
    if word == "couple" and (low[i + 1] == "of" or low[i + 1] in lex.PLURAL_UNITS):
        return Amount(i + 1 + (low[i + 1] == "of"), 2, True)
    if word in lex.VAGUE:
        return Amount(i + 1, None, True)
    if word in ("dozens", "hundreds", "scores") and low[i + 1] == "of":
        return Amount(i + 2, None, True)
    return _number(t, i)


def _after_article(t: Tokens, i: int) -> Amount | None:
    """`a`, `another two`, `a half`, `a couple of`, `a dozen`, `a few`; None for `a hundred`."""
    word = t.low[i + 1]
    after = i + 2 + (t.low[i + 2] == "of")
    if word == "half" and (t.low[i + 2] == "-" or t.low[i + 2] in lex.UNITS):
        return Amount(i + 2 + (t.low[i + 2] == "-"), 0.5, False)
    if word == "quarter" and t.low[i + 2] == "-" and t.low[i + 3] == "century":
        return Amount(i + 3, 0.25, False)
    if word == "couple":
        return Amount(after, 2, True)
    if word == "dozen":
        return Amount(i + 2, 12, True)
    if word in ("few", "number"):
        return Amount(after, None, True)
    if word in lex.SCALES:
        return None
    more = cardinal(t, i + 1) if t.low[i] == "another" else None
    return Amount(more[0], more[1], more[1] != 1) if more else Amount(i + 1, 1, False)


def _number(t: Tokens, i: int) -> Amount | None:
    """`27`, `[ten]`, `two to three`, `two and a half`, `three-and-a-half-`; of a span of numbers the lower one."""
    low = t.low
    bracketed = low[i] == "[" and low[i + 2] == "]"
    found = cardinal(t, i + bracketed)
    if found is None or (i > 0 and t.glued(i) and is_digits(low[i]) and low[i - 1] in _NO_NUMBER_AFTER):
        return None
    j, number = found[0] + bracketed, found[1]
    if low[j] == "-" and low[j + 1] in ("plus", "odd", "some") and (low[j + 2] == "-" or low[j + 2] in lex.UNITS):
        return Amount(j + 2, number, True)
    upper = cardinal(t, j + 1) if low[j] in ("to", "or", "-") else None
    if upper and upper[1] > number and low[upper[0] + (low[upper[0]] == "-")] in lex.UNITS:
        return Amount(upper[0], number, True)
    if low[j] == "and" and low[j + 1] in ("a", "one") and low[j + 2] in ("half", "-"):
        return Amount(j + 3, number + 0.5, True)
    if low[j] == "-" and low[j + 1] == "and" and low[j + 3] in ("a", "one") and low[j + 5] == "half":
        return Amount(j + 6, number + 0.5, True)
    return Amount(j, number, number != 1)
