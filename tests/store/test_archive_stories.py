"""Reports, stories, records and timelines of an archive: what follows from its documents, and when it is worked out."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from archive_processes import dump
from invented_collection import article, collection

import onrecord.editions
import onrecord.store.deriving
from onrecord.editions import find_reports
from onrecord.errors import NotFoundError
from onrecord.recording import make_record, timeline_of
from onrecord.store import Archive, derived
from onrecord.stories import find_stories
from onrecord.types import Annotated, Edge, EdgeEvidence, Report

DOCUMENTS = collection(16, paragraphs=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(DOCUMENTS)
    return path


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each search for reports looked at, so far: in memory, or as a batch of new ones."""
    sizes: list[int] = []
    advance = onrecord.store.deriving.advance

    def in_memory(documents: Sequence[Annotated]) -> tuple[Report, ...]:
        sizes.append(len(documents))
        return find_reports(documents)

    def as_a_batch(sqlite: sqlite3.Connection, path: Path) -> int:
        count = advance(sqlite, path)
        sizes.extend([count] if count else [])
        return count

    monkeypatch.setattr(onrecord.editions, "find_reports", in_memory)
    monkeypatch.setattr(onrecord.store.deriving, "advance", as_a_batch)
    return sizes


def test_reports_and_stories_are_those_of_the_stages(path: Path) -> None:
    reports = tuple(sorted(find_reports(DOCUMENTS), key=lambda r: r.id))
    assert any(len(r.documents) == 2 and r.edges for r in reports)
    for _ in ("worked out", "stored"):
        with Archive(path) as archive:
            assert archive.reports() == reports
            assert archive.stories() == find_stories(DOCUMENTS, reports)


def test_everything_about_a_report_comes_back(path: Path) -> None:
    evidence = (EdgeEvidence("credit", "names Northwire", "invented-0001", (3, 9), "invented-0000"), EdgeEvidence("time", "later"))
    edges = (Edge("invented-0001", "invented-0000", "revised", "from-to", evidence), Edge("invented-0001", "invented-0002", "copy", "undetermined", ()))
    reports = (Report("r1", ("invented-0001", "invented-0000", "invented-0002"), 2, "Northwire", edges), Report("r2", ("invented-0003",)))
    with Archive(path):
        connection = sqlite3.connect(path)
        derived.store_reports(connection, reports)
        assert derived.load_reports(connection) == reports
        assert derived.remove_reports(connection, ["invented-0003", "invented-0002"]) == {r.id: r.documents for r in reports}
        assert derived.load_reports(connection) == ()
        connection.close()


def test_they_are_worked_out_once_for_a_set_of_documents(path: Path, searches: list[int]) -> None:
    with Archive(path) as archive:
        archive.reports()
        archive.stories()
        archive.add(DOCUMENTS)
        archive.stories()
    with Archive(path, read_only=True) as archive:
        archive.stories()
    assert searches == [16]
    with Archive(path) as archive:
        archive.add([article(99)])
        assert len(archive.stories()) == 15
    assert searches == [16, 1]


def test_a_reader_of_an_archive_without_them_works_them_out_and_writes_nothing(path: Path, searches: list[int]) -> None:
    before = dump(path)
    with Archive(path, read_only=True) as archive:
        assert len(archive.stories()) == len(archive.reports()) == 14
    assert searches == [16]
    assert dump(path) == before


def test_threads_that_ask_at_once_wait_for_one_search(path: Path, searches: list[int]) -> None:
    with Archive(path, read_only=True) as archive, ThreadPoolExecutor(4) as pool:
        answers = [f.result() for f in [pool.submit(archive.stories) for _ in range(8)]]
        assert all(a == answers[0] for a in answers)
    assert searches == [16]


@pytest.mark.parametrize("stored", [False, True])
def test_a_record_is_that_of_the_storys_documents(path: Path, stored: bool) -> None:
    reports = find_reports(DOCUMENTS)
    story = next(s for s in find_stories(DOCUMENTS, reports) if len(s.documents) == 2)
    by_id = {d.document.id: d for d in DOCUMENTS}
    own = tuple(r for r in reports if r.id in story.reports)
    expected = make_record([by_id[d] for d in story.documents], own, as_of="2025-12-01", story=story)
    with Archive(path) as archive:
        if stored:
            archive.stories()
        assert archive.record(story.id, as_of="2025-12-01") == expected


@pytest.mark.parametrize("stored", [False, True])
def test_a_timeline_is_of_all_documents(path: Path, stored: bool) -> None:
    with Archive(path) as archive:
        if stored:
            archive.stories()
        assert archive.timeline("Party 1") == timeline_of("Party 1", DOCUMENTS, archive.reports())
        assert archive.timeline("Nobody of that name") == ()


def test_an_unknown_story_is_not_found(path: Path) -> None:
    with Archive(path) as archive, pytest.raises(NotFoundError, match="there is no story nowhere"):
        archive.record("nowhere")
