"""Answers that name no demand: somebody will not do what he was asked to do, or has done it."""

from __future__ import annotations

import re

from onrecord.recording.answers import Reply
from onrecord.recording.answers_words import HOPES, MAYBE, is_tied
from onrecord.recording.clauses import Clauses, Verb
from onrecord.recording.lexicon import begins, lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wants_conditions import CONCEDES
from onrecord.types import AnswerKind

HINT = re.compile(begins(
    r"not\b|n['’]t\b|no\b|never\b|ruled out\b|rules out\b|cannot\b|will\b|would\b|left\b|flew\b|took\b|sent\b|was\b"
    r"|were\b|depart|evacuat|receiv|expel|replac|dismiss|sack|fired|clos|shut|deport|deliver|hired|appoint|named|mov|repair|clear"
    r"|recall|bann|arrest|charg|voted|decided|resolved|opted|"
    r"stopp|lift|withdr|releas|paid|pays|wired|free|return|halt|suspend|sign|restor|resum|open|reopen|hand|resign|quit"
    r"|left|apolog|raised|cut|rehir|reinstat|pull|extradit|drop|publish|join|accept|agre|met"
) + r"|['’]ll\b")  # fmt: skip
_DEEDS = CONCEDES - lexicon("promise guarantee assure agree offer call let hold put support back consider") | lexicon(
    "wire pull transfer begin start fly depart evacuate receive expel replace dismiss sack fire close shut send deport "
    "deliver hire appoint name move take repair clear recall ban arrest charge"
)
_TIME = re.compile(r"\b(?:until|till|hours?|days?|weeks?|months?)\b")
_OURS = lexicon("we i us it he she they")
"""Who speaks of himself is found by his statement."""
_PLANS = lexicon("plans plan intention intentions")
_HALTS = lexicon(", ; . because while but saying ” '' urging asking demanding requesting calling")
"""Where what is done ends; who signs a plea has not done what it pleads for."""
_OPENS = lexicon("if unless until before after whether when while once because since as")


def deeds_of(referents: Referents, passage: Passage) -> list[Reply]:
    """What a passage says that somebody will not do or has done, as possible answers to what was asked of him."""
    if passage.is_summary or not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    out = []
    for verb in clauses.verbs:
        kind, task = _refused(clauses, verb), verb
        passive = kind is not None and verb.passive
        if kind is None:
            task = _ruled_out(clauses, verb) or verb
            kind = "rejects" if task is not verb else _done(clauses, verb)
        # What will not be done, nobody may have been asked for: only who was asked answers so.
        strict = kind is None or passive
        if kind is None:
            kind = _cannot(clauses, verb) or _promised(clauses, verb)
        if kind is not None:
            out.append(_made(referents, passage, clauses, verb, task, kind, strict))
    return out


def _cannot(clauses: Clauses, verb: Verb) -> AnswerKind | None:
    """`could not pay`, `does not expel people`, of the one who was asked to."""
    if not verb.negated or verb.passive or verb.form != "finite" or verb.lemma in _SAYS:
        return None
    words = clauses.sentence.lower
    plainly = verb.modal in ("can", "could", "ca") or not {"do", "does"}.isdisjoint(words[verb.first : verb.head])
    return "rejects" if plainly and not _in_clause(clauses, verb) else None


def _promised(clauses: Clauses, verb: Verb) -> AnswerKind | None:
    """`would send the letters`, `will pay`, with no condition to it, of the one who was asked to."""
    if verb.negated or verb.modal not in ("will", "would", "'ll", "’ll") or verb.lemma in _SAYS:
        return None
    words = clauses.sentence.lower
    if any(v.lemma in HOPES and v.last <= verb.first for v in clauses.verbs):
        return None
    if is_tied(words, verb.last) or not MAYBE.isdisjoint(words[max(0, verb.first - 1) : clauses.limit(verb)]):
        return None
    return None if "have" in words[verb.first : verb.head] or _in_clause(clauses, verb) else "accepts"


_SAYS = lexicon("be have say comment know give see think believe want need seek consider ask decide")


def _refused(clauses: Clauses, verb: Verb) -> AnswerKind | None:
    """`would not pay`, `will never sign`."""
    words = clauses.sentence.lower
    if not verb.negated or verb.modal not in ("will", "would", "wo", "'ll", "’ll"):
        return None
    if verb.lemma in ("be", "have", "say", "comment", "know", "give") or "have" in words[verb.first : verb.head]:
        return None
    return None if _in_clause(clauses, verb) else "rejects"


