"""The two camps of a quarrel that a text calls by what they are: the government and the rebels, the union and the mill.

News of a war or a strike names its sides once, if at all, and then speaks of `the government` and `the rebels`, `the
nurses` and `the hospital`. These are `both sides`, however many mediators, towns and relief bodies have names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.recording.finder import Finder
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

_RULERS = lexicon("government junta regime army military state generals")
_REBELS = lexicon(
    "rebels insurgents guerrillas militants separatists opposition protesters movement front militia fighters "
    "secessionists"
)
_STAFF = lexicon(
    "union unions guild nurses teachers pilots workers drivers players musicians miners dockers actors writers pickers "
    "employees staff strikers doctors crews cooks guards association"
)
_EMPLOYERS = lexicon(
    "company management hospital employer employers airline mill league district board studios owners growers "
    "operator orchestra university system agency council city port clinic theatre theater opera railway"
)
_PAIRS = ((_RULERS, _REBELS), (_STAFF, _EMPLOYERS))
_ANY = frozenset().union(*(camp for pair in _PAIRS for camp in pair))
_THE = re.compile(r"\b[Tt]he ([a-z]+)(?: ([a-z]+))?")
BARGAINS = re.compile(
    r"\b(?:talks|negotiat\w+|settlement|truce|cease-?fire|mediat\w+|arbitrat\w+|peace|agreement|contract|deal|dispute"
    r"|bargain\w*|table|compromise)\b"
)
"""In a sentence where `the parties` are those of a quarrel, and not those that people vote for."""
_MOST = 60
"""How many passages before are looked at, those of earlier reports among them."""
_LEAST = 3
"""How often the two are spoken of at least."""


def camps(finder: Finder, material: Material, passage: Passage) -> tuple[str, ...]:
    """The parties of the two camps that the passages before one speak of most, or none.

    Args:
        finder: finds whom the nouns stand for.
        material: the documents.
        passage: where `both sides` stands.
    """
    at = material.order[passage.document, passage.start]
    before = material.passages[max(0, at - _MOST) : at + 1]
    spoken = [
        (place, noun)
        for place in before
        for m in _THE.finditer(place.text)
        if (noun := next((w for w in m.groups() if w in _ANY), None)) is not None
    ]
    counts = Counter(noun for _, noun in spoken)
    last = {noun: n for n, (_, noun) in enumerate(spoken)}
    best: tuple[int, tuple[str, ...]] = (0, ())
    for pair in _PAIRS:
        nouns = [sorted(camp & counts.keys(), key=lambda n: (-counts[n], -last[n])) for camp in pair]
        total = sum(counts[n] for camp in nouns for n in camp)
        if total < _LEAST or total <= best[0]:
            continue
        found = [_meant(finder, material, spoken, camp) for camp in nouns]
        if all(found) and len(set(found)) == len(found):
            best = total, tuple(p for p in found if p is not None)
    return best[1]


def _meant(
    finder: Finder, material: Material, spoken: Sequence[tuple[Passage, str]], nouns: Sequence[str]
) -> str | None:
    """Whom the first of some nouns stands for that stands for one body or group where it was spoken of last."""
    for noun in nouns:
        places = [place for place, other in reversed(spoken) if other == noun]
        for place in places[:3]:
            clauses = finder.clauses(place)
            for phrase in clauses.phrases:
                found = finder.who(place, phrase) if clauses.sentence.lower[phrase.head] == noun else ()
                if len(found) == 1 and material.parties.get(found[0]).kind != "person":
                    return found[0]
    return None
