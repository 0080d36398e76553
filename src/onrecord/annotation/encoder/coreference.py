"""Which mentions of a document stand for the same entity: for each mention the earlier one that speaks most for it.

A small network judges a pair by the encoder's own figure for it (how well the later mention's vector goes with the
earlier one's) and by what the encoder cannot see: words that both share, pronouns, distance. The best antecedent wins
if its figure is above 0 (mention ranking, Wiseman et al. 2015); the links' closure gives the entities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES, Mention
from onrecord.annotation.encoder.words import Window, Words

NEAREST = 80
"""So many mentions before one are looked at, and the last one before it with the same words or the same head."""
APART = 10
"""Classes of how many mentions stand between two."""
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
        """A figure for each pair; above 0 they are the same rather than not."""
        hidden = np.maximum(features @ self.inner.T + self.inner_bias, 0)
        return np.asarray(hidden @ self.outer + np.float32(self.bias))


def head_of(words: Sequence[str]) -> str:
    """The head word of a mention: the last one before a preposition, a relative or a comma; in lower case."""
    low = [w.lower() for w in words]
    for i, word in enumerate(low):
        if i and word in _AFTER_HEAD:
            return low[i - 1]
    while len(low) > 1 and low[-1] in ("s", "'", "’", '"', "”"):
        low = low[:-1]
    return low[-1]


@dataclass(frozen=True, slots=True)
class Traits:
    """The mentions' properties as arrays, one row each, and the candidates for antecedents (-1: none)."""

    text: NDArray[np.int64]
    head: NDArray[np.int64]
    terms: NDArray[np.int64]
    pronoun: NDArray[np.int64]
    type: NDArray[np.int64]
    name: NDArray[np.bool_]
    definite: NDArray[np.bool_]
    indefinite: NDArray[np.bool_]
    first: NDArray[np.int64]
    end: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    candidates: NDArray[np.int64]


def traits_of(mentions: Sequence[Mentioned]) -> Traits:
    """The properties of a document's mentions, which stand in the order of the text."""
    numbers: dict[str, int] = {}

    def number(word: str) -> int:
        return numbers.setdefault(word, len(numbers) + 1)

    count = len(mentions)
    low = [[w.lower() for w in m.words] for m in mentions]
    terms = np.zeros((count, TERMS), np.int64)
    for i, words in enumerate(low):
        kept = list(dict.fromkeys(number(w) for w in words if w not in _STOP and w[0].isalnum()))[:TERMS]
        terms[i, : len(kept)] = kept
    text = np.array([number(" ".join(w for w in words if w not in ("the", "a", "an"))) for words in low], np.int64)
    head = np.array([number(head_of(m.words)) for m in mentions], np.int64)
    pronoun = np.array([PRONOUNS.get(words[0], 0) if len(words) == 1 else 0 for words in low], np.int64)
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
        text, head, terms, pronoun,
        np.array([MENTION_TYPES.index(m.type) for m in mentions], np.int64),
        np.array([m.words[-1][0].isupper() and not PRONOUNS.get(m.words[-1].lower()) for m in mentions], np.bool_),
        np.array([words[0] in _DEFINITE for words in low], np.bool_),
        np.array([words[0] in ("a", "an", "some", "any", "no") for words in low], np.bool_),
        np.array([m.first for m in mentions], np.int64), np.array([m.end for m in mentions], np.int64),
        np.array([m.paragraph for m in mentions], np.int64), candidates,
    )  # fmt: skip


def apart_class(count: NDArray[np.int64]) -> NDArray[np.int64]:
    """The class of how many mentions one stands after another: 0 to 4 each its own, then log-spaced."""
    far = 2 + np.log2(np.maximum(count, 4)).astype(np.int64)
    return np.asarray(np.minimum(np.where(count < 4, count, far), APART - 1), np.int64)


def pair_features(
    mentions: Sequence[Mentioned], traits: Traits, apart: NDArray[np.float32], rows: slice = slice(None)
) -> NDArray[np.float32]:
    """What the ranker sees of each mention and each of its candidates: mentions × candidates × FEATURES.

    Args:
        mentions: the document's.
        traits: theirs.
        apart: the encoder's figure for each class of `apart_class`.
        rows: which mentions; the candidates may be any.
    """
    at = np.arange(len(mentions))[rows, None]
    to = np.maximum(traits.candidates[rows], 0)
    anaphors = np.array([m.anaphor for m in mentions], np.float32)[rows]
    antecedents = np.array([m.antecedent for m in mentions], np.float32)
    size = anaphors.shape[-1]
    classes = apart_class(at - to)
    net = np.einsum("is,iks->ik", anaphors, antecedents[to]) / np.float32(size**0.5) + apart[classes]
    p, q = traits.pronoun[rows, None], traits.pronoun[to]
    noun = (p == 0) & (q == 0)
    mine, theirs = traits.terms[rows][:, None, :, None], traits.terms[to][:, :, None, :]
    shared = ((mine == theirs) & (mine > 0)).any(axis=-1).sum(axis=-1)
    counts = (traits.terms > 0).sum(axis=1)
    least = np.maximum(1, np.minimum(counts[rows, None], counts[to]))
    kind, other = traits.type[rows, None], traits.type[to]
    first, end = traits.first[rows, None], traits.end[rows, None]
    nested = (traits.first[to] <= first) & (end <= traits.end[to])
    holds = (first <= traits.first[to]) & (traits.end[to] <= end)
    away = traits.paragraph[rows, None] - traits.paragraph[to]
    flat = np.ones(to.shape, np.bool_)
    columns = [
        net,
        noun & (traits.text[rows, None] == traits.text[to]),
        noun & (traits.head[rows, None] == traits.head[to]),
        np.where(noun, shared / least, 0),
        noun & (shared == 0),
        (p > 0) & (p == q),
        (p > 0) & (q > 0) & (p != q),
        (p > 0) & (q == 0),
        (p == 0) & (q > 0),
        kind == other,
        nested,
        holds & ~nested,
        away == 0,
        np.log1p(np.maximum(away, 0)),
        np.log1p(np.maximum(first - traits.first[to], 0)) / 4,
        traits.definite[rows, None] & flat,
        traits.indefinite[rows, None] & flat,
        traits.name[rows, None] & flat,
        traits.name[to],
        traits.indefinite[to],
        traits.name[rows, None] & traits.name[to] & (shared > 0),
        np.isin(p, (_HE, _SHE)) & (other == _PERSON),
        np.isin(p, (_HE, _SHE)) & (other != _PERSON),
        (p == _IT) & (other == _PERSON),
        np.isin(p, (_WE, _THEY)) & flat,
        np.isin(p, (_HE, _SHE)) & flat,
        (p == _IT) & flat,
        (p == _FIRST_PERSON) & (q == _FIRST_PERSON),
        *((classes == k) for k in range(APART)),
    ]
    return np.stack([np.asarray(c, np.float32) for c in columns], axis=-1)


def entities_of(mentions: Sequence[Mentioned], apart: NDArray[np.float32], ranker: Ranker) -> list[int]:
    """The entity of each mention, by number; entities are numbered as they first come up.

    Args:
        mentions: a document's, in the order of the text (by first word, the longer first).
        apart: as for `pair_features`.
        ranker: the network.
    """
    if not mentions:
        return []
    traits = traits_of(mentions)
    out: list[int] = []
    entities = 0
    for start in range(0, len(mentions), 256):
        rows = slice(start, start + 256)
        candidates = traits.candidates[rows]
        scores = np.where(candidates >= 0, ranker(pair_features(mentions, traits, apart, rows)), np.float32(-1e9))
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
