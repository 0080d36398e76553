"""The other side of a demand, where its own sentence does not name it.

News names the two sides of a quarrel once and then tells what each of them wants. Who is asked is therefore taken from
the demands and deadlines told nearby by or of the same party, and only then from the quarrel: the body that the
document's other demands and deadlines say to stand on one of its sides, and that it names most. Where no demand or
deadline of the document names both sides, or where there are more than two and the demanding one is on none, who is
asked stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.recording.answers_drafts import Draft
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.gathering import Gathered
from onrecord.recording.lexicon import is_people
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.opponents import stands_between
from onrecord.recording.wants_suits import SUIT
from onrecord.recording.whom_cast import Casts

_BENCH = re.compile(r"\b(?:court|tribunal|judge|justice|magistrate|arbitrator)\b", re.I)
_WHERE = re.compile(r"\b(?:in|through|across|near|at|from|outside|around)\s(?:the\s)?\Z", re.I)
"""Before a name that only says where something is done."""
_Pair = tuple[tuple[int, int], tuple[str, ...], tuple[str, ...]]
"""Where it is told (document, offset), who demands, of whom."""


def from_nearby(
    material: Material, drafts: Sequence[Draft], deadlines: Sequence[Gathered], houses: Houses
) -> None:
    """Fill in who is asked, or who asks, from the nearest demand or deadline of the same document and party."""
    pairs, asked = _pairs(material, drafts, deadlines), [d for d in drafts if d.by and d.to]
    for draft in drafts:
        if draft.by and draft.to:
            continue
        first = draft.wants[0]
        if first.named and not draft.to:
            # The sentence says whom it is put to: somebody else than the other side.
            continue
        here = (first.passage.document, first.start)
        near = sorted(pairs.get(here[0], []), key=lambda p: (abs(p[0][1] - here[1]), p))[:40]
        near = [p for p in near if not any(material.parties.get(i).kind == "person" for i in (*p[1], *p[2]))]
        near = [p for p in near if not any(stands_between(material, i, frozenset(), None) for i in (*p[1], *p[2]))]
        # Bodies quarrel; crowds are spoken to as well.
        near.sort(key=lambda p: any(material.parties.get(i).kind == "group" for i in (*p[1], *p[2])))
        draft.inferred = True
        if not draft.to and _TIME.match(first.what):
            draft.to = _pressing(draft, asked, houses)
        if not draft.to:
            draft.to = _other(draft.by, near) or _other(tuple(sorted(houses.stand(draft.by))), near)
        elif not draft.by:
            draft.by = _other(draft.to, near)


_TIME = re.compile(
    r"\A(?:(?:an?|another|some|until|up to|\w+|\d+) )?(?:(?:more|extra|additional|further|longer) )?"
    r"(?:time|days?|weeks?|months?|years?|period|extension|delay|postponement|adjournment)\b"
)
"""Begins what is wanted by one who is pressed to do something: time."""


def _pressing(draft: Draft, asked: Sequence[Draft], houses: Houses) -> tuple[str, ...]:
    """Of whom time is asked: of the one who wants something of the asker, be it a court, and says so last before."""
    own, first = houses.stand(draft.by), draft.wants[0]
    before = [
        (w.start, d)
        for d in asked
        for w in d.wants
        if w.passage.document == first.passage.document and w.start < first.start and not own.isdisjoint(d.to)
        and w.rule != SUIT
    ]
    return max(before, key=lambda b: b[0])[1].by if before else ()


def _pairs(
    material: Material, drafts: Sequence[Draft], deadlines: Sequence[Gathered]
) -> dict[int, list[_Pair]]:
    """For each document, who demands something of whom or sets a deadline for whom.

    A court is asked and orders, but quarrels with nobody.
    """
    pairs: dict[int, list[_Pair]] = {}
    drafts = [d for d in drafts if not any(_judges(material, p) for p in (*d.by, *d.to))]
    for draft in drafts:
        if draft.by and draft.to:
            for place in {(w.passage.document, w.start) for w in draft.wants}:
                pairs.setdefault(place[0], []).append((place, draft.by, draft.to))
    for deadline in deadlines:
        set_by, on = deadline.parties()
        if set_by and on:
            for due in deadline.dues:
                place = (due.passage.document, due.start)
                pairs.setdefault(place[0], []).append((place, set_by, on))
    return pairs


def _judges(material: Material, party: str) -> bool:
    known = material.parties.get(party)
    return _BENCH.search(f"{known.name} {known.role or ''}") is not None


def _other(party: tuple[str, ...], near: Sequence[_Pair]) -> tuple[str, ...]:
    """Who stands against a party in the nearest pair that it is in."""
    for _, one, other in near:
        for own, against in ((one, other), (other, one)):
            found = tuple(p for p in against if p not in party)
            # Who speaks to both sides stands against neither.
            if set(own) & set(party) and found and set(own) <= set(party):
                return found
    return ()


def are_kin(material: Material, party: str, others: Sequence[str]) -> bool:
    """Whether a party is called by those whom some others are (`the Pilots’ Guild` is no rival of `the pilots`)."""
    known = material.parties.get(party)
    members = {w[-1] for p in others if (w := words(material.parties.get(p).name)) and is_people(w[-1])}
    return any(not members.isdisjoint(words(n)) for n in (known.name, *known.aliases))


class Rivals:
    """Who stands on the sides of a document's quarrel: the bodies of its other demands and deadlines."""

    def __init__(
        self, material: Material, drafts: Sequence[Draft], deadlines: Sequence[Gathered], houses: Houses
    ) -> None:
        self._material = material
        self._houses = houses
        self._casts = Casts(material)
        self._sides = {
            n: {p for pair in pairs for p in (*pair[1], *pair[2]) if self._is_body(p) and self._is_side(n, p)}
            for n, pairs in _pairs(material, [d for d in drafts if not d.inferred], deadlines).items()
        }
        self._known: dict[int, list[str]] = {}

    def fill(self, draft: Draft) -> None:
        """Take for the one asked the side that the sentence before begins with, or that the document names most."""
        first = draft.wants[0].passage
        before = self._material.passages_before(first, 1)
        sides = self._sides.get(first.document, set())
        if before and before[0].block == first.block:
            named = self._material.parties.within(first.document, before[0].start, before[0].end)
            fitting = [m[2] for m in named[:1] if m[2] in sides and not self._is_one_of(m[2], draft.by)]
            if fitting:
                draft.to = (fitting[0],)
                return
        own = self._houses.stand(draft.by)
        if len(sides) == 2 or sides & own:
            others = (p for p in self._bodies(first.document) if p not in own and not self._is_one_of(p, draft.by))
            draft.to = next(((p,) for p in others), ())
        if not draft.to:
            draft.to = self._only_other(draft, own)

    def _only_other(self, draft: Draft, own: frozenset[str]) -> tuple[str, ...]:
        """The one body that the sentence itself names besides who demands, or that the sentence before names.

        What the demand itself names is what it is about, and so is a state whose body demands.
        """
        want, passage = draft.wants[0], draft.wants[0].passage
        countries = {self._material.parties.get(p).country for p in own}
        if not any(self._is_body(p) or self._material.parties.get(p).kind == "group" for p in own):
            # Somebody who speaks for nobody may ask anybody.
            return ()
        before = [p for p in self._material.passages_before(passage, 1) if p.block >= passage.block - 1]
        for place in (passage, *before):
            text = self._material.documents[place.document].document.text
            named = self._material.parties.within(place.document, place.start, place.end)
            named = [m for m in named if not _WHERE.search(text, max(place.start, m[0] - 20), m[0])]
            named = [m for m in named if place is not passage or not want.start <= m[0] < want.end]
            others = {m[2] for m in named if m[2] not in own and self._is_body(m[2])}
            others = {p for p in others if self._is_side(passage.document, p)}
            opposed = {p for p in others if any(self._oppose(passage.document, p, o) for o in own)}
            others = opposed or others
            others -= {p for p in others if self._is_one_of(p, draft.by) or _judges(self._material, p)}
            states = {p for p in others if self._material.parties.get(p).role == "government"}
            others -= {p for p in states if self._is_home(p, draft.by, countries)}
            if others:
                return tuple(others) if len(others) == 1 else self._main_rival(passage.document, others)
        return ()

    def _is_side(self, document: int, party: str) -> bool:
        """Whether a party may stand on a side: no mediator, no relief body, no outlet, no ship."""
        cast, outlet = self._casts.of(document), self._material.documents[document].document.outlet
        apart = party in cast.credited or party in cast.things
        return not apart and not stands_between(self._material, party, cast.between, outlet)

    def _oppose(self, document: int, one: str, other: str) -> bool:
        """Whether a document tells two parties to oppose one another."""
        return self._casts.of(document).against[frozenset((one, other))] > 0

    def _is_home(self, state: str, by: tuple[str, ...], countries: set[str | None]) -> bool:
        """Whether a state is that of who demands, by his country or by his name (`the Danish Guard` of Denmark)."""
        known = self._material.parties.get(state)
        names = " ".join(self._material.parties.get(p).name for p in by)
        return known.country in countries - {None} or known.name[:4] in names

    def _main_rival(self, document: int, others: set[str]) -> tuple[str, ...]:
        """The one of some bodies that a document names at least twice, and twice as often as any other of them."""
        text = self._material.documents[document].document.text
        counted = Counter(m[2] for m in self._material.parties.within(document, 0, len(text)) if m[2] in others)
        ranked = sorted(others, key=lambda p: (-counted[p], p))
        first, second = counted[ranked[0]], counted[ranked[1]]
        return (ranked[0],) if first >= 2 * second and first > 1 else ()

    def _is_one_of(self, party: str, others: tuple[str, ...]) -> bool:
        """Whether a party is one of some, or goes by the letters of one of their names."""
        letters = "".join(w[0] for w in self._material.parties.get(party).name.split() if w[0].isupper())
        own = [self._material.parties.get(p).name for p in others]
        if are_kin(self._material, party, others):
            return True
        return party in others or (len(letters) > 2 and any(n.startswith(letters) for n in own))

    def _is_body(self, party: str) -> bool:
        known = self._material.parties.get(party)
        return known.kind == "organisation" or known.role == "government"

    def _bodies(self, document: int) -> list[str]:
        if document not in self._known:
            parties = self._material.parties
            text = self._material.documents[document].document.text
            counted = Counter(m[2] for m in parties.within(document, 0, len(text)))
            self._known[document] = sorted(self._sides.get(document, ()), key=lambda p: (-counted[p], p))
        return self._known[document]
