"""The ledger of claims: what is asserted, by whom, and who confirms or denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material
from onrecord.recording.passages import merged
from onrecord.recording.statements import Told
from onrecord.types import Claim, ClaimStatus, Evidence, Stance

_CLAIMING = frozenset({"asserts", "alleges", "confirms", "denies", "believes", "predicts"})
_NO_EVIDENCE = re.compile(
    r"\A\W*(?:that )?(?:there )?(?:is|was|were|has been|had been) (?:absolutely )?no (?:\w+ )?(?:evidence|proof"
    r"|truth)\b"
    r"|\A\W*(?:that )?there (?:is|was|are|were) no such \w+"
    r"|\b(?:allegations?|accusations?|claims?|charges?|reports?)\W* (?:is|are|was|were) (?:\w+ )?(?:false|untrue"
    r"|baseless|unfounded|groundless|nonsense|lies|a lie|wrong|outrageous)\b"
    r"|['’\"”]+outrageous['’\"”]+ (?:allegations?|claims?|charges?)",
    re.I,
)
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying|ial|ials)|refut\w+|rebut\w*|disput(?:e|es|ed|ing))\b", re.I)
_ALLEGED = re.compile(
    r"\A\W*(?:[\w.’'-]+ ){0,4}?(?:allegations?|accusations?|claims?|charges?|reports?|rumou?rs|insinuations?"
    r"|suspicions?)\b",
    re.I,
)
_MODAL = re.compile(r"\b(?:could|would|can|cannot|may|might|should|to|must)\b", re.I)
_DENIED = re.compile(
    r"\W*(?:that\b|any\b|all\b|every\b|there\b|he\b|she\b|it\b|they\b|having\b|being\b|wrongdoing|involvement"
    r"|responsibility"
    r"|knowledge|guilt|liability|\w+ing\b|[^.;]{0,80}?\b(?:allegations?|accusations?|claims?|charges?|reports?"
    r"|rumou?rs?|suggestions?"
    r"|is|are|was|were|has|have|had|will|would|can|could|did|does)\b)",
    re.I,
)
_SPURNING = re.compile(
    r"\b(?:reject|dismiss|brush|rebuff|repudiat|scoff|shrug|laugh|discount|disput|wav|denounc|slam|blast)\w*\b", re.I
)
_JUDGING = re.compile(r"\b(?:judges?|courts?|jur(?:y|ies|ors)|tribunal|panel|justices?|magistrate)\b", re.I)
_POINTS_BACK = re.compile(
    r"(?:that|it|this|them|so"
    r"|(?:the|this|that|these|those|such) (?:claims?|allegations?|accusations?|charges?|reports?))",
    re.I,
)
"""A content that only points back to what was said before."""
_GENERAL = re.compile(
    r"\b(?:all|any|every|the|these|those|such)\b[^.;]{0,40}\b(?:allegations?|accusations?|charges?|claims?"
    r"|wrongdoing)\b"
    r"|\A\W*(?:\w+ ){0,2}(?:allegations?|accusations?|charges?|claims?|wrongdoing)\b",
    re.I,
)
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(slots=True, eq=False)
class _Draft:
    """A claim while its statements are gathered."""

    told: list[Told]
    gist: frozenset[str]
    numbers: frozenset[str]
    denial: bool
    confirmed: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    asserted: list[str] = field(default_factory=list)


def claims_of(material: Material, told: Sequence[Told]) -> tuple[Claim, ...]:
    """The claims of a story, in the order in which they are first told.

    Statements of the same content (most of its words, and all of its numbers) are one claim. A denial joins the claim
    that it repeats; one of allegations in general ("denies all charges") stands alone and says that it is general,
    because it does not name what it denies.
    """
    ledger = _Ledger()
    for item in sorted(told, key=lambda t: _stands_for(material, t)):
        statement = item.statement
        if statement.stance not in _CLAIMING or statement.source is None or not statement.text:
            continue
        denial = _denies(material, item)
        if statement.stance == "denies" and not denial:
            continue
        if not denial and not _says_something(statement.stance, statement.text):
            continue
        gist, numbers = gist_of(statement.text), frozenset(_NUMBER.findall(statement.text))
        if len(gist) < 2 and not denial:
            continue
        if denial and _POINTS_BACK.fullmatch(statement.text.strip(" .,")):
            meant = None if _stands_for(material, item) else ledger.last_before(item)
            if meant is not None:
                meant.told.append(item)
                meant.denied.append(statement.source)
            continue
        draft = None if denial and _GENERAL.search(statement.text) else ledger.same(gist, numbers)
        repeated = ledger.denied(gist) if draft is None and denial and _stands_for(material, item) else None
        if repeated is not None:
            # A key point only repeats the body's denial; who denies is what the body says.
            repeated.told.append(item)
            continue
        if draft is None:
            draft = ledger.add(_Draft([], gist, numbers, denial))
        draft.told.append(item)
        if denial:
            draft.asserted.extend(p for p in _accusers(material, item) if p not in [*draft.asserted, statement.source])
        side = (
            draft.denied
            if denial
            else draft.confirmed
            if statement.stance == "confirms" and draft.asserted
            else draft.asserted
        )
        if statement.source not in side:
            side.append(statement.source)
    return tuple(_finish(material, d, n) for n, d in enumerate(ledger.drafts, 1))


def _stands_for(material: Material, item: Told) -> bool:
    """Whether a statement is made in a headline or key point, which stands for the body."""
    passage = material.quotes.passage_at(item.document, item.start)
    return passage is not None and passage.is_summary


class _Ledger:
    """The claims so far, found by their words."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._by_word: dict[str, list[_Draft]] = {}

    def add(self, draft: _Draft) -> _Draft:
        """A new claim."""
        self.drafts.append(draft)
        for word in draft.gist:
            self._by_word.setdefault(word, []).append(draft)
        return draft

    def _candidates(self, gist: frozenset[str]) -> list[tuple[_Draft, int]]:
        """The claims that share words, with how many; of a frequent word only the last claims."""
        shared: dict[int, tuple[_Draft, int]] = {}
        for word in sorted(gist):
            for draft in self._by_word.get(word, [])[-50:]:
                shared[id(draft)] = (draft, shared.get(id(draft), (draft, 0))[1] + 1)
        return list(shared.values())

    def same(self, gist: frozenset[str], numbers: frozenset[str]) -> _Draft | None:
        """The claim that says the same: most of its words, and all of its numbers."""
        fitting = [
            (n, d) for d, n in self._candidates(gist)
            if n >= 3 and n >= 0.7 * max(len(d.gist), len(gist)) and d.numbers == numbers
        ]  # fmt: skip
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def last_before(self, item: Told) -> _Draft | None:
        """The claim made last before a statement, in the two sentences before it."""
        near = [
            (t.start, d)
            for d in self.drafts[-40:]
            for t in d.told
            if t.document == item.document and 0 < item.start - t.start < 400 and not d.denial
        ]
        return max(near, key=lambda n: n[0])[1] if near else None

    def denied(self, gist: frozenset[str]) -> _Draft | None:
        """A denial that the words repeat."""
        fitting = [(n, d) for d, n in self._candidates(gist) if d.denial and overlap(d.gist, gist) >= 0.5]
        return max(fitting, key=lambda f: f[0])[1] if fitting else None


