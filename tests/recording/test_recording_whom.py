"""Of whom something is wanted, where the sentence calls him by a noun that stands for a party of the whole report."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def asked_last(text: str) -> list[str]:
    """Of whom the last demand of a text is wanted."""
    record = record_of(text)
    return names(record, record.demands[-1].to)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # The state of those who ask.
        ("Iceland closed its waters on Monday.\nNorway's trawler owners have urged the government to settle.", "Norway"),
        # The state whose things are meant.
        (
            "Peru seized two boats on Friday. Peru and Ecuador share the bay.\nThe Chamber of Canners, whose president is "
            "Ana Paz, has asked the government to close Ecuador's ports to Peruvian vessels.",
            "Ecuador",
        ),
        # The state that the report is written from.
        (
            "OSLO, May 6 - Norway and Sweden failed to agree on Monday, Norway's foreign minister said. Sweden walked "
            "out.\nFarmers urged the government to open the border.",
            "Norway",
        ),
    ],
)
def test_the_government_is_that_of_a_state(text: str, state: str) -> None:
    assert asked_last(text) == [state]


def test_a_foreign_town_that_a_report_is_written_from_makes_no_state_of_it() -> None:
    text = (
        "NAIROBI, Kenya - The government of Norrland and the rebels of the uplands met on Monday. Norrland's president "
        "stayed at home.\nThe rebels urged the government to free the crew."
    )
    assert asked_last(text) != ["Kenya"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "The Halvik School Board met on Monday. The teacher Jon Ek asked the board to keep the choir.",
            "Halvik School Board",
        ),
        (
            "Norrvik Mills lost money last year. Harrow Capital told Norrvik Mills's directors to sell the port.",
            "Norrvik Mills",
        ),
        (
            "Harrow Capital told Norrvik Mills on Monday that it must sell the port by Friday.",
            "Norrvik Mills",
        ),
    ],
)
def test_a_body_is_asked_through_what_it_acts_by(text: str, asked: str) -> None:
    assert asked_last(text) == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "Parents met on Monday. The parents demanded that Halvik Elementary stay open.",
        "Mia Holm demanded that Norrvik Mills remain in the town.",
        "Parents want Halvik Elementary to stay open.",
        "The Dockers Union demanded that Jon Ek be freed.",
    ],
)
def test_what_is_to_last_is_asked_of_others(text: str) -> None:
    record = record_of(text)
    assert record.demands
    assert not {"Halvik Elementary", "Norrvik Mills", "Jon Ek"} & set(names(record, record.demands[-1].to))


def test_who_is_told_of_an_offer_is_not_asked() -> None:
    record = record_of("Jon Ek offered reporters to let engineers inspect the dam.")
    assert all("reporters" not in names(record, d.to) for d in record.demands)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Harrow Capital, a fund that owns a tenth of Norrvik Mills, called on the board to sell the port.", "Norrvik Mills"),
        ("The fund Harrow Capital, which has a stake in Vesta Lines, urged the board to dismiss Jon Ek.", "Vesta Lines"),
        ("The union at Nord Air asked the management to open its books.", "Nord Air"),
    ],
)
def test_a_board_without_a_name_is_that_of_the_body_named_beside_it(text: str, asked: str) -> None:
    assert asked_last(text) == [asked]
