"""Signs are weighed by a table, and kinds follow one another as in printed articles."""

from __future__ import annotations

import re
from importlib.resources import files

import numpy as np

from onrecord.reading.text_kinds import KINDS, kinds_of, likeliest
from onrecord.reading.text_places import place_signs, text_of
from onrecord.reading.text_signs import shape_of


def rows() -> list[list[str]]:
    table = files("onrecord.reading").joinpath("data/text_weights.tsv").read_text("utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


def test_the_table_of_weights_is_well_formed() -> None:
    for sign, weights, meaning in rows():
        parts = weights.split(" ")
        assert all(re.fullmatch(r"[a-z]+[+-]\d+(\.\d+)?", part) for part in parts), sign
        assert {re.split("[+-]", part)[0] for part in parts} <= set(KINDS), sign
        assert meaning


def test_every_sign_of_the_table_is_named_once() -> None:
    signs = [row[0] for row in rows()]
    assert len(signs) == len(set(signs))


def emissions(*wanted: dict[str, float]) -> np.ndarray:
    return np.array([[row.get(kind, 0.0) for kind in KINDS] for row in wanted])


def test_nothing_gives_nothing() -> None:
    assert likeliest(emissions()) == []


def test_clear_evidence_wins() -> None:
    found = likeliest(emissions({"title": 5}, {"byline": 5}, {"paragraph": 5}, {"notice": 5}))
    assert found == ["title", "byline", "paragraph", "notice"]


def test_no_paragraph_after_the_tail_has_begun() -> None:
    # Two lines of links cannot outweigh a paragraph behind them; the body goes on.
    found = likeliest(emissions({"paragraph": 5}, {"links": 3}, {"links": 3}, {"paragraph": 5, "links": 1}))
    assert found == ["paragraph", "links", "links", "paragraph"]
    # Weak evidence for a paragraph among many links is overruled.
    weak = {"paragraph": 0.3, "links": 0.2}
    assert likeliest(emissions({"paragraph": 5}, *[{"links": 3}] * 6, weak, *[{"links": 3}] * 6))[7] == "links"


def signs_of(lines: list[str], bullets: list[bool] | None = None) -> list[set[str]]:
    shapes = [shape_of(line, len(line)) for line in lines]
    text = text_of(lines, shapes, bullets or [False] * len(lines), None)
    return [set(shape.signs) | placed for shape, placed in zip(shapes, place_signs(text, False), strict=True)]


PROSE = (
    "The dockers of Port Alder rejected the ferry company’s last offer on Tuesday, a day before its ultimatum runs out. "
    "They want to close the northern basin at midnight."
)


def test_signs_of_shape() -> None:
    assert "prose 3" in signs_of([PROSE])[0]
    assert {"snippet", "section"} <= signs_of(["Business"])[0]
    assert {"fragment", "question"} <= signs_of(["What will the harbour master do?"])[0]
    assert "sentence" in signs_of(["Nobody had expected it."])[0]
    assert "counter" in signs_of(["14K Shares"])[0]
    assert "reading time" in signs_of(["4 min read"])[0]
    assert "duration" in signs_of(["1:47 Ferry leaves the yard"])[0]
    assert "clock head" in signs_of(["8h15 - Ferry leaves the yard"])[0]
    assert "tweet end" in signs_of(["— Ada Quill (@adaquill) May 3, 2024"])[0]
    assert "picture credit" in signs_of(["Dockers at the gate on Monday. (Ada Quill/AP)"])[0]
    assert "picture credit" in signs_of(["Dockers at the gate in Port Alder.AFP"])[0]
    assert "© year" in signs_of(["© 2024 The Alder Courier"])[0]
    assert "comma list" in signs_of(["dockers, harbour, Port Alder, strike, unions"])[0]


def test_signs_of_place() -> None:
    lines = ["Dockers reject offer in Port Alder", PROSE, PROSE, "Ultimatum runs out", PROSE, PROSE, "Most read", "One", "Two"]
    signs = signs_of(lines)
    assert "headline" in signs[0]
    assert {"alone in prose", "taken up"} <= signs[3]
    assert all({"under links", "late"} <= s for s in signs[7:])


def test_names_are_told_from_words_that_the_article_writes_small() -> None:
    lines = ["Dockers reject offer in Port Alder", "Ada Quill", "Northern Basin", PROSE, PROSE]
    signs = signs_of(lines)
    assert "head name" in signs[1]
    assert "common words" in signs[2]


def test_items_that_a_colon_introduces_are_paragraphs() -> None:
    lines = [PROSE, PROSE, "The union wants three things of the company:", "a rise of six per cent;", "two more cranes; and"]
    lines += ["a doctor on the quay.", PROSE]
    shapes = [shape_of(line, len(line)) for line in lines]
    assert set(kinds_of(lines, shapes, [False] * len(lines))) == {"paragraph"}


def test_headline_like_points_of_a_marked_list_that_the_body_follows_are_key_points() -> None:
    points = ["• Ferry company withdraws its offer", "• Dockers end their picket at the gate"]
    lines = ["Quiet returns to Port Alder", *points, PROSE]
    signs = signs_of(lines, [False, True, True, False])
    assert all("bullet before body" in signs[i] for i in (1, 2))


def test_a_marked_list_of_short_labels_before_the_body_holds_no_key_points() -> None:
    lines = ["Quiet returns to Port Alder", "• Home", "• World news", "• Weather", PROSE]
    assert not any("bullet before body" in s for s in signs_of(lines, [False, True, True, True, False]))
