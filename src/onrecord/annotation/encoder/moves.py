"""Moves of one party towards another as the network reads them: something wanted, and due times.

The two uppermost of the annotator's layers, learned anew for moves, read what the layers below them say of a document's
words, after two matrices that turn it into what it was when they learned (`training/moves_again.py`). For each word
they tell what move it says, and for a move which words stand for the one who makes it and the one it is made to, which
words name these two, and what is wanted. `training/moves.py` trains them on passages of our own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_pairs import PairTable, offsets, pairs_of
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS, RADIUS
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
TABLES, LAYERS = "moves.npz", "moves.onnx"
"""The small matrices, and the layers that read a stretch of words."""
LOWER = "lower"
"""The output of the annotator's network that the layers read: what its fourth layer says of each word."""
SAID = ("predicates", "pivots", "arguments")
"""What its heads say that is read as well: how words stand to each other by their roles."""
ROLES = (
    "ARG0", "ARG1", "ARG2", "ARG3", "R-ARG0", "R-ARG1", "ARGM-PRP", "ARGM-ADV", "ARGM-TMP", "ARGM-MOD",
)  # fmt: skip
"""The arguments whose probabilities tell how a word stands to a move, and it to the word."""
_CHOSEN = [[1 + 2 * ARGUMENTS.index(r), 2 + 2 * ARGUMENTS.index(r)] for r in ROLES]
BY, TO, FIRST, LAST, BY_NAME, TO_NAME = range(6)
"""What is asked of a move and a word."""
OWNED, BEFORE, AFTER = 256, 96, 32
"""Words that are read at once, and words around them that are seen as well."""
LEAST = 0.1
"""The probability from which words are taken for a move at all; those who use it ask for more."""
MENTIONED = 0.03
MOST = 5
"""Stretches of words that are kept for a side, and the probability that each needs."""
LONGEST = 150
"""Words of a sentence whose roles are looked at."""


class Layers(Protocol):
    """The two layers with what is read off them: see `read`."""

    def read(self, lower: Floats) -> Mapping[str, Floats]:
        """For each word of a stretch `kinds` (logits of none, KINDS and TAUGHT), and the vectors `pivot` and `left` of
        it as a move's word, `word` and `right` as another, `near` and `name` as words next to a move and as a name."""


def read_tables(folder: Path) -> tuple[dict[str, Floats], str] | None:
    """The small matrices by name, and the checksum of the layers' file; None where a model has none.

    Raises:
        OnrecordError: the file cannot be read.
    """
    path = folder / TABLES
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as held:
            tables = {name: held[name] for name in held.files}
            checksum = str(tables.pop("sha256"))
            return {name: values.astype(np.float32) for name, values in tables.items()}, checksum
    except (KeyError, OSError, ValueError, EOFError) as error:
        raise broken(path, f"the network of moves cannot be read ({error})") from error
    except Exception as error:
        if type(error).__module__ == "zipfile":
            raise broken(path, f"the network of moves is changed or cut short ({error})") from error
        raise


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a document's words before moves are looked for.

    `lower`: words × width, of the annotator's fourth layer; `sentences`: the sentence of each word; `predicates`: each
    word's logit of being one; `pivots`, `arguments`: the vectors of the roles' network.
    """

    lower: Floats
    sentences: NDArray[np.int64]
    predicates: Floats
    pivots: Floats
    arguments: Floats


def sight_of(words: Words, papers: Sequence[Paper], sentences: Sequence[Span]) -> Sight:
    """Lays what the network says of the windows upon the words of the document."""
    laid = {}
    for name in (LOWER, *SAID):
        column = np.zeros((len(words.spans), papers[0].outputs[name].shape[1]), np.float32)
        for paper in papers:
            low, window = paper.window.owned, paper.window
            column[low : window.end] = paper.outputs[name][low - window.first :]
        laid[name] = column
    starts = np.array([start for start, _ in sentences], np.int64)
    begun = np.array([start for start, _ in words.spans], np.int64)
    numbers = np.maximum(np.searchsorted(starts, begun, side="right") - 1, 0)
    return Sight(laid[LOWER], numbers, laid["predicates"][:, 0], laid["pivots"], laid["arguments"])


class RoleReader:
    """How words stand to each other by their roles, as the moves' network asks it."""

    def __init__(self, roles: PairTable) -> None:
        """Takes the roles' network."""
        self._roles = roles

    def read(self, sight: Sight, low: int, pivots: NDArray[np.int64], count: int) -> Floats:
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


