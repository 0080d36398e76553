"""The statements as the record lists them: what stands around one verb of saying may be more than one statement.

`“The offer is dead,” Ek said. “We will strike on Monday.”` is an assertion and a promise, and so is `Ek said that the
offer was dead and that she would strike`. Claims, demands and events are read from the whole; only the list has the
parts, each with its own words and stance.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from onrecord.recording.denial import Denial
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statement_stances import listed_stance
from onrecord.recording.statements import Told, evidence_of, words_of
from onrecord.recording.statements_found import found_statements
from onrecord.types import Demand, RecordStatement, Span, Statement

_MARKS = ("“", '"', "``", "''", "‘")
_MARK = re.compile(r"[“”\"]|``|''")
_AND_THAT = re.compile(r",?\s(?:and|but)\s(?=that\s)")
_PRONOUNS = lexicon("it he she they we i you nobody everybody somebody everyone someone nothing there")
_MOST = 1200
"""How far, in characters, a content is looked through for further clauses."""
_LEAST = 3
"""Words that a part has at least; less (`“No,” Ek said. “We will not.”`) is no statement of its own."""


def statement_lines(
    material: Material,
    referents: Referents,
    told: Sequence[Told],
    denials: Sequence[Denial],
    demands: Sequence[Demand],
) -> tuple[RecordStatement, ...]:
    """The statements in reading order, those that are several in their parts; the first part keeps the id."""
    order = {d.document.id: n for n, d in enumerate(material.documents)}
    lines = [line for item in told for line in _lines(material, referents, item)]
    more = found_statements(material, referents, told, lines, denials, demands)
    lines = _demanding(lines, demands)
    more.sort(key=lambda line: (order[line.evidence[0].document], line.evidence[0].start))
    lines.extend(dataclasses.replace(line, id=f"s{n}") for n, line in enumerate(more, len(told) + 1))
    return tuple(lines)


def _demanding(lines: Sequence[RecordStatement], demands: Sequence[Demand]) -> list[RecordStatement]:
    """The statements, those as demands that tell somebody to do what a demand of the record is (`told him to go`)."""
    told_to = [d for d in demands if d.rule in ("verb with infinitive", "told to do")]
    wanted = {(e.document, e.start) for d in told_to for e in d.evidence}
    out = []
    for line in lines:
        cues = [(e.document, e.start + e.quote.find(line.cue)) for e in line.evidence if line.cue in e.quote]
        tells = bool(line.cue) and line.stance == "asserts" and not wanted.isdisjoint(cues)
        out.append(dataclasses.replace(line, stance="demands") if tells else line)
    return out


def _lines(material: Material, referents: Referents, item: Told) -> Iterator[RecordStatement]:
    s, document = item.annotation, item.document
    parts = _parts(material, referents, document, s)
    parts.extend(_said_next(material, item))
    text = material.documents[document].document.text
    if len(parts) < 2:
        yield dataclasses.replace(item.statement, stance=listed_stance(s, text))
        return
    tagged = min(range(len(parts)), key=lambda n: (not _is_beside(material, document, s, parts[n]), n))
    for n in (tagged, *(n for n in range(len(parts)) if n != tagged)):
        part = dataclasses.replace(s, content=parts[n])
        shown = part if n == tagged else dataclasses.replace(part, source=(), cue=())
        yield dataclasses.replace(
            item.statement,
            id=item.statement.id if n == tagged else f"{item.statement.id}.{n + 1}",
            stance=listed_stance(part, text),
            text=words_of(material, document, part),
            evidence=merged(*evidence_of(material, document, shown)),
        )


def _is_beside(material: Material, document: int, s: Statement, part: Sequence[Span]) -> bool:
    """Whether some words stand in the sentence that tells who says them."""
    passage = material.quotes.passage_at(document, s.cue[0][0])
    return passage is not None and any(a < passage.end and b > passage.start for a, b in part)


def _parts(material: Material, referents: Referents, document: int, s: Statement) -> list[tuple[Span, ...]]:
    """The contents of the statements that one is made of."""
    if not s.source or not s.cue or not s.content:
        return [s.content]
    parts: list[tuple[Span, ...]] = []
    for group in _by_sentence(material, document, s):
        parts.extend(_by_clause(material, referents, document, group))
    return parts


def _said_next(material: Material, item: Told) -> Iterator[tuple[Span, ...]]:
    """The quotations behind what somebody says in the reporter’s words, which are no part of that content."""
    text = material.documents[item.document].document.text
    blocks = material.documents[item.document].document.blocks
    whole = material.documents[item.document].annotations.statements[item.index].content
    s = item.annotation
    last = max((b for _, b in (*s.source, *s.cue, *s.content)), default=0)
    here = material.quotes.passage_at(item.document, last - 1)
    if here is None or not s.source:
        return
    for start, end in sorted(whole):
        passage = material.quotes.passage_at(item.document, start)
        if (
            start >= last and passage is not None and passage.block == here.block and text.startswith(_MARKS, start)
            and blocks[passage.block].kind != "heading" and _is_enough(text, [(start, end)])
        ):  # fmt: skip
            yield ((start, end),)


def _by_sentence(material: Material, document: int, s: Statement) -> list[tuple[Span, ...]]:
    """A content with a quotation that opens a sentence of its own apart from what is said before it."""
    text = material.documents[document].document.text
    groups: list[list[Span]] = []
    for start, end in sorted(s.content):
        passage = material.quotes.passage_at(document, start)
        opens = passage is not None and text.startswith(_MARKS, start) and not text[passage.start : start].strip()
        before = groups[-1] if groups else []
        # `It had been sold, he said: it was not his to sell.`
        opens = opens or bool(before and _parted(text, s, before[-1][1], start))
        if before and opens and _is_enough(text, before) and _is_enough(text, [(start, end)]):
            groups.append([(start, end)])
        elif before:
            before.append((start, end))
        else:
            groups.append([(start, end)])
    return [tuple(group) for group in groups]


def _parted(text: str, s: Statement, low: int, high: int) -> bool:
    """Whether a verb of saying and a colon or semicolon stand between two pieces."""
    tagged = any(low <= a < high for a, _ in s.cue)
    return tagged and not {":", ";"}.isdisjoint(text[low:high])


def _is_enough(text: str, spans: Sequence[Span]) -> bool:
    return sum(len(text[a:b].split()) for a, b in spans) >= _LEAST


def _by_clause(
    material: Material, referents: Referents, document: int, group: tuple[Span, ...]
) -> Iterator[tuple[Span, ...]]:
    """A clause in the reporter’s words apart from the one with `that` that follows it (`…, and that it is old`)."""
    text = material.documents[document].document.text
    start, end = group[-1]
    passage = material.quotes.passage_at(document, start)
    if passage is None or end > passage.end or text.startswith(_MARKS, start):
        yield group
        return
    cuts = [
        m for m in _AND_THAT.finditer(text, start, min(end, start + _MOST))
        if not len(_MARK.findall(text, start, m.start())) % 2 and _is_clause(referents, passage, m.end(), end)
        and m.start() - start > 12
    ]  # fmt: skip
    low, kept = start, list(group[:-1])
    for cut in cuts:
        yield (*kept, (low, cut.start()))
        low, kept = cut.end(), []
    yield (*kept, (low, end))


def _is_clause(referents: Referents, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch that opens with `that` has a subject and a finite verb."""
    clauses = referents.clauses(passage)
    s, first = clauses.sentence, clauses.index(start)
    if first + 1 >= len(s):
        return False
    verb = next((v for v in clauses.verbs if v.form == "finite" and first < v.first and s.starts[v.first] < end), None)
    opens = clauses.tags[first] == "IN" or s.lower[first + 1] in _PRONOUNS
    return verb is not None and verb.first > first + 1 and opens
