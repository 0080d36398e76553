"""Documents to reports as stages, each a function from rows to rows, with the same functions as `find_reports`.

`describe`, `judge_pairs` and `group` can be given any part of a table; `link`, `common` and `components` see the whole
of a table of small rows: ids and hashes, no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from onrecord.editions.bodies import prepare_all
from onrecord.editions.boilerplate import boilerplate, long_sentences, sample_shingles, without
from onrecord.editions.credits import find_credits
from onrecord.editions.decision import SAME_TEXT
from onrecord.editions.families import families
from onrecord.editions.fingerprints import Fingerprint, candidates, fingerprints
from onrecord.editions.reports import judge
from onrecord.editions.words import Hashes
from onrecord.scale.tables import Row, from_edge, to_document, to_edge
from onrecord.types import Report, as_json


def _signed(hashes: Hashes) -> list[int]:
    """Hashes are unsigned, columns of tables signed numbers of 64 bits."""
    values: list[int] = hashes.astype(np.uint64).view(np.int64).tolist()
    return values


def _unsigned(values: Sequence[int]) -> Hashes:
    return np.array(values, dtype=np.int64).view(np.uint64)


def describe(documents: Iterable[Row]) -> Iterator[Row]:
    """Documents to what is needed to find pairs and boilerplate: id, and hashes in lists."""
    annotated = [to_document(row) for row in documents]
    for body, found in zip(prepare_all(annotated), fingerprints(d.document for d in annotated), strict=True):
        yield {
            "id": found.document,
            "words": found.words,
            "shingles": _signed(found.shingles),
            "positions": found.positions.tolist(),
            "sentences": _signed(found.sentences),
            "long": _signed(np.array(long_sentences(body), dtype=np.uint64)),
            "sample": _signed(sample_shingles(body)),
        }


def link(descriptions: Iterable[Row]) -> list[Row]:
    """Descriptions of all documents to pairs worth comparing: `a` and `b`, smaller id first, sorted."""
    prints = (
        Fingerprint(
            row["id"], row["words"], _unsigned(row["shingles"]), np.array(row["positions"], dtype=np.uint32),
            _unsigned(row["sentences"]),
        )
        for row in descriptions
    )
    return [{"a": a, "b": b} for a, b in candidates(prints)]


def common(descriptions: Iterable[Row]) -> list[Row]:
    """Descriptions of all documents to the sentences of each that are boilerplate: `id` and `keys`."""
    rows = sorted(descriptions, key=lambda row: str(row["id"]))
    ids = [row["id"] for row in rows]
    keys = [_unsigned(row["long"]).tolist() for row in rows]
    found = boilerplate(ids, keys, [_unsigned(row["sample"]) for row in rows])
    return [{"id": ids[n], "keys": _signed(np.array(sorted(found[n]), dtype=np.uint64))} for n in sorted(found)]


def judge_pairs(documents: Iterable[Row], pairs: Iterable[Row], boiler: Iterable[Row]) -> Iterator[Row]:
    """Pairs to edges.

    Args:
        documents: those of the pairs, and maybe others.
        pairs: some of those that `link` gives.
        boiler: what `common` gives for these documents.
    """
    keys = {row["id"]: set(_unsigned(row["keys"]).tolist()) for row in boiler}
    annotated = [to_document(row) for row in documents]
    bodies = {body.document.id: body for body in prepare_all(annotated)}
    bodies |= {document: without(bodies[document], keys[document]) for document in bodies.keys() & keys.keys()}
    credits = {d.document.id: find_credits(d.document) for d in annotated}
    for pair in pairs:
        edge = judge(bodies[pair["a"]], bodies[pair["b"]], credits)
        if edge is not None:
            yield from_edge(edge)


def components(ids: Iterable[str], edges: Iterable[Row]) -> dict[str, str]:
    """For each document the first of those that edges of one text tie it to, directly or not: union-find."""
    parent = {document: document for document in ids}

    def root(document: str) -> str:
        while parent[document] != document:
            parent[document] = parent[parent[document]]
            document = parent[document]
        return document

    for edge in edges:
        if edge["relation"] in SAME_TEXT:
            one, other = sorted((root(edge["from"]), root(edge["to"])))
            parent[other] = one
    return {document: root(document) for document in parent}


def group(documents: Iterable[Row], edges: Iterable[Row], members: Mapping[str, str]) -> Iterator[Row]:
    """Whole components, with all their edges, to reports: `id`, and the report as JSON.

    Args:
        documents: those of the components, and those that overlap with one of them.
        edges: all that touch a document of the components.
        members: the documents of the components, as `components` gives them.
    """
    every = sorted(map(to_document, documents), key=lambda d: d.document.id)
    for report in families(every, [to_edge(row) for row in edges]):
        if report.documents[0] in members:
            yield {"id": report.id, "json": json.dumps(as_json(report), ensure_ascii=False)}


def to_report(row: Row) -> Report:
    """The report of a row that `group` made."""
    fields = json.loads(row["json"])
    edges = [to_edge(edge | {"evidence": json.dumps(edge["evidence"])}) for edge in fields["edges"]]
    return Report(**fields | {"documents": tuple(fields["documents"]), "edges": tuple(edges)})
