"""Demands and their answers, across the documents of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.recording.answers import Reply, replies_of
from onrecord.recording.deadlines import Gathered
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers
from onrecord.recording.wants import DEMAND_NOUNS, Want, wants_of
from onrecord.types import Answer, Demand, DemandKind, DemandState, Evidence

_STOPS = lexicon("stop end halt cease suspend drop abandon withdraw lift")
_STATES: dict[str, DemandState] = {
    "accepts": "accepted", "rejects": "rejected", "partly": "partly", "unclear": "unclear", "counters": "pending",
}  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """A demand while its mentions and answers are gathered."""

    wants: list[Want]
    by: tuple[str, ...]
    to: tuple[str, ...]
    gist: frozenset[str]
    answers: list[Answer] = field(default_factory=list)
    withdrawn: bool = False

    @property
    def kind(self) -> DemandKind:
        return self.wants[0].kind


def demands_of(
    material: Material,
    deadlines: Sequence[Gathered],
    wants: Sequence[Want],
    replies: Sequence[Reply],
    speakers: Speakers,
) -> tuple[Demand, ...]:
    """The demands of a story with their answers, in the order in which they are first told.

    A demand that is told again (by the same party, about the same thing) is one demand. What was granted time for
    ("gave the union until Friday to vote") is demanded.
    """
    drafts: list[_Draft] = []
    for want in wants:
        _gather(drafts, want)
    for draft in drafts:
        for n in {w.deadline for w in draft.wants if w.deadline is not None}:
            if deadlines[n].unheeded:
                draft.answers.append(Answer("rejects", draft.to, deadlines[n].unheeded))
            elif deadlines[n].lapsed(material.as_of):
                draft.answers.append(Answer("unclear", draft.to, ()))
    for reply in replies:
        if reply.withdraws:
            _withdraw(drafts, reply)
        else:
            _answer(material, drafts, reply, speakers)
    _aim_bids(drafts)
    kept = [d for d in drafts if d.by and not _is_plan(d)]
    return tuple(_finish(material, d, n) for n, d in enumerate(kept, 1))


def _aim_bids(drafts: Sequence[_Draft]) -> None:
    """Rival bids are for the same company: one that names none has the target of the others in its document."""
    for draft in drafts:
        if draft.to or draft.wants[0].rule != "bid":
            continue
        here = draft.wants[0].passage.document
        targets = {
            d.to for d in drafts if d.kind == "offer" and d.to and any(w.passage.document == here for w in d.wants) and d.by != draft.by
        }
        if len(targets) == 1:
            draft.to = tuple(p for p in targets.pop() if p not in draft.by)


def _is_plan(draft: _Draft) -> bool:
    """Whether it is only somebody's plan: a proposal made to nobody that nobody answers."""
    return draft.kind == "offer" and not draft.to and not draft.answers and draft.wants[0].rule in _PLANS


_PLANS = frozenset(["offer of something", "noun with infinitive", "noun with clause", "noun with for"])


def find_replies(material: Material, referents: Referents) -> tuple[Reply, ...]:
    """Every answer that the story gives to something wanted, in reading order."""
    return tuple(r for p in material.passages for r in replies_of(material, referents, p))


def find_wants(
    material: Material, referents: Referents, deadlines: Sequence[Gathered], speakers: Speakers
) -> list[Want]:
    """Every mention of something wanted: what is granted time for, and what sentences say. The body comes first."""
    granted: dict[tuple[int, int], list[Want]] = {}
    for n, deadline in enumerate(deadlines):
        for want in _timed(deadline, n):
            granted.setdefault((want.passage.document, want.passage.start), []).append(want)
    out: list[Want] = []
    # The body is read before what stands for it, so that a demand bears the body's words.
    for passage in sorted(material.passages, key=lambda p: (p.is_summary, p.document, p.start)):
        timed = granted.get((passage.document, passage.start), [])
        found = wants_of(material, referents, passage)
        out.extend(timed)
        for want in found:
            if any(t.start < want.end and want.start < t.end for t in timed):
                continue
            if want.rule == "willing to do" and speakers.at(passage.document, want.start) is None:
                # The text's own guess at what somebody might do is no offer.
                continue
            out.append(_spoken(want, speakers))
    return out


def _timed(deadline: Gathered, number: int) -> list[Want]:
    """What was granted time for: a demand by the one who set the deadline."""
    set_by, on = deadline.parties()
    if not set_by or not on:
        return []
    return [
        Want(d.passage, d.start, d.end, "demand", set_by, on, d.what.removeprefix("to "), "time granted", deadline=number)
        for d in deadline.dues
        if d.rule in ("granted", "bound", "within") and d.what
    ]


def _spoken(want: Want, speakers: Speakers) -> Want:
    """What a threat demands is demanded by the one who makes the threat: its speaker."""
    if want.rule != "threat":
        return want
    told = speakers.at(want.passage.document, want.start)
    source = None if told is None else told.statement.source
    if source is None or source in want.to:
        return want
    return Want(want.passage, want.start, want.end, want.kind, (source,), want.to, want.what, want.rule)


