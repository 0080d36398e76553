"""What the rules for statements pass to one another."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.syntax import Sentence
from onrecord.types import Span, Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement before its source is known as a party. `sentence` is the number of its cue's sentence."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    sentence: int
    confidence: float
    rule: str
    holder: Span | None = None
    """The words that name the source, where `source` is a relative pronoun."""
    told_by: Span | None = None
    """The cue of the statement that passes this one on, where it stands beside its content: `X said, citing Y`."""


class Page:
    """A document's sentences and quotations, with look-ups from one to the other."""

    def __init__(self, text: str, sentences: Sequence[Sentence], quotations: Sequence[tuple[Span, bool]]) -> None:
        self.text = text
        self.sentences = sentences
        self.quotations = [span for span, _ in quotations]
        self._starts = [s for s, _ in self.quotations]
        self._sentence_starts = [s.start for s in sentences]

    def number_at(self, position: int) -> int:
        """The number of the sentence that a position lies in, or that ends before it."""
        return max(0, bisect.bisect_right(self._sentence_starts, position) - 1)

    def quotation_at(self, position: int) -> Span | None:
        """The quotation that a position lies in, its marks included."""
        i = bisect.bisect_right(self._starts, position) - 1
        if i >= 0 and self.quotations[i][0] <= position < self.quotations[i][1]:
            return self.quotations[i]
        return None

    def quotation_ending(self, position: int) -> Span | None:
        """The quotation whose closing mark ends at `position`."""
        i = bisect.bisect_left(self._starts, position) - 1
        if i >= 0 and self.quotations[i][1] == position:
            return self.quotations[i]
        return None

    def quotation_from(self, position: int) -> Span | None:
        """The first quotation that opens at or after `position`."""
        i = bisect.bisect_left(self._starts, position)
        return self.quotations[i] if i < len(self.quotations) else None

    def wholly_quoted(self, number: int) -> Span | None:
        """The quotation that all of a sentence lies in, if the sentence also begins it or is within it."""
        sentence = self.sentences[number]
        quotation = self.quotation_at(sentence.start)
        if quotation is not None and quotation[0] <= sentence.start and sentence.end <= quotation[1]:
            return quotation
        return None

    def continuation(self, number: int, after: int) -> tuple[Span, ...]:
        """The quotations that follow a statement without a word of the narrator in between.

        Args:
            number: the number of the sentence that the statement ends in.
            after: where it ends.
        """
        found: list[Span] = []
        k = number + 1
        while k < len(self.sentences) and self.sentences[k].kind == self.sentences[number].kind:
            quotation = self.wholly_quoted(k)
            if quotation is None or "\n" in self.text[self.sentences[k - 1].end : self.sentences[k].start]:
                break
            if quotation[0] >= after and quotation not in found:
                found.append(quotation)
            k += 1
        return tuple(found)
