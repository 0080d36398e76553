"""Questions: what the record itself leaves open, each asked by a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from onrecord.recording.complements import is_empty
from onrecord.recording.wording import clause_text
from onrecord.types import Claim, Deadline, Demand, Question, RecordEvent, RecordParty

_DATED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID", "RETREAT"})
"""Types of happenings of which the day matters to a reader."""
_LEAD = re.compile(r"\A\W*including\s+", re.I)
_CUT = re.compile(
    r"\A\W*(?:that|which|who|whose|said|to|of|and|before|after|when|while|as|if|sought|met|comes|has|had|have)\b"
    r"|\A\W*[a-z][\w/]*\)|\b(?:no connection|no reports?|not|claimed responsibility|called|calling)\b|[“”\"]|:\W*\Z"
    r"|\b(?:said|says|told|reported)\b|\A(?:many|most|some|all|both) of (?:them|whom)\b",
    re.I,
)
"""A stretch that is no sentence, or that speaks about a happening instead of telling it."""
_UNTOLD = re.compile(
    r"\W*(?:this|that|these|those|such|it|he|she|they|we|i|you|his|her|their|its|jr|sr|claim|fact)\b"
    r"|[^,;]{0,60}\baccused of\b"
    r"|\W*(?:an?|the|some|several|many)\s(?:[\w’'-]+\s){0,4}(?:who|whom|which|that)\b|[^;]{0,80}\ballegedly\b"
    r"|[^;]{0,80}\b(?:thought|believed|expressed|condolences|marks|marked)\b",
    re.I,
)
"""A happening of somebody whom the line does not name, one that is told as a mark of another, or one in doubt twice."""
_NO_SUBJECT = re.compile(r"\W*(?!(?:the|an?|his|her|its|their|some|many|more|most|several|no)\b)[a-z]")
"""How a predicate begins whose subject was left before it: neither a name nor a determiner."""
_TELLS_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:January|February|April|June|July|August|September|October|November"
    r"|December)\b|\b(?:yesterday|today|tonight|last|week|month|year)s?\b|\b(?:1[89]|20)\d\d\b"
)
"""The text tells when, if not in words that could be tied to the happening."""


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
    dated = {(e.type, p) for e in events if e.date is not None for p in (*e.actor, *e.recipient)}
    for e in events:
        if e.date is None and e.reality == "alleged" and e.type in _DATED and _can_be_asked(e, dated):
            place = (e.evidence[0].document, e.evidence[0].start)
            text = f"When is it said to have happened: {clause_text(_LEAD.sub('', e.text))}?"
            if place not in seen and text not in asked:
                asked.add(text)
                out.append(Question(text, e.evidence, "undated allegation"))
            seen.add(place)
    return tuple(out)


def _can_be_asked(event: RecordEvent, dated: Set[tuple[str | None, str]]) -> bool:
    """Whether an undated event is told in whole words, by somebody, and is not one that is dated elsewhere."""
    parties = (*event.actor, *event.recipient)
    if not parties or any((event.type, p) in dated for p in parties):
        return False
    if _UNTOLD.match(event.text) is not None:
        return False
    return not any(p.search(event.text) for p in (_CUT, _TELLS_DAY)) and not _NO_SUBJECT.match(event.text)


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
