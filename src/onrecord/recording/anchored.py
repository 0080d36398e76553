"""Times that hang on a happening whose day the story tells: "two days after the vote", "before new elections".

The annotator keeps what such a time hangs on as its `anchor`. Here all documents of the story are looked at: where
every telling of the anchor that is dated agrees on its day, the time is counted from it, with the basis `event`. Where
the tellings disagree, or none is dated, the time stays open.
"""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.tagging import lemma
from onrecord.recording.dates import Length, day_of, lengths_in, parse
from onrecord.types import Annotated, Event, Relation, Span, Time

BASIS = "event"
"""The basis of a time that was counted from the day of what it hangs on."""


def anchored(documents: Sequence[Annotated]) -> tuple[Annotated, ...]:
    """The documents with the times resolved that hang on a happening which the documents date.

    A time that lies a length before or after it becomes its day ("two days after the vote"); a stretch that begins
    with it gets its two ends ("within 48 hours of the raid"); one that only lies before or after it gets the end that
    is known.
    An event beside such a day in its sentence, and beside no other, hangs on it from then on.

    Args:
        documents: annotated documents of one story.
    """
    if not any(_is_open(t) for d in documents for t in d.annotations.times):
        return tuple(documents)
    tellings = _Tellings(documents)
    return tuple(_resolved(d, n, tellings) for n, d in enumerate(documents))


def _is_open(time: Time) -> bool:
    """Whether a time hangs on something and has no day of its own."""
    if time.anchor is None or time.type == "SET" or time.relation in ("on", "during"):
        return False
    # The annotator counts lengths from the last day that is told, too: a telling of the anchor itself is better.
    return (time.begin is None and time.end_ is None) or (time.type == "DURATION" and time.basis == "narrative")


def _resolved(item: Annotated, number: int, tellings: _Tellings) -> Annotated:
    times = list(item.annotations.times)
    moved: list[int] = []
    for n, time in enumerate(times):
        if not _is_open(time) or time.anchor is None:
            continue
        day = tellings.day_of(number, time.anchor)
        if day is None:
            continue
        counted = _counted(time, item.document.text, day)
        if not _lies_ahead(counted, item) or _AHEAD.search(item.document.text, *_sentence(time.start, item)):
            times[n] = counted
        if times[n] is not time and times[n].value == times[n].begin:
            moved.append(n)
    events = item.annotations.events
    if moved:
        events = tuple(_hung(e, times, moved, item) for e in events)
    return Annotated(item.document, dataclasses.replace(item.annotations, times=tuple(times), events=events))


def _lies_ahead(time: Time, item: Annotated) -> bool:
    """Whether a counted day comes after the document's own."""
    published = item.document.published
    return time.basis == BASIS and published is not None and (time.begin or "") > published[:10]


def _sentence(offset: int, item: Annotated) -> Span:
    """The sentence at an offset."""
    sentences = item.annotations.sentences
    return sentences[max(0, bisect.bisect_right(sentences, offset, key=lambda s: s[0]) - 1)] if sentences else (0, 0)


_AHEAD = re.compile(
    r"\b(?:will|would|must|shall|should|can|may|might|until|unless|within|due"
    r"|(?:is|are|was|were|be|has|have|had|not|up|set|plans?|planned|promised|pledged|vowed|agreed|ordered|told|wants?|asked"
    r"|expected|scheduled|supposed|days?|weeks?|months?|hours?) to|deadline|gives?|gave|given)\b",
    re.I,
)
"""What shows that a sentence speaks of days to come; without it, a counted day to come was counted from another day."""
_BESIDE = re.compile(r"\s*(?:right |just |shortly )?(after|following|before|preceding)\b", re.I)
_STRETCH = re.compile(
    r"\b(?:for|during|over|throughout|in|within)\s+(?:(?:the|a|about|some|first|next)\s+){0,3}\Z", re.I
)
_WITHIN = re.compile(r"\bwithin\s+(?:(?:the|a|about|some|first|next)\s+){0,3}\Z", re.I)
_ABOUT = re.compile(r"(?:nearly|almost|about|around|roughly|some|over|more|less|barely|only|up)\b", re.I)
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def _counted(time: Time, text: str, day: dt.date) -> Time:
    """The time with its day counted from its anchor's day."""
    if time.type == "DURATION":
        return _length(time, text, day)
    tie = _BESIDE.match(text, time.end) if time.anchor is not None and time.anchor[0] >= time.end else None
    if tie is not None:
        step = 1 if tie[1].lower() in ("after", "following") else -1
        words = text[time.start : time.end].lower().split()
        days = {"week": 7, "fortnight": 14}.get(words[-1], 1)
        if words[-1] in ("month", "year"):
            return time
        there = _moved(day, step * days)
        if there is None:
            return time
        part = _PARTS.get(words[-1], "")
        kind = dataclasses.replace(time, type="TIME") if part else time
        if days > 1:
            year, week, _ = there.isocalendar()
            monday = dt.date.fromisocalendar(year, week, 1)
            sunday = monday + dt.timedelta(days=6)
            return dataclasses.replace(
                time, value=f"{year}-W{week:02}", begin=monday.isoformat(), end_=sunday.isoformat(), basis=BASIS
            )
        return _on(kind, there, part)
    return _bounded(time, day, time.relation)


