"""Which mentions of a document stand for the same entity: for each mention the earlier one that speaks most for it.

A small network judges a pair by the encoder's own figure for it (how well the later mention's vector goes with the
earlier one's) and by what the encoder cannot see: words that both share, pronouns, distance. The best antecedent wins
if its figure is above 0 (mention ranking, Wiseman et al. 2015); the links' closure gives the entities.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES, Mention
from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.words import Window, Words

NEAREST = 80
"""So many mentions before one are looked at, and the last one before it with the same words or the same head."""
APART = 10
"""Classes of how many mentions stand between two."""
TOGETHER = 128
"""So many mentions are judged at once."""
TERMS = 6
"""So many content words of a mention are compared."""
PRONOUNS = {
    form: number
    for number, forms in enumerate(
        (
            "i me my mine myself", "you your yours yourself yourselves", "he him his himself", "she her hers herself",
            "it its itself", "we us our ours ourselves", "they them their theirs themselves", "this that these those",
            "who whom whose which",
        ),
        1,
    )
    for form in forms.split()
}  # fmt: skip
"""Pronouns by person, number and gender; 0 is no pronoun."""
_FIRST_PERSON, _HE, _SHE, _IT, _WE, _THEY = 1, 3, 4, 5, 6, 7
_AFTER_HEAD = frozenset("of in on at for from with to by who which that whose where when , ( [ – —".split())
_CLOSING = frozenset(("s", "'", "’", '"', "”"))
_POINTERS = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_INDEFINITE = frozenset(("a", "an", "some", "any", "no"))
_STOP = frozenset("the a an this that these those his her its their our my your of in and 's s ' ’".split())
_DEFINITE = frozenset("the this that these those his her its their our my your".split())
_PERSON = MENTION_TYPES.index("person")
FEATURES = 38


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention of a document: its words, their place among the document's (first, end), its paragraph, type, vectors.

    `anaphor` and `antecedent` are gelu(first word's first half + last word's second half) of the outputs so named.
    """

    words: tuple[str, ...]
    first: int
    end: int
    paragraph: int
    type: str
    anaphor: NDArray[np.float32]
    antecedent: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The network over pair features: relu(inner · features + inner_bias), then a weighted sum plus `bias`."""

    inner: NDArray[np.float32]
    inner_bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    bias: float

    def __call__(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """A figure for each pair, of which `features` has a row each; above 0 they are the same rather than not."""
        hidden = product(features, self.inner.T)
        hidden += self.inner_bias
        np.maximum(hidden, 0, out=hidden)
        # A product with @ would start threads.
        return np.asarray(np.einsum("ph,h->p", hidden, self.outer) + np.float32(self.bias))


def head_of(words: Sequence[str]) -> str:
    """The head word of a mention in lower case: the last one before a preposition, a relative or a comma."""
    for i in range(1, len(words)):
        if words[i] in _AFTER_HEAD:
            return words[i - 1]
    last = len(words) - 1
    while last and words[last] in _CLOSING:
        last -= 1
    return words[last]


def bare(words: Sequence[str]) -> str:
    """A mention's words in lower case without what does not tell it from others: articles, marks, a possessive's s."""
    kept = [w for w in words if w[0].isalnum() and w not in _POINTERS]
    while len(kept) > 1 and kept[-1] == "s":
        kept.pop()
    return " ".join(kept or words)


@dataclass(frozen=True, slots=True)
class Traits:
    """The mentions' properties as arrays, one row each, and the candidates for antecedents (-1: none).

    `terms` are numbers of content words, 0 where there are no more, `count` how many they are, 1 if there are none.
    """

    text: NDArray[np.int32]
    head: NDArray[np.int32]
    terms: NDArray[np.int32]
    count: NDArray[np.int8]
    pronoun: NDArray[np.int8]
    type: NDArray[np.int8]
    name: NDArray[np.bool_]
    definite: NDArray[np.bool_]
    indefinite: NDArray[np.bool_]
    first: NDArray[np.int64]
    end: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    candidates: NDArray[np.int64]


def traits_of(mentions: Sequence[Mentioned]) -> Traits:
    """The properties of a document's mentions, which stand in the order of the text."""
    count = len(mentions)
    low = [[w.lower() for w in m.words] for m in mentions]
    numbers: dict[str, int] = {}
    terms = np.zeros((count, TERMS), np.int32)
    for i, words in enumerate(low):
        kept = dict.fromkeys(w for w in words if w not in _STOP and w[0].isalnum())
        for k, word in enumerate(islice(kept, TERMS)):
            terms[i, k] = numbers.setdefault(word, len(numbers) + 1)
    text = _numbered(bare(words) for words in low)
    head = _numbered(head_of(words) for words in low)
    pronoun = np.array([PRONOUNS.get(words[0], 0) if len(words) == 1 else 0 for words in low], np.int8)
    candidates = np.full((count, NEAREST + 2), -1, np.int64)
    seen: tuple[dict[int, int], dict[int, int]] = ({}, {})
    back = np.arange(count)[:, None] - 1 - np.arange(NEAREST)
    candidates[:, :NEAREST] = np.maximum(back, -1)
    for i, (keys, named) in enumerate(zip(zip(text.tolist(), head.tolist(), strict=True), pronoun == 0, strict=True)):
        for k, (last, key) in enumerate(zip(seen, keys, strict=True)):
            far = last.get(key, -1)
            if named and 0 <= far < i - NEAREST:
                candidates[i, NEAREST + k] = far
            last[key] = i
    return Traits(
        text, head, terms, np.maximum((terms > 0).sum(axis=1), 1).astype(np.int8), pronoun,
        np.array([MENTION_TYPES.index(m.type) for m in mentions], np.int8),
        np.array(
            [m.words[-1][0].isupper() and words[-1] not in PRONOUNS for m, words in zip(mentions, low, strict=True)]
        ),
        np.array([words[0] in _DEFINITE for words in low], np.bool_),
        np.array([words[0] in _INDEFINITE for words in low], np.bool_),
        np.array([m.first for m in mentions], np.int64), np.array([m.end for m in mentions], np.int64),
        np.array([m.paragraph for m in mentions], np.int64), candidates,
    )  # fmt: skip


