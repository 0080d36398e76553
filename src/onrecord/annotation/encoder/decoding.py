"""From the heads' figures to statements: the best tag sequence, then the pieces tied to their cues.

A cue ties a statement together: in the training data a cue belongs to one statement, a piece of content to one cue, and
only sources are shared (one in eight statements).

Deterministic: the same windows give the same statements; ties go to the earlier cue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.words import Window, Words
from onrecord.types import Span

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
NEITHER, SOURCE, CONTENT = 0, 1, 2
"""What a word can be to a cue."""
NEAR = 12
"""The number of distance classes on each side of a cue, log-spaced; past 64 words all are the same."""
DISTANCES = 4 * NEAR
"""Distance classes: before or after the cue, in its paragraph or in another."""
TOGETHER = 2048
"""Words whose windows are tagged at once: what is made of them takes 49 figures of a word and stays in the cache."""

Scores = NDArray[np.float64]
Piece = tuple[int, int]
Tied = tuple[list[Piece], Piece, list[Piece]]
"""Source pieces, cue, content pieces of one statement, as word indexes within a window."""
IMPOSSIBLE = -1e9
_GOING_ON = frozenset(i for i, name in enumerate(TAGS) if name.startswith("I-"))
_WITHIN = np.array(sorted(_GOING_ON))


@dataclass(frozen=True, slots=True)
class Triple:
    """One statement as spans of a text: who says it, the word that says so, what is said. Any part may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What decoding may be tuned with, on held-back documents only.

    `outside` is taken from the score of the tag O (higher finds more); `source` and `content` are the least mean
    probability that ties a piece to a cue; `transitions` is the weight of the tag pairs' log probabilities (the tag
    scores know the tags' frequency already: at full weight it counts twice). The values did best on 20 of the
    held-back documents after 500 steps; predict's `--tune` chooses anew for each model.
    """

    outside: float = 0.7
    source: float = 0.15
    content: float = 0.1
    transitions: float = 0.3


def distance(cue: int, word: int, same_paragraph: bool) -> int:
    """The distance class of a word from a cue."""
    away = abs(word - cue)
    near = min(NEAR - 1, away if away < 4 else int(2 * math.log2(away)))
    return near + (NEAR if word > cue else 0) + (0 if same_paragraph else 2 * NEAR)


_NEAR = np.array([distance(0, -away, True) for away in range(65)])


def distances(cues: Sequence[int], paragraphs: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
    """The distance class of every word from each cue, a row for each cue."""
    if not len(cues):
        return np.zeros((0, len(paragraphs)), np.int64)
    at = np.asarray(cues)[:, None]
    where = np.asarray(paragraphs)
    away = np.arange(len(where))[None, :] - at
    near = _NEAR[np.minimum(np.abs(away), len(_NEAR) - 1)]
    return np.asarray(near + NEAR * (away > 0) + 2 * NEAR * (where != where[at]), np.int64)


def allowed(before: int, after: int) -> bool:
    """Whether a tag may follow another: I only after B or I of the same role."""
    name = TAGS[after]
    return not name.startswith("I-") or TAGS[before][2:] == name[2:]


def transitions_of(sequences: Sequence[NDArray[np.int64]]) -> tuple[Scores, Scores]:
    """Log probabilities of tag pairs and of first tags, counted with one added to each that is allowed."""
    size = len(TAGS)
    pairs = np.array([[1.0 if allowed(a, b) else 0.0 for b in range(size)] for a in range(size)])
    starts = np.array([0.0 if name.startswith("I-") else 1.0 for name in TAGS])
    for tags in sequences:
        if len(tags):
            starts[tags[0]] += 1
            np.add.at(pairs, (tags[:-1], tags[1:]), 1)
    legal = np.array([[allowed(a, b) for b in range(size)] for a in range(size)])
    pairs = np.where(legal, pairs, 0.0)
    with np.errstate(divide="ignore"):
        first = np.log(starts / starts.sum())
        following = np.log(pairs / pairs.sum(axis=1, keepdims=True))
    return np.maximum(following, IMPOSSIBLE), np.maximum(first, IMPOSSIBLE)


def best_tags(emissions: Scores, pairs: Scores, first: Scores) -> list[int]:
    """The tag sequence with the highest sum. `emissions` is words × tags, log probabilities."""
    return best_tags_side_by_side([emissions], pairs, first)[0]


def best_tags_side_by_side(emissions: Sequence[Scores], pairs: Scores, first: Scores) -> list[list[int]]:
    """The tag sequence with the highest sum for each of several windows (Viterbi, by halves).

    The best way from each tag to each over two stretches of words follows from those over either, so that of a text of
    n words all pairs of stretches of one length are settled at once, in as many rounds as n has binary digits.

    Args:
        emissions: words × tags of each window, log probabilities.
        pairs: the score of each tag after each tag.
        first: the score of each tag as the first one.
    """
    out: list[list[int]] = []
    some: list[Scores] = []
    count = 0
    for number, scores in enumerate(emissions, 1):
        some.append(scores)
        count += len(scores)
        if count >= TOGETHER or number == len(emissions):
            tags = iter(_best_tags(some, pairs, first))
            out += [list(islice(tags, len(mine))) for mine in some]
            some, count = [], 0
    return out


def _best_tags(emissions: Sequence[Scores], pairs: Scores, first: Scores) -> list[int]:
    """The best tags of windows one after the other."""
    plain = np.ascontiguousarray(np.concatenate(emissions).T)
    count, words = plain.shape
    if not words:
        return []
    # By tag before, tag and word, so that what is done at once lies together. How a window begins does not depend on
    # the tag before it; so the windows make one sequence.
    ways = pairs[:, :, None] + plain
    ends = list(accumulate(map(len, emissions)))
    starts = [end - len(scores) for end, scores in zip(ends, emissions, strict=True) if len(scores)]
    ways[:, :, starts] = first[:, None] + plain[:, starts]
    levels = []
    while ways.shape[2] > 1:
        if ways.shape[2] % 2:
            stay = np.full((count, count, 1), -np.inf)
            stay[range(count), range(count)] = 0
            ways = np.concatenate([ways, stay], axis=2)
        left, right = np.ascontiguousarray(ways[:, :, ::2]), np.ascontiguousarray(ways[:, :, 1::2])
        levels.append((left, right))
        ways = left[:, :1] + right[:1]
        for middle in range(1, count):
            np.maximum(ways, left[:, middle, None] + right[middle], out=ways)
    before, tags = np.zeros(1, np.int64), ways[:1, :, 0].argmax(axis=1)
    for left, right in reversed(levels):
        before, tags = before[: left.shape[2]], tags[: left.shape[2]]
        number = np.arange(len(tags))
        middle = (left[before, :, number] + right[:, tags, number].T).argmax(axis=1)
        before, tags = np.stack([before, middle], axis=1).ravel(), np.stack([middle, tags], axis=1).ravel()
    found: list[int] = tags[:words].tolist()
    return found


def pieces(tags: Sequence[int]) -> dict[str, list[tuple[int, int]]]:
    """The runs of words of each role in a tag sequence."""
    out: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    of_each = [None, *(out[name[2:]] for name in TAGS[1:])]
    for i, tag in enumerate(tags):
        found = of_each[tag]
        if found is None:
            continue
        if tag in _GOING_ON and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return out


def tie(found: dict[str, list[Piece]], roles: Scores, weights: Weights) -> list[Tied]:
    """Ties pieces of source and content to cues.

    A piece of content goes to the one cue that claims it most; a cue takes the source that it claims most, which
    several cues may share. A cue without content makes no statement.

    Args:
        found: the pieces of each role.
        roles: cues × words × (neither, source, content), probabilities, in the order of `found["cue"]`.
        weights: the least probabilities.

    Returns:
        One statement for each cue with content, in the order of the cues.
    """
    cues = found["cue"]
    if not cues:
        return []
    sums = np.cumsum(roles[:, :, 1:], axis=1)
    sources, claims = (_means(sums[:, :, part - 1], found[ROLES[2 * (part - 1)]]) for part in (SOURCE, CONTENT))
    contents: list[list[Piece]] = [[] for _ in cues]
    if found["content"]:
        for piece, claim, cue in zip(found["content"], claims.max(axis=0), claims.argmax(axis=0).tolist(), strict=True):
            if claim >= weights.content:
                contents[cue].append(piece)
    out = []
    for cue, content, chances in zip(cues, contents, sources, strict=True):
        if content:
            sourced = len(chances) and chances.max() >= weights.source
            out.append(([found["source"][int(chances.argmax())]] if sourced else [], cue, content))
    return out


def _means(sums: Scores, found: Sequence[Piece]) -> Scores:
    """The mean of each piece's words, from the sums up to each word: cues × pieces."""
    first, end = np.array(found, np.int64).reshape(-1, 2).T
    before = np.where(first > 0, sums[:, first - 1], 0)
    return np.asarray((sums[:, end - 1] - before) / (end - first))


