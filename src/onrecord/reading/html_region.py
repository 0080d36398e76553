"""Where on a page its article stands.

Running text is what tells an article from the rest of its page: lines of some length, hardly linked, in paragraphs. The
region is the deepest element that holds most of it, found by going down from the root for as long as one child keeps
the greater part. Names of elements (`html_words`) only help: they are believed for elements that do not themselves
hold the page's text, because publishers put `has-sidebar` and `no-comments` on everything.
"""

from __future__ import annotations

import re

from onrecord.reading.html_walk import HEADINGS, Box, Line
from onrecord.reading.html_words import Role

FAR = Role.NAVIGATION | Role.RELATED | Role.SHARE | Role.COMMENTS | Role.AD | Role.HIDDEN | Role.NOTICE
"""Roles of what is not the article's."""

_TAG_ROLES = {
    "nav": Role.NAVIGATION, "footer": Role.NAVIGATION, "aside": Role.RELATED, "figcaption": Role.CAPTION,
    "figure": Role.CAPTION, "form": Role.NOTICE, "button": Role.SHARE, "menu": Role.NAVIGATION,
}  # fmt: skip

_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")

_RUNNING = 45
"""Latin characters from which on a line may be running text; some eight words."""

_KEEPS = 0.62
"""Share of an element's running text that a child must hold to be entered. Half would cut off the second half of an
article in two parts; nine tenths would keep a page with long comments whole."""

_BELIEVED = 0.5
"""Share of the page's running text above which an element's names are not believed."""
_FIRM = Role.NAVIGATION | Role.COMMENTS | Role.NOTICE
_FIRMLY_BELIEVED = 0.75
"""The same for the names of page parts, unless a headline or a body stands in them: what stands at the foot of a page
can be longer than a short article."""


def width(text: str) -> int:
    """Characters of a text, East Asian ones counted double: they say as much as two Latin letters or more."""
    if text.isascii() or _WIDE.search(text) is None:
        return len(text)
    return len(text) + len(_WIDE.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and brackets apart."""
    end = text.rstrip("\"'”“»’)]】」』 *")[-1:]
    return end in {".", "!", "?", "…", ":", ";", "。", "！", "？", "।", "؟", "۔", "։", "።", "။"}


def is_running(line: Line) -> bool:
    """Whether a line looks like running text by itself."""
    if line.tag in HEADINGS or line.linked * 2 > len(line.text):
        return False
    w = width(line.text)
    return w >= 3 * _RUNNING or (w >= _RUNNING and (ends_sentence(line.text) or line.tag == "p"))


def weigh(lines: list[Line], boxes: list[Box]) -> int:
    """Count running text into the boxes, decide which roles are believed, and return the page's amount of it."""
    for line in lines:
        if is_running(line):
            line.box.good += width(line.text)
    for box in reversed(boxes):
        if box.parent is not None:
            box.parent.good += box.good
    total = boxes[0].good if boxes else 0
    wraps = {box for line in lines if line.tag == "h1" for box in line.box.up()}
    wraps |= {
        ancestor for box in boxes if box.good and (box.own & Role.BODY or box.tag == "main") for ancestor in box.up()
    }
    for box in boxes:
        own = box.own | _TAG_ROLES.get(box.tag, 0)
        if own & Role.SUMMARY:
            own &= ~Role.RELATED  # a teaser is another article's, except where it leads this one
        if box.good > _BELIEVED * total:
            firm = box.good <= _FIRMLY_BELIEVED * total and box not in wraps
            own &= Role.BODY | _FIRM if firm else Role.BODY
        box.own = own
        box.roles = own | (box.parent.roles if box.parent else 0)
    return total


def find_region(running: list[Line], boxes: list[Box]) -> Box:
    """The box that holds most of the running text: at worst the whole page, which is the first of `boxes`."""
    for box in boxes:
        box.good = 0
    for line in running:
        line.box.good += width(line.text) * (3 if line.tag == "p" else 2)
    heaviest: dict[Box, Box] = {}
    for box in reversed(boxes):
        if box.parent is not None:
            box.parent.good += box.good
            rival = heaviest.get(box.parent)
            if rival is None or box.good >= rival.good:
                heaviest[box.parent] = box
    box = boxes[0]
    while True:
        child = heaviest.get(box)
        if child is None or child.good <= _KEEPS * box.good or not _contains_paragraphs(child):
            break
        box = child
    return box


def _contains_paragraphs(box: Box) -> bool:
    return box.children > 0 or box.tag not in {"p", "li", "blockquote", "td"}
