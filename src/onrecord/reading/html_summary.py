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

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.reading.dates import find_dates
from onrecord.reading.html_article import Article, setting
from onrecord.reading.html_phrases import is_phrase, phrase_at_start
from onrecord.reading.html_region import FAR, ends_sentence, is_running, width
from onrecord.reading.html_walk import HEADINGS, Line
from onrecord.reading.html_words import Role
from onrecord.reading.metadata_sources import Sources
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


@dataclass(frozen=True, slots=True)
class Told:
    """What the metadata says that the page says: its descriptions and titles, by their letters alone."""

    descriptions: tuple[str, ...]
    titles: tuple[str, ...]

    @classmethod
    def of(cls, sources: Sources) -> Told:
        """The descriptions and titles of a page's metadata."""
        graph = sources.graph
        told = [*sources.every("description", "og:description", "twitter:description"), graph.string("description")]
        named = [*sources.every("og:title", "twitter:title"), graph.string("headline")]
        return cls(
            tuple(letters(d) for d in told if d and len(d) >= 40),
            tuple(letters(t) for t in named if t and len(t) >= 15),
        )

    def describes(self, line: Line) -> bool:
        """Whether a line is a description, or the beginning of one, or begins with one."""
        text = letters(line.text)
        for told in self.descriptions:
            n = min(60, len(text), len(told))
            if (n >= 25 and text[:n] == told[:n]) or (len(text) >= 40 and text in told):
                return True
        return False


def find_summary(
    kinds: Sequence[BlockKind | None], lines: Sequence[Line], article: Article, told: Told
) -> frozenset[int]:
    """The indexes (`Line.index`) of the lines that are the standfirst or key points.

    Args:
        kinds: the kind that each line shows by itself; None: no part of the article.
        lines: the lines from the headline or the region's first line on.
        article: where the article stands and how it is set.
        told: what the metadata says.
    """
    if not article.settings:
        return frozenset()
    usual = article.settings[0]
    found: list[Line] = []
    texts: set[str] = set()
    first, body_begun, keypoints = True, False, False
    for kind, line in _head(kinds, lines, article):
        w = width(line.text)
        if is_phrase("summary", line.text):
            keypoints = True
            continue
        matched = told.describes(line)
        leads = _SHORTEST <= w <= _LONGEST and _may_lead(kind, line, matched or keypoints)
        if not leads or _is_title(line, article, told):
            keypoints = keypoints and w < _SHORTEST
            continue
        apart = setting(line) != usual
        body_begun = body_begun or (not apart and kind == "paragraph" and is_running(line))
        if line.text in texts or (line.tag in HEADINGS and (body_begun or (line.box.own & Role.TITLE and not matched))):
            continue
        bold = line.bold >= 0.9 * len(line.text)
        sentence = ends_sentence(line.text) or line.tag in HEADINGS
        goes_on = _goes_on(line, found)
        if (
            ((_is_named(line) or matched) and (apart or bold))
            or (
                first
                and (
                    (bold and w >= _RUNNING)
                    or (apart and sentence and w >= _RUNNING)
                    or (line.tag == "li" and w >= _RUNNING)
                )
            )
            or (keypoints and (line.tag == "li" or goes_on))
            or (
                goes_on
                and apart
                and len(found) < _MOST
                and line.box.parent is not None
                and line.box.parent.text < _LONGEST
            )
        ):
            found.append(line)
            texts.add(line.text)
        first = first and not found and not ends_sentence(line.text)
    return frozenset(line.index for line in found)


def _head(
    kinds: Sequence[BlockKind | None], lines: Sequence[Line], article: Article
) -> Iterator[tuple[BlockKind | None, Line]]:
    """The lines below the headline to the first few body paragraphs."""
    seen = 0
    for kind, line in zip(kinds, lines, strict=True):
        if article.title is not None and line.index <= article.title.index:
            continue
        yield kind, line
        if kind == "paragraph" and setting(line) == article.settings[0] and is_running(line):
            seen += 1
            if seen >= _CLOSE:
                return


def _may_lead(kind: BlockKind | None, line: Line, announced: bool) -> bool:
    """Whether nothing shows a line to be furniture.

    An aside and a teaser's name are forgiven where the metadata has the text or a heading announces key points.
    """
    if line.linked * 2 >= len(line.text) or line.roles & FAR & ~Role.RELATED:
        return False
    if kind is None or line.roles & Role.RELATED:
        return announced
    if kind not in {"paragraph", "heading", "other", "dateline"}:
        return False
    if width(line.text) >= 120:
        return True
    return not (find_dates(line.text) or phrase_at_start("byline", line.text) or phrase_at_start("notice", line.text))


def _is_title(line: Line, article: Article, told: Told) -> bool:
    """Whether a line is the headline once more, in other words or with a word above it."""
    text = letters(line.text)
    if text in told.titles:
        return True
    if article.title is None:
        return False
    heading = letters(article.title.text)
    if len(text) < 1.5 * len(heading) and likeness(line.text, article.title.text) > 0.6:
        return True
    return heading in text and len(text) < 2.2 * len(heading)


def _is_named(line: Line) -> bool:
    """Whether the names of a line's element, or of one of the next two around it, say that it is a summary."""
    roles, box = line.box.own | line.inline, line.box.parent
    for _ in range(2):
        if box is None:
            break
        roles |= box.own
        box = box.parent
    return bool(roles & Role.SUMMARY)


def _goes_on(line: Line, found: list[Line]) -> bool:
    """Whether a line follows the last one found, in the same element and set alike."""
    if not found:
        return False
    last = found[-1]
    return line.box.parent is last.box.parent and line.tag == last.tag and line.index - last.index <= 2
