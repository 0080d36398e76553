"""Answers that name what they answer by a pronoun, or not at all.

`Lund turned it down`, `the mill said it could not do so`, `the union is willing`. They answer what was asked just
before.
"""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.answers import Reply
from onrecord.recording.answers_words import PHRASAL, REJECT
from onrecord.recording.clauses import Clauses, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import AnswerKind

HINT = re.compile(r"\b(?:it|that|this|them|so|such|willing|unwilling|open to|no|yes|neither|nothing|enough|one|both)\b")
_PRONOUNS = lexicon("it that this them")
_ACCEPTS = lexicon("accept approve grant endorse embrace")
_ENDS = lexicon(". , ; down out aside away off on and but at")
_WILL_NOT = lexicon("could would will can cannot ca wo 'll ’ll")
_BENCH = lexicon("court judge justice justices magistrate panel tribunal commission committee board agency council")
_RECEIVES = lexicon("get receive win obtain")
_ASKS = lexicon("ask seek request demand beg apply")
_WISHES = lexicon("plan plans intention intentions desire wish")


def bare_replies_of(referents: Referents, passage: Passage) -> list[Reply]:
    """The answers of a passage that stand for themselves, in order."""
    if passage.is_summary or not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    out = []
    for verb in clauses.verbs:
        found = _answer(clauses, verb)
        if found is not None and not _supposed(clauses, verb):
            kind, stop = found
            out.append(_made(referents, passage, clauses, verb, kind, stop))
        elif _gets(clauses, verb):
            # `asked for a recess and got one`: of whoever was asked.
            got = _made(referents, passage, clauses, verb, "accepts", verb.last + 1)
            start = clauses.sentence.starts[verb.first]
            out.append(dataclasses.replace(got, start=start, by=(), house=(), linked=True))
        elif found is None and _falls_short(clauses, verb):
            # `says that’s still not good enough`: whoever says so.
            said = _made(referents, passage, clauses, verb, "rejects", _enough(clauses, verb))
            out.append(dataclasses.replace(said, by=(), house=()))
    return out


def _answer(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, int] | None:
    """What a verb answers, and the word after the last one that says so."""
    words, at = clauses.sentence.lower, verb.last
    following = words[at : at + 2]
    told = verb.form == "finite" and verb.modal is None and not verb.negated and not verb.passive
    more = clauses.phrase_starting(at + 1)
    partly = verb.lemma in ("grant", "give") and more is not None and clauses.tags[more.first] == "CD"
    # `granted them five days` says how much
    told = told and words[max(0, verb.first - 1) : verb.first] not in (["nor"], ["neither"])
    if told and following and following[0] in _PRONOUNS and not _opens(clauses, at) and not partly:
        if verb.lemma in PHRASAL and following[1:] and following[1] in PHRASAL[verb.lemma]:
            return "rejects", at + 2
        if verb.lemma in REJECT - {"deny", "oppose"}:
            return "rejects", at + 1
        if verb.lemma in _ACCEPTS:
            return "accepts", at + 1
        bench = clauses.subject(verb)
        if verb.lemma == "deny" and bench is not None and not _BENCH.isdisjoint(words[bench.first : bench.last]):
            # `the judge denied it`; whoever else denies something says that it is not so.
            return "rejects", at + 1
    if verb.lemma == "do" and following[:1] == ["so"] and verb.negated and verb.modal in _WILL_NOT:
        return "rejects", at + 1
    if verb.lemma in ("refuse", "decline") and told and words[at : at + 3] == ["to", "do", "so"]:
        return "rejects", at + 3
    none = following[:1] in (["neither"], ["none"]) or following == ["no", "such"] or following == ["nothing", "of"]
    if verb.lemma == "do" and verb.modal in ("will", "would") and not verb.negated and none:
        # `would do neither`, `will do nothing of the kind`
        return "rejects", at + 1
    if verb.lemma == "say" and told and following[:1] in (["yes"], ["no"]) and following[1:] and following[1] in _ENDS:
        # `Norvik has said yes, and Velsa has yet to reply`
        return ("rejects" if following[0] == "no" else "accepts"), at + 1
    will_not = verb.negated and verb.modal in _WILL_NOT
    if verb.lemma in ("give", "make", "offer") and will_not and following[:1] == ["such"]:
        thing = clauses.phrase_starting(at) or clauses.phrase_starting(at + 1)
        return None if thing is None else ("rejects", thing.last)
    if verb.lemma == "have" and told and following[:1] == ["no"] and following[1:] and following[1] in _WISHES:
        if words[at + 2 : at + 3] == ["to"] and words[at + 3 : at + 4] in ([], ["."], [","], [";"]):
            # `said she had no plans to.`
            return "rejects", at + 3
        stop = next((i + 1 for i in range(at + 2, min(at + 5, len(words))) if words[i] == "so"), None)
        return None if stop is None else ("rejects", stop)
    if verb.lemma == "be" and verb.form == "finite" and verb.modal is None and not verb.passive:
        ends = len(words) <= at + 1 or words[at + 1] in (".", ",", ";", "but", "and")
        if following[:1] == ["willing"] and ends:
            return ("rejects" if verb.negated else "accepts"), at + 1
    return None


