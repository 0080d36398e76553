"""Which mentions of a document stand for the same entity: each joins one of the entities built so far, or begins one.

The ranker of pairs (`coreference`) sees two mentions at a time, and so joins a `she` to a chain of `he`. Here a small
network judges a mention with an entity: the pair features of its nearest mention, the best and the mean over all that
are near, and what all its mentions together are: how many, which pronouns, which types, names, number and gender
(entity-level features as in Clark and Manning 2015). The best entity wins if its figure is above 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.coreference import (
    FEATURES as PAIR,
)
from onrecord.annotation.encoder.coreference import (
    TOGETHER,
    Mentioned,
    Traits,
    features_of_pairs,
    head_of,
    pairs_of,
    traits_of,
    vectors_of,
)
from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_TYPES, _PRONOUNS = len(MENTION_TYPES), 10
_HE, _SHE, _THEY, _THIS = 3, 4, 7, 8
_ENDING = frozenset((".", "!", "?"))
_OPENING = _ENDING | {'"', ":", "“"}
_PREPOSITIONS = frozenset(
    "of in on at for from with to by about into over after before against through under than as like between among "
    "during without within".split()
)
_MALE = frozenset(
    "mr mr. sir king prince lord father son brother husband man boy uncle grandfather guy gentleman actor".split()
)
_FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady queen princess mother daughter sister wife woman girl aunt grandmother actress".split()
)
_SEVERAL = frozenset(
    "these those many several few both all two three four five six seven eight nine ten some most".split()
)
_EMPTY = frozenset("the a an this that these those his her its their our my your of in and s ' ’ to for on at".split())
_APART: Mapping[int, tuple[int, ...]] = {
    1: (3, 4, 5, 6, 7), 2: (3, 4, 5, 6, 7), 3: (4, 5, 6, 7), 4: (3, 5, 6, 7), 5: (1, 2, 3, 4, 6, 7),
    6: (1, 3, 4, 5, 7), 7: (1, 2, 3, 4, 5, 6),
}  # fmt: skip
"""Classes of pronouns (`coreference.PRONOUNS`) that cannot stand for what one of another class stands for."""
_CLASH = np.array([[float(b in _APART.get(a, ())) for b in range(_PRONOUNS)] for a in range(_PRONOUNS)])
MORE = 11
"""Features of a pair beside the ranker's."""
_BEST = (0, 1, 2, 3, 20)
"""Pair features of which an entity's best counts: closeness, the same words, the same head, shared words, names."""
OWN = 17 + _TYPES
"""Features of a mention by itself."""
WHOLE = 14
"""Features of an entity as a whole."""
FEATURES = PAIR + MORE + len(_BEST) + 1 + WHOLE + OWN


@dataclass(frozen=True, slots=True)
class Joiner:
    """The network over the features of a mention with an entity: relu(inner · features + bias), then a weighted sum.

    `more` has a number for pronouns, names and other mentions each, added to the figure: higher joins more.
    """

    inner: Floats
    bias: Floats
    outer: Floats
    more: Floats

    @classmethod
    def of(cls, tables: Mapping[str, Any]) -> Joiner:
        """The network out of a model's description.

        Raises:
            KeyError: a matrix is missing.
        """
        return cls(*(np.array(tables[name], np.float32) for name in ("inner", "bias", "outer", "more")))

    def __call__(self, features: Floats, kind: int) -> Floats:
        """A figure for each entity, of which `features` has a row each, with a mention of a kind (0, 1, 2)."""
        hidden = np.maximum(features @ self.inner.T + self.bias, 0)
        return np.asarray(np.einsum("ph,h->p", hidden, self.outer) + self.more[kind])


@dataclass(frozen=True, slots=True)
class Seen:
    """A document's mentions with what is compared, a row each, in the order of the text.

    `kind`: 0 for pronouns, 1 for names, 2 for others; `number`: 1 for several, -1 for one, 0 if unknown; `gender`: 1
    for male, -1 for female; `leading`: the first of its sentence; `led`: whether a preposition stands before it;
    `score`: the logit of being a mention; `rest`: content words beside the head; `figures`: numbers; `own`: features.
    """

    traits: Traits
    vectors: tuple[Floats, Floats]
    kind: Ints
    sentence: Ints
    number: Ints
    gender: Ints
    leading: NDArray[np.bool_]
    led: NDArray[np.bool_]
    score: Floats
    rest: tuple[frozenset[str], ...]
    figures: tuple[frozenset[str], ...]
    own: Floats


