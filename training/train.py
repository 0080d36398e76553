"""Trains the encoder with all heads; resumes from its last checkpoint.

    python -m training.train --config training/annotator.toml --data FOLDER --encoder FOLDER --out FOLDER

`--data` is the folder with `statements/train.jsonl` and `training/`, `--encoder` one with `model.safetensors` and
`vocab.txt`. In `--out`: `state.pt` (to resume from), `weights.pt` (the averaged weights, what the other commands read)
and `log.jsonl`. Killed and started again it goes on where the last checkpoint stood; `--steps` makes it end earlier or
later than the settings say, with the rate falling over the last `cooldown` steps. `--start` takes over the weights that
another run's `state.pt` or `weights.pt` (the mean) has for the encoder and for heads of the same shape.

Each step is a batch of one task, drawn by the settings' shares.
"""

from __future__ import annotations

import argparse
import collections
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

from onrecord.annotation.encoder.decoding import Scores, transitions_of
from onrecord.annotation.encoder.pieces import read_vocabulary
from onrecord.annotation.encoder.words import words_of
from training.config import Config, rate_factor, read_config
from training.data import Item
from training.losses import mentions_loss, names_loss, reality_loss, roles_loss, statements_loss, taught_loss
from training.model import LAYERS, Annotator, Sizes, load_encoder
from training.quantising import rounded_table, set_rounding
from training.readers import Attributed
from training.targets import tags_of
from training.tasks import HELD_BACK, task_at, training_tasks


def sizes_of(config: Config) -> Sizes:
    """The widths of the heads' vectors."""
    return Sizes(
        config.link_size, config.pair_size, config.pair_context, config.mention_size, config.coreference_size,
        config.reality_size,
    )  # fmt: skip


def loss_of(
    model: Annotator, scales: Tensor, task: str, items: Sequence[Item], epoch: int, config: Config
) -> tuple[Tensor, dict[str, float]]:
    """A batch's loss and its parts."""
    if task == "statements":
        return statements_loss(
            model, items, epoch, config.outside_weight, config.sequence_weight, config.link_weight, config.said_weight
        )
    if task == "names":
        loss = names_loss(model, items)
        return loss, {"names": float(loss.detach())}
    if task == "roles":
        found, arguments, trees = roles_loss(model, items)
        return found + config.argument_weight * arguments + config.tree_weight * trees, {
            "predicates": float(found.detach()), "arguments": float(arguments.detach()), "trees": float(trees.detach())
        }  # fmt: skip
    if task == "taught":
        found, arguments, rated = taught_loss(model, items)
        return found + config.argument_weight * arguments + config.rated_weight * rated, {
            "taught predicates": float(found.detach()), "taught arguments": float(arguments.detach()),
            "taught reality": float(rated.detach()),
        }  # fmt: skip
    if task == "mentions":
        spans, types, links, trees = mentions_loss(model, items)
        total = spans + config.type_weight * types + config.antecedent_weight * links + config.tree_weight * trees
        return total, {
            "spans": float(spans.detach()), "types": float(types.detach()), "antecedents": float(links.detach())
        }  # fmt: skip
    loss = reality_loss(model, scales, items)
    return loss, {"reality": float(loss.detach())}


def groups_of(model: Annotator, scales: Tensor, config: Config) -> list[dict[str, Any]]:
    """Parameters with their learning rates: heads, then the layers from the top down, each slower."""
    model.encoder.requires_grad_(False)
    model.encoder.features.weight.requires_grad_(not config.frozen_layers)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups: list[dict[str, Any]] = [
        {"params": [*heads, scales], "base": config.head_rate},
        {"params": [model.encoder.features.weight], "base": config.encoder_rate},
    ]
    for i in range(config.frozen_layers, LAYERS):
        layer = model.encoder.layers[i]
        layer.requires_grad_(True)
        rate = config.encoder_rate * config.layer_decay ** (LAYERS - 1 - i)
        groups.append({"params": [p for p in layer.parameters() if p.ndim > 1], "base": rate})
        groups.append({"params": [p for p in layer.parameters() if p.ndim <= 1], "base": rate, "weight_decay": 0.0})
    return groups


TRANSITIONS = 0.3
"""The weight at which learning of the tags' transitions starts from their counted log probabilities."""
LEAST = -10.0
"""The least of these; what may not follow at all is barred whatever its score."""


