"""What is compared of a document's mentions when they are joined to entities, each by itself (see `entities`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_mentions import MENTION_TYPES
from onrecord.annotation.encoder.traits import Mentioned, Traits, traits_of, vectors_of, wordings_of

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

TYPES, KINDS_OF_PRONOUNS = len(MENTION_TYPES), 10
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
OWN = 17 + TYPES
"""Features of a mention by itself."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A document's mentions with what is compared, a row each, in the order of the text.

    `kind`: 0 for pronouns, 1 for names, 2 for others; `number`: 1 for several, -1 for one, 0 if unknown; `gender`: 1
    for male, -1 for female; `leading`: the first of its sentence; `led`: whether a preposition stands before it;
    `score`: the logit of being a mention; `own`: features; `wording`: a number by which `rest` has its content words
    beside the head and `figures` its numbers.
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
    wording: Ints
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
    wordings, count = wordings_of(mentions), len(mentions)
    traits, which = traits_of(mentions, wordings), wordings.which
    ends = np.cumsum([word in _ENDING for word in words])
    before = traits.first - 1
    sentence = np.where(before < 0, 0, ends[before]) if count else before
    kind = np.where(traits.pronoun > 0, 0, np.where(traits.name, 1, 2)).astype(np.int64)
    previous = ["" if i < 0 else words[i].lower() for i in before.tolist()]
    led = np.array([word in _PREPOSITIONS for word in previous], np.bool_)
    begins = np.array([not word or word in _OPENING for word in previous], np.bool_)
    leading, done = np.zeros(count, np.bool_), -1
    for i, (number, under) in enumerate(zip(sentence.tolist(), led.tolist(), strict=True)):
        if number > done and not under:
            leading[i], done = True, number
    # One of the mentions of each wording stands for all of them.
    one = np.zeros(len(wordings.low), np.int64)
    one[which] = np.arange(count)
    pronouns, kinds = traits.pronoun[one].tolist(), kind[one].tolist()
    how_many = np.array(list(map(_number, wordings.low, wordings.heads, pronouns, kinds)), np.int64)[which]
    gender = np.array(list(map(_gender, wordings.low, wordings.heads, pronouns)), np.int64)[which]
    score = np.array(scores, np.float32)
    columns = (
        score / 4, np.log1p(traits.end - traits.first), led, begins, leading, how_many > 0, kind == 1, kind == 2,
        *(traits.pronoun == k for k in range(1, KINDS_OF_PRONOUNS)), *(traits.type == k for k in range(TYPES)),
    )  # fmt: skip
    own = np.empty((count, OWN), np.float32)
    for k, column in enumerate(columns):
        own[:, k] = column
    rest = tuple(
        frozenset([w for w in content if w != head and w not in _EMPTY])
        for content, head in zip(wordings.contents, wordings.heads, strict=True)
    )
    figures = tuple(frozenset([w for w in content if w[0].isdigit()]) for content in wordings.contents)
    return Seen(
        traits, vectors_of(mentions), kind, sentence, how_many, gender, leading, led, score, which, rest, figures, own
    )


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
