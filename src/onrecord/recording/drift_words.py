"""A passage as the rules for drift see it: its words in base form, and stretches of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Clauses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage

EMPTY = lexicon(
    """the a an of for and or in on at to by with from that this these those it its his her their he she they be is are
    was were been being has have had as if would should will but not who which also said says say after before over
    into while amid including"""
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage: offsets in the document, base form, whether it carries content."""

    start: int
    end: int
    low: str
    base: str
    tag: str


class Text:
    """A passage as the rules see it."""

    def __init__(self, passage: Passage, clauses: Clauses) -> None:
        self.passage = passage
        self.clauses = clauses
        s = clauses.sentence
        self.words = [
            Word(a, b, w, base_of(w, t), t)
            for a, b, w, t in zip(s.starts, s.ends, s.lower, clauses.tags, strict=True)
            if w[0].isalnum()
        ]
        self.content = {w.base for w in self.words if w.low not in EMPTY}
        self.names = {w.base for w in self.words if w.tag.startswith("NNP")}


def base_of(word: str, tag: str) -> str:
    """The base form of a lower-case word with its tag."""
    plain = word.replace("’", "'")
    if tag.startswith("V"):
        return lemma(plain)
    return plain[:-1] if tag in ("NNS", "NNPS") and plain.endswith("s") and len(plain) > 3 else plain


Stretch = tuple[Text, int, int]
"""A passage and the offsets of some of its words."""

Found = tuple[str, Stretch, Stretch, tuple[str, ...]]
"""A difference: what it is for a reader, the summary's words, the body's words, what it touches."""


def neighbours(text: Text, at: int, reach: int) -> set[str]:
    """The content words around a word."""
    return {w.base for w in text.words[max(0, at - reach) : at + reach + 1] if w.low not in EMPTY} - {
        text.words[at].base
    }


def window(text: Text, at: int, before: int = 3, after: int = 0) -> Stretch:
    """Some words before and after a word, with it."""
    first, last = max(0, at - before), min(len(text.words) - 1, at + after)
    return text, text.words[first].start, text.words[last].end
