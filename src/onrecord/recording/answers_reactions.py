"""What a sentence says that somebody will, will not or did do, gave or offered: a possible answer to what he was asked.

These readings are wide: which of them answers what is decided by what they have in common with a demand
(`answers_linking`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.recording.answers import Reply
from onrecord.recording.answers_brief import (
    CAN,
    CLOSES,
    ENDS,
    WILL,
    impossible,
    said_not,
    stop_of,
    unwilling,
    votes_against,
    who_said,
)  # fmt: skip
from onrecord.recording.answers_words import HOPES, MAYBE, PHRASAL, REJECT, SILENT
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import AnswerKind

_SAYS = SILENT | lexicon(
    "be have know think believe want need see feel expect tell add note argue insist warn report seem mean hope fear"
)
"""What is said, thought or felt, and is no deed."""
_SAYS_BUT_SEES = _SAYS - {"see"}
_REFUSES = REJECT | lexicon("reject avoid")
_COMMITS = lexicon("agree promise pledge vow undertake consent volunteer commit decide")
_OFFERS = lexicon("offer propose suggest present table")
_NO_DEEDS = _REFUSES | _COMMITS | _OFFERS
_NONE_OF = lexicon(
    "plan plans intention intentions money time room need reason funds budget way chance grounds question"
)
_YIELDS = {
    "back": ("down", "away", "off"), "give": ("in", "way", "ground"), "climb": ("down",), "cave": ("in",),
    "relent": ("",), "oblige": ("",), "yield": ("",), "comply": ("",), "obey": ("",), "concur": ("",),
}  # fmt: skip
_ANNOUNCES = lexicon("announce make take explain defend reach")
_COMPLIES = lexicon("cooperate co-operate comply oblige obey")
_MEANS = lexicon("money time room budget way chance funds alternative question")
"""What there is none of, where something cannot be done."""
_ANSWERED = lexicon("reply respond answer comply do oblige")
"""What has been done by who was asked for a reply (`said it had already replied`)."""
_YES_NO = re.compile(r"\A\W{0,3}[“\"]([Nn]o|[Yy]es)[,.!]?[”\"] (?:[A-Z][\w.’'-]+ ){0,4}(?:said|replied|answered|was)\b")
"""A whole answer in quotation marks (`“No,” Lund replied`)."""
_GIVES = lexicon("turn hand give send release free return publish pay surrender deliver provide submit withdraw lift")
_OPENS = lexicon("if unless whether until before once provided")
_TIES = lexicon("if unless once provided when until")
_DAYS = lexicon("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow")
_ENDED = CLOSES | _DAYS | lexicon("on at late in within and again this last by to")
_PARTS = re.compile(
    r"\b(?:only (?:the|part|half|some|one|two|three|\d+)\b|some of|part of|half|a third|a quarter|a tenth|a few|most of"
    r"|one of|two of|partial(?:ly)?|in part)\b"
    r"|\b(?:under review|consider|look (?:at|into)|study|discuss)\b",
    re.I,
)
"""What says that a part of it is done or promised, or something short of it."""
_Reading = Callable[[Clauses, Verb], "tuple[AnswerKind, str, int, int] | None"]
_PUT = re.compile(
    r"\b(?:(?:was|is|are|were|be|am|['’][ms]|['’]re) (?:going nowhere|staying put|not for sale|out of the question)"
    r"|(?:has|have|had) gone to court|went to court|hands (?:are|were) tied)\b",
    re.I,
)
"""Sayings by which one will not do what one was asked to."""
_HEEDS = lexicon("follow heed accept agree grant comply obey oblige bow")
"""What one who was asked did not do, by way of an answer (`the judge did not follow them`)."""
_RULINGS = lexicon("ruling order decision verdict sentence penalty fine judgment judgement")
_SOME_OF = lexicon("some half most part one two three four five several")
_NOTHING = lexicon("it that this so them one")


def reactions_of(referents: Referents, passage: Passage) -> list[Reply]:
    """The possible answers of a passage, in order; each has words in common with what it answers, or none at all."""
    if passage.is_summary:
        return []
    clauses = referents.clauses(passage)
    out = []
    said = _YES_NO.match(passage.text)
    if said is not None:
        answered: AnswerKind = "rejects" if said[1].casefold() == "no" else "accepts"
        out.append(Reply(
            passage=passage, start=passage.start + said.start(1), end=passage.start + said.end(), kind=answered, by=(),
            house=(), noun=None, whose=(), task=None, partial=False, shape="bare",
        ))  # fmt: skip
    for verb in clauses.verbs:
        before = clauses.sentence.lower[max(0, verb.first - 1) : verb.first]
        if _is_supposed(clauses, verb) or before in (["nor"], ["neither"]):
            # `had neither accepted nor refused it`
            continue
        for reading in _READINGS:
            found = reading(clauses, verb)
            if found is not None:
                out.append(_made(referents, passage, clauses, verb, *found))
                break
    return out


def _refusal(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`would not give guarantees`, `was unable to hand over the logs`, `cannot do it`."""
    words = clauses.sentence.lower
    if verb.passive or verb.lemma in _SAYS_BUT_SEES:
        return None
    if verb.negated and (verb.modal in WILL or verb.modal in CAN):
        if "have" in words[verb.first : verb.head]:
            return None
        stop = stop_of(clauses, verb)
        bare = set(words[verb.last : stop]) <= _NOTHING
        return "rejects", "bare" if bare and stop > verb.last else "refusal", verb.head, stop
    if verb.negated and verb.lemma in _HEEDS and {"did", "does", "do"} & set(words[verb.first : verb.head]):
        return "rejects", "bare", verb.last, verb.last
    unable = words[max(0, verb.first - 1) : verb.first] == ["unable"]
    able = words[max(0, verb.first - 1) : verb.first] == ["able"]
    unable = unable or (able and "not" in words[max(0, verb.first - 5) : verb.first])
    if verb.form == "infinitive" and unable:
        return "rejects", "refusal", verb.head, stop_of(clauses, verb)
    return None


