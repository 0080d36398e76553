import hashlib
import json
import shutil

import pytest
from annotation_making import document

from onrecord.annotation.annotator import TrainedAnnotator
from onrecord.annotation.encoder.files import FOLDER, check_network, read_model
from onrecord.errors import OnrecordError

NEWS = document("Mara Quill said the bridge would open in May.")


@pytest.fixture
def folder(tmp_path):
    """A copy of the model's files."""
    return shutil.copytree(FOLDER, tmp_path / "models")


def problem(folder):
    with pytest.raises(OnrecordError) as error:
        TrainedAnnotator(folder).annotate(NEWS)
    found = error.value.problem
    assert str(folder) in found.where
    assert "annotator.onnx and annotator.json" in found.do
    assert "--rules" in found.do
    return f"{found.where}: {found.what}"


@pytest.mark.parametrize("name", ["annotator.onnx", "annotator.json", "judge.json", "vocab.txt"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    found = problem(folder)
    assert name in found
    assert "missing" in found


def test_a_network_cut_short_is_told_by_its_size_and_checksum(folder):
    network = folder / "annotator.onnx"
    network.write_bytes(network.read_bytes()[:1000])
    assert "cut short (1,000 bytes" in problem(folder)


def test_one_changed_byte_is_found(folder):
    network = folder / "annotator.onnx"
    data = bytearray(network.read_bytes())
    data[len(data) // 2] ^= 1
    network.write_bytes(data)
    assert "changed" in problem(folder)


def test_a_file_that_is_no_network_is_an_error_of_ours(folder):
    (folder / "annotator.onnx").write_bytes(b"no network")
    about = json.loads((folder / "annotator.json").read_text())
    about["sha256"] = hashlib.sha256(b"no network").hexdigest()
    (folder / "annotator.json").write_text(json.dumps(about))
    assert "cannot be opened" in problem(folder)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("annotator.json", "{", "cannot be read"),
        ("annotator.json", "[]", "not what it should be"),
        ("annotator.json", "{}", "lacks 'sha256'"),
        ("judge.json", "{}", "lacks 'centre'"),
        ("judge.json", "\udcff", "cannot be read"),
    ],
)
def test_a_damaged_description_is_named(folder, name, content, said):
    (folder / name).write_text(content, errors="surrogateescape")
    found = problem(folder)
    assert name in found
    assert said in found


def test_another_version_is_two_files_copied(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for name in ("annotator.onnx", "annotator.json"):
        shutil.copy(FOLDER / name, other)
        shutil.copy(other / name, folder)
    assert read_model(folder).version == read_model().version
    assert check_network(read_model(folder)) == check_network(read_model())


def test_the_version_tells_the_file(folder):
    about = json.loads((folder / "annotator.json").read_text())
    (folder / "annotator.json").write_text(json.dumps({**about, "version": "7"}))
    assert read_model(folder).version == "7+" + about["sha256"][:8]
