"""What a document says about where its text comes from: datelines, bylines, credit and copyright lines, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.editions.agencies import find_names, is_known, name_in_address, usual_name
from onrecord.types import BODY_KINDS, Block, Document, Span

CreditKind = Literal[
    "dateline", "byline", "copyright", "sign-off", "published", "metadata", "address", "contributed", "list",
]

STRONG: frozenset[str] = frozenset(
    {"dateline", "byline", "copyright", "sign-off", "published", "metadata", "address"}
)
"""Kinds that say whose text it is; `contributed` and `list` only say that something was taken."""

HEAD_BLOCKS = 5
TAIL_BLOCKS = 8
"""Credits are looked for down to the fifth block of the body and from the eighth last one on, furniture included, and
in bylines, credits and notices wherever they stand."""
NAME_WORDS = 6
"""A field of more words is a sentence, not a name."""
LINE = 400
"""Characters of a block that are read for a credit."""

_DASH = r"[-–—−]{1,2}"
_DATELINE = re.compile(
    # NAIROBI, Kenya, Jan 3 (Reuters) - …   (CNN) -- …   Madrid, 3 ene (EFE).-   ROMA (ANSA) –
    rf"(?P<place>[^\n()]{{0,60}})\((?P<name>[^\W\d_][\w .&/'’-]{{1,30}})\) ?(?P<end>{_DASH}|[.:,]{_DASH}?|(?=[A-Z“\"]))"
)
_DATELINE_SLASH = re.compile(rf"(?P<place>[A-Z][\w .'’-]{{1,30}}) ?[/|] ?(?P<name>[\w/ -]{{2,30}}?) ?{_DASH} ")
_AGENCY_FIRST = re.compile(rf"(?P<name>[^\W\d_][\w ]{{1,24}}) ?{_DASH} ")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)[\s\d,©–-]*(?:\(c\)|©|by|of)?[\s\d,–-]*", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:image|photo|picture|video|foto|bild)s?(?: caption| credit)?\W*$", re.IGNORECASE)
_NAME = r"(?P<name>(?:[A-Z\d](?:[\w&/'’-]|\.(?=\w))*)(?: (?:of|and|the|for|&|[A-Z\d](?:[\w&/'’-]|\.(?=\w))*)){0,5})"
"""Words with capitals, joined by the small words that names of outlets have; a full stop only within (`News.com`)."""
_PUBLISHED = re.compile(
    r"\b(?:(?:[Ff]irst|[Oo]riginally) (?:published|appeared|ran|posted) (?:in|on|by|at)"
    r"|(?:[Rr]e)?[Pp]ublished (?:here )?(?:with (?:the )?permission (?:of|from)|from)"
    r"|[Rr]eprinted (?:with (?:the )?permission (?:of|from)|from|courtesy of)"
    r"|(?:[Ss]tory|[Aa]rticle|[Rr]eport) (?:was |is )?(?:provided|produced|supplied) by"
    r"|[Ss]yndicated (?:from|by)) (?:[Tt]he )?" + _NAME
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to|reporting)|\badditional reporting"
    r"|\bwith (?:files|reporting|inputs?|material|information|wire reports) (?:from|by)"
    r"|\bmit material|\bavec (?:l['’])?(?=[A-Z])|\bcon informaci(?:ón|ones) de|\bfrom our (?:news|wire) services",
    re.IGNORECASE,
)
_PUBLISHED_HINTS = ("ublished ", "irst ", "riginally ", "eprinted ", "ided by ", "uced by ", "lied by ", "yndicated ")
_CONTRIBUTED_HINTS = (
    "contributed ", "additional reporting", "with files ", "with reporting ", "with input", "with material ",
    "with information ", "with wire reports ", "mit material", "avec ", "con informaci", "from our ",
)
_COPYRIGHT_HINTS = ("©", "(c)", "copyright")
"""One of them, in lower case for the latter two, is in every text in which the pattern finds anything: most texts are
done with a look for each."""
_CONTRIBUTOR = re.compile(_NAME + r" contributed (?:to|reporting)")
_OUTLET_WORD = re.compile(
    r"(?:News|Press|Agency|Agentur|Agence|Agencia|Post|Times|Wire|Service|Herald|Tribune|Gazette|Journal|Courier|Radio|TV|Media)\b"
    r"|\.\w|^[A-Z]{2,8}$"
)
"""A contributor of unknown name is an outlet if it is called like one; others are the outlet's own people."""
_NO_OUTLET = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|\d+"
)
_LIST = re.compile(
    r"\s*(?:sources?(?: include| for this article(?: include)?)?|quellen?|fuentes?|fonti)\s*:\s*", re.IGNORECASE
)
_SEPARATORS = re.compile(r"\s*(?:[,;/|•·]| [-–—] | and | und | et | y )\s*")
_SIGNED = re.compile(rf"\s*(?:{_DASH}|\(|/)?\s*(?P<names>[^\W\d_][\w .&'’/,;–—-]{{1,60}}?)\s*\)?\s*\.?\s*")
_LAST_BRACKET = re.compile(r"[.!?”\"]\s*[(/](?P<names>[^()\n]{2,40})[)/]\s*$")


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that a document names for its text.

    `name` is its usual form, `kind` how it is named, `span` where (None for metadata and addresses), `alone` whether no
    other source is named in the same breath.
    """

    name: str
    kind: CreditKind
    span: Span | None
    alone: bool = True

    @property
    def strong(self) -> bool:
        """Whether it says whose text this is, and not only that something was taken."""
        return self.kind in STRONG and self.alone


@dataclass(frozen=True, slots=True)
class _Lines:
    """Which kinds of credit lines a text may hold at all."""

    copyright: bool
    published: bool
    contributed: bool


def find_credits(document: Document) -> tuple[Credit, ...]:
    """All sources that the document names for its text, in the order of the text, metadata and address last."""
    found: list[Credit] = []
    lowered = document.text.lower()
    lines = _Lines(
        copyright=any(hint in lowered for hint in _COPYRIGHT_HINTS),
        published=any(hint in document.text for hint in _PUBLISHED_HINTS),
        contributed=any(hint in lowered for hint in _CONTRIBUTED_HINTS),
    )
    body = [n for n, block in enumerate(document.blocks) if block.kind in BODY_KINDS]
    head = body[:HEAD_BLOCKS][-1] if body else -1
    tail = body[-TAIL_BLOCKS:][0] if body else 0
    for n, block in enumerate(document.blocks):
        if n <= head and block.kind in {"paragraph", "dateline", "summary", "byline", "other", "credits"}:
            found += _datelines(document.text, block)
        if block.kind == "byline":
            found += _named(document.text, block, "byline")
        if block.kind in {"credits", "notice", "other", "byline"} or n <= head or n >= tail:
            found += _credit_lines(document.text, block, lines)
        if n >= tail and block.kind not in {"title", "tags", "summary"}:
            found += _sign_offs(document.text, block)
    found += _source_list(document)
    found += _outside_the_text(document)
    return tuple(dict.fromkeys(found))


def _datelines(text: str, block: Block) -> Iterator[Credit]:
    stop = min(block.end, block.start + LINE)
    bracketed = _DATELINE.match(text, block.start, stop)
    if bracketed is not None:
        name, place = bracketed.group("name"), bracketed.group("place").strip()
        # An unknown name needs the whole form: a place before it, capitals, a dash behind.
        capitals = name.replace(" ", "").isupper() and place[:1].isupper()
        if is_known(name) or (capitals and re.search(_DASH, bracketed.group("end"))):
            yield Credit(usual_name(name), "dateline", bracketed.span("name"))
            return
    for pattern in (_DATELINE_SLASH, _AGENCY_FIRST):
        found = pattern.match(text, block.start, stop)
        if found is not None:
            agencies = [part for part in re.split(r"\s*/\s*", found.group("name")) if is_known(part)]
            for name in agencies:
                yield Credit(usual_name(name), "dateline", found.span("name"), len(agencies) == 1)
            if agencies:
                return


def _named(text: str, block: Block, kind: CreditKind) -> Iterator[Credit]:
    names = find_names(text, block.start, min(block.end, block.start + LINE))
    different = {n.name for n in names}
    for named in names:
        yield Credit(named.name, kind, named.span, len(different) == 1)


def _credit_lines(text: str, block: Block, lines: _Lines) -> Iterator[Credit]:
    stop = min(block.end, block.start + LINE)
    for m in _COPYRIGHT.finditer(text, block.start, stop) if lines.copyright else ():
        if _PICTURE.search(text, max(block.start, m.start() - 20), m.start()):
            continue
        for named in find_names(text, m.end(), min(stop, m.end() + 60))[:1]:
            if named.span[0] - m.end() <= 4:
                yield Credit(named.name, "copyright", named.span)
    for m in _PUBLISHED.finditer(text, block.start, stop) if lines.published else ():
        if not _NO_OUTLET.match(m.group("name")):
            yield Credit(usual_name(m.group("name")), "published", m.span("name"))
    if lines.contributed and _CONTRIBUTED.search(text, block.start, stop) is not None:
        names = find_names(text, block.start, stop)
        for named in names:
            yield Credit(named.name, "contributed", named.span, len({n.name for n in names}) == 1)
        contributor = _CONTRIBUTOR.search(text, block.start, stop)
        if not names and contributor is not None and _OUTLET_WORD.search(contributor.group("name")):
            yield Credit(usual_name(contributor.group("name")), "contributed", contributor.span("name"))


def _sign_offs(text: str, block: Block) -> Iterator[Credit]:
    """A last line that only names agencies (`Reuters – AP`), or a last sentence with one in brackets."""
    short = block.end - block.start <= 80
    m = (
        _SIGNED.fullmatch(text, block.start, block.end)
        if short
        else _LAST_BRACKET.search(text, max(block.start, block.end - 60), block.end)
    )
    if m is None:
        return
    names = [part.strip() for part in re.split(r"\s*[/,;–—-]\s*|\s+and\s+", m.group("names")) if part.strip()]
    known = [usual_name(n if is_known(n) else n.upper()) for n in names if is_known(n) or is_known(n.upper())]
    if names and len(known) == len(names):
        for name in known:
            yield Credit(name, "sign-off", m.span("names"), len(set(known)) == 1)


def _source_list(document: Document) -> Iterator[Credit]:
    """The entries of a list of sources: on the line that announces it or on the credit lines that follow."""
    text, blocks = document.text, document.blocks
    entries: list[tuple[str, Span]] = []
    listing = False
    for block in blocks:
        if block.kind in {"title", "heading", "byline"}:
            listing = False
            continue
        m = _LIST.match(text, block.start, min(block.end, block.start + LINE))
        start = block.start
        if m is not None and (block.kind == "credits" or m.end() >= block.end or block.end - block.start < 120):
            listing, start = True, m.end()
        elif block.kind != "credits" or block.end - block.start > 120:
            listing = False
        if listing and start < block.end:
            for part in _SEPARATORS.split(text[start : block.end]):
                if part.strip(" \n.") and len(part) <= 60:
                    at = text.index(part, start)
                    entries.append((usual_name(part), (at, at + len(part))))
    for name, span in entries:
        yield Credit(name, "list", span, len({n for n, _ in entries}) == 1)


def _names_of(credit: str) -> list[str]:
    """The outlets that a metadata field names: known ones, or the field itself if it is a name and no sentence."""
    known = [named.name for named in find_names(credit)]
    if known:
        return known
    return [usual_name(credit)] if _CONTRIBUTED.search(credit) is None and len(credit.split()) <= NAME_WORDS else []


def _outside_the_text(document: Document) -> Iterator[Credit]:
    authors = [n.name for author in document.authors for n in find_names(author)]
    for name in dict.fromkeys(authors):
        yield Credit(name, "byline", None, len(set(authors)) == 1)
    given = [name for credit in document.provenance.credits for name in _names_of(credit)]
    for name in dict.fromkeys(given):
        yield Credit(name, "metadata", None, len(set(given)) == 1)
    if document.url is not None and (name_there := name_in_address(document.url)) is not None:
        yield Credit(name_there, "address", None)
