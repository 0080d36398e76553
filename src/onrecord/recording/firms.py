"""Which firm `the company` means: by its people, by what was spoken of, by how often it was named."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.annotation.lexicons import demonyms
from onrecord.recording import names
from onrecord.recording.bodies_called import is_called, may_be_called
from onrecord.recording.bodies_named import DATELINE
from onrecord.recording.finder import Finder
from onrecord.recording.introductions import nouns_beside
from onrecord.recording.lexicon import FIRMS, is_people
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

SEAT = re.compile(r"[Tt]he (?:[A-Z][\w-]{1,20} ?){1,3}(?:-based |, (?:[A-Z][\w.]{1,20} ?){1,2}, )[a-z]")
"""A firm told by where it has its seat (`the Akron, Ohio, company`, `the Lima-based miner`)."""
_REACH = 6000
"""How far back, in characters, a firm may have been named."""


def is_credited(material: Material, document: int, party: str) -> bool:
    """Whether a party is the document's own outlet, or the agency that its report comes from."""
    item = material.documents[document].document
    known = material.parties.get(party)
    if known.role == "outlet" or (item.outlet or "").casefold() == known.name.casefold():
        return True
    first = next((b.start for b in item.blocks if b.kind == "paragraph"), 0)
    head = DATELINE.match(item.text, first, first + 120)
    start = first if head is None else head.end()
    heads = [(b.start, b.end) for b in item.blocks if b.kind in ("byline", "dateline", "credits")] + [(first, start)]
    return known.kind == "organisation" and any(
        party == other for low, high in heads for _, _, other in material.parties.within(document, low, high)
    )


def firm(finder: Finder, material: Material, passage: Passage, noun: str, offset: int) -> tuple[str, ...]:
    """The firm that a noun with `the` at an offset means, or none.

    It is the one whose people the sentence has spoken of; else the one that the sentence names, or the one before is
    about, or the text names most. Who does something to the company is another one.
    """
    parties = material.parties
    mentions = [
        m for m in parties.within(passage.document, max(0, offset - _REACH), offset)
        if _may_be(material, passage.document, m[2], noun)
    ]  # fmt: skip
    called = [m for m in mentions if noun not in FIRMS and is_called(parties.get(m[2]).name, noun)]
    mentions = called or mentions
    mentions = _of_country(material, passage, noun, offset, mentions)
    if noun == "company":
        # A fund is called one; `the company` is what it holds shares of.
        mentions = [m for m in mentions if not _FUND.search(parties.get(m[2]).name)] or mentions
    fitting = dict.fromkeys(m[2] for m in mentions)
    if not fitting:
        return ()
    here = parties.within(passage.document, passage.start, offset)
    text = material.documents[passage.document].document.text
    # Who is told by his seat is the one that was told of, and not whom the sentence names beside him.
    seated = SEAT.match(text, offset, passage.end) is not None
    here = [] if seated else here
    for _, _, party in here:
        house = finder.house(party, noun) if parties.get(party).kind == "person" else None
        if house in fitting:
            return (house,)
    doers = _doers(finder, passage, offset)
    others = [p for p in fitting if p not in doers] or list(fitting)
    score: Counter[str] = Counter()
    for party in others:
        score[party] = min(4, sum(m[2] == party for m in mentions))
        own = names.words(parties.get(party).name)
        if any(w.startswith(noun[:4]) or (len(w) > 2 and noun.startswith(w)) for w in own):
            # `the brewer` is Vesta Breweries, `the airline` Vesta Air.
            score[party] += 8
    before = material.passages_before(passage, 1)
    if before and before[0].block >= passage.block - 1:
        told = [m[2] for m in parties.within(passage.document, before[0].start, before[0].end) if m[2] in fitting]
        for party in dict.fromkeys(told):
            score[party] += 4 if party in others else 0
        if told and told[0] in others:
            score[told[0]] += 2
        for party in _doers(finder, before[0], before[0].end) & set(others) if seated else ():
            score[party] += 10
    for party in dict.fromkeys(m[2] for m in here if m[2] in others):
        score[party] += 6
    surnames = {names.words(parties.get(m[2]).name)[-1:] for m in here if parties.get(m[2]).kind == "person"}
    for party in others:
        # `said Jon Ek, who left | the company`: that of his family.
        score[party] += 4 if any(s and s[0] in names.words(parties.get(party).name) for s in surnames) else 0
    for start, end, party in mentions:
        if party in others and FIRMS.intersection(nouns_beside(text, start, end)):
            score[party] += 2
    last = {m[2]: m[0] for m in mentions}
    return (max(others, key=lambda p: (score[p], last[p])),)


_FUND = re.compile(
    r"\b(?:Partners|Associates|Funds?|Equity|Ventures|L\.?P\.?)(?:,? (?:L\.?P\.?|LLC|LLP))?\Z"
)
"""Ends the names of those who hold shares of companies."""


def _of_country(
    material: Material, passage: Passage, noun: str, offset: int, mentions: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Of the firms named before, those of the country that a description tells (`the Irish company`), if some are."""
    text = material.documents[passage.document].document.text
    found = _OF_COUNTRY.match(text, offset, passage.end)
    code = None if found is None or found[2] != noun else demonyms().get(found[1])
    if found is None or code is None:
        return mentions
    told = re.compile(rf"\b{found[1]}\s(?:[\w-]+\s){{0,3}}\Z")
    behind = re.compile(rf",\s(?:an?|the)\s{found[1]}\b")
    several = {m[2] for m in mentions}
    of_it = {party for party in several if material.parties.get(party).country == code}
    for number, item in enumerate(material.documents if len(several) > 1 else ()):
        words = item.document.text
        of_it.update(
            party for start, end, party in material.parties.within(number, 0, min(len(words), 2 * _REACH))
            if party in several and (told.search(words, max(0, start - 60), start) or behind.match(words, end))
        )  # fmt: skip
    # Where several are told of, and none to be of that country, it is another one.
    return [m for m in mentions if m[2] in of_it] if of_it or len(several) > 1 else mentions


_OF_COUNTRY = re.compile(r"[Tt]he ([A-Z][a-z]+) (?:[a-z-]+ ){0,2}?([a-z]+)\b")


def _may_be(material: Material, document: int, party: str, noun: str) -> bool:
    known = material.parties.get(party)
    if known.kind != "organisation" or known.role == "government" or not material.parties.is_named(party):
        return False
    is_crowd = " " not in known.name and is_people(known.name.casefold())
    if is_crowd or not may_be_called(known.name, noun):
        return False
    return not is_credited(material, document, party)


def _doers(finder: Finder, passage: Passage, offset: int) -> frozenset[str]:
    """The subjects of the sentence's finite verbs before an offset."""
    clauses = finder.clauses(passage)
    found: set[str] = set()
    for verb in clauses.verbs:
        if clauses.sentence.starts[verb.first] >= offset or verb.form != "finite":
            continue
        subject = clauses.subject(verb)
        if subject is not None and clauses.sentence.starts[subject.first] < offset:
            common = clauses.tags[subject.head] == "NN" and not SEAT.match(
                clauses.sentence.text, clauses.sentence.starts[subject.first]
            )
            found.update(() if common else finder.who(passage, subject))
    return frozenset(found)
