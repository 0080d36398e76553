"""Segments: immutable sorted runs of what fingerprints hold, in memory or as one memory-mapped file each.

A posting is one number of 64 bits: the first 40 bits of a shingle's or sentence's hash, then the 24 bits of the
document's place in the segment. So a sorted array of them answers which documents hold a hash, at 8 bytes each. Two
different hashes share their first 40 bits in one of some 10,000 look-ups at a million documents; such a pair is offered
and found unrelated when it is compared.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.editions.fingerprints import SAMPLING, Fingerprint
from onrecord.editions.words import Hashes, Offsets
from onrecord.errors import ArchiveError

KEY_BITS = 40
PLACE_BITS = 24
MAX_SEGMENT = 1 << PLACE_BITS
"""Documents in one segment at most."""
CHUNK = 1 << 20
"""Postings that a merge holds in memory at once, about; the output may be of any size."""
_MAGIC = b"onrecord segment 1\n\0\0\0\0\0"
_HEAD = len(_MAGIC) + 6 * 8
_SHINGLE_SHIFT = np.uint64(64 - (SAMPLING.bit_length() - 1) - KEY_BITS)
_SENTENCE_SHIFT = np.uint64(64 - KEY_BITS)
_PLACE = np.uint64(PLACE_BITS)
_PLACES = np.uint64(MAX_SEGMENT - 1)
_AGAIN = "Delete the index's folder and build it again from the documents."


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Documents, numbered from 0 in the order in which they came, and their postings.

    `shingles` and `sentences` are sorted postings. Document i has the id `names[offsets[i]:offsets[i + 1]]` in UTF-8.
    `hashed` are the sorted hashes of the ids, `places` the documents that they belong to.
    """

    shingles: Hashes
    sentences: Hashes
    offsets: Offsets
    names: NDArray[np.uint8]
    hashed: Hashes
    places: NDArray[np.uint32]

    @property
    def documents(self) -> int:
        """How many there are, dead ones included."""
        return len(self.offsets) - 1

    def id(self, place: int) -> str:
        """The id of one document."""
        return bytes(self.names[int(self.offsets[place]) : int(self.offsets[place + 1])]).decode("utf-8")

    def find(self, ids: Sequence[str], hashes: Hashes) -> Iterator[tuple[int, int]]:
        """For those of the ids (with what `hash_ids` makes of them) that are here: index among them, and place."""
        low = np.searchsorted(self.hashed, hashes)
        for index in np.flatnonzero(self.hashed.take(low, mode="clip") == hashes).tolist() if len(self.hashed) else ():
            at = int(low[index])
            while at < len(self.hashed) and self.hashed[at] == hashes[index]:
                place = int(self.places[at])
                if self.id(place) == ids[index]:
                    yield index, place
                at += 1


def hash_ids(ids: Sequence[str]) -> Hashes:
    """One number for each id."""
    digests = b"".join(hashlib.blake2b(i.encode("utf-8"), digest_size=8).digest() for i in ids)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def shingle_keys(prints: Sequence[Fingerprint]) -> tuple[Hashes, Offsets]:
    """The keys of all shingles of the fingerprints, and the index of the fingerprint that each belongs to."""
    return _keys([p.shingles for p in prints], _SHINGLE_SHIFT)


def sentence_keys(prints: Sequence[Fingerprint]) -> tuple[Hashes, Offsets]:
    """The same for sentences."""
    return _keys([p.sentences for p in prints], _SENTENCE_SHIFT)


def _keys(hashes: Sequence[Hashes], shift: np.uint64) -> tuple[Hashes, Offsets]:
    if not hashes:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    owners = np.repeat(np.arange(len(hashes)), [len(h) for h in hashes])
    # A short text's only shingle is kept whatever its hash: its first bits are dropped like all others'.
    keys = (np.concatenate(hashes) >> shift) & np.uint64((1 << KEY_BITS) - 1)
    return keys, owners