def _ruled_out(clauses: Clauses, verb: Verb) -> Verb | None:
    """`ruled out taking back`, `had no plans to recall`, `has no intention of paying`: what is not to be done."""
    words = clauses.sentence.lower
    at = verb.last
    if verb.lemma == "rule" and words[at : at + 1] == ["out"]:
        at += 1
    elif verb.lemma == "have" and words[at : at + 1] == ["no"] and words[at + 1 : at + 2] and words[at + 1] in _PLANS:
        at += 2 + (words[at + 2 : at + 3] == ["of"])
    else:
        return None
    return next((v for v in clauses.verbs if v.first == at and v.form in ("participle", "infinitive")), None)


def _done(clauses: Clauses, verb: Verb) -> AnswerKind | None:
    """`released the crew`, `the crew were freed`, told as a fact."""
    if verb.form == "infinitive" and verb.lemma in _DEEDS and not verb.negated and _decided(clauses, verb):
        return None if _in_clause(clauses, verb) else "accepts"
    if verb.form != "finite" or verb.negated or verb.modal is not None or verb.lemma not in _DEEDS:
        return None
    following = " ".join(clauses.sentence.lower[verb.last : verb.last + 10])
    if verb.lemma in ("give", "allow", "grant") and _TIME.search(following):
        # Who gives time has not done what it is given for.
        return None
    past = clauses.tags[verb.head] in ("VBD", "VBN") or (
        clauses.tags[verb.head] == "VBG" and clauses.sentence.lower[verb.first] in ("is", "was", "are", "were")
    )
    return "accepts" if past and not _in_clause(clauses, verb) else None


def _tells_when(words: list[str], at: int) -> bool:
    """Whether a word begins to say when something was done (`freed | on Thursday night`)."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in _DAYS or (words[at] in ("on", "late", "early", "last", "this") and following in _DAYS | _PARTS)


_DAYS = lexicon("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow")
_PARTS = lexicon("week month year night morning afternoon evening")


def _decided(clauses: Clauses, verb: Verb) -> bool:
    """Whether somebody voted or decided to do it (`voted 9-4 on Sunday | to scrap the plan`)."""
    before = [v for v in clauses.verbs if v.last <= verb.first]
    chief = before[-1] if before else None
    told = chief is not None and chief.form == "finite" and chief.modal is None and not chief.negated
    votes = chief is not None and chief.lemma in ("vote", "decide", "resolve", "opt")
    return told and votes and chief is not None and verb.first - chief.last < 6


def _in_clause(clauses: Clauses, verb: Verb) -> bool:
    """Whether the verb stands in a clause that supposes, or that tells when or why."""
    words = clauses.sentence.lower
    for i in range(verb.first - 1, max(-1, verb.first - 10), -1):
        if words[i] in ("after", "since"):
            return False
        if words[i] in _OPENS:
            return True
        if words[i] in (",", ";", "that"):
            return False
    return False


def _made(
    referents: Referents, passage: Passage, clauses: Clauses, verb: Verb, task: Verb, kind: AnswerKind, strict: bool
) -> Reply:
    s = clauses.sentence
    subject = clauses.subject(verb)
    stop = max(clauses.limit(task), task.last)
    for i in range(task.last, stop):
        if s.lower[i] in _HALTS or _tells_when(s.lower, i):
            stop = max(i, task.last)
            break
    if verb.passive and "by" in s.lower[task.last : stop]:
        stop = s.lower.index("by", task.last)
    said = " ".join(s.text[s.starts[task.head] : s.ends[stop - 1]].split())
    if task.lemma == "take" and s.lower[task.last : task.last + 1] == ["back"]:
        said = said.replace("back", "back reinstate", 1)
    first = verb.first
    if subject is not None and subject.last <= verb.first:
        first = subject.first
        if verb.passive:
            said += " " + " ".join(s.text[s.starts[subject.first] : s.ends[subject.last - 1]].split())
    agent = clauses.agent(verb)
    by = referents.asker(passage, agent)
    return Reply(
        passage=passage, start=s.starts[first], end=s.ends[stop - 1], kind=kind, by=by, house=(), noun=None, whose=(),
        task=said, partial=False, deed=True, strict=strict,
        stranger=agent is not None and not by and s.lower[agent.head] not in _OURS,
    )  # fmt: skip
