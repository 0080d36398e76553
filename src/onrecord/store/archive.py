"""The archive: documents, their annotations, and what follows from them, in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from sqlite3 import Connection as Sqlite
from threading import Lock
from types import TracebackType

from onrecord.errors import ArchiveError, NotFoundError, Problem
from onrecord.store import derived, schema, state
from onrecord.store import documents as stored
from onrecord.store.connection import Busy, Connection
from onrecord.store.rows import DocumentRows, to_rows
from onrecord.store.search import Hit, search
from onrecord.types import Annotated, Document, Record, Report, Story, TimelineEntry

BATCH = 50
"""Documents in one transaction: short enough that another writer waits some 50 ms, long enough that committing costs
little. Batches are cut by position in the input, so that a rerun after a kill makes the same ones."""


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
        self._deriving = Lock()

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
                outcomes = stored.add(sqlite, rows)
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

    def update(self, *, progress: Callable[[int], None] | None = None) -> None:
        """Bring reports and stories up to date with the documents; else that is done when they are asked for.

        It costs what the documents since the last time cost, and what they are compared with. Every few hundred
        documents are one transaction; after a kill, the next call goes on from there.

        Args:
            progress: called after each transaction with the number of documents dealt with so far.

        Raises:
            ArchiveError: as for `add`.
        """
        from onrecord.store.deriving import advance

        done = 0
        while True:
            with self._connection.writing() as sqlite:
                count = advance(sqlite, self.path)
            if not count:
                return
            done += count
            if progress is not None:
                progress(done)

    def _caught_up(self) -> bool:
        """Bring reports and stories up to date, unless this may not write or somebody else does."""
        from onrecord.store.deriving import advance

        if self._read_only:
            return False
        try:
            more = 1
            while more:
                with self._connection.writing(wait=False) as sqlite:
                    more = advance(sqlite, self.path)
        except Busy:
            # A reader does not wait for a writer, whose documents would make this out of date anyway.
            return False
        return True

    # ---- reading

    def holds(self, document: Document) -> bool:
        """Whether the archive has this very document, with annotations that this version of onrecord made or found.

        Such a document need not be annotated to be added: that would change nothing.
        """
        with self._connection.reading() as sqlite:
            return stored.holds(sqlite, document)

    def documents(self) -> list[Document]:
        """All documents, by id."""
        with self._connection.reading() as sqlite:
            return list(stored.load_documents(sqlite))

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
        return self._view(lambda _: [])[0].reports

    def stories(self) -> tuple[Story, ...]:
        """The stories that the documents make up, by id."""
        return self._view(lambda _: [])[0].stories

    def record(self, story_id: str, as_of: str | None = None) -> Record:
        """The record of one story.

        Args:
            story_id: the story's id.
            as_of: ISO date that states are judged by; None: the latest publication date.

        Raises:
            NotFoundError: no such story.
        """
        from onrecord.recording import make_record

        story_id = self._became(story_id)

        def documents_of_story(current: _Derived) -> list[str]:
            return next((list(s.documents) for s in current.stories if s.id == story_id), [])

        current, documents = self._view(documents_of_story)
        story = next((s for s in current.stories if s.id == story_id), None)
        if story is None:
            raise NotFoundError(
                f"there is no story {story_id}", str(self.path), "List the stories with: onrecord stories"
            )
        own = set(story.reports)
        reports = tuple(r for r in current.reports if r.id in own)
        return make_record(documents, reports, as_of=as_of, story=story)

    def timeline(self, party: str) -> tuple[TimelineEntry, ...]:
        """What is known of a party, in order of time, over all stories.

        Args:
            party: a name as it stands in the texts.
        """
        from onrecord.recording import timeline_of

        current, documents = self._view(lambda _: None)
        return timeline_of(party, documents, current.reports)

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

    def _became(self, id_: str) -> str:
        """The id that a report or story has by now."""
        with self._connection.reading() as sqlite:
            row = sqlite.execute("SELECT became FROM merged WHERE id = ?", (id_,)).fetchone()
        return id_ if row is None else str(row[0])

    def _load(self, sqlite: Sqlite, ids: list[str] | None) -> list[Annotated]:
        try:
            found = {a.document.id: a for a in stored.load(sqlite, ids)}
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

    def _view(self, wanted: Callable[[_Derived], list[str] | None]) -> tuple[_Derived, list[Annotated]]:
        """Reports and stories, and the documents that are wanted with them (None: all), all of one moment."""
        current, documents = self._look(wanted)
        if current is not None:
            return current, documents
        with self._deriving:
            # Another thread may have derived them while this one waited.
            current, documents = self._look(wanted)
            if current is None and self._caught_up():
                current, documents = self._look(wanted)
            if current is not None:
                return current, documents
            with self._connection.reading() as sqlite:
                made_from, documents = state.made_from(sqlite), self._load(sqlite, None)
            # Outside of the transaction: this takes long, and other threads go on reading meanwhile.
            current = self._derived = _derive(made_from, documents)
        ids = wanted(current)
        if ids is None:
            return current, documents
        by_id = {d.document.id: d for d in documents}
        return current, [by_id[id_] for id_ in ids]

    def _look(self, wanted: Callable[[_Derived], list[str] | None]) -> tuple[_Derived | None, list[Annotated]]:
        """What `_view` returns, if reports and stories of the present documents are known or stored."""
        with self._connection.reading() as sqlite:
            made_from = state.made_from(sqlite)
            if self._derived is None or self._derived.made_from != made_from:
                if state.get(sqlite, state.DERIVED) != made_from:
                    return None, []
                self._derived = _Derived(made_from, derived.load_reports(sqlite), derived.load_stories(sqlite))
            return self._derived, self._load(sqlite, wanted(self._derived))


def _derive(made_from: str, documents: list[Annotated]) -> _Derived:
    from onrecord.editions import find_reports
    from onrecord.stories import find_stories

    reports = find_reports(documents)
    return _Derived(
        made_from,
        tuple(sorted(reports, key=lambda r: r.id)),
        tuple(sorted(find_stories(documents, reports), key=lambda s: s.id)),
    )


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
