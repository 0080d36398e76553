"""A document's body made ready for comparison: its sentences, words and shingles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.editions.words import Hashes, Offsets, find_words, sequence_hashes, shingles
from onrecord.types import Annotated, Document, Span


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The body blocks of one document, as the comparison needs them.

    `sentences` are spans of the document's text in reading order; together they hold every word of the body.
    `blocks[i]` is the index, among the body blocks, of the block that sentence i stands in. `words` are the hashes of
    all body words; sentence i has the words `first[i]:last[i]`. `keys` are the sentences' hashes, equal for equal words
    whatever the case and punctuation. `shingles` are the body's distinct five-word shingles, sorted.
    """

    annotated: Annotated
    sentences: tuple[Span, ...]
    blocks: tuple[int, ...]
    words: Hashes
    word_starts: Offsets
    word_ends: Offsets
    first: Offsets
    last: Offsets
    keys: Hashes
    shingles: Hashes

    @property
    def document(self) -> Document:
        """The document that this is the body of."""
        return self.annotated.document


def prepare(annotated: Annotated) -> Body:
    """The body of one document. Sentences come from its annotations, or are split here if there are none."""
    document = annotated.document
    body = document.body()
    sentences, owners = _body_sentences(annotated)
    found = find_words(document.text)
    if body:
        inside = np.zeros(len(found.starts) + 1, dtype=np.int64)
        np.add.at(inside, np.searchsorted(found.starts, [b.start for b in body]), 1)
        np.add.at(inside, np.searchsorted(found.starts, [b.end for b in body]), -1)
        kept = np.flatnonzero(np.cumsum(inside)[:-1] > 0)
    else:
        kept = np.zeros(0, dtype=np.int64)
    words, starts, ends = found.hashes[kept], found.starts[kept], found.ends[kept]
    first = np.searchsorted(starts, np.array([s for s, _ in sentences], dtype=np.int64))
    last = np.searchsorted(starts, np.array([e for _, e in sentences], dtype=np.int64))
    return Body(
        annotated=annotated,
        sentences=sentences,
        blocks=owners,
        words=words,
        word_starts=starts,
        word_ends=ends,
        first=first,
        last=last,
        keys=sequence_hashes(words, first, last),
        shingles=np.unique(shingles(words)),
    )


def _body_sentences(annotated: Annotated) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """The body's sentences, and for each the index of its body block.

    What of a block no sentence covers (an annotator that skipped it) is taken as one sentence, so that nothing of the
    body escapes the comparison.
    """
    from onrecord.annotation.sentences import split

    document = annotated.document
    given = sorted(annotated.annotations.sentences or split(document))
    spans: list[Span] = []
    owners: list[int] = []
    at = 0
    for index, block in enumerate(document.body()):
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
            trimmed = _trim(document.text, piece)
            if trimmed[0] < trimmed[1]:
                spans.append(trimmed)
                owners.append(index)
    return tuple(spans), tuple(owners)


def _trim(text: str, span: Span) -> Span:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
