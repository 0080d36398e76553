"""Events: what the annotator found, mentions of one happening merged across editions and documents."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from onrecord.recording.dates import Day, day_of
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.types import Event, RecordEvent, Span


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the record and where it is told first."""

    passage: Passage
    annotation: Event
    event: RecordEvent


def events_of(material: Material, statement_ids: dict[tuple[int, int], str]) -> tuple[Happening, ...]:
    """The events of bodies, summaries and titles in reading order."""
    rows: list[tuple[Passage, Event, RecordEvent]] = []
    for document, item in enumerate(material.documents):
        for found in sorted(item.annotations.events, key=lambda e: e.trigger):
            at = material.quotes.passage_at(document, found.trigger[0])
            if at is not None:
                rows.append((at, found, _made(material, statement_ids, document, at, found)))
    out: list[tuple[Passage, Event, RecordEvent]] = []
    known: dict[tuple[object, ...], int] = {}
    for passage, annotation, event in rows:
        text = material.documents[passage.document].document.text
        trigger = text[annotation.trigger[0] : annotation.trigger[1]].casefold()
        key = (trigger, event.type, event.actor, event.recipient, event.date, event.end, event.reality)
        if event.actor and event.date and key in known:
            first = out[known[key]]
            out[known[key]] = (first[0], first[1], _with(first[2], event))
        else:
            known[key] = len(out)
            out.append((passage, annotation, event))
    return tuple(Happening(p, a, _named(e, f"e{n}")) for n, (p, a, e) in enumerate(out, 1))


def _made(
    material: Material, statement_ids: dict[tuple[int, int], str], document: int, passage: Passage, e: Event
) -> RecordEvent:
    times = material.documents[document].annotations.times
    day = day_of(times[e.time]) if e.time is not None else Day(None, None, "unknown")
    spans = [s for s in (*e.actor, e.trigger, *e.recipient) if passage.start <= s[0] and s[1] <= passage.end]
    evidence = material.quotes.spans(document, spans)
    text = material.documents[document].document.text
    told = None if e.statement is None else statement_ids.get((document, e.statement))
    return RecordEvent(
        id="",
        type=e.type,
        mode=e.mode,
        actor=_who(material, document, e.actor),
        recipient=_who(material, document, e.recipient),
        date=day.date,
        end=day.end,
        precision=day.precision,
        place=None if e.place is None else text[e.place[0] : e.place[1]],
        reality=e.reality,
        statements=() if told is None else (told,),
        evidence=evidence,
        text=" ".join(evidence[0].quote.split()),
        rule=e.rule,
    )


def _who(material: Material, document: int, spans: tuple[Span, ...]) -> tuple[str, ...]:
    found = [m[2] for start, end in spans for m in material.parties.within(document, start, end)]
    return tuple(dict.fromkeys(found))


def _with(first: RecordEvent, other: RecordEvent) -> RecordEvent:
    return dataclasses.replace(
        first,
        statements=tuple(dict.fromkeys((*first.statements, *other.statements))),
        evidence=merged(first.evidence, other.evidence),
    )


def _named(event: RecordEvent, id_: str) -> RecordEvent:
    return dataclasses.replace(event, id=id_)
