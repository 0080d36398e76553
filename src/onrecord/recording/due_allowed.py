"""Time that somebody has or is given in other words than `gave it until Friday`.

`got until the end of the month`, `is giving tenants who fell behind until June 3`, `gave them the weekend to think it
over`, `set the mill June 3 as the day by which to pay`, `set a date of June 3 for the mill to pay`; and the day that a
later one takes the place of (`has until June 3 instead of May 24`).
"""

from __future__ import annotations

import dataclasses
import itertools
import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.dates import Day, Length
from onrecord.recording.due_reading import Due, Reading, Spot
from onrecord.recording.lexicon import lexicon

_GETS = lexicon("get receive win gain obtain secure earn")
_GIVES = lexicon("give allow grant leave offer hand")
_SETS = lexicon("set fix name give appoint choose pick")
_UNTIL = lexicon("until till")
_DATES = lexicon("date day time hour moment limit")
_STRETCHES = lexicon("weekend week month day night morning evening afternoon summer winter year holiday holidays")
_SCHEDULED = lexicon("meet begin start open hold sit appear take be hear play convene return gather resume vote come")
"""What is only put in the diary by a date."""
_LONGER = lexicon("longer extension more")
_INSTEAD = re.compile(
    r"\A,?\s(?:and\s)?(?:instead of|rather than|in place of|not)\s(?:the\s)?"
    r"(?:(?:original|earlier|previous|first|old)\s(?:date|deadline|one)?\s?(?:of\s)?)?(?:(?:on|by|until)\s)?(?:the\s)?\Z",
    re.I,
)
"""What stands between a new day and the one that it takes the place of."""
_MOVABLE = frozenset(["had", "granted", "deadline", "bound", "extended", "moved", "expires", "kept open", "pledged"])


def got(r: Reading, spot: Spot) -> Due | None:
    """`asked for longer and got until the end of the month`, `won until Friday to file its accounts`."""
    verb = spot.verb
    if spot.word not in _UNTIL or verb is None or verb.lemma not in _GETS or spot.first - verb.last > 4:
        return None
    passive = verb.passive and not (verb.lemma == "get" and verb.form == "passive participle")
    if passive or verb.negated or verb.modal in ("may", "might", "could", "can", "should"):
        # `asked for longer and got until`: the tags take `got` for a participle.
        return None
    if r.clauses.object(verb) is not None and r.clauses.object(verb) != r.clauses.phrase_starting(spot.first):
        # `got the job until Friday`
        return None
    what, stop = r.task(spot.last)
    more = not _LONGER.isdisjoint(r.words[: verb.first])
    on = r.subject(verb)
    return r.make(spot, "granted", verb.first, stop, on=on, what=what, moved=more, thing="deadline" if more else None)


def given_past(r: Reading, spot: Spot) -> Due | None:
    """`is giving tenants who fell behind in the flood until June 3 to pay`: a clause parts whom from until when."""
    if spot.word not in _UNTIL:
        return None
    for verb in reversed(r.verbs_before(spot.first, 26)):
        if verb.lemma not in _GIVES or verb.passive or verb.negated or verb.modal in ("may", "might", "could"):
            continue
        whom = r.clauses.object(verb)
        if whom is None or r.words[whom.last : whom.last + 1] not in (["who"], ["which"], ["that"], ["whose"], [","]):
            return None
        between = [v for v in r.verbs_before(spot.first) if v.first >= whom.last]
        if not between or between[-1].lemma in ("wait", "stay", "remain", "last", "close", "run", "work", "hold"):
            # `gave it to the crew who stayed until Friday`
            return None
        if {";", ":"} & set(r.words[verb.first : spot.first]):
            return None
        what, stop = r.task(spot.last)
        on = r.who(whom)
        setter = tuple(p for p in r.agent(verb) if p not in on)
        return r.make(spot, "granted", verb.first, stop, set_by=setter, on=on, what=what)
    return None


