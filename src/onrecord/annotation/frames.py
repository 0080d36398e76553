"""Predicates with their arguments as the trained network reads them, laid upon the words of a sentence."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotation.phrases import NOUNS
from onrecord.annotation.syntax import Sentence

if TYPE_CHECKING:
    from onrecord.annotation.encoder.heads import Predicate

Words = tuple[int, int]
"""The first word and the end (excluded) of a stretch of a sentence."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate, word `head` of its sentence, and its arguments in the text's order: PropBank's label, words.

    `reality` is the network's figure for it: from -3 (certainly not so) to 3 (certainly so).
    """

    head: int
    arguments: tuple[tuple[str, Words], ...]
    reality: float | None = None

    def of(self, label: str) -> Words | None:
        """The first argument with that label."""
        return next((words for name, words in self.arguments if name == label), None)


Frames = Mapping[int, Frame]
"""The frames of one sentence by their heads, in the order of the text."""


def by_sentence(
    sentences: Sequence[Sentence], predicates: Iterable[Predicate], reality: Iterable[float | None]
) -> list[Frames]:
    """The frames of each sentence.

    Args:
        sentences: the document's, in order.
        predicates: what the network found in the document, with offsets in its text.
        reality: its figure for each of them.
    """
    starts = [sentence.start for sentence in sentences]
    found: list[dict[int, Frame]] = [{} for _ in sentences]
    for predicate, figure in zip(predicates, reality, strict=True):
        number = bisect.bisect_right(starts, predicate.span[0]) - 1
        if number < 0 or predicate.span[0] >= sentences[number].end:
            continue
        sentence = sentences[number]
        head = _words(sentence, *predicate.span)
        arguments = [(a.label, _words(sentence, *a.span)) for a in predicate.arguments]
        if head is not None:
            placed = tuple((label, words) for label, words in arguments if words is not None)
            found[number].setdefault(head[0], Frame(head[0], placed, figure))
    return [dict(sorted(frames.items())) for frames in found]


def _is_active(sentence: Sentence, frame: Frame, who: Words) -> bool:
    """Whether a participle behind a comma is the verb of whoever does it: `the chief, Ada Lund, [sold] her stock`."""
    k = frame.head
    acted_on = any(label == "ARG1" and words[0] == k + 1 for label, words in frame.arguments)
    return acted_on and k > 0 and sentence.tags[k - 1] in (",", "CC", "RB") and who[1] <= k and (
        sentence.lower[who[0]] != "by"
    )


_PARTICLES = frozenset("down over up out off back".split())
_OBJECT_OPENERS = frozenset({"DT", "PRP$", "PRP", "CD", "NN", "NNS", "NNP", "NNPS", "JJ", "RP"})


def as_seen(sentence: Sentence, frames: Frames) -> Sentence:
    """The sentence with those nouns for verbs that can only be verbs, by what the network sees: `Peru [trains] pilots`.

    Whoever does it ends right before the word, to whom or what it is done begins right behind it.
    """
    tags: dict[int, str] = {}
    for head, frame in frames.items():
        who = frame.of("ARG0")
        if who is not None and sentence.tags[head] == "VBN" and _is_active(sentence, frame, who):
            tags[head] = "VBD"
        if who is None or sentence.tags[head][:2] != "NN" or who[1] != head or head + 1 >= len(sentence):
            continue
        if sentence.tags[head - 1] not in NOUNS and sentence.lower[head - 1] != "military":
            continue
        after = sentence.lower[head + 1]
        acted_on = any(label != "ARG0" and words[0] in (head + 1, head + 2) for label, words in frame.arguments)
        if after in _PARTICLES or (acted_on and sentence.tags[head + 1] in _OBJECT_OPENERS):
            tags[head] = "VBZ" if sentence.lower[head].endswith("s") else "VBP"
    return sentence.retagged(tags) if tags else sentence


def _words(sentence: Sentence, start: int, end: int) -> Words | None:
    """The words of a sentence that share a character with a stretch of text."""
    first = bisect.bisect_right(sentence.ends, start)
    last = bisect.bisect_left(sentence.starts, end)
    return (first, last) if first < last else None
