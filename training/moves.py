"""Trains the network that reads moves from what the first one says of words.

    python -m training.moves --data FOLDER --out FILE.npz [--held diplomacy,courts] [--epochs 16]

Reads `moves/*.txt`, which are our own, and `moves/real.jsonl`, which refers to real passages under `--data`. With
`--held` the passages of those files are not learned from and the figures on them are printed; what is shipped was
trained on all. The first network stays as it is: its figures are brought to their PLAIN strongest directions.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotation.encoder import moves as runtime
from onrecord.annotation.encoder.decoding_roles import OFFSETS, PairTable, offsets
from onrecord.annotation.encoder.moves import CLIP, HEADS, KINDS, LAST, ROLES, TAUGHT, USED, MoveReader, sight_of
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.encoder.words import Words
from onrecord.annotation.sentences import split
from onrecord.types import Block, Document, Source
from training.moves_reader import Move, Party, Span, Told, read_moves
from training.moves_real import read_real

PLAIN = 320
"""Directions of the first network's outputs that are kept; they hold 99 % of its variance."""
WIDTH, PAIR, LAYERS, INNER = 128, 96, 2, 256
DROPPED, INPUT_DROPPED = 0.2, 0.3
EPOCHS, RATE, DECAY, TOGETHER = 16, 1.2e-3, 2e-2, 8
WORDS_A_POINT = 30
"""So many words weigh as much as one pair of a move and a side of it."""
QUARTER = 4.0
"""What the pairs of a passage are divided by: by, to, first and last word."""
LEARNED: tuple[str, ...] = (*KINDS, *TAUGHT)


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage as the first network sees it: its words, the inputs, the sentence of each word, its moves in words."""

    told: Told
    words: Words
    inputs: Tensor
    sentences: NDArray[np.int64]
    kinds: NDArray[np.int64]
    moves: tuple[tuple[Move, range, int, Tensor], ...]
    """A move, its words, the one it hangs on, and how all words stand to that one by their roles."""


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


def seen_of(encoder: Encoder, reader: MoveReader, told: Told) -> tuple[Seen, NDArray[np.float32]]:
    """A passage with its targets, and what the first network says of its words."""
    document = documents_of(told)
    pages = encoder.read(document)
    sight = sight_of(pages.words, pages.papers, split(document))
    kinds = np.zeros(len(pages.words.spans), np.int64)
    moves = []
    for move in told.moves:
        at = pages.words.touched(*move.trigger)
        if not at:
            continue
        for i in at:
            if not kinds[i] or move.what == "ask":
                kinds[i] = kind_of(move)
        pivot = at.start + int(sight.predicates[at.start : at.stop].argmax())
        roles = reader.roles_of(sight, 0, np.array([pivot]), len(kinds))[0]
        moves.append((move, at, pivot, torch.from_numpy(roles)))
    return Seen(told, pages.words, torch.empty(0), sight.sentences, kinds, tuple(moves)), sight.said


class Network(nn.Module):
    """See `onrecord.annotation.encoder.moves`, which does the same without torch."""

    def __init__(self) -> None:
        super().__init__()
        self.drop, self.drop_input = nn.Dropout(DROPPED), nn.Dropout(INPUT_DROPPED)
        self.inner = nn.Linear(PLAIN, WIDTH)
        self.before, self.after = nn.Linear(PLAIN, WIDTH, bias=False), nn.Linear(PLAIN, WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH)
        self.qkv = nn.ModuleList(nn.Linear(WIDTH, 3 * WIDTH) for _ in range(LAYERS))
        self.joined = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(LAYERS))
        self.n1 = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(LAYERS))
        self.up = nn.ModuleList(nn.Linear(WIDTH, INNER) for _ in range(LAYERS))
        self.down = nn.ModuleList(nn.Linear(INNER, WIDTH) for _ in range(LAYERS))
        self.n2 = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(LAYERS))
        self.near = nn.ParameterList(nn.Parameter(torch.randn(6, HEADS) * 0.3) for _ in range(LAYERS))
        self.kinds = nn.Linear(WIDTH, 1 + len(LEARNED))
        self.pivot, self.word = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR, bias=False)
        self.far, self.same, self.kind = (nn.Embedding(n, PAIR) for n in (OFFSETS, 3, 1 + len(LEARNED)))
        for table in (self.far, self.same, self.kind):
            nn.init.normal_(table.weight, std=0.1)
        self.role = nn.Linear(2 * len(ROLES), PAIR, bias=False)
        self.middle, self.out = nn.Linear(PAIR, PAIR), nn.Linear(PAIR, LAST + 1)
        self.left, self.right = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.match, self.nobody = nn.Linear(PAIR, LAST + 1, bias=False), nn.Linear(PAIR, LAST + 1)

    def read(self, inputs: Tensor, near: Tensor) -> Tensor:
        """words × WIDTH, from words × PLAIN and the basis of places (see `near_of`), last axis."""
        count = len(inputs)
        inputs = self.drop_input(inputs)
        nothing = torch.zeros_like(inputs[:1])
        hidden = self.inner(inputs) + self.before(torch.cat([nothing, inputs[:-1]]))
        hidden = self.norm(hidden + self.after(torch.cat([inputs[1:], nothing])))
        for n in range(LAYERS):
            q, k, v = self.qkv[n](hidden).view(count, 3, HEADS, -1).permute(1, 2, 0, 3)
            scores = q @ k.transpose(1, 2) / q.shape[-1] ** 0.5 + (near @ self.near[n]).permute(2, 0, 1)
            seen = (torch.softmax(scores, -1) @ v).permute(1, 0, 2).reshape(count, WIDTH)
            hidden = self.n1[n](hidden + self.drop(self.joined[n](seen)))
            up = functional.gelu(self.up[n](hidden), approximate="tanh")
            hidden = self.n2[n](hidden + self.drop(self.down[n](up)))
        return hidden

    def pairs(self, hidden: Tensor, passage: Seen) -> tuple[Tensor, Tensor]:
        """moves × words × 4 and moves × 4, as in the package."""
        pooled = self.drop(torch.stack([hidden[at.start : at.stop].mean(0) for _, at, _, _ in passage.moves]))
        hidden = self.drop(hidden)
        pivots = np.array([pivot for _, _, pivot, _ in passage.moves])
        classes = torch.from_numpy(offsets(pivots, np.arange(len(hidden))[None, :]))
        apart = passage.sentences[None, :] - passage.sentences[pivots][:, None]
        kind = self.kind(torch.tensor([kind_of(move) for move, *_ in passage.moves]))
        own = self.pivot(pooled) + kind
        flat = own[:, None] + self.word(hidden)[None] + self.far(classes)
        flat = flat + self.same(torch.from_numpy(np.clip(apart, -1, 1) + 1))
        flat = torch.relu(flat + self.role(torch.stack([roles for *_, roles in passage.moves])))
        flat = torch.relu(flat + self.middle(self.drop(flat)))
        matched = self.match(self.left(pooled)[:, None] * self.right(hidden)[None])
        return self.out(self.drop(flat)) + matched, self.nobody(torch.relu(own))


def near_of(passage: Seen) -> Tensor:
    """What a word's place tells of another, last axis: minus the logarithm of how far it is, whether it is in the same
    sentence, in the one before, the next word before, the next after, and anywhere before."""
    places = np.arange(len(passage.words.spans))
    away = places[None, :] - places[:, None]
    apart = passage.sentences[None, :] - passage.sentences[:, None]
    told = (-np.log1p(np.abs(away)), apart == 0, apart == -1, away == -1, away == 1, away < 0)
    return torch.from_numpy(np.stack([t.astype(np.float32) for t in told], -1))


def at_words(passage: Seen, spans: Sequence[Span]) -> list[int]:
    """The words of some stretches of the text."""
    return [i for start, end in spans for i in passage.words.touched(start, end)]


def loss_of(network: Network, passage: Seen) -> Tensor:
    """What a passage costs."""
    hidden = network.read(passage.inputs, near_of(passage))
    kinds = network.kinds(network.drop(hidden))
    total = functional.cross_entropy(kinds, torch.from_numpy(passage.kinds), reduction="sum") / WORDS_A_POINT
    if not passage.moves:
        return total
    scores, nobody = network.pairs(hidden, passage)
    for n, (move, *_) in enumerate(passage.moves):
        for side, parties in enumerate((move.by, move.to)):
            if side and move.what not in ("ask", "due"):
                continue
            right = torch.zeros(len(hidden) + 1, dtype=torch.bool)
            right[at_words(passage, [p.mention for p in parties]) or [len(hidden)]] = True
            found = torch.cat([scores[n, :, side], nobody[n, side : side + 1]])
            total = total + (torch.logsumexp(found, 0) - torch.logsumexp(found[right], 0)) / QUARTER
        if move.content is not None and move.what in ("ask", "deny"):
            content = at_words(passage, [move.content])
            for label, word in ((runtime.FIRST, content[0]), (runtime.LAST, content[-1])):
                one = functional.cross_entropy(scores[n : n + 1, :, label], torch.tensor([word]))
                total = total + one / QUARTER
    return total


def train(passages: Sequence[Seen], epochs: int, seed: int) -> Network:
    """The network, learned from passages."""
    torch.manual_seed(seed)
    order, draw = list(passages), random.Random(seed)
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(order) // TOGETHER)
    step = 0
    for epoch in range(epochs):
        network.train()
        draw.shuffle(order)
        begun, cost = time.monotonic(), 0.0
        for first in range(0, len(order), TOGETHER):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, (step + 1) / (steps * 0.05)) * (1 - step / steps)
            step += 1
            optimizer.zero_grad()
            for passage in order[first : first + TOGETHER]:
                loss = loss_of(network, passage) / TOGETHER
                loss.backward()
                cost += float(loss.detach()) * TOGETHER
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
        print(f"epoch {epoch + 1}: {cost / len(order):.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    return network.eval()


Matrix = NDArray[np.float64]


def directions(rows: Sequence[NDArray[np.float32]]) -> tuple[Matrix, Matrix, Matrix]:
    """The centre and spread of the first network's outputs, and outputs × PLAIN: their strongest directions, to unit
    variance."""
    count = sum(len(r) for r in rows)
    centre = sum(r.sum(0, dtype=np.float64) for r in rows) / count
    spread = np.sqrt(sum(((r - centre) ** 2).sum(0) for r in rows) / count) + 1e-3
    covariance = np.zeros((len(centre), len(centre)))
    for r in rows:
        z = np.clip((r - centre) / spread, -CLIP, CLIP)
        covariance += z.T @ z
    values, vectors = np.linalg.eigh(covariance / count)
    values, vectors = values[::-1][:PLAIN], vectors[:, ::-1][:, :PLAIN]
    return np.asarray(centre), np.asarray(spread), vectors / np.sqrt(values + 0.02 * values.mean())


def tables_of(network: Network, centre: Matrix, spread: Matrix, plain: Matrix) -> dict[str, NDArray[np.float16]]:
    """The network's matrices as the package reads them, the directions multiplied in."""

    def of(value: Tensor) -> Matrix:
        return value.detach().double().numpy()

    def layer(name: str, linear: nn.Module) -> dict[str, Matrix]:
        found = {name: of(linear.weight).T if isinstance(linear, nn.Linear) else of(linear.weight)}
        bias = getattr(linear, "bias", None)
        prefix, _, number = name.rpartition("_")
        if bias is not None:
            found[f"{prefix}_bias_{number}" if number.isdigit() else f"{name}_bias"] = of(bias)
        return found

    out = {"centre": centre, "spread": spread, "inner_bias": of(network.inner.bias)}
    three = [of(linear.weight).T for linear in (network.inner, network.before, network.after)]
    out["inner"] = plain @ np.concatenate(three, axis=1)
    for name in ("norm", "kinds", "pivot", "word", "role", "middle", "out", "left", "right", "nobody"):
        out |= layer(name, getattr(network, name))
    for name in ("qkv", "joined", "n1", "up", "down", "n2"):
        for n in range(LAYERS):
            out |= layer(f"{name}_{n}", getattr(network, name)[n])
    out |= {f"near_{n}": of(network.near[n]) for n in range(LAYERS)}
    out |= {name: of(getattr(network, name).weight) for name in ("far", "same", "kind")}
    out["match"] = of(network.match.weight).T
    return {name: values.astype(np.float16) for name, values in out.items()}


