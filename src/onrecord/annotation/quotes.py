"""Quotations: where quotation marks open and close, over paragraphs too.

A quotation that goes on in the next paragraph has no closing mark at the end of the first one and an opening mark at
the start of the next; each paragraph's part is a span of its own. Single quotation marks count only where they cannot
be apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation.sentences import SPEAKING_KINDS
from onrecord.types import Block, Span

_MARK = re.compile(r"[“”„«»\"]|``|''|(?<![\w.,!?])‘(?=[A-Z])|(?<=[\w.,!?])’(?!\w)")
_OPEN = {"“", "``", "«", "„"}
_CLOSE = {"”", "»"}


def _block_quotes(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    single: int | None = None
    for mark in _MARK.finditer(text, start, end):
        sign = mark.group()
        if sign == "‘":
            if opened is None:
                single = mark.start()
            continue
        if sign == "’":
            if single is not None and opened is None:
                found.append((single, mark.end(), True))
                single = None
            continue
        if sign in _OPEN:
            opens = True
        elif sign in _CLOSE:
            opens = False
        else:
            before = text[mark.start() - 1] if mark.start() > start else " "
            opens = opened is None and (
                before.isspace() or before in "([—–-/:…" or mark.start() == start or sign == '"'
            )
        if opens:
            if opened is not None and mark.start() == opened:
                continue
            if opened is None:
                opened = mark.start()
        elif opened is not None:
            found.append((opened, mark.end(), True))
            opened = None
    if opened is not None:
        last = end
        while last > opened and text[last - 1].isspace():
            last -= 1
        found.append((opened, last, False))
    return found


def find(text: str, blocks: Sequence[Block]) -> tuple[tuple[Span, bool], ...]:
    """The quotations of a document's speaking blocks with their marks, in order.

    Returns:
        Spans with whether the quotation is closed; one that is not closed runs to the end of its block and counts only
        where it starts that block's last sentence or the next block opens with a mark again.
    """
    found: list[tuple[Span, bool]] = []
    for block in blocks:
        if block.kind in SPEAKING_KINDS:
            found.extend(((s, e), closed) for s, e, closed in _block_quotes(text, block.start, block.end))
    return tuple(sorted(found))
