"""The network of moves over another annotator: the shipped file comes back whole, and a bridge learns what has changed."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
import torch
from training.moves import Exported, export
from training.moves_again import Bridged, Stretch, loss_of, network_of, train, weights_of

from onrecord.annotation.encoder.files import FOLDER
from onrecord.annotation.encoder.moves import LAYERS, read_tables
from onrecord.annotation.encoder.network import MoveLayers

LOWER = np.random.default_rng(3).normal(size=(40, 384)).astype(np.float32)


@pytest.fixture(scope="module")
def shipped():
    tables, checksum = read_tables(FOLDER)
    return weights_of(onnx.load(str(FOLDER / LAYERS)), tables), MoveLayers(FOLDER / LAYERS, checksum).read(LOWER)


def said(network):
    with torch.no_grad():
        return dict(zip(Exported.NAMES, Exported(network.eval())(torch.from_numpy(LOWER)), strict=True))


def test_the_file_s_weights_say_what_the_file_says(shipped):
    weights, wanted = shipped
    for name, vectors in said(network_of(weights, bridge=True)).items():
        assert np.corrcoef(vectors.numpy().ravel(), wanted[name].ravel())[0, 1] > 0.99


def test_what_is_written_again_is_the_same_file(shipped, tmp_path):
    weights, _ = shipped
    export(network_of(weights, bridge=True), tmp_path)
    assert (tmp_path / "moves.onnx").stat().st_size == (FOLDER / LAYERS).stat().st_size
    again = weights_of(onnx.load(str(tmp_path / "moves.onnx")), read_tables(tmp_path)[0])
    assert again.keys() == weights.keys()
    assert all(torch.allclose(again[name], weights[name], atol=1e-6) for name in weights)


def test_a_bridge_learns_what_has_changed_and_leaves_the_matrices(shipped):
    weights, wanted = shipped
    without = {name: value for name, value in weights.items() if not name.startswith("bridge")}
    network = network_of(without, bridge=True)
    assert isinstance(network, Bridged)
    kept = {name: vectors.astype(np.float16) for name, vectors in wanted.items()}
    stretches = [Stretch((LOWER * 0.8 + 0.1).astype(np.float16), kept)] * 6
    spread = {name: float(np.var(vectors)) for name, vectors in wanted.items()}
    before = float(loss_of(network, spread, stretches[0]).detach())
    train(network, stretches, 8, 1, whole=False)
    assert float(loss_of(network, spread, stretches[0]).detach()) < before / 2
    after = dict(network.named_parameters())
    assert all(torch.equal(after[n], v) for n, v in without.items() if n.startswith("layers.") and v.ndim > 1)
