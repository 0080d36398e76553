"""A text's windows as what the encoder takes: numbers of word pieces, a feature of each, every word's first piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    ids, features, firsts = [vocabulary.begin], [FEATURES], []
    for i in range(window.first, window.end):
        firsts.append(len(ids))
        ids.extend(pieces[i])
        features.extend([words.features[i]] * len(pieces[i]))
    ids.append(vocabulary.end)
    features.append(FEATURES)
    return Ready(window, tuple(ids), tuple(features), tuple(firsts))


def windows_ready(text: str, words: Words, vocabulary: Vocabulary, limit: int, overlap: int) -> list[Ready]:
    """All windows of a text, in its order.

    Args:
        text: what `words` are the words of.
        words: the words of its paragraphs.
        vocabulary: the encoder's.
        limit: the most pieces in a window, those that begin and end it included.
        overlap: the most pieces of context before a window.
    """
    pieces = pieces_of(text, words, vocabulary.cut)
    windows = windows_of(words, [len(p) for p in pieces], limit - 2, overlap)
    return [ready(words, pieces, window, vocabulary) for window in windows]
