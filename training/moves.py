"""Trains the network that reads moves: the annotator's two uppermost layers, learned anew over those below.

    python -m training.moves --data FOLDER --weights WEIGHTS.pt --out FOLDER [--held courts,reports,real] [--epochs 6]
        [--start FOLDER/moves.pt] [--layer-rate 1e-4] [--words 30]

Reads `moves/*.txt`, which are our own, and `moves/real.jsonl`, which refers to real passages under `--data`.
`--weights` are those of the annotator as shipped: learning starts from its layers. What lies below them stays as it is,
and is read through the shipped network (its output `lower`), so that a network of moves belongs to one annotator. With
`--held` the passages of those files (of `real`, a sixth) are not learned from, and the figures on them are printed.
Writes `moves.onnx` (the layers, int8), `moves-fp32.onnx`, `moves.npz` and `moves.pt`, from which `--start` goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotation.encoder.decoding_pairs import OFFSETS, PairTable, offsets
from onrecord.annotation.encoder.moves import (
    BY,
    BY_NAME,
    FIRST,
    KINDS,
    LAST,
    LAYERS,
    LOWER,
    ROLES,
    TABLES,
    TAUGHT,
    TO,
    TO_NAME,
    USED,
    RoleReader,
    sight_of,
)
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.encoder.words import Words
from onrecord.annotation.sentences import split
from onrecord.types import Block, Document, Source
from training.fused import Graph, attention_in_one, finished
from training.model import WIDTH
from training.moves_reader import Move, Span, Told, read_moves
from training.moves_real import read_real
from training.quantising import set_rounding
from training.reading import annotator_of

Learned = TypeVar("Learned")
OWN = 2
"""Layers that are learned anew."""
PAIR, ASKED = 128, 6
DROPPED, INPUT_DROPPED = 0.2, 0.1
EPOCHS, RATE, LAYER_RATE, DECAY, TOGETHER, WARM = 6, 1e-3, 1e-4, 1e-2, 8, 0.06
WORDS_A_POINT = 30.0
"""So many words weigh as much as one pair of a move and a side of it, unless said otherwise."""
QUARTER = 4.0
"""What the pairs of a passage are divided by."""
LEARNED: tuple[str, ...] = (*KINDS, *TAUGHT)
SIDES = ((BY, BY_NAME), (TO, TO_NAME))
REAL, SIXTH = "real", 6


@dataclass(frozen=True, slots=True)
class Side:
    """The words of a side: those next to the move, and wherever those stand that name it best."""

    near: tuple[int, ...]
    names: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage as the layers below see it; its moves in words."""

    told: Told
    words: Words
    lower: NDArray[np.float16]
    sentences: NDArray[np.int64]
    kinds: NDArray[np.int64]
    moves: tuple[SeenMove, ...]


@dataclass(frozen=True, slots=True)
class SeenMove:
    """A move: its words, the one whose roles are looked at, how all words stand to it, its sides, what is wanted."""

    what: str
    kind: int
    at: range
    pivot: int
    roles: NDArray[np.float16]
    sides: tuple[Side, Side]
    content: tuple[int, ...]


def kind_of(move: Move) -> int:
    """The number of a move's kind, from 1 up."""
    return 1 + LEARNED.index({"due": "due", "deny": "denial"}.get(move.what, move.kind))


def documents_of(told: Told) -> Document:
    """A passage as a document of paragraphs."""
    blocks, at = [], 0
    for paragraph in told.text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Document(told.label, told.text, tuple(blocks), Source(told.label, "text/plain", ""))


def places_of(text: str, name: Span) -> list[Span]:
    """Wherever the words of a name stand in a text."""
    words = re.escape(text[slice(*name)])
    return [name, *(m.span() for m in re.finditer(rf"(?<!\w){words}(?!\w)", text) if m.span() != name)]


