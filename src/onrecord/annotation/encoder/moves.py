"""Moves of one party towards another as the network reads them: something wanted, and due times.

A second small network reads what the heads of the first say of a document's words: two layers of attention over a
stretch of text, then for each word what move it tells, and for a move which words stand for the one who makes it, for
the one it is made to, and for what is wanted. `training/moves.py` trains it on passages of our own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS, RADIUS, PairTable, offsets, pairs_of
from onrecord.annotation.encoder.files import broken
from onrecord.annotation.encoder.heads import Paper
from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.words import Words
from onrecord.types import Chance, Move, MoveKind, Span

Floats = NDArray[np.float32]

KINDS: tuple[MoveKind, ...] = get_args(MoveKind)
"""The kinds of moves that are kept; a word's figures are those of none, of these, and of TAUGHT."""
TAUGHT = ("accepts", "rejects", "counters", "partly", "unclear", "denial")
"""What the network learned as well, since it helps with the others; the rules find it better."""
USED = ((1, 2, 3, 4), (5,))
"""Kinds (from 1 up) that are told apart from others rather than from each other: what is wanted, and what is due."""
FILE = "moves.npz"
SAID = (
    "cues", "parts", "pivots", "arguments", "anaphors", "antecedents", "names", "tags", "mention_types", "reality",
    "predicates", "mention_bounds", "mention_starts", "mention_ends",
)  # fmt: skip
"""The first network's outputs that are read, in this order."""
ROLES = (
    "ARG0", "ARG1", "ARG2", "ARG3", "R-ARG0", "R-ARG1", "ARGM-PRP", "ARGM-ADV", "ARGM-TMP", "ARGM-MOD",
)  # fmt: skip
"""The arguments whose probabilities tell how a word stands to a move, and it to the word."""
_CHOSEN = [[1 + 2 * ARGUMENTS.index(r), 2 + 2 * ARGUMENTS.index(r)] for r in ROLES]
BY, TO, FIRST, LAST = range(4)
"""What is asked of a move and a word."""
HEADS = 4
OWNED, BEFORE, AFTER = 256, 64, 32
"""Words that are read at once, and words around them that are seen as well."""
CLIP = 6.0
LEAST = 0.05
"""The probability from which words are taken for a move at all; those who use it ask for more."""
MENTIONED = 0.03
MOST = 5
"""Stretches of words that are kept for a side, and the probability that each needs."""
LONGEST = 150
"""Words of a sentence whose roles are looked at."""


