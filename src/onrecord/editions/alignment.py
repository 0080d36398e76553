"""Two bodies, sentence by sentence: what is the same, reworded, moved, added and dropped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from onrecord.editions.bodies import Body
from onrecord.editions.touches import Marked, mark, touches
from onrecord.types import Row, RowOp, Span

REWORDED = 0.6
"""Similarity (words shared in order, twice, over the words of both) from which two sentences are one reworded."""
REWORDED_WITH_EVIDENCE = 0.35
"""Below `REWORDED`, down to here, they must share names or numbers too."""
SHARED_ANCHORS = 2
"""How many of them; one is enough for two sentences that stand between the same two."""
CONTAINED = 0.8
"""Or this much of the shorter one's words stands in the longer one in order: a sentence cut or drawn out."""
CONTAINED_WORDS = 5
"""A shorter sentence than this is contained in many by chance."""
SPLIT_GAIN = 0.05
"""What a neighbouring sentence must add to the similarity for a sentence to count as split or merged."""
MAX_CELLS = 250_000
"""Sentence pairs that are compared word by word at once; beyond, only sentences at about the same place are."""
WINDOW = 200
LEAST = 0.25
"""Similarity below which a sentence of at least `CONTAINED_WORDS` words is not looked at, contained or not."""
NEARLY = 0.9999


