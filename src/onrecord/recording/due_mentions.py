"""Every mention of a due time in a story, with the one who sets it where his own words are told."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

from onrecord.recording.dates import Day, day_of, parse
from onrecord.recording.due import Due, due_times
from onrecord.recording.due_sums import owed
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.moves import DUE, Moves, sides
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers
from onrecord.recording.wants import Wants


def find_due_times(
    material: Material, referents: Referents, speakers: Speakers, moves: Moves, wants: Wants
) -> tuple[Due, ...]:
    """Every mention of a due time in the story, in reading order; the speaker sets it where the words are his.

    `moves` know who the network thinks sets them, and on whom.
    """
    out: list[Due] = []
    for passage in material.passages:
        for due in due_times(material, referents, wants, passage):
            if _is_guess(material, due) or _is_term(material, due) or _is_pastime(due) or _is_history(material, due):
                continue
            found = due
            if found.rule == "waits":
                more = _more_time(material, out, found)
                if more is not None:
                    out.append(more)
                continue
            if not found.set_by:
                told = speakers.at(passage.document, found.start)
                source = None if told is None else told.statement.source
                fits = found.rule in _SPOKEN or (found.rule == "had" and not found.on) or (
                    found.rule == "had" and source is not None and material.parties.get(source).kind == "organisation"
                )
                if source is not None and source not in found.on and fits:
                    found = dataclasses.replace(found, set_by=(source,))
                elif found.rule == "expires" and out and out[-1].moved and _next_to(out[-1].passage, passage):
                    # `It extended its offer to June 3. The offer had been due to expire on May 27.`
                    old = found.old or _WAS_DUE.search(passage.text) is not None
                    found = dataclasses.replace(found, set_by=out[-1].set_by, old=old)
                elif found.thing == "it" and found.rule == "expires":
                    # What ended may be anything.
                    continue
            if found.rule == "granted" and (not found.set_by or set(found.set_by) == set(found.on)):
                found = dataclasses.replace(found, set_by=_other_one(material, found) or found.set_by)
            if found.rule in ("condition", "had") and not found.set_by:
                found = dataclasses.replace(found, set_by=_threatening(referents, found))
            if found.rule == "condition" and found.set_by and set(found.on) <= set(found.set_by):
                # `will close it if it does not answer`: not the one who threatens.
                found = dataclasses.replace(found, on=())
            if found.rule == "had" and not (found.on or found.set_by) and _THEY.match(words_of(found)):
                # Nobody knows who `they` are, nor who says so.
                continue
            reported = found.rule != "had" or speakers.at(passage.document, found.start) is not None
            reported = reported or _HAS_NOW.match(words_of(found)) is not None
            out.append(_ahead(material, found) if reported else found)
    bills: dict[int, bool] = {}
    return tuple(owed(material, referents, _sided(moves, due), bills) for due in out)


def _sided(moves: Moves, due: Due) -> Due:
    """A due time with the sides that the network knows better."""
    move = moves.within(due.passage.document, due.start, due.end, DUE)
    if move is None:
        return due
    set_by, on = sides(moves, due.passage.document, move, due.set_by, due.on)
    return due if (set_by, on) == (due.set_by, due.on) else dataclasses.replace(due, set_by=set_by, on=on)


def _more_time(material: Material, before: list[Due], due: Due) -> Due | None:
    """The later day until which somebody waits, or lets somebody stay, of a day told shortly before; None: of none."""
    for old in reversed(before[-_RECENT:]):
        here = old.passage.document == due.passage.document
        near = due.passage.block - old.passage.block <= 1 if here else bool(set(due.set_by) & set(old.set_by))
        if not near or old.day.date is None or (due.day.date or "") <= old.day.date or old.rule not in _SETTING:
            continue
        if set(due.set_by) & set(old.set_by) or set(due.set_by) & set(old.on):
            # Who waits lets the same be done later; who lets somebody stay does not.
            what = old.what if {"wait", "waiting"} & set(words_of(due).split()) else None
            return dataclasses.replace(due, rule="granted", set_by=old.set_by, on=old.on, what=what)
    return None


def _other_one(material: Material, due: Due) -> tuple[str, ...]:
    """Whom the pronoun stands for that gives somebody time, if not the one to whom it is given: whoever the sentence
    before is about (`It gave Lund Mills until Friday`)."""
    at = due.start - due.passage.start
    found = _PRONOUN.search(due.passage.text, 0, at)
    if found is None or not due.on:
        return ()
    kind = {"he": "person", "she": "person", "they": "group"}.get(found[1].casefold(), "organisation")
    for before in reversed(material.passages_before(due.passage, 2)):
        if before.block < due.passage.block - 1:
            continue
        for _, _, party in material.parties.within(before.document, before.start, before.end):
            if party not in due.on and material.parties.get(party).kind == kind:
                return (party,)
    return ()


_HAS_NOW = re.compile(r"(?:now )?(?:has|have)\b(?! had)", re.I)
_PRONOUN = re.compile(r"\b(It|He|She|They|it|he|she|they)\s(?:has\s|had\s|have\s|also\s|then\s)*\Z")
_RECENT = 12
"""Among how many due times before it the one is looked for which a later day puts off."""
_SETTING = frozenset(["granted", "bound", "wanted by", "condition", "within", "deadline"])
_WAS_DUE = re.compile(r"\bhad been\b|\b(?:was|were) (?:originally |first |initially )?(?:due |set |scheduled )?to\b")
_THEY = re.compile(r"(?:they|you|he|she|it|we|i)\b", re.I)
_TERMS = lexicon("contract deal term loan stint tenure")
_YEARS_AHEAD = 240


def _is_far(material: Material, due: Due) -> bool:
    """Whether a day lies most of a year ahead."""
    day, issued = parse(due.day.date), parse(material.published(due.passage.document))
    return day is not None and issued is not None and (day - issued).days > _YEARS_AHEAD


def _is_term(material: Material, due: Due) -> bool:
    """Whether it is how long somebody's contract or office lasts, and not by when something must be done."""
    named = {due.thing or "", *words_of(due).casefold().split()} & _TERMS
    if due.rule == "expires" and not due.old and not due.moved and _is_far(material, due):
        # When an agreement ends years ahead nobody has to act yet.
        return True
    if due.rule not in ("expires", "extended") or not named:
        return False
    people = any(material.parties.get(p).kind == "person" for p in (*due.set_by, *due.on))
    long = due.rule == "extended" and due.day.precision in ("month", "year")
    return "term" in named or people or long


