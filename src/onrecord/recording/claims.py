"""The ledger of claims: what is asserted, by whom, and who confirms or denies it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.annotation.tagging import lemma
from onrecord.recording.denials import Denial
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import clause_end, clause_text, quoted_parts, without_dateline
from onrecord.types import Claim, ClaimStatus, Evidence, Stance

_CLAIMING = frozenset({"asserts", "alleges", "confirms", "denies", "believes", "predicts"})
_NO_CLAIM = re.compile(
    r"\W*(?:whether|if|why|how|what|who|when|where|to|in an? (?:statement|tweet|e-?mail|interview|post|letter)"
    r"|(?:it|he|she|they) (?:said|says|told)|the words|is|was|were|are|has|had|would|will|may)\b",
    re.I,
)
_FEELING = re.compile(
    r"\b(?:condolences?|regrets?|vows?|sympath\w+|prayers?|our thoughts|thoughts (?:are|and)|hearts? (?:goes"
    r"|go|is|are)|shock(?:ed)?"
    r"|saddened|heartbroken|devastated|grie(?:f|ve|ving|ved)|thank(?:s| you)|congratulat\w+|so proud"
    r"|miss (?:him|her|them|you)"
    r"|sorely missed|rest in peace|love you|honou?red|thrilled|delighted|excited|unbelievable|oh my god)\b",
    re.I,
)
"""Words of condolence, thanks and joy: said, but nothing that could be disputed."""
_PLAIN_CLAUSE = re.compile(
    r"\W*(?:that )?(?!which|who|where|what)(?:[\w’'-]+ ){1,4}?(?:is|are|was|were|has|have|had|will|would"
    r"|could|did|does)\b"
)
"""A clause at first sight: a few words and a plain auxiliary."""
_SHORT = 250
"""A sentence of fewer characters can stand for itself."""
_CLAIMS = lexicon(
    """say tell announce report add write state explain note reveal suggest claim allege accuse confirm believe argue
    insist maintain warn predict estimate think fear contend assert acknowledge admit concede declare describe call
    testify disclose tweet observe stress emphasize emphasise remark recall respond reply answer joke continue conclude
    inform notify rule find indicate determine complain charge blame suspect imply point mention hint agree proclaim
    boast opine clarify repeat reiterate assume speculate assure reaffirm specify criticize criticise denounce condemn
    calculate reckon swear recount brand label dub term according post hold advise caution cry shout
    counter retort interject quip muse write lament forecast project expect volunteer relate
    accept recognize recognise consider regard sue indict"""
)
"""Verbs, in the base form, by which somebody stands for something."""
_UNSURE = re.compile(r"\b(?:not|never|to|will|would|should|could|can|may|might|must|doubts?|yet)\b|n['’]t\b", re.I)
"""In what says that somebody claims: that he did not, or has not so far."""
_ACCUSING = re.compile(r"\b(?:accus|blam|suspect|charg|indict|convict)\w*", re.I)
"""Verbs with an object of their own before what is alleged (`accused the bank of hiding losses`)."""
_SAID_BACK = re.compile(r"\b(?:reports?|stor(?:y|ies)|rumou?rs?|speculation|complaints?)\b", re.I)
"""What is denied under these names need not be what was quoted last."""
_CALLING = re.compile(r"\b(?:call|describ|brand|label|dub|term)(?:s|es|e|ed|led|bed|med|ing)?\b", re.I)
_MARKS = ("“", '"', "‘", "``", "'")
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(slots=True, eq=False)
class _Draft:
    """A claim while what is said of it is gathered."""

    text: str
    gist: frozenset[str]
    numbers: frozenset[str]
    is_clause: bool = True
    told: list[Told] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    evidence: list[tuple[Evidence, ...]] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    asserted: list[str] = field(default_factory=list)

    @property
    def alleged(self) -> bool:
        """Whether somebody accuses with it."""
        return any(t.statement.stance == "alleges" for t in self.told)

    @property
    def only_denied(self) -> bool:
        """Whether the claim is known from its denial."""
        return bool(self.denials) and not self.told


def claims_of(
    material: Material, referents: Referents, told: Sequence[Told], denials: Sequence[Denial]
) -> tuple[Claim, ...]:
    """The claims of a story, in the order in which they are first told; what headlines and key points say comes last.

    Statements of the same content (most of its words, and all of its numbers) are one claim. A denial joins the claim
    that it repeats; one of allegations in general ("denies all charges") stands alone and says that it is general,
    because it does not name what it denies.
    """
    ledger = _Ledger(material, referents)
    by_place = _places(material, denials)
    order = material.order
    rows: list[tuple[bool, int, int, Told | Denial]] = []
    for item in told:
        passage = material.quotes.passage_at(item.document, item.start)
        if passage is None or _is_denial(item, by_place.get((passage.document, passage.start), ())):
            continue
        rows.append((passage.is_summary, order[passage.document, passage.start], item.start, item))
    for denial in denials:
        key = (denial.passage.document, denial.passage.start)
        rows.append((denial.passage.is_summary, order[key], denial.at, denial))
    rows.sort(key=lambda r: r[:3])
    words: dict[tuple[int, int], str] = {(t.document, t.start): t.statement.id for t in told}
    for _, _, _, row in rows:
        if isinstance(row, Denial):
            ledger.deny(row)
        else:
            ledger.tell(row)
    days = {d.document.id: d.document.published for d in material.documents}
    return tuple(_finish(material, d, n, words, days) for n, d in enumerate(ledger.drafts, 1))


def _places(material: Material, denials: Sequence[Denial]) -> dict[tuple[int, int], list[Denial]]:
    out: dict[tuple[int, int], list[Denial]] = {}
    for denial in denials:
        out.setdefault((denial.passage.document, denial.passage.start), []).append(denial)
    return out


def _is_denial(item: Told, near: Sequence[Denial]) -> bool:
    """Whether a statement is one that was found as a denial, or only its words in its own sentence."""
    if item.statement.stance == "denies":
        return True
    return any(d.at == item.start or any(a <= d.at < b for a, b in item.annotation.cue) for d in near)


class _Ledger:
    """The claims so far, found by their words."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents
        self.drafts: list[_Draft] = []
        self._by_word: dict[str, list[int]] = {}

    def add(self, draft: _Draft) -> _Draft:
        """A new claim."""
        for word in draft.gist:
            self._by_word.setdefault(word, []).append(len(self.drafts))
        self.drafts.append(draft)
        return draft

    def tell(self, item: Told) -> None:
        """Enter a statement."""
        statement = item.statement
        if statement.stance not in _CLAIMING or statement.source is None:
            return
        if not self._claims(item):
            return
        if not statement.text or not (_says_something(statement.stance, statement.text) or self._calls(item)):
            return
        gist, numbers = gist_of(statement.text), frozenset(_NUMBER.findall(statement.text))
        if len(gist) < 2:
            return
        text = self._worded(item)
        if text is None:
            return
        draft = self.same(gist, numbers) or self.add(_Draft(text, gist, numbers))
        if not draft.told:
            draft.is_clause = draft.text[:40] in clause_text(statement.text)
        draft.told.append(item)
        draft.evidence.append(statement.evidence)
        side = draft.confirmed if statement.stance == "confirms" and draft.asserted else draft.asserted
        if statement.source not in side:
            side.append(statement.source)

    def deny(self, denial: Denial) -> None:
        """Enter a denial: with the claim that it repeats or points back to, or as one of its own."""
        gist = gist_of(denial.what)
        summary = denial.passage.is_summary
        meant: _Draft | None = None
        if denial.points_back or denial.answers:
            meant = self.last_before(denial)
            close = len(gist) < 3 if denial.answers else not _SAID_BACK.search(denial.what)
            if meant is not None and not (meant.alleged or close or len(meant.gist & gist) > 1):
                meant = None
        elif not denial.general:
            meant = self.contradicted(gist, denial)
        repeated = self.denied(gist) if meant is None and summary else None
        if repeated is not None:
            # A key point only repeats the body's denial; who denies is what the body says.
            repeated.denials.append(denial)
            repeated.evidence.append(_quoted(self._material, denial))
            return
        draft = meant
        if draft is None and denial.points_back and summary:
            return
        if draft is None:
            draft = self.add(_Draft(self._line(denial), gist, frozenset(_NUMBER.findall(denial.what))))
        draft.denials.append(denial)
        draft.evidence.append(_quoted(self._material, denial))
        draft.asserted.extend(p for p in denial.against if p not in draft.asserted)
        draft.denied.extend(p for p in denial.by if p not in draft.denied)

    def _line(self, denial: Denial) -> str:
        """The text of a claim known from its denial: what is denied, or, where that is no clause, the denial."""
        low, high = denial.start - denial.passage.start, denial.end - denial.passage.start
        whole = denial.passage.text[low:high]
        if denial.contrary and len(denial.passage.text) < _SHORT:
            return " ".join(denial.passage.text.split())
        before = self._material.passages_before(denial.passage, 1) if denial.points_back else []
        if before:
            return f"{without_dateline(' '.join(before[0].text.split()))} {clause_text(whole)}"
        if denial.points_back or denial.contrary or not self._is_clause(denial.passage, denial.what):
            return clause_text(whole)
        return denial.what

    def _claims(self, item: Told) -> bool:
        """Whether the verb of a statement is one of claiming; a quotation without one needs none."""
        text = self._material.documents[item.document].document.text
        cue = " ".join(text[a:b] for a, b in sorted(item.annotation.cue))
        if not cue:
            return True
        if _UNSURE.search(re.sub(r"\A(?:according|due) to\b", "", cue, flags=re.I)):
            return False
        if _CALLING.search(cue) and not self._calls(item):
            return False
        return any(lemma(w) in _CLAIMS for w in re.findall(r"[a-z]+", cue.casefold()))

    def _calls(self, item: Told) -> bool:
        """Whether somebody calls a thing something (`called the offer an insult`, but not `a firm called Nord Air`)."""
        text = self._material.documents[item.document].document.text
        passage = self._material.quotes.passage_at(item.document, item.start)
        verb = None if passage is None else self._referents.clauses(passage).verb_at(item.start)
        if verb is None or verb.passive or verb.form == "passive participle":
            return False
        if re.match(r"an?\s", item.statement.source_text, re.I) and item.statement.text[:1].isupper():
            return False
        return any(_CALLING.search(text, a, b) for a, b in item.annotation.cue)

    def _worded(self, item: Told) -> str | None:
        """The text of a claim: its content, or, where that is no clause of its own, who says it and how as well.

        None where there is none to make: what is merely announced, asked or spoken about is no claim.
        """
        text = self._material.documents[item.document].document.text
        content = sorted(item.annotation.content)
        passage = self._material.quotes.passage_at(item.document, item.start)
        words = quoted_parts([text[a:b] for a, b in content])
        quoted = words.startswith(_MARKS)
        if not quoted:
            words = without_dateline(words)
            words = words[: clause_end(words, 0, len(words))]
        if _NO_CLAIM.match(words) or (quoted and _FEELING.search(words)):
            return None
        accuses = any(_ACCUSING.search(text, a, b) for a, b in item.annotation.cue)
        if passage is None or quoted or (self._is_clause(passage, words) and not accuses):
            return without_dateline(clause_text(words))
        spans = [
            s for s in (*item.annotation.source, *item.annotation.cue, *content) if passage.start <= s[0] < passage.end
        ]
        low, high = min(a for a, _ in spans), min(max(b for _, b in spans), passage.end)
        return without_dateline(clause_text(text[low : clause_end(text, max(low, item.start), high)]))

    def _is_clause(self, passage: Passage, words: str) -> bool:
        """Whether words of a passage have a verb with its subject among them."""
        if _PLAIN_CLAUSE.match(words):
            return True
        at = passage.text.find(words.strip(" .,")[:60])
        if at < 0:
            # Quoted on both sides of its verb of saying, or run over several sentences: whole clauses as a rule.
            return True
        start, end = passage.start + at, passage.start + at + len(words)
        clauses = self._referents.clauses(passage)
        s = clauses.sentence
        for verb in clauses.verbs:
            if start < s.starts[verb.first] < end and verb.form in ("finite", "participle"):
                subject = clauses.subject(verb)
                if subject is not None and s.starts[subject.first] >= start and verb.form == "finite":
                    return True
        return False

    def _candidates(self, gist: frozenset[str]) -> list[tuple[_Draft, int]]:
        """The claims that share words, with how many; of a frequent word only the last claims."""
        shared: dict[int, int] = {}
        for word in sorted(gist):
            for number in self._by_word.get(word, [])[-50:]:
                shared[number] = shared.get(number, 0) + 1
        return [(self.drafts[number], n) for number, n in shared.items()]

    def same(self, gist: frozenset[str], numbers: frozenset[str]) -> _Draft | None:
        """The claim that says the same: most of its words, and all of its numbers."""
        fitting = [
            (n, d) for d, n in self._candidates(gist)
            if n >= 3 and n >= 0.7 * max(len(d.gist), len(gist)) and d.numbers == numbers and not d.only_denied
        ]  # fmt: skip
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def last_before(self, denial: Denial) -> _Draft | None:
        """The claim of somebody else made last before a denial, in the two sentences before it; an allegation first."""
        here = denial.passage.document
        near = [
            (t.statement.stance == "alleges", t.start, d)
            for d in self.drafts[-40:]
            for t in d.told
            if t.document == here and 0 < denial.at - t.start < 400 and t.statement.source not in denial.by
            and (t.statement.stance == "alleges" or (d.is_clause and "?" not in d.text))
        ]
        return max(near, key=lambda n: n[:2])[2] if near else None

    def contradicted(self, gist: frozenset[str], denial: Denial) -> _Draft | None:
        """The claim that a denial repeats in order to deny it."""
        names = gist_of(" ".join(re.findall(r"\b[A-Z]\w+", denial.what)))
        fitting = [
            (n, d)
            for d, n in self._candidates(gist)
            if n >= 3 and n >= 0.75 * len(gist) and len((gist & d.gist) - names) > 1
            and not set(d.asserted) & set(denial.by)
        ]  # fmt: skip
        return max(fitting, key=lambda f: f[0])[1] if fitting else None

    def denied(self, gist: frozenset[str]) -> _Draft | None:
        """A denial that the words repeat."""
        fitting = [(n, d) for d, n in self._candidates(gist) if d.denials and overlap(d.gist, gist) >= 0.5]
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


