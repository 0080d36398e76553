"""Sums that fall due: who sent the bill, who owes it, and what becomes of all its parts when it was a mistake."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record
from onrecord.types import Record


def owed(record: Record) -> list[tuple[list[str], list[str], str | None, str]]:
    """Who billed whom, until when, and what became of it, of each deadline of a record."""
    return [(names(record, d.set_by), names(record, d.on), d.due, d.state) for d in record.deadlines]


BILLS = [
    ("Mia Holm received a heating bill of 4 million crowns. A minimum payment was due on June 3.\n"
     "Her son called Fjordkraft, her energy provider.", "Fjordkraft", "Mia Holm", "2024-06-03"),
    ("Jon Ek, a baker, got a bill of $2 million from the Rasvik Water Board. The first instalment was due on June 3.",
     "Rasvik Water Board", "Jon Ek", "2024-06-03"),
    ("Nord Clinic billed Lars Moe for $90,000. The first payment was due on May 20.",
     "Nord Clinic", "Lars Moe", "2024-05-20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "biller", "debtor", "due"), BILLS)
def test_a_sum_is_owed_to_whoever_sent_the_bill(text: str, biller: str, debtor: str, due: str) -> None:
    assert owed(record_of(text)) == [([biller], [debtor], due, "pending")]


@pytest.mark.parametrize(
    "ending",
    [
        "The board confirmed the error.",
        "The board later said that the actual amount was $84.",
        "The board does not know how the mistake had occurred.",
        "The bill was sent by mistake, the board said.",
    ],
)
def test_a_bill_that_was_a_mistake_is_withdrawn_in_all_its_parts(ending: str) -> None:
    text = (
        "Jon Ek got a bill of $2 million from the Rasvik Water Board. He did not have to pay the full amount until"
        f" July 1, 2024, but a first payment was due on June 3. {ending}"
    )
    assert [d[2:] for d in owed(record_of(text))] == [("2024-06-03", "withdrawn"), ("2024-07-01", "withdrawn")]


@pytest.mark.parametrize(
    ("text", "who", "due"),
    [
        ("Mia Holm does not have to pay the fine until July 1.", "Mia Holm", "2024-07-01"),
        ("Nord Air need not publish the files until June 3.", "Nord Air", "2024-06-03"),
        ("The Harbour Board doesn’t need to decide until May 20.", "Harbour Board", "2024-05-20"),
    ],
)
def test_what_need_not_be_done_until_a_day_is_due_then(text: str, who: str, due: str) -> None:
    assert [d[1:3] for d in owed(record_of(text))] == [([who], due)]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm did not have to wait until July 1.",
        "The lake does not have to be frozen until December.",
        "A payment was due on June 3, but no bill is known.",
    ],
)
def test_nobody_owes_what_nobody_billed(text: str) -> None:
    assert all(not d[0] and not d[1] for d in owed(record_of(text)))


def test_a_name_stands_for_the_description_that_another_report_gives() -> None:
    named = "Jon Ek got a heating bill from Fjordkraft. He has to pay it by June 3, 2024."
    described = "Jon Ek got a heating bill. The power company says he has to pay it by June 3, 2024."
    record = make_record(
        [document(named, id="a", published="2024-05-08"), document(described, id="b", published="2024-05-09")], []
    )
    assert owed(record) == [(["Fjordkraft"], ["Jon Ek"], "2024-06-03", "pending")]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek got a bill of $2 million from the Rasvik Water Board. The bill showed that he had to pay the full amount by July 1,"
        " 2024. The board confirmed the error.",
        "The Rasvik Water Board sent Jon Ek a bill of $2 million and gave him until July 1, 2024, to pay it. The board confirmed"
        " the error.",
        "The Rasvik Water Board gave Jon Ek until July 1, 2024, to pay the full amount of a $2 million bill. The bill was sent by"
        " mistake, the board said.",
    ],
)
def test_what_was_to_be_paid_is_withdrawn_with_its_day(text: str) -> None:
    (demand,) = record_of(text).demands
    assert demand.what.startswith("pay")
    assert demand.state == "withdrawn"
