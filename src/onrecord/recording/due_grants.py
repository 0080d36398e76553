"""Time that one party sets another: granting it, having it, being bound by a day or a stretch of days.

Each rule is a construction of English that news uses for deadlines of any kind (ultimatums, court dates, labour
disputes): granting time (`gave the union until Friday`), having time (`has 60 days to respond`), being bound (`must
leave by Monday`) and conditions (`unless … within 48 hours`).
"""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Verb
from onrecord.recording.due_reading import Due, Reading, Spot
from onrecord.recording.lexicon import lexicon

_GRANT = lexicon("give grant allow hand offer set leave impose issue")
_WANTS = lexicon("want demand seek request expect require")
_INVITED = lexicon("comments submissions bids proposals applications answers")
_TELLS = lexicon("tell warn inform notify advise")
_ORDERS = lexicon("order tell direct instruct require command oblige summon")
_TERMS = lexicon("window ultimatum deadline notice period extension reprieve grace limit time term")
_SHORT = lexicon("hour day week")
_LATER = lexicon("more extra additional further")
MORE = lexicon("another more additional further extra")
"""Words for time that is added to time."""


def granted(r: Reading, spot: Spot) -> Due | None:
    """`gave the union until Friday`, `granted it 48 hours`, `was given until noon`, `offered a one-week window`."""
    first, last, word, _, _, length = spot
    verb = _shared(r, spot, _GRANT)
    if verb is not None and verb.lemma == "leave":
        return _left_with(r, spot, verb)
    if verb is None or verb.lemma not in _GRANT or first - verb.last > 12 or verb.negated:
        return None
    if word not in ("until", "till") and (length is None or not _has_use(r, last)):
        return None
    receiver = r.clauses.subject(verb) if verb.passive else r.clauses.object(verb)
    if length is not None and (_is_law(r, verb) or _is_rule(r, verb)):
        return None
    on = r.who(receiver) or (r.subject(verb) if verb.passive else ())
    if not on and length is not None:
        on = r.for_whom(last)
    what, stop = r.task(last)
    if length is not None and ((what is None and not on) or _lasting(r, first, last) or _left(r, last)):
        return None
    moved = length is not None and not MORE.isdisjoint(r.words[max(0, first - 1) : last])
    moved = moved or bool(_LATER & set(r.words[verb.last : first]) and "time" in r.words[verb.last : first])
    setter = r.agent(verb) or _under(r, last)
    return r.make(spot, "granted", verb.first, stop, set_by=setter, on=on, what=what, moved=moved)


def _is_rule(r: Reading, verb: Verb) -> bool:
    """Whether whoever it may be must be given the time (`must give a landlord ten days`)."""
    receiver = r.clauses.subject(verb) if verb.passive else r.clauses.object(verb)
    anyone = receiver is not None and r.words[receiver.first] in ("a", "an", "any", "each", "every")
    return anyone and verb.modal in ("must", "shall", "should", "may", "can")


def _is_law(r: Reading, verb: Verb) -> bool:
    """Whether a law grants the time, and so to whoever it may concern."""
    agent = r.clauses.agent(verb)
    # `the Ports Act, a law that gives …`
    apposed = agent is not None and r.words[agent.first - 2 : agent.first] == ["law", ","]
    return agent is not None and (r.words[agent.head] in _LAWS or apposed)


_LAWS = lexicon(
    "law act bill rule rules statute code constitution legislation regulation regulations charter provision"
)


def _left_with(r: Reading, spot: Spot, verb: Verb) -> Due | None:
    """`the vote leaves the premier with three days to form a cabinet`, `which left it 48 hours to pay`."""
    what, stop = r.task(spot.last)
    on = r.who(r.clauses.object(verb))
    if spot.length is None or what is None or not on or verb.negated:
        return None
    return r.make(spot, "had", verb.first, stop, on=on, what=what)


def _under(r: Reading, last: int) -> tuple[str, ...]:
    """Who gave the order or notice that a task speaks of (`to comply with a notice | served by the inspectorate`)."""
    at = next((i for i in range(last, min(last + 10, len(r.words))) if r.words[i] in _ORDERED), None)
    return () if at is None else r.setter_after(at + 1)[0]


