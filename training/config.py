"""The settings of a run, read from a TOML file. Nothing has a default here: a run is described by its file alone."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

TASKS = ("statements", "names", "roles", "mentions", "reality", "taught")
"""What the heads are trained with; one batch is of one task."""


@dataclass(frozen=True, slots=True)
class Config:
    """See the comments in annotator.toml for each field."""

    seed: int
    dev_documents: int
    window: int
    overlap: int
    batch_tokens: int
    steps: int
    warmup: int
    cooldown: int
    encoder_rate: float
    head_rate: float
    layer_decay: float
    weight_decay: float
    clip: float
    frozen_layers: int
    dropout: float
    masked: float
    rounded_from: float
    link_size: int
    pair_size: int
    pair_context: int
    mention_size: int
    coreference_size: int
    reality_size: int
    link_weight: float
    sequence_weight: float
    said_weight: float
    outside_weight: float
    antecedent_weight: float
    type_weight: float
    argument_weight: float
    tree_weight: float
    rated_weight: float
    joined_words: int
    alone: float
    save_every: int
    average_from: float
    shares: dict[str, float]
    weights: dict[str, float]

    def json(self) -> dict[str, Any]:
        """The settings as plain values, for checkpoints and logs."""
        return asdict(self)


def settings_of(kept: dict[str, Any], **changed: object) -> Config:
    """The settings that lie beside a model; one of before a setting was there has what then held."""
    return Config(**{"rounded_from": 1.0, "tree_weight": 0.0, "rated_weight": 0.0, **kept, **changed})


def read_config(path: Path) -> Config:
    """Reads the settings.

    Raises:
        ValueError: a setting is missing, unknown or of the wrong type; says which.
    """
    with path.open("rb") as file:
        raw = tomllib.load(file)
    kinds = {f.name: f.type for f in fields(Config)}
    missing, unknown = sorted(kinds.keys() - raw.keys()), sorted(raw.keys() - kinds.keys())
    if missing or unknown:
        raise ValueError(f"{path}: missing settings {missing}, unknown settings {unknown}")
    for name, kind in kinds.items():
        value = raw[name]
        if kind == "int" and type(value) is not int:
            raise ValueError(f"{path}: {name} must be a whole number, not {value!r}")
        if kind == "float":
            raw[name] = number(value, path, name)
        if kind.startswith("dict"):
            if not isinstance(value, dict) or sorted(value) != sorted(TASKS):
                raise ValueError(f"{path}: {name} must be a table with a number for each of {', '.join(TASKS)}")
            raw[name] = {task: number(value[task], path, f"{name}.{task}") for task in TASKS}
    return Config(**raw)


def number(value: object, path: Path, name: str) -> float:
    """A setting as a number.

    Raises:
        ValueError: it is none.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{path}: {name} must be a number, not {value!r}")
    return float(value)


def rate_factor(step: int, warmup: int, cooldown: int, steps: int) -> float:
    """The share of the full learning rate at a step: up over `warmup`, level, down to 0 over the last `cooldown`.

    Because the middle is level, a run can be lengthened or cut short from any checkpoint (`--steps`) and what came
    before stays the same.
    """
    up = min(1.0, (step + 1) / warmup) if warmup else 1.0
    down = max(0.0, (steps - step) / cooldown) if cooldown else 1.0
    return min(up, down, 1.0)
