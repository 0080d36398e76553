"""Answers that name no demand by its noun, or reject it by what they call it."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def answered(text: str) -> tuple[str, list[tuple[str, list[str]]]]:
    record = record_of(text)
    assert len(record.demands) == 1, [d.what for d in record.demands]
    demand = record.demands[0]
    return demand.state, [(a.kind, names(record, a.by)) for a in demand.answers]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sweden asked Norway to stop the flights. Norway said it would not stop the flights.", "Norway"),
        ("The Dockers Union asked Nord Air to rehire the loaders. Nord Air said it would not rehire them.", "Nord Air"),
        ("Jon Ek urged Mia Holm to publish the list. Holm ruled out publishing the list.", "Mia Holm"),
        ("The Nurses Guild asked Mayor Jon Ek to reopen the clinic. Ek had no plans to reopen the clinic.", "Jon Ek"),
    ],
)
def test_who_will_not_do_what_he_is_asked_rejects(text: str, by: str) -> None:
    assert answered(text) == ("rejected", [("rejects", [by])])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sweden demanded that Norway release the crew. Norway released the crew on Monday.", "Norway"),
        ("The Supreme Court told Nord Air to pay the fine. Nord Air paid the fine in full.", "Nord Air"),
        ("Jon Ek called on the Harbour Board to lift the ban. The Harbour Board lifted the ban.", "Harbour Board"),
    ],
)
def test_who_does_what_he_is_asked_accepts(text: str, by: str) -> None:
    assert answered(text) == ("accepted", [("accepts", [by])])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Mia Holm urged Jon Ek to drop the suit. Ek called the request absurd.", "Jon Ek"),
        (
            "Vesta Lines made a $5 million bid for Norrvik Mills. Norrvik Mills described the bid as derisory.",
            "Norrvik Mills",
        ),
        ("Sweden made a proposal to share the port. Norway branded the proposal a trick.", "Norway"),
    ],
)
def test_a_demand_is_rejected_by_what_it_is_called(text: str, by: str) -> None:
    assert answered(text) == ("rejected", [("rejects", [by])])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sweden made a proposal to share the port. Norway said no to the proposal.", "Norway"),
        ("The Dockers Union asked for a 6 percent raise. Nord Air brushed aside the demand.", "Nord Air"),
        ("The Dockers Union voted against Nord Air's offer.", "Dockers Union"),
    ],
)
def test_verbs_that_reject_with_the_word_after_them(text: str, by: str) -> None:
    assert answered(text) == ("rejected", [("rejects", [by])])


@pytest.mark.parametrize(
    "sequel",
    [
        "Norway would release the crew if the fine were paid.",
        "Norway released a statement.",
        "Sweden released the crew of another ship.",
        "Norway has not released the crew.",
    ],
)
def test_what_is_supposed_or_another_matter_answers_nothing(sequel: str) -> None:
    record = record_of(f"Sweden demanded that Norway release the crew. {sequel}")
    assert record.demands[0].state == "pending"


@pytest.mark.parametrize(
    ("text", "state", "kind", "by"),
    [
        ("The council asked Harlan Corp to publish the accounts, which it declined to do.", "rejected", "rejects", "Harlan Corp"),
        ("The ministry asked Brent Moss to leave the building, which he refused to do on Tuesday.", "rejected", "rejects", "Brent Moss"),
        ("Sweden demanded that Norway reopen the bridge, something it has refused to do.", "rejected", "rejects", "Norway"),
        ("The mayor urged the Norrvik Guild to return to work, which the guild agreed to do.", "accepted", "accepts", "Norrvik Guild"),
    ],
)  # fmt: skip
def test_which_names_all_that_was_asked(text: str, state: str, kind: str, by: str) -> None:
    assert answered(text) == (state, [(kind, [by])])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Nord Air offered the dockers a bonus. They turned it down because it was too small.", "dockers"),
        ("Vesta Lines offered the loaders a raise in May. They rejected it.", "loaders"),
    ],
)
def test_a_pronoun_that_turns_an_offer_down_stands_for_those_to_whom_it_was_made(text: str, by: str) -> None:
    assert answered(text) == ("rejected", [("rejects", [by])])
