"""The dated timeline: what happened, or falls due, on which day, with the words for it in every edition."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.acts import Happening
from onrecord.recording.dates import day_of
from onrecord.recording.material import Material
from onrecord.recording.passages import merged
from onrecord.types import Deadline, Evidence, Precision, TimelineEntry


def entries(
    material: Material, happenings: Sequence[Happening], deadlines: Sequence[Deadline] = ()
) -> tuple[TimelineEntry, ...]:
    """The dated lines of a story: its dated events, and the sentences whose times hang on no event."""
    rows: dict[tuple[object, ...], TimelineEntry] = {}
    told: set[tuple[int, int]] = set()
    for h in happenings:
        e = h.event
        if e.date is None or h.time is None:
            continue
        told.add((h.passage.document, h.time))
        key = (e.date, e.end, h.passage.document, h.passage.start)
        if key not in rows:
            evidence = material.quotes.everywhere(h.passage, h.passage.start, h.passage.end)
            rows[key] = _entry(material, e.date, e.end, e.precision, h.passage.text, e.id, evidence)
    for passage in material.passages:
        for index, time in material.times_in(passage):
            day = day_of(time)
            if day.date is None or (passage.document, index) in told:
                continue
            key = (day.date, day.end, passage.document, passage.start)
            if key in rows:
                continue
            evidence = material.quotes.everywhere(passage, passage.start, passage.end)
            rows[key] = _entry(material, day.date, day.end, day.precision, passage.text, None, evidence)
    for deadline in deadlines:
        if deadline.due is not None:
            _due(material, rows, deadline)
    return tuple(sorted(rows.values(), key=_order))


def _due(material: Material, rows: dict[tuple[object, ...], TimelineEntry], deadline: Deadline) -> None:
    """The due day of a deadline: a line of its own, in place of sentences that only name that day."""
    date, _, end = (deadline.due or "").partition("/")
    words = {(e.document, e.start, e.end) for e in deadline.evidence}
    for key, row in list(rows.items()):
        if row.date == date and row.event is None and any(_covers(row, w) for w in words):
            del rows[key]
    text = f"Deadline ({deadline.state}): {deadline.text}"
    rows["due", deadline.id] = TimelineEntry(
        date, end or None, "day", text, None, material.origins(deadline.evidence), deadline.evidence, deadline.basis
    )


def _covers(row: TimelineEntry, words: tuple[str, int, int]) -> bool:
    return any(e.document == words[0] and e.start <= words[1] and words[2] <= e.end for e in row.evidence)


def _entry(
    material: Material,
    date: str,
    end: str | None,
    precision: Precision,
    text: str,
    event: str | None,
    evidence: tuple[Evidence, ...],
) -> TimelineEntry:
    whole = merged(evidence)
    return TimelineEntry(date, end, precision, " ".join(text.split()), event, material.origins(whole), whole)


def _order(entry: TimelineEntry) -> tuple[object, ...]:
    first = entry.evidence[0]
    return (entry.date or "9999", entry.end or entry.date or "9999", first.document, first.start)