def seen_of(encoder: Encoder, reader: RoleReader, told: Told) -> Seen:
    """A passage with its targets, and what the layers below say of its words."""
    document = documents_of(told)
    pages = encoder.read(document)
    words = pages.words
    sight = sight_of(words, pages.papers, split(document))
    kinds = np.zeros(len(words.spans), np.int64)

    def touched(spans: Sequence[Span]) -> tuple[int, ...]:
        return tuple(i for span in spans for i in words.touched(*span))

    moves = []
    for move in told.moves:
        at = words.touched(*move.trigger)
        if not at:
            continue
        for i in at:
            if not kinds[i] or move.what == "ask":
                kinds[i] = kind_of(move)
        pivot = at.start + int(sight.predicates[at.start : at.stop].argmax())
        roles = reader.read(sight, 0, np.array([pivot]), len(kinds))[0].astype(np.float16)
        by, to = (
            Side(
                touched([p.mention for p in parties]),
                touched([place for p in parties for place in places_of(told.text, p.name)]),
            )
            for parties in (move.by, move.to)
        )
        content = touched([move.content]) if move.content else ()
        moves.append(SeenMove(move.what, kind_of(move), at, pivot, roles, (by, to), content))
    return Seen(told, words, sight.lower.astype(np.float16), sight.sentences, kinds, tuple(moves))


class Network(nn.Module):
    """See `onrecord.annotation.encoder.moves`, which does the same from the exported layers on."""

    def __init__(self, layers: Sequence[nn.Module]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.sink = nn.Parameter(torch.zeros(1, WIDTH))
        self.drop, self.drop_input = nn.Dropout(DROPPED), nn.Dropout(INPUT_DROPPED)
        self.kinds = nn.Linear(WIDTH, 1 + len(LEARNED))
        self.pivot, self.word = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR, bias=False)
        self.left, self.right = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.near, self.name = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.far, self.same, self.kind = (nn.Embedding(n, PAIR) for n in (OFFSETS, 3, 1 + len(LEARNED)))
        for table in (self.far, self.same, self.kind):
            nn.init.normal_(table.weight, std=0.1)
        self.role = nn.Linear(2 * len(ROLES), PAIR, bias=False)
        self.middle, self.out = nn.Linear(PAIR, PAIR), nn.Linear(PAIR, ASKED)
        self.match, self.nobody = nn.Linear(PAIR, ASKED, bias=False), nn.Linear(PAIR, ASKED)

    def read(self, lower: Tensor) -> Tensor:
        """words × WIDTH, from what the layer below says of a stretch of words; a word that stands for none is put
        before them, for heads of attention that look at nothing."""
        hidden = torch.cat([self.sink, self.drop_input(lower)])[None]
        there = torch.ones(1, 1, 1, hidden.shape[1], dtype=torch.bool)
        for layer in self.layers:
            hidden = layer(hidden, there)
        return hidden[0, 1:]

    def pairs(self, hidden: Tensor, passage: Seen) -> tuple[Tensor, Tensor]:
        """moves × words × ASKED and moves × ASKED, as in the package."""
        pooled = self.drop(torch.stack([hidden[move.at.start : move.at.stop].mean(0) for move in passage.moves]))
        hidden = self.drop(hidden)
        pivots = np.array([move.pivot for move in passage.moves])
        classes = torch.from_numpy(offsets(pivots, np.arange(len(hidden))[None, :]))
        apart = passage.sentences[None, :] - passage.sentences[pivots][:, None]
        own = self.pivot(pooled) + self.kind(torch.tensor([move.kind for move in passage.moves]))
        flat = own[:, None] + self.word(hidden)[None] + self.far(classes)
        flat = flat + self.same(torch.from_numpy(np.clip(apart, -1, 1) + 1))
        roles = np.stack([move.roles for move in passage.moves]).astype(np.float32)
        flat = torch.relu(flat + self.role(torch.from_numpy(roles)))
        flat = torch.relu(flat + self.middle(self.drop(flat)))
        scores = self.out(self.drop(flat)) + self.match(self.left(pooled)[:, None] * self.right(hidden)[None])
        nobody = self.nobody(torch.relu(own))
        near, names = self.near(hidden), self.name(hidden).T
        added = torch.zeros_like(scores)
        for side, name in SIDES:
            likely = torch.softmax(torch.cat([scores[:, :, side], nobody[:, side, None]], 1), 1)[:, :-1]
            added[:, :, name] = likely @ near @ names / PAIR**0.5
        return scores + added, nobody


