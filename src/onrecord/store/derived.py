"""Reports and stories as rows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.store.rows import to_evidence, to_json
from onrecord.types import Edge, Report, Story

_AT_ONCE = 500
"""Values in one query; SQLite before 3.32 takes at most 999."""


def store_reports(connection: sqlite3.Connection, reports: Sequence[Report]) -> None:
    """Store new reports."""
    connection.executemany("INSERT INTO reports VALUES (?, ?, ?)", ((r.id, r.origins, r.origin) for r in reports))
    connection.executemany(
        "INSERT INTO report_documents VALUES (?, ?, ?)",
        ((r.id, n, d) for r in reports for n, d in enumerate(r.documents)),
    )
    connection.executemany(
        "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (r.id, n, e.from_, e.to, e.relation, e.direction, to_json(e.evidence))
            for r in reports
            for n, e in enumerate(r.edges)
        ),
    )


def remove_reports(connection: sqlite3.Connection, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Remove the reports that hold these documents, and what their documents were."""
    ids = sorted({report for _, report in _of_documents(connection, "report", "report_documents", documents)})
    removed = {}
    for id_ in ids:
        rows = connection.execute("SELECT document FROM report_documents WHERE report = ? ORDER BY number", (id_,))
        removed[id_] = tuple(document for (document,) in rows)
    for table in ("story_reports", "edges", "report_documents"):
        connection.executemany(f"DELETE FROM {table} WHERE report = ?", ((id_,) for id_ in ids))
    connection.executemany("DELETE FROM reports WHERE id = ?", ((id_,) for id_ in ids))
    return removed


def homes(connection: sqlite3.Connection, documents: Sequence[str]) -> dict[str, str]:
    """The stories of those of the documents that have one."""
    return dict(_of_documents(connection, "story", "story_documents", documents))


def reports_of(connection: sqlite3.Connection, story: str) -> list[Report]:
    """The reports of a story, by id, without their edges."""
    rows = connection.execute(
        "SELECT r.id, r.origins, r.origin FROM story_reports AS s JOIN reports AS r ON r.id = s.report"
        " WHERE s.story = ? ORDER BY r.id",
        (story,),
    ).fetchall()
    query = "SELECT document FROM report_documents WHERE report = ? ORDER BY number"
    return [
        Report(id_, tuple(d for (d,) in connection.execute(query, (id_,))), origins, origin)
        for id_, origins, origin in rows
    ]


def store_story(connection: sqlite3.Connection, story: Story) -> None:
    """Store a story, in place of the one of its id."""
    remove_story(connection, story.id)
    connection.execute(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)",
        (story.id, story.title, story.thread, story.origins, story.begin, story.end),
    )
    connection.executemany(
        "INSERT INTO story_documents VALUES (?, ?, ?)", ((story.id, n, d) for n, d in enumerate(story.documents))
    )
    connection.executemany(
        "INSERT INTO story_reports VALUES (?, ?, ?)", ((story.id, n, r) for n, r in enumerate(story.reports))
    )


def remove_story(connection: sqlite3.Connection, story: str) -> None:
    """Remove a story, if there is one of this id."""
    for table in ("story_reports", "story_documents"):
        connection.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
    connection.execute("DELETE FROM stories WHERE id = ?", (story,))


def _of_documents(
    connection: sqlite3.Connection, what: str, table: str, documents: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for first in range(0, len(documents), _AT_ONCE):
        some = documents[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from connection.execute(f"SELECT document, {what} FROM {table} WHERE document IN ({marks})", some)


def load_reports(connection: sqlite3.Connection) -> tuple[Report, ...]:
    """All reports, by id."""
    documents = _lists(connection, "SELECT report, document FROM report_documents ORDER BY report, number")
    edges: defaultdict[str, list[Edge]] = defaultdict(list)
    for report, from_, to, relation, direction, evidence in connection.execute(
        'SELECT report, "from", "to", relation, direction, evidence FROM edges ORDER BY report, number'
    ):
        edges[report].append(Edge(from_, to, relation, direction, to_evidence(evidence)))
    return tuple(
        Report(id_, tuple(documents[id_]), origins, origin, tuple(edges[id_]))
        for id_, origins, origin in connection.execute("SELECT id, origins, origin FROM reports ORDER BY id")
    )


def load_stories(connection: sqlite3.Connection) -> tuple[Story, ...]:
    """All stories, by id."""
    documents = _lists(connection, "SELECT story, document FROM story_documents ORDER BY story, number")
    reports = _lists(connection, "SELECT story, report FROM story_reports ORDER BY story, number")
    return tuple(
        Story(id_, title, tuple(documents[id_]), tuple(reports[id_]), origins, thread, begin, end)
        for id_, title, thread, origins, begin, end in connection.execute(
            'SELECT id, title, thread, origins, "begin", "end" FROM stories ORDER BY id'
        )
    )


def _lists(connection: sqlite3.Connection, query: str) -> defaultdict[str, list[str]]:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for owner, member in connection.execute(query):
        lists[owner].append(member)
    return lists
