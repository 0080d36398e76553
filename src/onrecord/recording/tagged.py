"""The words of a sentence with their tags, and nothing else."""

from __future__ import annotations

from onrecord.annotation.tagging import tag_words
from onrecord.annotation.tokens import TOKEN
from onrecord.types import Span

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "him", "them"})
"""Words that are pronouns whatever stands before them."""


class Tagged:
    """One sentence's words: parallel lists of texts, lower-cased texts, offsets in the document and tags."""

    __slots__ = ("ends", "lower", "starts", "tags", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.words: list[str] = TOKEN.findall(text, start, end)
        self.starts: list[int] = []
        self.ends: list[int] = []
        for word in self.words:
            # Only blanks stand between two words.
            start = text.index(word, start)
            self.starts.append(start)
            start += len(word)
            self.ends.append(start)
        self.lower = [w.lower() for w in self.words]
        long = [w for w in self.words if len(w) > 3 and w[0].isalpha()]
        capitals = sum(w[0].isupper() for w in long)
        # In a headline in title case capitals tell nothing.
        self.tags = tag_words(self.words, len(long) > 3 and capitals > 0.75 * len(long))
        if not _PRONOUNS.isdisjoint(self.words):
            self.tags = ["PRP" if w in _PRONOUNS else t for w, t in zip(self.words, self.tags, strict=True)]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The offsets of words `first` to `last`, the last one excluded."""
        return self.starts[first], self.ends[last - 1]
