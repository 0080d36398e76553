"""Where a sentence answers a demand: accepts it, rejects it, meets it in part, leaves it open.

An answer names what it answers by a noun (`rejected the union’s demands`), by what was asked (`refused to sign`), or by
saying that what was to stop goes on.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from onrecord.recording.answers_apposed import antecedent, by_name, granted_by, step_not_taken, takes_up
from onrecord.recording.answers_words import (
    ACCEPT,
    AT_ONCE,
    BARE,
    COURT,
    DECISIONS,
    HEEDS,
    HINT,
    LEFT_OPEN,
    NAMES,
    PARTIAL,
    PAUSES,
    PHRASAL,
    REJECT,
    SILENT,
    SLURS,
    SOME,
    SPURNS,
    THINGS,
    WHEN,
)  # fmt: skip
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wants_words import DEMAND_NOUNS
from onrecord.types import AnswerKind


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as one sentence gives it.

    `house` is the body whose people answer (`the mill’s directors`). `noun` is the word it names the demand by, `whose`
    the party whose demand it is, `task` what was to be done, where the sentence says it. `partial` says that not all of
    it is answered.
    """

    passage: Passage
    start: int
    end: int
    kind: AnswerKind
    by: tuple[str, ...]
    house: tuple[str, ...]
    noun: str | None
    whose: tuple[str, ...]
    task: str | None
    partial: bool
    words: str = ""
    """The phrase that names the demand."""
    fate: str = ""
    """What became of what was asked (`withdrawn`, `completed` …), where the text tells it and nobody answers."""
    apposed: bool = False
    """Whether it takes up what is asked in the same sentence (`…, a request that was refused`)."""
    deed: bool = False
    """Whether it says what is done or not done, and no demand need be meant."""
    about: str = ""
    """What the phrase that names the demand says that it is for (`the demand | for an apology`)."""
    linked: bool = False
    """Whether `which` ties it to what its sentence has just told."""
    earlier: bool = False
    """Whether it was given before what is told (`had refused`)."""
    opposed: bool = False
    """Whether it only speaks against what is asked, as others may whom it is not asked of."""
    opposes: frozenset[str] = frozenset()
    """The verbs for what was asked, of which it says the contrary."""
    strict: bool = False
    """Whether only the one who was asked answers by it."""
    amount: str = ""
    """How much of it is granted, where the answer says only that (`gave it | two weeks`)."""
    stranger: bool = False
    """Whether somebody is said to answer who is no party of the story (`most economists approved the plan`)."""
    shape: str = ""
    """What kind of reaction it is (`refusal`, `promise`, `deed` …), where only what it has in common with a demand ties
    it to one."""
    verb: str = ""
    """The lemma of the verb of a reaction."""
    pronoun: bool = False
    """Whether only a pronoun says who reacts."""


def replies_of(material: Material, referents: Referents, passage: Passage) -> list[Reply]:
    """The answers that a passage gives, in order."""
    if not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    out = []
    for verb in clauses.verbs:
        reply = _reply(referents, passage, clauses, verb)
        if reply is not None:
            out.append(reply)
    return out


def after_times(clauses: Clauses, verb: Verb) -> int:
    """The word after a verb and what is said of when and how often (`refused | again on Friday | to pay`).

    It is the word right after the verb where neither `to` nor a pause follows on that.
    """
    words = clauses.sentence.lower
    at = verb.last
    while at < min(len(words), verb.last + 6) and (words[at] in WHEN or clauses.tags[at] == "CD"):
        at += 1
    return at if at >= len(words) or words[at] in PAUSES or words[at] == "to" else verb.last


