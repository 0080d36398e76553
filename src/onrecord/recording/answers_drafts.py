"""A demand while its mentions and answers are gathered, and all of a story's, found by party, deadline and document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.recording.answers_words import THINGS
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.names import words
from onrecord.recording.passages import Passage, merged
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import DEMAND_NOUNS, KINDS
from onrecord.types import Answer, AnswerKind, DemandKind, Evidence

_PUT_FORWARD = lexicon(
    "settlement deal package approach terms plan overture overtures compromise concessions proposal idea suggestion"
)
"""Nouns for an offer or the conditions of one."""
_ASKED = lexicon(
    "demand demands request requests call calls plea pleas appeal appeals condition conditions ultimatum"
)
"""Nouns for whatever is wanted."""
_BOUND = lexicon("condition conditions ultimatum")
"""Those that call nothing what is only asked for."""
_INVITES = re.compile(r"(?:\w+ )?(?:invit|has invit|have invit)", re.I)
_REACH = 20
"""How many documents back an answer may find its demand; further back another matter is meant."""
_MOST = 300
"""How many of the demands told last an answer is compared with; it keeps the work in proportion to a text's length."""


@dataclass(slots=True)
class _Given:
    """An answer while its evidence is gathered."""

    kind: AnswerKind
    by: tuple[str, ...]
    evidence: list[tuple[Evidence, ...]]


@dataclass(slots=True, eq=False)
class Draft:
    """A demand while its mentions and answers are gathered."""

    wants: list[Want]
    by: tuple[str, ...]
    to: tuple[str, ...]
    gist: frozenset[str]
    withdrawn: bool = False
    lapsed: bool = False
    """Whether the day by which it was to be done is over; without an answer nobody knows what became of it."""
    inferred: bool = False
    """Whether one of its sides was taken from what is told nearby."""
    _given: list[_Given] = field(default_factory=list)
    _known: dict[tuple[AnswerKind, str], _Given] = field(default_factory=dict)
    _places: dict[tuple[int, int], list[Want]] = field(default_factory=dict)
    _blocks: dict[tuple[int, int], list[Want]] = field(default_factory=dict)
    _nouns: set[str] = field(default_factory=set)

    def index(self) -> None:
        """Make ready for answers, once all mentions are gathered."""
        texts: set[str] = set()
        for want in self.wants:
            passage = want.passage
            self._places.setdefault((passage.document, passage.start), []).append(want)
            self._blocks.setdefault((passage.document, passage.block), []).append(want)
            texts.update(words(passage.text))
        kinds = {w.kind for w in self.wants}
        self._nouns = {n for n in DEMAND_NOUNS if KINDS[n] in kinds or n in texts} | (THINGS & texts)
        if kinds & {"offer", "condition"}:
            # `offered her a seat if she sold`: the offer is no draft of its own where nothing else tells it.
            self._nouns |= _PUT_FORWARD | {"offer", "offers"}
        if kinds - {"offer", "request"}:
            self._nouns |= _ASKED
        elif "request" in kinds:
            self._nouns |= _ASKED - _BOUND
        if any(_INVITES.match(w.passage.text, w.start - w.passage.start) for w in self.wants):
            self._nouns.add("invitation")

    def add(self, kind: AnswerKind, by: tuple[str, ...], evidence: tuple[Evidence, ...]) -> None:
        """One more answer; the same kind by one of the same parties is the same answer, told again."""
        known = next((self._known[kind, p] for p in by if (kind, p) in self._known), None)
        if known is not None:
            known.evidence.append(evidence)
            return
        if kind != "unclear" and any(g.kind == "unclear" for g in self._given[:1]):
            # What is known now takes the place of what was not.
            self._given = [g for g in self._given if g.kind != "unclear"]
            self._known = {key: g for key, g in self._known.items() if key[0] != "unclear"}
        given = _Given(kind, by, [evidence])
        self._given.append(given)
        self._known.update({(kind, p): given for p in by})

    @property
    def answered(self) -> bool:
        """Whether it has any answer."""
        return bool(self._given)

    def answers(self) -> tuple[Answer, ...]:
        """Its answers in the order in which they were first told."""
        return tuple(Answer(g.kind, g.by, merged(*g.evidence)) for g in self._given)

    def told_in(self, passage: Passage) -> Sequence[Want]:
        """Its mentions in a passage."""
        return self._places.get((passage.document, passage.start), ())

    def told_beside(self, passage: Passage) -> Sequence[Want]:
        """Its mentions in the paragraph of a passage."""
        return self._blocks.get((passage.document, passage.block), ())

    def told_above(self, passage: Passage) -> Sequence[Want]:
        """Its mentions in the paragraph before that of a passage."""
        return self._blocks.get((passage.document, passage.block - 1), ())

    def told_before(self, passage: Passage) -> bool:
        """Whether it is told before a passage."""
        first = self.wants[0].passage
        return (first.document, first.start) < (passage.document, passage.start)

    @property
    def nouns(self) -> set[str]:
        """The nouns that an answer may name it by."""
        return self._nouns

    @property
    def kind(self) -> DemandKind:
        """What it was first told as."""
        return self.wants[0].kind


class Drafts:
    """The demands of a story, found by who makes them, by deadline and by document."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._by_party: dict[str, list[Draft]] = {}
        self._by_deadline: dict[int, Draft] = {}
        self._by_document: dict[int, list[Draft]] = {}

    def add(self, draft: Draft) -> None:
        """A new demand."""
        self.all.append(draft)
        for party in draft.by:
            self._by_party.setdefault(party, []).append(draft)
        deadline = draft.wants[0].deadline
        if deadline is not None:
            self._by_deadline[deadline] = draft
        self._by_document.setdefault(draft.wants[0].passage.document, []).append(draft)

    def made_by(self, parties: Sequence[str]) -> list[Draft]:
        """The last demands of any of some parties, in the order in which they were told."""
        return [d for p in parties for d in self._by_party.get(p, [])[-100:]]

    def of_deadline(self, number: int | None) -> Draft | None:
        """The demand that a deadline goes with."""
        return None if number is None else self._by_deadline.get(number)

    def near(self, passage: Passage) -> list[Draft]:
        """The last demands that are told first in the document of a passage or in one of those before it.

        Of its own document they are those up to the paragraph of the passage, and what stands for the text of it.
        """
        document = passage.document
        out = [d for n in range(max(0, document - _REACH), document) for d in self._by_document.get(n, [])]
        own = self._by_document.get(document, [])
        out += own if len(own) <= _MOST else [d for d in own if d.wants[0].passage.block <= passage.block]
        return out[-_MOST:]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who answers, and whom he speaks for."""

    by: tuple[str, ...]
    houses: Houses

    def asks(self, draft: Draft) -> bool:
        """Whether a demand is his own."""
        return not set(draft.by).isdisjoint(self.by)

    def is_asked(self, draft: Draft) -> bool:
        """Whether a demand is put to him, or to the body that he speaks for."""
        return self.houses.answer_for(self.by, draft.to)
