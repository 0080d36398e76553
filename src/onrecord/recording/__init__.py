"""The record: documents of one story and a date to sourced facts."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording import documents as docs
from onrecord.recording import timeline
from onrecord.recording.events import events_of
from onrecord.recording.material import prepare
from onrecord.recording.statements import statements_of
from onrecord.recording.timeline import timeline_of
from onrecord.types import Annotated, Record, Report, Story

__all__ = ["make_record", "timeline_of"]


def make_record(
    documents: Sequence[Annotated],
    reports: Sequence[Report],
    *,
    as_of: str | None = None,
    story: Story | None = None,
) -> Record:
    """Put on record what the documents of one story say.

    Args:
        documents: annotated documents that belong together, in any order.
        reports: which of them are copies of one another; a document that is in none is a report of its own.
        as_of: ISO date that states (pending, expired, …) are judged by; None: the latest publication day.
        story: names the story; without it the record names itself.

    Returns:
        The record. It does not depend on the order of the documents, and every quote stands in its document.
    """
    material = prepare(documents, reports, as_of)
    told = statements_of(material)
    happenings = events_of(material, {(t.document, t.index): t.statement.id for t in told})
    makers = {m for d in material.documents for m in (d.document.maker, d.annotations.maker) if m}
    return Record(
        story=docs.head(material.documents, material.reports, material.as_of, story),
        documents=docs.lines(material.documents, material.reports, material.taken),
        reports=material.reports,
        parties=material.parties.all(),
        timeline=timeline.entries(material, happenings),
        events=tuple(h.event for h in happenings),
        statements=tuple(t.statement for t in told),
        makers=tuple(sorted(makers)),
    )
