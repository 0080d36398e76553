"""Files that commands write."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from onrecord.errors import OnrecordError


def require_folder(path: Path) -> None:
    """Refuse a file that cannot be written because its folder does not exist, before the work for it is done.

    Raises:
        OnrecordError: if so.
    """
    if not path.parent.is_dir():
        raise OnrecordError("cannot be written (no such folder)", str(path), "Make the folder or choose another place.")


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; `-` is standard output.

    Raises:
        OnrecordError: if it cannot be written.
    """
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():
            # A device such as /dev/stdout is written to, not replaced.
            path.write_bytes(content)
            return
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise OnrecordError(f"cannot be written ({reason})", str(path), "Choose another place.") from None