def _is_history(material: Material, due: Due) -> bool:
    """Whether a stretch of time was granted years ago (`in 1998 … within 48 hours`), so that no day is known."""
    issued, year = material.published(due.passage.document), _IN_YEAR.search(due.passage.text)
    return due.length is not None and issued is not None and year is not None and int(year[1]) < int(issued[:4]) - 1


_IN_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_PASTIMES = lexicon("prepare recover rest enjoy celebrate train win beat score qualify")


def _is_guess(material: Material, due: Due) -> bool:
    """Whether it is concluded that something has happened by then (`he must have left by Monday`)."""
    day, issued = parse(due.day.end or due.day.date), parse(material.published(due.passage.document))
    return day is not None and issued is not None and day <= issued and _CONCLUDED.search(words_of(due)) is not None


_CONCLUDED = re.compile(r"\bmust (?:\w+ )?have\b", re.I)


def _is_pastime(due: Due) -> bool:
    """Whether the time is for a game or a rest, which nobody sets (`has four days to prepare for the match`)."""
    what = (due.what or "").removeprefix("to ").removeprefix("must ").split()
    return due.rule in ("had", "bound") and not due.set_by and what[:1] != [] and what[0].casefold() in _PASTIMES


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
    last = parse(due.day.end)
    if issued and day and last and last < issued and due.rule == "granted" and words_of(due).find("weekend") > 0:
        # `gave him the weekend to think`: the coming one.
        ahead = [(d + dt.timedelta(7)).isoformat() for d in (day, last)]
        return dataclasses.replace(due, day=Day(ahead[0], ahead[1], due.day.precision))
    if issued is None or day is None or due.rule not in _AHEAD or not BARE.search(words_of(due)):
        return due
    given = _after_giving(material, due, issued)
    if given is not None:
        return dataclasses.replace(due, day=Day(given.isoformat(), None, "day"), over=due.over or given < issued)
    if due.old and due.rule == "expires":
        # `had been due to expire on Friday`: the nearest one, as what is put off is so at about its day.
        near = [day + dt.timedelta(n) for n in (-7, 0, 7)]
        nearest = min(near, key=lambda d: abs((d - issued).days))
        return dataclasses.replace(due, day=Day(nearest.isoformat(), None, "day"))
    if day > issued and day - issued < dt.timedelta(8) and _went_by(material, due):
        # `gave it until midnight Saturday. The deadline passed`
        return dataclasses.replace(due, day=Day((day - dt.timedelta(7)).isoformat(), None, "day"), over=True)
    missed = due.rule == "falls due" and _MISSED.search(due.passage.text)
    if day > issued and (missed or _UNDONE.search(due.passage.text)) and day - issued < dt.timedelta(8):
        # `had ordered them to pay by Wednesday; they did not`
        return dataclasses.replace(due, day=Day((day - dt.timedelta(7)).isoformat(), None, "day"))
    if dt.timedelta(0) <= issued - day < dt.timedelta(7) and _went_by(material, due):
        return dataclasses.replace(due, over=True)
    settled = due.rule in _EITHER_WAY and not due.moved and not _NOW.search(due.passage.text)
    settled = settled or _OVER.search(_main_part(due)) is not None
    if settled or not dt.timedelta(0) < issued - day < dt.timedelta(7):
        return due
    return dataclasses.replace(due, day=Day((day + dt.timedelta(7)).isoformat(), None, "day"))


