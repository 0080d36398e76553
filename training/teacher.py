"""A teacher for predicates, arguments and reality: learns from the annotated texts, then says what it thinks of others.

    python -m training.teacher learn --data FOLDER --encoder FOLDER --published FOLDER --out FOLDER [--epochs 3]
    python -m training.teacher teach --data FOLDER --encoder FOLDER --published FOLDER --out FOLDER [--shards 14]

`--published`: the folder of all-mpnet-base-v2 with `model.safetensors` and `vocab.txt`; `--encoder`: that of the
annotator's, with its `vocab.txt`. `learn` writes `teacher.pt` to the folder after each epoch; `teach` reads it and
writes shards (taught.py) beside it: texts of several kinds, none of them of a scored part.
"""

from __future__ import annotations

import argparse
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS, RADIUS
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.sentences import split_block
from training.config import read_config
from training.data import Item, inputs, items_of_text, padded
from training.lessons import lessons
from training.losses import pair_logits, pair_loss, tree_loss
from training.model import PairTagger
from training.readers import lines
from training.sampling import batches, draw
from training.taught import LIKELY, Tags, Taught, write_shard
from training.teacher_model import WIDTH, Teacher, load_published, piece_numbers

SETTINGS = Path(__file__).parent / "taught.toml"
PIECES = 1200
"""Word pieces in a batch, padding included."""
RATE, HEAD_RATE, WARMUP, CLIP = 1e-4, 1e-3, 60, 1.0
HIDDEN = 0.06
"""The share of pieces that learning hides from the layers that learn."""
WEIGHTS = {"predicates": 3.0, "arguments": 0.12, "trees": 0.3, "reality": 0.5}
TEXTS = {"training/gum_train": 176, "statements/train": 776}
"""Files with the texts that it reads to us, under the data's folder, and how many of each, drawn: training parts only,
as texts that are scored for something else may hold sentences that are scored for reality."""
SHARDS = 50


class Classroom:
    """A teacher and what it reads with."""

    def __init__(self, encoder: Path, published: Path) -> None:
        """The published weights, the heads new."""
        self.teacher = Teacher()
        load_published(self.teacher, published)
        self.numbers = piece_numbers(*(
            (folder / "vocab.txt").read_text(encoding="utf-8").splitlines() for folder in (encoder, published)
        ))  # fmt: skip
        self.vocabulary = read_vocabulary(encoder)
        self.config = read_config(SETTINGS)

    def below(self, items: Sequence[Item]) -> Tensor:
        """What the layers that stay say of some windows."""
        ids, _, present, _ = inputs(items)
        with torch.no_grad():
            return self.teacher.below(self.numbers[ids] * present + (~present).long(), present)

    def words(self, items: Sequence[Item], hidden: Tensor) -> Tensor:
        """A vector for each word."""
        _, features, present, firsts = inputs(items)
        return self.teacher.above(hidden, features, present, firsts)


def kept_below(room: Classroom, items: Sequence[Item]) -> list[NDArray[np.float16]]:
    """What the layers that stay say of each window, in half precision."""
    room.teacher.eval()
    out: dict[int, NDArray[np.float16]] = {}
    for group in batches([len(i.ids) for i in items], 4000, 0, 0):
        hidden = room.below([items[i] for i in group]).numpy()
        for row, i in enumerate(group):
            out[i] = hidden[row, : len(items[i].ids)].astype(np.float16)
    return [out[i] for i in range(len(items))]


