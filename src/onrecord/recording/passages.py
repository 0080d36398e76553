"""Sentences as the record sees them: one passage for each, however many editions carry it.

A fact that stands word for word in three copies is one fact with three places. The rules of this stage therefore read
each passage once, where it stands first, and quote it in every place.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.types import BODY_KINDS, Annotated, BlockKind, Evidence, Span

_READ: frozenset[str] = BODY_KINDS | {"title"}
_WORD = re.compile(r"[a-z]+")
_SAYS = re.compile(r"\w")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: where it stands first (`document` is an index into the record's documents), and its other places."""

    document: int
    start: int
    end: int
    text: str
    kind: BlockKind
    block: int
    """Index of the block in its document."""
    places: tuple[tuple[int, int, int], ...] = field(default=())
    """Every place as document, start, end; the first one is the passage's own."""
    words: frozenset[str] = frozenset()
    """Its words in lower case, for a first look."""

    @property
    def is_summary(self) -> bool:
        """Whether it stands for the body (headline, key point) and is not part of it."""
        return self.kind in ("title", "summary")


_BREAK = re.compile(
    r"(?=[\s,;:—–-])"
    r"(?:[;:]\s|,\s(?!(?:19|20)\d\d\b)|\s?(?:[—–]|--)\s?"
    r"|\s(?=(?:that|before|after|while|when|because|although|though|where|which|who|but)\s))"
)
"""Where a sentence can be cut between what it tells; `May 8, 2024` is not cut."""


_REACH = 400
"""How far, in characters, the words around a stretch may go; no clause that people write is longer."""


def around(passage: Passage, low: int, high: int) -> Span:
    """The part of a sentence around a stretch of it, from mark to mark, as offsets in the document."""
    first, last = low - passage.start, high - passage.start
    begin, stop = max(0, first - _REACH), min(len(passage.text), last + _REACH)
    marks = list(_BREAK.finditer(passage.text, begin, stop))
    start = max((m.end() for m in marks if m.end() <= first and last - m.end() >= 30), default=begin)
    end = min((m.start() for m in marks if m.start() >= last), default=stop)
    return passage.start + start, passage.start + end


def key_of(text: str) -> str:
    """The words of a sentence without what typesetting does to them."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    return " ".join(plain.split())


def passages_of(documents: Sequence[Annotated]) -> tuple[Passage, ...]:
    """The sentences of titles, summaries and bodies in reading order, equal ones of different documents joined."""
    first: dict[tuple[str, int], int] = {}
    found: list[tuple[int, Span, str, BlockKind, int]] = []
    places: list[list[tuple[int, int, int]]] = []
    for number, item in enumerate(documents):
        text, blocks = item.document.text, item.document.blocks
        starts = [b.start for b in blocks]
        seen: dict[str, int] = {}
        for start, end in item.annotations.sentences:
            at = bisect.bisect_right(starts, start) - 1
            if at < 0 or blocks[at].kind not in _READ or start >= blocks[at].end:
                continue
            key = key_of(text[start:end])
            if not key:
                continue
            # The n-th time that a document says the same sentence answers the n-th time in another one. A mark that
            # stands alone, such as one that closes a quotation, is no sentence that two documents share.
            nth = seen[key] = seen.get(key, -1) + 1
            known = first.get((key, nth)) if _SAYS.search(key) else None
            if known is None:
                first[key, nth] = len(found)
                found.append((number, (start, end), text[start:end], blocks[at].kind, at))
                places.append([(number, start, end)])
            else:
                places[known].append((number, start, end))
    return tuple(
        Passage(number, span[0], span[1], words, kind, block, tuple(place), frozenset(_WORD.findall(words.casefold())))
        for (number, span, words, kind, block), place in zip(found, places, strict=True)
    )


class Quotes:
    """Makes evidence out of spans, in every edition that carries the words."""

    def __init__(self, documents: Sequence[Annotated], passages: Sequence[Passage]) -> None:
        self._documents = documents
        self._passages: list[list[Passage]] = [[] for _ in documents]
        for passage in passages:
            self._passages[passage.document].append(passage)
        for own in self._passages:
            own.sort(key=lambda p: p.start)
        self._starts = [[p.start for p in own] for own in self._passages]

    def exact(self, document: int, start: int, end: int) -> Evidence:
        """The evidence for one span of one document."""
        source = self._documents[document].document
        return Evidence(source.id, start, end, source.text[start:end])

    def passage_at(self, document: int, start: int) -> Passage | None:
        """The passage that stands first in this document and covers the offset."""
        at = bisect.bisect_right(self._starts[document], start) - 1
        if at < 0:
            return None
        passage = self._passages[document][at]
        return passage if start < passage.end else None

    def next_passage(self, document: int, passage: Passage) -> Passage | None:
        """The passage after one that stands in the same document, or None at its end."""
        at = bisect.bisect_right(self._starts[document], passage.start)
        return self._passages[document][at] if at < len(self._passages[document]) else None

    def everywhere(self, passage: Passage, start: int, end: int) -> tuple[Evidence, ...]:
        """The evidence for a span inside a passage (offsets of its own document), once for each of its places.

        Where another edition sets the sentence differently, so that the same words cannot be found in it, the whole
        sentence is quoted there.
        """
        words = passage.text[start - passage.start : end - passage.start]
        out = []
        for document, low, high in passage.places:
            text = self._documents[document].document.text
            at = low + start - passage.start
            if text[at : at + len(words)] != words:
                at = text.find(words, low, high)
            out.append(self.exact(document, low, high) if at < 0 else self.exact(document, at, at + len(words)))
        return tuple(out)

    def spans(self, document: int, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """The evidence for what lies between the first and the last of some spans, in every edition.

        Outside of the passages (in furniture), or across several of them, only the document itself is quoted.
        """
        ordered = sorted(spans)
        start, end = ordered[0][0], max(e for _, e in ordered)
        passage = self.passage_at(document, start)
        if passage is None or end > passage.end:
            return (self.exact(document, start, end),)
        return self.everywhere(passage, start, end)


def merged(*groups: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence of several items as that of one, each span once, in the order given."""
    out: dict[tuple[str, int, int], Evidence] = {}
    for group in groups:
        for evidence in group:
            out.setdefault((evidence.document, evidence.start, evidence.end), evidence)
    return tuple(out.values())


def outermost(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence without what stands within other evidence of the same item, in the order given."""
    given = tuple(evidence)
    reach: dict[str, int] = {}
    kept: set[int] = set()
    for n in sorted(range(len(given)), key=lambda n: (given[n].document, given[n].start, -given[n].end)):
        if given[n].end > reach.get(given[n].document, 0):
            reach[given[n].document] = given[n].end
            kept.add(n)
    return tuple(e for n, e in enumerate(given) if n in kept)
