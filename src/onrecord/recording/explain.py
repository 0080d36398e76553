"""From an item of a record back to characters: which words, in which block of which source, read by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.annotation.event_readings import IN_DOUBT
from onrecord.recording.passages import outermost
from onrecord.types import Annotated, Block, Evidence, Record, Span

ITEM_LISTS = (
    "parties", "timeline", "events", "statements", "claims", "demands", "deadlines", "outlooks", "background",
    "questions", "drift",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An annotation that covers some of the quoted words: what it is, by which rule, how sure, and its own words."""

    kind: str
    text: str
    rule: str | None
    confidence: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class Ground:
    """One quotation that an item rests on, and the way to it from the source.

    `block` is the kind of the block that holds it, `place` that block's address in the source (an XPath, or an RFC 5147
    fragment), `source` the file or address that was read, `sha256` that of its bytes.
    """

    evidence: Evidence
    block: str | None
    place: str | None
    source: str
    sha256: str
    makers: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An item, the rule that made it, and its grounds."""

    list: str
    item: Any
    rule: str | None
    grounds: tuple[Ground, ...]


def names_of(record: Record) -> Iterator[tuple[str, str, Any]]:
    """(name, list, item) of every item: its id where it has one, else the list and a number from 1 (`drift:2`)."""
    for name in ITEM_LISTS:
        for number, item in enumerate(getattr(record, name), 1):
            yield getattr(item, "id", None) or f"{name}:{number}", name, item


def explain(record: Record, documents: Sequence[Annotated], name: str) -> Explanation | None:
    """The path from characters to one item of the record.

    Args:
        record: a record.
        documents: the documents that it was made of.
        name: the item's id, or its list and number (`drift:2`).

    Returns:
        The explanation, or None if the record has no such item.
    """
    by_id = {a.document.id: a for a in documents}
    for known, list_name, item in names_of(record):
        if known == name:
            evidence = [item.summary, item.body] if list_name == "drift" else list(outermost(item.evidence))
            evidence += [e for answer in getattr(item, "answers", ()) for e in answer.evidence]
            evidence += [context] if (context := getattr(item, "context", None)) is not None else []
            grounds = tuple(_ground(by_id[e.document], e) for e in evidence if e.document in by_id)
            return Explanation(list_name, item, getattr(item, "rule", None), grounds)
    return None


def _ground(annotated: Annotated, evidence: Evidence) -> Ground:
    document, annotations = annotated.document, annotated.annotations
    block = _block_at(document.blocks, evidence.start)
    return Ground(
        evidence=evidence,
        block=block.kind if block else None,
        place=block.place if block else None,
        source=document.source.name,
        sha256=document.source.sha256,
        makers=tuple(m for m in (document.maker, annotations.maker) if m),
        findings=tuple(_findings(annotated, (evidence.start, evidence.end))),
    )


def _block_at(blocks: Sequence[Block], position: int) -> Block | None:
    return next((b for b in blocks if b.start <= position < b.end), None)


def _findings(annotated: Annotated, span: Span) -> Iterator[Finding]:
    document, found = annotated.document, annotated.annotations
    names = {p.id: p.name for p in found.parties}
    for m in found.mentions:
        if _meet(span, (m.start, m.end)):
            party = f" = {names[m.party]}" if m.party in names else ""
            text = f"{document.text[m.start : m.end]}{party} ({m.kind})"
            yield Finding("mention", text, None, None, (m.start, m.end))
    for t in found.times:
        if _meet(span, (t.start, t.end)):
            how = f" by {t.basis}" if t.basis else ""
            text = f"{document.text[t.start : t.end]} = {t.value or 'not known'}{how}"
            yield Finding("time", text, t.rule, None, (t.start, t.end))
    for s in found.statements:
        place = next((x for x in s.cue if _meet(span, x)), None)
        if place:
            who = " ".join(document.quote(x) for x in s.source) or "nobody named"
            yield Finding("statement", f"{who} {s.stance}", s.rule, s.confidence, place)
    for e in found.events:
        if e.confidence > IN_DOUBT and _meet(span, e.trigger):
            text = f"{document.quote(e.trigger)} ({e.type or 'no type'}, {e.reality})"
            yield Finding("event", text, e.rule, e.confidence, e.trigger)


def _meet(a: Span, b: Span) -> bool:
    return max(a[0], b[0]) < min(a[1], b[1])
