"""Statements: what the annotator found, once for all editions."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.recording.material import Material
from onrecord.types import RecordStatement, Span, Statement

_GROUPS = frozenset({"collective", "anonymous", "described"})
_PRONOUN = re.compile(r"(?:he|she|it|they|i|we|you|who|which|that|some|many|others|both|one|no one|those)\Z", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the record and the annotation it was made from (`document` and `index` in its statements)."""

    document: int
    index: int
    annotation: Statement
    statement: RecordStatement


def statements_of(material: Material) -> tuple[Told, ...]:
    """Every statement of a body, summary or title, in reading order; the copies of a passage are not read again."""
    rows: list[tuple[int, int, Statement]] = []
    for document, item in enumerate(material.documents):
        for index, statement in enumerate(item.annotations.statements):
            head = _head(statement)
            if head and material.quotes.passage_at(document, head[0][0]) is not None:
                rows.append((document, index, statement))
    rows.sort(key=lambda r: (r[0], _head(r[2])[0]))
    ids = {(document, index): f"s{n}" for n, (document, index, _) in enumerate(rows, 1)}
    return tuple(_told(material, ids, *row) for row in rows)


def _head(statement: Statement) -> list[Span]:
    """The spans that place a statement: its cue, or else its source, or else its content."""
    return sorted(statement.cue) or sorted(statement.source) or sorted(statement.content)


def _told(material: Material, ids: dict[tuple[int, int], str], document: int, index: int, s: Statement) -> Told:
    text = material.documents[document].document.text
    source_text = " ".join(text[a:b] for a, b in s.source)
    party = material.parties.of(document, s.party)
    if party is None and s.source and s.source_kind in _GROUPS and not _PRONOUN.match(source_text):
        start, end = s.source[0]
        party = material.parties.describe(document, start, end, " ".join(text[start:end].split()))
    spans: Sequence[Span] = [*s.source, *s.cue, *s.content]
    passage = material.quotes.passage_at(document, _head(s)[0][0])
    inside = [a for a in spans if passage is not None and passage.start <= a[0] and a[1] <= passage.end]
    return Told(
        document,
        index,
        s,
        RecordStatement(
            id=ids[document, index],
            source=party,
            source_kind=s.source_kind,
            source_text=source_text,
            stance=s.stance,
            via=None if s.via is None else ids.get((document, s.via)),
            text=" ".join(" ".join(text[a:b] for a, b in s.content).split()),
            evidence=material.quotes.spans(document, inside or spans),
            rule=s.rule,
        ),
    )


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
