"""JSON-LD of a page: the object that describes its article, found in whatever shape publishers write it.

Broken JSON is tolerated: comments and CDATA marks, raw line ends in strings, trailing commas, stray text around the
object. What still does not parse is searched for the few fields that matter.
"""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

Json = Mapping[str, Any]

_ARTICLE = {
    "newsarticle": 5, "reportagenewsarticle": 5, "analysisnewsarticle": 5, "opinionnewsarticle": 5,
    "backgroundnewsarticle": 5, "reviewnewsarticle": 5, "askpublicnewsarticle": 5, "satiricalarticle": 5,
    "liveblogposting": 5, "article": 4, "advertisercontentarticle": 4, "scholarlyarticle": 4, "techarticle": 4,
    "blogposting": 4, "report": 4, "socialmediaposting": 3, "review": 3, "claimreview": 2, "recipe": 3,
    "videoobject": 1, "audioobject": 1, "creativework": 2, "webpage": 1, "itempage": 1,
}  # fmt: skip
"""schema.org types that may describe the article, and how likely they do."""

_LONGEST = 2_000_000
"""Code points of one script that are parsed."""
_MOST = 5000
"""Objects that are looked through on one page."""

_TRAILING_COMMA = re.compile(r",(\s{0,200})([}\]])")
_SALVAGED = re.compile(
    r'"(headline|datePublished|dateModified|alternativeHeadline|description|articleSection|name)"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,2000})"'
)
_AUTHOR = re.compile(r'"author"\s{0,20}:[^}\]]{0,300}?"name"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,200})"')


def _parsed(script: str) -> Any:
    """The script's value, mended as far as needed; None if nothing helps."""
    text = script.strip()
    if text.startswith("<!--"):
        text = text[4:].strip()
    for mark in ("//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["):
        if text.startswith(mark):
            text = text[len(mark) :].strip()
    for mended in (lambda t: t, lambda t: _TRAILING_COMMA.sub(r"\1\2", t), html.unescape):
        try:
            return json.JSONDecoder(strict=False).raw_decode(mended(text))[0]
        except (ValueError, RecursionError):
            continue
    return None


def _salvaged(script: str) -> dict[str, Any] | None:
    """The fields that can be read out of a script that is no JSON."""
    if not re.search(r'"@type"\s{0,20}:\s{0,20}\[?\s{0,20}"\w{0,40}(?:Article|Posting)"', script):
        return None
    found: dict[str, Any] = {"@type": "Article"}
    for key, value in _SALVAGED.findall(script):
        if key != "name":
            found.setdefault(key, value.replace('\\"', '"').replace("\\/", "/"))
    authors = list(dict.fromkeys(_AUTHOR.findall(script)))
    if authors:
        found["author"] = [{"name": a} for a in authors]
    return found


def types_of(item: Json) -> list[str]:
    """The schema.org types of an object, in lower case without their prefix."""
    value = item.get("@type")
    values = value if isinstance(value, list) else [value]
    return [v.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for v in values if isinstance(v, str)]


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in a value, outer before inner, at most `_MOST`."""
    queue, seen = [value], 0
    while queue and seen < _MOST:
        item = queue.pop(0) if len(queue) < 64 else queue.pop()
        seen += 1
        if isinstance(item, dict):
            yield item
            queue.extend(v for v in item.values() if isinstance(v, (dict, list)))
        elif isinstance(item, list):
            queue.extend(v for v in item if isinstance(v, (dict, list)))


class Graph:
    """A page's JSON-LD: its objects, looked up by `@id`, and the one that describes the article."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self.objects: list[dict[str, Any]] = []
        ends: list[int] = []
        for script in scripts:
            value = _parsed(script[:_LONGEST])
            if value is None:
                salvaged = _salvaged(script[:_LONGEST])
                value = salvaged if salvaged else []
            self.objects.extend(_objects(value))
            ends.append(len(self.objects))
        self._by_id: dict[str, dict[str, Any]] = {}
        for item in self.objects:
            key = item.get("@id")
            if isinstance(key, str) and len(item) > 1 and len(item) > len(self._by_id.get(key, ())):
                self._by_id[key] = item
        best = self._best()
        self.article: Json = self.objects[best] if best is not None else {}
        self.script: int | None = None if best is None else bisect_right(ends, best)
        """Which of the scripts describes the article."""

    def _best(self) -> int | None:
        """The index of the object that most likely describes the article."""
        best, best_score = None, 0
        for i, item in enumerate(self.objects):
            rank = max((_ARTICLE.get(t, 0) for t in types_of(item)), default=0)
            if not rank:
                continue
            score = rank * 10 + sum(bool(item.get(k)) for k in ("headline", "datePublished", "author", "articleBody"))
            if rank <= 1 and not item.get("datePublished"):
                score = 1
            if score > best_score:
                best, best_score = i, score
        return best

    def resolved(self, item: Any) -> Any:
        """The object that a bare reference points to; anything else as it is."""
        if isinstance(item, dict) and isinstance(item.get("@id"), str) and not item.get("name"):
            return self._by_id.get(item["@id"], item)
        return item

    def each(self, value: Any) -> list[Any]:
        """A value or list of values as a list, references resolved."""
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [self.resolved(v) for v in values[:200]]

    def names(self, value: Any) -> list[str]:
        """The names of objects, or the strings themselves."""
        out: list[str] = []
        for item in self.each(value):
            name = item.get("name") if isinstance(item, dict) else item
            for n in name if isinstance(name, list) else [name]:
                if isinstance(n, str) and n.strip():
                    out.append(clean(n))
        return out

    def string(self, key: str) -> str | None:
        """A string field of the article."""
        value = self.article.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = cast("dict[str, Any]", value).get("@value") or value.get("@id") or value.get("url")
        return clean(value) if isinstance(value, str) and value.strip() else None


    def body(self) -> list[str]:
        """The paragraphs of the article's text, where the JSON-LD has it."""
        value = self.article.get("articleBody")
        if not isinstance(value, str):
            return []
        text = re.sub(r"</?(?:p|br|div|li|h\d)\b[^<>]{0,200}>", "\n", html.unescape(value))
        return [p for p in map(clean, text.split("\n")) if p]


def clean(text: str) -> str:
    """A metadata string as a reader would see it: entities resolved, tags dropped, blanks collapsed."""
    if "&" in text:
        text = html.unescape(text)
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = re.sub(r"<[^<>]{1,300}>", " ", text)
    text = text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())
