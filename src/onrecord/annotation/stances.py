"""What a cue does: its stance, by lemma."""

from __future__ import annotations

import functools
from typing import cast

from onrecord.annotation.tagging import read_lines
from onrecord.types import Stance


@functools.cache
def _tables() -> tuple[dict[str, Stance], dict[str, Stance]]:
    verbs: dict[str, Stance] = {}
    nouns: dict[str, Stance] = {}
    for line in read_lines("stances.tsv"):
        stance, of_verbs, of_nouns = line.split("\t")
        for word in of_verbs.split():
            verbs.setdefault(word, cast(Stance, stance))
        for word in of_nouns.split():
            nouns.setdefault(word, cast(Stance, stance))
    return verbs, nouns


def of_verb(lemma: str) -> Stance | None:
    """The stance of a verb by its lemma; None where it is no cue."""
    return _tables()[0].get(lemma)


def of_noun(noun: str) -> Stance | None:
    """The stance of a noun (singular); None where it is no cue."""
    return _tables()[1].get(noun)
