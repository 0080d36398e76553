"""Rulings as answers to what was asked of a court: `ruled against Lund`, `dismissed the suit`, `lost its court case`.

A ruling names the side that it is for or against, or the suit; who asked the court for something has it granted by a
ruling for him, and refused by one against him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.answers import Reply
from onrecord.recording.answers_drafts import Draft
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import AnswerKind, Evidence

HINT = re.compile(
    r"\b(?:rul(?:ed|es)|sid(?:ed|es)|found|agreed|decided|dismiss|thr(?:ew|own)|toss|reject|refuse|decline|lost|won|loses|wins)"
)
_BENCH = lexicon("court judge panel justice justices tribunal jury magistrate commission court's judges")
_SUITS = lexicon("suit lawsuit suits lawsuits case complaint challenge petition appeal objections action claim")
_FIGHTS = lexicon("suit lawsuit case challenge appeal battle fight bid")
_FOR = [["in", "favor", "of"], ["in", "favour", "of"], ["in", "the", "favor"], ["on", "behalf", "of"]]
_TAKES_UP = lexicon("hear intervene step review reconsider revisit rehear take")
"""What a court does not do that leaves things as they are."""
RULINGS = frozenset(["suit", "filing", "motion", "ask to do"])
"""The rules for what is asked of a court."""


def rulings_of(referents: Referents, passage: Passage) -> list[Reply]:
    """The rulings that a passage tells of, in order."""
    if not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    found = [_ruling(referents, passage, clauses, v) for v in clauses.verbs]
    return [r for r in found if r is not None]


def _ruling(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    told = verb.form == "finite" and verb.modal is None and not verb.negated
    # `overturned the ruling and sided with the state`
    past = clauses.tags[verb.head] in ("VBD", "VBN")
    joined = past and clauses.sentence.lower[verb.first - 1 : verb.first] == ["and"]
    if not told and not joined:
        return None
    said, subject = clauses.sentence.lower, clauses.subject(verb)
    following = said[verb.last : verb.last + 3]
    if verb.lemma in ("lose", "win") and not verb.passive:
        thing = clauses.object(verb)
        fought = set() if thing is None else set(said[thing.first : thing.last])
        if thing is None or not fought & _FIGHTS:
            return None
        side = referents.who(passage, subject)
        court = fought & {"court", "legal", "suit", "lawsuit", "case"}
        kind: AnswerKind = "rejects" if verb.lemma == "lose" else "accepts"
        return _made(clauses, passage, verb, thing, kind, side, ()) if court and side else None
    bench = clauses.agent(verb) if verb.passive else subject
    courtly = bench is not None and bool(set(said[bench.first : bench.last]) & _BENCH)
    if not courtly and (bench is not None or not verb.passive):
        return None
    by = referents.who(passage, bench)
    task = next((v for v in clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
    if verb.lemma in ("refuse", "decline") and not verb.passive:
        # `the justices declined to step in`: what was asked for is not granted.
        takes = task is not None and task.lemma in _TAKES_UP and bench is not None
        return _made(clauses, passage, verb, bench, "rejects", (), by) if takes and bench is not None else None
    if verb.passive or verb.lemma in ("dismiss", "throw", "toss", "reject"):
        thing = subject if verb.passive else clauses.object(verb)
        if thing is None or said[thing.head] not in _SUITS:
            return None
        out = verb.lemma == "throw" and "out" in (*following[:1], *said[thing.last : thing.last + 1])
        if verb.lemma in ("dismiss", "toss", "reject") or out:
            return _made(clauses, passage, verb, thing, "rejects", (), by)
        return None
    at, kind = verb.last, "accepts"
    if verb.lemma in ("rule", "find", "decide") and following[:1] == ["against"]:
        kind = "rejects"
    elif verb.lemma in ("rule", "find", "decide") and (following in _FOR or following[:1] == ["for"]):
        at += 2 if following in _FOR else 0
    elif not (verb.lemma in ("side", "agree") and following[:1] == ["with"]):
        return None
    named = clauses.phrase_starting(at + 1)
    side = referents.who(passage, named) or (() if named is None else referents.possessor(passage, named))
    return _made(clauses, passage, verb, named, kind, side, by) if side and named is not None else None


def _made(
    clauses: Clauses, passage: Passage, verb: Verb, thing: Phrase, kind: AnswerKind,
    side: tuple[str, ...], by: tuple[str, ...],
) -> Reply:  # fmt: skip
    s = clauses.sentence
    return Reply(
        passage=passage, start=s.starts[min(verb.first, thing.first)], end=s.ends[max(verb.last, thing.last) - 1],
        kind=kind, by=by, house=(), noun=s.lower[thing.head], whose=side, task=None, partial=False, fate="ruling",
    )  # fmt: skip


def rule(material: Material, drafts: Sequence[Draft], reply: Reply, evidence: tuple[Evidence, ...]) -> None:
    """Answer the last thing asked of a court by, or of, the side that a ruling is for or against."""

    def is_court(party: str) -> bool:
        return party in reply.by or not _BENCH.isdisjoint(words(material.parties.get(party).name))

    asked = [
        d for d in drafts
        if (d.wants[0].rule in RULINGS or any(map(is_court, d.to))) and not set(reply.by) & set(d.by)
        and (d.told_before(reply.passage) or _sooner(d, reply))
    ]  # fmt: skip
    if not reply.whose:
        if reply.noun in _BENCH and any(" " in material.parties.get(p).name for p in reply.by):
            # A court with a name declines what it was asked.
            asked = [d for d in asked if set(reply.by) & set(d.to)]
        for draft in asked[-1:]:
            draft.add(reply.kind, reply.by or draft.to, evidence)
        return
    for draft in reversed(asked):
        own, other = set(reply.whose) & set(draft.by), set(reply.whose) & set(draft.to)
        if own or other:
            kind: AnswerKind = reply.kind if own else "rejects" if reply.kind == "accepts" else "accepts"
            draft.add(kind, reply.by or draft.to, evidence)
            return
    last = asked[-1] if asked else None
    if last is not None and len({d.by for d in asked}) == 1 and all(map(is_court, last.to)) and reply.by:
        # Whom the court sides with, and who has not sued, was sued.
        last.to = last.to or reply.whose
        last.add("rejects" if reply.kind == "accepts" else "accepts", reply.by, evidence)


def _sooner(draft: Draft, reply: Reply) -> bool:
    return any(w.start <= reply.start for w in draft.told_in(reply.passage))
