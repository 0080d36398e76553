"""Deadlines: the due times of a story, each with its history and its state as of the record's date."""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording.acts import Happening
from onrecord.recording.dates import Day, day_of, parse
from onrecord.recording.due import Due
from onrecord.recording.due_mentions import find_due_times
from onrecord.recording.gathered import Gathered
from onrecord.recording.gathering import gather
from onrecord.recording.gist import gist_of
from onrecord.recording.material import Material
from onrecord.recording.passages import merged
from onrecord.types import Deadline, DeadlineState, Demand, Evidence

__all__ = ["Gathered", "deadlines_of", "find_due_times", "gather"]


def deadlines_of(
    material: Material, drafts: Sequence[Gathered], demands: Sequence[Demand], happenings: Mapping[Happening, str]
) -> tuple[Deadline, ...]:
    """The deadlines of a story; their state is what the text says became of them, else what the date makes of it.

    `happenings`: those of the story in reading order, each with the id of its event.
    """
    beside = _Beside(drafts, demands, happenings)
    return tuple(_finish(material, draft, n, beside) for n, draft in enumerate(drafts, 1))


class _Beside:
    """What a story tells beside its deadlines: demands by document, events by document and paragraph."""

    def __init__(
        self, drafts: Sequence[Gathered], demands: Sequence[Demand], happenings: Mapping[Happening, str]
    ) -> None:
        self._demands = demands
        self._by_document: dict[str, dict[int, list[Evidence]]] = {}
        for n, demand in enumerate(demands):
            for e in demand.evidence:
                self._by_document.setdefault(e.document, {}).setdefault(n, []).append(e)
        self.ids = happenings
        self._events: dict[tuple[int, int], list[tuple[int, Happening]]] = {}
        self._by_verb: dict[tuple[int, str], list[Happening]] = {}
        for n, h in enumerate(happenings):
            if h.event.reality == "asserted" and drafts and h.trigger[1] - h.trigger[0] < _LONGEST_VERB:
                verb = lemma(h.passage.text[slice(*_within(h))])
                self._by_verb.setdefault((h.passage.document, verb), []).append(h)
            self._events.setdefault((h.passage.document, h.passage.block), []).append((n, h))

    def demands(self, documents: Iterable[str]) -> list[Demand]:
        """The demands of some documents, document by document."""
        numbers = dict.fromkeys(n for d in documents for n in self._by_document.get(d, ()))
        return [self._demands[n] for n in numbers]

    def told_in(self, document: str) -> list[tuple[Evidence, Demand]]:
        """Where a document tells its demands."""
        return [(e, self._demands[n]) for n, own in self._by_document.get(document, {}).items() for e in own]

    def done(self, draft: Gathered, on: Sequence[str], material: Material) -> bool:
        """Whether a text tells, behind a deadline, that those on whom it was set did what they were to do, in time."""
        task = next((d.what for d in draft.dues if d.what), None)
        last = None if draft.day is None else draft.day.end or draft.day.date
        if task is None or last is None or not on or draft.dues[0].rule not in _TO_BE_DONE:
            return False
        task = _BY_WHEN.sub("", task)
        words = [w for w in _TASK.findall(task.casefold()) if w not in _BEFORE_THE_VERB]
        if not words or "not" in task.casefold().split()[:3]:
            return False
        verb, rest = words[0], gist_of(task) - {words[0]}
        for document in draft.documents():
            told = max(d.end for d in draft.told_in(document))
            known = self._by_verb.get((document, verb), [])
            at = bisect.bisect_left(known, told, key=_where)
            for h in known[at : at + _MOST]:
                day = h.event.date or material.published(document)
                if day is None or (day > last and _IN_TIME.search(h.passage.text) is None):
                    continue
                next_to = told <= h.passage.start <= told + _NEXT and _PRONOUN.match(h.passage.text) is not None
                if not set(h.event.actor) & set(on) and not (next_to and not h.event.actor and len(on) == 1):
                    continue
                text = h.event.text or ""
                if _IN_PART.search(text) is None and (not rest or rest & gist_of(text) or _ENDS_WITH.search(text)):
                    return True
        return False

    def events(self, paragraphs: Iterable[tuple[int, int]]) -> list[Happening]:
        """The events that some paragraphs tell, in reading order."""
        return [h for _, h in sorted((e for p in paragraphs for e in self._events.get(p, ())), key=_number)]


