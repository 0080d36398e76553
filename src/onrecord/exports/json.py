"""The record's JSON form, indented for reading."""

from __future__ import annotations

import json
from collections.abc import Sequence

from onrecord.types import Document, Record, as_json


def to_json(record: Record, documents: Sequence[Document]) -> bytes:
    """The record as JSON; the documents are named in it, their texts are not part of it."""
    return (json.dumps(as_json(record), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
