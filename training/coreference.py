"""Trains the ranker of antecedents on the trained encoder's vectors; measures coreference with the model's mentions.

    python -m training.coreference --model weights.pt|annotator.onnx --data FOLDER --encoder FOLDER [--train]

With `--train` the ranker learns from GUM's training part, is chosen by what training held back, and is written into the
weights file (or into the JSON file beside an exported model). Prints the figures of the dev part.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from onrecord.annotation.encoder.coreference import Ranker, entities_of, pair_features, placed
from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES, Mention, mentions_of
from onrecord.annotation.encoder.entities import Joiner, joined
from onrecord.annotation.encoder.pairs import FEATURES
from onrecord.annotation.encoder.pieces import Vocabulary, read_vocabulary
from onrecord.annotation.encoder.seen import seen_of
from onrecord.annotation.encoder.traits import Mentioned, traits_of
from training.data import Item
from training.examples import mention_example
from training.head_scoring import Clusters, coreference
from training.losses import FAR
from training.measure import OVERLAP
from training.readers import Coreferring, read_mentions
from training.reading import Figure, Model, load, mention_figures, read
from training.tasks import held_back, windows_of_examples

HIDDEN = 32
EPOCHS = 6
RATE = 3e-3
LINKING = (-0.5, 0.0, 0.5, 1.0, 1.5)
"""What is tried for the figure that is added to every pair: higher links more."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the model read it: its mentions with vectors, and the gold ones' entity by (first word, end)."""

    gold: dict[tuple[int, int], str]
    windows: list[tuple[Item, Figure]]
    text: str

    def words(self) -> list[str]:
        """All words of the document."""
        return [self.text[a:b] for a, b in self.windows[0][0].words.spans]

    def clusters(self) -> list[frozenset[tuple[int, int]]]:
        """The gold entities."""
        out: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for span, entity in self.gold.items():
            out[entity].add(span)
        return [frozenset(c) for c in out.values()]


def documents_of(
    documents: Sequence[Coreferring], model: Model, vocabulary: Vocabulary
) -> list[Document]:
    """Documents read with a model."""
    items = windows_of_examples([mention_example(d) for d in documents], vocabulary, model.window, OVERLAP)
    windows = defaultdict(list)
    for item, figure in zip(items, read(model, items), strict=True):
        kept = {k: v for k, v in figure.items() if k.startswith("mention_") or k in ("anaphors", "antecedents")}
        windows[item.document].append((item, kept))
    out = []
    for number, document in enumerate(documents):
        words = windows[number][0][0].words
        gold = {}
        for m in document.mentions:
            touched = words.touched(m.start, m.end)
            if touched:
                gold.setdefault((touched[0], touched[-1] + 1), m.entity)
        out.append(Document(gold, windows[number], document.text))
    return out


def mentioned(document: Document, found: Sequence[Sequence[Mention]]) -> list[Mentioned]:
    """A document's mentions in order, from those of each of its windows."""
    out = []
    for (item, figure), mentions in zip(document.windows, found, strict=True):
        out += placed(document.text, item.words, item.window, mentions, figure["anaphors"], figure["antecedents"])
    return sorted(out, key=lambda m: (m.first, -m.end))


def gold_mentions(document: Document) -> list[Mentioned]:
    """The gold mentions, as far as the windows hold them whole."""
    found = []
    for item, _ in document.windows:
        t = item.targets
        found.append(
            [
                Mention(int(a), int(b) + 1, MENTION_TYPES[k], 0.0)
                for a, b, k in zip(t.firsts, t.lasts, t.types, strict=True)
            ]
        )
    return mentioned(document, found)


def own_scored(document: Document, model: Model) -> list[tuple[Mentioned, float]]:
    """The mentions that the model finds, in order, each with its logit."""
    least = model.decoding.get("mentions", {})
    found = [mentions_of(mention_figures(f), model.widths, **least) for _, f in document.windows]
    scores = {
        (item.window.first + m.first, item.window.first + m.end): m.score
        for (item, _), mentions in zip(document.windows, found, strict=True)
        for m in mentions
        if item.window.first + m.end > item.window.owned
    }
    return [(m, scores[m.first, m.end]) for m in mentioned(document, found)]


def own_mentions(document: Document, model: Model) -> list[Mentioned]:
    """The mentions that the model finds."""
    return [m for m, _ in own_scored(document, model)]


def figures_of(
    documents: Sequence[Document], mentions: Sequence[Sequence[Mentioned]], apart: NDArray[np.float32], ranker: Ranker
) -> dict[str, float]:
    """The coreference figures with the mentions given."""
    rows: list[tuple[Clusters, Clusters]] = []
    for document, given in zip(documents, mentions, strict=True):
        found = defaultdict(set)
        for m, entity in zip(given, entities_of(given, apart, ranker), strict=True):
            found[entity].add((m.first, m.end))
        rows.append((document.clusters(), [frozenset(c) for c in found.values()]))
    return {**coreference(rows), "conll with single mentions": coreference(rows, single=True)["conll"]}


