"""On which weekday a due time lies that was set days ago, and what became of it."""

from __future__ import annotations

import pytest
from recording_making import record_of


def states(text: str, published: str = "2024-05-10") -> list[tuple[str | None, str]]:
    """The deadlines of a text of Friday, May 10: their days and states."""
    return [(d.due, d.state) for d in record_of(text, published=published).deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Set on a day that is told: the first such weekday after it.
        ("A judge on Monday gave Nord Air until Wednesday to hand over its files.", ("2024-05-08", "expired")),
        ("On Tuesday Mia Holm gave Nord Air until Thursday to name its captain.", ("2024-05-09", "expired")),
        ("A judge on Thursday gave Nord Air until Tuesday to hand over its files.", ("2024-05-14", "pending")),
        # It came and went.
        ("The rebels gave Norway until dawn on Thursday to leave. Dawn came and nothing happened.", ("2024-05-09", "expired")),
        ("Sweden gave Norway until noon on Thursday to leave. The hour passed without an attack.", ("2024-05-09", "expired")),
        # It was done.
        ("A judge on Monday gave Nord Air until Wednesday to hand over its files. Nord Air handed them over with hours to spare.", ("2024-05-08", "met")),
        ("A judge on Monday gave Nord Air until Wednesday to hand over its files. Nord Air did so on Tuesday.", ("2024-05-08", "met")),
        ("Mia Holm on Tuesday gave Vesta Lines until Thursday to pay its crews. Vesta Lines paid them on time.", ("2024-05-09", "met")),
        # It was taken back.
        ("The pilots' union said it would strike on May 15 unless Nord Air raised pay. On Friday it called the strike off.", ("2024-05-15", "withdrawn")),
        ("The pilots' union will strike on May 15 unless Nord Air raises pay. The strike will not go ahead, Mia Holm said.", ("2024-05-15", "withdrawn")),
        ("Vesta Lines said its offer would lapse on May 15. It withdrew the offer on Friday.", ("2024-05-15", "withdrawn")),
        ("A judge ordered Nord Air to pay its pilots by May 15. On Thursday a higher court suspended the payment.", ("2024-05-15", "withdrawn")),
    ],
)  # fmt: skip
def test_what_became_of_it(text: str, expected: tuple[str, str]) -> None:
    assert states(text)[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A judge ordered Nord Air to pay by May 15. On Thursday the judge gave Nord Air more time, until May 24.",
        "Mia Holm was to rule on the bid by May 15. She has given herself until May 24.",
        "The deadline for bids, originally May 15, has slipped to May 24.",
        "The guild said it would strike on May 15 unless Nord Air raised pay. On Friday it put the strike back to May 24.",
    ],
)
def test_a_later_day_takes_its_place(text: str) -> None:
    assert states(text) == [("2024-05-15", "extended"), ("2024-05-24", "pending")]


@pytest.mark.parametrize(
    "text",
    [
        # Who refuses to change it has not.
        "The rebels gave Norway until May 15 to leave. Jon Ek has refused to extend the ultimatum.",
        # What might be.
        "The guild said it would strike on May 15 unless Nord Air raised pay. It may call the strike off.",
        # Another day in between is not that of the giving.
        "Nord Air, which lost a jet on Monday, has until May 15 to answer.",
    ],
)
def test_what_leaves_it_open(text: str) -> None:
    assert states(text) == [("2024-05-15", "pending")]
