"""Cutting text at the boundaries of quotations."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.page.diff import word_diff
from onrecord.page.highlight import cut


def shown(text, spans):
    return [(s.text, s.cited) for s in cut(text, (0, len(text)), spans)]


def test_text_without_quotations_is_one_segment():
    assert shown("all quiet", []) == [("all quiet", False)]


def test_a_quotation_is_a_segment_of_its_own():
    assert shown("he said no today", [(8, 10)]) == [("he said ", False), ("no", True), (" today", False)]


def test_overlapping_quotations_share_the_segment_between_their_boundaries():
    assert shown("abcdef", [(0, 4), (2, 6)]) == [("ab", True), ("cd", True), ("ef", True)]


def test_nested_and_meeting_quotations_stay_apart():
    assert shown("abcdef", [(1, 5), (2, 3), (5, 6)]) == [("a", False), ("b", True), ("c", True), ("de", True), ("f", True)]


def test_quotations_outside_the_stretch_do_not_cut_it():
    assert [s.text for s in cut("abcdef", (2, 4), [(0, 1), (1, 6), (5, 6)])] == ["cd"]


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12)


@given(st.text(max_size=40), spans)
def test_segments_join_to_the_text_and_are_lit_exactly_where_a_quotation_stands(text, chosen):
    segments = cut(text, (0, len(text)), chosen)
    assert "".join(s.text for s in segments) == text
    for s in segments:
        assert text[s.start : s.end] == s.text
        for position in range(s.start, s.end):
            assert s.cited == any(a <= position < b for a, b in chosen)


def test_a_word_diff_marks_only_the_words_that_changed():
    left, right = word_diff("They rejected most demands.", "They rejected demands.")
    assert [(p.text, p.changed) for p in left] == [("They rejected ", False), ("most ", True), ("demands.", False)]
    assert [(p.text, p.changed) for p in right] == [("They rejected demands.", False)]


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_word_diff_loses_nothing(a, b):
    left, right = word_diff(a, b)
    assert ("".join(p.text for p in left), "".join(p.text for p in right)) == (a, b)
    assert "".join(p.text for p in left if not p.changed) == "".join(p.text for p in right if not p.changed)
