"""Invented pages, built from parts."""

from __future__ import annotations

import json
from typing import Any

from onrecord.reading.given import Given
from onrecord.reading.html import read_html
from onrecord.types import Block, Document, Source

HEADLINE = "Harbour council closes the swing bridge until spring"
PARAGRAPHS = (
    "The harbour council of Eastmere closed the swing bridge on Monday after divers found cracks in two of its piers.",
    "Engineers said that repairs would take at least four months, and that no ferry could carry the lorries meanwhile.",
    "“We have no choice,” said Orla Venn, who heads the council. “A bridge that may fall is no bridge at all.”",
    "Shopkeepers on the north bank fear for their trade and have asked the province for help before the winter begins.",
    "The province has not answered so far, but an official said that a letter was on its way to the shopkeepers.",
)
NAVIGATION = (
    '<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>'
    '<li><a href="/weather">Weather</a></li></ul></nav></header>'
)
FOOTER = '<footer class="site-footer"><p>© Eastmere Courier. All rights reserved. Write to us at any time of day.</p></footer>'


def paragraphs(texts: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<p>{t}</p>" for t in texts)


def page(article: str | None = None, head: str = "", *, headline: str = HEADLINE, language: str = "en") -> str:
    """A whole page around an article; without one, around the headline and the five paragraphs."""
    inner = article if article is not None else f"<h1>{headline}</h1>{paragraphs()}"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><title>{headline} | Eastmere Courier</title>{head}</head>'
        f"<body>{NAVIGATION}<main><article>{inner}</article></main>{FOOTER}</body></html>"
    )


def json_ld(**fields: Any) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def read(html: str | bytes, **given: Any) -> Document:
    return read_html(html, Given("d1", Source("page.html", "text/html", "0" * 64), **given))


def texts(document: Document, *kinds: str) -> list[str]:
    """The texts of the blocks of these kinds, in order."""
    return [document.text[b.start : b.end] for b in document.blocks if b.kind in kinds]


def block(document: Document, text: str) -> Block:
    """The block that begins with `text`."""
    return next(b for b in document.blocks if document.text[b.start :].startswith(text))
