"""A document's body made ready for comparison: its sentences, words and shingles."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

import numpy as np

from onrecord.editions.touches import anchors
from onrecord.editions.words import (
    Hashes,
    Offsets,
    Words,
    distinct,
    find_words,
    join,
    letters,
    sequence_hashes,
    shingles,
)
from onrecord.types import BODY_KINDS, Annotated, Block, Document, Span

DOUBTFUL_KINDS = frozenset({"caption", "links", "embed", "other"})
"""Kinds that plain text shows by nothing but its wording."""
LONG_SENTENCE = 400
"""Characters. A longer sentence is split again where a page lost the blanks between sentences (`ocean.The rings`)."""
BATCH = 120_000
"""Characters of the texts that are looked through at once: the work fits into a processor's cache."""
MAX_SENTENCE = 2000
"""Characters. No sentence is longer; what is (a table, a page of noise) is compared in pieces of this size."""

_LOST_BLANK = re.compile(r"(?<=[^\W\d_]{2}[.!?])(?=[\"“‘]?[A-Z])|(?<=[^\W\d_]{2}[.!?][\"”’'])(?=[A-Z])")
_NOTICE = re.compile(
    r"©|\(c\) ?\d{4}|\bcopyright (?:\d{4}|by\b)|\ball rights reserved"
    r"|\b(?:published|broadcast|reproduced|rewritten),? (?:or|and) (?:re)?distributed|\balle rechte vorbehalten"
    r"|\btous droits réservés|\btodos los derechos reservados|\btutti i diritti riservati"
    r"|\btodos os direitos reservados",
    re.IGNORECASE,
)
"""A notice that stands among the paragraphs. What page after page repeats is not part of the text."""
_NOTICE_HINTS = (
    "©", "(c)", "copyright", "reserved", "distributed", "vorbehalten", "réservés", "reservados", "riservati",
)
"""One of them is in every text with a notice, in lower case: most texts are done with a look for each."""


NOTICE_WORDS = "c copyright reserved distributed vorbehalten réservés reservados riservati"
"""The same as words: a text without any of them and without a copyright sign holds no notice."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The text of one document, as the comparison needs it.

    `parts` are the blocks that it consists of. `sentences` are spans of the document's text in reading order; together
    they hold every word of the parts; `blocks[i]` is the index of the part that sentence i stands in. `words` are the
    hashes of all words of the parts; sentence i has the words `first[i]:last[i]`. `keys` are the sentences' hashes,
    equal for equal words whatever the case and punctuation. `letters` are the words with one character for each,
    nearly always different for different words: a form in which texts are compared fast. `repeated` are the indexes of
    sentences that do not count when two texts are compared: notices, and what stands in unrelated documents too.
    `shingles` are the distinct five-word shingles of all other sentences, sorted.
    """

    annotated: Annotated
    parts: tuple[Block, ...]
    sentences: tuple[Span, ...]
    blocks: tuple[int, ...]
    words: Hashes
    first: Offsets
    last: Offsets
    keys: Hashes
    letters: str
    repeated: frozenset[int]
    shingles: Hashes
    _anchors: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    def anchors(self, first: int, last: int | None = None) -> frozenset[str]:
        """The names and numbers of sentences `first:last`, of one without `last`; worked out once: every pair asks."""
        key = (first, first + 1 if last is None else last)
        if key not in self._anchors:
            span = (self.sentences[key[0]][0], self.sentences[key[1] - 1][1])
            self._anchors[key] = anchors(self.document.text, span)
        return self._anchors[key]

    @property
    def document(self) -> Document:
        """The document that this is the body of."""
        return self.annotated.document


def prepare(annotated: Annotated, *, doubtful: bool = True, words: Words | None = None) -> Body:
    """The text of one document made ready. Sentences come from its annotations, or are split here if there are none.

    Args:
        annotated: the document.
        doubtful: whether to take in, besides the body, blocks of plain text that may be part of it: without markup a
            caption or a line with a link is told from a paragraph by its wording only. Whether two documents are one
            text is judged with them, what a reader is shown side by side is the body alone.
        words: what `find_words` finds in the document's text, if the caller has it.
    """
    document = annotated.document
    parts = counted_blocks(document) if doubtful else document.body()
    sentences, owners = _sentences(annotated, parts)
    found = _words_within(find_words(document.text) if words is None else words, parts)
    edges = np.searchsorted(found.starts, np.array(sentences, dtype=np.int64).reshape(-1, 2))
    first, last = edges[:, 0], edges[:, 1]
    text = document.text
    notices = []
    if may_hold_notices(text.lower()):
        notices = [n for n, (start, end) in enumerate(sentences) if is_notice(text, start, end)]
    ready = Body(
        annotated=annotated,
        parts=parts,
        sentences=sentences,
        blocks=owners,
        words=found.hashes,
        first=first,
        last=last,
        keys=sequence_hashes(found.hashes, first, last),
        letters=letters(found.hashes),
        repeated=frozenset(),
        shingles=distinct(shingles(found.hashes)),
    )
    return set_aside(ready, notices) if notices else ready