_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did"
    r"|wo|ca)\b|n['’]t\b"
    r"|\b(?:he|she|it|they|we|i|you|who|that)\b|\b\w{2,}(?:ed|ing)\b|[“”\"`]|'s\b|’s\b|\b(?:made|went|took|gave|said"
    r"|got|came|left|won|lost|sent)\b",
    re.I,
)


def _says_something(stance: Stance, text: str) -> bool:
    """Whether a content is a proposition and not merely a thing that is mentioned (`announced the schedule`)."""
    return stance in ("alleges", "confirms") or bool(_VERB.search(text))


def _denies(material: Material, item: Told) -> bool:
    """Whether a statement says that something is not so.

    To reject or dismiss an allegation is to deny it; to reject an offer or a demand is to answer it.
    """
    text = material.documents[item.document].document.text
    cue = " ".join(text[a:b] for a, b in item.annotation.cue)
    content = item.statement.text
    if _NO_EVIDENCE.search(content):
        return True
    if _SPURNING.search(cue) and _ALLEGED.search(content) and not _JUDGING.search(item.statement.source_text):
        return True
    if item.statement.stance != "denies":
        return False
    if _JUDGING.search(item.statement.source_text):
        # A court that dismisses a claim decides on it.
        return False
    denied = _DENYING.search(cue) and not _MODAL.search(cue) and _DENIED.match(content)
    return bool(denied or (_SPURNING.search(cue) and _ALLEGED.search(content)))


_MADE_BY = re.compile(
    r"\b(?:allegations?|accusations?|claims?|charges?|suggestions?)\s+(?:(?:made|levell?ed|brought|raised"
    r"|put)\s+)?(?:by|from)\s",
    re.I,
)
_OWN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:allegations?|accusations?|claims?|charges?|assertion|suggestions?)\b", re.I
)


def _accusers(material: Material, item: Told) -> tuple[str, ...]:
    """Whose allegations a denial names: `the claims made by Ek`, `Ek’s claim that …`."""
    text = material.documents[item.document].document.text
    for start, end in item.annotation.content:
        found = _MADE_BY.search(text, start, end)
        if found is not None:
            named = material.parties.within(item.document, found.end(), end)
            return (named[0][2],) if named and named[0][0] - found.end() < 5 else ()
        found = _OWN.search(text, start, end)
        if found is not None:
            named = [
                m
                for m in material.parties.within(item.document, start, found.start() + 2)
                if found.start() - m[1] in (0, -2, -1)
            ]
            return (named[-1][2],) if named else ()
    return ()


def _finish(material: Material, draft: _Draft, number: int) -> Claim:
    evidence = merged(*(t.statement.evidence for t in draft.told))
    origins = material.origins(
        e for t in draft.told if t.statement.source in draft.asserted for e in t.statement.evidence
    )
    first = draft.told[0]
    return Claim(
        id=f"c{number}",
        text=first.statement.text,
        asserted_by=tuple(draft.asserted),
        confirmed_by=tuple(draft.confirmed),
        denied_by=tuple(draft.denied),
        status=_status(draft, origins),
        origins=max(origins, 1),
        first_seen=_first_seen(material, evidence),
        statements=tuple(t.statement.id for t in draft.told),
        evidence=evidence,
        rule="general denial" if draft.denial and _GENERAL.search(first.statement.text) else "statement",
    )


def _status(draft: _Draft, origins: int) -> ClaimStatus:
    if draft.denied:
        return "disputed" if draft.asserted or draft.confirmed else "denied"
    return "corroborated" if origins > 1 else "single-origin"


def _first_seen(material: Material, evidence: Sequence[Evidence]) -> str | None:
    days = {d.document.id: d.document.published for d in material.documents}
    known = [day[:10] for e in evidence if (day := days[e.document]) is not None]
    return min(known, default=None)
