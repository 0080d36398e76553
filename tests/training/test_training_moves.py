"""Passages with their moves: the written form, and references to texts that are kept elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.moves_reader import MovesError, main, read_moves
from training.moves_real import read_real, referred

TEXT = """== 1 labour
The Ferrymen's Union gave Bright Lines until noon on Friday to rehire two cooks. It would not, it said.
The union asked again.
--
ask 1 demand [gave] by [The Ferrymen's Union] to [Bright Lines] what [rehire two cooks]
answer 1 rejects [would not] by [It] = [Bright Lines]
due [until noon on Friday] by [The Ferrymen's Union] on [Bright Lines] for 1 state expired

== 2 nothing
Rain fell.
--
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "passages.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_passage_holds_its_paragraphs_and_its_moves(tmp_path: Path) -> None:
    first, second = read_moves(written(tmp_path, TEXT))
    assert first.text.count("\n\n") == 1
    asked, answered, due = first.moves
    assert first.text[slice(*asked.trigger)] == "gave"
    assert first.text[slice(*(asked.content or (0, 0)))] == "rehire two cooks"
    assert (answered.kind, answered.number) == ("rejects", 1)
    assert first.text[slice(*answered.by[0].mention)] == "It"
    assert first.text[slice(*answered.by[0].name)] == "Bright Lines"
    assert (due.kind, due.number) == ("expired", 1)
    assert second.moves == ()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ask 1 demand [asked thrice] by - to - what [rehire two cooks]", "does not hold"),
        ("ask 1 wish [gave] by - to - what [rehire two cooks]", "unknown kind"),
        ("answer 4 rejects [would not] by [It]", "missing or given twice"),
        ("ask 1 demand [gave] by - to -", "needs `what`"),
        ("perhaps [gave]", "no move"),
    ],
)
def test_a_line_that_is_no_move_is_named_with_its_place(tmp_path: Path, line: str, why: str) -> None:
    path = written(tmp_path, TEXT.replace("ask 1 demand [gave] by [The Ferrymen's Union] to [Bright Lines] what [rehire two cooks]", line))
    with pytest.raises(MovesError, match=why) as raised:
        read_moves(path)
    assert "passages.txt:" in str(raised.value)


def test_a_number_tells_which_of_the_same_words_is_meant(tmp_path: Path) -> None:
    told = read_moves(written(tmp_path, TEXT.replace("by [It] =", "by [it] =")))[0]
    assert told.moves[1].by[0].mention[0] == told.text.index("it said")


def test_a_reference_holds_however_its_text_is_spaced(tmp_path: Path) -> None:
    told = read_moves(written(tmp_path, TEXT))[0]
    spaced = "  ".join(told.text.split(" ")) + "\n\nMore follows."
    for folder, name, line in (
        ("statements", "train.jsonl", {"id": "x", "text": spaced}),
        ("training", "names_train.jsonl", {"set": "conll2003", "tokens": ["No", "."], "tags": []}),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(json.dumps(line) + "\n", encoding="utf-8")
    line = {"set": "statements", "id": "x", **referred(told)}
    (tmp_path / "real.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (again,) = read_real(tmp_path, tmp_path / "real.jsonl")
    assert [again.text[slice(*m.trigger)] for m in again.moves] == ["gave", "would not", "until noon on Friday"]
    assert "More" not in again.text


def test_what_the_repository_holds_is_well_formed(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[2] / "training" / "moves"
    assert main([str(path) for path in sorted(folder.glob("*.txt"))]) == 0
    assert "passages" in capsys.readouterr().out
