"""Figures of the names, predicates, mentions, coreference and reality heads, in percent but for the correlation.

Spans are compared as the words that they touch (see words.py), in the order in which a text has them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Clusters = Sequence[frozenset[Hashable]]


def exact(pairs: Iterable[tuple[Iterable[Hashable], Iterable[Hashable]]]) -> dict[str, float]:
    """Precision, recall and F1 of things that are right only when equal; `pairs`: gold and found of each text."""
    right = found = gold = 0
    for wanted, given in pairs:
        a, b = set(wanted), set(given)
        right += len(a & b)
        found += len(b)
        gold += len(a)
    return rates(right, found, right, gold)


def rates(right_found: float, found: float, right_gold: float, gold: float) -> dict[str, float]:
    """Precision, recall and their harmonic mean."""
    p = right_found / found if found else 0.0
    r = right_gold / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": round(100 * f, 2)}


def pearson(pairs: Sequence[tuple[float, float]]) -> float:
    """The correlation of two rows of numbers; 0 where one does not vary."""
    if len(pairs) < 2:
        return 0.0
    a, b = np.array(pairs, np.float64).T
    if a.std() == 0 or b.std() == 0:
        return 0.0
    return round(float(np.corrcoef(a, b)[0, 1]), 4)


def muc(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Links (Vilain et al. 1995): right and all of the found, right and all of the gold."""

    def links(side: Clusters, other: Clusters) -> tuple[float, float]:
        of = {m: i for i, cluster in enumerate(other) for m in cluster}
        right = total = 0
        for cluster in side:
            parts = {of[m] for m in cluster if m in of}
            missing = sum(m not in of for m in cluster)
            right += len(cluster) - len(parts) - missing
            total += len(cluster) - 1
        return right, total

    return *links(found, gold), *links(gold, found)


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Mentions (Bagga and Baldwin 1998), as `muc` gives them."""

    def shares(side: Clusters, other: Clusters) -> tuple[float, float]:
        of = {m: cluster for cluster in other for m in cluster}
        empty: frozenset[Hashable] = frozenset()
        return (
            sum(len(c & of.get(m, empty)) / len(c) for c in side for m in c),
            float(sum(len(c) for c in side)),
        )

    return *shares(found, gold), *shares(gold, found)


def ceaf(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Entities, each matched with one at most (Luo 2005, similarity φ4)."""
    if not gold or not found:
        return 0.0, float(len(found)), 0.0, float(len(gold))
    alike = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    total = best_matching(alike)
    return total, float(len(found)), total, float(len(gold))


def best_matching(values: NDArray[np.float64]) -> float:
    """The greatest sum of values that takes one at most from each row and each column.

    The Hungarian method (Kuhn 1955) with shortest augmenting paths: rows × rows × columns steps.
    """
    cost = -(values if values.shape[0] <= values.shape[1] else values.T)
    rows, columns = cost.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    taken = np.full(columns, -1)
    for row in range(rows):
        least = cost[row] - row_price[row] - column_price
        before = np.full(columns, -1)
        done = np.zeros(columns, bool)
        while True:
            column = int(np.where(done, np.inf, least).argmin())
            reach = least[column]
            done[column] = True
            if taken[column] < 0:
                break
            other = taken[column]
            through = reach + cost[other] - row_price[other] - column_price
            nearer = ~done & (through < least)
            least[nearer], before[nearer] = through[nearer], column
        settled = done.copy()
        settled[column] = False
        row_price[row] += reach
        row_price[taken[settled]] += reach - least[settled]
        column_price[settled] -= reach - least[settled]
        while before[column] >= 0:
            taken[column] = taken[before[column]]
            column = before[column]
        taken[column] = row
    return float(-cost[taken[taken >= 0], np.nonzero(taken >= 0)[0]].sum())


def coreference(documents: Sequence[tuple[Clusters, Clusters]], single: bool = False) -> dict[str, float]:
    """The mean F1 of the three measures (CoNLL-2012's), each summed over documents.

    Args:
        documents: gold and found entities of each.
        single: count entities with one mention too; CoNLL-2012 leaves them out, and what remains are chains.
    """
    out = {}
    for name, measure in (("muc", muc), ("b3", b_cubed), ("ceafe", ceaf)):
        sums = np.zeros(4)
        for gold, found in documents:
            chains = [[c for c in side if single or len(c) > 1] for side in (gold, found)]
            sums += measure(*chains)
        out[name] = rates(*sums.tolist())["f1"]
    out["conll"] = round(sum(out.values()) / 3, 2)
    return out
