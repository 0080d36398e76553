"""The due times of a story gathered into deadlines: mentions of one joined, moves and what became of them noted."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from onrecord.recording.dates import Day, Length, day_of, parse
from onrecord.recording.drift_words import stem
from onrecord.recording.due import Due
from onrecord.recording.due_fates import apply_fates
from onrecord.recording.due_mentions import BARE, words_of
from onrecord.recording.due_reading import STRIKES
from onrecord.recording.gathered import Deadlines, Gathered
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material

__all__ = ["Gathered", "gather"]

def gather(material: Material, dues: Sequence[Due]) -> list[Gathered]:
    """The mentions of due times as deadlines, in the order of their days.

    Mentions of one due day for and by the same parties are one deadline. A stretch of time with no day of its own
    ("a one-week window") supports the deadline of the same parties; where there is none, its day is reckoned from the
    day of the statement.
    """
    drafts = Deadlines()
    # What the body says with a full date is read first; headlines and bare weekdays join it.
    dated = [d for d in dues if d.day.date is not None]
    for due in sorted(dated, key=lambda d: (bool(BARE.search(words_of(d))), d.passage.is_summary)):
        _gather(drafts, due)
    for due in dues:
        if due.day.date is None and due.moved:
            _add_time(drafts, due)
        elif due.day.date is None:
            _support(material, drafts, due)
    _apply_moves(drafts)
    _first_ones(drafts)
    _supersede(material, drafts)
    apply_fates(material, drafts)
    for draft in drafts.all:
        _look_ahead(material, draft)
        if draft.state is None and draft.day is not None and any(d.over for d in draft.dues):
            draft.state = "expired" if draft.day.date and draft.day.date <= (material.as_of or "") else None
    return sorted(drafts.all, key=lambda d: d.due_day or "9999")


def _look_ahead(material: Material, draft: Gathered) -> None:
    """A bare weekday for which time is granted is the coming one, unless the text says that it passed."""
    if draft.state is not None or draft.day is None or any(d.over for d in draft.dues):
        return
    for due in draft.dues:
        issued, day = parse(material.published(due.passage.document)), parse(draft.day.date)
        granted = due.rule in ("granted", "bound") or due.passage.kind == "title"
        if issued is None or day is None or not granted or not BARE.search(words_of(due)):
            return
        if re.search(r"\bhad\b", due.passage.text) or not dt.timedelta(0) < issued - day < dt.timedelta(7):
            return
    ahead = dt.date.fromisoformat(draft.day.date or "") + dt.timedelta(7)
    draft.day = Day(ahead.isoformat(), None, "day")


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or bool(set(a) & set(b))


def _gather(drafts: Deadlines, due: Due) -> None:
    dates, day = [due.day.date or ""], parse(due.day.date)
    if day is not None and BARE.search(words_of(due)):
        dates += [(day + dt.timedelta(n)).isoformat() for n in (-7, 7)]
    for draft in drafts.on_days(dates)[:_OF_ONE_DAY]:
        if _same_deadline(draft, due):
            drafts.join(draft, due)
            return
    drafts.add(Gathered([due], due.day, None))


_OF_ONE_DAY = 40
"""So many deadlines of one day are looked at; no story that people write has more."""


def _same_deadline(draft: Gathered, due: Due) -> bool:
    """Whether a mention is one of a known deadline.

    The same day for the same party is the same deadline, whoever is said to have set it: a president sets what his
    country sets. A headline's bare weekday is that of the deadline which the story tells with its date.
    """
    set_by, on = draft.parties()
    first = draft.dues[0]
    if _offered(first) != _offered(due) and "strike" in (first.thing, due.thing, first.rule, due.rule):
        # A strike and an offer that end on one day are two things.
        return False
    same_day = draft.day == due.day or (BARE.search(words_of(due)) is not None and _same_weekday(draft, due))
    if not same_day:
        return False
    task, known = gist_of(due.what or ""), gist_of(first.what or "")
    if draft.day != due.day and len(task) > 1 and len(known) > 1 and not task & known:
        # `until Saturday to close the plant`, `until the end of the month (a Saturday, too) to name a buyer`
        return False
    if draft.day == due.day and (due.old or first.old) and _compatible(set_by, due.set_by):
        # `has until June 3 instead of May 24`: whoever the owner is whom a report bound until May 24.
        return True
    if set(on) & set(due.on):
        return True
    here = bool(draft.told_in(due.passage.document))
    if here and (due.passage.is_summary or _only_named(due) or all(_only_named(d) for d in draft.dues[:5])):
        # `The deadline is May 10` speaks of the one that is set for that day beside it.
        return True
    if len(task) > 1 and any(overlap(task, gist_of(d.what or "")) >= 0.6 for d in draft.dues[:5]):
        return True
    return _compatible(set_by, due.set_by) and _compatible(on, due.on)


def _only_named(due: Due) -> bool:
    """Whether a mention says no more than that there is a deadline: neither for whom nor for what."""
    return due.rule == "deadline" and not due.on and not due.what


def _offered(due: Due) -> bool:
    return due.rule in ("kept open", "expires", "extended")


def _same_weekday(draft: Gathered, due: Due) -> bool:
    if any(d.passage == due.passage for d in draft.told_in(due.passage.document)):
        # `until Monday to register, and until May 20 to vote`: two days.
        return False
    known, day = parse(draft.day.date) if draft.day else None, parse(due.day.date)
    return known is not None and day is not None and abs((known - day).days) == 7


def _support(material: Material, drafts: Deadlines, due: Due) -> None:
    """A stretch of time: part of a deadline that is known by its day, or one that has to be reckoned."""
    assert due.length is not None
    near = drafts.near(due.passage.document)
    for draft in near:
        if draft.dues[0].length is not None or not draft.shares(due) or _begins_later(material, draft, due):
            continue
        if draft.dues[0].rule in _OWN:
            continue
        set_by, on = draft.parties()
        if _compatible(set_by, due.set_by) and _compatible(on, due.on):
            drafts.join(draft, due)
            draft.set, draft.basis = _start(material, draft, due.length)
            return
    for draft in near:
        if draft.dues[0].length != due.length:
            continue
        set_by, on = draft.parties()
        here = bool(draft.told_in(due.passage.document))
        if _compatible(on, due.on) and (_compatible(set_by, due.set_by) or (here and set(on) & set(due.on))):
            # A state gives what its generals give.
            drafts.join(draft, due)
            return
    base, why = (None, "") if due.hangs else _base(material, due)
    if base is None:
        drafts.add(Gathered([due], None, f"{due.length} from an unknown day"))
        return
    end = due.length.after(base)
    drafts.add(
        Gathered(
            [due], Day(end.isoformat(), None, "day"), f"{base.isoformat()} ({why}) + {due.length}", set=base.isoformat()
        )
    )


_OWN = frozenset(["falls due", "strike", "pledged", "expires", "kept open", "moved"])
"""The rules for due times that no stretch of time is granted for."""


def _begins_later(material: Material, draft: Gathered, due: Due) -> bool:
    """Whether a stretch of time that ends on a deadline's day would begin after it was told of: another is meant."""
    assert due.length is not None
    end, told = parse(draft.due_day), parse(material.published(due.passage.document))
    return end is not None and told is not None and due.length.after(told + dt.timedelta(1)) < end


