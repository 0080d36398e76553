"""Where the arguments of predicates end, looked at again once all of a window's are known.

Tags word by word know little of what is a whole phrase: most arguments with wrong bounds stop short within a noun
phrase, or run on over a comma. The mentions head knows noun phrases, and the other predicates' arguments show where
phrases end; so a small network judges for each argument all ends that it could have, by these and by the words around
them, and the best one takes the place of the tags' own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import WIDEST
from onrecord.annotation.encoder.products import positive, product

Argued = tuple[int, int, int]
"""An argument: first word, end, number of its label."""
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

REACH = 20
"""Words on either side of the tags' end among which another is looked for."""
CORE = 5
"""The labels before this one are ARG0 to ARG4."""
_MOST = 9.0
"""Logits beyond it say no more."""
_GAIN = 8.0
"""The same of a tag's figure over none's."""
_WORDS = tuple(
    tuple(words.split())
    for words in (
        "to in on at for from with by about as into over after before against through under than like between among "
        "during without within off up out down around near toward towards because since until while when if that who "
        "which where what how why whose whom via per",
        "the a an this that these those his her its their our my your no any some every each",
        "and or but nor",
        "is are was were be been being am has have had do does did will would could should may might can must not",
        ", ; : - -- – —",
        ". ? !",
        "( [",
        ") ]",
        "\" “ ” ' ’",
    )
)
_PREPOSITION, _OPEN, _CLOSE, _QUOTE, _PLAIN, _NUMBER, _OF = 0, 6, 7, 8, 9, 10, 11
_STOP = 5
CLASSES = 12
"""Classes of words: prepositions and what opens clauses, determiners, conjunctions, auxiliaries, five of marks, all
others, numbers, `of`."""
_CLASS = {word: number for number, words in reversed(tuple(enumerate(_WORDS))) for word in words} | {"of": _OF}
_OPENERS = frozenset(("that", "which", "who", "where", "when"))
FEATURES = 35 + 2 * CLASSES


@dataclass(frozen=True, slots=True)
class Ender:
    """The network over an end's features: relu(inner · features + bias), then a weighted sum."""

    inner: Floats
    bias: Floats
    outer: Floats

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Ender:
        """The network out of a model's description.

        Raises:
            KeyError: a matrix is missing.
        """
        return cls(*(np.array(tables[name], np.float32) for name in ("inner", "bias", "outer")))

    def __call__(self, features: Floats) -> Floats:
        """A figure for each end, of which `features` has a column each; the higher the likelier."""
        hidden = product(self.inner, features)
        hidden += self.bias[:, None]
        return np.asarray(np.einsum("h,hp->p", self.outer, positive(hidden)))


def classes_of(words: Sequence[str]) -> Ints:
    """The class of each word."""
    found = {word: _CLASS.get(word.lower(), _NUMBER if word[0].isdigit() else _PLAIN) for word in set(words)}
    return np.array([found[word] for word in words], np.int64)


