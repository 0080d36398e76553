"""Two bodies, sentence by sentence: what is the same, reworded, moved, added and dropped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from onrecord.editions.bodies import Body
from onrecord.editions.touches import shared_anchors, touches
from onrecord.types import Row, RowOp, Span

REWORDED = 0.6
"""Similarity (shared words in order, twice, over the words of both) from which two sentences are one reworded."""
REWORDED_WITH_EVIDENCE = 0.35
"""Below `REWORDED`, down to here, they must share names or numbers too."""
SHARED_ANCHORS = 2
"""How many of them."""
CONTAINED = 0.8
"""Or this much of the shorter one's words stands in the longer one in order: a sentence cut or drawn out."""
CONTAINED_WORDS = 5
"""A shorter sentence than this is contained in many by chance."""
MAX_CELLS = 250_000
"""Sentence pairs that are compared word by word at once; beyond, only sentences near each other are."""
WINDOW = 200

_FIRST_CODE = 0x100
_SURROGATES = 0xD800


@dataclass(frozen=True, slots=True)
class _Match:
    """Sentences `a` and `b` (indexes) belong together, `similarity` 0..1."""

    a: int
    b: int
    similarity: float


def align(a: Body, b: Body) -> tuple[Row, ...]:
    """The rows of the comparison of `a` with `b`: every sentence of either body is in exactly one row.

    Equal sentences (by their words) are matched first, then similar ones; those that keep their order, found as the
    heaviest increasing sequence, are `same` or `reworded`, the others `moved`. Rows are in the reading order of `b`;
    dropped sentences stand where they stood in `a`.
    """
    matches = _equal(a, b)
    matches += _similar(a, b, matches)
    ordered = _in_order(a, matches)
    return _rows(a, b, matches, ordered)


def _equal(a: Body, b: Body) -> list[_Match]:
    """Sentences with the same words; repeated ones are paired off in their order."""
    places: dict[int, list[int]] = {}
    for index, key in enumerate(b.keys.tolist()):
        places.setdefault(key, []).append(index)
    for stack in places.values():
        stack.reverse()
    matches = []
    for index, key in enumerate(a.keys.tolist()):
        stack = places.get(key, [])
        if stack:
            matches.append(_Match(index, stack.pop(), 1.0))
    return matches