@dataclass(frozen=True, slots=True)
class Linker:
    """What decoding needs beside the heads' figures: the link head's distance table and biases, the tag transitions.

    `distance`: DISTANCES × 2 and `bias`: 2, for source and content; `pairs` and `first` as `transitions_of` gives.
    """

    distance: Scores
    bias: Scores
    pairs: Scores
    first: Scores

    def roles(self, cues: NDArray[np.float32], parts: NDArray[np.float32], away: NDArray[np.int64]) -> Scores:
        """Probabilities of (neither, source, content): cues × words × 3.

        Args:
            cues: the vectors of the cues' first words, cues × 2·size (source half, content half).
            parts: the vectors of all words, words × 2·size.
            away: the distance classes, cues × words.
        """
        size = parts.shape[1] // 2
        near = self.distance + self.bias
        source, content = (
            product(cues[:, half], parts[:, half].T) / size**0.5 + near[:, part][away]
            for part, half in enumerate((slice(0, size), slice(size, None)))
        )
        top = np.maximum(np.maximum(source, content), 0)
        powers = np.exp(np.stack([-top, source - top, content - top], axis=-1))
        powers /= (powers[:, :, NEITHER] + powers[:, :, SOURCE] + powers[:, :, CONTENT])[:, :, None]
        return np.asarray(powers)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the heads say of one window's words: tag log probabilities, vectors as a cue, vectors as a part."""

    tags: Scores
    cues: NDArray[np.float32]
    parts: NDArray[np.float32]


