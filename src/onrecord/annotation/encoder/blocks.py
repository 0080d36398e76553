"""The features of mentions with their candidates, of a stretch of a document's mentions at once (see `entities`).

Nearly all candidates of a mention are those right before it, so a block is an array: a row for each mention, a column
for each place before it. What is not there (before the first mention, a far candidate where there is none) is filled
with something, and never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.pairs import FEATURES as RANKED
from onrecord.annotation.encoder.pairs import (
    Floats,
    Ints,
    Marks,
    Side,
    Whole,
    apart_class,
    columns_of_pairs,
    features_of_pairs,
    log1p,
    shared_of,
)
from onrecord.annotation.encoder.products import laid, product
from onrecord.annotation.encoder.seen import Seen
from onrecord.annotation.encoder.traits import NEAREST

TOGETHER = 128
"""So many mentions make a block at most."""
MORE = 11
"""Features of a pair beside the ranker's."""
PAIR = RANKED + MORE
BEST = (0, 1, 2, 3, 20)
"""Pair features of which an entity's best counts: closeness, the same words, the same head, shared words, names."""
CLOSENESS, SAME_HEAD = 0, 2
DIFFERENCES = 3
"""Where among MORE the three features stand of how the words of mentions with the same head differ."""
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
        apart: the encoder's figure for each class of how far two mentions are apart (`pairs.apart_class`).
    """
    bands = _Bands(seen, apart)
    count = len(seen.kind)
    size = -(-count // -(-count // TOGETHER)) if count else 1
    for first in range(0, count, size):
        yield bands.block(first, min(first + size, count))


class _More(NamedTuple):
    """What else is compared of the later or of the earlier mentions of pairs (see `Seen`)."""

    sentence: Whole
    number: Whole
    gender: Whole
    leading: Marks
    led: Marks
    score: Floats


class _Bands:
    """The traits of a document's mentions, laid so that those of the mentions before each need not be copied."""

    def __init__(self, seen: Seen, apart: Floats) -> None:
        """`apart`: as for `blocks_of`."""
        self._seen, self._apart, traits = seen, apart, seen.traits
        # A bit for each content word, the same for some others.
        bits = np.where(traits.terms > 0, np.uint64(1) << (traits.terms % 64).astype(np.uint64), np.uint64(0))
        self._bits = _padded((np.bitwise_or.reduce(bits, axis=1),), np.uint64)
        places = (traits.text, traits.head, traits.first, traits.end, traits.paragraph, seen.sentence)
        self._places = _padded(places, np.int32)
        self._classes = _padded((traits.pronoun, traits.type, seen.number, seen.gender, traits.count), np.int8)
        self._classes[-1, :NEAREST] = 1
        marks = (traits.name, traits.definite, traits.indefinite, seen.leading, seen.led)
        self._marks, self._score = _padded(marks, np.bool_), _padded((seen.score / 4,), np.float32)

    def block(self, first: int, stop: int) -> Block:
        """The pairs of the mentions `first`..`stop`."""
        width, farther = min(NEAREST, max(1, stop - 1)), self._seen.traits.far[first:stop]
        some = np.nonzero(farther >= 0)
        features = np.empty((PAIR, stop - first, width + (len(some[0]) and farther.shape[1])), np.float32)
        far: list[list[tuple[int, int]]] = [[] for _ in range(stop - first)]
        sides = zip(*(_band(m, first, stop, width) for m in (self._places, self._classes, self._marks)), strict=True)
        both = zip(sides, _band(self._score, first, stop, width), strict=True)
        (mine, more), (theirs, their_more) = (
            (Side(*w[:5], *c[:2], *m[:3]), _More(w[5], c[2], c[3], m[3], m[4], s[0])) for (w, c, m), s in both
        )
        classes = apart_class(np.arange(width, 0, -1))
        closeness = self._closeness(first, stop, width) + self._apart[classes]
        shared = self._shared(first, stop, width)
        least = np.minimum(*(side[4] for side in _band(self._classes, first, stop, width)))
        _fill(features[:RANKED, :, :width], columns_of_pairs(mine, theirs, closeness, shared, least, classes))
        _fill(features[RANKED:, :, :width], _more(more, their_more))
        if len(some[0]):
            features[:, :, width:] = 0
            for row, column in zip(*(at.tolist() for at in some), strict=True):
                far[row].append((width + column, int(farther[row, column])))
            features[:, some[0], width + some[1]] = self._far(first + some[0], farther[some])
        rows, columns = features[SAME_HEAD].nonzero()
        to = first + rows - width + columns
        to = np.where(columns < width, to, farther[rows, np.maximum(columns - width, 0)]) if len(some[0]) else to
        features[RANKED + DIFFERENCES : RANKED + DIFFERENCES + 3, rows, columns] = _differences(
            self._seen, first + rows, np.maximum(to, 0)
        )
        pooled = np.empty((*features.shape[1:], POOLED), np.float32)
        for k, feature in enumerate((*BEST, CLOSENESS)):
            pooled[:, :, k] = features[feature]
        pooled[:, :, LOG_NEAR:] = np.log(2), 1
        return Block(first, stop, width, features, pooled, far)

    def _closeness(self, first: int, stop: int, width: int) -> Floats:
        """How well each mention's vector goes with those of the ones before it: mentions × columns."""
        anaphors, antecedents = self._seen.vectors
        low, rows = max(0, first - width), stop - first
        out = np.zeros((rows, width + rows), np.float32)
        out[:, low - first + width : width + rows] = product(anaphors[first:stop], antecedents[low:stop].T)
        along, across = out.strides
        band = laid(out, (rows, width), (along + across, across))
        return np.asarray(band / np.float32(anaphors.shape[1] ** 0.5))

    def _shared(self, first: int, stop: int, width: int) -> NDArray[np.int8]:
        """How many content words each mention shares with those of the ones before it: mentions × columns."""
        terms, (mine, theirs) = self._seen.traits.terms, _band(self._bits, first, stop, width)
        rows, columns = np.divmod(np.flatnonzero((mine[0] & theirs[0]).ravel()), width)
        out = np.zeros((stop - first, width), np.int8)
        # Before the first mention there are no words.
        out[rows, columns] = shared_of(terms[first + rows].T, terms[first + rows - width + columns].T)
        return out

    def _far(self, at: Ints, to: Ints) -> Floats:
        """The features of some pairs, but for how the words differ: PAIR × pairs."""
        seen, scores = self._seen, self._score[0, NEAREST:]
        mine, theirs = (
            _More(seen.sentence[k], seen.number[k], seen.gender[k], seen.leading[k], seen.led[k], scores[k])
            for k in (at, to)
        )
        out = np.empty((PAIR, len(at)), np.float32)
        out[:RANKED] = features_of_pairs(*seen.vectors, seen.traits, self._apart, at, to)
        _fill(out[RANKED:], _more(mine, theirs))
        return out


