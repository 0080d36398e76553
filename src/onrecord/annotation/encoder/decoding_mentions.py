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
    """Logits of all spans: words (first) × WIDEST (the span's words less one); -1e9 where it would run past the last.

    Args:
        figures: the head's.
        widths: WIDEST figures, one for each width less one.
    """
    count, size = figures.starts.shape
    wide = np.zeros((count, count + WIDEST), np.float32)
    wide[:, :count] = product(figures.starts, figures.ends.T)
    # Each row begins a word further on than the one before: the spans from its first word on.
    scores = np.lib.stride_tricks.as_strided(wide, (count, WIDEST), (wide.strides[0] + wide.itemsize, wide.itemsize))
    last = np.minimum(np.arange(count)[:, None] + np.arange(WIDEST), count - 1)
    bounds = figures.bounds[:, :1] + figures.bounds[last, 1]
    scores = np.asarray(scores / np.float32(size**0.5) + bounds + widths)
    past = np.arange(count - 1, -1, -1)[:, None] < np.arange(WIDEST)
    scores[past] = -1e9
    return scores


def mentions_of(figures: MentionFigures, widths: NDArray[np.float32], least: float = 0.0) -> list[Mention]:
    """The mentions among one window's words, by first word, the longer first; spans that cross one another are settled
    for the more certain one.

    Args:
        figures: the head's.
        widths: as for `mention_scores`.
        least: the logit from which a span counts.
    """
    scores = mention_scores(figures, widths)
    firsts, more = np.nonzero(scores >= least)
    certain = scores[firsts, more]
    order = np.argsort(-certain, kind="stable")
    firsts, lasts, certain = firsts[order], (firsts + more)[order], certain[order]
    kept = _uncrossed(firsts, lasts)
    kept = kept[np.lexsort((-lasts[kept], firsts[kept]))]
    firsts, lasts = firsts[kept], lasts[kept]
    half = len(MENTION_TYPES)
    kinds = (figures.types[firsts, :half] + figures.types[lasts, half:]).argmax(axis=1)
    rows = (firsts, lasts + 1, kinds, certain[kept])
    return [
        Mention(first, end, MENTION_TYPES[kind], score)
        for first, end, kind, score in zip(*(row.tolist() for row in rows), strict=True)
    ]


def _uncrossed(firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Those of some spans, the most certain first, that cross none of those kept before."""
    within = (firsts[:, None] < firsts) & (firsts <= lasts[:, None])
    crossing = within & (lasts[:, None] < lasts)
    crossing |= crossing.T
    kept = np.ones(len(firsts), np.bool_)
    for k in np.flatnonzero(np.tril(crossing).any(axis=1)).tolist():
        kept[k] = not (crossing[k, :k] & kept[:k]).any()
    return np.flatnonzero(kept)
