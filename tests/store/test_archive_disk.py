"""Disks that are full, read-only or damaged."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive_processes import Running, dump, index_agrees
from invented_collection import article, collection

from onrecord.errors import ArchiveError
from onrecord.store import Archive


class SmallDisk:
    """A file system of one megabyte where one may be mounted; elsewhere a bound on the archive's pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
        self.mounted = shutil.which("mount") is not None and subprocess.run(command, capture_output=True).returncode == 0

    def fill(self, archive: Archive) -> None:
        """Bounds what `archive` may take, unless the disk does."""
        if not self.mounted:
            archive._connection._sqlite.execute("PRAGMA max_page_count = 150")

    def grow(self) -> None:
        if self.mounted:
            subprocess.run(["mount", "-o", "remount,size=32m", str(self.folder)], check=True)

    def release(self) -> None:
        if self.mounted:
            subprocess.run(["umount", str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = SmallDisk(folder)
    yield disk
    disk.release()


def test_a_full_disk_keeps_what_was_stored_and_the_rest_follows_when_there_is_room(disk: SmallDisk, tmp_path: Path) -> None:
    documents = collection(200)
    path = disk.folder / "archive.db"
    with Archive(path) as archive:
        disk.fill(archive)
        with pytest.raises(ArchiveError, match=r"archive\.db: the disk is full\. Make room and do the same again"):
            archive.add(documents)
    disk.grow()
    with Archive(path, read_only=True) as archive:
        stored = archive.annotated()
    assert stored == documents[: len(stored)]
    with Archive(path) as archive:
        assert archive.add(documents).new == len(documents) - len(stored)
    with Archive(tmp_path / "whole.db") as archive:
        archive.add(documents)
    assert dump(path) == dump(tmp_path / "whole.db")
    assert index_agrees(path)


@pytest.fixture
def protected() -> Iterator[Path]:
    """A folder with an archive in it that may be read but not written to (by anybody but root)."""
    folder = Path(tempfile.mkdtemp())
    with Archive(folder / "archive.db") as archive:
        archive.add([article(1)])
    (folder / "archive.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def unprivileged(call: Callable[..., object], *arguments: object) -> object:
    """What the call returns to somebody who is not root, or its error's text."""
    return Running(call, *arguments, unprivileged=True).result()


def read(path: Path) -> list[str]:
    with Archive(path, read_only=True) as archive:
        assert archive.search("report")
        return [d.id for d in archive.documents()]


def write(path: Path) -> int:
    with Archive(path) as archive:
        return archive.add([article(2)]).new


def test_an_archive_on_a_read_only_disk_can_be_read(protected: Path) -> None:
    assert unprivileged(read, protected / "archive.db") == ["invented-0001"]
    assert [f.name for f in protected.iterdir()] == ["archive.db"]


def test_an_archive_that_may_not_be_written_to_says_so(protected: Path) -> None:
    assert "archive.db: the archive cannot be written to. Check the rights" in str(unprivileged(write, protected / "archive.db"))


def test_a_folder_that_may_not_be_written_to_is_named(protected: Path) -> None:
    assert "new.db: the archive cannot be opened. Check that its folder exists" in str(unprivileged(write, protected / "new.db"))


def test_an_archive_that_may_not_be_read_is_named(protected: Path) -> None:
    (protected / "archive.db").chmod(0)
    assert "archive.db: the archive cannot be opened" in str(unprivileged(read, protected / "archive.db"))


@pytest.mark.parametrize("page", [1, 4, 20, 40])
def test_a_damaged_file_says_so(tmp_path: Path, page: int) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(collection(100))
    whole = path.read_bytes()
    path.write_bytes(whole[: page * 4096] + b"\xa5" * (len(whole) - page * 4096))
    with pytest.raises(ArchiveError, match=r"the archive is damaged .* Restore it"):
        read(path)


def test_a_file_that_was_cut_short_says_so(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(collection(100))
    path.write_bytes(path.read_bytes()[: 20 * 4096])
    with pytest.raises(ArchiveError, match="the archive is damaged"):
        read(path)
