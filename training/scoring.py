"""Figures for choosing on held-back documents. What counts in the end is the scorer of the evaluation kit."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation.encoder.decoding import ROLES
from onrecord.annotation.encoder.judging import agreement
from onrecord.annotation.encoder.words import Words, fragments
from training.readers import Attribution


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall, in percent."""
    return 200.0 * right / (found + gold) if right else 0.0


def figures(
    documents: Sequence[tuple[Words, Sequence[Attribution], Sequence[Attribution]]], least: float = 0.5
) -> dict[str, float]:
    """Link F1 (source and content each shared by at least `least`) with its parts, and exact fragment F1 by role.

    `documents`: the words, the gold statements and those found. Pairs are matched best first, each statement once.
    """
    right = found = gold = 0
    exact = {role: [0, 0, 0] for role in ROLES}
    for words, wanted, given in documents:
        sides = []
        for side in (wanted, given):
            cut = [{role: fragments(words, getattr(s, role)) for role in ROLES} for s in side]
            sides.append(cut)
        for role in ROLES:
            a, b = ({f for s in side for f in s[role]} for side in sides)
            for i, number in enumerate((len(a & b), len(b), len(a))):
                exact[role][i] += number
        sets = [
            [[frozenset(i for f in s[r] for i in range(*f)) for r in ("source", "content")] for s in side]
            for side in sides
        ]
        pairs = []
        for i, g in enumerate(sets[0]):
            for j, p in enumerate(sets[1]):
                if g[1] & p[1]:
                    share = min(agreement(g[0], p[0]), agreement(g[1], p[1]))
                    if share >= least:
                        pairs.append((-share, i, j))
        used_gold: set[int] = set()
        used_found: set[int] = set()
        for _, i, j in sorted(pairs):
            if i not in used_gold and j not in used_found:
                used_gold.add(i)
                used_found.add(j)
        right += len(used_gold)
        found += len(given)
        gold += len(wanted)
    out = {
        "link": f1(right, found, gold),
        "precision": 100.0 * right / max(1, found),
        "recall": 100.0 * right / max(1, gold),
        **{role: f1(*exact[role]) for role in ROLES},
    }
    return {name: round(value, 1) for name, value in out.items()}
