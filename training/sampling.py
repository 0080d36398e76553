"""Which documents train and in what order, the same for the same seed on any machine; choosing on the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from training.readers import Attributed


def draw(seed: int, *what: object) -> float:
    """A number in [0, 1) that depends on nothing but its arguments."""
    digest = hashlib.sha256("\x1f".join([str(seed), *map(str, what)]).encode()).digest()
    return int.from_bytes(digest[:7], "big") / 2**56


def split(documents: Sequence[Attributed], held_back: int, seed: int) -> tuple[list[Attributed], list[Attributed]]:
    """Training documents and `held_back` others, drawn by id among those with one annotator, each in file order."""
    single = sorted((d.id for d in documents if len(d.annotations) == 1), key=lambda i: (draw(seed, "split", i), i))
    dev = set(single[:held_back])
    return [d for d in documents if d.id not in dev], [d for d in documents if d.id in dev]


def batches(lengths: Sequence[int], limit: int, seed: int, epoch: int) -> list[list[int]]:
    """Groups items of like length so that none exceeds `limit` pieces with padding; the order differs by epoch.

    An item longer than the limit stands alone. Within ties of length the order is drawn, so that neighbours change.
    """
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] // 8, draw(seed, epoch, "item", i)))
    groups: list[list[int]] = []
    longest = 0
    for i in order:
        longest = max(longest, lengths[i])
        if not groups or longest * (len(groups[-1]) + 1) > limit:
            groups.append([])
            longest = lengths[i]
        groups[-1].append(i)
    return sorted(groups, key=lambda g: draw(seed, epoch, "batch", g[0]))


def climb(
    start: dict[str, float], grid: dict[str, tuple[float, ...]], score: Callable[[dict[str, float]], float]
) -> dict[str, float]:
    """The weights with the best score, one weight after the other, twice over."""
    best, most = start, score(start)
    for _ in range(2):
        for name, values in grid.items():
            for value in values:
                tried = {**best, name: value}
                reached = score(tried)
                if reached > most:
                    best, most = tried, reached
    return best
