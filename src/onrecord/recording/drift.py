"""Drift: where a headline or key point says more, less or other than the body it stands for.

Each summary passage is compared with the body sentences nearest to it; the rules report one kind of difference each,
with both stretches.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording import drift_claims
from onrecord.recording import drift_rules as rules
from onrecord.recording.drift_versions import version_drift
from onrecord.recording.drift_words import Found, Stretch, Text
from onrecord.recording.gist import gist_of
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
        body = [p for p in own if p.kind == "paragraph"]
        if not heads or not body:
            continue
        index = _Index(body)
        for passage in heads:
            near = [Text(p, referents.clauses(p)) for p in index.nearest(passage)]
            if near:
                head = Text(passage, referents.clauses(passage))
                out.extend(_made(material, document, found) for found in _differences(head, near, referents, speakers))
    out.extend(_made(material, later, found) for later, found in version_drift(material, referents))
    return tuple(out)


class _Index:
    """The passages of a body by their words."""

    def __init__(self, body: Sequence[Passage]) -> None:
        self._body = body
        self._by_word: dict[str, list[int]] = {}
        for n, passage in enumerate(body):
            for word in sorted(gist_of(passage.text)):
                self._by_word.setdefault(word, []).append(n)

    def nearest(self, head: Passage, most: int = 6) -> list[Passage]:
        """The passages that share the most telling words with one, best first."""
        scores: dict[int, float] = {}
        for word in sorted(gist_of(head.text)):
            at = self._by_word.get(word, [])
            for n in at:
                scores[n] = scores.get(n, 0.0) + 1.0 / len(at)
        ranked = sorted(
            scores, key=lambda n: (-scores[n] / (1 + abs(len(self._body[n].text) - len(head.text)) / 300), n)
        )
        return [self._body[n] for n in ranked[:most]]


def _made(material: Material, document: int, found: Found) -> Drift:
    here = material.documents[document].document.id
    text, summary, told, touches = found

    def place(stretch: Stretch) -> Evidence:
        whole = material.quotes.everywhere(stretch[0].passage, stretch[1], stretch[2])
        return next((e for e in whole if e.document == here), whole[0])

    return Drift(text, place(summary), place(told), touches)


def _differences(head: Text, near: Sequence[Text], referents: Referents, speakers: Speakers) -> list[Found]:
    """The differences of one summary passage, at most one of a kind."""
    found = [
        rules.quantifier(head, near),
        rules.number(head, near),
        rules.cause(head, near),
        rules.added(head, near),
        rules.hedge(head, near)
        or drift_claims.possibility(head, near)
        or drift_claims.condition(head, near)
        or drift_claims.limit(head, near)
        or drift_claims.likelihood(head, near),
        drift_claims.denial(head, near),
        rules.attribution(head, near, referents),
        rules.wording(head, near),
        rules.figures(head, near) or rules.bound(head, near),
        rules.unattributed(head, near, speakers),
    ]
    return [f for f in found if f is not None]
