"""What a plain text's blocks say about the document: title, authors, date, tags, outlet, where it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.blocks import after_label, cues, named, split_tags
from onrecord.reading.given import Given
from onrecord.reading.language import language_of
from onrecord.reading.text_bylines import author_names, looks_like_name, starts_with_by
from onrecord.reading.text_datelines import published_and_modified, split_date
from onrecord.types import Block, Document, Provenance

_DATELINE_AGENCY = re.compile(r"^[^\W\d_a-z][^.!?:(]{1,60}\((?P<agency>[A-Z][\w .&’'-]{1,40})\)\s*(?:[-–—]|--)\s")
"""`PORT ALDER, May 3 (Seawire) — …`"""
_DATELINE = re.compile(r"[^\W\d_a-z]{2}[^\n]{1,100}?\s?(?=(?:[-–—]|--)\s)")
"""What stands before the dash of a dateline that may hold a day: `PORT ALDER, May 3, 2024 (Seawire) — …`"""
_DATELINE_PLACE = re.compile(r"[^\W\d_a-z]{2}[\w.’']*(?:[\s,/-]+[^\W\d_a-z][\w.’']*)*")
_DATELINE_CREDIT = re.compile(r"[\s,]*(?:\([^()]{1,40}\))?\s*")
_COPYRIGHT_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)[\s:]*(?:©|\(c\)|copyright)?[\s:]*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(?:by\s+)?"
    r"(?P<holder>[^\W\d][^.,|©]{1,60}(?:\.(?:com|info|net|org|tv|news|eu|de|co\b)\w*)?)",
    re.I,
)
_PUBLISHED_BY = re.compile(
    r"\b(?:appeared (?:first )?(?:in|on)|published (?:first )?(?:by|in|on)|produced by|provided by|republished from|"
    r"reprinted from|courtesy of|erschien (?:zuerst )?(?:in|bei)|publié (?:par|dans)|publicado (?:por|en|em))\s+"
    r"(?P<name>[^\W\d_a-z][\w.’'/&-]*(?:\s(?:[^\W\d_a-z][\w.’'/&-]*|of|and|for|de|du|der))*)"
)
_ITEM_TITLE = re.compile(r"(?<=\w\.\w\w|\.\w\w\w)\s?:\s.*")
"""What follows the outlet's address in a list of sources: `seawire.example: Dockers walk out`."""
_HEAD = 300
"""Code points of a line in which agencies and holders of rights are sought."""
_AFTER_HOLDER = re.compile(r"\s(?:all|alle|tous|todos|tutti|unless|\d{4})\b", re.I)
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"')\]]+", re.I)
_HEAD_PARAGRAPHS = 3
"""Paragraphs before which a name alone is taken for the author's."""
_LANGUAGE_SAMPLE = 5000


def _language(text: str, blocks: Sequence[Block], declared: str | None) -> str | None:
    """The language of the body, or of everything if there is none."""
    sample, length = [], 0
    for block in blocks:
        if block.kind in ("paragraph", "summary") and length < _LANGUAGE_SAMPLE:
            sample.append(text[block.start : min(block.end, block.start + _LANGUAGE_SAMPLE)])
            length += len(sample[-1])
    return language_of("\n".join(sample) or text[:_LANGUAGE_SAMPLE], declared)


def _title(blocks: Sequence[Block], lines: Sequence[str]) -> str | None:
    """The printed headline; with several lines of it the longest."""
    titles = [line for block, line in zip(blocks, lines, strict=True) if block.kind == "title"]
    return max(titles, key=len) if titles else None


def _authors(blocks: Sequence[Block], lines: Sequence[str]) -> tuple[str, ...]:
    """The names in the byline; biographies and contact lines are not looked at.

    The first line that says `by`, else the first that names a person, else the first that names an agency, with the
    names on the lines right after it.
    """
    best: list[str] = []
    rank, last, paragraphs = 4, -2, 0
    for i, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        paragraphs += block.kind == "paragraph"
        if block.kind != "byline" or len(line) > 160:
            continue
        signs = cues(line)
        names = () if "bio" in signs else author_names(line)
        if not names:
            continue
        by, agency = starts_with_by(line), "agency" in signs and line.startswith(names[0])
        place = 3 if agency else 0 if by else 1 if paragraphs <= _HEAD_PARAGRAPHS else 2
        if place < rank:
            best, rank, last = list(names), place, i
        elif i == last + 1 and not agency and "role" not in signs and (by or looks_like_name(line)):
            best, last = [*best, *names], i
    return tuple(dict.fromkeys(best))


