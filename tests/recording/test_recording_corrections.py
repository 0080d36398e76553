"""What is taken back."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record
from onrecord.types import Record


def of_two(first: str, second: str) -> Record:
    return make_record(
        [document(first, id="a", published="2024-03-01"), document(second, id="b", published="2024-03-05")], []
    )


@pytest.mark.parametrize(
    ("said", "taken_back"),
    [
        ("Nord Air said that 19 sailors were aboard the Anneke.", "Nord Air retracted its claim that 19 sailors were aboard."),
        ("Mia Holm said the northern pier had been mined by rebels.", "Mia Holm withdrew her statement that the northern pier had been mined by rebels."),
        ("The Oslo Herald reported that the bank was closed.", "The Oslo Herald retracted its report that the bank was closed."),
    ],
)
def test_a_claim_that_its_only_speaker_takes_back_is_retracted(said: str, taken_back: str) -> None:
    [claim] = of_two(said, taken_back).claims
    assert claim.status == "retracted"
    assert {e.document for e in claim.evidence} == {"a", "b"}


def test_what_somebody_else_says_as_well_is_not_retracted_by_one() -> None:
    record = of_two(
        "Nord Air said that 19 sailors were aboard the Anneke. Mia Holm said that 19 sailors were aboard the Anneke.",
        "Nord Air retracted its claim that 19 sailors were aboard the Anneke.",
    )
    both = [c for c in record.claims if len(c.asserted_by) == 2]
    assert [c.status for c in both] == ["single-origin"]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm refused to retract her statement that the ship was old.",
        "Nord Air demanded that the Herald retract its report that the ship was old.",
        "An earlier version of this report was longer.",
    ],
)
def test_what_is_not_taken_back_stands(text: str) -> None:
    record = of_two("Jon Ek said that the ship was old.", text)
    assert "retracted" not in {c.status for c in record.claims}


def test_an_outlet_s_correction_of_its_own_text_is_a_claim_that_nobody_stands_for_any_more() -> None:
    record = record_of("Correction: An earlier version of this article said that the Anneke carried coffee. She carried tea.")
    [claim] = [c for c in record.claims if c.status == "retracted"]
    assert (claim.text, names(record, claim.asserted_by), claim.rule) == ("the Anneke carried coffee", [], "correction")
