"""Words that end in a full stop of their own, and verbs with a prefix."""

from __future__ import annotations

import pytest

from onrecord.annotation.tagging import lemma
from onrecord.annotation.tokens import TOKEN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.N.'s envoy", ["the", "U.N.", "'s", "envoy"]),
        ("Nord Lines Inc.’s board", ["Nord", "Lines", "Inc.", "’s", "board"]),
        ("said ‘no.’ So", ["said", "‘", "no", ".", "’", "So"]),
        ("in the 1970s.'", ["in", "the", "1970s", ".", "'"]),
    ],
)
def test_an_abbreviation_parts_from_its_possessive(text: str, words: list[str]) -> None:
    assert TOKEN.findall(text) == words


@pytest.mark.parametrize(
    ("form", "base"),
    [("rehired", "rehire"), ("rehiring", "rehire"), ("refiled", "refile"), ("rented", "rent"), ("reeked", "reek")],
)
def test_a_verb_with_re_has_the_base_of_the_verb_in_it(form: str, base: str) -> None:
    assert lemma(form) == base
