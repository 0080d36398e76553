"""What a change of words touches: numbers, names, dates, hedges, quotations, attributions, quantifiers, negation."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from rapidfuzz.distance import Indel

from onrecord.types import Annotated, Document, Span

TOUCHES = ("number", "name", "date", "hedge", "quote", "attribution", "quantifier", "negation")
"""All kinds, in the order in which a row names them."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_QUOTED = re.compile(r"[“„«]([^“”„«»]*)[”“»]|\"([^\"]*)\"")
_QUOTE_WORDS = 3
"""A shorter quotation (“closed”) is a scare quote or a title; its words are judged like all others."""
_LONGEST = 300
"""Characters that an annotated name, time or source may reach from before a sentence into it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its annotated names, times and attributions as sorted spans."""

    document: Document
    names: tuple[Span, ...]
    times: tuple[Span, ...]
    attributions: tuple[Span, ...]


_Word = tuple[int, int, str]
"""Start, end and the word in lower case."""


@functools.cache
def _lexicon() -> Mapping[str, frozenset[str]]:
    """For each word of the lexicon the kinds that it belongs to."""
    kinds: dict[str, set[str]] = {}
    for line in resources.files(__package__).joinpath("data/touches.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            for word in words.split():
                kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


_NONE: frozenset[str] = frozenset()
_BY_WORD = frozenset({"hedge", "quantifier", "negation"})
"""Kinds that the lexicon alone decides."""


def mark(annotated: Annotated) -> Marked:
    """A document ready for `touches`."""
    notes = annotated.annotations
    spoken = (span for statement in notes.statements for span in (*statement.source, *statement.cue))
    return Marked(
        annotated.document,
        tuple(sorted(s for m in notes.mentions if _is_name(annotated.document.quote(s := (m.start, m.end))))),
        tuple(sorted((t.start, t.end) for t in notes.times)),
        tuple(sorted(spoken)),
    )


def _is_name(words: str) -> bool:
    """Whether a mention is a name, not a description (`two officials`): it has a capital, or a script without any."""
    return words != words.lower() or words == words.upper()


def touches(a: Marked, span_a: Span, b: Marked, span_b: Span) -> tuple[str, ...]:
    """What the words touch that differ between sentence `span_a` of one document and `span_b` of another.

    Annotated names, times and attributions decide where there are any; the words themselves otherwise.
    """
    words_a, words_b = _words(a.document.text, span_a), _words(b.document.text, span_b)
    blocks = Indel.opcodes([word for _, _, word in words_a], [word for _, _, word in words_b])
    edits = [op for op in blocks if op.tag != "equal"]
    changed_a = [word for op in edits for word in words_a[op.src_start : op.src_end]]
    changed_b = [word for op in edits for word in words_b[op.dest_start : op.dest_end]]
    kinds = _kinds(a, span_a, changed_a) | _kinds(b, span_b, changed_b)
    if _quotations(a.document.quote(span_a)) != _quotations(b.document.quote(span_b)):
        kinds.add("quote")
    return tuple(kind for kind in TOUCHES if kind in kinds)


def changed_words(text_a: str, span_a: Span, text_b: str, span_b: Span) -> int:
    """How many words differ between two sentences: of those gone and those that came the larger number."""
    words_a, words_b = ([word for _, _, word in _words(t, s)] for t, s in ((text_a, span_a), (text_b, span_b)))
    edits = [op for op in Indel.opcodes(words_a, words_b) if op.tag != "equal"]
    gone = sum(op.src_end - op.src_start for op in edits)
    return max(gone, sum(op.dest_end - op.dest_start for op in edits))


def is_date_word(word: str) -> bool:
    """Whether a word in lower case names a day or month."""
    return bool(_lexicon().get(word, _NONE) & {"date", "month"})


def names_and_numbers(document: Document) -> frozenset[str]:
    """The words with capitals within sentences, and the numbers, of a document's body; lower case."""
    found: set[str] = set()
    for block in document.body():
        found |= anchors(document.text, (block.start, block.end))
    return frozenset(found)


def anchors(text: str, span: Span) -> frozenset[str]:
    """The words with capitals within a sentence, and those that begin with a digit; lower case."""
    words = _WORD.findall(text, *span)
    if not words:
        return frozenset()
    # A sentence's first word has a capital in any case; it counts only behind a mark of two characters or more.
    first = words[0]
    found = {word.lower() for word in words[1:] if word[0].isdigit() or (word[0].isupper() and len(word) > 1)}
    if first[0].isdigit() or (first[0].isupper() and len(first) > 1 and text.find(first, *span) > span[0] + 1):
        found.add(first.lower())
    return frozenset(found)


def _words(text: str, span: Span) -> list[_Word]:
    found = [(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text, *span)]
    return [(start, end, word.replace("’", "'")) if "’" in word else (start, end, word) for start, end, word in found]


def _quotations(sentence: str) -> set[str]:
    if not any(mark in sentence for mark in "“„«\""):
        return set()
    found = (m.group(1) or m.group(2) or "" for m in _QUOTED.finditer(sentence))
    folded = (" ".join(re.findall(r"\w+", quotation.lower())) for quotation in found)
    return {quotation for quotation in folded if quotation.count(" ") >= _QUOTE_WORDS - 1}


def _kinds(marked: Marked, sentence: Span, changed: Iterable[_Word]) -> set[str]:
    lexicon, text = _lexicon(), marked.document.text
    names, times = _within(marked.names, sentence), _within(marked.times, sentence)
    spoken = _within(marked.attributions, sentence)
    kinds: set[str] = set()
    for start, end, word in changed:
        known = lexicon.get(word, _NONE)
        digit = word[0].isdigit()
        if "date" in known or (times and _inside(start, end, times)) or (digit and _is_day(text, start, end)):
            kinds.add("date")
        elif digit:
            kinds.add("date" if _YEAR.fullmatch(word) else "number")
        elif "number" in known:
            kinds.add("number")
        elif _inside(start, end, names) if marked.names else text[start].isupper() and start > sentence[0] + 1:
            kinds.add("name")
        if "attribution" in known or (spoken and _inside(start, end, spoken)):
            kinds.add("attribution")
        if word.endswith("n't"):
            kinds.add("negation")
        if known:
            kinds |= known & _BY_WORD
    return kinds


def _is_day(text: str, start: int, end: int) -> bool:
    """Whether a number is the day of a month: one or two digits next to the month's name."""
    if end - start > 2:
        return False
    before = re.findall(r"\w+", text[max(0, start - 15) : start])[-1:]
    after = re.findall(r"\w+", text[end : end + 15])[:1]
    return any("month" in _lexicon().get(neighbour.lower(), _NONE) for neighbour in before + after)


def _within(spans: tuple[Span, ...], sentence: Span) -> list[Span]:
    """The spans that overlap the sentence."""
    at = bisect_left(spans, (max(0, sentence[0] - _LONGEST), 0))
    found = []
    while at < len(spans) and spans[at][0] < sentence[1]:
        if spans[at][1] > sentence[0]:
            found.append(spans[at])
        at += 1
    return found


def _inside(start: int, end: int, spans: list[Span]) -> bool:
    return any(first < end and start < last for first, last in spans)