def losses_of(room: Classroom, items: Sequence[Item], below: Sequence[NDArray[np.float16]]) -> dict[str, Tensor]:
    """A batch's losses, weighted."""
    teacher = room.teacher
    hidden = torch.zeros(len(items), max(map(len, below)), WIDTH)
    for row, values in enumerate(below):
        hidden[row, : len(values)] = torch.from_numpy(values.astype(np.float32))
    words = room.words(items, hidden * (torch.rand(hidden.shape[:2]) > HIDDEN)[:, :, None])
    there = padded([[1] * len(i.firsts) for i in items], words.shape[1]).bool()
    out: dict[str, Tensor] = {}
    if items[0].targets.roles is not None:
        out |= _of_roles(teacher, items, words, there)
    rated = [i.targets.rated for i in items]
    rows = torch.tensor([n for n, r in enumerate(rated) for _ in r.at], dtype=torch.long)
    if len(rows):
        at = torch.from_numpy(np.concatenate([r.at for r in rated]))
        sets = torch.tensor([r.set for r in rated for _ in r.at])
        wanted = torch.from_numpy(np.concatenate([r.ratings for r in rated]))
        found = teacher.reality(words[rows, at])[:, 0] * teacher.scales[sets, 0] + teacher.scales[sets, 1]
        out["reality"] = functional.huber_loss(found, wanted, delta=3.0)
    return {name: WEIGHTS[name] * loss for name, loss in out.items()}


def _of_roles(teacher: Teacher, items: Sequence[Item], words: Tensor, there: Tensor) -> dict[str, Tensor]:
    roles = [i.targets.roles for i in items]
    wanted = torch.zeros(there.shape)
    rows: list[int] = []
    for number, r in enumerate(roles):
        wanted[number, r.predicates] = 1
        rows += [number] * len(r.predicates)
    out = {
        "predicates": functional.binary_cross_entropy_with_logits(
            teacher.predicate(words)[:, :, 0][there], wanted[there]
        )
    }
    if rows:
        at = torch.from_numpy(np.concatenate([r.predicates for r in roles]))
        bounds = torch.from_numpy(np.concatenate([r.sentences for r in roles]))
        tags = padded([row for r in roles for row in r.arguments.tolist()], words.shape[1])
        out["arguments"] = pair_loss(teacher.role, words, torch.tensor(rows), at, bounds, tags)
    out["trees"] = tree_loss(teacher, words, there, [r.tree for r in roles])
    return out


def learn(room: Classroom, data: Path, out: Path, epochs: int) -> None:
    """Learns, and writes the weights that learned after each epoch."""
    torch.manual_seed(room.config.seed)
    items = lessons(data, room.config, room.vocabulary)
    below = kept_below(room, items)
    kinds = [[i for i, item in enumerate(items) if (item.targets.roles is None) == only] for only in (False, True)]
    layers = list(room.teacher.upper.parameters())
    mine = {id(p) for p in layers}
    heads = [p for p in room.teacher.parameters() if p.requires_grad and id(p) not in mine]
    optimizer = torch.optim.AdamW([
        {"params": layers, "base": RATE}, {"params": heads, "base": HEAD_RATE}
    ], weight_decay=0.01, fused=True)  # fmt: skip

    def order(epoch: int) -> list[list[int]]:
        groups = [
            [kind[i] for i in group]
            for kind in kinds
            for group in batches([len(items[i].ids) for i in kind], PIECES, room.config.seed, epoch)
        ]
        return sorted(groups, key=lambda g: draw(room.config.seed, epoch, "lesson", g[0]))

    steps, step = len(order(0)) * epochs, 0
    for epoch in range(epochs):
        begin = time.perf_counter()
        costs: dict[str, list[float]] = defaultdict(list)
        room.teacher.train()
        for group in order(epoch):
            for part in optimizer.param_groups:
                part["lr"] = part["base"] * min(1.0, (step + 1) / WARMUP) * (1 - step / steps)
            step += 1
            losses = losses_of(room, [items[i] for i in group], [below[i] for i in group])
            if losses:
                optimizer.zero_grad()
                torch.stack(list(losses.values())).sum().backward()
                nn.utils.clip_grad_norm_([*layers, *heads], CLIP)
                optimizer.step()
                for name, loss in losses.items():
                    costs[name].append(float(loss.detach()))
        torch.save(room.teacher.learned(), out / "teacher.pt")
        means = {name: round(float(np.mean(values)), 4) for name, values in costs.items()}
        print(f"epoch {epoch + 1} of {epochs}", means, f"{time.perf_counter() - begin:.0f} s", flush=True)


