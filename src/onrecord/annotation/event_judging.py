"""The type of an event (PLOVER) judged from all that its sentence shows.

The rules know a type by a verb, its object, a noun. Which of them is meant (`will send troops`, `called for
sanctions`) hangs on more words than rules can list, so a multinomial logistic model over `event_features`, the rules'
type among them, has the last word where it is surer of another type by a margin. Its weights are
`data/event_weights.tsv`, made by `training/event_types.py` from PLV, a thousand sentences each with a source, a target
and a type (it states no licence): features and numbers, no text. PLV has CONCEDE and RETREAT as one type, YIELD.
"""

from __future__ import annotations

import bisect
import dataclasses
import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotation.event_features import features, lemmas
from onrecord.annotation.event_readings import IN_DOUBT, plain
from onrecord.annotation.event_setting import DAYS_AHEAD
from onrecord.annotation.event_types import SOMEBODY
from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import read_lines
from onrecord.types import Event, Reality, Span

MARGIN = 0.5
"""By how much the probability of another type must exceed that of the rules' own, for events that they stand by."""
MARGIN_IN_DOUBT = 0.2
"""The same for events in doubt."""
SCALE = 32.0
"""The weights are stored as integers, in units of 1 / SCALE."""


@dataclass(frozen=True, slots=True)
class Model:
    """The types, and the weight of each feature for each of them, in units of 1 / SCALE."""

    types: tuple[str, ...]
    weights: dict[str, tuple[int, ...]]


def parse(lines: Iterable[str]) -> Model:
    """A model from the lines of its table: the types, then a feature a line; lines that begin with `#` are remarks."""
    head, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return Model(tuple(head[1].split()), {name: tuple(map(int, row.split())) for name, row in rows})


@functools.cache
def shipped() -> Model:
    """The model of `data/event_weights.tsv`."""
    return parse(read_lines("event_weights.tsv"))


def probabilities(found: Sequence[str], model: Model) -> dict[str, float]:
    """How likely each type is, given an event's features; they add up to 1."""
    rows = [model.weights[name] for name in found if name in model.weights]
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(model.types)
    top = max(sums)
    powers = [math.exp((s - top) / SCALE) for s in sums]
    total = sum(powers)
    return {kind: power / total for kind, power in zip(model.types, powers, strict=True)}


def judged(event: Event, likely: Mapping[str, float]) -> Event:
    """The event with the type that the `probabilities` show: the rules' own, or another that is likelier by the margin.

    One that the rules stand by without a type stays without: the material has no event that is of none. Nor has it
    people that are fired, or meetings told with their day.
    """
    stood_by = event.confidence > IN_DOUBT
    comes_up = event.reality == "planned" and event.time is not None and event.type in DAYS_AHEAD
    on_somebody = (event.rule or "").endswith(f" {SOMEBODY}")
    if stood_by and (event.type is None or comes_up or on_somebody):
        return event
    best = max(likely, key=lambda name: likely[name])
    gain = likely[best] - likely.get(older(event.type) or "", 0.0)
    if gain <= (MARGIN if stood_by else MARGIN_IN_DOUBT):
        return event
    return dataclasses.replace(event, type="CONCEDE" if best == "YIELD" else best)


def older(kind: str | None) -> str | None:
    """A type as the material names it."""
    return "YIELD" if kind in ("CONCEDE", "RETREAT") else kind


def weighed(sentence: Sentence, words: list[str], event: Event) -> list[str]:
    """The features of an event of a sentence whose `lemmas` are `words`."""
    at = bisect.bisect_left(sentence.starts, event.trigger[0])
    return features(sentence, words, at, older(event.type), plain(event.rule), event.reality)


def retyped(sentence: Sentence, events: Sequence[Event]) -> list[Event]:
    """The events of a sentence, in the order given, with their types judged by the shipped model."""
    words = lemmas(sentence) if events else []
    known: dict[tuple[Span, str | None, Reality], dict[str, float]] = {}
    found: list[Event] = []
    for event in events:
        key = (event.trigger, event.type, event.reality)
        if key not in known:
            known[key] = probabilities(weighed(sentence, words, event), shipped())
        found.append(judged(event, known[key]))
    return found
