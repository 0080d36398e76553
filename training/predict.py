"""Reads documents with a model and gives their statements; writes the form that the scorer takes.

    python -m training.predict --model weights.pt|annotator.onnx --encoder FOLDER --docs DOCS.jsonl > OUT.jsonl

With `--tune` it looks for the decoding weights that do best on the documents that training held back, and writes them
into the weights file; the scored part is never looked at for this.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import torch

from onrecord.annotation.encoder.decoding import Figures, Linker, Triple, Weights, decode
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.encoder.words import words_of
from training.data import Item, items_of
from training.readers import Attributed, lines, read_statements
from training.reading import Model, load, read, statement_figures
from training.sampling import climb, split
from training.scoring import figures as scored

OVERLAP = 48
"""Pieces of context before a window when reading."""
LINK_GRID: dict[str, tuple[float, ...]] = {
    "outside": (0.0, 0.35, 0.7, 1.0, 1.4),
    "transitions": (0.15, 0.3, 0.6, 1.0),
    "source": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
    "content": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
}


def figures_of(model: Model, items: Sequence[Item]) -> list[Figures]:
    """What the statements head says of each window."""
    return [statement_figures(figure) for figure in read(model, items)]


def statements(
    items: Sequence[Item], figures: Sequence[Figures], linker: Linker, weights: Weights
) -> dict[int, list[Triple]]:
    """The statements of each document, by its number."""
    out: dict[int, list[Triple]] = {}
    for item, figure in zip(items, figures, strict=True):
        out.setdefault(item.document, []).extend(decode(item.words, item.window, figure, linker, weights))
    return out


def tune(model: Model, documents: Sequence[Attributed], items: Sequence[Item]) -> dict[str, float]:
    """The decoding weights with the best sum of link F1 and a quarter of the exact F1 of content."""
    plain = figures_of(model, items)
    words = [words_of(d.text) for d in documents]

    def score(found: dict[int, list[Triple]]) -> dict[str, float]:
        return scored([(words[i], d.annotations[0], found.get(i, [])) for i, d in enumerate(documents)])

    def by_links(weights: dict[str, float]) -> dict[str, float]:
        return score(statements(items, plain, model.linker, Weights(**weights)))

    def total(weights: dict[str, float]) -> float:
        reached = by_links(weights)
        return reached["link"] + reached["content"] / 4

    best = climb(asdict(Weights()), LINK_GRID, total)
    print(best, by_links(best), file=sys.stderr)
    return best


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--docs", type=Path, help="documents to read, JSON Lines with id and text")
    parser.add_argument("--tune", type=Path, metavar="DATA", help="folder with statements/train.jsonl")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model = load(args.model, args.threads)
    vocabulary = read_vocabulary(args.encoder)
    if args.tune:
        kept = torch.load(args.model, weights_only=True)
        documents = read_statements(args.tune / "statements" / "train.jsonl")
        _, dev = split(documents, kept["config"]["dev_documents"], kept["config"]["seed"])
        best = tune(model, dev, items_of(dev, vocabulary, model.window, OVERLAP, learn=False))
        model = replace(model, decoding={**model.decoding, "statements": best})
        torch.save({**kept, "decoding": model.decoding}, args.model)
    if args.docs:
        documents = [Attributed(d["id"], d["text"], ()) for d in lines(args.docs)]
        items = items_of(documents, vocabulary, model.window, OVERLAP, learn=False)
        found = statements(items, figures_of(model, items), model.linker, model.weights)
        for number, document in enumerate(documents):
            said = [{"source": s.source, "cue": s.cue, "content": s.content} for s in found.get(number, [])]
            row = {"id": document.id, "text": document.text, "statements": said}
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
