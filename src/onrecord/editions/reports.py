"""Which documents are copies or versions of one text: one decision for each pair, then families."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np

from onrecord.editions.alignment import align
from onrecord.editions.bodies import Body, prepare
from onrecord.editions.fingerprints import candidates, fingerprint
from onrecord.editions.origins import direct, trace
from onrecord.types import Annotated, Comparison, Document, Edge, EdgeEvidence, EditionRelation, Report, Row

FAMILY = 0.5
"""Share of the shorter text that must stand in the longer one for the two to be one report."""
WHOLE = 0.8
"""Share from which a text counts as wholly contained in another."""
OVERLAPS = 0.05
"""Below this share, and with fewer than `OVERLAP_SHINGLES` in common, two texts are unrelated."""
OVERLAP_SHINGLES = 8
SAME_TEXT: frozenset[str] = frozenset({"copy", "abridged", "expanded", "revised"})
"""The relations that make two documents one report."""


def containments(a: Body, b: Body) -> tuple[float, float, int]:
    """Share of `a`'s distinct shingles found in `b`, of `b`'s found in `a`, and their number."""
    shared = int(np.isin(a.shingles, b.shingles, assume_unique=True).sum())
    return shared / max(1, len(a.shingles)), shared / max(1, len(b.shingles)), shared


def compare(a: Annotated, b: Annotated) -> Comparison:
    """How the bodies of two documents line up, sentence by sentence, and what `b` is to `a`.

    Containment is the share of one body's distinct five-word shingles found in the other, to four decimals.
    """
    return compare_bodies(prepare(a), prepare(b))


def compare_bodies(a: Body, b: Body) -> Comparison:
    """`compare` for bodies that are ready."""
    a_in_b, b_in_a, shared = containments(a, b)
    return Comparison(
        a=a.document.id,
        b=b.document.id,
        relation=relate(a, b, a_in_b, b_in_a, shared),
        a_in_b=round(a_in_b, 4),
        b_in_a=round(b_in_a, 4),
        rows=align(a, b),
    )


def relate(a: Body, b: Body, a_in_b: float, b_in_a: float, shared: int) -> EditionRelation:
    """What `b` is to `a`, by how much of each stands in the other."""
    if max(a_in_b, b_in_a) < FAMILY:
        return "overlaps" if max(a_in_b, b_in_a) >= OVERLAPS or shared >= OVERLAP_SHINGLES else "unrelated"
    if min(a_in_b, b_in_a) >= WHOLE:
        return "copy"
    if _same_outlet(a, b):
        return "revised"
    return "expanded" if a_in_b >= b_in_a else "abridged"


def _same_outlet(a: Body, b: Body) -> bool:
    one, other = a.document, b.document
    if one.url is not None and one.url == other.url:
        return True
    return one.outlet is not None and one.outlet == other.outlet


def judge(a: Annotated | Body, b: Annotated | Body) -> Edge | None:
    """How two documents are related, with the evidence; None if they are not.

    The edge runs from the earlier document to the later one where evidence says which is which; otherwise its
    direction is `undetermined`, and it runs in the order of the ids.
    """
    first, second = sorted((_body(a), _body(b)), key=lambda body: body.document.id)
    a_in_b, b_in_a, shared = containments(first, second)
    relation = relate(first, second, a_in_b, b_in_a, shared)
    if relation == "unrelated":
        return None
    evidence = [
        EdgeEvidence(
            "containment",
            f"{a_in_b:.0%} of {first.document.id} stands in {second.document.id}, {b_in_a:.0%} the other way round",
        ),
        _sentence_evidence(first, second, align(first, second)),
    ]
    if relation not in SAME_TEXT:
        return Edge(first.document.id, second.document.id, relation, "undetermined", tuple(evidence))
    evidence += direct(first.document, second.document)
    earlier = {e.toward for e in evidence if e.toward is not None}
    if earlier == {second.document.id}:
        turned: EditionRelation = relate(second, first, b_in_a, a_in_b, shared)
        return Edge(second.document.id, first.document.id, turned, "from-to", tuple(evidence))
    direction = "from-to" if earlier == {first.document.id} else "undetermined"
    return Edge(first.document.id, second.document.id, relation, direction, tuple(evidence))  # type: ignore[arg-type]


def _sentence_evidence(a: Body, b: Body, rows: Sequence[Row]) -> EdgeEvidence:
    same = [row for row in rows if row.op == "same"]
    reworded = sum(row.op == "reworded" for row in rows)
    moved = sum(row.op == "moved" for row in rows)
    text = f"{len(same)} sentences the same"
    text += f", {reworded} reworded" if reworded else ""
    text += f", {moved} moved" if moved else ""
    text += f", of {len(a.sentences)} and {len(b.sentences)}"
    longest = max(same, key=lambda row: row.a[1] - row.a[0] if row.a else 0, default=None)
    return EdgeEvidence("sentences", text, a.document.id if longest else None, longest.a if longest else None)


def _body(document: Annotated | Body) -> Body:
    return document if isinstance(document, Body) else prepare(document)


def find_reports(documents: Sequence[Annotated]) -> tuple[Report, ...]:
    """All documents grouped into reports, single ones too; each document is in exactly one.

    The result does not depend on the order of the documents. Reports are sorted by their first document's id.
    """
    bodies = {d.document.id: prepare(d) for d in documents}
    pairs = candidates(fingerprint(body) for body in bodies.values())
    edges = [edge for a, b in pairs if (edge := judge(bodies[a], bodies[b])) is not None]
    return families(documents, edges)


def families(documents: Iterable[Annotated], edges: Iterable[Edge]) -> tuple[Report, ...]:
    """The reports that the edges make of the documents, with their origins.

    Edges of other relations than `SAME_TEXT` join nothing and are left out.
    """
    known = {d.document.id: d.document for d in documents}
    parent = {document: document for document in known}

    def root(document: str) -> str:
        while parent[document] != document:
            parent[document] = parent[parent[document]]
            document = parent[document]
        return document

    joining = sorted(
        (e for e in edges if e.relation in SAME_TEXT and e.from_ in known and e.to in known),
        key=lambda e: (e.from_, e.to),
    )
    for edge in joining:
        one, other = sorted((root(edge.from_), root(edge.to)))
        parent[other] = one
    members: dict[str, list[str]] = {}
    for document in sorted(known):
        members.setdefault(root(document), []).append(document)
    by_root: dict[str, list[Edge]] = {}
    for edge in joining:
        by_root.setdefault(root(edge.from_), []).append(edge)
    return tuple(
        _report([known[d] for d in group], by_root.get(first, [])) for first, group in sorted(members.items())
    )


def _report(documents: Sequence[Document], edges: Sequence[Edge]) -> Report:
    origins, name = trace(documents, edges)
    return Report(
        id=_report_id([d.id for d in documents]),
        documents=tuple(d.id for d in documents),
        origins=origins,
        origin=name,
        edges=tuple(edges),
    )


def _report_id(documents: Sequence[str]) -> str:
    return "r-" + hashlib.sha256(min(documents).encode()).hexdigest()[:12]
