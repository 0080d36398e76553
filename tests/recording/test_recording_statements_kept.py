"""What of the annotator's statements the record keeps, and how it words them."""

from __future__ import annotations

import dataclasses

import pytest
from recording_making import document

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.recording import make_record
from onrecord.types import Annotated, Record, Report, Span, Statement


def span(text: str, part: str) -> Span:
    """Where a part stands in a text."""
    start = text.index(part)
    return (start, start + len(part))


def record_with(told: Annotated, source: str, cue: str, *content: str) -> Record:
    """The record of a document in which just one statement was found."""
    text = told.document.text
    statement = Statement(
        (span(text, source),), (span(text, cue),), tuple(span(text, c) for c in content), "asserts", "collective"
    )
    annotations = dataclasses.replace(told.annotations, statements=(statement,))
    return make_record([dataclasses.replace(told, annotations=annotations)], [Report("r1", (told.document.id,))])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The boat lay off Tavik, an islet that both states claim.", "both states", "claim", "an islet that"),
        ("They met in a valley which two clans claimed.", "two clans", "claimed", "a valley which"),
        ("Lund won the title that three heirs claim.", "three heirs", "claim", "the title that"),
    ],
)
def test_what_somebody_lays_claim_to_is_nothing_said(text: str, source: str, cue: str, content: str) -> None:
    record = record_with(document(text), source, cue, content)
    assert (record.statements, record.claims) == ((), ())


def test_what_a_relative_clause_tells_of_a_thing_is_said() -> None:
    record = record_with(document("He sold oil that brokers say was stolen."), "brokers", "say", "oil that", "was stolen")
    assert [s.text for s in record.statements] == ["oil that was stolen"]


@pytest.mark.parametrize("dateline", ["TAVIK, Orrland (OPA) — ", "PORT TAVIK — ", "OSTRA, May 7 — "])
def test_a_statement_reads_without_the_dateline_of_its_report(dateline: str) -> None:
    said = f"{dateline}The pier has been shut"
    record = record_with(document(f"{said}, two dockers said."), "two dockers", "said", said)
    assert [s.text for s in record.statements] == ["The pier has been shut"]


@pytest.mark.parametrize("heading", ["A valley in doubt", "How it began", "What comes next"])
def test_a_statement_reads_without_a_heading_that_follows(heading: str) -> None:
    text = f"The union said that talks go on.\n{heading}\nNothing was signed."
    told = document(text)
    blocks = tuple(
        dataclasses.replace(b, kind="heading") if told.document.text[b.start : b.end] == heading else b
        for b in told.document.blocks
    )
    told = annotate(dataclasses.replace(told.document, blocks=blocks), RuleAnnotator())
    record = record_with(told, "The union", "said", "talks go on", heading)
    assert [s.text for s in record.statements] == ["talks go on"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Lund sought a pardon before agreeing to step down.", "Lund", "agreeing", "to step down"),
        ("The union wants a raise of 4 percent before accepting the roster.", "The union", "accepting", "the roster"),
        ("Dunn demanded the U.S. letters before promising to leave.", "Dunn", "promising", "to leave"),
        ("The mayor left without saying who would pay.", "The mayor", "saying", "who would pay"),
    ],
)
def test_what_somebody_would_say_later_or_did_not_say_is_nothing_said(
    text: str, source: str, cue: str, content: str
) -> None:
    record = record_with(document(text), source, cue, content)
    # That something is wanted before it is said, all the same.
    assert ([s.stance for s in record.statements if s.stance != "demands"], record.claims) == ([], ())


@pytest.mark.parametrize("text", ["He shook hands before agreeing to step down.", "He rose before promising to leave."])
def test_what_follows_an_act_is_said(text: str) -> None:
    cue = "agreeing" if "agreeing" in text else "promising"
    record = record_with(document(text), "He", cue, text[text.index("to ") : -1])
    assert len(record.statements) == 1