def _numbered(words: Iterable[str]) -> NDArray[np.int32]:
    """A number for each word, the same for the same."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int32)


def apart_class(count: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of how many mentions one stands after another: 0 to 4 each its own, then log-spaced."""
    far = 2 + np.log2(np.maximum(count, 4)).astype(np.int64)
    return np.asarray(np.minimum(np.where(count < 4, count, far), APART - 1), np.int64)


def pair_features(
    mentions: Sequence[Mentioned], traits: Traits, apart: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What the ranker sees of each mention and each of its candidates: mentions × candidates × FEATURES; 0 where there
    is no candidate.

    Args:
        mentions: the document's.
        traits: theirs.
        apart: the encoder's figure for each class of `apart_class`.
    """
    out = np.zeros((*traits.candidates.shape, FEATURES), np.float32)
    there = traits.candidates >= 0
    out[there] = features_of_pairs(*vectors_of(mentions), traits, apart, *pairs_of(traits, slice(None))).T
    return out


def vectors_of(mentions: Sequence[Mentioned]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mentions' vectors as later ones of a pair and as earlier ones, a row each."""
    return np.array([m.anaphor for m in mentions]), np.array([m.antecedent for m in mentions])


def pairs_of(traits: Traits, rows: slice) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Some mentions, each so often as it has candidates, and the candidates."""
    candidates = traits.candidates[rows]
    there = candidates >= 0
    return np.arange(len(traits.candidates))[rows][np.nonzero(there)[0]], candidates[there]


def features_of_pairs(
    anaphors: NDArray[np.float32],
    antecedents: NDArray[np.float32],
    traits: Traits,
    apart: NDArray[np.float32],
    at: NDArray[np.int64],
    to: NDArray[np.int64],
    more: int = 0,
) -> NDArray[np.float32]:
    """What the ranker sees of pairs of mentions: FEATURES × pairs.

    Args:
        anaphors: the mentions' vectors as later ones of a pair.
        antecedents: theirs as earlier ones.
        traits: theirs.
        apart: as for `pair_features`.
        at: the later mention of each pair.
        to: the earlier one; of any shape that goes with that of `at` (a column of mentions, a row of candidates each).
        more: so many features more are left to be filled in, after the others.
    """
    distance = at - to
    classes = apart_class(np.arange(int(distance.max(initial=0)) + 1)).astype(np.int8)[distance]
    p, q = traits.pronoun[at], traits.pronoun[to]
    mine, theirs = p == 0, q == 0
    noun = mine & theirs
    shared = _shared(traits.terms, at, to)
    least = np.minimum(traits.count[at], traits.count[to]).astype(np.float32)
    common = noun & (shared > 0)
    other = traits.type[to]
    person = other == _PERSON
    first, end, since, until = traits.first[at], traits.end[at], traits.first[to], traits.end[to]
    nested = (since <= first) & (end <= until)
    holds = (first <= since) & (until <= end)
    away = traits.paragraph[at] - traits.paragraph[to]
    names, named, he, it = traits.name[at], traits.name[to], (p == _HE) | (p == _SHE), p == _IT
    columns = (
        _closeness(anaphors, antecedents, at, to) + apart[classes],
        noun & (traits.text[at] == traits.text[to]),
        noun & (traits.head[at] == traits.head[to]),
        np.where(noun, shared / least, np.float32(0)),
        noun ^ common,
        ~mine & (p == q),
        ~(mine | theirs) & (p != q),
        theirs & ~mine,
        mine & ~theirs,
        traits.type[at] == other,
        nested,
        holds & ~nested,
        away == 0,
        log1p(np.maximum(away, 0)),
        log1p(np.maximum(first - since, 0)) / 4,
        traits.definite[at],
        traits.indefinite[at],
        names,
        named,
        traits.indefinite[to],
        names & named & (shared > 0),
        he & person,
        he & ~person,
        it & person,
        (p == _WE) | (p == _THEY),
        he,
        it,
        (p == _FIRST_PERSON) & (q == _FIRST_PERSON),
        *(classes == k for k in range(APART)),
    )
    # A feature of all pairs lies together in memory, as it is made.
    out = np.empty((FEATURES + more, *distance.shape), np.float32)
    for row, column in zip(out, columns, strict=False):
        row[:] = column
    return out


_LOGS = np.log1p(np.arange(1 << 11))


def log1p(numbers: NDArray[np.int64]) -> NDArray[np.float64]:
    """log(1 + n) of whole numbers, most of them small."""
    out = np.asarray(_LOGS[np.minimum(numbers, len(_LOGS) - 1)])
    large = numbers >= len(_LOGS)
    if large.any():
        out[large] = np.log1p(numbers[large])
    return out


def _shared(terms: NDArray[np.int32], at: NDArray[np.int64], to: NDArray[np.int64]) -> NDArray[np.int8]:
    """How many content words the mentions of each pair share."""
    given = terms.T[: int((terms > 0).any(axis=0).sum())]
    theirs = [column[to] for column in given]
    out = np.zeros(np.broadcast_shapes(at.shape, to.shape), np.int8)
    for column in given:
        mine = column[at]
        # No mention has a word of the number -1.
        mine[mine == 0] = -1
        found = np.zeros(out.shape, np.bool_)
        for other in theirs:
            found |= mine == other
        out += found
    return out


def _closeness(
    anaphors: NDArray[np.float32],
    antecedents: NDArray[np.float32],
    at: NDArray[np.int64],
    to: NDArray[np.int64],
) -> NDArray[np.float32]:
    """How well the vectors of each pair go together: their products over the root of their size."""
    rows, columns = (np.flatnonzero(np.bincount(some.ravel(), minlength=len(anaphors))) for some in (at, to))
    row, column = np.empty(len(anaphors), np.int64), np.empty(len(anaphors), np.int64)
    row[rows], column[columns] = np.arange(len(rows)), np.arange(len(columns))
    products = product(anaphors[rows], antecedents[columns].T) / np.float32(anaphors.shape[1] ** 0.5)
    return np.asarray(products.ravel()[row[at] * len(columns) + column[to]])


def entities_of(mentions: Sequence[Mentioned], apart: NDArray[np.float32], ranker: Ranker) -> list[int]:
    """The entity of each mention, by number; entities are numbered as they first come up.

    Args:
        mentions: a document's, in the order of the text (by first word, the longer first).
        apart: as for `pair_features`.
        ranker: the network.
    """
    if not mentions:
        return []
    traits, vectors = traits_of(mentions), vectors_of(mentions)
    out: list[int] = []
    entities = 0
    for start in range(0, len(mentions), TOGETHER):
        rows = slice(start, start + TOGETHER)
        candidates = traits.candidates[rows]
        scores = np.full(candidates.shape, -1e9, np.float32)
        scores[candidates >= 0] = ranker(features_of_pairs(*vectors, traits, apart, *pairs_of(traits, rows)).T)
        best = scores.argmax(axis=1)
        for row, column in enumerate(best.tolist()):
            if scores[row, column] > 0:
                out.append(out[int(candidates[row, column])])
            else:
                out.append(entities)
                entities += 1
    return out


def gelu(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The encoder's activation, by the tanh form (within .0005 of the exact one)."""
    inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * values**3)
    return np.asarray(0.5 * values * (1 + np.tanh(inner)), np.float32)


