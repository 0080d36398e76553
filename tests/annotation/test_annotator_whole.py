"""The annotator as a whole: its interface, its offsets, its repeatability, its time."""


from collections.abc import Callable

import pytest
from annotation_making import document, read
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation import Annotator, RuleAnnotator, annotate
from onrecord.types import Annotations, Document, as_json

WORDS = st.sampled_from(
    "Ada Quill the mayor of Orrville said that “ ” \" , . : — and who which is was accused denies Kenya U.S. officials Mr. according to "
    "by attack on not will may 's told it she sources familiar with report ( ) … \n".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_every_offset_is_a_span_of_the_text_and_every_index_exists(pieces: list[str]) -> None:
    made = document(" ".join(pieces).strip() or "x")
    found = annotate(made).annotations
    n = len(made.text)
    spans = [*found.sentences, *((m.start, m.end) for m in found.mentions)]
    for s in found.statements:
        spans += [*s.source, *s.cue, *s.content]
        assert s.via is None or s.via < len(found.statements)
    for e in found.events:
        spans += [e.trigger, *e.actor, *e.recipient, *([e.place] if e.place else [])]
        assert e.statement is None or e.statement < len(found.statements)
        assert e.time is None or e.time < len(found.times)
    assert all(0 <= a < b <= n for a, b in spans)
    ids = {p.id for p in found.parties}
    assert {m.party for m in found.mentions} <= ids
    assert {s.party for s in found.statements if s.party} <= ids


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_annotated(text: str) -> None:
    annotate(document(text or "x"), RuleAnnotator())


def test_no_statement_stands_in_itself() -> None:
    found = read("Officials said the report said the mayor said the port said nothing.").annotations
    for start, statement in enumerate(found.statements):
        seen, at = {start}, statement.via
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found.statements[at].via


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document("Kenyan President Achim Odoro said “no.” Sources close to him said he would resign in May.")
    assert as_json(annotate(made)) == as_json(annotate(made))


def test_everything_found_names_its_rule_and_its_maker() -> None:
    found = read("The mayor said that rebels attacked the port.").annotations
    assert found.maker == f"rules {RuleAnnotator.version}"
    assert all(x.rule for x in (*found.statements, *found.events))
    assert all(0 < x.confidence <= 1 for x in (*found.statements, *found.events))


def test_another_annotator_fills_the_same_place() -> None:
    class Silent:
        name = "silent"
        version = "7"

        def annotate(self, document: Document) -> Annotations:
            return Annotations(maker="silent 7")

    silent: Annotator = Silent()
    rules: Annotator = RuleAnnotator()
    made = document("The mayor said no.")
    assert annotate(made, silent).annotations == Annotations(maker="silent 7")
    assert annotate(made, rules).annotations.maker == f"rules {RuleAnnotator.version}"
    assert annotate(made).annotations.maker.startswith(f"rules and network {RuleAnnotator.version}, ")


@pytest.mark.parametrize(
    "piece",
    ["the mayor said ", "“ ", "a, ", "said ", "Ada Quill ", "of the ", "who ", ". ", "'", "x", "-", "U.S. ", "and ", "“A,” she said. "],
)
def test_time_grows_no_faster_than_the_text(piece: str, quickest: Callable[..., float]) -> None:
    short, long = (document(piece * (size // len(piece))) for size in (8_000, 64_000))
    most = 40 * quickest(lambda: annotate(short, RuleAnnotator())) + 0.5
    assert quickest(lambda: annotate(long, RuleAnnotator()), most) < most
