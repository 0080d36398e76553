"""Cut a text into tokens: runs of digits, runs of letters, single signs. One pass, linear in the text.

Digits and letters are parted ("3rd" is `3` `rd`, "1980s" is `1980` `s`), so that the grammar sees the same tokens
whether a source writes "Nov. 28", "Nov.28" or "Nov . 28".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[0-9]+|[^\W0-9_]+|\n[^\S\n]*\n|[^\w\s]|_")
_SIGNS = {c: "-" for c in "‐‑‒–—―−﹣-"} | {c: "'" for c in "’‘ʼ`´"} | {c: ":" for c in "∶："} | {"／": "/"}
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

    def raw(self, i: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.start[i] : self.end[i]]

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before it without a blank."""
        return 0 < i < self.count and self.end[i - 1] == self.start[i]

    def upper(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.start[i] : self.start[i] + 1].isupper()

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand at token `i`."""
        return tuple(self.low[i : i + len(words)]) == words


def tokenize(text: str) -> Tokens:
    """All tokens of a text, in order; invisible characters (soft hyphens, zero-width blanks) are left out."""
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for found in _TOKEN.finditer(text):
        word = found.group()
        if len(word) == 1:
            if word in _INVISIBLE:
                continue
            word = _SIGNS.get(word, word)
        elif word[0] == "\n":
            word = BREAK
        low.append(word.lower())
        a, b = found.span()
        start.append(a)
        end.append(b)
    count = len(low)
    low.extend([""] * _PADDING)
    start.extend([len(text)] * _PADDING)
    end.extend([len(text)] * _PADDING)
    return Tokens(text, low, start, end, count)
