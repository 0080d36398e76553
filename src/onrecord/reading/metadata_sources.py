"""Where a page keeps its metadata, gathered in one place before anything is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from onrecord.reading.metadata_jsonld import Graph, clean

_LONGEST = 20_000
"""Code points of one attribute or element that are kept."""
_MOST = 400
"""Elements of one kind that are looked at."""


@dataclass(slots=True)
class Sources:
    """The raw material: JSON-LD, `<meta>` by lower-case name, `<link>` by rel, `<title>`, `<html lang>`."""

    graph: Graph
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    marked: dict[str, list[str]] = field(default_factory=dict)
    """Microdata and link types in the page: itemprop, `rel=author`, `rel=tag` -> texts, in document order."""
    times: list[tuple[str, str]] = field(default_factory=list)
    """`<time>` elements: datetime attribute and text."""
    body: etree._Element | None = None
    """The script that holds the JSON-LD of the article."""
    title: str | None = None
    language: str | None = None

    def first(self, *names: str) -> str | None:
        """The first value of the first of these names that has one."""
        for name in names:
            if name in self.meta:
                return self.meta[name][0]
        return None

    def every(self, *names: str) -> list[str]:
        """All values of these names, in the names' order."""
        return [value for name in names for value in self.meta.get(name, ())]


_MARKED = etree.XPath("//*[@itemprop or @rel][not(self::link or self::meta)]")
_PROPERTIES = frozenset(
    "author creator name datepublished datecreated datemodified keywords articlesection publisher headline "
    "sourceorganization copyrightholder about".split()
)


def _gather_marked(root: etree._Element, found: Sources) -> None:
    """Microdata properties and typed links, and `<time>` elements."""
    elements = _MARKED(root)
    for element in elements[: 20 * _MOST] if isinstance(elements, list) else ():
        if not isinstance(element, etree._Element):
            continue
        rels = [f"rel={r}" for r in (element.get("rel") or "").lower().split() if r in {"author", "tag"}]
        properties = [p for p in (element.get("itemprop") or "").lower().split() if p in _PROPERTIES]
        if not rels and not properties:
            continue
        inner = element.find(".//*[@itemprop='name']") if "author" in properties else None
        value = (
            element.get("content")
            or element.get("datetime")
            or "".join((element if inner is None else inner).itertext())
        )
        if inner is not None and inner.get("content"):
            value = inner.get("content") or value
        value = clean(value[:_LONGEST])
        for name in [*rels, *properties]:
            values = found.marked.setdefault(name, [])
            if value and value not in values and len(values) < _MOST:
                values.append(value)
    for element in root.iter("time"):
        if len(found.times) < _MOST:
            found.times.append((element.get("datetime") or "", clean("".join(element.itertext())[:200])))


def gather(root: etree._Element) -> Sources:
    """Read a page's metadata elements."""
    scripts: list[etree._Element] = []
    found = Sources(Graph(()))
    for element in root.iter("meta", "link", "script", "title"):
        tag = element.tag
        if tag == "meta":
            content = element.get("content")
            if not content or not content.strip():
                continue
            value = clean(content[:_LONGEST])
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                name = element.get(attribute)
                if name:
                    values = found.meta.setdefault(name.strip().lower(), [])
                    if len(values) < _MOST and value not in values:
                        values.append(value)
        elif tag == "link":
            href = element.get("href")
            for rel in (element.get("rel") or "").lower().split():
                if href and len(found.links.setdefault(rel, [])) < _MOST:
                    found.links[rel].append(href.strip())
        elif tag == "script":
            kind = (element.get("type") or "").lower()
            if "ld+json" in kind and element.text and len(scripts) < _MOST:
                scripts.append(element)
        elif found.title is None:
            parent = element.getparent()
            text = "".join(element.itertext())
            if text.strip() and (parent is None or parent.tag != "svg"):
                found.title = clean(text[:_LONGEST])
    found.graph = Graph(script.text or "" for script in scripts)
    if found.graph.script is not None:
        found.body = scripts[found.graph.script]
    _gather_marked(root, found)
    found.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return found


def site_word(address: str | None) -> str | None:
    """The longest label of a host, which a publisher's other addresses share: `example` of `shop.example.co.uk`."""
    labels = host_of(address).split(".")
    return max(labels[:-1], key=len, default="") or None


def host_of(address: str | None) -> str:
    """The host of an address without `www.`, `m.` or `amp.`; empty for none and for what is no address."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:  # such as `http://[`
        return ""
    return re.sub(r"^(?:www|m|amp)\.", "", host)
