"""Who wants something, and of whom, once all sentences are read: nouns that stand for a party of the whole report.

A sentence that asks something of `the government`, `the city` or `the board` is read by itself first. Here the noun is
weighed against what its report tells of states, towns and bodies, and against who asks.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents
from onrecord.recording.wants_parts import Want
from onrecord.recording.whom_cast import Casts
from onrecord.recording.whom_nouns import GOVERNMENTS, TOWNS, Nouns

"""Those who are told what somebody wants, and of whom nothing is wanted."""

_LASTS = re.compile(r"(?:stay|remain|be|go on|survive|last|stand|belong)\b")
"""Begins what is said of a thing or of somebody, and is no deed of his."""
_CLAUSES = frozenset(["verb with clause", "noun with clause"])
_WANTS = re.compile(r"wants?\b|wanted\b|would (?:like|prefer)\b", re.I)
"""Verbs by which somebody says what is to be so, and tells nobody to do it."""
_ORGANS = lexicon("board directors executives management negotiators managers leadership leaders bosses owners")
"""What a body acts through."""
_LABOUR = re.compile(
    r"\b(?:Union|Guild|Workers|Brotherhood|Teamsters|Local \d+|Musicians|Pilots|Nurses|Teachers|Dockers)\b(?! Bank\b)"
)
_OF_FIRMS = lexicon("company firm airline employer operator manufacturer carmaker retailer")


def aimed(material: Material, referents: Referents, wants: Sequence[Want]) -> list[Want]:
    """The wants of a story, with those who ask and are asked known better."""
    casts = Casts(material)
    nouns = Nouns(material, casts, Houses(material))
    return [_aim(material, referents, casts, nouns, want) for want in wants]


def _aim(material: Material, referents: Referents, casts: Casts, nouns: Nouns, want: Want) -> Want:
    document, at = want.passage.document, want.passage.start
    by, to = (tuple(dict.fromkeys(casts.full(document, p) for p in side)) for side in (want.by, want.to))
    to = tuple(p for p in to if not referents.is_press(p))
    if to and all(material.parties.get(p).kind != "person" for p in to):
        to = _owners(referents, material, want) or to
    if _LASTS.match(want.what) and (want.rule in _CLAUSES or _WANTS.match(want.passage.text, want.start - at)):
        # `demanded that the school stay open`: those who could close it are asked.
        to = ()
    noun = _noun(referents, want) if want.to else None
    found = None
    if noun in GOVERNMENTS:
        found = nouns.government(want.passage, by, want.what, to)
    elif noun in TOWNS and all(material.parties.get(p).kind in ("place", "facility") for p in to):
        found = nouns.town(document)
    elif noun in _ORGANS and to and _is_loose(material, want, to[0], noun):
        found = _acting_through(material, casts, want, by)
    elif noun in _OF_FIRMS and any(_LABOUR.search(material.parties.get(p).name) for p in to):
        # `the company` is no union.
        to = ()
    if found is not None and found not in by:
        to = (found,)
    return want if (by, to) == (want.by, want.to) else dataclasses.replace(want, by=by, to=to)


def _is_loose(material: Material, want: Want, party: str, noun: str) -> bool:
    """Whether `the board` was taken for nothing but a board, or for a body that is named in what it is asked to do."""
    known = material.parties.get(party)
    if not material.parties.is_named(party):
        return known.name.casefold() == noun
    spelled = (known.name, *known.aliases)
    return noun not in known.name.casefold() and any(name in want.what for name in spelled)


def _acting_through(material: Material, casts: Casts, want: Want, by: tuple[str, ...]) -> str | None:
    """The body whose board is asked: the one that the sentence names beside who asks, else his one opponent."""
    cast, parties = casts.of(want.passage.document), material.parties
    named = parties.within(want.passage.document, want.passage.start, want.start)
    beside = {m[2] for m in named if parties.get(m[2]).kind == "organisation"} - {*by, *cast.credited, *cast.between}
    if len(beside) != 1:
        pairs = [pair for pair in cast.against if not pair.isdisjoint(by)]
        beside = {p for pair in pairs for p in pair if p not in by and parties.get(p).kind == "organisation"}
    return min(beside) if len(beside) == 1 else None


def _owners(referents: Referents, material: Material, want: Want) -> tuple[str, ...]:
    """The body whose directors or negotiators are asked (`told the mill’s directors to sell`)."""
    clauses = referents.clauses(want.passage)
    for phrase in clauses.phrases:
        owned = clauses.sentence.lower[phrase.head] in _ORGANS and "POS" in clauses.tags[phrase.first : phrase.head]
        if owned and referents.who(want.passage, phrase) == want.to:
            found = referents.possessor(want.passage, phrase)
            return found if all(material.parties.get(p).kind == "organisation" for p in found) else ()
    return ()


def _noun(referents: Referents, want: Want) -> str | None:
    """The noun with `the` by which a sentence calls the one who is asked, where it calls him by no name."""
    clauses = referents.clauses(want.passage)
    s = clauses.sentence
    best: tuple[int, str] | None = None
    for phrase in clauses.phrases:
        before = s.lower[phrase.first : phrase.head]
        bare = before == [] and s.lower[phrase.head] == "government"
        if clauses.tags[phrase.head] != "NN" or not (bare or before == ["the"]):
            continue
        distance = abs(s.starts[phrase.first] - want.start)
        if (best is None or distance < best[0]) and referents.who(want.passage, phrase) == want.to:
            best = distance, s.lower[phrase.head]
    return None if best is None else best[1]
