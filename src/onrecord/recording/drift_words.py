"""A passage as the rules for drift see it: its words in base form, and stretches of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a passage, in figures or words: its words `first` to `last` (included) of those of its text."""

    first: int
    last: int
    value: float


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
        self.stems = {stem(w.base) for w in self.words if w.low not in EMPTY}

    @functools.cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers that the passage names, in order."""
        return tuple(_numbers(self.words))


def stem(base: str) -> str:
    """What the forms and derivations of a word begin with (`repay`, `repayment`)."""
    return base[:5]


_UNITS = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
) | {w: 10 * (n + 2) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}


def _numbers(words: Sequence[Word]) -> list[Number]:
    """Runs such as `14.2`, `three million`, `two hundred thousand`, `twenty-five`, with their values."""
    out: list[Number] = []
    i = 0
    while i < len(words):
        value = _value(words[i].low)
        if value is None and words[i].low == "hundred":
            value, last = 100.0, i
        elif value is None:
            i += 1
            continue
        else:
            last = i
        while last + 1 < len(words) and words[last + 1].low in _SCALES:
            last += 1
            value *= _SCALES[words[last].low]
        out.append(Number(i, last, value))
        i = last + 1
    return out


def _value(word: str) -> float | None:
    if word in _UNITS:
        return float(_UNITS[word])
    tens, _, ones = word.partition("-")
    if ones and tens in _UNITS and ones in _UNITS:
        return float(_UNITS[tens] + _UNITS[ones])
    figures = word.replace(",", "")
    if not figures[0].isdigit():
        return None
    for ending, scale in (("bn", 1e9), ("m", 1e6), ("", 1.0)):
        bare = figures.removesuffix(ending)
        if figures.endswith(ending) and bare.replace(".", "", 1).isdecimal() and bare.isascii() and len(bare) < 16:
            return float(bare) * scale
    return None


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


def sentence_of(text: Text) -> Stretch:
    """The whole passage."""
    return text, text.passage.start, text.passage.end
