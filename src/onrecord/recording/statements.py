"""Statements: what the annotator found, once for all editions."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.lexicons import gender_of
from onrecord.recording.clauses import Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.pronouns import DATELINE
from onrecord.recording.referents import Referents
from onrecord.recording.speakers import speaker
from onrecord.recording.speakers_told import asked_before
from onrecord.recording.statement_spans import mended
from onrecord.recording.statement_stances import SELF_WILL, stance_of
from onrecord.recording.wording import without_dateline
from onrecord.types import Evidence, RecordStatement, Span, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the record and the annotation it was made from (`document` and `index` in its statements)."""

    document: int
    index: int
    annotation: Statement
    statement: RecordStatement
    start: int
    """Offset of the words that place it: its cue, or else its source, or else its content."""


def statements_of(material: Material, referents: Referents) -> tuple[Told, ...]:
    """Every statement of a body, summary or title, in reading order; the copies of a passage are not read again."""
    rows: list[tuple[int, int, Statement]] = []
    for document, item in enumerate(material.documents):
        for index, found in enumerate(item.annotations.statements):
            statement = mended(material, referents, document, found)
            head = _head(statement)
            if _lays_claim(item.document.text, statement) or _is_yet_to_be_said(item.document.text, statement):
                continue
            if head and material.quotes.passage_at(document, head[0][0]) is not None:
                rows.append((document, index, statement))
    rows.sort(key=lambda r: (r[0], _head(r[2])[0]))
    ids = {(document, index): f"s{n}" for n, (document, index, _) in enumerate(rows, 1)}
    return _carried_on(material, referents, [_told(material, referents, ids, *row) for row in rows])


_RELATIVE_LAST = re.compile(r"\s(?:that|which)\W*\Z")


def _lays_claim(text: str, s: Statement) -> bool:
    """Whether what was taken for a content is a thing that somebody wants (`a valley that both sides claim`)."""
    if s.stance not in ("asserts", "alleges") or len(s.content) != 1 or not s.cue:
        return False
    start, end = s.content[0]
    return end <= s.cue[0][0] and _RELATIVE_LAST.search(text, start, end) is not None


_BARGAINS = re.compile(
    r"\b(?:s(?:eek|ought)|demand|want|ask|insist|requir|need|await|expect)[a-z]*\b"
    r"(?:[^.;!?\n]|\.(?=\S)|\.(?=\s(?-i:[a-z])))*\bbefore\s\Z",
    re.I,
)
_GIVES_IN = re.compile(r"(?:agree|accept|consent|conced|commit|admit|acknowledg|promis|pledg|sign)[a-z]*ing\b", re.I)


def _is_yet_to_be_said(text: str, s: Statement) -> bool:
    """Whether somebody has not said so: `without saying why`, `sought a pardon before agreeing to step down`."""
    if not s.cue:
        return False
    at, end = s.cue[0]
    before = text[max(0, at - 300) : at]
    if before.lower().endswith(" without "):
        return text[at:end].lower().endswith("ing") and s.stance != "denies"
    return _GIVES_IN.match(text, at, end) is not None and _BARGAINS.search(before) is not None


def _head(statement: Statement) -> list[Span]:
    """The spans that place a statement: its cue, or else its source, or else its content."""
    return sorted(statement.cue) or sorted(statement.source) or sorted(statement.content)


def _told(
    material: Material,
    referents: Referents,
    ids: dict[tuple[int, int], str],
    document: int,
    index: int,
    s: Statement,
) -> Told:
    text = material.documents[document].document.text
    source_text = " ".join(text[a:b] for a, b in s.source)
    party = speaker(material, referents, document, s)
    return Told(
        document,
        index,
        s,
        start=_head(s)[0][0],
        statement=RecordStatement(
            id=ids[document, index],
            source=party,
            source_kind=s.source_kind,
            source_text=source_text,
            stance=stance_of(s, text),
            via=None if s.via is None else ids.get((document, s.via)),
            text=words_of(material, document, s),
            evidence=merged(*evidence_of(material, document, s)),
            rule=s.rule,
            cue=_cue(s, text),
            confidence=s.confidence,
        ),
    )


def words_of(material: Material, document: int, s: Statement) -> str:
    """What a statement says, as the record tells it."""
    text = material.documents[document].document.text
    said = " ".join(text[a:b] for a, b in _told_spans(material, document, s))
    return without_dateline(" ".join(said.split()).rstrip(" ,;"))


def _told_spans(material: Material, document: int, s: Statement) -> Sequence[Span]:
    """The spans of a content without a heading that stands between what is said and what follows."""
    blocks = material.documents[document].document.blocks
    said = []
    for start, end in s.content:
        passage = material.quotes.passage_at(document, start)
        if passage is not None and blocks[passage.block].kind != "heading":
            said.append((start, end))
    return said or s.content