def prepare_all(documents: Iterable[Annotated]) -> Iterator[Body]:
    """`prepare` for many documents, faster because words are found in many texts at once."""
    for batch in batches(documents, lambda annotated: annotated.document.text):
        joined = join([annotated.document.text for annotated in batch])
        for index, annotated in enumerate(batch):
            yield prepare(annotated, words=joined.of(index))


T = TypeVar("T")


def batches(items: Iterable[T], text: Callable[[T], str]) -> Iterator[list[T]]:
    """The items, in their order, in lists whose texts have together about `BATCH` characters."""
    batch: list[T] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(text(item)) + 1
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def may_hold_notices(lowered: str) -> bool:
    """Whether the whole text, in lower case, shows anything that a notice has."""
    return any(hint in lowered for hint in _NOTICE_HINTS)


def is_notice(text: str, start: int, end: int) -> bool:
    """Whether a notice stands among `text[start:end]`."""
    return _NOTICE.search(text, start, end) is not None


def text_shingles(document: Document) -> Hashes:
    """The distinct five-word shingles of a document's text, sorted; notices among its paragraphs count too."""
    return distinct(shingles(_words_within(find_words(document.text), counted_blocks(document)).hashes))


def counted_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks by which two documents are judged: the body, and what plain text may show as something else."""
    return tuple([b for b in document.blocks if b.kind in BODY_KINDS or (b.kind in DOUBTFUL_KINDS and _is_plain(b))])


def _is_plain(block: Block) -> bool:
    """Whether a block comes from text without markup."""
    return not (block.place or "").startswith("/")


def _words_within(found: Words, blocks: Sequence[Block]) -> Words:
    """Those of the words that begin in one of the blocks, which may overlap."""
    bounds = np.array([(b.start, b.end) for b in blocks], dtype=np.int64).reshape(-1, 2)
    at = np.searchsorted(found.starts, bounds)
    size = len(found.starts) + 1
    change = np.bincount(at[:, 0], minlength=size) - np.bincount(at[:, 1], minlength=size)
    kept = np.cumsum(change[:-1]) > 0
    if kept.all():
        return found
    return Words(found.hashes[kept], found.starts[kept], found.ends[kept], found.stops)


def set_aside(body: Body, sentences: Iterable[int]) -> Body:
    """The same body with these sentences (indexes) counted among the `repeated` ones.

    A body that holds no other words stays as it is: there is no other text to judge it by.
    """
    repeated = body.repeated | frozenset(sentences)
    if repeated == body.repeated:
        return body
    words = counted_words(body, repeated)
    return dataclasses.replace(body, repeated=repeated, shingles=distinct(shingles(words))) if len(words) else body


def counted_words(body: Body, repeated: frozenset[int] | None = None) -> Hashes:
    """The body's words without those of the `repeated` sentences, in reading order."""
    kept = np.ones(len(body.words), dtype=bool)
    for index in body.repeated if repeated is None else repeated:
        kept[body.first[index] : body.last[index]] = False
    return body.words[kept]


def _sentences(annotated: Annotated, parts: Sequence[Block]) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """The sentences of these blocks, and for each the index of its block.

    What of a block no sentence covers (an annotator that skipped it) is taken as one sentence, so that nothing escapes
    the comparison.
    """
    document = annotated.document
    text = document.text
    given = sorted(annotated.annotations.sentences or _split(document))
    spans: list[Span] = []
    owners: list[int] = []
    at = 0
    for index, block in enumerate(parts):
        while at < len(given) and given[at][1] <= block.start:
            at += 1
        cursor = block.start
        pieces: list[Span] = []
        while at < len(given) and given[at][0] < block.end:
            start, end = max(given[at][0], cursor), min(given[at][1], block.end)
            if start > cursor:
                pieces.append((cursor, start))
            if end > start:
                pieces.append((start, end))
            cursor = max(cursor, end)
            if given[at][1] > block.end:
                break
            at += 1
        if cursor < block.end:
            pieces.append((cursor, block.end))
        for piece in pieces:
            for part in _unglue(text, piece) if piece[1] - piece[0] > LONG_SENTENCE else (piece,):
                start, end = part
                if text[start].isspace() or text[end - 1].isspace():
                    start, end = _trim(text, part)
                if start < end:
                    spans.append((start, end))
                    owners.append(index)
    return tuple(spans), tuple(owners)


def _split(document: Document) -> tuple[Span, ...]:
    # Imported here: the annotators behind it are not needed for documents that are annotated.
    from onrecord.annotation.sentences import split

    return split(document)


def _unglue(text: str, span: Span) -> list[Span]:
    """A long sentence cut where a full stop and a capital stand side by side, and at `MAX_SENTENCE` in any case."""
    start, end = span
    cuts = [start, *(m.end() for m in _LOST_BLANK.finditer(text, start, end)), end]
    pieces = []
    for first, last in pairwise(cuts):
        while last - first > MAX_SENTENCE:
            blank = text.rfind(" ", first, first + MAX_SENTENCE)
            stop = blank if blank > first else first + MAX_SENTENCE
            pieces.append((first, stop))
            first = stop
        pieces.append((first, last))
    return [(a, b) for a, b in pieces if a < b]


def _trim(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
