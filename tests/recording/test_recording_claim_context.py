"""The words before a claim, where its own leave untold of whom or of what they speak."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording_making import document, record_of

from onrecord.recording import make_record
from onrecord.types import Claim


def before(claim: Claim) -> str | None:
    return None if claim.context is None else " ".join(claim.context.quote.split())


@pytest.mark.parametrize(
    ("text", "told_before"),
    [
        (
            "The lock at Norrvik was opened at dawn. “It had been shut since the flood,” Mia Holm said.",
            "The lock at Norrvik was opened at dawn.",
        ),
        (
            "A skipper ran his barge into the quay. “We told him twice to slow down,” Mia Holm said.",
            "A skipper ran his barge into the quay.",
        ),
        (
            "The town sold two ferries in May. It rained. “These ferries were older than the pier,” Eva Strand said.",
            "The town sold two ferries in May. It rained.",
        ),
        (
            "The council and the mill met again. “They never had a plan,” said Jon Ek.",
            "The council and the mill met again.",
        ),
        (
            "The court shut the mill. It gave no reason. “That was a mistake by people who never saw the mill,” Mia Holm said.",
            "The court shut the mill. It gave no reason.",
        ),
        (
            "The town sold two ferries in May. “A day too late for the crews of both boats,” Mia Holm said.",
            "The town sold two ferries in May.",
        ),
        (
            "The town shut the lock. Mia Holm said a move like that was against the law of the port.",
            "The town shut the lock.",
        ),
        (
            "Olav Dahl was found in the mill on Monday. His brother Jon Ek said he had never owned a boat.",
            "Olav Dahl was found in the mill on Monday.",
        ),
        (
            "The town sold two ferries in May. “The buyer has paid for both boats in coins,” Mia Holm said.",
            "The town sold two ferries in May.",
        ),
        (
            "The mill burned down in March. At the hearing on Tuesday in Norrvik, Jon Ek said that nobody had insured it.",
            "The mill burned down in March. At the hearing on Tuesday in Norrvik,",
        ),
    ],
)
def test_a_line_that_points_back_has_the_words_that_it_points_to(text: str, told_before: str) -> None:
    claims = [c for c in record_of(text).claims if c.context is not None]
    assert [before(c) for c in claims] == [told_before]


@pytest.mark.parametrize(
    "text",
    [
        "The lock was opened at dawn. Mia Holm said a board of the town had paid for the pumps.",
        "The ferry was late. Jon Ek said he had sold the ferry in Norrvik.",
        "The union met on Friday. Nord Air said it had closed the mill.",
        "“We have sold the boats to the town of Norrvik,” Eva Strand said.",
        "The pier was shut. Officials said they had ordered new pumps.",
    ],
)
def test_a_line_that_tells_all_itself_has_none(text: str) -> None:
    assert {c.context for c in record_of(text).claims} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "“It had been shut by a skipper from Norrvik,” Mia Holm said.",
        "No! “She had sold it in May,” said Jon Ek.",
        "Yes. “They never had a plan,” said Jon Ek.",
    ],
)
def test_nothing_is_shown_where_nothing_before_tells(text: str) -> None:
    assert {c.context for c in record_of(text).claims} == {None}


def test_who_speaks_is_not_the_one_whom_a_line_leaves_untold() -> None:
    text = "Olav Dahl sank the barge. Mia Holm came at noon. “He had no lamp,” Mia Holm said."
    found = [c for c in record_of(text).claims if c.context is not None]
    assert [before(c) for c in found] == ["Olav Dahl sank the barge. Mia Holm came at noon."]


WORDS = st.sampled_from(
    [
        "The mill is old.",
        "Jon Ek left.",
        "“It is shut,” Mia Holm said.",
        "Police said he fled.",
        "“This is 🌊 late,” she said.",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_the_words_before_are_those_of_the_document_and_stand_before_the_claim(sentences: list[str]) -> None:
    text = " ".join(sentences)
    record = make_record([document(text)], [])
    for claim in record.claims:
        if claim.context is not None:
            assert claim.context.quote == text[claim.context.start : claim.context.end]
            assert claim.context.end <= max(e.end for e in claim.evidence)