def _gets(clauses: Clauses, verb: Verb) -> bool:
    """Whether somebody gets what he has just asked for in the same sentence."""
    words, at = clauses.sentence.lower, verb.last
    if verb.lemma not in _RECEIVES or verb.negated or verb.passive or verb.modal is not None or verb.form != "finite":
        return False
    asked = any(v.lemma in _ASKS and v.last < verb.first for v in clauses.verbs)
    ends = words[at + 1 : at + 2] == [] or words[at + 1] in _ENDS
    return asked and words[at : at + 1] in (["one"], ["it"], ["them"], ["both"]) and ends


def _falls_short(clauses: Clauses, verb: Verb) -> bool:
    """Whether something just told of is said not to be enough."""
    words = clauses.sentence.lower
    subject = clauses.subject(verb)
    if verb.lemma != "be" or verb.form != "finite" or verb.modal is not None:
        return False
    near = words[verb.first : _enough(clauses, verb)]
    bare = words[max(0, verb.first - 1) : verb.first] in (["that"], ["this"], ["it"])
    told = subject is not None and words[subject.head] in ("that", "it", "this")
    return (bare or told) and near[-1:] == ["enough"] and (
        verb.negated or not {"not", "n't", "n’t", "never"}.isdisjoint(near)
    )


def _enough(clauses: Clauses, verb: Verb) -> int:
    words = clauses.sentence.lower
    return next((i + 1 for i in range(verb.last, min(verb.last + 5, len(words))) if words[i] == "enough"), verb.last)


def _opens(clauses: Clauses, at: int) -> bool:
    """Whether a `that` opens a clause and stands for nothing."""
    following = clauses.sentence.lower[at + 1 : at + 2]
    bare = not following or following[0] in _ENDS
    return clauses.sentence.lower[at] in ("that", "this") and not bare


def _supposed(clauses: Clauses, verb: Verb) -> bool:
    """Whether the verb stands in a clause of `if` or `whether`."""
    words = clauses.sentence.lower
    for i in range(verb.first - 1, max(-1, verb.first - 8), -1):
        if words[i] in ("if", "whether", "unless", "until", "before"):
            return True
        if words[i] in (",", ";", "that"):
            return False
    return False


def _made(
    referents: Referents, passage: Passage, clauses: Clauses, verb: Verb, kind: AnswerKind, stop: int
) -> Reply:
    s = clauses.sentence
    subject = clauses.subject(verb)
    by = referents.who(passage, subject)
    house = () if subject is None else tuple(p for p in referents.possessor(passage, subject) if p not in by)
    first = verb.first if subject is None or subject.last > verb.first else subject.first
    return Reply(
        passage=passage, start=s.starts[first], end=s.ends[stop - 1], kind=kind, by=by, house=house, noun=None,
        whose=(), task=None, partial=False, pronoun=subject is not None and clauses.tags[subject.head] == "PRP",
    )  # fmt: skip

