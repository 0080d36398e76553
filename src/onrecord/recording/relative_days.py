"""Days that hang on more than a time beside the event: on its verb's tense, on another event of the same sentence.

What a verb tells in the past tense was before the day of publication, whatever its weekday was taken for. And in `sued
on Friday, [two weeks after] talks broke down` the clause behind `after` or `before` has no time of its own; the length
before it and the day of the main clause give one. Days and weeks give a day, months and years the month or year that
they lead to.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from onrecord.recording.acts import Happening
from onrecord.recording.clauses import Clauses
from onrecord.recording.dates import UNKNOWN, Day, day_of, lengths_in, parse
from onrecord.recording.material import Material
from onrecord.types import Span, Time

_OFFSET = re.compile(
    r"\b(?P<length>the day|the week|[\w-]+[\s-](?:day|week|fortnight|month|year)s?)\s(?P<way>after|before)\s"
)
_ROUGH = re.compile(
    r"\b(?:more than|less than|nearly|almost|about|around|over|under|some|at least|within|up to|every)\s\Z", re.I
)
_LONGEST = 80
"""How many characters behind `after` the trigger of its clause may begin."""


def dated_by_others(material: Material, rows: Sequence[Happening]) -> list[Happening]:
    """The events, each without a date that such a length dates with the date that it gives."""
    beside: dict[tuple[int, int], list[Happening]] = {}
    for h in rows:
        beside.setdefault((h.passage.document, h.passage.start), []).append(h)
    return [_dated(material, h, beside[h.passage.document, h.passage.start]) for h in rows]


def _dated(material: Material, h: Happening, beside: Sequence[Happening]) -> Happening:
    if h.event.reality not in ("asserted", "alleged", "denied", "planned"):
        return h
    text, at = h.passage.text, h.trigger[0] - h.passage.start
    found = next(reversed(list(_OFFSET.finditer(text, max(0, at - _LONGEST), at))), None)
    if found is None or _parted(text[found.end() : at]):
        return h
    opens = h.passage.start + found.start()
    if h.time is not None and h.event.date is not None:
        if material.documents[h.passage.document].annotations.times[h.time].start > opens:
            return h
        # The day is that of the main clause.
        h = dataclasses.replace(
            h, time=None, event=dataclasses.replace(h.event, date=None, end=None, precision="unknown")
        )
    if _ROUGH.search(text, 0, found.start()):
        return h
    if any(opens < o.trigger[0] < h.trigger[0] and o.event.rule and not _is_noun(o) for o in beside):
        # The clause's own verb stands before: `two days after the union said it [rejected]` is left alone.
        return h
    base = _main(beside, opens, h)
    day = None if base is None else _shifted(base, found["length"], found["way"])
    if day is None:
        return h
    return dataclasses.replace(
        h, event=dataclasses.replace(h.event, date=day.date, end=day.end, precision=day.precision)
    )


def _is_noun(h: Happening) -> bool:
    return (h.event.rule or "").startswith("noun ")


def _parted(between: str) -> bool:
    return any(mark in between for mark in ";:“”\"") or between.count(",") == 1


def _main(beside: Sequence[Happening], opens: int, own: Happening) -> dt.date | None:
    """The day of the nearest dated event of the main clause: before the length, or behind the clause that it opens."""
    dated = [h for h in beside if h is not own and h.event.precision == "day" and h.event.end is None]
    before = [h for h in dated if h.trigger[0] < opens]
    after = [h for h in dated if h.trigger[0] > own.trigger[1]]
    fronted = opens - own.passage.start < 3
    chosen = after[0] if fronted and after else before[-1] if before and not fronted else None
    return None if chosen is None else parse(chosen.event.date)


def _shifted(base: dt.date, length: str, way: str) -> Day | None:
    lengths = lengths_in(length.replace("the ", "a "))
    if len(lengths) != 1:
        return None
    number, unit = lengths[0][2].number, lengths[0][2].unit
    sign = -1 if way == "after" else 1
    if unit in ("day", "week", "fortnight"):
        days = number * {"day": 1, "week": 7, "fortnight": 14}[unit]
        return Day((base + dt.timedelta(days=sign * days)).isoformat(), None, "day")
    if unit == "year":
        return _of(f"{base.year + sign * number:04d}")
    index = base.year * 12 + base.month - 1 + sign * number
    return _of(f"{index // 12:04d}-{index % 12 + 1:02d}")


def _of(value: str) -> Day:
    return day_of(Time(0, 0, "DATE", value))


_HAVE = frozenset("has have had ’s 's ’ve 've".split())
_BOUND = re.compile(r"\b(?:for|to|until|till|by|from|before|after|next|coming|this)\s(?:the\s)?\Z", re.I)


def told_past(day: Day, time: Time, published: str | None, clauses: Clauses, trigger: Span) -> Day:
    """The day of an event, or another where its verb is in the past tense and the day after that of publication.

    A weekday was then that of the week before. Any other day is not that of the deed (`set a hearing for May 3`).
    """
    if published is None or day.date is None or day.date <= published:
        return day
    verb = clauses.verb_at(trigger[0])
    if verb is None or verb.passive or verb.modal is not None:
        return day
    perfect = clauses.sentence.lower[verb.first] in _HAVE and clauses.tags[verb.head] in ("VBN", "VBD")
    if clauses.tags[verb.first] != "VBD" and not (perfect and verb.head > verb.first):
        return day
    if perfect and clauses.tags[verb.first] != "VBD":
        # `has scheduled a hearing Thursday`: what has been done was not on a day to come.
        return UNKNOWN
    text, when = clauses.sentence.text, parse(day.date)
    between = any(trigger[1] <= clauses.sentence.starts[v.first] < time.start for v in clauses.verbs)
    if time.basis not in ("weekday", "tense") or between or _BOUND.search(text, max(0, time.start - 16), time.start):
        return UNKNOWN
    if when is None or day.precision != "day" or day.end is not None:
        return UNKNOWN
    earlier = (when - dt.timedelta(days=7)).isoformat()
    return Day(earlier, None, "day") if earlier <= published else UNKNOWN