def _length(time: Time, text: str, day: dt.date) -> Time:
    """A length before or after a happening is a day, or a stretch where a word like `within` stands before it.

    Months and years are rounded when they are said, so that no day follows from them.
    """
    size = next((found for _, _, found in lengths_in(text[time.start : time.end])), None)
    if size is None or size.unit in ("month", "year") or _ABOUT.match(text, time.start):
        return time
    before = text[max(0, time.start - 30) : time.start]
    if _STRETCH.search(before):
        if time.relation != "after":
            return time
        end = _after(size, day)
        if end is None:
            return time
        basis = BASIS if _WITHIN.search(before) else "duration"
        return dataclasses.replace(time, begin=day.isoformat(), end_=end.isoformat(), basis=basis)
    if size.unit == "hour" and size.number < 24:
        return time
    there = _after(size, day) if time.relation == "after" else _before(size, day)
    return time if there is None or time.relation not in ("after", "before") else _on(time, there, "")


def _on(time: Time, day: dt.date, part: str) -> Time:
    there = day.isoformat()
    kind = time.type if time.type != "DURATION" else "DATE"
    return dataclasses.replace(
        time, type=kind, value=there + part, begin=there, end_=there, relation=None, basis=BASIS
    )


def _bounded(time: Time, day: dt.date, relation: Relation | None) -> Time:
    """What only lies before or after a happening has the one end that is known; it names no day of its own."""
    before, after = _moved(day, -1), _moved(day, 1)
    if relation == "before" and before is not None:
        return dataclasses.replace(time, end_=before.isoformat(), basis=BASIS)
    if relation in ("until", "by"):
        return dataclasses.replace(time, end_=day.isoformat(), basis=BASIS)
    if relation == "since":
        return dataclasses.replace(time, begin=day.isoformat(), basis=BASIS)
    if relation == "after" and after is not None:
        return dataclasses.replace(time, begin=after.isoformat(), basis=BASIS)
    return time


