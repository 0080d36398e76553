"""Where a sentence names a due time."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable

from onrecord.recording import due_allowed, due_conditions, due_ends, due_grants, due_named, due_open
from onrecord.recording.anchored import BASIS
from onrecord.recording.complements import completed, is_empty
from onrecord.recording.dates import UNKNOWN, Day, Length, day_of, lengths_in, parse
from onrecord.recording.due_reading import Due, Reading, Spot
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import LONGEST, Referents
from onrecord.recording.wants import Wants
from onrecord.types import Time

__all__ = ["Due", "due_times"]

HINT = re.compile(
    r"\b(?:until|till|deadlines?|ultimatum|expir\w+|due|within|by|before|through|later than|strikes?|walk\w*|stoppage"
    r"|postpone\w*|delay\w*|put (?:off|back)|push\w* back|moved?|hours?|days?|weeks?|months?|extend\w*|"
    r"weekend|dawn|date|fortnight|laps\w+|runs? out|running out|cut-?off|window|unless|if|ends?|last|final"
    r"|(?:considered|accepted|received|lodged|sent|made) after)\b|-(?:hour|day|week|month)\b"
)
"""What a passage must contain, in lower case, to be looked at; everything else names no due time."""


def due_times(material: Material, referents: Referents, wants: Wants, passage: Passage) -> list[Due]:
    """The due times that a passage names, in order."""
    if not HINT.search(passage.text.lower()):
        return []
    times = _times(material, passage)
    if not times:
        return []
    reading, wanted = Reading(referents, passage), wants.of(passage)
    out: list[Due] = []
    for start, end, day, length in times:
        spot = reading.spot(start, end, day, length)
        if spot is None:
            continue
        found = _first(_SET, reading, spot)
        for want in wanted if found is None else ():
            found = found or due_open.wanted(reading, spot, want, start, end)
        if length is not None:
            found = found or _first(_COUNTED, reading, spot)
        elif day.precision != "year":
            found = found or _first(_DATED, reading, spot)
        if found is not None and _PUT_FORWARD.search(passage.text[: start - passage.start]) is not None:
            continue
        if found is not None and due_allowed.is_notice(reading, spot, found):
            continue
        if found is not None and not (day.precision == "year" and found.rule == "expires"):
            out.append(_whole(found))
    return due_allowed.replaced(out, times)


_PUT_FORWARD = re.compile(
    r"\b(?:(?:consider|mull|weigh|discuss|suggest|recommend|propos|contemplat)(?:e|s|es|ed|ing)?|refus(?:e|es|ed|ing)"
    r"|declin(?:e|es|ed|ing)|rather than|instead of|without|could|might|may|should|whether"
    r"|(?:proposals?|ideas?|motions?|requests?|calls?) (?:to|for|of))\s(?:to\s)?(?:\w+ly\s)?"
    r"(?:giv(?:e|ing)|grant(?:ing)?|set(?:ting)?|impos(?:e|ing)|allow(?:ing)?)\s[^.;:“”\"]{0,70}\Z"
    r"|\b(?:if|had(?!\s(?:already\s|also\s|earlier\s|previously\s|first\s|only\s)?been\b))\s[^.;,]{3,50}\bgiven\s[^.;,]{0,60}\Z"
    r"|\b(?:could|might|should|would)\b[^.;:]{0,60}\bby\s"
    r"(?:announcing|asking|demanding|giving|offering|saying|setting|telling|threatening|warning)\b[^.;]{0,140}\Z",
    re.I,
)
"""Words before a time by which it is only thought of, proposed or refused to set it: `is considering giving the guild
until` Friday, `should set a deadline of` May 1, `could win by telling the owner to pay by` noon."""


def _whole(due: Due) -> Due:
    """A due time whose task has the complement that its verb needs (`to respond by Friday | to the charge`)."""
    text, at = due.passage.text, due.passage.start
    if due.what is None or not is_empty(due.what):
        return due
    start = text.find(due.what, due.start - at)
    what = None if start < 0 else completed(due.what, text[start + len(due.what) :])
    return due if what is None else dataclasses.replace(due, what=what)


_Rule = Callable[[Reading, Spot], Due | None]
_SET: tuple[_Rule, ...] = (
    due_ends.extended, due_named.named, due_grants.granted, due_grants.had, due_ends.lapsing, due_open.threatened,
    due_grants.bound, due_grants.within,
)  # fmt: skip
"""The rules for what is set, in the order in which they are asked."""
_COUNTED: tuple[_Rule, ...] = (due_ends.added, due_grants.given)
"""Those for stretches of time that the rules above and the wants of the sentence leave over."""
_DATED: tuple[_Rule, ...] = (
    due_ends.moved, due_allowed.got, due_allowed.given_past, due_allowed.given_span, due_allowed.dated,
    due_allowed.holds_good, due_allowed.undertaken, due_named.last_day, due_named.ran_out,
    due_named.apposed, due_ends.kept_open, due_open.taken_in,
    due_open.strike, due_open.pledged, due_open.not_yet, due_open.falls_due,
    due_open.unless, due_open.to_be_done, due_open.not_after, due_conditions.failing,
    due_conditions.inverted, due_conditions.absent, due_conditions.proviso, due_conditions.fronted,
    due_conditions.under_orders, due_conditions.ordered_thing,
    due_grants.has_until, due_ends.ends, due_grants.waits,
)  # fmt: skip
"""Those for days that they leave over."""


def _first(rules: tuple[_Rule, ...], reading: Reading, spot: Spot) -> Due | None:
    return next((found for rule in rules if (found := rule(reading, spot)) is not None), None)


def _times(material: Material, passage: Passage) -> list[tuple[int, int, Day, Length | None]]:
    """The dated expressions and the stretches of time of a sentence, in order."""
    out: list[tuple[int, int, Day, Length | None]] = []
    for _, time in material.times_in(passage):
        day = _coming(day_of(time), time.basis, material.published(passage.document))
        if day.end is not None and _is_end(passage.text, time.start - passage.start, time.end - passage.start):
            # `by the end of June` is its last day.
            day = Day(day.end, None, "day")
        if time.basis == BASIS and time.end_ is not None and day.date is None:
            # `within 48 hours of the raid`, `before the vote`, where the story tells the day of the raid or vote.
            last = dt.date.fromisoformat(time.end_[:10])
            day = Day((last + dt.timedelta(days=time.relation == "before")).isoformat(), None, "day")
        if day.date is not None:
            closing = _last_day(passage.text, time.start - passage.start)
            out.append((time.start if closing is None else passage.start + closing, time.end, day, None))
    then = _then(material, passage)
    out = [t for t in out if not any(a < t[1] and t[0] < b for a, b, _, _ in then)] + then
    out.extend(_of_today(material, passage, out))
    out = [t for t in out if not _OF_A_DAY.match(passage.text, t[1] - passage.start)]
    counted = {start for start, _, _, _ in out}
    for start, end, length in lengths_in(passage.text):
        if passage.start + start not in counted:
            out.append((passage.start + start, passage.start + end, UNKNOWN, length))
    # What lies past the part of a sentence that is read has no words to hang on.
    return sorted((t for t in out if t[1] <= passage.start + LONGEST), key=lambda t: t[0])


def _is_end(text: str, start: int, end: int) -> bool:
    """Whether a time names the last day of a month or week: `by the end of June`, `before the week is out`."""
    named = _ENDS.search(text, 0, end) is not None or _last_day(text, start) is not None
    return named or _IS_OUT.match(text, end) is not None


def _last_day(text: str, start: int) -> int | None:
    """Where the words begin that make a time its last day (`the last day of | the month`)."""
    found = _LAST_DAY.search(text, max(0, start - _WORDS), start)
    return None if found is None else found.start()


_WORDS = 40
_LAST_DAY = re.compile(r"\b(?:the )?(?:last|final|closing) (?:working |business )?day (?:of|in) (?:the )?\Z", re.I)
_IS_OUT = re.compile(r" (?:is|was|are) (?:out|over|up)\b| (?:ends|ended|runs out)\b", re.I)
_ON_DAY = re.compile(r"(?: on(?: the)?|,)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""After an hour: the day that says which one is meant, which is a time of its own."""
_OF_A_DAY = re.compile(rf"{_ON_DAY.pattern}|(?<=\bday) of (?:the|this|next|last) (?:week|month|year|quarter)\b", re.I)
_THEN = re.compile(r"\b(?:by|before|until) (then|(?:that|the same) (?:hour|time|day|date|deadline))\b", re.I)