def mention_vectors(
    output: NDArray[np.float32], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Mentions' vectors, a row each, out of a window's output `anaphors` or `antecedents`.

    `firsts` and `lasts` are their words.
    """
    half = output.shape[1] // 2
    return gelu(output[firsts, :half] + output[lasts, half:])


def placed(
    text: str,
    words: Words,
    window: Window,
    mentions: Sequence[Mention],
    anaphors: NDArray[np.float32],
    antecedents: NDArray[np.float32],
) -> list[Mentioned]:
    """The mentions of one window that it answers for, placed in the document.

    Args:
        text: the document's.
        words: the document's.
        window: the words that were read.
        mentions: those found, as words of the window.
        anaphors: the network's output of that name for the window.
        antecedents: likewise.
    """
    mine = [m for m in mentions if window.first + m.end > window.owned]
    firsts, lasts = (np.array(at, np.int64) for at in ([m.first for m in mine], [m.end - 1 for m in mine]))
    vectors = (mention_vectors(output, firsts, lasts) for output in (anaphors, antecedents))
    out = []
    for m, anaphor, antecedent in zip(mine, *vectors, strict=True):
        first, end = window.first + m.first, window.first + m.end
        forms = tuple(text[a:b] for a, b in words.spans[first:end])
        out.append(Mentioned(forms, first, end, words.paragraphs[first], m.type, anaphor, antecedent))
    return out
