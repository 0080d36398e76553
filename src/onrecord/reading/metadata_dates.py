"""When a page was published and last changed, from the places that say so.

Publication: JSON-LD `datePublished` wins, then meta elements, microdata, a `<time>` or date line at the head of the
article, then the date in the page's address. What only says when a page was created or changed is the last resort.
Where the metadata and the date that readers see differ only in the order of day and month, the displayed one, which is
mostly in words, is right. A moment that the metadata gives in UTC and the page in the newsroom's time is given with the
newsroom's offset; where the page and its address both name the day before or after, that day is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from onrecord.reading.dates import find_date
from onrecord.reading.html_summary import Typed
from onrecord.reading.html_walk import Line
from onrecord.reading.html_words import Role
from onrecord.reading.metadata_sources import Sources
from onrecord.types import BODY_KINDS, PublishedBasis

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
        [sources.graph.string("dateModified"), *sources.every(*_MODIFIED), *sources.marked.get("datemodified", ())],
        language,
    )


def _displayed(sources: Sources, typed: list[Typed], near: list[Line], language: str | None) -> str | None:
    """The date that the page shows at the article.

    In a date line or byline, else in a line near the headline whose names say so, else in the page's first `<time>`
    elements, else in any short line near the headline.
    """
    body = next((line.index for kind, line in typed if kind in BODY_KINDS), 0)
    dated = [line for kind, line in typed if kind in {"date", "byline", "dateline"}]
    lines = [line for line in dated if line.index <= body]
    lines += [line for line in near if len(line.text) < 120 and line.roles & Role.DATE]
    named = [text for line in [*lines, *dated] for text in (line.text, _machine_time(line))]
    times = [t for pair in sources.times[:3] for t in pair]
    rest = [line.text for line in near if len(line.text) < (80 if line.linked < len(line.text) else 30)]
    return _first([*named, *times, *rest], language)


def _machine_time(line: Line) -> str | None:
    """The `datetime` of a `<time>` in a line, which may say no more than `28 minutes ago`."""
    time = line.box.element.find(".//time")
    return time.get("datetime") if time is not None else None


def _swapped(one: str, other: str) -> bool:
    """Whether two days differ by reading day and month the other way round."""
    return one[:4] == other[:4] and one[5:7] == other[8:10] and one[8:10] == other[5:7] and one[5:10] != other[5:10]


def _date(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _in_local_time(stated: str, shown: str) -> str | None:
    """A moment in UTC with the newsroom's offset, where the displayed time is the same moment in another zone."""
    if "T" not in stated or "T" not in shown or shown[19:]:
        return None
    offset = datetime.fromisoformat(shown) - datetime.fromisoformat(stated[:19])
    minutes = round(offset.total_seconds() / 60)
    if not -12 * 60 <= minutes <= 14 * 60 or minutes % 30:
        return None
    return f"{shown}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _address_day(sources: Sources, address: str | None) -> str | None:
    """The day in the page's address."""
    for url in (address, sources.first("og:url"), *sources.links.get("canonical", ())):
        found = _IN_ADDRESS.search(url or "")
        day = find_date("-".join(found.groups())) if found else None
        if day:
            return day
    return None


def published(
    sources: Sources, typed: list[Typed], near: list[Line], language: str | None, address: str | None
) -> tuple[str | None, PublishedBasis | None]:
    """The publication date or time in ISO 8601, and whether a block or the metadata says it."""
    stated = _stated(sources, language)
    shown = _displayed(sources, typed, near, language)
    if stated and shown and stated[:10] != shown[:10]:
        if _swapped(shown, stated):
            return shown, "block"
        if stated.endswith("+00:00"):
            local = _in_local_time(stated, shown)
            if local:
                return local, "metadata"
            if abs((_date(stated) - _date(shown)).days) == 1 and _address_day(sources, address) == shown[:10]:
                return shown, "block"
    if stated:
        return stated, "metadata"
    if shown:
        return shown, "block"
    found = _address_day(sources, address)
    if found:
        return found, "metadata"
    found = _first([*sources.every(*_CREATED), *sources.marked.get("datecreated", ())], language) or modified(
        sources, language
    )
    return found, "metadata" if found else None
