"""Due times at which something runs out, and those to which one is put off.

`the offer expires on Friday`, `extended its bid to June 3`, `put off its decision from May 14 to June 3`, `added 72
hours to its ultimatum`, `the window stays open until May 31`.
"""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.due_reading import DEADLINE, SLIPS, STRIKES, UNTIL, Due, Reading, Spot
from onrecord.recording.lexicon import lexicon

_SHARED = lexicon("contract agreement deal ceasefire truce armistice lease pact")
"""What two sides agreed on, so that its end binds both."""
_OPEN_THINGS = lexicon("offer bid tender window proposal poll registration ultimatum")
_TRUCES = lexicon("truce ceasefire cease-fire armistice moratorium")
_TERMS = lexicon(
    "period mandate window notice freeze permit licence license waiver reprieve grace bidding consultation"
)
_TIMES = lexicon("time limit time-limit grace")
"""What a party has or is given to do something, which may be put off like a deadline."""
_STAYS = lexicon("stay remain keep leave hold continue stand")
_MOVABLE = lexicon(
    "deadline decision ruling verdict review date target probe investigation strike walkout offer bid vote hearing "
    "eviction closure execution demolition deportation expulsion handover cutoff repayment "
    "closing completion stoppage lockout ultimatum judgment judgement cutoff"
)
_OWN_DATES = lexicon("decision ruling verdict review date target probe investigation judgment judgement")
_MOVES = lexicon("move shift change bring slip")
_UNSURE = lexicon("may might could should can")
_LAPSES = lexicon("expire lapse run end")


def extended(r: Reading, spot: Spot) -> Due | None:
    """`extended its bid to June 3`, `the deadline was put back until Monday`."""
    first, last, word, _, day, _ = spot
    earlier = [v for v in r.verbs_before(first) if v.lemma in SLIPS]
    put_off = word == "from" and ("to" in r.words[last : last + 2] or "to" in r.words[max(0, first - 5) : first])
    if not (put_off or word in ("to", "until", "till", "through")) or not earlier or day.date is None:
        return None
    chief = earlier[-1]
    if first - chief.last > 40 or chief.negated:
        return None
    if chief.modal in _UNSURE or _only_may(r, chief) or _only_wanted(r, chief):
        # `may extend the deadline to June 1`, `asked to extend it`
        return None
    if chief.modal in ("would", "could", "may", "might") and {"if", "unless", "provided"} & set(r.words[last:]):
        # `would extend the truce to the end of June if the guns were withdrawn`
        return None
    thing = r.clauses.subject(chief) if chief.passive else r.clauses.object(chief)
    # `extended by two weeks, to May 22, the period in which …`
    apposed = r.words[last : last + 1] == [","]
    behind = r.clauses.phrase_starting(last) or (r.clauses.phrase_starting(last + 1) if apposed else None)
    thing = thing or behind
    passive = chief.passive
    if passive and (thing is None or not _lapses(r, thing)):
        # Where the thing comes only behind the day, a verb without an object looks like a passive.
        passive = behind is None or not _lapses(r, behind)
        thing = _thing(r, chief) if passive else behind
    if thing is None or not _lapses(r, thing):
        return None
    begin = min(chief.first, thing.first) if passive else chief.first
    on, what = _by_which(r, thing) if r.lapsing(thing) else _to_do(r, thing)
    what = what or _task_of(r, thing, first)
    if not on and r.words[thing.head] in _SHARED and r.words[thing.last : thing.last + 1] == ["with"]:
        # `extended its contract with the mill`
        on = r.who(r.clauses.phrase_starting(thing.last + 1))
    return r.make(
        spot, "extended", begin, thing.last,
        set_by=(r.agent(chief) if passive == chief.passive else r.subject(chief)) or r.possessor(thing),
        on=on or r.for_whom(thing.last), what=what, moved=not put_off, old=put_off,
        thing="deadline" if r.words[thing.head] in DEADLINE | _TIMES else r.words[thing.head],
    )  # fmt: skip


def _task_of(r: Reading, thing: Phrase, first: int) -> str | None:
    """What a deadline is for, told between it and its new day (`its deadline | for the mill to pay | to June 3`)."""
    if r.words[thing.head] not in DEADLINE or r.words[thing.last : thing.last + 1] not in (["for"], ["to"]):
        return None
    verb = next((v for v in r.clauses.verbs if thing.last <= v.first < first and v.form == "infinitive"), None)
    if verb is None:
        return None
    stop = min(first, r.stop(verb))
    # `to free the ship | from March 8 to March 12`: the old day is none of the task.
    old = (i for i in range(verb.last, stop) if r.words[i] == "from" and _is_day(r.words[i + 1 : i + 4]))
    stop = next(old, stop)
    while stop > verb.last and r.words[stop - 1] in ("from", "to", "until", "till", "through", "by", ","):
        stop -= 1
    return r.text(verb.first, stop)


