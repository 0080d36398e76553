"""Who of a record's parties an event's words stand for, and those that only the event describes."""

from __future__ import annotations

import re

from onrecord.annotation.event_setting import PRONOUNS
from onrecord.annotation.lexicons import human_nouns
from onrecord.recording.actors_told import told_before
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.lexicon import BODIES, FIRMS, NO_AGENTS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.party_use import is_nameless
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.referents_beside import OPENER
from onrecord.types import PartyKind, Span


def aimed_at(material: Material, passage: Passage, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The recipient's spans without places that only tell where: `in [Orrville]`."""
    text = material.documents[passage.document].document.text

    def where(span: Span) -> bool:
        named = material.parties.within(passage.document, *span)
        return bool(_WHERE.search(text, max(passage.start, span[0] - 12), span[0])) and all(
            material.parties.get(party).kind == "place" for _, _, party in named
        )

    return tuple(s for s in spans if not where(s))


def who(material: Material, referents: Referents, passage: Passage, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The parties of an argument: its first name, those coordinated with it; a phrase without a name by its words."""
    found: list[str] = []
    text = material.documents[passage.document].document.text
    for start, end in spans:
        last = None
        inside = material.parties.within(passage.document, start, end)
        told = None if inside else told_before(material, passage, start, end)
        if told is not None:
            found.append(told)
            continue
        group = is_nameless(material.parties.get(inside[0][2])) if inside else False
        if group and _POSSESSIVE.match(text, start, end):
            # `its members`: those of whom it is, who acts by them
            owners = referents.at(passage, start, end)
            if owners and inside[0][2] not in owners:
                found.extend(owners)
                continue
        members = _MEMBERS_OF.match(text, start, end) if group else None
        whole = () if members is None else referents.at(passage, members.end(), end)
        if whole:
            # `members of Local 7 of the Dockers`
            found.extend(whole)
            continue
        if len(inside) > 1 and inside[-1][1] == end and _OWNS.fullmatch(text, inside[-2][1], inside[-1][0]):
            # `the tribunal's [Ada Lund]`
            found.append(inside[-1][2])
            continue
        if inside and inside[-1][1] == end and text.startswith(", who ", end):
            # `a figure proposed by [Ada Lund], who`
            people = material.parties.get(inside[-1][2]).kind == "person"
            if people and len(inside) == 1 and inside[-1][0] - start > _ARTICLE:
                found.append(inside[-1][2])
                continue
        beside = None if inside or text[start:end].casefold() in PRONOUNS else _beside(material, passage, end)
        if beside is not None:
            found.append(beside)
            continue
        if not inside or inside[0][0] - start > _ARTICLE or _QUALIFIES.match(text, inside[0][1], end):
            # `a harbour-town judge`, `the group holding two Orrish divers`: the name is not whom the phrase is about.
            headed = referents.at(passage, start, end)
            if headed:
                found.extend(headed)
                continue
            if inside and _HANGS.search(text, start, inside[0][0]):
                continue
        for a, b, party in inside:
            if last is None or _JOINS.fullmatch(text, last, a):
                found.append(party)
                last = b
            elif a >= last:
                break
    return tuple(dict.fromkeys(found))


_POSSESSIVE = re.compile(r"(?:its|their)\s(?:members|membership|leaders|lawyers|negotiators)\b", re.I)
_MEMBERS_OF = re.compile(r"(?:the\s)?members\sof\s(?:the\s)?", re.I)
_OWNS = re.compile(r"['’]s?\s+(?:(?!(?:in|at|of|on|from|near|for|to|with|and|or|by)\b)[\w.-]+\s+){0,4}")
_WHERE = re.compile(r"\b(?:in|at|near|across|outside|inside|around)\s+\Z")
_HANGS = re.compile(r"\s(?:in|at|on|near|from|against|to|by|with|under|behind|\w+ing)\s")
"""What parts the head of a phrase from a name that only tells more of it: `the divers held in Orrland`."""
_ARTICLE = 4
"""How far from its beginning the name of a phrase may stand: behind `the`."""
_QUALIFIES = re.compile(r"['’]s?\s|\s(?!of\b|for\b|and\b|or\b|in\b|who\b|which\b|from\b|on\b|at\b)[a-z]")
_JOINS = re.compile(r"\s*(?:,|and|or|&|, and)\s*")


def described(material: Material, referents: Referents, passage: Passage, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The party that the words of an actor describe and no name stands for: `a coroner`, `residents of the estate`."""
    if not spans or not passage.start <= spans[0][0] < passage.end:
        return ()
    clauses = referents.clauses(passage)
    word = clauses.index(spans[0][0])
    phrase = next((p for p in clauses.phrases if p.first <= word < p.last), None)
    if phrase is None:
        return ()
    start, end = clauses.span(phrase)
    kind = _kind(clauses, phrase)
    if kind is None:
        return ()
    end = max(end, clauses.sentence.ends[_with_whose(clauses, phrase) - 1])
    text = material.documents[passage.document].document.text
    name = _COUNT.sub("", OPENER.sub("", " ".join(text[start:end].split())))
    return (material.parties.describe(passage.document, start, end, name, kind),)


def _beside(material: Material, passage: Passage, end: int) -> str | None:
    """Whom commas set beside a description that ends at an offset: `a smaller group, [the Orrish Front], refused`."""
    text = material.documents[passage.document].document.text
    for a, b, party in material.parties.within(passage.document, end, min(passage.end, end + _BESIDE))[:2]:
        if _SET_BESIDE.fullmatch(text, end, a) and text[b : b + 1] == ",":
            return party
    return None


_BESIDE = 90
"""How many characters behind a description the name beside it may begin."""
_SET_BESIDE = re.compile(
    r"(?: (?:of|at|for|from|in) [\w’' -]{1,40})?, "
    r"(?!(?:like|unlike|with|without|including|along|alongside|as|according|who|which|backed|led)\b)(?:[\w.’'-]+ ){0,5}"
)


def _kind(clauses: Clauses, phrase: Phrase) -> PartyKind | None:
    """What a phrase describes that no name heads: a person, a group, a body, or nobody."""
    noun, tags = clauses.sentence.lower[phrase.head], clauses.tags
    if tags[phrase.head] not in ("NN", "NNS") or "PRP$" in tags[phrase.first : phrase.last]:
        return None
    if tags[phrase.head] == "NNS" or noun in _SEVERAL:
        one = noun.removesuffix("s")
        people = is_people(noun) or one in _PEOPLE or one in _BODIES_TOO or noun in human_nouns() or noun in _SEVERAL
        return "group" if people else None
    if noun in _BODIES:
        return "organisation"
    known = human_nouns().get(noun)
    if len(noun) > 5 and noun.endswith(_AGENTS) and noun not in NO_AGENTS:
        return "person"
    return "person" if noun in PERSONS or noun in _PEOPLE or (known is not None and not known[1]) else None


_PEOPLE = lexicon(
    "activist attacker bomber boy burglar bystander child coach coroner crowd driver farmer fisherman gang girl gunman "
    "hijacker hostage inmate kidnapper lawyer looter man militant mob motorist neighbour neighbor parent passenger "
    "passer-by pensioner player protester rebel resident rider robber sailor shareholder skipper sniper striker "
    "suspect teenager thief villager voter woman worker"
)
_SEVERAL = lexicon("children crews detectives firms grandchildren heirs men people relatives survivors troops women")
_AGENTS = ("ist", "ian", "man", "woman", "er", "or")
"""Endings of nouns for whoever does something; what acts and has one of them is most often a person."""
_BODIES_TOO = lexicon(
    "airline bakery brewer brewery broker carmaker carrier chain charity clinic club coalition college cooperative "
    "developer diocese exchange federation foundry fund grocer hospital insurer landlord league lender maker mine "
    "museum network newspaper office operator orchestra panel paper port producer publisher railway refinery retailer "
    "shipyard sponsor steelmaker studio supplier trust utility zoo"
)
_BODIES = BODIES | FIRMS | _BODIES_TOO
_COUNT = re.compile(r"\A(?:some|about|around|nearly|almost|several|many|more than|at least)\s+(?=\D)", re.I)
_OF = frozenset({"of", "for", "at", "from"})


def _with_whose(clauses: Clauses, phrase: Phrase) -> int:
    """The word behind a phrase and what tells whose it is: `residents [of the Millpond estate]`."""
    if phrase.last < len(clauses.sentence) and clauses.sentence.lower[phrase.last] in _OF:
        after = clauses.phrase_starting(phrase.last + 1)
        if after is not None and any(tag in ("NNP", "NNPS") for tag in clauses.tags[after.first : after.last]):
            return after.last
    return phrase.last