def _padded(columns: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    """Some traits of mentions, a row each, with room for NEAREST mentions more before the first one."""
    out = np.zeros((len(columns), NEAREST + len(columns[0])), kind)
    for row, column in zip(out, columns, strict=True):
        row[NEAREST:] = column
    return out


def _band(padded: NDArray[Any], first: int, stop: int, width: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """The traits of some mentions, as a column each, and those of the `width` mentions before, as a row each."""
    across, along = padded.strides
    shape, strides = (len(padded), stop - first, width), (across, along, along)
    theirs = laid(padded, shape, strides, (NEAREST + first - width) * along)
    return padded[:, NEAREST + first : NEAREST + stop, None], theirs


def _fill(out: Floats, columns: Sequence[NDArray[Any]]) -> None:
    """Puts features into their rows. A feature of all pairs lies together in memory, as it is made."""
    for row, column in zip(out, columns, strict=True):
        row[...] = column


def _more(mine: _More, theirs: _More) -> tuple[NDArray[Any], ...]:
    """What the ranker does not see of pairs: MORE features; how their words differ is left out as yet."""
    away = mine.sentence - theirs.sentence
    nothing = np.zeros(1, np.bool_)
    return (
        away == 0, away == 1, log1p(away) / 2, nothing, nothing, nothing,
        mine.number * theirs.number < 0, mine.gender * theirs.gender < 0, theirs.leading, theirs.led, theirs.score,
    )  # fmt: skip


def _differences(seen: Seen, at: Ints, to: Ints) -> NDArray[np.bool_]:
    """How the words of pairs differ that have the same head: three rows.

    Each has content words that the other has not; only one has such; both have numbers, and not the same.
    """
    out = np.zeros((3, len(at)), np.bool_)
    mine, theirs = seen.wording[at], seen.wording[to]
    unlike = np.flatnonzero(mine != theirs)
    known: dict[tuple[int, int], tuple[bool, bool, bool]] = {}
    found = []
    for both in zip(mine[unlike].tolist(), theirs[unlike].tolist(), strict=True):
        if both not in known:
            (rest, others), (figures, numbers) = ([some[k] for k in both] for some in (seen.rest, seen.figures))
            new, old = not rest <= others, not others <= rest
            known[both] = new and old, new and not old, bool(figures and numbers) and figures != numbers
        found.append(known[both])
    if found:
        out[:, unlike] = np.array(found).T
    return out
