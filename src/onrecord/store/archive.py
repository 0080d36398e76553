"""The archive: documents, their annotations, and what follows from them, in one SQLite file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from sqlite3 import Connection as Sqlite
from types import TracebackType

from onrecord.errors import ArchiveError, NotFoundError, Problem
from onrecord.store import derived, schema
from onrecord.store.connection import Connection
from onrecord.store.rows import (
    ANNOTATION_COLUMNS,
    DOCUMENT_COLUMNS,
    DocumentRows,
    to_annotations,
    to_document,
    to_rows,
)
from onrecord.store.search import Hit, search
from onrecord.types import Annotated, Block, Document, Record, Report, Story, TimelineEntry
from onrecord.version import __version__

BATCH = 50
"""Documents in one transaction: short enough that another writer waits some 50 ms, long enough that committing costs
little. Batches are cut by position in the input, so that a rerun after a kill makes the same ones."""

_INSERT_DOCUMENT = (
    f"INSERT INTO documents ({', '.join(DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(DOCUMENT_COLUMNS))})"
)
_UPDATE_DOCUMENT = f"UPDATE documents SET {', '.join(f'{c} = ?' for c in DOCUMENT_COLUMNS)} WHERE key = ?"
_SET_ANNOTATIONS = (
    f"INSERT OR REPLACE INTO annotations (document_key, {', '.join(ANNOTATION_COLUMNS)})"
    f" VALUES (?, {', '.join('?' * len(ANNOTATION_COLUMNS))})"
)


@dataclass(frozen=True, slots=True)
class Added:
    """What `Archive.add` did with the documents: `updated` are those whose text was known, but not what is now read
    out of it (by a newer version, say)."""

    new: int
    unchanged: int
    problems: tuple[Problem, ...]
    updated: int = 0


@dataclass(frozen=True, slots=True)
class _Derived:
    """Reports and stories, and the state of the documents that they follow from."""

    made_from: str
    reports: tuple[Report, ...]
    stories: tuple[Story, ...]


class Archive:
    """Documents and what is known of them, kept in one SQLite file.

    Any number of processes may read while one writes; a second writer waits. What a method returns is of one moment. An
    `Archive` may be used from several threads. It is a context manager.

    Args:
        path: the file; it is made if it does not exist.
        read_only: never write to the file, which must exist.
        timeout: seconds to wait while another process writes.

    Raises:
        ArchiveError: the file is not an archive, is of a newer version, is missing (`read_only`) or cannot be opened.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, timeout: float = 30.0) -> None:
        self.path = Path(path)
        self._connection = Connection(self.path, read_only=read_only, timeout=timeout, scripts=schema.migrations())
        self._read_only = read_only
        self._derived: _Derived | None = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is allowed."""
        self._connection.close()

    # ---- writing

    def add(self, documents: Iterable[Annotated], *, progress: Callable[[int], None] | None = None) -> Added:
        """Add documents; those that are in the archive already stay as they are.

        Every `BATCH` documents are one transaction. After a kill, the same call adds what is missing and nothing twice.

        Args:
            documents: annotated documents; they are taken in batches, so a generator may annotate as it goes.
            progress: called after each batch with the number of documents dealt with so far.

        Returns:
            How many were new, unchanged and updated. A document whose id is taken by another text is not stored
            but reported as a problem; so is one whose text cannot be stored.

        Raises:
            ArchiveError: another process kept writing for longer than the timeout, the disk is full, the archive was
                opened read-only or is damaged. Batches before that are stored.
        """
        iterator = iter(documents)
        done = new = unchanged = updated = 0
        problems: list[Problem] = []
        while batch := list(islice(iterator, BATCH)):
            rows = list(_encoded(batch, problems))
            with self._connection.writing() as sqlite:
                outcomes = _add_batch(sqlite, rows)
            for row, outcome in zip(rows, outcomes, strict=True):
                new += outcome == "new"
                unchanged += outcome == "unchanged"
                updated += outcome == "updated"
                if outcome == "conflict":
                    problems.append(_conflict(row.value.document))
            done += len(batch)
            if progress is not None:
                progress(done)
        return Added(new, unchanged, tuple(problems), updated)

    # ---- reading

    def documents(self) -> list[Document]:
        """All documents, by id."""
        with self._connection.reading() as sqlite:
            return [a.document for a in self._load(sqlite, None)]

    def annotated(self, ids: Iterable[str] | None = None) -> list[Annotated]:
        """Documents with their annotations: those named, in that order, or all, by id.

        Raises:
            NotFoundError: an id that is not in the archive.
        """
        with self._connection.reading() as sqlite:
            return self._load(sqlite, None if ids is None else list(ids))

    def get(self, id: str) -> Annotated:
        """One document with its annotations.

        Raises:
            NotFoundError: it is not in the archive.
        """
        return self.annotated([id])[0]

    def reports(self) -> tuple[Report, ...]:
        """The reports that the documents make up, by id."""
        with self._connection.reading() as sqlite:
            current = self._current(sqlite)
        self._keep(current)
        return current.reports

    def stories(self) -> tuple[Story, ...]:
        """The stories that the documents make up, by id."""
        with self._connection.reading() as sqlite:
            current = self._current(sqlite)
        self._keep(current)
        return current.stories

    def record(self, story_id: str, as_of: str | None = None) -> Record:
        """The record of one story.

        Args:
            story_id: the story's id.
            as_of: ISO date that states are judged by; None: the latest publication date.

        Raises:
            NotFoundError: no such story.
        """
        from onrecord.recording import make_record

        with self._connection.reading() as sqlite:
            current = self._current(sqlite)
            story = next((s for s in current.stories if s.id == story_id), None)
            documents = [] if story is None else self._load(sqlite, list(story.documents))
        self._keep(current)
        if story is None:
            raise NotFoundError(
                f"there is no story {story_id}", str(self.path), "List the stories with: onrecord stories"
            )
        reports = tuple(r for r in current.reports if r.id in set(story.reports))
        return make_record(documents, reports, as_of=as_of, story=story)

    def timeline(self, party: str) -> tuple[TimelineEntry, ...]:
        """What is known of a party, in order of time, over all stories.

        Args:
            party: a name as it stands in the texts.
        """
        from onrecord.recording import timeline_of

        with self._connection.reading() as sqlite:
            current = self._current(sqlite)
            documents = self._load(sqlite, None)
        self._keep(current)
        return tuple(timeline_of(party, documents, current.reports))

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Blocks that hold all the words of a query, best first.

        Args:
            query: words, "phrases", -not, prefix*; anything else is taken literally. Case and diacritics do not matter.
            limit: most hits to return.
            offset: hits to skip.

        Raises:
            UsageError: a negative limit or offset, too many words, or only words to leave out.
        """
        with self._connection.reading() as sqlite:
            return search(sqlite, query, limit, offset)

    # ---- how

    def _load(self, sqlite: Sqlite, ids: list[str] | None) -> list[Annotated]:
        try:
            found = {a.document.id: a for a in _annotated(sqlite, ids)}
        except (TypeError, KeyError, ValueError) as error:
            raise ArchiveError(
                f"a document cannot be read back ({error})",
                str(self.path),
                "Use the onrecord that wrote it, or a newer one; else make the archive anew from the documents.",
            ) from error
        if ids is None:
            return list(found.values())
        for id_ in ids:
            if id_ not in found:
                raise NotFoundError(
                    f"there is no document {id_}", str(self.path), "Find documents with: onrecord search WORD"
                )
        return [found[id_] for id_ in ids]

    def _current(self, sqlite: Sqlite) -> _Derived:
        """Reports and stories of the documents as they are in this transaction."""
        from onrecord.editions import find_reports
        from onrecord.stories import find_stories

        made_from = _made_from(sqlite)
        if self._derived is not None and self._derived.made_from == made_from:
            return self._derived
        if _state(sqlite, "derived") == made_from:
            self._derived = _Derived(made_from, derived.load_reports(sqlite), derived.load_stories(sqlite))
        else:
            documents = self._load(sqlite, None)
            reports = tuple(sorted(find_reports(documents), key=lambda r: r.id))
            stories = tuple(sorted(find_stories(documents, reports), key=lambda s: s.id))
            self._derived = _Derived(made_from, reports, stories)
        return self._derived

    def _keep(self, current: _Derived) -> None:
        """Store reports and stories for the next reader, unless the documents have changed since."""
        if self._read_only:
            return
        with self._connection.reading() as sqlite:
            if _state(sqlite, "derived") == current.made_from:
                return
        with self._connection.writing() as sqlite:
            if _made_from(sqlite) == current.made_from:
                derived.store(sqlite, current.reports, current.stories)
                _set_state(sqlite, "derived", current.made_from)