def decode(words: Words, window: Window, figures: Figures, linker: Linker, weights: Weights) -> list[Triple]:
    """The statements whose cue the window owns, in the order of their cues."""
    return decode_all(words, [(window, figures)], linker, weights)


def decode_all(
    words: Words, read: Sequence[tuple[Window, Figures]], linker: Linker, weights: Weights
) -> list[Triple]:
    """The statements of a text's windows, in the order of their cues; each cue counts where a window owns it."""
    paragraphs = np.array(words.paragraphs, np.int64)
    emissions = []
    for window, figures in read:
        scores = figures.tags.copy()
        scores[:, 0] -= weights.outside
        # No piece runs on into the next paragraph; a quotation over paragraphs is a piece in each.
        where = paragraphs[window.first : window.end]
        opens = np.flatnonzero(where[1:] != where[:-1]) + 1
        scores[opens[:, None], _WITHIN] = IMPOSSIBLE
        emissions.append(scores)
    best = best_tags_side_by_side(emissions, linker.pairs * weights.transitions, linker.first * weights.transitions)
    out = []
    for (window, figures), tags in zip(read, best, strict=True):
        found = pieces(tags)
        found["cue"] = [c for c in found["cue"] if c[0] + window.first >= window.owned]
        at = [c[0] for c in found["cue"]]
        if at and found["content"]:
            of = words.paragraphs[window.first : window.end]
            roles = linker.roles(figures.cues[at], figures.parts, distances(at, paragraphs[window.first : window.end]))
            tied = [(source, cue, _ahead(cue, content, of)) for source, cue, content in tie(found, roles, weights)]
            out += statements_of(words, window.first, tied)
    return out


def _ahead(cue: Piece, content: list[Piece], paragraphs: Sequence[int]) -> list[Piece]:
    """The content without what stands in a paragraph before the cue's (a headline), unless that is all of it."""
    kept = [piece for piece in content if paragraphs[piece[0]] >= paragraphs[cue[0]]]
    return kept or content


def joined(found: Sequence[Piece]) -> list[Piece]:
    """Pieces that share no word in their order, those that touch as one."""
    out: list[Piece] = []
    for first, end in sorted(found):
        if out and out[-1][1] == first:
            out[-1] = (out[-1][0], end)
        else:
            out.append((first, end))
    return out


def statements_of(words: Words, offset: int, tied: Sequence[Tied]) -> list[Triple]:
    """Statements with offsets into the text. `offset` is the window's first word."""

    def spans(found: Sequence[Piece]) -> tuple[Span, ...]:
        out: list[Span] = []
        for a, b in joined(found):
            first, end = offset + a, offset + b
            # What stands between two paragraphs (a byline, a picture) is no part of either.
            cuts = []
            if words.paragraphs[first] != words.paragraphs[end - 1]:
                cuts = [i for i in range(first + 1, end) if words.paragraphs[i] != words.paragraphs[i - 1]]
            edges = zip([first, *cuts], [*cuts, end], strict=True)
            out += [(words.spans[a][0], words.spans[b - 1][1]) for a, b in edges]
        return tuple(out)

    return [Triple(spans(source), spans([cue]), spans(content)) for source, cue, content in tied]
