"""From a head's figures to spans: the best legal sequence of BIO tags. Names are those of the names head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NAMES = ("PER", "ORG", "LOC", "MISC")
"""CoNLL-2003's types, in the order of the head's tags: O, then B and I of each."""
TOGETHER = 128
"""How many stretches are decoded side by side."""
NEVER = -1e9
"""A score that no sum makes up for."""

Scores = NDArray[np.floating]
Found = tuple[int, int, int]
"""A span: first word, end, label index."""


def bio_tags(labels: Sequence[str]) -> tuple[str, ...]:
    """The tags of BIO over some labels: O, B-x, I-x, B-y, …"""
    return ("O", *(f"{part}-{label}" for label in labels for part in "BI"))


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans of several sequences of words that lie side by side, as flat arrays in the order of the words.

    `firsts`, `ends`: first word and end of each, counted over all words; `labels`: the numbers of their labels.
    """

    firsts: NDArray[np.int64]
    ends: NDArray[np.int64]
    labels: NDArray[np.int64]


def best_spans(sequences: Sequence[Scores], inside: float = 0.0) -> list[list[Found]]:
    """The spans of the highest-scoring legal tag sequence of each of several sequences of words, in order.

    Args:
        sequences: words × (1 + 2 · labels) each, in the order of `bio_tags`.
        inside: added for every I that follows; above 0 gives longer spans.
    """
    sizes = np.array([len(scores) for scores in sequences], np.int64)
    if not sizes.any():
        return [[] for _ in sequences]
    plain = np.concatenate(sequences)
    plain[:, 2::2] += np.asarray(inside, plain.dtype)
    ends = np.cumsum(sizes)
    return apart(spans_of(best_tags(plain, (ends - sizes)[sizes > 0])), ends)


def apart(spans: Spans, ends: NDArray[np.int64]) -> list[list[Found]]:
    """The spans of each sequence, as words of it. `ends` says where each sequence ends."""
    out: list[list[Found]] = [[] for _ in ends]
    owners = np.searchsorted(ends, spans.firsts, side="right")
    shift = np.append(0, ends)[owners]
    rows = (owners, spans.firsts - shift, spans.ends - shift, spans.labels)
    for owner, first, end, label in zip(*(row.tolist() for row in rows), strict=True):
        out[owner].append((first, end, label))
    return out


def spans_of(tags: NDArray[np.int64]) -> Spans:
    """The spans of legal tags of sequences that lie side by side, none of which begins with an I."""
    within = tags > 0
    opens = (tags & 1).astype(np.bool_)
    closes = within.copy()
    closes[:-1] &= opens[1:] | ~within[1:]
    firsts = np.flatnonzero(opens)
    return Spans(firsts, np.flatnonzero(closes) + 1, tags[firsts] >> 1)


def best_tags(plain: Scores, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The highest-scoring legal tags of sequences of words that lie side by side.

    Args:
        plain: words × (1 + 2 · labels), in the order of `bio_tags`; what is illegal at once is ruled out in it.
        starts: where the sequences begin, of which each has a word at least.
    """
    plain[starts, 2::2] = NEVER
    tags = plain.argmax(axis=1)
    # Where the best tags of all words make a legal sequence, that is it. Else only the stretch around is decoded.
    inner = np.flatnonzero((tags > 0) & (tags & 1 == 0))
    before = tags[inner - 1]
    wrong = inner[(before != tags[inner]) & (before != tags[inner] - 1)]
    if len(wrong):
        cuts = _cuts(plain, starts)
        after = np.unique(np.searchsorted(cuts, wrong, side="right"))
        firsts, ends = cuts[after - 1], cuts[after]
        order = np.argsort(firsts - ends, kind="stable")
        for k in range(0, len(order), TOGETHER):
            some = order[k : k + TOGETHER]
            _decode(plain, firsts[some], ends[some], tags)
    return tags


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


def _decode(
    plain: Scores, firsts: NDArray[np.int64], ends: NDArray[np.int64], tags: NDArray[np.int64]
) -> None:
    """Writes the best legal tags of several stretches of words, the longest first, into `tags`: a word of all at a time
    (Viterbi).

    In BIO only I-x asks what stands before it. So what has to be known of the words up to one is their best score, and
    for each label the best score in which a span of it ends here: opened here, or carried on. All scores are taken as
    gains over O's, and a label that gains nothing at any word of a stretch is left out there.
    """
    sizes = ends - firsts
    length, count = int(sizes[0]), len(sizes)
    stretches = np.repeat(np.arange(count), sizes)
    begun = np.cumsum(sizes) - sizes
    steps = np.arange(len(stretches)) - begun[stretches]
    scores = plain[firsts[stretches] + steps].astype(np.float64)
    gains = scores[:, 1:] - scores[:, :1]
    tops = np.maximum.reduceat(np.maximum(gains[:, ::2], gains[:, 1::2]), begun, axis=0)
    labels = int((tops > 0).sum(axis=1).max())
    # Those that gain come first, in their order.
    chosen = np.argsort(tops <= 0, axis=1, kind="stable")[:, :labels]
    columns, out_of_it = 2 * chosen[stretches], np.take_along_axis(tops <= 0, chosen, axis=1)[stretches]
    # Words before stretches, so that a word of all lies together in memory.
    padded = np.full((2, length, count, labels), NEVER)
    for part in (0, 1):
        some = np.take_along_axis(gains, columns + part, axis=1)
        some[out_of_it] = NEVER
        padded[part, steps, stretches] = some
    opening, going = padded
    # Those that have a word left are always the first few.
    left = (sizes[None, :] > np.arange(length)[:, None]).sum(axis=1).tolist()
    best, ending = np.zeros((length + 1, count)), np.full((length + 1, count, labels), NEVER)
    for i, on in enumerate(left):
        found = np.add(opening[i, :on], best[i, :on, None], out=ending[i + 1, :on])
        going[i, :on] += ending[i, :on]
        np.maximum(found, going[i, :on], out=found)
        np.maximum(best[i, :on], np.maximum.reduce(found, axis=1), out=best[i + 1, :on])
    carried = going >= opening + best[:-1, :, None]
    last = ending[1:].argmax(axis=2)
    last[best[:-1] >= best[1:]] = -1
    rows = (firsts, sizes, chosen)
    for number, (first, size, kinds) in enumerate(zip(*(row.tolist() for row in rows), strict=True)):
        label = -1
        ways, goes_on = last[:size, number].tolist(), carried[:size, number].tolist()
        for i in range(size - 1, -1, -1):
            if label < 0:
                label = ways[i]
            if label < 0:
                tags[first + i] = 0
                continue
            on = goes_on[i][label]
            tags[first + i] = 2 * kinds[label] + 1 + on
            if not on:
                label = -1


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
    lowered = np.zeros(1 + 2 * len(NAMES), np.float32)
    lowered[0] = outside
    found = best_spans([logits - lowered for logits in windows])
    return [[(first, end, NAMES[k]) for first, end, k in spans] for spans in found]
