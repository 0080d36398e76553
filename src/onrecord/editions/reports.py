"""Two documents compared, a pair judged with its evidence, and all documents grouped into reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.editions.alignment import Match, align, match
from onrecord.editions.bodies import Body, prepare, prepare_all
from onrecord.editions.boilerplate import without_boilerplate
from onrecord.editions.credits import Credit, find_credits
from onrecord.editions.decision import SAME_TEXT, Overlap, containments, measure, relate
from onrecord.editions.families import families
from onrecord.editions.fingerprints import candidates, fingerprints
from onrecord.editions.origins import direct
from onrecord.editions.revisions import note
from onrecord.types import Annotated, Comparison, Edge, EdgeEvidence, Report


def compare(a: Annotated, b: Annotated) -> Comparison:
    """How the bodies of two documents line up, sentence by sentence, and what `b` is to `a`.

    Containment is the share of one body's distinct five-word shingles found in the other, to four decimals.
    """
    whole_a, whole_b = prepare(a), prepare(b)
    body_a, body_b = prepare(a, doubtful=False), prepare(b, doubtful=False)
    a_in_b, b_in_a, _ = containments(body_a, body_b)
    rows = (replace(row, note=note(row, a.document, b.document)) for row in align(body_a, body_b))
    return Comparison(
        a=a.document.id,
        b=b.document.id,
        relation=relate(whole_a, whole_b, measure(whole_a, whole_b)),
        a_in_b=round(a_in_b, 4),
        b_in_a=round(b_in_a, 4),
        rows=tuple(rows),
    )


def judge(
    a: Annotated | Body, b: Annotated | Body, credits: Mapping[str, Sequence[Credit]] | None = None
) -> Edge | None:
    """How two documents are related, with the evidence; None if they are not.

    The edge runs from the earlier document to the later one where evidence says which is which; otherwise its
    direction is `undetermined`, and it runs in the order of the ids. `credits` are those of both documents by id, if
    the caller has them.
    """
    first, second = sorted((_body(a), _body(b)), key=lambda body: body.document.id)
    matches = match(first, second)
    overlap = measure(first, second, matches)
    relation = relate(first, second, overlap)
    if relation == "unrelated":
        return None
    ids = first.document.id, second.document.id
    evidence = (_containment_evidence(first, second, overlap), _sentence_evidence(first, second, matches))
    if relation not in SAME_TEXT:
        return Edge(*ids, relation, "undetermined", evidence)
    more, direction, earlier = direct(first.document, second.document, credits)
    if earlier == second.document.id:
        ids = ids[1], ids[0]
        relation = relate(second, first, overlap.turned())
    return Edge(*ids, relation, direction, evidence + more)


def _containment_evidence(a: Body, b: Body, overlap: Overlap) -> EdgeEvidence:
    one, other = a.document.id, b.document.id
    text = f"{overlap.a_in_b:.0%} of {one} stands word for word in {other}, {overlap.b_in_a:.0%} of {other} in {one}"
    return EdgeEvidence("containment", text)


def _sentence_evidence(a: Body, b: Body, matches: Sequence[Match]) -> EdgeEvidence:
    same = [m for m in matches if m.similarity == 1.0]
    text = f"{len(same)} sentences the same, {len(matches) - len(same)} reworded"
    text += f", of {len(a.sentences)} and {len(b.sentences)}"
    longest = max(same, key=lambda m: a.sentences[m.a[0]][1] - a.sentences[m.a[0]][0], default=None)
    if longest is None:
        return EdgeEvidence("sentences", text)
    span = (a.sentences[longest.a[0]][0], a.sentences[longest.a[1] - 1][1])
    return EdgeEvidence("sentences", text, a.document.id, span)


def _body(document: Annotated | Body) -> Body:
    return document if isinstance(document, Body) else prepare(document)


def find_reports(documents: Sequence[Annotated]) -> tuple[Report, ...]:
    """All documents grouped into reports, single ones too; each document is in exactly one.

    The result does not depend on the order of the documents. Reports are sorted by their first document's id.
    """
    ordered = sorted(documents, key=lambda d: d.document.id)
    prepared = list(prepare_all(ordered))
    bodies = {body.document.id: body for body in without_boilerplate(prepared)}
    credits = {d.document.id: find_credits(d.document) for d in ordered}
    # What looks like boilerplate may still lead to a pair; it only does not count when the pair is judged.
    pairs = candidates(fingerprints(d.document for d in ordered))
    edges = [edge for a, b in pairs if (edge := judge(bodies[a], bodies[b], credits)) is not None]
    return families(ordered, edges, credits)
