"""A fused network says what the plain one says. Needs what training needs: torch and onnx."""

import hashlib
import json

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from training.export import export
from training.fused import fused, main
from training.model import Annotator, Sizes

ROOM = np.random.default_rng(5)
WINDOWS = [
    (np.array([list(ROOM.integers(1000, 20_000, 40))]), np.array([sorted(ROOM.choice(40, 31, replace=False))])),
    (np.array([[101, 2054, 102]]), np.array([[1]])),
]


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "annotator.onnx"
    torch.manual_seed(7)
    export(Annotator(Sizes(*[8] * len(Sizes._fields)), 0.0), path)
    return path


def said(model, ids, firsts):
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    given = {"ids": ids, "features": np.ones_like(ids), "present": np.ones_like(ids, np.bool_), "firsts": firsts}
    return dict(zip((o.name for o in session.get_outputs()), session.run(None, given), strict=True))


@pytest.mark.parametrize("window", WINDOWS)
def test_all_heads_say_the_same_of_a_window(plain, window):
    before, after = said(str(plain), *window), said(fused(onnx.load(str(plain))).SerializeToString(), *window)
    assert [*before, "lower"] == list(after)  # what the network of moves reads
    for name, values in before.items():
        assert np.abs(values - after[name]).max() < 0.01 * max(1.0, np.abs(values).max()), name


def test_int8_weights_are_kept_as_they_are(plain, tmp_path):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    small = tmp_path / "small.onnx"
    quantize_dynamic(str(plain), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    before, after = onnx.load(str(small)), fused(onnx.load(str(small)))
    weights = {i.name: i.raw_data for i in before.graph.initializer}
    assert all(weights[i.name] == i.raw_data for i in after.graph.initializer if i.name.endswith("_quantized"))
    count = [sum(n.op_type == "MatMulInteger" for n in model.graph.node) for model in (before, after)]
    assert count[0] == count[1] > 36
    assert len(after.graph.node) < len(before.graph.node)
    # Rounding to 255 steps may go the other way where two networks differ in the last bit.
    for name, values in said(str(small), *WINDOWS[0]).items():
        off = values - said(after.SerializeToString(), *WINDOWS[0])[name]
        assert np.abs(off).mean() < 0.1 * max(values.std(), 0.1), name


def test_what_is_fused_already_or_no_annotator_is_refused(plain):
    once = fused(onnx.load(str(plain)))
    with pytest.raises(ValueError, match="already"):
        fused(once)
    del once.graph.node[:]
    with pytest.raises(ValueError, match="layers"):
        fused(once)


def test_the_command_writes_the_network_and_its_checksum(plain, tmp_path, monkeypatch, capsys):
    plain.with_suffix(".json").write_text(json.dumps({"sha256": "old", "window": 192}))
    monkeypatch.setattr("sys.argv", ["fused", "--model", str(plain), "--out", str(tmp_path / "new")])
    main()
    about = json.loads((tmp_path / "new" / "annotator.json").read_text())
    assert about["window"] == 192
    assert about["sha256"] == hashlib.sha256((tmp_path / "new" / "annotator.onnx").read_bytes()).hexdigest()
    assert about["sha256"] in capsys.readouterr().out
