"""Whom and what a page names as its source: evidence for origins, so only what names another than the page itself."""

from __future__ import annotations

from typing import Any

from onrecord.reading.metadata_jsonld import clean
from onrecord.reading.metadata_sources import Sources, site_word
from onrecord.reading.metadata_titles import letters
from onrecord.types import Provenance

_LONGEST = 120
"""Code points of a name; longer ones are sentences."""
_SOURCE_META = (
    "syndication-source", "original-source", "source", "article:source", "dc.source", "news_source", "content-source",
)  # fmt: skip


def find_provenance(sources: Sources, outlet: str | None, address: str | None) -> Provenance:
    """The agencies and holders that are not the outlet, and the addresses of what the page is based on.

    A canonical address is such a one if it is another publisher's than the address that the page came from or, where
    that is not known, gives as its own elsewhere.

    Args:
        sources: the page's metadata elements.
        outlet: the name of the page's own site.
        address: where the page came from, if that is known.
    """
    graph = sources.graph
    credits: list[str] = []
    for key in ("sourceOrganization", "provider", "copyrightHolder"):
        credits += graph.names(graph.article.get(key))
    links: list[str] = []
    for key in ("isBasedOn", "isBasedOnUrl"):
        links += [link for item in graph.each(graph.article.get(key)) if (link := _address(item))]
    for value in sources.every(*_SOURCE_META):
        (links if value.startswith("http") else credits).append(value)
    own = site_word(address or sources.first("og:url"))
    links += [link for link in sources.links.get("canonical", ()) if own and site_word(link) not in {own, None}]
    links += sources.links.get("syndication-source", [])
    name = letters(outlet or "")
    return Provenance(
        credits=tuple(dict.fromkeys(clean(c) for c in credits if len(c) <= _LONGEST and letters(c) != name)),
        links=tuple(dict.fromkeys(link for link in links if link.startswith("http"))),
    )


def _address(item: Any) -> str | None:
    value = (item.get("url") or item.get("@id")) if isinstance(item, dict) else item
    return value if isinstance(value, str) else None
