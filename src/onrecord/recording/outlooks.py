"""Outlooks: what somebody expects, hopes or fears may come, and whose view it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from onrecord.recording.claim_words import PLAIN_CLAUSE
from onrecord.recording.gist import gist_of
from onrecord.recording.material import Material
from onrecord.recording.outlook_foreseen import foreseen
from onrecord.recording.outlook_words import NONE, NOWHERE, RULES, TRIGGERS
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import LONGEST, Referents
from onrecord.recording.statements import Speakers, Told
from onrecord.recording.wording import clause_text, without_dateline
from onrecord.types import Evidence, Outlook, Span

_BREAK = re.compile(
    r"[;—–]|--|, (?=(?:while|but|and|which|where|who|whose|though|although|as|with|or)\b)|(?<=\w) (?=while\b|but\b)"
)
_SPEAKING = frozenset(
    {"predicts", "believes", "threatens", "asserts", "alleges", "promises", "asks", "demands", "confirms", "denies"}
)


def outlooks_of(
    material: Material, referents: Referents, told: Sequence[Told], speakers: Speakers
) -> tuple[Outlook, ...]:
    """The outlooks of a story in reading order, one for each clause that holds one."""
    by_cue: dict[tuple[int, int], Told] = {(t.document, s[0]): t for t in told for s in t.annotation.cue}
    out: list[Outlook] = []
    seen: dict[tuple[str | None, str], int] = {}
    heads: dict[int, bool] = {}
    for passage in material.passages:
        if passage.words.isdisjoint(TRIGGERS):
            continue
        for start, end in _clauses(passage):
            piece = passage.text[start - passage.start : end - passage.start]
            found = _first(piece)
            if found is not None and found[0] == "turns" and not _is_told(passage, start + found[1], speakers):
                found = _first(piece, without="turns")
            if found is None and len(piece) < LONGEST and NOWHERE.search(piece.lower()) is None:
                ahead = foreseen(passage, start, end, referents, speakers)
                taken = [m.span() for m in NONE.finditer(piece.lower())] if ahead is not None else []
                if ahead is not None and not any(a <= ahead - start <= b for a, b in taken):
                    found = ("foreseen", ahead - start)
            if found is None or (found[0] not in _BESIDE_DEMANDS and _is_wanted(passage, start + found[1], speakers)):
                continue
            rule, at = found
            holder = _holder(passage, start + at, by_cue, speakers)
            if holder is None and rule == "conditional":
                # `If it falls, Ek said, they will leave`: the words before the tag are his as well.
                will = _WILL.search(piece, at)
                holder = None if will is None else _holder(passage, start + will.start(), by_cue, speakers)
            if holder is None and rule == "feared":
                # `Insurers fear`: whoever is said to fear, where the annotator found no statement.
                has = _HAS.search(passage.text, 0, start + at - passage.start)
                at_verb = start + at if has is None else passage.start + has.start()
                doers = (
                    referents.doer_at(passage, at_verb)
                    or _beside(referents, passage, at_verb)
                    or _subject_of(referents, passage, at_verb)
                )
                holder = next(iter(doers), None)
            evidence = material.quotes.everywhere(passage, _with_subject(referents, passage, start), end)
            text = _BULLET.sub("", without_dateline(clause_text(_JOINS.sub("", evidence[0].quote))))
            key = (holder, text.casefold())
            if key in seen:
                out[seen[key]] = _joined(out[seen[key]], evidence)
            else:
                seen[key] = len(out)
                out.append(Outlook(holder, text, evidence, rule))
                heads[len(out) - 1] = passage.is_summary
    return _with_predictions(material, told, _without_heads(out, heads))


_WILL = re.compile(r"\b(?:will|would|won['’]t|wouldn['’]t)\b", re.I)
_HAS = re.compile(r"\b(?:has|have|had|expressed|voiced)\s(?:\w+\s){0,2}\Z")
"""Before a noun of hoping and fearing: whoever has it."""


_BESIDE_DEMANDS = frozenset({"modal", "conditional", "expected", "open"})
"""The rules for what may come though a demand is told: `asked it to pay, or the mill may close`."""


def _is_wanted(passage: Passage, at: int, speakers: Speakers) -> bool:
    """Whether what stands at an offset is what somebody asks for or asks: `called on it to go on risking losses`."""
    told = speakers.at(passage.document, at)
    return told is not None and told.statement.stance in ("demands", "asks")


def _is_told(passage: Passage, at: int, speakers: Speakers) -> bool:
    """Whether a plain `will` stands in what somebody says, and not of what he himself will do."""
    told = speakers.at(passage.document, at)
    if told is None or told.statement.stance in ("promises", "threatens", "demands", "asks"):
        return False
    return told.statement.source is not None


def _beside(referents: Referents, passage: Passage, at: int) -> tuple[str, ...]:
    """Whom the phrase right before a verb names, where the reading of the sentence lost its subject."""
    clauses = referents.clauses(passage)
    word = clauses.index(at)
    phrase = next((p for p in clauses.phrases if p.last == word and clauses.tags[p.head] != "PRP"), None)
    return referents.who(passage, phrase)


def _subject_of(referents: Referents, passage: Passage, at: int) -> tuple[str, ...]:
    """Of whom the verb at an offset is said, or the one that brings an adjective there (`the firm sounded [hopeful]`);
    a body without a name is described by it."""
    clauses = referents.clauses(passage)
    word = clauses.index(at)
    before = [v for v in clauses.verbs if v.first <= word < v.last + 2]
    verb = before[-1] if before else None
    if verb is None or verb.passive:
        return ()
    phrase = clauses.subject(verb)
    if phrase is None or phrase.last > verb.first:
        return ()
    return referents.who(passage, phrase) or referents.described(passage, phrase)


def _with_subject(referents: Referents, passage: Passage, start: int) -> int:
    """Where an outlook begins: with its clause, or with the sentence where the clause would begin with its verb."""
    if start == passage.start or passage.text[start - passage.start].isupper() or len(passage.text) > _LONG:
        return start
    clauses = referents.clauses(passage)
    word = clauses.index(start)
    opens = {v.first for v in clauses.verbs}
    after = word + 1 if clauses.sentence.lower[word : word + 1] in (["and"], ["or"], ["but"]) else word
    return passage.start if after in opens else start


def _without_heads(found: list[Outlook], heads: dict[int, bool]) -> list[Outlook]:
    """The outlooks; one of a headline or key point that the body tells as well goes with the body's."""
    body = [(n, gist_of(o.text)) for n, o in enumerate(found) if not heads[n]]
    out = dict(enumerate(found))
    for n, outlook in enumerate(found):
        gist = gist_of(outlook.text)
        same = next((b for b, other in body if heads[n] and len(gist & other) >= max(2, 0.75 * len(gist))), None)
        if same is not None:
            out[same] = _joined(out[same], outlook.evidence)
            del out[n]
    return list(out.values())


