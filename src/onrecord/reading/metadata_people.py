"""Author strings to names: `By Ann Lee and Bo Ek, Staff Writers` to `Ann Lee`, `Bo Ek`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from onrecord.reading.blocks import cues
from onrecord.reading.dates import find_dates
from onrecord.reading.html_phrases import is_phrase, phrase_at_start
from onrecord.reading.metadata_jsonld import clean

_LONGEST = 500
_AND = re.compile(r"\s+(?:and|und|et|y|og|och|ja|oraz|și|dan|και|и|та|va|na|e|i|en|&|\+|with|mit)\s+|\s*[;|/•·、，＆&\n]\s*|\s{2,}", re.I)
_CONTACT = re.compile(r"\S{1,80}@\S{1,80}|https?://\S{1,300}|(?<!\w)@\w{1,40}|\bwww\.\S{1,200}")
_BRACKETED = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_INITIALS = re.compile(r"[A-Z]{2,5}$")
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?D|MPH|MSc|BSc|MBA|JD|R\.?N|RD|Esq|Jr|Sr|CFA|CPA)\.?")
_TAIL = re.compile(r"\s+[-–—]\s+.{0,200}$")


@cache
def _roles() -> frozenset[str]:
    lines = files("onrecord.reading").joinpath("data/bylines.tsv").read_text("utf-8").splitlines()
    return frozenset(w for line in lines if line and not line.startswith("#") for w in line.split("\t")[1].split("|"))


def is_role(text: str) -> bool:
    """Whether a part of a byline says what somebody is, not who: `Staff Writer`, `Redakteurin`, `기자`."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return bool(words) and (words[-1] in _roles() or words[0] in _roles() or " ".join(words) in _roles())


def without_prefix(text: str, *, byline: bool = True) -> str:
    """A byline without its `By`, `Von`, `Text:`. In a field that is no displayed line, words that also begin names stay."""
    for _ in range(2):
        text = text.strip(" \t:,;–—-|•·*")
        phrase = phrase_at_start("byline", text)
        if phrase is None or len(text) <= len(phrase) + 1 or (phrase in _PARTICLES and not byline):
            break
        rest = text[len(phrase) :]
        if phrase.isalpha() and not rest[:1].isspace() and not (phrase == "by" and rest[:1].isupper()) and rest[:1] != ":":
            break
        text = rest
    return text.strip(" \t:,;–—-|•·*")


_PARTICLES = frozenset(("de", "di", "von", "av", "af", "per", "na ", "nga", "door"))
"""Words of bylines that are names or begin them as well (`Per Ek`, `Di Wu`, `von Ast`)."""


def is_name(text: str) -> bool:
    """Whether a string has a name's shape: a few words, no digits, no sentence."""
    if not 2 <= len(text) <= 60 or any(w.isdecimal() for w in text.split()) or re.search(r"[!?<>{}=_@…:]|\.\s[a-z]", text):
        return False
    return len(text.split()) <= 6 and any(c.isalpha() for c in text)


def is_shown_name(text: str) -> bool:
    """Whether a piece of a displayed byline is a name and no button, section or word of the byline itself."""
    return is_name(text) and not any(c.isdecimal() for c in text) and not text[:1].islower() and not is_phrase("byline", text) and not cues(text)


def split_names(text: str, *, byline: bool = False) -> list[str]:
    """The names in an author string.

    Args:
        text: an author field, or a displayed byline.
        byline: whether the string is a displayed line, from which roles, places and dates are cut as well.
    """
    text = clean(text[:_LONGEST])
    if byline:
        text = _without_date(text)
    text = without_prefix(_BRACKETED.sub(" ", _CONTACT.sub(" ", text)), byline=byline)
    if byline and "|" in text:
        text = text[: text.index("|")]  # an office or outlet follows
    names: list[str] = []
    for group in _AND.split(text):
        parts = [p.strip() for p in group.split(",")]
        if len(parts) == 2 and _inverted(parts):
            parts = [f"{parts[1]} {parts[0]}"]
        for part in parts:
            name = without_prefix(_TAIL.sub("", part) if byline or " - " in part else part, byline=byline).strip(" .\"“”«»")
            name = _without_role(name)
            if is_name(name) and not is_role(name):
                names.append(name)
    if byline:
        names = [n for n in names if is_shown_name(n)]
    names = [n for n in names if not _DEGREE.fullmatch(n)]
    several = [n for n in names if " " in n]
    if several and len(several) < len(names) and "," in text:
        names = several  # `Ann Lee, Nairobi`: what is left of place and agency is a single word
    elif byline and "," in text and text.isascii():
        names = names[:1]  # `Staff, Politics, World`: sections follow
    return list(dict.fromkeys(names))


def _without_date(text: str) -> str:
    """A byline up to the date that follows in it, or from the date on that leads it."""
    dates = find_dates(text)
    if not dates:
        return text
    before = _TRAILING.sub("", text[: dates[0][0]])
    return before if any(c.isalpha() for c in before) else text[dates[-1][1] :]


_TRAILING = re.compile(r"(?:\s(?:on|am|vom|le|el|em|il|op|den)|[|·•,–—-])?\s*(?:\w{2,12}day|\w{2,12}tag)?[\s,|·•–—:-]*$", re.I)


def _inverted(parts: list[str]) -> bool:
    """Whether two parts are a family name and given names (`Lee, Ann`)."""
    return all(len(p.split()) == 1 and p[:1].isupper() for p in parts) and not is_role(parts[1]) and not _INITIALS.match(parts[1])


def _without_role(name: str) -> str:
    """A name without the role that is joined to it: `신현주 기자`, `Reporter Ann Lee`."""
    words = name.split()
    if len(words) > 1 and words[-1].casefold() in _SUFFIXES:
        return " ".join(words[:-1])
    return name


_SUFFIXES = frozenset({"기자", "특파원", "논설위원", "선임기자", "인턴기자", "記者"})