def opening_of(words: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each word opens a clause."""
    found = {word for word in set(words) if word.lower() in _OPENERS}
    return np.array([word in found for word in words], np.bool_)


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a window shows of where phrases end.

    `classes`: of its words; `opening`: whether a word opens a clause; `mentions`: the logits of its spans being
    mentions, words (first) × WIDEST (the span's words less one).
    """

    classes: Ints
    opening: NDArray[np.bool_]
    mentions: Floats


def phrases_of(words: Sequence[str], scores: Floats) -> Phrases:
    """What a window's words and the logits of its spans (`decoding_mentions.mention_scores`) show."""
    return Phrases(classes_of(words), opening_of(words), scores)


@dataclass(frozen=True, slots=True)
class _Sight:
    """What windows that lie side by side show of where phrases end, by words or by ends.

    The place of an end (exclusive) is that of the word after it; so each window has a place more than words. `spans`,
    `crossing` and `closing` are tables with a row for each number of words, none to WIDEST. `spans`: the logit of being
    a mention, by first word. `crossing`: the greatest of one that begins so many words before an end, or fewer, and
    goes on past it; `closing`: of one that begins so and ends there. `following`: by word, the greatest logit of a
    mention that begins with it.
    """

    begun: Ints
    classes: Ints
    opening: NDArray[np.bool_]
    spans: Floats
    crossing: Floats
    closing: Floats
    following: Floats


def _side_by_side(phrases: Sequence[Phrases]) -> _Sight:
    sizes = [len(p.classes) for p in phrases]
    begun = np.cumsum([0, *(size + 1 for size in sizes)])
    count = int(begun[-1])
    classes, opening = np.full(count, _STOP, np.int64), np.zeros(count, np.bool_)
    # Rows are so much longer that one who looks back from an early word finds nothing at the end of the row before.
    spans = np.full((WIDEST + 1, count + WIDEST), -_MOST, np.float32)
    for at, size, p in zip(begun.tolist(), sizes, phrases, strict=False):
        classes[at : at + size], opening[at : at + size] = p.classes, p.opening
        np.clip(p.mentions.T, -_MOST, _MOST, out=spans[1:, at : at + size])
    past = np.full_like(spans, -_MOST)
    for width in range(WIDEST - 1, -1, -1):
        np.maximum(past[width + 1], spans[width + 1], out=past[width])
    begun = begun[:-1]
    return _Sight(
        begun, classes, opening, spans, _backward(past, count), _backward(spans, count), past[0, :count]
    )


def _backward(table: Floats, count: int) -> Floats:
    """The greatest of what a table of widths × first words has for 1 to so many words before each of `count` ends."""
    row, one = table.strides
    moved = np.lib.stride_tricks.as_strided(table, (len(table), count), (row - one, one))
    out = np.full((len(table), count), -_MOST, np.float32)
    for width in range(1, len(table)):
        np.maximum(out[width - 1], moved[width], out=out[width])
    return out


@dataclass(frozen=True, slots=True)
class Tagged:
    """The predicates of windows that lie side by side, and their arguments as the tags have them, as flat arrays.

    Of each predicate, in order: `at`: its word; `reach`, `limits`: the first word and the end of what is in its reach;
    `windows`: the number of its window. `tags`: the tags' scores for what is in reach, words × tags, predicate by
    predicate. Of each argument, in order: `owners`: the number of its predicate; `firsts`, `ends`: its words; `labels`:
    the number of its label. Words are counted over all windows.
    """

    at: Ints
    reach: Ints
    limits: Ints
    tags: Floats
    windows: Ints
    owners: Ints
    firsts: Ints
    ends: Ints
    labels: Ints

    @classmethod
    def of(cls, predicates: Sequence[tuple[int, int, Floats]], found: Sequence[Sequence[Argued]]) -> Tagged:
        """Those of one window.

        Args:
            predicates: each one's word, the first word in its reach and the tags' scores from there on (words × tags).
            found: each one's arguments in the text's order, as words of the window.
        """
        rows = [(owner, *argument) for owner, arguments in enumerate(found) for argument in arguments]
        owners, firsts, ends, labels = np.array(rows, np.int64).reshape(-1, 4).T
        at, reach = (np.array([p[k] for p in predicates], np.int64) for k in (0, 1))
        limits = reach + np.array([len(tags) for *_, tags in predicates], np.int64)
        tags = np.concatenate([tags for *_, tags in predicates])
        return cls(at, reach, limits, tags, np.zeros_like(at), owners, firsts, ends, labels)


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends that some arguments could have, argument by argument, as flat arrays.

    `starts`: where those of each argument begin; `ends`: words (exclusive); `features`: a column each.
    """

    starts: Ints
    ends: Ints
    features: Floats


def ends_of(tagged: Tagged, phrases: Sequence[Phrases]) -> Ends:
    """The ends that the arguments of predicates could have, in their order.

    Args:
        tagged: the predicates with their arguments.
        phrases: what each of their windows shows.
    """
    owners, first, end = tagged.owners, tagged.firsts, tagged.ends
    word, limits = tagged.at[owners], tagged.limits[owners]
    after = limits.copy()
    follows = np.flatnonzero(owners[1:] == owners[:-1])
    after[follows] = first[follows + 1]
    inside = (first <= word) & (word < end)
    high = np.where(word < end, after, np.minimum(after, word))
    low = np.where(inside, word + 1, first + 1)
    low, high = np.maximum(low, end - REACH), np.minimum(high, end + REACH)
    sizes = high - low + 1
    starts = np.cumsum(sizes) - sizes
    of = np.repeat(np.arange(len(owners)), sizes)
    ends = np.arange(len(of)) - (starts - low)[of]
    own, onward = _gains(tagged, of, ends)
    gains = np.cumsum(own, dtype=np.float64)
    gains -= gains[starts + end - low][of]
    sight = _side_by_side(phrases)
    windows = tagged.windows[owners]
    # From words, counted over all windows, to places: each window before has one more.
    places = _Places(
        (first + windows)[of], windows[of], tagged.labels[of],
        ends + windows[of], (end + windows)[of], (limits + windows)[of], (high + windows)[of],
    )  # fmt: skip
    others = _others(tagged, windows, np.searchsorted(windows[of], np.arange(len(phrases) + 1)), of, ends)
    return Ends(starts, ends, _features(places, gains, own, onward, others, sight))


@dataclass(frozen=True, slots=True)
class _Places:
    """Of each possible end: the argument's first word, its window, the label's number, the end, the tags' end, the
    sentence's, the last possible one."""

    first: Ints
    window: Ints
    label: Ints
    end: Ints
    tagged: Ints
    limit: Ints
    last: Ints


def _gains(tagged: Tagged, of: Ints, ends: Ints) -> tuple[Floats, Floats]:
    """How much the tags speak for the last word before each end, and for the next one, which may be past the limit."""
    tags, owners = tagged.tags, tagged.owners
    sizes = tagged.limits - tagged.reach
    # Where the word numbered 0 would have its row.
    origins = np.cumsum(sizes) - sizes - tagged.reach
    rows, column = origins[owners][of] + ends - 1, (2 + 2 * tagged.labels)[of]
    after = np.minimum(rows + 1, len(tags) - 1)
    own, onward = (np.clip(tags[row, column] - tags[row, 0], -_GAIN, _GAIN) for row in (rows, after))
    onward[ends == tagged.limits[owners][of]] = -_GAIN
    return own, onward


def _others(tagged: Tagged, windows: Ints, cuts: Ints, of: Ints, ends: Ints) -> Floats:
    """How many arguments (of two words or more) of other predicates end where an argument could, run over that end from
    within it, begin there, hold it and end there, are the same: 5 × ends.

    Args:
        tagged: the arguments.
        windows: the window of each.
        cuts: where the ends of each window's arguments begin, and where those of the last one end.
        of: the argument of each end.
        ends: the ends.
    """
    out = np.zeros((5, len(ends)), np.float32)
    firsts = tagged.firsts
    wide = np.flatnonzero(tagged.ends - tagged.firsts > 1)
    edges = np.searchsorted(windows[wide], np.arange(len(cuts)))
    for low, high, first, end in zip(cuts[:-1].tolist(), cuts[1:].tolist(), edges[:-1], edges[1:], strict=True):
        if low == high or first == end:
            continue
        there, asking = wide[first:end, None], of[low:high]
        # As small numbers, of which the processor compares many at once.
        base, basis = tagged.firsts[there[0, 0]], tagged.owners[there[0, 0]]
        a, b, mine = ((x - base).astype(np.int16) for x in (tagged.firsts[there], tagged.ends[there], firsts[asking]))
        here = (ends[low:high] - base).astype(np.int16)
        other = (tagged.owners[there] - basis).astype(np.int16) != (tagged.owners[asking] - basis).astype(np.int16)
        closed = other & (b == here)
        rows = (
            closed & (a >= mine), other & (mine < a) & (a < here) & (here < b), other & (a == here),
            closed & (a <= mine), closed & (a == mine),
        )  # fmt: skip
        for row, found in zip(out, rows, strict=True):
            row[low:high] = np.add.reduce(found, axis=0, dtype=np.int16)
    return out


def _features(
    at: _Places, gains: NDArray[np.float64], own: Floats, onward: Floats, others: Floats, sight: _Sight
) -> Floats:
    """What the network sees of each end, a column each."""
    classes = sight.classes
    opening = classes[at.first]
    # Within a prepositional phrase the mention begins with the next word.
    led = (opening == _PREPOSITION) | (opening == _OF)
    lasts = np.append(sight.begun[1:], len(classes)) - 2
    inner = np.minimum(at.first + (led | (opening == _QUOTE)), lasts[at.window])
    whole, within = (sight.spans[_row(at.end - first), first] for first in (at.first, inner))
    crossing = sight.crossing[np.clip(at.end - at.first - 1, 0, WIDEST), at.end]
    closing = sight.closing[np.clip(at.end - inner - 1, 0, WIDEST), at.end]
    core, kept = at.label < CORE, at.end == at.tagged
    before, after = classes[at.end - 1], classes[at.end]
    columns = (
        gains / 4, np.minimum(gains, 0) / 4, whole / 4, within / 4, crossing / 4, np.maximum(crossing, 0) / 2,
        closing / 4, sight.following[at.end] / 4, kept, *others,
        np.log(at.end - at.first), at.end == at.last, at.end == at.limit, core, at.end < at.tagged, at.end > at.tagged,
        _sum(classes == _OPEN, at) != _sum(classes == _CLOSE, at), _sum(classes == _QUOTE, at) % 2,
        whole / 4 * core, within / 4 * led, own / 4, onward / 4, led, led & kept, ~core & kept,
        sight.opening[at.end], whole > 0, within > 0, closing > 0, crossing / 4 * kept,
        kept & (at.tagged - at.first == 1),
    )  # fmt: skip
    out = np.zeros((FEATURES, len(gains)), np.float32)
    for row, column in zip(out, columns, strict=False):
        row[:] = column
    ends = np.arange(len(gains))
    out[len(columns) + before, ends] = 1
    out[len(columns) + CLASSES + after, ends] = 1
    return out


def _row(width: Ints) -> Ints:
    """The row of `spans` for spans of so many words: that of none for those that are wider than any mention."""
    return np.where((width > 0) & (width <= WIDEST), width, 0)


def _sum(marks: NDArray[np.bool_], at: _Places) -> Ints:
    """How many marked words stand between the first word and each end."""
    sums = np.append(0, np.cumsum(marks))
    return np.asarray(sums[at.end] - sums[at.first], np.int64)


def best_ends(tagged: Tagged, phrases: Sequence[Phrases], ender: Ender) -> Ints:
    """The end of each argument that the network holds for best; see `ends_of`."""
    if not len(tagged.ends):
        return tagged.ends
    ends = ends_of(tagged, phrases)
    scores = ender(ends.features)
    sizes = np.diff(ends.starts, append=len(scores))
    best = np.maximum.reduceat(scores, ends.starts)
    # The first of each argument's ends that has its best figure.
    top = np.flatnonzero(scores == np.repeat(best, sizes))
    return np.asarray(ends.ends[top[np.searchsorted(top, ends.starts)]])
