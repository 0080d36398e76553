"""Exports: a record in other forms, one file per format.

`FORMATS` maps a format's name to a function from a record and its documents to bytes. The same record gives the same
bytes, archives and calendars included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.exports.calendar import to_calendar
from onrecord.exports.json import to_json
from onrecord.exports.markdown import to_markdown
from onrecord.exports.tables import to_tables
from onrecord.types import Document, Record

__all__ = ["FORMATS", "Export"]

Export = Callable[[Record, Sequence[Document]], bytes]

FORMATS: Mapping[str, Export] = {
    "json": to_json,
    "markdown": to_markdown,
    "csv": to_tables,
    "ics": to_calendar,
}
