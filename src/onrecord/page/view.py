"""A record arranged for a reader: names for ids, numbers for documents, groups for lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from onrecord.exports.outline import in_short
from onrecord.exports.told_once import told_by_others
from onrecord.exports.wording import is_contested, is_sure, names_its_holder, repeats
from onrecord.page.diff import Piece, word_diff
from onrecord.page.highlight import ShownBlock, show_blocks
from onrecord.types import (
    Comparison,
    Deadline,
    Document,
    Evidence,
    Outlook,
    Record,
    RecordStatement,
    Row,
    Span,
    TimelineEntry,
)

EVENT_WORDS = {"asserted": "", "alleged": "alleged", "denied": "denied", "planned": "planned", "possible": "possible",
               "negated": "did not happen"}


@dataclass(frozen=True, slots=True)
class Ref:
    """One quotation: the number of its document on the page, its span and its words.

    `label` is the number, with a letter where the line quotes the document more than once.
    """

    number: int
    label: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document on the page."""

    number: int
    document: Document
    label: str
    published: str | None
    dated_by: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One line of a comparison; a side that is absent has no pieces."""

    op: str
    touches: tuple[str, ...]
    a: tuple[Piece, ...]
    b: tuple[Piece, ...]
    a_span: Span | None
    b_span: Span | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """Two editions side by side."""

    a: Document
    b: Document
    a_label: str
    b_label: str
    a_number: int | None
    b_number: int | None
    relation: str
    a_in_b: float
    b_in_a: float
    rows: tuple[ShownRow, ...]

    def count(self, op: str) -> int:
        """How many rows have this op."""
        return sum(row.op == op for row in self.rows)


BASIS_WORDS = {"block": "date line", "metadata": "page metadata", "given": "given with the input",
               "inferred": "inferred from another edition"}


_LITTLE_MORE = 1.3


def label_of(document: Document) -> str:
    """A short name for a document: its outlet, else its file."""
    return document.outlet or document.source.name.rsplit("/", 1)[-1]


class RecordView:
    """Look-ups that the templates use; holds no state beyond the record and its documents."""

    def __init__(self, record: Record, documents: Sequence[Document], comparisons: Sequence[Comparison] = ()) -> None:
        self.record = record
        by_id = {d.id: d for d in documents}
        order = [line.id for line in record.documents if line.id in by_id]
        self.numbers = {name: n for n, name in enumerate(order, 1)}
        self.names = {p.id: p.name for p in record.parties}
        spans: dict[str, list[Span]] = {name: [] for name in order}
        for item in evidence_of(record):
            if item.document in spans:
                spans[item.document].append((item.start, item.end))
        lines = {line.id: line for line in record.documents}
        self.documents = tuple(
            ShownDocument(
                number=self.numbers[name],
                document=by_id[name],
                label=label_of(by_id[name]),
                published=lines[name].published,
                dated_by=self._dated_by(lines[name].published_basis, lines[name].published_from),
                blocks=show_blocks(by_id[name], spans[name]),
            )
            for name in order
        )
        self.comparisons = tuple(
            show_comparison(c, by_id[c.a], by_id[c.b], self.numbers)
            for c in comparisons
            if c.a in by_id and c.b in by_id
        )
        self.statement_groups = self._group_statements(filter(is_sure, record.statements))
        self.unsure_groups = self._group_statements(filterfalse(is_sure, record.statements))
        self.disputed = tuple(c for c in record.claims if is_contested(c))
        self.undisputed = tuple(c for c in record.claims if c not in self.disputed)
        self.short = in_short(record)
        self._demands = {d.id: d for d in record.demands}
        self._events = {e.id: e for e in record.events}

    def _dated_by(self, basis: str | None, other: str | None) -> str:
        words = BASIS_WORDS.get(basis or "", "")
        return f"inferred from [{self.numbers[other]}]" if other in self.numbers else words

    def due_for(self, deadline: Deadline) -> str:
        """What has to be done by then."""
        wanted = self._demands.get(deadline.for_ or "")
        return wanted.what if wanted else deadline.text

    def reality(self, entry: TimelineEntry) -> str:
        """In what way an entry is not simply told as so: alleged, planned, …; empty if it is."""
        event = self._events.get(entry.event or "")
        return EVENT_WORDS[event.reality] if event else ""

    def name(self, party: str | None) -> str:
        """A party's name; a name that is no party id stands for itself."""
        return self.names.get(party, party) if party else ""

    def names_of(self, parties: Iterable[str]) -> str:
        """Several parties as one phrase."""
        names = [self.name(p) for p in parties]
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else "somebody"

    def refs(self, evidence: Iterable[Evidence]) -> tuple[Ref, ...]:
        """Quotations of documents that are on the page, in the documents' order."""
        known = (e for e in evidence if e.document in self.numbers)
        found = sorted({(self.numbers[e.document], e.start, e.end, e.quote) for e in known})
        total = Counter(number for number, *_ in found)
        seen: Counter[int] = Counter()
        refs = []
        for number, start, end, quote in found:
            letter = chr(ord("a") + seen[number] % 26) if total[number] > 1 else ""
            seen[number] += 1
            refs.append(Ref(number, f"{number}{letter}", start, end, quote))
        return tuple(refs)

    def names_its_holder(self, outlook: Outlook) -> bool:
        """Whether an outlook's line names whose view it is."""
        holder = self.name(outlook.holder)
        return bool(holder) and names_its_holder(holder, outlook.text)

    def is_told(self, text: str, evidence: Sequence[Evidence]) -> bool:
        """Whether a line's text is made of the words of its first quotation on the page, which has little more."""
        found = self.refs(evidence)
        return bool(found) and repeats(text, found[0].quote) and len(found[0].quote) <= _LITTLE_MORE * len(text)

    def _group_statements(
        self, statements: Iterable[RecordStatement]
    ) -> tuple[tuple[str, tuple[RecordStatement, ...]], ...]:
        groups: dict[str, list[RecordStatement]] = {}
        again = told_by_others(self.record.statements)
        for statement in (s for s in statements if s.id not in again):
            who = self.name(statement.source) or statement.source_text or "nobody named"
            groups.setdefault(who, []).append(statement)
        return tuple((who, tuple(items)) for who, items in groups.items())


