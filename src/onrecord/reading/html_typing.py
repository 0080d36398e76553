"""Which lines of a page belong to its article, and of what kind each is.

Three passes. The range: from the headline, where it stands before the region (`html_region`), to the region's last
running text, stopped by a second article, comments or a list of other articles. The kind of each line, by what holds
it, by its names, its links and its beginning. The context: a heading needs text below it, a list of links is no
section, short leftovers after the end are furniture.
"""

from __future__ import annotations

from dataclasses import dataclass
from onrecord.reading.dates import find_dates
from onrecord.reading.html_phrases import is_phrase, phrase_at_start
from onrecord.reading.html_region import FAR, ends_sentence, find_region, is_running, width
from onrecord.reading.html_summary import Typed, find_summary
from onrecord.reading.html_walk import HEADINGS, Box, Line
from onrecord.reading.html_words import Role
from onrecord.types import BODY_KINDS, BlockKind

_REACH = 60
"""Lines that may stand between the headline and the region."""
_TAIL = 25
"""Lines after the last running text that are still looked at: tags, credits, a notice, links."""


@dataclass(slots=True)
class Article:
    """The part of a page that is its article: the region, the headline's line, and the range of lines."""

    region: Box
    title: Line | None
    first: int
    body_first: int
    body_last: int
    last: int
    total: int


def type_lines(lines: list[Line], boxes: list[Box], title: Line | None, descriptions: list[str]) -> list[Typed]:
    """The article's lines with their kinds, in document order.

    Args:
        lines, boxes: the page as `html_walk.walk` gave it, the boxes weighed (`html_region.weigh`).
        title: the line that shows the headline, or None.
        descriptions: what the metadata says that the page says.
    """
    article = find_article(lines, boxes, title)
    if article is None:
        return []
    kinds = [first_kind(line, article) for line in lines[article.first : article.last + 1]]
    typed = [Typed(k, line) for k, line in zip(kinds, lines[article.first : article.last + 1], strict=True) if k]
    summary = find_summary(typed, title, descriptions)
    typed = [Typed("summary", t.line) if t.line.index in summary else t for t in typed]
    return settle(typed, article)


def find_article(lines: list[Line], boxes: list[Box], title: Line | None) -> Article | None:
    """The range of lines in which the article stands, or None on a page without lines."""
    region = find_region(lines, boxes)
    if region is None or not lines:
        return None
    inside = [line.index for line in lines[region.first :] if line.box.within(region)]
    running = [i for i in inside if _is_body(lines[i])]
    if not running:
        return Article(region, title, 0, 0, len(lines) - 1, len(lines) - 1, region.good)
    first = inside[0]
    if title is not None and title.index <= running[-1]:
        if title.index > first or first - title.index <= _REACH:
            first = title.index
        running = [i for i in running if i > title.index] or running
    last = _end(lines, running, title)
    return Article(region, title, first, running[0], last, min(inside[-1], last + _TAIL), region.good)


def _is_body(line: Line) -> bool:
    return is_running(line) and not line.roles & (FAR | Role.CAPTION | Role.EMBED)


def _end(lines: list[Line], running: list[int], title: Line | None) -> int:
    """The index of the article's last running line: before another article's headline or the readers' comments."""
    amounts = [width(lines[i].text) for i in running]
    total, done = sum(amounts), 0
    last = running[0]
    for i, amount in zip(running, amounts, strict=True):
        for line in lines[last + 1 : i]:
            if _stops(line, title) and done > 0 and (line.tag == "h1" or done >= 0.5 * total):
                return last
        done += amount
        last = i
    return last


def _stops(line: Line, title: Line | None) -> bool:
    """Whether a line begins what is no longer the article."""
    if line.tag == "h1":
        return title is not None and title.tag == "h1" and line.text != title.text and not line.box.within(title.box.parent or title.box)
    if line.roles & Role.COMMENTS and line.tag in HEADINGS:
        return True
    return len(line.text) < 60 and (line.tag in HEADINGS or line.bold * 2 > len(line.text)) and (
        is_phrase("comments", line.text) or is_phrase("related", line.text)
    )


def first_kind(line: Line, article: Article) -> BlockKind | None:
    """The kind that a line shows by itself; None: no part of the article."""
    text, roles = line.text, line.roles
    if line is article.title:
        return "title"
    in_region = line.box.within(article.region)
    before = line.index < article.body_first
    if not in_region and not (before or article.body_first <= line.index <= article.body_last):
        return None
    if roles & (Role.NAVIGATION | Role.SHARE | Role.COMMENTS | Role.HIDDEN | Role.AD):
        return None
    if roles & Role.RELATED:
        return "links" if in_region and not before else None
    if roles & Role.NOTICE:
        return "notice" if in_region else None
    running = is_running(line)
    short = width(text) < 120
    if _is_caption(line):
        return "caption"
    if roles & Role.EMBED:
        return "embed"
    if roles & Role.ASIDE:
        return "other"
    whole_link = line.linked >= 0.9 * len(text)
    if line.tag in HEADINGS:
        if whole_link and not before:
            return "links"
        return "heading" if in_region and not before else "other"
    if short and not running:
        if roles & Role.TAGS or phrase_at_start("tags", text):
            return "tags"
        if line.index < article.body_first + 3 or line.index > article.body_last - 3:
            if roles & Role.DATE and any(c.isdecimal() for c in text):
                return "date"
            if roles & Role.BYLINE:
                return "byline"
            if find_dates(text) and (before or phrase_at_start("date", text)):
                return "date"
            if before and phrase_at_start("byline", text):
                return "byline"
    if line.linked * 2 > len(text) and not (line.tag in {"p", "li"} and running and ends_sentence(text) and not whole_link):
        return "links"
    if short and line.index > article.body_last:
        return "links" if phrase_at_start("related", text) else "notice" if phrase_at_start("notice", text) else "other"
    if phrase_at_start("related", text) and (line.linked * 3 > len(text) or short and not ends_sentence(text)):
        return "links"
    if running or line.tag in {"p", "li", "blockquote", "dd", "dt", "td"} or (in_region and line.box.parent is not None and ends_sentence(text)):
        if not in_region and not running:
            return "other"
        return "paragraph"
    return "paragraph" if in_region and not before and width(text) > 25 else "other"


def _is_caption(line: Line) -> bool:
    if line.roles & Role.CAPTION:
        return True
    return width(line.text) < 200 and not line.linked and phrase_at_start("caption", line.text) is not None


def settle(typed: list[Typed], article: Article) -> list[Typed]:
    """The kinds once more, with the neighbours in view."""
    out: list[Typed] = []
    below = False  # whether running text follows before the next heading
    for kind, line in reversed(typed):
        if kind == "heading":
            if not below:
                kind = "other"
            below = line.index < article.body_last
        elif kind in BODY_KINDS:
            below = True
        out.append(Typed(kind, line))
    out.reverse()
    return [t for t in out if t.kind != "other" or t.line.index <= article.body_last]