def _rejection(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`rejected any release`, `refused to part with its chairman`, `ruled out taking them back`."""
    words = clauses.sentence.lower
    if verb.negated or verb.passive or (verb.modal is not None and verb.modal not in WILL):
        return None
    if verb.form == "infinitive" or (clauses.tags[verb.head] == "VBG" and verb.form != "finite"):
        return None
    particles = PHRASAL.get(verb.lemma, ())
    at = verb.last
    if verb.lemma in _REFUSES:
        at += words[at : at + 1] == ["to"]
    elif words[at : at + 1] and words[at] in particles:
        at += 1
    elif verb.lemma == "have" and words[at : at + 1] == ["no"] and words[at + 1 : at + 2] and words[at + 1] in _NONE_OF:
        at += 2 + (words[at + 2 : at + 3] in (["to"], ["of"], ["for"]))
    else:
        return None
    task = next((v for v in clauses.verbs if v.first in (at, at - 1) and v.first >= verb.last), None)
    if task is not None and task.lemma in SILENT:
        return None
    stop = stop_of(clauses, verb, at)
    return ("rejects", "refusal", at, stop) if stop > at else None


def _promise(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`agreed to pay 80 percent of them`, `promised an inquiry`."""
    told = verb.modal is None and not verb.negated and not verb.passive and verb.form != "infinitive"
    if verb.lemma not in _COMMITS or not told:
        return None
    words, at = clauses.sentence.lower, verb.last
    at += words[at : at + 1] == ["to"]
    if words[at : at + 1] and words[at] in ("not", "against", "on", "with", "that", "whether", "if", "how"):
        return None
    if words[max(0, verb.first - 1) : verb.first] in (["before"], ["without"], ["until"]):
        return None
    stop = stop_of(clauses, verb, at)
    return ("accepts", "promise", at, stop) if stop > at else None


def _will(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`would send the letters`, with no condition to it."""
    if verb.negated or verb.modal not in WILL or verb.passive or verb.lemma in _SAYS:
        return None
    if "have" in clauses.sentence.lower[verb.first : verb.head] or verb.lemma in ("appeal", "fight", "sue"):
        return None
    if any(v.lemma in HOPES and v.last <= verb.first for v in clauses.verbs):
        return None
    stop = stop_of(clauses, verb)
    if not MAYBE.isdisjoint(clauses.sentence.lower[max(0, verb.first - 1) : stop]):
        # `will likely spend a day on whether to sign or veto it`
        return None
    return "accepts", "will", verb.head, stop


def _offer(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`offered one seat`, `put forward 3 percent`, `proposed a review instead`."""
    words = clauses.sentence.lower
    put = verb.lemma == "put" and words[verb.last : verb.last + 1] == ["forward"]
    if verb.modal == "could" and not verb.negated and not verb.passive and verb.lemma not in _SAYS:
        # `could go to 11 percent`
        stop = stop_of(clauses, verb)
        counted = any(clauses.tags[i] == "CD" for i in range(verb.last, min(stop, verb.last + 3)))
        return ("counters", "offer", verb.head, stop) if counted else None
    if not (verb.lemma in _OFFERS or put) or verb.negated or verb.passive or verb.form != "finite":
        return None
    if verb.modal is not None and verb.modal not in WILL:
        return None
    at = verb.last + put
    stop = stop_of(clauses, verb, at)
    return ("counters", "offer", at, stop) if stop > at else None


def _stays(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`the ban would stay in force`: what was to end goes on."""
    words, at = clauses.sentence.lower, verb.last
    subject = clauses.subject(verb)
    stays = verb.lemma in ("stay", "remain", "be", "stand") and verb.modal in WILL and not verb.negated
    if not stays or subject is None or subject.last > verb.first or words[at : at + 1] != ["in"]:
        return None
    kept = words[at + 1 : at + 2] and words[at + 1] in ("force", "place", "effect")
    return ("rejects", "refusal", subject.first, subject.last) if kept else None


def _bare(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`backed down`, `has refused three times`, `had already replied`: of what was asked just before."""
    words, at, s = clauses.sentence.lower, verb.last, clauses.sentence
    said = _PUT.match(s.text, s.starts[verb.first], s.ends[min(at + 4, len(s)) - 1])
    if said is not None:
        return "rejects", "bare", at, min(at + 3, len(s))
    plainly = words[at : at + 1] in ENDS and not verb.negated and _TIES.isdisjoint(words)
    if verb.lemma in _COMPLIES and verb.modal in WILL and plainly:
        # `said it would cooperate`
        return "accepts", "bare", at, at
    if verb.passive or verb.form != "finite" or verb.modal is not None:
        return None
    there = verb.lemma == "be" and "there" in words[max(0, verb.first - 2) : verb.first]
    if there and words[at : at + 1] == ["no"] and words[at + 1 : at + 2] and words[at + 1] in _MEANS:
        return "rejects", "bare", at, at + 2
    ready = any(w in ("willing", "ready", "prepared") for w in words[max(0, verb.first - 8) : verb.first])
    stop = at + (words[at : at + 1] == ["not"])
    if verb.lemma == "be" and ready and (verb.negated or stop > at) and words[stop : stop + 1] in ENDS:
        # `The union is willing; the mill is not.`
        return "rejects", "bare", at, stop
    if verb.lemma == "be" and words[at : at + 1] in (["willing"], ["ready"], ["prepared"], ["unwilling"]):
        answered: AnswerKind = "rejects" if verb.negated or words[at] == "unwilling" else "accepts"
        return (answered, "bare", at, at + 1) if words[at + 1 : at + 2] in ENDS else None
    thing = clauses.object(verb)
    if verb.lemma == "accept" and thing is not None and words[thing.head] in _RULINGS and not verb.negated:
        return "accepts", "bare", at, thing.last
    following = words[at : at + 1]
    ends = not following or following[0] in _ENDED or clauses.tags[at] == "CD"
    particles = _YIELDS.get(verb.lemma)
    if particles is not None and ((following and following[0] in particles) or ("" in particles and ends)):
        return ("rejects" if verb.negated else "accepts"), "bare", at, at
    already = "already" in words[verb.first : verb.head] or following == ["already"]
    perfect = words[verb.first] in ("had", "has", "have")
    if verb.lemma in _ANSWERED and perfect and already and not verb.negated:
        so = verb.lemma != "do" or following == ["so"]
        return ("accepts", "bare", at, at) if so else None
    counted = following and (clauses.tags[at] == "CD" or following[0] in ("again", "repeatedly", "twice"))
    often = counted and (thing is None or words[thing.head] == "times")
    if verb.lemma in ("refuse", "decline") and not verb.negated and often:
        return "rejects", "bare", at, at
    return None


def _decision(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`announced her decision to veto the bill`, `a decision not to run`: what is decided is as good as done."""
    words = clauses.sentence.lower
    decided = verb.form == "infinitive" and words[max(0, verb.first - 1) : verb.first] == ["decision"]
    chief = next((v for v in reversed(clauses.verbs) if v.last < verb.first), None)
    if not decided or verb.negated or chief is None or chief.lemma not in _ANNOUNCES or chief.negated:
        return None
    return "accepts", "deed", verb.head, stop_of(clauses, verb)


def _deed(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`wired $23 million to the supplier`, `had received them on Tuesday`."""
    if verb.negated or verb.passive or verb.form != "finite" or verb.modal is not None or verb.lemma in _SAYS:
        return None
    past = clauses.tags[verb.head] in ("VBD", "VBN")
    words = clauses.sentence.lower
    some = words[verb.last : verb.last + 1] and words[verb.last] in _SOME_OF
    if past and some and words[verb.last + 1 : verb.last + 3] == ["of", "them"] and verb.lemma in _GIVES:
        # `turned some of them over`
        return "partly", "bare", verb.head, verb.last + 3
    thing = clauses.object(verb)
    if not past or thing is None or verb.lemma in _NO_DEEDS:
        return None
    return "accepts", "deed", verb.head, stop_of(clauses, verb)


def _suffered(clauses: Clauses, verb: Verb) -> tuple[AnswerKind, str, int, int] | None:
    """`were received by Mr. Lund`, `four were let go`."""
    if verb.negated or not verb.passive or verb.form != "finite" or verb.modal is not None or verb.lemma in _SAYS:
        return None
    subject = clauses.subject(verb)
    if subject is None or subject.last > verb.first or clauses.sentence.lower[verb.first] in ("is", "are", "am"):
        # What is being done need not have been asked for.
        return None
    return "accepts", "suffered", verb.head, stop_of(clauses, verb)


_READINGS: tuple[_Reading, ...] = (
    _bare, said_not, _stays, impossible, votes_against, unwilling, _refusal,
    _rejection, _promise, _offer, _will, _decision, _deed, _suffered,
)  # fmt: skip


def _is_supposed(clauses: Clauses, verb: Verb) -> bool:
    """Whether the verb stands in a clause that supposes, or the sentence makes it depend on something."""
    words = clauses.sentence.lower
    for i in range(verb.first - 1, max(-1, verb.first - 10), -1):
        if words[i] in _OPENS:
            return True
        if words[i] in (",", ";", "that"):
            break
    tied = verb.modal in WILL and not verb.negated
    stop = next((i for i in range(verb.last, len(words)) if words[i] in ("but", ";")), len(words))
    near = set(words[verb.last : min(stop, verb.last + 25)])
    return tied and bool({"if", "unless", "once", "provided", "when"} & near)


def _made(
    referents: Referents, passage: Passage, clauses: Clauses, verb: Verb,
    kind: AnswerKind, shape: str, first: int, stop: int,
) -> Reply:  # fmt: skip
    s = clauses.sentence
    subject = clauses.subject(verb)
    said = "" if stop <= first else " ".join(s.text[s.starts[first] : s.ends[stop - 1]].split())
    if verb.passive and subject is not None:
        said += " " + " ".join(s.text[s.starts[subject.first] : s.ends[subject.last - 1]].split())
    agent = clauses.agent(verb)
    by = referents.asker(passage, agent)
    if verb.passive is False and shape == "will" and subject is not None and not by:
        # `the list would be out by Friday`
        said += " " + _subject_words(clauses, subject)
    begin = verb.first if subject is None or subject.last > verb.first else subject.first
    by = who_said(referents, passage, clauses, agent) or by
    whose = next((p for p in clauses.phrases if p.last == verb.first), None) if verb.form == "infinitive" else None
    if whose is not None and s.lower[whose.head] in ("refusal", "unwillingness"):
        # `the mill’s | refusal to pay`
        by = referents.possessor(passage, whose) or by
        begin = min(begin, whose.first)
    partly = kind == "accepts" and _PARTS.search(s.text, s.starts[begin], s.ends[max(stop, verb.last) - 1]) is not None
    return Reply(
        passage=passage, start=s.starts[begin], end=s.ends[max(stop, verb.last) - 1], kind="partly" if partly else kind,
        by=by, house=_house(referents, passage, agent, by), noun=None, whose=(), task=said, partial=False,
        words=_subject_words(clauses, agent), shape=shape, verb=verb.lemma, earlier=s.lower[verb.first] == "had",
        pronoun=agent is not None and clauses.tags[agent.head] == "PRP",
        stranger=not by and agent is not None and clauses.tags[agent.head] in ("NN", "NNS", "NNP", "NNPS"),
    )  # fmt: skip


def _house(referents: Referents, passage: Passage, agent: Phrase | None, by: tuple[str, ...]) -> tuple[str, ...]:
    return () if agent is None else tuple(p for p in referents.possessor(passage, agent) if p not in by)


def _subject_words(clauses: Clauses, phrase: Phrase | None) -> str:
    s = clauses.sentence
    return "" if phrase is None else s.text[s.starts[phrase.first] : s.ends[phrase.last - 1]]
