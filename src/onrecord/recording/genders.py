"""Who is a man and who a woman, by given names, forms of address and what people are called by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.annotation.lexicons import gender_of
from onrecord.annotation.party_genders import by_pronouns
from onrecord.recording.lexicon import lexicon
from onrecord.types import RecordParty

_WOMEN = lexicon(
    """mrs ms miss mme madam lady dame sister queen princess duchess baroness chairwoman spokeswoman congresswoman
    councilwoman businesswoman businesswomen actress wife widow mother daughter aunt niece grandmother heiress
    stepmother girlfriend ex-wife midwife empress nun"""
)
_MEN = lexicon(
    """mr sir lord king prince duke baron chairman spokesman congressman councilman businessman actor husband widower
    father son brother uncle nephew grandfather stepfather boyfriend ex-husband bishop archbishop cardinal pope imam
    ayatollah rabbi sheikh emir sultan emperor"""
)
_EITHER = lexicon("Jean Andrea Simone Nicola Robin Kim Leslie Sasha Alexis Jan Dominique Camille Laurence")
"""Given names that are a man's in one country and a woman's in another."""
_CALLED = _WOMEN | _MEN
_BEFORE = re.compile(r"(?<![\w-])([\w-]+)\.?,?\s\Z")
_BEHIND = re.compile(r",\s(?:the|a|an|his|her|their|its|[\w.]+['’]s)\s(?:[\w-]+\s){0,3}?([\w-]+)(?=,|\sof\b|\sfor\b)")


def women(
    people: Iterable[RecordParty], places: Sequence[tuple[str, Sequence[tuple[int, int, str]]]]
) -> dict[str, bool]:
    """Of those persons whose sex something tells: whether they are women, by id.

    Args:
        people: the persons of a record.
        places: the documents' texts, each with its mentions of persons as start, end, party.
    """
    found: dict[str, bool] = {}
    for party in people:
        spelled = [w for name in (party.name, *party.aliases) for w in name.split()[:1]]
        told = _told(w.casefold().rstrip(".") for w in (*spelled, *(party.role or "").split()))
        if told is None:
            first = next((w for w in party.name.split() if w.casefold().rstrip(".") not in _CALLED), "")
            told = None if first in _EITHER else gender_of(first)
            if told is None and "-" in first:
                told = gender_of(first.split("-")[0])
        if told is not None:
            found[party.id] = told
    seen: dict[str, set[bool]] = {}
    for text, mentions in places:
        for start, end, party_id in mentions:
            if party_id in found:
                continue
            before = _BEFORE.search(text, max(0, start - 24), start)
            behind = _BEHIND.match(text, end, min(len(text), end + 70))
            told = _told(m[1].casefold() for m in (before, behind) if m is not None)
            if told is not None:
                seen.setdefault(party_id, set()).add(told)
    found |= {party_id: told.pop() for party_id, told in seen.items() if len(told) == 1}
    votes: dict[str, set[bool]] = {}
    for text, mentions in places:
        for party_id, woman in by_pronouns(text, mentions).items():
            votes.setdefault(party_id, set()).add(woman)
    return {party_id: told.pop() for party_id, told in votes.items() if len(told) == 1} | found


def _told(words: Iterable[str]) -> bool | None:
    """Whether one of some words is said of women only, or of men only."""
    for word in words:
        if word in _WOMEN or word in _MEN:
            return word in _WOMEN
    return None
