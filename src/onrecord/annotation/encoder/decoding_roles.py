"""From the predicate head's figures to predicates with their arguments (PropBank's labels).

Every word has a figure for being a predicate; for a predicate, every word near it gets a BIO tag over the argument
labels out of a small network: relu(predicate vector + word vector + distance vector) and predicate vector × word
vector, each through a linear layer; and a second layer, over these sums of a word, of its neighbours and of all words
that the predicate may reach.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_ends import Ender, Phrases, mended
from onrecord.annotation.encoder.decoding_names import Found, best_spans
from onrecord.annotation.encoder.products import product

ARGUMENTS = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4",
    "ARGM-TMP", "ARGM-ADV", "ARGM-MOD", "ARGM-NEG", "ARGM-ADJ", "ARGM-LOC", "ARGM-MNR", "ARGM-DIS", "ARGM-EXT",
    "ARGM-PRP", "ARGM-CAU", "ARGM-PRR", "ARGM-LVB", "ARGM-DIR", "ARGM-PRD", "ARGM-GOL", "ARGM-CXN", "ARGM-COM",
    "R-ARG0", "R-ARG1", "C-ARG1", "C-ARG2", "C-V", "R-ARGM-LOC",
)  # fmt: skip
"""The labels that are learned: those seen 50 times or more among 40,426 training predicates (99.5 % of arguments)."""
CORE = 5
"""The first labels, ARG0 to ARG4, which a predicate has once at most."""
ROUNDS = 4
"""So often a predicate is decoded at most until no such label comes twice."""
NEAR = 16
"""Distance classes on each side: 0 to 8 words each its own, then log-spaced."""
OFFSETS = 2 * NEAR
TOGETHER = 8192
"""Pairs of a predicate and a word from which on those of the windows at hand are decoded, before others are read."""
RADIUS = 60
"""Words on each side of a predicate that may be its arguments."""

Scores = NDArray[np.floating]


def offsets(at: Sequence[int] | NDArray[np.int64], words: NDArray[np.int64]) -> NDArray[np.int64]:
    """The distance class of each word (index) from each pivot: pivots × words; `words` may differ by pivot."""
    far = words - np.asarray(at, np.int64)[:, None]
    away = np.abs(far)
    wide = 8 + (2 * np.log2(np.maximum(away, 8) / 8)).astype(np.int64)
    near = np.minimum(np.where(away <= 8, away, wide), NEAR - 1)
    return np.asarray(near + NEAR * (far > 0), np.int64)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Predicates with the words that may be their arguments, predicate by predicate, as flat arrays.

    `pivots`: for each pair the number of its predicate; `words`: for each pair its word; `starts`: where the pairs of
    each predicate begin; `classes`: for each pair its distance class.
    """

    pivots: NDArray[np.int64]
    words: NDArray[np.int64]
    starts: NDArray[np.int64]
    classes: NDArray[np.int64]


def pairs_of(at: NDArray[np.int64], first: NDArray[np.int64], end: NDArray[np.int64]) -> Pairs:
    """The pairs of the predicates `at` with the words `first`..`end` of each, of which there is at least one."""
    sizes = end - first
    starts = np.cumsum(sizes) - sizes
    pivots = np.repeat(np.arange(len(at)), sizes)
    words = np.arange(len(pivots)) - (starts - first)[pivots]
    return Pairs(pivots, words, starts, offsets(at[pivots], words[:, None])[:, 0])


