"""Whom a `who` that says something stands for: `a young woman who said so`, `abuse from animal lovers who claim so`."""

from __future__ import annotations

import re

from onrecord.recording.lexicon import BODIES, FIRMS, is_people
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents
from onrecord.recording.speakers_apart import is_somebody
from onrecord.types import PartyKind, Statement

_WHO = re.compile(
    r"\b(?P<one>[Aa]n?|another|one|some|several|many|two|three)\s(?P<rest>(?:[a-z][\w’'-]*\s){0,3}?)(?P<noun>[a-z]+),?\s\Z"
)
_THE_WHO = re.compile(r"\b[Tt]he\s(?:[a-z][\w’'-]*\s){0,3}?(?P<noun>[a-z]+),?\s\Z")
_WHO_OF = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?P<name>(?:[a-z][\w’'-]*\s){0,3}?(?P<noun>[a-z]+)\s(?:for|of|at|with|from|in)\s(?:the\s)?"
    r"[A-Z][^,;:.“”\"]{1,50}),\s\Z"
)
_PEOPLE_BEFORE = re.compile(r"([\w-]+),?\s\Z")


def antecedent_of_who(material: Material, referents: Referents, document: int, s: Statement) -> str | None:
    """The party for somebody without a name whom a `who` stands right behind (`a young woman who said so`).

    What is called `who` is somebody, by whatever noun (`an alternate who said so`).
    """
    at = s.source[0][0]
    passage = material.quotes.passage_at(document, at)
    if passage is None:
        return None
    text = material.documents[document].document.text
    low = max(passage.start, at - 80)
    the = _THE_WHO.search(text, low, at)
    if the is not None and is_somebody(the["noun"]):
        # `a call from the personnel director, who said so`
        known = referents.party_at(passage, the.start(), the.end("noun"))
        return known[0] if len(known) == 1 and material.parties.get(known[0]).kind == "person" else None
    whole = _WHO_OF.search(text, low, at)
    if whole is not None and is_somebody(whole["noun"]) and not _named_person(material, document, whole, at):
        # `A spokesman for the Harbour Office, who said so`
        name = " ".join(whole["name"].split())
        return material.parties.describe(document, *whole.span("name"), name, "person")
    found = _WHO.search(text, low, at)
    if found is None:
        return None
    noun = found["noun"]
    single = noun.removesuffix("s")
    if found["one"].casefold() in ("a", "an", "another", "one"):
        single = noun
    many = noun in ("men", "women") or is_people(noun) or (single != noun and is_somebody(single))
    if re.search(r"[A-Z][\w’'-]+,\s\Z", text[max(0, found.start() - 30) : found.start()]):
        # `Ada Lund, a self-described optimist who said so`
        return None
    one = found["one"].casefold() in ("a", "an", "another", "one")
    one = one and noun not in BODIES | FIRMS and not noun.endswith("s")
    if not many and not is_somebody(noun) and not one:
        return None
    kind: PartyKind = "group" if many else "person"
    low = found.start("rest") if found["one"].casefold() in ("a", "an") else found.start("one")
    name = " ".join(text[low : found.end("noun")].split())
    return material.parties.describe(document, low, found.end("noun"), name, kind)


def _named_person(material: Material, document: int, found: re.Match[str], at: int) -> bool:
    """Whether a person is named between a description and the `who` behind it."""
    named = material.parties.within(document, found.start(), at)
    return any(material.parties.get(m[2]).kind in ("person", "group") for m in named)


def whose(material: Material, referents: Referents, document: int, s: Statement) -> str | None:
    """The people or the person whom a `who` belongs to: the one named last before it, behind commas or not."""
    at = s.source[0][0]
    passage = material.quotes.passage_at(document, at)
    if passage is None:
        return None
    named = material.parties.within(document, max(passage.start, at - 200), at)
    fitting = [m[2] for m in named if material.parties.get(m[2]).kind in ("person", "group")]
    before = _PEOPLE_BEFORE.search(material.documents[document].document.text, max(0, at - 30), at)
    if before is not None and not any(m[1] >= before.end(1) for m in named):
        noun = before[1].casefold()
        if is_people(noun) or (noun.endswith("s") and is_somebody(noun.removesuffix("s"))):
            # `a bloc of growers who said so`, `abuse from animal lovers who claim so`: nobody named before them.
            clauses = referents.clauses(passage)
            word = clauses.index(before.start(1))
            phrase = next((p for p in clauses.phrases if p.first <= word < p.last), None)
            start = before.start(1) if phrase is None else clauses.sentence.starts[phrase.first]
            name = _ARTICLE.sub("", " ".join(clauses.sentence.text[start : before.end(1)].split()))
            return material.parties.describe(document, start, before.end(1), name, "group")
    own = material.parties.of(document, s.party)
    kind = None if own is None else material.parties.get(own).kind
    return fitting[-1] if fitting and kind not in ("person", "group") else own


_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.I)
