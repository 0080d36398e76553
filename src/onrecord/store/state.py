"""What the archive remembers about itself, by name."""

from __future__ import annotations

import sqlite3

from onrecord.version import __version__

DOCUMENTS = "documents"
"""Digest of all documents and annotations: the sum of their digests modulo 2^256, as hex. A sum does not depend on the
order in which documents came, and changes without looking at the others."""

DERIVED = "derived"
"""What the stored reports and stories were made from; they hold good while it equals `made_from`."""


def get(connection: sqlite3.Connection, name: str) -> str | None:
    """The value, or None."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if row is None else row[0]


def put(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set the value."""
    connection.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", (name, value))


def made_from(connection: sqlite3.Connection) -> str:
    """What reports and stories follow from: all documents, and the version of the stages that derive them."""
    return f"{get(connection, DOCUMENTS) or 'none'} onrecord {__version__}"
