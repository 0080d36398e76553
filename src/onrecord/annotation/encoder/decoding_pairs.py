"""The network over pairs of a predicate and a word near it, which tells what the word is to the predicate.

relu(predicate vector + word vector + distance vector) and predicate vector × word vector, each through a linear layer;
and a second layer, over these sums of a word, of its neighbours and of all words that the predicate may reach.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.products import Factor, positive

NEAR = 16
"""Distance classes on each side: 0 to 8 words each its own, then log-spaced."""
OFFSETS = 2 * NEAR
AT_ONCE = 512
"""Pairs that are worked at a time, so that what is made of them stays in the processor's cache."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def offsets(at: Sequence[int] | Ints, words: Ints) -> Ints:
    """The distance class of each word (index) from each pivot: pivots × words; `words` may differ by pivot."""
    return classes_of(words - np.asarray(at, np.int64)[:, None])


def _class(away: int) -> int:
    return away if away <= 8 else min(NEAR - 1, 8 + int(2 * np.log2(away / 8)))


_FAR = next(away for away in range(1000) if _class(away) == NEAR - 1)
_CLASSES = np.array([_class(abs(far)) + NEAR * (far > 0) for far in range(-_FAR, _FAR + 1)], np.int64)


def classes_of(far: Ints) -> Ints:
    """The class of each distance; before the pivot it is below 0."""
    return np.asarray(_CLASSES[np.clip(far, -_FAR, _FAR) + _FAR])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Predicates with the words that may be their arguments, predicate by predicate, as flat arrays.

    `pivots`: for each pair the number of its predicate; `words`: for each pair its word; `starts`: where the pairs of
    each predicate begin; `classes`: for each pair its distance class.
    """

    pivots: Ints
    words: Ints
    starts: Ints
    classes: Ints


def pairs_of(at: Ints, first: Ints, end: Ints) -> Pairs:
    """The pairs of the predicates `at` with the words `first`..`end` of each, of which there is at least one."""
    sizes = end - first
    starts = np.cumsum(sizes) - sizes
    pivots = np.repeat(np.arange(len(at)), sizes)
    words = np.arange(len(pivots)) - (starts - first)[pivots]
    return Pairs(pivots, words, starts, classes_of(words - at[pivots]))


@dataclass(frozen=True)
class Around:
    """The matrices of a pair network's second layer, which sees a word with its neighbours.

    `inner`: width × 4 size (for the word, the one before, the one after, the mean of all), `bias`: width, `out`: tags ×
    width.
    """

    inner: Floats
    bias: Floats
    out: Floats

    @functools.cached_property
    def _parts(self) -> tuple[Factor, Factor, Factor, Factor]:
        """`inner` for the word, the one before, the one after and the mean: size × width each."""
        own, before, after, mean = (Factor(part.T) for part in np.split(self.inner, 4, axis=1))
        return own, before, after, mean

    @functools.cached_property
    def _out(self) -> Factor:
        return Factor(self.out.T)

    def sums(self, hidden: Floats, starts: Ints, sizes: Ints) -> Floats:
        """What goes through relu into `out`: pairs × width, or wider by zeros.

        Args:
            hidden: the first layer's sums, pairs × size.
            starts: where the pairs of each predicate begin.
            sizes: how many each has.
        """
        # The layer over a word, its neighbours and the mean is the sum of one over each, moved by a word; the first and
        # the last word of a predicate have none before or after them.
        own, before, after, mean = self._parts
        seen, led, followed = own.after(hidden), before.after(hidden), after.after(hidden)
        led[starts[1:] - 1] = 0
        followed[starts] = 0
        seen[1:] += led[:-1]
        seen[:-1] += followed[1:]
        sums = np.empty((len(sizes), hidden.shape[1]), np.float32)
        for total, first, size in zip(sums, starts.tolist(), sizes.tolist(), strict=True):
            np.add.reduce(hidden[first : first + size], axis=0, out=total)  # reduceat takes twice as long
        sums /= sizes[:, None].astype(np.float32)
        means = mean.after(sums)
        means[:, : len(self.bias)] += self.bias
        seen += np.repeat(means, sizes, axis=0)
        return seen

    def logits(self, hidden: Floats, starts: Ints, sizes: Ints) -> Floats:
        """pairs × tags, or wider; see `sums`."""
        sums = self.sums(hidden, starts, sizes)
        return self._out.after(positive(sums)[:, : len(self.bias)])


@dataclass(frozen=True)
class PairTable:
    """A pair network's small matrices: `near`: OFFSETS × size, `out` and `product`: tags × size, `bias`: tags."""

    near: Floats
    out: Floats
    product: Floats
    bias: Floats
    around: Around | None = None

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> PairTable:
        """The matrices out of a model's description, with the second layer where it has one.

        Raises:
            KeyError: one is missing.
        """

        def matrix(name: str) -> Floats:
            return np.array(tables[name], np.float32)

        around = None
        if "around" in tables:
            around = Around(matrix("around"), matrix("around_bias"), matrix("around_out"))
        return cls(matrix("near"), matrix("out"), matrix("product"), matrix("bias"), around)

    @functools.cached_property
    def _first(self) -> Factor:
        """What the first layer's sums are multiplied with."""
        return Factor(self.out.T)

    @functools.cached_property
    def _bias(self) -> Floats:
        return np.pad(self.bias, (0, self._first.width - len(self.bias)))

    @functools.cached_property
    def _products(self) -> Factor:
        return Factor(self.product.T)

    def logits(self, pivots: Floats, words: Floats, pairs: Pairs) -> Floats:
        """pairs × tags.

        Args:
            pivots: the predicates' vectors, predicates × size.
            words: the words' vectors, words × size.
            pairs: which of them belong together.
        """
        out = np.empty((len(pairs.words), self._first.width), np.float32)
        edges = np.append(pairs.starts, len(out))
        for first, end in _batches(edges.tolist()):
            self._some(out[edges[first] : edges[end]], edges[first : end + 1], pivots[first:end], words, pairs)
        return out[:, : len(self.bias)]

    def _some(self, out: Floats, edges: Ints, pivots: Floats, words: Floats, pairs: Pairs) -> None:
        """Fills `out` with the logits of some predicates' pairs, which begin at `edges`."""
        some = slice(edges[0], edges[-1])
        sizes = np.diff(edges)
        theirs, mine = np.take(words, pairs.words[some], axis=0), np.repeat(pivots, sizes, axis=0)
        hidden = np.take(self.near, pairs.classes[some], axis=0)
        hidden += theirs
        hidden += mine
        positive(hidden)
        self._products.after(np.multiply(mine, theirs, out=mine), out)
        out += self._first.after(hidden)
        out += self._bias
        if self.around is not None:
            out += self.around.logits(hidden, edges[:-1] - edges[0], sizes)


def _batches(edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cuts predicates, whose pairs begin at `edges`, into runs of AT_ONCE pairs, or of the one that has more."""
    first = 0
    for end in range(1, len(edges)):
        if end + 1 == len(edges) or edges[end + 1] - edges[first] > AT_ONCE:
            yield first, end
            first = end