def _quoted(material: Material, denial: Denial) -> tuple[Evidence, ...]:
    return material.quotes.everywhere(denial.passage, denial.start, denial.end)


def _finish(
    material: Material, draft: _Draft, number: int, words: Mapping[tuple[int, int], str], days: Mapping[str, str | None]
) -> Claim:
    evidence = merged(*draft.evidence)
    origins = material.origins(
        e for t in draft.told if t.statement.source in draft.asserted for e in t.statement.evidence
    )
    said = [t.statement.id for t in draft.told]
    said += [words[d.passage.document, d.at] for d in draft.denials if (d.passage.document, d.at) in words]
    return Claim(
        id=f"c{number}",
        text=draft.text,
        asserted_by=tuple(draft.asserted),
        confirmed_by=tuple(draft.confirmed),
        denied_by=tuple(draft.denied),
        status=_status(draft, origins),
        origins=max(origins, 1),
        first_seen=_first_seen(days, evidence),
        statements=tuple(dict.fromkeys(said)),
        evidence=evidence,
        rule="general denial" if draft.only_denied and draft.denials[0].general else "statement",
    )


def _status(draft: _Draft, origins: int) -> ClaimStatus:
    if draft.denied:
        return "disputed" if draft.asserted or draft.confirmed else "denied"
    return "corroborated" if origins > 1 else "single-origin"


def _first_seen(days: Mapping[str, str | None], evidence: Sequence[Evidence]) -> str | None:
    known = [day[:10] for e in evidence if (day := days[e.document]) is not None]
    return min(known, default=None)
