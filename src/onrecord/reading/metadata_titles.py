"""The headline: which of the titles on a page and in its metadata is the one that readers see above the article."""

from __future__ import annotations

import re

from onrecord.reading.html_walk import HEADINGS, Line
from onrecord.reading.html_words import Role
from onrecord.reading.metadata_jsonld import clean
from onrecord.reading.metadata_sources import Sources, host_of

_WORD = re.compile(r"\w+")
_NO_LETTER = re.compile(r"[\W_]+")
_PART = re.compile(r"\s+[|｜ㅣ–—·»«•:/-]+\s+|\s?[|｜ㅣ»«]\s?|--")


_LEADING = 0.15
"""Agreement that the page's first <h1> needs: a word or two that its text and a title in the metadata share."""

_FAR = Role.NAVIGATION | Role.RELATED | Role.COMMENTS | Role.HIDDEN | Role.AD


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def letters(text: str) -> str:
    """A text's letters and digits alone, case folded: what two titles are compared by."""
    return _NO_LETTER.sub("", text.casefold())


def parts_of(title: str) -> list[str]:
    """What bars, dashes and dots part in a `<title>`."""
    return [part.strip() for part in _PART.split(f" {title} ")]


def likeness(a: str, b: str) -> float:
    """How alike two titles are, 0 to 1: shared words over the words of the shorter, or of both for short ones."""
    if letters(a) == letters(b):
        return 1.0
    wa, wb = _words(a), _words(b)
    if not wa or not wb:
        return 0.0
    shared = len(wa & wb)
    return 0.5 * shared / min(len(wa), len(wb)) + 0.5 * 2 * shared / (len(wa) + len(wb))


def choose_title(sources: Sources, lines: list[Line], outlet: str | None) -> tuple[str | None, Line | None]:
    """The headline and the line that shows it.

    The displayed heading wins that agrees best with a title in the metadata (JSON-LD headline, Open Graph, Twitter,
    `<title>`). A sole `<h1>` needs no agreement, the first of several little, a lower heading must agree closely, and
    the site's name is none. Where no heading agrees, the JSON-LD headline, Open Graph's title and `<title>` are taken
    in this order, without the outlet's name.
    """
    stated = [
        t
        for t in (
            sources.graph.string("headline"),
            sources.first("og:title"),
            sources.first("twitter:title"),
            sources.first("title", "dc.title", "parsely-title", "sailthru.title"),
            sources.title,
        )
        if t
    ]
    best, best_score = None, 0.0
    tops = [line for line in lines if _level(line) == 1 and len(line.text) > 8]
    leading = next((line for line in tops if len(line.text) >= 15 and not line.roles & _FAR), None)
    site = {
        letters(outlet or ""),
        letters(host_of(sources.first("og:url") or next(iter(sources.links.get("canonical", ())), ""))),
    }
    for line in lines:
        level = _level(line)
        if not level or len(line.text) > 400 or _names_site(line.text, site):
            continue
        agreement = max((likeness(line.text, t) for t in stated), default=0.0)
        far = bool(line.roles & _FAR)
        if line is leading and (len(tops) == 1 or agreement >= _LEADING):
            agreement = max(agreement, 0.4)
        if agreement < (0.95 if far else 0.35 if level == 1 else 0.6):
            continue
        score = (
            agreement
            + {1: 0.35, 2: 0.1}.get(level, 0.0)
            + (0.15 if line.roles & Role.TITLE else 0.0)
            + (0.2 if line is leading else 0.0)
            - (0.2 if far else 0.0)
        )
        if score > best_score + 1e-9:
            best, best_score = line, score
    if best is not None:
        return _cut_tail(_without_kicker(best, stated), stated), best
    if not stated:
        return (tops[0].text, tops[0]) if tops else (None, None)
    return without_outlet(stated[0], stated, lines, outlet), None


def _names_site(text: str, site: set[str]) -> bool:
    """Whether a heading is the site's name: at most what stands in its host."""
    own = letters(text)
    return len(own) >= 5 and any(own in name for name in site)


def _without_kicker(line: Line, stated: list[str]) -> str:
    """The heading without the line above it (`Opinion`, a place, a topic) that is set in an element of its own.

    A heading that the metadata gives whole stays whole.
    """
    if any(letters(line.text) == letters(t) for t in stated):
        return line.text
    parts = [clean("".join(child.itertext())) for child in line.box.element]
    parts = [p for p in parts if p]
    for part in parts:
        if len(part) < len(line.text) and any(letters(part) == letters(t) for t in stated):
            return part
    if len(parts) == 2 and letters("".join(parts)) == letters(line.text) and len(parts[0]) * 1.5 < len(parts[1]):
        return line.text if parts[0].endswith(":") else parts[1]
    return line.text


def _level(line: Line) -> int:
    """1 to 6 for a line in a heading of that level, 9 for one that is named a title, else 0."""
    for box in (line.box, line.box.parent, line.box.parent and line.box.parent.parent):
        if box is not None and box.tag in HEADINGS:
            return int(box.tag[1])
    return 9 if (line.box.own | line.inline) & Role.TITLE and line.linked < len(line.text) else 0


def _cut_tail(shown: str, stated: list[str]) -> str:
    """The shown heading without a link or counter that runs on in it, if a stated title is its beginning."""
    for title in stated:
        for part in (title, *_PART.split(title)[:1]):
            goes_on = title[len(part) : len(part) + 6] == shown[len(part) : len(part) + 6]
            if (
                20 <= len(part) < len(shown) < len(part) + 25
                and shown.startswith(part)
                and (part is title or not goes_on)
            ):
                return part
    return shown


def without_outlet(title: str, stated: list[str], lines: list[Line], outlet: str | None) -> str:
    """A title from metadata without the names of outlet and section that are put after (rarely before) it."""
    for line in lines:
        if 20 <= len(line.text) < len(title) and title.startswith(line.text) and len(line.text) >= 0.5 * len(title):
            return line.text
    for other in stated:
        if 15 <= len(other) < len(title) and (title.startswith(other) or title.endswith(other)):
            return other
    parts = list(_PART.finditer(title))
    if not parts:
        return title
    name = letters(outlet or "")
    tail, head = title[parts[-1].end() :], title[: parts[0].start()]
    if name and (letters(tail) in name or name in letters(tail)):
        return title[: parts[-1].start()]
    if name and (letters(head) in name or name in letters(head)):
        return title[parts[0].end() :]
    if (
        parts[-1].group().strip() in {"|", "｜", "ㅣ", "-", "–", "—", "--"}
        and len(tail) < 35
        and parts[-1].start() > len(tail)
    ):
        return title[: parts[-1].start()]
    return title
