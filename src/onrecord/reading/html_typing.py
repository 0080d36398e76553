"""Which lines of a page belong to its article, and of what kind each is.

Three passes. The range (`html_article`). The kind of each line, by what holds it, by its names, its links and its
beginning. The context: a heading needs text below it, the standfirst stands apart (`html_summary`), short leftovers
after the end are furniture.
"""

from __future__ import annotations

from onrecord.reading.dates import find_dates
from onrecord.reading.html_article import Article, setting
from onrecord.reading.html_phrases import is_phrase, line_cues, phrase_at_start
from onrecord.reading.html_region import FAR, ends_sentence, is_running, width
from onrecord.reading.html_summary import Told, Typed, find_summary
from onrecord.reading.html_walk import HEADINGS, Line
from onrecord.reading.html_words import Role
from onrecord.reading.metadata_sources import site_word
from onrecord.reading.metadata_titles import letters
from onrecord.types import BODY_KINDS, BlockKind

_BUTTONS = frozenset(("share", "networks", "ad", "comments", "player"))
"""Cues of short lines that are no text but controls of the page."""
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "dd", "dt", "td"))
_SHORT = 120
"""Width below which a line may be a date, a byline, a tag."""
_NAME = 5
"""Letters of the shortest name that is looked for in a line."""
_REPEATED = 30
"""Characters from which on a line that stands twice may not be the text's."""
_ENDINGS = 4
"""Paragraphs at the end of the text that may be credits or an appeal."""


def type_lines(lines: list[Line], article: Article, told: Told, address: str | None) -> list[Typed]:
    """The article's lines with their kinds, in document order.

    Args:
        lines: the page's lines, of weighed boxes (`html_region.weigh`).
        article: where among them the article stands.
        told: what the metadata says that the page says.
        address: the page's own address, which tells links to other articles from links to other sites.
    """
    site = site_word(address)
    window = lines[article.first : article.last + 1]
    kinds = [first_kind(line, article, site) for line in window]
    summary = find_summary(kinds, window, article, told)
    typed = [
        Typed("summary" if line.index in summary else kind or "other", line)
        for kind, line in zip(kinds, window, strict=True)
        if kind is not None or line.index in summary
    ]
    typed = _with_bold_headings(typed, article)
    return settle(typed, article)


def _leads_elsewhere(line: Line, site: str | None) -> bool:
    """Whether all of a line's links lead to other sites."""
    hrefs = [element.get("href") or "" for _, element in line.links]
    return site is not None and all(h.startswith(("http://", "https://")) and site not in h for h in hrefs)


def first_kind(line: Line, article: Article, site: str | None) -> BlockKind | None:
    """The kind that a line shows by itself; None: no part of the article."""
    if line is article.title:
        return "title"
    text, roles = line.text, line.roles
    inside = line.box.within(article.region)
    before = line.index < article.body_first
    if roles & Role.TAGS and line.index > article.body_last and width(text) < _SHORT and not roles & FAR:
        return "tags"
    if not inside and line.index > article.body_last:
        return None
    if roles & FAR:
        return _far_kind(roles, inside, before)
    if width(text) < 40 and line_cues(text) & _BUTTONS:
        return None
    usual = setting(line) in article.settings
    if _is_caption(line, usual) or (inside and not usual and _beside_picture(line)):
        return "caption"
    if roles & Role.EMBED:
        return "embed"
    if roles & Role.ASIDE:
        return "other"
    whole_link = line.linked >= 0.9 * len(text)
    if line.tag in HEADINGS:
        if is_phrase("related", text) or (whole_link and not before and line.box.parent not in article.parents):
            return "links"
        opens = line.index >= article.body_first - 2 and line.box.parent in article.parents
        return "heading" if inside and (not before or opens) else "other"
    if width(text) < _SHORT and not is_running(line):
        kind = _short_kind(line, article)
        if kind is not None:
            return kind
    if line.linked * 2 > len(text) and not _is_linked_text(line, article, site, whole_link):
        return "links"
    return _text_kind(line, article, inside, before)


def _far_kind(roles: int, inside: bool, before: bool) -> BlockKind | None:
    """The kind of a line whose surroundings are not the article's: notices and related links are kept near it."""
    if roles & (Role.NAVIGATION | Role.SHARE | Role.COMMENTS | Role.HIDDEN | Role.AD) or not inside:
        return None
    if roles & Role.RELATED:
        return None if before else "links"
    return "notice"


def _short_kind(line: Line, article: Article) -> BlockKind | None:
    """The kind of a short line about the article: its date, tags or byline; None if it is none of these."""
    text, roles = line.text, line.roles
    if _is_date(text, bool(roles & Role.BYLINE)):
        return "date"
    if roles & Role.TAGS or phrase_at_start("tags", text):
        return "tags"
    if article.body_first + 3 <= line.index <= article.body_last - 3:
        return None
    if roles & Role.DATE and any(c.isdecimal() for c in text):
        return "date"
    if roles & Role.BYLINE:
        return "byline"
    before = line.index < article.body_first
    if find_dates(text) and (before or phrase_at_start("date", text)):
        return "date"
    return "byline" if before and phrase_at_start("byline", text) else None


def _text_kind(line: Line, article: Article, inside: bool, before: bool) -> BlockKind:
    """The kind of a line of text that no name and no shape sets apart."""
    text, short = line.text, width(line.text) < _SHORT
    if short and line.index > article.body_last:
        return "links" if phrase_at_start("related", text) else "notice" if phrase_at_start("notice", text) else "other"
    if width(text) < 200 and phrase_at_start("related", text):
        return "links"
    if short and phrase_at_start("embed", text):
        return "embed"
    if is_running(line):
        return "paragraph"
    if not inside:
        return "other"
    whole = line.tag in _PARAGRAPHS or (line.box.parent is not None and ends_sentence(text))
    return "paragraph" if whole or (not before and width(text) > 25) else "other"


