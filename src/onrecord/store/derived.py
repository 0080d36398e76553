"""Reports and stories as rows: stored whole, read whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from onrecord.store.rows import to_evidence, to_json
from onrecord.types import Edge, Report, Story

_TABLES = ("story_reports", "story_documents", "stories", "edges", "report_documents", "reports")
"""Children before parents, as the foreign keys ask."""


def store(connection: sqlite3.Connection, reports: Sequence[Report], stories: Sequence[Story]) -> None:
    """Replace all reports and stories."""
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
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
    connection.executemany(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)",
        ((s.id, s.title, s.thread, s.origins, s.begin, s.end) for s in stories),
    )
    connection.executemany(
        "INSERT INTO story_documents VALUES (?, ?, ?)",
        ((s.id, n, d) for s in stories for n, d in enumerate(s.documents)),
    )
    connection.executemany(
        "INSERT INTO story_reports VALUES (?, ?, ?)", ((s.id, n, r) for s in stories for n, r in enumerate(s.reports))
    )


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
