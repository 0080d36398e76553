"""The timeline of one party: what happened to it or by it, one line for each event."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording import names
from onrecord.recording.acts import Happening
from onrecord.recording.deadlines import find_due_times, gather
from onrecord.recording.events import events_of
from onrecord.recording.happened import on_the_day
from onrecord.recording.material import Material, prepare
from onrecord.recording.moves import Moves
from onrecord.recording.passages import merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers, Told, statements_of
from onrecord.recording.wants import Wants
from onrecord.types import Annotated, Report, TimelineEntry

_UNDATED = "not dated in the text: day of publication"
_MINDS = frozenset({"believes"})
"""Stances of what somebody thinks or hopes: no act of his that has a day."""
_ACCORDING = re.compile(r"according\b|\bhad\b", re.I)
"""Cues that are no act of the day: words in which somebody is only named as the source, what he had said before."""
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
    surname = _surname(party, material, ids)
    referents = Referents(material)
    told = statements_of(material, referents)
    dues = find_due_times(material, referents, Speakers(told), Moves(material, referents), Wants(referents))
    gathered = gather(material, dues)
    lines: list[TimelineEntry] = []
    heads: list[TimelineEntry] = []
    for h in events_of(material, referents, told, gathered):
        if _concerns(material, h, ids, pattern) or (surname is not None and _acts(material, h, surname, pattern)):
            line = _line(material, h, referents)
            if line is not None:
                (heads if h.passage.kind == "title" else lines).append(line)
    for item in told:
        if item.statement.source in ids and item.annotation.cue and item.annotation.stance not in _MINDS:
            passage = material.quotes.passage_at(item.document, item.annotation.cue[0][0])
            (heads if passage is not None and passage.kind == "title" else lines).extend(_said(material, item))
    return tuple(sorted(_with_headlines(material, _once(lines), _once(heads)), key=_order))


def _with_headlines(
    material: Material, lines: Sequence[TimelineEntry], heads: Sequence[TimelineEntry]
) -> list[TimelineEntry]:
    """The lines with the headlines' evidence: what a headline tells in the word of its document's body is one line."""
    out = list(lines)
    at: dict[tuple[str, str | None, str], int] = {}
    for n, line in enumerate(out):
        at.setdefault(_telling(line), n)
    for head in heads:
        known = at.get(_telling(head))
        if known is None:
            out.append(head)
        else:
            evidence = merged(out[known].evidence, head.evidence)
            out[known] = dataclasses.replace(out[known], evidence=evidence, origins=material.origins(evidence))
    return out


def _said(material: Material, item: Told) -> list[TimelineEntry]:
    """What the party says is an event of its day."""
    published, cue = material.published(item.document), item.annotation.cue[0]
    passage = material.quotes.passage_at(item.document, cue[0])
    if published is None or passage is None or cue[1] > passage.end:
        return []
    if _ACCORDING.search(passage.text, cue[0] - passage.start, cue[1] - passage.start):
        return []
    evidence = material.quotes.everywhere(passage, *cue)
    text = " ".join(item.statement.evidence[0].quote.split())
    origins = material.origins(evidence)
    return [TimelineEntry(published, None, "day", text, None, origins, evidence, _UNDATED, "day of publication")]


def _once(lines: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Without lines whose verb another line quotes already."""
    seen: set[tuple[str, int]] = set()
    out = []
    for line in lines:
        place = (line.evidence[0].document, line.evidence[0].end)
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
    passage, text = h.passage, h.passage.text
    low, high = max(h.trigger[0] - _REACH, passage.start), min(h.trigger[1] + _REACH, passage.end)
    named = [(a, b) for a, b, party in material.parties.within(passage.document, low, high) if party in ids]
    spelled = pattern.finditer(text, low - passage.start, high - passage.start)
    named += [(m.start() + passage.start, m.end() + passage.start) for m in spelled]
    return any(_MORE.match(text, end - passage.start) is None for _, end in named)


def _telling(line: TimelineEntry) -> tuple[str, str | None, str]:
    """What a line of a document tells, on which day: its verb, whatever the form."""
    first = line.evidence[0]
    return first.document, line.date, lemma(first.quote.split()[-1])


def _surname(party: str, material: Material, ids: frozenset[str]) -> re.Pattern[str] | None:
    """The last name of a person, as it stands before a verb where the text has told his whole name."""
    words = party.split()
    if len(words) < 2 or not any(material.parties.get(i).kind == "person" for i in ids):
        return None
    return re.compile(rf"\b{re.escape(words[-1])}\s+(?:(?:then|also|later|now|has|had|himself|once)\s+)*\Z")


def _acts(material: Material, h: Happening, surname: re.Pattern[str], pattern: re.Pattern[str]) -> bool:
    """Whether a person's last name stands right before a trigger, in a document that tells his whole name before."""
    before = h.passage.text[: h.trigger[0] - h.passage.start]
    text = material.documents[h.passage.document].document.text
    return surname.search(before) is not None and pattern.search(text, 0, h.trigger[0]) is not None


_MORE = re.compile(
    r"\s+(?:\d|[A-Z]\w*[a-z\d]|(?:parent|rival|executive|chief|spokes\w+|officials?|subsidiary|owner)\b)|-\w"
)
"""What makes a name part of another's: `the Nord Air 320`, `Nord Air Cargo`, `Nord Air rival Vesta`."""


def _line(material: Material, h: Happening, referents: Referents) -> TimelineEntry | None:
    event = h.event
    date, end, precision, basis = event.date, event.end, event.precision, None
    if date is None:
        published = material.published(h.passage.document)
        if event.reality not in ("asserted", "alleged") or published is None:
            return None
        if not on_the_day(h, referents.clauses(h.passage)):
            return None
        date, end, precision, basis = published, None, "day", _UNDATED
    evidence = material.quotes.everywhere(h.passage, *h.trigger)
    origins = material.origins(evidence)
    return TimelineEntry(date, end, precision, event.text, None, origins, evidence, basis, "dated event")


def _order(line: TimelineEntry) -> tuple[object, ...]:
    first = line.evidence[0]
    return (line.date or "", line.end or line.date or "", first.document, first.start)
