"""Whose allegations a denial names."""

from __future__ import annotations

import re

from onrecord.recording.denial_words import SAID
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

OWNED = re.compile(rf"(?:[\w’'.-]+\s){{0,5}}?[\w.-]+['’]s?\s(?:\w+\s)?(?:{'|'.join(sorted(SAID))})", re.I)
"""What is denied is only called somebody's (`Ek’s account`)."""
_MADE_BY = re.compile(
    r"\b(?:allegations?|accusations?|claims?|charges?|suggestions?|assertions?|reports?|complaints?|findings?)\s+"
    r"(?:(?:made|levell?ed|brought|raised|put|published)\s+)?(?:by|from|in)\s(?:the\s)?",
    re.I,
)
_OWN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:allegations?|accusations?|claims?|charges?|assertions?|suggestions?"
    r"|accounts?|version|reports?|findings?"
    r"|story)\b",
    re.I,
)


def accusers(material: Material, passage: Passage, content: tuple[int, int]) -> tuple[str, ...]:
    """Whose allegations a denial names: `the claims made by Ek`, `Ek’s claim that …`."""
    text = material.documents[passage.document].document.text
    found = _MADE_BY.search(text, *content)
    if found is not None:
        named = material.parties.within(passage.document, found.end() - 4, content[1])
        return (named[0][2],) if named and abs(named[0][0] - found.end()) < 5 else ()
    found = _OWN.search(text, *content)
    if found is not None:
        named = [
            m
            for m in material.parties.within(passage.document, content[0], found.start() + 2)
            if found.start() - m[1] in (0, -2, -1)
        ]
        return (named[-1][2],) if named else ()
    return ()
