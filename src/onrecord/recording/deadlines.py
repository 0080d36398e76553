"""Deadlines: the due times of a story, each with its history and its state as of the record's date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from onrecord.recording.acts import Happening
from onrecord.recording.dates import parse
from onrecord.recording.due import Due
from onrecord.recording.gathering import Gathered, find_due_times, gather
from onrecord.recording.material import Material
from onrecord.recording.passages import merged
from onrecord.types import Deadline, DeadlineState, Demand, Evidence

__all__ = ["Gathered", "deadlines_of", "find_due_times", "gather"]


def deadlines_of(
    material: Material, drafts: Sequence[Gathered], demands: Sequence[Demand], happenings: Sequence[Happening]
) -> tuple[Deadline, ...]:
    """The deadlines of a story; their state is what the text says became of them, else what the date makes of it."""
    by_document: dict[str, list[Demand]] = {}
    for demand in demands:
        for document in sorted({e.document for e in demand.evidence}):
            by_document.setdefault(document, []).append(demand)
    out = []
    for n, draft in enumerate(drafts, 1):
        near = [
            d for due in draft.dues for d in by_document.get(material.documents[due.passage.document].document.id, [])
        ]
        out.append(_finish(material, draft, n, list(dict.fromkeys(near)), happenings))
    return tuple(out)


def _finish(
    material: Material, draft: Gathered, number: int, demands: Sequence[Demand], happenings: Sequence[Happening]
) -> Deadline:
    set_by, on = draft.parties()
    main = draft.dues[0]
    evidence = merged(*(material.quotes.everywhere(d.passage, d.start, d.end) for d in draft.dues), draft.extra)
    demand = _demand_of(evidence, set_by, on, demands) or _offer_before(material, main, demands)
    if demand is not None:
        set_by = set_by or demand.by
        on = on or tuple(p for p in demand.to if p not in set_by)
    if set_by and not on and main.rule not in ("pledged", "falls due"):
        on = _opposite(main, material, set_by, demands)
    due = draft.day.date if draft.day else None
    if draft.day and draft.day.end is not None:
        due = f"{draft.day.date}/{draft.day.end}"
    return Deadline(
        id=f"t{number}",
        set_by=set_by,
        on=on,
        for_=None if demand is None else demand.id,
        set=draft.set,
        due=due,
        state=_state(material, draft),
        consequence=_consequence(material, draft, set_by, happenings),
        evidence=evidence,
        text=next((d.what for d in draft.dues if d.what), None) or " ".join(evidence[0].quote.split()),
        basis=draft.basis or (None if due is None else "named in the text"),
        rule=main.rule,
    )


def _state(material: Material, draft: Gathered) -> DeadlineState:
    last = (draft.day.end or draft.day.date) if draft.day else None
    if draft.state is not None and not (draft.state == "expired" and last and material.as_of and last > material.as_of):
        return draft.state
    if last is None or material.as_of is None:
        return "unclear"
    return "expired" if last < material.as_of else "pending"


def _demand_of(
    evidence: Sequence[Evidence], set_by: tuple[str, ...], on: tuple[str, ...], demands: Sequence[Demand]
) -> Demand | None:
    """The demand that a deadline belongs to: one that rests on the same words, else one of the same parties."""
    for demand in demands:
        for e in demand.evidence:
            if any(e.document == v.document and e.start < v.end and v.start < e.end for v in evidence):
                return demand
    same = [
        d for d in demands
        if (set_by or on) and (not set_by or set(set_by) & set(d.by)) and (not on or set(on) & set(d.to))
    ]  # fmt: skip
    return same[0] if len(same) == 1 else None


def _opposite(
    due: Due, material: Material, party: tuple[str, ...], demands: Sequence[Demand]
) -> tuple[str, ...]:
    """Who stands against a party in the demand of its document that is told nearest to a due time."""
    here = material.documents[due.passage.document].document.id
    near = sorted(
        ((abs(e.start - due.start), n) for n, d in enumerate(demands) for e in d.evidence if e.document == here)
    )
    for demand in (demands[n] for _, n in near):
        for own, other in ((demand.by, demand.to), (demand.to, demand.by)):
            found = tuple(p for p in other if p not in party)
            if set(own) & set(party) and found:
                return found
    return ()


def _offer_before(material: Material, due: Due, demands: Sequence[Demand]) -> Demand | None:
    """The offer that a sentence without a name speaks of (`The offer expires on Friday`): the last one before it."""
    if due.set_by or due.rule not in ("expires", "extended", "kept open"):
        return None
    here = material.documents[due.passage.document].document.id
    before = [
        (e.start, d)
        for d in demands
        if d.kind == "offer"
        for e in d.evidence
        if e.document == here and e.start < due.end
    ]
    return max(before, key=lambda b: b[0])[1] if before else None


def _consequence(
    material: Material, draft: Gathered, set_by: tuple[str, ...], happenings: Sequence[Happening]
) -> str | None:
    """The event that followed: by the one who set the deadline, up to three days after it, told beside it."""
    due = parse(draft.day.date) if draft.day else None
    if due is None:
        return None
    near = {(d.passage.document, d.passage.block) for d in draft.dues}
    near |= {(passage.document, passage.block) for passage, *_ in draft.cues}
    for h in happenings:
        day = parse(h.event.date)
        if day is None or not due <= day <= due + dt.timedelta(days=3) or h.event.reality != "asserted":
            continue
        if (h.passage.document, h.passage.block) in near and set(h.event.actor) & set(set_by) and day > due:
            return h.event.id
    return None
