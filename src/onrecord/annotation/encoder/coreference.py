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

from onrecord.annotation.encoder.decoding_mentions import Mention
from onrecord.annotation.encoder.pairs import FEATURES, features_of_pairs, pairs_of
from onrecord.annotation.encoder.products import product
from onrecord.annotation.encoder.traits import Mentioned, Traits, traits_of, vectors_of
from onrecord.annotation.encoder.words import Window, Words

TOGETHER = 128
"""So many mentions are judged at once."""


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
    there = traits.candidates() >= 0
    out = np.zeros((*there.shape, FEATURES), np.float32)
    out[there] = features_of_pairs(*vectors_of(mentions), traits, apart, *pairs_of(traits)).T
    return out


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
    everyone = traits.candidates()
    out: list[int] = []
    entities = 0
    for start in range(0, len(mentions), TOGETHER):
        rows = slice(start, start + TOGETHER)
        candidates = everyone[rows]
        there = candidates >= 0
        at = np.arange(len(everyone))[rows][there.nonzero()[0]]
        scores = np.full(candidates.shape, -1e9, np.float32)
        scores[there] = ranker(features_of_pairs(*vectors, traits, apart, at, candidates[there]).T)
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
    inner = values * values
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= values
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= values
    inner *= np.float32(0.5)
    return inner


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
