"""From the predicate head's figures to predicates with their arguments (PropBank's labels).

Every word has a figure for being a predicate; for a predicate, every word near it gets a BIO tag over the argument
labels out of a small network (see `decoding_pairs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_ends import Ender, Phrases, Tagged, best_ends
from onrecord.annotation.encoder.decoding_names import (
    NEVER,
    Found,
    Spans,
    apart,
    best_tags,
    side_by_side,
    spans_of,
)
from onrecord.annotation.encoder.decoding_pairs import PairTable, pairs_of
from onrecord.annotation.encoder.decoding_usage import Usage, Used

ARGUMENTS = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4",
    "ARGM-TMP", "ARGM-ADV", "ARGM-MOD", "ARGM-NEG", "ARGM-ADJ", "ARGM-LOC", "ARGM-MNR", "ARGM-DIS", "ARGM-EXT",
    "ARGM-PRP", "ARGM-CAU", "ARGM-PRR", "ARGM-LVB", "ARGM-DIR", "ARGM-PRD", "ARGM-GOL", "ARGM-CXN", "ARGM-COM",
    "R-ARG0", "R-ARG1", "C-ARG1", "C-ARG2", "C-V", "R-ARGM-LOC",
)  # fmt: skip
"""The labels that are learned: those seen 50 times or more among 40,426 training predicates (99.5 % of arguments)."""
CORE = 5
"""The first labels, ARG0 to ARG4, which a predicate has once at most."""
ROUNDS = 4
"""So often a predicate is decoded at most until no such label comes twice."""
TOGETHER = 8192
"""Pairs of a predicate and a word from which on those of the windows at hand are decoded, before others are read."""
RADIUS = 60
"""Words on each side of a predicate that may be its arguments."""

Scores = NDArray[np.floating]
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Role:
    """A predicate of a window with its arguments: first word, end, label."""

    predicate: int
    arguments: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class PairFigures:
    """What the head says of one window, and which of its words stand together.

    `predicates`: for each word the logit of being a predicate; `pivots`, `words`: words × size, each word's vector as a
    predicate and as a part of an argument. `sentences`: the first word and the end of each sentence, in order and
    without gaps; a predicate has its arguments in its own. `owned`: no word before this one is asked for.
    `phrases`: what is known of where phrases end; without it the arguments' ends stay as tagged. `used`: what is looked
    up of the words in `Usage`.
    """

    predicates: Scores
    pivots: Floats
    words: Floats
    sentences: Sequence[tuple[int, int]]
    owned: int = 0
    phrases: Phrases | None = None
    used: Used | None = None


@dataclass(frozen=True, slots=True)
class _Reach:
    """The predicates that a window answers for, and the first word and the end of what is in reach of each."""

    at: Ints
    first: Ints
    end: Ints


def roles_of(
    predicates: Scores,
    pivots: Floats,
    words: Floats,
    table: PairTable,
    sentences: Sequence[tuple[int, int]],
    least: float = 0.0,
    outside: float = 0.0,
    inside: float = 0.0,
) -> list[Role]:
    """The predicates among one window's words with their arguments; see `PairFigures` and `roles_of_each`."""
    figures = PairFigures(predicates, pivots, words, sentences)
    return roles_of_each([figures], table, least, outside, inside)[0]


def roles_of_each(
    windows: Iterable[PairFigures],
    table: PairTable,
    least: float = 0.0,
    outside: float = 0.0,
    inside: float = 0.0,
    ender: Ender | None = None,
    usage: Usage | None = None,
) -> list[list[Role]]:
    """The predicates among the words of each window with their arguments, in the order of the text.

    Args:
        windows: what the head says of each.
        table: the network's matrices.
        least: the logit from which a word counts as a predicate.
        outside: taken from the tag O's score; above 0 finds more arguments.
        inside: as in `best_spans`.
        ender: the network that judges the arguments' ends; without it they stay as tagged.
        usage: how single predicates are used; without it the network's figures stand alone.
    """
    out: list[list[Role]] = []
    waiting: list[tuple[PairFigures, _Reach, list[Role]]] = []
    count = 0
    for window in windows:
        out.append([])
        reach = _reach(window, least)
        if len(reach.at):
            waiting.append((window, reach, out[-1]))
            count += int((reach.end - reach.first).sum())
        if count >= TOGETHER:
            _settle(waiting, table, outside, inside, ender, usage)
            waiting, count = [], 0
    if waiting:
        _settle(waiting, table, outside, inside, ender, usage)
    return out


def _reach(window: PairFigures, least: float) -> _Reach:
    at = np.flatnonzero(np.asarray(window.predicates).reshape(-1) >= least)
    at = at[at >= window.owned]
    edges = np.array(window.sentences, np.int64).reshape(-1, 2)
    mine = edges[np.searchsorted(edges[:, 1], at, side="right")]
    return _Reach(at, np.maximum(mine[:, 0], at - RADIUS), np.minimum(mine[:, 1], at + RADIUS + 1))


def scored_tags(
    window: PairFigures, table: PairTable, least: float, outside: float
) -> Iterator[tuple[int, int, Floats]]:
    """The predicates that a window answers for: word, the first word in its reach, the tags' scores from there on."""
    reach = _reach(window, least)
    if not len(reach.at):
        return
    pairs = pairs_of(reach.at, reach.first, reach.end)
    logits = table.logits(window.pivots[reach.at], window.words, pairs)
    logits[:, 0] -= np.float32(outside)
    yield from zip(reach.at.tolist(), reach.first.tolist(), np.split(logits, pairs.starts[1:]), strict=True)


