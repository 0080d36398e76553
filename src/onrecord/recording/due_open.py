"""Due times that no order sets: what somebody says he will do by a day, what is wanted or due, strikes called."""

from __future__ import annotations

import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.due_reading import STRIKES, Due, Reading, Spot
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_parts import Want

_DECIDES = lexicon(
    "pay award surrender comply decide rule submit file answer respond reply vote publish release deliver "
    "repay report present hand leave "
    "withdraw return reopen resume sign ratify announce issue send produce choose appeal complete hold free vacate"
)
"""Verbs for what somebody may set himself a day for."""
_STATES = lexicon("be have become reach grow rise fall turn total hit double cost weigh open begin start end last")
"""Verbs for what comes about, and is not done by somebody whom it falls to."""
_SET_FOR = lexicon("begin start set due schedule scheduled call plan")
_FALLS_DUE = lexicon(
    "payment response reply answer answers bids proposals objections submissions comments decision ruling verdict "
    "report papers lists plans accounts documents filing filings application submission interest premium fee fees fine "
    "tranche "
    "loan loans bonds debt rent offers tenders "
    "brief briefs repayment instalment installment nominations applications entries returns payments claims"
)
_TAKEN_IN = lexicon(
    "comments submissions bids offers applications nominations proposals objections entries views claims tenders "
    "responses expressions feedback evidence"
)
"""What is taken in until a day."""
_TAKES_IN = lexicon("invite accept take receive welcome seek collect consider gather")
_HANDS_IN = lexicon("lodge submit file send enter make register hand")
"""What may be done with them until then (`objections can be lodged until Friday`)."""
_GETS = lexicon("get receive hear have see")
"""What one is given by others (`unless we have an answer by Friday`)."""
_OWED = lexicon("due expected wanted required sought needed")
"""What is said of something that has to be there by a day."""
_WALKS_OUT = lexicon("strike walk")
_CALLS = lexicon("call announce plan schedule threaten give set declare")
_BY = re.compile(
    r"\b(?:by|before|until|till|within|(?:no|not) later than)\s"
    r"(?:the\s|next\s|this\s|noon(?:\son)?\s|mid\w+(?:\son)?\s|\d[\d:]*\s?[ap]\.?m\.?(?:\son)?\s)*\Z",
    re.I,
)
"""What stands before a time by which something is to be done."""


def wanted(r: Reading, spot: Spot, want: Want, start: int, end: int) -> Due | None:
    """The due time inside the words of a want: `asked the mill to answer by Friday`, `unless it paid by noon`."""
    begin = min(start, r.clauses.sentence.starts[spot.first])
    text = r.passage.text[: begin - r.passage.start]
    inside = want.start <= begin <= want.end + 12
    found = _BY.search(text)
    if not inside or found is None or spot.day.precision == "year":
        return None
    if found[0].casefold().startswith(("until", "till")) or (spot.length is not None and not text.endswith("within ")):
        return None
    return Due(
        r.passage, want.start, max(end, want.end), spot.day, spot.length, want.by, want.to, want.what, "wanted by",
        hangs=spot.length is not None and r.hangs(spot.last),
    )  # fmt: skip


def pledged(r: Reading, spot: Spot) -> Due | None:
    """`said she would decide by noon Friday`, `will submit a proposal by Saturday`: set for oneself.

    What somebody `is to` do by a day he has not set himself.
    """
    found = _BY.search(r.text_before(spot.first))
    verbs = r.verbs_before(spot.first, 14)
    if found is None or found[0].casefold().startswith(("until", "till", "within", "before")) or not verbs:
        return None
    verb = verbs[-1]
    if verb.lemma in ("promise", "pledge") and verb.form == "finite" and not verb.passive and not verb.negated:
        # `promised a review by September`
        thing, own = r.clauses.object(verb), r.subject(verb)
        if thing is None or not own or thing.last > spot.first:
            return None
        return r.make(spot, "pledged", verb.first, set_by=own, on=own, what=r.text(thing.first, spot.first - 1))
    bound = _is_to(r, verb)
    will = verb.modal in ("will", "would", "shall", "'ll", "’ll") or bound is not None
    if not will or verb.passive or verb.negated:
        return None
    if verb.lemma not in _DECIDES and (bound is None or verb.lemma in _STATES):
        return None
    who = r.subject(verb)
    if not who and not (bound == "be" and _sides(r, verb)):
        return None
    what = r.text(verb.head, max(spot.first - 1, verb.last))
    return r.make(spot, "pledged", verb.first, set_by=() if bound == "be" else who, on=who, what=what)