def given_span(r: Reading, spot: Spot) -> Due | None:
    """`gave the brothers the weekend to think it over`: a stretch with a use, named by the calendar."""
    verb = spot.verb
    if verb is None or verb.lemma not in ("give", "allow", "grant") or verb.negated or spot.length is not None:
        return None
    if r.words[spot.last - 1] not in _STRETCHES or spot.word in ("on", "in", "for", "by", "at", "during", "over"):
        return None
    what, stop = r.task(spot.last)
    receiver = r.clauses.subject(verb) if verb.passive else r.clauses.object(verb)
    if what is None or receiver is None or (not verb.passive and not 0 <= spot.first - receiver.last <= 2):
        return None
    on = r.who(receiver)
    return r.make(spot, "granted", verb.first, stop, set_by=r.agent(verb), on=on, what=what)


def dated(r: Reading, spot: Spot) -> Due | None:
    """`set the mill June 3 as the day by which to pay`, `set a date of June 3 for the mill to pay`."""
    words, last = r.words, spot.last
    verb = next((v for v in reversed(r.verbs_before(spot.first, 10)) if v.lemma in _SETS), None)
    if verb is not None and not verb.negated and verb.modal not in ("may", "might", "could", "should"):
        at = next((i for i in range(last + 1, min(last + 5, len(words))) if words[i] in _DATES), None)
        if words[last : last + 1] == ["as"] and at is not None:
            on, what, stop = _use(r, at + 1)
            if what is None:
                return None
            whom = r.clauses.object(verb)
            if whom is not None and whom.first < spot.first < whom.last:
                # `set [the mill June 3]` is no phrase of one thing.
                whom = dataclasses.replace(whom, last=spot.first, head=spot.first - 1)
            given = () if whom is None or whom.last > spot.first else r.who(whom)
            return r.make(spot, "deadline", verb.first, stop, set_by=r.agent(verb), on=on or given, what=what)
    at = next((i for i in range(spot.first - 1, max(-1, spot.first - 4), -1) if words[i] in _DATES), None)
    if at is None or words[at + 1 : spot.first] not in (["of"], [","]):
        return None
    phrase = next((p for p in r.clauses.phrases if p.first <= at < p.last), None)
    set_by = next((v for v in r.clauses.verbs if v.lemma in _SETS and abs(v.last - spot.first) < 12), None)
    start = last + (words[last : last + 1] == [","])
    if phrase is None or set_by is None or set_by.negated:
        return None
    follows = set_by.last if set_by.first >= start and set_by.first - start <= 1 else start
    on, what, stop = _use(r, follows)
    if what is None:
        return None
    new = bool({"new", "later", "fresh"} & set(words[phrase.first : at]))
    return r.make(
        spot, "deadline", min(set_by.first, phrase.first), stop, set_by=r.agent(set_by), on=on, what=what, moved=new,
        thing="deadline" if new else None,
    )  # fmt: skip


def _use(r: Reading, at: int) -> tuple[tuple[str, ...], str | None, int]:
    """What a date is for, and for whom: `for the mill to pay`, `by which to pay`, `by which it must pay`."""
    words = r.words
    by = words[at : at + 2] == ["by", "which"]
    if not by and words[at : at + 1] != ["for"]:
        return (), None, at
    verb = next((v for v in r.clauses.verbs if v.first >= at and v.first - at < 9), None)
    if verb is None or not (by or verb.form == "infinitive") or verb.lemma in _SCHEDULED:
        return (), None, at
    phrase: Phrase | None = r.clauses.phrase_starting(at + (2 if by else 1))
    on = () if phrase is None or phrase.first > verb.first or verb.passive else r.who(phrase)
    stop = r.stop(verb)
    return on, r.text(verb.first if verb.form == "infinitive" else verb.head, stop), stop


def replaced(found: list[Due], times: list[tuple[int, int, Day, Length | None]]) -> list[Due]:
    """Due times with those that they take the place of: `has until June 3 instead of May 24`."""
    out: list[Due] = []
    gone: set[int] = set()
    for due in found:
        pair = _pair(due, times)
        if pair is None or due.rule not in _MOVABLE:
            out.append(due)
            continue
        start, end, day = pair
        gone.add(start)
        out.append(dataclasses.replace(due, moved=True, old=False, thing=due.thing or "deadline"))
        out.append(dataclasses.replace(due, start=start, end=end, day=day, moved=False, old=True))
    return [d for d in out if d.old or not any(d.start <= s < d.end and d.day == _at(s, times) for s in gone)]


