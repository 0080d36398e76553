"""From the heads' figures to statements: the best tag sequence, then the pieces tied to their cues.

A cue ties a statement together: in the training data a cue belongs to one statement, a piece of content to one cue, and
only sources are shared (one in eight statements).

Deterministic: ties go to the earlier word, tag or cue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.words import Window, Words, runs
from onrecord.types import Span

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
NEITHER, SOURCE, CONTENT = 0, 1, 2
"""What a word can be to a cue."""
NEAR = 12
"""The number of distance classes on each side of a cue, log-spaced; past 64 words all are the same."""
DISTANCES = 4 * NEAR
"""Distance classes: before or after the cue, in its paragraph or in another."""

Scores = NDArray[np.float64]
Piece = tuple[int, int]
Tied = tuple[list[Piece], Piece, list[Piece]]
"""Source pieces, cue, content pieces of one statement, as word indexes within a window."""
IMPOSSIBLE = -1e9
_WITHIN = np.array([i for i, name in enumerate(TAGS) if name.startswith("I-")])


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


def distances(cues: Sequence[int], paragraphs: Sequence[int]) -> NDArray[np.int64]:
    """The distance class of every word from each cue, a row for each cue."""
    if not len(cues):
        return np.zeros((0, len(paragraphs)), np.int64)
    at = np.asarray(cues)[:, None]
    words = np.arange(len(paragraphs))[None, :]
    away = np.abs(words - at)
    near = np.where(away < 4, away, (2 * np.log2(np.maximum(away, 1))).astype(np.int64))
    near = np.minimum(near, NEAR - 1)
    where = np.asarray(paragraphs)
    other = where[None, :] != where[np.asarray(cues)][:, None]
    return np.asarray(near + NEAR * (words > at) + 2 * NEAR * other, np.int64)


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
    """The tag sequence with the highest sum for each of several windows (Viterbi, a word of all windows at a time).

    Args:
        emissions: words × tags of each window, log probabilities.
        pairs: the score of each tag after each tag.
        first: the score of each tag as the first one.
    """
    # The longest first: the windows that have a word left are always the first few.
    order = sorted(range(len(emissions)), key=lambda k: -len(emissions[k]))
    sizes = [len(emissions[k]) for k in order]
    if not sizes or not sizes[0]:
        return [[] for _ in sizes]
    padded = np.zeros((sizes[0], len(sizes), len(first)))
    for column, k in enumerate(order):
        padded[: sizes[column], column] = emissions[k]
    left = (np.array(sizes)[None, :] > np.arange(sizes[0])[:, None]).sum(axis=1).tolist()
    back = np.zeros(padded.shape, np.int64)
    score = padded[0] + first
    into = np.ascontiguousarray(pairs.T)  # the tags before each tag lie together in memory
    for i in range(1, sizes[0]):
        on = left[i]
        paths = score[:on, None, :] + into
        paths.argmax(axis=2, out=back[i, :on])
        np.add(np.maximum.reduce(paths, axis=2), padded[i, :on], out=score[:on])
    tag = score.argmax(axis=1)
    columns = np.arange(len(sizes))
    best = np.zeros(padded.shape[:2], np.int64)
    for i in range(sizes[0] - 1, -1, -1):
        on = left[i]
        best[i, :on] = tag[:on]
        tag[:on] = back[i, columns[:on], tag[:on]]
    found = dict(zip(order, (best[:n, column].tolist() for column, n in enumerate(sizes)), strict=True))
    return [found[k] for k in range(len(sizes))]


def pieces(tags: Sequence[int]) -> dict[str, list[tuple[int, int]]]:
    """The runs of words of each role in a tag sequence."""
    out: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    for i, tag in enumerate(tags):
        name = TAGS[tag]
        if name == "O":
            continue
        found = out[name[2:]]
        if name[0] == "I" and found and found[-1][1] == i:
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
    contents: list[list[tuple[int, int]]] = [[] for _ in cues]
    for first, end in found["content"]:
        claims = roles[:, first:end, CONTENT].mean(axis=1) if cues else np.zeros(0)
        if len(claims) and claims.max() >= weights.content:
            contents[int(claims.argmax())].append((first, end))
    out = []
    for i, cue in enumerate(cues):
        if not contents[i]:
            continue
        claims = np.array([roles[i, first:end, SOURCE].mean() for first, end in found["source"]])
        source = [found["source"][int(claims.argmax())]] if len(claims) and claims.max() >= weights.source else []
        out.append((source, cue, contents[i]))
    return out


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
        score = np.zeros((*away.shape, 3))
        for i, half in enumerate((slice(0, size), slice(size, None))):
            score[:, :, i + 1] = product(cues[:, half], parts[:, half].T) / size**0.5
        score[:, :, 1:] += self.distance[away] + self.bias
        score -= score.max(axis=-1, keepdims=True)
        powers = np.exp(score)
        return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


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
    emissions = []
    for window, figures in read:
        scores = figures.tags.copy()
        scores[:, 0] -= weights.outside
        # No piece runs on into the next paragraph; a quotation over paragraphs is a piece in each.
        where = np.asarray(words.paragraphs[window.first : window.end])
        opens = np.flatnonzero(where[1:] != where[:-1]) + 1
        scores[opens[:, None], _WITHIN] = IMPOSSIBLE
        emissions.append(scores)
    best = best_tags_side_by_side(emissions, linker.pairs * weights.transitions, linker.first * weights.transitions)
    out = []
    for (window, figures), tags in zip(read, best, strict=True):
        found = pieces(tags)
        found["cue"] = [c for c in found["cue"] if c[0] + window.first >= window.owned]
        at = [c[0] for c in found["cue"]]
        if at:
            away = distances(at, words.paragraphs[window.first : window.end])
            roles = linker.roles(figures.cues[at], figures.parts, away)
            of = words.paragraphs[window.first : window.end]
            tied = [(source, cue, _ahead(cue, content, of)) for source, cue, content in tie(found, roles, weights)]
            out += statements_of(words, window.first, tied)
    return out


def _ahead(cue: Piece, content: list[Piece], paragraphs: Sequence[int]) -> list[Piece]:
    """The content without what stands in a paragraph before the cue's (a headline), unless that is all of it."""
    kept = [piece for piece in content if paragraphs[piece[0]] >= paragraphs[cue[0]]]
    return kept or content


def statements_of(words: Words, offset: int, tied: Sequence[Tied]) -> list[Triple]:
    """Statements with offsets into the text. `offset` is the window's first word."""

    def spans(found: Sequence[Piece]) -> tuple[Span, ...]:
        out: list[Span] = []
        for a, b in runs(offset + i for first, end in found for i in range(first, end)):
            # What stands between two paragraphs (a byline, a picture) is no part of either.
            cuts = [i for i in range(a + 1, b) if words.paragraphs[i] != words.paragraphs[i - 1]]
            edges = zip([a, *cuts], [*cuts, b], strict=True)
            out += [(words.spans[first][0], words.spans[last - 1][1]) for first, last in edges]
        return tuple(out)

    return [Triple(spans(source), spans([cue]), spans(content)) for source, cue, content in tied]
