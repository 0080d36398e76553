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
from onrecord.types import Block, Chance, Document, Move, Source


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
        stretches = [(move.start, move.end), *((c.start, c.end) for c in (*move.by, *move.to, *move.by_name, *move.to_name))]
        assert all(0 <= a < b <= len(text) for a, b in stretches)
        assert all(sum(c.likely for c in side) <= 1.01 for side in (move.by, move.to, move.by_name, move.to_name))


def test_who_is_meant_by_a_pronoun_is_named_elsewhere() -> None:
    text = "Marlow Ports makes a loss. The dockers’ union said on Friday that it was urging the firm to sell two cranes."
    best = max((m for m in moves_of(text) if m.kind in WANTED), key=lambda m: m.likely)
    assert text[best.to[0].start : best.to[0].end] in "the firm"
    assert text[best.by_name[0].start : best.by_name[0].end] in "The dockers’ union"
    assert text[best.to_name[0].start : best.to_name[0].end] in "Marlow Ports"


def test_stretches_of_likely_words_are_taken_together_and_put_in_order() -> None:
    spans = [(0, 2), (3, 5), (6, 8), (9, 11)]
    likely = np.array([[0.2, 0.1, 0.0, 0.6], [0.0, 0.01, 0.0, 0.0]], np.float32)
    found = moves._chances(spans, likely)
    assert found == [(Chance(9, 11, 0.6), Chance(0, 5, 0.3)), ()]


@pytest.mark.parametrize("name", [moves.TABLES, moves.LAYERS])
def test_a_network_that_is_cut_short_is_named_with_what_to_do(tmp_path: Path, name: str) -> None:
    for file in FOLDER.iterdir():
        if file.is_file():
            shutil.copy(file, tmp_path / file.name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(OnrecordError, match="network of moves"):
        TrainedAnnotator(tmp_path, threads=1).annotate(document("The bank asked Lund to wait."))


def test_layers_without_matrices_are_not_looked_for_and_matrices_without_layers_are_told(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        if file.is_file() and file.name != moves.LAYERS:
            shutil.copy(file, tmp_path / file.name)
    with pytest.raises(OnrecordError, match="network of moves is missing"):
        TrainedAnnotator(tmp_path, threads=1).annotate(document("The bank asked Lund to wait."))
    (tmp_path / moves.TABLES).unlink()
    assert TrainedAnnotator(tmp_path, threads=1).annotate(document("The bank asked Lund to wait.")).moves == ()
