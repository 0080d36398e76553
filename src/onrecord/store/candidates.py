"""The candidate index beside an archive: opened where it agrees with the archive, made anew where it does not.

The archive says in its state what the index must have seen; the index's folder says what it has seen, last and before
that. The index is committed before the archive is, so after a kill in between it has seen too much, which does no harm:
those documents are still pending, and adding them again replaces them. Anything else (no index, one of another archive
or of an older state) is a reason to make it anew.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection as Sqlite

from onrecord.editions.fingerprints import fingerprints
from onrecord.errors import ArchiveError
from onrecord.scale import CandidateIndex
from onrecord.scale.manifest import Locked
from onrecord.store import documents as stored
from onrecord.store import state

SEEN = "candidates"
"""In the archive's state: a digest of the batches that the index has seen."""
_FILE = "seen.json"
_REBUILD = 2000
"""Documents that are held in memory at once while the index is made anew."""


def folder_of(archive: Path) -> Path:
    """Where the index of an archive lies."""
    return archive.with_name(archive.name + ".index")


def opened(sqlite: Sqlite, folder: Path) -> CandidateIndex:
    """The index of an archive, open to write, with all documents that are described.

    Args:
        sqlite: the archive, in a write transaction, so that nobody else writes to the index.
        folder: of the index.

    Raises:
        ArchiveError: it cannot be written.
    """
    try:
        seen = state.get(sqlite, SEEN)
        if seen is not None and seen in _seen(folder):
            try:
                return CandidateIndex(folder)
            except Locked:
                raise
            except ArchiveError:
                # Damaged, or of another version: nothing in it that cannot be made again.
                pass
        return _made_anew(sqlite, folder)
    except OSError as error:
        raise ArchiveError(
            f"the candidate index cannot be written: {error.strerror}", str(folder),
            "Make room, or let this user write there.",
        ) from error


def committed(sqlite: Sqlite, folder: Path, index: CandidateIndex, batch: Iterable[str]) -> None:
    """Make safe what was added to the index, and note in the archive's transaction what it has seen.

    Args:
        sqlite: the archive, in the transaction that describes the documents.
        folder: of the index.
        index: with the documents added.
        batch: their digests.
    """
    before = state.get(sqlite, SEEN) or ""
    seen = hashlib.sha256("\n".join([before, *batch]).encode()).hexdigest()
    index.commit()
    _note(folder, [before, seen])
    state.put(sqlite, SEEN, seen)


def _made_anew(sqlite: Sqlite, folder: Path) -> CandidateIndex:
    shutil.rmtree(folder, ignore_errors=True)
    index = CandidateIndex(folder)
    keys = [key for (key,) in sqlite.execute("SELECT document_key FROM described ORDER BY document_key")]
    for first in range(0, len(keys), _REBUILD):
        documents = stored.load_keys(sqlite, keys[first : first + _REBUILD])
        index.add(fingerprints(documents[key].document for key in sorted(documents)))
    index.commit()
    _note(folder, [state.get(sqlite, SEEN) or ""])
    return index


def _seen(folder: Path) -> list[str]:
    try:
        value = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return value if isinstance(value, list) else []


def _note(folder: Path, seen: list[str]) -> None:
    new = folder / (_FILE + ".new")
    new.write_text(json.dumps(seen), encoding="utf-8")
    new.replace(folder / _FILE)