@dataclass(frozen=True)
class Around:
    """The matrices of a pair network's second layer, which sees a word with its neighbours.

    `inner`: width × 4 size (for the word, the one before, the one after, the mean of all), `bias`: width, `out`: tags ×
    width.
    """

    inner: NDArray[np.float32]
    bias: NDArray[np.float32]
    out: NDArray[np.float32]

    @functools.cached_property
    def parts(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """`inner` for the word, the one before and the one after: size × 3 width; for the mean: size × width."""
        own, before, after, mean = np.split(self.inner, 4, axis=1)
        return np.ascontiguousarray(np.concatenate([own, before, after]).T), np.ascontiguousarray(mean.T)

    def logits(
        self, sums: NDArray[np.float32], hidden: NDArray[np.float32], pairs: Pairs
    ) -> NDArray[np.float32]:
        """pairs × tags, from `hidden` (pairs × size) and what the first of `parts` makes of it."""
        width = len(self.bias)
        # The layer over a word, its neighbours and the mean is the sum of one over each, moved by a word; the first and
        # the last word of a predicate have none before or after them.
        seen, before, after = sums[:, :width], sums[:, width : 2 * width], sums[:, 2 * width :]
        before[pairs.starts[1:] - 1] = 0
        after[pairs.starts] = 0
        seen[1:] += before[:-1]
        seen[:-1] += after[1:]
        sizes = np.diff(pairs.starts, append=len(hidden)).astype(np.float32)
        means = np.add.reduceat(hidden, pairs.starts, axis=0) / sizes[:, None]
        seen += (product(means, self.parts[1]) + self.bias)[pairs.pivots]
        return np.asarray(product(np.maximum(seen, 0), self.out.T), np.float32)


@dataclass(frozen=True)
class PairTable:
    """A pair network's small matrices: `near`: OFFSETS × size, `out` and `product`: tags × size, `bias`: tags."""

    near: NDArray[np.float32]
    out: NDArray[np.float32]
    product: NDArray[np.float32]
    bias: NDArray[np.float32]
    around: Around | None = None

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> PairTable:
        """The matrices out of a model's description, with the second layer where it has one.

        Raises:
            KeyError: one is missing.
        """

        def matrix(name: str) -> NDArray[np.float32]:
            return np.array(tables[name], np.float32)

        around = None
        if "around" in tables:
            around = Around(matrix("around"), matrix("around_bias"), matrix("around_out"))
        return cls(matrix("near"), matrix("out"), matrix("product"), matrix("bias"), around)

    @functools.cached_property
    def _first(self) -> NDArray[np.float32]:
        """What the first layer's sums are multiplied with: `out`, and beside it what the second layer needs of them."""
        out = self.out.T
        return np.ascontiguousarray(out if self.around is None else np.concatenate([out, self.around.parts[0]], axis=1))

    @functools.cached_property
    def _products(self) -> NDArray[np.float32]:
        return np.ascontiguousarray(self.product.T)

    def logits(
        self, pivots: NDArray[np.float32], words: NDArray[np.float32], pairs: Pairs
    ) -> NDArray[np.float32]:
        """pairs × tags.

        Args:
            pivots: the predicates' vectors, predicates × size.
            words: the words' vectors, words × size.
            pairs: which of them belong together.
        """
        mine, theirs = pivots[pairs.pivots], words[pairs.words]
        hidden = mine + theirs
        hidden += self.near[pairs.classes]
        np.maximum(hidden, 0, out=hidden)
        sums = np.asarray(product(hidden, self._first), np.float32)
        tags = len(self.bias)
        flat = np.array(sums[:, :tags])
        flat += product(np.multiply(mine, theirs, out=mine), self._products)
        flat += self.bias
        if self.around is not None:
            flat += self.around.logits(sums[:, tags:], hidden, pairs)
        return flat


@dataclass(frozen=True, slots=True)
class Role:
    """A predicate of a window with its arguments: first word, end, label."""

    predicate: int
    arguments: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class PairFigures:
    """What the head says of one window, and which of its words stand together.

    `predicates`: for each word the logit of being a predicate; `pivots`, `words`: words × size, each word's vector as a
    predicate and as a part of an argument. `sentences`: the first word and the end of each sentence, in order and
    without gaps; a predicate has its arguments in its own. `owned`: no word before this one is asked for.
    `phrases`: what is known of where phrases end; without it the arguments' ends stay as tagged.
    """

    predicates: Scores
    pivots: NDArray[np.float32]
    words: NDArray[np.float32]
    sentences: Sequence[tuple[int, int]]
    owned: int = 0
    phrases: Phrases | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A predicate: its window's number, the list that its window's roles go to, its word, the first word in its reach,
    the tags' scores from there on, and its window's phrases."""

    window: int
    roles: list[Role]
    predicate: int
    first: int
    tags: NDArray[np.float32]
    phrases: Phrases | None


def roles_of(
    predicates: Scores,
    pivots: NDArray[np.float32],
    words: NDArray[np.float32],
    table: PairTable,
    sentences: Sequence[tuple[int, int]],
    least: float = 0.0,
    outside: float = 0.0,
    inside: float = 0.0,
) -> list[Role]:
    """The predicates among one window's words with their arguments; see `PairFigures` and `roles_of_each`."""
    figures = PairFigures(predicates, pivots, words, sentences)
    return roles_of_each([figures], table, least, outside, inside)[0]


def roles_of_each(
    windows: Iterable[PairFigures],
    table: PairTable,
    least: float = 0.0,
    outside: float = 0.0,
    inside: float = 0.0,
    ender: Ender | None = None,
) -> list[list[Role]]:
    """The predicates among the words of each window with their arguments, in the order of the text.

    Args:
        windows: what the head says of each.
        table: the network's matrices.
        least: the logit from which a word counts as a predicate.
        outside: taken from the tag O's score; above 0 finds more arguments.
        inside: as in `best_spans`.
        ender: the network that judges the arguments' ends; without it they stay as tagged.
    """
    out: list[list[Role]] = []
    waiting: list[_Waiting] = []
    count = 0
    for number, window in enumerate(windows):
        out.append([])
        for predicate, first, tags in scored_tags(window, table, least, outside):
            waiting.append(_Waiting(number, out[-1], predicate, first, tags, window.phrases))
            count += len(tags)
        if count >= TOGETHER:
            _settle(waiting, inside, ender)
            waiting, count = [], 0
    _settle(waiting, inside, ender)
    return out


def scored_tags(
    window: PairFigures, table: PairTable, least: float, outside: float
) -> Iterator[tuple[int, int, NDArray[np.float32]]]:
    """The predicates that a window answers for: word, the first word in its reach, the tags' scores from there on."""
    at = np.flatnonzero(np.asarray(window.predicates).reshape(-1) >= least)
    at = at[at >= window.owned]
    if not len(at):
        return
    edges = np.array(window.sentences, np.int64)
    mine = edges[np.searchsorted(edges[:, 1], at, side="right")]
    first = np.maximum(mine[:, 0], at - RADIUS)
    pairs = pairs_of(at, first, np.minimum(mine[:, 1], at + RADIUS + 1))
    logits = table.logits(window.pivots[at], window.words, pairs)
    logits[:, 0] -= np.float32(outside)
    yield from zip(at.tolist(), first.tolist(), np.split(logits, pairs.starts[1:]), strict=True)


def _settle(waiting: Sequence[_Waiting], inside: float, ender: Ender | None) -> None:
    """Puts the best arguments of each predicate into the list that waits for it."""
    found = iter(once_each([w.tags for w in waiting], inside))
    for _, group in groupby(waiting, key=lambda w: w.window):
        mine = list(group)
        spans = [[(w.first + a, w.first + b, k) for a, b, k in next(found)] for w in mine]
        phrases = mine[0].phrases
        if ender is not None and phrases is not None:
            spans = mended([(w.predicate, w.first, w.tags) for w in mine], spans, phrases, ender)
        for w, arguments in zip(mine, spans, strict=True):
            w.roles.append(Role(w.predicate, tuple((a, b, ARGUMENTS[k]) for a, b, k in arguments)))


def once_each(logits: Sequence[NDArray[np.float32]], inside: float) -> list[list[Found]]:
    """The best spans of each predicate in which none of ARG0 to ARG4 comes twice: where one does, the less certain span
    may not have it, and the predicate is decoded again.

    Args:
        logits: words × tags of each predicate; what is ruled out is written into it.
        inside: as in `best_spans`.
    """
    out = best_spans(logits, inside)
    rows = list(range(len(out)))
    for _ in range(ROUNDS - 1):
        rows = [row for row in rows if _rule_out(logits[row], out[row])]
        for row, spans in zip(rows, best_spans([logits[row] for row in rows], inside), strict=True):
            out[row] = spans
    return out


def _rule_out(logits: NDArray[np.float32], found: Sequence[Found]) -> bool:
    """Whether a label of ARG0 to ARG4 comes twice. All but its most certain span are then ruled out for it."""
    labels = [k for _, _, k in found if k < CORE]
    if len(set(labels)) == len(labels):
        return False
    several = {k for k in labels if labels.count(k) > 1}
    for k in several:
        spans = [(_certainty(logits, a, b, k), a, b) for a, b, label in found if label == k]
        spans.remove(max(spans))
        for _, a, b in spans:
            logits[a:b, 1 + 2 * k : 3 + 2 * k] = -1e9
    return True


def _certainty(logits: NDArray[np.float32], first: int, end: int, label: int) -> float:
    """By how much a word of a span has its tag rather than none, on the average."""
    scores = logits[first:end].astype(np.float64)
    return float((np.append(scores[:1, 1 + 2 * label], scores[1:, 2 + 2 * label]) - scores[:, 0]).mean())