_LONG = 500
"""Characters of the longest sentence that is quoted whole."""
_BULLET = re.compile(r"\A[-*•·–]\s+")


def _with_predictions(material: Material, told: Sequence[Told], found: list[Outlook]) -> tuple[Outlook, ...]:
    """The outlooks with what somebody predicts in words of no rule: `“They will free him a day late,” said Ek.`"""
    taken: dict[str, list[Evidence]] = {}
    for outlook in found:
        for evidence in outlook.evidence:
            taken.setdefault(evidence.document, []).append(evidence)
    out = list(found)
    for item in told:
        if item.statement.stance != "predicts" or item.statement.source is None or not item.annotation.content:
            continue
        start, end = item.annotation.content[0]
        passage = material.quotes.passage_at(item.document, start)
        if passage is None or end - start < _LEAST:
            continue
        if not (_AHEAD.search(item.statement.text) or _FORESEES.search(item.statement.cue)):
            continue
        cue, words = item.statement.cue.casefold(), item.statement.text.casefold().split()
        if cue.startswith("had ") or ("estimat" in cue and _MODALS.isdisjoint(words)):
            # What had been expected has come, or has not; what is estimated is so.
            continue
        if len(words) < _FEWEST or (_PAST.search(item.statement.text) and not _AHEAD.search(item.statement.text)):
            continue
        if _PROVED.search(passage.text) is not None or item.statement.text.rstrip(" ”\"'’").endswith("?"):
            continue
        quoted = material.quotes.everywhere(passage, start, min(end, passage.end))
        if any(q.start < e.end and e.start < q.end for q in quoted for e in taken.get(q.document, ())):
            continue
        text = clause_text(quoted[0].quote)
        if text[:1].islower() and PLAIN_CLAUSE.match(text) is None and len(passage.text) < _LONG:
            # `sees prices to fall by half`: no clause of its own.
            text = without_dateline(clause_text(passage.text))
        out.append(Outlook(item.statement.source, text, quoted, "predicted"))
    order = {item.document.id: n for n, item in enumerate(material.documents)}
    return tuple(sorted(out, key=lambda o: (order[o.evidence[0].document], o.evidence[0].start)))