_TO_BE_DONE = frozenset({"granted", "had", "bound", "wanted by", "within", "condition"})
"""The rules for days by which somebody is to do something."""
_ENDS_WITH = re.compile(
    r"\b(?:handed|gave|turned|paid|sent|let|took|pulled|brought) (?:it|them)\b|"
    r"\b(?:answered|complied|left|paid|replied|resigned|responded|signed|surrendered)"
    r"(?:\s(?:on|late on|early on)?\s?(?:\w+day|\w+ \d{1,2}))?\W*\Z",
    re.I,
)
"""A deed told without what it was done to, which its task has named: `must leave the ship`, `The crew [left on
Thursday]`."""
_IN_TIME = re.compile(
    r"\b(?:to spare|in (?:good |plenty of )?time|on time|ahead of time|before (?:it ran out|it expired))\b"
)
_BY_WHEN = re.compile(r"\s(?:by|before|until|within|no later than)\s.*\Z", re.S)
_TASK = re.compile(r"[\w’'-]+")
_PRONOUN = re.compile(r"(?:He|She|It|They)\b")
_NEXT = 3
"""How far behind the words for a deadline the next sentence begins."""
_BEFORE_THE_VERB = frozenset({"to", "must", "should", "shall", "will", "either", "also", "immediately", "fully"})
_IN_PART = re.compile(
    r"\b(?:some|part|parts|partly|half|one|two|three|several|few|most|many|only|first|nearly|almost|begun|began|another)\b",
    re.I,
)
"""What leaves open whether all was done."""


_LONGEST_VERB = 30
_MOST = 20
"""So many deeds by one verb are asked whether they meet a deadline."""


def _where(h: Happening) -> int:
    return h.trigger[0]


def _within(h: Happening) -> tuple[int, int]:
    """The trigger as offsets in its sentence."""
    return h.trigger[0] - h.passage.start, h.trigger[1] - h.passage.start


def _number(numbered: tuple[int, Happening]) -> int:
    return numbered[0]


def _finish(material: Material, draft: Gathered, number: int, beside: _Beside) -> Deadline:
    set_by, on = draft.parties()
    set_by = _by_name(material, draft, set_by)
    main = draft.dues[0]
    evidence = merged(*(material.quotes.everywhere(d.passage, d.start, d.end) for d in draft.dues), draft.extra)
    here = material.documents[main.passage.document].document.id
    demands = beside.demands(material.documents[n].document.id for n in draft.documents())
    demand = _demand_of(evidence, set_by, on, demands, beside) or _offer_before(main, beside.told_in(here))
    if demand is not None and not set(demand.by) & set(on):
        set_by = set_by or demand.by
        on = on or tuple(p for p in demand.to if p not in set_by)
    if set_by and not on and main.rule not in ("pledged", "falls due"):
        on = _opposite(main, set_by, beside.told_in(here))
    if main.rule == "granted" and on and set(on) == set(set_by):
        # Nobody gives himself until Friday: whom a pronoun stands for (`It gave Lund Mills until`) was read wrongly.
        set_by = ()
    draft.day = _as_told(material, draft)
    due = draft.day.date if draft.day else None
    if draft.day and draft.day.end is not None:
        due = f"{draft.day.date}/{draft.day.end}"
    return Deadline(
        id=f"t{number}",
        set_by=set_by,
        on=on,
        for_=None if demand is None else demand.id,
        set=draft.set,
        due=due,
        state=_state(material, draft, demand, done=beside.done(draft, on, material)),
        consequence=_consequence(draft, set_by, beside),
        evidence=evidence,
        text=next((d.what for d in draft.dues if d.what), None) or " ".join(evidence[0].quote.split()),
        basis=draft.basis or (None if due is None else "named in the text"),
        rule=main.rule,
    )


def _as_told(material: Material, draft: Gathered) -> Day | None:
    """The day of a deadline; where the text says that it was met or missed, one without a year lies behind, not a year
    ahead (`was to finish by the end of January. It missed that deadline`)."""
    day, as_of = draft.day, material.as_of
    if day is None or day.end is not None or as_of is None or draft.state not in ("expired", "met"):
        return day
    last, now = parse(day.date), parse(as_of)
    named = any(_YEAR.search(d.passage.text, d.start - d.passage.start) for d in draft.dues)
    if last is None or now is None or named or (last - now).days < _LONG_AHEAD:
        return day
    after = last + dt.timedelta(days=1)
    # The end of a month stays its end; no year lacks the first of one.
    ends = after.day == 1
    before = (after if ends or last.day == 29 else last).replace(year=(after if ends else last).year - 1)
    return dataclasses.replace(day, date=(before - dt.timedelta(days=ends)).isoformat())


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_AHEAD = 90
"""So many days ahead nobody tells of a day by its month alone as past."""


def _by_name(material: Material, draft: Gathered, set_by: tuple[str, ...]) -> tuple[str, ...]:
    """Who set a deadline, without those whom one report only describes (`the provider`) and another names."""
    named = tuple(p for p in set_by if material.parties.is_named(p))
    together = any(len(set(d.set_by) & set(set_by)) > 1 for d in draft.dues)
    return set_by if together or not named else named