def _gather(drafts: list[_Draft], want: Want) -> None:
    gist = gist_of(want.what)
    for draft in drafts:
        if want.deadline is not None and any(w.deadline == want.deadline for w in draft.wants):
            draft.wants.append(want)
            return
        same_to = not draft.to or not want.to or bool(set(draft.to) & set(want.to))
        if set(draft.by) & set(want.by) and same_to and overlap(draft.gist, gist) >= 0.5:
            draft.wants.append(want)
            draft.to = draft.to or want.to
            return
    drafts.append(_Draft([want], want.by, want.to, gist))


def _answer(material: Material, drafts: Sequence[_Draft], reply: Reply, speakers: Speakers) -> None:
    by = reply.by
    if not by or reply.task is not None and reply.noun is None:
        told = speakers.at(reply.passage.document, reply.start)
        if told is not None and told.statement.source is not None and not by:
            by = (told.statement.source,)
    evidence = material.quotes.everywhere(reply.passage, reply.start, reply.end)
    asked = {p for d in drafts for p in d.to}
    if not set(by) & asked and set(reply.house) & asked:
        by = reply.house
    if reply.task is not None:
        _by_task(drafts, reply, by, evidence)
    else:
        _by_noun(drafts, reply, by, evidence)


def _withdraw(drafts: Sequence[_Draft], reply: Reply) -> None:
    """Who takes back his own demand: the last one of his that goes by the noun."""
    own = [d for d in drafts if set(d.by) & set(reply.by) and (_before(d, reply.passage) or any(w.passage == reply.passage for w in d.wants))]
    fitting = [d for d in own if reply.noun in _heads(d)]
    if fitting:
        fitting[-1].withdrawn = True


def _by_task(drafts: Sequence[_Draft], reply: Reply, by: tuple[str, ...], evidence: tuple[Evidence, ...]) -> None:
    """An answer that says what was to be done: the latest demand of that, made of the one who answers."""
    assert reply.task is not None
    gist = gist_of(reply.task)
    goes_on = not reply.whose and reply.kind == "rejects" and reply.noun is None
    for draft in reversed(drafts):
        asked = not draft.to or bool(set(draft.to) & set(by))
        if asked and not set(draft.by) & set(by) and overlap(draft.gist - _STOPS, gist) >= (0.5 if not goes_on else 0.5):
            draft.to = draft.to or by
            _add(draft, Answer(reply.kind, by, evidence))
            return


def _by_noun(drafts: Sequence[_Draft], reply: Reply, by: tuple[str, ...], evidence: tuple[Evidence, ...]) -> None:
    """An answer to "the demands", "his proposal": those of the party named, told before it or in the same words."""
    inside = [d for d in drafts if any(_beside(w, reply) for w in d.wants)]
    fitting = inside or [
        d for d in drafts
        if _before(d, reply.passage) and d.by and not set(d.by) & set(by)
        and (not reply.whose or set(reply.whose) & set(d.by)) and (not d.to or not by or set(d.to) & set(by))
    ]  # fmt: skip
    fitting = [d for d in fitting if not set(d.by) & set(by)]
    if not fitting:
        return
    if not inside and not reply.partial and not (reply.noun or "").endswith("s"):
        fitting = [d for d in fitting if reply.noun in _heads(d)] or fitting[-1:]
        fitting = fitting[-1:]
    for draft in fitting:
        draft.to = draft.to or by
        if reply.partial:
            if not draft.answers:
                draft.answers.append(Answer("unclear", by, evidence))
        else:
            _add(draft, Answer(reply.kind, by, evidence))


def _beside(want: Want, reply: Reply) -> bool:
    """Whether the answer is given in the phrase that names the demand (`rejected her terms, including …`)."""
    same = want.passage == reply.passage
    return same and (want.members or (want.start < reply.end and reply.start < want.end)) and want.start >= reply.start - 1


def _before(draft: _Draft, passage: Passage) -> bool:
    first = draft.wants[0].passage
    return (first.document, first.start) < (passage.document, passage.start)


def _heads(draft: _Draft) -> set[str]:
    kinds = {w.kind for w in draft.wants}
    return {n for n in DEMAND_NOUNS if n.rstrip("s") in kinds or any(n in words(w.passage.text) for w in draft.wants)}


def _add(draft: _Draft, answer: Answer) -> None:
    for n, known in enumerate(draft.answers):
        if known.kind == answer.kind and set(known.by) & set(answer.by):
            draft.answers[n] = Answer(known.kind, known.by, merged(known.evidence, answer.evidence))
            return
    draft.answers[:] = [a for a in draft.answers if a.kind != "unclear"]
    draft.answers.append(answer)


def _finish(material: Material, draft: _Draft, number: int) -> Demand:
    state: DemandState = _STATES[draft.answers[-1].kind] if draft.answers else "pending"
    if draft.withdrawn:
        state = "withdrawn"
    return Demand(
        id=f"d{number}",
        kind=draft.kind,
        by=draft.by,
        to=draft.to,
        what=draft.wants[0].what,
        answers=tuple(draft.answers),
        state=state,
        evidence=merged(*(material.quotes.everywhere(w.passage, w.start, w.end) for w in draft.wants)),
        rule=draft.wants[0].rule,
    )
