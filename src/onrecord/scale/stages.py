"""Documents to reports as stages, each a function from rows to rows, with the same functions as `find_reports`.

`describe`, `judge_pairs` and `group` can be given any part of a table; `link`, `common` and `components` see the whole
of a table of small rows: ids and hashes, no text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np

from onrecord.editions.bodies import prepare_all
from onrecord.editions.boilerplate import MIN_DOCUMENTS, boilerplate, long_sentences, sample_shingles, without
from onrecord.editions.credits import find_credits
from onrecord.editions.decision import SAME_TEXT
from onrecord.editions.families import families
from onrecord.editions.fingerprints import MAX_DOCUMENTS, SHARED_SHINGLES, fingerprints, shared_pairs
from onrecord.editions.reports import judge
from onrecord.editions.words import Hashes
from onrecord.scale.tables import Row, from_edge, to_document, to_edge
from onrecord.types import Report, as_json

Table = Callable[[], Iterable[Row]]
"""Rows that can be gone through more than once."""
_NONE = np.zeros(0, dtype=np.uint64)


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


def link(descriptions: Table, parts: int = 1) -> list[Row]:
    """Descriptions of all documents to pairs worth comparing: `a` and `b`, smaller id first, sorted.

    Args:
        descriptions: the table, each time it is called.
        parts: in how many parts, by hash, the table is gone through; memory is needed for the hashes of one of them,
            for the ids and for the pairs.
    """
    ids = sorted(row["id"] for row in descriptions())
    number = {document: n for n, document in enumerate(ids)}
    pairs, counts = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    linked = np.zeros(0, dtype=np.int64)
    for part in range(parts):
        shingles, sentences = [_NONE] * len(ids), [_NONE] * len(ids)
        for row in descriptions():
            shingles[number[row["id"]]] = _of_part(_unsigned(row["shingles"]), part, parts)
            sentences[number[row["id"]]] = _of_part(_unsigned(row["sentences"]), part, parts)
        found, often = np.unique(shared_pairs(shingles, MAX_DOCUMENTS), return_counts=True)
        pairs.append(found)
        counts.append(often)
        linked = np.union1d(linked, shared_pairs(sentences, MAX_DOCUMENTS))
    every, where = np.unique(np.concatenate(pairs), return_inverse=True)
    shared = np.bincount(where, weights=np.concatenate(counts), minlength=len(every))
    linked = np.union1d(linked, every[shared >= SHARED_SHINGLES])
    return [{"a": ids[pair // len(ids)], "b": ids[pair % len(ids)]} for pair in linked.tolist()]


def common(descriptions: Table, parts: int = 1) -> list[Row]:
    """Descriptions of all documents to the sentences of each that are boilerplate: `id` and `keys`.

    Args:
        descriptions: the table, each time it is called.
        parts: as for `link`; memory is needed for the sentences of one part and for what describes the documents that
            share one with two others.
    """
    found: dict[str, set[int]] = {}
    for part in range(parts):
        counts: Counter[int] = Counter()
        for row in descriptions():
            counts.update(_of_part(_unsigned(row["long"]), part, parts).tolist())
        often = {key for key, count in counts.items() if count >= MIN_DOCUMENTS}
        ids: list[str] = []
        keys: list[list[int]] = []
        samples: list[Hashes] = []
        for row in descriptions():
            own = [key for key in _unsigned(row["long"]).tolist() if key in often]
            if own:
                ids.append(row["id"])
                keys.append(own)
                samples.append(_unsigned(row["sample"]))
        for n, some in boilerplate(ids, keys, samples).items():
            found.setdefault(ids[n], set()).update(some)
    return [{"id": i, "keys": _signed(np.array(sorted(found[i]), dtype=np.uint64))} for i in sorted(found)]


def _of_part(hashes: Hashes, part: int, parts: int) -> Hashes:
    return hashes if parts == 1 else hashes[hashes % np.uint64(parts) == part]


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
