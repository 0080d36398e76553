"""Turns the shipped network back into a weights file of training, so that a run can go on from it.

    python -m training.unpacked --model FOLDER/annotator.onnx --encoder FOLDER --out weights.pt

The weights are those that int8 left, multiplied by their scales; a run that rounds (`rounded_from` in the settings) had
learned to bear just these. What only training uses (the pair network of statements, the heads of trees) is not in the
file and starts anew.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper
from torch import Tensor

from training.config import settings_of
from training.model import Annotator, load_encoder
from training.train import LEAST, sizes_of

PRODUCT = re.compile(r"/annotator/(?P<name>.+)/MatMul_quant")
NESTED = {"pivot": "role.pivot", "word": "role.word"}
"""Layers that the exporter names without the module that they are part of."""
TABLES = {"near": "near", "out": "out.weight", "product": "product.weight", "bias": "out.bias",
          "around": "around.weight", "around_bias": "around.bias", "around_out": "around_out.weight"}  # fmt: skip
"""The pair network's matrices in the JSON file, and their names in training."""


def products_of(model: ModelProto, layer: re.Pattern[str]) -> dict[str, Tensor]:
    """The int8 matrices in a network's file, multiplied by their scales.

    Args:
        model: the network.
        layer: what the names of their nodes look like; its group `name` is the name of a matrix in training.
    """
    held = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    out = {}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger" and (found := layer.fullmatch(node.name)):
            stem = node.input[1].removesuffix("_quantized")
            whole = held[f"{stem}_quantized"].astype(np.float32) * held[f"{stem}_scale"]
            out[found["name"].replace("/", ".")] = torch.from_numpy(whole.T.copy())
    return out


def weights_of(model: ModelProto) -> dict[str, Tensor]:
    """The weights in a network's file by their names in training; an int8 one multiplied by its scales."""
    held = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    mine = {n.removeprefix("annotator."): v for n, v in held.items() if n.startswith("annotator.")}
    out = {n: torch.from_numpy(v.copy()) for n, v in mine.items()}
    out |= {f"{NESTED.get(name, name)}.weight": whole for name, whole in products_of(model, PRODUCT).items()}
    table = "encoder.features.weight"
    if f"{table}_quantized" in out:
        nought = out.pop(f"{table}_zero_point").float()
        out[table] = (out.pop(f"{table}_quantized").float() - nought) * out.pop(f"{table}_scale")
    return out


def unpacked(model: ModelProto, about: dict[str, Any], encoder: Path) -> dict[str, Any]:
    """What a weights file holds.

    Args:
        model: the network, as `training.export` or `training.fused` wrote it.
        about: the JSON file beside it.
        encoder: the folder with the published encoder, whose embeddings no run moves.

    Raises:
        ValueError: a weight that the shipped heads need is not in the file.
    """
    annotator = Annotator(sizes_of(settings_of(about["settings"])), 0.0)
    load_encoder(annotator.encoder, encoder / "model.safetensors")
    mine = annotator.state_dict()
    found = weights_of(model)
    for name, stem in TABLES.items():
        found[f"role.{stem}"] = torch.tensor(about["roles"][name])
    for name in ("distance", "bias"):
        found[name] = torch.tensor(about["linker"][name])
    found["follow"] = torch.tensor(about["linker"]["pairs"]).clamp(min=LEAST)
    found["first"] = torch.tensor(about["linker"]["first"]).clamp(min=LEAST)
    found["widths"], found["apart"] = torch.tensor(about["widths"]), torch.tensor(about["apart"])
    only_training = ("said.", "tree_", "encoder.words.", "encoder.positions.", "encoder.kinds.")
    missing = [n for n in mine if n not in found and not n.startswith(only_training)]
    if missing:
        raise ValueError(f"the network's file has no weights of the names {', '.join(missing[:5])}")
    fitting = {n: v.reshape(mine[n].shape) for n, v in found.items() if n in mine}
    decoding = {"statements": about["weights"], **about["decoding"]}
    kept = {"model": {**mine, **fitting}, "config": about["settings"], "step": about["step"], "decoding": decoding}
    return {**kept, "coreference": about["coreference"]} if "coreference" in about else kept


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the published model.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    about = json.loads(args.model.with_suffix(".json").read_text(encoding="utf-8"))
    torch.save(unpacked(onnx.load(str(args.model)), about, args.encoder), args.out)


if __name__ == "__main__":
    main()
