"""Which mentions of a document stand for the same entity: each joins one of the entities built so far, or begins one.

The ranker of pairs (`coreference`) sees two mentions at a time, and so joins a `she` to a chain of `he`. Here a small
network judges a mention with an entity: the pair features of its nearest mention, the best and the mean over all that
are near, and what all its mentions together are: how many, which pronouns, which types, names, number and gender
(entity-level features as in Clark and Manning 2015). The best entity wins if its figure is above 0.

Mentions must be judged one after the other, as each sees what those before it were joined to. So what does not depend
on that is made for many of them at once (`blocks`), down to its part in the network's first layer; and what an entity
is to mentions still to come is kept as arrays, at its last mention: where a mention begins a new one, nothing is to do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from onrecord.annotation.encoder.blocks import BEST, LOG_NEAR, MEAN, NEAR, PAIR, POOLED, Block, blocks_of
from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.seen import KINDS_OF_PRONOUNS, OWN, TYPES, Floats, Ints, Seen
from onrecord.annotation.encoder.traits import NEAREST

_APART: Mapping[int, tuple[int, ...]] = {
    1: (3, 4, 5, 6, 7), 2: (3, 4, 5, 6, 7), 3: (4, 5, 6, 7), 4: (3, 5, 6, 7), 5: (1, 2, 3, 4, 6, 7),
    6: (1, 3, 4, 5, 7), 7: (1, 2, 3, 4, 5, 6),
}  # fmt: skip
"""Classes of pronouns (`traits.PRONOUNS`) that cannot stand for what one of another class stands for."""
_CLASH = np.array(
    [[float(b in _APART.get(a, ())) for a in range(KINDS_OF_PRONOUNS)] for b in range(KINDS_OF_PRONOUNS)], np.float32
)
"""By the class of an entity's pronoun: the classes of those that clash with it."""
WHOLE = 14
"""Features of an entity as a whole."""
FEATURES = PAIR + len(BEST) + 1 + WHOLE + OWN

# What is counted of an entity: its mentions; by type; several, one; the first of a sentence; those that are neither
# names nor pronouns; names, male, female.
_TYPED = 1
_SEVERAL, _ONE, _LEADING, _PLAIN, _NAMED, _MALE, _FEMALE, COUNTS = (_TYPED + TYPES + k for k in range(8))
# What is kept of it, a number each: what is made of the pairs with it (`blocks.POOLED`), what goes with the class of a
# pronoun (both for the mention that looks at it); shares of what is counted; whether there is any; all else.
_PRONOUN = POOLED
_SHARES = _PRONOUN + 3
_SHARE = _SHARES - _TYPED
_ANY = _SHARE
_SIZE = _ANY + COUNTS
_ONE_MORE, _LOG_SIZE, _ALONE, _LOG_RANK, KEPT = (_SIZE + k for k in range(1, 6))
_LOGS = np.log1p(np.arange(NEAREST + 3)).astype(np.float32)
_RANKS = _LOGS[::-1].copy()
_ROWS = 32
"""Mentions for which the first layer is made of pairs at once; where none is before them, they are left out."""


@dataclass(frozen=True, slots=True)
class Joiner:
    """The network over the features of a mention with an entity: relu(inner · features + bias), then a weighted sum.

    `more` has a number for pronouns, names and other mentions each, added to the figure: higher joins more.
    """

    inner: Floats
    bias: Floats
    outer: Floats
    more: Floats

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Joiner:
        """The network out of a model's description.

        Raises:
            KeyError: a matrix is missing.
        """
        return cls(*(np.array(tables[name], np.float32) for name in ("inner", "bias", "outer", "more")))


