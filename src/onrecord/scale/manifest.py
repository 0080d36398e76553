"""The manifest of a candidate index: which files belong to it. It is replaced whole, so there is always one."""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from onrecord.editions.fingerprints import SAMPLING, SENTENCE_WORDS
from onrecord.editions.words import SHINGLE_WORDS
from onrecord.errors import ArchiveError

MANIFEST = "manifest.json"
LOCK = "lock"
_FORMAT = 1
_SETTINGS = {"sampling": SAMPLING, "shingle_words": SHINGLE_WORDS, "sentence_words": SENTENCE_WORDS}
_AGAIN = "Delete the index's folder and build it again from the documents."


class Locked(ArchiveError):
    """Another process writes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment's file with its number of documents and checksum, and the places of those that are dead by now."""

    file: str
    documents: int
    checksum: int
    dead: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The segments of an index, oldest first. `version` counts how often it was replaced."""

    version: int = 0
    entries: tuple[Entry, ...] = ()


def read(folder: Path) -> Manifest:
    """The present manifest; an empty one if there is none yet.

    Raises:
        ArchiveError: it is damaged, or made with other settings or by a newer version.
    """
    path = folder / MANIFEST
    try:
        value = json.loads(path.read_bytes())
        content = value["content"]
        if value["checksum"] != zlib.crc32(_encoded(content)):
            raise ValueError
    except FileNotFoundError:
        return Manifest()
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError("the list of this index's files is damaged", str(path), _AGAIN) from error
    if content["format"] != _FORMAT or content["settings"] != _SETTINGS:
        raise ArchiveError("this index was made by another version of onrecord", str(path), _AGAIN)
    entries = (Entry(e["file"], e["documents"], e["checksum"], tuple(e["dead"])) for e in content["entries"])
    return Manifest(content["version"], tuple(entries))


def replace(folder: Path, manifest: Manifest) -> None:
    """Make this the present manifest: from one moment to the next, and safe on disk when this returns."""
    content = {"format": _FORMAT, "settings": _SETTINGS, **asdict(manifest)}
    # As it will be read: JSON has lists where the values have tuples.
    content = json.loads(_encoded(content))
    new = folder / (MANIFEST + ".new")
    with new.open("wb") as file:
        file.write(_encoded({"content": content, "checksum": zlib.crc32(_encoded(content))}))
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / MANIFEST)
    sync(folder)


def _encoded(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def sync(folder: Path) -> None:
    """Make the names in a folder safe on disk, where the system lets folders be synced."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Be the only writer. The system lets go of the lock when the process ends, however it ends.

    Raises:
        Locked: another process writes.
    """
    with (folder / LOCK).open("a+b") as file:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Locked(
                "another process writes to this candidate index", str(folder), "Wait until it is done, or open to read."
            ) from error
        yield
