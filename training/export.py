"""Exports a trained model: ONNX with int8 weights per channel; what decoding needs and a checksum in JSON beside it.

    python -m training.export --weights weights.pt --out FOLDER

Writes `annotator-fp32.onnx` (to measure against) and `annotator.onnx` (int8), each with its `.json`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import asdict
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.annotation.encoder.decoding import TAGS, Weights
from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES
from onrecord.annotation.encoder.decoding_names import NAMES, bio_tags
from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.words import FEATURES
from training.model import Annotator
from training.quantising import set_rounding
from training.reading import OUTPUTS, annotator_of, tables_of

INPUTS = ("ids", "features", "present", "firsts")


class Plain(nn.Module):
    """The annotator with a plain tuple as its result, as the exporter wants it."""

    def __init__(self, annotator: Annotator) -> None:
        super().__init__()
        self.annotator = annotator

    def forward(self, ids: Tensor, features: Tensor, present: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """See Annotator.forward."""
        return tuple(self.annotator(ids, features, present, firsts))


def export(annotator: Annotator, path: Path) -> None:
    """Writes the model with any number of windows, pieces and words."""
    ids = torch.ones((2, 9), dtype=torch.long)
    features = torch.full((2, 9), FEATURES)
    present = torch.ones((2, 9), dtype=torch.bool)
    firsts = torch.arange(1, 6).repeat(2, 1)
    pieces, words = {0: "windows", 1: "pieces"}, {0: "windows", 1: "words"}
    torch.onnx.export(
        Plain(annotator).eval(), (ids, features, present, firsts), str(path), dynamo=False, opset_version=17,
        input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=dict.fromkeys(INPUTS[:3], pieces) | dict.fromkeys(("firsts", *OUTPUTS), words),
    )  # fmt: skip


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    kept = torch.load(args.weights, weights_only=True)
    annotator = annotator_of(kept)
    set_rounding(annotator, False)  # quantize_dynamic does it
    decoding = dict(kept.get("decoding", {}))
    statements = asdict(Weights(**decoding.pop("statements", {})))
    args.out.mkdir(parents=True, exist_ok=True)
    whole, small = args.out / "annotator-fp32.onnx", args.out / "annotator.onnx"
    export(annotator, whole)
    # Seven bits of a weight: with eight, processors without VNNI clip sums, and figures would differ by machine.
    quantize_dynamic(str(whole), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    for path in (whole, small):
        about = {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "window": kept["config"]["window"],
            "tags": TAGS,
            "weights": statements,
            "decoding": decoding,
            "names": bio_tags(NAMES),
            "mention_types": MENTION_TYPES,
            "arguments": bio_tags(ARGUMENTS),
            **tables_of(annotator),
            **({"coreference": kept["coreference"]} if "coreference" in kept else {}),
            "settings": kept["config"],
            "step": kept["step"],
        }
        path.with_suffix(".json").write_text(json.dumps(about) + "\n", encoding="utf-8")
        print(path.name, path.stat().st_size, about["sha256"])


if __name__ == "__main__":
    main()
