"""The topics that a publisher gives an article: keywords of the metadata and the tag links around the text.

All keyword fields are taken together, the same topic once, in the order JSON-LD, meta, visible links; sections come
last. Fields that hold the site's own words, the same on every page, cannot be told from one page, so that nothing is
left out for being general; but an author's name, the outlet's name and codes are no topics.
"""

from __future__ import annotations

import re

from onrecord.reading.html_summary import Typed
from onrecord.reading.html_walk import Line
from onrecord.reading.metadata_jsonld import clean
from onrecord.reading.metadata_sources import Sources
from onrecord.reading.metadata_titles import letters

_MOST = 40
"""Topics that are kept: more than editors give, and what comes last is the least telling."""

_KEYWORDS = re.compile(r"(?:^|[:._-])(?:news_?)?(?:keywords?|tags?|topics?|subjects?)$")
_SECTIONS = re.compile(r"(?:^|[:._-])(?:article)?(?:sections?|categor(?:y|ies)|channel)$")
_SEPARATOR = re.compile(r"[,;|，、；\n]")
_CODE = re.compile(r"[\w.-]{0,40}[:=_][\w.:=/-]{0,80}|\d+|[0-9a-f-]{16,}", re.I)
_EAST_ASIAN = re.compile("[\u3040-\u9fff]")
_LABELLED = re.compile(r"(?:topics?|tags?|keywords?|sections?|categor(?:y|ies))[/:]\s?", re.I)
_TOPIC_PATH = re.compile(
    r"/(?:tags?|tagged|topics?|thema|themen|themenseiten?|schlagworte?|stichworte?|keywords?|temas?|etiquetas?|sujets?|"
    r"dossiers?|mots?-cles?|emne|emner|tema|amne|argomenti|tagi?|temat|stitek|tema|cimke|etiket|konu|label|subjects?)[/=:_-]",
    re.I,
)
"""Parts of an address that lead to the articles on one topic, in the languages of many publishers."""


def _split(value: str) -> list[str]:
    parts = _SEPARATOR.split(value[:5000])
    if len(parts) == 1 and _EAST_ASIAN.search(value):
        parts = value.split()  # where words are not parted by blanks, blanks part keywords
    return [clean(part) for part in parts]


def _linked_topics(near: list[Line]) -> list[str]:
    """The labels of links to topic pages, in lines that are nothing but links."""
    return [
        label
        for line in near
        if line.linked * 10 >= 7 * len(line.text)
        for label, element in line.links
        if _TOPIC_PATH.search(element.get("href") or "") and len(label.split()) <= 6
    ]


def _from_graph(sources: Sources, key: str) -> list[str]:
    out: list[str] = []
    for item in sources.graph.names(sources.graph.article.get(key)):
        out.extend(_split(item))
    return out


def find_tags(
    sources: Sources, typed: list[Typed], near: list[Line], authors: tuple[str, ...], outlet: str | None
) -> tuple[str, ...]:
    """The article's topics, at most forty."""
    found = _from_graph(sources, "keywords")
    for name, values in sources.meta.items():
        if _KEYWORDS.search(name) and not name.startswith(("msapplication", "generator")):
            for value in values:
                found.extend(_split(value))
    found.extend(_from_graph(sources, "about"))
    for kind, line in typed:
        if kind == "tags":
            found.extend(label for label, _ in line.links) if line.links else found.extend(_split(line.text))
    found.extend(sources.marked.get("rel=tag", ()))
    found.extend(_linked_topics(near))
    for value in sources.marked.get("keywords", ()):
        found.extend(_split(value))
    found.extend(_from_graph(sources, "mentions"))
    found.extend(_from_graph(sources, "articleSection"))
    for name, values in sources.meta.items():
        if _SECTIONS.search(name):
            for value in values:
                found.extend(_split(value))
    known = {letters(n) for n in (*authors, outlet or "")}
    kept: dict[str, str] = {}
    for topic in found:
        topic = _LABELLED.sub("", topic.strip(" #.,:\"'“”«»"), count=1)
        key = letters(topic)
        if key and key not in known and len(topic) <= 80 and not _CODE.fullmatch(topic):
            kept.setdefault(key, topic)
    return tuple(kept.values())[:_MOST]
