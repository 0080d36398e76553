"""Subjects that take up all of their clause before the verb, infinitives and what hangs on them included."""

from __future__ import annotations

from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence

_MARKS = frozenset({",", ".", ":", "``", "''", "(", ")"})
_SUBORDINATORS = frozenset(
    "that if because while whereas although though unless whether when where why how which who what than".split()
)


_CLAUSE_OPENERS = frozenset("after before until since once".split())
"""Words that open a clause of time, or a phrase; what stands before them is no part of a subject behind them."""


def long_subject(sentence: Sentence, i: int) -> int | None:
    """The first word of a subject that takes up all of its clause before the verb at word `i`.

    `[The offer to lead the port for a year] was refused`: no finite verb and no mark stands in between, and the clause
    opens with a noun phrase that is no time.
    """
    k = i
    while (
        k
        and sentence.tags[k - 1] not in _MARKS
        and sentence.lower[k - 1] not in _SUBORDINATORS | _CLAUSE_OPENERS
        and not _finite_ends(sentence, k)
        and i - k < 30
    ):
        k -= 1
    while k < i and (
        sentence.tags[k] in ("CC", "RB")
        or sentence.lower[k] in CALENDAR
        or (k in sentence.phrase_at and sentence.lower[k] in ("last", "this", "next"))
    ):
        k = sentence.phrase_at[k] if k in sentence.phrase_at else k + 1
    end = sentence.phrase_at.get(k)
    if end is None or end >= i or sentence.lower[end - 1] in CALENDAR:
        return None
    if not any(g.form == "infinitive" and g.first < i for g in sentence.groups_from(end)):
        return None
    return k if i in sentence.phrase_to else None


def _finite_ends(sentence: Sentence, k: int) -> bool:
    """Whether a finite verb ends before word `k`."""
    group = sentence.group_at(k - 1)
    return group is not None and group.last == k and group.form == "finite"
