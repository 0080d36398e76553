"""Which claims are kept out of the ledger: those whose speaker or whose words are likely wrong.

A line of the ledger is read without its text. It is worth little where somebody else spoke, where it says `he` of
somebody whom it does not name, where it is a greeting. Rules find who speaks and what is said; whether they are likely
right a few signs tell that hold in any text: how the words of the source lead to the party, whom a pronoun can stand
for, how the line begins and ends. A logistic model weighs them. It was fitted to claims of real news that were judged
by reading (`training/claims`, `python -m training.confidence --claims`).

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

from onrecord.recording.lexicon import PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.statements import Told
from onrecord.types import Claim, RecordParty

LEAST = 0.5
"""How likely a claim has to be right, for the ledger."""
_NEAR = 700
"""How far before a statement, in characters, the one before it may stand to tell who goes on speaking."""
_READ = 400
"""How far, in characters, a line is read for pronouns."""
_SURE = 0.02
"""The annotator's probability counts between this and its complement."""
_MARKS = "“\"‘`'"
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you)\Z", re.I)
_RELATIVE = re.compile(r"(?:who|which|that)\Z", re.I)
_THIRD = re.compile(r"\b(?:he|she|they|his|her|their)\b", re.I)
_SINGLE = frozenset({"he", "she", "his", "her"})
_WOMAN = frozenset({"she", "her"})
_SOMEBODY = lexicon(
    """someone somebody who those others two three both men women children man woman boy girl child anyone everyone
    person people victim suspect gunman student nurse candidate"""
)
"""What a pronoun behind it may stand for, beside `PERSONS` and the plurals of people."""
_SPEAKS = lexicon(
    """spokesman spokeswoman spokesperson spokespeople officials statement government ministry office report
    administration website campaign agency department board management representative representatives lawyers"""
)
"""By whom or what a body speaks, so that its name with one of these is the speaker's (`the firm's website`)."""
_NAMED = re.compile(r"[A-Z]")
_UNKNOWN = re.compile(r"(?:an?|another|one|some|several|many|two|three|other)\s", re.I)
_BEHIND = re.compile(r"['’]s?\s(?P<rest>.+)", re.S)
_PREPOSITION = re.compile(r"\s(?:of|for|to|in|at|from|by|against|on|with|about)\s(?:the\s|an?\s)?\Z", re.I)
_GOES_ON = re.compile(r"(?:['’]s)?\s(?!\w+day\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b)[A-Z]")
_BEGAN = re.compile(r"(?<!\bThe)(?<!\bA)(?<!\bAn)(?<!\bBut)(?<!\bAnd)(?<!\bIn)(?<!\bAt)\s\Z")
_CAPITALS = re.compile(r"[A-Z][\w.’'&-]*\s\Z")
_YOU = re.compile(r"\byou(?:r|['’](?:re|ll|ve))?\b", re.I)
_COURTESY = re.compile(
    r"\b(?:thank|congratulat|condolence|sympath|appreciat|welcom|honou?r|pleased|proud|pray|wish|grateful|happy|sorry"
    r"|glad|love)\w*|\bno comment\b|\bcomment on\b",
    re.I,
)
_CLOSES = re.compile(r"[”\"’'`]*(?:\s*\Z|[.!?;\n]|\s*\n)")

Signs = Mapping[str, float]
"""What tells of a claim: 1 for what holds, or a small number."""