class Run:
    """A training run: everything that a checkpoint keeps, and the loop."""

    def __init__(
        self, config: Config, data: Path, encoder: Path, out: Path, share: float = HELD_BACK, taught: Path | None = None
    ) -> None:
        self.config, self.out = config, out
        torch.manual_seed(config.seed)
        vocabulary = read_vocabulary(encoder)
        self.tasks, train, self.dev = training_tasks(data, config, vocabulary, share, taught)
        self.model = Annotator(sizes_of(config), config.dropout, config.masked)
        load_encoder(self.model.encoder, encoder / "model.safetensors")
        if config.rounded_from < 1:
            for table in (self.model.encoder.words.weight, self.model.encoder.positions.weight):
                table.data = rounded_table(table.data)
        with torch.no_grad():
            for mine, counted in zip((self.model.follow, self.model.first), self.count_transitions(train), strict=True):
                mine.copy_(torch.from_numpy(np.maximum(counted, LEAST)) * TRANSITIONS)
        self.scales = nn.Parameter(torch.tensor([[1.0, 0.0]] * 3))
        groups = groups_of(self.model, self.scales, config)
        self.optimizer = torch.optim.AdamW(groups, weight_decay=config.weight_decay, fused=True)
        self.step = self.tokens = 0
        self.seconds = 0.0
        self.mean: dict[str, Tensor] = {}
        self.averaged = 0

    def start(self, path: Path) -> None:
        """Takes over another run's weights; the embeddings, which no run moves, stay the published ones.

        Raises:
            ValueError: it has none that fit.
        """
        mine = self.model.state_dict()
        theirs = torch.load(path, weights_only=True)["model"]
        moving = self.trained()
        wanted = {*moving, *(n for n in mine if n.startswith(("encoder.layers.", "encoder.features.")))}
        fitting = {n: v for n, v in theirs.items() if n in wanted and mine[n].shape == v.shape}
        if not fitting:
            raise ValueError(f"{path}: no weights that fit this model; give the state.pt of a run of the same encoder")
        self.model.load_state_dict(fitting, strict=False)

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
            "model": self.trained(), "optimizer": self.optimizer.state_dict(), "step": self.step,
            "tasks": {name: [t.epoch, t.at] for name, t in self.tasks.items()}, "scales": self.scales.detach(),
            "tokens": self.tokens, "seconds": self.seconds, "mean": self.mean, "averaged": self.averaged,
            "config": self.config.json(), "random": torch.get_rng_state(),
        }  # fmt: skip
        write(state, self.out / "state.pt")
        write(self.weights(), self.out / "weights.pt")

    def weights(self) -> dict[str, Any]:
        """What predict and export need."""
        whole = {**self.model.state_dict(), **self.mean}
        return {
            "model": whole, "config": self.config.json(), "step": self.step,
        }  # fmt: skip

    def resume(self) -> None:
        """Takes up the last checkpoint.

        Raises:
            ValueError: it was made with other settings.
        """
        state = torch.load(self.out / "state.pt", weights_only=True)
        free = ("steps", "cooldown", "save_every", "average_from", "rounded_from")
        changed = [k for k, v in self.config.json().items() if k not in free and state["config"].get(k) != v]
        if changed:
            raise ValueError(f"{self.out / 'state.pt'} was made with other settings ({changed}): use another folder")
        self.model.load_state_dict(state["model"], strict=False)
        self.optimizer.load_state_dict(state["optimizer"])
        with torch.no_grad():
            self.scales.copy_(state["scales"])
        for name, (epoch, at) in state["tasks"].items():
            self.tasks[name].epoch, self.tasks[name].at = epoch, at
        for name in ("step", "tokens", "seconds", "mean", "averaged"):
            setattr(self, name, state[name])
        torch.set_rng_state(state["random"])

    def log(self, row: dict[str, Any]) -> None:
        """Adds a line to the log and prints it."""
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)

    def train(self, steps: int) -> None:
        """Runs to `steps`."""
        config = self.config
        losses: dict[str, list[float]] = collections.defaultdict(list)
        while self.step < steps:
            begin = time.perf_counter()
            set_rounding(self.model, self.step >= config.rounded_from * steps)
            name = task_at(self.step, config)
            task = self.tasks[name]
            items = task.next()
            self.model.train()
            loss, parts = loss_of(self.model, self.scales, name, items, task.epoch, config)
            self.optimizer.zero_grad(set_to_none=True)
            (config.weights[name] * loss).backward()
            moving = [p for group in self.optimizer.param_groups for p in group["params"] if p.grad is not None]
            norm = float(nn.utils.clip_grad_norm_(moving, config.clip))
            factor = rate_factor(self.step, config.warmup, config.cooldown, steps)
            for group in self.optimizer.param_groups:
                group["lr"] = group["base"] * factor
            self.optimizer.step()
            self.step += 1
            self.tokens += sum(len(i.ids) for i in items)
            self.seconds += time.perf_counter() - begin
            for part, value in {**parts, f"norm {name}": norm}.items():
                losses[part].append(value)
            if self.step % config.save_every == 0 or self.step == steps:
                if self.step >= config.average_from * steps:
                    self.average()
                self.save()
                means = {part: round(float(np.mean(values)), 4) for part, values in sorted(losses.items())}
                losses.clear()
                self.log({"step": self.step, **means, "tokens": self.tokens, "rate": round(factor, 3),
                          "tokens_per_second": round(self.tokens / self.seconds),
                          "epochs": {n: task.epoch for n, task in self.tasks.items()},
                          "load": round(os.getloadavg()[0], 1)})  # fmt: skip


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
    parser.add_argument("--start", type=Path, help="another run's state.pt or weights.pt")
    parser.add_argument("--steps", type=int, help="instead of the settings' number")
    parser.add_argument("--cooldown", type=int, help="instead of the settings' number")
    parser.add_argument("--held-back", type=float, default=HELD_BACK, help="the share of documents not read")
    parser.add_argument("--taught", type=Path, help="folder with what a teacher said (training.teacher)")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    config = read_config(args.config)
    if args.cooldown is not None:
        config = dataclasses.replace(config, cooldown=args.cooldown)
    args.out.mkdir(parents=True, exist_ok=True)
    run = Run(config, args.data, args.encoder, args.out, args.held_back, args.taught)
    if args.start:  # when a run is taken up again, too: a checkpoint holds nothing of the layers that stay
        run.start(args.start)
    if (args.out / "state.pt").exists():
        run.resume()
    run.train(args.steps or config.steps)


if __name__ == "__main__":
    main()
