"""Whom a text goes on with by what he is, and who does not speak although a source names him."""

from __future__ import annotations

import pytest
from recording_making import record_of


def sources(text: str) -> list[str | None]:
    """Who makes each statement of a text."""
    record = record_of(text)
    name = {p.id: p.name for p in record.parties}
    return [name.get(s.source or "") for s in record.statements]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek said on Monday that he would run. The billionaire said he was ready.",
        "Sen. Jon Ek spoke first. The town was quiet. The senator said the dam was safe.",
        "Gov. Jon Ek met Ada Lund. Lund was late. The governor said the dam was safe.",
        "Rep. Jon Ek opposed the bridge. The congressman said it would cost too much.",
    ],
)
def test_a_text_goes_on_with_somebody_by_what_he_is(text: str) -> None:
    assert sources(text)[-1] == "Jon Ek"


def test_who_was_introduced_without_a_name_is_not_who_was_told_of_last() -> None:
    text = "A lawmaker left the hall. Jon Ek said on Monday that he would run. The lawmaker said the vote was lost."
    assert sources(text)[-1] != "Jon Ek"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Supply sources in Sweden said the mill was closed.", "Sweden"),
        ("Traders in Norway said the mill was closed.", "Norway"),
        ("Polls in Denmark showed that the party had lost.", "Denmark"),
    ],
)
def test_those_who_are_somewhere_are_not_the_place(text: str, place: str) -> None:
    assert place not in sources(text)


def test_pronouns_tell_who_is_a_woman() -> None:
    text = (
        "Wrenna Holt said she was ill. Wrenna Holt said she was late. Odd Berg left. "
        "Wrenna Holt met Odd Berg, and she said the dam was safe."
    )
    assert sources(text)[-1] == "Wrenna Holt"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Bladet newspaper said the mill had closed. The town was quiet. The newspaper said 40 men left.", "Bladet"),
        ("The Kanto movement said it would march. It rained. The movement said it had no arms.", "Kanto"),
        ("The Velda airline said it would fly. It rained. The airline said it had no pilots.", "Velda"),
    ],
)
def test_a_text_goes_on_with_a_body_by_what_stands_behind_its_name(text: str, body: str) -> None:
    assert sources(text)[-1] == body
