"""Every item of a record says how sure it is."""

import dataclasses

import pytest
from recording_making import record_of

from onrecord.recording.confidence import chance, features_of, with_confidence
from onrecord.types import Claim, Demand, Evidence, Record, RecordParty, RecordStatement, StoryHead, TimelineEntry

TEXT = (
    "The dockers’ union called on Harlow Ports on Monday to reopen the gates by Friday. “We will not wait,” said its "
    "leader, Ines Tamm. Harlow Ports rejected the demand. Analysts warned that the quarrel could last for weeks."
)
LISTS = (
    "parties", "timeline", "events", "statements", "claims", "demands", "deadlines", "outlooks", "background",
    "questions", "drift",
)  # fmt: skip


def test_every_item_of_every_list_has_a_confidence_between_none_and_certainty() -> None:
    record = record_of(TEXT, published="2024-03-05")
    items = [item for name in LISTS for item in getattr(record, name)]
    assert {type(i).__name__ for i in items} >= {"Demand", "RecordEvent", "RecordStatement", "Claim", "Outlook"}
    assert all(i.confidence is not None and 0.02 <= i.confidence <= 0.98 for i in items)


def test_a_line_by_an_event_is_as_sure_as_the_event_and_a_question_as_what_it_asks_about() -> None:
    record = record_of(TEXT, published="2024-03-05")
    sure = {e.id: e.confidence for e in record.events}
    assert [t.confidence for t in record.timeline if t.event] == [sure[t.event] for t in record.timeline if t.event]


PLACE = (Evidence("d", 0, 4, "text"),)
HEAD = StoryHead("s", "t", None, 1, 1, 1)
UNION = RecordParty("p1", "Dockers’ Union", "organisation", None, None, (), PLACE * 3, rule="name")
SAID = RecordStatement(
    "s1", "p1", "named", "the union", "asserts", None, "the gates are shut", PLACE, "verb + that", "said", 0.9
)


def demand(**changed: object) -> Demand:
    wanted = Demand("d1", "demand", ("p1",), ("p1",), "open the gates", (), "pending", PLACE, "verb with infinitive")
    return dataclasses.replace(wanted, **changed)  # type: ignore[arg-type]


def figure(item: Demand) -> float:
    record = with_confidence(Record(HEAD, parties=(UNION,), demands=(item,)))
    assert record.demands[0].confidence is not None
    return record.demands[0].confidence


def test_a_demand_of_nobody_is_less_sure_than_one_of_a_named_party() -> None:
    assert figure(demand(to=())) < figure(demand())


def test_a_demand_that_breaks_off_after_a_word_is_less_sure() -> None:
    assert figure(demand(what="open")) < figure(demand())


@pytest.mark.parametrize("given", [0.3, 0.6, 0.9])
def test_a_statement_is_no_surer_than_the_annotator(given: float) -> None:
    said = dataclasses.replace(SAID, confidence=given)
    made = with_confidence(Record(HEAD, parties=(UNION,), statements=(said,))).statements[0]
    assert made.confidence is not None
    assert made.confidence <= given


def test_a_claim_rests_on_the_surest_of_its_statements() -> None:
    doubted = dataclasses.replace(SAID, id="s2", confidence=0.3)
    claim = Claim("c1", "the gates are shut", ("p1",), (), (), "single-origin", 1, None, ("s2",), PLACE)
    both = dataclasses.replace(claim, id="c2", statements=("s1", "s2"))
    record = with_confidence(Record(HEAD, parties=(UNION,), statements=(SAID, doubted), claims=(claim, both)))
    first, second = (c.confidence or 0.0 for c in record.claims)
    assert first < second


def test_nothing_but_confidences_is_changed() -> None:
    line = TimelineEntry("2024-03-04", None, "day", "The union called.", None, 1, PLACE)
    before = Record(HEAD, parties=(UNION,), demands=(demand(),), statements=(SAID,), timeline=(line,))
    after = with_confidence(before)

    def bare(record: Record) -> Record:
        lists = {n: tuple(dataclasses.replace(i, confidence=None) for i in getattr(record, n)) for n in LISTS}
        return dataclasses.replace(record, **lists)

    assert bare(after) == bare(before)


def test_a_feature_that_was_never_seen_changes_nothing() -> None:
    known = features_of(Record(HEAD, parties=(UNION,), demands=(demand(),)))["demands"][0]
    assert chance("demands", {**known, "rule never seen": 1.0}) == chance("demands", known)


def test_every_party_dated_line_and_drift_names_its_rule_as_all_else_does() -> None:
    text = "* Nord Air rejected its pilots' demands.\nNord Air rejected most demands of its pilots."
    record = record_of(f"{text} {TEXT}", published="2024-03-05")
    assert {p.rule for p in record.parties} == {"name", "description"}
    assert record.timeline
    assert all(t.rule for t in record.timeline)
    assert [d.rule for d in record.drift] == ["summary: quantifier"]