def _add_time(drafts: Deadlines, due: Due) -> None:
    """Time added to a deadline: the day it gives, counted from the one that the same party set.

    That is one whose sum with the time is told as well, or else the one told last. Without any, nothing is known.
    """
    assert due.length is not None
    here = (due.passage.document, due.start)
    near = drafts.near(here[0])
    dated = [o for o in near if parse(o.due_day) is not None]
    own = [o for o in dated if _compatible(o.parties()[0], due.set_by)]
    # Those of others only where two lie just so far apart, as who set a deadline may go by two names.
    for known in (own, dated) if due.thing == "deadline" else (own,):
        by_day = {o.due_day: o for o in reversed(known)}
        for old in known:
            begin = parse(old.due_day)
            new = None if begin is None else by_day.get(due.length.after(begin).isoformat())
            if new is not None:
                drafts.join(new, dataclasses.replace(due, day=new.day or due.day))
                old.state = old.state or "extended"
                return
    told = [(max(places), o) for o in own if (places := [p for d in o.dues if (p := _place(d)) < here])]
    if not told:
        return
    old = max(told, key=lambda b: b[0])[1]
    begin = parse(old.due_day)
    if begin is None:
        return
    day = Day(due.length.after(begin).isoformat(), None, "day")
    set_by, on = old.parties()
    # `The court gave it two more weeks`: nobody gives them to himself.
    given = () if set(due.on) & set(set_by) else due.on
    moved = dataclasses.replace(due, day=day, set_by=due.set_by or set_by, on=given or on)
    drafts.add(Gathered([moved], day, f"{old.due_day} + {due.length}"))
    old.state = old.state or "extended"


