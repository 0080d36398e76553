"""The values that pass between the stages, in the words of the contract (docs/formats.md).

Everything here is a frozen value: no I/O, no behaviour beyond small look-ups. Offsets are Unicode code points into
`Document.text`, start inclusive, end exclusive. Dates are ISO 8601 strings (`2025-11-28`, or
`2025-11-28T18:00:00+00:00` where the source gives a time of day). Ids are strings; those that onrecord makes come
from content, never from a counter of its own or a clock.

`as_json` turns any of them into the JSON form; the field names are those of the JSON.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
"""Start and end in one document's text."""

BlockKind = Literal[
    "title", "byline", "date", "dateline", "summary", "heading", "paragraph", "caption", "embed", "credits", "tags",
    "links", "notice", "other",
]
BODY_KINDS: frozenset[str] = frozenset({"summary", "heading", "paragraph"})
"""The kinds that count as the text itself; all others are furniture."""

PartyKind = Literal["person", "organisation", "place", "group", "facility", "product", "work", "event"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["on", "until", "by", "since", "before", "after", "during"]
Stance = Literal[
    "asserts", "alleges", "confirms", "denies", "demands", "promises", "threatens", "predicts", "believes", "asks",
]
SourceKind = Literal["named", "office", "described", "anonymous", "collective", "document", "outlet", "none"]
Reality = Literal["asserted", "alleged", "denied", "planned", "possible", "negated"]
MoveKind = Literal["demand", "request", "condition", "offer", "due"]
PublishedBasis = Literal["block", "metadata", "given", "inferred"]
EditionRelation = Literal["copy", "abridged", "expanded", "revised", "overlaps", "unrelated"]
RowOp = Literal["same", "reworded", "added", "dropped", "moved"]
RowNote = Literal["boring", "correction"]
Direction = Literal["from-to", "undetermined"]
Precision = Literal["day", "week", "month", "year", "unknown"]
DemandKind = Literal["demand", "request", "condition", "offer"]
AnswerKind = Literal["accepts", "rejects", "counters", "partly", "unclear"]
DemandState = Literal["pending", "accepted", "rejected", "partly", "withdrawn", "unclear"]
DeadlineState = Literal["pending", "expired", "met", "extended", "withdrawn", "disputed", "unclear"]
OutlookOutcome = Literal["came true", "did not", "open"]
ClaimStatus = Literal["single-origin", "corroborated", "disputed", "denied", "retracted"]


# ---- reading


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document of one kind.

    `place` says where the block stands in the source: an XPath for HTML, an RFC 5147 fragment (`char=10,25`, code
    points of the decoded source) for plain text; None where the source has no such address.
    """

    kind: BlockKind
    start: int
    end: int
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was read from.

    `name` is the path, address or `-` as it was given, followed by `#LINE` or `#ROW` for one item of many;
    `sha256` is that of the item's bytes (of the file, the line, the row or the message part).
    """

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a document's own metadata says about where it comes from; evidence for origins."""

    credits: tuple[str, ...] = ()
    """Agencies and outlets named as the source: sourceOrganization, syndication-source, copyright holder, provider."""
    links: tuple[str, ...] = ()
    """Addresses that it names as its source: canonical of another host, isBasedOn, original-source."""


@dataclass(frozen=True, slots=True)
class Document:
    """One item as published.

    `published_basis` says where `published` comes from: a block of the text, the page's metadata, the input that named
    it, or another edition of the same report (`inferred`, by the record only).
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    source: Source
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_basis: PublishedBasis | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    provenance: Provenance = Provenance()
    maker: str = ""

    def quote(self, span: Span) -> str:
        """The exact words at `span`."""
        return self.text[span[0] : span[1]]

    def body(self) -> tuple[Block, ...]:
        """The blocks that are the text itself: summary, heading, paragraph."""
        return tuple(b for b in self.blocks if b.kind in BODY_KINDS)


# ---- annotation


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names somebody or something; `party` is the id of a `Party` of the same document, or None."""

    start: int
    end: int
    kind: PartyKind
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what mentions name, within one document. `country` is an ISO 3166-1 alpha-3 code."""

    id: str
    name: str
    kind: PartyKind
    role: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression.

    `value` follows TIMEX3. `begin` and `end_` are the closed interval at its precision, None where it is not known or
    open. `relation` is how the text uses it (`until Friday`). `anchor` is the span of the event that it hangs on
    (`before [new elections]`). `mod` is TIMEX3's (START, MID, END, APPROX, …). `basis` says what fixed the value
    (`explicit`, `document date`, `weekday`, `tense`, `narrative`, `duration`) and `rule` which rule found it.
    """

    start: int
    end: int
    type: TimeType
    value: str | None
    begin: str | None = None
    end_: str | None = None
    relation: Relation | None = None
    mod: str | None = None
    anchor: Span | None = None
    basis: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody (`source`) says, thinks, asks, denies (`cue`) something (`content`).

    Each element is a tuple of spans: it may be discontinuous, or absent. `via` is the index of the statement in whose
    content this one stands, `party` the id of the source's party.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    source_kind: SourceKind
    party: str | None = None
    via: int | None = None
    confidence: float = 1.0
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom; `time` and `statement` are indexes into the same document's times and statements."""

    trigger: Span
    type: str | None
    actor: tuple[Span, ...] = ()
    recipient: tuple[Span, ...] = ()
    mode: str | None = None
    place: Span | None = None
    time: int | None = None
    reality: Reality = "asserted"
    statement: int | None = None
    confidence: float = 1.0
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Chance:
    """Words that may stand for somebody, from `start` to `end` in the text, and how likely they do (0 to 1)."""

    start: int
    end: int
    likely: float


@dataclass(frozen=True, slots=True)
class Move:
    """What the trained network takes for a move of one party towards another: something wanted, or a due time.

    `start` to `end` are the words that say it, `likely` how likely they do (0 to 1). `by` and `to` are the words that
    may stand for the one who moves and the one moved against, the likeliest first; what their figures lack to 1 is
    how likely the text names nobody. `content` is what is wanted. `by_name` and `to_name` are the words that may name
    these two, wherever the text does.
    """

    kind: MoveKind
    start: int
    end: int
    likely: float
    by: tuple[Chance, ...] = ()
    to: tuple[Chance, ...] = ()
    content: Span | None = None
    by_name: tuple[Chance, ...] = ()
    to_name: tuple[Chance, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word, from `start` to `end` in the text, that tells of something done or befallen, where no event says by whom.

    The trained network takes it for a predicate. It is no event by itself: where an event that somewhere tells the same
    is known, it is one mention more of that one.
    """

    start: int
    end: int
    reality: Reality = "asserted"


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in one document's text. `maker` is the annotator's name and version."""

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    parties: tuple[Party, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    maker: str = ""
    moves: tuple[Move, ...] = ()
    triggers: tuple[Trigger, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its annotations."""

    document: Document
    annotations: Annotations


# ---- editions


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison: sentence `a` of the first document against `b` of the second."""

    op: RowOp
    a: Span | None
    b: Span | None
    touches: tuple[str, ...] = ()
    similarity: float | None = None
    note: RowNote | None = None
    """What else it is: a correction notice, or a change that says nothing about the text; null mostly."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two documents' bodies line up. Containment: share of one body's 5-word shingles found in the other, 0..1."""

    a: str
    b: str
    relation: EditionRelation
    a_in_b: float
    b_in_a: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class EdgeEvidence:
    """What speaks for an edge. `kind`: credit, link, time, containment, sentences; `text` says it for a reader;
    `document` and `span` quote it where it stands in a text."""

    kind: str
    text: str
    document: str | None = None
    span: Span | None = None
    toward: str | None = None
    """The document that this evidence makes the earlier one, or None where it only ties the two together."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two documents of one report and how they are related."""

    from_: str
    to: str
    relation: EditionRelation
    direction: Direction
    evidence: tuple[EdgeEvidence, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The documents that are copies or versions of one text. `origin` names the root where evidence does."""

    id: str
    documents: tuple[str, ...]
    origins: int = 1
    origin: str | None = None
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The reports about the same happenings. `begin` and `end` are the first and last publication day known."""

    id: str
    title: str
    documents: tuple[str, ...]
    reports: tuple[str, ...]
    origins: int
    thread: str | None = None
    begin: str | None = None
    end: str | None = None


# ---- the record


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that a line of the record rests on: `quote == text[start:end]` of that document."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class StoryHead:
    """What a record is about, and as of when."""

    id: str
    title: str
    as_of: str | None
    documents: int
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a record; `published_from` names the document whose date an undated copy takes."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    published_basis: PublishedBasis | None
    report: str
    url: str | None = None
    published_from: str | None = None


@dataclass(frozen=True, slots=True)
class RecordParty:
    """A party across the story's documents."""

    id: str
    name: str
    kind: PartyKind
    role: str | None
    country: str | None
    aliases: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated line. `end` is the last day of an interval; `event` the id of the event it tells, if any."""

    date: str | None
    end: str | None
    precision: Precision
    text: str
    event: str | None
    origins: int
    evidence: tuple[Evidence, ...]
    basis: str | None = None
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """A happening, its mentions merged across documents."""

    id: str
    type: str | None
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: str | None
    end: str | None
    precision: Precision
    place: str | None
    reality: Reality
    statements: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    text: str = ""
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class RecordStatement:
    """Who says what, merged across copies. `source` is a party id, `via` a statement id, `cue` the verb or noun."""

    id: str
    source: str | None
    source_kind: SourceKind
    source_text: str
    stance: Stance
    via: str | None
    text: str
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    cue: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What statements say in common, with the ledger of who asserts, confirms and denies it.

    `context`: the words before it, where its own leave untold of whom or of what they speak (`It fell off the road`).
    """

    id: str
    text: str
    asserted_by: tuple[str, ...]
    confirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    status: ClaimStatus
    origins: int
    first_seen: str | None
    statements: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    confidence: float | None = None
    context: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How a demand was answered, by whom."""

    kind: AnswerKind
    by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """What one party wants of another."""

    id: str
    kind: DemandKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    answers: tuple[Answer, ...]
    state: DemandState
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due time that somebody set for somebody, with its state as of the record's date."""

    id: str
    set_by: tuple[str, ...]
    on: tuple[str, ...]
    for_: str | None
    set: str | None
    due: str | None
    state: DeadlineState
    consequence: str | None
    evidence: tuple[Evidence, ...]
    text: str = ""
    basis: str | None = None
    """How `due` was reckoned, for a reader: `2025-11-21 + one week`."""
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What somebody expects or fears may come; `holder` is a party id, or None for the text's own voice."""

    holder: str | None
    text: str
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    outcome: OutlookOutcome = "open"
    """What later documents of the story tell of it, and in `outcome_evidence` where they do."""
    outcome_evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Background:
    """A lasting condition that the story rests on, with the cause that the text gives."""

    text: str
    cause: str | None
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the record leaves open, and by which rule it was asked."""

    text: str
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """A key point or headline that says more, less or other than the body it stands for."""

    text: str
    summary: Evidence
    body: Evidence
    touches: tuple[str, ...]
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything on record for one story as of one date."""

    story: StoryHead
    documents: tuple[DocumentLine, ...] = ()
    reports: tuple[Report, ...] = ()
    parties: tuple[RecordParty, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    events: tuple[RecordEvent, ...] = ()
    statements: tuple[RecordStatement, ...] = ()
    claims: tuple[Claim, ...] = ()
    demands: tuple[Demand, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    background: tuple[Background, ...] = ()
    questions: tuple[Question, ...] = ()
    drift: tuple[Drift, ...] = ()
    makers: tuple[str, ...] = field(default=())


# ---- JSON

_RENAMED = {"from_": "from", "for_": "for"}
"""Python keywords that are field names in the JSON. (`end_` of a time keeps its underscore: `end` is its offset.)"""


def as_json(value: Any) -> Any:
    """Any of the values above as dicts, lists and scalars, fields in their order of definition."""
    if isinstance(value, Comparison):
        return {
            "a": value.a,
            "b": value.b,
            "relation": value.relation,
            "containment": {"a_in_b": value.a_in_b, "b_in_a": value.b_in_a},
            "rows": as_json(value.rows),
        }
    if isinstance(value, Annotated):
        document = as_json(value.document)
        return document | as_json(value.annotations) | {"maker": [value.document.maker, value.annotations.maker]}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {_RENAMED.get(f.name, f.name): as_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [as_json(v) for v in value]
    return value
