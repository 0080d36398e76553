"""Outlooks: what somebody expects, hopes or fears may come, and whose view it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.recording.claim_words import PLAIN_CLAUSE
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.material import Material
from onrecord.recording.outlook_doubt import is_a_name, is_doubtful
from onrecord.recording.outlook_foreseen import foreseen
from onrecord.recording.outlook_lines import line_of
from onrecord.recording.outlook_words import NONE, NOWHERE, RULES, TRIGGERS
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import LONGEST, Referents
from onrecord.recording.statements import Speakers, Told
from onrecord.recording.wording import clause_text
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
    refused: list[tuple[int, int, int]] = []

    def view_in(passage: Passage, start: int, end: int) -> tuple[str, str | None] | None:
        """The rule that finds an outlook in a clause, and whose view it is."""
        piece = passage.text[start - passage.start : end - passage.start]
        after = passage.text[end - passage.start :][:_LOOK]
        doubted = -_LOOK
        for rule, at in _views(passage, start, end, referents, speakers):
            if at - doubted < _LOOK:
                # The same words by another rule.
                continue
            if rule not in _BESIDE_DEMANDS and _is_wanted(passage, start + at, speakers):
                continue
            holder = _holder(passage, start + at, by_cue, speakers)
            if holder is None and rule == "conditional":
                # `If it falls, Ek said, they will leave`: the words before the tag are his as well.
                will = _WILL.search(piece, at)
                holder = None if will is None else _holder(passage, start + will.start(), by_cue, speakers)
            if holder is None and rule == "open" and piece.startswith("divided", at):
                holder = next(iter(_subject_of(referents, passage, start + at, divided=True)), None)
            if holder is None and rule == "expected" and _WEIGHS.match(piece, at):
                holder = next(iter(_subject_of(referents, passage, start + at)), None)
            if holder is None and rule == "feared":
                holder = _fearing(referents, passage, start + at)
            if not is_doubtful(rule, piece, at, after, holder is not None):
                return rule, holder
            doubted = at
        if doubted >= 0:
            refused.append((passage.document, start, end))
        return None

    for passage in material.passages:
        if passage.words.isdisjoint(TRIGGERS):
            continue
        for start, end in _clauses(passage):
            found = view_in(passage, start, end)
            if found is None:
                continue
            rule, holder = found
            evidence = material.quotes.everywhere(passage, _with_subject(referents, passage, start), end)
            begin = evidence[0].start
            joins = _JOINS.match(passage.text, begin - passage.start)
            begin = begin if joins is None else passage.start + joins.end()
            words = line_of(material, referents, passage, begin, evidence[0].end, holder, whole=rule == "feared")
            if words is None:
                continue
            text = _BULLET.sub("", words)
            if joins is not None and begin - joins.end() + joins.start() == passage.start:
                # `Yet critics fear …`
                text = text[:1].upper() + text[1:]
            key = (holder, text.casefold())
            if key in seen:
                out[seen[key]] = _joined(out[seen[key]], evidence)
            else:
                seen[key] = len(out)
                out.append(Outlook(holder, text, evidence, rule))
                heads[len(out) - 1] = passage.is_summary
    return _with_predictions(material, referents, told, _without_heads(out, heads), refused)


def _fearing(referents: Referents, passage: Passage, at: int) -> str | None:
    """`Insurers fear`: whoever is said to fear at an offset, where the annotator found no statement."""
    has = _HAS.search(passage.text, 0, at - passage.start)
    verb = at if has is None else passage.start + has.start()
    doers = referents.doer_at(passage, verb) or _beside(referents, passage, verb)
    return next(iter(doers or _subject_of(referents, passage, verb)), None)


_WEIGHS = re.compile(
    r"(?:think|believe|consider|deem|f(?:i|ou)nd|sees?\b|saw\b|puts?\b|gives?\b|gave\b|rate)", re.I
)
"""What opens a view of how likely something is, in words of no statement."""
_LOOK = 30
"""How far behind a clause its sentence is read."""
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


def _subject_of(referents: Referents, passage: Passage, at: int, divided: bool = False) -> tuple[str, ...]:
    """Of whom the verb at an offset is said, or the one that brings an adjective there (`the firm sounded [hopeful]`);
    a body without a name is described by it."""
    clauses = referents.clauses(passage)
    word = clauses.index(at)
    before = [v for v in clauses.verbs if v.first <= word < v.last + 2]
    verb = before[-1] if before else None
    if verb is None or (verb.passive and not divided):
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
    after = word
    while clauses.sentence.lower[after : after + 1] in (["and"], ["or"], ["but"], ["also"], ["then"]):
        after += 1
    return passage.start if after in opens else start


def _without_heads(found: list[Outlook], heads: dict[int, bool]) -> list[Outlook]:
    """The outlooks; one of a headline or key point that the body tells as well goes with the body's, and what somebody
    says again in nearly the same words with what he said first."""
    gists = [gist_of(o.evidence[0].quote) for o in found]
    body = [n for n in range(len(found)) if not heads[n]]
    out = dict(enumerate(found))
    for n in range(len(found)):
        if heads[n]:
            same = next((b for b in body if len(gists[n] & gists[b]) >= max(2, 0.75 * len(gists[n]))), None)
            if same is not None:
                out[same] = _joined(out[same], out.pop(n).evidence)
    last: dict[str, list[int]] = {}
    for n in body:
        holder = found[n].holder
        if holder is None:
            continue
        near = last.setdefault(holder, [])
        again = next(
            (b for b in near[-_NEAR:] if overlap(gists[n], gists[b]) >= _AGAIN and len(gists[n]) >= _WORDS), None
        )
        if again is None:
            near.append(n)
        else:
            out[again] = _joined(out[again], out.pop(n).evidence)
    return list(out.values())


_NEAR, _AGAIN, _WORDS = 20, 0.8, 5
"""How many of a holder's last outlooks one is held against; the share of words by which it says the same, and of how
many words it has to be."""
_LONG = 500
"""Characters of the longest sentence that is quoted whole."""
_BULLET = re.compile(r"\A[-*•·–]\s+")


def _with_predictions(
    material: Material,
    referents: Referents,
    told: Sequence[Told],
    found: list[Outlook],
    refused: Sequence[tuple[int, int, int]],
) -> tuple[Outlook, ...]:
    """The outlooks with what somebody predicts in words of no rule: `“They will free him a day late,” said Ek.`"""
    taken: dict[str, list[Evidence]] = {}
    for outlook in found:
        for evidence in outlook.evidence:
            taken.setdefault(evidence.document, []).append(evidence)
    doubted: dict[int, list[Span]] = {}
    for document, start, end in refused:
        doubted.setdefault(document, []).append((start, end))
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
        if _is_ruled_out(passage, item) or any(a < end and start < b for a, b in doubted.get(item.document, ())):
            continue
        quoted = material.quotes.everywhere(passage, start, min(end, passage.end))
        if any(q.start < e.end and e.start < q.end for q in quoted for e in taken.get(q.document, ())):
            continue
        begin, stop = quoted[0].start, quoted[0].end
        text = clause_text(quoted[0].quote)
        if text[:1].islower() and PLAIN_CLAUSE.match(text) is None and len(passage.text) < _LONG:
            # `sees prices to fall by half`: no clause of its own.
            begin, stop = passage.start, passage.end
        line = line_of(material, referents, passage, begin, stop, item.statement.source, whole=True)
        if line is None:
            continue
        text = line
        out.append(Outlook(item.statement.source, text, quoted, "predicted"))
    order = {item.document.id: n for n, item in enumerate(material.documents)}
    return tuple(sorted(out, key=lambda o: (order[o.evidence[0].document], o.evidence[0].start)))


def _is_ruled_out(passage: Passage, item: Told) -> bool:
    """Whether the words of foreseeing foresee nothing: `is not expecting`, `warned drivers to slow down`."""
    if len(passage.text) >= LONGEST:
        return False
    cues = [(a - passage.start, b - passage.start) for a, b in item.annotation.cue]
    return any(a < m.end() and m.start() < b for m in NONE.finditer(passage.text.lower()) for a, b in cues)


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


_JOINS = re.compile(r"\W*(?:yet|and|but|or|while|although|though)\s+(?=\w)", re.I)
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


def _views(
    passage: Passage, start: int, end: int, referents: Referents, speakers: Speakers
) -> Iterator[tuple[str, int]]:
    """The rules that find an outlook in a clause, and where in it, in the order of the text; what only looks like one
    is passed over."""
    text = passage.text[start - passage.start : end - passage.start]
    low, short = text.lower(), len(text) < LONGEST
    matches = [(rule, pattern.finditer(text if rule == "modal" else low)) for rule, pattern in RULES]
    firsts = [(rule, first, rest) for rule, rest in matches if (first := next(rest, None)) is not None]
    if short and NOWHERE.search(low) is not None:
        return
    none = [m.span() for m in NONE.finditer(low)] if short else []
    found: list[tuple[int, str]] = []
    for rule, first, rest in firsts:
        for match in itertools.chain((first,), rest):
            if any(a <= match.end() and match.start() <= b for a, b in none):
                continue
            if rule != "feared" or not is_a_name(text, match.start()):
                found.append((match.start(), rule))
                break
    found = [(at, rule) for at, rule in found if rule != "turns" or _is_told(passage, start + at, speakers)]
    for at, rule in sorted(found):
        yield rule, at
    if not found and short:
        ahead = foreseen(passage, start, end, referents, speakers)
        if ahead is not None and not any(a <= ahead - start <= b for a, b in none):
            yield "foreseen", ahead - start


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
