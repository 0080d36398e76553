"""Fingerprints of documents, and the pairs of documents that share enough of them to be compared.

A fingerprint holds a fixed eighth of the body's five-word shingles (FracMinHash: those whose hash falls below a bound,
so that the same shingle is kept or left out in every document) and the hashes of its longer sentences. Two documents
that share `SHARED_SHINGLES` of the former or one of the latter are a candidate pair. Unlike MinHash with banding, whose
chance of a hit falls with the Jaccard similarity, this finds a short text inside a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.editions.bodies import Body, counted_words, prepare
from onrecord.editions.words import Hashes, Offsets, shingles
from onrecord.types import Annotated

SAMPLING = 8
"""One shingle in eight is kept: some 60 for an article of 500 words."""
SHARED_SHINGLES = 2
"""Kept shingles that two documents must share; one alone is mostly a phrase, a name or a slogan."""
SENTENCE_WORDS = 8
"""Sentences shorter than this are set phrases too often to link two documents."""
MAX_DOCUMENTS = 200
"""A shingle or sentence that stands in more documents than this is boilerplate or a template, and links nothing."""

_BOUND = np.uint64(2**64 // SAMPLING - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """What the index keeps of one document.

    `shingles` are the kept shingle hashes, distinct and sorted; `positions[i]` is the number of body words before the
    first occurrence of `shingles[i]`. `sentences` are the hashes of the longer sentences, distinct and sorted. `words`
    is the number of body words.
    """

    document: str
    words: int
    shingles: Hashes
    positions: NDArray[np.uint32]
    sentences: Hashes


def fingerprint(document: Annotated | Body) -> Fingerprint:
    """The fingerprint of one document's body. A body of fewer words than a shingle is one shingle, always kept."""
    body = document if isinstance(document, Body) else prepare(document)
    every = shingles(counted_words(body))
    places = np.flatnonzero(every <= _BOUND) if len(every) > 1 else np.arange(len(every))
    hashes, first = np.unique(every[places], return_index=True)
    long = (body.last - body.first) >= SENTENCE_WORDS
    long[list(body.repeated)] = False
    return Fingerprint(
        document=body.document.id,
        words=len(body.words),
        shingles=hashes,
        positions=places[first].astype(np.uint32),
        sentences=np.unique(body.keys[long]),
    )


def candidates(
    fingerprints: Iterable[Fingerprint], *, max_documents: int = MAX_DOCUMENTS
) -> tuple[tuple[str, str], ...]:
    """Pairs of documents worth comparing, each once, smaller id first, sorted.

    Args:
        fingerprints: one for each document; of several with one id the last counts.
        max_documents: shingles and sentences of more documents than this are passed over.
    """
    prints = sorted({f.document: f for f in fingerprints}.values(), key=lambda f: f.document)
    by_shingle = shared_pairs([f.shingles for f in prints], max_documents)
    by_sentence = shared_pairs([f.sentences for f in prints], max_documents)
    pairs, counts = np.unique(by_shingle, return_counts=True)
    linked = np.union1d(pairs[counts >= SHARED_SHINGLES], by_sentence)
    ids = [f.document for f in prints]
    return tuple((ids[pair // len(ids)], ids[pair % len(ids)]) for pair in linked.tolist())


def shared_pairs(hashes: Sequence[Hashes], max_documents: int) -> Offsets:
    """For every hash and every two documents that have it, the pair's number `first * count + second`, with repeats.

    `hashes` are distinct within each document; those of more than `max_documents` documents are passed over.
    """
    if not hashes:
        return np.zeros(0, dtype=np.int64)
    owners = np.repeat(np.arange(len(hashes)), [len(h) for h in hashes])
    values = np.concatenate(hashes)
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.diff(values, prepend=values[:1] ^ np.uint64(1)))
    sizes = np.diff(starts, append=len(values))
    out = []
    for size in np.unique(sizes).tolist():
        if not 2 <= size <= max_documents:
            continue
        # All lists of one size at once: rows of `size` owners, and every two columns of them.
        lists = owners[starts[sizes == size][:, None] + np.arange(size)]
        left, right = np.triu_indices(size, 1)
        out.append((lists[:, left] * len(hashes) + lists[:, right]).ravel())
    return np.concatenate(out) if out else np.zeros(0, dtype=np.int64)
