"""Sentences that stand in many unrelated documents: site notices, standing appeals, template lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from statistics import median

import numpy as np

from onrecord.editions.bodies import Body, set_aside
from onrecord.editions.fingerprints import SENTENCE_WORDS

MIN_DOCUMENTS = 3
"""Two documents with one sentence in common may be a quotation and its source; three can be looked at as a group."""
SAMPLE = 6
"""Documents of a sentence that are compared with each other, evenly spread over those that have it."""
_QUARTER = np.uint64(2**62)
"""Shingles with a hash below this, a quarter of all, are enough to tell whether two texts have much in common."""
UNRELATED = 0.2
"""Median containment among them below which the sentence links texts that have little else in common."""


def without_boilerplate(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies, in their order, with boilerplate among the sentences that do not count.

    A sentence is boilerplate if it stands in at least `MIN_DOCUMENTS` documents most of which share little else. A
    text that was copied many times is not: its copies share the rest as well.
    """
    places: dict[int, list[int]] = {}
    for number, body in enumerate(bodies):
        sizes = (body.last - body.first).tolist()
        for key in sorted({k for k, size in zip(body.keys.tolist(), sizes, strict=True) if size >= SENTENCE_WORDS}):
            places.setdefault(key, []).append(number)
    shares = _Shares(bodies)
    common: dict[int, set[int]] = {}
    for key, owners in places.items():
        if len(owners) >= MIN_DOCUMENTS and _unrelated(bodies, owners, shares):
            for number in owners:
                common.setdefault(number, set()).add(key)
    return tuple(
        set_aside(body, [i for i, key in enumerate(body.keys.tolist()) if key in common[number]])
        if number in common
        else body
        for number, body in enumerate(bodies)
    )


class _Shares:
    """Containment of one text in another, the larger of the two, remembered by pair."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._bodies = bodies
        self._sets: dict[int, frozenset[int]] = {}
        self._known: dict[tuple[int, int], float] = {}

    def _set(self, number: int) -> frozenset[int]:
        if number not in self._sets:
            hashes = self._bodies[number].shingles
            self._sets[number] = frozenset(hashes[: np.searchsorted(hashes, _QUARTER)].tolist())
        return self._sets[number]

    def of(self, one: int, other: int) -> float:
        """The share for these two bodies, by their numbers."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            a, b = self._set(one), self._set(other)
            self._known[pair] = len(a & b) / max(1, min(len(a), len(b)))
        return self._known[pair]


def _unrelated(bodies: Sequence[Body], owners: list[int], shares: _Shares) -> bool:
    by_id = sorted(owners, key=lambda number: bodies[number].document.id)
    sample = by_id[:: max(1, len(by_id) // SAMPLE)][:SAMPLE]
    return median(shares.of(one, other) for one, other in combinations(sample, 2)) < UNRELATED
