"""What a page's metadata says, from all its sources, reconciled."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from onrecord.reading.dates import find_date
from onrecord.types import Provenance, PublishedBasis


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; absent fields are None or empty."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_basis: PublishedBasis | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    description: str | None = None
    provenance: Provenance = Provenance()


def read_metadata(root: etree._Element) -> Metadata:
    """The metadata of a page."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            meta.setdefault(name.lower(), content.strip())
    link = next((e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"), None)
    published = find_date(meta.get("article:published_time", "")) or find_date(meta.get("date", ""))
    author = meta.get("author")
    return Metadata(
        title=meta.get("og:title"), authors=(author,) if author else (), published=published,
        published_basis="metadata" if published else None, outlet=meta.get("og:site_name"),
        url=link or meta.get("og:url"), language=root.get("lang"), description=meta.get("description") or meta.get("og:description"),
    )  # fmt: skip
