"""Reads documents with a model and gives their statements; writes the form that the scorer takes.

    python -m training.predict --model weights.pt|annotator.onnx --encoder FOLDER --docs DOCS.jsonl > OUT.jsonl

With `--tune` it looks for the decoding weights that do best on the documents that training held back, and writes them
into the weights file; the scored part is never looked at for this.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import torch

from onrecord.annotation.encoder.decoding import Figures, Linker, Triple, Weights, decode
from onrecord.annotation.encoder.decoding_said import decode_said
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.encoder.words import words_of
from training.data import Item, items_of
from training.readers import Attributed, lines, read_statements
from training.reading import Figure, Model, load, read, statement_figures
from training.sampling import split
from training.scoring import figures as scored

OVERLAP = 48
"""Pieces of context before a window when reading."""
LINK_GRID: dict[str, tuple[float, ...]] = {
    "outside": (0.0, 0.35, 0.7, 1.0, 1.4),
    "transitions": (0.15, 0.3, 0.6, 1.0),
    "source": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
    "content": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
}
SAID_START = {"cue_outside": 0.7, "transitions": 0.3, "tags": 0.3, "outside": 0.0}
SAID_GRID: dict[str, tuple[float, ...]] = {
    "cue_outside": (0.0, 0.35, 0.7, 1.0, 1.4),
    "transitions": (0.15, 0.3, 0.6, 1.0),
    "tags": (0.0, 0.15, 0.3, 0.5, 0.8),
    "outside": (-0.5, 0.0, 0.5, 1.0),
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


def said_statements(
    items: Sequence[Item], figures: Sequence[Figure], model: Model, weights: Weights, tags: float, outside: float
) -> dict[int, list[Triple]]:
    """The statements of each document with source and content cut by the pair network; see decoding_said."""
    table = model.pair_table("said")
    out: dict[int, list[Triple]] = {}
    for item, figure in zip(items, figures, strict=True):
        said = figure["said_cues"], figure["said_words"]
        found = decode_said(
            item.words, item.window, statement_figures(figure), said, table, model.linker, weights, tags, outside
        )
        out.setdefault(item.document, []).extend(found)
    return out


def climb(
    start: dict[str, float], grid: dict[str, tuple[float, ...]], score: Callable[[dict[str, float]], float]
) -> dict[str, float]:
    """The weights with the best score, one weight after the other, twice over."""
    best, most = start, score(start)
    for _ in range(2):
        for name, values in grid.items():
            for value in values:
                tried = {**best, name: value}
                reached = score(tried)
                if reached > most:
                    best, most = tried, reached
    return best


def tune(model: Model, documents: Sequence[Attributed], items: Sequence[Item]) -> dict[str, dict[str, float]]:
    """Decoding weights by link F1 plus exact F1 of content, for tags with links and for the pair network."""
    raw = read(model, items)
    plain = [statement_figures(f) for f in raw]
    words = [words_of(d.text) for d in documents]

    def score(found: dict[int, list[Triple]]) -> dict[str, float]:
        return scored([(words[i], d.annotations[0], found.get(i, [])) for i, d in enumerate(documents)])

    def by_links(weights: dict[str, float]) -> dict[str, float]:
        return score(statements(items, plain, model.linker, Weights(**weights)))

    def by_pairs(weights: dict[str, float]) -> dict[str, float]:
        cues = Weights(outside=weights["cue_outside"], transitions=weights["transitions"])
        return score(said_statements(items, raw, model, cues, weights["tags"], weights["outside"]))

    out = {}
    ways = (("statements", by_links, asdict(Weights()), LINK_GRID), ("said", by_pairs, SAID_START, SAID_GRID))
    for name, way, start, grid in ways:
        out[name] = climb(start, grid, lambda w, way=way: way(w)["link"] + way(w)["content"] / 4)
        print(name, out[name], way(out[name]), file=sys.stderr)
    return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--docs", type=Path, help="documents to read, JSON Lines with id and text")
    parser.add_argument("--tune", type=Path, metavar="DATA", help="folder with statements/train.jsonl")
    parser.add_argument("--said", action="store_true", help="cut source and content by the pair network")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model = load(args.model, args.threads)
    vocabulary = read_vocabulary(args.encoder)
    if args.tune:
        kept = torch.load(args.model, weights_only=True)
        documents = read_statements(args.tune / "statements" / "train.jsonl")
        _, dev = split(documents, kept["config"]["dev_documents"], kept["config"]["seed"])
        found = tune(model, dev, items_of(dev, vocabulary, model.window, OVERLAP, learn=False))
        model = replace(model, decoding={**model.decoding, **found})
        torch.save({**kept, "decoding": model.decoding}, args.model)
    if args.docs:
        documents = [Attributed(d["id"], d["text"], ()) for d in lines(args.docs)]
        items = items_of(documents, vocabulary, model.window, OVERLAP, learn=False)
        if args.said:
            w = model.decoding.get("said", SAID_START)
            cues = Weights(outside=w["cue_outside"], transitions=w["transitions"])
            found = said_statements(items, read(model, items), model, cues, w["tags"], w["outside"])
        else:
            found = statements(items, figures_of(model, items), model.linker, model.weights)
        for number, document in enumerate(documents):
            said = [{"source": s.source, "cue": s.cue, "content": s.content} for s in found.get(number, [])]
            row = {"id": document.id, "text": document.text, "statements": said}
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
