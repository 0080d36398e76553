"""Which claims are kept out of the ledger: those whose speaker or whose words are likely wrong.

A line of the ledger is read without its text. It is worth little where somebody else spoke, where it says `he` of
somebody whom it does not name, where it is a greeting. Rules find who speaks and what is said; whether they are likely
right some thirty signs tell that hold in any text: how the words of the source lead to the party, whom a pronoun can
stand for (here), what the line leaves untold, how it is told and how it ends (`claim_lines`). A logistic model weighs
them. It was fitted to 1,520 claims of real news that were judged by reading (`training/claims`, `python -m
training.confidence --claims`); without the text at hand a right one has the higher figure in four of five pairs
(docs/decisions/0005).

What is kept out stays on record as the statement that it was made from.
"""

from __future__ import annotations

import bisect
import dataclasses
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from onrecord.recording.claim_context import context_of
from onrecord.recording.claim_lines import MARKS, PRONOUN, RELATIVE, leaves_untold, told_by_the_line
from onrecord.recording.lexicon import PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.statements import Told
from onrecord.types import Claim, ClaimStatus, RecordParty

LEAST = 0.65
"""How likely a claim has to be right, for the ledger."""
_FAR = 3000
"""How far before a description, in characters, it may have been introduced."""
_NEAR = 700
"""How far before a statement, in characters, the one before it may stand to tell who goes on speaking."""
_SURE = 0.02
"""The annotator's probability counts between this and its complement."""
_SPEAKS = lexicon(
    """spokesman spokeswoman spokesperson spokespeople officials statement government ministry office report
    administration website campaign agency department board management representative representatives lawyers account
    feed"""
)
"""By whom or what a body speaks, so that its name with one of these is the speaker's (`the firm's website`)."""
_NAMED = re.compile(r"[A-Z]")
_WHOLE = re.compile(r"[a-z.]\s[A-Z]")
_UNKNOWN = re.compile(r"(?:an?|another|one|some|several|many|two|three|other)\s", re.I)
_BARE = re.compile(r"(?!(?:the|that|this|these|those|an?|one|some|several|many|another|two|three)\b)", re.I)
_OF_A_PLACE = re.compile(r"the\s(?:[A-Z][\w.-]*\s){1,3}[a-z]+\Z", re.I)
_OF_WHAT = re.compile(r"\s(?:to|with|of|for|in|from|and|at|near)\s")
_BEHIND = re.compile(r"['’]s?\s(?P<rest>.+)", re.S)
_PREPOSITION = re.compile(r"\s(?:of|for|to|in|at|from|by|against|on|with|about)\s(?:the\s|an?\s)?\Z", re.I)
_GOES_ON = re.compile(r"(?:['’]s)?\s(?!\w+day\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b)[A-Z]")
_BEGAN = re.compile(r"(?<!\bThe)(?<!\bA)(?<!\bAn)(?<!\bBut)(?<!\bAnd)(?<!\bIn)(?<!\bAt)\s\Z")
_CAPITALS = re.compile(r"[A-Z][\w.’'&-]*[^\S\n]\Z")
_ASIDE = re.compile(r"[–—]|\s-+\s")
"""Before what the reporter tells himself within another one's words (`… – an act that critics call a crime`)."""
_QUOTED = re.compile(r"[“\"](?:[^“”\"\s]+\s+){3,}[^“”\"\s]+[”\"]")
"""Some words of somebody within a line: two who say the same do not say it in the same words."""
_ANSWERS = re.compile(r"\b(?:repl|respond|answer|jok|quip|continu|shout|exclaim|ask|greet|conclud)\w*", re.I)

Signs = Mapping[str, float]
"""What tells of a claim: 1 for what holds, or a small number."""


