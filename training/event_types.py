"""Fits the weights by which the package judges the type of an event; needs what the package needs.

    python -m training.event_types --data FOLDER --acts training/acts/*_a.txt --out event_weights.tsv
        [--folds PREDICTIONS.jsonl]

`FOLDER` holds PLV as `event_types/docs.jsonl` and `gold.jsonl`. Each line of gold is answered by the event whose actor
and recipient meet the gold's best; its features and the gold's type are one example of a multinomial logistic model.
`--acts` adds the acts of files in the form of `training/acts_reader.py`, each answered by the event on its trigger.
`--folds` also writes the events of each sentence as a model fitted without it types them (five folds by the hash of
the id), in the form that the evaluation kit scores: the figure to go by, since that of the shipped weights on the same
sentences is not one of unseen text.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.annotation import event_judging, events, sentences
from onrecord.annotation.annotator import basis
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.event_features import lemmas
from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.annotation.seen import see
from onrecord.types import Block, Document, Event, Source, Span
from training import acts_reader
from training.acts_reader import Item
from training.acts_scores import meets
from training.readers import TypedEvent, read_event_types

FOLDS = 5
PENALTY = 1e-4
"""Weight of the squared weights beside the mean loss."""
RULE_TYPE = 2.0
"""The value of the feature of the rules' type; others have 1, so the penalty binds it less."""
LEAST = 2
"""A feature of fewer examples is left out."""
STEPS, RATE, MEAN, SQUARE = 300, 0.05, 0.9, 0.99
"""Steps, rate and decays of the optimiser (Adam, Kingma and Ba 2015), with all examples in each step."""

Example = tuple[list[str], str]


@dataclasses.dataclass(frozen=True)
class Read:
    """The events of a sentence with the types of the rules, and the features of each."""

    events: list[Event]
    features: list[list[str]]


@dataclasses.dataclass(frozen=True)
class Weights:
    """A fitted model: a row for each feature, a column for each type."""

    types: list[str]
    names: dict[str, int]
    values: np.ndarray


def read(text: str, encoder: Encoder) -> Read:
    """The events of a text of one paragraph, not yet judged."""
    document = Document("", text, (Block("paragraph", 0, len(text)),), Source("", "text/plain", ""))
    on = basis(document, see(encoder, document, sentences.split(document)))
    mentions = on.resolved.mentions
    found = Read([], [])
    for sentence, here in events.by_rules(on.sentences, on.statements, (), mentions, on.cues, on.frames):
        words = lemmas(sentence)
        found.events.extend(here)
        found.features.extend(event_judging.weighed(sentence, words, e) for e in here)
    return found


def agreement(wanted: Sequence[Span], given: Sequence[Span]) -> float:
    """The best intersection over union of two lists of spans; nothing wanted is met by anything."""
    best = 0.0 if wanted else 1.0
    for a, b in wanted:
        for c, d in given:
            shared = max(0, min(b, d) - max(a, c))
            best = max(best, shared / (b - a + d - c - shared))
    return best


def answer(row: TypedEvent, found: Read) -> int | None:
    """The event that answers a line of gold: with the right actor and, if any has it, recipient; the best of these."""
    best: tuple[int, float, float] = (0, 0.0, 0.0)
    chosen = None
    for n, event in enumerate(found.events):
        actor, recipient = agreement(row.source, event.actor), agreement(row.target, event.recipient)
        level = 2 if actor and recipient else 1 if actor and row.source else 0
        key = (level, actor + recipient, event.confidence)
        if level and key > best:
            best, chosen = key, n
    return chosen


def of_acts(item: Item, found: Read) -> list[Example]:
    """The examples of an item's acts: the type that the rules give where it is right, else the one that is noted."""
    examples: list[Example] = []
    for act in item.acts:
        right = {event_judging.older(kind) or "" for kind in act.types} - {""}
        here = (
            n
            for n, e in enumerate(found.events)
            if e.confidence > IN_DOUBT and e.type is not None and meets(e.trigger, act.trigger)
        )
        n = next(here, None)
        kind = None if n is None else event_judging.older(found.events[n].type)
        kind = kind if kind in right else next(iter(right)) if len(right) == 1 else None
        if n is not None and kind is not None:
            examples.append((found.features[n], kind))
    return examples


