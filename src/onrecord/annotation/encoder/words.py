"""Words, paragraphs and windows: from a text to what the encoder reads, and back to exact offsets.

A word is a run of letters and digits, or one other sign that is no white space. Each word is cut into word pieces by
itself, so that the tokenizer's normalisation (lower case, accents) can never shift an offset: offsets are those of the
words in the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.types import Span

WORD = re.compile(r"\w+|[^\w\s]")
BREAK = re.compile(r"\n")

SHAPES = ("other", "lower", "capital", "upper", "digit")
"""What an uncased encoder cannot see of a word."""
FEATURES = 2 * len(SHAPES)
"""The number of word features: each shape, at the start of a paragraph or not."""
MAX_PIECES_OF_A_WORD = 12
"""Longer words (addresses, hostile input) are cut; the head reads the first piece only."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words: their spans, the paragraph each stands in, a feature of each (see FEATURES), and each as it is
    written."""

    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    features: tuple[int, ...]
    forms: tuple[str, ...]

    def touched(self, start: int, end: int) -> range:
        """The indexes of the words that share a character with `start`..`end`."""
        first = bisect_left(self.spans, (start,))
        if first and self.spans[first - 1][1] > start:
            first -= 1
        return range(first, max(first, bisect_left(self.spans, (end,))))


def runs(indexes: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of adjacent indexes: `[3, 4, 5, 9]` gives `[(3, 6), (9, 10)]`."""
    out: list[tuple[int, int]] = []
    for i in sorted(set(indexes)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def fragments(words: Words, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The runs of words that the spans touch."""
    return runs(i for start, end in spans for i in words.touched(start, end))


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first`..`end` of a text. Those before `owned` are context: another window answers for them."""

    first: int
    end: int
    owned: int


def shape(word: str) -> int:
    """The index into SHAPES."""
    if word[0].isdigit():
        return 4
    if word.islower():
        return 1
    if len(word) > 1 and word.isupper():
        return 3
    return 2 if word[0].isupper() else 0


def lines_of(text: str) -> list[Span]:
    """The lines of a text, which training takes as its paragraphs."""
    ends = [m.start() for m in BREAK.finditer(text)]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))


def words_of(text: str, paragraphs: Sequence[Span] | None = None) -> Words:
    """Cuts a text into words. Linear in its length.

    Args:
        text: offsets are code points of it.
        paragraphs: the stretches to cut, in order and apart from one another; the text's lines if None.
    """
    found: list[Span] = []
    numbers: list[int] = []
    forms: list[str] = []
    opening: list[int] = []
    for number, (start, end) in enumerate(lines_of(text) if paragraphs is None else paragraphs):
        here = [match.span() for match in WORD.finditer(text, start, end)]
        if here:
            opening.append(len(found))
            found += here
            numbers += [number] * len(here)
            forms += WORD.findall(text, start, end)
    shapes = {form: shape(form) for form in set(forms)}
    features = [shapes[form] for form in forms]
    for first in opening:
        features[first] += len(SHAPES)
    return Words(tuple(found), tuple(numbers), tuple(features), tuple(forms))


def pieces_of(words: Words, cut: Callable[[str], Sequence[int]]) -> list[tuple[int, ...]]:
    """The word pieces of every word. `cut` must give at least one for any word; each word is cut once."""
    known = {form: tuple(cut(form)[:MAX_PIECES_OF_A_WORD]) for form in dict.fromkeys(words.forms)}
    return [known[form] for form in words.forms]


def windows_of(words: Words, sizes: Sequence[int], limit: int, overlap: int) -> list[Window]:
    """Packs whole paragraphs into windows of at most `limit` word pieces.

    Every word is owned by exactly one window. A window begins, where there is room, with up to `overlap` pieces of
    what stands before it (whole words), so that a source in the sentence before is in sight. A paragraph that is
    longer than a window is cut between words.

    Args:
        words: the words of the text.
        sizes: the number of pieces of each word.
        limit: the most pieces in a window, context included.
        overlap: the most pieces of context; must be less than `limit`.

    Raises:
        ValueError: `overlap` leaves no room for a word.
    """
    if limit - overlap < MAX_PIECES_OF_A_WORD:
        raise ValueError(
            f"windows of {limit} pieces leave no room beside {overlap} of overlap: raise one or lower the other"
        )
    ends: list[int] = []
    count, begin, paragraph = 0, 0, 0
    for i, size in enumerate(sizes):
        if i and words.paragraphs[i] != words.paragraphs[i - 1]:
            paragraph = i
        # A paragraph that does not fit begins the next window; where it does not fit there either, it is cut.
        while count + size > (limit - overlap if begin else limit):
            begin = paragraph if paragraph > begin else i
            ends.append(begin)
            count = sum(sizes[begin:i])
        count += size
    if sizes:
        ends.append(len(sizes))
    out = []
    begin = 0
    for end in ends:
        first, room = begin, overlap
        while first and sizes[first - 1] <= room:
            first -= 1
            room -= sizes[first]
        out.append(Window(first, end, begin))
        begin = end
    return out
