"""What later documents tell of an outlook."""

from __future__ import annotations

import pytest
from recording_making import document

from onrecord.recording import make_record
from onrecord.types import Outlook


def first_outlook(earlier: str, later: str, *, day: str = "2024-03-05") -> Outlook:
    documents = [document(earlier, id="a", published="2024-03-01"), document(later, id="b", published=day)]
    return make_record(documents, []).outlooks[0]


@pytest.mark.parametrize(
    ("earlier", "later", "outcome", "quoted"),
    [
        ("Nord Air may sue Sarrow Lines.", "Nord Air sued Sarrow Lines on Monday over a debt.", "came true", "Nord Air sued"),
        ("Nord Air is expected to accept the bid.", "Nord Air rejected the bid.", "did not", "Nord Air rejected"),
        ("Mia Holm is unlikely to resign.", "Mia Holm did not resign.", "came true", "Mia Holm did not resign"),
        ("Nord Air could recall its planes.", "Nord Air did not recall its planes.", "did not", "Nord Air did not recall"),
    ],
)
def test_a_later_document_tells_what_came_of_it(earlier: str, later: str, outcome: str, quoted: str) -> None:
    outlook = first_outlook(earlier, later)
    assert outlook.outcome == outcome
    assert outlook.outcome_evidence[0].quote.startswith(quoted)
    assert {e.document for e in outlook.outcome_evidence} == {"b"}


@pytest.mark.parametrize(
    "later",
    [
        "Nord Air may yet sue Sarrow Lines.",
        "Nord Air sued Orland Freight on Monday.",
        "Jon Ek sued Sarrow Lines on Monday.",
        "If Nord Air sued Sarrow Lines, it would lose.",
        "The port was quiet.",
    ],
)
def test_what_is_only_possible_or_of_others_leaves_it_open(later: str) -> None:
    outlook = first_outlook("Nord Air may sue Sarrow Lines.", later)
    assert (outlook.outcome, outlook.outcome_evidence) == ("open", ())


def test_a_document_of_the_same_day_decides_nothing() -> None:
    assert first_outlook("Nord Air may sue Sarrow Lines.", "Nord Air sued Sarrow Lines.", day="2024-03-01").outcome == "open"