def _lapses(r: Reading, thing: Phrase) -> bool:
    """Whether a phrase names what runs out, or the time that somebody has (`the time given to the mill to reply`)."""
    if r.words[thing.head - 1 : thing.head + 1] == ["time", "limit"]:
        return True
    if r.words[thing.head] in _TAKEN_IN:
        return True
    return r.lapsing(thing) or (r.words[thing.head] in _TIMES and _to_do(r, thing) != ((), None))


def _to_do(r: Reading, thing: Phrase) -> tuple[tuple[str, ...], str | None]:
    """Who has time and for what: `the time | that Ek has to reply`, `… given to Ek to reply`, `… for Ek to reply`."""
    at = thing.last
    verb = next((v for v in r.clauses.verbs if v.form == "infinitive" and at <= v.first <= at + 14), None)
    if verb is None:
        return (), None
    between = r.words[at : verb.first]
    if not ({"that", "which", "has", "had", "have", "given", "granted", "allowed", "for"} & set(between[:6])):
        return (), None
    who = next((p for p in r.clauses.phrases if p.first >= at and p.last <= verb.first and r.who(p)), None)
    # `to let the boats go`, but without the day to which the time runs
    end = r.stop(verb)
    end += r.words[end : end + 1] in (["go"], ["leave"], ["pass"])
    stop = next((i for i in range(verb.last, end) if r.words[i] in UNTIL), end)
    return r.who(who), r.text(verb.first, stop)


def _is_day(words: list[str]) -> bool:
    """Whether words begin with a date or the day of a week."""
    return any(w.isdigit() for w in words) or any(w.endswith("day") for w in words[:1])


def _by_which(r: Reading, thing: Phrase) -> tuple[tuple[str, ...], str | None]:
    """Whom a day binds and to what, where a clause tells (`the date | by which landlords must fit alarms`)."""
    at = thing.last
    if r.words[at : at + 2] not in (["by", "which"], ["for", "which"], ["in", "which"], ["on", "which"]):
        return (), None
    verb = next((v for v in r.clauses.verbs if v.first >= at + 2), None)
    if verb is None:
        return (), None
    return r.subject(verb), r.text(verb.head, r.stop(verb))


def lapsing(r: Reading, spot: Spot) -> Due | None:
    """`the offer expires on Friday`, `its bid, due to expire last Thursday`."""
    first, _, _, verb, day, _ = spot
    if day.date is not None and {"expired", "lapsed"} & set(r.words[max(0, first - 3) : first]):
        # The tags may take the verb for an adjective (`a freeze on licences lapsed on Monday`).
        things = [p for p in r.clauses.phrases if p.last < first and r.lapsing(p)]
        if things and (verb is None or verb.lemma not in _LAPSES):
            setter, on = r.setter_after(things[-1].last)
            setter = r.possessor(things[-1]) or setter
            return r.make(spot, "expires", things[-1].first, set_by=setter, on=on, over=True)
    if day.date is not None and "out" in r.words[max(0, first - 7) : first]:
        at = r.words.index("out", max(0, first - 7))
        things = [p for p in r.clauses.phrases if p.first < at and r.lapsing(p)]
        if things and r.words[at - 1] in ("runs", "ran", "run") and (verb is None or verb.last < at - 1):
            # The tags may take `runs` for a noun behind a name (`its ultimatum to Nord Air runs out on Friday`).
            on = r.who(r.clauses.phrase_starting(things[-1].last + 1)) if r.words[things[-1].last] == "to" else ()
            return r.make(spot, "expires", things[-1].first, set_by=r.possessor(things[-1]), on=on)
    if day.date is not None and {"close", "closes"} & set(r.words[max(0, first - 5) : first]):
        things = [p for p in r.clauses.phrases if p.last < first and _TAKEN_IN & set(r.words[p.first : p.last])]
        if things and (verb is None or verb.lemma != "close"):
            # `Nominations for the post close on Friday`
            return r.make(spot, "expires", things[0].first)
    if verb is None or day.date is None or verb.lemma not in _LAPSES | {"close", "shut"} or (
        first - verb.last > (7 if "at" in r.words[verb.last : verb.last + 2] else 3)
    ):
        return None
    if any(v.modal in ("should", "could", "might", "may") for v in r.verbs_before(verb.first + 1)):
        return None
    if verb.lemma in ("close", "shut") and r.words[verb.last : verb.last + 1] in (["off"], ["down"], ["in"]):
        return None
    if verb.lemma == "run" and r.words[verb.last : verb.last + 1] != ["out"]:
        return None
    thing = _thing(r, verb)
    if thing is None:
        return None
    noun = r.words[thing.head]
    if verb.lemma == "end" and noun not in ("ultimatum", "deadline", "moratorium", "truce", "ceasefire", "it"):
        return None
    if verb.lemma in ("close", "shut") and noun not in _OPEN_THINGS | _TAKEN_IN | {"it"}:
        return None
    moved = any(v.lemma in SLIPS and v.form == "finite" and v.modal not in _UNSURE for v in r.clauses.verbs)
    if noun.rstrip("s") in _SHARED:
        # Both sides are bound by what they agreed on.
        on = _named_between(r, thing.first, verb.first) or _between(r)
        return r.make(spot, "expires", thing.first, on=on, old=moved)
    # What `it` is that ends is told by the sentence before.
    over = r.clauses.tags[verb.head] == "VBD" and verb.modal is None and verb.form == "finite"
    thing_ = noun if verb.lemma in ("close", "end") else None
    on = r.for_whom(thing.last) if r.words[thing.last : thing.last + 1] == ["for"] else ()
    return r.make(spot, "expires", thing.first, set_by=r.possessor(thing), on=on, old=moved, thing=thing_, over=over)


