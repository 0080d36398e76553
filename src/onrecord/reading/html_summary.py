"""The standfirst and the key points: body text that stands in the page as a block of its own, above the text proper.

A line before or at the head of the body is a summary if one of these holds:

- its element's names say so (`standfirst`, `vorspann`, `chapo`, …),
- it is what the metadata gives as the page's description, and it is set apart from the paragraphs below: in another
  kind of element, under other names, or in bold,
- it is the first text below the headline, set apart in the same way,
- it is a list before the first paragraph, or stands under a heading such as "Key points".

The first paragraph of a text whose paragraphs are all alike stays a paragraph, whatever the description says.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.dates import find_dates
from onrecord.reading.html_article import Article, Setting, setting
from onrecord.reading.html_phrases import is_phrase, phrase_at_start
from onrecord.reading.html_region import FAR, ends_sentence, is_running, width
from onrecord.reading.html_walk import HEADINGS, Box, Line
from onrecord.reading.html_words import Role
from onrecord.reading.metadata_titles import letters, likeness
from onrecord.types import BlockKind

_SHORTEST = 25
"""Width of the shortest standfirst; below stand section names and labels."""
_RUNNING = 45
"""Width from which on a line is taken for a standfirst by its place alone."""
_LONGEST = 900
_MOST = 8
"""Lines of a standfirst or list of key points."""
_CLOSE = 3
"""Body paragraphs at the head of the text among which a standfirst is still looked for."""


class Typed(NamedTuple):
    """A line and the kind of block that it is."""

    kind: BlockKind
    line: Line


def find_summary(typed: list[Typed], article: Article, descriptions: list[str]) -> frozenset[int]:
    """The indexes (`Line.index`) of the lines that are the standfirst or key points."""
    if not article.settings:
        return frozenset()
    usual, title = article.settings[0], article.title
    told = [letters(d) for d in descriptions if len(d) >= 40]
    head = _head(typed, usual, title)
    heading = title.text if title else ""
    found: list[Line] = []
    first = True
    keypoints = body_begun = False
    for kind, line in head:
        if any(line.text == f.text for f in found):
            continue
        if kind in {"title", "caption", "embed"} or line.text == heading:
            continue
        w = width(line.text)
        if is_phrase("summary", line.text):
            keypoints = True
            continue
        eligible = kind in {"paragraph", "heading", "other", "summary", "dateline"} and _SHORTEST <= w <= _LONGEST and line.linked * 2 < len(line.text)
        if not eligible or line.roles & FAR or _repeats(line.text, heading) or (
            w < 120 and (find_dates(line.text) or phrase_at_start("byline", line.text) or phrase_at_start("notice", line.text))
        ):
            keypoints = keypoints and w < _SHORTEST
            continue
        apart = setting(line) != usual
        body_begun = body_begun or (not apart and kind == "paragraph" and is_running(line))
        bold = line.bold >= 0.9 * len(line.text)
        if line.tag in HEADINGS and (body_begun or line.box.own & Role.TITLE):
            continue
        named = bool((line.box.own | line.inline | _near_roles(line.box)) & Role.SUMMARY)
        matched = any(_same(letters(line.text), t) for t in told)
        if named and (apart or bold or matched):
            found.append(line)
        elif matched and (apart or bold):
            found.append(line)
        elif first and (bold and w >= 60 or apart and (ends_sentence(line.text) or line.tag in HEADINGS) and w >= _RUNNING):
            found.append(line)
        elif keypoints and (line.tag == "li" or _like_last(line, found)) or line.tag == "li" and first and w >= 50:
            found.append(line)
        elif _like_last(line, found) and apart and len(found) < _MOST and line.box.parent is not None and line.box.parent.text < _LONGEST:
            found.append(line)
        first = first and not found and not ends_sentence(line.text)
    return frozenset(line.index for line in found)


def _repeats(text: str, heading: str) -> bool:
    """Whether a line is the headline once more, perhaps with a word above it."""
    return len(text) < 1.5 * len(heading) and likeness(text, heading) > 0.6


def _near_roles(box: Box) -> int:
    """The roles that the nearest two ancestors claim."""
    roles, parent = 0, box.parent
    for _ in range(2):
        if parent is None:
            break
        roles |= parent.own
        parent = parent.parent
    return roles


def _like_last(line: Line, found: list[Line]) -> bool:
    return bool(found) and line.box.parent is found[-1].box.parent and line.index - found[-1].index <= 2 and line.tag == found[-1].tag


def _same(text: str, told: str) -> bool:
    """Whether a line is the description, or its beginning, or begins with it."""
    n = min(60, len(text), len(told))
    return n >= 25 and text[:n] == told[:n] or len(text) >= 40 and text in told


def _head(typed: list[Typed], usual: Setting, title: Line | None) -> list[Typed]:
    """The lines from the headline to the first few body paragraphs."""
    head: list[Typed] = []
    seen = 0
    for item in typed:
        if title is not None and item.line.index < title.index:
            continue
        head.append(item)
        if item.kind == "paragraph" and setting(item.line) == usual and is_running(item.line):
            seen += 1
            if seen >= _CLOSE:
                break
    return head
