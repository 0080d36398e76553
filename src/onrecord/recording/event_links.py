"""Which mentions of a story tell one happening: within a document, and across documents.

A mention is an event of one sentence, or a bare trigger that the annotator found (`the escape`). Two mentions may be
one happening where their words tell one deed (see `deeds`): the likelier, the more their sentences have in common, and
not where the days, the reality or the named actors speak against it. Of what the mentions of one happening say the
record gives what most of them say, with the words of all.

Each mention joins the likeliest happening before it, so that the work grows with the number of mentions.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from onrecord.recording.acts import Happening
from onrecord.recording.event_mentions import DOUBTED, SAME_DEED, Mention, Mentions
from onrecord.recording.material import Material
from onrecord.recording.passages import around, merged
from onrecord.types import Reality, RecordEvent, Span

_MOST_GROUPS, _MOST_MENTIONS = 40, 12
"""How many happenings of one deed, and mentions of each, are compared with a further mention: those told last."""
BARE = "told again"
"""The rule of a happening that several documents tell, and none by whom."""

_T = TypeVar("_T", bound=Hashable)


class _Group:
    """Mentions of one happening."""

    __slots__ = ("actors", "days", "mentions", "old", "roots", "states", "told", "words")

    def __init__(self, first: Mention) -> None:
        self.mentions: list[Mention] = []
        self.told, self.old = first.told, first.old
        self.actors: frozenset[str] = frozenset()
        self.states: frozenset[str] = frozenset()
        self.roots: set[str] = set()
        self.words: set[str] = set()
        self.days: list[tuple[str, str]] = []
        self.add(first)

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.actors |= mention.actors
        self.states |= mention.states
        self.roots.add(mention.root)
        self.words |= mention.words
        if mention.day is not None and mention.day not in self.days:
            self.days.append(mention.day)

    def fit(self, mention: Mention) -> float:
        """How likely a mention tells this happening; 0 where it does not."""
        if self.told != mention.told or self.old != mention.old:
            return 0.0
        if mention.day is not None:
            first, last = mention.day
            for begin, end in self.days:
                if first > end or begin > last:
                    return 0.0
        if self.words.isdisjoint(mention.words):
            return 0.0
        near = self.mentions if len(self.mentions) <= _MOST_MENTIONS else self.mentions[-_MOST_MENTIONS:]
        for other in near:
            if other.passage is mention.passage and other.event is not None and mention.event is not None:
                # One sentence that tells a deed twice tells of two.
                return 0.0
            if any(a and b and a.isdisjoint(b) for a, b in zip(mention.which, other.which, strict=True)):
                return 0.0
        same = mention.root in self.roots
        needs = mention.needs if same else max(SAME_DEED, mention.needs)
        if self.actors and mention.actors and self.actors.isdisjoint(mention.actors):
            if not same or mention.needs >= DOUBTED or (self.states and mention.states):
                return 0.0
            if self._acts_in(mention.passage.document):
                # Who goes by two names seldom does so as the one who acts in one document.
                return 0.0
            needs = DOUBTED
        shared = max([_shared(m.words, mention.words) for m in near])
        return shared + same if shared >= needs else 0.0

    def _acts_in(self, document: int) -> bool:
        return any(m.actors and m.passage.document == document for m in self.mentions[-_MOST_MENTIONS:])


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def linked(
    material: Material, happenings: Sequence[Happening]
) -> tuple[tuple[RecordEvent, ...], dict[Happening, str]]:
    """The happenings of a story, each once, in the order in which they are told first.

    Args:
        material: the story's documents.
        happenings: its events as each sentence tells them, in reading order.

    Returns:
        The events, and for each happening the id of its event, in reading order. An event's evidence holds, for each
        mention, the words that it is quoted with and the word that tells it.
    """
    mentions = Mentions(material, happenings)
    groups = _Groups()
    for mention in mentions.events:
        groups.join(mention)
    # What is known when all events are read, not what is added on the way: a bare trigger leads to no other.
    homes = [groups.home(m) for m in mentions.bare]
    rest = _Groups()
    for mention, home in zip(mentions.bare, homes, strict=True):
        if home is None:
            rest.join(mention)
        else:
            home.add(mention)
    retold = [g for g in rest.all if len({m.passage.document for m in g.mentions}) > 1 and len(g.mentions[0].keys) > 1]
    events: list[RecordEvent] = []
    ids: dict[Mention, str] = {}
    for number, group in enumerate(sorted((*groups.all, *retold), key=lambda g: _place(g.mentions[0])), 1):
        events.append(_event(material, f"e{number}", group.mentions))
        ids |= dict.fromkeys(group.mentions, events[-1].id)
    return tuple(events), {h: ids[m] for h, m in zip(happenings, mentions.events, strict=True)}


def _place(mention: Mention) -> tuple[int, Span]:
    return mention.passage.document, mention.trigger


class _Groups:
    """Happenings by what their words tell."""

    def __init__(self) -> None:
        self.all: list[_Group] = []
        self._by_key: dict[str | int, list[_Group]] = {}

    def home(self, mention: Mention) -> _Group | None:
        """The happening that a mention most likely tells, the earlier of two that are as likely; None if none."""
        best, most = None, 0.0
        for group in self._near(mention):
            fit = group.fit(mention)
            if fit > most:
                best, most = group, fit
        return best

    def join(self, mention: Mention) -> None:
        """Put a mention to its happening, or let it be a new one."""
        home = self.home(mention)
        if home is None:
            home = _Group(mention)
            self.all.append(home)
        else:
            home.add(mention)
        for key in mention.keys:
            known = self._by_key.setdefault(key, [])
            if home not in known[-_MOST_GROUPS:]:
                known.append(home)

    def _near(self, mention: Mention) -> Iterable[_Group]:
        near: dict[int, _Group] = {}
        for key in mention.keys:
            near |= {id(g): g for g in self._by_key.get(key, ())[-_MOST_GROUPS:]}
        return near.values()


def _event(material: Material, id: str, mentions: Sequence[Mention]) -> RecordEvent:
    """What some mentions tell together."""
    triggers = [material.quotes.everywhere(m.passage, *m.trigger) for m in mentions]
    told = [m.event for m in mentions if m.event is not None]
    words = [() if m.event is None else m.event.evidence for m in mentions]
    evidence = merged(*(quotes for pair in zip(words, triggers, strict=True) for quotes in pair))
    if not told:
        first = mentions[0]
        low, high = around(first.passage, *first.trigger)
        document = material.documents[first.passage.document].document
        return RecordEvent(
            id, None, None, (), (), None, None, "unknown", None, _OF_BARE[first.told], (), evidence,
            " ".join(document.text[low:high].split()), BARE, _SURE_OF_BARE,
        )  # fmt: skip
    if len(told) == 1:
        return dataclasses.replace(told[0], id=id, evidence=evidence)
    dated = [(e.date, e.end, e.precision) for e in told if e.date is not None]
    if dated and Counter(dated).most_common(1)[0][1] * _DATED_BY < len(mentions):
        # One dated mention of many may be the one that tells something else.
        dated = []
    typed = [(e.type, e.mode) for e in told if e.type is not None]
    type_, mode = _most(typed) if typed else (None, told[0].mode)
    date, end, precision = _most(dated) if dated else (None, None, told[0].precision)
    named = material.parties.is_named
    actor, recipient = (
        _most([side for side in sides if any(map(named, side))] or list(filter(None, sides)) or [()])
        for sides in ([e.actor for e in told], [e.recipient for e in told])
    )
    return dataclasses.replace(
        told[0],
        id=id,
        type=type_,
        mode=mode,
        actor=actor,
        recipient=tuple(p for p in recipient if p not in actor),
        date=date,
        end=end,
        precision=precision,
        place=next((e.place for e in told if e.place is not None), None),
        reality=_most([e.reality for e in told]),
        statements=tuple(dict.fromkeys(s for e in told for s in e.statements)),
        evidence=evidence,
    )


_DATED_BY = 4
"""A day dates a happening if no more than so many mentions, bare ones too, come to one that tells it."""
_OF_BARE: dict[str, Reality] = {"done": "asserted", "ahead": "possible", "no": "negated"}
_SURE_OF_BARE = 0.35
"""How sure the annotator is of what is told by a word alone: as of events that the network finds without the rules."""


def _most(said: Sequence[_T]) -> _T:
    """What most say; of what as many say, what is said first."""
    return Counter(said).most_common(1)[0][0]
