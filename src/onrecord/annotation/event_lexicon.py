"""Which words tell which type of event (PLOVER)."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from onrecord.annotation.tagging import read_lines


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Types by verb, by verb with a particle, preposition or pair of words, by verb with the head of its object or its
    subject, and by noun."""

    verbs: dict[str, str] = field(default_factory=dict)
    with_word: dict[tuple[str, str], str] = field(default_factory=dict)
    with_object: dict[tuple[str, str], str] = field(default_factory=dict)
    by_subject: set[str] = field(default_factory=set)
    """The verbs of `with_subject`."""
    by_pair: set[str] = field(default_factory=set)
    """The verbs that a pair of words goes with."""
    with_subject: dict[tuple[str, str], str] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    owned_nouns: dict[str, str] = field(default_factory=dict)
    """The nouns that tell an event where the text says whose it is: `the union's offer`."""


@functools.cache
def event_lexicon() -> EventLexicon:
    """The lexicon of `data/event_types.tsv`."""
    lexicon = EventLexicon()
    for line in read_lines("event_types.tsv"):
        kind, how, words, *objects = line.split("\t")
        for word in words.split():
            if how == "verb":
                lexicon.verbs.setdefault(word, kind)
            elif how == "noun":
                lexicon.nouns.setdefault(word, kind)
            elif how == "noun+whose":
                lexicon.owned_nouns.setdefault(word, kind)
            elif how in ("object", "subject"):
                table = lexicon.with_object if how == "object" else lexicon.with_subject
                if how == "subject":
                    lexicon.by_subject.add(word)
                for noun in objects[0].split():
                    table.setdefault((word, noun), kind)
            else:
                lexicon.with_word.setdefault((word, how.split("+")[1]), kind)
                if "_" in how:
                    lexicon.by_pair.add(word)
    return lexicon


def singular(noun: str) -> str:
    """The singular of an English noun, by spelling; lower case."""
    lower = noun.lower()
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "ches", "shes", "xes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower
