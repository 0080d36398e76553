"""From the mentions head's figures to mentions: spans of words that stand for somebody or something, nested too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.products import laid

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


_TOGETHER = 24
"""So many first words are taken together: the spans of that many, each with all ends, make one small product."""
_PAST = np.arange(WIDEST - 2, -1, -1)[:, None] < np.arange(WIDEST)
"""Of the last WIDEST - 1 first words: the spans that would run past the last."""


def mention_scores(figures: MentionFigures, widths: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits of all spans: words (first) × WIDEST (the span's words less one); -1e9 where it would run past the last.

    Args:
        figures: the head's.
        widths: WIDEST figures, one for each width less one.
    """
    count, size = figures.starts.shape
    blocks, reach = -(-count // _TOGETHER), _TOGETHER + WIDEST - 1
    starts = np.zeros((blocks * _TOGETHER, size), np.float32)
    ends = np.zeros((blocks * _TOGETHER + WIDEST - 1, size), np.float32)
    starts[:count], ends[:count] = figures.starts, figures.ends
    along, across = ends.strides
    near = laid(ends, (blocks, size, reach), (_TOGETHER * along, across, along))
    wide = starts.reshape(blocks, _TOGETHER, size) @ near
    # Each row begins a word further on than the one before: the spans from its first word on.
    block, along, across = wide.strides
    band = laid(wide, (blocks, _TOGETHER, WIDEST), (block, along + across, across))
    scores = np.asarray(band / np.float32(size**0.5), np.float32).reshape(-1, WIDEST)[:count]
    bounds = np.zeros(count + WIDEST - 1, np.float32)
    bounds[:count] = figures.bounds[:, 1]
    scores += figures.bounds[:, :1] + laid(bounds, (count, WIDEST), bounds.strides * 2)
    scores += widths
    last = scores[max(0, count - WIDEST + 1) :]
    last[_PAST[len(_PAST) - len(last) :]] = -1e9
    return scores


def mentions_of(
    figures: MentionFigures,
    widths: NDArray[np.float32],
    least: float = 0.0,
    scores: NDArray[np.float32] | None = None,
) -> list[Mention]:
    """The mentions among one window's words, by first word, the longer first; spans that cross one another are settled
    for the more certain one.

    Args:
        figures: the head's.
        widths: as for `mention_scores`.
        least: the logit from which a span counts.
        scores: what `mention_scores` gives, if it is known.
    """
    if scores is None:
        scores = mention_scores(figures, widths)
    found = np.flatnonzero(scores.ravel() >= least)
    certain = scores.ravel()[found]
    order = np.argsort(-certain, kind="stable")
    firsts, more = np.divmod(found[order], WIDEST)
    lasts, certain = firsts + more, certain[order]
    kept = _uncrossed(firsts, lasts)
    kept = kept[np.argsort(firsts[kept] * len(scores) - lasts[kept])]
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
    kept = np.ones(len(firsts), np.bool_)
    crossing = (firsts[:, None] < firsts) & (firsts <= lasts[:, None]) & (lasts[:, None] < lasts)
    others: dict[int, list[int]] = {}
    for pair in zip(*(of.tolist() for of in crossing.nonzero()), strict=True):
        others.setdefault(max(pair), []).append(min(pair))
    for k in sorted(others):
        kept[k] = not kept[others[k]].any()
    return np.flatnonzero(kept)
