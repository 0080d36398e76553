"""Spellings that are no names: a party's tag behind a name, a headline's verb taken into one, a title before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.annotation.lexicons import demonyms, gazetteer, given_names
from onrecord.annotation.tagging import tables

_TAG = re.compile(r"[RDI]-[A-Z][A-Za-z.]{1,6}")
_TITLED = re.compile(
    r"(?:(?:[A-Z][\w’'-]*\.?|U\.S\.)\s){0,4}?((?:(?:Gov|Sen|Rep|Lt|Gen|Col|Sgt|Det|Capt|Cpl|Adm|Rev|Maj|Supt|Insp)\.?|Governor|Senator"
    r"|Representative|Congressman|Congresswoman|Mayor|Detective|Inspector|Administrator|Commissioner|Councillor)\s)"
    r"((?:[A-Z][\w’'-]+\.?\s?){2,4})"
)
_NOUN = frozenset({"NN", "NNS", "VB", "VBD", "VBZ", "VBN", "VBG", "VBP", "JJ", "RB", "IN", "DT", "PRP$"})


def is_tag(words: str) -> bool:
    """Whether what was taken for a name is only the tag of a politician's party and state (`D-Vt`)."""
    return _TAG.fullmatch(words.rstrip(".")) is not None


def untitled(name: str) -> str | None:
    """A person's name without the place and title before it (`Norrland Gov. Ada Lund`), or None if it has neither."""
    found = _TITLED.fullmatch(name)
    return None if found is None else found[2].strip()


def is_headline_wording(name: str) -> bool:
    """Whether every word is one of the language that no place, people or person is called by (`Better Qualified`)."""
    parts = name.replace("-", " ").split()
    known = tables().words
    return bool(parts) and name not in gazetteer() and name not in demonyms() and not name.isupper() and all(
        any(tag in _NOUN for tag, _ in known.get(w.casefold(), ())) and w not in given_names() for w in parts
    )  # fmt: skip


def shortened(headline: str, people: Iterable[str], bodies: Iterable[str]) -> str | None:
    """The full name of the text that a headline's spelling lengthens by words of its own, if there is one.

    `Ada Lund Rips Rivals` is Ada Lund, `Norrvik Mills Sues Union` the mills; a body's name is only cut before a verb.
    """
    known = tables().words
    for name in people:
        if " " in name and (headline.startswith(f"{name} ") or headline.endswith(f" {name}")):
            return name
    for name in bodies:
        if " " in name and headline.startswith(f"{name} "):
            following = headline[len(name) :].split()[0].casefold()
            if following.endswith("s") and any(tag == "VBZ" for tag, _ in known.get(following, ())):
                return name
    return None
