"""A rule for drift of attribution: a key point tells as a fact what one party says and another one gainsays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.drift_words import EMPTY, Found, Text, Word, sentence_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.statements import Speakers, Told

_OPPOSITES = tuple(
    frozenset(pair.split("/"))
    for pair in (
        "inside/outside above/below before/after safe/unsafe legal/illegal true/false guilty/innocent more/less/fewer "
        "valid/invalid late/early open/closed/shut higher/lower failed/worked fair/unfair armed/unarmed alive/dead"
    ).split()
)
_NOT = lexicon("no not never none n't n’t without")
_ASCRIBED = re.compile(
    r"\b(?:sa(?:y|ys|id)|claim\w*|according|accus\w*|alleg\w*|den(?:y|ies|ied)|disput\w+|report\w*|argu\w+|insist\w*)\b",
    re.I,
)


_QUOTED = re.compile(r"[?“”\"]")


def disputed(head: Text, near: Sequence[Text], speakers: Speakers) -> Found | None:
    """A key point that names no source, on what one party says in the body and another one gainsays there."""
    if head.passage.kind != "summary" or _ASCRIBED.search(head.passage.text) or _QUOTED.search(head.passage.text):
        return None
    for key in head.words:
        if key.low in EMPTY or key.tag[:2] not in ("NN", "JJ", "IN"):
            continue
        sides = [(t, who) for t in near for who in [_whose(t, key, speakers)] if who is not None]
        for_it = [(t, w) for t, w in sides if _has(t, key) and not _negated(t, key)]
        against = [(t, w) for t, w in sides if _negated(t, key) or (_opposite(t, key) and not _has(t, key))]
        for text, who in for_it:
            for other, gainsayer in against:
                if _name(who) == _name(gainsayer) or len((head.content & other.content) - EMPTY - {key.base}) < 1:
                    continue
                said, gainsaid = who.statement.source_text, gainsayer.statement.source_text
                line = f"what “{said}” says and “{gainsaid}” gainsays is told as a fact"
                return line, sentence_of(head), sentence_of(text), ("attribution",)
    return None


def _whose(text: Text, key: Word, speakers: Speakers) -> Told | None:
    """Who says the word of the key point, or its opposite, in a sentence."""
    for word in text.words:
        if word.base == key.base or _are_opposites(word.low, key.low):
            told = speakers.at(text.passage.document, word.start)
            if told is not None and told.statement.source_text and told.statement.source_kind != "none":
                return told
    return None


def _has(text: Text, key: Word) -> bool:
    return any(w.base == key.base for w in text.words)


def _negated(text: Text, key: Word) -> bool:
    """Whether a sentence has the word with a negation at most two words before it (`no cracks`, `were not safe`)."""
    at = [n for n, w in enumerate(text.words) if w.base == key.base]
    return any(w.low in _NOT for n in at for w in text.words[max(0, n - 2) : n])


def _opposite(text: Text, key: Word) -> bool:
    return any(_are_opposites(w.low, key.low) for w in text.words)


def _are_opposites(one: str, other: str) -> bool:
    return one != other and any(one in pair and other in pair for pair in _OPPOSITES)


def _name(told: Told) -> str:
    return told.statement.source or told.statement.source_text
