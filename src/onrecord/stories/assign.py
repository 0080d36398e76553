"""Which reports tell of the same happenings: each joins the story that it is most like, or begins one.

Single-pass clustering with one centre for each story, as in topic detection and tracking (Allan, Papka and Lavrenko
1998): cosine of weighted words, less the further apart in time. Reports are looked at once, in order of publication,
and what has a story keeps it, so stories grow as documents arrive, at a cost that hangs on the few stories that share
rare words with a report.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from onrecord.editions import count_origins
from onrecord.stories.terms import Terms, heaviest, similarity, terms, together
from onrecord.types import Annotated, Document, Report, Story

SAME_STORY = 0.25
"""Similarity from which a report belongs to a story. Of .2, .25 and .3 the best on a collection of several outlets; on
ECB+, another set, .3 is better by a point."""
MEAN_SIMILARITY = 0.15
"""What a report must come to on average with the story's reports one by one: a large story's centre is a little like
everything."""
SAME_THREAD = 0.2
"""Similarity, however far apart in time, from which a new story continues another one."""
DECAY_DAYS = 30.0
"""Days of silence between story and report after which their similarity counts e times less,"""
LEAST_DECAY = 0.6
"""but no less than this: a trial is of one story with the arrest."""
HEAVY = 20
"""Words of a report by which stories are found that may be its own."""
HEAVY_OF_STORY = 40
"""Words by which a story is found."""
SHARED = 2
"""Such words that both must have."""
MAX_STORIES = 300
"""Words that more stories are found by find none: somebody who is in the news every day."""
CENTRE_WORDS = 400
"""Words of a story's centre that are kept."""
TITLE_CHARACTERS = 100
"""Longest title made out of a text's first words; a headline is rarely longer."""


@dataclass(frozen=True, slots=True)
class Centre:
    """What a story is about: the sum of its reports' words, versions of one text counted once.

    `reports` is their number, `begin` and `end` the first and last publication day known when they joined.
    """

    id: str
    thread: str
    weights: Mapping[str, float]
    reports: int = 1
    begin: str | None = None
    end: str | None = None
    length: float = field(init=False, repr=False, compare=False)
    """The root of the sum of the weights' squares."""

    def __post_init__(self) -> None:
        # Reckoned once: a centre is compared with many reports.
        object.__setattr__(self, "length", math.sqrt(sum(weight * weight for weight in self.weights.values())))

    def heavy(self) -> list[str]:
        """The words by which it is found."""
        return heaviest(self.weights, HEAVY_OF_STORY)


class Shelf(Protocol):
    """Where stories' centres are kept."""

    def holders(self, word: str) -> Sequence[str]:
        """Stories that are found by this word; of more than `MAX_STORIES` any number above it."""

    def centre(self, story: str) -> Centre:
        """The centre of a story."""

    def put(self, centre: Centre) -> None:
        """Keep a new centre, or one that has changed."""


class Memory:
    """Centres in memory."""

    def __init__(self) -> None:
        self._centres: dict[str, Centre] = {}
        self._found_by: dict[str, dict[str, None]] = {}

    def holders(self, word: str) -> Sequence[str]:
        """Stories that are found by this word."""
        return tuple(self._found_by.get(word, ()))

    def centre(self, story: str) -> Centre:
        """The centre of a story."""
        return self._centres[story]

    def put(self, centre: Centre) -> None:
        """Keep a centre."""
        old = self._centres.get(centre.id)
        for word in () if old is None else old.heavy():
            del self._found_by[word][centre.id]
        for word in centre.heavy():
            self._found_by.setdefault(word, {})[centre.id] = None
        self._centres[centre.id] = centre


def find_stories(documents: Sequence[Annotated], reports: Sequence[Report]) -> tuple[Story, ...]:
    """Group reports into stories.

    Args:
        documents: all documents that the reports name.
        reports: reports over them.

    Returns:
        The stories by id. A story's documents stand in order of publication, undated ones last; its id hangs on the
        document that it began with. Its origins are the sources that its reports rest on.

    Raises:
        KeyError: a report names a document that is not among `documents`.
    """
    by_id = {a.document.id: a for a in documents}
    placed = place(reports, by_id, {}, Memory())
    groups: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda r: r.id):
        groups.setdefault(placed[report.id].id, []).append(report)
    centres = {centre.id: centre for centre in placed.values()}
    found = {a.document.id: a.document for a in documents}
    return tuple(summary(centres[story], groups[story], found) for story in sorted(groups))


