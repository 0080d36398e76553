"""What several outlets tell of people without a name is one demand, where it is the same people and the same thing."""

from __future__ import annotations

import pytest
from recording_making import record_of_copies

OTHER = "The weather in the valley stayed dry, and the fair on the lower meadow opened a day early this year."


def wanted(first: str, second: str) -> list[str]:
    """What is wanted by the record of two outlets that tell it, each beside something of its own."""
    days = ["2024-05-08", "2024-05-09"]
    return [d.what for d in record_of_copies(f"{first} {OTHER}", second, published=days).demands]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Two big city investors asked Brask Mills to study the effects of its dyes on the river.",
            "In May, two investors asked Brask Mills to study what effects its dyes have on the river.",
        ),
        (
            "Campaigners against noise urged Harlow Airport to stop all flights after ten at night.",
            "On Tuesday campaigners urged Harlow Airport to stop flights after ten at night.",
        ),
        (
            "Forty doctors have called on Lissen Hospital to reopen its small eye ward by summer.",
            "Last week doctors at the clinic called on Lissen Hospital to reopen the eye ward.",
        ),
    ],
)
def test_the_same_request_of_people_whom_two_outlets_describe(first: str, second: str) -> None:
    assert len(wanted(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Two investors asked Brask Mills to study the effects of its dyes on the river.",
            "Three investors asked Brask Mills to study the effects of its dyes on the river.",
        ),
        (
            "Campaigners urged Harlow Airport to stop all flights after ten at night.",
            "Pilots urged Harlow Airport to stop all flights after ten at night.",
        ),
        (
            "Doctors have called on Lissen Hospital to reopen its small eye ward by summer.",
            "Doctors have called on Lissen Hospital to pay the nurses of the night shift more.",
        ),
    ],
)
def test_other_people_or_another_thing(first: str, second: str) -> None:
    assert len(wanted(first, second)) == 2
