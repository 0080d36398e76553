"""Events: what the annotator found and what wants and words imply, mentions of one happening merged."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.recording.dates import UNKNOWN, Day, day_of
from onrecord.recording.due import Due
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.types import Event, Reality, RecordEvent, Span, Stance

_ACTS: dict[Stance, str] = {"threatens": "THREATEN", "demands": "REQUEST"}
"""What somebody does by saying something, as a PLOVER type."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the record and where it is told first. `time` is the index of the time that dates it."""

    passage: Passage
    trigger: Span
    time: int | None
    event: RecordEvent


def events_of(
    material: Material, referents: Referents, told: Sequence[Told], dues: Sequence[Due]
) -> tuple[Happening, ...]:
    """The events of bodies, summaries and titles, in reading order.

    What is dated after the day of publication is planned. A due time dates no event but its own. Mentions of the same
    type, by and about the same, on days that can be the same, are one event.
    """
    statement_ids = {(t.document, t.index): t.statement.id for t in told}
    due_spans = {(d.passage.document, t.start) for d in dues for _, t in material.times_in(d.passage) if _names(d, t.start)}
    rows: list[Happening] = []
    for document, item in enumerate(material.documents):
        for found in item.annotations.events:
            passage = material.quotes.passage_at(document, found.trigger[0])
            if passage is not None:
                rows.append(_made(material, referents, statement_ids, passage, found, due_spans, dues))
    rows.extend(_spoken(material, rows, told))
    rows.sort(key=lambda h: (h.passage.document, h.trigger))
    return tuple(
        dataclasses.replace(h, event=dataclasses.replace(h.event, id=f"e{n}")) for n, h in enumerate(_joined(rows), 1)
    )


def _names(due: Due, offset: int) -> bool:
    return due.day.date is not None and due.start <= offset < due.end


def _made(
    material: Material,
    referents: Referents,
    statement_ids: dict[tuple[int, int], str],
    passage: Passage,
    e: Event,
    due_spans: set[tuple[int, int]],
    dues: Sequence[Due],
) -> Happening:
    document = passage.document
    times = material.documents[document].annotations.times
    text = material.documents[document].document.text
    time = e.time
    if time is not None and ((document, times[time].start) in due_spans or times[time].relation in ("until", "by")):
        time = None
    day = UNKNOWN if time is None else day_of(times[time])
    clauses = referents.clauses(passage)
    verb = clauses.verb_at(e.trigger[0])
    spans = [s for s in (*e.actor, e.trigger, *e.recipient) if passage.start <= s[0] and s[1] <= passage.end]
    actor = _who(material, referents, passage, e.actor) or referents.doer_at(passage, e.trigger[0])
    if verb is not None:
        spans.extend(clauses.span(p) for p in (clauses.subject(verb), clauses.object(verb)) if p is not None)
    recipient = _who(material, referents, passage, e.recipient)
    type_ = e.type
    granted = next((d for d in dues if d.passage == passage and d.rule == "granted" and d.start <= e.trigger[0] < d.end), None)
    if granted is not None and verb is not None and text[e.trigger[0] : e.trigger[1]] in passage.text[: granted.end - passage.start]:
        if type_ is None:
            type_, actor, recipient = "REQUEST", granted.set_by or actor, granted.on or recipient
    evidence = material.quotes.spans(document, spans)
    stated = None if e.statement is None else statement_ids.get((document, e.statement))
    return Happening(
        passage,
        e.trigger,
        time,
        RecordEvent(
            id="",
            type=type_,
            mode=e.mode,
            actor=actor,
            recipient=tuple(p for p in recipient if p not in actor),
            date=day.date,
            end=day.end,
            precision=day.precision,
            place=None if e.place is None else text[e.place[0] : e.place[1]],
            reality=_reality(e.reality, day, material.published(document)),
            statements=() if stated is None else (stated,),
            evidence=evidence,
            text=" ".join(evidence[0].quote.split()),
            rule=e.rule,
        ),
    )


def _reality(reality: Reality, day: Day, published: str | None) -> Reality:
    ahead = published is not None and day.date is not None and day.date > published
    return "planned" if ahead and reality == "asserted" else reality


def _who(material: Material, referents: Referents, passage: Passage, spans: tuple[Span, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for start, end in spans:
        found.extend(m[2] for m in material.parties.within(passage.document, start, end))
        if not found:
            found.extend(referents.at(passage, start, end))
    return tuple(dict.fromkeys(found))


def _spoken(material: Material, rows: Sequence[Happening], told: Sequence[Told]) -> list[Happening]:
    """Demands and threats that are events by being said, where the annotator has none in the same words."""
    taken: dict[tuple[int, int], list[Happening]] = {}
    for h in rows:
        taken.setdefault((h.passage.document, h.passage.start), []).append(h)
    out = []
    for item in told:
        type_, source = _ACTS.get(item.statement.stance), item.statement.source
        cue = item.annotation.cue
        if type_ is None or source is None or not cue:
            continue
        passage = material.quotes.passage_at(item.document, cue[0][0])
        if passage is None:
            continue
        beside = taken.get((passage.document, passage.start), [])
        if any(h.event.type == type_ and source in h.event.actor for h in beside):
            continue
        evidence = item.statement.evidence
        event = RecordEvent(
            "", type_, None, (source,), (), None, None, "unknown", None, "asserted", (item.statement.id,), evidence,
            " ".join(evidence[0].quote.split()), "speech act",
        )  # fmt: skip
        out.append(Happening(passage, cue[0], None, event))
    return out


def _joined(rows: Sequence[Happening]) -> list[Happening]:
    """Mentions of one happening as one event; what one mention leaves open another may tell."""
    out: list[Happening] = []
    known: dict[str, list[int]] = {}
    gists: list[frozenset[str]] = []
    for h in rows:
        gist = gist_of(h.event.text)
        match = None
        for n in known.get(h.event.type or "", [])[-60:] if h.event.type else []:
            if _same(out[n], gists[n], h, gist):
                match = n
                break
        if match is None:
            known.setdefault(h.event.type or "", []).append(len(out))
            out.append(h)
            gists.append(gist)
        else:
            out[match] = _with(out[match], h)
    return out


def _same(a: Happening, gist_a: frozenset[str], b: Happening, gist_b: frozenset[str]) -> bool:
    x, y = a.event, b.event
    if a.passage == b.passage or x.reality != y.reality or not (set(x.actor) & set(y.actor) or not x.actor or not y.actor):
        return False
    if x.date and y.date and (x.date, x.end) != (y.date, y.end):
        return False
    if not (x.actor or y.actor):
        return False
    return overlap(gist_a, gist_b) >= (0.6 if x.actor and y.actor else 0.75) and len(gist_a & gist_b) >= 2


def _with(first: Happening, other: Happening) -> Happening:
    a, b = first.event, other.event
    dated = a if a.date else b
    return dataclasses.replace(
        first,
        event=dataclasses.replace(
            a,
            actor=a.actor or b.actor,
            recipient=a.recipient or b.recipient,
            date=dated.date,
            end=dated.end,
            precision=dated.precision,
            statements=tuple(dict.fromkeys((*a.statements, *b.statements))),
            evidence=merged(a.evidence, b.evidence),
        ),
    )
