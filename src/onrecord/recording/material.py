"""What the rules of this stage work on: the documents in order, their passages and parties."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.editions import origin_groups
from onrecord.recording import documents as docs
from onrecord.recording.anchored import anchored
from onrecord.recording.parties import Parties
from onrecord.recording.passages import Passage, Quotes, passages_of
from onrecord.types import Annotated, Evidence, Report, Time


@dataclass(frozen=True, slots=True)
class Material:
    """The input of a record, made ready. Documents are in order of date; everything refers to them by index."""

    documents: tuple[Annotated, ...]
    reports: tuple[Report, ...]
    taken: dict[str, str]
    """For each document whose date is inferred: the document that it was taken from."""
    passages: tuple[Passage, ...]
    quotes: Quotes
    parties: Parties
    as_of: str | None
    origin_of: dict[str, int]
    """For each document the number of its origin; reports that rest on one source have one number."""
    order: dict[tuple[int, int], int]
    """Where each passage stands among the passages, by document and offset."""

    def published(self, document: int) -> str | None:
        """The publication day of a document."""
        day = self.documents[document].document.published
        return None if day is None else day[:10]

    def origins(self, evidence: Iterable[Evidence]) -> int:
        """How many independent origins carry some evidence. Copies are one; so are reports that rest on one source."""
        return len({self.origin_of[e.document] for e in evidence})

    def passages_before(self, passage: Passage, most: int = 20) -> list[Passage]:
        """The passages of the same document before one, in reading order, no more than the last `most`."""
        at = self.order[passage.document, passage.start]
        near = self.passages[max(0, at - most) : at]
        return [p for p in near if p.document == passage.document]

    def times_in(self, passage: Passage) -> list[tuple[int, Time]]:
        """The times of a passage, with their indexes in its document."""
        times = self.documents[passage.document].annotations.times
        low = bisect.bisect_left(times, passage.start, key=lambda t: t.start)
        high = bisect.bisect_left(times, passage.end, key=lambda t: t.start)
        return [(n, times[n]) for n in range(low, high)]


def prepare(documents: Sequence[Annotated], reports: Sequence[Report], as_of: str | None) -> Material:
    """Order, date, join."""
    held = docs.complete(documents, reports)
    ordered, taken = docs.dated(documents, held)
    ordered = anchored(ordered)
    origins = origin_groups([d.document for d in ordered], held)
    passages = passages_of(ordered)
    quotes = Quotes(ordered, passages)
    return Material(
        documents=ordered,
        reports=held,
        taken=taken,
        passages=passages,
        quotes=quotes,
        parties=Parties(ordered, quotes),
        as_of=docs.as_of_date(ordered, as_of),
        origin_of={i: origins[n] for n, r in enumerate(held) for i in r.documents},
        order={(p.document, p.start): n for n, p in enumerate(passages)},
    )
