"""Chooses whom a pronoun or a description goes on with, among those whom the sentences before speak of.

A small network with one hidden layer, trained on passages of invented news (`python -m training.referring_ranker`),
gives each candidate a share of certainty, and nobody the rest; what a party's mentions have is added up. The rules'
answer is one of the features, so that the network need only know when another one is more likely.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.recording.antecedent_features import CLASSES, Anaphor, Features, anaphor_of, class_of, weighable
from onrecord.recording.antecedents import Candidate, Candidates
from onrecord.recording.bodies_called import may_be_called
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.lexicon import BODIES, FIRMS
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """One network: relu(inner · features + bias), then a weighted sum; `nobody` for each class of anaphors."""

    inner: Floats
    bias: Floats
    outer: Floats
    nobody: Floats

    def shares(self, rows: Floats, kind: int) -> Floats:
        """The share of each row, and last that of nobody."""
        figures = np.maximum(rows @ self.inner.T + self.bias, 0) @ self.outer
        figures = np.append(figures, self.nobody[kind])
        raised = np.exp(figures - figures.max())
        return np.asarray(raised / raised.sum())


@functools.cache
def shipped() -> Weights:
    """The network that comes with the package."""
    text = (resources.files("onrecord.recording") / "data" / "antecedents.json").read_text(encoding="utf-8")
    tables: dict[str, Any] = json.loads(text)
    return Weights(*(np.array(tables[name], np.float32) for name in ("inner", "bias", "outer", "nobody")))


_SURE, _FAIRLY = 0.7, 0.5
"""How likely somebody else must be where the rules name one of the candidates, and where they have a description for an
answer: they were made with more to go by, and a wrong name is worse than none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom an anaphor goes on with, and how sure that is (0..1); `candidate` None: nobody spoken of before."""

    candidate: Candidate | None
    share: float


class Ranker:
    """Weighs the candidates of one record's anaphors."""

    def __init__(self, finder: Finder, material: Material) -> None:
        self._material = material
        self._features = Features(material)
        self._candidates = Candidates(finder, material)

    def choose(
        self,
        passage: Passage,
        clauses: Clauses,
        phrase: Phrase,
        by_rule: Sequence[str],
        barred: frozenset[str] = frozenset(),
    ) -> Choice | None:
        """Whom a phrase goes on with; None where it is no anaphor, or nobody was spoken of before.

        Args:
            passage: the sentence.
            clauses: its reading.
            phrase: the pronoun or description.
            by_rule: the parties that the rules name, if they name any.
            barred: parties that it cannot stand for.
        """
        if class_of(clauses, phrase) is None:
            return None
        anaphor = anaphor_of(clauses, passage, phrase, self._candidates.roles(passage))
        before = (
            [] if anaphor is None
            else self._callable(
                anaphor, weighable(anaphor, self._candidates.before(passage, anaphor.start), by_rule), by_rule
            )
        )  # fmt: skip
        before = [(back, c) for back, c in before if c.party is None or c.party not in barred]
        if anaphor is None or not before:
            return None
        rows = np.array(self._features.rows(anaphor, before, by_rule), np.float32)
        shares = shipped().shares(rows, anaphor.kind).tolist()
        together: dict[object, float] = {}
        for (_, c), share in zip(before, shares[:-1], strict=True):
            together[_key(c)] = together.get(_key(c), 0.0) + share
        best = max(together, key=together.__getitem__)
        # `the board` may be one of its own, where `the company` is hardly ever new.
        own = anaphor.noun in BODIES and anaphor.noun not in FIRMS
        needed = _SURE if own or any(p in together for p in by_rule) else _FAIRLY
        needed = needed if by_rule else 0.0
        if together[best] < shares[-1] or (best not in by_rule and together[best] < needed):
            return Choice(None, shares[-1])
        of_best = [(share, -n) for n, share in enumerate(shares[:-1]) if _key(before[n][1]) == best]
        return Choice(before[-max(of_best)[1]][1], together[best])

    def _callable(
        self, anaphor: Anaphor, before: list[tuple[int, Candidate]], by_rule: Sequence[str]
    ) -> list[tuple[int, Candidate]]:
        """The candidates without bodies whose names say that they are not what a description means."""
        if CLASSES[anaphor.kind] != "body":
            return before
        names = {c.party: self._material.parties.get(c.party).name for _, c in before if c.party is not None}
        return [
            (back, c) for back, c in before
            if c.party is None or c.party in by_rule or may_be_called(names[c.party], anaphor.noun)
        ]  # fmt: skip


def _key(c: Candidate) -> object:
    return c.party if c.party is not None else (c.noun, c.start if not c.noun else 0)
