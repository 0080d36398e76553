"""Which words tell the same deed: forms, derivations (`acquire`, `acquisition`) and words of one meaning (`buy`).

Derivations are told by their endings, irregular ones and words of one meaning by the lists `data/derivations.txt` and
`data/deeds.txt`, a deed to a line.
"""

from __future__ import annotations

import functools
from importlib import resources

from onrecord.annotation.tagging import lemma
from onrecord.recording.lexicon import lexicon

_ENDINGS = (
    ("ization", 3, ""), ("isation", 3, ""), ("ation", 3, ""), ("ition", 4, ""), ("ssion", 3, "ss"), ("sion", 3, "d"),
    ("tion", 3, "t"), ("ion", 3, ""), ("ment", 3, ""), ("ance", 4, ""), ("ence", 4, ""), ("ure", 4, ""),
    ("al", 5, ""), ("ate", 3, ""), ("ing", 4, ""), ("y", 4, ""),
)  # fmt: skip
"""Endings of nouns of action and of their verbs, the letters that a word has at least before one, and what stands there
then: `decision` and `decide` give `decid`."""
_BEFORE = lexicon(
    """have has had be been is are was were will would may might could should also to not never a an the his her its
    their"""
)
"""What may stand before the word that tells a deed, where its trigger is a phrase."""


def head_of(phrase: str) -> str:
    """The word of a trigger in lower case that tells the deed: `have asked for` gives `asked`."""
    words = [w for w in phrase.split()[:_NEAR] if w not in _BEFORE]
    if len(words) < 2:
        return words[0] if words else phrase
    return next((w for w in words if "-" not in w and not w.endswith("s") and lemma(w) != w), words[0])


_NEAR = 6
"""How many words of a phrase may hold the one that tells the deed."""


@functools.lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What a lower-case word shares with its other forms and its derivations."""
    base = lemma(word)
    known = _derivations()
    base = known.get(base) or known.get(base.removesuffix("s")) or base
    for ending, least, put in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= least:
            base = base.removesuffix(ending) + put
            break
    while base.endswith("e") and len(base) > _SHORTEST:
        base = base[:-1]
    return f"{base[:-1]}y" if base.endswith("i") and len(base) > _SHORTEST else base


_SHORTEST = 3


@functools.lru_cache(maxsize=65536)
def meanings(word: str, after: str) -> frozenset[int]:
    """The deeds of the list that a lower-case word can tell, by number.

    Args:
        word: a form of a verb or noun.
        after: the word behind it, which may belong to it (`stepped [down]`); empty if there is none.
    """
    known = _deeds()
    return known.get(f"{root(word)}_{after}") or known.get(root(word), frozenset())


def _lines(name: str) -> list[list[str]]:
    text = (resources.files("onrecord.recording") / "data" / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def _derivations() -> dict[str, str]:
    return {word: line[0] for line in _lines("derivations.txt") for word in line}


@functools.cache
def _deeds() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_lines("deeds.txt")):
        for word in line:
            verb, _, particle = word.partition("_")
            key = f"{root(verb)}_{particle}" if particle else root(verb)
            found[key] = found.get(key, frozenset()) | {number}
    return found
