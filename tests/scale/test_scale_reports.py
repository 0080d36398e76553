"""Documents in tables, in parts and over processes, come to the same reports as in memory."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path

import pytest
from scale_texts import document, sentence, story

from onrecord.editions import find_reports
from onrecord.errors import ReadingError
from onrecord.scale import tables
from onrecord.scale.reports import make_reports, read_reports, write_documents
from onrecord.types import Annotated

NOTICE = "Write to the editors of this page about anything that you miss or like in it."

ENGINES = [("pool", 0), ("pool", 1)] + ([("daft", 0)] if importlib.util.find_spec("daft") else [])
"""Daft is optional: it is tried where it is installed."""


def collection() -> list[Annotated]:
    """Copies, excerpts, an expansion, a digest page, boilerplate, and texts that stand alone."""
    out = []
    for n in range(12):
        own = [sentence(n * 1000 + k) for k in range(8)]
        out.append(document(f"story-{n:02d}", *own, NOTICE))
        if n % 2:
            out.append(document(f"copy-{n:02d}", "LUMEN (Reuters) - " + own[0], *own[1:]))
        if n % 3 == 0:
            out.append(document(f"excerpt-{n:02d}", *own[2:7], sentence(n + 77_000)))
        if n % 4 == 0:
            out.append(document(f"quoting-{n:02d}", *(sentence(n + 90_000 + k * 50) for k in range(9)), own[3]))
    out.append(document("digest", *(sentence(n * 1000 + k) for n in (1, 4, 6) for k in range(8))))
    out += [story(f"alone-{n}", 500 + n) for n in range(5)]
    return out


@pytest.mark.parametrize(("engine", "workers"), ENGINES)
def test_the_scaled_path_gives_the_same_reports(tmp_path: Path, engine: str, workers: int):
    documents = collection()
    for n, start in enumerate(range(0, len(documents), 9)):
        tables.write(tmp_path / "documents" / f"part-{n}", map(tables.from_document, documents[start : start + 9]))
    make_reports(tmp_path / "documents", tmp_path / "work", engine=engine, workers=workers, part=7)
    found = read_reports(tmp_path / "work")
    assert found == find_reports(documents)
    assert 5 < len(found) < len(documents)
    assert any(len(report.documents) > 2 for report in found)


def test_a_second_run_replaces_the_first(tmp_path: Path):
    documents = collection()
    write_documents(documents, tmp_path / "documents")
    make_reports(tmp_path / "documents", tmp_path / "work", workers=0, part=3)
    make_reports(tmp_path / "documents", tmp_path / "work", workers=0, part=50)
    assert read_reports(tmp_path / "work") == find_reports(documents)


@pytest.mark.parametrize("parts", [2, 5])
def test_hashes_may_be_gone_through_in_parts(tmp_path: Path, parts: int):
    documents = collection()
    write_documents(documents, tmp_path / "documents")
    make_reports(tmp_path / "documents", tmp_path / "work", workers=0, part=20, hash_parts=parts)
    assert read_reports(tmp_path / "work") == find_reports(documents)


def test_a_run_that_was_stopped_goes_on_with_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    documents = collection()
    for n, start in enumerate(range(0, len(documents), 9)):
        tables.write(tmp_path / "documents" / f"part-{n}", map(tables.from_document, documents[start : start + 9]))
    expected = find_reports(documents)
    write = tables.write
    left = 0

    def stopping(path: Path, rows: Iterable[tables.Row]) -> Path:
        nonlocal left
        if path.parent.parent.name == "work":
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
        return write(path, rows)

    monkeypatch.setattr(tables, "write", stopping)
    runs = 0
    while runs < 50:
        runs, left = runs + 1, 3
        try:
            make_reports(tmp_path / "documents", tmp_path / "work", workers=0, part=7, resume=True)
        except KeyboardInterrupt:
            continue
        break
    assert 3 < runs < 50
    assert read_reports(tmp_path / "work") == expected
    left = 0
    make_reports(tmp_path / "documents", tmp_path / "work", workers=0, part=7, resume=True)
    with pytest.raises(KeyboardInterrupt):
        make_reports(tmp_path / "documents", tmp_path / "work", workers=0, part=8, resume=True)


def test_no_documents_no_reports(tmp_path: Path):
    (tmp_path / "documents").mkdir()
    make_reports(tmp_path / "documents", tmp_path / "work", workers=0)
    assert read_reports(tmp_path / "work") == ()


def test_a_document_survives_its_table(tmp_path: Path):
    for value in collection():
        assert tables.to_document(tables.from_document(value)) == value
    path = tables.write(tmp_path / "some", map(tables.from_document, collection()))
    assert [row["id"] for row in tables.read(path)] == [value.document.id for value in collection()]


def test_a_broken_table_is_named(tmp_path: Path):
    path = tmp_path / "documents" / "part-0.jsonl"
    path.parent.mkdir()
    path.write_text("{not a row\n")
    with pytest.raises(ReadingError, match=r"part-0\.jsonl"):
        make_reports(tmp_path / "documents", tmp_path / "work", workers=0)
