"""A record arranged for a reader: sections of lines, names instead of ids, numbers for documents.

The terminal and the Markdown export print the same outline.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import filterfalse
from typing import Literal

from onrecord.exports.told_once import told_by_others
from onrecord.exports.wording import claimed, is_contested, is_sure, names_its_holder, repeats, said
from onrecord.types import (
    Answer,
    AnswerKind,
    Claim,
    Deadline,
    Demand,
    DemandKind,
    DocumentLine,
    Evidence,
    Record,
    RecordEvent,
    RecordStatement,
    TimelineEntry,
)

Tone = Literal["settled", "refused", "open", "plain"]

_TONES: dict[str, Tone] = {
    "accepted": "settled", "met": "settled", "corroborated": "settled", "confirms": "settled", "accepts": "settled",
    "came true": "settled", "did not": "refused",
    "rejected": "refused", "expired": "refused", "denied": "refused", "retracted": "refused", "denies": "refused",
    "rejects": "refused", "pending": "open", "partly": "open", "extended": "open", "unclear": "open",
    "disputed": "open", "withdrawn": "open", "counters": "open",
}  # fmt: skip

_WANTS: dict[DemandKind, tuple[str, str]] = {
    "demand": ("{by} demands of {to}", "{by} demand of {to}"),
    "request": ("{by} asks of {to}", "{by} ask of {to}"),
    "condition": ("{by} sets {to} a condition", "{by} set {to} a condition"),
    "offer": ("{by} offers {to}", "{by} offer {to}"),
}
"""For one who wants it, and for several or a group."""
_ANSWERS: dict[AnswerKind, str] = {
    "accepts": "accepted by", "rejects": "rejected by", "counters": "countered by", "partly": "accepted in part by",
    "unclear": "answered unclearly by",
}  # fmt: skip
_SOMEBODY = "somebody"
_BULLET = re.compile(r"\A[•*·-]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a lead (a date, or nothing), the text, a state, and what it rests on.

    `documents` are the numbers of the documents that have it, `quote` the exact words where the text does not repeat
    them. A line belongs to the line of a lower level above it. A `detail` may be left out of a short view.
    """

    text: str
    lead: str = ""
    state: str = ""
    tone: Tone = "plain"
    note: str = ""
    documents: tuple[int, ...] = ()
    quote: str | None = None
    level: int = 0
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A record for a reader, what matters most on top."""

    title: str
    facts: tuple[str, ...]
    short: tuple[str, ...]
    sections: tuple[Section, ...]


UNTITLED = "Without a title"
BEFORE = "just before it"
"""Leads the words before a claim that does not tell itself of whom or of what it speaks."""
STATE_OF_PLAY = ("Who wants what", "What is due", "What is disputed")
TIMELINE = "Timeline"
STATEMENTS = "Who says what"
UNSURE = "Who may say what"
"""Statements that are rather none, or somebody else's."""


def _is_plural(name: str) -> bool:
    """Whether a group's name is a plural by its noun: `dockers of the port`, not `a group of dockers`."""
    words = name.lower().split()
    head = next((words[n - 1] for n, w in enumerate(words) if n and w in _HANGING), words[-1] if words else "")
    return head in ("people", "men", "women", "police") or (head.endswith("s") and not head.endswith("ss"))


_HANGING = frozenset({"of", "in", "at", "for", "from", "on", "with"})


_OPEN_FIRST = ("pending", "disputed", "unclear", "extended", "partly")
"""States that come first where they are counted: what is still open is the news."""


def in_short(record: Record) -> tuple[tuple[str, str], ...]:
    """The state of play in a line: how much is wanted and answered how, what is due next, how much is disputed.

    Each with the part of the page that it sums up: `wants`, `due` or `disputed`; empty for a record without any.
    """
    parts: list[tuple[str, str]] = []
    if record.demands:
        states = Counter(d.state for d in record.demands)
        order = sorted(states, key=lambda s: (_OPEN_FIRST.index(s) if s in _OPEN_FIRST else len(_OPEN_FIRST), s))
        parts.append(("wants", f"wanted: {', '.join(f'{states[s]:,} {s}' for s in order)}"))
    if record.deadlines:
        ahead = min((d.due for d in record.deadlines if d.due and d.state == "pending"), default=None)
        last = max((d for d in record.deadlines if d.due), key=lambda d: (d.due, d.id), default=None)
        said = f"next {ahead}" if ahead else f"last {last.due}, {last.state}" if last else "no date"
        others = f" ({len(record.deadlines):,} deadlines)" if len(record.deadlines) > 1 else ""
        parts.append(("due", f"due: {said}{others}"))
    contested = sum(map(is_contested, record.claims))
    if contested:
        parts.append(("disputed", f"disputed: {count(contested, 'claim')}"))
    return tuple(parts)


def outline(record: Record) -> Outline:
    """Arrange a record: who wants what of whom and the answers, what is due, what is disputed; then the rest."""
    return _Arranger(record).outline()


