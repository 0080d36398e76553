"""What a document's mentions show by themselves: their words, heads, pronouns, types and places, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
_TYPE = {name: number for number, name in enumerate(MENTION_TYPES)}
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
class Wordings:
    """The different wordings of a document's mentions, most of which come more than once.

    `which`: that of each mention, by number. `forms`, `low`: the words of each, as they stand and in lower case;
    `heads`: its head word; `contents`: its words that are no mere marks.
    """

    which: NDArray[np.int64]
    forms: tuple[tuple[str, ...], ...]
    low: tuple[list[str], ...]
    heads: tuple[str, ...]
    contents: tuple[list[str], ...]


def wordings_of(mentions: Sequence[Mentioned]) -> Wordings:
    """The wordings of a document's mentions."""
    numbers: dict[tuple[str, ...], int] = {}
    which = [numbers.setdefault(m.words, len(numbers)) for m in mentions]
    low = [[w.lower() for w in words] for words in numbers]
    contents = [[w for w in words if w[0].isalnum()] for words in low]
    return Wordings(np.array(which, np.int64), tuple(numbers), tuple(low), tuple(map(head_of, low)), tuple(contents))


@dataclass(frozen=True, slots=True)
class Traits:
    """The mentions' properties as arrays, one row each.

    `terms` are numbers of content words, 0 where there are no more, `count` how many they are, 1 if there are none.
    `far`: the last mention with the same words and the last one with the same head that are no nearer candidates for
    antecedents (-1: none).
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
    far: NDArray[np.int64]

    def candidates(self) -> NDArray[np.int64]:
        """The candidates for antecedents of each, the nearest first, then the far ones (-1: none)."""
        back = np.arange(len(self.far))[:, None] - 1 - np.arange(NEAREST)
        return np.concatenate((np.maximum(back, -1), self.far), axis=1)


def traits_of(mentions: Sequence[Mentioned], wordings: Wordings | None = None) -> Traits:
    """The properties of a document's mentions, which stand in the order of the text; `wordings`: theirs, if known."""
    if wordings is None:
        wordings = wordings_of(mentions)
    which, low = wordings.which, wordings.low
    numbers: dict[str, int] = {}
    terms = np.zeros((len(low), TERMS), np.int32)
    for row, words in zip(terms, wordings.contents, strict=True):
        kept = list(dict.fromkeys([w for w in words if w not in _STOP]))[:TERMS]
        row[: len(kept)] = [numbers.setdefault(w, len(numbers) + 1) for w in kept]
    text = _numbered(map(bare, low))[which]
    head = _numbered(wordings.heads)[which]
    pronoun = np.array([PRONOUNS.get(words[0], 0) if len(words) == 1 else 0 for words in low], np.int8)[which]
    name = [
        form[-1][0].isupper() and words[-1] not in PRONOUNS for form, words in zip(wordings.forms, low, strict=True)
    ]
    placed = np.array([(m.first, m.end, m.paragraph, _TYPE[m.type]) for m in mentions], np.int64).reshape(-1, 4)
    far = np.stack([_last_before(text), _last_before(head)], axis=1)
    far[(pronoun > 0)[:, None] | (far >= np.arange(len(far))[:, None] - NEAREST)] = -1
    return Traits(
        text, head, terms[which], np.maximum((terms > 0).sum(axis=1), 1).astype(np.int8)[which], pronoun,
        placed[:, 3].astype(np.int8), np.array(name, np.bool_)[which],
        np.array([words[0] in _DEFINITE for words in low], np.bool_)[which],
        np.array([words[0] in _INDEFINITE for words in low], np.bool_)[which],
        placed[:, 0], placed[:, 1], placed[:, 2], far,
    )  # fmt: skip


def _numbered(words: Iterable[str]) -> NDArray[np.int32]:
    """A number for each word, the same for the same."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], np.int32)


def _last_before(numbers: NDArray[np.int32]) -> NDArray[np.int64]:
    """For each place the last one before it with the same number, -1 where there is none."""
    order, out = np.argsort(numbers, kind="stable"), np.full(len(numbers), -1, np.int64)
    same = np.flatnonzero(numbers[order[1:]] == numbers[order[:-1]])
    out[order[same + 1]] = order[same]
    return out


def vectors_of(mentions: Sequence[Mentioned]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The mentions' vectors as later ones of a pair and as earlier ones, a row each."""
    if not mentions:
        return np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32)
    count = len(mentions)
    return (
        np.concatenate([m.anaphor for m in mentions]).reshape(count, -1),
        np.concatenate([m.antecedent for m in mentions]).reshape(count, -1),
    )
