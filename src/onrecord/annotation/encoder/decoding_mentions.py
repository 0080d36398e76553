"""From the mentions head's figures to mentions: spans of words that stand for somebody or something, nested too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.products import product

MENTION_TYPES = (
    "person", "place", "organization", "object", "event", "time", "substance", "animal", "plant", "abstract",
)  # fmt: skip
"""GUM's entity types, in the order of the head's figures."""
WIDEST = 40
"""Words of the longest mention that is found; .3 % of GUM's are longer."""


@dataclass(frozen=True, slots=True)
class MentionFigures:
    """What the head says of one window's words.

    `starts`, `ends`: words × size, vectors as a first and as a last word. `bounds`: words × 2, figures for either.
    `types`: words × 20, figures of the ten types as a first word, then as a last word.
    """

    starts: NDArray[np.float32]
    ends: NDArray[np.float32]
    bounds: NDArray[np.float32]
    types: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a window: first word, end (exclusive), type, logit."""

    first: int
    end: int
    type: str
    score: float


def mention_scores(figures: MentionFigures, widths: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits of all spans: words (first) × words (last); -1e9 where the last stands before the first or too far on.

    Args:
        figures: the head's.
        widths: WIDEST figures, one for each width less one.
    """
    count, size = figures.starts.shape
    scores = product(figures.starts, figures.ends.T) / np.float32(size**0.5)
    scores += figures.bounds[:, :1] + figures.bounds[None, :, 1]
    width = np.arange(count)[None, :] - np.arange(count)[:, None]
    legal = (width >= 0) & (width < WIDEST)
    return np.where(legal, scores + widths[np.clip(width, 0, WIDEST - 1)], np.float32(-1e9))


def mentions_of(figures: MentionFigures, widths: NDArray[np.float32], least: float = 0.0) -> list[Mention]:
    """The mentions among one window's words, by first word, the longer first; spans that cross one another are settled
    for the more certain one.

    Args:
        figures: the head's.
        widths: as for `mention_scores`.
        least: the logit from which a span counts.
    """
    scores = mention_scores(figures, widths)
    firsts, lasts = np.nonzero(scores >= least)
    order = np.argsort(-scores[firsts, lasts], kind="stable")
    kept: list[tuple[int, int]] = []
    for k in order:
        first, last = int(firsts[k]), int(lasts[k])
        if not any(a < first <= b < last or first < a <= last < b for a, b in kept):
            kept.append((first, last))
    half = len(MENTION_TYPES)
    out = []
    for first, last in sorted(kept, key=lambda s: (s[0], -s[1])):
        kind = int((figures.types[first, :half] + figures.types[last, half:]).argmax())
        out.append(Mention(first, last + 1, MENTION_TYPES[kind], float(scores[first, last])))
    return out
