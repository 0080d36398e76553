"""Teaches the network of moves to say over a new annotator what it said over an old one.

    python -m training.moves_again --data FOLDER --old FOLDER --new FOLDER --out FOLDER [--epochs 6] [--bridge]

The network of moves reads what the annotator's fourth layer says, so that an annotator whose lower layers learned on
needs another one. `--old` holds the files of the model as it was, `moves.onnx` and `moves.npz` too, `--new` those of
the new annotator, fused, with `vocab.txt`. Nothing that anyone marked is read: for each word of our own passages and
of the articles in `statements/train.jsonl` the layers learn to give, from what the new annotator says, the vectors that
the old ones gave. So the small matrices stay as they are. Writes what `training.moves` writes.
With `--bridge` the matrices of the layers stay, too: two new ones before them learn to turn what the new annotator says
into what the old one said, and the biases and norms learn with them.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotation.encoder.moves import BEFORE, LAYERS, OWNED, TABLES, read_tables, sight_of
from onrecord.annotation.encoder.network import MoveLayers
from onrecord.annotation.encoder.reading import Encoder
from training.model import WIDTH, Layer
from training.moves import OWN, Exported, Network, export, passes
from training.moves_reader import read_moves
from training.quantising import set_rounding
from training.readers import read_statements
from training.silent import document_of
from training.unpacked import products_of

RATE, BRIDGE_RATE, TOGETHER, WARM = 3e-4, 1e-3, 4, 0.04
LONGEST = OWNED + BEFORE
HELD = 40
"""One stretch of so many is not learned from."""
TELLING, LIKELY = 8.0, 0.1
"""How much more a word counts that the old network took for a move with at least this probability."""
PRODUCT = re.compile(r"/(?P<name>[^/]+(?:/[^/]+)?)/(?:Gemm_)?MatMul_quant")


def weights_of(model: ModelProto, tables: Mapping[str, NDArray[np.float32]]) -> dict[str, Tensor]:
    """The weights of a network of moves by their names in training, from its file and its small matrices."""
    held = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    out = {n.removeprefix("network."): torch.from_numpy(v.copy()) for n, v in held.items() if n.startswith("network.")}
    out = {n: v for n, v in out.items() if "_Transposed" not in n}
    out |= {f"{name}.weight": whole for name, whole in products_of(model, PRODUCT).items()}
    for name, values in tables.items():
        stem, bias, _ = name.partition("_bias")
        turned = values if bias or name in ("far", "same", "kind") else values.T
        out[f"{stem}.{'bias' if bias else 'weight'}"] = torch.from_numpy(np.ascontiguousarray(turned))
    return out


class Bridged(Network):
    """A network of moves over another annotator than the one it was made for."""

    def __init__(self) -> None:
        super().__init__([Layer() for _ in range(OWN)])
        self.bridge_in, self.bridge_out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.bridge_out.weight)
        nn.init.zeros_(self.bridge_out.bias)

    def read(self, lower: Tensor) -> Tensor:
        """See Network.read."""
        return super().read(lower + self.bridge_out(functional.relu(self.bridge_in(lower))))


def network_of(weights: Mapping[str, Tensor], bridge: bool) -> Network:
    """A network with the weights of a file; with a bridge where the file has one, or where one is wanted."""
    bridged = any(name.startswith("bridge") for name in weights)
    network = Bridged() if bridge or bridged else Network([Layer() for _ in range(OWN)])
    network.load_state_dict(weights, strict=bridged or not bridge)
    set_rounding(network, False)
    return network


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words: what the new annotator says of them, and what the old network of moves said."""

    lower: NDArray[np.float16]
    said: dict[str, NDArray[np.float16]]


def texts_of(data: Path, most: int) -> Iterator[str]:
    """Our own passages, and so many articles."""
    for path in sorted((Path(__file__).parent / "moves").glob("*.txt")):
        yield from (told.text for told in read_moves(path))
    for number, article in enumerate(read_statements(data / "statements" / "train.jsonl")):
        if number < most:
            yield article.text