class _Arranger:
    def __init__(self, record: Record) -> None:
        self._record = record
        self._numbers = {line.id: number for number, line in enumerate(record.documents, 1)}
        self._names = {party.id: party.name for party in record.parties}
        self._kinds = {party.id: party.kind for party in record.parties}
        self._events = {event.id: event for event in record.events}
        self._demands = {demand.id: demand for demand in record.demands}

    def outline(self) -> Outline:
        record, head = self._record, self._record.story
        wants = self._wants()
        due = [self._deadline(d) for d in sorted(record.deadlines, key=lambda d: (d.due or "9999", d.id))]
        disputed = [line for c in record.claims if is_contested(c) for line in self._claim(c)]
        sections = [
            Section(STATE_OF_PLAY[0], tuple(wants)),
            Section(STATE_OF_PLAY[1], tuple(due)),
            Section(STATE_OF_PLAY[2], tuple(disputed)),
            Section(TIMELINE, tuple(map(self._entry, record.timeline))),
            Section(STATEMENTS, tuple(self._statements(filter(is_sure, record.statements)))),
            Section("Where summaries and bodies differ", tuple(self._drift())),
            Section("What is expected", tuple(self._outlooks())),
            Section(
                "Background",
                tuple(
                    self._line(b.text, b.evidence, note=f"because: {b.cause}" if b.cause else "")
                    for b in record.background
                ),
            ),
            Section("Open questions", tuple(self._line(q.text, q.evidence) for q in record.questions)),
            Section(UNSURE, tuple(self._statements(filterfalse(is_sure, record.statements)))),
            Section("Documents", tuple(map(self._document, record.documents))),
        ]
        facts = (
            f"as of {head.as_of}" if head.as_of else "undated",
            f"{count(head.documents, 'document')} = {count(head.reports, 'report')} = {count(head.origins, 'origin')}",
        )
        short = tuple(text for _, text in in_short(record))
        return Outline(head.title or UNTITLED, facts, short, tuple(s for s in sections if s.lines))

    def _wants(self) -> Iterable[Line]:
        """Demands by who wants it of whom: the pairs in order of their first demand."""
        groups: dict[str, list[Demand]] = {}
        for demand in self._record.demands:
            by, to = self._all(demand.by) or _SOMEBODY, self._all(demand.to) or _SOMEBODY
            many = len(demand.by) > 1 or any(self._kinds.get(p) == "group" and _is_plural(by) for p in demand.by)
            groups.setdefault(_WANTS[demand.kind][many].format(by=by, to=to), []).append(demand)
        for who, demands in groups.items():
            yield Line(who)
            for demand in demands:
                # An answer without words is the record's inference that there is one: nobody is said to have given it.
                answers = [a for a in demand.answers if a.evidence]
                answered = self._answered(answers)
                line = self._line(demand.what, demand.evidence, state=demand.state, note=answered, level=1)
                yield _merged(line)
                for answer in answers:
                    yield self._line(
                        f"{_ANSWERS[answer.kind]} {self._all(answer.by) or _SOMEBODY}",
                        answer.evidence,
                        level=2,
                        detail=True,
                    )

    def _answered(self, answers: Sequence[Answer]) -> str:
        """Who answered how, each once; answers of nobody named only where there is no other."""
        named = [a for a in answers if a.by] or answers
        return ", ".join(dict.fromkeys(f"{_ANSWERS[a.kind]} {self._all(a.by) or _SOMEBODY}" for a in named))

    def _deadline(self, deadline: Deadline) -> Line:
        who = f"{self._all(deadline.set_by) or _SOMEBODY} to {self._all(deadline.on) or _SOMEBODY}"
        wanted = self._demands.get(deadline.for_ or "")
        what = wanted.what if wanted else deadline.text
        notes = [deadline.basis] if deadline.basis else []
        after = self._events.get(deadline.consequence or "")
        if after:
            notes.append(f"{'followed by' if after.reality == 'asserted' else 'or else'}: {_clause(after)}")
        return self._line(
            f"{who}: {what}" if what else who,
            deadline.evidence,
            lead=deadline.due or "no date",
            state=deadline.state,
            note="; ".join(notes),
        )

    def _claim(self, claim: Claim) -> Iterable[Line]:
        sides = (("denied by", claim.denied_by), ("said by", claim.asserted_by), ("confirmed by", claim.confirmed_by))
        note = ", ".join(f"{verb} {self._all(who)}" for verb, who in sides if who)
        yield _merged(self._line(claimed(claim), claim.evidence, state=claim.status, note=note))
        if claim.context is not None:
            before = quoted(" ".join(claim.context.quote.split()))
            yield self._line(f"{BEFORE}: {before}", (claim.context,), level=1, detail=True)

    def _entry(self, entry: TimelineEntry) -> Line:
        event = self._events.get(entry.event or "")
        state = "" if event is None or event.reality == "asserted" else event.reality
        return self._line(entry.text, entry.evidence, lead=dates(entry.date, entry.end), state=state)

    def _statements(self, statements: Iterable[RecordStatement]) -> Iterable[Line]:
        groups: dict[str, list[RecordStatement]] = {}
        again = told_by_others(self._record.statements)
        for statement in (s for s in statements if s.id not in again):
            who = self._name(statement.source) or statement.source_text or "nobody named"
            groups.setdefault(who, []).append(statement)
        sources = {s.id: self._name(s.source) or s.source_text for s in self._record.statements}
        texts = {s.id: s.text for s in self._record.statements}
        # Who says most comes first; sorting keeps the order of those who say equally much.
        for who, told_by in sorted(groups.items(), key=lambda group: -len(group[1])):
            head: Line | None = Line(who)
            for statement in told_by:
                teller = sources.get(statement.via or "")
                if teller == who:
                    told = texts.get(statement.via or "", "")
                    if statement.text in told:
                        # Part of what the same speaker is quoted with already.
                        continue
                    teller = None
                via = f"as told by {teller}" if teller else ""
                line = self._line(statement.text, statement.evidence, note=via, level=1)
                if head is not None:
                    yield head
                    head = None
                yield replace(line, text=f"{said(statement)}: {line.text}")

    def _drift(self) -> Iterable[Line]:
        for drift in self._record.drift:
            yield Line(drift.text, note=", ".join(drift.touches))
            for where, evidence in (("summary", drift.summary), ("body", drift.body)):
                yield self._line(f"{where}: {quoted(' '.join(evidence.quote.split()))}", (evidence,), level=1)

    def _outlooks(self) -> Iterable[Line]:
        for outlook in self._record.outlooks:
            holder = self._name(outlook.holder)
            repeated = not holder or names_its_holder(holder, outlook.text)
            yield self._line(
                outlook.text if repeated else f"{holder}: {outlook.text}",
                (*outlook.evidence, *outlook.outcome_evidence),
                state="" if outlook.outcome == "open" else outlook.outcome,
            )

    def _document(self, line: DocumentLine) -> Line:
        other = self._numbers.get(line.published_from or "")
        if line.published and other:
            dated = f"{line.published[:10]} (as [{other}])"
        else:
            dated = line.published[:10] if line.published else "undated"
        parts = (line.outlet, line.title, line.id if not line.title else None)
        return Line(" — ".join(p for p in parts if p), lead=f"[{self._numbers[line.id]}]", note=dated)

    def _line(
        self,
        text: str,
        evidence: Sequence[Evidence],
        *,
        lead: str = "",
        state: str = "",
        note: str = "",
        level: int = 0,
        detail: bool = False,
    ) -> Line:
        """A line; the quote is left out where the text is made of the very words."""
        quote = evidence[0].quote if evidence else None
        if quote is not None and repeats(text, quote):
            quote = None
        return Line(
            text=_BULLET.sub("", " ".join(text.split())),
            lead=lead,
            state=state,
            tone=_TONES.get(state, "plain"),
            note=note,
            documents=tuple(sorted({self._numbers[e.document] for e in evidence if e.document in self._numbers})),
            quote=None if quote is None else " ".join(quote.split()),
            level=level,
            detail=detail,
        )

    def _name(self, party: str | None) -> str:
        return self._names.get(party, party) if party else ""

    def _all(self, parties: Sequence[str]) -> str:
        names = [self._name(p) for p in parties]
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def dates(begin: str | None, end: str | None) -> str:
    """A day, or the days of an interval without what they have in common: `2025-11-24–30`; a whole month or year by its
    name: `2025-11`, `2025`."""
    if begin is None:
        return "undated"
    if end is None or end == begin:
        return begin
    if (begin[4:], end[4:]) == ("-01-01", "-12-31"):
        return begin[:4] if begin[:4] == end[:4] else f"{begin[:4]}–{end[:4]}"
    if begin[:7] == end[:7] and begin[7:] == "-01" and end[8:] == str(monthrange(int(begin[:4]), int(begin[5:7]))[1]):
        return begin[:7]
    shared = 8 if begin[:8] == end[:8] else 5 if begin[:5] == end[:5] else 0
    return f"{begin}–{end[shared if len(begin) == len(end) == 10 else 0 :]}"


def quoted(words: str) -> str:
    """Words in quotation marks: single ones where the words have double ones of their own."""
    return f"‘{words}’" if re.search("[“”\"]", words) else f"“{words}”"


def count(number: int, what: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _merged(line: Line) -> Line:
    """Without the state where the note says it again: `rejected by …`."""
    said = "answered unclearly by" if line.state == "unclear" else f"{line.state} by"
    return replace(line, state=line.note, note="") if line.note.startswith(said) else line


_CLAUSE = re.compile(r"[,;:—]|\b(?:before|after|and|but|while|that|until)\b")


def _clause(event: RecordEvent) -> str:
    """The words of an event from the last mark or joining word before its own."""
    quote = event.evidence[0].quote if event.evidence else event.text
    at = event.text.rfind(quote)
    if at < 0 or len(quote.split()) > _SHORT:
        return quote
    start = max((m.end() for m in _CLAUSE.finditer(event.text, 0, at)), default=0)
    return event.text[start:].strip(" .")


_SHORT = 3
"""Words of a quotation that do not tell by themselves what happened."""