def _counted(seen: Seen) -> Floats:
    """What each mention adds to what is counted of its entity: mentions × COUNTS."""
    rows = np.arange(len(seen.kind))
    out = np.zeros((len(rows), COUNTS), np.float32)
    out[:, 0] = 1
    out[rows, _TYPED + seen.traits.type] = 1
    out[:, _SEVERAL], out[:, _ONE], out[:, _LEADING] = seen.number > 0, seen.number < 0, seen.leading
    out[:, _PLAIN], out[:, _NAMED] = seen.kind == 2, seen.kind == 1
    out[:, _MALE], out[:, _FEMALE] = seen.gender > 0, seen.gender < 0
    return out


class Entities:
    """The entities of a document as far as they are built.

    For each block of mentions (`blocks.blocks_of`), `begin` it; then for each of its mentions ask for what is `near`
    (or for all `features`), and `add` it.
    """

    def __init__(self, seen: Seen) -> None:
        """None yet."""
        count, pronoun = len(seen.kind), seen.traits.pronoun
        self._seen = seen
        self.of: list[int] = []
        # The last mention of each, and whether a mention is that.
        self._last: list[int] = []
        self._is_last = np.zeros(count, np.bool_)
        # What is counted and kept of each entity is to be found at its last mention. At first, of each as if alone.
        self._counts, self._kept = _counted(seen), np.zeros((count, KEPT), np.float32)
        self._kept[:, _SHARES:_SIZE] = self._counts[:, _TYPED:]
        self._kept[:, [_SIZE, _ALONE, _ONE_MORE]] = 1
        # Likewise, by class of pronoun: how many are of that class, how many clash with it; then the shares of both,
        # and whether there are any of the latter.
        self._pronoun: list[int] = pronoun.tolist()
        self._pronouns = np.zeros((count, KINDS_OF_PRONOUNS, 2), np.float32)
        self._pronouns[np.arange(count), pronoun, 0] = pronoun > 0
        self._pronouns[:, :, 1] = _CLASH[pronoun]
        self._any_pronoun: list[bool] = (pronoun > 0).tolist()
        self._shares = np.zeros((KINDS_OF_PRONOUNS, count, 3), np.float32)
        self._shares[:, :, :2] = self._pronouns.transpose(1, 0, 2)
        self._shares[:, :, 2] = self._shares[:, :, 1]
        # The mention before in the same entity, itself for the first.
        self._before: list[int] = []

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._last)

    def begin(self, block: Block) -> None:
        """Makes ready for the mentions of a block, after all those before it."""
        self._block, self._flat = block, block.pooled.reshape(-1, POOLED)
        for i in range(max(0, block.first - block.width), block.first):
            if self._before[i] < i:
                self._pool(i, self._before[i])

    def add(self, i: int, entity: int) -> None:
        """Puts mention `i` into an entity, which may be a new one."""
        self.of.append(entity)
        self._is_last[i] = True
        if entity == len(self._last):
            self._last.append(i)
            self._before.append(i)
            return
        before, self._last[entity] = self._last[entity], i
        self._before.append(before)
        self._is_last[before] = False
        counts, kept = self._counts[i], self._kept[i]
        counts += self._counts[before]
        size = float(counts[0])
        np.divide(counts[_TYPED:_NAMED], counts[0], out=kept[_SHARES : _SHARE + _NAMED])
        np.minimum(counts[_NAMED:], 1, out=kept[_ANY + _NAMED : _SIZE])
        kept[_SIZE], kept[_LOG_SIZE], kept[_ALONE] = size, math.log(size), 0
        if self._any_pronoun[before] or self._any_pronoun[i]:
            self._any_pronoun[i] = True
            self._pronouns[i] += self._pronouns[before]
            self._shares[:, i, :2] = self._pronouns[i] / counts[0]
            self._shares[:, i, 2] = self._pronouns[i, :, 1] > 0
        self._pool(i, before)

    def _pool(self, i: int, before: int) -> None:
        """Makes one of mention `i` and its entity, the last of which is `before`, for the later ones of the block."""
        block = self._block
        begin, end = max(0, i + 1 - block.first), min(block.stop, before + block.width + 1) - block.first
        if begin >= end:
            return
        # For a later mention by one, the same one stands a column further to the left.
        step = len(self._flat) // len(block.pooled) - 1
        start, stop = (row * step + block.width - block.first for row in (begin, end))
        mine, theirs = self._flat[start + i : stop + i : step], self._flat[start + before : stop + before : step]
        near = theirs[:, NEAR] + mine[:, NEAR]
        mean = (theirs[:, MEAN] * theirs[:, NEAR] + mine[:, MEAN]) / near
        np.maximum(mine, theirs, out=mine)
        mine[:, MEAN], mine[:, NEAR], mine[:, LOG_NEAR] = mean, near, np.log1p(near)

    def near(self, i: int) -> tuple[list[int] | Ints, Ints, Floats]:
        """What mention `i` has before it.

        Returns:
            The entities of its candidates by their last mentions, and by the columns of the nearest candidates, both
            counted from the first mention that is there (`low`, `offset`); what is kept of them.
        """
        row, low = i - self._block.first, self.low(i)
        places = self._is_last[low:i].nonzero()[0]
        kept = self._kept[low:i].take(places, axis=0)
        kept[:, :POOLED] = self._block.pooled[row, self.offset(i) :].take(places, axis=0)
        kept[:, _LOG_RANK] = _RANKS[len(_RANKS) - len(places) :]
        pronoun = self._pronoun[i]
        if pronoun:
            kept[:, _PRONOUN:_SHARES] = self._shares[pronoun, low:i].take(places, axis=0)
        if self._block.far[row]:
            return self._with_far(i, places, kept)
        return places, places, kept

    def _with_far(self, i: int, places: Ints, kept: Floats) -> tuple[list[int], Ints, Floats]:
        """The same with a mention's far candidates."""
        row, low, offset = i - self._block.first, self.low(i), self.offset(i)
        found, columns = places.tolist(), places.tolist()
        for column, other in self._block.far[row]:
            mine, last = self._block.pooled[row, column], self._last[self.of[other]]
            if last - low in found:
                here = kept[found.index(last - low)]
                near = here[NEAR] + 1
                mean = (here[MEAN] * here[NEAR] + mine[MEAN]) / near
                np.maximum(here[:POOLED], mine, out=here[:POOLED])
                here[MEAN], here[NEAR], here[LOG_NEAR] = mean, near, np.log1p(near)
            else:
                kept = np.concatenate((kept, self._kept[last, None]))
                kept[-1, :POOLED], kept[-1, _LOG_RANK] = mine, _LOGS[len(found)]
                kept[-1, _PRONOUN:_SHARES] = self._shares[self._pronoun[i], last] if self._pronoun[i] else 0
                found.append(last - low)
                columns.append(column - offset)
        return found, np.array(columns), kept

    def features(self, i: int) -> tuple[list[int], Floats]:
        """The entities of mention `i`'s candidates, and all features of it with each of them."""
        places, columns, kept = self.near(i)
        kept[:, _SIZE] *= 4 / max(1, i)
        kept = np.pad(kept, ((0, 0), (0, 1)))
        pairs = self._block.features[:, i - self._block.first, self.offset(i) :].take(columns, axis=1).T
        own = np.broadcast_to(self._seen.own[i], (len(kept), OWN))
        whole = np.concatenate((pairs, kept[:, :LOG_NEAR], kept[:, _places(self._seen, i)], own), axis=1)
        return [self.of[self.low(i) + place] for place in places], whole

    @staticmethod
    def low(i: int) -> int:
        """The first mention that is there before mention `i`."""
        return i - NEAREST if i > NEAREST else 0

    def offset(self, i: int) -> int:
        """The column of the first mention that is there before mention `i`."""
        return max(0, self._block.width - i)


