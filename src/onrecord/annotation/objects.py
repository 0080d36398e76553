"""What a verb does something to, and by whom it is done where it is passive."""

from __future__ import annotations

from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import FINITE, Sentence, VerbGroup


def object_of(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """The noun phrase right after a verb group, a particle or an adverb in between allowed."""
    i = group.last
    while i < len(sentence) and sentence.tags[i] in ("RB", "RP"):
        i += 1
    i, last = _past_measure(sentence, i)
    return (i, last) if last is not None and sentence.lower[i] not in CALENDAR else None


_ABOUT = frozenset("about almost approximately around nearly over roughly some".split())
_MEASURES = frozenset({("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")})


def _past_measure(sentence: Sentence, i: int) -> tuple[int, int | None]:
    """The noun phrase at word `i` without what measures its number: `[more than] 100 houses`; its end is None where
    there is none."""
    lower, tags = sentence.lower, sentence.tags
    k = i
    if tuple(lower[k : k + 2]) in _MEASURES:
        k += 2
    elif lower[k : k + 1] and lower[k] in _ABOUT and tags[k + 1 : k + 2] == ["CD"]:
        k += 1
    # The phrase may have taken in `least`.
    last = sentence.phrase_at.get(k) or (sentence.phrase_at.get(k - 1) if k == i + 2 else None)
    return (k, last) if last is not None else (i, sentence.phrase_at.get(i))


def by_phrase(sentence: Sentence, group: VerbGroup) -> tuple[int, int] | None:
    """The agent of a passive: the noun phrase after `by` within the clause."""
    for i in range(group.last, min(len(sentence) - 1, group.last + 12)):
        if sentence.tags[i] in (",", ":", "``", "''") or sentence.tags[i] in FINITE:
            return None
        if sentence.lower[i] == "by":
            last = sentence.phrase_at.get(i + 1)
            return (i + 1, last) if last is not None and sentence.lower[i + 1] not in CALENDAR else None
    return None
