"""Statements: what the annotator found, once for all editions."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.recording.lexicon import BODIES, THREATS, is_people
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.types import Evidence, RecordStatement, Span, Stance, Statement

_GROUPS = frozenset({"collective", "anonymous", "described"})


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
        for index, statement in enumerate(item.annotations.statements):
            head = _head(statement)
            if head and material.quotes.passage_at(document, head[0][0]) is not None:
                rows.append((document, index, statement))
    rows.sort(key=lambda r: (r[0], _head(r[2])[0]))
    ids = {(document, index): f"s{n}" for n, (document, index, _) in enumerate(rows, 1)}
    return tuple(_told(material, referents, ids, *row) for row in rows)


def _names_people(source: str) -> bool:
    """Whether a description is one of people or bodies (`two dock workers briefed on the talks`)."""
    head = re.split(
        r"\s(?:of|for|from|in|at|on|with|who|which|that|familiar|close|briefed|near|to)\b|,",
        source.casefold(),
        maxsplit=1,
    )[0]
    noun = head.split()[-1] if head.split() else ""
    return is_people(noun) or noun in BODIES


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
    party = _titled(material, document, s) or material.parties.of(document, s.party)
    if party is None and s.source:
        # `the Dockers’ [Union] said`
        party = material.parties.covering(document, *s.source[-1])
    if party is None and s.source and s.source_kind in _GROUPS and _names_people(source_text):
        start, end = s.source[0]
        party = material.parties.describe(document, start, end, " ".join(text[start:end].split()))
    if party is None and s.source:
        # The party that the description ends in: `the head of the mission, Ada Lund`.
        start, end = s.source[-1]
        named = material.parties.within(document, start, end)
        if named and (named[-1][1] == end or _MEDIUM.fullmatch(text, named[-1][1], end)):
            party = named[-1][2]
    if party is None and s.source:
        # `the group’s leader`, `a senior official`: whoever the words stand for.
        passage = material.quotes.passage_at(document, s.source[0][0])
        found = () if passage is None else referents.at(passage, *s.source[0])
        party = found[0] if found else None
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
            stance=_stance(s, text),
            via=None if s.via is None else ids.get((document, s.via)),
            text=" ".join(" ".join(text[a:b] for a, b in s.content).split()),
            evidence=merged(*_evidence(material, document, s)),
            rule=s.rule,
            cue=" ".join(" ".join(text[a:b] for a, b in s.cue).split()),
        ),
    )


def _titled(material: Material, document: int, s: Statement) -> str | None:
    """The person that a source ends in, where a name before is part of what he is: `Norrvik striker [Ada Lund]`."""
    if len(s.source) != 1:
        return None
    start, end = s.source[0]
    named = material.parties.within(document, start, end)
    if len(named) < 2 or named[-1][1] != end or material.parties.get(named[-1][2]).kind != "person":
        return None
    between = material.documents[document].document.text[named[0][1] : named[-1][0]]
    return named[-1][2] if _TITLE.fullmatch(between) else None


_TITLE = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,4}?(?!(?:and|or|of|for|with|by|to|from|at|in|on|than|against)\s)[a-z][a-z-]{2,}\s"
)
"""What stands between a body's name and its man's: `Norrvik [and harbour expert] Ada Lund`."""


def _evidence(material: Material, document: int, s: Statement) -> list[tuple[Evidence, ...]]:
    """The words of a statement: in each sentence that it runs through, from its first to its last element there."""
    pieces: dict[int, list[Span]] = {}
    order: dict[int, Passage] = {}
    for start, end in (*s.source, *s.cue, *s.content):
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
    head = material.quotes.passage_at(document, _head(s)[0][0])
    first = [head.start] if head is not None and head.start in pieces else []
    out = []
    for key in dict.fromkeys([*first, *sorted(pieces)]):
        spans = pieces[key]
        out.append(material.quotes.everywhere(order[key], min(a for a, _ in spans), max(b for _, b in spans)))
    return out


_MEDIUM = re.compile(
    r"(?:['’]s?)?\s(?:report|reports|statement|article|editorial|poll|survey|study|letter|account|column|story|dispatch"
    r"|broadcast|report (?:on|by|in) .*)"
)
"""What follows the name of the body that speaks through it: `an Oslo Herald report`."""
_SELF_WILL = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|i)\b(?:['’]ll| (?:will|would|shall|wouldn['’]t|won['’]t))\b ?(?:not |never "
    r"|also )?(\w+)?",
    re.I,
)
_PLAIN_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|t(?:ell|ells|old|elling)|announc(?:e|es|ed|ing)|add(?:s|ed)?)\b", re.I
)


def _stance(s: Statement, text: str) -> Stance:
    """The stance of the cue; where that is plain saying, what the speaker says of his own doings: promise or threat."""
    if s.stance != "asserts" or not s.content:
        return s.stance
    cue = " ".join(text[a:b] for a, b in s.cue)
    found = _SELF_WILL.match(text, s.content[0][0], s.content[0][1]) if _PLAIN_SAYING.search(cue) else None
    if found is None:
        return s.stance
    return "threatens" if (found[1] or "").casefold() in THREATS else "promises"


def refuses(material: Material, item: Told) -> bool:
    """Whether somebody says that he will not do something."""
    s = item.annotation
    if s.stance not in ("asserts", "denies") or not s.content:
        return False
    text = material.documents[item.document].document.text
    found = _SELF_WILL.match(text, s.content[0][0], s.content[0][1])
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
