"""What becomes of something asked where nobody is said to answer: withdrawn, completed, given up, failed, fulfilled."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def fate(text: str) -> tuple[str, list[tuple[str, list[str]]]]:
    record = record_of(text)
    assert len(record.demands) == 1, [d.what for d in record.demands]
    demand = record.demands[0]
    return demand.state, [(a.kind, names(record, a.by)) for a in demand.answers]


@pytest.mark.parametrize(
    "text",
    [
        "Vesta Lines, of Orrland, said it withdrew its offer to acquire Norrvik Mills because the mill did not reply.",
        "Jon Ek made a $5 million bid for Norrvik Mills. Ek dropped his bid on Monday.",
        "The Harbour Board asked Nord Air to build a terminal. The idea was scrapped in March.",
        "The ministry asked the Space Board to study a crewed flight to Mars. However, the plan was abandoned.",
        "The mayor asked the council to buy the old mill for a museum.\n\nThe proposal was shelved in May.",
    ],
)
def test_what_is_taken_back_or_given_up_is_withdrawn(text: str) -> None:
    assert fate(text) == ("withdrawn", [])


@pytest.mark.parametrize(
    "text",
    [
        "The guild will strike on May 20 unless Nord Air abandons its plan to close the mill.",
        "Mia Holm said the town would sue if the council shelved its plan, and asked it to build the pier.",
    ],
)
def test_what_is_only_supposed_has_become_of_nothing(text: str) -> None:
    assert "withdrawn" not in [d.state for d in record_of(text).demands]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The guild asked the council to scrap the ring road. The plan was abandoned in June.", ["council"]),
        ("Mia Holm urged the Harbour Board to drop the levy. The plan was shelved.", ["Harbour Board"]),
        ("Sweden asked Norway to cancel the exercise. The plan was scrapped on Friday.", ["Norway"]),
    ],
)
def test_a_plan_given_up_grants_the_request_that_it_be(text: str, by: list[str]) -> None:
    assert fate(text) == ("accepted", [("accepts", by)])


@pytest.mark.parametrize(
    "text",
    [
        "Talks last year failed when the guild demanded a raise of 9 percent for all nurses.",
        "Negotiations between the mill and the pilots collapsed in May after the pilots demanded a share of the fees.",
        "Negotiations broke down over Sweden's demand that Norway close a plant.",
    ],
)
def test_what_talks_failed_over_is_rejected(text: str) -> None:
    state, answers = fate(text)
    assert state == "rejected"
    assert [kind for kind, _ in answers] == ["rejects"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks stalled after the guild demanded a raise of 9 percent for all nurses.",
        "Talks failed. The guild demanded a raise of 9 percent for all nurses.",
    ],
)
def test_talks_that_go_on_or_failed_before_reject_nothing(text: str) -> None:
    assert fate(text) == ("pending", [])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ada Ek told Peter Sand to take the driver to Saint Olaf Hospital. He was rushed to Saint Olaf.", "Peter Sand"),
        ("Jon Ek asked the Prison Board to move his brother to Oslo. The brother was moved to Oslo.", "Prison Board"),
        ("Once Ada Lund made it to Saint Olaf, she slept. Jon Ek had told Mia Holm to take her to Saint Olaf.", "Mia Holm"),
        ("Sweden urged Norway to fly the crew to Bergen. The crew were flown to Bergen on Monday.", "Norway"),
    ],
)
def test_who_has_come_where_he_was_to_be_brought_was_brought(text: str, by: str) -> None:
    assert fate(text) == ("accepted", [("accepts", [by])])


def test_who_comes_to_another_place_was_not() -> None:
    text = "Sweden urged Norway to fly the crew to Bergen. The cargo was flown to Oslo on Monday."
    assert fate(text) == ("pending", [])


@pytest.mark.parametrize(
    "text",
    [
        "Vesta Lines completed its $5 million tender offer for Norrvik Mills.",
        "Jon Ek made a $5 million bid for Norrvik Mills. On Monday Ek completed his purchase.",
        "Harlan Corp offered $9 a share for Norrvik Mills. Harlan Corp completed the takeover in May.",
    ],
)
def test_a_bid_that_is_completed_is_accepted(text: str) -> None:
    assert fate(text) == ("accepted", [("accepts", ["Norrvik Mills"])])


@pytest.mark.parametrize(
    "text",
    [
        # Not to dismiss it, to vow the contrary, to sign a plea for it: none of them grants it.
        "Jon Ek proposed a truce to the port. The Harbour Board did not dismiss the proposal.",
        "Mia Holm called on Jon Ek to drop out of the race. Ek vowed to remain in the race for the town.",
        "The Nurses Guild urged Jon Ek to veto the bill. Ek's brother signed a letter asking others to veto the bill.",
        "Jon Ek offered to plead guilty to the theft. A jury failed to return a verdict on Monday.",
    ],
)
def test_what_only_looks_like_an_answer_leaves_a_demand_open(text: str) -> None:
    assert record_of(text).demands[0].state in ("pending", "rejected")
    assert all(a.kind != "accepts" for d in record_of(text).demands for a in d.answers)