def _settle(
    waiting: Sequence[tuple[PairFigures, _Reach, list[Role]]],
    table: PairTable,
    outside: float,
    inside: float,
    ender: Ender | None,
    usage: Usage | None,
) -> None:
    """Puts the predicates of windows with their best arguments into the lists that wait for them."""
    # The words of all windows side by side: those of one begin where those before it end.
    sizes = np.array([len(window.words) for window, *_ in waiting], np.int64)
    begun = np.cumsum(sizes) - sizes
    windows = np.repeat(np.arange(len(waiting)), [len(reach.at) for _, reach, _ in waiting])
    shift = begun[windows]
    at, first, end = (
        np.concatenate([getattr(reach, name) for _, reach, _ in waiting]) + shift for name in ("at", "first", "end")
    )
    pairs = pairs_of(at, first, end)
    pivots = np.concatenate([window.pivots[reach.at] for window, reach, _ in waiting])
    tags = table.logits(pivots, np.concatenate([window.words for window, *_ in waiting]), pairs)
    tags[:, 0] -= np.float32(outside)
    used = [window.used for window, *_ in waiting if window.used is not None]
    if usage is not None and len(used) == len(waiting):
        forms = [form for u in used for form in u.forms]
        usage.add(tags, at, pairs, Used(forms, np.concatenate([u.openers for u in used])))
    spans = _once_each(tags, pairs.starts, inside)
    owners = pairs.pivots[spans.firsts]
    tagged = Tagged(at, first, end, tags, windows, owners, pairs.words[spans.firsts], pairs.words[spans.ends - 1] + 1,
                    spans.labels)  # fmt: skip
    ends = tagged.ends
    phrases = [window.phrases for window, *_ in waiting if window.phrases is not None]
    if ender is not None and len(phrases) == len(waiting):
        ends = best_ends(tagged, phrases, ender)
    arguments: list[list[tuple[int, int, str]]] = [[] for _ in at]
    columns = (owners, tagged.firsts - shift[owners], ends - shift[owners], spans.labels)
    for owner, a, b, label in zip(*(column.tolist() for column in columns), strict=True):
        arguments[owner].append((a, b, ARGUMENTS[label]))
    for number, word, found in zip(windows.tolist(), (at - shift).tolist(), arguments, strict=True):
        waiting[number][2].append(Role(word, tuple(found)))


def once_each(logits: Sequence[Floats], inside: float) -> list[list[Found]]:
    """The best spans of each predicate in which none of ARG0 to ARG4 comes twice: where one does, the less certain span
    may not have it, and the predicate is decoded again.

    Args:
        logits: words × tags of each predicate, of which each has a word at least; what is ruled out is written into it.
        inside: as in `best_spans`.
    """
    if not logits:
        return []
    ends = np.cumsum([len(scores) for scores in logits])
    tags = np.concatenate(logits)
    starts = np.append(0, ends[:-1])
    found = apart(_once_each(tags, starts, inside), ends)
    for scores, changed in zip(logits, np.split(tags, ends[:-1]), strict=True):
        scores[:] = changed
    return found


def _once_each(tags: Floats, starts: Ints, inside: float) -> Spans:
    """What `once_each` finds, from the tags' scores of all predicates side by side; `starts` says where each begins."""
    bonus = np.zeros(tags.shape[1], np.float32)
    bonus[2::2] = inside
    plain = tags + bonus
    best = best_tags(plain, starts)
    ends = np.append(starts[1:], len(tags))
    for _ in range(ROUNDS - 1):
        spans = spans_of(best)
        rows = _rule_out(tags, plain, spans, starts)
        if not len(rows):
            return spans
        words, begun = side_by_side(starts[rows], ends[rows])
        best[words] = best_tags(plain[words], begun)
    return spans_of(best)


def _rule_out(tags: Floats, plain: Floats, spans: Spans, starts: Ints) -> Ints:
    """Where a label of ARG0 to ARG4 comes twice, rules it out for all but its most certain span, in both figures.

    Returns:
        The numbers of the predicates of which that is so.
    """
    numbers = np.flatnonzero(spans.labels < CORE)
    keys = (np.searchsorted(starts, spans.firsts[numbers], side="right") - 1) * CORE + spans.labels[numbers]
    several = (np.bincount(keys, minlength=1) > 1)[keys]
    numbers, keys = numbers[several], keys[several]
    if not len(numbers):
        return np.zeros(0, np.int64)
    firsts, ends, columns = spans.firsts[numbers], spans.ends[numbers], 1 + 2 * spans.labels[numbers]
    words, begun = side_by_side(firsts, ends)
    column = np.repeat(columns + 1, ends - firsts)
    column[begun] -= 1
    # By how much a word of a span has its tag rather than none, on the average.
    certain = np.add.reduceat(tags[words, column].astype(np.float64) - tags[words, 0], begun) / (ends - firsts)
    order = np.lexsort((ends, firsts, certain, keys))
    less = order[:-1][keys[order[:-1]] == keys[order[1:]]]
    words, begun = side_by_side(firsts[less], ends[less])
    column = np.repeat(columns[less], (ends - firsts)[less])
    for figures in (tags, plain):
        figures[words, column] = NEVER
        figures[words, column + 1] = NEVER
    rows: Ints = np.unique(keys // CORE)
    return rows
