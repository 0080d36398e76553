"""A candidate index that grows document by document and lies on disk, beside the archive.

What was added since the last commit is held in memory; a commit writes it as one immutable segment. Segments of about
equal size are merged, so that their number grows with the logarithm of the documents. A manifest names the segments
that count and is replaced whole. So a process that is killed at any moment leaves the state of the last commit, and
readers in other processes keep the state that they opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import numpy as np

from onrecord.editions.fingerprints import MAX_DOCUMENTS, SHARED_SHINGLES, Fingerprint
from onrecord.editions.words import Hashes, Offsets
from onrecord.errors import ArchiveError
from onrecord.scale import manifest
from onrecord.scale.manifest import Entry, Manifest
from onrecord.scale.segments import (
    MAX_SEGMENT,
    Segment,
    build,
    checksum,
    hash_ids,
    holders,
    load,
    merge,
    places_of,
    sentence_keys,
    shingle_keys,
    write,
)

BUFFER = 8192
"""Documents that are held in memory before they are written without being asked: some 6 MB."""
FAN = 4
"""Segments of one size that are merged into one; in memory two are."""
TRIES = 10
"""Times that a reader looks for a manifest's files, which a writer may have merged away since."""

Pair = tuple[str, str]


class _Part:
    """A segment in use: its file, if it has one, and the places of its dead documents."""

    def __init__(self, segment: Segment, entry: Entry | None = None) -> None:
        self.segment = segment
        self.entry = entry
        self.dead = set(entry.dead) if entry else set()

    @property
    def living(self) -> int:
        return self.segment.documents - len(self.dead)


