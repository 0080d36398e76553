"""Rounding in training is the rounding of the shipped file."""

from __future__ import annotations

from pathlib import Path

import onnxruntime
import pytest
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from training.quantising import Rounding, rounded_table, set_rounding


@pytest.fixture
def layer() -> Rounding:
    torch.manual_seed(7)
    return Rounding(48, 32)


def quantised(layer: Rounding, values: Tensor, folder: Path) -> Tensor:
    """What the layer gives once it is exported and quantised as the annotator is."""
    whole, small = folder / "whole.onnx", folder / "small.onnx"
    torch.onnx.export(layer, (values,), str(whole), dynamo=False, opset_version=17, input_names=["values"])
    quantize_dynamic(str(whole), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    session = onnxruntime.InferenceSession(str(small), providers=["CPUExecutionProvider"])
    (found,) = session.run(None, {"values": values.numpy()})
    return torch.from_numpy(found)


def test_a_rounding_layer_gives_what_the_quantised_file_gives(layer: Rounding, tmp_path: Path) -> None:
    values = torch.randn(1, 20, 48) * 3 + 1
    there = quantised(layer, values, tmp_path)
    plain = layer(values)
    set_rounding(layer, True)
    mine = layer(values)
    assert (mine - there).abs().max() < (plain - there).abs().max() / 5


def test_each_window_is_rounded_by_its_own_values(layer: Rounding) -> None:
    set_rounding(layer, True)
    small, large = torch.randn(1, 5, 48), torch.randn(1, 5, 48) * 100
    assert torch.equal(layer(torch.cat([small, large]))[:1], layer(small))


def test_the_gradient_passes_as_if_nothing_were_rounded(layer: Rounding) -> None:
    values = torch.randn(2, 3, 48)
    set_rounding(layer, True)
    layer(values).sum().backward()
    assert layer.bias.grad is not None
    assert layer.weight.grad is not None
    assert torch.allclose(layer.bias.grad, torch.full((32,), 6.0))
    assert torch.allclose(layer.weight.grad[0], values.sum((0, 1)), atol=0.2)


def test_a_rounded_table_stays_as_it_is_when_rounded_again() -> None:
    torch.manual_seed(7)
    table = rounded_table(torch.randn(50, 8))
    assert torch.allclose(rounded_table(table), table, atol=1e-6)
