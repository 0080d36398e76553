"""The dated timeline: what happened, or falls due, on which day, with the words for it in every edition."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotation.syntax import FINITE, in_title_case
from onrecord.annotation.tagging import lemma, tag_words
from onrecord.recording.acts import Happening
from onrecord.recording.dates import Day, day_of
from onrecord.recording.deadlines import Gathered
from onrecord.recording.gist import overlap
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, around, merged
from onrecord.recording.timeline_retold import Told, agree, retold, told_of
from onrecord.recording.wording import without_dateline
from onrecord.types import Deadline, Span, TimelineEntry

_SAME = 0.7
"""Share of the shorter line's words that two lines of one day have in common when they tell the same."""


_LEAD = re.compile(r"\A(?:[•*·-]\s+|[,;]?\s*(?:and|but|that|which|who|while|when|before|after|as)\s+(?=\S+\s))", re.I)
"""What opens a line and belongs to the sentence that it was cut from."""
_FEW = 3
"""So many words of a sentence are no line of their own."""
_NOTICE = re.compile(
    r"\W*(?:copyright|©|\(c\)|all rights reserved|(?:posted|updated|photographed) (?:by|on|at)"
    r"|(?:this|in (?:this|an?)) (?:\w+ )?(?:photo|photograph|image|picture|frame grab|screenshot)\b[^.;]{0,60}?"
    r"(?:shows?|taken|released|provided|made|posted|from))(?!\w)",
    re.I,
)
"""How a notice or a picture's caption begins that was left in the text."""
_SAYING = re.compile(r"\b(?:said|says|told|tells|revealed|reported|announced|disclosed|confirmed|claimed|wrote)\W*\Z")
_ONLY_SAID = re.compile(
    r"\A[^,;]{1,60}\b(?:said|reported|announced|wrote)(?:\s(?:from|in|on|at|late|early)(?:\s[A-Z]?\w+){1,2})+\W*\Z"
)
"""A stretch that only tells who said something when: `the agency reported from Oslo on Tuesday`."""
_UNREAL = re.compile(r"[“\"'‘]*(?:if|had|unless|whether)\b", re.I)
_ARTICLE = re.compile(r"\b(?:the|a|an|its|his|her|their)\s+(?:[a-z]+\s+)?\Z", re.I)
_NAMED = re.compile(r"\s[a-z]+\b")


@dataclass(frozen=True, slots=True)
class _Point:
    """A day that a sentence names: by an event, or by an expression that no event hangs on."""

    passage: Passage
    time: Span
    day: Day
    event: Happening | None


def entries(
    material: Material,
    happenings: Mapping[Happening, str],
    gathered: Sequence[Gathered] = (),
    deadlines: Sequence[Deadline] = (),
) -> tuple[TimelineEntry, ...]:
    """The dated lines of a story, in the order of their days.

    There is one for each day that a sentence tells of, with the event if one hangs on it, and one for each due day.
    What an edition tells again on the same day, in other words or as the same event, joins the line; headlines and key
    points add none where the body of a document tells of the day.

    `happenings`: those of the story in reading order, each with the id of its event.
    """
    points = _points(material, happenings, gathered)
    named: dict[tuple[int, int], int] = {}
    for point in points:
        key = (point.passage.document, point.passage.start)
        named[key] = named.get(key, 0) + 1
    tellings: list[list[TimelineEntry]] = []
    told: list[Told] = []
    by_day: dict[tuple[str | None, str | None], list[int]] = {}
    beside: list[tuple[_Point, str]] = []
    for point in sorted(points, key=lambda p: (p.passage.is_summary, p.passage.document, p.time)):
        alone = named[point.passage.document, point.passage.start] == 1
        line = _line(material, point, happenings, alone)
        if line is None or (not alone and _is_told_beside(point, line, beside)):
            continue
        if not alone and (_ONLY_SAID.match(line.text) or _is_unreal(point, line.text)):
            continue
        same_day = by_day.setdefault((line.date, line.end), [])
        if point.passage.is_summary and same_day:
            continue
        what = told_of(line.text, _trigger(point), point.event)
        near = [n for n in same_day[-30:] if agree(told[n], what)]
        known = next((n for n in near if overlap(told[n].words, what.words) >= _SAME), None)
        if known is None and line.precision == "day":
            known = next((n for n in near if retold(told[n], what)), None)
        if known is None and line.event is not None:
            known = next((n for n in near if any(t.event == line.event for t in tellings[n])), None)
        if known is None:
            same_day.append(len(tellings))
            tellings.append([line])
            told.append(what)
        else:
            tellings[known].append(line)
    lines = [_joined(material, each) for each in tellings]
    lines.extend(_due(material, d) for d in deadlines if d.due is not None)
    return tuple(sorted(lines, key=_order))


