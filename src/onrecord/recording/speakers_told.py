"""Speakers told by somebody else or by an office alone: `her family` by whose it is, `the senator` by who was named."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents
from onrecord.types import Statement

KIN = lexicon(
    """father mother son daughter brother sister wife husband widow uncle aunt nephew niece cousin grandfather
    grandmother stepfather stepmother boyfriend girlfriend friend neighbour neighbor"""
)
CLOSE = lexicon(
    "family families relatives parents friends neighbours neighbors classmates teammates roommates flatmates "
    "acquaintances cousins"
)
"""People told by whom they are close to."""
_WHOSE = re.compile(r"(?P<word>his|her|its|their)\s(?P<rest>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*)?)", re.I)


def is_anybodys(material: Material, party: str) -> bool:
    """Whether a party is a `her family` without a name: read in a line of its own, it is anybody’s."""
    told = _WHOSE.fullmatch(material.parties.get(party).name)
    close = told is not None and not {w.casefold() for w in told["rest"].split()}.isdisjoint(CLOSE)
    return close and not material.parties.is_named(party)


def of_whom(material: Material, referents: Referents, document: int, s: Statement, party: str) -> str:
    """The party of a `her family` with the name of whose it is, where that can be told; any other party as it is."""
    parties = material.parties
    name = parties.get(party).name
    if (name[:1].isupper() and _WHOSE.match(name) is None) or len(s.source) != 1:
        return party
    text = material.documents[document].document.text
    start, end = s.source[0]
    found = _WHOSE.match(text, start, end)
    passage = material.quotes.passage_at(document, start)
    if found is None or passage is None:
        return party
    owners = referents.at(passage, start, found.end("word"))
    if len(owners) != 1 or not parties.is_named(owners[0]) or owners[0] == party:
        return party
    name = parties.get(owners[0]).name
    own = f"{name}’" if name.endswith("s") else f"{name}’s"
    return parties.describe(document, start, end, f"{own} {found['rest']}", parties.get(party).kind)


_OFFICE = re.compile(
    r"the\s(?:[A-Z][a-z]+(?:n|sh|ch|se|i)\s)?(?:leader|president|premier|chancellor|congressman|congresswoman|senator"
    r"|governor|mayor|minister|secretary|judge|prosecutor|sheriff|general|ambassador)",
    re.I,
)
_BEFORE = 700
"""How far before a description, in characters, whoever holds the office may have been named."""


def in_office(material: Material, document: int, s: Statement, party: str) -> str:
    """The party of `the Sarrow leader`: the only person with an office who is named shortly before, if he has no other.

    A description that stands for somebody with a name already is left as it is.
    """
    parties = material.parties
    text = material.documents[document].document.text
    if parties.is_named(party) or len(s.source) != 1 or _OFFICE.fullmatch(text, *s.source[0]) is None:
        return party
    start = s.source[0][0]
    near = {m[2] for m in parties.within(document, max(0, start - _BEFORE), start)}
    people = sorted(p for p in near if parties.get(p).kind == "person" and parties.get(p).role)
    return people[0] if len(people) == 1 else party


_ASKED = re.compile(r"\b(?:asked|asks|asking|quizzed|pressed)\s(?:[A-Z][\w.]*\s){0,3}?\Z")
_QUESTION = re.compile(r",?\s(?:(?:on|about)\s|whether\b|if\b|how\b|why\b|what\b|when\b|where\b|who\b)")
_WAS_ASKED = re.compile(
    r"\b(?:was|were|been|being)\s(?:\w+\s)?asked(?=,?\s(?:on|about|whether|if|how|why|what|when|where|who|by)\b)"
)
_QUESTION_REACH = 400
"""How far before an answer, in characters, the one who gives it is asked."""


def asked_before(material: Material, referents: Referents, document: int, s: Statement) -> str | None:
    """Whom a `he` behind a quotation stands for, if the sentence before the quotation asks somebody something."""
    text = material.documents[document].document.text
    start = min((a for a, _ in s.content), default=-1)
    if start < 0 or not s.source or start >= s.source[0][0] or text[start] not in "“\"‘`'":
        return None
    passage = material.quotes.passage_at(document, start)
    before = [] if passage is None else material.passages_before(passage, 1)
    if not before or before[0].is_summary:
        return None
    low = max(before[0].start, start - _QUESTION_REACH)
    passive = _WAS_ASKED.search(text, low, before[0].end)
    if passive is not None:
        clauses = referents.clauses(before[0])
        verb = clauses.verb_at(passive.end() - 1)
        found = () if verb is None else referents.who(before[0], clauses.subject(verb))
        if len(found) == 1 and material.parties.get(found[0]).kind == "person":
            woman = material.parties.woman(found[0])
            return found[0] if woman is None or woman == (text[slice(*s.source[0])].casefold() == "she") else None
    for first, last, party in reversed(material.parties.within(document, low, before[0].end)):
        asked = _ASKED.search(text, max(0, first - 40), first) is not None and _QUESTION.match(text, last) is not None
        if asked and material.parties.get(party).kind == "person":
            woman = material.parties.woman(party)
            word = text[s.source[0][0] : s.source[0][1]].casefold()
            return party if woman is None or woman == (word == "she") else None
    return None
