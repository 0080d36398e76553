"""How likely a verb or a noun is a cue, from counts.

`data/cues.tsv` says for each verb how often it was a cue, by what followed it (see `complements.complement`), in news
that people annotated for attributions. A rare combination leans on the verb's own rate, a rare verb on whether
`stances` knows it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from onrecord.annotation import stances
from onrecord.annotation.tagging import read_lines

_PRIOR_KNOWN = 0.55
_PRIOR_UNKNOWN = 0.03
_WEIGHT = 3.0
"""How many occurrences the more general rate counts for."""


SPEECH = frozenset(
    "say add write tell ask reply respond tweet continue explain note argue conclude insist joke quip recall "
    "declare warn announce claim state "
    "exclaim testify admit observe remark shout predict complain lament report allege maintain contend "
    "acknowledge concede confirm think believe "
    "stress emphasize boast suggest assert post comment recount muse retort counter promise vow joke charge "
    "wonder agree object deny repeat reveal "
    "read go caution reason estimate figure guess hint interject mutter opine point".split()
)
"""Verbs that can stand after or inside what they tell."""

ADDRESSED = frozenset(
    "tell remind inform assure reassure notify advise warn ask brief show convince persuade teach promise".split()
)
"""Verbs whose object is who is spoken to, no part of the content."""

Entry = tuple[tuple[int, int], dict[str, tuple[int, int]]]


def parse(lines: Sequence[str]) -> dict[str, Entry]:
    """The rows of a table of counts, by verb or noun."""
    found: dict[str, Entry] = {}
    for line in lines:
        word, total, rest = line.split("\t")
        kinds: dict[str, tuple[int, int]] = {}
        for item in rest.split():
            kind, numbers = item.rsplit("=", 1)
            kinds[kind] = _pair(numbers)
        found[word] = (_pair(total), kinds)
    return found


@functools.cache
def _table() -> dict[str, Entry]:
    return parse(read_lines("cues.tsv"))


def _estimate(entry: Entry | None, complement: str, prior: float) -> float:
    if entry is None:
        return prior
    (cues, all_of_them), kinds = entry
    rate = (cues + _WEIGHT * prior) / (all_of_them + _WEIGHT)
    cues, all_of_them = kinds.get(complement, (0, 0))
    return (cues + _WEIGHT * rate) / (all_of_them + _WEIGHT)


def _pair(numbers: str) -> tuple[int, int]:
    first, second = numbers.split("/")
    return int(first), int(second)


def probability(lemma: str, complement: str, passive: bool) -> float:
    """The probability, 0 to 1, that a verb is a cue where `complement` follows it."""
    prior = _PRIOR_KNOWN if not passive and stances.of_verb(lemma) is not None else _PRIOR_UNKNOWN
    return _estimate(_table().get(f"pass {lemma}" if passive else lemma), complement, prior)


@functools.cache
def _noun_table() -> dict[str, Entry]:
    return parse(read_lines("noun_cues.tsv"))


def noun_probability(noun: str, owner: str, complement: str) -> float:
    """The probability that a noun is a cue (`her [claim] that …`).

    Args:
        noun: in the singular.
        owner: `poss` where a possessive stands before it, `name` where a name does, else `bare`.
        complement: what follows it.
    """
    prior = 0.2 if stances.of_noun(noun) is not None and owner == "poss" else _PRIOR_UNKNOWN
    return _estimate(_noun_table().get(f"{noun} {owner}"), complement, prior)
