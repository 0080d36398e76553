"""What a page says about itself, from all its sources, reconciled.

Which source wins:

- title: `metadata_titles` (the displayed headline that agrees with the metadata).
- authors: JSON-LD authors as they are given, if there is a person among them, unless the displayed byline has these and
  more; else meta elements, the displayed byline, microdata and author links, in this order, the first that names a
  person; else the agency or newsroom that any of them names. A name that is the outlet's own gives way to any other.
- publication date: `metadata_dates`. Topics: `metadata_tags`.
- outlet: Open Graph's site name, the JSON-LD publisher, application names, the end of `<title>`.
- address: the canonical link, Open Graph, JSON-LD, in this order; relative ones are of no use and left out.
- provenance: `metadata_provenance`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.reading import metadata_dates
from onrecord.reading.html_article import setting
from onrecord.reading.html_phrases import phrase_at_start
from onrecord.reading.html_summary import Typed
from onrecord.reading.html_walk import Line
from onrecord.reading.html_words import Role
from onrecord.reading.metadata_jsonld import types_of
from onrecord.reading.metadata_people import shown_names, split_names
from onrecord.reading.metadata_provenance import find_provenance
from onrecord.reading.metadata_sources import Sources, host_of
from onrecord.reading.metadata_tags import find_tags
from onrecord.reading.metadata_titles import letters, parts_of
from onrecord.types import Provenance, PublishedBasis

_OUTLET_META = ("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright")
_LONGEST_OUTLET = 80
"""Code points of a site's name."""
_AUTHOR_META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "dc:creator", "dc.creator.author", "cxenseparse:author", "byl", "article:byline", "authors", "article:author",
    "og:article:author", "lp.article:author", "citation_author", "dable:author", "rnews:author", "creator",
    "mediator_author",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; absent fields are None or empty."""

    authors: tuple[str, ...] = ()
    published: str | None = None
    published_basis: PublishedBasis | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the article's typed lines, and those near its headline (`html_article.near_headline`)."""

    typed: list[Typed]
    near: list[Line]


def reconcile(
    sources: Sources, shown: Shown, title: str | None, language: str | None, address: str | None
) -> Metadata:
    """Decide between the sources.

    Args:
        sources: the page's metadata elements.
        shown: what readers see; bylines, dates and tags among it count.
        title: the headline that was chosen.
        language: the text's language, for dates in words.
        address: where the page came from, if that is known.
    """
    outlet = find_outlet(sources, title)
    url = find_url(sources)
    published, basis = metadata_dates.published(sources, shown.typed, shown.near, language, address or url)
    authors = find_authors(sources, shown, outlet, url or address)
    return Metadata(
        authors=authors,
        published=published,
        published_basis=basis,
        modified=metadata_dates.modified(sources, language),
        outlet=outlet,
        url=url,
        tags=find_tags(sources, shown.typed, shown.near, authors, outlet),
        provenance=find_provenance(sources, outlet, address),
    )


def find_outlet(sources: Sources, title: str | None) -> str | None:
    """The name of the site; where no field gives it, what follows the headline in `<title>`."""
    graph = sources.graph
    stated = [sources.first("og:site_name"), *graph.names(graph.article.get("publisher"))]
    stated.append(sources.first(*_OUTLET_META))
    if title and sources.title and sources.title.startswith(title):
        stated.append(parts_of(sources.title[len(title) :])[-1])
    return next((s for s in stated if s and len(s) <= _LONGEST_OUTLET and not s.startswith("http")), None)


def find_url(sources: Sources) -> str | None:
    """The address that the page declares as its own."""
    graph = sources.graph
    stated: list[str | None] = [*sources.links.get("canonical", ()), sources.first("og:url"), graph.string("url")]
    stated += [graph.string("mainEntityOfPage"), sources.first("twitter:url")]
    return next((url for url in stated if url and re.match(r"https?://[^/\s]", url)), None)


def _house_names(sources: Sources, outlet: str | None, url: str | None) -> frozenset[str]:
    """The letters of the outlet's names: an author of such a name is no person."""
    host = host_of(url)
    names = [outlet or "", host, host.split(".")[0], *sources.graph.names(sources.graph.article.get("publisher"))]
    names += [
        n
        for o in sources.graph.objects
        if any("organization" in t for t in types_of(o))
        for n in sources.graph.names(o)
    ][:20]
    names += [name.rpartition(".")[0] for name in names if "." in name]
    return frozenset(filter(None, map(letters, names)))


def _ld_authors(sources: Sources, house: frozenset[str]) -> tuple[list[str], list[str]]:
    """Names in JSON-LD: all of them, and those that are not declared to be organisations."""
    names: list[str] = []
    persons: list[str] = []
    for key in ("author", "creator"):
        for item in sources.graph.each(sources.graph.article.get(key)):
            organisation = isinstance(item, dict) and any("organi" in t for t in types_of(item))
            for name in sources.graph.names(item):
                split = [name] if organisation else split_names(name)
                split = [n for n in split if letters(n) not in house] or split
                names += split
                persons += [] if organisation else split
        if names:
            break
    return list(dict.fromkeys(names)), persons


def find_authors(sources: Sources, shown: Shown, outlet: str | None, url: str | None) -> tuple[str, ...]:
    """The authors' names, of persons where any are named."""
    house = _house_names(sources, outlet, url)

    def persons(names: list[str]) -> list[str]:
        return [n for n in names if letters(n) not in house and (" " in n or not n.isupper())]

    listed, people = _ld_authors(sources, house)
    displayed = _displayed_names(shown)
    if persons(people):
        more = [n for n in displayed if n not in listed]
        complete = len(more) + len(listed) == len(displayed) and all(" " in n and n.istitle() for n in more)
        return tuple(displayed if more and complete else listed)
    values = [v for name in _AUTHOR_META for v in sources.meta.get(name, ()) if not v.startswith(("http", "/", "@"))]
    others = [listed, list(dict.fromkeys(n for v in values for n in split_names(v))), displayed]
    for key in ("author", "rel=author", "creator"):
        others.append([n for v in sources.marked.get(key, ())[:6] for n in split_names(v)])
    for names in others:
        if persons(names):
            return tuple(dict.fromkeys(n for n in names if letters(n) not in house))
    return tuple(next((dict.fromkeys(names) for names in others if names), ()))


def _displayed_names(shown: Shown) -> list[str]:
    """The names in the first displayed byline: a line named so at the article, else one that begins with `By`.

    Further lines belong to it if they are set alike and follow at once.
    """
    named = [line for kind, line in shown.typed if kind == "byline"]
    named += [
        line for line in shown.near if len(line.text) < 150 and line.roles & Role.BYLINE and not line.roles & Role.ASIDE
    ]
    begun = [line for line in shown.near if len(line.text) < 150 and phrase_at_start("byline", line.text)]
    first: list[str] = []
    for lines in (named, begun):
        names: list[str] = []
        last: Line | None = None
        for line in lines:
            if last is not None and not (line.index - last.index <= 3 and setting(line) == setting(last)):
                continue
            found = shown_names(line.text, [label for label, _ in line.links])
            if found:
                names += [n for n in found if n not in names]
                last = line
        if any(" " in n for n in names):
            return names
        first = first or names
    return first