def _reply(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    words = clauses.sentence.lower
    following = words[verb.last : verb.last + 2]
    decided = verb.form == "infinitive" and verb.first > 0 and words[verb.first - 1] in DECISIONS
    chief = next((v for v in reversed(clauses.verbs) if v.last <= verb.first), None)
    voted = chief is not None and chief.lemma == "vote" and chief.modal is None and verb.first - chief.last < 6
    # `voted on Thursday to reject the offer`
    decided = decided or (verb.form == "infinitive" and voted)
    if (verb.modal is not None and verb.modal not in ("will", "would")) or (verb.form == "infinitive" and not decided):
        return None
    if _asked_for(clauses, verb):
        return None
    if verb.modal is None and words[max(0, verb.first - 1) : verb.first] in (["nor"], ["neither"]):
        # `had neither accepted nor refused it`
        return None
    if "neither" in words[verb.first : verb.last]:
        return None
    if verb.modal is None and clauses.in_condition(verb):
        return None
    if verb.first and words[verb.first - 1] in ("before", "without", "until"):
        # `sought guarantees before agreeing to leave`: nobody has agreed.
        return None
    if words[max(0, verb.first - 2) : verb.first] in (["instead", "of"], ["rather", "than"]):
        thing = clauses.object(verb) or clauses.phrase_starting(verb.last + 1)
        heeds = verb.lemma in ACCEPT or verb.lemma in ("comply", "bow", "yield", "agree", "meet")
        if not heeds or thing is None or words[thing.head] not in THINGS:
            return None
        # `instead of complying with the demand`
        return _made(referents, passage, clauses, verb, "rejects", thing, None)
    past = after_times(clauses, verb)
    bare = not verb.negated and not verb.passive and (clauses.object(verb) is None or past > verb.last)
    will_not = verb.negated and verb.modal in ("would", "will") and not verb.passive and clauses.object(verb) is None
    if will_not and verb.lemma in ("accept", "agree", "comply") and (not following or following[0] in (".", ",", ";")):
        # `offered to pay for it, but he would not accept`
        return _made(referents, passage, clauses, verb, "rejects", None, None)
    told = verb.form == "finite" and verb.modal is None
    if verb.lemma in BARE and bare and words[past : past + 1] != ["to"] and (
        not following or following[0] in PAUSES or past > verb.last or (told and following[0] in AT_ONCE)
    ):
        taken_up = antecedent(clauses, verb)
        if taken_up is not None:
            # `…, an offer the board accepted`
            found = _made(referents, passage, clauses, verb, BARE[verb.lemma], taken_up, None)
            return dataclasses.replace(found, apposed=True, whose=(), by=by_name(clauses, verb, found.by))
        return _made(referents, passage, clauses, verb, BARE[verb.lemma], None, None)
    if verb.lemma in _HEEDED and _what_was_asked(clauses, verb, past):
        done: AnswerKind = "accepts" if verb.lemma in ("agree", "promise", "offer") and not verb.negated else "rejects"
        found = _made(referents, passage, clauses, verb, done, None, None)
        subject = clauses.subject(verb)
        unsaid = subject is not None and clauses.tags[subject.head] == "PRP"
        # `which it declined to do`: whoever was asked.
        return dataclasses.replace(found, by=() if unsaid else found.by, end=clauses.sentence.ends[past + 1],
                                   linked=True, earlier=False)  # fmt: skip
    if verb.lemma in ("refuse", "decline", "agree") and words[past : past + 1] == ["to"]:
        task = next((v for v in clauses.verbs if v.first == past and v.form == "infinitive"), None)
        if task is not None and task.lemma in SILENT:
            return None
        taken_up = step_not_taken(clauses, verb, task)
        if taken_up is not None:
            # `…, a step he has refused to take`
            taken: AnswerKind = "accepts" if verb.lemma == "agree" and not verb.negated else "rejects"
            found = _made(referents, passage, clauses, verb, taken, taken_up, None)
            return dataclasses.replace(found, apposed=True, whose=(), by=by_name(clauses, verb, found.by))
        if task is not None:
            kind: AnswerKind = "accepts" if verb.lemma == "agree" and not verb.negated else "rejects"
            return _made(referents, passage, clauses, verb, kind, None, task)
        if verb.lemma == "agree":
            thing = clauses.phrase_starting(past + 1)
            if thing is not None and words[thing.head] in DEMAND_NOUNS:
                return _made(referents, passage, clauses, verb, "rejects" if verb.negated else "accepts", thing, None)
        return None
    if verb.lemma in ("continue", "go") and (verb.lemma == "continue" or following[:1] == ["on"]):
        subject = clauses.subject(verb)
        if verb.modal == "will" and subject is not None:
            return _made(referents, passage, clauses, verb, "rejects", subject, None)
        return None
    if verb.lemma == "fail" and not verb.negated and not {"verdict", "decision"} & set(words):
        task = next((v for v in clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        if task is None or task.lemma not in HEEDS:
            return None
        thing = clauses.object(task) or clauses.phrase_starting(task.last + 1)
        if thing is not None and words[thing.head] in THINGS:
            return _made(referents, passage, clauses, verb, "rejects", thing, None)
        return _made(referents, passage, clauses, verb, "rejects", None, task)
    if verb.lemma == "be" and verb.form == "finite" and verb.modal is None:
        return _judged(referents, passage, clauses, verb)
    if verb.lemma in NAMES and not verb.negated:
        return _named(referents, passage, clauses, verb)
    parted = clauses.object(verb) if verb.lemma in PHRASAL and not verb.passive else None
    down = words[parted.last : parted.last + 1] if parted is not None else []
    # `turned down the offer`, `turned the offer down`
    particles = PHRASAL.get(verb.lemma, ())
    negative = verb.lemma in REJECT or any(w and w[0] in particles for w in (following[:1], down))
    if verb.lemma == "say" and words[verb.last : verb.last + 2] in (["no", "to"], ["yes", "to"]):
        thing = clauses.phrase_starting(verb.last + 2)
        if thing is None or words[thing.head] not in THINGS:
            return None
        said: AnswerKind = "rejects" if words[verb.last] == "no" else "accepts"
        return _made(referents, passage, clauses, verb, said, thing, None)
    positive = verb.lemma in ACCEPT or (
        verb.lemma in ("bow", "comply", "yield", "give") and following[:1] in (["to"], ["with"])
    )
    heeded = clauses.phrase_starting(verb.last + 1) if following[:1] in (["with"], ["by"]) else None
    if verb.lemma in ("comply", "abide") and heeded is not None and words[heeded.head] not in THINGS:
        # `would comply with the freeze`: what was asked for, by its own name.
        found = _made(referents, passage, clauses, verb, "rejects" if verb.negated else "accepts", heeded, None)
        return dataclasses.replace(found, noun=None, task=found.words, deed=True, strict=True)
    tied = {"if", "unless", "once", "provided", "when"} & set(words)
    heeds = verb.lemma in ("comply", "abide", "obey", "respect", "accept", "honour", "honor") and not tied
    if (not negative and not positive) or (positive and verb.modal is not None and not verb.negated and not heeds):
        return None
    if negative and verb.negated and verb.lemma not in ("refuse", "decline"):
        # Who does not dismiss an idea has not agreed to it.
        return None
    answered: AnswerKind = "accepts" if positive != verb.negated else "rejects"
    if takes_up(clauses, verb):
        # `proposed a truce, which the rebels turned down`
        return dataclasses.replace(_made(referents, passage, clauses, verb, answered, None, None), earlier=False,
                                   linked=True)  # fmt: skip
    ruled = granted_by(clauses, verb)
    if ruled is not None:
        # `…, a request Judge Berg granted`
        asked, judge = ruled
        found = _made(referents, passage, clauses, verb, answered, asked, None)
        return dataclasses.replace(found, apposed=True, whose=(), by=referents.who(passage, judge))
    apposed = antecedent(clauses, verb)
    if apposed is not None:
        found = _made(referents, passage, clauses, verb, answered, apposed, None)
        # `a request that the mill refused` speaks of what stands before it.
        return dataclasses.replace(found, apposed=True, whose=(), by=by_name(clauses, verb, found.by))
    thing = clauses.subject(verb) if verb.passive else _object(clauses, verb)
    thing = _of_which(clauses, thing)
    if verb.passive and (thing is None or words[thing.head] not in THINGS):
        # `her demands, including a pardon and a pension, were rejected`
        earlier = [
            p for p in clauses.phrases
            if p.last <= verb.first and words[p.head] in DEMAND_NOUNS and clauses.tags[p.head] in ("NN", "NNS")
        ]  # fmt: skip
        thing = earlier[-1] if earlier else None
    spurned = thing is not None and negative and not verb.passive and verb.lemma in SPURNS
    if spurned and thing is not None and words[thing.head] not in THINGS:
        # `rejected an inquiry`, `ruled out talks`: what was asked for, by its own name.
        found = _made(referents, passage, clauses, verb, "rejects", thing, None)
        return dataclasses.replace(found, noun=None, task=found.words, deed=True)
    if thing is None or words[thing.head] not in THINGS:
        return None
    if verb.lemma == "deny" and words[thing.head] not in COURT:
        return None
    return _made(referents, passage, clauses, verb, answered, thing, None)


def _judged(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    """`said the offer was too low`: so says the speaker, who is found by his statement."""
    s = clauses.sentence
    thing = clauses.subject(verb)
    stop = min(verb.last + 4, len(s))
    if thing is None or s.lower[thing.head] not in THINGS or thing.last > verb.first or stop <= verb.last:
        return None
    slur = SLURS.search(s.text, s.starts[verb.last], s.ends[stop - 1])
    if slur is None or verb.negated or "if" in s.lower[max(0, verb.first - 6) : verb.first]:
        return None
    found = _made(referents, passage, clauses, verb, "rejects", thing, None)
    return dataclasses.replace(found, by=(), house=())


def _asked_for(clauses: Clauses, verb: Verb) -> bool:
    """Whether the answer is only what somebody is asked to give (`recommended that the owners accept the bid`)."""
    words = clauses.sentence.lower
    if clauses.tags[verb.head] not in ("VB", "VBP") or verb.modal is not None:
        return False
    for at in range(verb.first - 1, max(0, verb.first - 8), -1):
        if words[at] == "that":
            return any(w.startswith(_ASKS) for w in words[max(0, at - 4) : at])
    return False


_ASKS = ("recommend", "demand", "urg", "ask", "request", "suggest", "propos", "insist")


_HEEDED = lexicon("refuse decline fail agree promise offer")


def _what_was_asked(clauses: Clauses, verb: Verb, past: int) -> bool:
    """Whether what is agreed to or refused is all that was asked before (`…, which | she declined to do`)."""
    words = clauses.sentence.lower
    after = words[past + 2 : past + 3]
    ends = not after or after[0] in PAUSES or after[0] in WHEN or after[0] in ("until", "because", "despite", "when")
    if words[past : past + 2] != ["to", "do"] or not ends:
        return False
    subject = next((p for p in reversed(clauses.phrases) if p.last <= verb.first), None)
    at = 0 if subject is None else subject.first
    return words[at - 2 : at] in ([",", "which"], [",", "something"]) if at > 1 else False


def _named(referents: Referents, passage: Passage, clauses: Clauses, verb: Verb) -> Reply | None:
    """`called the proposal a stalling tactic`: who calls it by such a name will not have it."""
    thing = clauses.subject(verb) if verb.passive else clauses.object(verb)
    words = clauses.sentence.lower
    at = None if thing is None else next((i for i in range(thing.first, thing.last) if words[i] in THINGS), None)
    if thing is None or at is None:
        return None
    s = clauses.sentence
    first = verb.last if verb.passive else at + 1
    stop = min(first + 12, len(s))
    if first >= stop or not SLURS.search(s.text, s.starts[first], s.ends[stop - 1]):
        return None
    if LEFT_OPEN.search(s.text, s.starts[first], passage.end):
        return None
    # The tags may take what it is called for a part of its name (`called the request absurd`).
    return _made(referents, passage, clauses, verb, "rejects", Phrase(thing.first, at + 1, at), None)


def _of_which(clauses: Clauses, thing: Phrase | None) -> Phrase | None:
    """For `most of the conditions`: the whole of it, headed by the noun."""
    words = clauses.sentence.lower
    if (
        thing is None
        or words[thing.head] not in PARTIAL | lexicon("all both none")
        or words[thing.last : thing.last + 1] != ["of"]
    ):
        return thing
    whole = clauses.phrase_starting(thing.last + 1)
    return thing if whole is None else Phrase(thing.first, whole.last, whole.head)


def _object(clauses: Clauses, verb: Verb) -> Phrase | None:
    thing = clauses.object(verb)
    words = clauses.sentence.lower
    if thing is None and words[verb.last : verb.last + 1] == ["as"]:
        # `rejected | as far too low | a bid of $4 million`
        near = range(verb.last + 1, min(verb.last + 6, len(words)))
        at = next((i for i in near if clauses.tags[i] in ("DT", "PRP$")), None)
        judged = at is not None and at > verb.last + 1 and all(
            t in ("JJ", "JJR", "RB", "VBN", "VBG", "CC", "NN") for t in clauses.tags[verb.last + 1 : at]
        )
        if judged and at is not None:
            return clauses.phrase_starting(at)
    if thing is None:
        for i in range(verb.last, min(verb.last + 2, len(clauses.sentence))):
            thing = thing or clauses.phrase_starting(i + 1)
    return thing


def _about(clauses: Clauses, thing: Phrase | None) -> str:
    """What follows a noun for what is wanted by `for` or `to` (`the request for more time`)."""
    s = clauses.sentence
    if thing is None or s.lower[thing.last : thing.last + 1] not in (["for"], ["to"]):
        return ""
    following = clauses.phrase_starting(thing.last + 1)
    if following is not None:
        return s.text[s.starts[following.first] : s.ends[following.last - 1]] if s.lower[thing.last] == "for" else ""
    task = next((v for v in clauses.verbs if v.first == thing.last and v.form == "infinitive"), None)
    return "" if task is None else s.text[s.starts[task.head] : s.ends[max(clauses.limit(task), task.last) - 1]]


def _made(
    referents: Referents,
    passage: Passage,
    clauses: Clauses,
    verb: Verb,
    kind: AnswerKind,
    thing: Phrase | None,
    task: Verb | None,
) -> Reply:
    s = clauses.sentence
    agent = clauses.agent(verb)
    by = referents.asker(passage, agent)
    house = () if agent is None else tuple(p for p in referents.possessor(passage, agent) if p not in by)
    noun = "" if agent is None else s.lower[agent.head]
    stranger = not by and not house and (is_people(noun) or noun in SOME)
    first, last = verb.first, verb.last
    subject = clauses.subject(verb)
    if subject is not None and subject.last <= verb.first:
        first = subject.first
    if thing is not None:
        first, last = min(first, thing.first), max(last, thing.last)
    said = None
    if task is not None:
        stop = clauses.limit(task)
        last = max(last, task.last)
        said = " ".join(s.text[s.starts[task.head] : s.ends[max(stop, task.last) - 1]].split())
    elif thing is not None and verb.lemma in ("continue", "go"):
        said = " ".join(s.text[s.starts[thing.first] : s.ends[thing.last - 1]].split())
    named = s.lower[thing.head] if thing is not None and said is None else None
    return Reply(
        passage=passage,
        start=s.starts[first],
        end=s.ends[last - 1],
        kind=kind,
        by=by,
        house=house,
        noun=named,
        whose=() if thing is None else tuple(p for p in referents.possessor(passage, thing) if p not in by),
        task=said,
        words="" if thing is None else " ".join(s.text[s.starts[thing.first] : s.ends[thing.last - 1]].split()),
        partial=thing is not None and any(w in PARTIAL for w in s.lower[thing.first : thing.head]),
        about=_about(clauses, thing),
        earlier=s.lower[verb.first] == "had",
        opposed=verb.lemma in ("oppose", "denounce", "condemn", "resist"),
        stranger=stranger,
    )
