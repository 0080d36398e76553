"""The due times of a story gathered into deadlines: mentions of one joined, moves and what became of them noted."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.recording.dates import Day, Length, day_of, parse
from onrecord.recording.due import Due, due_times
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers
from onrecord.types import DeadlineState, Evidence

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


@dataclass(slots=True)
class Gathered:
    """A deadline while its mentions are gathered."""

    dues: list[Due]
    day: Day | None
    basis: str | None
    state: DeadlineState | None = None
    extra: list[Evidence] = field(default_factory=list)
    set: str | None = None
    cues: list[tuple[Passage, int, int, DeadlineState]] = field(default_factory=list)
    """The sentences that say what became of it, with the offsets of the words that do."""
    unheeded: tuple[Evidence, ...] = ()
    """Where the text says that it passed and nothing was done."""

    @property
    def due_day(self) -> str:
        """Its day, or the empty string."""
        return (self.day.date or "") if self.day else ""

    def lapsed(self, as_of: str | None) -> bool:
        """Whether its day is over."""
        last = (self.day.end or self.day.date) if self.day else None
        return last is not None and as_of is not None and last < as_of

    def parties(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who set it, and for whom."""
        set_by = tuple(dict.fromkeys(p for d in self.dues for p in d.set_by))
        on = tuple(dict.fromkeys(p for d in self.dues for p in d.on))
        # Who sets himself a day is bound by it himself.
        return set_by, tuple(p for p in on if p not in set_by) or on


def find_due_times(material: Material, referents: Referents, speakers: Speakers) -> tuple[Due, ...]:
    """Every mention of a due time in the story, in reading order; the speaker sets it where the words are his."""
    out: list[Due] = []
    for passage in material.passages:
        for due in due_times(material, referents, passage):
            found = due
            if not found.set_by:
                told = speakers.at(passage.document, found.start)
                source = None if told is None else told.statement.source
                fits = found.rule in _SPOKEN or (
                    found.rule == "had" and source is not None and material.parties.get(source).kind == "organisation"
                )
                if source is not None and source not in found.on and fits:
                    found = dataclasses.replace(found, set_by=(source,))
                elif found.rule == "expires" and out and out[-1].moved and _next_to(out[-1].passage, passage):
                    # `It extended its offer to June 3. The offer had been due to expire on May 27.`
                    found = dataclasses.replace(
                        found, set_by=out[-1].set_by, old=found.old or "had been" in passage.text
                    )
            if found.rule in ("condition", "had") and not found.set_by:
                found = dataclasses.replace(found, set_by=_threatening(referents, found))
            if found.rule == "condition" and found.set_by and set(found.on) <= set(found.set_by):
                # `will close it if it does not answer`: not the one who threatens.
                found = dataclasses.replace(found, on=())
            reported = found.rule != "had" or speakers.at(passage.document, found.start) is not None
            out.append(_ahead(material, found) if reported else found)
    return tuple(out)


def _threatening(referents: Referents, due: Due) -> tuple[str, ...]:
    """Who makes a condition: the subject of the verb before it (`threatened to close it if …`)."""
    clauses = referents.clauses(due.passage)
    starts = clauses.sentence.starts
    before = [v for v in clauses.verbs if v.form == "finite" and starts[v.first] < due.start]
    if before and before[-1].lemma in ("face", "risk", "lose", "suffer", "incur"):
        # `faces sanctions unless it withdraws`
        return ()
    if not before or (due.rule == "had" and before[-1].lemma not in ("say", "warn", "announce", "add", "tell")):
        return ()
    found = referents.who(due.passage, clauses.subject(before[-1]))
    return () if due.rule == "had" and set(found) & set(due.on) else found


def _ahead(material: Material, due: Due) -> Due:
    """A bare weekday for which something is set is the coming one, unless the text says that it is over."""
    issued, day = parse(material.published(due.passage.document)), parse(due.day.date)
    if issued is None or day is None or due.rule not in _AHEAD or not _BARE.search(_words(due)):
        return due
    settled = due.rule in _EITHER_WAY and not due.moved and not _NOW.search(due.passage.text)
    if settled or _OVER.search(due.passage.text) or not dt.timedelta(0) < issued - day < dt.timedelta(7):
        return due
    return dataclasses.replace(due, day=Day((day + dt.timedelta(7)).isoformat(), None, "day"))


