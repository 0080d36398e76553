"""Due times in conditions and in duties that tell their day first."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

Due = tuple[str | None, list[str], list[str]]


def due(text: str) -> list[Due]:
    """The deadlines of a text of Wednesday, May 8: when, by whom, on whom."""
    record = record_of(text)
    return [(d.due, names(record, d.set_by), names(record, d.on)) for d in record.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever fails to do something.
        ("Nord Air said anybody who has not signed by noon on Friday will lose his place.", ("2024-05-10", ["Nord Air"], [])),
        ("Miners who fail to report by May 20 will be dismissed, the Harbour Authority warned.", ("2024-05-20", ["Harbour Authority"], ["Miners"])),
        ("Tenants who do not move out by Saturday face arrest, Mia Holm said.", ("2024-05-11", ["Mia Holm"], ["Tenants"])),
        # A condition without `if`.
        ("Jon Ek said the fleet would stay in port should the fees not be lowered by May 24.", ("2024-05-24", ["Jon Ek"], [])),
        # What may fail to come.
        ("Failing an answer by May 15, Vesta Lines will go to court.", ("2024-05-15", ["Vesta Lines"], [])),
        ("Without a deal by Sunday, the Loaders' Guild would stop work.", ("2024-05-12", ["Loaders' Guild"], [])),
        ("Nord Air will sue in the absence of an apology from Mia Holm by June 3.", ("2024-06-03", ["Nord Air"], ["Mia Holm"])),
        # What something is granted on.
        ("The Harbour Bank will wait so long as Nord Air opens its books by the end of the month.", ("2024-05-31", ["Harbour Bank"], ["Nord Air"])),
        ("The Harbour League will drop the case, provided Vesta Lines pays the first half by May 15.", ("2024-05-15", ["Harbour League"], ["Vesta Lines"])),
        # Told in the order `by when`, who, what.
        ("No later than May 20, Nord Air must publish its accounts.", ("2024-05-20", [], ["Nord Air"])),
        ("“By Friday, Vesta Lines has to show that its ships float,” Mia Holm said.", ("2024-05-10", ["Mia Holm"], ["Vesta Lines"])),
        ("If by Friday the canal has not been cleared, the yard will close, Jon Ek said.", ("2024-05-10", ["Jon Ek"], [])),
        # What must be so, and what somebody wants to be done or to have.
        ("The weir must be open again before the week is out, Mia Holm said.", ("2024-05-12", ["Mia Holm"], [])),
        ("The letters are to be with the judge by noon on Monday.", ("2024-05-13", [], [])),
        ("Mia Holm wants the sheds cleared of every barrel by Monday.", ("2024-05-13", ["Mia Holm"], [])),
        ("Nord Air is under orders to mend its engines by June 3.", ("2024-06-03", [], ["Nord Air"])),
        # The negated verb is not the first one of its clause; or something is so still.
        (
            "Jon Ek said the gas would be cut off if the money that he says he is owed had not come by Friday.",
            ("2024-05-10", ["Jon Ek"], []),
        ),
        ("Norway will recall its envoy on Friday if Jon Ek is still minister.", ("2024-05-10", ["Norway"], ["Jon Ek"])),
    ],
)  # fmt: skip
def test_conditions_and_duties(text: str, expected: Due) -> None:
    assert due(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # What merely happens, or happened, to some.
        "Those who had not voted by noon on Monday numbered 3,000.",
        "Growers who have not sown by the end of June had a poor year before.",
        "Settlers who had not registered by May could not vote in the last election.",
        # Nobody owes rain, nor would a reader call the fair's opening a bargain.
        "Without rain by the end of June the harvest will fail.",
        "Provided that it does not rain by Friday, the fair will open.",
        # A guess about what has happened.
        "The burglar must have left by Monday night, police said.",
        # What is negated is the main clause.
        "If there are delays in the factory, the watch may not reach shops before September.",
    ],
)
def test_what_is_no_due_time(text: str) -> None:
    assert due(text) == []


def test_what_somebody_is_told_by_a_notice() -> None:
    text = "The Works Council served Nord Air with a notice under which its last three kilns must be shut by June 3."
    assert due(text) == [("2024-06-03", ["Works Council"], ["Nord Air"])]


def test_an_insertion_does_not_part_a_deed_from_its_day() -> None:
    text = "Nord Air is to pay $93 million, or half of what it admits is owed, into a trust by noon on Monday."
    assert due(text) == [("2024-05-13", [], ["Nord Air"])]