def _encoded(batch: list[Annotated], problems: list[Problem]) -> Iterator[DocumentRows]:
    for value in batch:
        try:
            yield to_rows(value)
        except UnicodeEncodeError as error:
            problems.append(
                Problem(
                    f"its text or metadata has half a surrogate pair ({error.object[error.start]!a}), no character",
                    value.document.source.name,
                    "Read the document again from its original encoding.",
                )
            )


def _conflict(document: Document) -> Problem:
    return Problem(
        f"another text is in the archive under the id {document.id}",
        document.source.name,
        "Give it an id of its own and add it again.",
    )


def _add_batch(sqlite: Sqlite, rows: list[DocumentRows]) -> list[str]:
    """Adds documents within a transaction; says for each `new`, `unchanged`, `updated` or `conflict`."""
    outcomes: list[str] = []
    total = before = int(_state(sqlite, "documents") or "0", 16)
    for row in rows:
        known = sqlite.execute(
            "SELECT key, digest, text FROM documents WHERE id = ?", (row.value.document.id,)
        ).fetchone()
        if known is None:
            key = sqlite.execute(_INSERT_DOCUMENT, row.document).lastrowid
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
            _remove_blocks(sqlite, key, known[2])
            sqlite.execute(_UPDATE_DOCUMENT, (*row.document, key))
            outcomes.append("updated")
        total += int(row.digest, 16)
        sqlite.execute(_SET_ANNOTATIONS, (key, *row.annotations))
        _insert_blocks(sqlite, key, row.value.document)
    if total != before:
        # A sum does not depend on the order in which documents came, and needs none of the others.
        _set_state(sqlite, "documents", f"{total % 2**256:064x}")
    return outcomes