def _sides(r: Reading, verb: Verb) -> bool:
    """Whether it is each of two sides that is to do something."""
    subject = r.clauses.subject(verb)
    return subject is not None and r.words[subject.first] in ("each", "both", "either")


def _is_to(r: Reading, verb: Verb) -> str | None:
    """What binds a verb to be done: `be` (`is to rule by Friday`, `is due to pay`), or the lemma of a promise."""
    if verb.form != "infinitive":
        return None
    before = next((v for v in r.clauses.verbs if v.last == verb.first), None)
    due = r.words[verb.first - 1] in ("due", "set", "scheduled", "expected", "bound")
    if due and before is None:
        return "be" if any(v.last == verb.first - 1 and v.lemma == "be" for v in r.clauses.verbs) else None
    binds = before is not None and before.lemma in ("be", "promise", "pledge", "agree", "vow", "undertake")
    return before.lemma if before is not None and binds else None


def strike(r: Reading, spot: Spot) -> Due | None:
    """`a strike that was to begin at midnight`, `a walkout set for Monday`: those struck have until then."""
    if spot.day.precision != "day":
        return None
    first, words = spot.first, r.words
    verbs = r.verbs_before(first, 4)
    named = next((p for p in reversed(r.clauses.phrases) if p.last <= first and _is_strike(words, p)), None)
    tools = r.clauses.object(verbs[-1]) if verbs and verbs[-1].lemma in ("down", "stop") else None
    if tools is not None and words[tools.head] in ("tools", "work"):
        return _walkout(r, spot, verbs[-1])
    if verbs and verbs[-1].lemma in _WALKS_OUT and r.clauses.object(verbs[-1]) is None:
        return _walkout(r, spot, verbs[-1])
    if named is not None and words[named.last : first] in (["for"], ["from"], ["on"], ["starting"], ["beginning"]):
        calls = next((v for v in reversed(r.clauses.verbs) if v.last <= named.first), None)
        if calls is not None and calls.lemma in _CALLS and not calls.negated:
            owner = r.agent(calls)
            return r.make(spot, "strike", calls.first, set_by=owner) if owner else None
    if named is not None and 0 < first - named.last <= 2 and r.words[named.last - 1] in ("set", "planned", "due"):
        # `a walkout set for Thursday`, where the tags take the verb for a noun.
        return r.make(spot, "strike", named.first, set_by=r.possessor(named) or _caller(r, named))
    if named is None or not verbs:
        return None
    if spot.word in ("from", "on") and verbs[-1].modal == "would" and first - named.last <= 12:
        # `a strike that would have closed the port from Monday`
        return r.make(spot, "strike", named.first, set_by=r.possessor(named))
    goes_ahead = verbs[-1].lemma == "go" and words[verbs[-1].last : verbs[-1].last + 1] == ["ahead"]
    goes_ahead = goes_ahead or verbs[-1].lemma in ("take", "hold", "hit", "continue", "resume", "proceed")
    if first - named.last > 8 or not (verbs[-1].lemma in _SET_FOR or goes_ahead):
        return None
    verb = verbs[-1]
    if words[verb.last : verb.last + 1] == ["off"]:
        # When it was called off is not when it was to be.
        return None
    if not (verb.form in ("infinitive", "passive participle") or verb.modal in ("will", "would") or verb.passive):
        return None
    return r.make(spot, "strike", named.first, set_by=r.possessor(named) or _caller(r, named))


