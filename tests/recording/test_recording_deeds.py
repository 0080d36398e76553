"""Which words tell one deed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.recording.deeds import head_of, meanings, root


@pytest.mark.parametrize(
    "words",
    [
        ("kill", "kills", "killed", "killing"),
        ("acquire", "acquired", "acquisition", "acquisitions"),
        ("explode", "exploded", "explosion"),
        ("decide", "decision", "decisions"),
        ("resign", "resigned", "resignation"),
        ("negotiate", "negotiations"),
        ("destroy", "destruction"),
        ("die", "died", "death", "deaths"),
        ("agree", "agreed", "agreement"),
        ("arrive", "arrival"),
    ],
)
def test_forms_and_derivations_have_one_root(words: tuple[str, ...]) -> None:
    assert len({root(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("protest", "protect"), ("interview", "intervene"), ("confirm", "conference"), ("strike", "street")]
)
def test_words_that_only_begin_alike_have_not(one: str, other: str) -> None:
    assert root(one) != root(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("bought", ""), ("acquisition", "")), (("sacked", ""), ("dismissal", "")), (("stepped", "down"), ("quit", ""))],
)
def test_words_of_one_meaning_tell_one_deed(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert meanings(*one) & meanings(*other)


@pytest.mark.parametrize(("word", "after"), [("stepped", "in"), ("table", ""), ("walked", "home")])
def test_other_words_tell_none_of_the_list(word: str, after: str) -> None:
    assert not meanings(word, after)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("asked", "asked"),
        ("have asked for a delay", "asked"),
        ("offering only a week", "offering"),
        ("the board upheld the claim", "upheld"),
        ("bid", "bid"),
    ],
)
def test_the_word_of_a_phrase_that_tells_the_deed(phrase: str, word: str) -> None:
    assert head_of(phrase) == word


@given(st.text(min_size=1, max_size=20))
def test_any_word_has_a_root_and_any_phrase_a_word(text: str) -> None:
    assert isinstance(root(text), str)
    assert head_of(text) in text
    assert meanings(text, text) is not None
