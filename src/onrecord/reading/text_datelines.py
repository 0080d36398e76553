"""Lines, and parts of lines, that print when a document was published."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.reading.blocks import WORD, in_list, words_of
from onrecord.reading.dates import find_dates

LONGEST = 250
"""Code points of the longest line that is looked at: update notes may stand beside the date, a story may not."""

_AGO = "ago|fa|geleden|sedan|siden|sitten|temu|назад|тому|önce|lalu|trước|atrás"
_BEFORE = "vor|hace|há|il y a|acum|před|pred|prije|pre|пре|преди|πριν(?: από)?|منذ|for"
_RELATIVE = re.compile(
    rf"(?:(?<![\d.:/-])\d{{1,3}}|\b(?:an?|one|eine[mrn]?|une?|un[ao]?))\s+[^\W\d]{{1,12}}\.?\s+(?:{_AGO})\b"
    rf"|\b(?:{_BEFORE})\s+(?:\d{{1,3}}|einer|einem|una?|une|uma?|o)\s+[^\W\d]{{1,12}}"
    r"|\b\d{1,2}\s?(?:h|hrs?|m|min|d)\s+ago\b"
    r"|\d{1,3}\s?(?:分|時間|小时|小時|天|日|분|시간|일)\s?(?:钟|鐘)?\s?[前전]|\bjust now\b",
    re.I,
)
_TWO_NUMBERS = re.compile(r"\d\D+\d|\d{8}")
_CLOCK = re.compile(
    r"(?<![\d.,+-])(?:[01]?\d|2[0-3])(?:[:h][0-5]\d(?!\d)|\.[0-5]\d(?!\d|%)(?=.*[^\W\d]))|\b\d{1,2}\s?[ap]\.?m\b", re.I
)
_JOINTS = " \t\u00a0/|•·‧∙,;:()[]–—-»>―|"


@cache
def _month_words() -> frozenset[str]:
    lines = files("onrecord.reading").joinpath("data/months.tsv").read_text("utf-8").splitlines()
    cells = [cell for line in lines if not line.startswith("#") for cell in line.split("\t")[1:]]
    return frozenset(word for cell in cells for form in cell.split("|") for word in words_of(form))


def _is_date_word(word: str) -> bool:
    return (
        word.isdecimal()
        or in_list("published", word)
        or in_list("weekday", word)
        or word in _month_words()
        or (word[0].isdecimal() and all(c.isdecimal() or c in "stndrdhmpaº" for c in word))
    )


@lru_cache(maxsize=4096)
def date_stretch(text: str) -> tuple[int, int] | None:
    """Where in a line its publication time stands, with the words that belong to it (`Updated`, `at 5 pm`, `Uhr`).

    Returns:
        Start and end in `text`, or None if it prints no day and no `3 hours ago`.
    """
    if len(text) > LONGEST:
        return None
    anchors = [m.span() for m in _RELATIVE.finditer(text)]
    if _TWO_NUMBERS.search(text):  # a day and a year; most lines have none and are done
        anchors += [(s, e) for s, e, _ in find_dates(text)]
    if not anchors:
        return None
    start, end = min(s for s, _ in anchors), max(e for _, e in anchors)
    words = [(m.start(), m.end(), _is_date_word(m.group().casefold())) for m in WORD.finditer(text)]
    for s, e, belongs in reversed(words):
        if e <= start:
            if not belongs:
                break
            start = s
    for s, e, belongs in words:
        if s >= end:
            if not belongs:
                break
            end = e
    return start, end


def split_date(text: str) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]] | None:
    """A line's part before its date, the date, and what follows, each without the marks between them."""
    stretch = date_stretch(text)
    if stretch is None:
        return None
    start, end = stretch
    before = len(text[:start].rstrip(_JOINTS))
    after = len(text) - len(text[end:].lstrip(_JOINTS + "."))
    if text[end : end + 1] in ".)]":
        end += 1
    return (0, before), (start, end), (max(after, end), len(text))


def is_date_line(text: str) -> bool:
    """Whether the line prints a publication time and nothing else."""
    parts = split_date(text)
    return parts is not None and parts[0][1] == 0 and not WORD.search(text[parts[2][0] :])


def is_clock_line(text: str) -> bool:
    """Whether the line prints only a time of day and words of dates, without a day: `Updated 5:10 pm`."""
    words = words_of(text)
    if len(text) > 60 or not _CLOCK.search(text) or (len(words) > 2 and all(w.isdecimal() for w in words)):
        return False  # 00:01:30 is how long a film lasts
    return all(_is_date_word(w) for w in words)


def published_and_modified(line: str, language: str | None) -> tuple[str | None, str | None]:
    """The moments that a date line prints, as ISO 8601: the first, and the one that a word for `updated` precedes.

    A line that prints only a moment of update gives (None, moment).
    """
    # Names of weekdays say nothing that the date does not, and some are months in another language.
    text = WORD.sub(lambda m: " " * len(m[0]) if in_list("weekday", m[0].casefold()) else m[0], line)
    published = modified = None
    position = 0
    for start, end, moment in find_dates(text, language=language):
        if any(in_list("updated", w) for w in words_of(text[position:start])):
            modified = modified or moment
        else:
            published = published or moment
        position = end
    return published, modified
