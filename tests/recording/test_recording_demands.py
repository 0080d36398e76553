"""Demands, requests, conditions and offers, and how they are answered."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.types import Demand, Record


def only(text: str) -> tuple[Record, Demand]:
    record = record_of(text)
    assert len(record.demands) == 1, [d.what for d in record.demands]
    return record, record.demands[0]


@pytest.mark.parametrize(
    ("text", "kind", "by", "to", "what"),
    [
        ("Mia Holm urged the Central Bank of Norway to cut its rates.", "request", ["Mia Holm"], ["Central Bank of Norway"], "cut its rates"),
        ("Sweden called on Norway to reopen the bridge.", "request", ["Sweden"], ["Norway"], "reopen the bridge"),
        ("The Supreme Court ordered Nord Air to pay the passengers.", "demand", ["Supreme Court"], ["Nord Air"], "pay the passengers"),
        ("Ada Lund demanded that Norway release the pilots.", "demand", ["Ada Lund"], ["Norway"], "release the pilots"),
        ("The Dockers Union demanded a new contract from Norrvik Mills.", "demand", ["Dockers Union"], ["Norrvik Mills"], "a new contract from Norrvik Mills"),
        ("Jon Ek called for an inquiry into the sinking of the ferry.", "request", ["Jon Ek"], [], "an inquiry into the sinking of the ferry"),
        ("Vesta Lines offered $40 a share for Norrvik Mills.", "offer", ["Vesta Lines"], ["Norrvik Mills"], "$40 a share"),
        ("The rebels said they would free the crew if Norway withdrew its troops.", "condition", ["rebels"], ["Norway"], "withdraw its troops"),
        ("Sweden said it would close the port if Norway did not free the crew.", "demand", ["Sweden"], ["Norway"], "free the crew"),
        ("The Nurses Guild filed a lawsuit to block the closure of the clinic.", "request", ["Nurses Guild"], [], "block the closure of the clinic"),
        ("The Dockers Union sought an injunction blocking Nord Air from hiring.", "request", ["Dockers Union"], ["Nord Air"], "an injunction blocking Nord Air from hiring"),
    ],
)  # fmt: skip
def test_what_somebody_wants_of_somebody(text: str, kind: str, by: list[str], to: list[str], what: str) -> None:
    record, demand = only(text)
    assert (demand.kind, names(record, demand.by), names(record, demand.to), demand.what) == (kind, by, to, what)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Ada Lund's demands, including a pardon, a pension and safe passage to Oslo, were rejected by Mia Holm.",
            ["a pardon", "a pension", "safe passage to Oslo"],
        ),
        ("Mia Holm rejected Ada Lund's conditions—including amnesty and a new vote.", ["amnesty", "a new vote"]),
        (
            "Nord Air rejected the pilots' requests, such as longer breaks and fewer flights.",
            ["longer breaks", "fewer flights"],
        ),
    ],
)
def test_a_list_is_split_into_its_members_and_each_is_answered(text: str, members: list[str]) -> None:
    record = record_of(text)
    assert [d.what for d in record.demands] == members
    assert {d.state for d in record.demands} == {"rejected"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Dockers Union demanded a new contract from Nord Air. Nord Air rejected the demand.", "rejected"),
        ("The Dockers Union demanded a new contract from Nord Air. Nord Air agreed to the demand.", "accepted"),
        ("The Dockers Union demanded a new contract from Nord Air. Nord Air dismissed most demands.", "unclear"),
        ("The Dockers Union demanded a new contract from Nord Air. Talks go on.", "pending"),
        ("Mia Holm had urged Jon Ek to resign. Ek refused to resign.", "rejected"),
        ("Sweden asked Norway to stop the flights. Norway said the flights will continue.", "rejected"),
        ("Ada Lund's proposal to move the capital was rejected by Jon Ek.", "rejected"),
        (
            "Vesta Lines made a $5 million bid for Norrvik Mills. Norrvik Mills' directors have rejected the bid.",
            "rejected",
        ),
        ("Vesta Lines withdrew its offer for Norrvik Mills.", "withdrawn"),
        ("Norway gave Sweden until May 3 to free the crew. The deadline passed without a reply.", "rejected"),
        ("Norway gave Sweden until May 3 to free the crew.", "unclear"),
    ],
)
def test_the_state_is_what_the_last_answer_makes_it(text: str, state: str) -> None:
    assert only(text)[1].state == state


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Nord Air rejected the demands of the Pilots Association.", "Pilots Association", "Nord Air"),
        ("Norrvik Mills turned down Vesta Lines' bid.", "Vesta Lines", "Norrvik Mills"),
        ("Mia Holm dismissed Jon Ek's request.", "Jon Ek", "Mia Holm"),
    ],
)
def test_a_demand_may_be_told_only_by_its_answer(text: str, by: str, to: str) -> None:
    record, demand = only(text)
    assert (names(record, demand.by), names(record, demand.to), demand.state) == ([by], [to], "rejected")


def test_what_the_named_members_leave_open_stays_unclear() -> None:
    record = record_of(
        "Nord Air rejected the pilots' terms, including longer breaks and fewer flights. "
        "The pilots also sought a pay rise. Nord Air dismissed most demands."
    )
    assert {d.what: d.state for d in record.demands} == {
        "longer breaks": "rejected", "fewer flights": "rejected", "a pay rise": "unclear",
    }  # fmt: skip


def test_a_demand_told_twice_is_one_with_both_quotations() -> None:
    _, demand = only("Sweden called on Norway to reopen the bridge.\nSweden urged Norway to reopen the old bridge.")
    assert len(demand.evidence) == 2


def test_rival_bids_are_for_the_same_company() -> None:
    record = record_of(
        "Vesta Lines offered $40 a share for Norrvik Mills.\nA $35-a-share bid by Nord Air was extended to June 3."
    )
    assert [names(record, d.to) for d in record.demands] == [["Norrvik Mills"], ["Norrvik Mills"]]


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked Jon Ek for comment.",
        "Mia Holm is seeking re-election.",
        "Jon Ek could demand a recount.",
        "Mia Holm did not demand a recount.",
        "Mia Holm outlined her proposals to widen the harbour.",
        "Demand for steel rose in May.",
    ],
)
def test_what_is_no_demand(text: str) -> None:
    assert record_of(text).demands == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave Sweden until May 3 to free the crew.",
        "The Dockers Union gave Nord Air until May 2 to raise the pay of loaders.",
        "Vesta Lines gave Norrvik Mills until May 6 to return the ferry.",
    ],
)
def test_a_day_that_passed_is_no_answer(text: str) -> None:
    _, demand = only(text)
    assert (demand.answers, demand.state) == ((), "unclear")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Mia Holm asked Norway for a truce. Norway rejected the conditions.", "pending"),
        ("Sweden urged Norway to free the crew. Norway rejected the ultimatum.", "pending"),
        ("Nord Air asked the Dockers Union for a delay. The union rejected most of the conditions.", "pending"),
        ("Mia Holm asked Norway for a truce. Norway rejected the request.", "rejected"),
    ],
)
def test_what_is_only_asked_for_is_no_condition(text: str, state: str) -> None:
    assert only(text)[1].state == state
