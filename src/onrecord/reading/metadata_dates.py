"""When a page was published and last changed, from the places that say so.

Publication: JSON-LD `datePublished` wins, then meta elements, microdata, a `<time>` or date line at the head of the
article, then the date in the page's address. What only says when a page was created or changed is the last resort.
Sources that agree on the day are not compared further; where metadata names a day that lies after the last change, or
more than a day after the date printed at the article, the printed one is taken: it is what readers were told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.dates import find_date
from onrecord.reading.html_summary import Typed
from onrecord.reading.metadata_sources import Sources
from onrecord.types import PublishedBasis

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate",
    "datepublished", "date_published", "article.published", "published_time", "published-date", "publish-date",
    "publish_date", "publishdate", "publication_date", "pubdate", "publisheddate", "article_date_original",
    "article:post_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc:date",
    "dc:created", "citation_publication_date", "citation_date", "originalpublicationdate", "ptime", "displaydate",
    "rnews:datepublished", "bt:pubdate", "timestamp", "date", "created", "date.created", "vr:published_time",
    "mediator_published_time", "shareaholic:article_published_time", "iso-8601-publish-date", "weibo:article:create_at",
    "pubtime", "publishtime", "apub:time", "utime", "last_published", "releasedate", "dateposted",
)  # fmt: skip
_CREATED = ("datecreated", "article:created", "date_created", "dc.created")
_MODIFIED = (
    "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified",
    "date_modified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "modified", "revised",
    "article:updated_time", "updated_time", "last_updated", "date.updated", "moddate",
)  # fmt: skip
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?$")


def _first(values: Iterable[str | None], language: str | None) -> str | None:
    for value in values:
        found = find_date(value, language=language) if value else None
        if found:
            return found
    return None


def _stated(sources: Sources, language: str | None) -> str | None:
    graph = sources.graph
    return _first(
        [
            graph.string("datePublished"),
            *sources.every(*_PUBLISHED),
            *sources.marked.get("datepublished", ()),
            graph.string("uploadDate"),
            graph.string("dateCreated"),
        ],
        language,
    )


def modified(sources: Sources, language: str | None) -> str | None:
    """When the page says that it was last changed."""
    return _first(
        [sources.graph.string("dateModified"), *sources.every(*_MODIFIED), *sources.marked.get("datemodified", ())], language
    )


def published(
    sources: Sources, typed: list[Typed], language: str | None, address: str | None
) -> tuple[str | None, PublishedBasis | None]:
    """The publication date or time in ISO 8601, and whether a block or the metadata says it."""
    stated = _stated(sources, language)
    if stated:
        return stated, "metadata"
    for kind, line in typed:
        if kind in {"date", "byline", "dateline"}:
            found = find_date(line.text, language=language)
            if found:
                return found, "block"
    found = _first((t for pair in sources.times[:3] for t in pair), language)
    if found:
        return found, "metadata"
    for url in (address, sources.first("og:url"), *sources.links.get("canonical", ())):
        m = _IN_ADDRESS.search(url or "")
        if m:
            found = find_date("-".join(m.groups()))
            if found:
                return found, "metadata"
    found = _first([*sources.every(*_CREATED), *sources.marked.get("datecreated", ())], language) or modified(sources, language)
    return found, "metadata" if found else None
