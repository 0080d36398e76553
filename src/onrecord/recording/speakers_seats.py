"""Speakers told by an office and its place: `the Bergen mayor` is nobody who holds that office of another town."""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import demonyms, gazetteer, words_of
from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.tagging import tables
from onrecord.recording.lexicon import PERSONS
from onrecord.recording.material import Material
from onrecord.types import Statement

_PLACE = r"(?P<seat>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
_NOUN = r"(?P<noun>(?:[A-Za-z]+\s){0,2}?[A-Za-z]+)"
_LOWER = r"(?P<noun>(?:[a-z]+\s){0,2}?[a-z]+)"
_SEATED = tuple(
    re.compile(told)
    for told in (
        rf"(?:[Tt]he|(?P<new>[Aa]n?|[Aa]nother))\s{_PLACE}\s{_LOWER}",
        rf"(?:[Tt]he|(?P<new>[Aa]n?|[Aa]nother))\s{_LOWER}\s(?:of|in|for|from)\s(?:the\s)?{_PLACE}",
        rf"(?P<new>\b\B)?{_PLACE}['’]s?\s{_LOWER}",
    )
)
"""An office with its place and nobody’s name."""
_NEW = re.compile(r"(?:[Aa]n?|[Aa]nother)\s(?:[a-z-]+\s){0,3}?(?P<noun>[a-z]+)")
_BEFORE = (
    re.compile(rf"{_PLACE}(?:['’]s?)?\s{_NOUN},?\s\Z"),
    re.compile(rf"\b{_LOWER}\s(?:of|in|for)\s(?:the\s)?{_PLACE},\s\Z"),
)
_BEHIND = (
    re.compile(rf"\sof\s(?:the\s)?{_PLACE}"),
    re.compile(rf",\s(?:the\s|a\s)?{_LOWER}\s(?:of|in|for)\s(?:the\s)?{_PLACE}"),
    re.compile(rf",\s(?:the\s|a\s)?{_PLACE}(?:['’]s?)?\s{_LOWER}\b"),
)
"""The place of somebody’s office, right beside his name."""
_NEAR = 70
"""How far, in characters, a seat may stand from the name of the one who has it."""
_LONG = 5000
"""How far around a description, in characters, a text is searched for the office’s holders."""
_SHARED = frozenset("new north south east west northern southern eastern western san saint st los las the".split())
"""Words that the names of many places have in common."""


def of_other_seat(material: Material, document: int, s: Statement, party: str) -> str:
    """The party of `the Norrvik senator`: the one beside whom Norrvik is named, not just any senator.

    Where the text tells another seat of him (`Mayor Ada Lund of Norrvik`), `the Bergen mayor` is somebody without a
    name, and so is `a judge in Bergen` once a judge has been named.
    """
    parties = material.parties
    known = parties.get(party)
    if len(s.source) != 1 or known.kind != "person" or not parties.is_named(party):
        return party
    start, end = s.source[0]
    text = material.documents[document].document.text
    name = " ".join(text[start:end].split())
    told = next((m for pattern in _SEATED if (m := pattern.fullmatch(text, start, end)) is not None), None)
    new = _NEW.fullmatch(text, start, end) if told is None else told if told["new"] else None
    if new is not None:
        again = _is_office(new["noun"]) and _named_in_body(material, document, party, start)
        return parties.describe(document, start, end, name, "person", anew=True) if again else party
    if told is None or not _is_office(told["noun"]) or not _is_place(told["seat"]):
        return party
    around = material.parties.within(document, max(0, start - _LONG), end + _LONG)
    seats = _seats(material, document, around)
    seat, own = _words(told["seat"]), seats.get(party, frozenset())
    country = _country(told["seat"])
    if known.country is not None and country is not None:
        return party if known.country == country else parties.describe(document, start, end, name, "person", anew=True)
    if seat & own:
        return party
    beside: dict[str, None] = {}
    for low, high, other in around:
        near = text.find(told["seat"], max(0, low - _NEAR), high + _NEAR)
        if parties.get(other).kind == "person" and near >= 0 and near != told.start("seat"):
            beside[other] = None
    if own:
        seated = [p for p in seats if p != party and seat & seats[p]]
        return seated[0] if len(seated) == 1 else parties.describe(document, start, end, name, "person", anew=True)
    if party in beside:
        return party
    return next(iter(beside)) if len(beside) == 1 else parties.describe(document, start, end, name, "person")


def _is_office(noun: str) -> bool:
    last = noun.split()[-1].casefold()
    return last in PERSONS or last in words_of("offices.txt")


def _named_in_body(material: Material, document: int, party: str, before: int) -> bool:
    """Whether somebody is named before a place of a document, its headline and key points left out."""
    for low, _, other in material.parties.within(document, max(0, before - _LONG), before):
        passage = material.quotes.passage_at(document, low) if other == party else None
        if passage is not None and not passage.is_summary:
            return True
    return False


def _seats(
    material: Material, document: int, around: list[tuple[int, int, str]]
) -> dict[str, frozenset[str]]:
    """For each person among some mentions the words for the places that stand with an office right beside the name."""
    text = material.documents[document].document.text
    found: dict[str, frozenset[str]] = {}
    for low, high, party in around:
        if material.parties.get(party).kind != "person":
            continue
        told = [pattern.search(text, max(0, low - _NEAR), low) for pattern in _BEFORE]
        told += [pattern.match(text, high, high + _NEAR) for pattern in _BEHIND]
        for one in told:
            office = one is None or "noun" not in one.groupdict() or _is_office(one["noun"])
            if one is not None and office and _is_place(one["seat"]):
                found[party] = found.get(party, frozenset()) | _words(one["seat"])
    return found


def _words(place: str) -> frozenset[str]:
    """The words by which a place is told from others."""
    return frozenset(w for w in place.casefold().split() if w not in _SHARED)


def _is_place(words: str) -> bool:
    """Whether capitalised words may name a place: they are known for one, or no ordinary English words."""
    if words in gazetteer() or words in demonyms():
        return True
    last = words.split()[-1]
    ordinary = last.casefold() in tables().words or last.casefold() in CALENDAR
    return last in gazetteer() or last in demonyms() or not ordinary


def _country(words: str) -> str | None:
    """The code of the country that a place’s name or its adjective means."""
    known = gazetteer().get(words)
    return demonyms().get(words) or (known.country if known is not None and known.kind == "country" else None)
