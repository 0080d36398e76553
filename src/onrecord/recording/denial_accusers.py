"""Whose allegations a denial is against: as its own words name him, or the clause beside it that tells what he said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.clauses import Clauses
from onrecord.recording.denial import Denial
from onrecord.recording.denial_words import SAID, TOLD
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told

OWNED = re.compile(rf"(?:[\w’'.-]+\s){{0,5}}?[\w.-]+['’]s?\s(?:\w+\s)?(?:{'|'.join(sorted(SAID))})", re.I)
"""What is denied is only called somebody's (`Ek’s account`)."""
_THINGS = (
    r"(?:allegations?|accusations?|claims?|charges?|suggestions?|assertions?|reports?|complaints?|findings?|statements?"
    r"|accounts?|stor(?:y|ies)|articles?|rumou?rs?)"
)
_MADE_BY = re.compile(
    rf"\b{_THINGS}\s(?:(?:on|in|this|last|earlier)\s\w+\s)?"
    r"(?:(?:made|levell?ed|brought|raised|put|published|aired|carried|printed)\s+)?(?:by|from|in)\s(?:the\s)?",
    re.I,
)
_KIN = re.compile(r"['’]s?\s(?:[a-z-]+\s){0,2}[a-z-]+,\s(?=[A-Z])")
"""Between somebody and the one of his who is meant: `Amir’s | brother, | Hagai`."""
_PLACED = re.compile(
    r"['’]s?\s(?=[A-Z])|\s(?:daily|weekly|newspaper|paper|magazine|tabloid|broadcaster|agency|news site)\s(?=[A-Z])"
)
"""Between a place and what is in it: `Norway’s | Courier`, `the Norrvik daily | Harbour Post`."""
_OWN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:allegations?|accusations?|claims?|charges?|assertions?|suggestions?"
    r"|accounts?|version|reports?|findings?"
    r"|story)\b",
    re.I,
)
_NAMED = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}(?:{'|'.join(sorted(SAID | TOLD))})\b", re.I)
"""What follows a name whose report it is: `a Courier | report`, `the Navy | statement`."""
_PEOPLE = re.compile(
    r"(?:the\s)?(?P<who>police|prosecution|army|military|opposition|rebel|government)\s"
    rf"(?:{'|'.join(sorted(SAID))})\b"
)
"""Whose allegations they are, where that is told without a name (`police allegations that …`)."""
_FROM = re.compile(
    rf"\b{_THINGS}\s[^,;.“”\"]{{3,100}}?\sfrom\s(?P<who>(?:[\w-]+\s){{0,5}}(?:women|men|people|players|students|employees"
    r"|workers|victims|residents|witnesses|critics|officials|activists|villagers|opponents|neighbou?rs|customers))\b"
)
"""Whose allegations they are (`allegations of fraud from more than a dozen customers`)."""
_AS_SAID = re.compile(
    r",?\s(?:as|which|contrary to what)\s(?P<who>[^,;.]{2,70}?)\s(?:(?:has|had|have)\s)?(?:\w+ly\s)?"
    r"(?:said|claimed|alleged|reported|written|wrote|suggested|asserted|charged|implied)\b"
)
_BUT = re.compile(
    r"[,;—–-]?\s?(?:but|although|though|while|however,|yet)\s(?:[^,;.]{0,40}?\s)?(?:the\s|an?\s)?\Z", re.I
)
"""Between what somebody says and the denial that the sentence sets against it."""
_THE_ONE = re.compile(r"the\s(?:[\w-]+\s){0,5}(?!\w+s\b)[\w-]+(?:\sand\s.*)?\Z", re.I)
_FOLLOWS = 60
"""How far, in characters, the two may stand apart."""


def accusers(
    material: Material, passage: Passage, content: tuple[int, int], clauses: Clauses | None = None,
    referents: Referents | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Whose allegations a denial names: `the claims made by Ek`, `Ek’s claim that …`, `a Courier report that …`.

    Who is only described (`claims made by neighbours`) is found where the sentence's reading is given.
    """
    text = material.documents[passage.document].document.text
    found = _MADE_BY.search(text, *content)
    if found is not None:
        named = material.parties.within(passage.document, found.end() - 4, content[1])
        if named and abs(named[0][0] - found.end()) < 5:
            kin = _KIN.match(text, named[0][1]) or _PLACED.match(text, named[0][1])
            return (named[1][2],) if kin and len(named) > 1 and named[1][0] == kin.end() else (named[0][2],)
        phrase = None if clauses is None else clauses.phrase_starting(clauses.index(found.end()))
        if phrase is None or clauses is None or referents is None or clauses.tags[phrase.head] != "NNS":
            return ()
        return referents.who(passage, phrase) or referents.described(passage, phrase)
    found = _OWN.search(text, *content)
    if found is not None:
        named = [
            m
            for m in material.parties.within(passage.document, content[0], found.start() + 2)
            if found.start() - m[1] in (0, -2, -1)
        ]
        return (named[-1][2],) if named else ()
    for _, end, party in material.parties.within(passage.document, *content)[:1]:
        if _NAMED.match(text, end, content[1]):
            return (party,)
    people = _PEOPLE.match(text, *content) or _FROM.search(text, *content)
    if people is not None:
        return (material.parties.describe(passage.document, *people.span("who"), people["who"]),)
    return ()


def accusers_beside(material: Material, denial: Denial, told: Sequence[Told]) -> tuple[str, ...]:
    """Who says in the denial's own sentence what is denied: `Ek said that it sank, but Lund denied it`.

    Also whoever is said to have told it behind the denial (`denied that it sank, as Ek had written`).
    """
    passage, text = denial.passage, material.documents[denial.passage.document].document.text
    after = _AS_SAID.search(text, denial.at, passage.end)
    if after is not None:
        named = material.parties.within(passage.document, *after.span("who"))
        return (named[-1][2],) if named and after.end("who") - named[-1][1] < 2 else ()
    for item in reversed(told):
        spans = [*item.annotation.source, *item.annotation.cue, *item.annotation.content]
        source = item.statement.source
        if source is not None and not material.parties.is_named(source) and _THE_ONE.match(item.statement.source_text):
            # `The former minister said …, but she denied that …`: it is she.
            source = None
        if not spans or source is None or source in denial.by or item.statement.stance not in ("asserts", "alleges"):
            continue
        inside = [b for a, b in spans if passage.start <= a < denial.start]
        if not inside or not passage.start <= item.start < denial.start:
            continue
        close = max(inside)
        if close > denial.start:
            # What it is taken to say runs on into the denial.
            close = max((b for _, b in item.annotation.cue if b <= denial.start), default=denial.start)
        low = max(passage.start, close - 1, denial.start - _FOLLOWS)
        return (source,) if _BUT.search(text, low, denial.start) else ()
    return ()
