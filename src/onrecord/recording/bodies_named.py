"""Which named body or place a common noun with `the` goes on with (`the fellowship`, `the city`, `the ministry`)."""

from __future__ import annotations

import functools
import re
from collections import Counter

from onrecord.annotation.lexicons import demonyms, gazetteer
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

OF_REALMS = lexicon("state province county region district island port diocese")
"""Realms that are meant only by those that the text calls so with `of`: `the state of Norrland`."""
REALMS = lexicon("city town village")
"""Places that act through their governments, by what they are called."""
STATES = lexicon("country nation kingdom republic emirate sultanate")
_PUBLIC_BODY = re.compile(
    r"\b(?:court|tribunal|union|guild|federation|commission|ministry|department|agency|authority|council|parliament"
    r"|association|league|committee|party|police|university|school|congress|senate|alliance|brotherhood|front|court"
    r"|government|administration|society|workers|news|times|post|herald|radio|press|labou?r|service|board"
    r"|ombudsman|tribune|gazette|sentinel|chronicle|telegraph|examiner)\b",
    re.I,
)
"""In the name of a body that nobody calls a company."""
_WITHIN = re.compile(r"\b(?:in|at|near|from|off|outside|inside|across)\s(?:the\s)?\Z", re.I)
_OWNERS = r"(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*['’]s?"


def is_public(name: str) -> bool:
    """Whether a name is that of a body which nobody calls a company."""
    return _PUBLIC_BODY.search(name) is not None


def named_by(material: Material, passage: Passage, noun: str, offset: int) -> str | None:
    """The body that has a noun for the head of its name: the last one named before, or else the story's only one."""
    parties = material.parties
    fitting = parties.headed(noun)
    if not fitting:
        return None
    for _, _, party in reversed(parties.within(passage.document, max(0, offset - 6000), offset)):
        if party in fitting:
            return party
    return fitting[0] if len(fitting) == 1 else None


def realm(material: Material, passage: Passage, noun: str, offset: int) -> str | None:
    """The place or state that `the city`, `the republic` means: the one named most before, acting rather than acted in.

    Of places named equally often, the one that was named last.
    """
    parties = material.parties
    text = material.documents[passage.document].document.text
    called = re.compile(rf"\b{re.escape(noun)}\sof\s(?:the\s)?\Z", re.I)
    for start, _, party in reversed(parties.within(passage.document, max(0, offset - 6000), offset)):
        if called.search(text, max(0, start - 40), start):
            return party
    if noun not in REALMS | STATES:
        return None
    counted: Counter[str] = Counter()
    last: dict[str, int] = {}
    for start, _, party in parties.within(passage.document, max(0, offset - 3000), offset):
        known = parties.get(party)
        place = gazetteer().get(known.name)
        is_state = known.role == "government" or (place is not None and place.kind == "country")
        fits = known.kind == "place" or is_state if noun in STATES else known.kind == "place" and not is_state
        if fits:
            counted[party] += 20 if is_state and noun in STATES else 0
            counted[party] += 1 if _WITHIN.search(text, max(0, start - 14), start) else 3
            last[party] = start
    return max(counted, key=lambda p: (counted[p], last[p]), default=None)


@functools.lru_cache(maxsize=256)
def _owned(noun: str) -> re.Pattern[str]:
    peoples = "|".join(sorted({re.escape(d) for d in demonyms() if " " not in d}, key=lambda d: (-len(d), d)))
    return re.compile(rf"\b(?=[A-Z])(?:{_OWNERS}|(?:{peoples}))\s(?:[a-z-]+\s){{0,2}}{re.escape(noun)}\b")


def owned(material: Material, passage: Passage, noun: str, offset: int) -> str | None:
    """The body without a name that was last called by its owner and a noun: `Norrland’s foreign ministry`."""
    text = material.documents[passage.document].document.text
    found = None
    if noun not in text[max(0, offset - 1500) : offset]:
        return None
    for match in _owned(noun).finditer(text, max(0, offset - 1500), offset):
        found = match
    if found is None:
        return None
    name = " ".join(found[0].split())
    return material.parties.describe(passage.document, *found.span(), name, "organisation")
