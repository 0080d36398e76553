"""Several processes on one archive, and processes that are killed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from archive_processes import Running, dump, index_agrees
from invented_collection import article, collection

from onrecord.errors import ArchiveError
from onrecord.store import Added, Archive, schema
from onrecord.types import Annotated

KILLS = int(os.environ.get("ONRECORD_KILLS", "25"))
"""How often the ingest is killed; 200 for the full count."""


def add(path: Path, documents: list[Annotated]) -> Added:
    with Archive(path) as archive:
        return archive.add(documents)


def add_and_derive(path: Path, documents: list[Annotated]) -> int:
    with Archive(path) as archive:
        archive.add(documents)
        return len(archive.stories())


def documents_in(path: Path) -> int:
    """What a reader finds: no document, if the kill came before there was an archive, but never a refusal after that."""
    try:
        with Archive(path, read_only=True) as archive:
            return len(archive.documents())
    except ArchiveError as error:
        if error.problem.what not in {"there is no such file", "this file holds no archive yet"}:
            raise
        return 0


@pytest.mark.slow
def test_an_ingest_that_is_killed_anywhere_and_run_again_equals_one_that_was_not(tmp_path: Path) -> None:
    documents = collection(300, paragraphs=1)
    whole = tmp_path / "whole.db"
    started = time.monotonic()
    assert Running(add_and_derive, whole, documents).result() == 258
    duration = time.monotonic() - started
    expected = dump(whole)
    assert len(expected["stories"]) == 258
    random_ = random.Random(20250301)
    partial = 0
    for number in range(KILLS):
        path = tmp_path / f"killed-{number}.db"
        ingest = Running(add_and_derive, path, documents)
        time.sleep(random_.uniform(0, duration))
        os.kill(ingest.process.pid, signal.SIGKILL)
        ingest.process.join()
        stored = documents_in(path)
        assert stored % 50 == 0, "a batch was stored in part"
        partial += 0 < stored < len(documents)
        add_and_derive(path, documents)
        assert dump(path) == expected
        assert index_agrees(path)
        for file in tmp_path.glob(f"{path.name}*"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    assert partial, "no kill hit the ingest halfway"


def test_two_writers_at_once_wait_for_each_other_and_store_every_document_once(tmp_path: Path) -> None:
    documents = collection(300, paragraphs=2)
    path = tmp_path / "archive.db"
    writers = [Running(add, path, documents[:200]), Running(add, path, documents[100:])]
    first, second = (writer.result() for writer in writers)
    assert (first.problems, second.problems) == ((), ())
    assert first.new + second.new == 300
    assert first.unchanged + second.unchanged == 100
    with Archive(path, read_only=True) as archive:
        assert archive.annotated() == documents
    assert index_agrees(path)


def test_many_processes_may_make_the_same_archive_at_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    writers = [Running(add, path, [article(n)]) for n in range(6)]
    assert [writer.result().new for writer in writers] == [1] * 6


def test_an_archive_that_another_process_makes_meanwhile_is_not_taken_for_a_database_of_another_program(
    tmp_path: Path,
) -> None:
    path = tmp_path / "archive.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as asking:
        asking.execute("PRAGMA journal_mode = WAL")

        def made_meanwhile(statement: str) -> None:
            if "user_version" in statement:
                asking.set_trace_callback(None)
                Archive(path).close()

        asking.set_trace_callback(made_meanwhile)
        assert schema.version_of(asking) == 0
        assert schema.version_of(asking) == len(schema.migrations())


def test_a_writer_that_waited_in_vain_says_so(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, [article(1)])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Archive(path, timeout=0.05) as archive:
        with pytest.raises(ArchiveError, match=r"archive\.db: another process is writing to the archive\. Try again"):
            archive.add([article(2)])
        other.execute("ROLLBACK")
        assert archive.add([article(2)]).new == 1
    other.close()


def test_reports_and_stories_are_read_while_another_process_holds_the_write_lock(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, [article(1)])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Archive(path) as archive:
        started = time.monotonic()
        assert len(archive.reports()) == len(archive.stories()) == 1
        assert time.monotonic() - started < 5, "it waited for the writer"
    other.execute("ROLLBACK")
    other.close()


def test_a_reader_is_never_refused_and_sees_whole_batches(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, [])
    documents = collection(600, paragraphs=2)
    writer = Running(add, path, documents)
    seen: list[int] = []
    while not seen or seen[-1] < len(documents):
        with Archive(path, read_only=True) as archive:
            stored = len(archive.documents())
            found = len(archive.search("report", limit=1000))
        assert stored <= found
        seen.append(stored)
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
        connection.execute("BEGIN")
        counts = {
            connection.execute(query).fetchone()[0]
            for query in (
                "SELECT count(*) FROM documents",
                "SELECT count(*) FROM annotations",
                "SELECT count(DISTINCT document_key) FROM blocks",
                "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH 'report')",
            )
        }
        connection.close()
        assert len(counts) == 1
        assert counts.pop() % 50 == 0
    assert writer.result().new == len(documents)
    assert seen == sorted(seen)
    assert len(set(seen)) > 2, "nothing was read during the writing"


def test_an_archive_that_is_open_for_reading_sees_what_others_add(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    add(path, [article(1)])
    with Archive(path, read_only=True) as archive:
        assert len(archive.stories()) == 1
        Running(add, path, [article(2)]).result()
        assert len(archive.stories()) == 2
        assert len(archive.documents()) == 2