def standing(material: Material, told: Sequence[Told], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that belong in the ledger, with new ids.

    What somebody denies, what is taken back and what independent reports carry always does.
    """
    gate, by_id = Gate(material, told), {t.statement.id: t for t in told}
    kept = [c for c in claims if not (is_judged(c) and likely(gate.signs(c, by_id[c.statements[0]])) < LEAST)]
    return tuple(dataclasses.replace(c, id=f"c{n}") for n, c in enumerate(kept, 1))


def is_judged(claim: Claim) -> bool:
    """Whether a claim is one that the gate may keep out: somebody only says so, in one report."""
    alone = claim.status == "single-origin" and bool(claim.statements)
    return alone and bool(claim.asserted_by or claim.confirmed_by)


class Gate:
    """Tells the signs of the claims of a story."""

    def __init__(self, material: Material, told: Sequence[Told]) -> None:
        self._material = material
        self._told: dict[int, list[Told]] = {}
        for item in sorted(told, key=lambda t: (t.document, t.start)):
            self._told.setdefault(item.document, []).append(item)

    def signs(self, claim: Claim, item: Told) -> Signs:
        """What tells of a claim, first made by a statement, whether it is right."""
        party = self._material.parties.get((*claim.asserted_by, *claim.confirmed_by)[0])
        sure = min(max(item.annotation.confidence, _SURE), 1 - _SURE)
        annotator = ("annotator", math.log(sure / (1 - sure)))
        return dict([*self._source(item, party), *self._words(item, party, claim.text), annotator])

    def _source(self, item: Told, party: RecordParty) -> Iterator[tuple[str, float]]:
        """How the words of the source lead to the party."""
        parties, source = self._material.parties, sorted(item.annotation.source)
        if party.kind in ("person", "organisation"):
            yield party.kind, 1.0
        if not source:
            return
        start, end = source[0][0], source[-1][1]
        named = parties.within(item.document, start, end)
        own = [m for m in named if m[2] == party.id]
        others = [m for m in named if m[2] != party.id and not any(a <= m[0] and m[1] <= b for a, b, _ in own)]
        near = self._near(item, start)
        rivals = any(m != party.id and parties.get(m).kind == party.kind for m in near)
        if _PRONOUN.match(item.statement.source_text):
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
        elif rivals and _RELATIVE.match(item.statement.source_text) is None:
            yield "meant: rivals", 1.0

    def _description(
        self, item: Told, party: RecordParty, others: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[str, float]]:
        """Whether a description tells who speaks (`Norrvik's harbour master`), or only the text (`the official`)."""
        text = self._material.documents[item.document].document.text
        if any(text[a:b] not in party.name for a, b, _ in others):
            yield "described: a name is lost", 1.0
        words = item.statement.source_text
        if _NAMED.search(party.name) or _UNKNOWN.match(words) or _RELATIVE.match(words):
            return
        noun = party.name.split()[-1].casefold()
        if not is_people(noun) and item.annotation.source_kind != "anonymous":
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
            yield "name: another's who is his", 1.0
        before = text[start:low]
        if _PREPOSITION.search(before) and not _SPEAKS & set(before.casefold().split()):
            yield "name: behind a preposition", 1.0
        if person:
            return
        if others and others[-1][0] > low and self._material.parties.get(others[-1][2]).kind == "organisation":
            yield "name: a body behind", 1.0
        ahead = text[max(0, low - 25) : low]
        if _GOES_ON.match(text, high) or (_CAPITALS.search(ahead) and _BEGAN.search(ahead)):
            yield "name: goes on", 1.0

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

    def _words(self, item: Told, party: RecordParty, text: str) -> Iterator[tuple[str, float]]:
        """How a line begins and ends, and of whom it is."""
        quoted, length = text[:1] in _MARKS, len(text.split())
        pronoun = self._other(item, party, text, quoted)
        if pronoun is not None:
            yield "another's pronoun", 1.0
            if pronoun < 2:
                yield "another's pronoun, at the start", 1.0
        if quoted and length < 9 and _YOU.search(text):
            yield "to somebody", 1.0
        if length < 40 and _COURTESY.search(text):
            yield "courtesy", 1.0
        if item.annotation.content and not self._ends(item, text):
            yield "breaks off", 1.0

    def _other(self, item: Told, party: RecordParty, text: str, quoted: bool) -> int | None:
        """At which word of a line a pronoun stands for somebody whom the line does not name, nor is he the speaker."""
        parties, a = self._material.parties, item.annotation
        document = self._material.documents[item.document].document.text
        named = {
            document[m[0] : m[1]].split()[-1].casefold()
            for start, end in a.content
            for m in parties.within(item.document, start, end)
            if parties.get(m[2]).kind == "person"
        }
        noun = party.name.split()[-1].casefold()
        one = party.kind == "person" and len(a.source) == 1
        first = bool(a.content and a.source) and max(a.content)[1] <= min(a.source)[0]
        words = item.statement.source_text
        told_of = first and _PRONOUN.match(words) is None and _RELATIVE.match(words) is None
        # What calls the speaker is read with his name: `His government accuses …`.
        head = len(words) if text.startswith(words) else 0
        for found in _THIRD.finditer(text, head, _READ):
            word, ahead = found[0].casefold(), re.findall(r"[\w’'-]+", text[: found.start()])
            if word in _SINGLE:
                known = any(w in PERSONS or w in _SOMEBODY or _stem(w) in named for w in ahead)
                woman = parties.woman(party.id) if one else None
                described = party.kind == "group" and not is_people(noun) and not parties.is_named(party.id)
                own = (one and woman in (None, word in _WOMAN)) or described
            else:
                known = "and" in ahead or any(w in _SOMEBODY or _is_plural(w) for w in ahead)
                own = not one or is_people(noun)
            # `He left, Ek said`: Ek would have said so of himself behind his name.
            if not known and (quoted or not own or (told_of and len(ahead) < 2)):
                return len(ahead)
        return None

    def _ends(self, item: Told, text: str) -> bool:
        """Whether a line ends where a sentence does, or before who says it."""
        document = self._material.documents[item.document].document.text
        end = max(item.annotation.content)[1]
        last = text.split()[-1].rstrip("”\"’'.,`") if text.split() else ""
        at = document.rfind(last, max(0, end - 400), end + 2) if last else -1
        stop = end if at < 0 else at + len(last)
        source = sorted((*item.annotation.source, *item.annotation.cue))
        if source and end <= source[0][0] and stop >= end - 3:
            return True
        return _CLOSES.match(document, stop) is not None


def _stem(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")


def _is_plural(word: str) -> bool:
    plain = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    return plain or is_people(word)


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
