from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.encoder import decoding
from onrecord.annotation.encoder.decoding import (
    CONTENT,
    DISTANCES,
    SOURCE,
    TAGS,
    Figures,
    Linker,
    Triple,
    Weights,
    allowed,
    best_tags,
    best_tags_side_by_side,
    decode,
    pieces,
    statements_of,
    tie,
    transitions_of,
)
from onrecord.annotation.encoder.words import Window, words_of

OUTSIDE, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(len(TAGS))
TUNED = Weights(outside=0.0, source=0.5, content=0.3, transitions=1.0)
COUNTED = transitions_of([np.array([OUTSIDE, B_SOURCE, B_CUE, B_CONTENT, I_CONTENT, OUTSIDE])])


def sums(path, emissions, pairs, first):
    return first[path[0]] + sum(emissions[i, t] for i, t in enumerate(path)) + sum(pairs[a, b] for a, b in pairwise(path))


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(-9, 0), min_size=7, max_size=7), min_size=1, max_size=4))
def test_the_best_sequence_is_the_best_of_all_sequences(rows):
    emissions = np.array(rows, float)
    best = max(sums(p, emissions, *COUNTED) for p in product(range(7), repeat=len(rows)))
    assert sums(best_tags(emissions, *COUNTED), emissions, *COUNTED) == pytest.approx(best)


@given(st.lists(st.lists(st.floats(-30, 0), min_size=7, max_size=7), max_size=12))
def test_no_piece_goes_on_that_has_not_begun(rows):
    tags = best_tags(np.array(rows, float).reshape(-1, 7), *COUNTED)
    assert all(allowed(a, b) for a, b in zip([OUTSIDE, *tags], tags, strict=False))


@settings(max_examples=30)
@given(st.lists(st.integers(0, 40), max_size=5), st.integers(0, 2**32 - 1))
def test_windows_side_by_side_do_not_change_one_another(sizes, seed):
    rng = np.random.default_rng(seed)
    emissions = [rng.normal(size=(size, 7)) * 3 for size in sizes]
    assert best_tags_side_by_side(emissions, *COUNTED) == [best_tags(rows, *COUNTED) for rows in emissions]


def test_long_texts_are_tagged_window_by_window_in_several_goes(monkeypatch):
    rng = np.random.default_rng(2)
    emissions = [rng.normal(size=(size, 7)) for size in (30, 0, 9, 70, 1, 20)]
    whole = best_tags_side_by_side(emissions, *COUNTED)
    monkeypatch.setattr(decoding, "TOGETHER", 40)
    assert best_tags_side_by_side(emissions, *COUNTED) == whole


def test_a_source_does_not_run_on_into_the_next_paragraph():
    words = words_of("Penn\nQuill said so")
    tags = [B_SOURCE, I_SOURCE, B_CUE, B_CONTENT]
    scores = np.full((4, 7), -9.0)
    scores[range(4), tags] = -0.01
    linker = Linker(np.full((DISTANCES, 2), [9.0, 8.9]), np.zeros(2), *COUNTED)
    figures = Figures(scores, np.zeros((4, 2), np.float32), np.zeros((4, 2), np.float32))
    (found,) = decode(words, Window(0, 4, 0), figures, linker, TUNED)
    assert found.source in (((0, 4),), ((5, 10),))


def test_what_a_headline_says_is_no_part_of_what_the_text_under_it_tells():
    words = words_of("Rain\nPenn said so")
    scores = np.full((4, 7), -9.0)
    scores[range(4), [B_CONTENT, B_SOURCE, B_CUE, B_CONTENT]] = -0.01
    linker = Linker(np.full((DISTANCES, 2), [9.0, 8.9]), np.zeros(2), *COUNTED)
    figures = Figures(scores, np.zeros((4, 2), np.float32), np.zeros((4, 2), np.float32))
    (found,) = decode(words, Window(0, 4, 0), figures, linker, TUNED)
    assert found.content == ((15, 17),)


def test_a_content_over_paragraphs_is_a_span_in_each():
    words = words_of("Penn said\nso often\nand so loud", [(0, 9), (10, 18), (23, 30)])
    (made,) = statements_of(words, 0, [([(0, 1)], (1, 2), [(2, 4), (4, 6)])])
    assert made.content == ((10, 18), (23, 30))