def figures(network: Network, passages: Sequence[Seen], least: float) -> dict[str, float]:
    """Precision and recall of the words that tell something wanted and due times; for the true ones, how often the
    likeliest word for `by` and `to` is right."""
    counts: Counter[str] = Counter()
    with torch.no_grad():
        for passage in passages:
            hidden = network.read(passage.inputs, near_of(passage))
            likely = torch.softmax(network.kinds(hidden), 1).numpy()
            for name, group in (("wanted", USED[0]), ("due", USED[1])):
                found = np.flatnonzero(likely[:, group].sum(1) >= least).tolist()
                runs = [i for i in found if i - 1 not in set(found)]
                gold = {tuple(at) for move, at, *_ in passage.moves if kind_of(move) in group}
                counts[f"{name} gold"] += len(gold)
                counts[f"{name} found"] += sum(bool(set(at) & set(found)) for at in gold)
                counts[f"{name} said"] += len(runs)
                counts[f"{name} right"] += sum(bool(set(group) & set(passage.kinds[i : i + 2].tolist())) for i in runs)
            if passage.moves:
                scores, nobody = network.pairs(hidden, passage)
                for n, (move, *_) in enumerate(passage.moves):
                    if move.what == "ask":
                        for side, who in enumerate((move.by, move.to)):
                            best = int(torch.cat([scores[n, :, side], nobody[n, side : side + 1]]).argmax())
                            counts[f"{('by', 'to')[side]} gold"] += 1
                            counts[f"{('by', 'to')[side]} found"] += best in _all_words(passage, who)
    out = {f"{n} recall": counts[f"{n} found"] / max(1, counts[f"{n} gold"]) for n in ("wanted", "due", "by", "to")}
    return out | {f"{n} precision": counts[f"{n} right"] / max(1, counts[f"{n} said"]) for n in ("wanted", "due")}