def read_tables(folder: Path) -> dict[str, Floats] | None:
    """The network's matrices by name; None where a model has none.

    Raises:
        OnrecordError: the file cannot be read.
    """
    path = folder / FILE
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as held:
            return {name: held[name].astype(np.float32) for name in held.files}
    except (OSError, ValueError, EOFError) as error:
        raise broken(path, f"the network of moves cannot be read ({error})") from error
    except Exception as error:
        if type(error).__module__ == "zipfile":
            raise broken(path, f"the network of moves is changed or cut short ({error})") from error
        raise


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a document's words before moves are looked for.

    `said`: words × outputs; `sentences`: the sentence of each word; `predicates`: each word's logit of being one;
    `pivots`, `arguments`: the vectors of the roles' network.
    """

    said: Floats
    sentences: NDArray[np.int64]
    predicates: Floats
    pivots: Floats
    arguments: Floats


def sight_of(words: Words, papers: Sequence[Paper], sentences: Sequence[Span]) -> Sight:
    """Lays what the heads say of the windows upon the words of the document."""
    widths = [papers[0].outputs[name].shape[1] for name in SAID]
    edges = np.cumsum([0, *widths]).tolist()
    # One array for all: a document of 50,000 words fills 250 MB of it.
    said = np.zeros((len(words.spans), edges[-1]), np.float32)
    columns = {name: said[:, first:end] for name, (first, end) in zip(SAID, pairwise(edges), strict=True)}
    for paper in papers:
        low, window = paper.window.owned, paper.window
        for name, column in columns.items():
            column[low : window.end] = paper.outputs[name][low - window.first :]
    starts = np.array([start for start, _ in sentences], np.int64)
    begun = np.array([start for start, _ in words.spans], np.int64)
    numbers = np.maximum(np.searchsorted(starts, begun, side="right") - 1, 0)
    return Sight(said, numbers, columns["predicates"][:, 0], columns["pivots"], columns["arguments"])


class MoveReader:
    """The network of moves, ready to read."""

    def __init__(self, tables: Mapping[str, Floats], roles: PairTable) -> None:
        """Takes the matrices that `training/moves.py` wrote.

        Raises:
            KeyError: one is missing.
        """
        self._t = tables
        self._roles = roles
        self._layers = sum(name.startswith("near_") for name in tables)
        for name in ("centre", "spread", "inner", "kinds", "pivot", "word", "far", "same", "role", "middle", "out"):
            tables[name]

    @classmethod
    def roles_only(cls, roles: PairTable) -> MoveReader:
        """A reader that can only tell how words stand to each other by their roles, as training needs it."""
        out = cls.__new__(cls)
        out._roles = roles
        return out

    def moves(self, words: Words, sight: Sight) -> tuple[Move, ...]:
        """The moves of a document by where they begin. Linear in its length."""
        out: list[Move] = []
        count = len(words.spans)
        inputs = self.first(sight.said)
        first = 0
        while first < count:
            end = _cut(sight.sentences, first, min(count, first + OWNED))
            low, high = max(0, first - BEFORE), min(count, end + AFTER)
            out += self._stretch(words, sight, inputs[low:high], low, (first, end))
            first = end
        return tuple(sorted(out, key=lambda m: (m.start, m.end, m.kind)))

    def _stretch(self, words: Words, sight: Sight, inputs: Floats, low: int, owned: tuple[int, int]) -> list[Move]:
        sentences = sight.sentences[low : low + len(inputs)]
        hidden = self.read(inputs, sentences)
        likely = _softmax(product(hidden, self._t["kinds"]) + self._t["kinds_bias"])
        found: list[tuple[int, int, int, float]] = []
        for group in USED:
            together = likely[:, group].sum(axis=1)
            for a, b in _runs(together >= LEAST):
                top = a + int(together[a:b].argmax())
                # Words less than half as likely as the likeliest are not those that say it.
                while together[a] < together[top] / 2:
                    a += 1
                while together[b - 1] < together[top] / 2:
                    b -= 1
                if owned[0] <= low + top < owned[1]:
                    kind = group[int(likely[top, group].argmax())]
                    found.append((a, b, kind, float(together[top])))
        if not found:
            return []
        pivots = np.array([a + int(sight.predicates[low + a : low + b].argmax()) for a, b, *_ in found], np.int64)
        pooled = np.stack([hidden[a:b].mean(axis=0) for a, b, *_ in found])
        kinds = np.array([kind for _, _, kind, _ in found], np.int64)
        roles = self.roles_of(sight, low, pivots, len(inputs))
        scores, nobody = self.pairs(hidden, sentences, pivots, pooled, kinds, roles)
        return [
            self._move(words, low, scores[n], nobody[n], a, b, KINDS[kind - 1], chance)
            for n, (a, b, kind, chance) in enumerate(found)
        ]

    def first(self, said: Floats) -> Floats:
        """words × width: each word with its neighbours, from words × what the first network says of them."""
        t = self._t
        width = len(t["inner_bias"])
        inputs = said - t["centre"]
        inputs /= t["spread"]
        np.clip(inputs, -CLIP, CLIP, out=inputs)
        three = product(inputs, t["inner"])
        hidden = three[:, :width] + t["inner_bias"]
        hidden[1:] += three[:-1, width : 2 * width]
        hidden[:-1] += three[1:, 2 * width :]
        return _normed(hidden, t["norm"], t["norm_bias"])

    def read(self, hidden: Floats, sentences: NDArray[np.int64]) -> Floats:
        """words × width: what the layers of attention make of a stretch of words, from `first`."""
        t, width = self._t, hidden.shape[1]
        for n in range(self._layers):
            qkv = _layer(t, "qkv", n, hidden)
            seen = np.empty_like(hidden)
            size = width // HEADS
            for head in range(HEADS):
                q, k, v = (qkv[:, p * width + head * size : p * width + (head + 1) * size] for p in range(3))
                scores = product(q, np.ascontiguousarray(k.T)) / np.float32(size**0.5)
                _add_places(scores, t[f"near_{n}"][:, head], sentences)
                seen[:, head * size : (head + 1) * size] = product(_softmax(scores), np.ascontiguousarray(v))
            hidden = hidden + _layer(t, "joined", n, seen)
            hidden = _normed(hidden, t[f"n1_{n}"], t[f"n1_bias_{n}"])
            hidden = hidden + _layer(t, "down", n, _gelu(_layer(t, "up", n, hidden)))
            hidden = _normed(hidden, t[f"n2_{n}"], t[f"n2_bias_{n}"])
        return hidden

    def roles_of(self, sight: Sight, low: int, pivots: NDArray[np.int64], count: int) -> Floats:
        """moves × words × twice ROLES: the probability that a word has a role of the move's word, and the other way."""
        out = np.zeros((len(pivots), count, 2 * len(ROLES)), np.float32)
        sentences = sight.sentences
        for sentence in sorted(set(sentences[low + pivots].tolist())):
            first = max(low, int(np.searchsorted(sentences, sentence)))
            end = min(low + count, int(np.searchsorted(sentences, sentence, side="right")))
            if end - first > LONGEST:
                continue
            mine = [n for n, p in enumerate(pivots.tolist()) if first <= low + p < end]
            telling = set((first + np.flatnonzero(sight.predicates[first:end] >= 0)).tolist())
            at = np.array(sorted(telling | {low + int(pivots[n]) for n in mine}), np.int64)
            pairs = pairs_of(at, np.maximum(first, at - RADIUS), np.minimum(end, at + RADIUS + 1))
            likely = _softmax(self._roles.logits(sight.pivots[at], sight.arguments, pairs))
            figures = np.stack([likely[:, pair].sum(axis=1) for pair in _CHOSEN], axis=1)
            table = np.zeros((len(at), end - first, len(ROLES)), np.float32)
            table[pairs.pivots, pairs.words - first] = figures
            for n in mine:
                p = low + int(pivots[n])
                out[n, first - low : end - low, : len(ROLES)] = table[np.searchsorted(at, p)]
                out[n, at - low, len(ROLES) :] = table[:, p - first]
        return out

    def pairs(
        self,
        hidden: Floats,
        sentences: NDArray[np.int64],
        pivots: NDArray[np.int64],
        pooled: Floats,
        kinds: NDArray[np.int64],
        roles: Floats,
    ) -> tuple[Floats, Floats]:
        """moves × words × 4 (by, to, first and last word of the content), and moves × 4 for nobody."""
        t = self._t
        count = len(hidden)
        classes = offsets(pivots, np.arange(count)[None, :])
        beside = np.clip(sentences[None, :] - sentences[pivots][:, None], -1, 1) + 1
        kind = t["kind"][kinds]
        own = product(pooled, t["pivot"]) + t["pivot_bias"]
        flat = (own + kind)[:, None] + product(hidden, t["word"])[None] + t["far"][classes] + t["same"][beside]
        flat += product(roles.reshape(-1, roles.shape[2]), t["role"]).reshape(flat.shape)
        flat = np.maximum(flat, 0).reshape(-1, flat.shape[2])
        flat = np.maximum(flat + product(flat, t["middle"]) + t["middle_bias"], 0)
        scores = (product(flat, t["out"]) + t["out_bias"]).reshape(len(pivots), count, -1)
        left = product(pooled, t["left"]) + t["left_bias"]
        right = product(hidden, t["right"]) + t["right_bias"]
        for label in range(scores.shape[2]):
            scores[:, :, label] += product(left * t["match"][:, label], np.ascontiguousarray(right.T))
        nobody = product(np.maximum(own + kind, 0), t["nobody"]) + t["nobody_bias"]
        return scores, nobody

    def _move(
        self, words: Words, low: int, scores: Floats, nobody: Floats, a: int, b: int, kind: MoveKind, likely: float
    ) -> Move:
        sides = [_chances(words, low, _softmax(np.append(scores[:, s], nobody[s])[None])[0][:-1]) for s in (BY, TO)]
        content = None
        if kind != "due":
            first = int(scores[:, FIRST].argmax())
            last = first + int(scores[first:, LAST].argmax())
            content = words.spans[low + first][0], words.spans[low + last][1]
        start, end = words.spans[low + a][0], words.spans[low + b - 1][1]
        return Move(kind, start, end, round(likely, 3), sides[0], sides[1], content)


