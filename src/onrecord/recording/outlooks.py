"""Outlooks: what somebody expects, hopes or fears may come, and whose view it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from onrecord.recording.claim_words import PLAIN_CLAUSE
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import LONGEST, Referents
from onrecord.recording.statements import Speakers, Told
from onrecord.recording.wording import clause_text, without_dateline
from onrecord.types import Evidence, Outlook

_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("modal", re.compile(r"\b(?:may|might|could)\b(?! not only)(?! have \w+(?:ed|en|wn)\b)(?= \w)")),
    ("conditional", re.compile(r"\bif\b[^.;]{0,80}\b(?:will|would|won['’]t|wouldn['’]t)\b|\b(?:will"
    r"|would)\b[^.;]{0,80}\bif\b")),
    ("expected", re.compile(
        r"\b(?:is|are|was|were|be|been|being|widely) (?:also |now |still |widely )?(?:expected|forecast|predicted"
        r"|projected|tipped|feared|poised|set|slated|scheduled|bound|likely|unlikely|certain|sure)\b"
        r"|\b(?:more|less|most) likely\b|\blikely to\b|\bunlikely to\b")),
    ("feared", re.compile(
        r"\b(?:fears?|feared|fearing|worr(?:y|ies|ied)|warn(?:s|ed|ing)?|predict(?:s|ed|ing)?|expect(?:s|ed|ing)?"
        r"|anticipat(?:es?|ed|ing)|forecasts?"
        r"|hop(?:es?|ed|ing)|confident|optimistic|hopeful|pessimistic|raising concerns?|raised concerns?"
        r"|concerns? (?:of|that)|dread(?:s|ed)?|fears? (?:of|that))\b")),
    ("would", re.compile(
        r"\b(?:an?|the|such|that|this|any)\s(?:[\w’'-]+\s){1,4}would (?:also |then |likely |probably )?(?:hit|hurt|cost"
        r"|leave|mean|push|force|halve|double|add|deal|cause|bring|drive|cripple|affect|raise|boost)\b")),
    ("turns", re.compile(
        r"(?:\b(?:will|would|shall)|['’]ll) (?:not |also |then |soon |probably |only |further |never |be |have to )?"
        r"(?:fall|rise|weaken|strengthen|lose|cost|last|run (?:out|dry|short)|collapse|shrink|grow|reach|exceed|hit"
        r"|hurt|worsen|deteriorate|improve|recover|suffer|die|starve|starving|dying|counting|fail|win|spread|double"
        r"|triple|halve|drop|climb|slow|ease|pick up|soar|plunge|dry up|backfire|escalate|flood|drown|vanish|disappear"
        r"|go under|go bankrupt|go hungry|destroy|ruin|wipe|lead to|result in|end in"
        r"|take (?:years|months|decades|weeks))\b")),
    ("risk", re.compile(
        r"\b(?:risk(?:s|ed|ing)?|threaten(?:s|ed|ing)? to|imperil\w*|jeopardi[sz]\w*|in jeopardy|endanger\w*"
        r"|prospects? (?:of|that|for)"
        r"|possibility (?:of|that)|potential(?:ly)? \w+|looming|looms?|brink|on the verge|long shadow|cloud over"
        r"|path of)\b")),
    ("open", re.compile(
        r"\b(?:remains? (?:to be seen|unclear|uncertain|unknown)|(?:is|was|are|were|it['’]s) (?:unclear|uncertain"
        r"|not clear|not known)"
        r"|hangs? in the balance|no (?:signs?|end) (?:of|in sight)|divided (?:on|over) whether|in doubt|at stake"
        r"|too late|too (?:early|soon) to)\b")),
)  # fmt: skip
"""What marks a view of what may come, by rule; the first one in a clause counts. All but `modal`, for which `May` is a
month, are looked for in lower case."""

_TRIGGERS = lexicon(
    """may might could will would won wouldn ll expected forecast forecasts predicted projected tipped feared poised set
    slated scheduled bound likely unlikely certain sure fear fears fearing worry worries worried warn warns warned
    warning predict predicts predicting expect expects expecting anticipate anticipates anticipated anticipating hope
    hopes hoped hoping confident optimistic hopeful pessimistic concern concerns dread dreads dreaded risk risks risked
    risking threaten threatens threatened threatening imperil imperils imperiled imperilled jeopardize jeopardise
    jeopardizes jeopardises jeopardy endanger endangers endangered prospect prospects possibility potential potentially
    looming loom looms brink verge shadow cloud path remain remains unclear uncertain clear known hang hangs sign signs
    end divided doubt stake late early soon"""
)
"""Words without which no rule can match: a first look."""

_NONE = re.compile(
    r"\b(?:could|might) (?:not|never)\b(?! (?:be ruled out|rule out|hold|last|survive|be excluded|be avoided))"
    r"|\bcouldn['’]t\b|\b(?:was|were|been|being|ever|never) (?:ever |never |also )?warned\b"
    r"(?! that| of (?:a|an|possible)\b)"
    r"|\b(?:may|might|could) (?:also |well |already |not )?have (?:\w+ly )?(?!to\b)\w+"
    r"|\byou(?:['’]ll|['’]re)? (?:\w+ )?(?:may|might|could|will|can)\b|\b(?:if|than|as|when) you\b"
    r"|\bso (?:that )?(?:\w+ ){1,3}could\b|\bcould be (?:seen|heard|interpreted|described|said|found)\b"
    r"|\b(?:\d+ ?(?:%|percent|per cent)|\w+ times) (?:more|less) likely\b|\bmore likely to (?:say|be"
    r"|have)\b[^.]*\bthan\b"
    r"|\blikely (?:\w+ed|was|were|had|has been)\b"
    r"|\b(?:that|which|and) (?:could|might) (?:not|n['’]t) be \w+|\bcould not be traced\b"
    r"|\b(?:has|have|had|was|were) (?:already |often )?(?:been )?warned (?:before|already|in|by|about|of|twice)\b"
    r"|\bthan hope\b"
    r"|\A\W*expect\b|\bdelays?\b[^.]*; expect\b|\b(?:to|can) expect\b|\bexpect from\b|\b(?:was|were|is|are) hoping\b"
    r"|\b(?:presidential|party|gop|republican|democratic|nomination|the|a|of|['’]s) hopefuls?\b"
    r"|\b(?:could|might) (?:no longer|only|barely|hardly|scarcely)\b|\bhow (?:[\w’'-]+ ){1,6}could\b"
    r"|\bi hope (?:to|so)\b|\bno idea (?:if|whether)\b|\bwould have\b|\bwould(?:n['’]t| not) have\b"
    r"|\b(?:may|might|could) (?:just |well |also )?be the (?:\w+ ){0,2}?(?:\w+est|first|only|most)\b"
    r"|\b(?:just|may|might) (?:might|may|could) be\b|\bmight be the first\b"
    r"|\bin fear\b|\bfears and\b"
    r"|\b(?:those|these|such|any|on the|of the) (?:worries|fears|concerns|hopes|risks)\b(?! (?:that|of)\b)"
    r"|\b(?:than|as) (?:had )?(?:\w+ )?(?:expected|predicted|forecast|feared|hoped|anticipated)\b"
    r"|\b(?:predicted|expected|feared|hoped) (?:that )?(?:he|she|they|it) (?:had|was|were|did)\b"
    r"|\A\W*(?:what|which|how|who|do|does|did|are|is|will|would|could|can)\b.*\?\W*\Z"
    r"|\bfear (?:and|or)\b|\b(?:and|or|of) fear\b|\bhoped (?:\w+ ){1,4}had\b"
    r"|\bwarning (?:shots?|signs?|labels?|lights?|systems?|strikes?)\b"
    r"|\bknown for\b|\brisks? (?:factors?|involved|management)\b|\bhigher risks?\b|\bpotential harms?\b"
    r"|\b(?:unclear|not clear|not known|unknown|uncertain|known)\b[^.;]{0,60}\b(?:was|were|had|has|have|did)\b"
    r"|\b(?:condition|identity|motive|cause|whereabouts)\b[^.;]{0,20}\b(?:remains?|is|was) (?:unknown"
    r"|unclear|uncertain)\b"
)
"""What, in lower case, looks like an outlook and is none: what could not be done, what may have been, advice, figures
of groups, questions, a candidate who is called a hopeful, and what is not known of things past."""

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
        if passage.words.isdisjoint(_TRIGGERS):
            continue
        for start, end in _clauses(passage):
            piece = passage.text[start - passage.start : end - passage.start]
            found = _first(piece)
            if found is not None and found[0] == "turns" and not _is_told(passage, start + found[1], speakers):
                found = _first(piece, without="turns")
            if found is None or (len(piece) < LONGEST and _NONE.search(piece.lower())):
                continue
            rule, at = found
            holder = _holder(passage, start + at, by_cue, speakers)
            if holder is None and rule == "feared":
                # `Insurers fear`: whoever is said to fear, where the annotator found no statement.
                doers = referents.doer_at(passage, start + at) or _beside(referents, passage, start + at)
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
    return referents.who(passage, next((p for p in clauses.phrases if p.last == word), None))


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


_LONG = 350
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


_LEAST = 15
"""Characters of the shortest prediction."""


_JOINS = re.compile(r"\A\W*(?:and|but|or|while|although|though|as)\s+(?=\w)", re.I)
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
    best: tuple[int, str] | None = None
    low = text.lower()
    for rule, pattern in _RULES:
        found = pattern.search(text if rule == "modal" else low)
        if found is not None and rule != without and (best is None or found.start() < best[0]):
            best = (found.start(), rule)
    return None if best is None else (best[1], best[0])


def _holder(passage: Passage, at: int, by_cue: dict[tuple[int, int], Told], speakers: Speakers) -> str | None:
    """Whose view it is: the speaker of the words, or of the clause's own verb of fearing and expecting."""
    for offset in range(at - 2, at + 3):
        told = by_cue.get((passage.document, offset))
        if told is not None and told.annotation.stance in _SPEAKING:
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
