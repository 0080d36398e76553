"""The body that a headline or key point stands for: the sentences nearest to it, and those that tell of a thing."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.drift_words import Text
from onrecord.recording.gist import gist_of
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents

_MOST = 12
"""How many sentences are looked at to see whether the body says it elsewhere; those that share the rarest words."""


class Body:
    """The passages of one document's body by their words."""

    def __init__(self, passages: Sequence[Passage], referents: Referents) -> None:
        self._passages = passages
        self._referents = referents
        self._by_word: dict[str, list[int]] = {}
        self._texts: dict[int, Text] = {}
        for n, passage in enumerate(passages):
            for word in sorted(gist_of(passage.text)):
                self._by_word.setdefault(word, []).append(n)
        self.words: frozenset[str] = frozenset().union(*(p.words for p in passages))
        """All words of the body in lower case."""

    def text(self, n: int) -> Text:
        """One passage as the rules see it."""
        if n not in self._texts:
            self._texts[n] = Text(self._passages[n], self._referents.clauses(self._passages[n]))
        return self._texts[n]

    def nearest(self, head: Passage, most: int = 6) -> list[Text]:
        """The passages that share the most telling words with one, best first."""
        scores: dict[int, float] = {}
        for word in sorted(gist_of(head.text)):
            at = self._by_word.get(word, [])
            for n in at:
                scores[n] = scores.get(n, 0.0) + 1.0 / len(at)
        ranked = sorted(
            scores, key=lambda n: (-scores[n] / (1 + abs(len(self._passages[n].text) - len(head.text)) / 300), n)
        )
        return [self.text(n) for n in ranked[:most]]

    def telling_of(self, word: str) -> list[Text]:
        """The passages that have a word in one of its forms, in reading order."""
        gist = gist_of(word)
        return [self.text(n) for g in sorted(gist) for n in self._by_word.get(g, [])[:_MOST]]

    def after(self, text: Text) -> Text | None:
        """The passage that follows one."""
        at = next((n for n, p in enumerate(self._passages) if p is text.passage), len(self._passages))
        return self.text(at + 1) if at + 1 < len(self._passages) else None

    def has_number(self, value: float) -> bool:
        """Whether any sentence of the body names a number."""
        return any(n.value == value for k in range(len(self._passages)) for n in self.text(k).numbers)