def seen_of(mentions: Sequence[Mentioned], scores: Sequence[float], words: Sequence[str]) -> Seen:
    """What is compared of a document's mentions.

    Args:
        mentions: the document's, in the order of the text (by first word, the longer first).
        scores: the logit of each of being a mention.
        words: the document's.
    """
    traits, count = traits_of(mentions), len(mentions)
    low = [word.lower() for word in words]
    ends = np.cumsum([word in _ENDING for word in low])
    sentence = np.array([ends[m.first - 1] if m.first else 0 for m in mentions], np.int64)
    forms = [[word.lower() for word in m.words] for m in mentions]
    heads = [head_of(form) for form in forms]
    kind = np.where(traits.pronoun > 0, 0, np.where(traits.name, 1, 2)).astype(np.int64)
    led = np.array([m.first > 0 and low[m.first - 1] in _PREPOSITIONS for m in mentions])
    begins = np.array([m.first == 0 or low[m.first - 1] in _OPENING for m in mentions])
    leading, done = np.zeros(count, np.bool_), -1
    for i, (number, under) in enumerate(zip(sentence.tolist(), led.tolist(), strict=True)):
        if number > done and not under:
            leading[i], done = True, number
    known = list(zip(forms, heads, traits.pronoun.tolist(), kind.tolist(), strict=True))
    how_many = np.array([_number(*of) for of in known], np.int64)
    gender = np.array([_gender(form, head, pronoun) for form, head, pronoun, _ in known], np.int64)
    score = np.array(scores, np.float32)
    length = np.array([m.end - m.first for m in mentions])
    columns = (
        score / 4, np.log1p(length), led, begins, leading, how_many > 0, kind == 1, kind == 2,
        *(traits.pronoun == k for k in range(1, _PRONOUNS)), *(traits.type == k for k in range(_TYPES)),
    )  # fmt: skip
    return Seen(
        traits, vectors_of(mentions), kind, sentence, how_many, gender, leading, led, score,
        tuple(
            frozenset(w for w in form if w[0].isalnum() and w != head and w not in _EMPTY) for form, head, *_ in known
        ),
        tuple(frozenset(w for w in form if w[0].isdigit()) for form in forms),
        np.stack(columns, axis=1).astype(np.float32),
    )  # fmt: skip


def _number(form: Sequence[str], head: str, pronoun: int, kind: int) -> int:
    """1 for several, -1 for one, 0 where the words do not tell."""
    if pronoun == _THIS:
        return 1 if form[0] in _SEVERAL else -1
    if pronoun:
        return 1 if pronoun in (_THEY, _THEY - 1) else -1 if pronoun in (1, _HE, _SHE, 5) else 0
    if form[0] in _SEVERAL or (kind == 2 and "and" in form[1:-1]):
        return 1
    return 1 if kind == 2 and head.endswith("s") and not head.endswith(("ss", "us", "is")) else -1


def _gender(form: Sequence[str], head: str, pronoun: int) -> int:
    """1 for male, -1 for female, 0 where the words do not tell."""
    if pronoun:
        return (pronoun == _HE) - (pronoun == _SHE)
    return 1 if _MALE & {head, form[0]} else -1 if _FEMALE & {head, form[0]} else 0


def _pairs(seen: Seen, apart: Floats, at: Ints, to: Ints) -> Floats:
    """The features of pairs of mentions: pairs × (PAIR + MORE)."""
    traits = seen.traits
    away = seen.sentence[at] - seen.sentence[to]
    same = (traits.pronoun[at] == 0) & (traits.pronoun[to] == 0) & (traits.head[at] == traits.head[to])
    other, added, unlike = (np.zeros(len(at), np.bool_) for _ in range(3))
    for k in np.flatnonzero(same).tolist():
        mine, theirs = seen.rest[at[k]], seen.rest[to[k]]
        new, old = bool(mine - theirs), bool(theirs - mine)
        other[k], added[k] = new and old, new and not old
        a, b = seen.figures[at[k]], seen.figures[to[k]]
        unlike[k] = bool(a) and bool(b) and a != b
    columns = (
        away == 0, away == 1, np.log1p(np.maximum(away, 0)) / 2, other, added, unlike,
        seen.number[at] * seen.number[to] < 0, seen.gender[at] * seen.gender[to] < 0,
        seen.leading[to], seen.led[to], seen.score[to] / 4,
    )  # fmt: skip
    return np.concatenate(
        [features_of_pairs(*seen.vectors, traits, apart, at, to), np.stack(columns, axis=1).astype(np.float32)], axis=1
    )


