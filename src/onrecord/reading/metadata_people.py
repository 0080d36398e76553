"""Author strings to names. Fields of the metadata hold lists of names; displayed bylines are read as in plain texts."""

from __future__ import annotations

import re

from onrecord.reading.blocks import cues
from onrecord.reading.dates import find_dates
from onrecord.reading.metadata_jsonld import clean
from onrecord.reading.text_bylines import author_names, starts_with_by

_LONGEST = 500
"""Code points of an author field that are read."""

_BY = re.compile(r"\s*(?:(?:written|reported|posted)\s+)?(?:by|von|par|por|автор:?|text:|autor:|auteur:)\s+", re.I)
_AND = re.compile(
    r"\s+(?:and|und|et|y|og|och|ja|oraz|și|dan|και|и|та|va|na|e|i|en|&|\+|with|mit)\s+|\s*[;|/•·、，＆&\n]\s*|\s{2,}",
    re.I,
)
_CONTACT = re.compile(r"\S{1,80}@\S{1,80}|https?://\S{1,300}|(?<!\w)@\w{1,40}|\bwww\.\S{1,200}")
_BRACKETED = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_OFFICE = re.compile(r"\s+[-–—]\s+.{0,200}$")
_REPORTER = re.compile(r"\s(?:기자|특파원|논설위원|記者)$")
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?D|MPH|MSc|BSc|MBA|JD|R\.?N|RD|Esq|Jr|Sr|CFA|CPA)\.?")
_INITIALS = re.compile(r"[A-Z]{2,5}")
_ROLE = re.compile(
    r"(?:staff|senior|chief|deputy|associate|assistant|contributing|freelance|guest|political|business)?\s?"
    r"(?:editors?|reporters?|correspondents?|writers?|staff|contributors?|columnists?|producer|author|journalist|"
    r"redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|journaliste|périodiste|periodista|redactor(?:a)?|giornalista)",
    re.I,
)
_BEFORE_DATE = re.compile(
    r"(?:\s(?:on|am|vom|le|el|em|il|op|den)|[|·•,–—-])?\s*(?:\w{2,12}day|\w{2,12}tag)?[\s,|·•–—:-]*$", re.I
)


def is_name(text: str) -> bool:
    """Whether a string has a name's shape: a few words, no numbers, no sentence."""
    if not 2 <= len(text) <= 60 or any(w.isdecimal() for w in text.split()):
        return False
    return not re.search(r"[!?<>{}=_@…:]|\.\s[a-z]", text) and len(text.split()) <= 6 and any(c.isalpha() for c in text)


def split_names(text: str) -> list[str]:
    """The names in an author field: `By Ann Lee and Bo Ek, Staff Writers` gives `Ann Lee`, `Bo Ek`."""
    if starts_with_by(text[:_LONGEST]):
        return list(author_names(clean(text[:_LONGEST])))
    text = _BRACKETED.sub(" ", _CONTACT.sub(" ", clean(text[:_LONGEST])))
    text = _BY.sub("", text, count=1) if _BY.match(text) else text
    names: list[str] = []
    for group in _AND.split(text):
        parts = [p.strip() for p in group.split(",")]
        if len(parts) == 2 and _inverted(parts):
            parts = [f"{parts[1]} {parts[0]}"]
        for part in parts:
            name = _REPORTER.sub("", _OFFICE.sub("", part).strip(' .:*"“”«»'))
            if is_name(name) and not _ROLE.fullmatch(name) and not _DEGREE.fullmatch(name):
                names.append(name)
    several = [n for n in names if " " in n]
    if several and len(several) < len(names) and "," in text:
        names = several  # `Ann Lee, Nairobi`: what is left of place and agency is a single word
    return list(dict.fromkeys(names))


def _inverted(parts: list[str]) -> bool:
    """Whether two parts are a family name and given names (`Lee, Ann`)."""
    return (
        all(len(p.split()) == 1 and p[:1].isupper() for p in parts)
        and not _ROLE.fullmatch(parts[1])
        and not _INITIALS.fullmatch(parts[1])
    )


def shown_names(text: str, links: list[str]) -> list[str]:
    """The names in a displayed byline: its links if they are names of several words, else what its text says."""
    linked = [n for label in links for n in author_names(label) if _may_be_shown(n)]
    if linked and all(" " in n for n in linked):
        return list(dict.fromkeys(linked))
    text = _without_date(clean(text[:_LONGEST]))
    return [n for n in author_names(text) if _may_be_shown(n) and not _DEGREE.fullmatch(n)] or linked


def _may_be_shown(name: str) -> bool:
    """Whether a piece of a displayed byline is a name and no button or section."""
    return is_name(name) and not name[:1].islower() and cues(name) <= {"agency", "role", "by"}


def _without_date(text: str) -> str:
    """A byline up to the date that follows in it, or from the date on that leads it."""
    dates = find_dates(text)
    if not dates:
        return text
    before = _BEFORE_DATE.sub("", text[: dates[0][0]])
    return before if any(c.isalpha() for c in before) else text[dates[-1][1] :]