def _is_strike(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase names a strike; the tags may draw the verb after it into it (`a walkout set`)."""
    return words[phrase.head] in STRIKES or (words[phrase.head] == "set" and words[phrase.head - 1] in STRIKES)


def _walkout(r: Reading, spot: Spot, verb: Verb) -> Due | None:
    """`will walk out at midnight on Friday if there is no deal`."""
    ahead = verb.modal in ("will", "would", "'ll", "’ll") or any(
        0 <= verb.first - v.last <= 3 and v.lemma in ("threaten", "vow", "plan", "vote", "prepare")
        for v in r.clauses.verbs
    )
    if not ahead or verb.negated:
        return None
    who = r.subject(verb)
    return r.make(spot, "strike", verb.first, set_by=who, on=_failing(r, spot.last)) if who else None


def _failing(r: Reading, last: int) -> tuple[str, ...]:
    """Who is to act first, by the clause after a day (`if | the mill does not raise pay`)."""
    at = next((i for i in range(last, min(last + 9, len(r.words))) if r.words[i] in ("if", "unless")), None)
    inside = None if at is None else next((v for v in r.clauses.verbs if v.first > at), None)
    if at is None or inside is None or inside.passive or not (r.words[at] == "unless" or inside.negated):
        return ()
    return r.subject(inside)


def _caller(r: Reading, named: Phrase) -> tuple[str, ...]:
    """Who calls, plans or puts off a strike: the subject of the verb that governs it."""
    before = [v for v in r.clauses.verbs if v.last <= named.first and v.form == "finite"]
    return r.agent(before[-1]) if before else ()


def threatened(r: Reading, spot: Spot) -> Due | None:
    """`will walk out on Sunday unless the mill raises pay`: the day of the threat is the day to act by."""
    first, last, _, verb, day, _ = spot
    at = next((i for i in range(last, min(last + 9, len(r.words))) if r.words[i] in ("unless", "if")), -1)
    counted = spot.length is not None and spot.word == "in"
    if (day.date is None and not counted) or verb is None or at < last or first - verb.last > 8:
        return None
    before = [v for v in r.clauses.verbs if v.first <= verb.first and verb.first - v.last <= 2]
    if verb.form == "infinitive":
        # `will not be in their seats to pass it on Tuesday if …`
        before += [v for v in r.clauses.verbs if v.last <= verb.first and verb.first - v.last <= 4]
    threat = any(v.modal in ("will", "would", "'ll", "’ll") for v in before) or any(
        v.lemma in ("threaten", "vow", "plan") and v.last <= verb.first for v in r.clauses.verbs
    )
    inside = next((v for v in r.clauses.verbs if v.first > at), None)
    if not threat or inside is None or not (r.words[at] == "unless" or _undone(r, at, inside)):
        return None
    # `will kill him by Friday if its demands are not met`: whose they are to meet is told elsewhere.
    on = () if inside.passive else r.subject(inside)
    setter = tuple(p for p in r.subject(verb) if p not in on)
    undone = r.words[at] == "unless" or "no" in r.words[at : inside.last + 2]
    if not on and not ((inside.passive or undone) and setter):
        return None
    stop = r.stop(inside)
    return r.make(spot, "threat", verb.first, stop, set_by=setter, on=on, what=r.text(inside.first, stop))


def unless(r: Reading, spot: Spot) -> Due | None:
    """`faces sanctions unless it withdraws by Friday`, `if it has not paid by June 3`: whoever speaks."""
    words, first = r.words, spot.first
    if _BY.search(r.text_before(first)) is None:
        return None
    at = next((i for i in range(first - 1, max(-1, first - 28), -1) if words[i] in ("unless", "if")), None)
    inside = None if at is None else _main_of(r, at, first)
    if at is None or inside is None or inside.first > first or not (words[at] == "unless" or _undone(r, at, inside)):
        return None
    subject = r.clauses.subject(inside)
    own = subject is not None and words[subject.head] in ("we", "i") and inside.lemma not in _GETS
    if own:
        # `If we do not reach the town by Friday`: what one is to do oneself.
        return None
    on = () if inside.passive else r.subject(inside)
    if any(at < v.first < inside.first for v in r.clauses.verbs):
        # A clause parts it from its subject (`if the sum | that he says he is owed | has not arrived`).
        on = r.who(r.clauses.phrase_starting(at + 1))
    after = next((v for v in r.clauses.verbs if v.first >= spot.last and v.form == "finite"), None)
    if at == 0 and after is not None and after.modal in ("will", "would") and not after.passive:
        # `If no answer comes by Friday, the mill will sue.`
        chief = r.clauses.subject(after)
        setter = () if chief is None or r.clauses.tags[chief.head] == "PRP" else r.subject(after)
        setter = tuple(p for p in setter if p not in on)
        what = r.text(inside.first, max(first - 1, inside.last))
        return r.make(spot, "condition", at, set_by=setter, on=on, what=what)
    return r.make(spot, "condition", at, on=on, what=r.text(inside.first, max(first - 1, inside.last)))


def _main_of(r: Reading, at: int, stop: int) -> Verb | None:
    """The verb of a clause with `if`: a negated one if there is one (`if the sum | that it says it is owed | has not
    arrived`), or else the first."""
    inside = [v for v in r.clauses.verbs if at < v.first < stop]
    comma = next((i for i in range(at, stop) if r.words[i] == ","), stop)
    # Behind a comma it may be the main clause that is negated.
    return next((v for v in inside if v.negated and v.first < comma), inside[0] if inside else None)


def _undone(r: Reading, at: int, verb: Verb) -> bool:
    """Whether the clause that opens at a word tells of what was not done (`no deal is reached`, `is still there`)."""
    subject = r.clauses.subject(verb)
    return verb.negated or verb.lemma in ("fail", "refuse") or r.words[at + 1] in ("no", "nobody", "nothing") or bool(
        {"no", "still"} & set(r.words[verb.first : verb.last + 2]) or (subject and r.words[subject.first] == "no")
    )


_NEED = re.compile(
    r"\b(?:(?:do|does|did)(?:n['’]t| not) (?:have|need) to|need(?:n['’]t| not)(?: to)?)\s(?:\w+ly\s)?\w+\b", re.I
)
_RESTS = lexicon("wait stay remain live worry stop leave go come")
"""Verbs for what one may do as long as one likes, or stops doing on a day."""


def not_yet(r: Reading, spot: Spot) -> Due | None:
    """`does not have to pay the full amount until Friday`: by then it has to be done."""
    verbs = r.verbs_before(spot.first, 12)
    if spot.word not in ("until", "till", "before") or not verbs or verbs[-1].lemma in _STATES | _RESTS:
        return None
    verb, s = verbs[-1], r.clauses.sentence
    low = max(r.passage.start, s.starts[verb.first] - 30)
    found = _NEED.search(s.text, low, s.ends[verb.last - 1])
    if found is None or found.end() < s.ends[verb.head]:
        return None
    before = [v for v in r.clauses.verbs if v.last <= verb.first]
    who = r.subject(verb) or (r.subject(before[-1]) if before else ())
    if not who:
        return None
    return r.make(spot, "put off", verb.first, on=who, what=r.text(verb.head, max(spot.first - 1, verb.last)))


def falls_due(r: Reading, spot: Spot) -> Due | None:
    """`a ruling is due on Friday`, `objections are due by May 3`."""
    first = spot.first
    at = next((i for i in range(first - 1, max(-1, first - 6), -1) if r.words[i] in _OWED), None)
    if at is None or ((first - at > 3 or r.words[at] != "due") and r.words[first - 1] != "by"):
        return None
    thing = next((p for p in reversed(r.clauses.phrases) if p.last <= at and r.words[p.head] in _FALLS_DUE), None)
    linked = thing is not None and bool({"that", "which"} & set(r.words[thing.last : at]))
    if thing is None or at - thing.last > (9 if linked else 4):
        return None
    governs = next((v for v in r.clauses.verbs if r.clauses.object(v) == thing), None)
    owes = governs is not None and governs.lemma in ("miss", "owe", "make", "skip", "face")
    on = r.possessor(thing) or (r.subject(governs) if owes and governs else ())
    return r.make(spot, "falls due", thing.first, on=on)


def taken_in(r: Reading, spot: Spot) -> Due | None:
    """`invited comments until April 3`, `applications will be accepted through May 31`."""
    first, words = spot.first, r.words
    if spot.word not in ("until", "till", "through", "by"):
        return None
    near = reversed(r.verbs_before(first, 10))
    verb = next((v for v in near if v.lemma in _TAKES_IN or (v.lemma in _HANDS_IN and v.passive and v.modal)), None)
    if verb is None or verb.negated or (spot.word == "by" and verb.lemma not in ("invite", "seek")):
        return None
    thing = r.clauses.subject(verb) if verb.passive else r.clauses.object(verb)
    if thing is None or words[thing.head] not in _TAKEN_IN:
        return None
    return r.make(spot, "kept open", min(verb.first, thing.first), set_by=r.agent(verb))


def not_after(r: Reading, spot: Spot) -> Due | None:
    """`claims received after March 31 will not be considered`, `no bids will be accepted after noon on Friday`."""
    words = r.words
    if spot.word != "after" and "after" not in words[max(0, spot.first - 4) : spot.first]:
        return None
    verb = next((v for v in r.clauses.verbs if v.lemma in _ADMITS and v.passive and v.modal in ("will", "would")), None)
    subject = None if verb is None else r.clauses.subject(verb)
    if verb is None or not (verb.negated or (subject is not None and words[subject.first] == "no")):
        return None
    at = next((i for i in range(min(verb.first, spot.first)) if words[i] in _TAKEN_IN), None)
    return None if at is None else r.make(spot, "kept open", at)


_ADMITS = lexicon("consider accept take admit entertain count process")


def to_be_done(r: Reading, spot: Spot) -> Due | None:
    """`the list must be handed in by Friday`: whoever it falls to."""
    verbs = r.verbs_before(spot.first, 8)
    if not verbs or _BY.search(r.text_before(spot.first)) is None or verbs[-1].negated:
        return None
    verb = verbs[-1]
    if verb.form == "passive participle":
        # `must have guards fitted and alarms tested`
        verb = next((v for v in reversed(verbs) if v.modal == "must"), verb)
    placed = verb.lemma == "be" and not _PLACES.isdisjoint(r.words[verb.last : verb.last + 1])
    placed = placed or verb.lemma in ("reach", "arrive")
    if not verb.passive and verb.lemma in _STATES - {"be", "have"}:
        # `must turn 50 by May 31`: a condition of age, and nobody's task.
        return None
    if verb.modal != "must" and not (verb.form == "infinitive" and (verb.passive or placed) and _owes(r, verb)):
        return None
    subject = r.clauses.subject(verb)
    begin = verb.first if subject is None or subject.last > verb.first else subject.first
    set_by, on = _by_notice(r, begin)
    return r.make(spot, "bound", begin, set_by=set_by, on=on, what=r.text(begin, max(spot.first - 1, begin + 1)))


def _by_notice(r: Reading, begin: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gave whom the paper that binds him (`served the mill with a notice | under which | its kilns must shut`)."""
    if r.words[max(0, begin - 2) : begin] not in (["under", "which"], ["in", "which"]):
        return (), ()
    served = next((v for v in reversed(r.clauses.verbs) if v.last <= begin and v.lemma in _SERVES), None)
    if served is None or _PAPERS.isdisjoint(r.words[served.last : begin]):
        return (), ()
    whom = r.clauses.subject(served) if served.passive else r.clauses.object(served)
    return (() if served.passive else r.agent(served)), r.who(whom)


_PLACES = lexicon("with before on in back there")
_SERVES = lexicon("serve send issue hand give")
_PAPERS = lexicon("notice order letter directive summons decree injunction writ")


def _owes(r: Reading, verb: Verb) -> bool:
    before = next((v for v in r.clauses.verbs if v.last == verb.first), None)
    owed = r.words[verb.first - 1] in ("supposed", "required", "obliged", "bound", "due", "meant")
    return owed or (before is not None and before.lemma in ("have", "need", "be", "suppose", "require", "oblige"))
