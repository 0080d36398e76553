"""Who acts in a document and where: what a choice of the one who is asked rests on.

A party stands where its name does, where it is described, and where a noun with `the` means nobody else (`the board`,
where one body of the document has a board for the head of its name).
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from onrecord.recording.firms import is_credited
from onrecord.recording.lexicon import BODIES, FIRMS
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.opponents import quarrels_in
from onrecord.recording.passages import Passage
from onrecord.recording.referents_bodies import INSTITUTIONS

_THE = re.compile(r"\b[Tt]he ([a-z-]{4,})\b")
_WHERE = re.compile(r"\b(?:in|through|across|near|at|from|outside|around|off|into)\s(?:the\s)?\Z")
"""Before a name, in lower case, what only says where something is done."""
_NOUNS = BODIES | FIRMS | INSTITUTIONS
_THING = re.compile(
    r"\b(?:boat|ship|vessel|yacht|trawler|ferry|freighter|tanker|barge|schooner|bar|hotel|pub|inn|restaurant|cafe|team"
    r"|film|show|song|book|newspaper|magazine|horse|dog)s?,? (?:the |called |named )?\Z"
)
"""Before the name of what is no place."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of one document."""

    places: dict[str, list[int]]
    """Where each party stands, in order."""
    acting: dict[str, int]
    """How often each stands other than as the place where something is done."""
    against: Counter[frozenset[str]]
    """How often two of them are told to oppose one another."""
    between: frozenset[str]
    """Who mediates."""
    credited: frozenset[str]
    """Its outlet and the agency that it comes from."""
    things: frozenset[str]
    """What a noun tells to be a ship, an inn or the like (`the freighter Vesta`)."""
    opening: int
    """Where its first paragraph ends."""

    def before(self, party: str, offset: int) -> int | None:
        """Where a party stands last before an offset."""
        own = self.places[party]
        at = bisect.bisect_left(own, offset)
        return own[at - 1] if at else None


class Casts:
    """The casts of a record's documents, each made when it is first asked for."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._known: dict[int, Cast] = {}
        self._passages: dict[int, list[Passage]] = {}
        for passage in material.passages:
            self._passages.setdefault(passage.document, []).append(passage)
        self._sides: dict[str, bool] = {}
        self._described: dict[str, list[tuple[int, int, str]]] = {}
        for party in material.parties.all():
            if not material.parties.is_named(party.id):
                for e in party.evidence:
                    self._described.setdefault(e.document, []).append((e.start, e.end, party.id))

    def of(self, document: int) -> Cast:
        """The cast of a document."""
        if document not in self._known:
            self._known[document] = self._read(document)
        return self._known[document]

    def full(self, document: int, party: str) -> str:
        """The party that a bare noun means (`board`), where one of the document alone has it for its head."""
        known = self._material.parties.get(party)
        noun = words(known.name)
        if known.kind != "organisation" or len(noun) != 1 or noun[0] not in _NOUNS:
            return party
        present = self.of(document).places
        longer = self._headed(noun[0], present.keys() - {party})
        return party if longer is None else longer

    def _headed(self, noun: str, present: Container[str]) -> str | None:
        """The one of some parties that has a noun for the head of its name; of several the one with a proper name."""
        parties = self._material.parties
        fitting = [p for p in parties.headed(noun) if p in present]
        if len(fitting) > 1:
            fitting = [p for p in fitting if any(w[:1].isupper() for w in parties.get(p).name.split())]
        return fitting[0] if len(fitting) == 1 else None

    def _read(self, document: int) -> Cast:
        item, parties = self._material.documents[document].document, self._material.parties
        text = item.text
        named = [*parties.within(document, 0, len(text)), *self._described.get(item.id, ())]
        present = {m[2] for m in named}
        taken = {m[0] for m in named}
        for match in _THE.finditer(text):
            noun = match[1]
            if noun not in _NOUNS or match.start() in taken or match.start(1) in taken:
                continue
            meant = self._headed(noun, present)
            if meant is not None:
                named.append((match.start(1), match.end(), meant))
        places: dict[str, list[int]] = {}
        acting: Counter[str] = Counter()
        for start, _, party in sorted(named):
            places.setdefault(party, []).append(start)
            acting[party] += _WHERE.search(text[max(0, start - 14) : start].lower()) is None
        against, between = quarrels_in(self._material, self._passages.get(document, ()), self._sides)
        paragraph = next((b for b in item.blocks if b.kind == "paragraph"), None)
        return Cast(
            places, dict(acting), against, between,
            frozenset(p for p in present if is_credited(self._material, document, p)),
            frozenset(p for start, _, p in named if _THING.search(text, max(0, start - 30), start)),
            paragraph.end if paragraph is not None else 0,
        )  # fmt: skip


