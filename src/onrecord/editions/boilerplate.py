"""Sentences that stand in many unrelated documents: site notices, standing appeals, template lines."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence, Set
from itertools import combinations
from statistics import median

import numpy as np

from onrecord.editions.bodies import Body, set_aside
from onrecord.editions.fingerprints import SENTENCE_WORDS
from onrecord.editions.words import Hashes

MIN_DOCUMENTS = 3
"""Two documents with one sentence in common may be a quotation and its source; three can be looked at as a group."""
SAMPLE = 6
"""Documents of a sentence that are compared with each other: those of the lowest `rank`, which seldom change as
documents arrive."""
_QUARTER = np.uint64(2**62)
"""Shingles with a hash below this, a quarter of all, are enough to tell whether two texts have much in common."""
UNRELATED = 0.2
"""Median containment among them below which the sentence links texts that have little else in common."""


def without_boilerplate(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies, in their order, with boilerplate among the sentences that do not count.

    A sentence is boilerplate if it stands in at least `MIN_DOCUMENTS` documents most of which share little else. A
    text that was copied many times is not: its copies share the rest as well.
    """
    ids = [body.document.id for body in bodies]
    common = boilerplate(ids, [long_sentences(body) for body in bodies], [sample_shingles(body) for body in bodies])
    return tuple(
        without(body, common[number]) if number in common else body for number, body in enumerate(bodies)
    )


def long_sentences(body: Body) -> list[int]:
    """The distinct keys of the sentences that can be boilerplate, sorted."""
    sizes = (body.last - body.first).tolist()
    return sorted({k for k, size in zip(body.keys.tolist(), sizes, strict=True) if size >= SENTENCE_WORDS})


def sample_shingles(body: Body) -> Hashes:
    """The shingles by which it is told whether two texts have much in common, sorted."""
    return body.shingles[: np.searchsorted(body.shingles, _QUARTER)]


def without(body: Body, common: Set[int]) -> Body:
    """The body with the sentences of these keys set aside."""
    return set_aside(body, [i for i, key in enumerate(body.keys.tolist()) if key in common])


def boilerplate(
    ids: Sequence[str], sentences: Sequence[Sequence[int]], shingles: Sequence[Hashes]
) -> dict[int, set[int]]:
    """The keys of boilerplate by number of the document, for those that have any.

    Args:
        ids: of the documents.
        sentences: for each what `long_sentences` gives.
        shingles: for each what `sample_shingles` gives.
    """
    places: dict[int, list[int]] = {}
    for number, keys in enumerate(sentences):
        for key in keys:
            places.setdefault(key, []).append(number)
    shares = _Shares(shingles)
    ranks = [rank(document) for document in ids]
    common: dict[int, set[int]] = {}
    for key, owners in places.items():
        if len(owners) < MIN_DOCUMENTS:
            continue
        if _unrelated(sorted(owners, key=lambda number: (ranks[number], ids[number]))[:SAMPLE], shares):
            for number in owners:
                common.setdefault(number, set()).add(key)
    return common


def rank(document: str) -> int:
    """A number, 0 to 2^63 - 1, by the document's id: the same for the same id, and else like drawn by lot."""
    return int.from_bytes(hashlib.blake2b(document.encode("utf-8"), digest_size=8).digest(), "big") >> 1


def is_boilerplate(sample: Sequence[Hashes]) -> bool:
    """Whether a sentence is boilerplate.

    Args:
        sample: what `sample_shingles` gives for the `SAMPLE` documents of the lowest rank that have the sentence, or
            for all if they are fewer.
    """
    shares = _Shares(sample)
    return len(sample) >= MIN_DOCUMENTS and _unrelated(range(len(sample)), shares)


class _Shares:
    """Containment of one text in another, the larger of the two, remembered by pair."""

    def __init__(self, shingles: Sequence[Hashes]) -> None:
        self._shingles = shingles
        self._sets: dict[int, frozenset[int]] = {}
        self._known: dict[tuple[int, int], float] = {}

    def _set(self, number: int) -> frozenset[int]:
        if number not in self._sets:
            self._sets[number] = frozenset(self._shingles[number].tolist())
        return self._sets[number]

    def of(self, one: int, other: int) -> float:
        """The share for these two documents, by their numbers."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            a, b = self._set(one), self._set(other)
            self._known[pair] = len(a & b) / max(1, min(len(a), len(b)))
        return self._known[pair]


def _unrelated(sample: Sequence[int], shares: _Shares) -> bool:
    return median(shares.of(one, other) for one, other in combinations(sample, 2)) < UNRELATED