def standing(material: Material, told: Sequence[Told], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that belong in the ledger, with new ids.

    What somebody denies, what is taken back and what independent reports carry always does.
    """
    gate, by_id = Gate(material, told), {t.statement.id: t for t in told}
    kept = [c for c in claims if not (is_judged(c) and _is_likely_wrong(gate, c, by_id[c.statements[0]]))]
    kept = [gate.with_context(gate.by_one(c, by_id), by_id) for c in kept]
    return tuple(dataclasses.replace(c, id=f"c{n}") for n, c in enumerate(kept, 1))


def _is_likely_wrong(gate: Gate, claim: Claim, item: Told) -> bool:
    return item.statement.stance != "denies" and likely(gate.signs(claim, item)) < LEAST


def is_judged(claim: Claim) -> bool:
    """Whether a claim is one that the gate may keep out: somebody only says so, in one report."""
    alone = claim.status == "single-origin" and claim.origins == 1 and bool(claim.statements)
    return alone and bool(claim.asserted_by or claim.confirmed_by)


class Gate:
    """Tells the signs of the claims of a story."""

    def __init__(self, material: Material, told: Sequence[Told]) -> None:
        self._material = material
        self._told: dict[int, list[Told]] = {}
        self._speakers: dict[int, set[str]] = {}
        """Who makes a statement by name, by document."""
        self._named: dict[int, frozenset[str]] = {}
        for item in sorted(told, key=lambda t: (t.document, t.start)):
            self._told.setdefault(item.document, []).append(item)
            for start, end in item.annotation.source:
                if any(m[2] == item.statement.source for m in material.parties.within(item.document, start, end)):
                    self._speakers.setdefault(item.document, set()).add(item.statement.source or "")

    def by_one(self, claim: Claim, told: Mapping[str, Told]) -> Claim:
        """A quotation as what one party says, the likeliest, where reports seem to give the same words to several."""
        if len(claim.asserted_by) < 2 or not (claim.text[:1] in MARKS or _QUOTED.search(claim.text)):
            return claim
        found: dict[str, float] = {}
        together: dict[str, tuple[str, ...]] = {}
        for item in (told[s] for s in claim.statements if s in told):
            if item.statement.source in claim.asserted_by:
                one = dataclasses.replace(claim, asserted_by=(item.statement.source,), confirmed_by=())
                found[item.statement.source] = max(found.get(item.statement.source, 0.0), likely(self.signs(one, item)))
                beside = {
                    m[2] for a, b in item.annotation.source for m in self._material.parties.within(item.document, a, b)
                }
                together[item.statement.source] = tuple(
                    p for p in claim.asserted_by if p == item.statement.source or p in beside
                )
        best = max(found, key=lambda p: found[p], default=None)
        if best is None or together[best] == claim.asserted_by:
            return claim
        # Words that stand in quotation marks have one speaker, so no second one carries them.
        status: ClaimStatus = "single-origin" if claim.status == "corroborated" else claim.status
        return dataclasses.replace(claim, asserted_by=together[best], status=status)

    def signs(self, claim: Claim, item: Told) -> Signs:
        """What tells of a claim, first made by a statement, whether it is right."""
        party = self._material.parties.get((*claim.asserted_by, *claim.confirmed_by)[0])
        sure = min(max(item.annotation.confidence, _SURE), 1 - _SURE)
        annotator = [("annotator", math.log(sure / (1 - sure)))]
        if sure < 0.5:
            annotator.append(("annotator: unlikely", 1.0))
        line = told_by_the_line(self._material, item, party, claim.text, self._persons(item.document))
        return dict([*self._told_how(item), *self._source(item, party), *line, *annotator])

    def with_context(self, claim: Claim, told: Mapping[str, Told]) -> Claim:
        """A claim with the words before it, where its own do not tell of whom or of what they speak."""
        makers = (*claim.asserted_by, *claim.confirmed_by)
        items = [told[s] for s in claim.statements if s in told]
        if not makers or not items:
            return claim
        # Of several statements the one of who makes the claim: his are the words of the line.
        item = next((i for i in items if i.statement.source == makers[0]), items[0])
        party, persons = self._material.parties.get(makers[0]), self._persons(item.document)
        spans = item.annotation.source or item.annotation.content
        near = self._near(item, min(spans)[0]) if spans else frozenset()
        kinds = {self._material.parties.get(m).kind for m in near if m != party.id}
        rivals = party.kind == "person" and "person" in kinds
        if not leaves_untold(self._material, item, party, claim.text, persons, rivals):
            return claim
        return dataclasses.replace(claim, context=context_of(self._material, item, claim.text))

    def _persons(self, document: int) -> frozenset[str]:
        """The last words of the names of all people whom a document names."""
        if document not in self._named:
            parties, text = self._material.parties, self._material.documents[document].document.text
            self._named[document] = frozenset(
                text[start:end].split()[-1].casefold().removesuffix("'s").removesuffix("’s")
                for start, end, party in parties.within(document, 0, len(text))
                if parties.get(party).kind == "person"
            )
        return self._named[document]

    def _told_how(self, item: Told) -> Iterator[tuple[str, float]]:
        """By what verb somebody speaks, and whether another one's words tell so."""
        text, head = self._material.documents[item.document].document.text, min(item.annotation.source or ((0, 0),))[0]
        if item.annotation.via is not None and _ASIDE.search(text[max(0, head - 40) : head]) is None:
            yield "told by another", 1.0
        if _ANSWERS.search(item.statement.cue):
            yield "answers", 1.0

    def _source(self, item: Told, party: RecordParty) -> Iterator[tuple[str, float]]:
        """How the words of the source lead to the party."""
        parties, source = self._material.parties, sorted(item.annotation.source)
        if party.kind in ("person", "organisation", "place"):
            yield party.kind, 1.0
        if not source:
            return
        start, end = source[0][0], source[-1][1]
        named = parties.within(item.document, start, end)
        own = [m for m in named if m[2] == party.id]
        others = [m for m in named if m[2] != party.id and not any(a <= m[0] and m[1] <= b for a, b, _ in own)]
        near = self._near(item, start)
        rivals = any(m != party.id and parties.get(m).kind == party.kind for m in near)
        words = item.statement.source_text
        pronoun, relative = PRONOUN.match(words) is not None, RELATIVE.match(words) is not None
        if not (pronoun or relative) and _WHOLE.search(party.name):
            yield "whole name", 1.0
        if not pronoun and party.name in words and _OF_WHAT.match(words.rpartition(party.name)[2]):
            yield "name: of what is lost", 1.0
        if (pronoun or relative) and party.id not in self._speakers.get(item.document, ()):
            yield "pronoun: speaks nowhere by name", 1.0
        if pronoun:
            if not parties.is_named(party.id):
                yield "pronoun: of nobody by name", 1.0
            if self._spoke_before(item) != party.id:
                yield "pronoun: did not speak before", 1.0
            if party.id not in near:
                yield "pronoun: named farther off", 1.0
            if rivals:
                yield "pronoun: rivals", 1.0
        elif not parties.is_named(party.id):
            yield from self._description(item, party, others)
        elif own:
            yield from self._name(item, party, own[-1], others, (start, end))
        elif not relative:
            if rivals:
                yield "meant: rivals", 1.0
            if party.id not in self._speakers.get(item.document, ()):
                yield "meant: speaks nowhere by name", 1.0

    def _description(
        self, item: Told, party: RecordParty, others: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[str, float]]:
        """Whether a description tells who speaks (`Norrvik's harbour master`), or only the text (`the official`)."""
        text = self._material.documents[item.document].document.text
        if any(text[a:b] not in party.name for a, b, _ in others):
            yield "name: another's", 1.0
        words = item.statement.source_text
        relative = RELATIVE.match(words) is not None
        if _BARE.match(words) and not relative and len(party.name.split()) > 1:
            yield "described: without an article", 1.0
        noun = party.name.split()[-1].casefold()
        if _NAMED.search(party.name) and noun in PERSONS and _OF_A_PLACE.match(words):
            yield "described: as known", 1.0
        if _NAMED.search(party.name) or _UNKNOWN.match(words) or relative:
            return
        if not is_people(noun) and item.annotation.source_kind != "anonymous":
            start = item.annotation.source[0][0]
            introduced = re.search(
                rf"\b(?:an?|one|another)\s(?:[\w.’'-]+\s){{0,4}}?{re.escape(noun)}\b",
                text[max(0, start - _FAR) : start],
                re.I,
            )
            if introduced is None:
                yield "described: as known", 1.0
        if " " not in party.name:
            yield "described: one word", 1.0

    def _name(
        self,
        item: Told,
        party: RecordParty,
        own: tuple[int, int, str],
        others: Sequence[tuple[int, int, str]],
        source: tuple[int, int],
    ) -> Iterator[tuple[str, float]]:
        """Whether a name in a source is the speaker's, or stands in what tells who he is (`Ek's lawyer`)."""
        text = self._material.documents[item.document].document.text
        (low, high, _), (start, end) = own, source
        person = party.kind in ("person", "group")
        behind = _BEHIND.match(text, high, end)
        if behind is not None and (person or not _SPEAKS & set(behind["rest"].casefold().split())):
            yield "name: another's", 1.0
        before = text[start:low]
        if _PREPOSITION.search(before) and not _SPEAKS & set(before.casefold().split()):
            yield "name: another's", 1.0
        if person:
            return
        if others and others[-1][0] > low and self._material.parties.get(others[-1][2]).kind == "organisation":
            yield "name: another's", 1.0
        ahead = text[max(0, low - 25) : low]
        if _GOES_ON.match(text, high) or (_CAPITALS.search(ahead) and _BEGAN.search(ahead)):
            yield "name: another's", 1.0

    def _near(self, item: Told, start: int) -> frozenset[str]:
        """The parties named before a source, in its sentence and the one before, but not in what is said."""
        passage = self._material.quotes.passage_at(item.document, start)
        if passage is None:
            return frozenset()
        return frozenset(
            m[2]
            for p in (passage, *self._material.passages_before(passage, 1))
            for m in self._material.parties.within(item.document, p.start, min(p.end, start))
            if not any(a <= m[0] < b for a, b in item.annotation.content)
        )

    def _spoke_before(self, item: Told) -> str | None:
        """The party whose statement is the last one before another."""
        own, a = self._told.get(item.document, []), item.annotation
        at = bisect.bisect_left(own, item.start, key=lambda t: t.start)
        head = min(start for start, _ in (*a.source, *a.cue, *a.content))
        for other in reversed(own[max(0, at - 6) : at]):
            if other.annotation.via is None and other.start < head < other.start + _NEAR:
                return other.statement.source
        return None


def likely(signs: Signs) -> float:
    """How likely a claim is right, by the fitted weights."""
    weights = _weights()
    return 1.0 / (1.0 + math.exp(-weights[""] - sum(weights.get(s, 0.0) * value for s, value in signs.items())))


@cache
def _weights() -> dict[str, float]:
    """The weight of each sign; the one without a name is the constant."""
    text = resources.files("onrecord.recording").joinpath("data/claims_gate.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
