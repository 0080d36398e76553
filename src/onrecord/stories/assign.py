"""Which reports tell of the same happenings.

First version: reports that share a document, or whose evidence names a document of another report, are one story; any
other report is a story by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from onrecord.editions import count_origins
from onrecord.types import Annotated, Document, Report, Story

TITLE_CHARACTERS = 100
"""Longest title made out of a text's first words; a headline is rarely longer."""


def find_stories(documents: Sequence[Annotated], reports: Sequence[Report]) -> tuple[Story, ...]:
    """Group reports into stories.

    Args:
        documents: all documents that the reports name.
        reports: reports over them.

    Returns:
        The stories by id. A story's documents stand in order of publication, undated ones last; its id hangs on the
        first of them alone, so it stays when later documents join. Its origins are
        the sources that its reports rest on.

    Raises:
        KeyError: a report names a document that is not among `documents`.
    """
    by_id = {a.document.id: a.document for a in documents}
    stories = [_story(group, by_id) for group in _connected(reports)]
    return tuple(sorted(stories, key=lambda s: s.id))


def _named(report: Report) -> Iterator[str]:
    """The documents that a report consists of or leans on."""
    yield from report.documents
    for edge in report.edges:
        yield edge.from_
        yield edge.to
        yield from (e.document for e in edge.evidence if e.document is not None)


def _connected(reports: Sequence[Report]) -> list[list[Report]]:
    """Groups of reports that are tied to each other through documents (union-find)."""
    parent: dict[str, str] = {}

    def root(document: str) -> str:
        parent.setdefault(document, document)
        while parent[document] != document:
            parent[document] = parent[parent[document]]
            document = parent[document]
        return document

    for report in reports:
        for document in _named(report):
            parent[root(document)] = root(report.documents[0])
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(root(report.documents[0]), []).append(report)
    return list(groups.values())


def _story(reports: Sequence[Report], by_id: dict[str, Document]) -> Story:
    documents = sorted({by_id[d].id: by_id[d] for r in reports for d in r.documents}.values(), key=_by_publication)
    days = [d.published[:10] for d in documents if d.published]
    id_ = f"story-{hashlib.sha256(documents[0].id.encode('utf-8')).hexdigest()[:12]}"
    return Story(
        id=id_,
        title=next((d.title for d in documents if d.title), None) or _first_words(documents[0]),
        documents=tuple(d.id for d in documents),
        reports=tuple(sorted(r.id for r in reports)),
        origins=count_origins(documents, reports),
        thread=id_,
        begin=min(days, default=None),
        end=max(days, default=None),
    )


def _by_publication(document: Document) -> tuple[bool, str, str, str]:
    """Dated documents first, by day, then time where it is known, then id."""
    published = document.published or ""
    return (not published, published[:10], published, document.id)


def _first_words(document: Document) -> str:
    """A stand-in for a title: how the text begins, or the document's id if it says nothing."""
    block = next(iter(document.body()), None)
    words = document.text[:TITLE_CHARACTERS * 10] if block is None else document.text[block.start : block.end]
    words = " ".join(words[: TITLE_CHARACTERS * 10].split())
    if len(words) > TITLE_CHARACTERS:
        words = words[:TITLE_CHARACTERS].rsplit(" ", 1)[0] + "…"
    return words or document.id