def _named_between(r: Reading, first: int, last: int) -> tuple[str, ...]:
    found: list[str] = []
    for phrase in r.clauses.phrases_between(first, last):
        found.extend(r.possessor(phrase) if phrase.first == first else ())
        found.extend(r.who(phrase))
    return tuple(dict.fromkeys(found))


def _between(r: Reading) -> tuple[str, ...]:
    """The two sides that a sentence names by `between` (`talks between the mill and its loaders`)."""
    for at, word in enumerate(r.words):
        phrase = r.clauses.phrase_starting(at + 1) if word == "between" else None
        found = r.who(phrase)
        if len(found) > 1:
            return found
    return ()


def _thing(r: Reading, verb: Verb) -> Phrase | None:
    """What runs out: the verb's subject if it is such a thing, or the last such thing before it."""
    subject = r.clauses.subject(verb)
    if subject is not None and (r.lapsing(subject) or (verb.lemma in ("expire", "lapse") and _is_thing(r, subject))):
        return subject
    if subject is not None and verb.lemma == "run" and r.words[subject.head] in _FUNDS:
        return subject
    if subject is not None and verb.lemma == "close" and r.words[subject.head] in _TAKEN_IN:
        return subject
    fitting = [p for p in r.clauses.phrases if p.last <= verb.first and r.lapsing(p)]
    if fitting:
        return fitting[-1]
    return subject if subject is not None and r.words[subject.head] in ("it", "they", "which", "that") else None


def _is_thing(r: Reading, phrase: Phrase) -> bool:
    """Whether a phrase names a thing, and no party, pronoun or time."""
    return r.clauses.tags[phrase.head] in ("NN", "NNS") and not r.referents.who(r.passage, phrase)


_FUNDS = lexicon("subsidies funding powers authority benefits sanctions protections guarantees clock time leave")
_TAKEN_IN = lexicon("applications registration nominations entries bidding polls submissions enrolment enrollment")


def ends(r: Reading, spot: Spot) -> Due | None:
    """`the cooling-off period ends on June 3`, `the consultation runs until June 3`."""
    verbs = r.verbs_before(spot.first, 3)
    if not verbs or verbs[-1].negated:
        return None
    verb = verbs[-1]
    runs = verb.lemma in ("run", "last") and spot.word in ("until", "till", "to", "through")
    if verb.lemma not in ("end", "expire", "lapse", "close") and not runs:
        return None
    subject = r.clauses.subject(verb)
    if subject is None or not any(w in _TERMS for w in r.words[subject.first : verb.first]):
        return None
    return r.make(spot, "expires", subject.first)


def kept_open(r: Reading, spot: Spot) -> Due | None:
    """`the offer will stay open until May 31`, `would keep shipping through Friday`."""
    first, words = spot.first, r.words
    if not {"until", "till", "through"} & set(words[max(0, first - 3) : first]):
        return None
    verbs = r.verbs_before(first, 8)
    if not verbs:
        return None
    opens = "open" in words[max(0, first - 4) : first]
    stays = next((v for v in reversed(verbs) if v.lemma in _STAYS or (v.lemma == "be" and opens)), None)
    if stays is None or stays.negated:
        return None
    subject, thing = r.clauses.subject(stays), r.clauses.object(stays)
    told = [p for p in r.clauses.phrases if p.last <= stays.first and words[p.head] in _OPEN_THINGS]
    for phrase in (thing, subject, *told[-1:]):
        if phrase is not None and words[phrase.head] in _OPEN_THINGS:
            owner = (r.who(subject) if phrase is thing else ()) or r.possessor(phrase)
            return r.make(spot, "kept open", min(stays.first, phrase.first), set_by=owner)
    goes_on = verbs[-1].form == "participle" and verbs[-1] != stays and stays.modal in ("will", "would")
    who = r.who(subject) if goes_on else ()
    return r.make(spot, "kept open", stays.first, set_by=who) if who else None


