"""What two phrases have in common: their content words in base form."""

from __future__ import annotations

import functools

from onrecord.annotation.tagging import lemma
from onrecord.recording.lexicon import lexicon
from onrecord.recording.names import words

EMPTY = lexicon(
    """the a an of for and or in on at to by with from that this these those it its his her their he she they be is are
    was were been has have had not any all more new another over into as if would should will must can could up out"""
)


@functools.lru_cache(maxsize=65536)
def gist_of(text: str) -> frozenset[str]:
    """The words of a text that carry content, verbs and plurals in their base form."""
    return frozenset(_base(w) for w in words(text) if w not in EMPTY)


@functools.lru_cache(maxsize=65536)
def _base(word: str) -> str:
    return lemma(word).removesuffix("s")


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter gist that is in the other one, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
