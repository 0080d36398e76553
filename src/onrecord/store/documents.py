"""Documents, blocks and annotations in their tables."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Literal

from onrecord.store import state
from onrecord.store.rows import ANNOTATION_COLUMNS, DOCUMENT_COLUMNS, DocumentRows, to_annotations, to_document
from onrecord.types import Annotated, Block, Document
from onrecord.version import __version__

Outcome = Literal["new", "unchanged", "updated", "conflict"]

_INSERT_DOCUMENT = (
    f"INSERT INTO documents ({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))})"
)
_UPDATE_DOCUMENT = f"UPDATE documents SET {', '.join(f'{c} = ?' for c in DOCUMENT_COLUMNS)} WHERE key = ?"
_SET_ANNOTATIONS = (
    f"INSERT OR REPLACE INTO annotations (document_key, {', '.join(ANNOTATION_COLUMNS)}, version)"
    f" VALUES (?, {', '.join('?' * len(ANNOTATION_COLUMNS))}, ?)"
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
            connection.execute(
                "UPDATE annotations SET version = ? WHERE document_key = ? AND version IS NOT ?",
                (__version__, known[0], __version__),
            )
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
        connection.execute("INSERT OR IGNORE INTO pending VALUES (?)", (key,))
        connection.execute(_SET_ANNOTATIONS, (key, *row.annotations, __version__))
        _insert_blocks(connection, key, row.value.document)
    if total != before:
        state.put(connection, state.DOCUMENTS, f"{total % 2**256:064x}")
    return outcomes


def holds(connection: sqlite3.Connection, document: Document) -> bool:
    """Whether this very document is there, wherever its file lies, with annotations of this version of onrecord."""
    try:
        row = connection.execute(
            "SELECT a.version FROM documents AS d JOIN annotations AS a ON a.document_key = d.key WHERE d.id = ?",
            (document.id,),
        ).fetchone()
    except UnicodeEncodeError:
        return False
    if row is None or row[0] != __version__:
        return False
    stored = next(load_documents(connection, [document.id]))
    return dataclasses.replace(stored, source=document.source) == document


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


def load_keys(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Annotated]:
    """Documents with their annotations, by their keys."""
    found: dict[int, Annotated] = {}
    for first in range(0, len(keys), _IDS_AT_ONCE):
        some = keys[first : first + _IDS_AT_ONCE]
        marks = ", ".join("?" * len(some))
        key_of = dict(connection.execute(f"SELECT id, key FROM documents WHERE key IN ({marks})", some))
        for annotated in _load(connection, f"WHERE d.key IN ({marks})", some):
            found[key_of[annotated.document.id]] = annotated
    return found


def keys_of(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    """The keys of those of the ids that are there."""
    found: dict[str, int] = {}
    for first in range(0, len(ids), _IDS_AT_ONCE):
        some = ids[first : first + _IDS_AT_ONCE]
        marks = ", ".join("?" * len(some))
        found |= dict(connection.execute(f"SELECT id, key FROM documents WHERE id IN ({marks})", some).fetchall())
    return found


def load_documents(connection: sqlite3.Connection, ids: Sequence[str] | None = None) -> Iterator[Document]:
    """Those of the documents that are there, or all, by id, without their annotations."""
    if ids is None:
        yield from _load_documents(connection, "", ())
        return
    for first in range(0, len(ids), _IDS_AT_ONCE):
        some = ids[first : first + _IDS_AT_ONCE]
        yield from _load_documents(connection, f"WHERE d.id IN ({', '.join('?' * len(some))})", some)


def _load_documents(connection: sqlite3.Connection, where: str, values: Sequence[str | int]) -> Iterator[Document]:
    blocks = _blocks(connection, where, values)
    for row in connection.execute(f"SELECT {_DOCUMENT} FROM documents AS d {where} ORDER BY d.id", values):
        yield to_document(row, blocks.get(row[0], ()))


def _load(connection: sqlite3.Connection, where: str, values: Sequence[str | int]) -> Iterator[Annotated]:
    blocks = _blocks(connection, where, values)
    for row in connection.execute(
        f"SELECT {_DOCUMENT}, {_ANNOTATIONS} FROM documents AS d"
        f" JOIN annotations AS a ON a.document_key = d.key {where} ORDER BY d.id",
        values,
    ):
        document = to_document(row[: len(DOCUMENT_COLUMNS)], blocks.get(row[0], ()))
        yield Annotated(document, to_annotations(row[len(DOCUMENT_COLUMNS) :]))


def _blocks(connection: sqlite3.Connection, where: str, values: Sequence[str | int]) -> dict[str, tuple[Block, ...]]:
    rows = connection.execute(
        'SELECT d.id, b.kind, b.start, b."end", b.place'
        f" FROM documents AS d JOIN blocks AS b ON b.document_key = d.key {where} ORDER BY d.key, b.key",
        values,
    )
    return {id_: tuple(Block(*row[1:]) for row in own) for id_, own in groupby(rows, itemgetter(0))}
