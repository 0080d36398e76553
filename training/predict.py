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
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

from onrecord.annotation.encoder.decoding import Figures, Linker, Weights, decode
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.encoder.words import words_of
from training.data import Item, inputs, items_of
from training.model import Annotator
from training.readers import Attributed, Attribution, lines, read_statements
from training.sampling import batches, split
from training.scoring import figures as scored

OVERLAP = 48
"""Pieces of context before a window when reading."""
Forward = Callable[..., tuple[np.ndarray, np.ndarray, np.ndarray]]
"""ids, features, present, firsts to tag logits, cue vectors, part vectors."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model to read with, of either kind."""

    forward: Forward
    linker: Linker
    weights: Weights
    window: int


def forward_of(annotator: Annotator) -> Forward:
    """A torch model as a function over tensors."""

    def forward(*tensors: torch.Tensor) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        annotator.eval()
        with torch.no_grad():
            scores = annotator(*tensors)
        return scores.tags.numpy(), scores.cues.numpy(), scores.parts.numpy()

    return forward


def linker_of(annotator: Annotator, pairs: np.ndarray, first: np.ndarray) -> Linker:
    """The link head's tables out of a torch model."""
    tables = (t.detach().double().numpy() for t in (annotator.distance, annotator.bias))
    return Linker(*tables, pairs, first)


def load(path: Path, threads: int) -> Model:
    """A model from a weights file of training, or from an exported one with its JSON file beside it."""
    if path.suffix == ".onnx":
        return load_exported(path, threads)
    kept = torch.load(path, weights_only=True)
    annotator = Annotator(kept["config"]["link_size"], 0.0)
    annotator.load_state_dict(kept["model"])
    linker = linker_of(annotator, np.array(kept["pairs"]), np.array(kept["first"]))
    return Model(forward_of(annotator), linker, Weights(**kept.get("weights", {})), kept["config"]["window"])


def load_exported(path: Path, threads: int) -> Model:
    """A model from an ONNX file."""
    import onnxruntime  # only this kind of model needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [i.name for i in session.get_inputs()]
    about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    def forward(*tensors: torch.Tensor) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        tags, cues, parts = session.run(None, {n: t.numpy() for n, t in zip(names, tensors, strict=True)})
        return tags, cues, parts

    linker = Linker(*(np.array(about["linker"][name]) for name in ("distance", "bias", "pairs", "first")))
    return Model(forward, linker, Weights(**about["weights"]), about["window"])


def read(forward: Forward, items: Sequence[Item], batch_tokens: int = 4000) -> list[Figures]:
    """One pass over all windows, batched by length; in the order of the items."""
    out: dict[int, Figures] = {}
    for group in batches([len(i.ids) for i in items], batch_tokens, 0, 0):
        tags, cues, parts = forward(*inputs([items[i] for i in group]))
        tags = tags.astype(np.float64)
        tags -= tags.max(axis=-1, keepdims=True)
        tags -= np.log(np.exp(tags).sum(axis=-1, keepdims=True))
        for row, i in enumerate(group):
            size = len(items[i].firsts)
            out[i] = Figures(tags[row, :size], cues[row, :size].copy(), parts[row, :size].copy())
    return [out[i] for i in range(len(items))]


def statements(
    items: Sequence[Item], figures: Sequence[Figures], linker: Linker, weights: Weights
) -> dict[int, list[Attribution]]:
    """The statements of each document, by its number."""
    out: dict[int, list[Attribution]] = {}
    for item, figure in zip(items, figures, strict=True):
        out.setdefault(item.document, []).extend(decode(item.words, item.window, figure, linker, weights))
    return out


def tune(model: Model, documents: Sequence[Attributed], items: Sequence[Item]) -> tuple[Weights, dict[str, float]]:
    """The decoding weights with the best link F1, one weight after the other, twice over."""
    figures = read(model.forward, items)
    words = [words_of(d.text) for d in documents]

    def score(weights: Weights) -> dict[str, float]:
        found = statements(items, figures, model.linker, weights)
        return scored([(words[i], d.annotations[0], found.get(i, [])) for i, d in enumerate(documents)])

    best = Weights()
    least = score(best)
    grid = {
        "outside": (0.0, 0.35, 0.7, 1.0, 1.4),
        "transitions": (0.15, 0.3, 0.6, 1.0),
        "source": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
        "content": (0.05, 0.1, 0.15, 0.2, 0.3, 0.4),
    }
    for _ in range(2):
        for name, values in grid.items():
            for value in values:
                tried = replace(best, **{name: value})
                reached = score(tried)
                if reached["link"] > least["link"]:
                    best, least = tried, reached
    return best, least


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
        weights, reached = tune(model, dev, items_of(dev, vocabulary, model.window, OVERLAP, learn=False))
        torch.save({**kept, "weights": asdict(weights)}, args.model)
        print(weights, reached, file=sys.stderr)
        model = replace(model, weights=weights)
    if args.docs:
        documents = [Attributed(d["id"], d["text"], ()) for d in lines(args.docs)]
        items = items_of(documents, vocabulary, model.window, OVERLAP, learn=False)
        found = statements(items, read(model.forward, items), model.linker, model.weights)
        for number, document in enumerate(documents):
            said = [{"source": s.source, "cue": s.cue, "content": s.content} for s in found.get(number, [])]
            row = {"id": document.id, "text": document.text, "statements": said}
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
