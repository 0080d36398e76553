"""Documents, blocks and annotations in their tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Literal

from onrecord.store import state
from onrecord.store.rows import ANNOTATION_COLUMNS, DOCUMENT_COLUMNS, DocumentRows, to_annotations, to_document
from onrecord.types import Annotated, Block, Document

Outcome = Literal["new", "unchanged", "updated", "conflict"]

_INSERT_DOCUMENT = (
    f"INSERT INTO documents ({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))})"
)
_UPDATE_DOCUMENT = f"UPDATE documents SET {', '.join(f'{c} = ?' for c in DOCUMENT_COLUMNS)} WHERE key = ?"
_SET_ANNOTATIONS = (
    f"INSERT OR REPLACE INTO annotations (document_key, {', '.join(ANNOTATION_COLUMNS)})"
    f" VALUES (?, {', '.join('?' * len(ANNOTATION_COLUMNS))})"
)

_DOCUMENT = ", ".join(f"d.{c}" for c in DOCUMENT_COLUMNS)
_ANNOTATIONS = ", ".join(f"a.{c}" for c in ANNOTATION_COLUMNS)

_IDS_AT_ONCE = 500
"""Ids in one query; SQLite before 3.32 takes at most 999 values."""


def add(connection: sqlite3.Connection, rows: list[DocumentRows]) -> list[Outcome]:
    """Adds documents within a write transaction, and says what became of each.

    `updated`: the text was known, but not what is read out of it. `conflict`: the id belongs to another text, and
    nothing is stored.
    """
    outcomes: list[Outcome] = []
    total = before = int(state.get(connection, state.DOCUMENTS) or "0", 16)
    for row in rows:
        known = connection.execute(
            "SELECT key, digest, text FROM documents WHERE id = ?", (row.value.document.id,)
        ).fetchone()
        if known is None:
            key = connection.execute(_INSERT_DOCUMENT, row.document).lastrowid
            assert key is not None
            outcomes.append("new")
        elif known[1] == row.digest:
            outcomes.append("unchanged")
            continue
        elif known[2] != row.value.document.text:
            outcomes.append("conflict")
            continue
        else:
            key = known[0]
            total -= int(known[1], 16)
            _remove_blocks(connection, key, known[2])
            connection.execute(_UPDATE_DOCUMENT, (*row.document, key))
            outcomes.append("updated")
        total += int(row.digest, 16)
        connection.execute(_SET_ANNOTATIONS, (key, *row.annotations))
        _insert_blocks(connection, key, row.value.document)
    if total != before:
        state.put(connection, state.DOCUMENTS, f"{total % 2**256:064x}")
    return outcomes


def _insert_blocks(connection: sqlite3.Connection, key: int, document: Document) -> None:
    first = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM blocks").fetchone()[0]
    connection.executemany(
        'INSERT INTO blocks (key, document_key, kind, start, "end", place) VALUES (?, ?, ?, ?, ?, ?)',
        ((n, key, b.kind, b.start, b.end, b.place) for n, b in enumerate(document.blocks, first)),
    )
    connection.executemany(
        "INSERT INTO search (rowid, words) VALUES (?, ?)",
        ((n, document.text[b.start : b.end]) for n, b in enumerate(document.blocks, first)),
    )


def _remove_blocks(connection: sqlite3.Connection, key: int, text: str) -> None:
    blocks = connection.execute('SELECT key, start, "end" FROM blocks WHERE document_key = ?', (key,)).fetchall()
    connection.executemany(
        "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)",
        ((n, text[start:end]) for n, start, end in blocks),
    )
    connection.execute("DELETE FROM blocks WHERE document_key = ?", (key,))


def load(connection: sqlite3.Connection, ids: Sequence[str] | None) -> Iterator[Annotated]:
    """Documents with their annotations: those of the ids that are there, in any order, or all, by id."""
    if ids is None:
        yield from _load(connection, "", ())
        return
    for first in range(0, len(ids), _IDS_AT_ONCE):
        some = ids[first : first + _IDS_AT_ONCE]
        yield from _load(connection, f"WHERE d.id IN ({', '.join('?' * len(some))})", some)


def load_documents(connection: sqlite3.Connection) -> Iterator[Document]:
    """All documents, by id."""
    blocks = _blocks(connection, "", ())
    for row in connection.execute(f"SELECT {_DOCUMENT} FROM documents AS d ORDER BY d.id"):
        yield to_document(row, blocks.get(row[0], ()))


def _load(connection: sqlite3.Connection, where: str, values: Sequence[str]) -> Iterator[Annotated]:
    blocks = _blocks(connection, where, values)
    for row in connection.execute(
        f"SELECT {_DOCUMENT}, {_ANNOTATIONS} FROM documents AS d"
        f" JOIN annotations AS a ON a.document_key = d.key {where} ORDER BY d.id",
        values,
    ):
        document = to_document(row[: len(DOCUMENT_COLUMNS)], blocks.get(row[0], ()))
        yield Annotated(document, to_annotations(row[len(DOCUMENT_COLUMNS) :]))


def _blocks(connection: sqlite3.Connection, where: str, values: Sequence[str]) -> dict[str, tuple[Block, ...]]:
    rows = connection.execute(
        'SELECT d.id, b.kind, b.start, b."end", b.place'
        f" FROM documents AS d JOIN blocks AS b ON b.document_key = d.key {where} ORDER BY d.key, b.key",
        values,
    )
    return {id_: tuple(Block(*row[1:]) for row in own) for id_, own in groupby(rows, itemgetter(0))}