def _moments(blocks: Sequence[Block], lines: Sequence[str], language: str | None) -> tuple[str | None, str | None]:
    """When the date blocks say that the document was published and modified; the first of each."""
    published = modified = None
    for block, line in zip(blocks, lines, strict=True):
        if block.kind in ("date", "dateline"):
            first, updated = published_and_modified(line, language)
            published, modified = published or first, modified or updated
    return published or modified or _dateline_day(blocks, lines, language), modified


def _dateline_day(blocks: Sequence[Block], lines: Sequence[str], language: str | None) -> str | None:
    """The day that the dateline prints with which the first paragraph opens; None where it prints no year."""
    first = next((line for block, line in zip(blocks, lines, strict=True) if block.kind == "paragraph"), "")
    found = _DATELINE.match(first[:_HEAD])
    parts = split_date(found[0]) if found else None
    if found is None or parts is None:
        return None
    place, day = (found[0][slice(*part)] for part in parts[:2])
    if not _DATELINE_PLACE.fullmatch(place) or not _DATELINE_CREDIT.fullmatch(found[0], parts[1][1]):
        return None
    return published_and_modified(day, language)[0]


def _tags(blocks: Sequence[Block], lines: Sequence[str]) -> tuple[str, ...]:
    """What the tag lists name, without their labels."""
    tags: list[str] = []
    for block, line in zip(blocks, lines, strict=True):
        if block.kind == "tags":
            signs = cues(line)
            if "tags-lead" in signs:
                continue
            tags.extend(t for t in split_tags(after_label(line) if "tags-label" in signs else line) if t not in tags)
    return tuple(tags)


def _provenance(blocks: Sequence[Block], lines: Sequence[str]) -> tuple[Provenance, str | None]:
    """Agencies and outlets named as the source, addresses given as such, and who else holds the copyright.

    Named: in an agency's dateline, in the byline, in credit lines, in a list of sources, behind a © (an agency only).
    """
    credits: list[str] = []
    links: list[str] = []
    holder: str | None = None
    listed = False
    for block, line in zip(blocks, lines, strict=True):
        head = line[:_HEAD]
        listed = listed and block.kind == "credits"
        if block.kind in ("paragraph", "dateline") and (found := _DATELINE_AGENCY.match(head)):
            credits.append(found["agency"].strip())
        elif block.kind == "byline":
            credits.extend(named("agency", head) if "bio" not in cues(line) else ())
        elif block.kind == "credits":
            signs = cues(line)
            links.extend(_ADDRESS.findall(line))
            if "sources-lead" in signs:
                listed = True
            elif listed:
                credits.append(_ITEM_TITLE.sub("", line))
            elif "sources-label" in signs:
                credits.extend(split_tags(after_label(line)))
            else:
                credits.extend(found["name"] for found in _PUBLISHED_BY.finditer(head))
                credits.extend(named("agency", head))
        elif block.kind == "notice" and (found := _COPYRIGHT_HOLDER.search(head)):
            name = _AFTER_HOLDER.split(found["holder"], maxsplit=1)[0].strip(" .,-|")
            agencies = named("agency", name)
            credits.extend(agencies)
            holder = holder or (None if agencies else name)
    return Provenance(tuple(dict.fromkeys(credits)), tuple(dict.fromkeys(links))), holder or None


def metadata(text: str, blocks: tuple[Block, ...], lines: Sequence[str], given: Given, maker: str) -> Document:
    """The document: its blocks and what they say about it, where the input did not say it.

    Args:
        text: the source.
        blocks: its blocks in order.
        lines: the words of each block on one line.
        given: what the input said; it wins.
        maker: name and version of the reader.
    """
    language = _language(text, blocks, given.language)
    printed, modified = _moments(blocks, lines, language)
    published = given.published or printed
    provenance, holder = _provenance(blocks, lines)
    return Document(
        id=given.id,
        text=text,
        blocks=blocks,
        source=given.source,
        title=given.title or _title(blocks, lines),
        authors=given.authors or _authors(blocks, lines),
        published=published,
        published_basis="given" if given.published else "block" if published else None,
        modified=modified,
        outlet=given.outlet or holder,
        url=given.url,
        language=language,
        tags=given.tags or _tags(blocks, lines),
        provenance=provenance,
        maker=maker,
    )
