"""Cutting a document's text so that overlapping quotations can each be lit on their own.

Every start and end of a quotation is a boundary. Between two boundaries the text is one segment, and a quotation is lit
by lighting the segments that it covers, so that two quotations that overlap, nest or meet never disturb each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.types import Document, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Text between two boundaries; `cited` tells whether a line of the record rests on it."""

    start: int
    end: int
    text: str
    cited: bool


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as its segments."""

    kind: str
    start: int
    segments: tuple[Segment, ...]


def cut(text: str, within: Span, spans: Iterable[Span]) -> tuple[Segment, ...]:
    """The stretch `within` of `text`, cut at every start and end of `spans` that falls into it."""
    return _cut(text, within, _Cover(spans))


def show_blocks(document: Document, spans: Iterable[Span]) -> tuple[ShownBlock, ...]:
    """The document's blocks in reading order, cut at the boundaries of `spans`."""
    cover = _Cover(spans)
    return tuple(ShownBlock(b.kind, b.start, _cut(document.text, (b.start, b.end), cover)) for b in document.blocks)


class _Cover:
    """Boundaries of many spans, and how many spans cover the stretch after each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        change: dict[int, int] = {}
        for start, end in spans:
            if start < end:
                change[start] = change.get(start, 0) + 1
                change[end] = change.get(end, 0) - 1
        self.at: Sequence[int] = sorted(change)
        self.depth: list[int] = []
        depth = 0
        for position in self.at:
            depth += change[position]
            self.depth.append(depth)

    def cited(self, position: int) -> bool:
        index = bisect_right(self.at, position) - 1
        return index >= 0 and self.depth[index] > 0


def _cut(text: str, within: Span, cover: _Cover) -> tuple[Segment, ...]:
    start, end = within
    inside = cover.at[bisect_right(cover.at, start) : bisect_left(cover.at, end)]
    edges = [start, *inside, end]
    return tuple(Segment(a, b, text[a:b], cover.cited(a)) for a, b in pairwise(edges) if a < b)
