"""Makes records of short invented texts, through the annotator, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.recording import make_record
from onrecord.types import Annotated, Block, BlockKind, Document, Evidence, Record, Report, Source


def document(text: str, *, id: str = "a", published: str | None = "2024-05-08") -> Annotated:
    """A document whose lines are paragraphs; a line that begins with `# ` is the title, with `* ` a key point."""
    blocks: list[Block] = []
    at, title = 0, None
    for line in text.split("\n"):
        kind: BlockKind = "title" if line.startswith("# ") else "summary" if line.startswith("* ") else "paragraph"
        start = at + (0 if kind == "paragraph" else 2)
        if line.strip():
            blocks.append(Block(kind, start, at + len(line)))
        title = line[2:] if kind == "title" else title
        at += len(line) + 1
    basis = None if published is None else "given"
    return annotate(
        Document(
            id, text, tuple(blocks), Source(id, "text/plain", "0"), title, published=published, published_basis=basis
        ),
        RuleAnnotator(),
    )


def record_of(text: str, *, published: str | None = "2024-05-08", as_of: str | None = None) -> Record:
    """The record of one text."""
    return make_record([document(text, published=published)], [], as_of=as_of)


def record_of_copies(*texts: str, published: Iterable[str | None], as_of: str | None = None) -> Record:
    """The record of texts that are copies of one report; their ids are a, b, c …"""
    documents = [
        document(t, id=chr(ord("a") + n), published=p) for n, (t, p) in enumerate(zip(texts, published, strict=True))
    ]
    report = Report("r1", tuple(d.document.id for d in documents))
    return make_record(documents, [report], as_of=as_of)


def names(record: Record, ids: Iterable[str]) -> list[str]:
    """The names of parties."""
    by_id = {p.id: p.name for p in record.parties}
    return [by_id[i] for i in ids]


Wanted = tuple[list[str], list[str], str]
"""Who wants, of whom, what."""
KindWanted = tuple[str, list[str], list[str], str]
"""The kind of a demand, who wants, of whom, what."""


def wanted_in(text: str) -> list[Wanted]:
    """The demands of a text."""
    return [row[1:] for row in kinds_wanted_in(text)]


def kinds_wanted_in(text: str) -> list[KindWanted]:
    """The demands of a text with their kinds."""
    record = record_of(text)
    return [(d.kind, names(record, d.by), names(record, d.to), d.what) for d in record.demands]


def all_evidence(record: Record) -> list[Evidence]:
    """Every piece of evidence of a record."""
    found: list[Evidence] = []
    for items in (
        record.parties,
        record.timeline,
        record.events,
        record.statements,
        record.claims,
        record.demands,
        record.deadlines,
        record.outlooks,
        record.background,
        record.questions,
    ):
        for item in items:
            found.extend(item.evidence)
    found.extend(e for d in record.demands for a in d.answers for e in a.evidence)
    found.extend(e for d in record.drift for e in (d.summary, d.body))
    return found