_EITHER_WAY = frozenset(["deadline", "expires", "extended"])
_NOW = re.compile(r"\b(?:is|are|has|have|faces?|expires|runs out|lapses|ends|will|now|sets|gives|set an?)\b", re.I)
_OVER = re.compile(
    r"\b(?:expired|passed|lapsed|ran out|had run out|came and went|missed|met|beat|elapsed|lifted"
    r"|had been (?:due|set)|had (?:been )?(?:given|told|set|granted|ordered"
    r"|asked|demanded)|last (?:week|month)|earlier)\b",
    re.I,
)


_SPOKEN = frozenset(["condition", "within", "bound", "wanted by"])
"""The rules for due times that the speaker sets, where the sentence names nobody else."""


def _next_to(a: Passage, b: Passage) -> bool:
    return a.document == b.document and 0 <= b.start - a.end <= 3


def gather(material: Material, dues: Sequence[Due]) -> list[Gathered]:
    """The mentions of due times as deadlines, in the order of their days.

    Mentions of one due day for and by the same parties are one deadline. A stretch of time with no day of its own
    ("a one-week window") supports the deadline of the same parties; where there is none, its day is reckoned from the
    day of the statement.
    """
    drafts: list[Gathered] = []
    # What the body says with a full date is read first; headlines and bare weekdays join it.
    dated = [d for d in dues if d.day.date is not None]
    for due in sorted(dated, key=lambda d: (bool(_BARE.search(_words(d))), d.passage.is_summary)):
        _gather(drafts, due)
    for due in dues:
        if due.day.date is None and due.moved:
            _add_time(drafts, due)
        elif due.day.date is None:
            _support(material, drafts, due)
    _apply_moves(drafts)
    _apply_cues(material, drafts)
    for draft in drafts:
        _look_ahead(material, draft)
    drafts.sort(key=lambda d: (d.day.date if d.day else None) or "9999")
    return drafts


_BARE = re.compile(r"\b(?<!last )(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? (?:\w{3,9}\.?,? )?\d)", re.I)
"""A weekday without a date."""


def _words(due: Due) -> str:
    """The words that name a due time."""
    return due.passage.text[due.start - due.passage.start : due.end - due.passage.start]


_AHEAD = frozenset(
    ["granted", "bound", "wanted by", "pledged", "kept open", "had", "condition", "within", "threat", "deadline",
     "expires", "extended", "strike", "falls due", "moved"]
)  # fmt: skip
"""The rules for what is still to come when it is told."""


def _look_ahead(material: Material, draft: Gathered) -> None:
    """A bare weekday for which time is granted is the coming one, unless the text says that it passed."""
    if draft.state is not None or draft.day is None:
        return
    for due in draft.dues:
        issued, day = parse(material.published(due.passage.document)), parse(draft.day.date)
        granted = due.rule in ("granted", "bound") or due.passage.kind == "title"
        if issued is None or day is None or not granted or not _BARE.search(_words(due)):
            return
        if re.search(r"\bhad\b", due.passage.text) or not dt.timedelta(0) < issued - day < dt.timedelta(7):
            return
    ahead = dt.date.fromisoformat(draft.day.date or "") + dt.timedelta(7)
    draft.day = Day(ahead.isoformat(), None, "day")


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or bool(set(a) & set(b))


def _gather(drafts: list[Gathered], due: Due) -> None:
    for draft in drafts:
        if _same_deadline(draft, due):
            draft.dues.append(due)
            return
    drafts.append(Gathered([due], due.day, None))


def _same_deadline(draft: Gathered, due: Due) -> bool:
    """Whether a mention is one of a known deadline.

    The same day for the same party is the same deadline, whoever is said to have set it: a president sets what his
    country sets. A headline's bare weekday is that of the deadline which the story tells with its date.
    """
    set_by, on = draft.parties()
    same_day = draft.day == due.day or (_BARE.search(_words(due)) is not None and _same_weekday(draft, due))
    if not same_day:
        return False
    if set(on) & set(due.on):
        return True
    here = any(d.passage.document == due.passage.document for d in draft.dues)
    if here and due.passage.is_summary:
        return True
    return _compatible(set_by, due.set_by) and _compatible(on, due.on)


def _same_weekday(draft: Gathered, due: Due) -> bool:
    known, day = parse(draft.day.date) if draft.day else None, parse(due.day.date)
    return known is not None and day is not None and abs((known - day).days) == 7


