"""Where a page keeps its metadata, gathered in one place before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass, field

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


def gather(root: etree._Element) -> Sources:
    """Read a page's metadata elements."""
    scripts: list[str] = []
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
                    for key in {name.strip().lower(): None}:
                        values = found.meta.setdefault(key, [])
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
                scripts.append(element.text)
        elif found.title is None:
            parent = element.getparent()
            text = "".join(element.itertext())
            if text.strip() and (parent is None or parent.tag != "svg"):
                found.title = clean(text[:_LONGEST])
    found.graph = Graph(scripts)
    found.language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return found
