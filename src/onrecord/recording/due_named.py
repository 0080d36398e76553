"""Due times that are called deadlines: where one is set, is told, passes or is missed."""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Phrase
from onrecord.recording.dates import Length
from onrecord.recording.due_reading import DEADLINE, STRIKES, Due, Reading, Spot
from onrecord.recording.lexicon import lexicon

_SETS = lexicon("set give impose issue announce fix face have meet miss beat make ignore defy flout")
_KEEPS = lexicon("face have meet miss beat make ignore defy flout")
"""Verbs whose subject is bound by the deadline."""
_RUNS_OUT = lexicon("pass expire lapse loom elapse run come fall")
_MISSES = lexicon("miss meet beat face")
_FORMER = lexicon("original initial old originally")
"""What a deadline is called that was put off since."""
_NEW = lexicon("new fresh revised")
"""What a deadline is called that takes the place of an earlier one."""


def named(r: Reading, spot: Spot) -> Due | None:
    """`a Friday deadline`, `set Friday as the deadline`, `a deadline of June 3`, `the deadline is on Monday`."""
    first, last = spot.first, spot.last
    near = _near(r, spot)
    if near is None:
        return None
    begin, stop = min(first, near), max(last, near + 1)
    governing = [v for v in r.clauses.verbs if v.last <= begin]
    moves = governing and (r.put_off(governing[-1]) or governing[-1].lemma in ("move", "bring", "shift", "slip"))
    if near < first and moves and {"to", "from"} & set(r.words[max(near, first - 2) : first]):
        # `put the deadline back a week, to Friday` moves it.
        return None
    setter: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    phrase = _phrase(r, near)
    if governing and governing[-1].lemma in _SETS:
        chief = governing[-1]
        if chief.lemma in _KEEPS:
            on = r.subject(chief)
        else:
            setter = r.agent(chief)
            receiver = r.clauses.subject(chief) if chief.passive else r.clauses.object(chief)
            if receiver is not None and receiver.first < begin and chief.lemma in ("give", "impose", "issue"):
                on = r.who(receiver)
        begin = chief.first
    told = r.setter_after(phrase.last) if phrase is not None and phrase.last <= first else ((), ())
    setter = setter or r.possessor(phrase) or told[0]
    on = on or told[1] or tuple(p for p in r.for_whom(stop) if p not in setter)
    if not on and r.words[stop : stop + 1] == ["for"]:
        # `the deadline for his return`: it is set for him.
        on = tuple(p for p in r.possessor(r.clauses.phrase_starting(stop + 1)) if p not in setter)
    what, stop = _purpose(r, stop)
    former = phrase is not None and r.words[phrase.first : phrase.last][1:2] in (["earlier"], ["previous"], ["first"])
    former = former and "been" in r.words[near:first]
    new = phrase is not None and not _NEW.isdisjoint(r.words[phrase.first : phrase.last])
    due = r.make(
        spot, "deadline", begin, stop, set_by=setter, on=on, what=what, moved=new, old=former or _is_former(r, phrase),
        thing="deadline" if new else None,
    )  # fmt: skip
    strike = any(r.words[i].rstrip("s") in STRIKES for i in range(near - 1, near)) and r.words[near] != "deadline"
    return dataclasses.replace(due, rule="strike") if strike else due


def _phrase(r: Reading, at: int) -> Phrase | None:
    return next((p for p in r.clauses.phrases if p.first <= at < p.last), None)


def _is_former(r: Reading, phrase: Phrase | None) -> bool:
    """Whether a deadline is spoken of as the first one of several."""
    return phrase is not None and not _FORMER.isdisjoint(r.words[phrase.first : phrase.last])


def _near(r: Reading, spot: Spot) -> int | None:
    """The word for a deadline that a time belongs to."""
    words, first, last = r.words, spot.first, spot.last
    for i in range(last, min(last + 4, len(words))):
        if words[i] in DEADLINE or words[i : i + 2] == ["due", "date"]:
            return i if all(_qualifies(r, n) for n in range(last, i)) else None
    for i in range(first - 1, max(-1, first - 9), -1):
        if words[i] in ("which", "that") and not any(w in DEADLINE for w in words[i - 1 : i]):
            break
        if words[i] in DEADLINE or _is_strike_date(words, i):
            return i if _tied(words, i, spot) else None
        if words[i] in (",", ";"):
            break
    return None


def _is_strike_date(words: list[str], at: int) -> bool:
    return words[at] in ("date", "day") and at > 0 and words[at - 1] in STRIKES


def _tied(words: list[str], at: int, spot: Spot) -> bool:
    between, verb = words[at + 1 : spot.first], spot.verb
    length: Length | None = spot.length
    comes = verb is not None and verb.first > at and verb.lemma in (
        "expire", "fall", "come", "run", "end", "lapse", "set", "pass",
    )  # fmt: skip
    tied = (
        between[:1] in (["of"], ["on"], ["at"])
        or between[:1] == ["for"] == between[-1:]
        or "is" in between
        or "was" in between
        or "been" in between
        or "until" in between
        or comes
    )
    return tied and (length is None or "of" in between[:1])