_PARTICLE = re.compile(r"\s(?:out|off|down|aside|back)\b")
"""What makes another verb of the one before it: `ruled out`, `turned down`."""


def _cue(s: Statement, text: str) -> str:
    """The word that tells a statement, with the particle that belongs to it."""
    words = " ".join(" ".join(text[a:b] for a, b in s.cue).split())
    particle = _PARTICLE.match(text, s.cue[-1][1]) if s.cue else None
    return words if particle is None else words + particle[0]


def _carried_on(material: Material, referents: Referents, told: Sequence[Told]) -> tuple[Told, ...]:
    """The statements with each `he said` and `she said` given to the one who spoke in the sentence before.

    That is where no person stands before the pronoun in its own sentence, and where the one before is mainly what
    somebody by name said; the gender must fit.
    """
    first: dict[tuple[int, int], Told] = {}
    out: list[Told] = []
    for item in told:
        passage = material.quotes.passage_at(item.document, item.start)
        if passage is not None and item.statement.source_text.casefold() == "it":
            found = _body_before(material, passage, item, first)
            if found is not None:
                item = dataclasses.replace(item, statement=dataclasses.replace(item.statement, source=found))
        if passage is not None and _is_pronoun(item):
            found = asked_before(material, referents, item.document, item.annotation)
            found = found or _speaker_before(material, referents, passage, item, first)
            if found is not None:
                item = dataclasses.replace(item, statement=dataclasses.replace(item.statement, source=found))
        out.append(item)
        if passage is not None and item.annotation.via is None:
            first.setdefault((passage.document, passage.start), item)
    return tuple(out)


def _is_pronoun(item: Told) -> bool:
    return item.statement.source_text.casefold() in ("he", "she")


def _speaker_before(
    material: Material, referents: Referents, passage: Passage, item: Told, first: dict[tuple[int, int], Told]
) -> str | None:
    """The one who spoke in the sentence before a pronoun, if nothing stands against it."""
    parties = material.parties
    at = item.annotation.source[0][0]
    content = item.annotation.content
    own = parties.within(item.document, passage.start, at)
    if any(parties.get(m[2]).kind == "person" and not any(a <= m[0] < b for a, b in content) for m in own):
        return None
    # A quotation may have run on: what counts is the sentence before all of it.
    head = min(a for a, _ in (*item.annotation.source, *item.annotation.cue, *item.annotation.content))
    opening = material.quotes.passage_at(item.document, head) or passage
    before = material.passages_before(opening, 1)
    if not before or opening.block - before[0].block > 2 or before[0].is_summary != passage.is_summary:
        return None
    known = first.get((before[0].document, before[0].start))
    if known is None:
        return _subject_before(material, referents, before[0], item)
    if known.statement.source is None or not known.annotation.source:
        return None
    party = parties.get(known.statement.source)
    if party.kind != "person" or not (_is_pronoun(known) or known.annotation.source_kind != "collective"):
        return None
    said = known.annotation.source[0][0]
    described = known.annotation.source_kind not in ("named", "office")
    if described and (item.statement.source is not None or _TO_HER.search(before[0].text)):
        # `An aide told her … “…,” she said.`
        return None
    text = material.documents[item.document].document.text
    if re.match(r"(?:his|her|my|our|their)\b", text[said : said + 6], re.I):
        return None
    # Whoever else is named before the speaker of that sentence may be the one it is about.
    if any(
        parties.get(m[2]).kind == "person" and m[2] != party.id
        for m in parties.within(item.document, before[0].start, said)
        if not any(a <= m[0] < b for a, b in known.annotation.content)
    ):
        return None
    return party.id if _fits(party.name, item) else None


_TO_HER = re.compile(r"\b(?:her|him)\b", re.I)


def _body_before(
    material: Material, passage: Passage, item: Told, first: dict[tuple[int, int], Told]
) -> str | None:
    """The body that spoke in the sentence before, for an `it said` that would else stand for a place or nobody."""
    source = item.statement.source
    if source is not None and material.parties.get(source).kind != "place" and not _is_dateline(material, item, source):
        return None
    before = material.passages_before(passage, 1)
    known = first.get((before[0].document, before[0].start)) if before else None
    if known is None or known.statement.source is None or passage.block - before[0].block > 2:
        return None
    at = item.annotation.source[0][0]
    own = material.parties.within(item.document, passage.start, at)
    if any(material.parties.get(m[2]).kind == "organisation" for m in own):
        return None
    party = known.statement.source
    return party if material.parties.get(party).kind == "organisation" else None


def _is_dateline(material: Material, item: Told, party: str) -> bool:
    """Whether a party is named before a statement only where its report says from where it comes."""
    text = material.documents[item.document].document.text
    for start, end, other in material.parties.within(item.document, 0, item.start):
        if other != party:
            continue
        passage = material.quotes.passage_at(item.document, start)
        dateline = None if passage is None else DATELINE.match(text, passage.start, passage.end)
        if dateline is None or end > dateline.end():
            return False
    return True