def _place(due: Due) -> tuple[int, int]:
    return due.passage.document, due.start


def _start(material: Material, draft: Gathered, length: Length) -> tuple[str | None, str | None]:
    """The day on which a deadline was set: a day that its sentences name and that with the grace gives its due."""
    wanted = draft.day.date if draft.day else None
    passages = {(d.passage.document, d.passage.start): d.passage for d in draft.dues}
    for passage in passages.values():
        # A sentence that people write names a few days at most.
        for _, time in material.times_in(passage)[:20]:
            day = day_of(time)
            begin = parse(day.date)
            if begin is not None and day.end is None and length.after(begin).isoformat() == wanted:
                return begin.isoformat(), f"{begin.isoformat()} + {length}"
    return None, None


def _base(material: Material, due: Due) -> tuple[dt.date | None, str]:
    """The day a stretch of time is counted from: the one day its sentence names, else that of the publication."""
    days = {
        d.date
        for _, t in material.times_in(due.passage)
        if (d := day_of(t)).end is None and d.date is not None and not _aside(due, t.start)
    }
    issued = material.published(due.passage.document)
    if issued is not None and not _FROM.search(due.passage.text):
        # `to cut its rates from July 1 or explain within 30 days`
        days = {d for d in days if d <= issued[:10]}
    if len(days) == 1:
        return parse(days.pop()), "the day named"
    return parse(material.published(due.passage.document)), "day of publication"


_FROM = re.compile(r"\b(?:hours|days|weeks|months),? (?:from|of|after|starting|beginning)\b", re.I)
_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose|where|when)\b")


def _aside(due: Due, at: int) -> bool:
    """Whether a day after a stretch of time stands in a clause that tells something else."""
    start = due.passage.start
    return at > due.end and _RELATIVE.search(due.passage.text, due.end - start, at - start) is not None


def _apply_moves(drafts: Deadlines) -> None:
    """A deadline that was put off is extended; the day it was put off to is a deadline of its own."""
    for draft in drafts.all:
        if any(d.old for d in draft.dues):
            draft.state = "extended"
            _take_sides(drafts, draft)
    for new in drafts.all:
        moved = next((d for d in new.dues if d.moved), None)
        if moved is None or new.day is None:
            continue
        here = moved.passage.document
        before = [
            o
            for o in drafts.told_in(here)
            if o is not new and o.day and o.due_day < new.due_day and _told_before(o, moved)
        ]
        own = [o for o in before if set(o.parties()[0]) & set(new.parties()[0]) or _goes_on(o, new, moved)]
        for old in own:
            old.state = old.state or "extended"
        if own and not new.parties()[0] and own[-1].parties()[0]:
            # Who set the first day has put it off.
            new.put_first(dataclasses.replace(new.dues[0], set_by=own[-1].parties()[0]))
        if not before and moved.thing == "deadline":
            # `It extended the time that the mill has`: the only one of the mill that other reports tell.
            earlier = [
                o for o in drafts.near(here)
                if o is not new and o.day and o.due_day < new.due_day and set(o.parties()[1]) & set(new.parties()[1])
            ]  # fmt: skip
            if len(earlier) == 1 and _akin(earlier[0], new):
                earlier[0].state = earlier[0].state or "extended"
        if not own and before and moved.thing == "deadline":
            # `It extended the deadline`: the one told last.
            old = max(before, key=lambda o: max(d.start for d in o.told_in(here)))
            old.state = old.state or "extended"
            set_by, on = old.parties()
            new.put_first(dataclasses.replace(new.dues[0], set_by=set_by, on=on))


def _first_ones(drafts: Deadlines) -> None:
    """What was `first` set for a day is put off where its document tells a later day for the same."""
    for old in drafts.all:
        first = next((d for d in old.dues[:5] if _FIRST.search(_up_to(d))), None)
        if first is None or old.state is not None or old.day is None:
            continue
        later = [d for d in drafts.told_in(first.passage.document) if d is not old and d.due_day > old.due_day]
        if any(_kin(old, new) for new in later):
            old.state = "extended"


def _up_to(due: Due) -> str:
    """The words of a sentence that lead up to a due time."""
    end = due.end - due.passage.start
    return due.passage.text[max(0, end - _LEAD) : end]


_LEAD = 200
_FIRST = re.compile(r"\b(?:had|was|were|been) (?:first|originally|initially)\s(?:\w+\s)[^.;]*\Z", re.I)


