import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotation.encoder.pieces import Vocabulary, normalised

PIECES = ["[UNK]", "[CLS]", "[SEP]", "rain", "##ing", "##s", "cafe", "r", "##a", "漢", "-", "_", "a"]
VOCABULARY = Vocabulary(f"{p}\n" for p in PIECES)


def cut(word):
    return [PIECES[i] for i in VOCABULARY.cut(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("rain", ["rain"]),
        ("Raining", ["rain", "##ing"]),
        ("rains", ["rain", "##s"]),
        ("Café", ["cafe"]),
        ("Cafe\u0301", ["cafe"]),
        ("ra\u00adin", ["rain"]),
        ("a_a", ["a", "_", "a"]),
        ("漢漢", ["漢", "漢"]),
        ("rainy", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
        ("😀", ["[UNK]"]),
        ("a" * 101, ["[UNK]"]),
    ],
)
def test_words_are_cut_as_the_vocabulary_was_made(word, pieces):
    assert cut(word) == pieces


def test_the_longest_piece_wins():
    assert cut("raa") == ["r", "##a", "##a"]
    assert cut("rain") == ["rain"]


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_a_piece(word):
    assert len(VOCABULARY.cut(word)) >= 1
    assert all(token and not any(c.isspace() for c in token) for token in normalised(word))
