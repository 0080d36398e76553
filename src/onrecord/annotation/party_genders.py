"""Who is a man and who a woman by the pronouns that follow them: `Obama said he …`.

Only pronouns with nobody else named between count, and only where all but a few of them agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_PRONOUN = re.compile(r"\b(he|him|his|she|her|hers)\b", re.I)
_REACH = 90
"""How many characters behind a name are looked at."""
_LEAST = 2
_MOST_AGAINST = 0.2
"""At least two pronouns must tell, and at most a fifth of them otherwise: one may well be somebody else’s."""


def by_pronouns(text: str, mentions: Sequence[tuple[int, int, str]]) -> Mapping[str, bool]:
    """Of the persons whom pronouns tell: whether they are women, by id.

    Args:
        text: the document's.
        mentions: of persons in it, as start, end, id, in order.
    """
    votes: dict[str, list[int]] = {}
    for k, (_, end, party) in enumerate(mentions):
        stop = min(len(text), end + _REACH)
        if k + 1 < len(mentions):
            stop = min(stop, mentions[k + 1][0])
        found = _PRONOUN.search(text, end, stop)
        if found is not None and "\n" not in text[end : found.start()]:
            counted = votes.setdefault(party, [0, 0])
            counted[found[1].lower().startswith(("she", "her"))] += 1
    out: dict[str, bool] = {}
    for party, (men, women) in votes.items():
        if men + women >= _LEAST and min(men, women) <= _MOST_AGAINST * (men + women):
            out[party] = women > men
    return out
