"""What a document is about, as weighted words: rare words weigh more, names most, standing words nothing.

The weight of a word is fixed (`data/weights.tsv`), so that what a document is about does not depend on the other
documents of an archive, nor on the order in which they came.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import resources

from onrecord.types import Annotated

Terms = Mapping[str, float]
"""Words in lower case with weights whose squares add up to 1; empty for a text without words."""

UNLISTED = 5.5
"""Weight of a word that is not listed: fewer than four in 1,000 documents have it."""
STANDING = 1.0
"""Words of a lower weight (more than every third document has them) say nothing."""
NAME = 1.5
"""Names tell stories of one kind apart, other words what kind it is."""
OTHER_LANGUAGE = 3.5
"""Weight of a word in a language without a list: between the common and the rare ones."""
SHORT = 3
"""Letters up to which a word in such a language is taken for a standing one."""
MOST = 200
"""Words of one document that are kept, the heaviest first."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@functools.cache
def _weights() -> Mapping[str, float]:
    found: dict[str, float] = {}
    for line in _lines("weights.tsv"):
        weight, words = line.split("\t")
        found |= dict.fromkeys(words.split(), float(weight))
    return found


@functools.cache
def _standing() -> Mapping[str, frozenset[str]]:
    """The standing words of other languages, by the language's code."""
    return {code: frozenset(words.split()) for code, words in (line.split("\t") for line in _lines("standing.tsv"))}


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def terms(annotated: Annotated) -> Terms:
    """What one document is about: the words of its title and body."""
    document = annotated.document
    text = document.text
    starts = {start for start, _ in annotated.annotations.sentences}
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for block in document.body():
        for m in _WORD.finditer(text, block.start, block.end):
            word = _plain(m.group())
            counts[word] += 1
            if text[m.start()].isupper() and m.start() not in starts:
                names.add(word)
    counts.update(_plain(word) for word in _WORD.findall(document.title or ""))
    language = (document.language or "en")[:2]
    weighed = {}
    for word, count in counts.items():
        weight = _weight(word, language, name=word in names)
        if weight:
            weighed[word] = weight * (1 + math.log(count))
    return unit(weighed)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _weight(word: str, language: str, *, name: bool) -> float:
    if language == "en":
        weight = _weights().get(word, UNLISTED)
        if weight < STANDING:
            return 0.0
    elif word in _standing().get(language, ()) or (len(word) <= SHORT and not name and not word.isdigit()):
        return 0.0
    else:
        weight = UNLISTED if name or word.isdigit() else OTHER_LANGUAGE
    return weight * NAME if name else weight


def unit(weighed: Mapping[str, float], most: int = MOST) -> Terms:
    """The heaviest of these words, with weights scaled so that their squares add up to 1."""
    kept = heaviest(weighed, most)
    length = math.sqrt(sum(weighed[word] ** 2 for word in kept))
    return {word: weighed[word] / length for word in kept}


def heaviest(weighed: Terms, most: int) -> list[str]:
    """The heaviest words, first the heaviest; equal ones by the alphabet."""
    return sorted(weighed, key=lambda word: (-weighed[word], word))[:most]


def together(several: Iterable[Terms]) -> Terms:
    """What several documents are about."""
    summed: dict[str, float] = {}
    for one in several:
        for word, weight in one.items():
            summed[word] = summed.get(word, 0.0) + weight
    return unit(summed)


def similarity(one: Terms, other: Terms, length: float = 1.0) -> float:
    """Cosine, 0 to 1, of a document's words and those of another, whose weights' squares add up to `length` squared."""
    return sum(weight * other[word] for word, weight in one.items() if word in other) / (length or 1.0)