def _at(start: int, times: list[tuple[int, int, Day, Length | None]]) -> Day | None:
    return next((day for begin, _, day, _ in times if begin == start), None)


def _pair(due: Due, times: list[tuple[int, int, Day, Length | None]]) -> tuple[int, int, Day] | None:
    """The day that a due time is told to take the place of."""
    text, base = due.passage.text, due.passage.start
    for (_, end, day, length), (start, stop, other, length_) in itertools.pairwise(times):
        if length is not None or length_ is not None or day != due.day or not due.start <= end <= due.end + 1:
            continue
        if other.date is not None and _INSTEAD.match(text[end - base : start - base]) is not None:
            return start, stop, other
    return None


_OPEN = lexicon("offer bid tender proposal terms letter price prices invitation option guarantee deal ultimatum")
_HOLDS = lexicon("good valid firm binding alive open")


def holds_good(r: Reading, spot: Spot) -> Due | None:
    """`the offer is good until noon on Friday`, `its bid holds until June 3`, `those terms stand until Monday`."""
    words, first = r.words, spot.first
    at = next((i for i in range(first - 1, max(-1, first - 4), -1) if words[i] in ("until", "till", "through")), None)
    if at is None:
        return None
    adjective = words[at - 1] in _HOLDS and words[at - 2] in (
        "is", "are", "was", "remains", "remain", "stays", "be", ",", "which",
    )  # fmt: skip
    verb = words[at - 1] in ("holds", "hold", "stands", "stand", "stood", "held")
    if not (adjective or verb):
        return None
    end = at - (2 if adjective else 1)
    thing = next((i for i in range(end - 1, max(-1, end - 5), -1) if words[i] in _OPEN), None)
    if thing is None or (words[thing] == "letter" and not adjective):
        return None
    phrase = next((p for p in r.clauses.phrases if p.first <= thing < p.last), None)
    owner = () if phrase is None else r.possessor(phrase)
    return r.make(spot, "kept open", thing if phrase is None else phrase.first, set_by=owner)


def is_notice(r: Reading, spot: Spot, due: Due) -> bool:
    """Whether what is given is only the notice that rules ask for (`gave the usual three days' notice`)."""
    if due.length is None or due.rule != "granted":
        return False
    after = r.words[spot.last : spot.last + 3]
    notice = "notice" in after
    usual = {"required", "usual", "statutory", "mandatory", "legal", "customary", "necessary", "requisite", "full"}
    if _STRUCK & set(r.words[spot.last : spot.last + 6]):
        # `gave the mill seven days' notice of a strike`
        return False
    return notice and (bool(usual & set(r.words[max(0, spot.first - 2) : spot.last])) or not due.what)


_STRUCK = lexicon("strike strikes walkout stoppage action eviction closure")


def undertaken(r: Reading, spot: Spot) -> Due | None:
    """`undertook, by Friday, to open the plant`: the day stands before what is promised."""
    verb: Verb | None = spot.verb
    if spot.word not in ("by", "before") or verb is None or spot.first - verb.last > 5 or verb.negated:
        return None
    if verb.lemma not in ("undertake", "promise", "pledge", "agree", "vow", "swear") or verb.passive:
        return None
    start = spot.last + (r.words[spot.last : spot.last + 1] == [","])
    deed = next((v for v in r.clauses.verbs if v.first == start and v.form == "infinitive"), None)
    own = r.subject(verb)
    if deed is None or not own:
        return None
    what, stop = r.text(deed.first, r.stop(deed)), r.stop(deed)
    condition = next((i for i in range(verb.first - 1, max(-1, verb.first - 8), -1) if r.words[i] == "if"), None)
    if condition is not None:
        return r.make(spot, "condition", condition, stop, on=own, what=what)
    return r.make(spot, "pledged", verb.first, stop, set_by=own, on=own, what=what)