def _qualifies(r: Reading, word: int) -> bool:
    """Whether a word can stand between a day and the deadline it names (`Friday as the final deadline`)."""
    return r.clauses.tags[word] in ("NN", "NNP", "JJ", "CD", "POS") or r.words[word] in _LINKS


_LINKS = lexicon("as the a its is was remains")


def _purpose(r: Reading, stop: int) -> tuple[str | None, int]:
    """What a named deadline is for: `for his return`, `to file objections`."""
    if stop < len(r.words) and r.words[stop] == "for":
        phrase = r.clauses.phrase_starting(stop + 1)
        if phrase is not None:
            return r.text(phrase.first, phrase.last), phrase.last
    return r.task(stop)


def last_day(r: Reading, spot: Spot) -> Due | None:
    """`Friday is the last day to register`, `Wednesday was the final day on which creditors could lodge claims`."""
    words, last = r.words, spot.last
    if words[last : last + 2] == ["as", "the"] and words[last + 2 : last + 3] in (["last"], ["final"]):
        # `set May 4 as the last day for bids`
        called = words[last + 3 : last + 4] in (["day"], ["date"])
        verb = spot.verb if spot.verb is not None and spot.verb.lemma in ("set", "fix", "name", "give") else None
        setter = () if verb is None else r.agent(verb)
        return r.make(spot, "deadline", stop=last + 4, set_by=setter, on=r.for_whom(last + 4)) if called else None
    told = words[last : last + 1] in (["is"], ["was"]) or words[last : last + 2] == ["will", "be"]
    at = last + 1 + (words[last : last + 1] == ["will"])
    if not told or words[at : at + 1] != ["the"] or words[at + 1 : at + 2] not in (["last"], ["final"]):
        return None
    if words[at + 2 : at + 3] not in (["day"], ["date"], ["chance"]):
        return None
    verb = next((v for v in r.clauses.verbs if v.first > at + 2), None)
    linked = words[at + 3 : at + 5] == ["on", "which"] or words[at + 3 : at + 4] == ["for"]
    on = r.subject(verb) if verb is not None and linked else ()
    what = None if verb is None else r.text(verb.head, r.stop(verb))
    return r.make(spot, "deadline", stop=at + 3, on=on or r.for_whom(at + 3), what=what) if verb or linked else None


def ran_out(r: Reading, spot: Spot) -> Due | None:
    """`the union’s deadline for an answer passed on Friday`, `missed a deadline to repay its bonds on Monday`."""
    words, first = r.words, spot.first
    at = next((i for i in range(first - 1, max(-1, first - 16), -1) if words[i] in DEADLINE), None)
    phrase = None if at is None else _phrase(r, at)
    if phrase is None:
        return None
    verbs = r.verbs_before(first, 4)
    inside = [p for p in r.clauses.phrases if verbs and verbs[-1].last <= p.first and p.last <= first]
    ran = verbs and verbs[-1].first > phrase.last - 1 and verbs[-1].lemma in _RUNS_OUT
    # The tags may miss the verb: `the ultimatum that he issued to the village expired`.
    ran = ran or any(w in ("expired", "lapsed", "passed") for w in words[max(phrase.last, first - 4) : first])
    if ran and not (inside and "," in words[verbs[-1].last : first]):
        setter, on = r.setter_after(phrase.last)
        over = any(w in ("expired", "lapsed", "passed", "elapsed", "ran", "came") for w in words[phrase.last : first])
        return r.make(spot, "deadline", phrase.first, set_by=r.possessor(phrase) or setter, on=on, over=over)
    governs = next((v for v in r.clauses.verbs if r.clauses.object(v) == phrase), None)
    if governs is None or governs.lemma not in _MISSES or words[first - 1] not in ("on", "of", "at"):
        return None
    if any(v.form == "finite" and v.first > phrase.last for v in r.verbs_before(first)):
        # `had met the deadline, and inspectors confirmed on Friday`
        return None
    return r.make(spot, "deadline", governs.first, on=r.subject(governs))


def apposed(r: Reading, spot: Spot) -> Due | None:
    """`an earlier deadline set by the union, Jan. 31, passed`; `the deadline, midnight on Friday, …`."""
    words, first = r.words, spot.first
    at = next((i for i in range(first - 1, max(-1, first - 12), -1) if words[i] in DEADLINE), None)
    if at is None:
        return None
    between = words[at + 1 : first]
    if not {",", "—", "(", "--"} & set(between[-4:]) or any(
        v.form == "finite" and at < v.first < first for v in r.clauses.verbs
    ):
        return None
    setter: tuple[str, ...] = ()
    if "by" in between:
        setter = r.who(r.clauses.phrase_starting(at + 2 + between.index("by")))
    phrase = _phrase(r, at)
    return r.make(
        spot, "deadline", at if phrase is None else phrase.first,
        set_by=setter or r.possessor(phrase), old=_is_former(r, phrase),
    )  # fmt: skip