def _kin(old: Gathered, new: Gathered) -> bool:
    """Whether two deadlines are strikes, bind the same party, or are for the same."""
    both = (old, new)
    strikes = all(any(d.rule == "strike" or "strike" in (d.thing or "") for d in draft.dues[:5]) for draft in both)
    tasks = [gist_of(" ".join(d.what or "" for d in draft.dues[:5])) for draft in both]
    return strikes or bool(set(old.parties()[1]) & set(new.parties()[1])) or bool(tasks[0] & tasks[1])


def _goes_on(old: Gathered, new: Gathered, moved: Due) -> bool:
    """Whether a later day is that of an earlier one, by whom it binds (`now has until June 3`) or by what it is for
    (`must register by May 10 … extended registration to May 24`)."""
    tasks = [gist_of(" ".join(d.what or "" for d in draft.dues[:5])) for draft in (old, new)]
    if moved.rule == "had":
        return bool(set(old.parties()[1]) & set(new.parties()[1])) and (not tasks[1] or bool(tasks[0] & tasks[1]))
    if moved.thing in STRIKES and old.dues[0].rule in ("strike", "threat"):
        # `It put the strike back to June 3`: whoever `it` is.
        return True
    named = stem(moved.thing or "")
    return moved.rule == "extended" and len(named) > 4 and any(stem(word) == named for word in tasks[0])


def _akin(old: Gathered, new: Gathered) -> bool:
    """Whether two deadlines have a setter in common, or name the same thing in what is to be done."""
    tasks = [gist_of(" ".join(d.what or "" for d in draft.dues[:5])) for draft in (old, new)]
    return bool(set(old.parties()[0]) & set(new.parties()[0]) or tasks[0] & tasks[1])


def _take_sides(drafts: Deadlines, old: Gathered) -> None:
    """A deadline that was put off was set by and for those of the later one, where the text says no more."""
    set_by, on = old.parties()
    here = old.dues[0].passage.document
    after = [d for d in drafts.told_in(here) if d is not old and d.due_day > old.due_day]
    later = [d for d in after if any(u.moved for u in d.dues)]
    if len(later) == 1 and (not set_by or not on):
        sides = later[0].parties()
        if not set_by or set(set_by) & set(sides[0]):
            old.put_first(dataclasses.replace(old.dues[0], set_by=set_by or sides[0], on=on or sides[1]))


_SET = frozenset(["granted", "had", "within", "bound", "condition", "deadline", "pledged"])
"""The rules for due times that one party sets another."""


def _supersede(material: Material, drafts: Deadlines) -> None:
    """Who sets the same party a later day for the same thing has extended the first, also where no text says so."""
    for new in drafts.all:
        issued, setting = _issued(material, new), next((d for d in new.dues[:5] if d.rule in _SET), None)
        if issued is None or setting is None:
            continue
        set_by, on = new.parties()
        for old in drafts.near(setting.passage.document):
            same = old is not new and old.day is not None and new.day is not None and old.due_day < new.due_day
            if not same or old.state is not None or old.dues[0].rule not in _SET:
                continue
            before, told = old.parties(), _issued(material, old)
            first, then = gist_of(old.dues[0].what or ""), gist_of(setting.what or "")
            nobody = told is not None and not before[0] and not before[1]
            if nobody and first & then and _days_after(issued, old.due_day) in (0, 1):
                # On the day on which each side was to hand in its list, time is given for the lists.
                old.state = "extended"
            if told is None or told > issued or not set(on) & set(before[1]):
                continue
            # One and the same party may be called by what it is and by its name.
            alike = 0.5 if set(set_by) & set(before[0]) else 0.6
            before_it = any(d.start < setting.start for d in old.told_in(setting.passage.document))
            later = not then and setting.rule == "granted" and told == issued and before_it
            if later:
                # `gave itself until June 3`, behind the day that it had before
                old.state = "extended"
            elif overlap(first, then) >= alike and (alike == 0.5 or len(first & then) > 1):
                old.state = "extended"


def _days_after(day: str, other: str) -> int | None:
    """How many days one day lies after another."""
    one, two = parse(day), parse(other)
    return None if one is None or two is None else (one - two).days


def _issued(material: Material, draft: Gathered) -> str | None:
    """The day of the first report that tells of a deadline."""
    days = [d for n in draft.documents() if (d := material.published(n)) is not None]
    return min(days, default=None)


def _told_before(draft: Gathered, due: Due) -> bool:
    return any(d.start < due.end for d in draft.told_in(due.passage.document))
