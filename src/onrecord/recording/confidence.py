"""How sure the record is of each of its items: how likely it is such a thing at all, and right in every key.

Two factors. Whether something is a statement at all the annotator's own probability tells, which was fitted to news
that people had annotated; for what only reading tells, it is the share that was right when news was read that no rule
had been made on (`READ`, docs/precision.md). Whether its keys are right (who, of whom, what state, which date) a
logistic model over a few features of the item tells, fitted to the stories with gold in `evals/stories`, by the keys
by which the evaluation judges a record (`python -m training.confidence`). There the gold lists all demands and
deadlines, so that their model tells both.

Items that no gold lists take the figure of what they rest on: a dated line that of its event or deadline, a question
that of what it asks about.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from onrecord.recording.passages import outermost
from onrecord.types import (
    Claim,
    Deadline,
    Demand,
    Drift,
    Evidence,
    Outlook,
    Record,
    RecordEvent,
    RecordParty,
    RecordStatement,
)

Features = Mapping[str, float]
"""A feature's name and its value: 1 for what holds, or a small number."""

READ = {"parties": 0.89, "events": 0.91, "outlooks": 0.5, "drift": 0.4, "background": 0.53, "timeline": 0.67}
"""The share of a list that was such a thing when news was read; of the timeline, lines without an event on record."""
_LEAST, _MOST = 0.02, 0.98
"""No item is surer than a few hundred examples can tell."""
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|both|some|others)\Z", re.I)
_MARK = re.compile("[“”\"]")
_LONG = 60
"""Words of a line that is longer than a line should be."""


def with_confidence(record: Record) -> Record:
    """The record with the confidence of every item, from 0 to 1; nothing else is changed.

    Statements and events come with the confidence that the annotator gave.
    """
    found: dict[str, Any] = {
        name: tuple(
            dataclasses.replace(item, confidence=_rounded(_is_one(name, features) * chance(name, features)))
            for item, features in zip(getattr(record, name), rows, strict=True)
        )
        for name, rows in features_of(record).items()
    }
    by_event = {e.id: e.confidence for e in found["events"]}
    by_words: dict[tuple[Evidence, ...], float | None] = {}
    for name in ("events", "claims", "deadlines", "demands"):
        by_words |= {item.evidence: item.confidence for item in found[name]}
    found["timeline"] = tuple(
        dataclasses.replace(t, confidence=by_event.get(t.event or "", by_words.get(t.evidence, READ["timeline"])))
        for t in record.timeline
    )
    found["background"] = tuple(dataclasses.replace(b, confidence=READ["background"]) for b in record.background)
    found["questions"] = tuple(dataclasses.replace(q, confidence=by_words.get(q.evidence)) for q in record.questions)
    return dataclasses.replace(record, **found)


def features_of(record: Record) -> dict[str, list[Features]]:
    """The features of each item of the lists that have a model, in the order of the items."""
    known = _Known(record)
    return {name: [dict(told(known, item)) for item in getattr(record, name)] for name, told in _FEATURES.items()}


