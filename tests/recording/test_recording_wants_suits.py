"""What is asked of courts, and how they rule: suits, petitions, appeals."""

from __future__ import annotations

import pytest
from recording_making import names, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Nurses Guild filed a lawsuit against Nord Air over the rota.",
            (["Nurses Guild"], ["Nord Air"], "a lawsuit against Nord Air over the rota"),
        ),
        (
            "Mia Holm filed suit challenging the map in federal court.",
            (["Mia Holm"], ["federal court"], "suit challenging the map in federal court"),
        ),
        (
            "Jon Ek has filed a lawsuit aimed at changing the law on moorings.",
            (["Jon Ek"], [], "a lawsuit aimed at changing the law on moorings"),
        ),
        (
            "Vesta Lines sued Norrvik Mills over the dam.",
            (["Vesta Lines"], ["Norrvik Mills"], "sued Norrvik Mills over the dam"),
        ),
        (
            "Norrvik Mills was sued by Vesta Lines over the dam.",
            (["Vesta Lines"], ["Norrvik Mills"], "sued by Vesta Lines over the dam"),
        ),
        (
            "Vesta Lines contested the award before the Audit Office with a formal protest.",
            (["Vesta Lines"], ["Audit Office"], "contested the award"),
        ),
        (
            "Mia Holm appealed the ruling to the Supreme Court.",
            (["Mia Holm"], ["Supreme Court"], "appealed the ruling"),
        ),
    ],
)
def test_who_sues_wants_something(text: str, wanted: tuple[list[str], list[str], str]) -> None:
    assert wanted_in(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Vesta Lines plans to sue Norrvik Mills over the dam.",
        "Vesta Lines did not sue Norrvik Mills over the dam.",
        "Vesta Lines will file a lawsuit against Norrvik Mills if the dam is built.",
        "A Norway man employed at the mill filed a lawsuit against Nord Air over the rota.",
        "Jon Ek was sued.",
        "The chairman challenged the board to a race.",
    ],
)
def test_who_has_not_sued_wants_nothing(text: str) -> None:
    assert wanted_in(text) == []


def test_a_suit_whose_aim_is_told_is_told_once() -> None:
    text = "Vesta Lines filed a lawsuit in a Lund court to block a tender offer by Norrvik Mills."
    assert [what for _, _, what in wanted_in(text)] == ["block a tender offer by Norrvik Mills"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The Nurses Guild filed a lawsuit against Nord Air over the rota. A federal judge dismissed the lawsuit.", "rejects"),
        ("Vesta Lines sued Norrvik Mills over the dam. The Supreme Court ruled against Norrvik Mills.", "accepts"),
        ("Vesta Lines sued Norrvik Mills over the dam. The Supreme Court ruled in favour of Norrvik Mills.", "rejects"),
        ("Jon Ek filed a petition challenging the map. A judge agreed with Ek that the map was unfair.", "accepts"),
        ("Mia Holm appealed the verdict to the Supreme Court. The appeal was rejected in May.", "rejects"),
        ("Vesta Lines sued Norrvik Mills over its name. Vesta Lines lost its court case in May.", "rejects"),
    ],
)
def test_a_ruling_answers_the_suit(text: str, answer: str) -> None:
    (demand,) = record_of(text).demands
    assert [a.kind for a in demand.answers] == [answer]


@pytest.mark.parametrize(
    "text",
    [
        "Vesta Lines sued Norrvik Mills over the dam. The court denied the motions.",
        "Vesta Lines sued Norrvik Mills over the dam. The Supreme Court ruled against Nord Air in another case.",
        "Vesta Lines sued Norrvik Mills over the dam. A judge will hear the case in May.",
    ],
)
def test_what_is_ruled_on_something_else_answers_nothing(text: str) -> None:
    record = record_of(text)
    assert [(names(record, d.by), d.answers) for d in record.demands] == [(["Vesta Lines"], ())]
