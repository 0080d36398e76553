"""The ledger of claims: what is asserted, by whom, and who confirms or denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.claim_amounts import Amount, amounts_put
from onrecord.recording.claim_contents import Contents
from onrecord.recording.claim_descriptions import Descriptions
from onrecord.recording.claim_drafts import Draft, claim_of
from onrecord.recording.claim_pronouns import Pronouns
from onrecord.recording.claim_search import Drafts
from onrecord.recording.claim_speakers import ClaimSpeakers
from onrecord.recording.claim_tags import is_norm, only_quotes, without_tag
from onrecord.recording.claim_words import CALLING, MARKS, NUMBER, SAID_BACK, says_something
from onrecord.recording.corrections import Correction
from onrecord.recording.denial import Denial
from onrecord.recording.denial_accusers import OWNED
from onrecord.recording.denial_gate import (
    is_called_so,
    is_of_truth,
    known_among,
    line_of,
    may_mean,
    names_its_subject,
)
from onrecord.recording.denial_targets import Accusation, accusation_before, repeats, stands_for_all
from onrecord.recording.denial_wording import as_alleged, without_denial
from onrecord.recording.denial_words import THING_SAID
from onrecord.recording.gist import gist_of
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents
from onrecord.recording.speakers_told import is_anybodys, of_whom
from onrecord.recording.statements import Speakers, Told
from onrecord.recording.wording import clause_text, has_verb
from onrecord.types import Claim, Evidence

_CLAIMING = frozenset({"asserts", "alleges", "confirms", "denies", "believes", "predicts"})


def claims_of(
    material: Material,
    referents: Referents,
    told: Sequence[Told],
    denials: Sequence[Denial],
    corrections: Sequence[Correction] = (),
) -> tuple[Claim, ...]:
    """The claims of a story, in the order in which they are first told; what headlines and key points say comes last.

    Statements of the same content (most of its words, and all of its numbers) are one claim. A denial joins the claim
    that it repeats; one of allegations in general ("denies all charges") stands alone and says that it is general,
    because it does not name what it denies. What everybody who said it has taken back is retracted.
    """
    ledger = _Ledger(material, referents, ClaimSpeakers(material, referents, told))
    words_of = Speakers(told)
    by_place = _places(material, denials)
    order = material.order
    rows: list[tuple[bool, int, int, Told | Denial | Amount]] = []
    as_said: dict[tuple[int, int], Told] = {}
    deniers = {t.statement.id: t.statement.source for t in told if t.statement.stance == "denies"}
    for item in told:
        if item.statement.via in deniers and item.statement.source == deniers[item.statement.via]:
            # `Ek denied that he told the crew to sail`: that he told them is what he denies.
            continue
        passage = material.quotes.passage_at(item.document, item.start)
        if passage is None:
            continue
        if _is_denial(item, by_place.get((passage.document, passage.start), ())):
            as_said[item.document, item.start] = item
            continue
        rows.append((passage.is_summary, order[passage.document, passage.start], item.start, item))
    for denial in denials:
        key = (denial.passage.document, denial.passage.start)
        rows.append((denial.passage.is_summary, order[key], denial.at, denial))
    for amount in amounts_put(material, referents):
        rows.append((False, order[amount.passage.document, amount.passage.start], amount.start, amount))
    rows.sort(key=lambda r: r[:3])
    words: dict[tuple[int, int], str] = {(t.document, t.start): t.statement.id for t in told}
    for _, _, _, row in rows:
        if isinstance(row, Amount):
            ledger.put(row)
            continue
        said = row if isinstance(row, Told) else None
        if isinstance(row, Denial) and not ledger.deny(row):
            # What is no sure denial stays a statement.
            said = as_said.get((row.passage.document, row.at))
        if said is not None and not _is_within_words(said, words_of):
            ledger.tell(said)
    for correction in corrections:
        ledger.take_back(correction)
    days = {d.document.id: d.document.published for d in material.documents}
    return tuple(claim_of(material, d, n, words, days) for n, d in enumerate(ledger.drafts, 1))


def _places(material: Material, denials: Sequence[Denial]) -> dict[tuple[int, int], list[Denial]]:
    out: dict[tuple[int, int], list[Denial]] = {}
    for denial in denials:
        out.setdefault((denial.passage.document, denial.passage.start), []).append(denial)
    return out


def _is_denial(item: Told, near: Sequence[Denial]) -> bool:
    """Whether a statement is one that was found as a denial, or only its words in its own sentence."""
    if item.statement.stance == "denies":
        return True
    if any(d.at == item.start or any(a <= d.at < b for a, b in item.annotation.cue) for d in near):
        return True
    # `denied that he had spied, calling the claim a lie`
    judged = CALLING.search(item.statement.cue) is not None and THING_SAID.search(item.statement.text) is not None
    return judged and any(item.statement.source in d.by and d.at < item.start for d in near)


def _is_within_words(item: Told, words_of: Speakers) -> bool:
    """Whether a `he` or `they` says something within somebody’s quoted words: whom it means is too seldom told."""
    if item.statement.source_text.casefold() not in ("he", "she", "they", "it", "you") or not item.annotation.source:
        return False
    around = words_of.at(item.document, item.annotation.source[0][0])
    return around is not None and around is not item and around.statement.text.startswith(MARKS)


_RESPONSIBLE = re.compile(
    r"(?:(?P<who>.{2,80}?)\s(?:has\s|have\s|had\s)?(?:claim(?:s|ed)?|tak(?:es|en)|took)\s)?"
    r"responsibility\s(?P<of_what>for\s.+)",
    re.S,
)
"""What is denied where somebody claimed to have done it."""


class _Ledger(Drafts):
    """The claims so far."""

    def __init__(self, material: Material, referents: Referents, speakers: ClaimSpeakers) -> None:
        super().__init__(material)
        self._referents = referents
        self._speakers = speakers
        self._contents = Contents(material, referents)
        self._pronouns = Pronouns(material, referents)
        self._descriptions = Descriptions(material, referents)

    def tell(self, item: Told) -> None:
        """Enter a statement."""
        statement = item.statement
        if statement.stance not in _CLAIMING or statement.source is None:
            return
        source = of_whom(self._material, self._referents, item.document, item.annotation, statement.source)
        if is_anybodys(self._material, source) or is_norm(self._material.parties.get(source)):
            return
        if self._is_gainsaid(item):
            return
        document, spans = self._material.documents[item.document].document, item.annotation.source
        if spans and only_quotes(document.text, spans[0][0]):
            return
        if not self._contents.claims(item):
            return
        if not statement.text or not (
            says_something(statement.stance, statement.text)
            or self._contents.calls(item)
            or self._contents.is_told(item)
        ):
            return
        gist, numbers = gist_of(statement.text), frozenset(NUMBER.findall(statement.text))
        if len(gist) < 2:
            return
        text = self._contents.worded(item)
        tagged, text = text, None if text is None else without_tag(text)
        if text != tagged and self._speakers.holds_another(item):
            # `“The mill is old,” Ek said, the Courier reports`: the paper only carries what Ek says.
            return
        text = None if text is None else self._pronouns.named_in_full(item, text)
        text = None if text is None else self._descriptions.told_in_full(item, text)
        if text is None or " " not in text or self._is_told(item, text, source):
            return
        known = self.same(gist, numbers) or self._word_for_word(text, source)
        draft = self.add(Draft(text, gist, numbers)) if known is None or _within(item, known) else known
        if not draft.told:
            draft.is_clause = draft.text[:40] in clause_text(statement.text) and not self._contents.calls(item)
        draft.told.append(item)
        draft.evidence.append(statement.evidence)
        self._speakers.enter(draft, item, source, text)

    def put(self, amount: Amount) -> None:
        """Enter what somebody puts a thing at, with the claim of the same words where there is one."""
        gist, numbers = gist_of(amount.text), frozenset(NUMBER.findall(amount.text))
        draft = self.same(gist, numbers) or self.add(Draft(amount.text, gist, numbers))
        draft.evidence.append(amount.evidence)
        if amount.party not in draft.asserted:
            draft.asserted.append(amount.party)

    def _is_gainsaid(self, item: Told) -> bool:
        """Whether what was taken for a content is a denial of it (`she had not fled, | as prosecutors allege`)."""
        text, content = self._material.documents[item.document].document.text, sorted(item.annotation.content)
        source = sorted(item.annotation.source)
        if not content or not source or content[-1][1] > source[0][0]:
            return False
        as_said = _AS_SAID.search(text, max(0, source[0][0] - 8), source[0][0]) is not None
        return as_said and _NEGATED.search(text, *content[0]) is not None

    def _is_told(self, item: Told, text: str, source: str) -> bool:
        """Whether a line is part of one that was made from words around it (`they expect [the price to fall]`)."""
        to_do = _TO_DO.match(text)
        if to_do is None or has_verb(to_do[0]):
            return False
        near = (d for d in self.drafts[-3:] if source in d.asserted)
        return any(text != d.text and text in d.text and _within(item, d) for d in near)

    def _word_for_word(self, text: str, source: str) -> Draft | None:
        """The claim of a speaker that has just these words, though what it was made from had more."""
        return next((d for d in self.drafts if d.text == text and source in d.asserted), None)

    def deny(self, denial: Denial) -> bool:
        """Enter a denial: with the claim that it repeats or points back to, or as one of its own.

        One that does not tell who denies, or what, is not entered, which the answer tells.
        """
        by = known_among(self._material, denial)
        if not by:
            return False
        gist = gist_of(denial.what)
        summary = denial.passage.is_summary
        meant: Draft | None = None
        if denial.points_back and denial.against and OWNED.fullmatch(denial.what):
            meant = self.last_of(denial)
        elif denial.points_back or denial.answers:
            meant = self.last_before(denial)
            close = not denial.answers and not SAID_BACK.search(denial.what)
            close = close or (meant is not None and is_called_so(denial.what, meant.told))
            alleged = meant is not None and meant.alleged and not denial.answers
            if meant is not None and not (alleged or close or len(meant.gist & gist) > 1):
                meant = None
            if meant is not None and (
                is_of_truth(meant.text)
                or not (meant.alleged or may_mean(self._material, denial, meant.text, meant.told))
            ):
                meant = None
            of_charges = meant is not None and not meant.alleged and _OF_CHARGES.search(meant.text) is not None
            if of_charges and THING_SAID.search(denial.what):
                # What somebody says of the allegations is not the allegations.
                meant = None
        elif not denial.general:
            meant = self.contradicted(gist, denial)
        repeated: Draft | None = None
        if meant is None and summary:
            # A headline’s `denies wage plan` is what the body tells; a clause of its own is another denial.
            below = denial.points_back or denial.contrary or not (_CLAUSE.match(denial.what) or has_verb(denial.what))
            repeated = self.denied(gist) or (self.denied_below(denial) if below else None)
        if repeated is None and meant is None and (denial.points_back or denial.contrary):
            repeated = self.denied_just_now(denial)
        if repeated is not None:
            # A key point only repeats the body's denial; who denies is what the body says. So does who goes on to say
            # that nothing of it is true.
            repeated.denials.append(denial)
            repeated.evidence.append(_quoted(self._material, denial))
            return True
        draft = meant
        if draft is None and denial.points_back and summary:
            return False
        open_ = not summary and (draft is None or (denial.points_back and not draft.alleged))
        accusation = accusation_before(self._material, self._referents, denial) if open_ else None
        if draft is not None and accusation is not None and _is_nearer(accusation, draft, denial):
            draft = None
        if draft is not None:
            draft.asserted = [p for p in draft.asserted if not self._only_where(draft, p)]
        if draft is not None and denial.points_back and not summary:
            draft.text = self._charged(draft, denial)
        line = line_of(denial)
        if accusation is not None and stands_for_all(accusation, denial):
            accusation = None
        if draft is None and accusation is not None and _is_of(denial, accusation):
            if denial.points_back or denial.what == "guilt" or line is None:
                draft = self.add(Draft(accusation.text, gist_of(accusation.text), frozenset()))
                draft.evidence.append(accusation.evidence)
            else:
                draft = self.add(Draft(line, gist, frozenset(NUMBER.findall(denial.what))))
            draft.asserted.extend(accusation.by)
        if draft is None:
            if line is None or not (denial.meant or names_its_subject(self._material, denial)):
                return False
            draft = self.add(Draft(line, gist, frozenset(NUMBER.findall(denial.what))))
        draft.text = as_alleged(without_denial(draft.text))
        took = _RESPONSIBLE.fullmatch(draft.text)
        if draft.told and took is not None:
            # `The Front claimed responsibility for it, but the army disputes the claim`: not that it claimed so.
            who = took["who"] or draft.told[0].statement.source_text
            who = f"t{who[1:]}" if who.startswith("The ") else who
            draft.text = f"responsibility of {who} {took['of_what']}"
        draft.denials.append(denial)
        draft.evidence.append(_quoted(self._material, denial))
        draft.asserted.extend(p for p in denial.against if p not in draft.asserted)
        draft.denied.extend(p for p in by if p not in draft.denied)
        return True

    def take_back(self, correction: Correction) -> None:
        """Enter a correction: with the claim that it takes back, or as one of its own that is known from it.

        A party takes back only what it alone said; an outlet what its documents, or copies of them, told before.
        """
        gist, numbers = gist_of(correction.wrong), frozenset(NUMBER.findall(correction.wrong))
        if len(gist) < 2:
            return
        evidence = self._material.quotes.everywhere(correction.passage, correction.start, correction.end)
        fitting = [
            (n, d)
            for d, n in self._candidates(gist)
            if n >= min(3, len(gist)) and n >= 0.6 * min(len(d.gist), len(gist)) and numbers <= d.numbers
            and not d.only_denied and self._is_own(d, correction)
        ]  # fmt: skip
        draft = max(fitting, key=lambda f: f[0])[1] if fitting else None
        if draft is None:
            draft = self.add(Draft(correction.wrong, gist, numbers, asserted=list(correction.by)))
        draft.retracted = True
        draft.evidence.append(evidence)

    def _is_own(self, draft: Draft, correction: Correction) -> bool:
        """Whether a claim is one that the party, or the outlet, may take back."""
        if correction.by:
            return set(draft.asserted) <= set(correction.by)
        own = self._edition(correction.passage.document)
        return bool(draft.told) and all(
            t.document <= correction.passage.document and self._edition(t.document) & own for t in draft.told
        )

    def _edition(self, document: int) -> frozenset[str]:
        """What an outlet's correction reaches: the document itself, its outlet, its report."""
        item = self._material.documents[document].document
        report = next((r.id for r in self._material.reports if item.id in r.documents), item.id)
        return frozenset({f"outlet {item.outlet}", report} if item.outlet else {report})

    def _only_where(self, draft: Draft, party: str) -> bool:
        """Whether a party is only the place of those who made a claim (`two suits heard in Oslo`)."""
        if self._material.parties.get(party).kind != "place":
            return False
        sources = [t.statement.source_text for t in draft.told if t.statement.source == party]
        return any(re.search(r"[a-z]\s(?:in|at|from|near)\s(?:the\s)?[\w.’'-]+(?:\s[\w.’'-]+)?\Z", s) for s in sources)

    def _charged(self, draft: Draft, denial: Denial) -> str:
        """The text of a claim that accuses: what it accuses of (`Lund accused Ek of theft`: theft)."""
        accusation = accusation_before(self._material, self._referents, denial)
        plain = accusation is not None and len(draft.told) == 1 and accusation.bare in draft.text
        return accusation.text if accusation is not None and plain and not draft.denials else draft.text


