"""A claim while what is said of it is gathered, and the claim that comes of it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.recording.denial import Denial
from onrecord.recording.material import Material
from onrecord.recording.passages import merged
from onrecord.recording.statements import Told
from onrecord.types import Claim, ClaimStatus, Evidence


@dataclass(slots=True, eq=False)
class Draft:
    """A claim while what is said of it is gathered."""

    text: str
    gist: frozenset[str]
    numbers: frozenset[str]
    is_clause: bool = True
    told: list[Told] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    evidence: list[tuple[Evidence, ...]] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    retracted: bool = False
    asserted: list[str] = field(default_factory=list)

    @property
    def alleged(self) -> bool:
        """Whether somebody accuses with it."""
        return any(t.statement.stance == "alleges" for t in self.told)

    @property
    def only_denied(self) -> bool:
        """Whether the claim is known from its denial."""
        return bool(self.denials) and not self.told


def claim_of(
    material: Material, draft: Draft, number: int, words: Mapping[tuple[int, int], str], days: Mapping[str, str | None]
) -> Claim:
    """The claim that a draft makes; `words` are statements by where they begin, `days` the documents’ publication."""
    evidence = merged(*draft.evidence)
    origins = _origins(material, draft)
    said = [t.statement.id for t in draft.told]
    said += [words[d.passage.document, d.at] for d in draft.denials if (d.passage.document, d.at) in words]
    return Claim(
        id=f"c{number}",
        text=draft.text,
        asserted_by=tuple(draft.asserted),
        confirmed_by=tuple(draft.confirmed),
        denied_by=tuple(draft.denied),
        status=_status(draft, origins),
        origins=max(len(frozenset().union(*origins.values())), 1),
        first_seen=_first_seen(days, evidence),
        statements=tuple(dict.fromkeys(said)),
        evidence=evidence,
        rule=_rule(draft),
    )


def _rule(draft: Draft) -> str:
    if draft.only_denied and draft.denials[0].general:
        return "general denial"
    return "statement" if draft.told or draft.denials else "correction"


def _origins(material: Material, draft: Draft) -> dict[str, frozenset[int]]:
    """For each of those who assert a claim: the origins of the reports that carry his statement; the rest under "".

    A report that only shares a sentence of what he says, and not the one that tells that he says it, carries none.
    """
    found: dict[str, frozenset[int]] = {}
    for told in draft.told:
        source = told.statement.source
        party = source if source is not None and source in (*draft.asserted, *draft.confirmed) else ""
        where = [told.start, *(start for start, _ in sorted(told.annotation.content)[:1])]
        passages = [p for at in where if (p := material.quotes.passage_at(told.document, at)) is not None]
        carrying = [
            frozenset(material.origin_of[material.documents[d].document.id] for d, _, _ in p.places) for p in passages
        ]
        own = frozenset.intersection(*carrying) if carrying else frozenset()
        found[party] = found.get(party, frozenset()) | own
    return found


def _status(draft: Draft, origins: Mapping[str, frozenset[int]]) -> ClaimStatus:
    if draft.retracted:
        return "retracted"
    if draft.denied:
        return "disputed" if draft.asserted or draft.confirmed else "denied"
    own = [found for party, found in origins.items() if party]
    apart = any(len(a | b) > 1 for a, b in itertools.combinations(own, 2))
    return "corroborated" if apart else "single-origin"


def _first_seen(days: Mapping[str, str | None], evidence: Sequence[Evidence]) -> str | None:
    known = [day[:10] for e in evidence if (day := days[e.document]) is not None]
    return min(known, default=None)