_ORDERED = lexicon(
    "directive schedule timetable notice order ruling demand request ultimatum summons subpoena injunction decree"
)


def _shared(r: Reading, spot: Spot, lemmas: frozenset[str]) -> Verb | None:
    """The verb that governs a time: the last one, or that of the time it is joined to (`until Friday, and until`)."""
    words = r.words
    if not _is_joined(r, spot) or (spot.verb is not None and spot.verb.lemma in lemmas):
        return spot.verb
    at = next((i for i in range(spot.first - 3, -1, -1) if words[i] in ("until", "till")), None)
    before = [] if at is None else [v for v in r.clauses.verbs if v.last <= at]
    return before[-1] if before and before[-1].lemma in lemmas else spot.verb


def _is_joined(r: Reading, spot: Spot) -> bool:
    """Whether a time goes with another one of the same verb."""
    before = r.words[: spot.first - 1]
    return spot.word in ("until", "till") and before[-1:] in (["and"], [","]) and "until" in before


def _left(r: Reading, last: int) -> bool:
    """Whether it is only said how much time is left (`has 40 days left to make his name`)."""
    return "left" in r.words[last : last + 2]


def _lasting(r: Reading, first: int, last: int) -> bool:
    """Whether a length is only that of something (`gave an eight-hour | speech`)."""
    phrase = next((p for p in r.clauses.phrases if p.first <= first < p.last), None)
    return phrase is not None and phrase.head >= last and r.words[phrase.head] not in _TERMS


def _has_use(r: Reading, last: int) -> bool:
    aside = r.words[last : last + 2] in ([",", "from"], [",", "starting"], [",", "beginning"])
    words = r.words[last : last + (8 if aside else 4)]
    return "to" in words or "window" in words or "ultimatum" in words or "deadline" in words or "notice" in words


def had(r: Reading, spot: Spot) -> Due | None:
    """`has 60 days to respond`, `had until Friday to sign`."""
    first, last, word, _, _, length = spot
    verb = _shared(r, spot, _HAS)
    near = verb is not None and (first - verb.last <= 3 or _is_joined(r, spot))
    if verb is None or verb.lemma not in _HAS or not near or verb.negated:
        return None
    if length is not None and r.words[verb.last - 2 : verb.last] in (["has", "had"], ["have", "had"], ["had", "had"]):
        # `has had a month to find a buyer`: the time is behind him.
        return None
    what, stop = r.task(last)
    if not (word in ("until", "till") or (length is not None and what is not None and not _left(r, last))):
        return None
    if length is not None and "then" in r.words[max(0, verb.first - 1) : verb.last + 1]:
        # `The owner then has four weeks to reply`: counted from a day that nobody knows yet.
        return None
    subject, setter = r.clauses.subject(verb), tuple[str, ...]()
    telling = next((v for v in r.clauses.verbs if v.last < verb.first and v.lemma in _TELLS), None)
    if telling is not None and subject is not None and r.clauses.tags[subject.head] == "PRP":
        # `told the mill that it had ten days`: the one who is told has them.
        subject = r.clauses.subject(telling) if telling.passive else r.clauses.object(telling)
        setter = r.agent(telling)
    on = r.who(subject) or r.subject(verb)
    setter = setter or _under(r, last) or tuple(p for p in r.ruling(last)[0] if p not in on)
    moved = "now" in r.words[max(0, verb.first - 1) : verb.last + 1] and verb is spot.verb
    return r.make(spot, "had", verb.first, stop, set_by=setter, on=on, what=what, moved=moved) if on else None


_HAS = lexicon("have has had")


def has_until(r: Reading, spot: Spot) -> Due | None:
    """`rivals have until May 20 to comment`, whoever they are."""
    verb = _shared(r, spot, _HAS)
    timed = {"until", "till"} & set(r.words[max(0, spot.first - 3) : spot.first])
    near = verb is not None and (spot.first - verb.last <= 4 or _is_joined(r, spot))
    if not timed or verb is None or not near or verb.lemma != "have" or verb.negated:
        return None
    subject = r.clauses.subject(verb)
    if subject is None or r.clauses.tags[subject.head] not in ("NN", "NNS", "NNP", "NNPS", "PRP"):
        return None
    return r.make(spot, "had", min(subject.first, verb.first))


