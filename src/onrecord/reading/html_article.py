"""The range of lines in which a page's article stands.

It begins with the headline, where that stands before the region (`html_region`), and ends with the last line that is
set as the body is. Publishers set the paragraphs of one text alike; so once the region is known, its usual settings
(element, names, depth) say more about a line than its own look: a line of running text set otherwise, after the last
usual one, is an appeal or another article's teaser; one set as usual outside the region is a part that an
advertisement has split off.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.reading.html_phrases import is_phrase
from onrecord.reading.html_region import FAR, find_region, is_running, width
from onrecord.reading.html_walk import HEADINGS, Box, Line
from onrecord.reading.html_words import Role

_REACH = 60
"""Lines that may stand between the headline and the region."""
_TAIL = 25
"""Lines after the body that are still looked at: tags, credits, a notice, links."""
_LEAST = 0.15
"""Share of the page's running text that must stand below the headline for the text above it to be left out."""
_ABOVE = 15
"""Lines above the headline among which a date or name may be the article's."""
_ARTICLE = 600
_BEFORE_COMMENTS = 0.15
"""Running text, and share of it, that must stand above what heads the readers' comments: such words are also buttons
at the head of a text, and comments can be many times longer than what they are about."""
_CLIMB = 5
"""Levels that the region may be widened by for parts of the text that were split off."""
_FAMILY = 0.1
"""Share of the running text that a setting must have to be a usual one."""