class CandidateIndex:
    """Documents' fingerprints, and the pairs of documents that share enough of them to be compared.

    One process writes at a time, any number read. Within a process, use it from one thread at a time.
    """

    def __init__(
        self, folder: str | Path, *, read_only: bool = False, max_documents: int = MAX_DOCUMENTS, buffer: int = BUFFER
    ) -> None:
        """Open the index in this folder.

        Args:
            folder: where its files lie; made if it is missing and this is to write.
            read_only: whether to read the present state only.
            max_documents: shingles and sentences of more documents than this (dead ones count until they are merged
                away) link nothing.
            buffer: documents that are held in memory before they are committed without being asked.

        Raises:
            ArchiveError: a file is missing or damaged, or another process writes.
        """
        self._folder = Path(folder)
        self._read_only = read_only
        self._max_documents = max_documents
        self._buffer = buffer
        self._stack = ExitStack()
        if not read_only:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stack.enter_context(manifest.locked(self._folder))
        self._parts: list[_Part] = []
        self._memory: list[_Part] = []
        self._open()
        if not read_only:
            self._sweep()

    def __enter__(self) -> CandidateIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit, unless an error goes through, and close."""
        if kind is None and not self._read_only:
            self.commit()
        self.close()

    def close(self) -> None:
        """Let go of the files and the lock; what was not committed is lost."""
        self._parts, self._memory = [], []
        self._stack.close()

    def __len__(self) -> int:
        """How many documents there are."""
        return sum(part.living for part in self._all())

    def __contains__(self, document: str) -> bool:
        """Whether there is a document of this id."""
        return any(True for _ in self._places([document]))

    def ids(self) -> Iterator[str]:
        """The ids of all documents, in the order in which they came."""
        for part in self._all():
            yield from (part.segment.id(n) for n in range(part.segment.documents) if n not in part.dead)

    def size(self) -> int:
        """Bytes of the files that the last commit left."""
        entries = (part.entry for part in self._parts)
        return sum((self._folder / entry.file).stat().st_size for entry in entries if entry is not None)

    def add(self, prints: Iterable[Fingerprint]) -> tuple[Pair, ...]:
        """Add documents, in place of those of the same id, and find what to compare them with.

        Many at once cost less each than one by one. Of several fingerprints with one id the last counts.

        Returns:
            Pairs of an added document and one that is there, added now or before: smaller id first, sorted.
        """
        self._writing()
        found: set[Pair] = set()
        new = list({p.document: p for p in prints}.values())
        for start in range(0, len(new), self._buffer):
            batch = new[start : start + self._buffer]
            self.remove([p.document for p in batch])
            self._memory.append(_Part(build(batch)))
            while len(self._memory) > 1 and self._memory[-2].living <= 2 * self._memory[-1].living:
                self._memory[-2:] = [_Part(merge([(p.segment, frozenset(p.dead)) for p in self._memory[-2:]]))]
            found.update(self._pairs(batch))
            if sum(part.living for part in self._memory) >= self._buffer:
                self.commit()
        return tuple(sorted(found))

    def remove(self, documents: Iterable[str]) -> int:
        """Remove the documents of these ids; how many there were."""
        self._writing()
        count = 0
        for _, part, place in list(self._places(list(dict.fromkeys(documents)))):
            part.dead.add(place)
            count += 1
        return count

    def candidates(self, prints: Iterable[Fingerprint]) -> tuple[Pair, ...]:
        """Pairs of one of these documents and one that is in the index: smaller id first, each once, sorted.

        The documents need not be in the index; nothing is added.
        """
        return tuple(sorted(set(self._pairs(list(prints)))))

    def commit(self) -> None:
        """Write what has changed, safe on disk when this returns, and merge segments of about one size.

        Raises:
            ArchiveError: the disk is full or does not let this write; the last commit stays as it is.
        """
        self._writing()
        try:
            if any(part.living for part in self._memory):
                self._put(self._parts, self._memory)
            elif any(part.entry and part.dead != set(part.entry.dead) for part in self._parts):
                self._switch(self._parts)
            self._memory = []
            while (run := self._mergeable()) is not None:
                start, end = run
                self._put(self._parts[:start], self._parts[start:end], self._parts[end:])
        except OSError as error:
            raise ArchiveError(
                f"the candidate index cannot be written: {error.strerror}", str(self._folder),
                "Make room or let this user write there, and commit again.",
            ) from error

    def check(self) -> None:
        """Read all files and compare them with their checksums.

        Raises:
            ArchiveError: one is damaged.
        """
        for part in self._parts:
            assert part.entry is not None
            path = self._folder / part.entry.file
            if checksum(path) != part.entry.checksum:
                raise ArchiveError(
                    "this segment is damaged", str(path), "Delete the index's folder and build it from the documents."
                )

    def _all(self) -> list[_Part]:
        return [*self._parts, *self._memory]

    def _writing(self) -> None:
        if self._read_only:
            raise ArchiveError("this index is open to read only", str(self._folder), "Open it to write.")

    def _open(self) -> None:
        """Open what the manifest names. A reader looks again if a writer has merged a file away in between."""
        for attempt in range(TRIES):
            self._manifest = manifest.read(self._folder)
            try:
                self._parts = [_Part(load(self._folder / e.file), e) for e in self._manifest.entries]
            except FileNotFoundError as error:
                if attempt + 1 < TRIES and self._read_only:
                    continue
                self._stack.close()
                raise ArchiveError(
                    "a segment of this candidate index is missing", str(error.filename),
                    "Delete the index's folder and build it from the documents.",
                ) from error
            except ArchiveError:
                self._stack.close()
                raise
            return

    def _sweep(self) -> None:
        """Delete what a killed writer left behind."""
        named = {entry.file for entry in self._manifest.entries}
        for path in sorted(self._folder.iterdir()):
            if (path.suffix == ".segment" and path.name not in named) or path.suffix == ".new":
                path.unlink()

    def _mergeable(self) -> tuple[int, int] | None:
        """A run of `FAN` neighbours of about one size, or a segment most of whose documents are dead."""
        for n, part in enumerate(self._parts):
            if 2 * part.living < part.segment.documents:
                return n, n + 1
        tiers = [self._tier(part) for part in self._parts]
        # A small segment before a larger one counts as large: else it would keep its neighbours apart for ever.
        for n in range(len(tiers) - 2, -1, -1):
            tiers[n] = max(tiers[n], tiers[n + 1])
        for n in range(len(tiers) - FAN, -1, -1):
            if tiers[n] == tiers[n + FAN - 1] and sum(p.living for p in self._parts[n : n + FAN]) < MAX_SEGMENT:
                return n, n + FAN
        return None

    def _tier(self, part: _Part) -> int:
        size, tier = part.living, 0
        while size >= FAN:
            size, tier = size // FAN, tier + 1
        return tier

    def _put(self, before: Sequence[_Part], parts: Sequence[_Part], after: Sequence[_Part] = ()) -> None:
        """Write these parts as one segment between the others, and let the manifest name it instead of them."""
        living = sum(part.living for part in parts)
        if not living:
            self._switch([*before, *after])
            return
        name = f"{self._manifest.version + 1:010d}.segment"
        path = self._folder / name
        written = write(path, [(part.segment, frozenset(part.dead)) for part in parts])
        self._switch([*before, _Part(load(path), Entry(name, living, written)), *after])

    def _switch(self, parts: list[_Part]) -> None:
        entries = []
        for part in parts:
            assert part.entry is not None
            part.entry = Entry(part.entry.file, part.entry.documents, part.entry.checksum, tuple(sorted(part.dead)))
            entries.append(part.entry)
        old = {entry.file for entry in self._manifest.entries} - {entry.file for entry in entries}
        self._manifest = Manifest(self._manifest.version + 1, tuple(entries))
        manifest.replace(self._folder, self._manifest)
        self._parts = parts
        for name in sorted(old):
            # Readers that have the file mapped keep it.
            (self._folder / name).unlink(missing_ok=True)

    def _places(self, ids: Sequence[str]) -> Iterator[tuple[int, _Part, int]]:
        """Where those of the ids are that are there: index among them, part and place."""
        hashes = hash_ids(ids)
        order = np.argsort(hashes)
        ordered, hashes = [ids[n] for n in order.tolist()], hashes[order]
        for part in self._all():
            for index, place in part.segment.find(ordered, hashes):
                if place not in part.dead:
                    yield int(order[index]), part, place

    def _pairs(self, prints: Sequence[Fingerprint]) -> Iterator[Pair]:
        parts = self._all()
        bases = np.cumsum([0, *(part.segment.documents for part in parts)])
        by_shingle = self._shared(parts, bases, *shingle_keys(prints), of_sentences=False)
        by_sentence = self._shared(parts, bases, *sentence_keys(prints), of_sentences=True)
        pairs, counts = np.unique(by_shingle, return_counts=True)
        linked = np.union1d(pairs[counts >= SHARED_SHINGLES], by_sentence)
        total = max(1, int(bases[-1]))
        numbers = linked % total
        within = np.searchsorted(bases, numbers, side="right") - 1
        for index, at, number in zip((linked // total).tolist(), within.tolist(), numbers.tolist(), strict=True):
            place = number - int(bases[at])
            if place in parts[at].dead:
                continue
            one, other = prints[index].document, parts[at].segment.id(place)
            if one != other:
                yield (one, other) if one < other else (other, one)

    def _shared(
        self, parts: Sequence[_Part], bases: Offsets, keys: Hashes, owners: Offsets, *, of_sentences: bool
    ) -> Offsets:
        """For every key and every document that holds it the number `owner * documents + document`, with repeats."""
        order = np.argsort(keys, kind="stable")
        keys, owners = keys[order], owners[order]
        total = max(1, int(bases[-1]))
        found = []
        every = np.zeros(len(keys), dtype=np.int64)
        for part in parts:
            postings = part.segment.sentences if of_sentences else part.segment.shingles
            low, counts = holders(postings, keys)
            every += counts
            found.append((postings, low, counts))
        few = every <= self._max_documents
        out = [np.zeros(0, dtype=np.int64)]
        for (postings, low, counts), base in zip(found, bases.tolist(), strict=False):
            there = np.flatnonzero(few & (counts > 0))
            places = places_of(postings, low[there], counts[there])
            out.append(np.repeat(owners[there], counts[there]) * total + places + base)
        return np.concatenate(out)
