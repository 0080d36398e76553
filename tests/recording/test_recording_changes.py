"""What is new between two records of one story."""

from recording_making import document

from onrecord.editions import find_reports
from onrecord.recording import make_record
from onrecord.recording.changes import changes
from onrecord.recording.explain import explain, names_of

MONDAY = document(
    "The port authority gave the pilots until Friday, May 10, to end their strike. The pilots said tugs were unsafe.",
    published="2024-05-06",
    id="monday",
)
SATURDAY = document(
    "The pilots' deadline passed on Friday. The port authority denied that tugs were unsafe. The mayor asked both sides for a truce.",
    published="2024-05-11",
    id="saturday",
)


def record(*documents, as_of=None):
    return make_record(documents, find_reports(documents), as_of=as_of)


BEFORE, AFTER = record(MONDAY), record(MONDAY, SATURDAY)


def test_nothing_is_new_against_itself():
    assert changes(AFTER, AFTER) == ()


def test_a_deadline_that_passed_has_lapsed():
    [lapsed] = [c for c in changes(BEFORE, AFTER) if c.kind == "lapsed"]
    assert (lapsed.list, lapsed.before, lapsed.after) == ("deadlines", "2024-05-10, pending", "2024-05-10, expired")


def test_what_only_the_later_document_says_is_new():
    new = [c for c in changes(BEFORE, AFTER) if c.kind == "new"]
    assert {e.document for c in new for e in c.evidence} == {"saturday"}
    assert any("unsafe" in c.text for c in new)


def test_with_the_documents_swapped_the_same_items_are_gone():
    gone = {(c.list, c.text) for c in changes(AFTER, BEFORE) if c.kind == "gone"}
    new = {(c.list, c.text) for c in changes(BEFORE, AFTER) if c.kind == "new"}
    assert gone == new


def test_an_explanation_leads_from_an_item_to_the_characters_of_its_source():
    deadline = AFTER.deadlines[0]
    found = explain(AFTER, (MONDAY, SATURDAY), deadline.id)
    assert found.list == "deadlines"
    assert found.rule == deadline.rule
    ground = found.grounds[0]
    assert ground.block == "paragraph"
    assert ground.source == MONDAY.document.source.name
    assert MONDAY.document.text[ground.evidence.start : ground.evidence.end] == ground.evidence.quote
    assert any(f.kind == "time" and "2024-05-10" in f.text for f in found.grounds[0].findings)


def test_every_item_of_a_record_can_be_explained():
    names = [name for name, _, _ in names_of(AFTER)]
    assert len(names) == len(set(names))
    assert all(explain(AFTER, (MONDAY, SATURDAY), name) for name in names)


def test_an_unknown_item_has_no_explanation():
    assert explain(AFTER, (MONDAY, SATURDAY), "x9") is None