def _similar(a: Body, b: Body, taken: list[_Match]) -> list[_Match]:
    """Reworded sentences among those not yet matched: the most similar pair first, each sentence once."""
    used_a, used_b = {m.a for m in taken}, {m.b for m in taken}
    left_a = [i for i in range(len(a.sentences)) if i not in used_a and a.last[i] > a.first[i]]
    left_b = [i for i in range(len(b.sentences)) if i not in used_b and b.last[i] > b.first[i]]
    if not left_a or not left_b:
        return []
    text_a, text_b = _encode(a, b)
    if len(left_a) * len(left_b) <= MAX_CELLS:
        parts = [(left_a, left_b)]
    else:
        count = max(len(left_a), len(left_b)) // WINDOW + 1
        parts = [
            (left_a[n * len(left_a) // count : (n + 1) * len(left_a) // count],
             left_b[n * len(left_b) // count : (n + 1) * len(left_b) // count])
            for n in range(count)
        ]
    found: list[_Match] = []
    for part_a, part_b in parts:
        if part_a and part_b:
            found += _similar_part(a, b, part_a, part_b, text_a, text_b)
    return found


def _similar_part(
    a: Body, b: Body, left_a: list[int], left_b: list[int], text_a: str, text_b: str
) -> list[_Match]:
    scores: NDArray[np.float32] = cdist(
        [text_a[a.first[i] : a.last[i]] for i in left_a],
        [text_b[b.first[i] : b.last[i]] for i in left_b],
        scorer=Indel.normalized_similarity,
        dtype=np.float32,
    )
    sizes_a = (a.last - a.first)[left_a].astype(np.float32)[:, None]
    sizes_b = (b.last - b.first)[left_b].astype(np.float32)[None, :]
    shorter = np.minimum(sizes_a, sizes_b)
    contained = scores * (sizes_a + sizes_b) / 2 / shorter
    contained[shorter < CONTAINED_WORDS] = 0
    sure = (scores >= REWORDED) | (contained >= CONTAINED)
    rows, columns = np.nonzero(sure | (scores >= REWORDED_WITH_EVIDENCE))
    strength = np.maximum(scores, contained * 0.9)[rows, columns]
    order = np.lexsort((columns, rows, -strength))
    free_a, free_b = set(left_a), set(left_b)
    found = []
    for n in order.tolist():
        row, column = int(rows[n]), int(columns[n])
        i, j = left_a[row], left_b[column]
        if i not in free_a or j not in free_b:
            continue
        if not sure[row, column]:
            shared = shared_anchors(a.document.text, a.sentences[i], b.document.text, b.sentences[j])
            if shared < SHARED_ANCHORS:
                continue
        free_a.discard(i)
        free_b.discard(j)
        found.append(_Match(i, j, round(float(scores[row, column]), 4)))
    return found


def _encode(a: Body, b: Body) -> tuple[str, str]:
    """Both bodies with one character for each word, equal for equal words."""
    _, numbers = np.unique(np.concatenate([a.words, b.words]), return_inverse=True)
    codes = numbers.astype(np.uint32) + np.uint32(_FIRST_CODE)
    codes[codes >= _SURROGATES] += np.uint32(0x800)
    text = codes.astype("<u4").tobytes().decode("utf-32-le")
    return text[: len(a.words)], text[len(a.words) :]


def _in_order(a: Body, matches: list[_Match]) -> set[int]:
    """Indexes `a` of the matches that keep their order: the increasing sequence with the most words.

    A Fenwick tree over `b` keeps the heaviest sequence that ends before it: n log n.
    """
    by_a = sorted(matches, key=lambda m: m.a)
    rank = {b: n + 1 for n, b in enumerate(sorted(m.b for m in matches))}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(matches) + 1)
    before: list[int] = []
    top = (0.0, -1)
    for n, match in enumerate(by_a):
        at = rank[match.b] - 1
        weight, previous = 0.0, -1
        while at > 0:
            if best[at][0] > weight:
                weight, previous = best[at]
            at -= at & -at
        weight += 1 + float(a.last[match.a] - a.first[match.a]) * match.similarity
        before.append(previous)
        if weight > top[0]:
            top = (weight, n)
        at = rank[match.b]
        while at <= len(matches):
            if weight > best[at][0]:
                best[at] = (weight, n)
            at += at & -at
    kept = set()
    n = top[1]
    while n >= 0:
        kept.add(by_a[n].a)
        n = before[n]
    return kept


def _rows(a: Body, b: Body, matches: list[_Match], ordered: set[int]) -> tuple[Row, ...]:
    by_b = {m.b: m for m in matches}
    matched_a = {m.a for m in matches}
    rows: list[Row] = []
    next_a = 0

    def drop_until(stop: int) -> None:
        nonlocal next_a
        for index in range(next_a, stop):
            if index not in matched_a:
                rows.append(Row("dropped", a.sentences[index], None))
        next_a = max(next_a, stop)

    for index, span in enumerate(b.sentences):
        match = by_b.get(index)
        if match is None:
            rows.append(Row("added", None, span))
        elif match.a in ordered:
            drop_until(match.a)
            rows.append(_matched(a, b, match, "same" if match.similarity == 1.0 else "reworded"))
        else:
            rows.append(_matched(a, b, match, "moved"))
    drop_until(len(a.sentences))
    return tuple(rows)


def _matched(a: Body, b: Body, match: _Match, op: RowOp) -> Row:
    span_a: Span = a.sentences[match.a]
    span_b: Span = b.sentences[match.b]
    touched = () if match.similarity == 1.0 else touches(a.annotated, span_a, b.annotated, span_b)
    return Row(op, span_a, span_b, touched, match.similarity)
