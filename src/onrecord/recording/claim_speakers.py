"""Who makes a claim: whom one statement of it gives, and when another statement’s speaker stands beside him.

Reports tell the same in nearly the same words because they have it from the same man as often as because two say so.
A second speaker is entered only where his own statement has him for its source: not who only passes the words on, not
the one whose words another speaker passes on, and not `officials` beside the official who has a name.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from onrecord.recording.claim_drafts import Draft
from onrecord.recording.lexicon import BODIES, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told

_JOINED = re.compile(r"(?:\s\([^()]*\))?(?:,\s|,?\sand\s)(?:the\s)?(?:[A-Z][a-z]+\.?\s){0,3}")
"""What stands between two names that speak together."""
_CAPITAL = re.compile(r"\s[A-Z]")
_SAYING = frozenset({"asserts", "alleges", "confirms"})
_MOST = 0.6
"""What share of the words somebody passes on must be another one’s, for them to be nothing else."""
_MORE = lexicon("others sources source insiders insider sheriffs deputies firefighters media press")


class ClaimSpeakers:
    """Enters those who make claims."""

    def __init__(self, material: Material, referents: Referents, told: Sequence[Told]) -> None:
        self._material = material
        self._referents = referents
        self._told: Mapping[str, Told] = {t.statement.id: t for t in told}
        self._within: dict[str, list[Told]] = {}
        for item in told:
            if item.statement.via is not None:
                self._within.setdefault(item.statement.via, []).append(item)

    def holds_another(self, item: Told) -> bool:
        """Whether in the words of a statement another one stands."""
        return item.statement.id in self._within

    def passes_on(self, item: Told) -> bool:
        """Whether what a statement says is that somebody else says so (`the Courier reported that Ek said …`)."""
        own = _length(item)
        return any(
            o.statement.stance in _SAYING and _length(o) > _MOST * own
            for o in self._within.get(item.statement.id, ())
        )  # fmt: skip

    def enter(self, draft: Draft, item: Told, source: str, text: str) -> None:
        """Enter who makes a statement that has just been added to a draft; `text` is the line that it would make."""
        side = draft.confirmed if item.statement.stance == "confirms" and draft.asserted else draft.asserted
        speakers = self._speakers(item, source)
        others = draft.told[:-1]
        if side and others:
            if not self.passes_on(item) and all(self.passes_on(o) for o in others):
                # So far it was only passed on that he says so.
                draft.text = text
                side.clear()
            elif self.passes_on(item) or self._is_passed_on_by(item, side):
                return
        for party in speakers:
            self._add(side, party)

    def _is_passed_on_by(self, item: Told, side: Sequence[str]) -> bool:
        """Whether it is one who makes the claim already that tells that somebody else says so."""
        outer = None if item.statement.via is None else self._told.get(item.statement.via)
        return outer is not None and outer.statement.source in side

    def _add(self, side: list[str], party: str) -> None:
        """Add a party; of two that may be one the better known stays."""
        if party in side:
            return
        bare, name = self._is_bare(party), self._words(party)
        for other in list(side):
            theirs = self._words(other)
            if bare and not self._is_bare(other):
                return
            if not bare and self._is_bare(other):
                side.remove(other)
            elif bare and name <= theirs:
                return
            elif bare and theirs <= name:
                side.remove(other)
        side.append(party)

    def _words(self, party: str) -> frozenset[str]:
        return frozenset(words(self._material.parties.get(party).name))

    def _is_bare(self, party: str) -> bool:
        """Whether a party is told by nothing but a noun for such people (`state police`, `some officials`)."""
        known = self._material.parties.get(party)
        if _CAPITAL.search(known.name):
            return False
        parts = words(known.name)
        noun = parts[-1] if parts else ""
        return noun in BODIES | PERSONS | _MORE or is_people(noun)

    def _speakers(self, item: Told, first: str) -> list[str]:
        """Who makes a statement: its source, with those coordinated with it (`Lund and Ek said`)."""
        if len(item.annotation.source) != 1:
            return [first]
        start, end = item.annotation.source[0]
        if item.statement.source_text.casefold() == "they":
            # `Lund and Ek left early. They said …`
            passage = self._material.quotes.passage_at(item.document, start)
            several = () if passage is None else self._referents.goes_on(passage, start)
            return list(several) if first in several else [first]
        text = self._material.documents[item.document].document.text
        named = self._material.parties.within(item.document, start, end)
        if len(named) < 2 or first not in {m[2] for m in named} or named[-1][1] != end:
            return [first]
        joined = all(_JOINED.fullmatch(text, a[1], b[0]) for a, b in itertools.pairwise(named))
        kinds = {self._material.parties.get(m[2]).kind for m in named}
        return [m[2] for m in named] if joined and len(kinds) == 1 else [first]


def _length(item: Told) -> int:
    return sum(b - a for a, b in item.annotation.content)