def build(prints: Sequence[Fingerprint]) -> Segment:
    """A segment in memory of these fingerprints, whose ids differ."""
    ids = [p.document for p in prints]
    encoded = [i.encode("utf-8") for i in ids]
    offsets = np.zeros(len(ids) + 1, dtype=np.int64)
    np.cumsum([len(e) for e in encoded], out=offsets[1:])
    hashed = hash_ids(ids)
    order = np.argsort(hashed, kind="stable")
    postings = []
    for keys, owners in (shingle_keys(prints), sentence_keys(prints)):
        postings.append(np.sort(keys << _PLACE | owners.astype(np.uint64)))
    names = np.frombuffer(b"".join(encoded), dtype=np.uint8)
    return Segment(postings[0], postings[1], offsets, names, hashed[order], order.astype(np.uint32))


def holders(postings: Hashes, keys: Hashes) -> tuple[Offsets, Offsets]:
    """Where the postings of each key begin, and how many there are; fast if the keys are sorted."""
    counts = np.zeros(len(keys), dtype=np.int64)
    if not len(postings):
        return counts, counts
    low = np.searchsorted(postings, keys << _PLACE)
    there = np.flatnonzero(postings.take(low, mode="clip") >> _PLACE == keys)
    there = there[low[there] < len(postings)]
    counts[there] = np.searchsorted(postings, keys[there] << _PLACE | _PLACES, side="right") - low[there]
    return low, counts


def places_of(postings: Hashes, low: Offsets, counts: Offsets) -> Offsets:
    """The places of the documents at `low[i]:low[i] + counts[i]` for all i, one behind the other."""
    ends = np.cumsum(counts)
    at = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(low - (ends - counts), counts)
    places: Offsets = (postings[at] & _PLACES).astype(np.int64)
    return places


def merge(parts: Sequence[tuple[Segment, frozenset[int]]]) -> Segment:
    """The documents of all parts, in order, without the dead ones (places), as a segment in memory."""
    kept = _Kept(parts)
    shingles = np.concatenate(list(kept.postings(lambda s: s.shingles)))
    sentences = np.concatenate(list(kept.postings(lambda s: s.sentences)))
    return Segment(shingles, sentences, *kept.ids())


def write(path: Path, parts: Sequence[tuple[Segment, frozenset[int]]]) -> int:
    """The same, written to a file that is safe on disk afterwards. Memory is needed for `CHUNK` postings and the ids.

    Returns:
        The file's checksum.
    """
    kept = _Kept(parts)
    offsets, names, hashed, places = kept.ids()
    sizes = [kept.size(lambda s: s.shingles), kept.size(lambda s: s.sentences)]
    sizes += [len(offsets), len(names), len(hashed)]
    head = _MAGIC + np.array(sizes, dtype="<u8").tobytes()
    head += np.array([zlib.crc32(head)], dtype="<u8").tobytes()
    checksum = zlib.crc32(head)
    with path.open("wb") as file:
        file.write(head)
        for piece in _pieces(kept, offsets, names, hashed, places):
            data = piece.tobytes()
            checksum = zlib.crc32(data, checksum)
            file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return checksum


def _pieces(
    kept: _Kept, offsets: Offsets, names: NDArray[np.uint8], hashed: Hashes, places: NDArray[np.uint32]
) -> Iterator[NDArray[np.uint64] | Offsets | NDArray[np.uint32] | NDArray[np.uint8]]:
    yield from kept.postings(lambda s: s.shingles)
    yield from kept.postings(lambda s: s.sentences)
    yield offsets
    yield hashed
    yield places
    yield names