def _is_told_beside(point: _Point, line: TimelineEntry, beside: list[tuple[_Point, str]]) -> bool:
    """Whether a day on which no event hangs would only repeat the line of the day before it in its sentence, of which
    no verb parts it: `on July 8 and 9`, `was jailed on Monday for a raid in 2005`."""
    last = next(((p, text) for p, text in reversed(beside[-1:]) if p.passage is point.passage), None)
    beside[:] = [*beside[-1:], (point, line.text)]
    if last is None or line.event is not None or last[1] != line.text:
        return False
    at = point.passage.start
    return not _says(point.passage.text[last[0].time[1] - at : point.time[0] - at])


def _trigger(point: _Point) -> str:
    if point.event is None:
        return ""
    start, end = point.event.trigger
    return point.passage.text[start - point.passage.start : end - point.passage.start]


def _is_unreal(point: _Point, text: str) -> bool:
    """Whether a line tells of nothing that was or is due: `If I had said April`."""
    return _UNREAL.match(text) is not None and (point.event is None or point.event.event.reality != "asserted")


def _points(material: Material, happenings: Iterable[Happening], gathered: Sequence[Gathered]) -> list[_Point]:
    taken: dict[tuple[int, int], list[Span]] = {}
    for due in (d for g in gathered for d in g.dues):
        taken.setdefault((due.passage.document, due.passage.start), []).append((due.start, due.end))
    told: set[tuple[int, int]] = set()
    out: dict[tuple[int, int, str | None, str | None], _Point] = {}
    for h in happenings:
        if h.event.date is None or h.time is None or _NOTICE.match(h.passage.text):
            continue
        time = material.documents[h.passage.document].annotations.times[h.time]
        told.add((h.passage.document, h.time))
        day = Day(h.event.date, h.event.end, h.event.precision)
        key = (h.passage.document, h.passage.start, day.date, day.end)
        known = out.get(key)
        if known is None or _tells_more(h, known.event):
            out[key] = _Point(h.passage, (time.start, time.end), day, h)
    for passage in material.passages:
        times = material.times_in(passage)
        if not times or _NOTICE.match(passage.text):
            continue
        for index, time in times:
            day = day_of(time)
            inside = any(s <= time.start < e for s, e in taken.get((passage.document, passage.start), ()))
            if day.date is None or inside or (passage.document, index) in told:
                continue
            key = (passage.document, passage.start, day.date, day.end)
            out.setdefault(key, _Point(passage, (time.start, time.end), day, None))
    return list(out.values())


def _tells_more(h: Happening, known: Happening | None) -> bool:
    """Whether an event tells better what happened on a day than the one before it: what was done before what was meant.

    Of `an attempt to negotiate collapsed last week` it is the collapse.
    """
    return known is not None and h.event.reality == "asserted" and known.event.reality in ("planned", "possible")


def _line(material: Material, point: _Point, ids: Mapping[Happening, str], alone: bool) -> TimelineEntry | None:
    """The line of a day, or None where its words say nothing by themselves: no verb, or nobody who does it."""
    passage = point.passage
    dateline = len(passage.text) - len(without_dateline(passage.text))
    whole = passage.start + dateline, passage.end
    start, end = whole if alone else _stretch(point)
    head = _head(material, point, start)
    if head is None and (start, end) != whole:
        start, end = whole
        head = _head(material, point, start)
    cut = passage.text[start - passage.start : end - passage.start]
    if (start, end) != whole and point.event is None and not _says(cut):
        start, end = whole
    title = passage.kind == "title"
    if head is None or ((start, end) == whole and point.event is None and not title and not _says(passage.text)):
        return None
    evidence = material.quotes.everywhere(passage, start, end)
    text = head + _LEAD.sub("", " ".join(evidence[0].quote.split()))
    day, told = point.day, None if point.event is None else ids[point.event]
    return TimelineEntry(
        day.date,
        day.end,
        day.precision,
        text,
        told,
        material.origins(evidence),
        merged(evidence),
        rule="dated words" if told is None else "dated event",
    )