def _is_linked_text(line: Line, article: Article, site: str | None, whole: bool) -> bool:
    """Whether a line that is mostly link is yet the article's: a sentence, or an item of what it lists."""
    if line.tag not in {"p", "li"} or line.index > article.body_last or phrase_at_start("related", line.text):
        return False
    if whole and _leads_elsewhere(line, site):
        return True
    return ends_sentence(line.text) and (line.box.parent in article.parents or (not whole and width(line.text) > 60))


def _is_caption(line: Line, usual: bool) -> bool:
    if line.roles & Role.CAPTION:
        for box in line.box.up():
            if box.tag == "blockquote":
                return False  # a pull quote is often a figure
            if box.own & Role.CAPTION:
                return True
    if usual and ends_sentence(line.text):
        return False
    return width(line.text) < 200 and not line.linked and phrase_at_start("caption", line.text)


def _is_date(text: str, byline: bool) -> bool:
    """Whether a line is a date with few words around it, and in a byline no name."""
    dates = find_dates(text)
    if not dates:
        return False
    start, end, _ = dates[0]
    rest = text[:start] + " " + text[end:]
    return sum(c.isalpha() for c in rest) <= 25 and not (byline and sum(w[:1].isupper() for w in rest.split()) > 1)


def _beside_picture(line: Line) -> bool:
    """Whether a line is all the text, or nearly, that stands in one element with a picture or film."""
    if line.tag in HEADINGS or width(line.text) > 400:
        return False
    for box in line.box.up():
        if box.text > 1.5 * len(line.text) + 40:
            return False
        if box.media:
            return True
    return False


def _with_bold_headings(typed: list[Typed], article: Article) -> list[Typed]:
    """Short bold paragraphs as headings, in a text that has no others and at least two of these."""
    bold = [
        i
        for i, item in enumerate(typed)
        if _is_bold_heading(item, typed[i + 1] if i + 1 < len(typed) else None, article)
    ]
    if len(bold) < 2 or any(kind == "heading" for kind, _ in typed):
        return typed
    return [Typed("heading", line) if i in bold else Typed(kind, line) for i, (kind, line) in enumerate(typed)]


def _is_bold_heading(item: Typed, following: Typed | None, article: Article) -> bool:
    kind, line = item
    return (
        kind == "paragraph"
        and line.index >= article.body_first
        and line.tag == "p"
        and line.bold >= 0.95 * len(line.text)
        and width(line.text) < 90
        and (not ends_sentence(line.text) or line.text.endswith("?"))
        and following is not None
        and following.kind == "paragraph"
        and following.line.bold * 2 < len(following.line.text)
    )


def _ending(line: Line) -> BlockKind:
    """The kind of a paragraph at the text's end: credits, an appeal to readers, or a paragraph after all."""
    text = line.text
    if width(text) > 400:
        return "paragraph"
    shown = line_cues(text)
    if "credits" in shown or phrase_at_start("credits", text):
        return "credits"
    if shown & {"copyright", "ad", "call", "follow", "subscribe twice"}:
        return "notice"
    return "paragraph"


def _without_repeats(typed: list[Typed], article: Article) -> list[Typed]:
    """Without body lines that the article had before and that are set otherwise than its paragraphs.

    Such are the captions of a gallery and a headline above a film.
    """
    seen: set[str] = set()
    out: list[Typed] = []
    for item in typed:
        text = item.line.text
        usual = not article.settings or setting(item.line) in article.settings
        if item.kind in BODY_KINDS and len(text) >= _REPEATED and text in seen and not usual:
            continue
        seen.add(text)
        out.append(item)
    return out


def settle(typed: list[Typed], article: Article) -> list[Typed]:
    """The kinds once more, with the neighbours in view."""
    out: list[Typed] = []
    endings = 0
    below: str = ""  # what follows: `text`, a heading's element, `picture`, or nothing of the article
    for kind, line in reversed(typed):
        if kind == "paragraph" and endings < _ENDINGS and line.index > article.body_first:
            kind, endings = _ending(line), endings + 1
        if kind == "heading":
            if not (
                below == "text"
                or (below in HEADINGS and below > line.tag)
                or (below and line.box.parent in article.parents)
            ):
                kind = "other"
            else:
                below = line.tag
        elif kind in BODY_KINDS:
            below = "text"
        elif kind == "caption" and not below:
            below = "picture"
        out.append(Typed(kind, line))
    out.reverse()
    out = _without_repeats(out, article)
    return [t for t in out if t.kind != "other" or t.line.index <= article.body_last]


def with_bylines(typed: list[Typed], authors: tuple[str, ...]) -> list[Typed]:
    """Short links and labels around the text as bylines where they give an author's name."""
    names = [name for name in map(letters, authors) if len(name) >= _NAME]
    body = [i for i, (kind, _) in enumerate(typed) if kind == "paragraph"]
    if not names or not body:
        return typed
    out: list[Typed] = []
    for i, (kind, line) in enumerate(typed):
        outside = i < body[0] or i > body[-1]
        if outside and kind in {"links", "other"} and len(line.text) < _SHORT:
            own = letters(line.text)
            kind = "byline" if any(name in own for name in names) else kind
        out.append(Typed(kind, line))
    return out
