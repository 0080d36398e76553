"""Word lists, written as plain text."""

from __future__ import annotations


def lexicon(words: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(words.split())
