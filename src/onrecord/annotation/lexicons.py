"""The word lists of `data/`, read on first use and never changed."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from onrecord.annotation.tagging import read_lines


@dataclass(frozen=True, slots=True)
class Country:
    """A state: ISO 3166-1 alpha-3 code and its usual English name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a gazetteer says of a name: `kind` is `country`, `capital`, `place`, `outlet` or `organisation`."""

    kind: str
    name: str
    country: str | None


@functools.cache
def countries() -> dict[str, Country]:
    """Countries by code."""
    return {code: Country(code, names.split(",")[0]) for code, names, *_ in map(_columns, read_lines("countries.tsv"))}


def _columns(line: str) -> list[str]:
    return line.split("\t")


@functools.cache
def demonyms() -> dict[str, str]:
    """Country codes by demonym, adjective and people (`Venezuelan`, `Venezuelans`)."""
    found: dict[str, str] = {}
    for code, _, words, *_ in map(_columns, read_lines("countries.tsv")):
        for word in filter(None, words.split(",")):
            found.setdefault(word, code)
    return found


@functools.cache
def gazetteer() -> dict[str, Known]:
    """Names that are known beforehand, without a leading article."""
    found: dict[str, Known] = {}
    for code, names, _, capitals in map(_columns, read_lines("countries.tsv")):
        first = names.split(",")[0]
        for name in names.split(","):
            found.setdefault(_bare(name), Known("country", first, code))
        for name in filter(None, capitals.split(",")):
            found.setdefault(name, Known("capital", name, code))
    for code, names in map(_columns, read_lines("places.tsv")):
        for name in names.split(","):
            found.setdefault(name, Known("place", name, code or None))
    for kind, code, *bodies in map(_columns, read_lines("organisations.tsv")):
        for body in bodies:
            names_of_it = [_bare(n) for n in body.split("=")]
            for name in names_of_it:
                found.setdefault(name, Known(kind, names_of_it[0], code or None))
    return found


def _bare(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


@functools.cache
def gazetteer_starts() -> dict[str, int]:
    """For the first word of a gazetteer name: the largest number of blank-separated words of such a name."""
    found: dict[str, int] = {}
    for name in gazetteer():
        words = name.split()
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@functools.cache
def words_of(name: str) -> frozenset[str]:
    """All words of a plain list file."""
    return frozenset(w for line in read_lines(name) for w in line.split() if w != ":")


@functools.cache
def given_names() -> frozenset[str]:
    """Given names, as they are written."""
    return words_of("first_names.txt")


@functools.cache
def _women() -> frozenset[str]:
    lines = read_lines("first_names.txt")
    return frozenset(lines[-1].split())


def gender_of(name: str) -> bool | None:
    """Whether a given name is a woman's; None where it is not on the lists, or on both."""
    woman = name in _women()
    man = name in _men()
    return None if woman == man else woman


@functools.cache
def _men() -> frozenset[str]:
    return frozenset(read_lines("first_names.txt")[0].split())


@functools.cache
def place_words() -> frozenset[str]:
    """Last words of names of places."""
    text = " ".join(read_lines("facility_words.txt"))
    return frozenset(text.split(":")[1].split())


@functools.cache
def facility_words() -> frozenset[str]:
    """Last words of names of facilities."""
    text = " ".join(read_lines("facility_words.txt"))
    return frozenset(text.split(":")[0].split())


def plural(noun: str) -> str:
    """The plural of an English noun, by spelling."""
    irregular = {"man": "men", "woman": "women", "child": "children", "people": "people", "datum": "data"}
    for ending, put in irregular.items():
        if noun.endswith(ending) and ending != "people":
            return noun[: -len(ending)] + put
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@functools.cache
def human_nouns() -> dict[str, tuple[str, bool]]:
    """Nouns for people: what they are as a source (`anonymous`, `office`, `collective`), and whether it is a plural."""
    found: dict[str, tuple[str, bool]] = {}
    for line in read_lines("human_nouns.txt"):
        kind, nouns = line.split(":")
        for noun in nouns.split():
            found.setdefault(
                noun, (kind, noun in ("circle", "people", "men", "women", "many", "some", "most", "media", "police"))
            )
            found.setdefault(plural(noun), (kind, True))
    for noun in words_of("offices.txt"):
        found.setdefault(noun, ("described", False))
        found.setdefault(plural(noun), ("collective", True))
    return found


@functools.cache
def document_nouns() -> frozenset[str]:
    """Nouns for documents, singular and plural."""
    words = words_of("documents.txt")
    return words | {plural(w) for w in words}
