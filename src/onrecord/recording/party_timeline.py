"""The timeline of one party: what happened to it or by it, one line for each event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording import names
from onrecord.recording.acts import Happening
from onrecord.recording.deadlines import find_due_times, gather
from onrecord.recording.events import events_of
from onrecord.recording.material import Material, prepare
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers, Told, statements_of
from onrecord.types import Annotated, Report, TimelineEntry

_UNDATED = "not dated in the text: day of publication"
_REACH = 20
"""How far from an event's trigger, in characters, a mention of the party ties the event to it."""


def timeline_of(party: str, documents: Sequence[Annotated], reports: Sequence[Report]) -> tuple[TimelineEntry, ...]:
    """The events that concern one party, in the order of their days; each is quoted by its trigger, in every edition.

    An event that the text does not date stands on the day of publication, and its `basis` says so; what is planned,
    possible or denied stands only where it is dated.

    Args:
        party: a name; any spelling that the documents use, or one that differs by a slip of the pen.
        documents: annotated documents.
        reports: which of them are copies of one another.
    """
    material = prepare(documents, reports, None)
    ids = _meant(party, material)
    pattern = _pattern(party)
    referents = Referents(material)
    told = statements_of(material, referents)
    gathered = gather(material, find_due_times(material, referents, Speakers(told)))
    lines = []
    for h in events_of(material, referents, told, gathered):
        if _concerns(material, h, ids, pattern):
            line = _line(material, h)
            if line is not None:
                lines.append(line)
    for item in told:
        if item.statement.source in ids and item.annotation.cue:
            lines.extend(_said(material, item))
    return tuple(sorted(_once(lines), key=_order))


def _said(material: Material, item: Told) -> list[TimelineEntry]:
    """What the party says is an event of its day."""
    published, cue = material.published(item.document), item.annotation.cue[0]
    passage = material.quotes.passage_at(item.document, cue[0])
    if published is None or passage is None or cue[1] > passage.end:
        return []
    evidence = material.quotes.everywhere(passage, *cue)
    text = " ".join(item.statement.evidence[0].quote.split())
    return [TimelineEntry(published, None, "day", text, None, material.origins(evidence), evidence, _UNDATED)]


def _once(lines: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Without lines whose words another line quotes already."""
    seen: set[tuple[str, int]] = set()
    out = []
    for line in lines:
        place = (line.evidence[0].document, line.evidence[0].start)
        if place not in seen:
            seen.add(place)
            out.append(line)
    return out


def _meant(party: str, material: Material) -> frozenset[str]:
    """The parties that go by a name, or by one that differs in a letter or two."""
    wanted = names.bare_organisation(party)
    exact, near = set(), set()
    for known in material.parties.all():
        for name in (known.name, *known.aliases):
            bare = names.bare_organisation(name)
            if bare == wanted:
                exact.add(known.id)
            elif len(bare) == len(wanted) and sorted("".join(bare)) == sorted("".join(wanted)):
                near.add(known.id)
    return frozenset(exact or near)


def _pattern(party: str) -> re.Pattern[str]:
    """The name as it stands in a text, capitals aside; a model's number alone will do (`A380` for `Airbus A380`)."""
    words = party.split()
    forms = [r"\W{1,3}".join(re.escape(w) for w in words)]
    if len(words) > 1:
        forms.extend(re.escape(w) for w in words if any(c.isdigit() for c in w) and any(c.isalpha() for c in w))
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b", re.I)


def _concerns(material: Material, h: Happening, ids: frozenset[str], pattern: re.Pattern[str]) -> bool:
    if ids & {*h.event.actor, *h.event.recipient}:
        return True
    low, high = h.trigger[0] - _REACH, h.trigger[1] + _REACH
    passage = h.passage
    if any(
        m[2] in ids for m in material.parties.within(passage.document, max(low, passage.start), min(high, passage.end))
    ):
        return True
    near = passage.text[max(0, low - passage.start) : max(0, high - passage.start)]
    return pattern.search(near) is not None


def _line(material: Material, h: Happening) -> TimelineEntry | None:
    event = h.event
    date, end, precision, basis = event.date, event.end, event.precision, None
    if date is None:
        published = material.published(h.passage.document)
        if event.reality not in ("asserted", "alleged") or published is None:
            return None
        date, end, precision, basis = published, None, "day", _UNDATED
    evidence = material.quotes.everywhere(h.passage, *h.trigger)
    return TimelineEntry(date, end, precision, event.text, event.id, material.origins(evidence), evidence, basis)


def _order(line: TimelineEntry) -> tuple[object, ...]:
    first = line.evidence[0]
    return (line.date or "", line.end or line.date or "", first.document, first.start)