def _then(material: Material, passage: Passage) -> list[tuple[int, int, Day, Length | None]]:
    """Where `by then` takes up the last day that was told, in the same paragraph."""
    found = _THEN.search(passage.text)
    if found is None:
        return []
    at = passage.start + found.start(1)
    told = [(passage, t) for _, t in material.times_in(passage) if t.start < at]
    for before in reversed(material.passages_before(passage, 2)):
        if not told and before.block == passage.block:
            told = [(before, t) for _, t in material.times_in(before)]
    issued = material.published(passage.document) or ""
    named = [(day_of(t), t, p) for p, t in told]
    days = [_yet(d, t, p, issued, passage.text) for d, t, p in named if d.precision == "day" and d.end is None]
    ahead = [d for d in days if (d.date or "") > issued[:10]]
    return [(at, at + len(found[1]), (ahead or days)[-1], None)] if days else []


def _yet(day: Day, time: Time, passage: Passage, issued: str, then: str) -> Day:
    """The day of a time that `by then` takes up: a bare weekday to come, where the sentence speaks of what will be."""
    date, told = parse(day.date), parse(issued)
    words = passage.text[time.start - passage.start : time.end - passage.start]
    if date is None or told is None or not _WEEKDAY.fullmatch(words) or not _WILL.search(then):
        return day
    return Day((date + dt.timedelta(7)).isoformat(), None, "day") if 0 < (told - date).days < 7 else day