def _places(seen: Seen, i: int) -> tuple[int, ...]:
    """Where in what is kept of an entity the WHOLE features of mention `i` with it stand; at KEPT there is nothing."""
    number, gender = seen.number[i], seen.gender[i]
    return (
        _LOG_SIZE, _ALONE, _PRONOUN, _PRONOUN + 1, _PRONOUN + 2, _SHARE + _TYPED + int(seen.traits.type[i]),
        _ANY + _NAMED, _SHARE + _PLAIN,
        _SHARE + _SEVERAL if number < 0 else _SHARE + _ONE if number > 0 else KEPT,
        _ANY + _FEMALE if gender > 0 else _ANY + _MALE if gender < 0 else KEPT,
        _SHARE + _LEADING, LOG_NEAR, _LOG_RANK, _SIZE,
    )  # fmt: skip


def joined(seen: Seen, apart: Floats, joiner: Joiner) -> list[int]:
    """The entity of each mention, by number; entities are numbered as they first come up.

    Args:
        seen: the document's mentions.
        apart: the encoder's figure for each class of how far two mentions are apart (`pairs.apart_class`).
        joiner: the network.
    """
    entities, layers = Entities(seen), _Layers(seen, joiner)
    # With a single 0 it would take several times as long.
    none = np.zeros((NEAREST + 2, len(joiner.outer)), np.float32)
    for block in blocks_of(seen, apart):
        entities.begin(block)
        of_pairs = layers.of_pairs(block)
        for i in range(block.first, block.stop):
            entity = entities.count
            if i:
                places, columns, kept = entities.near(i)
                hidden = kept @ layers.weights(i)
                hidden += of_pairs[i - block.first, entities.offset(i) :].take(columns, axis=0)
                np.maximum(hidden, none[: len(hidden)], out=hidden)
                figures = hidden @ joiner.outer
                best = int(figures.argmax())
                if figures[best] > layers.least[i]:
                    entity = entities.of[entities.low(i) + places[best]]
            entities.add(i, entity)
    return entities.of


