"""What a document's mentions show by themselves: their words, heads, pronouns, types and places, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES

NEAREST = 80
"""So many mentions before one are looked at, and the last one before it with the same words or the same head."""
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
_AFTER_HEAD = frozenset("of in on at for from with to by who which that whose where when , ( [ – —".split())
_CLOSING = frozenset(("s", "'", "’", '"', "”"))
_POINTERS = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_INDEFINITE = frozenset(("a", "an", "some", "any", "no"))
_STOP = frozenset("the a an this that these those his her its their our my your of in and 's s ' ’".split())
_DEFINITE = frozenset("the this that these those his her its their our my your".split())


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


def vectors_of(mentions: Sequence[Mentioned]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mentions' vectors as later ones of a pair and as earlier ones, a row each."""
    return np.array([m.anaphor for m in mentions]), np.array([m.antecedent for m in mentions])
