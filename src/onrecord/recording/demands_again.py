"""A demand that another outlet tells again, of people whom it describes in other words.

`two Wall Street investors asked Apple to …` and `two big investors have asked Apple to …` are one demand of one pair
of investors, though no name ties the two descriptions. They are taken for one only if outlets differ, what is wanted of
the same party agrees in most words, and the descriptions name the same kind of people in the same number.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.answers_drafts import Draft, Drafts
from onrecord.recording.gist import overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words

_SHARED, _SHARE = 3, 0.6
"""How many words of content two demands have in common at least, and what share of the shorter one's."""
_NUMBERS = lexicon(
    "two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty seventy eighty ninety"
    " dozen dozens hundred hundreds thousand thousands"
)
_AFTER = lexicon("of in at for from on with who that which led about by")
"""What follows the noun of a description."""
_LAST = 50
"""How many of the last demands of one party's are compared with a new one."""


def without_repeats(material: Material, drafts: Drafts) -> Drafts:
    """The demands with those of the same described people joined into the first of them."""
    out = Drafts()
    by_kind: dict[tuple[str, ...], list[tuple[Draft, frozenset[str]]]] = {}
    for draft in drafts.all:
        people = _people(material, draft.by)
        if people is None or not draft.to or draft.wants[0].deadline is not None:
            out.add(draft)
            continue
        noun, numbers = people
        alike = by_kind.setdefault((noun, draft.kind, *sorted(draft.to)), [])
        known = next((d for d, other in alike[-_LAST:] if _agree(numbers, other) and _is_again(d, draft)), None)
        if known is None:
            alike.append((draft, numbers))
            out.add(draft)
        else:
            known.wants += draft.wants
    return out


def _people(material: Material, parties: Sequence[str]) -> tuple[str, frozenset[str]] | None:
    """The noun of a group that is only described, and the numbers that count it; None for anybody else."""
    if len(parties) != 1:
        return None
    party = material.parties.get(parties[0])
    told = party.name.split()
    told = told[: next((n for n, w in enumerate(told) if n and w in _AFTER), len(told))]
    if party.kind != "group" or not told[-1].islower():
        return None
    counts = frozenset(w for w in words(" ".join(told)) if w in _NUMBERS or w.isdigit())
    return told[-1], counts


def _agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two counts may be of the same people: a description may leave it out."""
    return not a or not b or a == b


def _is_again(known: Draft, draft: Draft) -> bool:
    if known.wants[0].passage.document == draft.wants[0].passage.document:
        return False
    return len(known.gist & draft.gist) >= _SHARED and overlap(known.gist, draft.gist) >= _SHARE