class MoveReader:
    """The network of moves, ready to read."""

    def __init__(self, tables: Mapping[str, Floats], layers: Layers, roles: PairTable) -> None:
        """Takes the matrices that `training/moves.py` wrote.

        Raises:
            KeyError: one is missing.
        """
        self._t = tables
        self._layers = layers
        self._roles = RoleReader(roles)
        for name in ("far", "same", "kind", "role", "middle", "out", "match", "nobody"):
            tables[name]

    def moves(self, words: Words, sight: Sight) -> tuple[Move, ...]:
        """The moves of a document by where they begin. Linear in its length."""
        out: list[Move] = []
        count = len(words.spans)
        first = 0
        while first < count:
            whole = count - first <= OWNED + BEFORE
            end = count if whole else _cut(sight.sentences, first, first + OWNED)
            out += self._stretch(words, sight, max(0, first - BEFORE), min(count, end + AFTER), (first, end))
            first = end
        return tuple(sorted(out, key=lambda m: (m.start, m.end, m.kind)))

    def _stretch(self, words: Words, sight: Sight, low: int, high: int, owned: tuple[int, int]) -> list[Move]:
        said = self._layers.read(sight.lower[low:high])
        likely = _softmax(said["kinds"])
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
        kinds = np.array([kind for _, _, kind, _ in found], np.int64)
        roles = self._roles.read(sight, low, pivots, high - low)
        runs = [(a, b) for a, b, *_ in found]
        scores, nobody = self.pairs(said, sight.sentences[low:high], runs, pivots, kinds, roles)
        spans = words.spans[low:high]
        by, to, by_name, to_name = (
            _chances(spans, _softmax(np.append(scores[:, :, side], nobody[:, side, None], axis=1))[:, :-1])
            for side in (BY, TO, BY_NAME, TO_NAME)
        )
        out = []
        for n, (a, b, number, chance) in enumerate(found):
            said_kind, content = KINDS[number - 1], None
            if said_kind != "due":
                first = int(scores[n, :, FIRST].argmax())
                last = first + int(scores[n, first:, LAST].argmax())
                content = spans[first][0], spans[last][1]
            start, end = spans[a][0], spans[b - 1][1]
            out.append(Move(said_kind, start, end, round(chance, 3), by[n], to[n], content, by_name[n], to_name[n]))
        return out

    def pairs(
        self,
        said: Mapping[str, Floats],
        sentences: NDArray[np.int64],
        runs: Sequence[tuple[int, int]],
        pivots: NDArray[np.int64],
        kinds: NDArray[np.int64],
        roles: Floats,
    ) -> tuple[Floats, Floats]:
        """moves × words × what is asked of both (BY to TO_NAME), and moves × that for nobody.

        Args:
            said: what the layers say of a stretch's words.
            sentences: the sentence of each.
            runs: the words of each move.
            pivots: that of them whose roles are looked at.
            kinds: the number of its kind.
            roles: see `RoleReader.read`.
        """
        t = self._t
        classes = offsets(pivots, np.arange(len(sentences))[None, :])
        beside = np.clip(sentences[None, :] - sentences[pivots][:, None], -1, 1) + 1
        own = np.stack([said["pivot"][a:b].mean(axis=0) for a, b in runs]) + t["kind"][kinds]
        left = np.stack([said["left"][a:b].mean(axis=0) for a, b in runs])
        flat = own[:, None] + said["word"][None] + t["far"][classes] + t["same"][beside]
        flat += product(roles.reshape(-1, roles.shape[2]), t["role"]).reshape(flat.shape)
        flat = np.maximum(flat, 0).reshape(-1, flat.shape[2])
        flat = np.maximum(flat + product(flat, t["middle"]) + t["middle_bias"], 0)
        scores = (product(flat, t["out"]) + t["out_bias"]).reshape(*classes.shape, -1)
        right = np.ascontiguousarray(said["right"].T)
        for label in range(scores.shape[2]):
            scores[:, :, label] += product(left * t["match"][:, label], right)
        nobody = product(np.maximum(own, 0), t["nobody"]) + t["nobody_bias"]
        names = np.ascontiguousarray(said["name"].T)
        for side, name in ((BY, BY_NAME), (TO, TO_NAME)):
            # Who is named is whoever the words next to the move, as far as they are likely, stand for.
            likely = _softmax(np.append(scores[:, :, side], nobody[:, side : side + 1], axis=1))[:, :-1]
            meant = product(likely, said["near"])
            scores[:, :, name] += product(meant, names) / np.float32(meant.shape[1] ** 0.5)
        return scores, nobody


def _chances(spans: Sequence[Span], likely: Floats) -> list[tuple[Chance, ...]]:
    """For each move the stretches of words that are likely enough, the likeliest first; from moves × words."""
    out: list[list[Chance]] = [[] for _ in likely]
    nothing = np.zeros((len(likely), 1), np.int8)
    edges = np.diff((likely >= MENTIONED / 3).astype(np.int8), axis=1, prepend=nothing, append=nothing)
    sums = np.cumsum(likely, axis=1, dtype=np.float64)
    for (n, a), (_, b) in zip(np.argwhere(edges == 1).tolist(), np.argwhere(edges == -1).tolist(), strict=True):
        total = float(sums[n, b - 1] - (sums[n, a - 1] if a else 0.0))
        if total >= MENTIONED:
            out[n].append(Chance(spans[a][0], spans[b - 1][1], round(total, 3)))
    return [tuple(sorted(chances, key=lambda c: (-c.likely, c.start))[:MOST]) for chances in out]


def _cut(sentences: NDArray[np.int64], first: int, end: int) -> int:
    """The end of the last sentence that ends before `end`; `end` itself where there is none."""
    begun = int(np.searchsorted(sentences, sentences[end]))
    return begun if begun > first else end


def _runs(there: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], there, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _softmax(scores: Floats) -> Floats:
    likely = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=-1, keepdims=True), np.float32)
