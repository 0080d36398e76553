"""Which mentions of a document stand for the same entity: each joins one of the entities built so far, or begins one.

The ranker of pairs (`coreference`) sees two mentions at a time, and so joins a `she` to a chain of `he`. Here a small
network judges a mention with an entity: the pair features of its nearest mention, the best and the mean over all that
are near, and what all its mentions together are: how many, which pronouns, which types, names, number and gender
(entity-level features as in Clark and Manning 2015). The best entity wins if its figure is above 0.

Mentions must be judged one after the other, as each sees what those before it were joined to. So what does not depend
on that is made for many of them at once (`pairs`), down to its part in the network's first layer, and what an entity is
to mentions that are still to come is kept as arrays, to which each new mention is added.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.coreference import NEAREST
from onrecord.annotation.encoder.pairs import BEST, CLOSENESS, PAIR, POOLED, Block, blocks_of
from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.seen import KINDS_OF_PRONOUNS, OWN, TYPES, Floats, Ints, Seen

_APART: Mapping[int, tuple[int, ...]] = {
    1: (3, 4, 5, 6, 7), 2: (3, 4, 5, 6, 7), 3: (4, 5, 6, 7), 4: (3, 5, 6, 7), 5: (1, 2, 3, 4, 6, 7),
    6: (1, 3, 4, 5, 7), 7: (1, 2, 3, 4, 5, 6),
}  # fmt: skip
"""Classes of pronouns (`coreference.PRONOUNS`) that cannot stand for what one of another class stands for."""
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
# What is kept of it, a number each: what is made of the pairs with it (`pairs.POOLED`), what goes with the class of a
# pronoun (both for the mention that looks at it); shares of what is counted; whether there is any; all else.
_MEAN, _LOG_NEAR = len(BEST), len(BEST) + 1
_PRONOUN = POOLED
_SHARES = _PRONOUN + 3
_SHARE = _SHARES - _TYPED
_ANY = _SHARE
_SIZE = _ANY + COUNTS
_LOG_SIZE, _ALONE, _LOG_RANK, _ONE_MORE, KEPT = (_SIZE + k for k in range(1, 6))
_LOGS = np.log1p(np.arange(NEAREST + 3)).astype(np.float32)
_RANKS = _LOGS[::-1].copy()


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

    For each block of mentions (`pairs.blocks_of`), `begin` it; then for each of its mentions ask for what is `near`, or
    for all `features`, if need be, and `add` it.
    """

    def __init__(self, seen: Seen) -> None:
        """None yet."""
        count = len(seen.kind)
        self._seen = seen
        self.of: list[int] = []
        self._of = np.zeros(count, np.int64)
        self._pronoun: list[int] = seen.traits.pronoun.tolist()
        self._counted = _counted(seen)
        self._counts = np.zeros_like(self._counted)
        # What is kept of each entity; at first of each mention, as if it were one.
        self._single = np.zeros((count, KEPT), np.float32)
        self._single[:, _SHARES : _SIZE] = self._counted[:, _TYPED:]
        self._single[:, [_SIZE, _ALONE, _ONE_MORE]] = 1
        self._kept = np.zeros_like(self._single)
        # Of each entity by class of pronoun: how many it has, and how many that clash with it; then the shares of both,
        # and whether there are any of the latter.
        self._pronouns: dict[int, Floats] = {}
        self._shares = np.zeros((KINDS_OF_PRONOUNS, count, 3), np.float32)
        # The last mention of each, and whether a mention is that.
        self._last: list[int] = []
        self._is_last = np.zeros(count, np.bool_)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._last)

    def begin(self, block: Block) -> None:
        """Makes ready for the mentions of a block, after all those before it."""
        self._block, self._slots = block, dict[int, int]()
        rows, before = block.stop - block.first, self.of[block.since : block.first]
        live = len(set(before))
        # By entity and later mention: what is made of the pairs, the number of pairs, the sum of their closeness.
        self._pooled = np.empty((live + rows, rows, POOLED), np.float32)
        self._near = np.empty((live + rows, rows), np.int64)
        self._sums = np.empty((live + rows, rows), np.float32)
        self._flat = self._pooled.reshape(-1, POOLED)
        self._start = np.zeros(len(self._of), np.int64)
        for i, entity in enumerate(before, block.since):
            self._look_ahead(i, entity, 0)

    def add(self, i: int, entity: int) -> None:
        """Puts mention `i` into an entity, which may be a new one."""
        self.of.append(entity)
        self._of[i] = entity
        self._is_last[i] = True
        if entity == len(self._last):
            self._last.append(i)
            self._counts[entity] = self._counted[i]
            self._kept[entity] = self._single[i]
        else:
            self._is_last[self._last[entity]] = False
            self._last[entity] = i
            counts, kept = self._counts[entity], self._kept[entity]
            counts += self._counted[i]
            size = float(counts[0])
            np.divide(counts[_TYPED:_NAMED], counts[0], out=kept[_SHARES : _SHARE + _NAMED])
            np.minimum(counts[_NAMED:], 1, out=kept[_ANY + _NAMED : _SIZE])
            kept[_SIZE], kept[_LOG_SIZE], kept[_ALONE] = size, math.log(size), 0
        pronoun = self._pronoun[i]
        if pronoun or entity in self._pronouns:
            pronouns = self._pronouns.setdefault(entity, np.zeros((KINDS_OF_PRONOUNS, 2), np.float32))
            pronouns[pronoun, 0] += pronoun > 0
            pronouns[:, 1] += _CLASH[pronoun]
            np.divide(pronouns, self._counts[entity, 0], out=self._shares[:, entity, :2])
            self._shares[:, entity, 2] = pronouns[:, 1] > 0
        self._look_ahead(i, entity, i + 1 - self._block.first)

    def _look_ahead(self, i: int, entity: int, begin: int) -> None:
        """Adds mention `i` to what its entity is to the later mentions of the block, from its row `begin` on."""
        block = self._block
        rows, after = block.stop - block.first, i + 1 - block.first
        end = min(rows, after + block.width)
        ahead = block.ahead[i - block.since, begin - after : end - after]
        slot = self._slots.get(entity)
        if slot is None:
            slot = self._slots[entity] = len(self._slots)
            self._start[entity] = slot * rows
            self._pooled[slot, begin:end] = ahead
            self._near[slot, begin:end] = 1
            self._sums[slot, begin:end] = ahead[:, _MEAN]
            if end < rows:
                self._pooled[slot, end:], self._near[slot, end:], self._sums[slot, end:] = -np.inf, 0, 0
        else:
            pooled, near, sums = (some[slot, begin:end] for some in (self._pooled, self._near, self._sums))
            near += 1
            sums += ahead[:, _MEAN]
            np.maximum(pooled, ahead, out=pooled)
            np.divide(sums, near, out=pooled[:, _MEAN], casting="unsafe")
            pooled[:, _LOG_NEAR] = _LOGS.take(near)

    def near(self, i: int) -> tuple[Ints, Ints, Floats]:
        """What mention `i` has before it.

        Returns:
            The entities of its candidates; the places of the nearest ones, counted from the first that is there; what
            is kept of the entities.
        """
        row, low = i - self._block.first, i - NEAREST if i > NEAREST else 0
        columns = self._is_last[low:i].nonzero()[0]
        found = self._of[low:i].take(columns)
        pooled, count = self._flat[row:].take(self._start.take(found), axis=0), len(found)
        if self._block.far[row]:
            found, columns, pooled = self._with_far(i, found, columns, pooled)
        kept = self._kept.take(found, axis=0)
        kept[:, :POOLED] = pooled
        kept[:count, _LOG_RANK] = _RANKS[len(_RANKS) - count :]
        if len(found) > count:
            kept[count:, _LOG_RANK] = _LOGS[count : len(found)]
        pronoun = self._pronoun[i]
        if pronoun:
            kept[:, _PRONOUN:_SHARES] = self._shares[pronoun].take(found, axis=0)
        return found, columns, kept

    def _with_far(self, i: int, found: Ints, columns: Ints, pooled: Floats) -> tuple[Ints, Ints, Floats]:
        """The same with a mention's far candidates."""
        block, row = self._block, i - self._block.first
        numbers, counts = found.tolist(), dict[int, int]()
        for column, other in block.far[row]:
            entity, mine = self.of[other], block.features[:, row, column]
            if entity not in numbers:
                numbers.append(entity)
                columns = np.append(columns, column - self.offset(i))
                pooled = np.concatenate((pooled, np.full((1, POOLED), -np.inf, np.float32)))
                pooled[-1, _MEAN], counts[entity] = 0, 0
            k, near = numbers.index(entity), counts.get(entity)
            if near is None:
                near = int(self._near[self._slots[entity], row])
            counts[entity] = near + 1
            pooled[k, : len(BEST)] = np.maximum(pooled[k, : len(BEST)], mine[list(BEST)])
            pooled[k, _MEAN] = (pooled[k, _MEAN] * near + mine[CLOSENESS]) / (near + 1)
            pooled[k, _LOG_NEAR] = _LOGS[near + 1]
        return np.array(numbers), columns, pooled

    def features(self, i: int) -> tuple[Ints, Floats]:
        """The entities of mention `i`'s candidates, and all features of it with each of them."""
        found, columns, kept = self.near(i)
        kept[:, _SIZE] *= 4 / max(1, i)
        kept = np.pad(kept, ((0, 0), (0, 1)))
        pairs = self._block.features[:, i - self._block.first].take(columns + self.offset(i), axis=1).T
        own = np.broadcast_to(self._seen.own[i], (len(found), OWN))
        return found, np.concatenate((pairs, kept[:, :_LOG_NEAR], kept[:, _places(self._seen, i)], own), axis=1)

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
        _SHARE + _LEADING, _LOG_NEAR, _LOG_RANK, _SIZE,
    )  # fmt: skip