def bound(r: Reading, spot: Spot) -> Due | None:
    """`must leave by Monday`, `ordered the company to pay by June 3`."""
    first, last, word, verb, day, _ = spot
    later_than = r.words[max(0, first - 2) : first] == ["later", "than"]
    if (word not in ("by", "before") and not later_than) or day.date is None or verb is None or first - verb.last > 12:
        return None
    thing = r.clauses.object(verb)
    if verb.lemma in _WANTS and thing is not None and word != "before" and not verb.negated:
        # `wants an answer from the ministry by Friday`
        setter = r.agent(verb)
        before = [v for v in r.clauses.verbs if v.last < verb.first and not v.passive]
        telling = next((v for v in before if v.lemma in _TELLS), None)
        on = r.who(r.clauses.after(verb, lexicon("from of")))
        if not on and telling is not None:
            # `has told the city that he wants an answer by Friday`
            on = r.who(r.clauses.object(telling))
        asked = r.words[thing.head] in ("it", "answer", "reply", "response", "decision")
        asked = asked or r.words[thing.head] in _INVITED
        if asked and not setter and r.words[verb.first - 1] in ("we", "i"):
            # `“We expect an answer by Friday,” Lund said`
            return r.make(spot, "bound", verb.first, last, on=on, what=r.text(thing.first, first - 1))
        if setter and (on or asked) and not set(setter) & set(on):
            what = r.text(thing.first, first - 1)
            return r.make(spot, "bound", verb.first, last, set_by=setter, on=on, what=what)
    chief = r.binding(verb)
    on = r.subject(verb)
    if on and _is_proviso(r, verb):
        # `freed him on condition that he hand in his passport by Friday`
        main = next((v for v in r.clauses.verbs if v.form == "finite"), verb)
        setter = () if main == verb else tuple(p for p in r.agent(main) if p not in on)
        return r.make(spot, "bound", verb.first, set_by=setter, on=on, what=r.text(verb.first, first - 1))
    served = _served(r, verb)
    if served is not None and day.date is not None:
        setter, on = (() if served.passive else r.agent(served)), r.who(
            r.clauses.subject(served) if served.passive else r.clauses.object(served)
        )
        what = r.text(verb.first, first - 1)
        return r.make(spot, "bound", served.first, set_by=setter, on=on, what=what) if on else None
    if not (verb.modal == "must" or _has_to(r, verb)):
        if verb.form not in ("infinitive", "finite") or chief is None:
            # `told them that finishing by May was impossible`
            return None
        if word == "before" and chief.lemma not in _ORDERS:
            return None
    parties = _parties(r, verb, chief, on)
    if parties is None and later_than and (verb.modal == "must" or _has_to(r, verb)):
        # `has to hand in his report no later than Thursday`: whoever it falls to.
        parties = (), ()
    if parties is None:
        return None
    setter, on = parties
    if not setter and verb.modal in (None, "must"):
        setter = tuple(p for p in r.ruling(last)[0] if p not in on)
    stop = first - 3 if later_than and r.words[first - 3] in ("no", "not") else first - 1
    return r.make(spot, "bound", verb.first, set_by=setter, on=on, what=r.text(verb.first, stop))


def _is_proviso(r: Reading, verb: Verb) -> bool:
    """Whether a verb is what something is granted on condition of."""
    subject = r.clauses.subject(verb)
    at = 0 if subject is None else subject.first
    return r.words[max(0, at - 2) : at] in (["condition", "that"], ["proviso", "that"])