def lower_of(encoder: Encoder, text: str) -> NDArray[np.float32]:
    """What the fourth layer says of each word of a text."""
    pages = encoder.read(document_of(text))
    return sight_of(pages.words, pages.papers, ()).lower


def stretches(data: Path, old: Path, new: Path, most: int) -> list[Stretch]:
    """All that is learned from: what both annotators say of the texts' words, at most LONGEST words at a time.

    Raises:
        ValueError: the old model has no network of moves.
    """
    found = read_tables(old)
    if found is None:
        raise ValueError(f"{old}: no network of moves")
    layers = MoveLayers(old / LAYERS, found[1])
    before, after = Encoder(old), Encoder(new)
    out = []
    for text in texts_of(data, most):
        was, now = lower_of(before, text), lower_of(after, text)
        for first in range(0, len(was), LONGEST):
            said = layers.read(was[first : first + LONGEST])
            kept = {name: said[name].astype(np.float16) for name in Exported.NAMES}
            out.append(Stretch(now[first : first + LONGEST].astype(np.float16), kept))
    return out


def loss_of(network: Network, spread: Mapping[str, float], stretch: Stretch) -> Tensor:
    """How far the vectors of a stretch's words are from those that the old network gave: the divergence of the kinds'
    probabilities, and squares against the vectors' spread; a word."""
    hidden = network.read(torch.from_numpy(stretch.lower.astype(np.float32)))
    wanted = {name: torch.from_numpy(v.astype(np.float32)) for name, v in stretch.said.items()}
    likely = torch.softmax(wanted["kinds"], 1)
    weights = torch.where(likely[:, 0] < 1 - LIKELY, TELLING, 1.0)
    said = functional.log_softmax(network.kinds(hidden), 1)
    total = (likely * (torch.log(likely.clamp(min=1e-9)) - said)).sum(1)
    for name in Exported.NAMES[1:]:
        total = total + (getattr(network, name)(hidden) - wanted[name]).square().mean(1) / spread[name]
    return (total * weights).sum() / weights.sum()


def train(network: Network, stretches: Sequence[Stretch], epochs: int, seed: int, whole: bool) -> None:
    """Learns; the small matrices stay, and unless `whole` those of the layers, too."""
    spread = {n: float(np.mean([np.var(s.said[n].astype(np.float32)) for s in stretches])) for n in Exported.NAMES}
    learning = ("layers.", "sink", "bridge", *(f"{name}." for name in Exported.NAMES))
    moving = []
    for name, value in network.named_parameters():
        learns = name.startswith(learning) and (whole or value.ndim == 1 or name.startswith(("sink", "bridge")))
        value.requires_grad_(learns)
        moving += [value] if learns else []
    held, read = stretches[::HELD], [s for n, s in enumerate(stretches) if n % HELD]
    groups = [{"params": moving, "rate": RATE if whole else BRIDGE_RATE}]
    network.eval()  # nothing is dropped
    for epoch, (cost, seconds) in enumerate(
        passes(groups, read, lambda s: loss_of(network, spread, s), epochs, seed, TOGETHER, WARM), 1
    ):
        with torch.no_grad():
            others = float(np.mean([float(loss_of(network, spread, stretch)) for stretch in held]))
        print(f"epoch {epoch}: {cost:.3f}, on others {others:.3f}, {seconds:.0f} s", flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "old", "new", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--bridge", action="store_true", help="leave the layers' matrices as they are")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=20261126)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    with np.load(args.old / TABLES) as held:
        tables = {n: held[n].astype(np.float32) for n in held.files if n != "sha256"}
    network = network_of(weights_of(onnx.load(str(args.old / LAYERS)), tables), args.bridge)
    train(network, stretches(args.data, args.old, args.new, args.articles), args.epochs, args.seed, not args.bridge)
    export(network, args.out)


if __name__ == "__main__":
    main()
