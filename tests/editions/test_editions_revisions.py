"""What changed on a page: corrections kept apart, changes of no account told from the others."""

from __future__ import annotations

import pytest

from onrecord.annotation.sentences import split
from onrecord.editions import compare
from onrecord.editions.revisions import is_appeal, is_stamp, notable, size, states
from onrecord.types import Annotated, Annotations, Block, Document, Source


def page(id_: str, *paragraphs: str, **fields: str) -> Annotated:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block("paragraph", len(text), len(text) + len(paragraph)))
        text += paragraph
    document = Document(id_, text, tuple(blocks), Source(id_, "text/plain", ""), **fields)  # type: ignore[arg-type]
    return Annotated(document, Annotations(sentences=split(document)))


BODY = ("The Orrin ferry left Velling with 40 people aboard.", "Its owner said the engine had been checked in spring.")
OLD = page("old", "Updated 3:14 pm, May 2, 2025", *BODY, "Read more: How the ferry was built")
NEW = page(
    "new", "Updated 9:02 pm, May 2, 2025", "The Orrin  ferry left Velling with 60 people aboard.", BODY[1], "Advertisement",
    "Correction: An earlier version of this story gave a wrong number of passengers.",
)


def test_a_correction_stands_apart_and_dates_and_advertisements_are_boring() -> None:
    comparison = compare(OLD, NEW)
    notes = {NEW.document.quote(row.b) if row.b else OLD.document.quote(row.a or (0, 0)): row.note for row in comparison.rows if row.op != "same"}
    assert notes == {
        "Updated 9:02 pm, May 2, 2025": "boring",
        "The Orrin  ferry left Velling with 60 people aboard.": None,
        "Advertisement": "boring",
        "Correction: An earlier version of this story gave a wrong number of passengers.": "correction",
        "Read more: How the ferry was built": "boring",
    }
    (row,) = notable(comparison.rows, OLD.document, NEW.document)
    assert row.touches == ("number",)
    assert size(row, OLD.document, NEW.document) == 1
    assert notable(comparison.rows, OLD.document, NEW.document, least=2) == ()


def test_white_space_case_and_punctuation_are_no_change() -> None:
    other = page("other", "Updated 3:14 pm, May 2, 2025", "The Orrin ferry\nleft Velling,  with 40 people aboard", BODY[1].replace("The", "the"), "Read more: how the ferry was built")
    assert {row.op for row in compare(OLD, other).rows} == {"same"}


@pytest.mark.parametrize(
    "sentence",
    ["Last updated at 10:15 GMT", "Published May 3, 2025", "Stand: 03.05.2025, 14:20 Uhr", "Publié le 3/5/2025 à 14h20", "Updated 2 hours ago", "Updated"],
)
def test_a_pages_own_date_is_a_stamp(sentence: str) -> None:
    assert is_stamp(sentence)


@pytest.mark.parametrize("sentence", ["Updated figures show 40 dead.", "He came on May 3, 2025.", "The first of May", "And on and on"])
def test_a_sentence_with_a_date_is_none(sentence: str) -> None:
    assert not is_stamp(sentence)


@pytest.mark.parametrize(
    ("sentence", "appeal"),
    [
        ("Sign up for our morning letter", True),
        ("Lesen Sie auch: Der Hafen", True),
        ("Sponsored", True),
        ("Related stories have been told for years on the island.", False),
        ("Subscribers left the paper in May.", False),
        ("Loading docks were closed.", False),
    ],
)
def test_an_appeal_of_the_site(sentence: str, appeal: bool) -> None:
    assert is_appeal(sentence) == appeal


@pytest.mark.parametrize(
    ("sentence", "correction"),
    [
        ("CORRECTION (May 3): The owner's name is Brandt.", True),
        ("This article has been amended to reflect that the ferry was leased.", True),
        ("In einer früheren Version hieß es, die Fähre sei neu.", True),
        ("The Herald regrets the error.", True),
        ("Editor’s note: The first paragraph was changed.", True),
        ("The correction of the course took an hour.", False),
        ("Prices fell in a market correction: shares lost a tenth.", False),
        ("She read an earlier version of the bill.", False),
    ],
)
def test_a_notice_of_correction(sentence: str, correction: bool) -> None:
    (row,) = [row for row in compare(page("a", *BODY), page("b", *BODY, sentence)).rows if row.op == "added"]
    assert (row.note == "correction") == correction


def test_a_moved_sentence_counts_with_its_words() -> None:
    comparison = compare(page("a", BODY[0], BODY[1]), page("b", BODY[1], BODY[0]))
    (moved,) = [row for row in comparison.rows if row.op == "moved"]
    assert size(moved, page("a", *BODY).document, page("b", BODY[1], BODY[0]).document) == 9


def test_states_of_one_page_stand_in_order_of_time() -> None:
    documents = [
        page("c", "x", url="https://quay.example/ferry?utm_source=a", published="2025-05-01", modified="2025-05-03"),
        page("a", "x", url="http://www.quay.example/ferry/", published="2025-05-01"),
        page("b", "x", url="https://quay.example/ferry", published="2025-05-02"),
        page("d", "x", url="https://quay.example/other"), page("e", "x"),
    ]
    assert [[s.document.id for s in group] for group in states(documents)] == [["a", "b", "c"]]