def _parties(
    r: Reading, verb: Verb, chief: Verb | None, on: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who sets a time and whom it binds; None where nobody is bound.

    Args:
        r: the sentence.
        verb: what is to be done.
        chief: the verb that binds somebody to it (`ordered`), if there is one.
        on: who does what is to be done.
    """
    setter = () if chief is None else r.agent(chief)
    on = () if on == setter else on
    if chief is not None and not on and verb.form == "infinitive":
        # `ordered the mill to close, to hand over logs and to write`
        on = r.who(r.clauses.subject(chief) if chief.passive else r.clauses.object(chief))
    ordered = chief is not None and chief.lemma in _ORDERS and (chief.passive or bool(setter))
    if not on and not (ordered and r.clauses.subject(verb) is not None):
        return None
    return setter, on


def _served(r: Reading, verb: Verb) -> Verb | None:
    """The verb by which somebody is given notice or orders to do something (`were given notice | to quit`)."""
    if verb.form != "infinitive" or r.words[verb.first - 1] not in _PAPERS:
        return None
    before = [v for v in r.clauses.verbs if v.last <= verb.first - 1]
    return before[-1] if before and before[-1].lemma in ("give", "serve", "issue", "hand", "receive") else None


_PAPERS = lexicon("notice orders instructions chance opportunity")


def _has_to(r: Reading, verb: Verb) -> bool:
    """`has to leave`, `need to leave`."""
    at = r.clauses.verbs.index(verb)
    before = r.clauses.verbs[at - 1] if at else None
    must = before is not None and r.words[before.head] in ("has", "have", "had", "needs", "need")
    return verb.form == "infinitive" and before is not None and must and before.last == verb.first


def within(r: Reading, spot: Spot) -> Due | None:
    """`if the ships do not turn within 48 hours`, `ordered them to reply within ten days`."""
    first, last, word, verb, _, length = spot
    if length is None or word not in ("within", "inside") or verb is None:
        return None
    condition = next((i for i, w in enumerate(r.words) if w in ("if", "unless")), None)
    chief = r.binding(verb)
    must = verb.modal in ("must", "shall")
    if condition is None and chief is None and not must:
        return None
    if condition is not None and chief is None and not must:
        later = [v for v in r.clauses.verbs if v.first > condition]
        failing = bool(later) and (later[0].negated or later[0].lemma in ("fail", "refuse", "decline"))
        if not later or not (r.words[condition] == "unless" or failing):
            return None
        stop = max(last, later[0].last)
        return r.make(spot, "condition", min(first - 1, condition), stop, on=r.subject(later[0]))
    parties = _parties(r, verb, chief, r.subject(verb))
    if parties is None:
        return None
    setter, on = parties
    what = r.text(verb.first, first - 2 if r.words[first - 2] == "," else first - 1)
    return r.make(spot, "within", verb.first, set_by=setter, on=on, what=what)


def given(r: Reading, spot: Spot) -> Due | None:
    """`gave the rebels 48 hours`: short, and to somebody."""
    verbs = r.verbs_before(spot.first, 6)
    grants = bool(verbs) and verbs[-1].lemma in ("give", "allow", "grant") and not verbs[-1].negated
    if not grants or spot.length is None or spot.length.unit not in _SHORT:
        return None
    verb = verbs[-1]
    following = r.words[spot.last : spot.last + 1]
    if following and following[0] not in (".", ",", "or", "and", "before", "in", "—", ";", "”", "''"):
        return None
    receiver = r.clauses.subject(verb) if verb.passive else r.clauses.object(verb)
    if receiver is not None and receiver.first < spot.first < receiver.last and not verb.passive:
        # `gave [the mill] two more weeks` is no phrase of one thing.
        receiver = dataclasses.replace(receiver, last=spot.first, head=spot.first - 1)
    on = r.who(receiver)
    setter = tuple(p for p in r.agent(verb) if p not in on)
    moved = not MORE.isdisjoint(r.words[max(0, spot.first - 1) : spot.last])
    return r.make(spot, "granted", verb.first, set_by=setter, on=on, moved=moved) if on and (setter or moved) else None


def waits(r: Reading, spot: Spot) -> Due | None:
    """`agreed to wait until June 3`, `told them they could stay until May`: more time, where a day was set before."""
    if spot.word not in ("until", "till") or spot.day.date is None or spot.verb is None:
        return None
    verb = spot.verb
    held = verb.lemma == "hold" or (verb.lemma == "stay" and r.clauses.object(verb) is not None)
    if verb.lemma not in _WAITS or verb.negated or spot.first - verb.last > (5 if held else 4):
        return None
    who = r.subject(verb)
    return r.make(spot, "waits", verb.first, set_by=who, moved=True) if who else None


_WAITS = lexicon("wait hold stay remain")