def evidence_of(record: Record) -> Iterable[Evidence]:
    """The quotations that the record rests on, as far as the page shows what they are for."""
    lists = (record.parties, record.timeline, record.statements, record.claims, record.demands,
             record.deadlines, record.outlooks, record.background, record.questions)
    for items in lists:
        for item in items:
            yield from item.evidence
    for event in record.events:
        # The page shows no list of them: a word that only tells one again leads nowhere.
        yield from (e for e in event.evidence if len(e.quote.split()) > 1)
    for outlook in record.outlooks:
        yield from outlook.outcome_evidence
    yield from (claim.context for claim in record.claims if claim.context is not None)
    for demand in record.demands:
        for answer in demand.answers:
            yield from answer.evidence
    for drift in record.drift:
        yield drift.summary
        yield drift.body


def show_comparison(comparison: Comparison, a: Document, b: Document, numbers: dict[str, int]) -> ShownComparison:
    """A comparison with its words."""
    return ShownComparison(
        a=a, b=b, a_label=label_of(a), b_label=label_of(b), a_number=numbers.get(a.id), b_number=numbers.get(b.id),
        relation=comparison.relation, a_in_b=comparison.a_in_b, b_in_a=comparison.b_in_a,
        rows=tuple(_show_row(row, a, b) for row in comparison.rows),
    )


def _show_row(row: Row, a: Document, b: Document) -> ShownRow:
    left, right = a.quote(row.a) if row.a else "", b.quote(row.b) if row.b else ""
    if row.op == "reworded" or (row.op == "moved" and left != right):
        pieces = word_diff(left, right)
    else:
        pieces = tuple((Piece(side, row.op in ("added", "dropped")),) if side else () for side in (left, right))  # type: ignore[assignment]
    return ShownRow(row.op, row.touches, pieces[0], pieces[1], row.a, row.b, row.note)
