"""One connection to an archive: how it is opened, its transactions, and SQLite's errors in our words."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import ArchiveError
from onrecord.store import schema

_NAME_ANOTHER = "Name an onrecord archive, or a file that does not exist yet."

_FULL_BELOW = 1_000_000
"""Free bytes below which an I/O error is taken for a full disk: that is how SQLite reports ENOSPC for shared memory."""


_CACHE = 65536
"""KiB of the file that a writer keeps in memory, at most."""


class Busy(ArchiveError):
    """Another process is writing."""


class Connection:
    """A connection in WAL mode that may be used from several threads, one at a time.

    Args:
        path: the SQLite file; it is created unless `read_only`.
        read_only: never write; the file must exist.
        timeout: seconds to wait for another process's write to end.
        scripts: the schema's migrations, oldest first.

    Raises:
        ArchiveError: the file cannot be opened or is no archive that this version knows.
    """

    def __init__(self, path: Path, *, read_only: bool, timeout: float, scripts: Sequence[str]) -> None:
        self.path = path
        self.where = str(path)
        self.read_only = read_only
        self._timeout = timeout
        self._lock = threading.RLock()
        if read_only and not path.exists():
            raise ArchiveError("there is no such file", self.where, "Check the path, or add documents first.")
        if path.is_dir():
            raise ArchiveError("this is a folder", self.where, "Name a file, for example archive.db in it.")
        with self.errors():
            self._sqlite = _connect(path, read_only, timeout)
            try:
                self._prepare(scripts, timeout)
            except BaseException:
                self._sqlite.close()
                raise

    def _prepare(self, scripts: Sequence[str], timeout: float) -> None:
        self._sqlite.execute("PRAGMA foreign_keys = ON")
        version = schema.check(self._sqlite, self.where, len(scripts))
        if self.read_only:
            if version == 0:
                raise ArchiveError("this file holds no archive yet", self.where, "Add documents to it first.")
            if version < len(scripts):
                raise ArchiveError(
                    f"this archive is of the older version {version}",
                    self.where,
                    "Open it once for writing: that brings it to the current version.",
                )
            return
        _use_wal(self._sqlite, timeout)
        # Bringing reports and stories up to date looks all over the file; SQLite's own 2 MB hold a thousand documents.
        self._sqlite.execute(f"PRAGMA cache_size = -{_CACHE}")
        # A process that is killed loses nothing; only a power cut may undo the last transactions, each of them whole.
        self._sqlite.execute("PRAGMA synchronous = NORMAL")
        schema.upgrade(self._sqlite, self.where, scripts)

    def close(self) -> None:
        """Close the connection; closing twice is allowed."""
        with self._lock:
            self._sqlite.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A read transaction: all that is read in it is of one moment."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self, *, wait: bool = True) -> Iterator[sqlite3.Connection]:
        """A write transaction: committed whole, or not at all.

        Args:
            wait: for another process's write to end, up to the timeout.

        Raises:
            Busy: another process is still writing.
            ArchiveError: the archive was opened read-only, its disk is full or it is damaged.
        """
        if self.read_only:
            raise ArchiveError("the archive was opened for reading only", self.where, "Open it for writing.")
        with self._lock:
            self._set_timeout(self._timeout if wait else 0)
            try:
                with self._transaction("BEGIN IMMEDIATE") as connection:
                    yield connection
            finally:
                self._set_timeout(self._timeout)

    def _set_timeout(self, seconds: float) -> None:
        with self.errors():
            self._sqlite.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, self.errors():
            self._sqlite.execute(begin)
            try:
                yield self._sqlite
                self._sqlite.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself after some errors (a full disk is one).
                if self._sqlite.in_transaction:
                    self._sqlite.execute("ROLLBACK")
                raise

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turns `sqlite3.Error` into `ArchiveError`."""
        try:
            yield
        except sqlite3.Error as error:
            raise explain(error, self.path) from error


def _connect(path: Path, read_only: bool, timeout: float) -> sqlite3.Connection:
    def opened(options: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(os.path.abspath(path))}?{options}",
            uri=True,
            timeout=timeout,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    if not read_only:
        return opened("mode=rwc")
    try:
        return opened("mode=ro")
    except sqlite3.OperationalError as error:
        # WAL needs a shared-memory file beside the archive. Where none can be made (a read-only disk) nobody writes
        # either, so the file may be read as it is, unless a log with unmerged pages lies beside it.
        log = path.with_name(path.name + "-wal")
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or log.exists():
            raise
        return opened("mode=ro&immutable=1")


def _use_wal(connection: sqlite3.Connection, timeout: float) -> None:
    """Switch to WAL. SQLite does not wait when two processes do so at once, hence the loop."""
    give_up = time.monotonic() + timeout
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)


def explain(error: sqlite3.Error, path: Path) -> ArchiveError:
    """SQLite's error as one that says what is wrong, where, and what to do."""
    # Errors of the sqlite3 module's own (a closed connection) carry no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    primary = code & 0xFF
    where = str(path)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy("another process is writing to the archive", where, "Try again when it has finished.")
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _disk_is_full(path)):
        return ArchiveError(
            "the disk is full", where, "Make room and do the same again: what was stored is kept, the rest is added."
        )
    if primary == sqlite3.SQLITE_NOTADB:
        return ArchiveError("this file is not a database", where, _NAME_ANOTHER)
    if primary == sqlite3.SQLITE_CORRUPT:
        return ArchiveError(
            f"the archive is damaged ({error})", where, "Restore it from a copy, or make it anew from the documents."
        )
    if primary == sqlite3.SQLITE_READONLY:
        return ArchiveError("the archive cannot be written to", where, "Check the rights to the file and its folder.")
    if primary == sqlite3.SQLITE_CANTOPEN:
        return ArchiveError(
            "the archive cannot be opened", where, "Check that its folder exists and that you may write to it."
        )
    if primary == sqlite3.SQLITE_IOERR:
        return ArchiveError(f"the disk failed ({error})", where, "Check the disk, then try again.")
    return ArchiveError(f"the archive cannot be used ({error})", where, "Make it anew from the documents.")


def _disk_is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free < _FULL_BELOW
    except OSError:
        return False
