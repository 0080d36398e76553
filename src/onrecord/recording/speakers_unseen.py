"""Speakers whom nothing else took for a party: `state television`, `the Institute for Trade`, `eleven former cooks`."""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import gender_of
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.referents_bodies import INSTITUTIONS
from onrecord.recording.referents_common import is_person
from onrecord.types import PartyKind, Statement

_MEDIA = lexicon(
    """television tv radio newspaper paper daily weekly tabloid magazine website blog broadcaster network agency media
    channel station outlet"""
)
TRADES = lexicon(
    """pupil cook driver baker farmer miner sailor guard trader broker banker analyst economist teacher nurse doctor
    resident villager neighbour neighbor shopkeeper worker employee insider campaigner activist critic supporter
    witness expert scientist researcher engineer pilot passenger survivor tenant investor lender diplomat colleague"""
)
_BODY = BODIES | FIRMS | INSTITUTIONS | _MEDIA | lexicon("charity union institute foundation society trust operator")
_BARE = re.compile(r"(?:the|an?|its|his|her|their|our|this|that|one|another|some|many|several|most|all)\b\s*", re.I)
_CALLED = re.compile(
    r"(?:[Tt]he|[Aa]n?)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]+)\s"
    r"(?P<name>(?:The\s)?[A-Z][\w’'&.-]*(?:\s(?:(?:of|for|and|the|de|&)\s)?[A-Z][\w’'&.-]*){0,4})"
)
_NAME = re.compile(r"(?:[Tt]he\s)?([A-Z][\w’'&.-]*(?:\s(?:(?:of|for|and|the|de|&)\s)?[A-Z][\w’'&.-]*){0,5})")
_TITLED = re.compile(
    r"(?:[\w’'&.-]+\s){1,8}?(?:President|Manager|Director|Chairman|Chairwoman|Chief|Secretary|Minister|Officer|Coach"
    r"|Editor|Professor|Spokesman|Spokeswoman|Commissioner|Executive|Counsel|Captain)\s"
    r"(?P<name>[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+)"
)
"""A name behind a title that nothing else parted from it."""
_MONTHS = lexicon(
    "monday tuesday wednesday thursday friday saturday sunday it he she they we i this that these those what who there"
)
_FOR_BODY = re.compile(
    r"(?:the\s|an?\s|another\s|one\s)?(?:[\w-]+\s){0,2}?"
    r"(?:spokesman|spokeswoman|spokesperson|spokespeople)\s(?:for|of)\s"
    r"(?:the\s|an?\s|its\s|his\s|her\s|their\s)?(?P<body>(?:[\w’'-]+\s){0,5}?(?P<noun>[a-z]+))",
    re.I,
)
"""Who speaks for a body without a name: what he says, it says."""
_PLACED = re.compile(r"\s(?:in|at|from|on|near|aboard)\s")
_SEAT = re.compile(r"\s(?:in|at|of|with|for)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\Z")
"""Where a body sits, which tells it from others (`the foreign ministry in Sarrow`)."""
_EMPLOYED = re.compile(r"\s(?:at|with|for)\s(?:the\s)?[A-Z]")
"""For whom somebody without a name works (`an official at Wolden Securities`)."""
_SHORT = 6
"""How many words a description may have to be left whole, with where the people are."""
_CUT = re.compile(r",|\s(?:who|which|whose|that|said|told|speaking|aged)\b|\s\(")


def _bare(words: str) -> str:
    """A description without the article or pronoun that it begins with."""
    opening = _BARE.match(words)
    return words if opening is None else words[opening.end() :] or words


def unseen(material: Material, document: int, s: Statement) -> str | None:
    """A party for the words of a source, by its name or by what it is; None for pronouns and for mere things."""
    if s.source_kind == "none" or len(s.source) != 1:
        return None
    text = material.documents[document].document.text
    start, end = s.source[0]
    passage = material.quotes.passage_at(document, start)
    if passage is None or passage.is_summary:
        # Headlines leave out by what name and article to know somebody again.
        return None
    cut = _CUT.search(text, start + 1, end)
    high = end if cut is None else cut.start()
    words = " ".join(text[start:high].split())
    if not words or len(words.split()) > 8 or words.casefold() in _MONTHS:
        return None
    called = _CALLED.fullmatch(words)
    if called is not None and called["noun"].islower() and called["noun"] in _BODY:
        at = start + words.index(called["name"])
        return material.parties.describe(document, at, high, called["name"], "organisation")
    behind = _TITLED.fullmatch(words)
    if behind is not None and gender_of(behind["name"].split()[0]) is not None:
        # `Norrvik Rovers President and General Manager Ada Lund`
        return material.parties.describe(document, high - len(behind["name"]), high, behind["name"], "person")
    named = _NAME.fullmatch(words)
    if named is not None and (len(named[1].split()) > 1 or words != words.capitalize()):
        low = high - len(named[1])
        tokens = named[1].split()
        person = len(tokens) in (2, 3) and words == named[1] and gender_of(tokens[0]) is not None
        return material.parties.describe(document, low, high, named[1], "person" if person else "organisation")
    sent = _FOR_BODY.fullmatch(words)
    if sent is not None and sent["noun"] in _BODY:
        return material.parties.describe(document, high - len(sent["body"]), high, sent["body"], "organisation")
    kind = _kind(words)
    if kind is None:
        return None
    whole = _SEAT.search(words) is not None and (kind == "organisation" or _EMPLOYED.search(words) is not None)
    short = words if whole or len(words.split()) <= _SHORT else _PLACED.split(words, maxsplit=1)[0]
    return material.parties.describe(document, start, start + len(short), _bare(short), kind)


def _kind(words: str) -> PartyKind | None:
    """What a description is of, by the noun that it is built on."""
    phrase = re.split(r"\s(?:of|for|from|in|at|on|with|close|familiar|near|to|behind|aboard)\b", words.casefold())[0]
    if not phrase.split():
        return None
    noun = phrase.split()[-1]
    one = noun.removesuffix("s")
    if is_people(noun) or (one != noun and (one in TRADES or one in PERSONS or is_person(one))):
        return "group"
    if noun in TRADES or noun in PERSONS or is_person(noun):
        return "person"
    return "organisation" if noun in _BODY else None