Setting = tuple[str, str, str, str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """The part of a page that is its article.

    `first` to `last` are the indexes of the lines that are looked at, `body_first` to `body_last` those between which
    the text stands; `settings` how its paragraphs are set, the most usual first; `parents` what they stand in.
    """

    region: Box
    title: Line | None
    first: int
    body_first: int
    body_last: int
    last: int
    settings: tuple[Setting, ...]
    parents: frozenset[Box]


def setting(line: Line) -> Setting:
    """How a line is set: its element and that one's parent, each with its classes, and its depth."""
    box, parent = line.box, line.box.parent
    return box.tag, box.style, parent.tag if parent else "", parent.style if parent else "", box.depth


def is_body_text(line: Line) -> bool:
    """Whether a line looks like running text and nothing around it says that it is something else."""
    return is_running(line) and not line.roles & (FAR | Role.CAPTION | Role.EMBED | Role.ASIDE)


def _usual(lines: list[Line]) -> tuple[Setting, ...]:
    amounts: Counter[Setting] = Counter()
    for line in lines:
        amounts[setting(line)] += width(line.text)
    least = _FAMILY * amounts.total()
    return tuple(s for s, n in sorted(amounts.items(), key=lambda item: (-item[1], item[0])) if n >= least)


def find_article(lines: list[Line], boxes: list[Box], title: Line | None) -> Article | None:
    """The range of lines in which the article stands, or None on a page without lines. Boxes must have been weighed."""
    if not lines:
        return None
    if title is not None:
        _trust(title, boxes)
    candidates = [line for line in lines if is_body_text(line)]
    region = find_region(_own(lines, candidates, title), boxes)
    running = [line for line in candidates if line.box.within(region)]
    if not running:
        return Article(region, title, 0, 0, len(lines) - 1, len(lines) - 1, (), frozenset())
    settings = _usual(running)
    region = _widened(region, candidates, running, settings)
    inside = [line.index for line in lines[region.first :] if line.box.within(region)]
    running = [line for line in candidates if line.box.within(region)]
    first = inside[0]
    title = title or _heading_above(lines, first)
    if title is not None and title.index <= running[-1].index:
        if title.index > first or first - title.index <= _REACH:
            first = title.index
        running = [line for line in running if line.index > title.index] or running
    kept = _until_end(lines, running, title, settings)
    kept = _without_strange_tail(kept, settings)
    parents = frozenset(line.box.parent for line in kept if setting(line) in settings and line.box.parent is not None)
    last = _extended(lines, kept[-1].index, parents)
    return Article(region, title, first, kept[0].index, last, min(len(lines) - 1, last + _TAIL), settings, parents)


def _trust(title: Line, boxes: list[Box]) -> None:
    """Drop the roles that say that the headline's surroundings are not the article's."""
    around = {box for box in title.box.up() if box.own & FAR}
    if around:
        for box in around:
            box.own &= ~FAR
        for box in boxes:
            box.roles = box.own | (box.parent.roles if box.parent is not None else 0)


def _heading_above(lines: list[Line], first: int) -> Line | None:
    """The nearest first or second level heading above the region, where no headline was recognised."""
    for line in lines[first : max(0, first - _ABOVE) : -1]:
        if line.tag in {"h1", "h2"} and not line.roles & FAR and line.linked * 2 < len(line.text) < 300:
            return None if "\n" in line.text else line
    return None


def _own(lines: list[Line], candidates: list[Line], title: Line | None) -> list[Line]:
    """The running lines from the headline to the next article's headline; all of them without a headline above."""
    if title is None:
        return candidates
    below = [line for line in candidates if line.index > title.index]
    total = sum(width(line.text) for line in candidates)
    if sum(width(line.text) for line in below) < _LEAST * total:
        return candidates
    homes = {line.box.parent for line in below}
    own: list[Line] = []
    last = title.index
    for line in below:
        for between in lines[last + 1 : line.index]:
            if own and _stops(between, title) == "headline" and between.box.parent not in homes:
                return own
        own.append(line)
        last = line.index
    return own


def _widened(region: Box, candidates: list[Line], running: list[Line], settings: tuple[Setting, ...]) -> Box:
    """The region, widened to hold parts of the text that stand beside it in the same setting."""
    usual = frozenset(settings)
    box, low, high = region, running[0].index, running[-1].index
    for _ in range(_CLIMB):
        if box.parent is None or box.parent.tag in {"body", "html"}:
            break
        box = box.parent
        more = [c for c in candidates if (c.index < low or c.index > high) and c.box.within(box)]
        if any(setting(c) in usual for c in more):
            region = box
    return region


def _until_end(lines: list[Line], running: list[Line], title: Line | None, settings: tuple[Setting, ...]) -> list[Line]:
    """The running lines before another article's headline, the readers' comments or a list of other articles.

    A heading such as "Read more" ends nothing as long as lines follow that are set as the text is.
    """
    total, done = sum(width(line.text) for line in running), 0
    last_usual = max((line.index for line in running if setting(line) in settings), default=running[-1].index)
    last = running[0].index
    kept: list[Line] = []
    for line in running:
        for between in lines[last + 1 : line.index]:
            stops = _stops(between, title) if kept else None
            if stops == "headline" or (stops == "comments" and done >= max(_ARTICLE, _BEFORE_COMMENTS * total)):
                return kept
            if done >= 0.5 * total and stops == "related" and last_usual < line.index:
                return kept
        done += width(line.text)
        last = line.index
        kept.append(line)
    return kept


def _stops(line: Line, title: Line | None) -> str | None:
    """Whether a line is another `headline`, or heads `comments` or `related` articles."""
    if line.tag == "h1" or (line.box.parent is not None and line.box.parent.tag == "h1"):
        if (
            title is None
            or line.text == title.text
            or title.tag != "h1"
            or line.box.within(title.box.parent or title.box)
        ):
            return None
        # The next article's headline is set as this one's is; a section's heading may be an <h1>, too.
        return "headline" if line.box.style.split()[:1] == title.box.style.split()[:1] else None
    if len(line.text) < 60:
        headed = line.tag in HEADINGS or line.bold * 2 > len(line.text)
        if headed and (is_phrase("comments", line.text) or line.roles & Role.COMMENTS):
            return "comments"
        if headed and is_phrase("related", line.text):
            return "related"
    return None


def _without_strange_tail(running: list[Line], settings: tuple[Setting, ...]) -> list[Line]:
    """Without running lines after the last usual one that are set otherwise and stand elsewhere."""
    usual = frozenset(settings)
    own = [i for i, line in enumerate(running) if setting(line) in usual]
    if not own:
        return running
    homes = {running[i].box.parent for i in own}
    last = own[-1]
    while last + 1 < len(running) and running[last + 1].box.parent in homes:
        last += 1
    return running[: last + 1]


def _extended(lines: list[Line], last: int, parents: frozenset[Box]) -> int:
    """The body's last line, short lines that go on in the same element included: list items, a closing sentence."""
    end, headings = last, 0
    for line in lines[last + 1 : last + 1 + 6 * _TAIL]:
        home = line.box.parent if line.tag != "li" or line.box.parent is None else line.box.parent.parent
        if home not in parents:
            if line.roles & (FAR | Role.CAPTION) and not line.roles & Role.COMMENTS:
                continue  # a picture, or what is put between the parts
            break
        if (
            line.roles & (Role.TAGS | Role.BYLINE)
            or line.linked * 2 > len(line.text)
            or is_phrase("related", line.text)
        ):
            break
        if line.tag not in {"p", "li", *HEADINGS}:
            break
        headings += line.tag in HEADINGS
        if line.tag not in HEADINGS or headings > 2:  # a list of pictures with headings goes on without paragraphs
            end = line.index
    return end


def near_headline(lines: list[Line], article: Article) -> list[Line]:
    """Where names and dates stand: the lines from the headline to the text, those above it backwards, those below."""
    start = article.title.index if article.title is not None else article.first
    above = [line for line in lines[max(0, start - _ABOVE) : start] if not line.roles & (Role.RELATED | Role.COMMENTS)]
    return (
        lines[start : article.body_first + 3] + above[::-1] + lines[article.body_last + 1 : article.body_last + _TAIL]
    )
