"""Moves of one party towards another, as the second network reads them."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.annotator import TrainedAnnotator
from onrecord.annotation.encoder import moves
from onrecord.annotation.encoder.files import FOLDER
from onrecord.errors import OnrecordError
from onrecord.types import Block, Document, Move, Source


def document(text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document("a", text, tuple(blocks), Source("a", "text/plain", "0"))


ANNOTATOR = TrainedAnnotator(threads=1)


def moves_of(text: str) -> tuple[Move, ...]:
    return ANNOTATOR.annotate(document(text)).moves


def likeliest(text: str, kinds: set[str]) -> tuple[str, str, str]:
    """The words of the likeliest move of some kinds, of the one who makes it, and of the one it is made to."""
    best = max((m for m in moves_of(text) if m.kind in kinds), key=lambda m: m.likely)
    return text[best.start : best.end], text[best.by[0].start : best.by[0].end], text[best.to[0].start : best.to[0].end]


WANTED = {"demand", "request", "condition", "offer"}


@pytest.mark.parametrize(
    ("text", "words", "by", "to"),
    [
        ("The dockers’ union urged Marlow Ports on Friday to reopen the northern quay.", "urged", "The dockers’ union", "Marlow Ports"),
        ("Norrland has asked its larger neighbour to withdraw two battalions.", "asked", "Norrland", "its larger neighbour"),
        ("Ms. Tamm called on the governor to pardon her brother, who is ill.", "called on", "Ms. Tamm", "the governor"),
    ],
)
def test_a_plain_request_is_found_with_who_makes_it_and_to_whom(text: str, words: str, by: str, to: str) -> None:
    found = likeliest(text, WANTED)
    assert words in found[0] or found[0] in words
    assert found[1] in by
    assert found[2] in to


def test_a_due_time_is_found_where_one_is_set() -> None:
    text = "The rebels gave the government until noon on Sunday to free three of their officers."
    assert "Sunday" in likeliest(text, {"due"})[0]


def test_nothing_is_wanted_of_anybody_in_the_weather() -> None:
    assert all(m.likely < 0.3 for m in moves_of("It rained in Lund on Tuesday, and the river rose by a metre."))


def test_a_text_gives_the_same_moves_each_time_and_in_its_order() -> None:
    text = "The bank offered Pell Mills a loan.\nPell Mills wanted more time, and told the bank so on Monday.\n" * 30
    first = moves_of(text)
    assert first == moves_of(text)
    assert list(first) == sorted(first, key=lambda m: (m.start, m.end, m.kind))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["Lund", "urged", "the", "bank", "to", "wait", ".", "“", "é", "until", "Friday", "\n"]), max_size=60))
def test_every_stretch_lies_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for move in moves_of(text):
        stretches = [(move.start, move.end), *((c.start, c.end) for c in (*move.by, *move.to))]
        assert all(0 <= a < b <= len(text) for a, b in stretches)
        assert all(sum(c.likely for c in side) <= 1.01 for side in (move.by, move.to))


def test_a_place_tells_of_another_how_far_it_is_and_in_which_sentence() -> None:
    weights = np.array([1.0, 10.0, 100.0, 1000.0, 10000.0, 100000.0], np.float32)
    scores = np.zeros((5, 5), np.float32)
    moves._add_places(scores, weights, np.array([0, 0, 1, 1, 1]))
    expected = np.zeros((5, 5), np.float32)
    sentences = [0, 0, 1, 1, 1]
    for i in range(5):
        for j in range(5):
            same, before = sentences[j] == sentences[i], sentences[j] == sentences[i] - 1
            told = [-np.log1p(abs(j - i)), same, before, j == i - 1, j == i + 1, j < i]
            expected[i, j] = sum(w * t for w, t in zip(weights.tolist(), told, strict=True))
    assert np.allclose(scores, expected, atol=1e-2)


def test_a_network_that_is_cut_short_is_named_with_what_to_do(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path / file.name)
    whole = (tmp_path / moves.FILE).read_bytes()
    (tmp_path / moves.FILE).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(OnrecordError, match="network of moves"):
        TrainedAnnotator(tmp_path, threads=1).annotate(document("The bank asked Lund to wait."))


def test_a_model_without_that_network_has_no_moves(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        if file.is_file() and file.name != moves.FILE:
            shutil.copy(file, tmp_path / file.name)
    assert TrainedAnnotator(tmp_path, threads=1).annotate(document("The bank asked Lund to wait.")).moves == ()
