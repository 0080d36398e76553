"""Which files an input names: itself, or those below a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import Problem
from onrecord.limits import Limits

# What browsers, scripts and mail programs lay beside pages and texts. It is never the document, so a folder is read
# without a word about it; anything else that turns out to be no document is reported.
_BESIDE_DOCUMENTS = re.compile(
    r"\.(?:css|m?js|map|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|m4a|ogg|wav|webm|mov|avi|vtt)$",
    re.I,
)


def files_of(name: str, limits: Limits) -> Iterator[tuple[Path, str] | Problem]:
    """The files that an input names, each with its name as given.

    A folder is walked in the order of the names. Left out: hidden files and folders (a leading dot), pictures, styles,
    scripts, fonts, sound and film, and the companion folder that browsers save beside a page (`Page_files` beside
    `Page.html`). A folder reached twice through links is read once.
    """
    path = Path(name)
    if path.is_dir():
        yield from _walk(path, name, limits.file_depth, set())
    else:
        yield path, name


def _walk(folder: Path, name: str, depth: int, seen: set[tuple[int, int]]) -> Iterator[tuple[Path, str] | Problem]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as found:
            entries = sorted((e.name, e.is_dir()) for e in found if not e.name.startswith("."))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield Problem(f"the folder cannot be read ({reason})", name, "Check its permissions.")
        return
    names = {entry for entry, _ in entries}
    for entry, is_folder in entries:
        below = f"{name.rstrip('/')}/{entry}" if name != "/" else f"/{entry}"
        if not is_folder:
            if not _BESIDE_DOCUMENTS.search(entry):
                yield folder / entry, below
        elif _is_companion(entry, names):
            continue
        elif depth <= 1:
            yield Problem("folders are nested too deeply", below, "Give this folder itself as an input.")
        else:
            yield from _walk(folder / entry, below, depth - 1, seen)


def _is_companion(folder: str, names: set[str]) -> bool:
    stem = folder.removesuffix("_files")
    return stem != folder and not names.isdisjoint((f"{stem}.html", f"{stem}.htm", f"{stem}.xhtml"))
