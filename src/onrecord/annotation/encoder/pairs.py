"""What two mentions show together: the features by which the ranker and the network of entities judge them.

They are made of many pairs at once. What each feature is made of has any shape that goes together: a number for each
pair, or a column of mentions and a row of those before each.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES
from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.traits import TERMS, Traits

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Whole = NDArray[np.integer[Any]]
Marks = NDArray[np.bool_]

APART = 10
"""Classes of how many mentions stand between two."""
_FIRST_PERSON, _HE, _SHE, _IT, _WE, _THEY = 1, 3, 4, 5, 6, 7
_PERSON = MENTION_TYPES.index("person")
FEATURES = 38


class Side(NamedTuple):
    """The traits of the later or of the earlier mentions of pairs (see `Traits`)."""

    text: Whole
    head: Whole
    first: Whole
    end: Whole
    paragraph: Whole
    pronoun: Whole
    type: Whole
    name: Marks
    definite: Marks
    indefinite: Marks


def apart_class(count: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of how many mentions one stands after another: 0 to 4 each its own, then log-spaced."""
    far = 2 + np.log2(np.maximum(count, 4)).astype(np.int64)
    return np.asarray(np.minimum(np.where(count < 4, count, far), APART - 1), np.int64)


def pairs_of(traits: Traits) -> tuple[Ints, Ints]:
    """The mentions, each so often as it has candidates, and the candidates."""
    candidates = traits.candidates()
    there = candidates >= 0
    return there.nonzero()[0], candidates[there]


def columns_of_pairs(
    mine: Side, theirs: Side, closeness: Floats, shared: Whole, least: Whole, classes: Whole
) -> tuple[NDArray[Any], ...]:
    """What the ranker sees of pairs of mentions: FEATURES arrays.

    Args:
        mine: the later ones.
        theirs: the earlier ones.
        closeness: how well their vectors go together.
        shared: how many content words they share.
        least: how many content words the one has that has fewer.
        classes: the class of how far they are apart.
    """
    p, q = mine.pronoun, theirs.pronoun
    plain, other = p == 0, q == 0
    noun, both = plain & other, ~(plain | other)
    some, alike = shared > 0, p == q
    common = noun & some
    person = theirs.type == _PERSON
    nested = (theirs.first <= mine.first) & (mine.end <= theirs.end)
    holds = (mine.first <= theirs.first) & (theirs.end <= mine.end)
    away = mine.paragraph - theirs.paragraph
    he, it = (p == _HE) | (p == _SHE), p == _IT
    return (
        closeness,
        noun & (mine.text == theirs.text),
        noun & (mine.head == theirs.head),
        _SHARES.take(np.where(noun, shared * _SHARES.shape[1] + least, 0)),
        noun ^ common,
        both & alike,
        both & ~alike,
        other & ~plain,
        plain & ~other,
        mine.type == theirs.type,
        nested,
        holds & ~nested,
        away == 0,
        log1p(away),
        log1p(mine.first - theirs.first) / 4,
        mine.definite,
        mine.indefinite,
        mine.name,
        theirs.name,
        theirs.indefinite,
        mine.name & theirs.name & some,
        he & person,
        he & ~person,
        it & person,
        (p == _WE) | (p == _THEY),
        he,
        it,
        (p == _FIRST_PERSON) & (q == _FIRST_PERSON),
        *(classes == k for k in range(APART)),
    )


def features_of_pairs(
    anaphors: Floats, antecedents: Floats, traits: Traits, apart: Floats, at: Ints, to: Ints
) -> Floats:
    """What the ranker sees of the pairs of mentions `at` and `to`: FEATURES × pairs.

    Args:
        anaphors: the mentions' vectors as later ones of a pair.
        antecedents: theirs as earlier ones.
        traits: theirs.
        apart: the encoder's figure for each class of `apart_class`.
        at: the later mention of each pair.
        to: the earlier one.
    """
    classes = apart_class(at - to)
    mine, theirs = (Side(*(getattr(traits, name)[some] for name in Side._fields)) for some in (at, to))
    columns = columns_of_pairs(
        mine, theirs, _closeness(anaphors, antecedents, at, to) + apart[classes],
        shared_of(traits.terms[at].T, traits.terms[to].T), np.minimum(traits.count[at], traits.count[to]), classes,
    )  # fmt: skip
    # A feature of all pairs lies together in memory, as it is made.
    out = np.empty((FEATURES, len(at)), np.float32)
    for row, column in zip(out, columns, strict=True):
        row[:] = column
    return out


_SHARES = (np.arange(TERMS + 1)[:, None] / np.maximum(1, np.arange(TERMS + 1))).astype(np.float32)
"""How much so many shared words (a row each) are of so many."""
_LOGS = np.log1p(np.arange(1 << 11)).astype(np.float32)


def log1p(numbers: Whole) -> Floats:
    """log(1 + n) of whole numbers, most of them small; 0 below 0."""
    out = _LOGS.take(numbers, mode="clip")
    large = numbers >= len(_LOGS)
    if large.any():
        out[large] = np.log1p(numbers[large])
    return out


def shared_of(mine: Whole, theirs: Whole) -> NDArray[np.int8]:
    """How many content words the mentions of each pair share, from TERMS rows of numbers of either; 0 is no word."""
    count = mine.shape[1]
    out, found, same = np.zeros(count, np.int8), np.empty(count, np.bool_), np.empty(count, np.bool_)
    # No mention has a word of the number -1.
    for one in np.where(mine > 0, mine, mine.dtype.type(-1)):
        np.equal(one, theirs[0], out=found)
        for other in theirs[1:]:
            np.equal(one, other, out=same)
            np.logical_or(found, same, out=found)
        out += found
    return out


def _closeness(anaphors: Floats, antecedents: Floats, at: Ints, to: Ints) -> Floats:
    """How well the vectors of each pair go together: their products over the root of their size."""
    rows, columns = (np.flatnonzero(np.bincount(some, minlength=len(anaphors))) for some in (at, to))
    row, column = np.searchsorted(rows, at), np.searchsorted(columns, to)
    products = product(anaphors[rows], antecedents[columns].T)[row, column]
    return np.asarray(products / np.float32(anaphors.shape[1] ** 0.5), np.float32)