def _fits(name: str, item: Told) -> bool:
    woman = gender_of(name.split()[0])
    return woman is None or woman == (item.statement.source_text.casefold() == "she")


def _subject_before(material: Material, referents: Referents, before: Passage, item: Told) -> str | None:
    """The one person who is named before the first verb of the sentence before."""
    verbs = [v for v in referents.clauses(before).verbs if v.form == "finite"]
    if not verbs:
        return None
    first = referents.clauses(before).sentence.starts[verbs[0].first]
    named = {
        m[2]
        for m in material.parties.within(before.document, before.start, first)
        if material.parties.get(m[2]).kind == "person"
    }
    if not named:
        named = _presented(material, before, verbs[0], first)
    if len(named) != 1:
        return None
    [party] = named
    return party if _fits(material.parties.get(party).name, item) else None


_PRESENTING = lexicon("be come stand sit live work wait include arrive follow")
_LEADS = re.compile(r"(?:among|in|on|at|behind|outside|inside|near|beside|also|there|one|with|from)\b", re.I)
_RIGHT_BEHIND = re.compile(r"[^,;:.]{0,24}")


def _presented(material: Material, before: Passage, verb: Verb, start: int) -> set[str]:
    """Whom a sentence brings on behind its verb: `Among the crowd was Ada Lund, a cook`, `One of them is Jon Ek`."""
    text = material.documents[before.document].document.text
    if verb.lemma not in _PRESENTING or verb.passive or _LEADS.match(text, before.start) is None:
        return set()
    end = text.find(" ", start)
    for low, _, party in material.parties.within(before.document, end, before.end):
        if material.parties.get(party).kind == "person":
            return {party} if _RIGHT_BEHIND.fullmatch(text, end, low) else set()
    return set()


_SECOND_VERB = re.compile(r"\b(?:den(?:y|ies|ied)|reject\w*|disput\w*)\b.*\b(?:and|but)\s(?:\w+ly\s|also\s)?\Z", re.S)
"""Between who speaks and his verb: he denies something first, and none of that is the words of his statement."""


def evidence_of(material: Material, document: int, s: Statement) -> list[tuple[Evidence, ...]]:
    """The words of a statement: in each sentence that it runs through, from its first to its last element there."""
    pieces: dict[int, list[Span]] = {}
    order: dict[int, Passage] = {}
    text = material.documents[document].document.text
    apart = (
        len(s.source) == 1 and bool(s.cue) and bool(s.content)
        and 12 < s.cue[0][0] - s.source[0][1] < 400 and s.content[0][0] >= s.cue[0][1]
        and _SECOND_VERB.search(text, s.source[0][1], s.cue[0][0]) is not None
    )  # fmt: skip
    for start, end in (*(() if apart else s.source), *s.cue, *s.content):
        at = start
        while at < end:
            passage = material.quotes.passage_at(document, at)
            if passage is None:
                break
            order[passage.start] = passage
            pieces.setdefault(passage.start, []).append((at, min(end, passage.end)))
            following = material.quotes.next_passage(document, passage)
            if following is None or following.start >= end:
                break
            at = following.start
    head = material.quotes.passage_at(document, (s.cue if apart else _head(s))[0][0])
    first = [head.start] if head is not None and head.start in pieces else []
    out = []
    for key in dict.fromkeys([*first, *sorted(pieces)]):
        spans = pieces[key]
        out.append(material.quotes.everywhere(order[key], min(a for a, _ in spans), max(b for _, b in spans)))
    return out


def refuses(material: Material, item: Told) -> bool:
    """Whether somebody says that he will not do something."""
    s = item.annotation
    if s.stance not in ("asserts", "denies") or not s.content:
        return False
    text = material.documents[item.document].document.text
    found = SELF_WILL.match(text, s.content[0][0], s.content[0][1])
    return found is not None and ("not" in found[0].casefold() or "n't" in found[0] or "n’t" in found[0])


class Speakers:
    """Whose words stand where: for an offset, the statement in whose content it lies."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._spans: dict[int, list[tuple[int, int, Told]]] = {}
        for item in told:
            for start, end in item.annotation.content:
                self._spans.setdefault(item.document, []).append((start, end, item))
        for spans in self._spans.values():
            spans.sort(key=lambda s: s[0])
        self._starts = {d: [s[0] for s in spans] for d, spans in self._spans.items()}

    def at(self, document: int, offset: int) -> Told | None:
        """The statement whose content begins nearest before the offset and covers it, if any."""
        starts = self._starts.get(document, [])
        at = bisect.bisect_right(starts, offset) - 1
        # Contents nest only a few levels deep, so a few steps back are enough.
        for n in range(at, max(-1, at - 8), -1):
            _, end, item = self._spans[document][n]
            if offset < end:
                return item
        return None
