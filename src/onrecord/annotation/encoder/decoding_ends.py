"""Where the arguments of predicates end, looked at again once all of a window's are known.

Tags word by word know little of what is a whole phrase: most arguments with wrong bounds stop short within a noun
phrase, or run on over a comma. The mentions head knows noun phrases, and the other predicates' arguments show where
phrases end; so a small network judges for each argument all ends that it could have, by these and by the words around
them, and the best one takes the place of the tags' own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.products import product

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
        """A figure for each end, of which `features` has a row each; the higher the likelier."""
        hidden = product(features, self.inner.T)
        hidden += self.bias
        np.maximum(hidden, 0, out=hidden)
        return np.asarray(np.einsum("ph,h->p", hidden, self.outer))


def classes_of(words: Sequence[str]) -> Ints:
    """The class of each word."""
    lower = [word.lower() for word in words]
    found = [_CLASS.get(word, _NUMBER if word[0].isdigit() else _PLAIN) for word in lower]
    return np.array(found, np.int64)


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a window shows of where phrases end.

    `classes`: of its words; `opening`: whether a word opens a clause. The others are first words × ends (exclusive).
    `whole`: the logit of being a mention; `crossing`: the greatest of one that begins after the first word and before
    the end, and goes on past it; `closing`: the greatest of one that begins after the first word and ends there.
    `following`: by word, the greatest logit of a mention that begins with it.
    """

    classes: Ints
    opening: NDArray[np.bool_]
    whole: Floats
    crossing: Floats
    closing: Floats
    following: Floats


def phrases_of(words: Sequence[str], scores: Floats) -> Phrases:
    """What a window's words and the logits of its spans (`decoding_mentions.mention_scores`) show."""
    count = len(words)
    whole = np.full((count, count + 1), -_MOST, np.float32)
    firsts, more = np.nonzero(scores > -1e8)
    whole[firsts, firsts + more + 1] = np.clip(scores[firsts, more], -_MOST, _MOST)
    past = np.full_like(whole, -_MOST)
    past[:, :-1] = np.maximum.accumulate(whole[:, :0:-1], axis=1)[:, ::-1]
    following = np.append(past[np.arange(count), np.arange(count)], np.float32(-_MOST))
    before = np.arange(count)[:, None] < np.arange(count + 1)
    return Phrases(
        classes_of(words),
        np.array([word.lower() in _OPENERS for word in words], np.bool_),
        whole,
        _later(np.where(before, past, -_MOST)),
        _later(np.where(before, whole, -_MOST)),
        following,
    )


def _later(values: Floats) -> Floats:
    """For each row the greatest values of the rows after it."""
    out = np.full_like(values, -_MOST)
    out[:-1] = np.maximum.accumulate(values[:0:-1], axis=0)[::-1]
    return out


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends that some arguments could have, argument by argument, as flat arrays.

    `starts`: where those of each argument begin; `ends`: words (exclusive); `features`: a row each.
    """

    starts: Ints
    ends: Ints
    features: Floats


def ends_of(
    predicates: Sequence[tuple[int, int, Floats]], found: Sequence[Sequence[Argued]], phrases: Phrases
) -> Ends:
    """The ends that the arguments of a window's predicates could have, in their order.

    Args:
        predicates: each one's word, the first word in its reach and the tags' scores from there on (words × tags).
        found: each one's arguments as the tags have them, in the text's order, as words of the window.
        phrases: what the window shows.
    """
    rows = [(p, k) for p, arguments in enumerate(found) for k in range(len(arguments))]
    spans = [found[p][k] for p, k in rows]
    first, end, label = (np.array(column, np.int64) for column in zip(*spans, strict=True))
    owner = np.array([p for p, _ in rows], np.int64)
    low, high = np.empty_like(first), np.empty_like(first)
    limits = np.empty_like(first)
    for row, (p, k) in enumerate(rows):
        word, at, tags = predicates[p]
        limits[row] = at + len(tags)
        after = found[p][k + 1][0] if k + 1 < len(found[p]) else limits[row]
        inside = first[row] <= word < end[row]
        high[row] = after if word < end[row] else min(after, word)
        low[row] = word + 1 if inside else first[row] + 1
    low, high = np.maximum(low, end - REACH), np.minimum(high, end + REACH)
    sizes = high - low + 1
    starts = np.cumsum(sizes) - sizes
    of = np.repeat(np.arange(len(rows)), sizes)
    ends = np.arange(len(of)) - (starts - low)[of]
    own, onward = _gains(predicates, owner[of], label[of], ends, limits[of])
    gains = np.cumsum(own, dtype=np.float64)
    gains -= gains[starts + end - low][of]
    places = _Places(first[of], ends, end[of], limits[of], high[of], label[of])
    return Ends(starts, ends, _features(places, gains, own, onward, _others(first, end, owner, of, ends), phrases))


@dataclass(frozen=True, slots=True)
class _Places:
    """Of each possible end: the argument's first word, the end, the tags' end, the sentence's, the last possible one,
    the label's number."""

    first: Ints
    end: Ints
    tagged: Ints
    limit: Ints
    last: Ints
    label: Ints


