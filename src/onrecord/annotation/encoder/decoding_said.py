"""A cue's source and content by the pair network: for each cue, every word of the window gets a BIO tag of its own.

The tags of the statements head say what a word is to some statement; here a word is judged as seen from one cue, so the
bounds of its content are cut with that cue in sight. The tags' own figures join in with a weight.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding import (
    Figures,
    Linker,
    Piece,
    Tied,
    Triple,
    Weights,
    best_tags,
    pieces,
    statements_of,
)
from onrecord.annotation.encoder.decoding_names import best_bio, bio_spans
from onrecord.annotation.encoder.decoding_roles import PairTable, offsets
from onrecord.annotation.encoder.words import Window, Words

SAID_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
"""What a word can be to one cue."""
_OF_TAGS = (0, 1, 2, 5, 6)
"""The statements head's tags in this order; its cue tags have none."""


def said_tied(
    figures: Figures,
    said: tuple[NDArray[np.float32], NDArray[np.float32]],
    table: PairTable,
    cues: Sequence[Piece],
    paragraphs: Sequence[int],
    tags: float,
    outside: float,
) -> list[Tied]:
    """Source and content of each cue that has content.

    Args:
        figures: the statements head's, for the tags' log probabilities.
        said: words × size twice, each word's vector as a cue and as a part.
        table: the network's matrices.
        cues: the cues, as words of the window.
        paragraphs: each word's; a cue's pieces stand in its own (99.3 % of statements in training keep to one).
        tags: the weight of the tags' log probabilities.
        outside: taken from O's score; above 0 finds more.
    """
    if not cues:
        return []
    at = [first for first, _ in cues]
    logits = table.logits(said[0][at], said[1], offsets(at, np.arange(len(said[1]))[None, :])).astype(np.float64)
    logits -= logits.max(axis=-1, keepdims=True)
    logits -= np.log(np.exp(logits).sum(axis=-1, keepdims=True))
    other = np.logaddexp(figures.tags[:, 3], figures.tags[:, 4])
    known = figures.tags[:, _OF_TAGS]
    # A word outside this cue's pieces may be in another's: the tags speak only of whether it is in any.
    known[:, 0] = np.logaddexp(known[:, 0], other)
    logits += tags * known[None]
    logits[:, :, 0] -= outside
    where = np.asarray(paragraphs)
    for row, (first, end) in enumerate(cues):
        logits[row, where != where[first], 1:] = -1e9
        logits[row, first:end, 1:] = -1e9
    out: list[Tied] = []
    for cue, best in zip(cues, best_bio(logits), strict=True):
        spans = bio_spans(best.tolist())
        source = [(a, b) for a, b, k in spans if k == 0]
        content = [(a, b) for a, b, k in spans if k == 1]
        if content:
            out.append((source, cue, content))
    return out


def decode_said(
    words: Words,
    window: Window,
    figures: Figures,
    said: tuple[NDArray[np.float32], NDArray[np.float32]],
    table: PairTable,
    linker: Linker,
    weights: Weights,
    tags: float,
    outside: float,
) -> list[Triple]:
    """The statements whose cue the window owns: cues by the tags, the rest by the pair network.

    Args:
        words: the text's.
        window: the words that were read.
        figures: the statements head's.
        said: as for `said_tied`.
        table: as for `said_tied`.
        linker: for its tag transitions.
        weights: `outside` and `transitions` are used, for finding cues.
        tags: as for `said_tied`.
        outside: as for `said_tied`.
    """
    emissions = figures.tags.copy()
    emissions[:, 0] -= weights.outside
    best = best_tags(emissions, linker.pairs * weights.transitions, linker.first * weights.transitions)
    cues = [c for c in pieces(best)["cue"] if c[0] + window.first >= window.owned]
    paragraphs = words.paragraphs[window.first : window.end]
    return statements_of(words, window.first, said_tied(figures, said, table, cues, paragraphs, tags, outside))