def _insert_blocks(sqlite: Sqlite, key: int, document: Document) -> None:
    first = sqlite.execute("SELECT coalesce(max(key), 0) + 1 FROM blocks").fetchone()[0]
    sqlite.executemany(
        'INSERT INTO blocks (key, document_key, kind, start, "end", place) VALUES (?, ?, ?, ?, ?, ?)',
        ((n, key, b.kind, b.start, b.end, b.place) for n, b in enumerate(document.blocks, first)),
    )
    sqlite.executemany(
        "INSERT INTO search (rowid, words) VALUES (?, ?)",
        ((n, document.text[b.start : b.end]) for n, b in enumerate(document.blocks, first)),
    )


def _remove_blocks(sqlite: Sqlite, key: int, text: str) -> None:
    blocks = sqlite.execute('SELECT key, start, "end" FROM blocks WHERE document_key = ?', (key,)).fetchall()
    sqlite.executemany(
        "INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)",
        ((n, text[start:end]) for n, start, end in blocks),
    )
    sqlite.execute("DELETE FROM blocks WHERE document_key = ?", (key,))


def _annotated(sqlite: Sqlite, ids: list[str] | None) -> Iterator[Annotated]:
    """Documents by id."""
    where = "" if ids is None else "WHERE d.id IN (SELECT value FROM json_each(?))"
    values = () if ids is None else (json.dumps(ids),)
    blocks: dict[str, list[Block]] = {}
    for id_, kind, start, end, place in sqlite.execute(
        f'SELECT d.id, b.kind, b.start, b."end", b.place FROM documents AS d'
        f" JOIN blocks AS b ON b.document_key = d.key {where} ORDER BY b.key",
        values,
    ):
        blocks.setdefault(id_, []).append(Block(kind, start, end, place))
    columns = ", ".join([*(f"d.{c}" for c in DOCUMENT_COLUMNS), *(f"a.{c}" for c in ANNOTATION_COLUMNS)])
    for row in sqlite.execute(
        f"SELECT {columns} FROM documents AS d JOIN annotations AS a ON a.document_key = d.key {where} ORDER BY d.id",
        values,
    ):
        yield Annotated(
            to_document(row[: len(DOCUMENT_COLUMNS)], tuple(blocks.get(row[0], ()))),
            to_annotations(row[len(DOCUMENT_COLUMNS) :]),
        )


def _made_from(sqlite: Sqlite) -> str:
    """What reports and stories follow from: all documents, and the version of the stages that derive them."""
    return f"{_state(sqlite, 'documents') or ''} onrecord {__version__}"


def _state(sqlite: Sqlite, name: str) -> str | None:
    row = sqlite.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if row is None else row[0]


def _set_state(sqlite: Sqlite, name: str, value: str) -> None:
    sqlite.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", (name, value))