def _all_words(passage: Seen, who: Sequence[Party]) -> list[int]:
    return at_words(passage, [s for p in who for s in (p.mention, p.name)]) or [len(passage.words.spans)]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held", default="", help="files whose passages are only measured on, by commas")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=20261126)
    args = parser.parse_args()
    torch.set_num_threads(1)
    here = Path(__file__).parent / "moves"
    told = [t for path in sorted(here.glob("*.txt")) for t in read_moves(path)]
    told += read_real(args.data, here / "real.jsonl")
    encoder = Encoder()
    reader = MoveReader.roles_only(PairTable.of(encoder.model.about["roles"]))
    read = [seen_of(encoder, reader, t) for t in told]
    held = set(args.held.split(",")) - {""}
    kept = [n for n, t in enumerate(told) if t.source not in held]
    centre, spread, plain = directions([read[n][1] for n in kept])
    passages = []
    for seen, said in read:
        inputs = np.clip((said - centre) / spread, -CLIP, CLIP) @ plain
        passages.append(replace(seen, inputs=torch.from_numpy(inputs.astype(np.float32))))
    network = train([passages[n] for n in kept], args.epochs, args.seed)
    np.savez(args.out, **tables_of(network, centre, spread, plain))
    for name in sorted(held):
        mine = [p for p in passages if p.told.source == name]
        print(name, {k: round(100 * v, 1) for k, v in figures(network, mine, 0.4).items()})


if __name__ == "__main__":
    main()