def loss_of(network: Network, passage: Seen, words_a_point: float) -> Tensor:
    """What a passage costs; `words_a_point` words weigh as much as one pair of a move and a side of it."""
    hidden = network.read(torch.from_numpy(passage.lower.astype(np.float32)))
    kinds = network.kinds(network.drop(hidden))
    total = functional.cross_entropy(kinds, torch.from_numpy(passage.kinds), reduction="sum") / words_a_point
    if not passage.moves:
        return total
    scores, nobody = network.pairs(hidden, passage)
    for n, move in enumerate(passage.moves):
        for side, labels in zip(move.sides, SIDES, strict=True):
            if labels[0] == TO and move.what not in ("ask", "due"):
                continue
            for label, words in zip(labels, (side.near, side.names), strict=True):
                right = torch.zeros(len(hidden) + 1, dtype=torch.bool)
                right[list(words) or [len(hidden)]] = True
                found = torch.cat([scores[n, :, label], nobody[n, label, None]])
                total = total + (torch.logsumexp(found, 0) - torch.logsumexp(found[right], 0)) / QUARTER
        if move.content and move.what in ("ask", "deny"):
            for label, word in ((FIRST, move.content[0]), (LAST, move.content[-1])):
                one = functional.cross_entropy(scores[n : n + 1, :, label], torch.tensor([word]))
                total = total + one / QUARTER
    return total