def place(
    reports: Iterable[Report], documents: Mapping[str, Annotated], homes: Mapping[str, str], shelf: Shelf
) -> dict[str, Centre]:
    """The story of each report, by the report's id; the shelf has the new and changed centres afterwards.

    Args:
        reports: those that are new, or of which documents are.
        documents: all that the reports name, by id.
        homes: the stories of those documents that have one.
        shelf: the stories so far.
    """
    placed: dict[str, str] = {}
    order = sorted(reports, key=lambda r: (_by_publication(_first(r, documents)), r.id))
    for report in order:
        before = Counter(homes[d] for d in report.documents if d in homes)
        if before:
            # Two stories that turn out to hold versions of one text: it goes where most of its documents are.
            story = min(before, key=lambda s: (-before[s], s))
            placed[report.id] = story
            continue
        members = [documents[d] for d in report.documents]
        words = together(map(terms, members))
        days = sorted(a.document.published[:10] for a in members if a.document.published)
        begin, end = (days[0], days[-1]) if days else (None, None)
        centre, thread = _nearest(words, begin, end, shelf)
        if centre is None:
            new = _id("story", _first(report, documents).id)
            centre = Centre(new, thread or new, words, 1, begin, end)
        else:
            centre = _joined(centre, words, days)
        shelf.put(centre)
        placed[report.id] = centre.id
    return {report: shelf.centre(story) for report, story in placed.items()}


def _nearest(words: Terms, begin: str | None, end: str | None, shelf: Shelf) -> tuple[Centre | None, str | None]:
    """The story that a report belongs to, and the thread that a story beginning with it continues."""
    shared: Counter[str] = Counter()
    for word in heaviest(words, HEAVY):
        stories = shelf.holders(word)
        if len(stories) <= MAX_STORIES:
            shared.update(stories)
    best: tuple[float, Centre] | None = None
    closest: tuple[float, str] | None = None
    for story in sorted(story for story, count in shared.items() if count >= SHARED):
        centre = shelf.centre(story)
        alike = similarity(words, centre.weights, centre.length)
        if alike >= SAME_THREAD and (closest is None or alike > closest[0]):
            closest = (alike, centre.thread)
        near = alike * _decay(begin, end, centre)
        mean = alike * centre.length / centre.reports
        if near >= SAME_STORY and mean >= MEAN_SIMILARITY and (best is None or near > best[0]):
            best = (near, centre)
    return (None if best is None else best[1]), (None if closest is None else closest[1])


def _decay(begin: str | None, end: str | None, centre: Centre) -> float:
    if begin is None or end is None or centre.begin is None or centre.end is None:
        return 1.0
    days = max(0, _days(centre.end, begin), _days(end, centre.begin))
    return max(LEAST_DECAY, math.exp(-days / DECAY_DAYS))


def _days(earlier: str, later: str) -> int:
    try:
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
    except ValueError:
        return 0


def _joined(centre: Centre, words: Terms, days: Sequence[str]) -> Centre:
    summed = dict(centre.weights)
    for word, weight in words.items():
        summed[word] = summed.get(word, 0.0) + weight
    kept = {word: summed[word] for word in sorted(heaviest(summed, CENTRE_WORDS))}
    known = [*days, *(day for day in (centre.begin, centre.end) if day)]
    return Centre(
        centre.id, centre.thread, kept, centre.reports + 1, min(known, default=None), max(known, default=None)
    )


def summary(centre: Centre, reports: Sequence[Report], by_id: Mapping[str, Document]) -> Story:
    """The story of these reports, all that it has.

    Args:
        centre: its centre.
        reports: in the order of their ids.
        by_id: their documents, at least.
    """
    documents = sorted({d: by_id[d] for r in reports for d in r.documents}.values(), key=_by_publication)
    days = [d.published[:10] for d in documents if d.published]
    return Story(
        id=centre.id,
        title=next((d.title for d in documents if d.title), None) or _first_words(documents[0]),
        documents=tuple(d.id for d in documents),
        reports=tuple(r.id for r in reports),
        origins=count_origins(documents, reports),
        thread=centre.thread,
        begin=min(days, default=None),
        end=max(days, default=None),
    )


def _id(kind: str, document: str) -> str:
    return f"{kind}-{hashlib.sha256(document.encode('utf-8')).hexdigest()[:12]}"


def _first(report: Report, documents: Mapping[str, Annotated]) -> Document:
    return min((documents[d].document for d in report.documents), key=_by_publication)


def _by_publication(document: Document) -> tuple[bool, str, str, str]:
    """Dated documents first, by day, then time where it is known, then id."""
    published = document.published or ""
    return (not published, published[:10], published, document.id)


def _first_words(document: Document) -> str:
    """A stand-in for a title: how the text begins, or the document's id if it says nothing."""
    block = next(iter(document.body()), None)
    words = document.text[:TITLE_CHARACTERS * 10] if block is None else document.text[block.start : block.end]
    words = " ".join(words[: TITLE_CHARACTERS * 10].split())
    if len(words) > TITLE_CHARACTERS:
        words = words[:TITLE_CHARACTERS].rsplit(" ", 1)[0] + "…"
    return words or document.id