def moved(r: Reading, spot: Spot) -> Due | None:
    """`put off its decision from May 14 to June 3`, `the deadline was moved to June 3`."""
    first, last, words = spot.first, spot.last, r.words
    word = words[first - 1] if first else ""
    old = word == "from"
    if word not in ("to", "until", "till", "from"):
        return None
    verb = next((v for v in reversed(r.verbs_before(first, 16)) if v.lemma in _MOVES or r.put_off(v)), None)
    if verb is None or verb.negated or verb.modal in _UNSURE or _only_may(r, verb) or _only_wanted(r, verb):
        return None
    near = [p for p in r.clauses.phrases if verb.first - 10 <= p.first <= last + 6]
    thing = next((p for p in near if words[p.head].removesuffix("s") in _MOVABLE or _is_day_of(words, p)), None)
    if thing is None or (old and not {"to", "until"} & set(words[last : last + 3])):
        return None
    if word == "until" and verb.lemma in _MOVES:
        return None
    setter = r.agent(verb) or r.possessor(thing)
    # Who decides binds himself.
    bound, what = _by_which(r, thing)
    own = words[thing.head] in _OWN_DATES and (words[thing.head] != "date" or bool(r.possessor(thing)))
    on = bound or (setter if own else ())
    noun = "deadline" if words[thing.head] in DEADLINE else words[thing.head]
    return r.make(
        spot, "moved", min(verb.first, thing.first), set_by=setter, on=on, what=what, moved=not old, old=old, thing=noun
    )


def _is_day_of(words: list[str], phrase: Phrase) -> bool:
    """Whether a phrase is the day of something (`put back to July 2 | the day on which it will meet`)."""
    on = words[phrase.last : phrase.last + 2] in (["on", "which"], ["by", "which"], ["at", "which"], ["from", "which"])
    return words[phrase.head] in ("day", "date", "moment", "time", "hour") and on


_WANTING = lexicon("ask want seek request propose consider weigh refuse decline hope try urge offer threaten wish")


def _only_wanted(r: Reading, verb: Verb) -> bool:
    """Whether a verb says what is only asked for, thought of or refused: `asked the court to extend it`."""
    if verb.form not in ("infinitive", "gerund"):
        return False
    before = [v for v in r.clauses.verbs if v.last <= verb.first and verb.first - v.last <= 6]
    return bool(before) and before[-1].lemma in _WANTING


def _only_may(r: Reading, verb: Verb) -> bool:
    """Whether a verb hangs on one that says what may or should be (`might want to delay`)."""
    before = next((v for v in r.clauses.verbs if v.last == verb.first), None)
    return verb.form == "infinitive" and before is not None and before.modal in _UNSURE


def added(r: Reading, spot: Spot) -> Due | None:
    """`added 72 hours to its ultimatum`, `extended the deadline by a week`, `put off the strike by five days`."""
    first, last = spot.first, spot.last
    verbs = [v for v in r.verbs_before(first, 24) if v.lemma == "add" or r.put_off(v)]
    if not verbs or verbs[-1].negated or verbs[-1].modal in ("may", "might", "could", "should"):
        return None
    verb = verbs[-1]
    if _only_wanted(r, verb):
        return None
    adds = verb.lemma == "add" and r.words[last : last + 1] == ["to"]
    if "by" not in r.words[max(0, first - 2) : first] and not adds:
        return None
    thing = r.clauses.phrase_starting(last + 1) if adds else r.clauses.object(verb)
    noun = _noun(r, verb, last, r.clauses.subject(verb) if verb.passive else thing)
    return None if noun is None else r.make(
        spot, "added", verb.first, set_by=r.agent(verb), moved=True, thing=noun
    )


def _noun(r: Reading, verb: Verb, last: int, thing: Phrase | None) -> str | None:
    """What is put off: the verb's object, or another noun for such a thing near the verb."""
    near = [p for p in r.clauses.phrases if verb.first - 6 <= p.first <= last + 6]
    for phrase in ([thing] if thing is not None else []) + near:
        word = r.words[phrase.head]
        if _is_day_of(r.words, phrase):
            # `put back by four days the moment at which it will act`
            return "deadline"
        if word in DEADLINE | _OPEN_THINGS | STRIKES | _TRUCES or (phrase is thing and r.lapsing(phrase)):
            return "deadline" if word in DEADLINE else word
    return None
