"""From a head's figures to spans: the best legal sequence of BIO tags. Names are those of the names head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

NAMES = ("PER", "ORG", "LOC", "MISC")
"""CoNLL-2003's types, in the order of the head's tags: O, then B and I of each."""
TOGETHER = 64
"""How many stretches are decoded side by side."""
NEVER = -1e9
"""A score that no sum makes up for."""

Scores = NDArray[np.floating]
Found = tuple[int, int, int]
"""A span: first word, end, label index."""


def bio_tags(labels: Sequence[str]) -> tuple[str, ...]:
    """The tags of BIO over some labels: O, B-x, I-x, B-y, …"""
    return ("O", *(f"{part}-{label}" for label in labels for part in "BI"))


def best_spans(sequences: Sequence[Scores], inside: float = 0.0) -> list[list[Found]]:
    """The spans of the highest-scoring legal tag sequence of each of several sequences of words, in order.

    Args:
        sequences: words × (1 + 2 · labels) each, in the order of `bio_tags`.
        inside: added for every I that follows; above 0 gives longer spans.
    """
    sizes = np.array([len(scores) for scores in sequences], np.int64)
    out: list[list[Found]] = [[] for _ in sequences]
    if not sizes.any():
        return out
    ends = np.cumsum(sizes)
    starts = (ends - sizes)[sizes > 0]
    plain = np.concatenate(sequences)
    plain[:, 2::2] += np.asarray(inside, plain.dtype)
    plain[starts, 2::2] = NEVER
    tags = plain.argmax(axis=1)
    # Where the best tags of all words make a legal sequence, that is it. Else only the stretch around is decoded.
    before = np.concatenate([[0], tags[:-1]])
    wrong = np.flatnonzero((tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1))
    if len(wrong):
        cuts = _cuts(plain, starts)
        after = np.unique(np.searchsorted(cuts, wrong, side="right"))
        parts = list(zip(cuts[after - 1].tolist(), cuts[after].tolist(), strict=True))
        parts.sort(key=lambda part: part[0] - part[1])
        for k in range(0, len(parts), TOGETHER):
            some = parts[k : k + TOGETHER]
            for (first, end), found in zip(some, _best_legal([plain[a:b] for a, b in some]), strict=True):
                tags[first:end] = found
    goes_on = (tags > 0) & (tags % 2 == 0)
    firsts = np.flatnonzero(tags % 2)
    lasts = np.flatnonzero((tags > 0) & ~np.append(goes_on[1:], False))
    owners = np.searchsorted(ends, firsts, side="right")
    shift = (ends - sizes)[owners]
    rows = (owners, firsts - shift, lasts + 1 - shift, tags[firsts] // 2)
    for owner, first, end, label in zip(*(row.tolist() for row in rows), strict=True):
        out[owner].append((first, end, label))
    return out


def _cuts(plain: Scores, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the words can be cut so that the best tags of each part together are the best of all; both ends are cuts.

    Any span over a cut could leave out the word before it and open anew after it, without loss.
    """
    part = np.maximum(plain[:-1, 1::2], plain[:-1, 2::2])
    part += plain[1:, 2::2]
    part -= plain[1:, 1::2]
    apart = part.max(axis=1) <= plain[:-1, 0]
    apart[starts[1:] - 1] = True
    return np.concatenate([[0], np.flatnonzero(apart) + 1, [len(plain)]])


def _best_legal(parts: Sequence[Scores]) -> list[list[int]]:
    """The best legal tags of several stretches of words, the longest first, a word of all at a time (Viterbi).

    In BIO only I-x asks what stands before it. So what has to be known of the words up to one is their best score, and
    for each label the best score in which a span of it ends here: opened here, or carried on.
    """
    sizes = np.array([len(scores) for scores in parts])
    length, count, labels = int(sizes[0]), len(parts), parts[0].shape[1] // 2
    # Words before stretches, so that a word of all lies together in memory.
    padded = np.zeros((length, count, 1 + 2 * labels))
    for column, scores in enumerate(parts):
        padded[: len(scores), column] = scores
    opening, going = np.ascontiguousarray(padded[:, :, 1::2]), np.ascontiguousarray(padded[:, :, 2::2])
    # Those that have a word left are always the first few.
    left = (sizes[None, :] > np.arange(length)[:, None]).sum(axis=1).tolist()
    carried = np.zeros(opening.shape, np.bool_)
    last = np.zeros(padded.shape[:2], np.int64)
    best, ending = np.zeros(count), np.full((count, labels), -np.inf)
    for i, on in enumerate(left):
        opened, more = best[:on, None] + opening[i, :on], ending[:on] + going[i, :on]
        found = padded[i, :on, : 1 + labels]  # the best score that ends with O or with each label, over what was read
        np.greater_equal(more, opened, out=carried[i, :on])
        found[:, 0] += best[:on]
        ending = found[:, 1:] = np.maximum(more, opened, out=more)
        found.argmax(axis=1, out=last[i, :on])
        found.max(axis=1, out=best[:on])
    out = []
    for column, size in enumerate(sizes.tolist()):
        tags, label = [0] * size, 0
        for i in range(size - 1, -1, -1):
            label = label or int(last[i, column])
            if label:
                on = bool(carried[i, column, label - 1])
                tags[i] = 2 * label - 1 + on
                label = label if on else 0
        out.append(tags)
    return out


def bio_spans(tags: Iterable[int]) -> list[Found]:
    """The spans of one legal tag sequence."""
    out: list[Found] = []
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        label = (tag - 1) // 2
        if tag % 2 or not out or out[-1][1:] != (i, label):
            out.append((i, i + 1, label))
        else:
            out[-1] = (out[-1][0], i + 1, label)
    return out


def names_of(logits: Scores, outside: float = 0.0) -> list[tuple[int, int, str]]:
    """The names among one window's words: first word, end, type.

    Args:
        logits: words × 9, as the head gives them.
        outside: taken from O's score; above 0 finds more.
    """
    return names_of_each([logits], outside)[0]


def names_of_each(windows: Sequence[Scores], outside: float = 0.0) -> list[list[tuple[int, int, str]]]:
    """The names among the words of each of several windows, as `names_of` gives them: decoded side by side."""
    lowered = np.zeros(1 + 2 * len(NAMES))
    lowered[0] = outside
    found = best_spans([logits - lowered for logits in windows])
    return [[(first, end, NAMES[k]) for first, end, k in spans] for spans in found]