def joined(seen: Seen, apart: Floats, joiner: Joiner) -> list[int]:
    """The entity of each mention, by number; entities are numbered as they first come up.

    Args:
        seen: the document's mentions.
        apart: the encoder's figure for each class of how far two mentions are apart (`coreference.apart_class`).
        joiner: the network.
    """
    entities, layers = Entities(seen), _Layers(seen, joiner)
    # With a single 0 it would take several times as long.
    none = np.zeros((NEAREST + 2, len(joiner.outer)), np.float32)
    for block in blocks_of(seen, apart):
        entities.begin(block)
        of_pairs = block.features.transpose(1, 2, 0) @ layers.pairs
        for i in range(block.first, block.stop):
            entity = entities.count
            if i:
                found, columns, kept = entities.near(i)
                hidden = product(kept, layers.weights(i))
                hidden += of_pairs[i - block.first, entities.offset(i) :].take(columns, axis=0)
                np.maximum(hidden, none[: len(found)], out=hidden)
                figures = hidden @ joiner.outer
                best = int(figures.argmax())
                if figures[best] > layers.least[i]:
                    entity = int(found[best])
            entities.add(i, entity)
    return entities.of


class _Layers:
    """The network's first layer as it is applied to what is kept of entities, for the mentions of one document.

    `pairs`: that of the features of pairs; `least`: what the weighted sum of each mention must pass.
    """

    def __init__(self, seen: Seen, joiner: Joiner) -> None:
        """Nothing is put together yet but what all mentions share."""
        inner = np.ascontiguousarray(joiner.inner.T)
        self.pairs, self._pooled, self._whole, own = np.split(inner, np.cumsum((PAIR, _LOG_NEAR, WHOLE)))
        self.least: list[float] = (-joiner.more[seen.kind]).tolist()
        self._seen = seen
        self._own = product(seen.own, own) + joiner.bias
        self._size = (4 / np.maximum(1, np.arange(len(seen.kind), dtype=np.float32)))[:, None] * self._whole[-1]
        self._keys = list(zip(*(f.tolist() for f in (seen.traits.type, seen.number, seen.gender)), strict=True))
        self._known: dict[tuple[int, ...], Floats] = {}

    def weights(self, i: int) -> Floats:
        """The first layer's weights for what is kept of entities, as mention `i` looks at them (valid until the next)."""
        weights = self._known.get(self._keys[i])
        if weights is None:
            whole = np.zeros((KEPT + 1, self._whole.shape[1]), np.float32)
            whole[:_LOG_NEAR] = self._pooled
            whole[list(_places(self._seen, i))] = self._whole
            weights = self._known[self._keys[i]] = whole[:KEPT]
        weights[_SIZE], weights[_ONE_MORE] = self._size[i], self._own[i]
        return weights