class Entities:
    """The entities of a document as far as they are built."""

    def __init__(self, seen: Seen) -> None:
        """None yet."""
        count = len(seen.kind)
        self._seen = seen
        self.of = np.zeros(count, np.int64)
        self.size = np.zeros(count)
        self._pronouns, self._types = np.zeros((count, _PRONOUNS)), np.zeros((count, _TYPES))
        self._counts = np.zeros((count, 7))

    def add(self, i: int, entity: int) -> None:
        """Puts mention `i` into an entity, which may be a new one."""
        seen = self._seen
        self.of[i] = entity
        self.size[entity] += 1
        self._pronouns[entity, seen.traits.pronoun[i]] += 1
        self._types[entity, seen.traits.type[i]] += 1
        number, gender, kind = seen.number[i], seen.gender[i], seen.kind[i]
        self._counts[entity] += (kind == 1, kind == 2, number > 0, number < 0, gender > 0, gender < 0, seen.leading[i])

    def features(self, i: int, to: Ints, pairs: Floats) -> tuple[Ints, Floats]:
        """The entities of the mentions `to`, and the features of mention `i` with each of them.

        Args:
            i: the mention.
            to: its candidates, the nearest first.
            pairs: the features of it with each of them.
        """
        seen = self._seen
        found, nearest, which = np.unique(self.of[to], return_index=True, return_inverse=True)
        order = np.argsort(which, kind="stable")
        starts = np.searchsorted(which[order], np.arange(len(found)))
        ordered = pairs[order]
        near = np.diff(starts, append=len(order))
        size, pronoun = self.size[found], int(seen.traits.pronoun[i])
        clash = self._pronouns[found] @ _CLASH[pronoun]
        named, plain, several, one, male, female, leading = self._counts[found].T
        number, gender = seen.number[i], seen.gender[i]
        nothing = np.zeros(len(found))
        whole = (
            np.log(size), size == 1, self._pronouns[found, pronoun] / size if pronoun else nothing,
            clash / size, clash > 0, self._types[found, seen.traits.type[i]] / size, named > 0, plain / size,
            (several if number < 0 else one if number > 0 else nothing) / size,
            (female if gender > 0 else male if gender < 0 else nothing) > 0,
            leading / size, np.log1p(near), np.log1p(np.argsort(np.argsort(nearest))), size / max(1, i) * 4,
        )  # fmt: skip
        out = np.empty((len(found), FEATURES), np.float32)
        width = pairs.shape[1]
        out[:, :width] = pairs[nearest]
        out[:, width : width + len(_BEST)] = np.maximum.reduceat(ordered[:, _BEST], starts, axis=0)
        out[:, width + len(_BEST)] = np.add.reduceat(ordered[:, 0], starts) / near
        out[:, -OWN - WHOLE : -OWN] = np.stack(whole, axis=1)
        out[:, -OWN:] = seen.own[i]
        return found, out


def candidates_of(seen: Seen, apart: Floats) -> Iterator[tuple[Ints, Floats]]:
    """Each mention's candidates, the nearest first, with the features of the pairs; mention by mention."""
    for start in range(0, len(seen.kind), TOGETHER):
        rows = slice(start, min(start + TOGETHER, len(seen.kind)))
        at, to = pairs_of(seen.traits, rows)
        pairs = _pairs(seen, apart, at, to)
        edges = np.searchsorted(at, np.arange(rows.start, rows.stop + 1)).tolist()
        for a, b in pairwise(edges):
            yield to[a:b], pairs[a:b]


def joined(seen: Seen, apart: Floats, joiner: Joiner) -> list[int]:
    """The entity of each mention, by number; entities are numbered as they first come up.

    Args:
        seen: the document's mentions.
        apart: the encoder's figure for each class of how far two mentions are apart (`coreference.apart_class`).
        joiner: the network.
    """
    entities, count = Entities(seen), 0
    for i, (to, pairs) in enumerate(candidates_of(seen, apart)):
        entity = count
        if len(to):
            found, features = entities.features(i, to, pairs)
            figures = joiner(features, int(seen.kind[i]))
            best = int(figures.argmax())
            if figures[best] > 0:
                entity = int(found[best])
        count += entity == count
        entities.add(i, entity)
    return [int(entity) for entity in entities.of]
