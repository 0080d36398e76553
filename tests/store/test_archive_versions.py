"""Versions of the schema, and files that are no archive of ours."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from archive_processes import Running, dump
from invented_collection import collection

from onrecord.errors import ArchiveError
from onrecord.store import Archive, schema
from onrecord.store.connection import Connection

NEXT = "ALTER TABLE documents ADD COLUMN shelf TEXT;\nUPDATE documents SET shelf = 'A; ' || outlet;\nCREATE TABLE shelves (name TEXT);\n"
CURRENT = len(schema.migrations())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(collection(5))
    return path


def upgrade(path: Path, scripts: Sequence[str]) -> None:
    Connection(path, read_only=False, timeout=30, scripts=scripts).close()


def header(path: Path) -> tuple[int, int]:
    with sqlite3.connect(path) as connection:
        header = tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    connection.close()
    return header


def test_the_header_says_whose_file_it_is_and_of_which_version(path: Path) -> None:
    assert header(path) == (int.from_bytes(b"onrc", "big"), len(schema.migrations()))
    assert path.read_bytes()[68:72] == b"onrc"


def test_a_released_script_does_not_change() -> None:
    # An archive that was made with it must be like one that is made today. Write a new script instead.
    assert hashlib.sha256(schema.migrations()[0].encode()).hexdigest().startswith("9399235cf46ae395")


def test_an_archive_becomes_one_of_the_next_version_with_all_its_rows(path: Path) -> None:
    before = dump(path)
    upgrade(path, [*schema.migrations(), NEXT])
    after = dump(path)
    assert header(path)[1] == CURRENT + 1
    assert [row[:-1] for row in after["documents"]] == before["documents"]
    assert after["documents"][0][-1].startswith("A; The ")
    assert after.pop("shelves") == []
    assert {t: rows for t, rows in after.items() if t != "documents"} == {t: r for t, r in before.items() if t != "documents"}


def test_the_documents_of_an_archive_of_version_1_get_their_reports_anew(tmp_path: Path) -> None:
    path, documents = tmp_path / "archive.db", collection(16)
    with Archive(tmp_path / "new.db") as archive:
        archive.add(documents)
        expected = archive.reports()
    upgrade(path, schema.migrations()[:1])
    with sqlite3.connect(tmp_path / "new.db") as new, sqlite3.connect(path) as old:
        for table in ("documents", "annotations", "blocks"):
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA table_info({table})"))
            rows = new.execute(f"SELECT {columns} FROM {table}").fetchall()
            old.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        old.execute("INSERT INTO state VALUES ('documents', ?)", new.execute("SELECT value FROM state WHERE name = 'documents'").fetchone())
        old.execute("INSERT INTO reports VALUES ('r-old', 1, NULL)")
    old.close()
    new.close()
    with Archive(path) as archive:
        assert archive.reports() == expected


def test_a_new_file_goes_through_every_version(path: Path, tmp_path: Path) -> None:
    upgrade(path, [*schema.migrations(), NEXT])
    upgrade(tmp_path / "new.db", [*schema.migrations(), NEXT])
    with sqlite3.connect(path) as old, sqlite3.connect(tmp_path / "new.db") as new:
        query = "SELECT name, sql FROM sqlite_master ORDER BY name"
        assert old.execute(query).fetchall() == new.execute(query).fetchall()
    old.close()
    new.close()


def test_an_upgrade_that_fails_leaves_the_archive_as_it_was(path: Path) -> None:
    before = dump(path)
    with pytest.raises(ArchiveError, match="no such table: nowhere"):
        upgrade(path, [*schema.migrations(), NEXT, "DELETE FROM nowhere;\n"])
    assert header(path)[1] == CURRENT
    assert dump(path) == before


def test_processes_that_upgrade_at_once_do_it_once(path: Path) -> None:
    upgrades = [Running(upgrade, path, [*schema.migrations(), NEXT]) for _ in range(4)]
    assert [u.result() for u in upgrades] == [None] * 4
    assert header(path)[1] == CURRENT + 1


def test_a_reader_does_not_upgrade_but_says_what_to_do(path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"of the older version \d+\. Open it once for writing"):
        Connection(path, read_only=True, timeout=0, scripts=[*schema.migrations(), NEXT])


@pytest.mark.parametrize("read_only", [False, True])
def test_an_archive_of_a_newer_version_is_left_alone(path: Path, read_only: bool) -> None:
    upgrade(path, [*schema.migrations(), NEXT])
    before = dump(path)
    with pytest.raises(ArchiveError, match=r"archive\.db: this archive was made by a newer onrecord .*\. Update onrecord"):
        Archive(path, read_only=read_only)
    assert dump(path) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "recipes.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (soup TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"recipes\.db: this is a database of another program\. Name an onrecord archive"):
        Archive(path, read_only=read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear harbour-master,\n" * 200)
    with pytest.raises(ArchiveError, match=r"letter\.txt: this file is not a database\. Name an onrecord archive"):
        Archive(path, read_only=read_only)
    assert path.read_text() == "Dear harbour-master,\n" * 200


def test_an_empty_file_becomes_an_archive_but_cannot_be_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.touch()
    with pytest.raises(ArchiveError, match=r"holds no archive yet\. Add documents"):
        Archive(path, read_only=True)
    with Archive(path) as archive:
        assert archive.documents() == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"gone\.db: there is no such file\. Check the path"):
        Archive(tmp_path / "gone.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"archive\.db: the archive cannot be opened\. Check that its folder exists"):
        Archive(tmp_path / "nowhere" / "archive.db")


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"this is a folder\. Name a file"):
        Archive(tmp_path)


def test_a_path_with_signs_of_an_address_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory#%41 b.db"
    Archive(path).close()
    assert path.exists()
