"""Which lines of a page belong to its article, and of what kind each is."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.html_walk import HEADINGS, Box, Line
from onrecord.reading.html_words import Role
from onrecord.types import BlockKind

_FAR = Role.NAVIGATION | Role.RELATED | Role.SHARE | Role.COMMENTS | Role.AD | Role.HIDDEN


class Typed(NamedTuple):
    """A line and the kind of block that it is."""

    kind: BlockKind
    line: Line


def type_lines(lines: list[Line], boxes: list[Box], title: str | None, description: str | None) -> list[Typed]:
    """The article's lines with their kinds, in document order."""
    for line in lines:
        if not line.roles & _FAR and len(line.text) > 60 and line.linked * 3 < len(line.text):
            for box in line.box.up():
                box.good += len(line.text)
    main = boxes[0] if boxes else None
    total = main.good if main else 0
    for box in boxes:
        if main and box.parent is main and box.good > 0.8 * total:
            main = box
    out: list[Typed] = []
    for line in lines:
        if main is None or not line.box.within(main) or line.roles & _FAR:
            continue
        kind: BlockKind = "paragraph"
        if line.tag in HEADINGS:
            kind = "title" if line.tag == "h1" else "heading"
        elif line.tag == "figcaption" or line.roles & Role.CAPTION:
            kind = "caption"
        elif line.roles & Role.TAGS:
            kind = "tags"
        elif line.roles & Role.BYLINE:
            kind = "byline"
        elif line.roles & Role.DATE:
            kind = "date"
        elif line.linked * 2 > len(line.text):
            kind = "links"
        out.append(Typed(kind, line))
    return out
