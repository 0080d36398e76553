"""What the input itself says about a document, before its content is looked at."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from onrecord.types import Source

_EXTENSIONS = re.compile(r"\.(gz|html?|xhtml|txt|md|json|jsonl|ndjson|csv|tsv|eml)(?=\.|$|#)", re.I)


@dataclass(frozen=True, slots=True)
class Given:
    """What came with the bytes: fields of a JSON line or CSV row, headers of a message, the file's name.

    A field that is given wins over anything that is found in the content. `id` is the document's id.
    """

    id: str
    source: Source
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


def document_id(name: str, content: bytes) -> str:
    """The id of a document that came without one: its file's name, readable, and eight hex digits of its content.

    Equal bytes under the same file name are the same document wherever the file lies; the same text under another
    name, or another text under the same name, is another document.
    """
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = _EXTENSIONS.sub("", base)
    slug = re.sub(r"[^\w.#-]+", "-", stem).strip("-.")[:60] or "document"
    return f"{slug}-{hashlib.sha256(content).hexdigest()[:8]}"
