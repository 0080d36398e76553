"""Rounds a linear layer's input and weights in training as the shipped file does, so that the weights learn to bear it.

`training.export` leaves the rounding to onnxruntime's dynamic quantisation, which this imitates: a weight has seven
bits around 0, one scale for each output; an input has eight between the least and the largest value of its window, 0
among them. What is rounded passes the gradient on as if it were not (the straight-through estimator of Bengio, Léonard
and Courville 2013).
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, autograd, nn
from torch.nn import functional

WEIGHT_STEPS = 64
"""Steps on either side of 0: `reduce_range` of onnxruntime."""
INPUT_STEPS = 255
LEAST_SCALE = 1e-9


class Rounded(autograd.Function):
    """Values as multiples of their scale; the gradient passes."""

    @staticmethod
    def forward(_: object, values: Tensor, scale: Tensor) -> Tensor:
        """`scale` has an item for each row, and as many axes as `values`."""
        return (values / scale).round_().mul_(scale)

    @staticmethod
    def backward(_: object, gradient: Tensor) -> tuple[Tensor, None]:
        """Straight through."""
        return gradient, None


def rounded_weight(weight: Tensor) -> Tensor:
    """A layer's weights, outputs × inputs, each output with a scale of its own."""
    scale = weight.detach().abs().amax(1, keepdim=True) / WEIGHT_STEPS
    return cast(Tensor, Rounded.apply(weight, scale.clamp(min=LEAST_SCALE)))


def rounded_input(values: Tensor) -> Tensor:
    """A layer's input, windows first, each window with a scale of its own."""
    flat = values.detach().flatten(1)
    scale = (flat.amax(1).clamp(min=0.0) - flat.amin(1).clamp(max=0.0)) / INPUT_STEPS
    return cast(Tensor, Rounded.apply(values, scale.clamp(min=LEAST_SCALE).view(-1, *[1] * (values.ndim - 1))))


class Rounding(nn.Linear):
    """A linear layer that works with rounded weights and input while `rounding` is set."""

    rounding = False

    def forward(self, values: Tensor) -> Tensor:
        """`values`: windows × … × inputs."""
        if not self.rounding:
            return functional.linear(values, self.weight, self.bias)
        return functional.linear(rounded_input(values), rounded_weight(self.weight), self.bias)


def set_rounding(model: nn.Module, on: bool) -> None:
    """Sets or lifts the rounding of all layers of a model that know of it."""
    for module in model.modules():
        if isinstance(module, Rounding):
            module.rounding = on


def rounded_table(table: Tensor) -> Tensor:
    """A table of embeddings, one scale for all of it, as the shipped file holds it."""
    least, most = min(0.0, float(table.min())), max(0.0, float(table.max()))
    scale = (most - least) / INPUT_STEPS
    nought = round(-least / scale)
    return (torch.clamp(torch.round(table / scale) + nought, 0, INPUT_STEPS) - nought) * scale
