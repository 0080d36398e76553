"""The features of mentions with their candidates, of a stretch of a document's mentions at once (see `entities`).

Nearly all candidates of a mention are those right before it, so a block is an array: a row for each mention, a column
for each place before it. What is not there (before the first mention, a far candidate where there is none) is filled
with something, and never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.coreference import FEATURES as RANKED
from onrecord.annotation.encoder.coreference import NEAREST, TOGETHER, features_of_pairs, log1p
from onrecord.annotation.encoder.seen import Floats, Ints, Seen

MORE = 11
"""Features of a pair beside the ranker's."""
PAIR = RANKED + MORE
BEST = (0, 1, 2, 3, 20)
"""Pair features of which an entity's best counts: closeness, the same words, the same head, shared words, names."""
CLOSENESS = 0
MEAN, LOG_NEAR, NEAR, POOLED = (len(BEST) + k for k in range(4))
"""What is made of all candidates of an entity: the best of these features; the mean closeness, log(1 + how many), how
many."""


@dataclass(frozen=True, slots=True)
class Block:
    """The pairs of the mentions `first`..`stop`, each with its candidates.

    The columns are the `width` mentions before each, the nearest last, then its far candidates, if any mention of the
    block has one.

    `features`: PAIR × mentions × columns. `pooled`: what is made of all candidates of an entity (POOLED numbers, in the
    column of the nearest one), at first as if each were the only one: mentions × columns × POOLED. `far`: the far
    candidates of each mention, with their columns.
    """

    first: int
    stop: int
    width: int
    features: Floats
    pooled: Floats
    far: list[list[tuple[int, int]]]


def blocks_of(seen: Seen, apart: Floats) -> Iterator[Block]:
    """All mentions of a document, block by block.

    Args:
        seen: them.
        apart: the encoder's figure for each class of how far two mentions are apart (`coreference.apart_class`).
    """
    count = len(seen.kind)
    for first in range(0, count, TOGETHER):
        yield _block(seen, apart, first, min(first + TOGETHER, count))


def _block(seen: Seen, apart: Floats, first: int, stop: int) -> Block:
    """The pairs of the mentions `first`..`stop`."""
    width = min(NEAREST, max(1, stop - 1))
    at = np.arange(first, stop)[:, None]
    to, farther = at - width + np.arange(width), seen.traits.candidates[first:stop, NEAREST:]
    far: list[list[tuple[int, int]]] = [[] for _ in range(stop - first)]
    if (farther >= 0).any():
        to = np.concatenate((to, farther), axis=1)
        for row, column in zip(*(some.tolist() for some in np.nonzero(farther >= 0)), strict=True):
            far[row].append((width + column, int(farther[row, column])))
    to = np.maximum(to, 0)
    features = features_of_pairs(*seen.vectors, seen.traits, apart, at, to, more=MORE)
    _add_more(seen, at, to, features[RANKED:])
    pooled = np.empty((stop - first, to.shape[1], POOLED), np.float32)
    for k, feature in enumerate((*BEST, CLOSENESS)):
        pooled[:, :, k] = features[feature]
    pooled[:, :, LOG_NEAR:] = np.log(2), 1
    return Block(first, stop, width, features, pooled, far)


def _add_more(seen: Seen, at: Ints, to: Ints, out: Floats) -> None:
    """Fills in the features of pairs that the ranker does not see: MORE × pairs."""
    away = seen.sentence[at] - seen.sentence[to]
    pronoun, head = seen.traits.pronoun, seen.traits.head
    differing = ((pronoun[at] == 0) & (head[at] == head[to]) & (pronoun[to] == 0)).nonzero()
    other, added, unlike = _differences(seen, at[differing[0], 0], to[differing])
    out[0], out[1], out[2] = away == 0, away == 1, log1p(np.maximum(away, 0)) / 2
    out[3:6] = 0
    out[3][differing], out[4][differing], out[5][differing] = other, added, unlike
    out[6], out[7] = seen.number[at] * seen.number[to] < 0, seen.gender[at] * seen.gender[to] < 0
    out[8], out[9], out[10] = seen.leading[to], seen.led[to], (seen.score / 4)[to]


def _differences(seen: Seen, at: Ints, to: Ints) -> NDArray[np.bool_]:
    """How the words of pairs differ that have the same head: three rows.

    Each has content words that the other has not; only one has such; both have numbers, and not the same.
    """
    out = np.zeros((3, len(at)), np.bool_)
    mine, theirs = seen.wording[at], seen.wording[to]
    unlike = np.flatnonzero(mine != theirs)
    codes, which = np.unique(mine[unlike] * len(seen.rest) + theirs[unlike], return_inverse=True)
    found = np.zeros((3, len(codes)), np.bool_)
    for k, (a, b) in enumerate(zip(*(some.tolist() for some in divmod(codes, len(seen.rest))), strict=True)):
        new, old = bool(seen.rest[a] - seen.rest[b]), bool(seen.rest[b] - seen.rest[a])
        figures, others = seen.figures[a], seen.figures[b]
        found[:, k] = new and old, new and not old, bool(figures) and bool(others) and figures != others
    out[:, unlike] = found[:, which]
    return out
