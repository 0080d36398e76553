"""The due times of a story gathered into deadlines: mentions of one joined, moves and what became of them noted."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from onrecord.recording.dates import Day, Length, day_of, parse
from onrecord.recording.due import Due
from onrecord.recording.due_mentions import BARE, words_of
from onrecord.recording.gathered import Deadlines, Gathered
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.types import DeadlineState

__all__ = ["Gathered", "gather"]

_GAP = r"(?:(?!\bif\b|\bwhen\b|\bwill\b|\bwould\b|\bbefore\b|\buntil\b)[^.;]){0,40}?"
_CUES: tuple[tuple[DeadlineState, re.Pattern[str]], ...] = (
    ("withdrawn", re.compile(
        rf"\b(?:lift|dropp|scrapp|rescind|cancel|cancell|abandon|suspend|waiv|revok)ed\b{_GAP}\b(?:deadline"
        rf"|ultimatum)\b"
        rf"|\bwithdrew\b{_GAP}\b(?:deadline|ultimatum)\b"
        rf"|\b(?:deadline|ultimatum)\b{_GAP}\b(?:lifted|dropped|scrapped|withdrawn|rescinded|cancell?ed|waived)\b",
        re.I)),
    ("extended", re.compile(
        rf"\b(?:extend|postpon|delay|prolong|defer)ed\b{_GAP}\bdeadline\b|\b(?:pushed|put) back\b{_GAP}\bdeadline\b"
        rf"|\bextension (?:of|to) {_GAP}\bdeadline\b"
        rf"|\bdeadline\b{_GAP}\b(?:extended|postponed|delayed|pushed back|put back|deferred)\b", re.I)),
    ("met", re.compile(r"\b(?:met|beat) (?:the|its|his|her|their|that|a|an) (?:\w+ ){0,2}deadline\b", re.I)),
    ("expired", re.compile(
        rf"\b(?:deadline|ultimatum)\b{_GAP}\b(?:pass(?:es|ed)?|expire[sd]?|lapse[sd]?|ran out|runs out|came and went"
        rf"|elapsed)\b"
        r"|\b(?:miss(?:es|ed)?|ignor(?:es|ed)|def(?:ies|ied)) (?:the|its|his|her|their|that|a"
        r"|an) (?:[\w.]+ ){0,2}(?:deadline|ultimatum)\b",
        re.I)),
)  # fmt: skip
"""What a text says became of a deadline. The first kind that fits a sentence counts."""


_UNHEEDED = re.compile(
    r"\bwithout\b|\bno (?:action|response|reply|answer|sign|word)\b|\bignor|\bdef(?:y|ie)|\bmiss", re.I
)


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
    _supersede(material, drafts)
    _apply_cues(material, drafts)
    for draft in drafts.all:
        _look_ahead(material, draft)
    return sorted(drafts.all, key=lambda d: d.due_day or "9999")


def _look_ahead(material: Material, draft: Gathered) -> None:
    """A bare weekday for which time is granted is the coming one, unless the text says that it passed."""
    if draft.state is not None or draft.day is None:
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
    for draft in drafts.on_days(dates):
        if _same_deadline(draft, due):
            drafts.join(draft, due)
            return
    drafts.add(Gathered([due], due.day, None))


def _same_deadline(draft: Gathered, due: Due) -> bool:
    """Whether a mention is one of a known deadline.

    The same day for the same party is the same deadline, whoever is said to have set it: a president sets what his
    country sets. A headline's bare weekday is that of the deadline which the story tells with its date.
    """
    set_by, on = draft.parties()
    same_day = draft.day == due.day or (BARE.search(words_of(due)) is not None and _same_weekday(draft, due))
    if not same_day:
        return False
    if set(on) & set(due.on):
        return True
    if due.passage.is_summary and draft.told_in(due.passage.document):
        return True
    return _compatible(set_by, due.set_by) and _compatible(on, due.on)


def _same_weekday(draft: Gathered, due: Due) -> bool:
    known, day = parse(draft.day.date) if draft.day else None, parse(due.day.date)
    return known is not None and day is not None and abs((known - day).days) == 7


def _support(material: Material, drafts: Deadlines, due: Due) -> None:
    """A stretch of time: part of a deadline that is known by its day, or one that has to be reckoned."""
    assert due.length is not None
    near = drafts.near(due.passage.document)
    for draft in near:
        if draft.dues[0].length is not None or not draft.shares(due) or _begins_later(material, draft, due):
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
        if _compatible(set_by, due.set_by) and _compatible(on, due.on):
            drafts.join(draft, due)
            return
    base, why = _base(material, due)
    if base is None:
        drafts.add(Gathered([due], None, f"{due.length} from an unknown day"))
        return
    end = due.length.after(base)
    drafts.add(
        Gathered(
            [due], Day(end.isoformat(), None, "day"), f"{base.isoformat()} ({why}) + {due.length}", set=base.isoformat()
        )
    )


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
    own = [o for o in near if parse(o.due_day) is not None and _compatible(o.parties()[0], due.set_by)]
    by_day: dict[str, Gathered] = {}
    for draft in own:
        by_day.setdefault(draft.due_day, draft)
    for old in own:
        begin = parse(old.due_day)
        ends = "" if begin is None else due.length.after(begin).isoformat()
        new = by_day.get(ends)
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
    moved = dataclasses.replace(due, day=day, set_by=due.set_by or set_by, on=due.on or on)
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
    days = {d.date for _, t in material.times_in(due.passage) if (d := day_of(t)).end is None and d.date is not None}
    if len(days) == 1:
        return parse(days.pop()), "the day named"
    return parse(material.published(due.passage.document)), "day of publication"


def _apply_moves(drafts: Deadlines) -> None:
    """A deadline that was put off is extended; the day it was put off to is a deadline of its own."""
    for draft in drafts.all:
        if any(d.old for d in draft.dues):
            draft.state = "extended"
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
        own = [o for o in before if set(o.parties()[0]) & set(new.parties()[0])]
        for old in own:
            old.state = old.state or "extended"
        if not own and before and moved.thing == "deadline":
            # `It extended the deadline`: the one told last.
            old = max(before, key=lambda o: max(d.start for d in o.told_in(here)))
            old.state = old.state or "extended"
            set_by, on = old.parties()
            new.put_first(dataclasses.replace(new.dues[0], set_by=set_by, on=on))


_SET = frozenset(["granted", "had", "within", "bound", "condition", "deadline"])
"""The rules for due times that one party sets another."""


def _supersede(material: Material, drafts: Deadlines) -> None:
    """Who sets the same party a later day for the same thing has extended the first, also where no text says so."""
    for new in drafts.all:
        issued = _issued(material, new)
        if issued is None or new.dues[0].rule not in _SET:
            continue
        set_by, on = new.parties()
        for old in drafts.near(new.dues[0].passage.document):
            same = old is not new and old.day is not None and new.day is not None and old.due_day < new.due_day
            if not same or old.state is not None or old.dues[0].rule not in _SET:
                continue
            before, told = old.parties(), _issued(material, old)
            if told is None or told > issued or not set(on) & set(before[1]):
                continue
            first, then = gist_of(old.dues[0].what or ""), gist_of(new.dues[0].what or "")
            # One and the same party may be called by what it is and by its name.
            alike = 0.5 if set(set_by) & set(before[0]) else 0.6
            if overlap(first, then) >= alike and (alike == 0.5 or len(first & then) > 1):
                old.state = "extended"


def _issued(material: Material, draft: Gathered) -> str | None:
    """The day of the first report that tells of a deadline."""
    days = [d for n in draft.documents() if (d := material.published(n)) is not None]
    return min(days, default=None)


def _told_before(draft: Gathered, due: Due) -> bool:
    return any(d.start < due.end for d in draft.told_in(due.passage.document))


def _apply_cues(material: Material, drafts: Deadlines) -> None:
    for passage in material.passages:
        if "deadline" not in passage.text.casefold() and "ultimatum" not in passage.text.casefold():
            continue
        for state, pattern in _CUES:
            found = pattern.search(passage.text)
            if found is None:
                continue
            draft = _meant(material, drafts, passage, state)
            if draft is not None and not any(d.moved and d.passage is passage for d in draft.told_in(passage.document)):
                start = passage.start + found.start()
                words = material.quotes.everywhere(passage, start, passage.start + found.end())
                draft.extra.extend(words)
                draft.cues.append((passage, start, passage.start + found.end(), state))
                if state == "expired" and _UNHEEDED.search(passage.text):
                    draft.unheeded = merged(draft.unheeded, words)
                if draft.state is None:
                    draft.state = state
            break


def _meant(material: Material, drafts: Deadlines, passage: Passage, state: DeadlineState) -> Gathered | None:
    """The deadline that a sentence speaks of: the last one named before it in its document.

    Where its document names none before, it is the story's only one; or, of a lapse, the one that fell due last.
    """
    here = [d for d in drafts.told_in(passage.document) if d.day is not None]
    before = [
        (max(starts), d) for d in here
        if (starts := [u.start for u in d.told_in(passage.document) if u.start < passage.end])
    ]  # fmt: skip
    if before:
        return max(before, key=lambda b: b[0])[1]
    known = [d for d in drafts.near(passage.document) if d.day is not None]
    told = [d for d in known if any(n < passage.document for n in d.documents())]
    heads = here if passage.kind == "title" else []
    if len(told or heads) == 1:
        return (told or heads)[0]
    published = material.published(passage.document)
    over = [(d.due_day, d) for d in known if published is not None and d.due_day <= published and d.state is None]
    return max(over, key=lambda o: o[0])[1] if over and state == "expired" else None