def load(path: Path) -> Segment:
    """A segment from its file, which is mapped into memory and not read.

    Raises:
        ArchiveError: the file is no segment, or its size is not the one that its head tells.
        FileNotFoundError: there is no such file.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(_MAGIC):
        raise ArchiveError("this is no segment of a candidate index", str(path), _AGAIN)
    numbers = [int(n) for n in np.frombuffer(head[len(_MAGIC) :], dtype="<u8")]
    shingles, sentences, offsets, names, hashed, checksum = numbers
    if checksum != zlib.crc32(head[:-8]):
        raise ArchiveError("the head of this segment is damaged", str(path), _AGAIN)
    size = _HEAD + 8 * (shingles + sentences + offsets + hashed) + 4 * hashed + names
    if path.stat().st_size != size:
        raise ArchiveError(f"this segment has {path.stat().st_size} bytes instead of {size}", str(path), _AGAIN)
    # A plain array over the mapped file: the same speed as any other, no copy.
    whole: NDArray[np.uint8] = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    ends = np.cumsum([_HEAD, 8 * shingles, 8 * sentences, 8 * offsets, 8 * hashed, 4 * hashed, names]).tolist()
    parts = [whole[a:b] for a, b in pairwise(ends)]
    return Segment(
        parts[0].view(np.uint64),
        parts[1].view(np.uint64),
        parts[2].view(np.int64),
        parts[5],
        parts[3].view(np.uint64),
        parts[4].view(np.uint32),
    )


def checksum(path: Path) -> int:
    """The checksum of a whole file, read piece by piece."""
    value = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 22):
            value = zlib.crc32(piece, value)
    return value


class _Kept:
    """What is left of several segments without their dead documents."""

    def __init__(self, parts: Sequence[tuple[Segment, frozenset[int]]]) -> None:
        self._segments = [segment for segment, _ in parts]
        self._alive = []
        for segment, dead in parts:
            alive = np.ones(segment.documents, dtype=bool)
            alive[sorted(dead)] = False
            self._alive.append(alive)
        bases = np.cumsum([0, *(int(alive.sum()) for alive in self._alive)])
        self._places = [np.cumsum(alive) - 1 + base for alive, base in zip(self._alive, bases, strict=False)]

    def size(self, of: Callable[[Segment], Hashes]) -> int:
        """How many postings there are; counted piece by piece where documents are dead."""
        total = 0
        for segment, alive in zip(self._segments, self._alive, strict=True):
            postings = of(segment)
            if alive.all():
                total += len(postings)
            else:
                for start in range(0, len(postings), CHUNK):
                    total += int(alive[(postings[start : start + CHUNK] & _PLACES).astype(np.int64)].sum())
        return total

    def postings(self, of: Callable[[Segment], Hashes]) -> Iterator[Hashes]:
        """The postings of all, sorted, in pieces of about `CHUNK`: one range of keys after the other."""
        arrays = [of(segment) for segment in self._segments]
        total = sum(len(a) for a in arrays)
        # Hashes are spread evenly, so equal ranges of keys are pieces of about equal size.
        count = max(1, -(-total // CHUNK))
        bounds = [(n << KEY_BITS) // count << PLACE_BITS for n in range(1, count)]
        edges = [[0, *np.searchsorted(a, np.array(bounds, dtype=np.uint64)).tolist(), len(a)] for a in arrays]
        for n in range(count):
            taken = []
            for postings, cuts, alive, places in zip(arrays, edges, self._alive, self._places, strict=True):
                part = np.asarray(postings[cuts[n] : cuts[n + 1]])
                old = (part & _PLACES).astype(np.int64)
                new = (part & ~_PLACES) | places[old].astype(np.uint64)
                taken.append(new if alive.all() else new[alive[old]])
            piece = np.concatenate(taken)
            piece.sort()
            yield piece

    def ids(self) -> tuple[Offsets, NDArray[np.uint8], Hashes, NDArray[np.uint32]]:
        """The offsets, names, hashed ids and places of the segment to be."""
        lengths, names, hashed, places = [], [], [], []
        for segment, alive, new in zip(self._segments, self._alive, self._places, strict=True):
            sizes = np.diff(segment.offsets)
            lengths.append(sizes[alive])
            names.append(segment.names if alive.all() else segment.names[np.repeat(alive, sizes)])
            there = alive[segment.places]
            hashed.append(segment.hashed[there])
            places.append(new[segment.places[there]])
        offsets = np.concatenate(([0], np.cumsum(np.concatenate(lengths)))).astype(np.int64)
        every, where = np.concatenate(hashed), np.concatenate(places)
        order = np.argsort(every, kind="stable")
        return offsets, np.concatenate(names), every[order], where[order].astype(np.uint32)