def passes(
    groups: Sequence[dict[str, Any]],
    items: Sequence[Learned],
    loss: Callable[[Learned], Tensor],
    epochs: int,
    seed: int,
    together: int,
    warm: float,
) -> Iterator[tuple[float, float]]:
    """Learns from items, `together` of them a step; gives after each epoch what one cost on average, and the seconds.

    Args:
        groups: of parameters, each with its highest `rate`, which falls to 0 in a straight line.
        items: what is learned from, in another order each epoch.
        loss: what one of them costs.
        epochs: how often each is read.
        seed: of their order.
        together: items a step.
        warm: the share of the steps over which the rate rises.
    """
    order, draw = list(items), random.Random(seed)
    moving = [p for group in groups for p in group["params"]]
    optimizer = torch.optim.AdamW(groups, lr=RATE, weight_decay=DECAY)
    steps, step = epochs * -(-len(order) // together), 0
    for _ in range(epochs):
        draw.shuffle(order)
        begun, cost = time.monotonic(), 0.0
        for first in range(0, len(order), together):
            share = min(1.0, (step + 1) / (steps * warm)) * (1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * share
            step += 1
            optimizer.zero_grad()
            for item in order[first : first + together]:
                part = loss(item) / together
                part.backward()
                cost += float(part.detach()) * together
            nn.utils.clip_grad_norm_(moving, 2.0)
            optimizer.step()
        yield cost / len(order), time.monotonic() - begun


def train(
    network: Network,
    passages: Sequence[Seen],
    epochs: int,
    seed: int,
    layer_rate: float = LAYER_RATE,
    words_a_point: float = WORDS_A_POINT,
) -> None:
    """Learns from passages; the layers at a rate of their own (at most), what is new at RATE."""
    layers = list(network.layers.parameters())
    others = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": layers, "rate": layer_rate}, {"params": others, "rate": RATE}]
    network.train()
    costs = passes(groups, passages, lambda p: loss_of(network, p, words_a_point), epochs, seed, TOGETHER, WARM)
    for epoch, (cost, seconds) in enumerate(costs, 1):
        print(f"epoch {epoch}: {cost:.3f}, {seconds:.0f} s", flush=True)
    network.eval()


class Exported(nn.Module):
    """The layers with what is read off them, as the package asks for it."""

    NAMES = ("kinds", "pivot", "left", "word", "right", "near", "name")

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, lower: Tensor) -> tuple[Tensor, ...]:
        """words × WIDTH to NAMES."""
        hidden = self.network.read(lower)
        return tuple(getattr(self.network, name)(hidden) for name in self.NAMES)


def export(network: Network, folder: Path) -> None:
    """Writes the layers as ONNX, in full and int8, and the small matrices with the checksum of the latter."""
    folder.mkdir(parents=True, exist_ok=True)
    whole, small = folder / "moves-fp32.onnx", folder / LAYERS
    names = list(Exported.NAMES)
    torch.onnx.export(
        Exported(network).eval(), (torch.zeros(9, WIDTH),), str(whole), dynamo=False, opset_version=17,
        input_names=[LOWER], output_names=names, dynamic_axes={name: {0: "words"} for name in (LOWER, *names)},
    )  # fmt: skip
    # Seven bits of a weight, as in `training.export`.
    quantize_dynamic(str(whole), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    made = onnx.load(str(small))
    graph = Graph(made.graph)
    attention_in_one(graph)
    small.write_bytes(finished(made, graph).SerializeToString(deterministic=True))

    def of(value: Tensor) -> NDArray[np.float16]:
        return value.detach().numpy().astype(np.float16)

    tables = {name: of(getattr(network, name).weight) for name in ("far", "same", "kind")}
    tables |= {name: of(getattr(network, name).weight.T) for name in ("role", "middle", "out", "match", "nobody")}
    tables |= {f"{name}_bias": of(getattr(network, name).bias) for name in ("middle", "out", "nobody")}
    np.savez(folder / TABLES, sha256=np.array(hashlib.sha256(small.read_bytes()).hexdigest()), **tables)


def figures(network: Network, passages: Sequence[Seen], least: float) -> dict[str, float]:
    """Precision and recall of the words that tell something wanted and due times; for the true ones, how often the
    likeliest word next to them for `by` and `to`, and the likeliest that names these, is right."""
    counts: Counter[str] = Counter()
    with torch.no_grad():
        for passage in passages:
            hidden = network.read(torch.from_numpy(passage.lower.astype(np.float32)))
            likely = torch.softmax(network.kinds(hidden), 1).numpy()
            for name, group in (("wanted", USED[0]), ("due", USED[1])):
                found = np.flatnonzero(likely[:, group].sum(1) >= least).tolist()
                runs = [i for i in found if i - 1 not in set(found)]
                gold = {tuple(move.at) for move in passage.moves if move.kind in group}
                counts[f"{name} gold"] += len(gold)
                counts[f"{name} found"] += sum(bool(set(at) & set(found)) for at in gold)
                counts[f"{name} said"] += len(runs)
                counts[f"{name} right"] += sum(bool(set(group) & set(passage.kinds[i : i + 2].tolist())) for i in runs)
            if not passage.moves:
                continue
            scores, nobody = network.pairs(hidden, passage)
            for n, move in enumerate(passage.moves):
                for side, labels, name in zip(move.sides, SIDES, ("by", "to"), strict=True):
                    for label, words, what in ((labels[0], side.near, name), (labels[1], side.names, f"{name} named")):
                        if move.what == "ask":
                            best = int(torch.cat([scores[n, :, label], nobody[n, label, None]]).argmax())
                            counts[f"{what} gold"] += 1
                            counts[f"{what} found"] += best in (words or (len(hidden),))
    sides = ("by", "to", "by named", "to named")
    out = {f"{n} recall": counts[f"{n} found"] / max(1, counts[f"{n} gold"]) for n in ("wanted", "due", *sides)}
    return out | {f"{n} precision": counts[f"{n} right"] / max(1, counts[f"{n} said"]) for n in ("wanted", "due")}


def held_as(told: Told) -> str:
    """The file under whose name a passage is held back: for real ones, REAL for a sixth of them."""
    if told.source not in ("statements", "names"):
        return told.source
    chosen = int(hashlib.sha256(told.label.encode()).hexdigest(), 16) % SIXTH == 0
    return REAL if chosen else told.source


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="the annotator's, as training.train wrote them")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--held", default="", help="files whose passages are only measured on, by commas")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--layer-rate", type=float, default=LAYER_RATE, help="the layers' highest learning rate")
    parser.add_argument("--words", type=float, default=WORDS_A_POINT, help="words that weigh as much as one pair")
    parser.add_argument("--seed", type=int, default=20261126)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    here = Path(__file__).parent / "moves"
    told = [t for path in sorted(here.glob("*.txt")) for t in read_moves(path)]
    told += read_real(args.data, here / "real.jsonl")
    encoder = Encoder()
    reader = RoleReader(PairTable.of(encoder.model.about["roles"]))
    passages = [seen_of(encoder, reader, t) for t in told]
    held = set(args.held.split(",")) - {""}
    annotator = annotator_of(torch.load(args.weights, weights_only=True))
    set_rounding(annotator, False)
    network = Network(list(annotator.encoder.layers)[-OWN:])
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    kept = [p for p in passages if held_as(p.told) not in held]
    train(network, kept, args.epochs, args.seed, args.layer_rate, args.words)
    export(network, args.out)
    torch.save(network.state_dict(), args.out / "moves.pt")
    for name in sorted(held):
        mine = [p for p in passages if held_as(p.told) == name]
        print(name, {k: round(100 * v, 1) for k, v in figures(network, mine, 0.4).items()})


if __name__ == "__main__":
    main()
