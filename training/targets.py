"""From annotated statements to what the statements head learns: soft tags for words, and a role for each word and cue.

A cue ties a statement together: in the training data a cue belongs to one statement, a piece of content to one cue, and
only sources are shared (one in eight statements). So a statement is learned as its cue and, for every word of the
window, whether it belongs to this cue's source, to its content or to neither.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.readers import Attribution
from training.words import Window, Words

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
NEITHER, SOURCE, CONTENT = 0, 1, 2
"""What a word can be to a cue."""
NEAR = 12
"""The number of distance classes on each side of a cue, log-spaced; past 64 words all are the same."""
DISTANCES = 4 * NEAR
"""Distance classes: before or after the cue, in its paragraph or in another."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What is to be learned about a window of `n` words.

    `tags`: n × 7, each row the annotators' votes as probabilities. `owned`: n, whether the word counts in this window.
    `links`: for each annotator the cues (the index of the first word, within the window) and, a row for each cue, the
    words' roles.
    """

    tags: NDArray[np.float32]
    owned: NDArray[np.bool_]
    links: tuple[tuple[NDArray[np.int64], NDArray[np.int64]], ...]


def runs(indexes: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of adjacent indexes: `[3, 4, 5, 9]` gives `[(3, 6), (9, 10)]`."""
    out: list[tuple[int, int]] = []
    for i in sorted(set(indexes)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


def fragments(words: Words, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of words that the spans touch."""
    return runs([i for start, end in spans for i in words.touched(start, end)])


def tags_of(words: Words, statements: Sequence[Attribution]) -> NDArray[np.int64]:
    """One annotator's tag for every word. Where roles overlap, a cue stands over a source, a source over content."""
    tags = np.zeros(len(words.spans), np.int64)
    for role in ("content", "source", "cue"):
        begin = 1 + 2 * ROLES.index(role)
        for statement in statements:
            for first, end in fragments(words, getattr(statement, role)):
                tags[first:end] = begin + 1
                tags[first] = begin
    return tags


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
    return (near + NEAR * (words > at) + 2 * NEAR * other).astype(np.int64)


def targets_of(words: Words, annotations: Sequence[Sequence[Attribution]], window: Window) -> Targets:
    """The targets of a window from all annotators' statements. Links count where the window owns the cue."""
    size = window.end - window.first
    votes = np.zeros((size, len(TAGS)), np.float32)
    links = []
    for statements in annotations:
        tags = tags_of(words, statements)[window.first : window.end]
        votes[np.arange(size), tags] += 1.0 / len(annotations)
        cues, rows = [], []
        for statement in statements:
            found = fragments(words, statement.cue)
            if not found or not window.owned <= found[0][0] < window.end:
                continue
            row = np.zeros(size, np.int64)
            for role, spans in ((CONTENT, statement.content), (SOURCE, statement.source)):
                for first, end in fragments(words, spans):
                    row[max(0, first - window.first) : max(0, end - window.first)] = role
            cues.append(found[0][0] - window.first)
            rows.append(row)
        links.append((np.array(cues, np.int64), np.array(rows, np.int64).reshape(len(cues), size)))
    owned = np.arange(window.first, window.end) >= window.owned
    return Targets(votes, owned, tuple(links))
