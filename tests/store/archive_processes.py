"""Real processes for the archive's tests, and a dump of everything that a file holds."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError

# Forked children start in milliseconds and have the documents in memory already.
_FORK = multiprocessing.get_context("fork")
NOBODY = 65534


class Running:
    """A call that runs in a process of its own."""

    def __init__(self, call: Callable[..., Any], *arguments: Any, unprivileged: bool = False) -> None:
        self._answers, theirs = _FORK.Pipe(duplex=False)
        self.process: BaseProcess = _FORK.Process(target=_run, args=(theirs, unprivileged, call, arguments))
        self.process.start()
        theirs.close()

    def result(self, timeout: float = 60) -> Any:
        """What the call returned, or the text of the OnrecordError that it raised."""
        assert self._answers.poll(timeout), "no answer in time"
        answer = self._answers.recv()
        self.process.join(timeout)
        return answer


def _run(answers: Connection, unprivileged: bool, call: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    if unprivileged and os.getuid() == 0:
        os.setuid(NOBODY)
    try:
        answers.send(call(*arguments))
    except OnrecordError as error:
        answers.send(str(error))


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, those of the full-text index among them."""
    connection = sqlite3.connect(path)
    try:
        tables = [
            name
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if not sql.startswith("CREATE VIRTUAL")
        ]
        return {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}
    finally:
        connection.close()


def index_agrees(path: Path) -> bool:
    """Whether the full-text index is that of the stored blocks (FTS5's own check, against the content)."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return True
