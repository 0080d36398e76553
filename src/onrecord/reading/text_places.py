"""What a piece of plain text shows by its place: the signs that its neighbours and the rest of the text give it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.blocks import WORD, words_of
from onrecord.reading.text_bylines import PARTICLES, author_names
from onrecord.reading.text_headlines import NO_HEADLINE, best_headline, named_headline, share_taken_up, stems_of
from onrecord.reading.text_signs import Shape, is_prose

_ARTICLE = 60
"""Paragraphs whose words are compared with what look like names."""

Placed = Iterator[tuple[int, str]]
"""Index of a piece and a sign that it gets."""


@dataclass(frozen=True, slots=True)
class Text:
    """All pieces of a text and where its prose lies.

    `first` is the first piece of prose (the number of pieces if there is none), `last` the last one (-1); `end` the
    last that stands next to another: paragraphs stand together, teasers of other articles each under their headline.
    """

    lines: Sequence[str]
    shapes: Sequence[Shape]
    bullets: Sequence[bool]
    prose: Sequence[bool]
    first: int
    last: int
    end: int
    headline: int | None

    def __len__(self) -> int:
        return len(self.lines)

    def has(self, i: int, *signs: str) -> bool:
        """Whether piece `i` exists and bears one of the signs by itself."""
        return 0 <= i < len(self.shapes) and not self.shapes[i].signs.isdisjoint(signs)


def text_of(lines: Sequence[str], shapes: Sequence[Shape], bullets: Sequence[bool], title: str | None) -> Text:
    """Survey the pieces of a text.

    Args:
        lines: the pieces' words on one line each (of long pieces a sample).
        shapes: their shapes.
        bullets: whether they stand in marked lists.
        title: the headline, if the input named it.
    """
    prose = [is_prose(s) for s in shapes]
    where = [i for i, p in enumerate(prose) if p]
    first, last = (where[0], where[-1]) if where else (len(lines), -1)
    plain = [_is_closed(s) and s.signs.isdisjoint(NO_HEADLINE | _APPEALS) for s in shapes]
    end = next((i for i in range(len(lines) - 1, 0, -1) if plain[i] and plain[i - 1] and (prose[i] or prose[i - 1])), 0)
    while end and end + 1 < len(lines) and plain[end + 1]:
        end += 1
    end = _with_last_section(shapes, prose, end)
    headline = named_headline(lines, first, title) if title else None
    if headline is None:
        headline = best_headline(lines, shapes, first)
    return Text(lines, shapes, bullets, prose, first, last, end, headline)


def _with_last_section(shapes: Sequence[Shape], prose: Sequence[bool], end: int) -> int:
    """Add a last section that is a heading and one paragraph; two in a row are rather teasers."""
    section = end + 2 < len(prose) and prose[end + 2] and shapes[end + 1].signs.isdisjoint(NO_HEADLINE)
    return end + 2 if section and not (end + 4 < len(prose) and prose[end + 4]) else end


def place_signs(text: Text, title_given: bool) -> list[set[str]]:
    """The signs of each piece's place. `title_given`: the input named the headline."""
    signs: list[set[str]] = [set() for _ in text.lines]
    if text.headline is not None:
        signs[text.headline].add("given title" if title_given else "headline")
    finders: tuple[Callable[[Text], Placed], ...] = (
        _in_lists, _introduced, _repeated, _captions, _galleries, _bylines, _embeds, _after_body, _snippet_lists,
        _between_paragraphs,
    )  # fmt: skip
    for finder in finders:
        for i, sign in finder(text):
            signs[i].add(sign)
    # These build on signs of place.
    for i, sign in _standfirst(text):
        signs[i].add(sign)
    for i, sign in list(_persons(text, signs)):
        signs[i].add(sign)
    for i, sign in _authors(text, signs):
        signs[i].add(sign)
    return signs


_APPEALS = frozenset(
    {
        "subscribe", "legal", "call", "subscribe in prose", "legal in prose", "call in prose", "credits", "bio",
        "story credit", "email", "embed",
    }
)  # fmt: skip
"""Signs of sentences that are not the article's, though they may stand beside its last paragraph."""


