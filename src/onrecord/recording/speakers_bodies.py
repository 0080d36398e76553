"""Which body `the zoo` or `the airline` is, where the one named last may be another one or of another kind."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import heads, words
from onrecord.recording.speakers_unseen import unseen
from onrecord.types import Statement

_KINDS = (
    lexicon("airline carrier airways airlines"),
    lexicon("police sheriff constabulary"),
    lexicon("newspaper paper magazine daily tabloid times herald tribune"),
    lexicon("university college school academy"),
    lexicon("bank lender"),
    lexicon("zoo aquarium"),
    lexicon("church diocese cathedral"),
    lexicon("hospital clinic infirmary"),
    lexicon("court tribunal"),
    lexicon("union guild federation brotherhood"),
    lexicon("museum gallery"),
    lexicon("brewery brewer"),
    lexicon("airport"),
    lexicon("railway railroad"),
)
"""Words of which one is never said of what another group's words are said of."""
_NO_GROUPS = lexicon(
    "university college school academy hospital clinic infirmary court tribunal museum gallery airport zoo police"
)
"""Words in names of bodies that nobody calls a group."""
_CROWDS = lexicon("group crowd band gang")
_KIND = {word: n for n, words in enumerate(_KINDS) for word in words}
_THE = re.compile(r"the\s(?:[a-z-]+\s)?(?P<noun>[a-z]+)", re.I)
_THIRD = re.compile(r"he|she|it|the\s(?:group|company|firm|organi[sz]ation|agency|union|party|club|newspaper)", re.I)
_FAR = 2
"""How many times as often as a namesake a body must be named for its noun alone to mean it."""


def body_meant(material: Material, document: int, s: Statement, party: str) -> str | None:
    """The body that a definite description stands for, given the one that other rules found for it.

    None where that is of another kind (`the airline` for `Harbour Police`) and no other one fits.
    """
    if len(s.source) != 1:
        return party
    start, end = s.source[0]
    text = material.documents[document].document.text
    found = _THE.fullmatch(text, start, end)
    if found is None or (found["noun"] not in _KIND and found["noun"] not in _CROWDS):
        return party
    noun, parties = found["noun"], material.parties
    known = parties.get(party)
    if known.kind == "person":
        return party
    if noun in _CROWDS:
        # `the group` is no university: a crowd, or a body that is not told by what it is.
        named = {h for h in _heads(known.name) if h in _NO_GROUPS} and noun not in words(known.name)
        return unseen(material, document, s) if named else party
    own = {w for n in (known.name, *known.aliases) for w in words(n)}
    if noun in own:
        return _best_known(material, document, noun, party)
    kinds = {_KIND[h] for h in _heads(known.name) if h in _KIND}
    if not kinds or _KIND[noun] in kinds:
        return party
    near = {
        m[2]: None
        for m in parties.within(document, 0, start)
        if _KIND[noun] in {_KIND[h] for h in _heads(parties.get(m[2]).name) if h in _KIND}
    }
    return next(iter(near)) if len(near) == 1 else unseen(material, document, s)


def names_himself(material: Material, document: int, s: Statement, party: str) -> bool:
    """Whether what a description or pronoun says names its party, as nobody names himself (`The group said Ek’s …`)."""
    if len(s.source) != 1:
        return False
    text = material.documents[document].document.text
    start, end = s.source[0]
    if _THIRD.fullmatch(text, start, end) is None:
        return False
    first = next(iter(sorted(s.content)), None)
    if first is None or text[first[0]] in "“\"‘`'":
        return False
    known = material.parties.get(party)
    bare = {name for name in (known.name, *known.aliases) if " " in name or name[:1].isupper()}
    return any(
        other == party and low >= end and text[low].isupper() and " ".join(text[low:high].split()) in bare
        for low, high, other in material.parties.within(document, *first)
    )


def _best_known(material: Material, document: int, noun: str, party: str) -> str:
    """Of the bodies that have a noun in their names the one that a document names most often, by its name."""
    text = material.documents[document].document.text
    named: Counter[str] = Counter()
    for low, high, other in material.parties.within(document, 0, len(text)):
        said = words(text[low:high])
        if len(said) > 1 and noun in said and text[low].isupper():
            named[other] += 1
    # `Norrvik Zoo` and `Norrvik Zoo & Garden` are one.
    whole = Counter(named)
    for one, two in itertools.permutations(sorted(named), 2):
        if _begins(material, one, two) or _begins(material, two, one):
            whole[one] += named[two]
    best = max(sorted(named), key=lambda p: (whole[p], named[p]), default=party)
    return best if whole[best] >= _FAR * max(1, whole[party]) else party


def _begins(material: Material, one: str, two: str) -> bool:
    short, long = material.parties.get(one).name, material.parties.get(two).name
    return len(short) < len(long) and long.startswith(f"{short} ")


def _heads(name: str) -> frozenset[str]:
    return heads(name) | ({name.split()[-1].casefold()} if name.split() else frozenset())
