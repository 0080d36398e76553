"""Mixes what a teacher said with what the network to be taught says itself: the mean of both knows more than either.

    python -m training.mixed --shards FOLDER --weights weights.pt --encoder FOLDER --out FOLDER

Reads the teacher's shards (taught.py) and writes them anew, with the mean of its probabilities and the network's for
predicates and arguments. The ratings of reality stay the teacher's, as it is much the better there. Which words count
as likely predicates stays, too.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.pieces import Vocabulary, read_vocabulary
from training.data import Item, inputs
from training.model import Annotator
from training.quantising import set_rounding
from training.reading import annotator_of
from training.sampling import batches
from training.taught import Taught, read_shard, texts_of, write_shard
from training.teacher import tags_said

PIECES = 3000
"""Word pieces in a batch, padding included."""


def mixed(network: Annotator, items: list[Item]) -> list[Taught]:
    """The means, window by window."""
    out: dict[int, Taught] = {}
    for group in batches([len(i.ids) for i in items], PIECES, 0, 0):
        with torch.no_grad():
            words = network.read(*inputs([items[i] for i in group]))
            likely = torch.sigmoid(network.predicate(words)[:, :, 0]).numpy()
        for row, number in enumerate(group):
            said: Taught = items[number].targets
            mine = tags_said(network.role, words[row], said.at, said.sentences)
            tags = tuple(
                ((a.astype(np.float32) + b) / 2).astype(np.float16) for a, b in zip(said.tags, mine, strict=True)
            )
            likely_too = (said.likely + likely[row, : len(said.likely)]) / 2
            out[number] = said._replace(likely=likely_too, tags=tags)
    return [out[i] for i in range(len(items))]


def mix(network: Annotator, vocabulary: Vocabulary, window: int, shards: Path, out: Path) -> None:
    """Every shard of a folder, into another."""
    for path in sorted(shards.glob("*.npz")):
        items = read_shard(path, vocabulary, window)
        write_shard(out / path.name, texts_of(path), mixed(network, items), 1 + 2 * len(ARGUMENTS))
        print(path.name, len(items), "windows", flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("shards", "weights", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    kept = torch.load(args.weights, weights_only=True)
    network = annotator_of(kept).eval()
    set_rounding(network, False)  # the exact weights are as good, and five times as fast
    mix(network, read_vocabulary(args.encoder), kept["config"]["window"], args.shards, args.out)


if __name__ == "__main__":
    main()
