"""The deadlines of a record as an iCalendar file (RFC 5545): a day for each due time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.types import Deadline, Document, Record

_LINE_OCTETS = 75  # RFC 5545, section 3.1


def to_calendar(record: Record, documents: Sequence[Document]) -> bytes:
    """The deadlines whose due day is known. The stamp is the record's date, not the clock's."""
    names = {party.id: party.name for party in record.parties}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onrecord//record//EN"]
    for deadline in record.deadlines:
        day = _day(deadline.due)
        if day is not None:
            lines += _event(deadline, day, record, names)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8")


def _event(deadline: Deadline, day: date, record: Record, names: dict[str, str]) -> list[str]:
    stamp = _day(record.story.as_of) or day
    identity = hashlib.sha256(f"{record.story.id}\n{deadline.id}".encode()).hexdigest()[:32]
    setters, subjects = (", ".join(names.get(p, p) for p in ids) for ids in (deadline.set_by, deadline.on))
    who = " to ".join(filter(None, (setters, subjects))) or "Deadline"
    quotes = [f"“{' '.join(e.quote.split())}” ({e.document})" for e in deadline.evidence]
    return [
        "BEGIN:VEVENT",
        f"UID:{identity}@onrecord",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{who}: {deadline.text}' if deadline.text else who)} ({deadline.state})",
        f"DESCRIPTION:{_escaped(chr(10).join(quotes))}",
        "END:VEVENT",
    ]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> str:
    """The line broken so that no part has more than 75 octets and no character is cut."""
    parts, size = [""], 0
    for character in line:
        width = len(character.encode("utf-8"))
        if size + width > _LINE_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += width
    return "\r\n".join(parts)
