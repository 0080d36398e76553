"""Word lists, and patterns made of them."""

from __future__ import annotations

import re

import pytest

from onrecord.recording.lexicon import begins


@pytest.mark.parametrize("words", ["urged him", "it was urged", "will not", "won’t", "a co-op", "told, then sued"])
def test_begins_finds_what_the_plain_pattern_finds(words: str) -> None:
    """Sorting the ways under their letters changes nothing that is found."""
    ways = r"urg(?:e(?:s|d)?|ing)|(?:un)?told|n['’]t|not\b|[ck]o-op|s?ue"
    plain, sorted_ways = re.compile(rf"\b(?:{ways})"), re.compile(begins(ways))
    assert [m.span() for m in sorted_ways.finditer(words)] == [m.span() for m in plain.finditer(words)]
    assert sorted_ways.search("unsold cargo, resting") is None