@dataclass(frozen=True, slots=True)
class Match:
    """Sentences `a[0]:a[1]` of one body and `b[0]:b[1]` of the other belong together, `similarity` 0..1.

    Mostly one sentence each; more where a sentence was split or two were merged.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    similarity: float


def match(a: Body, b: Body) -> tuple[Match, ...]:
    """The sentences of `a` that have a counterpart in `b`, in the order of `a`; each sentence is in at most one.

    Equal sentences (by their words) first, the most similar of the others next, then neighbours of those that make a
    split or merged sentence whole.
    """
    matches = _equal(a, b)
    used_a, used_b = {m.a[0] for m in matches}, {m.b[0] for m in matches}
    left_a = [i for i in np.flatnonzero(a.last > a.first).tolist() if i not in used_a]
    left_b = [i for i in np.flatnonzero(b.last > b.first).tolist() if i not in used_b]
    equal = matches.copy()
    for part_a, part_b in _parts(left_a, left_b):
        matches += _similar(a, b, part_a, part_b, equal)
    if len(matches) > len(used_a):
        matches = _whole(a, b, matches)
    return tuple(sorted(matches, key=lambda m: m.a))


def align(a: Body, b: Body, matches: tuple[Match, ...] | None = None) -> tuple[Row, ...]:
    """The rows of the comparison of `a` with `b`: every sentence of either body is in exactly one row.

    Of the matched sentences those that keep their order, found as the heaviest increasing sequence, are `same` or
    `reworded`, the others `moved`. Rows are in the reading order of `b`; dropped sentences stand where they stood in
    `a`. A sentence that was split has one row, whose span in the other document covers its parts.
    """
    found = match(a, b) if matches is None else matches
    return _rows(a, b, found, _in_order(a, found))


def _equal(a: Body, b: Body) -> list[Match]:
    """Sentences with the same words; repeated ones are paired off in their order."""
    keys_a, keys_b = a.keys.tolist(), b.keys.tolist()
    common = set(keys_a).intersection(keys_b)
    if not common:
        return []
    places: dict[int, list[int]] = {key: [] for key in common}
    for index in range(len(keys_b) - 1, -1, -1):
        if keys_b[index] in common:
            places[keys_b[index]].append(index)
    matches = []
    for index, key in enumerate(keys_a):
        stack = places.get(key)
        if stack:
            other = stack.pop()
            matches.append(Match((index, index + 1), (other, other + 1), 1.0))
    return matches


def _parts(left_a: list[int], left_b: list[int]) -> list[tuple[list[int], list[int]]]:
    """All sentences at once, or, past `MAX_CELLS`, stretches of both bodies at about the same place."""
    if len(left_a) * len(left_b) <= MAX_CELLS:
        return [(left_a, left_b)]
    count = max(len(left_a), len(left_b)) // WINDOW + 1
    cuts_a = [n * len(left_a) // count for n in range(count + 1)]
    cuts_b = [n * len(left_b) // count for n in range(count + 1)]
    parts = [(left_a[cuts_a[n] : cuts_a[n + 1]], left_b[cuts_b[n] : cuts_b[n + 1]]) for n in range(count)]
    return [(part_a, part_b) for part_a, part_b in parts if part_a and part_b]


def _before(count_a: int, count_b: int, matches: list[Match]) -> tuple[list[int], list[int]]:
    """For each sentence of `a` and of `b` the place in `b` of the last matched one before it; -1 for none."""
    of_a, of_b = {m.a[0]: m.b[0] for m in matches}, {m.b[0] for m in matches}
    last, before_a = -1, []
    for i in range(count_a):
        before_a.append(last)
        last = of_a.get(i, last)
    last, before_b = -1, []
    for j in range(count_b):
        before_b.append(last)
        last = j if j in of_b else last
    return before_a, before_b


def _similar(
    a: Body, b: Body, left_a: list[int], left_b: list[int], equal: list[Match]
) -> list[Match]:
    """Reworded sentences: the most similar pair first, each sentence once. `equal` are those that are paired off."""
    if not left_a or not left_b:
        return []
    first_a, last_a, first_b, last_b = a.first.tolist(), a.last.tolist(), b.first.tolist(), b.last.tolist()
    scores: NDArray[np.float32] = cdist(
        [a.letters[first_a[i] : last_a[i]] for i in left_a],
        [b.letters[first_b[i] : last_b[i]] for i in left_b],
        scorer=Indel.normalized_similarity,
        score_cutoff=LEAST,
        dtype=np.float32,
    )
    rows, columns = np.nonzero(scores)
    if not len(rows):
        return []
    found = scores[rows, columns]
    sizes_a = (a.last - a.first)[left_a][rows]
    sizes_b = (b.last - b.first)[left_b][columns]
    shorter = np.minimum(sizes_a, sizes_b)
    contained = np.where(shorter < CONTAINED_WORDS, 0, found * (sizes_a + sizes_b) / 2 / shorter)
    sure = (found >= REWORDED) | (contained >= CONTAINED)
    # A sentence that is wholly within another is a weaker hit than one as long as it.
    strength = np.maximum(found, contained * REWORDED)
    order = np.lexsort((columns, rows, -strength))
    order = order[sure[order] | (found[order] >= REWORDED_WITH_EVIDENCE)]
    free_a, free_b = set(left_a), set(left_b)
    before: tuple[list[int], list[int]] | None = None
    matches = []
    for row, column, certain, score in zip(
        rows[order].tolist(), columns[order].tolist(), sure[order].tolist(), found[order].tolist(), strict=True
    ):
        i, j = left_a[row], left_b[column]
        if i not in free_a or j not in free_b:
            continue
        if not certain:
            if before is None:
                before = _before(len(a.sentences), len(b.sentences), equal)
            needed = 1 if before[0][i] == before[1][j] else SHARED_ANCHORS
            if len(a.anchors(i) & b.anchors(j)) < needed:
                continue
        free_a.discard(i)
        free_b.discard(j)
        matches.append(Match((i, i + 1), (j, j + 1), _rounded(a, b, (i, i + 1), (j, j + 1), score)))
    return matches


def _rounded(a: Body, b: Body, of_a: tuple[int, int], of_b: tuple[int, int], similarity: float) -> float:
    """The similarity to four decimals, 1 only for equal words."""
    if similarity < NEARLY:
        return round(similarity, 4)
    words_a = a.words[a.first[of_a[0]] : a.last[of_a[1] - 1]]
    words_b = b.words[b.first[of_b[0]] : b.last[of_b[1] - 1]]
    return 1.0 if np.array_equal(words_a, words_b) else NEARLY


def _whole(a: Body, b: Body, matches: list[Match]) -> list[Match]:
    """Matches drawn out over neighbouring sentences of the same block where that makes them more alike."""
    taken_a = {i for m in matches for i in range(*m.a)}
    taken_b = {i for m in matches for i in range(*m.b)}
    out = []
    for one in matches:
        best = one
        grown = one.similarity < 1
        while grown:
            grown = False
            for m in _neighbours(a, b, best, taken_a, taken_b):
                similarity = Indel.normalized_similarity(
                    a.letters[a.first[m.a[0]] : a.last[m.a[1] - 1]], b.letters[b.first[m.b[0]] : b.last[m.b[1] - 1]]
                )
                if similarity >= best.similarity + SPLIT_GAIN:
                    best, grown = Match(m.a, m.b, _rounded(a, b, m.a, m.b, similarity)), True
                    taken_a.update(range(*best.a))
                    taken_b.update(range(*best.b))
                    break
        out.append(best)
    return out


def _neighbours(a: Body, b: Body, m: Match, taken_a: set[int], taken_b: set[int]) -> list[Match]:
    """The match with one more sentence on either side of either text, if it is free and of the same block."""
    out = []
    for start, end in _extensions(a, m.a, taken_a):
        out.append(Match((start, end), m.b, m.similarity))
    for start, end in _extensions(b, m.b, taken_b):
        out.append(Match(m.a, (start, end), m.similarity))
    return out


def _extensions(body: Body, span: tuple[int, int], taken: set[int]) -> list[tuple[int, int]]:
    start, end = span
    out = []
    if end < len(body.sentences) and end not in taken and body.blocks[end] == body.blocks[start]:
        out.append((start, end + 1))
    if start > 0 and start - 1 not in taken and body.blocks[start - 1] == body.blocks[start]:
        out.append((start - 1, end))
    return out


def _in_order(a: Body, matches: tuple[Match, ...]) -> set[int]:
    """First sentences in `a` of the matches that keep their order: the increasing sequence with the most words.

    A Fenwick tree over the places in `b` keeps the heaviest sequence that ends before each: n log n.
    """
    rank = {b: n + 1 for n, b in enumerate(sorted(m.b[0] for m in matches))}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(matches) + 1)
    before: list[int] = []
    top = (0.0, -1)
    for n, m in enumerate(matches):
        at = rank[m.b[0]] - 1
        weight, previous = 0.0, -1
        while at > 0:
            if best[at][0] > weight:
                weight, previous = best[at]
            at -= at & -at
        weight += 1 + float(a.last[m.a[1] - 1] - a.first[m.a[0]]) * m.similarity
        before.append(previous)
        if weight > top[0]:
            top = (weight, n)
        at = rank[m.b[0]]
        while at <= len(matches):
            if weight > best[at][0]:
                best[at] = (weight, n)
            at += at & -at
    kept = set()
    n = top[1]
    while n >= 0:
        kept.add(matches[n].a[0])
        n = before[n]
    return kept


def _rows(a: Body, b: Body, matches: tuple[Match, ...], ordered: set[int]) -> tuple[Row, ...]:
    by_b = {m.b[0]: m for m in matches}
    inner_b = {i for m in matches for i in range(m.b[0] + 1, m.b[1])}
    matched_a = {i for m in matches for i in range(*m.a)}
    marked = mark(a.annotated), mark(b.annotated)
    rows: list[Row] = []
    next_a = 0
    for index, span in enumerate(b.sentences):
        if index in inner_b:
            continue
        m = by_b.get(index)
        if m is None:
            rows.append(Row("added", None, span))
        elif m.a[0] in ordered:
            rows += [Row("dropped", a.sentences[i], None) for i in range(next_a, m.a[0]) if i not in matched_a]
            next_a = m.a[1]
            rows.append(_matched(a, b, marked, m, "same" if m.similarity == 1.0 else "reworded"))
        else:
            rows.append(_matched(a, b, marked, m, "moved"))
    rows += [Row("dropped", a.sentences[i], None) for i in range(next_a, len(a.sentences)) if i not in matched_a]
    return tuple(rows)


def _matched(a: Body, b: Body, marked: tuple[Marked, Marked], m: Match, op: RowOp) -> Row:
    span_a: Span = (a.sentences[m.a[0]][0], a.sentences[m.a[1] - 1][1])
    span_b: Span = (b.sentences[m.b[0]][0], b.sentences[m.b[1] - 1][1])
    touched = () if m.similarity == 1.0 else touches(marked[0], span_a, marked[1], span_b)
    return Row(op, span_a, span_b, touched, m.similarity)
