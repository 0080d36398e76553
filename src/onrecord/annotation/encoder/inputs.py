"""A text's windows as what the encoder takes: numbers of word pieces, a feature of each, every word's first piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from onrecord.annotation.encoder.pieces import Vocabulary
from onrecord.annotation.encoder.words import FEATURES, Window, Words, pieces_of, windows_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A window ready to be read, with the pieces that begin and end it.

    `ids` and `features` have an item for each piece, `firsts` one for each word of the window: the index of its first
    piece.
    """

    window: Window
    ids: tuple[int, ...]
    features: tuple[int, ...]
    firsts: tuple[int, ...]


def ready(words: Words, pieces: Sequence[Sequence[int]], window: Window, vocabulary: Vocabulary) -> Ready:
    """One window of a text. `words` and `pieces` are those of the whole text."""
    mine = pieces[window.first : window.end]
    seen = zip(words.features[window.first : window.end], mine, strict=True)
    features = (FEATURES, *(feature for feature, own in seen for _ in own), FEATURES)
    firsts = tuple(accumulate(map(len, mine), initial=1))[:-1]
    return Ready(window, (vocabulary.begin, *chain.from_iterable(mine), vocabulary.end), features, firsts)


def windows_ready(words: Words, vocabulary: Vocabulary, limit: int, overlap: int) -> list[Ready]:
    """All windows of a text, in its order.

    Args:
        words: the words of its paragraphs.
        vocabulary: the encoder's.
        limit: the most pieces in a window, those that begin and end it included.
        overlap: the most pieces of context before a window.
    """
    pieces = pieces_of(words, vocabulary.cut)
    windows = windows_of(words, [len(p) for p in pieces], limit - 2, overlap)
    return [ready(words, pieces, window, vocabulary) for window in windows]