def _state(material: Material, draft: Gathered, demand: Demand | None, *, done: bool) -> DeadlineState:
    last = (draft.day.end or draft.day.date) if draft.day else None
    kept = done or (demand is not None and last is not None and _is_done(material, demand, last))
    if draft.state == "expired" and not draft.cues and kept:
        # Its day is over, and no words say that it was missed.
        return "met"
    if draft.state is not None and not (draft.state == "expired" and last and material.as_of and last > material.as_of):
        return draft.state
    if last is not None and draft.state is None and kept:
        return "met"
    if last is None or material.as_of is None:
        return "unclear"
    return "expired" if last < material.as_of else "pending"


_BESIDE = 12
"""How far behind what was done its day may begin."""
_PROMISED = re.compile(
    r"\b(?:agree\w*|accept\w*|promis\w+|pledg\w+|vow\w*|will|would|compl(?:y|ies)"
    r"|approv\w+ (?:the|a) (?:request|demand)"
    r"|offer\w*|consent\w*|grant\w*|said|relent\w*|g[ia]ve\w? in)\b|['’]ll\b",
    re.I,
)


def _is_done(material: Material, demand: Demand, last: str) -> bool:
    """Whether what was to be done by a day is told as done, and not as promised, by a report of that day or before."""
    told = [e for a in demand.answers[-1:] if a.kind == "accepts" for e in a.evidence]
    dates = {d.document.id: material.published(n) for n, d in enumerate(material.documents)}
    numbers = {d.document.id: n for n, d in enumerate(material.documents)}
    done = [dates.get(e.document) for e in told if not _PROMISED.search(e.quote)]
    for e in told:
        # `It did so on Tuesday`, told on Friday.
        passage = material.quotes.passage_at(numbers[e.document], e.start)
        if passage is not None and not _PROMISED.search(e.quote):
            times = material.times_in(passage)[:9]
            done.extend(day_of(t).date for _, t in times if e.start <= t.start <= e.end + _BESIDE)
    return demand.kind != "offer" and any(date is not None and date[:10] <= last for date in done)


def _demand_of(
    evidence: Sequence[Evidence],
    set_by: tuple[str, ...],
    on: tuple[str, ...],
    demands: Sequence[Demand],
    beside: _Beside,
) -> Demand | None:
    """The demand that a deadline belongs to: one that rests on the same words, else one of the same parties."""
    resting = {d.id for v in evidence for e, d in beside.told_in(v.document) if e.start < v.end and v.start < e.end}
    for demand in demands:
        if demand.id in resting:
            return demand
    same = [
        d for d in demands
        if (set_by or on) and (not set_by or set(set_by) & set(d.by)) and (not on or set(on) & set(d.to))
    ]  # fmt: skip
    if len(same) == 1:
        return same[0]
    # `extended its deadline for the mill to free the ship` tells again what is wanted.
    told = gist_of(" ".join(v.quote for v in evidence[:1]))
    again = [d for d in same if len(gist_of(d.what) & told) >= max(2, 0.6 * len(gist_of(d.what)))]
    return again[0] if len(again) == 1 else None


def _opposite(due: Due, party: tuple[str, ...], told: Sequence[tuple[Evidence, Demand]]) -> tuple[str, ...]:
    """Who stands against a party in the demand of its document that is told nearest to a due time."""
    for _, demand in sorted(told, key=lambda t: abs(t[0].start - due.start)):
        for own, other in ((demand.by, demand.to), (demand.to, demand.by)):
            found = tuple(p for p in other if p not in party)
            if set(own) & set(party) and found:
                return found
    return ()


def _offer_before(due: Due, told: Sequence[tuple[Evidence, Demand]]) -> Demand | None:
    """The offer that a sentence without a name speaks of (`The offer expires on Friday`): the last one before it."""
    if due.set_by or due.rule not in ("expires", "extended", "kept open"):
        return None
    before = [(e.start, d) for e, d in told if d.kind == "offer" and e.start < due.end]
    return max(before, key=lambda b: b[0])[1] if before else None


def _consequence(draft: Gathered, set_by: tuple[str, ...], beside: _Beside) -> str | None:
    """The event that followed: by the one who set the deadline, up to three days after it, told beside it."""
    due = parse(draft.day.date) if draft.day else None
    if due is None:
        return None
    near = {(d.passage.document, d.passage.block) for d in draft.dues}
    near |= {(passage.document, passage.block) for passage, *_ in draft.cues}
    for h in beside.events(near):
        event, day = h.event, parse(h.event.date)
        if day is None or not due < day <= due + dt.timedelta(days=3) or event.reality != "asserted":
            continue
        if set(event.actor) & set(set_by):
            return beside.ids[h]
    return None