# ---- lists

_BREAKS = frozenset(
    {
        "share", "comments", "links-label", "more-from", "©", "© year", "legal", "subscribe", "call", "ad", "copyright",
        "date line", "by name",
    }
)  # fmt: skip
"""Signs of a line that ends the list before it."""
_LEADS = (("keypoints-lead", "summary"), ("sources-lead", "credits"), ("tags-lead", "tags"), ("links-lead", "links"))


def _in_lists(text: Text) -> Placed:
    """What lists a piece stands in: those that a lead line opened (`Most read`, `Tags:`, `Sources`), marked ones."""
    paragraph = next((i for i, p in enumerate(text.prose) if p and not text.bullets[i]), -1)
    under, count = "", 0
    points = _points_before(text, paragraph)
    for i, (shape, bullet) in enumerate(zip(text.shapes, text.bullets, strict=True)):
        if bullet:
            yield i, "bullet"
            if (shape.prose or i in points) and i <= paragraph and i != text.headline:
                yield i, "bullet before body"
        lead = next((kind for sign, kind in _LEADS if sign in shape.signs), "")
        if not lead and "more-from" in shape.signs and shape.prose == 0 and shape.words <= 8:
            lead = "links"
        if lead:
            under, count = lead, 0
        elif under and _leaves(under, shape, bullet, count):
            under = ""
        elif under:
            yield i, f"under {under}"
            count += 1


def _points_before(text: Text, paragraph: int) -> range:
    """The marked list that the body follows, if its items are as long as headlines: key points without a full stop."""
    last = paragraph - 1
    while last >= 0 and not text.bullets[last]:
        last -= 1
    first = last
    while first > 0 and text.bullets[first - 1]:
        first -= 1
    items = text.shapes[first : last + 1] if last >= 0 and paragraph - last <= 3 else []
    long = sum(s.words for s in items) >= 4 * len(items) and all(s.words > 2 for s in items)
    found = 1 < len(items) <= 8 and long and not any(s.signs & _BREAKS for s in items)
    return range(first, last + 1) if found else range(0)


def _leaves(under: str, shape: Shape, bullet: bool, count: int) -> bool:
    """Whether a list has ended before this piece, after `count` items."""
    if shape.signs & _BREAKS and not (under == "links" and "links-label" in shape.signs):
        return True
    if under == "tags":
        return (shape.prose > 0 or shape.words > 6) and not (count == 0 and "fragment" in shape.signs)
    if under == "credits":
        return shape.prose >= 2 or count > 12
    if under == "links":
        return shape.prose >= 2 or (shape.prose > 0 and not bullet and count > 1)
    return not bullet and count >= 1


_BUTTONS = frozenset({"share", "networks", "follow", "comments", "legal", "subscribe", "call", "player"})


def _is_snippet(shape: Shape) -> bool:
    return shape.prose == 0 and shape.words <= 4 and shape.signs.isdisjoint({"counter", "sentence"})


def _snippet_lists(text: Text) -> Placed:
    """Four or more snippets in a row: items of the article, or topics after it."""
    for start, end in _runs([_is_snippet(s) for s in text.shapes], 0, len(text)):
        if end - start >= 4:
            late = start >= text.end or sum(text.prose[end:]) <= 2  # a biography may follow the topics
            for i in range(max(start, text.first), end):
                if text.shapes[i].signs.isdisjoint(_BUTTONS):
                    yield i, "late snippet list" if late else "snippet list"


_NO_INTRODUCTION = frozenset(
    {"links-lead", "tags-lead", "sources-lead", "weak-lead", "links-label", "more-from", "read-call", "caption-lead"}
)


def _introduced(text: Text) -> Placed:
    """The items of a list after a line of the article that ends with a colon."""
    inside = False
    for i, shape in enumerate(text.shapes):
        item = text.bullets[i] or "continued" in shape.signs or (inside and text.has(i - 1, "continued"))
        inside = inside and item and shape.signs.isdisjoint(_BREAKS)
        if inside:
            yield i, "introduced"
        elif "introduction" in shape.signs and i >= text.first:
            inside = shape.signs.isdisjoint(_NO_INTRODUCTION)


