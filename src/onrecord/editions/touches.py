"""What a change of words touches: numbers, names, dates, hedges, quotations, attributions, quantifiers, negation."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
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


@functools.cache
def _lexicon() -> Mapping[str, frozenset[str]]:
    lines = resources.files(__package__).joinpath("data/touches.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {kind: frozenset(words.split()) for kind, words in rows}


def touches(a: Annotated, span_a: Span, b: Annotated, span_b: Span) -> tuple[str, ...]:
    """What the words touch that differ between sentence `span_a` of one document and `span_b` of another.

    Annotated names, times and statements decide where there are any; the words themselves otherwise.
    """
    words_a, words_b = _words(a, span_a), _words(b, span_b)
    blocks = Indel.opcodes([_fold(a, w) for w in words_a], [_fold(b, w) for w in words_b])
    changed_a = [w for op in blocks if op.tag != "equal" for w in words_a[op.src_start : op.src_end]]
    changed_b = [w for op in blocks if op.tag != "equal" for w in words_b[op.dest_start : op.dest_end]]
    kinds = _kinds(a, span_a, changed_a) | _kinds(b, span_b, changed_b)
    if _quotations(a, span_a) != _quotations(b, span_b):
        kinds.add("quote")
    return tuple(kind for kind in TOUCHES if kind in kinds)


def shared_anchors(text_a: str, span_a: Span, text_b: str, span_b: Span) -> int:
    """How many different names' words and numbers two sentences share."""
    return len(_anchors(text_a, span_a) & _anchors(text_b, span_b))


def names_and_numbers(document: Document) -> frozenset[str]:
    """The words with capitals within sentences, and the numbers, of a document's body; lower case."""
    found: set[str] = set()
    for block in document.body():
        found |= _anchors(document.text, (block.start, block.end))
    return frozenset(found)


def _anchors(text: str, span: Span) -> set[str]:
    found = set()
    for match in _WORD.finditer(text, *span):
        word = match.group()
        if any(c.isdigit() for c in word) or (word[0].isupper() and len(word) > 1 and match.start() > span[0] + 1):
            found.add(word.lower())
    return found


def _words(document: Annotated, span: Span) -> list[Span]:
    return [m.span() for m in _WORD.finditer(document.document.text, *span)]


def _fold(document: Annotated, span: Span) -> str:
    return document.document.quote(span).lower().replace("’", "'")


def _quotations(document: Annotated, span: Span) -> set[str]:
    found = (m.group(1) or m.group(2) or "" for m in _QUOTED.finditer(document.document.quote(span)))
    folded = (" ".join(re.findall(r"\w+", quotation.lower())) for quotation in found)
    return {quotation for quotation in folded if quotation.count(" ") >= _QUOTE_WORDS - 1}


def _kinds(document: Annotated, sentence: Span, changed: list[Span]) -> set[str]:
    lexicon, notes = _lexicon(), document.annotations
    kinds = set()
    names = _within([(m.start, m.end) for m in notes.mentions], sentence)
    times = _within([(t.start, t.end) for t in notes.times], sentence)
    spoken = _within([s for st in notes.statements for s in (*st.source, *st.cue)], sentence)
    for word in changed:
        folded = _fold(document, word)
        first = word[0] <= sentence[0] + 1
        dated = _inside(word, times) or folded in lexicon["date"] or _beside_month(document, word)
        if dated:
            kinds.add("date")
        elif any(c.isdigit() for c in folded):
            kinds.add("date" if _YEAR.fullmatch(folded) else "number")
        elif folded in lexicon["number"]:
            kinds.add("number")
        elif _inside(word, names) or (not notes.mentions and not first and document.document.text[word[0]].isupper()):
            kinds.add("name")
        if _inside(word, spoken) or folded in lexicon["attribution"]:
            kinds.add("attribution")
        if folded.endswith("n't"):
            kinds.add("negation")
        kinds.update(kind for kind in ("hedge", "quantifier", "negation") if folded in lexicon[kind])
    return kinds


def _beside_month(document: Annotated, word: Span) -> bool:
    """Whether the word is the day of a month: a number of one or two digits next to the month's name."""
    text = document.document.text
    if not text[word[0] : word[1]].isdigit() or word[1] - word[0] > 2:
        return False
    before = re.findall(r"\w+", text[max(0, word[0] - 15) : word[0]])[-1:]
    after = re.findall(r"\w+", text[word[1] : word[1] + 15])[:1]
    return any(w.lower() in _lexicon()["month"] for w in before + after)


def _within(spans: Iterable[Span], sentence: Span) -> list[Span]:
    return [s for s in spans if s[0] < sentence[1] and s[1] > sentence[0]]


def _inside(word: Span, spans: list[Span]) -> bool:
    return any(start < word[1] and word[0] < end for start, end in spans)
