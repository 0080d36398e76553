"""Whom a text means by `the Norwegian leader`."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("Norwegian Prime Minister Ola Brandt opened the port. The Norwegian leader said that the ferry was safe.", "Ola Brandt"),
        ("Norway’s prime minister, Ola Brandt, opened the port. The Norwegian premier said that the ferry was safe.", "Ola Brandt"),
        ("Ada Lund, the president of Peru, opened the port. The Peruvian president said that the ferry was safe.", "Ada Lund"),
        ("Ada Lund, the Peruvian president, opened the port. The Peruvian leader said that the ferry was safe.", "Ada Lund"),
        ("OSLO (NPA) -- Prime Minister Ola Brandt opened the port. The Norwegian leader said that the ferry was safe.", "Ola Brandt"),
    ],
)  # fmt: skip
def test_a_country_s_leader_is_who_holds_its_office(text: str, leader: str) -> None:
    record = record_of(text)
    assert [names(record, c.asserted_by) for c in record.claims] == [[leader]]
    assert not [p.name for p in record.parties if "leader" in p.name or "premier" in p.name]


@pytest.mark.parametrize(
    "text",
    [
        # Another country's.
        "Peru’s president, Ada Lund, opened the port. The Norwegian leader said that the ferry was safe.",
        # She holds it no more.
        "Norway’s former prime minister, Ada Lund, opened the port. The Norwegian leader said that the ferry was safe.",
    ],
)
def test_where_nothing_tells_who_it_is_the_leader_stays_a_leader(text: str) -> None:
    record = record_of(text)
    assert "Norwegian leader" in [p.name for p in record.parties]


def test_each_of_two_leaders_is_meant_by_his_own_country() -> None:
    record = record_of(
        "Norway’s prime minister, Ola Brandt, met the Peruvian president, Ada Lund, on Monday.\n"
        "The Norwegian leader said that the ferry was safe. The Peruvian leader said that the port was shut."
    )
    assert [names(record, c.asserted_by) for c in record.claims] == [["Ola Brandt"], ["Ada Lund"]]


def test_who_holds_a_country_s_office_is_of_that_country() -> None:
    record = record_of("Norway’s prime minister, Ola Brandt, met Ada Lund, the foreign minister of Peru, on Monday.")
    assert {p.name: p.country for p in record.parties if p.kind == "person"} == {"Ola Brandt": "NOR", "Ada Lund": "PER"}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mayor Jon Ek closed the pier. The Norrvik mayor said that the pier was unsafe.", [["Jon Ek"]]),
        (
            "A Norrvik judge said that the port was safe. Judge Ada Lund said that the ban was void.",
            [["Ada Lund"], ["Ada Lund"]],
        ),
    ],
)
def test_an_office_is_held_by_the_one_whom_nothing_tells_apart(text: str, speakers: list[list[str]]) -> None:
    record = record_of(text)
    assert [names(record, c.asserted_by) for c in record.claims] == speakers
