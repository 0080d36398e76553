"""Cut a text into tokens: runs of digits, runs of letters, single signs. One pass, linear in the text.

Digits and letters are parted ("3rd" is `3` `rd`, "1980s" is `1980` `s`), so that the grammar sees the same tokens
whether a source writes "Nov. 28", "Nov.28" or "Nov . 28".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Span

_TOKEN = re.compile(r"[0-9]+|[^\W0-9_]+|\n[^\S\n]*\n|[^\w\s]|_")
_SIGNS = dict.fromkeys("‐‑‒–—―−﹣-", "-") | dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("∶：", ":") | {"／": "/"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_PADDING = 32
BREAK = "\n"
"""The token that stands for a blank line: no expression reaches over it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """`low[i]` is the token in lower case with signs made plain, `start[i]` and `end[i]` its code points in `text`.

    After the `count` tokens come empty ones, so that the grammar can look ahead (and, at index -1, back) by a few
    tokens without asking whether they are there.
    """

    text: str
    low: list[str]
    start: list[int]
    end: list[int]
    count: int
    stops: frozenset[int] | None = None
    """The last token of every sentence, where sentences were given."""

    def raw(self, i: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.start[i] : self.end[i]]

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a blank."""
        return 0 < i < self.count and self.end[i - 1] == self.start[i] and self.low[i - 1] != BREAK

    def upper(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.start[i] : self.start[i] + 1].isupper()

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand at token `i`."""
        return tuple(self.low[i : i + len(words)]) == words


def tokenize(
    text: str, cuts: Sequence[int] = (), without: Sequence[Span] = (), sentences: Sequence[Span] | None = None
) -> Tokens:
    """All tokens of a text, in order; invisible characters (soft hyphens, zero-width blanks) are left out.

    Args:
        text: the text.
        cuts: offsets, in order, that no expression may reach over (block boundaries): each becomes a `BREAK`.
        without: spans, in order and apart, whose tokens are left out.
        sentences: the text's sentences, in order, if known.
    """
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    cut = skip = 0
    joint = -1  # where an invisible character ended that may stand inside a word
    for found in _TOKEN.finditer(text):
        word = found.group()
        if cut < len(cuts) or skip < len(without):
            at = found.start()
            while skip < len(without) and without[skip][1] <= at:
                skip += 1
            if skip < len(without) and without[skip][0] <= at:
                continue
            if cut < len(cuts) and cuts[cut] <= at:
                while cut < len(cuts) and cuts[cut] <= at:
                    cut += 1
                low.append(BREAK)
                start.append(at)
                end.append(at)
        if len(word) == 1:
            if word in _INVISIBLE:
                joint = found.end()
                continue
            word = _SIGNS.get(word, word)
        elif word[0] == "\n":
            word = BREAK
        a, b = found.span()
        if a == joint and low and end[-1] == a - 1 and word.isalpha() and low[-1].isalpha():
            low[-1] += word.lower()
            end[-1] = b
            continue
        low.append(word.lower())
        start.append(a)
        end.append(b)
    count = len(low)
    stops = _stops(start, sentences) if sentences is not None else None
    low.extend([""] * _PADDING)
    start.extend([len(text)] * _PADDING)
    end.extend([len(text)] * _PADDING)
    return Tokens(text, low, start, end, count, stops)


def _stops(start: list[int], sentences: Sequence[Span]) -> frozenset[int]:
    stops: list[int] = []
    i = 0
    for _, last in sentences:
        while i < len(start) and start[i] < last:
            i += 1
        if i:
            stops.append(i - 1)
    return frozenset(stops)
