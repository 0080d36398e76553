"""Families: the documents that edges tie together, cut where only a digest page holds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from onrecord.editions.credits import Credit
from onrecord.editions.decision import SAME_TEXT
from onrecord.editions.origins import trace
from onrecord.editions.touches import names_and_numbers
from onrecord.types import Annotated, Document, Edge, Report

SAME_SUBJECT = 0.2
"""Share of the smaller set of names that two excerpts of one text have in common at least; items of a digest do not."""

SUPPORT = 0.25
"""Share of the pairs between two families that must overlap at least, where only versions tie them together."""
MAX_GROUPS = 20
"""Groups around one document that are compared; a digest of more shows within the first."""


def families(
    documents: Iterable[Annotated], edges: Iterable[Edge], credits: Mapping[str, Sequence[Credit]] | None = None
) -> tuple[Report, ...]:
    """The reports that the edges make of the documents, with their origins.

    Edges of other relations than `SAME_TEXT` join nothing and are left out, and so are those of a digest: a page
    that alone holds together documents which share neither text nor names.

    Args:
        documents: all of them; each comes out in exactly one report.
        edges: what `judge` made of the candidate pairs; those of unknown documents are passed over.
        credits: what `find_credits` finds, by document id, if the caller has it.
    """
    known = {d.document.id: d.document for d in documents}
    edges = list(edges)
    joining = sorted(
        (e for e in edges if e.relation in SAME_TEXT and e.from_ in known and e.to in known),
        key=lambda e: (e.from_, e.to),
    )
    digests = _digests(known, joining)
    overlapping: dict[str, set[str]] = {}
    for edge in edges:
        if edge.relation == "overlaps" and edge.from_ in known and edge.to in known:
            overlapping.setdefault(edge.from_, set()).add(edge.to)
            overlapping.setdefault(edge.to, set()).add(edge.from_)
    joining = [e for e in joining if e.from_ not in digests and e.to not in digests]
    members = _components(known, joining, overlapping)
    first_of = {document: first for first, group in members.items() for document in group}
    within: dict[str, list[Edge]] = {}
    for edge in joining:
        if first_of[edge.from_] == first_of[edge.to]:
            within.setdefault(first_of[edge.from_], []).append(edge)
    out = []
    for first, group in sorted(members.items()):
        inside = [known[d] for d in group]
        near = {other for d in group for other in overlapping.get(d, ())} if len(group) > 1 else set()
        beside = [known[d] for d in sorted(near.difference(group))]
        out.append(_report(inside, within.get(first, []), beside, credits))
    return tuple(out)


def _report(
    documents: Sequence[Document],
    edges: Sequence[Edge],
    near: Sequence[Document],
    credits: Mapping[str, Sequence[Credit]] | None,
) -> Report:
    ids = tuple(d.id for d in documents)
    origins, name = trace(documents, edges, near, credits)
    return Report(id=_report_id(ids), documents=ids, origins=origins, origin=name, edges=tuple(edges))


def _report_id(documents: Sequence[str]) -> str:
    """An id that stays while documents are added, unless one with a smaller id than all others is."""
    return "r-" + hashlib.sha256(min(documents).encode()).hexdigest()[:12]


def _root(parent: dict[str, str], document: str) -> str:
    while parent[document] != document:
        parent[document] = parent[parent[document]]
        document = parent[document]
    return document


def _components(
    known: Mapping[str, Document], joining: Sequence[Edge], overlapping: Mapping[str, set[str]]
) -> dict[str, list[str]]:
    """The documents of each family, sorted, by the first of them.

    A text that holds the other joins them at once. Versions of which neither holds the other join two families only
    if `SUPPORT` of the pairs between these share text: many small changes in a row do not make one text of all.
    """
    beside = {document: set(others) for document, others in overlapping.items()}
    for edge in joining:
        beside.setdefault(edge.from_, set()).add(edge.to)
        beside.setdefault(edge.to, set()).add(edge.from_)
    parent = {document: document for document in known}
    groups = {document: [document] for document in known}

    def join(one: str, other: str) -> None:
        one, other = sorted((_root(parent, one), _root(parent, other)))
        if one != other:
            parent[other] = one
            groups[one] += groups.pop(other)

    for edge in joining:
        if edge.relation != "revised":
            join(edge.from_, edge.to)
    for edge in joining:
        one, other = groups[_root(parent, edge.from_)], groups[_root(parent, edge.to)]
        if one is not other:
            small, large = sorted((one, other), key=len)
            members = set(large)
            if sum(len(beside[document] & members) for document in small) >= SUPPORT * len(small) * len(large):
                join(edge.from_, edge.to)
    return {first: sorted(group) for first, group in sorted(groups.items())}


def _digests(known: Mapping[str, Document], edges: Sequence[Edge]) -> set[str]:
    """Documents whose neighbours have nothing to do with each other."""
    around: dict[str, set[str]] = {}
    for edge in edges:
        around.setdefault(edge.from_, set()).add(edge.to)
        around.setdefault(edge.to, set()).add(edge.from_)
    names: dict[str, frozenset[str]] = {}
    found = set()
    for document in sorted(around):
        near = around[document]
        if len(near) < 2 or near <= around[min(near)] | {min(near)}:
            continue
        groups = _groups(near, around)
        if len(groups) > 1 and _strangers(groups, known, names):
            found.add(document)
    return found


def _groups(near: set[str], around: Mapping[str, set[str]]) -> list[list[str]]:
    """The neighbours, put together where they are neighbours of each other."""
    left = set(near)
    groups = []
    while left:
        waiting = [min(left)]
        left.discard(waiting[0])
        group = []
        while waiting:
            document = waiting.pop()
            group.append(document)
            linked = sorted(around[document] & left)
            left.difference_update(linked)
            waiting += linked
        groups.append(sorted(group))
    return groups


def _strangers(
    groups: Sequence[Sequence[str]], known: Mapping[str, Document], names: dict[str, frozenset[str]]
) -> bool:
    """Whether the first documents of any two groups share too few names to be about the same subject."""
    firsts = [group[0] for group in groups[:MAX_GROUPS]]
    for document in firsts:
        if document not in names:
            names[document] = names_and_numbers(known[document])
    for n, one in enumerate(firsts):
        for other in firsts[n + 1 :]:
            smaller = min(len(names[one]), len(names[other]))
            if smaller and len(names[one] & names[other]) < SAME_SUBJECT * smaller:
                return True
    return False
