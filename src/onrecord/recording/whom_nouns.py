"""Which state, town or body a common noun means that says whom something is asked of.

`The government` is that of those who ask (`Norway’s trawler owners urged the government`), of what is to be done
(`to close Norway’s ports`), of the report's dateline, of the minister who answers; only then the one named last. `The
city` is the place that acts in the report, and no boat or inn that has a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation.lexicons import demonyms, gazetteer
from onrecord.recording.bodies_named import DATELINE, REALMS
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.passages import Passage
from onrecord.recording.whom_cast import Cast, Casts

GOVERNMENTS = lexicon("government authorities administration regime cabinet")
TOWNS = REALMS | lexicon("municipality borough")
_ORGAN = (
    r"(?:government|president|premier|prime minister|(?:[a-z]+ )?minister|(?:[a-z]+ )?ministry|army|navy|parliament"
    r"|ambassador|embassy|king|queen|authorities|coast guard|senate)\b"
)
_STATE = r"[A-Z][\w-]+(?: [A-Z][\w-]+)?"
_RULED = re.compile(rf"(?P<a>{_STATE})['’]s {_ORGAN}|\b{_ORGAN} of (?P<b>{_STATE})")
"""A state told by what it has."""
_GOVERNMENT_OF = re.compile(r"\b[Gg]overnment of (?:the )?\Z")
_ENOUGH = 2.0
"""The least score by which a state is held to be meant; half of it is the lead that it must have."""


class Nouns:
    """Finds the states and towns of one story."""

    def __init__(self, material: Material, casts: Casts, houses: Houses) -> None:
        self._material = material
        self._casts = casts
        self._houses = houses
        self._states: dict[int, list[str]] = {}

    def government(self, passage: Passage, by: Sequence[str], what: str, current: Sequence[str]) -> str | None:
        """The state whose government is asked for something.

        Args:
            passage: where it is told.
            by: who asks.
            what: what is asked.
            current: whom the noun was taken for; it counts a little.
        """
        cast = self._casts.of(passage.document)
        scores = {
            state: self._score(state, passage, by, what, cast) + 0.5 * (state in current)
            for state in self._of(passage.document)
            if state not in by
        }
        ranked = sorted(scores, key=lambda p: (-scores[p], cast.places[p][0]))
        if not ranked or scores[ranked[0]] < _ENOUGH:
            return None
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        return ranked[0] if scores[ranked[0]] - second >= _ENOUGH / 2 else None

    def town(self, document: int) -> str | None:
        """The place that a document means by `the city`: the one that acts most in it."""
        cast, parties = self._casts.of(document), self._material.parties
        scores: dict[str, float] = {}
        for party, places in cast.places.items():
            if parties.get(party).kind != "place" or self._is_country(party):
                continue
            if party in cast.things:
                continue
            scores[party] = cast.acting[party] + 0.3 * len(places) + (places[0] < cast.opening)
        ranked = sorted(scores, key=lambda p: (-scores[p], cast.places[p][0]))
        clear = ranked and (len(ranked) == 1 or scores[ranked[0]] >= scores[ranked[1]] + 1)
        return ranked[0] if clear and scores[ranked[0]] >= 1 else None

    def _of(self, document: int) -> list[str]:
        """The states that a document speaks of."""
        if document not in self._states:
            text = self._material.documents[document].document.text
            ruled = {m["a"] or m["b"] for m in _RULED.finditer(text)}
            parties = self._material.parties
            self._states[document] = [
                p for p in self._casts.of(document).places
                if self._is_country(p)
                or (parties.get(p).kind in ("place", "organisation") and ruled & set(self._spelled(p)))
            ]  # fmt: skip
        return self._states[document]

    def _is_country(self, party: str) -> bool:
        known = self._material.parties.get(party)
        place = gazetteer().get(known.name)
        return known.role == "government" or (place is not None and place.kind == "country")

    def _spelled(self, party: str) -> tuple[str, ...]:
        known = self._material.parties.get(party)
        return (known.name, *known.aliases)

    def _score(self, state: str, passage: Passage, by: Sequence[str], what: str, cast: Cast) -> float:
        parties = self._material.parties
        known = parties.get(state)
        spelled = self._spelled(state)
        own = self._houses.stand(tuple(by))
        total = 0.0
        if state in own or any(parties.get(p).country == known.country for p in by if known.country is not None):
            total += 3
        asker = {w for p in by for w in words(parties.get(p).name)}
        peoples = {d.casefold() for d, code in demonyms().items() if code == known.country}
        if any(set(words(s)) <= asker for s in spelled) or peoples & asker:
            total += 3
        if any(re.search(rf"\b{re.escape(s)}['’]s ", what) for s in spelled):
            total += 3
        elif any(s in what for s in spelled):
            # What it is about, and so another one.
            total -= 2
        item = self._material.documents[passage.document].document
        first = next((b.start for b in item.blocks if b.kind == "paragraph"), 0)
        head = DATELINE.match(item.text, first, first + 120)
        if head is not None and any(not head.start() <= a < head.end() for a in cast.places[state]):
            # Who writes from a foreign town names its state there and nowhere else.
            place = gazetteer().get(head[0].split(",")[0].split(" —")[0].split(" -")[0].strip().title())
            at_home = place is not None and known.country is not None and place.country == known.country
            total += 2 if at_home or any(s.casefold() in head[0].casefold() for s in spelled) else 0
        for _, _, party in parties.within(passage.document, passage.start, passage.end):
            if party not in by and state in self._houses.of(party):
                total += 2
                break
        if any(_GOVERNMENT_OF.search(item.text, max(0, a - 30), a) for a in cast.places[state]):
            total += 1
        most = max(len(p) for p in cast.places.values())
        return total + 1.5 * len(cast.places[state]) / most