_OPENING = re.compile(r"(?:\A|\s)([a-z]+)\b")
_NO_VERBS = frozenset(
    "according amid and as at based before but by can compared during evening following for from given he her his in "
    "including it its last later left-hand morning nothing of on our over regarding related she since something that "
    "the their these they this those to used we when where which while who will with you your".split()
)
"""Words that open what is cut from a sentence, and look like verbs or are none."""
_BRINGS_ABOUT = frozenset("declaring ordering announcing".split())
"""Gerunds of what brings the event about by being said: who declares the border closed closes it."""


def _head(material: Material, point: _Point, start: int) -> str | None:
    """What goes before the words of a line that begin with a verb: the name of who does it (`[Jon Ek] sank the boat`,
    `[Jon Ek:] sinking the boat`), nothing where they have a subject, None where nobody can be named."""
    text = _LEAD.sub("", point.passage.text[start - point.passage.start :].lstrip())
    found = _OPENING.match(text)
    word = "" if found is None else found[1]
    if not word or word in _NO_VERBS or not _is_past_or_gerund(word):
        return ""
    event = point.event
    at = point.passage.text.find(text, start - point.passage.start) + point.passage.start
    if event is None or len(event.event.actor) != 1 or (event.trigger[0] != at and word not in _BRINGS_ABOUT):
        return None
    name = event.event.actor[0]
    if not material.parties.is_named(name):
        return None
    return f"{material.parties.get(name).name}{':' if word.endswith('ing') else ''} "


def _is_past_or_gerund(word: str) -> bool:
    return word in ("was", "were", "is", "are", "has", "have", "had") or (
        lemma(word) != word and not word.endswith("s") and tag_words([word], False)[0][:2] == "VB"
    )


def _says(text: str) -> bool:
    """Whether words hold a verb that says something of somebody."""
    words = _WORDS.findall(text)
    return not FINITE.isdisjoint(tag_words(words, in_title_case(words)))


_WORDS = re.compile(r"[\w’'-]+|[.,;:]")


def _stretch(point: _Point) -> Span:
    """The part of a sentence that tells of one day: around the time and its event."""
    low, high = point.time
    if point.event is not None:
        low, high = min(low, point.event.trigger[0]), max(high, point.event.trigger[1])
    start, end = around(point.passage, low, high)
    whole = point.passage.text
    start = max(start, point.passage.start + len(whole) - len(without_dateline(whole)))
    text = point.passage.text[start - point.passage.start : end - point.passage.start]
    named = _NAMED.match(point.passage.text, point.time[1] - point.passage.start)
    before = _ARTICLE.search(point.passage.text[: point.time[0] - point.passage.start])
    if _SAYING.search(text) and named and before:
        # Of `people familiar with the Nov. 21 call said` it is the call that the day dates.
        return point.passage.start + before.start(), point.passage.start + named.end()
    # `In July` alone tells nothing.
    return (start, end) if len(text.split()) > _FEW else (point.passage.start, point.passage.end)


def _joined(material: Material, told: Sequence[TimelineEntry]) -> TimelineEntry:
    """The line that tells something first, with the evidence of all that tell it again, merged once."""
    if len(told) == 1:
        return told[0]
    evidence = merged(*(line.evidence for line in told))
    event = next((line.event for line in told if line.event is not None), None)
    return dataclasses.replace(told[0], event=event, evidence=evidence, origins=material.origins(evidence))


def _due(material: Material, deadline: Deadline) -> TimelineEntry:
    """The due day of a deadline, whatever became of it."""
    date, _, end = (deadline.due or "").partition("/")

    def who(ids: Sequence[str]) -> str:
        names = [material.parties.get(i).name for i in ids]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    text = f"Deadline, {deadline.state}"
    text += f", for {who(deadline.on)}" if deadline.on else ""
    text += f", set by {who(deadline.set_by)}" if deadline.set_by else ""
    return TimelineEntry(
        date,
        end or None,
        "month" if end else "day",
        f"{text}: {deadline.text}",
        None,
        material.origins(deadline.evidence),
        deadline.evidence,
        deadline.basis,
        rule="due day",
    )


def _order(line: TimelineEntry) -> tuple[str, str, int, str, int]:
    first = line.evidence[0]
    # Of one day, what most documents tell comes first.
    documents = len({quote.document for quote in line.evidence})
    return (line.date or "9999", line.end or line.date or "9999", -documents, first.document, first.start)
