"""Sentences that stand in many unrelated documents: site notices, standing appeals, template lines."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from onrecord.editions.bodies import Body, set_aside
from onrecord.editions.decision import containments
from onrecord.editions.fingerprints import SENTENCE_WORDS

MIN_DOCUMENTS = 3
"""Two documents with one sentence in common may be a quotation and its source; three can be looked at as a group."""
SAMPLE = 6
"""Documents of a sentence that are compared with each other, evenly spread over those that have it."""
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
    shares: dict[tuple[int, int], float] = {}
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


def _unrelated(bodies: Sequence[Body], owners: list[int], shares: dict[tuple[int, int], float]) -> bool:
    by_id = sorted(owners, key=lambda number: bodies[number].document.id)
    step = max(1, len(by_id) // SAMPLE)
    sample = by_id[::step][:SAMPLE]
    found = []
    for n, one in enumerate(sample):
        for other in sample[n + 1 :]:
            pair = (min(one, other), max(one, other))
            if pair not in shares:
                a_in_b, b_in_a, _ = containments(bodies[one], bodies[other])
                shares[pair] = max(a_in_b, b_in_a)
            found.append(shares[pair])
    return median(found) < UNRELATED
