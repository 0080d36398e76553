import json
import shutil

import pytest

from onrecord.annotation.encoder import files


def test_model_info_checks_the_file_and_prints_the_card(run):
    result = run("model", "info")
    assert result.exit_code == 0
    assert "checksum  ok" in result.output
    assert "Apache-2.0" in result.output
    assert "PolNeAR" in result.output


def test_model_info_as_json(run):
    facts = json.loads(run("model", "info", "--json").output)
    assert (facts["checksum"], facts["sha256"]) == ("ok", files.read_model().sha256)
    assert facts["version"].endswith(facts["sha256"][:8])


@pytest.fixture
def damaged(tmp_path, monkeypatch):
    """The model's files with the network cut short."""
    folder = shutil.copytree(files.FOLDER, tmp_path / "models")
    (folder / "annotator.onnx").write_bytes(b"short")
    monkeypatch.setattr(files, "FOLDER", folder)
    monkeypatch.setattr(files.read_model, "__defaults__", (folder,))
    return folder


def test_a_changed_file_is_an_error_that_says_what_to_do(run, damaged):
    result = run("model", "info")
    assert result.exit_code == 1
    assert f"{damaged / 'annotator.onnx'}: the annotator's network is changed or cut short" in result.stderr
    assert "Install onrecord again" in result.stderr
