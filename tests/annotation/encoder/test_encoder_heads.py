"""What the heads find stands at exact offsets of the document's text, whatever stands around it."""

from itertools import pairwise

import numpy as np
import pytest
from annotation_making import document
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder.heads import Paper, names, reality
from onrecord.annotation.encoder.reading import Encoder
from onrecord.annotation.encoder.words import Window, words_of
from onrecord.annotation.sentences import split

ENCODER = Encoder()
QUILL = "Mara Quill, the harbour master, said on Monday that the council would close the bridge."
STRANGE = st.text(
    st.one_of(
        st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "Cf")),
        st.sampled_from(" .,“”\n\u00ad\u0301\u200d🛥️👩🏽א中"),
    ),
    max_size=60,
)


@pytest.mark.parametrize("before", ["", "🛥️ 👩🏽‍🔧 🎉", "Ćmîłá̈ a\u0301e\u0302o\u0308 slept.", "记者报道了大桥。", "har\u00adbour"])
def test_each_head_points_at_the_words_themselves(before):
    made = document(before, QUILL)
    pages = ENCODER.read(made)
    assert ("Mara Quill", "PER") in [(made.quote(n.span), n.type) for n in ENCODER.names(pages)]
    assert "the bridge" in [made.quote(m.span) for m in ENCODER.mentions(pages)]
    said = {made.quote(p.span): p for p in ENCODER.predicates(pages, split(made))}
    close = {a.label: made.quote(a.span) for a in said["close"].arguments}
    assert (close["ARG0"], close["ARG1"]) == ("the council", "the bridge")


def test_a_pronoun_goes_to_the_one_it_stands_for():
    made = document("Mara Quill opened the door. She was tired, and her coat was wet.")
    entities = [[made.quote(m.span) for m in e] for e in ENCODER.entities(ENCODER.read(made))]
    assert any(e[0] == "Mara Quill" and "She" in e for e in entities)


def test_entities_hold_every_mention_once():
    pages = ENCODER.read(document(QUILL, "She left. The council met.", QUILL))
    together = [m for e in ENCODER.entities(pages) for m in e]
    assert sorted(together, key=lambda m: (m.span[0], -m.span[1])) == list(ENCODER.mentions(pages))


def test_what_happened_is_more_real_than_what_did_not():
    made = document("Mara Quill closed the bridge on Monday.", "Odo Penn did not close the bridge.")
    offsets = [made.text.index("closed"), made.text.index("close the"), made.text.index("\n")]
    so, not_so, nothing = ENCODER.reality(ENCODER.read(made), offsets)
    assert so > 1 > 0 > not_so
    assert nothing is None


@settings(max_examples=10, deadline=None)
@given(STRANGE, st.integers(1, 20))
def test_any_text_gives_spans_within_it(text, times):
    made = document(text, (QUILL + text) * times)
    pages = ENCODER.read(made)
    starts = {a for a, _ in pages.words.spans}
    ends = {b for _, b in pages.words.spans}
    predicates = ENCODER.predicates(pages, split(made))
    spans = [n.span for n in ENCODER.names(pages)] + [m.span for m in ENCODER.mentions(pages)]
    spans += [s.span for p in predicates for s in (p, *p.arguments)]
    assert all(a in starts and b in ends and a < b for a, b in spans)
    names = [n.span for n in ENCODER.names(pages)]
    assert all(first[1] <= second[0] for first, second in pairwise(names))
    assert len({p.span for p in predicates}) == len(predicates)


def paper(window, tags, rated=0.0):
    """A window whose words have the given name tags."""
    scores = np.full((len(tags), 9), -5, np.float32)
    scores[np.arange(len(tags)), tags] = 5
    return Paper(window, {"names": scores, "reality": np.full((len(tags), 1), rated, np.float32)})


def test_a_name_that_the_next_window_sees_whole_is_taken_from_it():
    text = "met Mara Quill there"
    words = words_of(text)
    papers = [paper(Window(0, 2, 0), [0, 1]), paper(Window(1, 4, 2), [1, 2, 0])]
    assert [text[slice(*n.span)] for n in names(words, papers, {})] == ["Mara Quill"]


def test_each_word_is_rated_by_the_window_that_owns_it():
    words = words_of("met Mara Quill there")
    papers = [paper(Window(0, 2, 0), [0, 0], -1.0), paper(Window(1, 4, 2), [0, 0, 0], 2.0)]
    assert reality(words, papers, [0, 4, 9, 15, 3]) == [-1.0, -1.0, 2.0, 2.0, None]
