"""The record: documents of one story and a date to sourced facts."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording import documents as docs
from onrecord.recording import timeline
from onrecord.recording.background import background_of
from onrecord.recording.claims import claims_of
from onrecord.recording.claims_gate import standing
from onrecord.recording.confidence import with_confidence
from onrecord.recording.corrections import corrections_of
from onrecord.recording.deadlines import deadlines_of, find_due_times, gather
from onrecord.recording.demands import demands_of, find_replies, find_wants, whole_want
from onrecord.recording.denials import find_denials
from onrecord.recording.drift import drift_of
from onrecord.recording.event_links import linked
from onrecord.recording.events import events_of
from onrecord.recording.material import prepare
from onrecord.recording.moves import Moves, aimed_by_network, told_by_network
from onrecord.recording.outcomes import with_outcomes
from onrecord.recording.outlooks import outlooks_of
from onrecord.recording.party_timeline import timeline_of
from onrecord.recording.party_use import told_of
from onrecord.recording.questions import questions_of
from onrecord.recording.referents import Referents
from onrecord.recording.statement_lines import statement_lines
from onrecord.recording.statements import Speakers, statements_of
from onrecord.recording.wants import Wants
from onrecord.recording.whom import aimed
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
    return with_confidence(judged_by_the_annotator(documents, reports, as_of=as_of, story=story))


def judged_by_the_annotator(
    documents: Sequence[Annotated],
    reports: Sequence[Report],
    *,
    as_of: str | None = None,
    story: Story | None = None,
) -> Record:
    """The record as `make_record` gives it, but for its confidences: statements and events have those of their
    annotations, all else has none."""
    material = prepare(documents, reports, as_of)
    referents = Referents(material)
    told = statements_of(material, referents)
    speakers = Speakers(told)
    moves = Moves(material, referents)
    wanted = Wants(referents, moves)
    dues = find_due_times(material, referents, speakers, moves, wanted)
    gathered = gather(material, dues)
    wants = aimed(material, referents, find_wants(material, wanted, gathered, speakers))
    wants = aimed_by_network(moves, wants)
    further = (whole_want(w) for w in told_by_network(moves, (*wants, *dues)))
    wants = [*wants, *(w for w in further if w is not None)]
    replies = find_replies(material, referents)
    happenings = events_of(material, referents, told, gathered, wants, replies)
    events, event_ids = linked(material, happenings)
    demands = demands_of(material, gathered, wants, replies, speakers)
    deadlines = deadlines_of(material, gathered, demands, event_ids)
    denials = find_denials(material, referents, told)
    claims = claims_of(material, referents, told, denials, corrections_of(material, referents))
    claims = standing(material, told, claims)
    outlooks = with_outcomes(material, referents, outlooks_of(material, referents, told, speakers))
    parties = told_of(
        material.parties.all(),
        material.parties.described(),
        events=(h.event for h in happenings),
        statements=(t.statement for t in told),
        claims=claims,
        demands=demands,
        deadlines=deadlines,
        outlooks=outlooks,
    )
    makers = {m for d in material.documents for m in (d.document.maker, d.annotations.maker) if m}
    return Record(
        story=docs.head(material.documents, material.reports, material.origin_of, material.as_of, story),
        documents=docs.lines(material.documents, material.reports, material.taken),
        reports=material.reports,
        parties=parties,
        timeline=timeline.entries(material, event_ids, gathered, deadlines),
        events=events,
        statements=statement_lines(material, referents, told, denials, demands),
        claims=claims,
        demands=demands,
        deadlines=deadlines,
        outlooks=outlooks,
        background=background_of(material),
        questions=questions_of(parties, demands, deadlines, claims, events),
        drift=drift_of(material, referents, speakers),
        makers=tuple(sorted(makers)),
    )
