"""Trains what joins mentions to entities, on documents that the network had not read in training.

    python -m training.entities --data FOLDER --encoder FOLDER --into annotator.json --read WEIGHTS SHARE [--read …]

As in `ends.py`, each `--read` names a weights file and the share of the documents that its training held back. The
network learns twice: from entities built as the annotation has them, then also from those that it builds itself.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from onrecord.annotation.encoder.blocks import blocks_of
from onrecord.annotation.encoder.entities import FEATURES, Entities, Joiner, joined
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.encoder.seen import Seen, seen_of
from training.coreference import documents_of, own_scored
from training.readers import read_mentions
from training.reading import load
from training.tasks import held_back

HIDDEN = 48
EPOCHS = (4, 8)
RATE = 3e-3
TOGETHER = 64
"""Mentions in a batch."""
MORE = 0.4
"""Added to every figure; .4 did best of 0, .4 and .8 on documents of either run that were not learned from."""

Example = tuple[NDArray[np.float16], NDArray[np.bool_]]
"""Features of a mention with each entity, a row each, and which are right."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document as a run read it that did not know it: its mentions, their true entities, the table of distances."""

    seen: Seen
    entities: list[str]
    apart: NDArray[np.float32]


def examples_of(document: Unread, built: Sequence[int] | None) -> list[Example]:
    """An example for each mention: of the entities `built`, or as they truly are.

    Right is what holds the greatest share of mentions of the true entity.
    """
    entities, owners = Entities(document.seen), defaultdict[int, Counter[str]](Counter)
    numbers: dict[object, int] = {}
    out: list[Example] = []
    for block in blocks_of(document.seen, document.apart):
        entities.begin(block)
        for i in range(block.first, block.stop):
            true = document.entities[i]
            if i:
                found, features = entities.features(i)
                shares = np.array([owners[e][true] / owners[e].total() for e in found])
                out.append((features.astype(np.float16), (shares > 0) & (shares >= shares.max())))
            entity = numbers.setdefault(true if built is None else built[i], len(numbers))
            entities.add(i, entity)
            owners[entity][true] += 1
    return out


def train(examples: Sequence[Example], epochs: int, seed: int) -> nn.Sequential:
    """The network in torch: a right entity (or none) against all others."""
    torch.manual_seed(seed)
    network = nn.Sequential(nn.Linear(FEATURES, HIDDEN), nn.ReLU(), nn.Dropout(0.1), nn.Linear(HIDDEN, 1))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-4)
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / epochs)
        for numbers in torch.randperm(len(examples)).split(TOGETHER):
            batch = [examples[i] for i in numbers.tolist()]
            given = torch.from_numpy(np.concatenate([features for features, _ in batch]).astype(np.float32))
            rows = network(given)[:, 0].split([len(right) for _, right in batch])
            scores = nn.utils.rnn.pad_sequence([*rows], batch_first=True, padding_value=-1e9)
            right = nn.utils.rnn.pad_sequence([torch.from_numpy(r) for _, r in batch], batch_first=True)
            whole = torch.cat([torch.zeros(len(batch), 1), scores], dim=1)
            wanted = torch.cat([~right.any(dim=1, keepdim=True), right], dim=1)
            loss = torch.logsumexp(whole, 1) - torch.logsumexp(whole.masked_fill(~wanted, -1e9), 1)
            optimizer.zero_grad()
            loss.mean().backward()
            optimizer.step()
    return network.eval()


def tables_of(network: nn.Sequential, more: float) -> dict[str, list[float]]:
    """The network as plain lists for JSON."""
    inner, outer = network[0], network[3]
    rows = {"inner": inner.weight, "bias": inner.bias, "outer": outer.weight[0]}
    plain = {name: np.round(values.detach().double().numpy(), 4).tolist() for name, values in rows.items()}
    return {**plain, "more": [round(float(outer.bias.detach()) + more, 4)] * 3}


def learned(documents: Sequence[Unread], seed: int) -> dict[str, list[float]]:
    """The network as plain lists."""
    given = [e for d in documents for e in examples_of(d, None)]
    first = Joiner.of(tables_of(train(given, EPOCHS[0], seed), 0.0))
    own = [e for d in documents for e in examples_of(d, joined(d.seen, d.apart, first))]
    return tables_of(train([*given, *own], EPOCHS[1], seed), MORE)


def unread(path: Path, share: float, data: Path, encoder: Path) -> list[Unread]:
    """The documents with mentions that a run held back, with the mentions that it finds."""
    model = load(path, 1)
    everything = read_mentions(data / "training" / "gum_train.jsonl")
    documents = [d for d in everything if held_back(model.config["seed"], d.id, share)]
    apart = np.array(model.tables["apart"], np.float32)
    out = []
    for document in documents_of(documents, model, read_vocabulary(encoder)):
        found = own_scored(document, model)
        mentions = [m for m, _ in found]
        true = [document.gold.get((m.first, m.end), f"none {i}") for i, m in enumerate(mentions)]
        out.append(Unread(seen_of(mentions, [s for _, s in found], document.words()), true, apart))
    return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--read", nargs=2, action="append", metavar=("WEIGHTS", "SHARE"), required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    documents = [d for path, share in args.read for d in unread(Path(path), float(share), args.data, args.encoder)]
    about = json.loads(args.into.read_text(encoding="utf-8"))
    about["entities"] = learned(documents, about["settings"]["seed"])
    args.into.write_text(json.dumps(about) + "\n", encoding="utf-8")
    print(len(documents), "documents")


if __name__ == "__main__":
    main()