def _repeated(text: Text) -> Placed:
    """Pieces that are printed twice, as buttons are."""
    seen: dict[str, int] = {}
    for i, line in enumerate(text.lines):
        if text.shapes[i].prose < 2 and line in seen:
            yield i, "repeated"
            yield seen[line], "repeated"
        seen.setdefault(line, i)


# ---- neighbours


def _is_credit(shape: Shape) -> bool:
    """Whether a line gives a picture's source."""
    if shape.words > 8:
        return False
    agency = "agency" in shape.signs and shape.words <= 3
    return agency or not shape.signs.isdisjoint({"caption", "caption-label", "picture credit", "©"})


def _captions(text: Text) -> Placed:
    """Captions and their credits often stand on two lines."""
    before_credit = False
    for i, shape in enumerate(text.shapes):
        if i and text.has(i - 1, "caption-label", "picture credit", "sides") and shape.words <= 6 and shape.prose == 0:
            yield i, "after caption"
        if "agency" in shape.signs and shape.words <= 3 and shape.signs.isdisjoint({"©", "© year"}):
            yield i, "is credit" if before_credit else "lone agency"
        followed = i + 1 < len(text) and _is_credit(text.shapes[i + 1])
        before_credit = followed and i != text.headline and shape.words >= 3 and "credits" not in shape.signs
        if before_credit:
            yield i, "before credit"


_COUNTER = re.compile(r"(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b(?!\s?/)")
_PICTURES = 3
"""So many counted pieces make a gallery."""


def _galleries(text: Text) -> Placed:
    """Captions of a gallery are counted: `1/16 …`, `2/16 …`, with the number of its pictures."""
    counted: dict[str, dict[str, int]] = {}
    for i, line in enumerate(text.lines):
        found = _COUNTER.match(line)
        if found and 0 < int(found[1]) <= int(found[2]):
            counted.setdefault(found[2], {})[found[1]] = i
    for pictures in counted.values():
        if len(pictures) >= _PICTURES:
            yield from ((i, "counted picture") for i in pictures.values())


def _bylines(text: Text) -> Placed:
    """Names that a line break parts from `By` or sets beside the date."""
    for i, shape in enumerate(text.shapes):
        after_by = text.has(i - 1, "by alone") or (text.has(i - 1, "by name") and text.lines[i - 1].endswith(","))
        if after_by and shape.words <= 15:
            yield i, "after by"
        if "role" in shape.signs and shape.words <= 8 and shape.prose == 0 and text.has(i - 1, "name", "by name"):
            yield i, "role after name"
        dated = text.has(i - 1, "date line") or text.has(i + 1, "date line")
        if dated and shape.words <= 6 and text.has(i, "name", "agency", "desk"):
            yield i, "near byline"


def _embeds(text: Text) -> Placed:
    """A player's label comes before its headline and blurb; the lines of a post end with its author's handle."""
    for i in range(len(text)):
        if i and text.shapes[i].prose < 3 and not text.has(i, "by name", "share", "networks"):
            if text.has(i - 1, "player", "duration") and not text.has(i - 1, "share"):
                yield i, "after player"
            elif text.has(i - 2, "player", "duration", "player label") and text.shapes[i - 1].prose == 0:
                yield i, "after player title"
        if text.has(i, "tweet end"):
            for j in range(max(0, i - 3), i):
                if text.shapes[j].prose < 3:
                    yield j, "before tweet end"


def _ends_head(shapes: Sequence[Shape]) -> bool:
    """Whether what stands after a sentence still belongs to the article's head."""
    head = {"date line", "by name", "share", "networks", "reading time", "comments"}
    return any(not s.signs.isdisjoint(head) for s in shapes)


def _is_closed(shape: Shape) -> bool:
    """Whether the piece is at least a sentence."""
    return shape.prose > 0 or "sentence" in shape.signs