def _add_places(scores: Floats, weights: Floats, sentences: NDArray[np.int64]) -> None:
    """Adds to words × words what a word's place tells of another.

    The weights are those of minus the logarithm of how far it is, of being in the same sentence, in the one before, the
    next word before, the next after, and anywhere before.
    """
    count = len(scores)
    away = np.arange(1 - count, count)
    told = (-np.log1p(np.abs(away)), away == -1, away == 1, away < 0)
    by_distance = np.zeros(len(away), np.float32)
    for values, weight in zip(told, weights[[0, 3, 4, 5]], strict=True):
        by_distance += np.float32(weight) * values.astype(np.float32)
    # Row i, column j is the figure of distance j - i.
    scores += np.lib.stride_tricks.sliding_window_view(by_distance, count)[::-1]
    edges = [0, *(np.flatnonzero(np.diff(sentences)) + 1).tolist(), count]
    for n, (a, b) in enumerate(pairwise(edges)):
        scores[a:b, a:b] += weights[1]
        if n and sentences[a] - sentences[a - 1] == 1:
            scores[a:b, edges[n - 1] : a] += weights[2]


def _chances(words: Words, low: int, likely: Floats) -> tuple[Chance, ...]:
    """The stretches of words that are likely enough, the likeliest first."""
    out = []
    for a, b in _runs(likely >= MENTIONED / 3):
        total = float(likely[a:b].sum())
        if total >= MENTIONED:
            out.append(Chance(words.spans[low + a][0], words.spans[low + b - 1][1], round(total, 3)))
    return tuple(sorted(out, key=lambda c: (-c.likely, c.start))[:MOST])


def _cut(sentences: NDArray[np.int64], first: int, end: int) -> int:
    """The end of the last sentence that ends before `end`; `end` itself where there is none, or all is read."""
    if end == len(sentences):
        return end
    begun = int(np.searchsorted(sentences, sentences[end]))
    return begun if begun > first else end


def _runs(there: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _layer(tables: Mapping[str, Floats], name: str, number: int, values: Floats) -> Floats:
    return np.asarray(product(values, tables[f"{name}_{number}"]) + tables[f"{name}_bias_{number}"], np.float32)


def _softmax(scores: Floats) -> Floats:
    likely = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=-1, keepdims=True), np.float32)


def _normed(values: Floats, weight: Floats, bias: Floats) -> Floats:
    values = values - values.mean(axis=1, keepdims=True)
    spread = np.sqrt((values * values).mean(axis=1, keepdims=True) + np.float32(1e-5))
    return np.asarray(values / spread * weight + bias, np.float32)


def _gelu(values: Floats) -> Floats:
    """The usual approximation by a hyperbolic tangent (Hendrycks and Gimpel, 2016)."""
    inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * values * values * values)
    return np.asarray(values * np.float32(0.5) * (1 + np.tanh(inner)), np.float32)
