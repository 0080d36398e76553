"""From the names head's figures to named spans: the best legal sequence of BIO tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NAMES = ("PER", "ORG", "LOC", "MISC")
"""CoNLL-2003's types, in the order of the head's tags: O, then B and I of each."""
TOGETHER = 32
"""How many windows are decoded at once."""

Scores = NDArray[np.floating]


def bio_tags(labels: Sequence[str]) -> tuple[str, ...]:
    """The tags of BIO over some labels: O, B-x, I-x, B-y, …"""
    return ("O", *(f"{part}-{label}" for label in labels for part in "BI"))


def best_bio(scores: Scores, inside: float = 0.0) -> NDArray[np.int64]:
    """The highest-scoring legal tag sequences (Viterbi), many at once.

    In BIO only I-x asks what stands before it, so a step compares B-x with I-x and takes the best of all for the other
    tags: linear in the number of tags. Where the best tag of every word makes a legal sequence, that is it.

    Args:
        scores: sequences × words × (1 + 2 · labels), in the order of `bio_tags`; words past a sequence's end may hold
            anything, as long as O is best there.
        inside: added for every I that follows; above 0 gives longer spans.

    Returns:
        sequences × words, tag indexes.
    """
    plain = np.array(scores, np.float64)
    plain[:, 1:, 2::2] += inside
    plain[:, :1, 2::2] = -1e9
    if not plain.size:
        return np.zeros(plain.shape[:2], np.int64)
    # Where every word's best tag by itself makes a legal sequence, there is no better one.
    out: NDArray[np.int64] = plain.argmax(axis=2)
    before = np.concatenate([np.zeros_like(out[:, :1]), out[:, :-1]], axis=1)
    legal = (out % 2 == 1) | (out == 0) | (before == out) | (before == out - 1)
    rest = np.nonzero(~legal.all(axis=1))[0]
    if len(rest):
        out[rest] = _best_legal(plain[rest])
    return out


def _best_legal(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """The best legal sequences, word by word."""
    count, length, tags = scores.shape
    begin, go_on = slice(1, tags, 2), slice(2, tags, 2)
    back = np.zeros((length, count, tags), np.int64)
    begins = np.arange(1, tags, 2)
    rows = np.arange(count)
    total = scores[:, 0]
    for i in range(1, length):
        top = total.argmax(axis=1)
        back[i] = top[:, None]
        new = scores[:, i] + total[rows, top][:, None]
        stays = total[:, go_on] >= total[:, begin]
        back[i][:, go_on] = begins + stays
        new[:, go_on] = scores[:, i, go_on] + np.where(stays, total[:, go_on], total[:, begin])
        total = new
    out = np.zeros((count, length), np.int64)
    out[:, -1] = total.argmax(axis=1)
    for i in range(length - 1, 0, -1):
        out[:, i - 1] = back[i, rows, out[:, i]]
    return out


def bio_spans(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """The spans of one legal tag sequence: first word, end, label index."""
    out: list[tuple[int, int, int]] = []
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
    out = []
    for begin in range(0, len(windows), TOGETHER):
        some = windows[begin : begin + TOGETHER]
        scores = np.full((len(some), max(map(len, some)), 1 + 2 * len(NAMES)), -1e9)
        scores[:, :, 0] = 0
        for k, logits in enumerate(some):
            scores[k, : len(logits)] = logits
            scores[k, : len(logits), 0] -= outside
        for logits, tags in zip(some, best_bio(scores).tolist(), strict=True):
            out.append([(first, end, NAMES[k]) for first, end, k in bio_spans(tags[: len(logits)])])
    return out
