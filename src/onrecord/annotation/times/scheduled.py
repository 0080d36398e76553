"""Events that have a day of their own, told as a time without it: `before new elections`, `until the vote`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotation.times.tokens import Tokens
from onrecord.types import Relation, Span

_EVENTS = frozenset(
    """election elections vote votes referendum referendums poll polls inauguration runoff run-off summit ballot
    primaries primary midterms""".split()
)
_DETERMINERS = frozenset("the a an any its his her their this that".split())
_LINKS: dict[str, Relation] = {
    "before": "before", "after": "after", "following": "after", "since": "since", "until": "until", "till": "until"
}
_LONGEST = 3
"""Words that may stand between the preposition and the event, its article not counted."""
_NO_ADJECTIVES = frozenset(
    "of in at on for to and or but with by as like throughout amid about around than not".split()
)
_COMPOUNDS = frozenset(
    """results result victory victories win wins loss defeat campaign campaigns process season count counts officials
    commission day night observers monitors law laws rules board fraud data figures returns debate cycle period
    workers station stations share rally ticket race talks meeting speech ceremony""".split()
)
"""What follows where the event's name is only the first half of another's ("election results")."""


def scheduled(t: Tokens, taken: Sequence[Span]) -> Iterator[tuple[Span, Relation]]:
    """The tokens of each event's phrase and the relation, in order.

    Args:
        t: the text.
        taken: token spans of the times that were found, in order; an event that goes on with a date ("elections in
            May") is left to the date.
    """
    low = t.low
    starts = {start for start, _ in taken}
    covered = {i for start, end in taken for i in range(start, end)}
    floor = 0
    for i in range(t.count):
        if low[i] not in _EVENTS or i < floor or i in covered:
            continue
        end = i + 1 + (low[i + 1] in _EVENTS)
        after = low[end]
        if end in starts or (after in ("in", "on") and (end + 1 in starts or end + 2 in starts)):
            continue
        if after in _COMPOUNDS:
            continue
        begin = _phrase(t, i, floor, covered)
        relation = _relation(t, begin)
        if relation:
            floor = end
            yield (begin, end), relation


def _phrase(t: Tokens, i: int, floor: int, covered: set[int]) -> int:
    """The first token of the phrase that ends with the event at token `i`."""
    j = i
    while j > floor and i - j < _LONGEST and j - 1 not in covered and _modifies(t.low[j - 1]):
        j -= 1
    return j - 1 if j > floor and t.low[j - 1] in _DETERMINERS else j


def _modifies(word: str) -> bool:
    return (
        word.isalpha()
        and word not in _NO_ADJECTIVES
        and word not in _DETERMINERS
        and word not in _LINKS
        and not word.endswith("ing")
    )


def _relation(t: Tokens, begin: int) -> Relation | None:
    link, before = (t.low[begin - 1], t.low[begin - 2]) if begin > 1 else (t.low[begin - 1], "")
    if (link == "of" and before == "ahead") or (link == "to" and before == "prior"):
        return "before"
    return _LINKS.get(link) if begin else None