_AS_SAID = re.compile(r",?\sas\s\Z")
_NEGATED = re.compile(r"\b(?:no|not|never|nothing|nobody|none)\b|n['’]t\b", re.I)
_TO_DO = re.compile(r"(?:(?!to\b)[\w’'.-]+\s){1,8}to\s[a-z]+")
_OF_CHARGES = re.compile(r"\b(?:allegations?|accusations?|charges?|if true)\b", re.I)
_CLAUSE = re.compile(r"(?:he|she|it|they|there)\s\w+", re.I)


def _is_nearer(accusation: Accusation, draft: Draft, denial: Denial) -> bool:
    """Whether an accusation is told after a claim, or is what charges are that no claim makes."""
    here = denial.passage.document
    told = max((t.start for t in draft.told if t.document == here and t.start < denial.at), default=-1)
    return accusation.start > told or denial.what.casefold().endswith("charges")


def _is_of(denial: Denial, accusation: Accusation) -> bool:
    """Whether an accusation is what is denied: the denial points back to it, is a plea, or repeats it."""
    near = not denial.meant or accusation.passage is denial.passage
    back = denial.points_back and near and not denial.against
    return back or denial.what == "guilt" or (not denial.contrary and repeats(accusation, denial.what))


def _within(item: Told, draft: Draft) -> bool:
    """Whether a statement stands in the content of one that made a claim, or holds it, and so cannot repeat it."""
    mine = item.annotation.content
    return any(
        t.document == item.document and any(a < d and c < b for a, b in mine for c, d in t.annotation.content)
        for t in draft.told
    )


def _quoted(material: Material, denial: Denial) -> tuple[Evidence, ...]:
    return material.quotes.everywhere(denial.passage, denial.start, denial.end)