class _Layers:
    """The network's first layer as it is applied to what is kept of entities, for the mentions of one document.

    `least`: what the weighted sum of each mention must pass.
    """

    def __init__(self, seen: Seen, joiner: Joiner) -> None:
        """Nothing is put together yet but what all mentions share."""
        inner = np.ascontiguousarray(joiner.inner.T)
        self._pairs, self._pooled, self._whole, own = np.split(inner, np.cumsum((PAIR, LOG_NEAR, WHOLE)))
        self.least: list[float] = (-joiner.more[seen.kind]).tolist()
        self._seen = seen
        self._both = np.empty((len(seen.kind), 2, len(joiner.outer)), np.float32)
        self._both[:, 0] = (4 / np.maximum(1, np.arange(len(seen.kind), dtype=np.float32)))[:, None] * self._whole[-1]
        self._both[:, 1] = product(seen.own, own) + joiner.bias
        self._keys = list(zip(*(f.tolist() for f in (seen.traits.type, seen.number, seen.gender)), strict=True))
        self._known: dict[tuple[int, ...], Floats] = {}

    def of_pairs(self, block: Block) -> Floats:
        """What the first layer makes of the features of a block's pairs: mentions × columns × its units."""
        features = block.features.transpose(1, 2, 0)
        out = np.empty((*features.shape[:2], self._pairs.shape[1]), np.float32)
        for row in range(0, len(out), _ROWS):
            some = (slice(row, row + _ROWS), slice(max(0, block.width - block.first - row - _ROWS), None))
            out[some] = features[some] @ self._pairs
        return out

    def weights(self, i: int) -> Floats:
        """The first layer's weights for what is kept of entities as mention `i` looks at them; valid until the next."""
        weights = self._known.get(self._keys[i])
        if weights is None:
            whole = np.zeros((KEPT + 1, self._whole.shape[1]), np.float32)
            whole[:LOG_NEAR] = self._pooled
            whole[list(_places(self._seen, i))] = self._whole
            weights = self._known[self._keys[i]] = whole[:KEPT]
        weights[_SIZE : _ONE_MORE + 1] = self._both[i]
        return weights
