"""Events: what the annotator found and what wants and words imply, mentions of one happening merged."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from onrecord.recording.acts import Happening, acts_of
from onrecord.recording.answers import Reply
from onrecord.recording.dates import UNKNOWN, Day, day_of
from onrecord.recording.due import Due
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wants import Want
from onrecord.types import Event, Reality, RecordEvent, Span


def events_of(
    material: Material,
    referents: Referents,
    told: Sequence[Told],
    dues: Sequence[Due],
    wants: Sequence[Want] = (),
    replies: Sequence[Reply] = (),
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
    rows.extend(acts_of(material, rows, told, wants, replies))
    rows.sort(key=lambda h: (h.passage.document, h.trigger))
    return tuple(
        dataclasses.replace(h, event=dataclasses.replace(h.event, id=f"e{n}")) for n, h in enumerate(_joined(rows), 1)
    )


_LABOUR = re.compile(
    r"\b(?:unions?|guild|workers|walkout|work stoppage|pickets?|picketing|contract talks|pay|wages|employers?|employees|labou?r"
    r"|(?:writers|actors|teachers|nurses|doctors|pilots|drivers|miners|dockers|rail|transit|general)['’]? strike)\b", re.I)
"""What shows that a strike is one of workers."""


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
    spans = [s for s in (*e.actor, e.trigger, *e.recipient) if passage.start <= s[0] and s[1] <= passage.end]
    actor = _who(material, referents, passage, e.actor) or referents.doer_at(passage, e.trigger[0])
    if not e.actor:
        # The words around the trigger show who and what it is about.
        clauses = referents.clauses(passage)
        verb = clauses.verb_at(e.trigger[0])
        if verb is not None:
            spans.extend(clauses.span(p) for p in (clauses.subject(verb), clauses.object(verb)) if p is not None)
    recipient = _who(material, referents, passage, e.recipient)
    type_ = e.type
    granted = next((d for d in dues if d.passage == passage and d.rule == "granted" and d.start <= e.trigger[0] < d.end), None)
    if granted is not None and type_ is None and e.trigger[0] < granted.start + 20:
        type_, actor, recipient = "REQUEST", granted.set_by or actor, granted.on or recipient
    if type_ == "ASSAULT" and text[e.trigger[0] : e.trigger[1]].casefold() in ("strike", "strikes") and _LABOUR.search(passage.text):
        type_ = "PROTEST"
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
            reality=_reality(e, day, material.published(document), text[passage.start : e.trigger[0]]),
            statements=() if stated is None else (stated,),
            evidence=evidence,
            text=" ".join(evidence[0].quote.split()),
            rule=e.rule,
        ),
    )


_MAY = re.compile(r"\b(?:may|might|could)\b[^,;:.“”\"]{0,40}\Z")


def _reality(e: Event, day: Day, published: str | None, before: str) -> Reality:
    """What is dated after the day of publication is planned; what `may have to` happen is possible."""
    if e.reality != "asserted":
        return e.reality
    if published is not None and day.date is not None and day.date > published:
        return "planned"
    return "possible" if _MAY.search(before) else "asserted"


def _who(material: Material, referents: Referents, passage: Passage, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The parties of an argument: its first name, those coordinated with it; a phrase without a name by its words."""
    found: list[str] = []
    text = material.documents[passage.document].document.text
    for start, end in spans:
        last = None
        for a, b, party in material.parties.within(passage.document, start, end):
            if last is None or _JOINS.fullmatch(text, last, a):
                found.append(party)
                last = b
            elif a >= last:
                break
        if last is None:
            found.extend(referents.at(passage, start, end))
    return tuple(dict.fromkeys(found))


_JOINS = re.compile(r"\s*(?:,|and|or|&|, and)\s*")


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