def _after_giving(material: Material, due: Due, issued: dt.date) -> dt.date | None:
    """The first such weekday after the day on which it was set, where the sentence names that one before it (`on Monday
    gave the mill until Wednesday`)."""
    day = parse(due.day.date)
    if day is None or due.rule not in _SETTING or due.day.end is not None:
        return None
    times = [t for _, t in material.times_in(due.passage)[:30] if t.relation in (None, "on", "by", "until")]
    days = [(t.start, day_of(t)) for t in times]
    own = next((at for at, d in days if due.start <= at < due.end and d.date == due.day.date), None)
    told = [d for at, d in days if own is not None and at < own]
    if own is None or not BARE.match(due.passage.text, own - due.passage.start):
        return None
    base = parse(told[0].date) if len(told) == 1 and told[0].precision == "day" else None
    if base is None or not dt.timedelta(0) <= issued - base < dt.timedelta(7):
        return None
    if _WHO_DID.search(due.passage.text, 0, max(0, due.start - due.passage.start)):
        return None
    return base + dt.timedelta((day - base).days % 7 or 7)


_WHO_DID = re.compile(r"\b(?:who|which|that|after|when|since|because)\b")


def _main_part(due: Due) -> str:
    """The sentence of a due time, of a condition only what comes before it (`unless he had given it up by then`)."""
    text = due.passage.text
    if due.rule not in ("condition", "threat", "wanted by"):
        return text
    return _WHO.sub(" ", _IF.split(text, maxsplit=1)[0])


_IF = re.compile(r"\b(?:if|unless)\b")
_WHO = re.compile(r"\b(?:who|which)\b[^,;]*,")


def _went_by(material: Material, due: Due) -> bool:
    """Whether one of the next sentences of the paragraph says that the time is over."""
    passage: Passage | None = due.passage
    for _ in range(2):
        passage = None if passage is None else material.quotes.next_passage(due.passage.document, passage)
        if passage is None or passage.block != due.passage.block:
            return False
        if _GONE_BY.search(passage.text):
            return True
    return False


_GONE_BY = re.compile(
    r"\b(?:dawn|noon|midday|midnight|nightfall|dusk|the hour|the day) came\b"
    r"|\b(?:deadline|ultimatum|midnight|noon|midday|day|hour|time) (?:\w+ly )?(?:passed|expired|lapsed|elapsed|ran out"
    r"|came and went|went by)\b"
    r"|\b(?:new deadline|stopped the clock|let the (?:deadline|ultimatum|day) pass)\b"
    r"|\bmissed (?:the|that|its|his|her|their) (?:deadline|date)\b",
    re.I,
)
_EITHER_WAY = frozenset(["deadline", "expires", "extended"])
_NOW = re.compile(
    r"\b(?:is|are|has|have|faces?|expires|runs out|lapses|ends|will|now|sets|gives|set an?"
    r"|set [^.;]{1,40}\bnew)\b",
    re.I,
)
_OVER = re.compile(
    r"\b(?:expired|passed|lapsed|ran out|had run out|came and went|go by|went by|missed|met|beat|elapsed|lifted"
    r"|(?:was|were) to have (?:been )?\w+|had been (?:due|set)|had (?:been )?(?:given|told|set|granted|ordered"
    r"|asked|demanded)|last (?:week|month)|earlier)\b",
    re.I,
)


_UNDONE = re.compile(r"\bhad [^.;]{1,80}\bby [^.;]{1,40}[;,] (?:but )?(?:they|he|she|it) (?:did not|never|did)\b", re.I)
"""A day that was set before and went by."""
_MISSED = re.compile(r"\b(?:missed|skipped|failed to|did not|has not)\b", re.I)
_SPOKEN = frozenset(["condition", "within", "bound", "wanted by", "granted", "threat"])
"""The rules for due times that the speaker sets, where the sentence names nobody else."""


def _next_to(a: Passage, b: Passage) -> bool:
    return a.document == b.document and 0 <= b.start - a.end <= 3


_AHEAD = frozenset(
    ["granted", "bound", "wanted by", "pledged", "kept open", "had", "condition", "within", "threat", "deadline",
     "expires", "extended", "strike", "falls due", "moved"]
)  # fmt: skip
"""The rules for what is still to come when it is told."""
BARE = re.compile(r"\b(?<!last )(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!,? (?:\w{3,9}\.?,? )?\d)", re.I)
"""A weekday without a date."""


def words_of(due: Due) -> str:
    """The words that name a due time."""
    return due.passage.text[due.start - due.passage.start : due.end - due.passage.start]
