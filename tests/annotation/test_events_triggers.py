"""Words that tell of something done where no event says by whom: the network's predicates that the rules leave."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.annotator import RuleAnnotator, TrainedAnnotator
from onrecord.types import Block, Document, Source

ANNOTATOR = TrainedAnnotator(threads=1)


def document(text: str) -> Document:
    return Document("a", text, (Block("paragraph", 0, len(text)),), Source("a", "text/plain", "0"))


def triggers(text: str) -> dict[str, str]:
    """The words with their reality."""
    return {text[t.start : t.end]: t.reality for t in ANNOTATOR.annotate(document(text)).triggers}


@pytest.mark.parametrize(
    ("text", "word", "reality"),
    [
        ("The escape of the inmate alarmed the town of Norrvik.", "escape", "asserted"),
        ("Jon Ek sold the ferry after the crash off Norrvik.", "crash", "asserted"),
        ("The union hopes to avoid a closure of the mill.", "closure", "possible"),
        ("Mia Holm denied the embezzlement of funds from the guild.", "embezzlement", "denied"),
    ],
)
def test_what_a_word_alone_tells_is_kept_with_how_real_it_is(text: str, word: str, reality: str) -> None:
    found = triggers(text)
    assert found.get(word) == reality


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army attacked the port of Norrvik on Monday.", "attacked"),
        ("Jon Ek said that the pier would open.", "said"),
        ("The firm has a mill and is proud.", "has"),
        ("Mia Holm knows the town and loves it.", "loves"),
    ],
)
def test_an_events_own_word_a_cue_and_a_state_are_none(text: str, word: str) -> None:
    assert word not in triggers(text)


def test_the_rules_alone_know_none() -> None:
    assert RuleAnnotator().annotate(document("The escape of the inmate alarmed the town.")).triggers == ()


@given(st.text(alphabet="aB é☃日\u200f\u00ad.,’ \n", max_size=60), st.text(alphabet="xY ü😀\n", max_size=20))
@settings(max_examples=25, deadline=None)
def test_triggers_stand_in_the_text_in_its_order_and_on_no_event(before: str, after: str) -> None:
    text = f"{before} The crash followed the escape. Peru attacked Chad after the trial. {after}"
    found = ANNOTATOR.annotate(document(text))
    spans = [(t.start, t.end) for t in found.triggers]
    assert spans == sorted(set(spans))
    assert all(0 <= a < b <= len(text) and not text[a:b].isspace() for a, b in spans)
    assert not {e.trigger for e in found.events} & set(spans)