def _standfirst(text: Text) -> Placed:
    """A sentence or two after the headline, or before byline and date, with something else before the body."""
    for i in range(min(len(text) - 1, text.first + 1)):
        if 40 <= text.shapes[i].size <= 500:
            after_headline = i - 1 == text.headline and not _is_closed(text.shapes[i + 1])
            if after_headline or (i == text.first and _ends_head(text.shapes[i + 1 : i + 3])):
                yield i, "standfirst"


# ---- persons


_NO_PERSON = frozenset(
    {
        "section", "share", "networks", "call", "keypoints-lead", "links-lead", "tags-lead", "weak-lead", "caption",
        "picture credit",
    }
)  # fmt: skip


def _persons(text: Text, signs: Sequence[set[str]]) -> Placed:
    """Names soon after the headline; those whose words the article writes small are none (`Key Points`)."""
    article = [line for line, p in zip(text.lines, text.prose, strict=True) if p][:_ARTICLE]
    common = {w for line in article for w in WORD.findall(line) if w[0].islower()} - PARTICLES
    for i, shape in enumerate(text.shapes):
        if "name" in shape.signs:
            if not common.isdisjoint(words_of(text.lines[i])):
                yield i, "common words"
            elif (
                text.headline is not None
                and text.headline < i <= min(text.headline + 6, text.first + 3)
                and shape.signs.isdisjoint(_NO_PERSON)
                and not ("capitals" in shape.signs and "repeated" in signs[i])
            ):
                yield i, "head name"


_BIO_VERBS = frozenset("is was has covers writes reports joined works ist schreibt est es è é är er jest".split())


def _authors(text: Text, signs: Sequence[set[str]]) -> Placed:
    """Lines after the beginning that open with the author's name: biographies."""
    bylines = (i for i in range(len(text)) if signs[i] & {"head name", "near byline"} or text.has(i, "by name"))
    byline = next(bylines, None)
    names = author_names(text.lines[byline])[:4] if byline is not None else ()
    if names:
        for i in range(text.first + 1, len(text)):
            if text.shapes[i].size <= 700 and text.lines[i].startswith(names):
                yield i, "names author"
                after = text.lines[i].split(None, 6)[1:5]
                if not _BIO_VERBS.isdisjoint(after):
                    yield i, "author is"


# ---- paragraphs


def _runs(wanted: Sequence[bool], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches [from, to) between `start` and `end` in which every piece is wanted."""
    begin = None
    for i in range(start, end):
        if wanted[i] and begin is None:
            begin = i
        elif not wanted[i] and begin is not None:
            yield begin, i
            begin = None
    if begin is not None:
        yield begin, end


def _between_paragraphs(text: Text) -> Placed:
    """What stands between paragraphs: a heading alone, links and captions in runs."""
    for start, end in _runs([not p for p in text.prose], text.first, text.last + 1):
        article = stems_of(text.lines[i] for i in range(end, min(len(text), end + 3)) if text.prose[i])
        counters = sum(text.has(i, "counter") for i in range(start, end))
        for i in range(start, end):
            if end - start == 1:
                yield i, "alone in prose"
            elif end - start >= 3:
                yield i, "run"
                if text.shapes[i].prose == 0 and counters >= 3:
                    yield i, "table"
            if i == end - 1 > start:
                yield i, "last of run"
            if not _is_closed(text.shapes[i]) or text.has(i, "question"):
                share = share_taken_up(text.lines[i], article)
                if share >= 0.5:
                    yield i, "taken up"
                elif share < 0.2:
                    yield i, "not taken up"


def _after_body(text: Text) -> Placed:
    """Everything after the last two paragraphs that stand together, and short paragraphs alone there."""
    for i in range(text.end + 1, len(text)):
        yield i, "late"
        if text.has(i, "bio"):
            yield i, "closing bio"
        alone = not _is_closed(text.shapes[i - 1]) and not (i + 1 < len(text) and _is_closed(text.shapes[i + 1]))
        if text.prose[i] and text.shapes[i].size < 240 and alone:
            yield i, "late lone prose"
