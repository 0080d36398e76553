from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.encoder.words import MAX_PIECES_OF_A_WORD, SHAPES, pieces_of, shape, windows_of, words_of

TEXT = st.text(st.sampled_from("ab Z9.,'“”\n\n\t é\u0301\u00ad😀漢שﬁ"), max_size=300)


def by_letter(word):
    return [ord(c) for c in word]


def test_a_word_is_a_run_of_letters_or_one_other_sign():
    text = "Mr. Aldo O'Neill—“no”, 3½ hours"
    assert [text[a:b] for a, b in words_of(text).spans] == [
        "Mr", ".", "Aldo", "O", "'", "Neill", "—", "“", "no", "”", ",", "3½", "hours",
    ]  # fmt: skip


def test_shapes_tell_what_an_uncased_encoder_cannot_see():
    assert [SHAPES[shape(w)] for w in ("aldo", "Aldo", "NATO", "A", "1990s", "…", "漢")] == [
        "lower", "capital", "upper", "capital", "digit", "other", "other",
    ]  # fmt: skip


def test_the_first_word_of_a_paragraph_is_marked():
    words = words_of("One two.\n\nThree\nfour")
    assert [f >= len(SHAPES) for f in words.features] == [True, False, False, True, True]
    assert len(set(words.paragraphs)) == 3


@given(TEXT)
def test_words_cover_everything_but_white_space_in_order(text):
    spans = words_of(text).spans
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(TEXT, st.integers(0, 300), st.integers(0, 300))
def test_touched_words_are_those_that_share_a_character(text, start, length):
    words = words_of(text)
    end = start + length
    assert list(words.touched(start, end)) == [
        i for i, (a, b) in enumerate(words.spans) if max(a, start) < min(b, end)
    ]  # fmt: skip


def test_each_word_is_cut_once_and_long_words_are_cut_short():
    asked = []

    def cut(word):
        asked.append(word)
        return by_letter(word)

    text = "no no " + "x" * 500
    pieces = pieces_of(words_of(text), cut)
    assert asked == ["no", "x" * 500]
    assert [len(p) for p in pieces] == [2, 2, MAX_PIECES_OF_A_WORD]


@given(TEXT, st.integers(13, 60), st.integers(0, 20))
def test_every_word_is_owned_by_one_window_and_no_window_is_too_long(text, limit, overlap):
    limit += overlap
    words = words_of(text)
    sizes = [len(p) for p in pieces_of(words, by_letter)]
    windows = windows_of(words, sizes, limit, overlap)
    assert [i for w in windows for i in range(w.owned, w.end)] == list(range(len(words.spans)))
    assert all(w.first <= w.owned < w.end and sum(sizes[w.first : w.end]) <= limit for w in windows)
    assert all(sum(sizes[w.first : w.owned]) <= overlap for w in windows)


def test_windows_begin_with_whole_paragraphs_where_they_fit():
    text = "\n".join(["aaaa bbbb cccc"] * 12)
    words = words_of(text)
    windows = windows_of(words, [1] * 36, limit=19, overlap=7)
    assert [(w.first, w.owned, w.end) for w in windows] == [(0, 0, 18), (11, 18, 30), (23, 30, 36)]


def test_an_overlap_that_leaves_no_room_is_refused():
    with pytest.raises(ValueError, match="raise one or lower the other"):
        windows_of(words_of("a b"), [1, 1], limit=20, overlap=15)
