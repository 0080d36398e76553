"""HTML pages to documents: typed blocks in reading order and reconciled metadata."""

from __future__ import annotations

import re

from onrecord.errors import ReadingError
from onrecord.limits import LIMITS, Limits
from onrecord.reading.decoding import Undecodable, decode
from onrecord.reading.given import Given
from onrecord.reading.html_article import find_article, near_headline
from onrecord.reading.html_region import weigh
from onrecord.reading.html_summary import Told, Typed
from onrecord.reading.html_typing import type_lines, with_bylines
from onrecord.reading.html_walk import Box, Line, Places, parse_page, walk
from onrecord.reading.language import language_of
from onrecord.reading.metadata import Shown, find_url, reconcile
from onrecord.reading.metadata_sources import Sources, gather
from onrecord.reading.metadata_titles import choose_title
from onrecord.types import BODY_KINDS, Block, Document

_STATED = 400
"""Characters from which on a text in the JSON-LD is more than a summary."""

_DECLARED = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.I)
_HEAD = 8192
"""Bytes in which a declaration is looked for; the HTML standard asks for it in the first 1,024."""

MAKER = "reading.html/1"


def read_html(html: str | bytes, given: Given, limits: Limits = LIMITS) -> Document:
    """Read a saved page into a document.

    Args:
        html: the page; bytes are decoded by the rule of `decoding`, a string is taken as it is.
        given: what came with the page; its fields win over what the page says.
        limits: bounds; text past `text_characters` is left out.

    Returns:
        The document. Its `text` is that of its blocks, parted by blank lines; offsets are code points into it. A page
        without an article gives what text there is, perhaps none.

    Raises:
        ReadingError: for bytes that are no text in any encoding, or text only where elements are nested too deeply.
    """
    page = _decoded(html, given) if isinstance(html, bytes) else html
    root = parse_page(page)
    lines, boxes = walk(root)
    weigh(lines, boxes)
    sources = gather(root)
    title, title_line = choose_title(sources, lines, sources.first("og:site_name"))
    article = find_article(lines, boxes, title_line)
    typed = type_lines(lines, article, Told.of(sources), given.url or find_url(sources)) if article else []
    typed = _with_stated_body(typed, sources)
    body = "\n".join(line.text for kind, line in typed if kind == "paragraph")
    language = given.language or language_of(body or "\n".join(line.text for _, line in typed), sources.language)
    shown = Shown(typed, near_headline(lines, article) if article else [])
    found = reconcile(sources, shown, title, language, given.url)
    authors = given.authors or found.authors
    text, blocks = _laid_out(with_bylines(typed, authors), limits)
    if not blocks and any(box.depth >= limits.html_depth for box in boxes):
        what = f"no text within {limits.html_depth} elements that are nested in one another"
        raise ReadingError(what, given.source.name, "Save the page anew, or give its text alone.")
    published = given.published or found.published
    return Document(
        id=given.id,
        text=text,
        blocks=blocks,
        source=given.source,
        title=given.title or title,
        authors=authors,
        published=published,
        published_basis="given" if given.published else found.published_basis if published else None,
        modified=found.modified,
        outlet=given.outlet or found.outlet,
        url=given.url or found.url,
        language=language,
        tags=given.tags or found.tags,
        provenance=found.provenance,
        maker=MAKER,
    )


def _decoded(raw: bytes, given: Given) -> str:
    """The page's text, in the encoding that it declares where nothing surer tells it."""
    declared = _DECLARED.search(raw, 0, _HEAD)
    decoded = decode(raw, declared[1].decode("ascii") if declared else None, page=True)
    if isinstance(decoded, Undecodable):
        raise ReadingError(decoded.what, given.source.name, decoded.do)
    return decoded.text


def _with_stated_body(typed: list[Typed], sources: Sources) -> list[Typed]:
    """The JSON-LD's own text in place of the page's, where a program would have put most of it into the page."""
    stated = sources.graph.body()
    shown = sum(len(line.text) for kind, line in typed if kind in BODY_KINDS)
    if sources.body is None or sum(map(len, stated)) < max(_STATED, 3 * shown):
        return typed
    box = Box(sources.body, "script", None, 0, 0, 0, 0)
    furniture = [t for t in typed if t.kind not in BODY_KINDS]
    return furniture + [Typed("paragraph", Line(text, box, 0)) for text in stated]


def _laid_out(typed: list[Typed], limits: Limits) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks, joined by blank lines."""
    places, parts, blocks, at = Places(), [], [], 0
    for kind, line in typed:
        words = line.text[: max(0, limits.text_characters - at)].rstrip()
        if not words:
            break
        blocks.append(Block(kind, at, at + len(words), places.of(line.box.element)))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(blocks)