_WEEKDAY = re.compile(
    r"(?:noon |midnight |midday |[\d:]+ ?[ap]\.?m\.? )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|noon|afternoon|evening|night))?"
)
_WILL = re.compile(r"\b(?:will|would|must|shall|(?:is|are|was|were|has|have|had) to)\b|['’]ll\b")


_NIGHTFALL = re.compile(
    r"\b(?:until|by|before) (nightfall|sundown|sunset|dusk|midnight|noon|midday|dawn|daybreak|sunrise)\b"
    r"(?!,? (?:on|of|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow)\b)",
    re.I,
)
_MORNING = frozenset(["dawn", "daybreak", "sunrise"])


def _of_today(
    material: Material, passage: Passage, known: list[tuple[int, int, Day, Length | None]]
) -> list[tuple[int, int, Day, Length | None]]:
    """Where `until nightfall` names no day: it is that of the report; `before dawn`, the next one."""
    found, issued = _NIGHTFALL.search(passage.text), material.published(passage.document)
    start = 0 if found is None else passage.start + found.start(1)
    if found is None or issued is None or any(s <= start < e for s, e, _, _ in known):
        return []
    day = parse(issued)
    if day is not None and found[1].casefold() in _MORNING:
        day += dt.timedelta(1)
    return [(start, passage.start + found.end(1), Day(str(day or issued[:10]), None, "day"), None)]


_ENDS = re.compile(
    r"\b(?:the )?(?:end|close) of (?:the |next |this |last )?[\w.]+(?: \d{4})?\Z|\bmonth['’]s end\Z", re.I
)


def _coming(day: Day, basis: str | None, published: str | None) -> Day:
    """A day and month without a year, more than half a year past: as a due time it is the next one of its name."""
    date, issued = parse(day.date), parse(published)
    if basis == "explicit" or day.end is not None or date is None or issued is None or (issued - date).days < 180:
        return day
    try:
        return Day(date.replace(year=date.year + 1).isoformat(), None, "day")
    except ValueError:
        return day
