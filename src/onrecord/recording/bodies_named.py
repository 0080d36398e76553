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
DATELINE = re.compile(r"[A-Z]{3}[^.!?\n]{0,80}?(?:\s[-–—]|—|--)\s?")
"""Where a report was written, at the head of its first sentence."""
_RULED_BY = re.compile(
    r"['’]s?\s(?:[a-z]+\s){0,2}(?:government|president|premier|minister|ministry|army|navy|parliament|cabinet)\b"
)
"""Behind the name of a state that no list knows."""
_THROUGH = re.compile(r"\b(?:in|through|via|from|near|across|to)\s(?:the\s)?\Z")
"""Before a state in which something only happens."""
_GOVERNMENT_OF = re.compile(r"\bgovernment\sof\s(?:the\s)?\Z", re.I)
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


_HERE, _BEFORE, _WRITTEN = 4, 2, 3
"""What it counts for a government that it stands in the sentence, or in the one before, or that the report was written
in its country; each of its mentions counts one."""


def government(material: Material, passage: Passage, offset: int) -> str | None:
    """The government that `the government` means at an offset: of those named before the one that is spoken of most.

    In a report from Manila it is that of the Philippines, though Canberra was named last.
    """
    parties, item = material.parties, material.documents[passage.document].document
    first = next((b.start for b in item.blocks if b.kind == "paragraph"), 0)
    head = DATELINE.match(item.text, first, first + 120)
    called = frozenset(parties.headed("government"))
    mentions = [
        (start, party) for start, end, party in parties.within(passage.document, max(0, offset - 6000), offset)
        if (head is None or not head.start() <= start < head.end()) and (
            party in called or parties.get(party).role == "government"
            or _GOVERNMENT_OF.search(item.text, max(0, start - 30), start)
            or _RULED_BY.match(item.text, end)
        )
    ]  # fmt: skip
    ruling = {party for _, party in mentions}
    mentions = [
        (start, party) for start, _, party in parties.within(passage.document, max(0, offset - 6000), offset)
        if party in ruling and not _THROUGH.search(item.text, max(0, start - 12), start)
    ] or mentions  # fmt: skip
    if not mentions:
        return None
    counted = Counter(party for _, party in mentions)
    before = material.passages_before(passage, 1)
    nearest = before[0].start if before and before[0].block >= passage.block - 1 else passage.start
    for party in {party for start, party in mentions if start >= nearest}:
        here = any(p == party and start >= passage.start for start, p in mentions)
        counted[party] += _HERE if here else _BEFORE
    for _, _, party in [] if head is None else parties.within(passage.document, *head.span()):
        country = parties.get(party).country
        home = None if country is None else parties.state(country)
        if home is not None and home in counted:
            counted[home] += _WRITTEN
            break
    last = {party: start for start, party in mentions}
    return max(counted, key=lambda p: (counted[p], last[p]))


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
