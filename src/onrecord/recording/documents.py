"""Which day each document belongs to, and what a record says about its documents.

An undated copy takes the date of a dated document of its report. Once it has one, its relative times ("Friday", "last
week") can be reckoned, so they are found again with that date.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence

from onrecord.annotation import times
from onrecord.types import Annotated, DocumentLine, Report, Story, StoryHead


def complete(documents: Sequence[Annotated], reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that hold these documents, with one of its own for each document that is in none."""
    ids = {d.document.id for d in documents}
    kept = [r for r in reports if ids & set(r.documents)]
    held = {i for r in kept for i in r.documents}
    alone = [Report(f"r-{d.document.id}", (d.document.id,)) for d in documents if d.document.id not in held]
    return (*kept, *alone)


def dated(documents: Sequence[Annotated], reports: Sequence[Report]) -> tuple[tuple[Annotated, ...], dict[str, str]]:
    """The documents in the order of their dates, undated copies dated through their report.

    Returns the documents (earliest first, undated ones last, equal dates by id) and, for each one whose date is
    inferred, the id of the document that it was taken from: the earliest dated one of the report.
    """
    by_id = {d.document.id: d for d in documents}
    taken: dict[str, str] = {}
    out: dict[str, Annotated] = dict(by_id)
    for report in reports:
        members = [by_id[i] for i in report.documents if i in by_id]
        known = sorted((m.document.published, m.document.id) for m in members if m.document.published is not None)
        if not known:
            continue
        published, giver = known[0][0][:10], known[0][1]
        for member in members:
            if member.document.published is None:
                out[member.document.id] = _redated(member, published)
                taken[member.document.id] = giver
    return tuple(sorted(out.values(), key=_place)), taken


def _place(item: Annotated) -> tuple[bool, str, bool, str, str]:
    """Where a document stands in the order: a copy whose day is inferred comes after those that say it themselves."""
    document = item.document
    day = (document.published or "")[:10]
    inferred = document.published_basis == "inferred"
    return (document.published is None, day, inferred, document.published or "", document.id)


def _redated(item: Annotated, published: str) -> Annotated:
    """The document with an inferred date, and its times found again by it; events keep the times they hang on."""
    document = dataclasses.replace(item.document, published=published, published_basis="inferred")
    old = item.annotations.times
    new = times.find(
        document.text,
        published,
        country=times.country_of(document.url),
        blocks=document.blocks,
        sentences=item.annotations.sentences,
    )
    place = {(t.start, t.end): n for n, t in enumerate(new)}
    events = tuple(
        e if e.time is None else dataclasses.replace(e, time=place.get((old[e.time].start, old[e.time].end)))
        for e in item.annotations.events
    )
    return Annotated(document, dataclasses.replace(item.annotations, times=new, events=events))


def as_of_date(documents: Sequence[Annotated], given: str | None) -> str | None:
    """The day that states are judged by: the given one, else the latest publication day."""
    if given is not None:
        return given[:10]
    days = [d.document.published[:10] for d in documents if d.document.published is not None]
    return max(days, default=None)


def lines(documents: Sequence[Annotated], reports: Sequence[Report], taken: dict[str, str]) -> tuple[DocumentLine, ...]:
    """One line for each document."""
    report_of = {i: r.id for r in reports for i in r.documents}
    return tuple(
        DocumentLine(
            id=d.document.id,
            title=d.document.title,
            outlet=d.document.outlet,
            published=d.document.published,
            published_basis=d.document.published_basis,
            report=report_of[d.document.id],
            url=d.document.url,
            published_from=taken.get(d.document.id),
        )
        for d in documents
    )


def head(
    documents: Sequence[Annotated],
    reports: Sequence[Report],
    origin_of: Mapping[str, int],
    as_of: str | None,
    story: Story | None,
) -> StoryHead:
    """What the record is about. Without a story its id is that of its documents and its title the first headline.

    `origin_of` gives for each document the number of its origin; a report that joins several origins counts for all.
    """
    origins = len(set(origin_of.values())) + sum(max(0, r.origins - 1) for r in reports)
    if story is not None:
        name, title = story.id, story.title
    else:
        joined = "\n".join(sorted(d.document.id for d in documents))
        name = "story-" + hashlib.sha256(joined.encode()).hexdigest()[:8]
        titles = [d.document.title for d in documents if d.document.title]
        title = titles[0] if titles else _opening(documents)
    return StoryHead(name, title, as_of, len(documents), len(reports), origins)


def _opening(documents: Sequence[Annotated]) -> str:
    for item in documents:
        for block in item.document.body():
            return " ".join(item.document.quote((block.start, block.end)).split())[:120]
    return ""
