"""Questions: what the record itself leaves open, each asked by a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.complements import is_empty
from onrecord.recording.wording import clause_text
from onrecord.types import Claim, Deadline, Demand, Question, RecordEvent, RecordParty

_DATED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID", "RETREAT"})
"""Types of happenings of which the day matters to a reader."""
_LEAD = re.compile(r"\A\W*including\s+", re.I)
_CUT = re.compile(
    r"\A\W*(?:that|which|who|whose|said|to|of|and|before|after|when|while|as|if|sought|met|comes|has|had|have)\b"
    r"|\A\W*[a-z][\w/]*\)|\b(?:no connection|no reports?|not|claimed responsibility|called|calling)\b|[“”\"]|:\W*\Z",
    re.I,
)
"""A stretch that is no sentence, or that speaks about a happening instead of telling it."""


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
            text = f"What was the answer to {_whose(who(d.by))} {d.kind}: {d.what}?"
            out.append(Question(text, d.evidence, "unanswered demand"))
        elif d.state == "unclear":
            out.append(Question(f"Was this {d.kind} of {who(d.by)} granted: {d.what}?", d.evidence, "unclear answer"))
    for t in deadlines:
        if is_empty(t.text):
            # `to answer`: it does not tell what is asked about.
            continue
        if t.state == "pending" and t.due is not None:
            out.append(
                Question(
                    f"Will the deadline of {_day(t.due)} be kept: {clause_text(t.text)}?", t.evidence, "deadline ahead"
                )
            )
        elif t.due is None:
            out.append(Question(f"When is this due: {clause_text(t.text)}?", t.evidence, "undated deadline"))
    for c in claims:
        if c.status == "disputed":
            text = f"Is it so? Said by {who(c.asserted_by)}, denied by {who(c.denied_by)}: {c.text}"
            out.append(Question(text, c.evidence, "disputed claim"))
    seen: set[tuple[str, int]] = set()
    asked: set[str] = set()
    for e in events:
        if e.date is None and e.reality == "alleged" and e.type in _DATED and not _CUT.search(e.text):
            place = (e.evidence[0].document, e.evidence[0].start)
            text = f"When is it said to have happened: {clause_text(_LEAD.sub('', e.text))}?"
            if place not in seen and text not in asked:
                asked.add(text)
                out.append(Question(text, e.evidence, "undated allegation"))
            seen.add(place)
    return tuple(out)


def _whose(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _day(due: str) -> str:
    """A due time for a reader: of an interval that is a whole year or month, its name."""
    begin, _, end = due.partition("/")
    if end and begin[5:] == "01-01" and end == f"{begin[:4]}-12-31":
        return begin[:4]
    if end and begin[8:] == "01" and begin[:7] == end[:7]:
        return begin[:7]
    return due if not end else f"{begin} to {end}"
