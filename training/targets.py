"""From annotated statements to what the statements head learns: soft tags for words, and a role for each word and cue.

A statement is learned as its cue and, for every word of the
window, whether it belongs to this cue's source, to its content or to neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding import CONTENT, ROLES, SOURCE, TAGS
from onrecord.annotation.encoder.words import Window, Words, fragments
from training.readers import Attribution

WITHIN = [i for i, name in enumerate(TAGS) if name.startswith("I-")]
"""The tags of words that are not the first of their piece."""


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


def tags_of(words: Words, statements: Sequence[Attribution]) -> NDArray[np.int64]:
    """One annotator's tag for every word. Where roles overlap, a cue stands over a source, a source over content."""
    tags = np.zeros(len(words.spans), np.int64)
    for role in ("content", "source", "cue"):
        begin = 1 + 2 * ROLES.index(role)
        for statement in statements:
            for first, end in fragments(words, getattr(statement, role)):
                tags[first:end] = begin + 1
                tags[first] = begin
    # A piece that runs on into the next paragraph is one in each, as decoding has it.
    of = np.asarray(words.paragraphs)
    opens = np.flatnonzero(of[1:] != of[:-1]) + 1
    tags[opens] -= np.isin(tags[opens], WITHIN)
    return tags


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