def _support(material: Material, drafts: list[Gathered], due: Due) -> None:
    """A stretch of time: part of a deadline that is known by its day, or one that has to be reckoned."""
    assert due.length is not None
    for draft in drafts:
        set_by, on = draft.parties()
        shared = set(on) & set(due.on) or set(set_by) & set(due.set_by)
        if shared and _compatible(set_by, due.set_by) and _compatible(on, due.on) and draft.dues[0].length is None:
            draft.dues.append(due)
            draft.set, draft.basis = _start(material, draft, due.length)
            return
    for draft in drafts:
        set_by, on = draft.parties()
        same = draft.dues[0].length == due.length
        if same and _compatible(set_by, due.set_by) and _compatible(on, due.on):
            draft.dues.append(due)
            return
    base, why = _base(material, due)
    if base is None:
        drafts.append(Gathered([due], None, f"{due.length} from an unknown day"))
        return
    end = due.length.after(base)
    drafts.append(
        Gathered(
            [due], Day(end.isoformat(), None, "day"), f"{base.isoformat()} ({why}) + {due.length}", set=base.isoformat()
        )
    )


def _add_time(drafts: list[Gathered], due: Due) -> None:
    """Time added to a deadline: the day it gives, counted from the one that the same party set.

    That is one whose sum with the time is told as well, or else the one told last. Without any, nothing is known.
    """
    assert due.length is not None
    here = (due.passage.document, due.start)
    own = [o for o in drafts if o.day and parse(o.due_day) and _compatible(o.parties()[0], due.set_by)]
    for old in own:
        begin = parse(old.due_day)
        ends = "" if begin is None else due.length.after(begin).isoformat()
        new = next((o for o in own if o.due_day == ends), None)
        if new is not None:
            new.dues.append(dataclasses.replace(due, day=new.day or due.day))
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
    drafts.append(Gathered([moved], day, f"{old.due_day} + {due.length}"))
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


def _apply_moves(drafts: list[Gathered]) -> None:
    """A deadline that was put off is extended; the day it was put off to is a deadline of its own."""
    for draft in drafts:
        if any(d.old for d in draft.dues):
            draft.state = "extended"
    for new in drafts:
        moved = next((d for d in new.dues if d.moved), None)
        if moved is None or new.day is None:
            continue
        before = [
            o
            for o in drafts
            if o is not new and o.day and (o.day.date or "") < (new.day.date or "") and _told_before(o, moved)
        ]
        own = [o for o in before if set(o.parties()[0]) & set(new.parties()[0])]
        for old in own:
            old.state = old.state or "extended"
        if not own and before and moved.thing == "deadline":
            # `It extended the deadline`: the one told last.
            old = max(
                before, key=lambda o: max(d.start for d in o.dues if d.passage.document == moved.passage.document)
            )
            old.state = old.state or "extended"
            set_by, on = old.parties()
            new.dues[0] = dataclasses.replace(new.dues[0], set_by=set_by, on=on)


def _told_before(draft: Gathered, due: Due) -> bool:
    return any(d.passage.document == due.passage.document and d.start < due.end for d in draft.dues)


def _apply_cues(material: Material, drafts: list[Gathered]) -> None:
    for passage in material.passages:
        if "deadline" not in passage.text.casefold() and "ultimatum" not in passage.text.casefold():
            continue
        for state, pattern in _CUES:
            found = pattern.search(passage.text)
            if found is None:
                continue
            draft = _meant(material, drafts, passage, state)
            if draft is not None and not any(d.moved and d.passage == passage for d in draft.dues):
                start = passage.start + found.start()
                words = material.quotes.everywhere(passage, start, passage.start + found.end())
                draft.extra.extend(words)
                draft.cues.append((passage, start, passage.start + found.end(), state))
                if state == "expired" and _UNHEEDED.search(passage.text):
                    draft.unheeded = merged(draft.unheeded, words)
                if draft.state is None:
                    draft.state = state
            break


def _meant(material: Material, drafts: Sequence[Gathered], passage: Passage, state: DeadlineState) -> Gathered | None:
    """The deadline that a sentence speaks of: the last one named before it in its document.

    Where its document names none before, it is the story's only one; or, of a lapse, the one that fell due last.
    """
    known = [d for d in drafts if d.day is not None]
    before = [
        (max(u.start for u in d.dues if u.passage.document == passage.document and u.start < passage.end), d)
        for d in known
        if any(u.passage.document == passage.document and u.start < passage.end for u in d.dues)
    ]
    if before:
        return max(before, key=lambda b: b[0])[1]
    told = [d for d in known if any(u.passage.document < passage.document for u in d.dues)]
    heads = [
        d for d in known if passage.kind == "title" and any(u.passage.document == passage.document for u in d.dues)
    ]
    if len(told or heads) == 1:
        return (told or heads)[0]
    published = material.published(passage.document)
    over = [(d.due_day, d) for d in known if published is not None and d.due_day <= published and d.state is None]
    return max(over, key=lambda o: o[0])[1] if over and state == "expired" else None
