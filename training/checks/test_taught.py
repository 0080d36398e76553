"""What a teacher said comes back from disk as it was, window by window."""

from pathlib import Path

import numpy as np
import pytest
from training.data import items_of_text
from training.mixed import mixed
from training.model import Annotator, Sizes
from training.taught import Taught, read_shard, write_shard
from training.teacher_model import distance_classes, piece_numbers

from onrecord.annotation.encoder.decoding_roles import ARGUMENTS
from onrecord.annotation.encoder.files import FOLDER
from onrecord.annotation.encoder.pieces import read_vocabulary

TEXTS = ["Mara said the port will close. Oda left.\n\nThe strike ended on Monday. " * 3, "", "Rain fell."]
KINDS = 5


def windows():
    vocabulary = read_vocabulary(FOLDER)
    out = []
    for n, text in enumerate(TEXTS):
        for item in items_of_text(n, text, vocabulary, 192, 0, lambda *_: None):
            count = len(item.firsts)
            at = np.arange(count)[1::4]
            sentences = np.stack([np.zeros_like(at), np.full_like(at, count)], 1)
            tags = tuple(np.full((count, KINDS), i / 8, np.float16) for i in range(len(at)))
            out.append(Taught(np.linspace(0, 1, count, dtype=np.float32), at, sentences, tags, at.astype(np.float32)))
    return out


def test_a_shard_comes_back_whole(tmp_path: Path):
    wanted = windows()
    write_shard(tmp_path / "a.npz", TEXTS, wanted, KINDS)
    items = read_shard(tmp_path / "a.npz", read_vocabulary(FOLDER), 192, first=7)
    assert [i.document for i in items] == [7, 9]
    for item, said in zip(items, wanted, strict=True):
        for mine, other in zip(item.targets, said, strict=True):
            assert np.array_equal(np.array(mine), np.array(other))


def test_a_shard_that_was_cut_otherwise_is_refused(tmp_path: Path):
    write_shard(tmp_path / "a.npz", TEXTS, windows(), KINDS)
    with pytest.raises(ValueError, match="cut in another way"):
        read_shard(tmp_path / "a.npz", read_vocabulary(FOLDER), 40)


def test_a_mix_is_the_mean_of_both_and_leaves_the_ratings(tmp_path: Path):
    kinds = 1 + 2 * len(ARGUMENTS)
    said = [w._replace(tags=tuple(np.zeros((len(t), kinds), np.float16) for t in w.tags)) for w in windows()]
    write_shard(tmp_path / "a.npz", TEXTS, said, kinds)
    network = Annotator(Sizes(8, 8, 0, 8, 8, 8), 0.0).eval()
    for old, new in zip(said, mixed(network, read_shard(tmp_path / "a.npz", read_vocabulary(FOLDER), 192)), strict=True):
        assert np.array_equal(old.at, new.at)
        assert np.array_equal(old.reality, new.reality)
        assert (np.abs(new.likely - old.likely / 2 - 0.25) < 0.25).all()
        for tags in new.tags:
            assert np.allclose(tags.sum(1), 0.5, atol=0.01)


def test_distances_have_a_half_for_either_side_and_one_class_far_away():
    classes = distance_classes(300)
    assert classes[5, 5] == 0
    assert classes[9, 5] == 4
    assert classes[5, 9] == 16 + 4
    assert classes[299, 0] == classes[290, 0] == 15
    assert classes.max() == 31


def test_special_pieces_are_mpnet_s_own_and_unknown_ones_unknown():
    published = ["<s>", "<pad>", "</s>", "[UNK]", "port"]
    assert piece_numbers(["[PAD]", "[CLS]", "[SEP]", "port", "quay"], published).tolist() == [1, 0, 2, 4, 3]
