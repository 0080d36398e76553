"""Names compared: what two spellings have in common, and when they may be one bearer's."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

from onrecord.annotation.lexicons import demonyms, gazetteer
from onrecord.annotation.name_runs import ARTICLE
from onrecord.recording.lexicon import lexicon

_POSSESSIVE = re.compile(r"['’‘`]s\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
TITLES = lexicon(
    """mr mrs ms miss dr sir dame lord lady madam president vice vp premier prime minister chancellor king queen prince
    princess sultan emir pope cardinal bishop rev reverend sen senator rep congressman congresswoman representative gov
    governor mayor judge justice attorney general gen col colonel lt lieutenant capt captain maj major sgt sergeant
    admiral commander secretary ambassador professor prof spokesman spokeswoman spokesperson director chief chairman
    chairwoman ceo acting former ex deputy interim late"""
)
_COMPANY = lexicon(
    "inc corp corporation co company ltd limited plc llc llp sa ag nv se gmbh spa bv oyj ab asa kk group"
    " holdings holding"
)
_SMALL = lexicon("the a an of for and in on at to de la le du der den das el al")
_SPOKEN = {
    "us": "united states",
    "usa": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
}


@functools.lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case without accents, dots and possessives: `U.S. Army’s` gives `us`, `army`."""
    text = name
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(_WORD.findall(_POSSESSIVE.sub("", text.casefold()).replace(".", "")))


_OF = frozenset({"of", "for", "on"})
_UNNAMED = frozenset(
    "house park street post times star herald news press government state side day year people".split()
)
"""Last words of names that nobody calls the bearer by, or that mean more than one thing."""


def heads(name: str) -> frozenset[str]:
    """The words of a name that the bearer may be called by: its last one, and the one before `of`."""
    parts = words(name)
    found = {parts[-1]} if len(parts) > 1 else set()
    found |= {w for w, after in itertools.pairwise(parts) if after in _OF}
    return frozenset(found) - _UNNAMED


@functools.lru_cache(maxsize=65536)
def bare_person(name: str) -> tuple[str, ...]:
    """A person's name without titles and suffixes."""
    parts = [ARTICLE.sub("", w) for w in words(name) if w not in TITLES]
    return tuple(w for w in parts if w not in {"jr", "sr", "ii", "iii", "iv"}) or tuple(parts)


@functools.lru_cache(maxsize=65536)
def bare_organisation(name: str) -> tuple[str, ...]:
    """An organisation's name without articles and legal forms."""
    spoken: list[str] = []
    for word in words(name):
        spoken.extend(_SPOKEN[word].split() if word in _SPOKEN else (word,))
    # `Norrvik-based Mills Ltd.` is the company Mills.
    parts = [w for w in spoken if w not in _SMALL and not w.endswith("-based")]
    kept = [w for w in parts if w not in _COMPANY]
    return tuple(kept or parts)


def initials(name: str) -> tuple[str, ...]:
    """The letters that an acronym of the name may have: `Harbour Workers Union` gives `hwu`.

    A country in front may count or not: `U.K. Space Agency` gives `usa` and `sa`.
    """
    parts = [w for w in words(name) if w not in _SMALL]
    whole = "".join(w[0] for w in parts)
    first = name.split()[0] if name.split() else ""
    capitals = "".join(
        w if w in _SPOKEN or (len(w) > 1 and f" {w.upper()} " in f" {name} ") else w[0] for w in parts
    )
    if capitals != whole:
        # `UK Maritime Trade Operations` is UKMTO.
        return (whole, whole[1:], capitals)
    known = first in demonyms() or ((place := gazetteer().get(first)) is not None and place.kind == "country")
    return (whole, whole[1:]) if known and len(parts) > 2 else (whole,)


def has_legal_form(name: str) -> bool:
    """Whether a name ends as companies' names do (`Norrvik Mills Ltd.`)."""
    return len(words(name)) > 1 and words(name)[-1] in _COMPANY - {"group", "co", "se", "company"}


def possessed(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name as its possessor's words and its own: `Lund’s Oslo relatives` gives `lund` and `oslo relatives`."""
    found = re.match(r"(.+?)['’‘`]s?\s+(.+)", name)
    if found is None:
        return (), bare_organisation(name)
    return words(found[1]), bare_organisation(found[2])


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two or more words each can be one man's: one within the other, first names agreeing.

    `a` and `b` are bare names. A shared surname alone is never enough: each must have a first name, and it must be the
    other's, or its initial.
    """
    if len(a) < 2 or len(b) < 2:
        return False
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    first_agrees = short[0] == long[0] or ((len(short[0]) == 1 or len(long[0]) == 1) and short[0][0] == long[0][0])
    if not first_agrees:
        return False
    rest = set(long[1:])
    return all(w in rest or (len(w) == 1 and any(r[0] == w for r in rest)) for w in short[1:])
