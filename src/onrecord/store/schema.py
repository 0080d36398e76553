"""The archive's schema: its versions, and how a file of an older version becomes one of the current.

Version n is what the first n scripts in `migrations/` make. A script that has been released never changes. The version
stands in the file's header (`PRAGMA user_version`), as does the mark that the file is ours (`PRAGMA application_id`),
so both can be told from any program and change in the same transaction as the tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from onrecord.errors import ArchiveError

APPLICATION_ID = 0x6F6E7263
"""`onrc` in ASCII, at byte 68 of the file."""


@cache
def migrations() -> tuple[str, ...]:
    """The SQL scripts in order; the current version is their number."""
    folder = resources.files("onrecord.store") / "migrations"
    scripts = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(f.read_text(encoding="utf-8") for f in scripts)


def version_of(connection: sqlite3.Connection) -> int | None:
    """The version of an archive; 0 for an empty database; None for a database of something else."""
    # In one transaction: another process that makes the archive between two of these questions would leave a file that
    # has tables, but no mark of ours.
    alone = not connection.in_transaction
    if alone:
        connection.execute("BEGIN")
    try:
        application: int = connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    finally:
        if alone and connection.in_transaction:
            connection.execute("ROLLBACK")
    if application == APPLICATION_ID:
        return version
    return 0 if application == version == tables == 0 else None


def check(connection: sqlite3.Connection, where: str, current: int) -> int:
    """The version of the database, at most `current`.

    Raises:
        ArchiveError: it is not an archive, or a newer onrecord made it.
    """
    version = version_of(connection)
    if version is None:
        raise ArchiveError(
            "this is a database of another program",
            where,
            "Name an onrecord archive, or a file that does not exist yet.",
        )
    if version > current:
        raise ArchiveError(
            f"this archive was made by a newer onrecord (its version is {version}, this onrecord knows {current})",
            where,
            "Update onrecord: pip install --upgrade onrecord",
        )
    return version


def upgrade(connection: sqlite3.Connection, where: str, scripts: Sequence[str]) -> None:
    """Bring a database to the version that `scripts` make, all steps in one transaction.

    The version is read again under the write lock: another process may have been faster.

    Raises:
        ArchiveError: it is not an archive, or a newer onrecord made it.
        sqlite3.Error: a script failed; the database is as it was.
    """
    if check(connection, where, len(scripts)) == len(scripts):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in scripts[check(connection, where, len(scripts)) :]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(scripts)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script. (`executescript` would commit the transaction that holds them together.)"""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
