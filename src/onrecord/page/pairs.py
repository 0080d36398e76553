"""Which pairs of editions a record shows side by side."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import Annotated, Record

PAIRS_OF_A_REPORT = 12
"""Most comparisons of one report: a family of hundreds would bury the record."""


def edition_pairs(record: Record, documents: Sequence[Annotated]) -> list[tuple[Annotated, Annotated]]:
    """The first document of each report beside every other one, earlier on the left, undated ones last."""
    by_id = {d.document.id: d for d in documents}
    dates = {line.id: line.published or "9999" for line in record.documents}
    pairs: list[tuple[Annotated, Annotated]] = []
    for report in record.reports:
        members = [by_id[d] for d in report.documents if d in by_id]
        members.sort(key=lambda a: (dates.get(a.document.id, "9999"), a.document.id))
        pairs += [(members[0], other) for other in members[1 : PAIRS_OF_A_REPORT + 1]]
    return pairs
