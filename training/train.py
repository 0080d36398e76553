"""Trains the statements head and the encoder under it; resumes from its last checkpoint.

    python -m training.train --config training/statements.toml --data FOLDER --encoder FOLDER --out FOLDER

`--data` is the folder with `statements/train.jsonl`, `--encoder` one with `model.safetensors` and `vocab.txt`.
In `--out`: `state.pt` (to resume from), `weights.pt` (the averaged weights, what predict and export read) and
`log.jsonl`. Killed and started again it goes on where the last checkpoint stood; `--steps` makes it end earlier or
later than the settings say, with the rate falling over the last `cooldown` steps.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.annotation.encoder.decoding import Scores, Weights, transitions_of
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.encoder.words import words_of
from training.config import Config, rate_factor, read_config
from training.data import Batch, batch_of, items_of
from training.model import LAYERS, Annotator, load_encoder
from training.predict import OVERLAP, forward_of, linker_of, read, statements
from training.readers import Attributed, read_statements
from training.sampling import batches, split
from training.scoring import figures
from training.targets import tags_of


def loss_of(model: Annotator, batch: Batch, config: Config) -> tuple[Tensor, Tensor]:
    """The tag loss and the link loss, each a mean over words (links: over the cues' words, cues weighing the same)."""
    scores = model(batch.ids, batch.features, batch.present, batch.firsts)
    logs = torch.log_softmax(scores.tags, -1)
    weight = torch.ones(logs.shape[-1])
    weight[0] = config.outside_weight
    tag = -(batch.tags * logs * weight).sum(-1)[batch.owned].mean()
    if not len(batch.cues):
        return tag, torch.zeros(())
    logits = model.roles(scores.cues[batch.rows, batch.cues], scores.parts[batch.rows], batch.distances)
    link = nn.functional.cross_entropy(logits.transpose(1, 2), batch.roles, reduction="none")
    return tag, (link * batch.there).sum() / batch.there.sum() * 4


def groups_of(model: Annotator, config: Config) -> list[dict[str, Any]]:
    """Parameters with their learning rates: heads, then the layers from the top down, each slower."""
    model.encoder.requires_grad_(False)
    model.encoder.features.weight.requires_grad_(True)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups: list[dict[str, Any]] = [
        {"params": heads, "base": config.head_rate},
        {"params": [model.encoder.features.weight], "base": config.encoder_rate},
    ]
    for i in range(config.frozen_layers, LAYERS):
        layer = model.encoder.layers[i]
        layer.requires_grad_(True)
        rate = config.encoder_rate * config.layer_decay ** (LAYERS - 1 - i)
        groups.append({"params": [p for p in layer.parameters() if p.ndim > 1], "base": rate})
        groups.append({"params": [p for p in layer.parameters() if p.ndim <= 1], "base": rate, "weight_decay": 0.0})
    return groups


class Run:
    """A training run: everything that a checkpoint keeps, and the loop."""

    def __init__(self, config: Config, data: Path, encoder: Path, out: Path) -> None:
        self.config, self.out = config, out
        torch.manual_seed(config.seed)
        documents = read_statements(data / "statements" / "train.jsonl")
        vocabulary = read_vocabulary(encoder)
        train, self.dev = split(documents, config.dev_documents, config.seed)
        self.items = items_of(train, vocabulary, config.window, config.overlap, learn=True)
        self.dev_items = items_of(self.dev, vocabulary, config.window, OVERLAP, learn=False)
        self.pairs, self.first = self.count_transitions(train)
        self.model = Annotator(config.link_size, config.dropout)
        load_encoder(self.model.encoder, encoder / "model.safetensors")
        self.optimizer = torch.optim.AdamW(groups_of(self.model, config), weight_decay=config.weight_decay, fused=True)
        self.step = self.epoch = self.at = self.tokens = 0
        self.seconds = 0.0
        self.mean: dict[str, Tensor] = {}
        self.averaged = 0

    def count_transitions(self, documents: Sequence[Attributed]) -> tuple[Scores, Scores]:
        """Tag transitions of the training documents, paragraph by paragraph as windows begin anywhere."""
        return transitions_of([tags_of(words_of(d.text), d.annotations[0]) for d in documents])

    def trained(self) -> dict[str, Tensor]:
        """The parameters that move."""
        return {n: p.detach() for n, p in self.model.named_parameters() if p.requires_grad}

    def average(self) -> None:
        """Adds the present weights to the running mean."""
        self.averaged += 1
        for name, value in self.trained().items():
            old = self.mean.get(name)
            self.mean[name] = value.clone() if old is None else old + (value - old) / self.averaged

    def save(self) -> None:
        """Writes both files, each whole or not at all."""
        state = {
            "model": self.trained(), "optimizer": self.optimizer.state_dict(), "step": self.step, "epoch": self.epoch,
            "at": self.at, "tokens": self.tokens, "seconds": self.seconds, "mean": self.mean, "averaged": self.averaged,
            "config": self.config.json(), "random": torch.get_rng_state(),
        }  # fmt: skip
        write(state, self.out / "state.pt")
        write(self.weights(), self.out / "weights.pt")

    def weights(self) -> dict[str, Any]:
        """What predict and export need."""
        whole = {**self.model.state_dict(), **self.mean}
        return {
            "model": whole, "config": self.config.json(), "step": self.step,
            "pairs": self.pairs.tolist(), "first": self.first.tolist(),
        }  # fmt: skip

    def resume(self) -> None:
        """Takes up the last checkpoint.

        Raises:
            ValueError: it was made with other settings.
        """
        state = torch.load(self.out / "state.pt", weights_only=True)
        free = ("steps", "cooldown", "evaluate_every", "save_every", "average_from")
        changed = [k for k, v in self.config.json().items() if k not in free and state["config"].get(k) != v]
        if changed:
            raise ValueError(f"{self.out / 'state.pt'} was made with other settings ({changed}): use another folder")
        self.model.load_state_dict(state["model"], strict=False)
        self.optimizer.load_state_dict(state["optimizer"])
        for name in ("step", "epoch", "at", "tokens", "seconds", "mean", "averaged"):
            setattr(self, name, state[name])
        torch.set_rng_state(state["random"])

    def evaluate(self) -> dict[str, float]:
        """Figures on the held-back documents, with the averaged weights once there are any."""
        present = {n: p.clone() for n, p in self.trained().items()}
        self.model.load_state_dict(self.mean, strict=False)
        linker = linker_of(self.model, self.pairs, self.first)
        found = statements(self.dev_items, read(forward_of(self.model), self.dev_items), linker, Weights())
        self.model.load_state_dict(present, strict=False)
        rows = [(words_of(d.text), d.annotations[0], found.get(i, [])) for i, d in enumerate(self.dev)]
        return figures(rows)

    def log(self, row: dict[str, Any]) -> None:
        """Adds a line to the log and prints it."""
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)

    def train(self, steps: int) -> None:
        """Runs to `steps`."""
        config = self.config
        lengths = [len(i.ids) for i in self.items]
        losses: list[tuple[float, float]] = []
        while self.step < steps:
            order = batches(lengths, config.batch_tokens, config.seed, self.epoch)
            while self.at < len(order) and self.step < steps:
                begin = time.perf_counter()
                batch = batch_of([self.items[i] for i in order[self.at]], self.epoch)
                self.model.train()
                tag, link = loss_of(self.model, batch, config)
                self.optimizer.zero_grad(set_to_none=True)
                (tag + config.link_weight * link).backward()
                moving = [p for p in self.model.parameters() if p.grad is not None]
                nn.utils.clip_grad_norm_(moving, config.clip)
                factor = rate_factor(self.step, config.warmup, config.cooldown, steps)
                for group in self.optimizer.param_groups:
                    group["lr"] = group["base"] * factor
                self.optimizer.step()
                self.step += 1
                self.at += 1
                self.tokens += int(batch.present.sum())
                self.seconds += time.perf_counter() - begin
                losses.append((float(tag.detach()), float(link.detach())))
                if self.step % config.save_every == 0 or self.step == steps:
                    if self.step >= config.average_from * steps:
                        self.average()
                    self.save()
                    means = np.array(losses).mean(axis=0).round(4).tolist()
                    losses = []
                    self.log({"step": self.step, "epoch": self.epoch, "tag": means[0], "link": means[1],
                              "tokens": self.tokens, "tokens_per_second": round(self.tokens / self.seconds),
                              "load": round(os.getloadavg()[0], 1)})  # fmt: skip
                if self.step % config.evaluate_every == 0 or self.step == steps:
                    self.log({"step": self.step, "dev": self.evaluate()})
            if self.at >= len(order):
                self.epoch, self.at = self.epoch + 1, 0


def write(what: dict[str, Any], path: Path) -> None:
    """Writes beside the file and then takes its place, so that a kill leaves the old one."""
    beside = path.with_suffix(".new")
    torch.save(what, beside)
    beside.replace(path)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("config", "data", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--steps", type=int, help="instead of the settings' number")
    parser.add_argument("--cooldown", type=int, help="instead of the settings' number")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    config = read_config(args.config)
    if args.cooldown is not None:
        config = dataclasses.replace(config, cooldown=args.cooldown)
    args.out.mkdir(parents=True, exist_ok=True)
    run = Run(config, args.data, args.encoder, args.out)
    pieces = sum(len(i.ids) for i in run.items)
    print(f"{len(run.items)} windows, {pieces} pieces; {len(run.dev)} documents held back", flush=True)
    if (args.out / "state.pt").exists():
        run.resume()
    run.train(args.steps or config.steps)


if __name__ == "__main__":
    main()