def _gains(
    predicates: Sequence[tuple[int, int, Floats]], owner: Ints, label: Ints, ends: Ints, limits: Ints
) -> tuple[Floats, Floats]:
    """How much the tags speak for the last word before each end, and for the next one, which may be past the limit."""
    tags = np.concatenate([tags for *_, tags in predicates])
    sizes = np.array([len(tags) for *_, tags in predicates])
    # Where the word numbered 0 would have its row.
    origins = np.cumsum(sizes) - sizes - np.array([at for _, at, _ in predicates])
    rows, column = origins[owner] + ends - 1, 2 + 2 * label
    after = np.minimum(rows + 1, len(tags) - 1)
    own, onward = (np.clip(tags[row, column] - tags[row, 0], -_GAIN, _GAIN) for row in (rows, after))
    onward[ends == limits] = -_GAIN
    return own, onward


def _others(first: Ints, end: Ints, owner: Ints, of: Ints, ends: Ints) -> Floats:
    """How many arguments (of two words or more) of other predicates end where an argument could, run over that end from
    within it, begin there, hold it and end there, are the same: ends × 5."""
    wide = np.flatnonzero(end - first > 1)
    a, b = first[wide], end[wide]
    mine, here = first[of][:, None], ends[:, None]
    other = owner[wide] != owner[of][:, None]
    closed = other & (b == here)
    columns = (
        closed & (a >= mine), other & (mine < a) & (a < here) & (here < b), other & (a == here),
        closed & (a <= mine), closed & (a == mine),
    )  # fmt: skip
    return np.stack([column.sum(axis=1) for column in columns], axis=1).astype(np.float32)


def _features(
    at: _Places, gains: NDArray[np.float64], own: Floats, onward: Floats, others: Floats, phrases: Phrases
) -> Floats:
    """What the network sees of each end."""
    classes = phrases.classes
    count = len(classes)
    opening = classes[at.first]
    # Within a prepositional phrase the mention begins with the next word.
    led = (opening == _PREPOSITION) | (opening == _OF)
    inner = np.minimum(at.first + (led | (opening == _QUOTE)), count - 1)
    whole, within = phrases.whole[at.first, at.end], phrases.whole[inner, at.end]
    crossing, closing = phrases.crossing[at.first, at.end], phrases.closing[inner, at.end]
    core, kept = at.label < CORE, at.end == at.tagged
    before = classes[at.end - 1]
    after = np.append(classes, _STOP)[at.end]
    columns = (
        gains / 4, np.minimum(gains, 0) / 4, whole / 4, within / 4, crossing / 4, np.maximum(crossing, 0) / 2,
        closing / 4, phrases.following[at.end] / 4, kept, *others.T,
        np.log(at.end - at.first), at.end == at.last, at.end == at.limit, core, at.end < at.tagged, at.end > at.tagged,
        _sum(classes == _OPEN, at) != _sum(classes == _CLOSE, at), _sum(classes == _QUOTE, at) % 2,
        whole / 4 * core, within / 4 * led, own / 4, onward / 4, led, led & kept, ~core & kept,
        np.append(phrases.opening, False)[at.end], whole > 0, within > 0, closing > 0, crossing / 4 * kept,
        kept & (at.tagged - at.first == 1),
        *(before == k for k in range(CLASSES)), *(after == k for k in range(CLASSES)),
    )  # fmt: skip
    out = np.empty((FEATURES, len(gains)), np.float32)
    for row, column in zip(out, columns, strict=True):
        row[:] = column
    return out.T


def _sum(marks: NDArray[np.bool_], at: _Places) -> Ints:
    """How many marked words stand between the first word and each end."""
    sums = np.concatenate([[0], np.cumsum(marks)])
    return np.asarray(sums[at.end] - sums[at.first], np.int64)


def mended(
    predicates: Sequence[tuple[int, int, Floats]],
    found: Sequence[Sequence[Argued]],
    phrases: Phrases,
    ender: Ender,
) -> list[list[Argued]]:
    """The same arguments with the ends that the network holds for best; see `ends_of`."""
    if not any(found):
        return [list(arguments) for arguments in found]
    ends = ends_of(predicates, found, phrases)
    scores = ender(ends.features)
    edges = [*ends.starts.tolist(), len(scores)]
    best = iter([int(ends.ends[a + int(scores[a:b].argmax())]) for a, b in pairwise(edges)])
    return [[(first, next(best), label) for first, _, label in arguments] for arguments in found]
