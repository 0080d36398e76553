"""Puts the statements of the rules and those of the network together: a small logistic model judges each of them.

The rules are precise where a construction is plain, the network finds what no rule foresaw. Each statement that either
proposes is judged by what the network's figures say of its words and by whether the other side proposes it too; of
those that share a cue or most of their content the likeliest is kept. `training/judge.py` fits the judge.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding import CONTENT, SOURCE, TAGS, Figures, Linker, Triple, distances
from onrecord.annotation.encoder.words import Window, Words, runs

Numbers = NDArray[np.float64]
QUOTES = "\"“”«»"
PLAIN, STANDS = 0.9, 0.4
"""From what confidence on a statement of the rules stands by itself, and with what probability at least."""
ALONE = 0.35
"""The probability that a statement needs whose cue no rule knows."""
SHARED = 18
"""The number of features that are told apart by who proposes; see `features`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that one side proposes, with its words; `confidence` is the rules' own, 0 for the network's."""

    said: Triple
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    by_rules: bool
    confidence: float


def candidate(words: Words, said: Triple, by_rules: bool, confidence: float = 0.0) -> Candidate:
    """A candidate with the words of its roles."""
    source, cue, content = (
        frozenset(i for start, end in spans for i in words.touched(start, end))
        for spans in (said.source, said.cue, said.content)
    )
    return Candidate(said, source, cue, content, by_rules, confidence)


def by_word(sets: Iterable[frozenset[int]]) -> dict[int, list[int]]:
    """For each word the indexes of the sets that hold it, in order: so that only what meets is ever compared."""
    found: dict[int, list[int]] = {}
    for number, words in enumerate(sets):
        for word in words:
            found.setdefault(word, []).append(number)
    return found


def agreement(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared words over all words; two empty sets agree fully."""
    return len(a & b) / len(a | b) if a or b else 1.0


def log_odds(p: float) -> float:
    """log(p / (1 - p)), with p kept within .001 and .999."""
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


class Read:
    """What the network says of one window, as the judge asks for it."""

    def __init__(self, words: Words, window: Window, figures: Figures, linker: Linker) -> None:
        self.window = window
        self.figures = figures
        self._words = words
        self._linker = linker
        self._chances: dict[tuple[str, ...], Numbers] = {}
        self._roles: dict[int, Numbers] = {}

    def chance(self, *names: str) -> Numbers:
        """The probability that each word has one of some tags."""
        if names not in self._chances:
            chances = np.exp(self.figures.tags[:, [TAGS.index(name) for name in names]])
            self._chances[names] = np.asarray(chances.sum(axis=1))
        return self._chances[names]

    def roles(self, at: int) -> Numbers:
        """words × (neither, source, content): each word's probabilities for a cue whose first word is `at`."""
        if at not in self._roles:
            away = distances([at], self._words.paragraphs[self.window.first : self.window.end])
            self._roles[at] = self._linker.roles(self.figures.cues[[at]], self.figures.parts, away)[0]
        return self._roles[at]


def features(text: str, item: Candidate, others: Sequence[Candidate], read: Read) -> list[float]:
    """What the judge sees of a candidate: the network's figures for its words, and how far the other side agrees.

    Args:
        text: the document's.
        item: the candidate; its cue begins in `read`'s window.
        others: the other side's candidates that share a word of their cue or content with it.
        read: the window's figures.
    """
    window = read.window

    def inside(ids: frozenset[int]) -> list[int]:
        return [i - window.first for i in sorted(ids) if window.first <= i < window.end]

    def mean(values: Numbers, ids: list[int]) -> float:
        return float(values[ids].sum()) / len(ids) if ids else 0.0

    roles = read.roles(min(item.cue) - window.first)
    cue, source, content = inside(item.cue), inside(item.source), inside(item.content)
    begins = [first for first, _ in runs(content)]
    best_source = log_odds(mean(roles[:, SOURCE], source) if source else float(roles[:, SOURCE].max()))
    same = [o for o in others if o.cue & item.cue]
    sourced = float(bool(item.source))
    shared = [
        1.0,
        log_odds(float(read.chance("B-cue", "I-cue")[cue].max())),
        log_odds(float(read.chance("B-cue")[cue].max())),
        log_odds(mean(roles[:, CONTENT], content)),
        log_odds(mean(read.chance("B-content", "I-content"), content)),
        log_odds(float(roles[content, CONTENT].sum() / max(roles[:, CONTENT].sum(), 1e-6))),
        mean(read.chance("B-content"), begins),
        sourced,
        best_source * sourced,
        best_source * (1 - sourced),
        log_odds(mean(read.chance("B-source", "I-source"), source)) * sourced,
        max((agreement(o.content, item.content) for o in same), default=0.0),
        max((agreement(o.source, item.source) for o in same), default=0.0),
        float(bool(same)),
        max((agreement(o.content, item.content) for o in others), default=0.0),
        math.log(len(item.content)),
        float(any(mark in text[a:b] for a, b in item.said.content for mark in QUOTES)),
        float(len(begins) > 1),
    ]
    rules = float(item.by_rules)
    return [*(f * rules for f in shared), *(f * (1 - rules) for f in shared), item.confidence]


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic model; the first weight is the constant. `least` is the probability that a statement needs."""

    centre: Numbers
    spread: Numbers
    weights: Numbers
    least: float

    def __call__(self, rows: Numbers) -> Numbers:
        """The probability that each candidate is right."""
        scaled = (rows - self.centre) / self.spread
        sums = np.einsum("ij,j->i", scaled, self.weights[1:])  # a product with @ would start threads
        return np.asarray(1 / (1 + np.exp(-(sums + self.weights[0]))))


def settle(items: Sequence[Candidate], chances: Numbers) -> Numbers:
    """The judge's probabilities with what it cannot know, as it has seen one kind of news.

    A plain construction of the rules stands unless something likelier takes its place; what the network alone finds has
    to be likelier than what a rule finds, too.
    """
    cues = frozenset(i for item in items if item.by_rules for i in item.cue)
    out = chances.copy()
    for k, item in enumerate(items):
        if item.by_rules and item.confidence >= PLAIN:
            out[k] = max(out[k], STANDS)
        elif not item.by_rules and not item.cue & cues and out[k] < ALONE:
            out[k] = 0.0
    return out


def pick(items: Sequence[Candidate], chances: Numbers, least: float) -> list[int]:
    """The indexes of the likeliest candidates above `least` of which no two clash."""
    chosen: list[int] = []
    taken: dict[int, list[int]] = {}
    for k in np.argsort(-chances, kind="stable").tolist():
        if chances[k] < least:
            break
        words = items[k].cue | items[k].content
        near = {o for word in words for o in taken.get(word, ())}
        if not any(clashes(items[k], items[o], apart=bool(chances[k] < STANDS)) for o in near):
            chosen.append(k)
            for word in words:
                taken.setdefault(word, []).append(k)
    return chosen


def clashes(a: Candidate, b: Candidate, apart: bool = True) -> bool:
    """Whether two candidates cannot both stand: they share a cue or most of their content.

    Unless they have to stand `apart`, one may tell the other: `she said the talks were over and, she added, …`.
    """
    if a.cue & b.cue:
        return True
    if not apart and (b.cue <= a.content) != (a.cue <= b.content):
        return False
    return len(a.content & b.content) > 0.6 * len(b.content) or agreement(a.content, b.content) > 0.4
