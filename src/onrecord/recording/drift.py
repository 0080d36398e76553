"""Drift: where a headline or key point says more, less or other than the body it stands for.

Each summary passage is compared with the body sentences nearest to it; the rules report one kind of difference each,
with both stretches.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording import drift_claims
from onrecord.recording import drift_degrees as degrees
from onrecord.recording import drift_numbers as numbers
from onrecord.recording import drift_rules as rules
from onrecord.recording import drift_steps as steps
from onrecord.recording.drift_body import Body
from onrecord.recording.drift_disputes import disputed
from onrecord.recording.drift_versions import version_drift
from onrecord.recording.drift_words import Found, Stretch, Text
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers
from onrecord.types import Drift, Evidence


def drift_of(material: Material, referents: Referents, speakers: Speakers) -> tuple[Drift, ...]:
    """What headlines and key points change, in reading order, each against its document's body; then later versions."""
    out: list[Drift] = []
    carried: list[list[Passage]] = [[] for _ in material.documents]
    for passage in material.passages:
        for place in passage.places:
            carried[place[0]].append(passage)
    for document, own in enumerate(carried):
        heads = [p for p in own if p.is_summary and p.document == document]
        body = sorted((p for p in own if p.kind == "paragraph"), key=lambda p: _offset(p, document))
        if not heads or not body:
            continue
        told = Body(body, referents)
        for passage in heads:
            near = told.nearest(passage)
            if near:
                head = Text(passage, referents.clauses(passage))
                found = _differences(head, near, told, referents, speakers)
                out.extend(_made(material, document, "summary", difference) for difference in found)
    out.extend(_made(material, later, "version", found) for later, found in version_drift(material, referents))
    return tuple(out)


def _offset(passage: Passage, document: int) -> int:
    return next(start for place, start, _ in passage.places if place == document)


def _made(material: Material, document: int, compared: str, found: Found) -> Drift:
    here = material.documents[document].document.id
    text, summary, told, touches = found

    def place(stretch: Stretch) -> Evidence:
        whole = material.quotes.everywhere(stretch[0].passage, stretch[1], stretch[2])
        return next((e for e in whole if e.document == here), whole[0])

    return Drift(text, place(summary), place(told), touches, rule=f"{compared}: {touches[0]}")


def _differences(head: Text, near: Sequence[Text], body: Body, referents: Referents, speakers: Speakers) -> list[Found]:
    """The differences of one summary passage, at most one of a kind."""
    found = [
        rules.quantifier(head, near) or degrees.part(head, near),
        rules.number(head, near),
        rules.cause(head, near) or steps.reason(head, near),
        rules.added(head, near),
        rules.hedge(head, near)
        or drift_claims.possibility(head, near)
        or drift_claims.condition(head, near)
        or drift_claims.limit(head, near)
        or drift_claims.likelihood(head, near)
        or steps.accused(head, near, body)
        or steps.undecided(head, near, body)
        or degrees.agreed(head, near),
        drift_claims.denial(head, near),
        rules.attribution(head, near, referents),
        rules.wording(head, near, body),
        numbers.figures(head, near, body) or numbers.bound(head, near),
        numbers.day(head, near, body),
        steps.step(head, near, body)
        or steps.achieved(head, body)
        or steps.half(head, near, body)
        or steps.panel(head, near, body)
        or degrees.dropped(head, near),
        steps.admission(head, near, body) or degrees.admitted(head, body),
        steps.blame(head, near, body),
        disputed(head, near, speakers) or rules.unattributed(head, near, speakers),
    ]
    return [f for f in found if f is not None]
