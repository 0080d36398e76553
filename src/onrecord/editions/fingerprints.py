"""Fingerprints of documents, and the pairs of documents that share enough of them to be compared.

A fingerprint holds a fixed eighth of the body's five-word shingles (FracMinHash: those whose hash falls below a bound,
so that the same shingle is kept or left out in every document) and the hashes of its longer sentences. Two documents
that share `SHARED_SHINGLES` of the former or one of the latter are a candidate pair. Unlike MinHash with banding, whose
chance of a hit falls with the Jaccard similarity, this finds a short text inside a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.editions.bodies import NOTICE_WORDS, Body, batches, counted_blocks, is_notice
from onrecord.editions.words import (
    SHINGLE_WORDS,
    Hashes,
    Joined,
    Offsets,
    join,
    sentence_ends,
    sequence_hashes,
    shingles,
)
from onrecord.types import Annotated, Document

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


def fingerprint(document: Annotated | Body | Document) -> Fingerprint:
    """The fingerprint of one document's body. A body of fewer words than a shingle is one shingle, always kept."""
    return next(fingerprints((document if isinstance(document, Document) else document.document,)))


def fingerprints(documents: Iterable[Document]) -> Iterator[Fingerprint]:
    """The fingerprints of documents, in their order, worked out for many texts at once.

    A fingerprint rests on the document's text and blocks alone. Sentences are cut at marks and line breaks only
    (`Mr.` ends one), the same way in every document, so that no annotator's version changes what an index holds.
    """
    for batch in batches(documents, lambda document: document.text):
        yield from _fingerprints(batch)


def _fingerprints(documents: Sequence[Document]) -> Iterator[Fingerprint]:
    joined = join([document.text for document in documents])
    starts, offsets = joined.words.starts, joined.offsets
    size = len(starts) + 1
    # Words count from where a block begins to where it ends; either is a sentence's end, too.
    bounds: list[int] = []
    for document, offset in zip(documents, offsets.tolist(), strict=False):
        for block in counted_blocks(document):
            bounds += (block.start + offset, block.end + offset)
    at = np.searchsorted(starts, np.array(bounds, dtype=np.int64)).reshape(-1, 2)
    change = np.bincount(at[:, 0], minlength=size) - np.bincount(at[:, 1], minlength=size)
    kept = np.cumsum(change[:-1]) > 0
    cut = np.zeros(size, dtype=bool)
    cut[at.ravel()] = True
    cut[np.searchsorted(starts, sentence_ends(joined.codes, joined.words.stops))] = True
    cut[np.searchsorted(starts, offsets)] = True
    for first, last in _notices(documents, joined, cut):
        kept[first:last] = False
    every = np.flatnonzero(kept)
    words = joined.words.hashes[every]
    edges = np.searchsorted(starts[every], offsets)
    of = np.repeat(np.arange(len(documents)), np.diff(edges))
    sizes: list[int] = np.diff(edges).tolist()
    # A sentence ends where a word is left out as well: what stands before the gap is not one with what follows.
    fresh = cut[every]
    fresh[1:] |= every[1:] - every[:-1] > 1
    fresh[:1] = True
    gaps = np.flatnonzero(fresh)
    ends = np.append(gaps[1:], len(every))
    long = ends - gaps >= SENTENCE_WORDS
    keys = sequence_hashes(words, gaps[long], ends[long])
    owners = of[gaps[long]]
    hashes = shingles(words) if len(words) > SHINGLE_WORDS else np.zeros(0, dtype=np.uint64)
    places = np.flatnonzero(hashes <= _BOUND)
    places = places[of[places] == of[places + SHINGLE_WORDS - 1]]
    found, positions, parts = _distinct(of[places], hashes[places], places - edges[of[places]], len(documents))
    keys, _, key_parts = _distinct(owners, keys, owners, len(documents))
    for index, document in enumerate(documents):
        count = sizes[index]
        shingle, position = found[parts[index] : parts[index + 1]], positions[parts[index] : parts[index + 1]]
        if count <= SHINGLE_WORDS:
            shingle = shingles(words[edges[index] : edges[index + 1]])
            position = np.zeros(len(shingle), dtype=np.uint32)
        yield Fingerprint(document.id, count, shingle, position, keys[key_parts[index] : key_parts[index + 1]])


def _distinct(
    owners: Offsets, hashes: Hashes, positions: Offsets, count: int
) -> tuple[Hashes, NDArray[np.uint32], list[int]]:
    """The distinct hashes of each document, sorted, its first position for each, and where each document's begin."""
    order = np.argsort(hashes)
    order = order[np.argsort(owners[order].astype(np.min_scalar_type(count)), kind="stable")]
    hashes, owners = hashes[order], owners[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    groups = np.flatnonzero(new)
    first = np.minimum.reduceat(positions[order], groups) if len(groups) else positions
    parts: list[int] = np.searchsorted(owners[groups], np.arange(count + 1)).tolist()
    return hashes[groups], first.astype(np.uint32), parts


def _notices(documents: Sequence[Document], joined: Joined, cut: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """The words (first, last) of sentences that are notices; none for a text that holds nothing else."""
    places = joined.places(NOTICE_WORDS, "©")
    if not len(places) or not len(joined.words.starts):
        return
    first = np.flatnonzero(cut[:-1])
    last = np.append(first[1:], len(cut) - 1)
    # A sentence begins behind the word before it: a copyright sign stands before the first word of its notice.
    begins, ends = np.append(0, joined.words.ends)[first], joined.words.ends[last - 1]
    of = np.searchsorted(joined.offsets, joined.words.starts[first], side="right") - 1
    found: dict[int, list[tuple[int, int]]] = {}
    for piece in np.unique(np.searchsorted(begins, places, side="right") - 1).tolist():
        index = int(of[piece])
        start, end = (int(bound[piece] - joined.offsets[index]) for bound in (begins, ends))
        if is_notice(documents[index].text, max(0, start), end):
            found.setdefault(index, []).append((int(first[piece]), int(last[piece])))
    every = np.bincount(of, minlength=len(documents))
    for index, ranges in found.items():
        if len(ranges) < every[index]:
            yield from ranges


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
