"""Trains what judges where arguments end, on predicates that the network had not read in training.

    python -m training.ends --data FOLDER --encoder FOLDER --into annotator.json --read WEIGHTS SHARE [--read …]

Each `--read` names a weights file and the share of the documents that its training held back (`training.train
--held-back`); only these are learned from, as a network knows the bounds of what it was trained on. The weights of
several runs may be given: what is learned of tags, mentions and words holds for any of them. The network is written
into the JSON file beside an exported model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from onrecord.annotation.encoder.decoding_ends import FEATURES, Tagged, ends_of
from onrecord.annotation.encoder.decoding_roles import PairFigures, once_each, scored_tags
from onrecord.annotation.encoder.pieces import read_vocabulary
from training.config import settings_of
from training.data import Item
from training.examples import role_examples
from training.measure import OVERLAP, phrases_seen, sentences_of
from training.readers import read_predicates
from training.reading import Model, load, read
from training.tasks import held_back, windows_of_examples

HIDDEN = 24
EPOCHS = 10
RATE = 5e-3
TOGETHER = 64
"""Arguments in a batch."""
WEAK = {"least": 0.0, "outside": 1.5, "inside": 0.0}
"""Decoding of a run that has none of its own: a short one finds few arguments without the help."""

Example = tuple[NDArray[np.float16], int]
"""Features of the ends that an argument could have, a row each, and which of them is right."""


def examples_of(model: Model, items: Sequence[Item]) -> list[Example]:
    """An example for each argument found that begins where one of the same predicate does."""
    table, decoding = model.pair_table("roles"), {**WEAK, **model.decoding.get("roles", {})}
    out: list[Example] = []
    for item, figure in zip(items, read(model, items), strict=True):
        sentences = sentences_of(item.targets, len(item.firsts))
        figures = PairFigures(figure["predicates"], figure["pivots"], figure["arguments"], sentences)
        rows = list(scored_tags(figures, table, decoding["least"], decoding["outside"]))
        tagged = once_each([tags for *_, tags in rows], decoding["inside"])
        found = [[(at + a, at + b, k) for a, b, k in spans] for (_, at, _), spans in zip(rows, tagged, strict=True)]
        if not any(found):
            continue
        ends = ends_of(Tagged.of(rows, found), [phrases_seen(item, figure, model)])
        edges = [*ends.starts.tolist(), len(ends.ends)]
        gold = dict(zip(item.targets.predicates.tolist(), item.targets.all, strict=True))
        arguments = [(word, a) for (word, _, _), spans in zip(rows, found, strict=True) for a, _, _ in spans]
        for number, (word, first) in enumerate(arguments):
            some = slice(edges[number], edges[number + 1])
            right = [b for a, b, _ in gold.get(word, ()) if a == first]
            place = np.flatnonzero(ends.ends[some] == right[0]) if right else ()
            if len(place):
                out.append((ends.features[:, some].T.astype(np.float16), int(place[0])))
    return out


def unread(path: Path, share: float, data: Path, encoder: Path) -> list[Example]:
    """The examples of what a run held back."""
    model = load(path, 1)
    config = settings_of(model.config, alone=0.0)
    sentences = [
        s for s in read_predicates(data / "training" / "srl_train.jsonl")
        if held_back(config.seed, s.id.rsplit("-", 1)[0], share)
    ]  # fmt: skip
    texts = role_examples(sentences, config.joined_words, config.seed, 0, 0.0)
    items = windows_of_examples(texts, read_vocabulary(encoder), model.window, OVERLAP)
    return examples_of(model, items)


def train(examples: Sequence[Example], seed: int) -> dict[str, Any]:
    """The network as plain lists for JSON: the right end against all others."""
    torch.manual_seed(seed)
    network = nn.Sequential(nn.Linear(FEATURES, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, 1, bias=False))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-3)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for numbers in torch.randperm(len(examples)).split(TOGETHER):
            batch = [examples[i] for i in numbers.tolist()]
            sizes = [len(features) for features, _ in batch]
            given = torch.from_numpy(np.concatenate([features for features, _ in batch]).astype(np.float32))
            scores = nn.utils.rnn.pad_sequence(
                list(network(given)[:, 0].split(sizes)), batch_first=True, padding_value=-1e9
            )
            loss = nn.functional.cross_entropy(scores, torch.tensor([right for _, right in batch]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    inner, outer = network[0], network[2]
    rows = {"inner": inner.weight, "bias": inner.bias, "outer": outer.weight[0]}
    return {name: np.round(values.detach().double().numpy(), 4).tolist() for name, values in rows.items()}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--read", nargs=2, action="append", metavar=("WEIGHTS", "SHARE"), required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    examples = [e for path, share in args.read for e in unread(Path(path), float(share), args.data, args.encoder)]
    about = json.loads(args.into.read_text(encoding="utf-8"))
    about["ends"] = train(examples, about["settings"]["seed"])
    args.into.write_text(json.dumps(about) + "\n", encoding="utf-8")
    print(len(examples), "arguments")


if __name__ == "__main__":
    main()
