"""How likely a verb is a cue, from counts.

`data/cues.tsv` says for each verb how often it was a cue, by what followed it (see `complements.complement`), in news
that people annotated for attributions. A rare combination leans on the verb's own rate, a rare verb on whether
`stances` knows it.
"""

from __future__ import annotations

import functools

from onrecord.annotation import stances
from onrecord.annotation.tagging import read_lines

_PRIOR_KNOWN = 0.45
_PRIOR_UNKNOWN = 0.03
_WEIGHT = 3.0
"""How many occurrences the more general rate counts for."""


@functools.cache
def _table() -> dict[str, tuple[tuple[int, int], dict[str, tuple[int, int]]]]:
    found: dict[str, tuple[tuple[int, int], dict[str, tuple[int, int]]]] = {}
    for line in read_lines("cues.tsv"):
        verb, total, rest = line.split("\t")
        kinds: dict[str, tuple[int, int]] = {}
        for item in rest.split():
            kind, numbers = item.rsplit("=", 1)
            kinds[kind] = _pair(numbers)
        found[verb] = (_pair(total), kinds)
    return found


def _pair(numbers: str) -> tuple[int, int]:
    first, second = numbers.split("/")
    return int(first), int(second)


def probability(lemma: str, complement: str, passive: bool) -> float:
    """The probability, 0 to 1, that a verb is a cue where `complement` follows it."""
    prior = _PRIOR_KNOWN if not passive and stances.of_verb(lemma) is not None else _PRIOR_UNKNOWN
    entry = _table().get(f"pass {lemma}" if passive else lemma)
    if entry is None:
        return prior
    (cues, all_of_them), kinds = entry
    rate = (cues + _WEIGHT * prior) / (all_of_them + _WEIGHT)
    cues, all_of_them = kinds.get(complement, (0, 0))
    return (cues + _WEIGHT * rate) / (all_of_them + _WEIGHT)
