"""What the teacher reads: sentences with predicates, trees and, where somebody rated them, the reality of their events.

The sentences of UDS-IH2 are those of the treebank with the predicates, so that they are read once and for both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from onrecord.annotation.encoder.pieces import Vocabulary
from onrecord.annotation.encoder.words import Window, Words
from training.config import Config
from training.data import Item
from training.examples import (
    Example,
    RatedTargets,
    RoleTargets,
    groups,
    rated_examples,
    rated_targets,
    role_example,
)
from training.ours_reader import read_own_reality
from training.readers import Predicated, Span, read_predicates, read_reality
from training.sampling import draw
from training.tasks import JOINED_RATED, OWN, held_back, windows_of_examples

SAME = "UDS_IH2"
"""The set of ratings whose sentences are those with predicates."""
REPEATED = {"MEANTIME": 4}
"""How often a small set is read in an epoch."""

Ratings = Mapping[tuple[str, ...], Sequence[tuple[int, float]]]
"""The events of a sentence, by its tokens: token index, rating."""


class Lesson(NamedTuple):
    """What there is to learn of a window. `roles` is none where only events were rated."""

    roles: RoleTargets | None
    rated: RatedTargets


def lesson(sentences: Sequence[Predicated], ratings: Ratings) -> Example:
    """Some sentences that follow one another as one text."""
    base = role_example(sentences)
    found: list[tuple[Span, float]] = []
    at = 0
    for s in sentences:
        for i, rating in ratings.get(tuple(s.text[a:b] for a, b in s.tokens), ()):
            found.append(((s.tokens[i][0] + at, s.tokens[i][1] + at), rating))
        at += len(s.text) + 1

    def targets(words: Words, window: Window) -> Lesson:
        return Lesson(base.targets(words, window), rated_targets(found, SAME, words, window))

    return Example(base.id, base.text, targets)


def _only_rated(example: Example) -> Example:
    return Example(example.id, example.text, lambda words, window: Lesson(None, example.targets(words, window)))


def lessons(data: Path, config: Config, vocabulary: Vocabulary) -> list[Item]:
    """The windows of an epoch, without what the annotator's training holds back."""
    rated = read_reality(data / "training" / "reality_train.jsonl")
    ratings: dict[tuple[str, ...], Sequence[tuple[int, float]]] = {}
    for r in rated:
        if r.set == SAME:
            ratings.setdefault(r.tokens, r.events)
    sentences = read_predicates(data / "training" / "srl_train.jsonl")
    examples = []
    for name, group in groupby(sentences, key=lambda s: s.id.rsplit("-", 1)[0]):
        if held_back(config.seed, name):
            continue
        document = list(group)
        alone = draw(config.seed, 0, "alone", name) < config.alone
        for part in groups([len(s.tokens) for s in document], config.joined_words, alone):
            examples.append(lesson([document[i] for i in part], ratings))
    others = [r for i, r in enumerate(rated) if r.set != SAME and not held_back(config.seed, f"rated {i // 20}")]
    for name, times in REPEATED.items():
        others += [r for r in others if r.set == name] * (times - 1)
    others += read_own_reality(OWN)
    examples += [_only_rated(e) for e in rated_examples(others, JOINED_RATED, config.seed, 0)]
    return windows_of_examples(examples, vocabulary, config.window, 0)
