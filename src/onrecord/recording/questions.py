"""Questions: what the record itself leaves open, each asked by a rule."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.types import Claim, Deadline, Demand, Question, RecordEvent, RecordParty


def questions_of(
    parties: Sequence[RecordParty],
    demands: Sequence[Demand],
    deadlines: Sequence[Deadline],
    claims: Sequence[Claim],
    events: Sequence[RecordEvent],
) -> tuple[Question, ...]:
    """The open questions: demands without an answer, deadlines ahead, claims on one word, disputes, undated events."""
    names = {p.id: p.name for p in parties}

    def who(ids: Sequence[str]) -> str:
        return " and ".join(names[i] for i in ids) or "somebody"

    out: list[Question] = []
    for d in demands:
        if not d.answers:
            out.append(
                Question(f"What was the answer to {who(d.by)}’s {d.kind}: {d.what}?", d.evidence, "unanswered demand")
            )
        elif d.state == "unclear":
            out.append(Question(f"Was this {d.kind} of {who(d.by)} granted: {d.what}?", d.evidence, "unclear answer"))
    for t in deadlines:
        if t.state == "pending" and t.due is not None:
            out.append(Question(f"Will the deadline of {t.due} be kept: {t.text}?", t.evidence, "deadline ahead"))
        elif t.due is None:
            out.append(Question(f"When is this due: {t.text}?", t.evidence, "undated deadline"))
    for c in claims:
        if c.status == "disputed":
            text = f"Is it so? {who(c.asserted_by)} says it, {who(c.denied_by)} denies it: {c.text}"
            out.append(Question(text, c.evidence, "disputed claim"))
    seen: set[tuple[str, int]] = set()
    for e in events:
        if e.date is None and e.reality == "alleged" and e.type != "ACCUSE":
            place = (e.evidence[0].document, e.evidence[0].start)
            if place not in seen:
                seen.add(place)
                out.append(Question(f"When is it said to have happened: {e.text}?", e.evidence, "undated allegation"))
    return tuple(out)
