"""Of whom something is wanted, where its own sentence names nobody: a side of the quarrel, and who stands on none."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def asked_last(text: str) -> list[str]:
    """Of whom the last demand of a text is wanted."""
    record = record_of(text)
    return names(record, record.demands[-1].to)


@pytest.mark.parametrize(
    "text",
    [
        # A mediator, a relief body, a ship, those who only watch.
        "The Labor Mediation Board met on Monday. The Dockers Union demanded a raise.",
        "The Halvik Relief Society set up tents on Monday. The Dockers Union demanded a raise.",
        "Norway held the freighter Vesta on Monday. The League of Ports demanded an inquiry.",
        "The Human Rights Council met on Monday. The Dockers Union demanded a raise.",
    ],
)
def test_who_stands_on_no_side_is_asked_for_nothing(text: str) -> None:
    found = asked_last(text)
    assert not any(word in name for name in found for word in ("Board", "Relief", "Vesta", "Council")), found


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "The Dockers Union has accused Nord Air of waste. Nord Air and Vesta Lines fly to Halvik. The Dockers Union "
            "demanded a raise.",
            "Nord Air",
        ),
        (
            "Harrow Capital sued Norrvik Mills in March. Norrvik Mills and Vesta Lines share a pier. Harrow Capital "
            "demanded an apology.",
            "Norrvik Mills",
        ),
        (
            "Vesta Lines rejected a plan of the Pilots Guild. Nord Air and Vesta Lines fly to Halvik. The Pilots Guild "
            "demanded a raise.",
            "Vesta Lines",
        ),
    ],
)
def test_of_the_bodies_named_beside_the_one_that_is_opposed_is_asked(text: str, asked: str) -> None:
    assert asked_last(text) == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "A Halvik court ordered the Port Authority to publish its accounts. The Free Docks Campaign had sued the Port "
            "Authority. The Port Authority asked for another month.",
            "court",
        ),
        (
            "The Press Council told Vesta Radio to explain the film. Harrow Capital sued Vesta Radio in March. Vesta Radio "
            "requested more time.",
            "Press Council",
        ),
        (
            "Norway ordered Nord Air to pay the pilots. The Pilots Guild fought Nord Air for a year. Nord Air asked for an "
            "extension.",
            "Norway",
        ),
    ],
)
def test_time_is_asked_of_the_one_who_presses(text: str, asked: str) -> None:
    assert any(asked in name for name in asked_last(text))
