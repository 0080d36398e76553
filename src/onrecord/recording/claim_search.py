"""The claims so far, found by their words: the one that says the same, and the one that a denial is of."""

from __future__ import annotations

import re

from onrecord.recording.claim_drafts import Draft
from onrecord.recording.claim_words import CALLING, MARKS
from onrecord.recording.denial import Denial
from onrecord.recording.denial_words import THING_SAID
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material
from onrecord.recording.statements import Told


class Drafts:
    """The claims of a story while they are gathered."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.drafts: list[Draft] = []
        self._by_word: dict[str, list[int]] = {}

    def add(self, draft: Draft) -> Draft:
        """A new claim."""
        for word in draft.gist:
            self._by_word.setdefault(word, []).append(len(self.drafts))
        self.drafts.append(draft)
        return draft

    def _candidates(self, gist: frozenset[str]) -> list[tuple[Draft, int]]:
        """The claims that share words, with how many; of a frequent word only the last claims."""
        shared: dict[int, int] = {}
        for word in sorted(gist):
            for number in self._by_word.get(word, [])[-50:]:
                shared[number] = shared.get(number, 0) + 1
        return [(self.drafts[number], n) for number, n in shared.items()]

    def same(self, gist: frozenset[str], numbers: frozenset[str]) -> Draft | None:
        """The claim that says the same: most of its words, and all of its numbers."""
        fitting = [
            (n, d) for d, n in self._candidates(gist)
            if n >= 3 and n >= 0.7 * max(len(d.gist), len(gist)) and d.numbers == numbers and not d.only_denied
        ]  # fmt: skip
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def last_before(self, denial: Denial) -> Draft | None:
        """The claim of somebody else made last before a denial, in the two sentences before it; an allegation first."""
        here = denial.passage.document
        reported = _IS_REPORTED.match(denial.what) is not None
        charge = THING_SAID.search(denial.what) is not None
        own = bool(denial.meant) and denial.meant[:30] in denial.passage.text
        far = _CHARGES.fullmatch(denial.what) is not None
        near = [
            (
                own and t.start >= denial.passage.start,
                t.statement.stance == "alleges",
                not (reported and d.text.startswith(MARKS)),
                t.start,
                d,
            )
            for d in self.drafts[-40:]
            if not (d.text.startswith(MARKS) and _holds(d, denial))
            for t in d.told
            if t.document == here and t.statement.source not in denial.by
            and (0 < denial.at - t.start < 400 or (far and self._accuses(t, denial)))
            and not self._speaks_for(denial, t.statement.source)
            and (t.statement.stance == "alleges" or ((d.is_clause or (charge and _calls(t))) and "?" not in d.text))
        ]
        return max(near, key=lambda n: n[:4])[4] if near else None

    def _accuses(self, item: Told, denial: Denial) -> bool:
        """Whether a sentence some way before `the allegations` alleges something, and names who denies them."""
        passage = self._material.quotes.passage_at(item.document, item.start)
        if item.statement.stance != "alleges" or passage is None or not 0 < denial.at - item.start < _FAR:
            return False
        named = self._material.parties.within(item.document, passage.start, passage.end)
        return any(m[2] in denial.by for m in named)

    def _speaks_for(self, denial: Denial, party: str | None) -> bool:
        """Whether somebody who denies is somebody's lawyer or spokesman (`Ek’s lawyer`)."""
        if party is None:
            return False
        name = self._material.parties.get(party).name
        return any(re.match(rf"{re.escape(name)}['’]s?\s", self._material.parties.get(b).name) for b in denial.by)

    def last_of(self, denial: Denial) -> Draft | None:
        """The claim that those made last whose account is denied."""
        here = denial.passage.document
        near = [
            (t.start, d)
            for d in self.drafts[-40:]
            for t in d.told
            if t.document == here and 0 < denial.at - t.start < 1000 and t.statement.source in denial.against
        ]
        return max(near, key=lambda n: n[0])[1] if near else None

    def denied_just_now(self, denial: Denial) -> Draft | None:
        """What the same party denied in the sentences right before."""
        here = denial.passage.document
        return next((d for d in reversed(self.drafts[-10:]) if any(
            e.passage.document == here and e.by == denial.by and 0 < denial.at - e.at < 400 for e in d.denials
        )), None)  # fmt: skip

    def denied_below(self, denial: Denial) -> Draft | None:
        """For a headline or key point: what the same party is first said to deny below it."""
        here = denial.passage.document
        return next(
            (d for d in self.drafts if any(e.passage.document == here and e.by == denial.by for e in d.denials)), None
        )

    def contradicted(self, gist: frozenset[str], denial: Denial) -> Draft | None:
        """The claim that a denial repeats in order to deny it."""
        names = gist_of(" ".join(re.findall(r"\b[A-Z]\w+", denial.what)))
        plain = gist - names
        fitting = [
            (n, d)
            for d, n in self._candidates(gist)
            if (n >= 3 or (n == 2 == len(gist) and _is_close(d, denial))) and n >= 0.75 * len(gist)
            and len(plain & d.gist) >= max(2, 0.75 * len(plain))
            and not set(d.asserted) & set(denial.by) and not _holds(d, denial)
        ]  # fmt: skip
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def denied(self, gist: frozenset[str]) -> Draft | None:
        """A denial that the words repeat."""
        fitting = [(n, d) for d, n in self._candidates(gist) if d.denials and overlap(d.gist, gist) >= 0.5]
        return max(fitting, key=lambda f: f[0])[1] if fitting else None


def _calls(item: Told) -> bool:
    """Whether somebody only calls a thing something, which others deny as a charge (`called the delay a trick`)."""
    return CALLING.search(item.statement.cue) is not None


_IS_REPORTED = re.compile(r"(?:that|this)\Z", re.I)
"""What is denied is what somebody is reported to have said, sooner than the words that he is quoted with."""


def _is_close(draft: Draft, denial: Denial) -> bool:
    """Whether a claim is made shortly before a denial."""
    here = denial.passage.document
    return any(t.document == here and 0 < denial.at - t.start < _CLOSE for t in draft.told)


_CHARGES = re.compile(r"(?:all\s)?(?:the|these|those)\s(?:\w+\s)?(?:allegations|accusations|charges|claims)", re.I)
_FAR = 1500
"""How far before a denial of `the allegations`, in characters, the sentence may stand that makes them."""
_CLOSE = 400
"""How near, in characters, a claim of few words stands to the denial that repeats it."""


def _holds(draft: Draft, denial: Denial) -> bool:
    """Whether a denial stands among the words of a claim, which so does not say what it denies."""
    here = [t for t in draft.told if t.document == denial.passage.document]
    return any(a <= denial.at < b for t in here for a, b in t.annotation.content)