def fit(examples: Sequence[Example]) -> Weights:
    """The weights that make the types of the examples likeliest under the penalty; the same for the same examples."""
    counts = collections.Counter(name for found, _ in examples for name in found)
    rows = {name: n for n, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST))}
    types = sorted({kind for _, kind in examples})
    x = np.zeros((len(examples), len(rows)))
    y = np.zeros((len(examples), len(types)))
    for n, (found, kind) in enumerate(examples):
        y[n, types.index(kind)] = 1.0
        for name in found:
            if name in rows:
                x[n, rows[name]] = RULE_TYPE if name.startswith("type=") else 1.0
    weights = np.zeros((len(rows), len(types)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        score = x @ weights
        likely = np.exp(score - score.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        slope = x.T @ (likely - y) / len(examples) + PENALTY * weights
        mean = MEAN * mean + (1 - MEAN) * slope
        square = SQUARE * square + (1 - SQUARE) * slope * slope
        rate = RATE if step < 0.6 * STEPS else 0.3 * RATE
        weights -= rate * (mean / (1 - MEAN**step)) / (np.sqrt(square / (1 - SQUARE**step)) + 1e-8)
    for name, n in rows.items():
        if name.startswith("type="):
            weights[n] *= RULE_TYPE
    return Weights(types, rows, weights)


def table(weights: Weights) -> str:
    """The weights as the package reads them: integers in units of 1 / SCALE, rows of nothing but 0 left out."""
    lines = [
        "# Weights of features (onrecord.annotation.event_features) for types of events, fitted to PLV and to acts",
        "# of our own by training/event_types.py. PLV states no licence; this holds numbers and words, no sentences.",
        "\t".join(("types", " ".join(weights.types))),
    ]
    for name, n in weights.names.items():
        row = [round(float(v) * event_judging.SCALE) for v in weights.values[n]]
        if any(row):
            lines.append("\t".join((name, " ".join(map(str, row)))))
    return "\n".join(lines) + "\n"


def typed(found: Read, model: event_judging.Model) -> list[Event]:
    """The events of a sentence typed as the package would with these weights."""
    return [
        event_judging.judged(event, event_judging.probabilities(features, model))
        for event, features in zip(found.events, found.features, strict=True)
    ]


def fold(name: str) -> int:
    """The fold of a sentence, by the hash of its id."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def main() -> None:
    """Fit, write, and print how many examples and features there were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with event_types/")
    parser.add_argument("--out", type=Path, required=True, help="the table of weights to write")
    parser.add_argument("--folds", type=Path, help="where to write what models of the other folds find")
    parser.add_argument("--acts", nargs="*", default=[], help="files of training/acts that are fitted to as well")
    parser.add_argument("--in-doubt", action="store_true", help="write events in doubt to --folds too")
    args = parser.parse_args()
    gold = read_event_types(args.data / "event_types")
    texts = {row.id: row.text for row in gold}
    encoder = Encoder()
    found = {name: read(text, encoder) for name, text in texts.items()}
    examples: list[tuple[str, Example]] = []
    for row in gold:
        n = answer(row, found[row.id])
        if n is not None:
            examples.append((row.id, (found[row.id].features[n], row.type)))
    items = [item for path in args.acts for item in acts_reader.read(path)]
    own = [example for item in items for example in of_acts(item, read(item.text, encoder))]
    weights = fit([*(example for _, example in examples), *own])
    args.out.write_text(table(weights), encoding="utf-8")
    print(f"{len(gold)} lines of gold, {len(examples)} answered, {len(own)} acts, {len(weights.names)} features")
    if args.folds:
        with open(args.folds, "w", encoding="utf-8") as out:
            for k in range(FOLDS):
                others = fit([*(example for name, example in examples if fold(name) != k), *own])
                model = event_judging.parse(table(others).splitlines())
                for name in (name for name in texts if fold(name) == k):
                    events_of = typed(found[name], model)
                    rows = [dataclasses.asdict(e) for e in events_of if args.in_doubt or e.confidence > IN_DOUBT]
                    out.write(json.dumps({"id": name, "text": texts[name], "events": rows}) + "\n")


if __name__ == "__main__":
    main()
