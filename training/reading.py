"""Reads windows with a model of either kind: a weights file of training, or an exported network with its JSON file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding import IMPOSSIBLE, TAGS, Figures, Linker, Weights, allowed
from onrecord.annotation.encoder.decoding_ends import Ender
from onrecord.annotation.encoder.decoding_mentions import MentionFigures
from onrecord.annotation.encoder.decoding_pairs import PairTable
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.decoding_usage import Usage
from training.data import Item, inputs
from training.model import Annotator, PairTagger, Scores, Sizes
from training.quantising import set_rounding
from training.sampling import batches

Figure = dict[str, NDArray[np.float32]]
"""What the heads say of one window's words, by output name, a row for each word."""
Forward = Callable[..., Figure]
"""ids, features, present, firsts to the outputs; windows first."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model to read with. `tables`: see `tables_of`; `decoding`: each head's weights by name."""

    forward: Forward
    tables: dict[str, Any]
    decoding: dict[str, dict[str, float]]
    config: dict[str, Any]
    exported: bool

    @property
    def window(self) -> int:
        """The most word pieces in a window."""
        return int(self.config["window"])

    @property
    def linker(self) -> Linker:
        """The link head's tables."""
        return Linker(*(np.array(self.tables["linker"][name]) for name in ("distance", "bias", "pairs", "first")))

    def pair_table(self, name: str) -> PairTable:
        """A pair network's matrices, by its name among the tables."""
        return PairTable.of(self.tables[name])

    @property
    def ender(self) -> Ender | None:
        """What judges where arguments end, if the model has it."""
        return Ender.of(self.tables["ends"]) if "ends" in self.tables else None

    @property
    def usage(self) -> Usage | None:
        """How single predicates are used, if the model has that."""
        return Usage.of(self.tables["usage"], ARGUMENTS) if "usage" in self.tables else None

    @property
    def widths(self) -> NDArray[np.float32]:
        """The figures of a mention's width."""
        return np.array(self.tables["widths"], np.float32)

    @property
    def weights(self) -> Weights:
        """The decoding weights of statements."""
        return Weights(**self.decoding.get("statements", {}))


def forward_of(annotator: Annotator) -> Forward:
    """A torch model as a function over tensors."""

    def forward(*tensors: torch.Tensor) -> Figure:
        annotator.eval()
        with torch.no_grad():
            scores = annotator(*tensors)
        return {name: value.numpy() for name, value in scores._asdict().items()}

    return forward


def tables_of(annotator: Annotator) -> dict[str, Any]:
    """The small matrices that decoding needs beside the outputs, as plain lists for JSON."""

    def plain(tensor: torch.Tensor, digits: int = 5) -> Any:
        return np.round(tensor.detach().double().numpy(), digits).tolist()

    def pair(tagger: PairTagger) -> dict[str, Any]:
        out = {
            "near": plain(tagger.near), "out": plain(tagger.out.weight), "product": plain(tagger.product.weight),
            "bias": plain(tagger.out.bias),
        }  # fmt: skip
        if tagger.around is not None and tagger.around_out is not None:
            out |= {
                "around": plain(tagger.around.weight), "around_bias": plain(tagger.around.bias),
                "around_out": plain(tagger.around_out.weight),
            }  # fmt: skip
        return out

    legal = np.array([[allowed(a, b) for b in range(len(TAGS))] for a in range(len(TAGS))])
    within = np.array([name.startswith("I-") for name in TAGS])
    pairs = np.where(legal, plain(annotator.follow), IMPOSSIBLE).tolist()
    first = np.where(within, IMPOSSIBLE, plain(annotator.first)).tolist()
    return {
        "linker": {
            "distance": plain(annotator.distance), "bias": plain(annotator.bias),
            "pairs": pairs, "first": first,
        },
        "roles": pair(annotator.role), "widths": plain(annotator.widths), "apart": plain(annotator.apart),
    }  # fmt: skip


def annotator_of(kept: dict[str, Any]) -> Annotator:
    """The torch model out of a weights file's content."""
    config = kept["config"]
    names = ("link_size", "pair_size", "pair_context", "mention_size", "coreference_size", "reality_size")
    annotator = Annotator(Sizes(*(config[name] for name in names)), 0.0)
    annotator.load_state_dict(kept["model"])
    set_rounding(annotator, config.get("rounded_from", 1.0) < 1)
    return annotator


def load(path: Path, threads: int) -> Model:
    """A model from a weights file of training, or from an exported one with its JSON file beside it."""
    if path.suffix == ".onnx":
        return load_exported(path, threads)
    kept = torch.load(path, weights_only=True)
    annotator = annotator_of(kept)
    tables = tables_of(annotator)
    if "coreference" in kept:
        tables["coreference"] = kept["coreference"]
    return Model(forward_of(annotator), tables, kept.get("decoding", {}), kept["config"], exported=False)


def load_exported(path: Path, threads: int) -> Model:
    """A model from an ONNX file."""
    import onnxruntime  # only this kind of model needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [i.name for i in session.get_inputs()]
    outputs = [o.name for o in session.get_outputs()]
    about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    def forward(*tensors: torch.Tensor) -> Figure:
        found = session.run(outputs, {n: t.numpy() for n, t in zip(names, tensors, strict=True)})
        return dict(zip(outputs, found, strict=True))

    decoding = {"statements": about["weights"], **about["decoding"]}
    return Model(forward, about, decoding, about["settings"], exported=True)


def read(model: Model, items: Sequence[Item], batch_tokens: int = 4000) -> list[Figure]:
    """One pass over all windows, in the order of the items.

    An exported model reads one window at a time, as the package does: int8 scales a layer's input by its largest value,
    so that a window's neighbours in a batch would change what it gives.
    """
    groups = [[i] for i in range(len(items))]
    if not model.exported:
        groups = batches([len(i.ids) for i in items], batch_tokens, 0, 0)
    out: dict[int, Figure] = {}
    for group in groups:
        found = model.forward(*inputs([items[i] for i in group]))
        for row, i in enumerate(group):
            size = len(items[i].firsts)
            out[i] = {name: values[row, :size].copy() for name, values in found.items()}
    return [out[i] for i in range(len(items))]


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log probabilities along the last axis."""
    scores = logits.astype(np.float64)
    scores -= scores.max(axis=-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True)))


def statement_figures(figure: Figure) -> Figures:
    """What decoding statements takes."""
    return Figures(log_softmax(figure["tags"]), figure["cues"], figure["parts"])


def mention_figures(figure: Figure) -> MentionFigures:
    """What decoding mentions takes."""
    names = ("mention_starts", "mention_ends", "mention_bounds", "mention_types")
    return MentionFigures(*(figure[name] for name in names))


OUTPUTS = Scores._fields
