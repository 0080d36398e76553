"""Reads documents with a model and gives their statements; writes the form that the scorer takes.

    python -m training.predict --weights FILE --encoder FOLDER --docs DOCS.jsonl > OUT.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch

from training.data import Cutter, Item, inputs, items_of
from training.decoding import Scores, Weights, best_tags, pieces, statements_of, tie
from training.model import Annotator
from training.readers import Attributed, Attribution, lines
from training.sampling import batches
from training.targets import distances


class Reading:
    """What the heads said of one window: tag log probabilities, and the vectors that links are made of."""

    def __init__(self, item: Item, tags: Scores, cues: torch.Tensor, parts: torch.Tensor) -> None:
        self.item, self.tags, self.cues, self.parts = item, tags, cues, parts


def read(model: Annotator, items: Sequence[Item], batch_tokens: int) -> list[Reading]:
    """One forward pass over all windows, batched by length; in the order of the items."""
    out: list[Reading | None] = [None] * len(items)
    model.eval()
    with torch.no_grad():
        for group in batches([len(i.ids) for i in items], batch_tokens, 0, 0):
            scores = model(*inputs([items[i] for i in group]))
            logs = torch.log_softmax(scores.tags, -1).double().numpy()
            for row, i in enumerate(group):
                size = len(items[i].firsts)
                cues, parts = (each[row, :size].clone() for each in (scores.cues, scores.parts))
                out[i] = Reading(items[i], logs[row, :size], cues, parts)
    return [r for r in out if r is not None]


def statements(
    model: Annotator, readings: Iterable[Reading], pairs: Scores, first: Scores, weights: Weights
) -> dict[int, list[Attribution]]:
    """The statements of each document, by its number; each from the window that owns its cue."""
    out: dict[int, list[Attribution]] = {}
    for reading in readings:
        item = reading.item
        emissions = reading.tags.copy()
        emissions[:, 0] -= weights.outside
        found = pieces(best_tags(emissions, pairs * weights.transitions, first * weights.transitions))
        found["cue"] = [c for c in found["cue"] if c[0] + item.window.first >= item.window.owned]
        at = [c[0] for c in found["cue"]]
        if not at:
            continue
        paragraphs = item.words.paragraphs[item.window.first : item.window.end]
        with torch.no_grad():
            parts = reading.parts[None].expand(len(at), -1, -1)
            logits = model.roles(reading.cues[at], parts, torch.from_numpy(distances(at, paragraphs)))
            roles = torch.softmax(logits, -1).double().numpy()
        out.setdefault(item.document, []).extend(
            statements_of(item.words, item.window.first, tie(found, roles, weights))
        )
    return out


def load(path: Path) -> tuple[Annotator, Scores, Scores, Weights, int]:
    """A model from a weights file: the model, tag transitions, decoding weights, window size."""
    kept = torch.load(path, weights_only=True)
    model = Annotator(kept["config"]["link_size"], 0.0)
    model.load_state_dict(kept["model"])
    weights = Weights(**kept.get("weights", {}))
    return model, np.array(kept["pairs"]), np.array(kept["first"]), weights, kept["config"]["window"]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--overlap", type=int, default=48, help="pieces of context before a window")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model, pairs, first, weights, window = load(args.weights)
    documents = [Attributed(d["id"], d["text"], ()) for d in lines(args.docs)]
    readings = read(model, items_of(documents, Cutter(args.encoder), window, args.overlap, learn=False), 4000)
    found = statements(model, readings, pairs, first, weights)
    for number, document in enumerate(documents):
        said = [{"source": s.source, "cue": s.cue, "content": s.content} for s in found.get(number, [])]
        json.dump({"id": document.id, "text": document.text, "statements": said}, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
