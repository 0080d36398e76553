"""From a head's figures to spans: the best legal sequence of BIO tags. Names are those of the names head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NAMES = ("PER", "ORG", "LOC", "MISC")
"""CoNLL-2003's types, in the order of the head's tags: O, then B and I of each."""
TOGETHER = 48
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
    tags = np.asarray(plain.argmax(axis=1), np.int64)
    # Where the best tags of all words make a legal sequence, that is it. Else only the stretch around is decoded.
    inner = np.flatnonzero((tags > 0) & (tags & 1 == 0))
    before = tags[inner - 1]
    wrong = inner[(before != tags[inner]) & (before != tags[inner] - 1)]
    if len(wrong):
        owners = np.unique(np.searchsorted(starts, wrong, side="right"))
        ends = np.append(starts[1:], len(plain))
        rows, begun = side_by_side(starts[owners - 1], ends[owners - 1])
        some, found = plain[rows], tags[rows]
        cuts = _cuts(some, begun)
        after = np.unique(np.searchsorted(cuts, np.searchsorted(rows, wrong), side="right"))
        firsts, ends = cuts[after - 1], cuts[after]
        order = np.argsort(firsts - ends, kind="stable")
        for k in range(0, len(order), TOGETHER):
            now = order[k : k + TOGETHER]
            _decode(some, firsts[now], ends[now], found)
        tags[rows] = found
    return tags


def side_by_side(
    firsts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers of several runs one after the other, and where each run, of one at least, begins among them."""
    sizes = ends - firsts
    begun = np.cumsum(sizes) - sizes
    return np.arange(sizes.sum()) + np.repeat(firsts - begun, sizes), begun


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
    gains over O's, and of a stretch only the labels are looked at that gain at one of its words at least.
    """
    sizes = ends - firsts
    rows, begun = side_by_side(firsts, ends)
    numbers = np.repeat(np.arange(len(sizes)), sizes)
    scores = plain[rows]
    none = scores[:, :1]
    gaining = np.maximum.reduceat(np.maximum(scores[:, 1::2], scores[:, 2::2]) > none, begun, axis=0)
    # Those that gain come first, in their order; in place of others stands O, which gains nothing.
    chosen = np.argsort(~gaining, axis=1, kind="stable")[:, : int(gaining.sum(axis=1).max())]
    opens = (1 + 2 * chosen) * np.take_along_axis(gaining, chosen, axis=1)
    steps = np.arange(len(rows)) - begun[numbers]
    # Words before stretches, so that a word of all lies together in memory.
    opening, going = np.zeros((2, int(sizes[0]), *opens.shape))
    opening[steps, numbers] = np.take_along_axis(scores, opens[numbers], axis=1) - none
    going[steps, numbers] = np.take_along_axis(scores, (opens + (opens > 0))[numbers], axis=1) - none
    best, ending = np.zeros((len(opening) + 1, len(sizes), 1)), np.full((len(opening) + 1, *opens.shape), NEVER)
    for opened, more, top, found, next_top, next_found in zip(
        opening, going, best[:-1], ending[:-1], best[1:], ending[1:], strict=True
    ):
        opened += top
        more += found
        np.maximum(opened, more, out=next_found)
        np.maximum(top, np.maximum.reduce(next_found, axis=1, keepdims=True), out=next_top)
    # Of each word the label of a span that ends with it for the best, or -1; and in bits, which spans were carried on.
    last = np.where(best[1:, :, 0] > best[:-1, :, 0], ending[1:].argmax(axis=2), -1)
    carried = (going >= opening) @ (1 << np.arange(chosen.shape[1]))
    for number, (first, size, kinds) in enumerate(zip(firsts.tolist(), sizes.tolist(), opens.tolist(), strict=True)):
        found, label = [0] * size, -1
        ways, goes_on = last[:size, number].tolist(), carried[:size, number].tolist()
        for i in range(size - 1, -1, -1):
            label = ways[i] if label < 0 else label
            if label >= 0:
                on = goes_on[i] >> label & 1
                found[i] = kinds[label] + on
                label = label if on else -1
        tags[first : first + size] = found


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
