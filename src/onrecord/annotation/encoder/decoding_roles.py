"""From the predicate head's figures to predicates with their arguments (PropBank's labels).

Every word has a figure for being a predicate; for a predicate, every word near it gets a BIO tag over the argument
labels out of a small network: relu(predicate vector + word vector + distance vector) and predicate vector × word
vector, each through a linear layer; and a second layer, over these sums of a word, of its neighbours and of all words
that the predicate may reach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_names import best_bio, bio_spans
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
TOGETHER = 64
"""How many predicates are decoded at once."""
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
class Around:
    """The matrices of a pair network's second layer, which sees a word with its neighbours.

    `inner`: width × 4 size (for the word, the one before, the one after, the mean of all), `bias`: width, `out`: tags ×
    width.
    """

    inner: NDArray[np.float32]
    bias: NDArray[np.float32]
    out: NDArray[np.float32]

    def logits(self, hidden: NDArray[np.float32], there: NDArray[np.bool_]) -> NDArray[np.float32]:
        """(pivots · words) × tags, from pivots × words × size; `there` as for PairTable."""
        pivots, count, size = hidden.shape
        hidden = hidden * there[:, :, None]
        # The layer over a word, its neighbours and the mean is the sum of one over each, moved by a word.
        own, before, after, mean = np.split(self.inner, 4, axis=1)
        sums = product(hidden.reshape(-1, size), np.concatenate([own, before, after]).T)
        sums = sums.reshape(pivots, count, 3, len(self.bias))
        seen = sums[:, :, 0] + self.bias
        seen[:, 1:] += sums[:, :-1, 1]
        seen[:, :-1] += sums[:, 1:, 2]
        means = hidden.sum(axis=1) / there.sum(axis=1, dtype=np.float32)[:, None]
        seen += product(means, mean.T)[:, None, :]
        np.maximum(seen, 0, out=seen)
        return np.asarray(product(seen.reshape(pivots * count, -1), self.out.T))


@dataclass(frozen=True, slots=True)
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

    def logits(
        self,
        pivots: NDArray[np.float32],
        words: NDArray[np.float32],
        classes: NDArray[np.int64],
        there: NDArray[np.bool_],
    ) -> NDArray[np.float32]:
        """pivots × words × tags, from pivots × size, pivots × words × size, pivots × words (twice).

        `there`: whether there is a word; those that are not come last.
        """
        hidden = pivots[:, None, :] + words
        hidden += self.near[classes]
        np.maximum(hidden, 0, out=hidden)
        size = hidden.shape[-1]
        flat = product(hidden.reshape(-1, size), self.out.T)
        flat += product((pivots[:, None, :] * words).reshape(-1, size), self.product.T)
        flat += self.bias
        if self.around is not None:
            flat += self.around.logits(hidden, there)
        return np.asarray(flat.reshape(*hidden.shape[:2], -1))


@dataclass(frozen=True, slots=True)
class Role:
    """A predicate of a window with its arguments: first word, end, label."""

    predicate: int
    arguments: tuple[tuple[int, int, str], ...]


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
    """The predicates among one window's words with their arguments, in the order of the text.

    Args:
        predicates: words, the logit of being a predicate.
        pivots: words × size, each word's vector as a predicate.
        words: words × size, each word's vector as a part of an argument.
        table: the network's matrices.
        sentences: the first word and the end of each sentence of the window, in order and without gaps; a predicate
            has its arguments in its own.
        least: the logit from which a word counts as a predicate.
        outside: taken from the tag O's score; above 0 finds more arguments.
        inside: as in `best_bio`.
    """
    return decoded(scored(predicates, pivots, words, table, sentences, least, outside), inside)


@dataclass(frozen=True, slots=True)
class Scored:
    """A predicate of a window with the scores of its tags: for each word from `first` on, by tag."""

    predicate: int
    first: int
    tags: NDArray[np.float32]


def scored(
    predicates: Scores,
    pivots: NDArray[np.float32],
    words: NDArray[np.float32],
    table: PairTable,
    sentences: Sequence[tuple[int, int]],
    least: float = 0.0,
    outside: float = 0.0,
) -> list[Scored]:
    """The predicates among one window's words, in the order of the text, not yet decoded; arguments: see `roles_of`."""
    at = np.nonzero(np.asarray(predicates).reshape(-1) >= least)[0]
    if not len(at):
        return []
    ends = np.array([end for _, end in sentences], np.int64)
    mine = np.array(sentences, np.int64)[np.searchsorted(ends, at, side="right")]
    first = np.maximum(mine[:, 0], at - RADIUS)
    end = np.minimum(mine[:, 1], at + RADIUS + 1)
    near = first[:, None] + np.arange(int((end - first).max()))[None, :]
    there = near < end[:, None]
    near = np.where(there, near, first[:, None])
    logits = table.logits(pivots[at], words[near], offsets(at, near), there)
    logits[:, :, 0] -= np.float32(outside)
    return [
        Scored(int(predicate), int(begin), tags[: stop - begin])
        for predicate, begin, stop, tags in zip(at, first, end, logits, strict=True)
    ]


def decoded(items: Sequence[Scored], inside: float) -> list[Role]:
    """The best arguments of each predicate, in the order given. Those of like reach are decoded side by side."""
    out: dict[int, Role] = {}
    order = sorted(range(len(items)), key=lambda n: len(items[n].tags))
    for begin in range(0, len(order), TOGETHER):
        rows = [items[n] for n in order[begin : begin + TOGETHER]]
        logits = np.zeros((len(rows), len(rows[-1].tags), rows[0].tags.shape[1]), np.float64)
        for k, item in enumerate(rows):
            logits[k, : len(item.tags)] = item.tags
            logits[k, len(item.tags) :, 1:] = -1e9
        for n, item, spans in zip(order[begin:], rows, once_each(logits, inside), strict=False):
            arguments = tuple((item.first + a, item.first + b, ARGUMENTS[k]) for a, b, k in spans)
            out[n] = Role(item.predicate, arguments)
    return [out[n] for n in range(len(items))]


def once_each(logits: NDArray[np.float64], inside: float) -> list[list[tuple[int, int, int]]]:
    """The best spans of each predicate in which none of ARG0 to ARG4 comes twice: where one does, the less certain span
    may not have it, and the predicate is decoded again.

    Args:
        logits: predicates × words × tags; what is ruled out is written into it.
        inside: as in `best_bio`.
    """
    out: list[list[tuple[int, int, int]]] = [[] for _ in logits]
    rows = np.arange(len(logits))
    for _ in range(ROUNDS):
        again = []
        for row, tags in zip(rows.tolist(), best_bio(logits[rows], inside), strict=True):
            out[row] = bio_spans(tags.tolist())
            several = Counter(k for _, _, k in out[row] if k < CORE)
            for k in (k for k, count in several.items() if count > 1):
                spans = [(_certainty(logits[row], a, b, k), a, b) for a, b, label in out[row] if label == k]
                spans.remove(max(spans))
                for _, a, b in spans:
                    logits[row, a:b, 1 + 2 * k : 3 + 2 * k] = -1e9
                again.append(row)
        rows = np.array(sorted(set(again)), np.int64)
        if not len(rows):
            break
    return out


def _certainty(logits: NDArray[np.float64], first: int, end: int, label: int) -> float:
    """By how much a word of a span has its tag rather than none, on the average."""
    words = np.arange(first, end)
    tags = np.where(words == first, 1 + 2 * label, 2 + 2 * label)
    return float((logits[words, tags] - logits[first:end, 0]).mean())