def test_adjacent_pieces_of_one_role_stay_apart():
    assert pieces([B_CONTENT, I_CONTENT, B_CONTENT, OUTSIDE, B_SOURCE, B_CUE]) == {
        "source": [(4, 5)], "cue": [(5, 6)], "content": [(0, 2), (2, 3)],
    }  # fmt: skip


def claims(cues, words, **what):
    """Probabilities: `source=[(cue, first, end, p)]`, `content=…`; the rest belongs to neither."""
    roles = np.zeros((cues, words, 3))
    for role, rows in what.items():
        for cue, first, end, p in rows:
            roles[cue, first:end, {"source": SOURCE, "content": CONTENT}[role]] = p
    return roles


def test_content_goes_to_the_cue_that_claims_it_most():
    found = {"source": [], "cue": [(0, 1), (5, 6)], "content": [(1, 3), (6, 8)]}
    roles = claims(2, 8, content=[(0, 1, 3, 0.9), (1, 1, 3, 0.4), (1, 6, 8, 0.8)])
    assert tie(found, roles, TUNED) == [([], (0, 1), [(1, 3)]), ([], (5, 6), [(6, 8)])]


def test_pieces_of_a_broken_quotation_meet_in_one_statement():
    found = {"source": [(3, 4)], "cue": [(4, 5)], "content": [(0, 2), (6, 9)]}
    roles = claims(1, 9, source=[(0, 3, 4, 0.9)], content=[(0, 0, 2, 0.7), (0, 6, 9, 0.7)])
    assert tie(found, roles, TUNED) == [([(3, 4)], (4, 5), [(0, 2), (6, 9)])]


def test_two_cues_may_share_a_source():
    found = {"source": [(0, 1)], "cue": [(1, 2), (4, 5)], "content": [(2, 3), (5, 6)]}
    roles = claims(2, 6, source=[(0, 0, 1, 0.9), (1, 0, 1, 0.8)], content=[(0, 2, 3, 0.9), (1, 5, 6, 0.9)])
    assert [s for s, _, _ in tie(found, roles, TUNED)] == [[(0, 1)], [(0, 1)]]


def test_a_weak_claim_leaves_a_statement_without_source_and_a_cue_without_content_makes_none():
    found = {"source": [(0, 1)], "cue": [(1, 2), (4, 5)], "content": [(2, 3)]}
    roles = claims(2, 6, source=[(0, 0, 1, 0.2)], content=[(0, 2, 3, 0.9)])
    assert tie(found, roles, TUNED) == [([], (1, 2), [(2, 3)])]


def test_link_probabilities_come_from_vectors_distance_and_bias():
    linker = Linker(np.zeros((DISTANCES, 2)), np.array([0.0, -50.0]), *COUNTED)
    cues, parts = np.array([[2.0, 0.0, 1.0, 0.0]]), np.array([[1.0, 0.0, 9.0, 9.0], [-1.0, 0.0, 9.0, 9.0]])
    source = np.exp(2 / 2**0.5)
    roles = linker.roles(cues, parts, np.zeros((1, 2), int))
    assert roles[0].round(6).tolist() == [
        pytest.approx([1 / (1 + source), source / (1 + source), 0], abs=1e-5),
        pytest.approx([source / (1 + source), 1 / (1 + source), 0], abs=1e-5),
    ]


def test_a_window_is_read_to_statements_with_offsets_into_the_text():
    words = words_of("Rain. Mara says it rains.")
    tags = np.full((7, 7), -20.0)
    for i, tag in enumerate([B_CONTENT, OUTSIDE, B_SOURCE, B_CUE, B_CONTENT, I_CONTENT, OUTSIDE]):
        tags[i, tag] = 0.0
    cues = np.ones((7, 2), np.float32)
    parts = np.array([[0, -9], [0, 0], [9, 0], [0, 0], [0, 9], [0, 9], [0, 0]], np.float32)
    linker = Linker(np.zeros((DISTANCES, 2)), np.array([-3.0, -3.0]), *COUNTED)
    figures = Figures(tags, cues, parts)
    assert decode(words, Window(0, 7, 2), figures, linker, TUNED) == [
        Triple(((6, 10),), ((11, 15),), ((16, 24),))
    ]
    assert decode(words, Window(0, 7, 4), figures, linker, TUNED) == []
