"""What is known of a predicate from how it was used elsewhere: which label an argument on its left or right that opens
with `to`, `for`, `that` … or with any other word tends to have.

PropBank numbers the roles of each predicate by itself: what is `ARG2` of `give` is none of `close`. A network of this
size learns little of single words, so counts of the training part are added to its figures, as the logarithm of how
much likelier a label is with this predicate than with any. On what an earlier run had held back, a weight of .3 to .5
brought the most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotation.encoder.decoding_pairs import NEAR, Pairs
from onrecord.annotation.tagging import lemma

OPENERS = (
    "to in on at for from with by about as into over after before against through under than like between among during "
    "without within off up out down around near toward towards because since until while when if that who which where "
    "what how why whose whom via per of"
).split()  # fmt: skip
"""The words that an argument is told apart by when it opens with one."""
ITSELF = "="
"""In place of an opening word: the argument opens with the predicate."""
BEFORE, AFTER = "<", ">"
_SELF = len(OPENERS) + 1
_NUMBER = {word: number for number, word in enumerate(OPENERS, 1)}
_USUAL = 3.0
"""So many arguments with the labels that any predicate has there are added to those of each."""
_NEVER_SEEN = 0.05
"""What each label counts at least among those of all predicates."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Used:
    """Words as they stand in the text, and the number of each one's kind as what opens an argument (0: any other)."""

    forms: Sequence[str]
    openers: Ints

    def part(self, first: int, end: int) -> Used:
        """Some of the words."""
        return Used(self.forms[first:end], self.openers[first:end])


def used_of(forms: Sequence[str]) -> Used:
    """What is looked up of words.

    Args:
        forms: the words as they stand in the text.
    """
    return Used(forms, np.array([_NUMBER.get(form.lower(), 0) for form in forms], np.int64))


@dataclass(frozen=True, slots=True)
class Usage:
    """The figures of labels by predicate.

    `stems`: the base forms that have counts, by their numbers from 1 on; `rows`: stems × 2 (before, after) × openers,
    the row of `figures`; `figures`: rows × tags (see `add`), the first row 0.
    """

    stems: Mapping[str, int]
    rows: Ints
    figures: Floats

    @classmethod
    def of(cls, tables: Mapping[str, Any], labels: Sequence[str]) -> Usage:
        """The figures out of a model's description.

        Args:
            tables: `weight`, by which they count; `all` and `each`: of all predicates and by base form, the counts of
                labels, by `<` or `>` with what opens the argument.
            labels: those of arguments, in the order of the network's tags.

        Raises:
            KeyError, TypeError, ValueError: something is missing or is none of this.
        """
        numbers = {label: number for number, label in enumerate(labels)}

        def counts(given: Mapping[str, int]) -> NDArray[np.float64]:
            out = np.zeros(len(labels))
            for label, count in given.items():
                out[numbers[label]] = count
            return out

        usual = {where: counts(given) + _NEVER_SEEN for where, given in tables["all"].items()}
        usual = {where: found / found.sum() for where, found in usual.items()}
        each: Mapping[str, Mapping[str, Mapping[str, int]]] = tables["each"]
        stems = {stem: number for number, stem in enumerate(each, 1)}
        rows = np.zeros((len(stems) + 1, 2, len(OPENERS) + 2), np.int64)
        figures = [np.zeros(len(labels))]
        for stem, places in each.items():
            for where, given in places.items():
                mine, share = counts(given), usual[where]
                rows[stems[stem], int(where[0] == AFTER), _opener(where[1:])] = len(figures)
                figures.append(np.log((mine + _USUAL * share) / (mine.sum() + _USUAL) / share))
        tags = np.zeros((len(figures), 1 + 2 * len(labels)), np.float32)
        tags[:, 1::2] = float(tables["weight"]) * np.array(figures)
        return cls(stems, rows, tags)

    def add(self, tags: Floats, at: Ints, pairs: Pairs, used: Used) -> None:
        """Add to the score of beginning an argument with each label.

        Args:
            tags: pairs × tags (none, then for each label that of a first word and that of others); changed in place.
            at: the words of the predicates.
            pairs: the predicates with the words near them.
            used: what is known of the words that `at` and `pairs` number.
        """
        stems = np.array([self.stems.get(lemma(used.forms[word]), 0) for word in at.tolist()], np.int64)
        places = self.rows.shape[1] * self.rows.shape[2]
        openers = used.openers[pairs.words]
        openers[pairs.classes == 0] = _SELF
        openers[pairs.classes >= NEAR] += self.rows.shape[2]
        openers += (stems * places)[pairs.pivots]
        tags += np.take(self.figures, self.rows.reshape(-1)[openers], axis=0)


def place_of(forms: Sequence[str], predicate: int, first: int) -> str:
    """Where an argument stands and what it opens with, as the counts' keys have it: `>to`, `<`, `<=`.

    Args:
        forms: the words of a sentence.
        predicate: the number of the predicate's word.
        first: that of the argument's first word.
    """
    if first == predicate:
        return BEFORE + ITSELF
    word = forms[first].lower()
    return (AFTER if first > predicate else BEFORE) + (word if word in _NUMBER else "")


def _opener(word: str) -> int:
    return _SELF if word == ITSELF else _NUMBER[word] if word else 0