def joined_figures(documents: Sequence[Document], model: Model) -> dict[str, float]:
    """The coreference figures of the model's own mentions, joined to entities as the package does (`entities`)."""
    joiner, apart = Joiner.of(model.tables["entities"]), np.array(model.tables["apart"], np.float32)
    rows: list[tuple[Clusters, Clusters]] = []
    for document in documents:
        given = own_scored(document, model)
        seen = seen_of([m for m, _ in given], [score for _, score in given], document.words())
        found = defaultdict(set)
        for (m, _), entity in zip(given, joined(seen, apart, joiner), strict=True):
            found[entity].add((m.first, m.end))
        rows.append((document.clusters(), [frozenset(c) for c in found.values()]))
    return {**coreference(rows), "conll with single mentions": coreference(rows, single=True)["conll"]}


def train(documents: Sequence[Document], apart: NDArray[np.float32], seed: int) -> nn.Sequential:
    """The ranker as a torch network, from gold mentions: a right antecedent (or none) against all others."""
    torch.manual_seed(seed)
    network = nn.Sequential(nn.Linear(FEATURES, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, 1))
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE)
    examples = [example_of(d, apart) for d in documents]
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for number in torch.randperm(len(examples)).tolist():
            features, there, same = examples[number]
            scores = network(features.float())[:, :, 0].masked_fill(~there, FAR)
            whole = torch.cat([torch.zeros(len(scores), 1), scores], dim=1)
            right = torch.cat([~same.any(dim=1, keepdim=True), same], dim=1)
            loss = torch.logsumexp(whole, 1) - torch.logsumexp(whole.masked_fill(~right, FAR), 1)
            optimizer.zero_grad()
            loss.mean().backward()
            optimizer.step()
    return network


def example_of(document: Document, apart: NDArray[np.float32]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pair features of a document's gold mentions, which candidates there are, and which are of the same entity."""
    mentions = gold_mentions(document)
    traits = traits_of(mentions)
    numbers = {entity: k for k, entity in enumerate(sorted(set(document.gold.values())))}
    entities = np.array([numbers[document.gold[(m.first, m.end)]] for m in mentions], np.int64)
    candidates = traits.candidates()
    there = candidates >= 0
    same = there & (entities[:, None] == entities[np.maximum(candidates, 0)])
    features = pair_features(mentions, traits, apart).astype(np.float16)
    return torch.from_numpy(features), torch.from_numpy(there), torch.from_numpy(same)


def ranker_of(tables: dict[str, Any]) -> Ranker:
    """The ranker out of plain lists."""
    inner, inner_bias, outer = (np.array(tables[name], np.float32) for name in ("inner", "inner_bias", "outer"))
    return Ranker(inner, inner_bias, outer, float(tables["bias"]))


def tables_of(network: nn.Sequential) -> dict[str, Any]:
    """The ranker as plain lists for JSON."""
    first, last = network[0], network[2]
    return {
        "inner": np.round(first.weight.detach().numpy(), 5).tolist(),
        "inner_bias": np.round(first.bias.detach().numpy(), 5).tolist(),
        "outer": np.round(last.weight.detach().numpy()[0], 5).tolist(),
        "bias": round(float(last.bias.detach()), 5),
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--documents", type=int, help="train on so many only")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model = load(args.model, args.threads)
    vocabulary = read_vocabulary(args.encoder)
    apart = np.array(model.tables["apart"], np.float32)
    folder = args.data / "training"
    seed = model.config["seed"]
    tables = model.tables.get("coreference")
    if args.train:
        everything = read_mentions(folder / "gum_train.jsonl")
        learned = [d for d in everything if not held_back(seed, d.id)][: args.documents]
        tables = tables_of(train(documents_of(learned, model, vocabulary), apart, seed))
        held = documents_of([d for d in everything if held_back(seed, d.id)], model, vocabulary)
        own = [own_mentions(d, model) for d in held]
        ranker = ranker_of(tables)
        reached = [(figures_of(held, own, apart, replace(ranker, bias=ranker.bias + b))["conll"], b) for b in LINKING]
        best = max(reached, key=lambda pair: pair[0])
        print(json.dumps({"held back": reached}))
        tables["bias"] = round(tables["bias"] + best[1], 5)
        keep(args.model, tables)
    if tables is None:
        parser.error(f"{args.model} has no ranker: train one with --train")
    dev = documents_of(read_mentions(folder / "gum_dev.jsonl"), model, vocabulary)
    for name, mentions in (
        ("own mentions", [own_mentions(d, model) for d in dev]),
        ("gold mentions", [gold_mentions(d) for d in dev]),
    ):
        print(json.dumps({"mentions": name, **figures_of(dev, mentions, apart, ranker_of(tables))}), flush=True)
    if "entities" in model.tables:
        print(json.dumps({"mentions": "own mentions, as entities", **joined_figures(dev, model)}), flush=True)


def keep(path: Path, tables: dict[str, Any]) -> None:
    """Writes the ranker into a weights file or into the JSON file of an exported model."""
    if path.suffix == ".onnx":
        beside = path.with_suffix(".json")
        about = json.loads(beside.read_text(encoding="utf-8"))
        beside.write_text(json.dumps({**about, "coreference": tables}) + "\n", encoding="utf-8")
    else:
        torch.save({**torch.load(path, weights_only=True), "coreference": tables}, path)


if __name__ == "__main__":
    main()
