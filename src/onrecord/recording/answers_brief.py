"""Brief answers that name nothing of what was asked just before: `said it would not`, `that was not possible`.

Beside them stand the refusals that a noun or a vote tells (`his refusal to resign`, `voted against reopening it`).
"""

from __future__ import annotations

from onrecord.recording.answers_words import SILENT
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import AnswerKind

WILL = frozenset(["will", "would", "'ll", "’ll", "wo", "shall"])
CAN = frozenset(["can", "could", "ca"])
CLOSES = lexicon(", ; . — – -- : because while but saying although though unless until if when ” ''")
ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"], ["and"], ["but"])
_DECLARES = lexicon("say announce insist pledge vow promise confirm reply answer declare")
_ITSELF = lexicon("it he she they")


def said_not(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`said it would not`, `said that he will`: what was asked just before."""
    words, at = clauses.sentence.lower, verb.last
    if verb.lemma not in _DECLARES or verb.negated or verb.passive or verb.modal is not None:
        return None
    at += words[at : at + 1] == ["that"]
    subject = clauses.subject(verb)
    if subject is None or words[at : at + 1] == [] or words[at] not in _ITSELF or words[at + 1 : at + 2] == []:
        return None
    negated = words[at + 2 : at + 3] in (["not"], ["n't"], ["n’t"])
    stop = at + 2 + negated
    if words[at + 1] not in WILL | CAN or words[stop : stop + 1] not in ([], ["."], [";"]):
        return None
    return ("rejects" if negated else "accepts"), "bare", stop - 1, stop


def votes_against(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`voted 7-2 on Tuesday against reopening it`."""
    words = clauses.sentence.lower
    if verb.lemma != "vote" or verb.negated or verb.passive or verb.modal is not None:
        return None
    at = next((i for i in range(verb.last, min(verb.last + 8, len(words))) if words[i] == "against"), None)
    task = None if at is None else next((v for v in clauses.verbs if v.first == at + 1), None)
    if task is None or clauses.tags[task.head] != "VBG":
        return None
    return "rejects", "refusal", task.first, stop_of(clauses, task)


def unwilling(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`continued his refusal to stand down`, `the mill’s unwillingness to pay`."""
    words = clauses.sentence.lower
    told = verb.form == "infinitive" and words[max(0, verb.first - 1) : verb.first] in (["refusal"], ["unwillingness"])
    if not told or verb.lemma in SILENT:
        return None
    return "rejects", "refusal", verb.head, stop_of(clauses, verb)


def impossible(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`explained that was not possible`, `this was out of the question`: what was asked just before."""
    words, at = clauses.sentence.lower, verb.last
    subject = clauses.subject(verb)
    pointing = words[verb.first - 1 : verb.first] in (["that"], ["this"], ["it"]) or (
        subject is not None and subject.last == verb.first and words[subject.head] in ("that", "this", "it")
    )
    if verb.lemma != "be" or not pointing or verb.passive:
        return None
    said = words[at : at + 5]
    negated = verb.negated or said[:1] == ["not"]
    at += said[:1] == ["not"]
    possible = negated and words[at : at + 1] in (["possible"], ["acceptable"], ["feasible"])
    never = words[at : at + 4] == ["out", "of", "the", "question"] or words[at : at + 1] == ["impossible"]
    out = not negated and never
    stop = at + (4 if words[at : at + 1] == ["out"] else 1)
    ends = words[stop : stop + 1] in ENDS
    return ("rejects", "bare", at, stop) if (possible or out) and ends else None


def who_said(
    referents: Referents, passage: Passage, clauses: Clauses, agent: Phrase | None
) -> tuple[str, ...]:
    """Who speaks of himself by the pronoun right behind what he says (`the airline said | it | would comply`)."""
    if agent is None or clauses.sentence.lower[agent.first : agent.last] not in (["it"], ["he"], ["she"]):
        return ()
    near = (agent.first, agent.first - (clauses.sentence.lower[agent.first - 1] == "that"))
    says = next((v for v in clauses.verbs if v.last in near and v.lemma in _DECLARES), None)
    speaker = None if says is None or says.passive else clauses.subject(says)
    if speaker is None or clauses.tags[speaker.head] in ("PRP", "WP"):
        return ()
    return referents.who(passage, speaker)


def stop_of(clauses: Clauses, verb: Verb, at: int | None = None) -> int:
    """Where what a verb says ends: with its clause, or where the sentence goes on to tell something else."""
    begin = verb.last if at is None else at
    stop = max(clauses.limit(verb), begin)
    for i in range(begin, stop):
        if clauses.sentence.lower[i] in CLOSES:
            return i
    return stop