_AHEAD = re.compile(
    r"\b(?:will|wo|would|may|might|could|going to|shall|likely|unlikely|expect\w*|next|soon|tomorrow|\d{4}|by the end"
    r"|if)\b|['’]ll\b|\Ato ",
    re.I,
)
_FORESEES = re.compile(r"\b(?:predict|expect|forecast|foresee|project|fear|hop|anticipat|warn|worr)\w*", re.I)
_PROVED = re.compile(r"\b(?:correctly|rightly|accurately|wrongly) (?:predict|forecast|foresee|foresaw)\w*", re.I)
_MODALS = frozenset({"will", "would", "may", "might", "could"})
_PAST = re.compile(r"\b(?:was|were|had|did)\b", re.I)
_FEWEST = 4
"""Words of the shortest prediction …"""
_LEAST = 15
"""… and its characters."""


_JOINS = re.compile(r"\A\W*(?:and|but|or|while|although|though)\s+(?=\w)", re.I)
_HANGS = re.compile(
    r"(?:(?:and|or|but)\s+)?(?:which|who|whose|where|with|as well|(?:will|would|may|might|could|is|are|was|were|has"
    r"|have|had|said|to)\b)",
    re.I,
)
"""The opening of a piece that says nothing without what stands before it."""


def _joined(outlook: Outlook, evidence: tuple[Evidence, ...]) -> Outlook:
    return Outlook(outlook.holder, outlook.text, merged(outlook.evidence, evidence), outlook.rule)


def _clauses(passage: Passage) -> list[tuple[int, int]]:
    """The clauses of a sentence as offsets in the document; short pieces stay with what they follow."""
    cuts = [0]
    for found in _BREAK.finditer(passage.text):
        hangs = _HANGS.match(passage.text, found.end(), found.end() + 40)
        if found.start() - cuts[-1] >= 25 and len(passage.text) - found.end() >= 25 and not hangs:
            cuts.append(found.end())
    cuts.append(len(passage.text))
    out = []
    for low, high in itertools.pairwise(cuts):
        piece = passage.text[low:high].rstrip(" ,;—–-")
        lead = len(piece) - len(piece.lstrip())
        if len(piece) > lead:
            out.append((passage.start + low + lead, passage.start + low + len(piece)))
    return out


def _first(text: str, without: str = "") -> tuple[str, int] | None:
    """The rule that finds an outlook first in a clause, and where; what only looks like one is passed over."""
    best: tuple[int, str] | None = None
    low, short = text.lower(), len(text) < LONGEST
    none: list[Span] | None = None
    for rule, pattern in RULES:
        if rule == without:
            continue
        for found in pattern.finditer(text if rule == "modal" else low):
            if none is None:
                # Asked only here: most clauses hold nothing that looks like an outlook.
                if short and NOWHERE.search(low) is not None:
                    return None
                none = [m.span() for m in NONE.finditer(low)] if short else []
            if not any(a <= found.end() and found.start() <= b for a, b in none):
                if best is None or found.start() < best[0]:
                    best = (found.start(), rule)
                break
    return None if best is None else (best[1], best[0])


def _holder(passage: Passage, at: int, by_cue: dict[tuple[int, int], Told], speakers: Speakers) -> str | None:
    """Whose view it is: the speaker of the words, or of the clause's own verb of fearing and expecting."""
    for offset in range(at - 2, at + 3):
        told = by_cue.get((passage.document, offset))
        if told is not None and told.annotation.stance in _SPEAKING and told.statement.source is not None:
            return told.statement.source
    told = speakers.at(passage.document, at)
    if told is None:
        return None
    opening = min(a for a, b in told.annotation.content if a <= at < b)
    between = passage.text[max(0, opening - passage.start) : at - passage.start]
    # Indirect speech ends where the text goes on with a contrast of its own.
    quoted = any(mark in passage.text for mark in '“”"') or "``" in passage.text
    if not quoted and re.search(r"[,;] (?:but|while|although|though)\b", between):
        return None
    return told.statement.source