def tags_said(tagger: PairTagger, words: Tensor, at: NDArray[np.int64], reach: NDArray[np.int64]) -> Tags:
    """The probabilities of the tags around each predicate of a window; see `Taught`."""
    if not len(at):
        return ()
    with torch.no_grad():
        rows = torch.zeros(len(at), dtype=torch.long)
        logits, _, _ = pair_logits(tagger, words[None], rows, torch.from_numpy(at), torch.from_numpy(reach))
    each = torch.softmax(logits, -1).numpy().astype(np.float16)
    return tuple(each[i, : end - first] for i, (first, end) in enumerate(reach.tolist()))


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of a text begin; each line is a paragraph."""
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        out += [start for start, _ in split_block(text, at, at + len(line))]
        at += len(line)
    return out


def said(room: Classroom, items: Sequence[Item]) -> list[Taught]:
    """What the teacher thinks of some windows."""
    teacher = room.teacher
    with torch.no_grad():
        words = room.words(items, room.below(items))
        likely = torch.sigmoid(teacher.predicate(words)[:, :, 0]).numpy()
        ratings = teacher.reality(words)[:, :, 0].numpy()
    out = []
    for row, item in enumerate(items):
        count = len(item.firsts)
        at = np.flatnonzero(likely[row, :count] >= LIKELY)
        starts = [bisect_left(item.words.spans, s, key=lambda w: w[0]) for s in sentence_starts(item.text)]
        inner = (s - item.window.first for s in starts)
        edges = np.array(sorted({0, count, *(s for s in inner if 0 < s < count)}))
        place = np.searchsorted(edges, at, side="right")
        reach = np.stack([np.maximum(edges[place - 1], at - RADIUS), np.minimum(edges[place], at + RADIUS + 1)], 1)
        tags = tags_said(teacher.role, words[row], at, reach)
        out.append(Taught(likely[row, :count], at, reach, tags, ratings[row, at]))
    return out


def teach(room: Classroom, data: Path, out: Path, shards: int) -> None:
    """Reads the texts that nobody annotated, and writes what it thinks of them, so many shards of SHARDS."""
    room.teacher.load_state_dict(torch.load(out / "teacher.pt", weights_only=True), strict=False)
    room.teacher.eval()
    drawn = []
    for number, (name, count) in enumerate(TEXTS.items(), 1):
        texts = [d["text"] for d in lines(data / f"{name}.jsonl")]
        drawn.append([texts[i] for i in sorted(range(len(texts)), key=lambda i: draw(number, i))[:count]])
    for shard in range(shards):
        texts = [t for mine in drawn for t in mine[len(mine) * shard // SHARDS : len(mine) * (shard + 1) // SHARDS]]
        items = [
            i for n, t in enumerate(texts)
            for i in items_of_text(n, t, room.vocabulary, room.config.window, 0, lambda *_: None)
        ]  # fmt: skip
        found: dict[int, Taught] = {}
        for group in batches([len(i.ids) for i in items], 3000, 0, 0):
            found.update(zip(group, said(room, [items[i] for i in group]), strict=True))
        path = out / f"{shard:02}.npz"
        write_shard(path, texts, [found[i] for i in range(len(items))], 1 + 2 * len(ARGUMENTS))
        print(path.name, len(texts), "texts", len(items), "windows", flush=True)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("learn", "teach"))
    for name in ("data", "encoder", "published", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--shards", type=int, default=SHARDS)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    room = Classroom(args.encoder, args.published)
    if args.what == "learn":
        learn(room, args.data, args.out, args.epochs)
    else:
        teach(room, args.data, args.out, args.shards)


if __name__ == "__main__":
    main()
