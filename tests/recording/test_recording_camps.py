"""Whom `both sides` and `the parties` mean where a text calls its camps by what they are."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

WAR = (
    "The government of Norrland and the rebels of the north met in Halvik on Monday. The government sent its "
    "generals. The Red Heron Society says the war has killed 300 people. Last month shells hit a clinic of the Red "
    "Heron Society, killing nine people."
)
STRIKE = (
    "The nurses walked out of Halvik Infirmary on Monday. The union says the hospital cut the night shift. The "
    "hospital denies it. The Halvik Courier has seen the rota. Arnvik and Tromby lie near by."
)
COURT = (
    "The pilots of Nord Air stopped work on Monday. The airline called the strike unlawful. The pilots said the "
    "airline had broken its word. Judge Ada Lund heard them in Halvik."
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (WAR + "\nJon Ek of the Red Heron Society urged both sides to open the road.", {"Norrland", "rebels"}),
        (STRIKE + "\nThe mediator, Mia Holm, asked both sides to return to the table.", {"union", "hospital"}),
        (COURT + "\nMayor Jon Ek called on both sides to accept arbitration.", {"pilots", "Nord Air"}),
        (WAR + "\nJon Ek urged the parties to sign a truce.", {"Norrland", "rebels"}),
    ],
)
def test_both_sides_are_the_camps(text: str, asked: set[str]) -> None:
    record = record_of(text)
    found = names(record, record.demands[-1].to)
    assert len(found) == 2
    assert all(any(word.casefold() in name.casefold() for name in found) for word in asked), found


def test_the_parties_of_an_election_are_no_camps() -> None:
    record = record_of(WAR + "\nThe judge ordered the parties to name their lists by Friday.")
    assert all(not d.to for d in record.demands)


def test_people_who_are_only_counted_are_no_side() -> None:
    record = record_of(
        "Norway accused 40 people of arson. Norway blamed 40 people for the fire. Norway demanded a fee from Sweden. "
        "Sweden rejected the demand.\nIceland urged both sides to talk."
    )
    assert set(names(record, record.demands[-1].to)) == {"Norway", "Sweden"}
