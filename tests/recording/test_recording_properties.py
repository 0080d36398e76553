"""What holds for every record."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recording_making import all_evidence, document, record_of

from onrecord.recording import make_record, timeline_of
from onrecord.types import Record, Report, as_json

STORY = [
    (
        "# Norway's deadline passes as mill closes\n"
        "* Norway rejected the demands of the Dockers Union, including higher pay.\n"
        "The Dockers Union demanded higher pay from Norrvik Mills on Monday.\n"
        "Sources close to the talks said Norway gave Sweden until Friday, May 3, to free the crew. The deadline passed.\n"
        "Mia Holm denied all charges of fraud. Economists warn that prices could rise.\n"
        "Floods have driven thousands from Norrvik."
    ),
    "Norway gave Sweden until May 3 to free the crew, Jon Ek said.\nSweden refused to free the crew.",
    "On Tuesday, Norrvik Mills said it would close the mill. Jon Ek may sue, his lawyer said.",
]
WORDS = (
    "Norway Sweden Ek Holm said denied gave until Friday deadline if not unless demanded that the a of to by within 48 hours "
    "rejected offer “ ” — , . ; 's May 3 2024 mill would may could most all her his it they refused extended"
).split()


def story(order: list[int]) -> Record:
    documents = [document(STORY[n], id="abc"[n], published=["2024-05-07", None, "2024-05-08"][n]) for n in order]
    return make_record(documents, [Report("r1", ("a", "b")), Report("r2", ("c",))])


def texts(record_texts: list[str]) -> dict[str, str]:
    return {"abc"[n]: t for n, t in enumerate(record_texts)}


def test_every_quotation_is_exact() -> None:
    by_id = texts(STORY)
    evidence = all_evidence(story([0, 1, 2]))
    assert evidence
    assert all(by_id[e.document][e.start : e.end] == e.quote != "" for e in evidence)


def test_every_item_has_evidence() -> None:
    record = story([0, 1, 2])
    for items in (
        record.parties,
        record.timeline,
        record.events,
        record.statements,
        record.claims,
        record.demands,
        record.deadlines,
        record.outlooks,
    ):
        assert items
        assert all(i.evidence for i in items)


def test_every_reference_is_to_an_item_of_the_record() -> None:
    record = story([0, 1, 2])
    parties, events = {p.id for p in record.parties}, {e.id for e in record.events}
    statements, demands = {s.id for s in record.statements}, {d.id for d in record.demands}
    assert {p for e in record.events for p in (*e.actor, *e.recipient)} <= parties
    assert {s.source for s in record.statements} - {None} <= parties
    assert {p for d in record.demands for p in (*d.by, *d.to)} <= parties
    assert {p for t in record.deadlines for p in (*t.set_by, *t.on)} <= parties
    assert {o.holder for o in record.outlooks} - {None} <= parties
    assert {t.event for t in record.timeline} - {None} <= events
    assert {t.consequence for t in record.deadlines} - {None} <= events
    assert {t.for_ for t in record.deadlines} - {None} <= demands
    assert {s for c in record.claims for s in c.statements} <= statements
    assert {s.via for s in record.statements} - {None} <= statements


def test_ids_are_unique() -> None:
    record = story([0, 1, 2])
    ids = [
        x.id
        for items in (record.parties, record.events, record.statements, record.claims, record.demands, record.deadlines)
        for x in items
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("order", [[1, 0, 2], [2, 1, 0], [1, 2, 0]])
def test_the_order_of_the_documents_does_not_matter(order: list[int]) -> None:
    assert story(order) == story([0, 1, 2])


def test_the_timeline_is_in_order_and_says_nothing_twice() -> None:
    timeline = story([0, 1, 2]).timeline
    dates = [t.date or "" for t in timeline]
    assert dates == sorted(dates)
    assert len({(t.date, t.end, t.text) for t in timeline}) == len(timeline)


def test_the_json_form_holds_all_of_it() -> None:
    record = story([0, 1, 2])
    form = json.loads(json.dumps(as_json(record)))
    assert set(form) == {f.name for f in dataclasses.fields(Record)}
    assert form["deadlines"][0]["for"] == record.deadlines[0].for_


def test_a_party_s_timeline_holds_only_what_concerns_it() -> None:
    documents = [document("On Monday, Jon Ek left Norrvik.\nOn Tuesday, Mia Holm came. On Friday, Ek wrote to Holm.")]
    lines = timeline_of("Jon Ek", documents, [])
    assert [e.date for e in lines] == ["2024-05-03", "2024-05-06"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_any_words_make_a_record_that_quotes_exactly(words: list[str]) -> None:
    text = " ".join(words)
    for evidence in all_evidence(record_of(text)):
        assert text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_a_record_that_quotes_exactly(text: str) -> None:
    for evidence in all_evidence(record_of(text)):
        assert text[evidence.start : evidence.end] == evidence.quote