def chance(name: str, features: Features) -> float:
    """How likely every key of an item of a list is right, by the fitted weights."""
    weights = _weights()[name]
    total = weights[""] + sum(weights.get(f, 0.0) * value for f, value in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def _is_one(name: str, features: Features) -> float:
    """How likely an item is what its list holds."""
    return features["annotator"] if name in ("statements", "claims") else READ.get(name, 1.0)


def _rounded(figure: float) -> float:
    return round(min(max(figure, _LEAST), _MOST), 2)


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The weights of each list's features; the one without a name is the constant."""
    out: dict[str, dict[str, float]] = {name: {"": 0.0} for name in _FEATURES}
    text = resources.files("onrecord.recording").joinpath("data/confidence.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, feature, weight = line.split("\t")
            out[name][feature] = float(weight)
    return out


class _Known:
    """What the features ask of a record."""

    def __init__(self, record: Record) -> None:
        self._parties = {p.id: p for p in record.parties}
        self.said = {s.id: s.confidence or 0.0 for s in record.statements}

    def role(self, name: str, ids: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Who fills one role of an item."""
        party = next((self._parties[i] for i in ids if i in self._parties), None)
        if party is None:
            yield f"{name} nobody", 1.0
            return
        yield f"{name} {party.kind}", 1.0
        if len(ids) > 1:
            yield f"{name} several", 1.0
        if party.name[:1].islower():
            yield f"{name} described", 1.0
        if len(party.evidence) == 1:
            yield f"{name} named once", 1.0


def _words(text: str) -> Iterator[tuple[str, float]]:
    """The length of what an item says, and whether it is cut out of a quotation."""
    length = len(text.split())
    if length <= 2:
        yield f"words {length}", 1.0
    if length > _LONG:
        yield "words many", 1.0
    if len(_MARK.findall(text)) % 2:
        yield "half a quotation", 1.0


def _party(known: _Known, party: RecordParty) -> Iterator[tuple[str, float]]:
    yield party.kind, 1.0
    yield "mentions", min(math.log(len(party.evidence)), 3.0)
    if party.name[:1].islower():
        yield "described", 1.0
    if len(party.name.split()) == 1:
        yield "one word", 1.0
    if party.role:
        yield "has a role", 1.0


def _statement(known: _Known, statement: RecordStatement) -> Iterator[tuple[str, float]]:
    yield "annotator", statement.confidence or 0.0
    yield f"rule {statement.rule}", 1.0
    yield statement.stance, 1.0
    yield statement.source_kind, 1.0
    if statement.source is None:
        yield "source nobody", 1.0
    if _PRONOUN.match(statement.source_text):
        yield "source a pronoun", 1.0
    yield from _words(statement.text)


def _event(known: _Known, event: RecordEvent) -> Iterator[tuple[str, float]]:
    yield from (("annotator", event.confidence),) if event.confidence is not None else (("a demand or answer", 1.0),)
    yield f"type {event.type}", 1.0
    yield event.reality, 1.0
    yield f"date {event.precision if event.date else 'none'}", 1.0
    yield from known.role("actor", event.actor)
    if len(outermost(event.evidence)) > 1:
        yield "told again", 1.0
    if (event.rule or "").startswith("noun "):
        yield "noun", 1.0


def _demand(known: _Known, demand: Demand) -> Iterator[tuple[str, float]]:
    yield demand.kind, 1.0
    yield f"rule {demand.rule}", 1.0
    yield f"state {demand.state}", 1.0
    yield from known.role("by", demand.by)
    yield from known.role("to", demand.to)
    if len(demand.evidence) > 1:
        yield "told again", 1.0
    yield from _words(demand.what)


def _deadline(known: _Known, deadline: Deadline) -> Iterator[tuple[str, float]]:
    yield f"rule {deadline.rule}", 1.0
    yield f"state {deadline.state}", 1.0
    yield from known.role("set_by", deadline.set_by)
    yield from known.role("on", deadline.on)
    if deadline.due is None:
        yield "due nobody knows", 1.0
    if deadline.for_ is not None:
        yield "for a demand", 1.0
    if len(deadline.evidence) > 1:
        yield "told again", 1.0


def _claim(known: _Known, claim: Claim) -> Iterator[tuple[str, float]]:
    yield "annotator", max((known.said.get(s, 0.0) for s in claim.statements), default=0.0)
    yield f"status {claim.status}", 1.0
    yield from known.role("by", (*claim.asserted_by, *claim.denied_by))
    if len(claim.evidence) > 1:
        yield "told again", 1.0
    yield from _words(claim.text)


def _outlook(known: _Known, outlook: Outlook) -> Iterator[tuple[str, float]]:
    yield f"rule {outlook.rule}", 1.0
    yield from known.role("holder", (outlook.holder,) if outlook.holder else ())
    yield from _words(outlook.text)


def _drift(known: _Known, drift: Drift) -> Iterator[tuple[str, float]]:
    yield f"rule {drift.rule}", 1.0
    yield from ((touched, 1.0) for touched in drift.touches)


_FEATURES: dict[str, Callable[[_Known, Any], Iterator[tuple[str, float]]]] = {
    "parties": _party,
    "statements": _statement,
    "events": _event,
    "demands": _demand,
    "deadlines": _deadline,
    "claims": _claim,
    "outlooks": _outlook,
    "drift": _drift,
}
"""What tells of an item of each list that has a model."""