def _moved(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _after(size: Length, day: dt.date) -> dt.date | None:
    try:
        return size.after(day)
    except (OverflowError, ValueError):
        return None


def _before(size: Length, day: dt.date) -> dt.date | None:
    try:
        return Length(-size.number, size.unit).after(day)
    except (OverflowError, ValueError):
        return None


def _hung(event: Event, times: Sequence[Time], moved: Sequence[int], item: Annotated) -> Event:
    """The event on the one counted day of its sentence, if it hangs on no time yet and is not the anchor itself."""
    if event.time is not None:
        return event
    whole = _sentence(event.trigger[0], item)
    near = [n for n in moved if whole[0] <= times[n].start < whole[1]]
    if len(near) != 1:
        return event
    anchor = times[near[0]].anchor
    inside = anchor is not None and anchor[0] <= event.trigger[0] < anchor[1]
    return event if inside else dataclasses.replace(event, time=near[0])


# ---- the day of an anchor


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS = re.compile(r"\b(?:he|she|it|they|we|i|you|there|who|that|which)\b", re.I)
_EMPTY = frozenset("the a an any its his her their this that these those our my new".split())
_REACH = 40
"""How many characters from a day the noun of a happening may stand: `the Nov. 12 vote`, `elections will be held on`."""
_IRREGULAR = {
    "struck": "strike", "strikes": "strike", "spoke": "speech", "spoken": "speech", "speak": "speech", "met": "meet",
    "meeting": "meet", "talks": "talk", "fell": "fall", "fought": "fight", "shot": "shoot", "shooting": "shoot",
    "shut": "shutdown", "broke": "break", "withdrew": "withdrawal", "withdraw": "withdrawal", "sold": "sale",
    "sell": "sale", "died": "death", "die": "death", "heard": "hearing", "hear": "hearing", "chose": "choice",
}  # fmt: skip
"""Forms and nouns that share no beginning with their verb."""


@functools.lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """What a noun has in common with its verb: `announcement` and `announced` are one, so are `decision`, `decided`."""
    lower = word.lower()
    lower = _IRREGULAR.get(lower, lower)
    base = lemma(lower)
    base = _IRREGULAR.get(base, base)
    for ending in ("ement", "ment", "ation", "ition", "sion", "tion", "ion", "ance", "ence", "ure", "ing", "al", "e"):
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            base = base.removesuffix(ending)
            break
    return base[:-1] if len(base) > 4 and base[-1] in "dst" and base[-2] in "iu" else base


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that tells of a happening on a day: the stems of its words, the day."""

    document: int
    start: int
    end: int
    stems: frozenset[str]
    day: dt.date


class _Tellings:
    """The dated happenings of a story's documents, by the stem of their word."""

    def __init__(self, documents: Sequence[Annotated]) -> None:
        self._documents = documents
        self._by_stem: dict[str, list[_Telling]] = {}
        for number, item in enumerate(documents):
            self._read(number, item)

    def _read(self, number: int, item: Annotated) -> None:
        text, times = item.document.text, item.annotations.times
        at = 0
        dated: dict[int, list[str]] = {}
        for event in item.annotations.events:
            if event.time is not None:
                word = _WORD.search(text, *event.trigger)
                if word is not None:
                    dated.setdefault(event.time, []).append(_stem(word[0]))
        for start, end in item.annotations.sentences:
            while at < len(times) and times[at].start < start:
                at += 1
            here = at
            while here < len(times) and times[here].start < end:
                time = times[here]
                day = self._day(time)
                if day is not None:
                    stems = frozenset(_stem(w[0]) for w in _WORD.finditer(text, start, end))
                    telling = _Telling(number, start, end, stems, day)
                    low, high = max(start, time.start - _REACH), min(end, time.end + _REACH)
                    near = [
                        _stem(w[0])
                        for w in _WORD.finditer(text, low, high)
                        if w.end() < time.start or w.start() > time.end
                    ]
                    for stem in dict.fromkeys((*dated.get(here, ()), *near)):
                        self._by_stem.setdefault(stem, []).append(telling)
                here += 1

    @staticmethod
    def _day(time: Time) -> dt.date | None:
        """The one day that a time names itself; a bound (`until Friday`) names none."""
        if time.anchor is not None or time.relation not in (None, "on"):
            return None
        found = day_of(time)
        return parse(found.date) if found.precision == "day" and found.end is None else None

    def day_of(self, document: int, anchor: Span) -> dt.date | None:
        """The day of the happening that a span names, if all dated tellings of it agree.

        The document's own tellings decide where it has some, else those of the other documents.
        """
        text = self._documents[document].document.text
        cut = _ENDS.search(text, *anchor)
        end = anchor[1] if cut is None or cut.start() == anchor[0] else cut.start()
        words = [w[0] for w in _WORD.finditer(text, anchor[0], end) if w[0].lower() not in _EMPTY]
        if not words or not words[-1].islower():
            # A name is no happening.
            return None
        stems = [_stem(w) for w in words]
        found = [
            t
            for t in self._by_stem.get(stems[-1], ())
            if not (t.document == document and t.start <= anchor[0] < t.end) and t.stems.issuperset(stems)
        ]
        own = [t for t in found if t.document == document]
        days = {t.day for t in own or found}
        return days.pop() if len(days) == 1 else None
