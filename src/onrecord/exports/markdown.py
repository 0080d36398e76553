"""A record as Markdown (CommonMark), to be pasted into a report or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.exports.outline import Line, outline, quoted
from onrecord.types import Document, Record

# All that CommonMark gives a meaning in running text; documents come from strangers, so none of it may act.
_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~&!])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])")


def to_markdown(record: Record, documents: Sequence[Document]) -> bytes:
    """The outline of a record with quotes and the addresses of its documents."""
    shown = outline(record)
    parts = [f"# {_plain(shown.title)}", " · ".join(map(_plain, shown.facts))]
    if shown.short:
        parts.append(f"**{' · '.join(map(_plain, shown.short))}**")
    for section in shown.sections:
        parts.append(f"## {section.title}")
        parts.append("\n".join(text for line in section.lines for text in _lines(line)))
    links = [
        f"[{number}]: <{line.url}>"
        for number, line in enumerate(record.documents, 1)
        if line.url and re.fullmatch(r"https?://[^\s<>\\]+", line.url)
    ]
    if links:
        parts.append("\n".join(links))
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _lines(line: Line) -> Iterable[str]:
    indent = "    " * line.level
    lead = line.lead if line.lead.startswith("[") else f"**{_plain(line.lead)}**" if line.lead else ""
    words = [lead, _plain(line.text)]
    if line.state:
        words.append(f"**({_plain(line.state)})**")
    if line.note:
        words.append(f"*{_plain(line.note)}*")
    words += [f"[{number}]" for number in line.documents]
    yield f"{indent}- {' '.join(filter(None, words))}"
    if line.quote:
        yield f"{indent}  {_plain(quoted(line.quote))}"


def _plain(text: str) -> str:
    return _AT_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", " ".join(text.split())))
