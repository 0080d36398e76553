"""A deadline while its mentions are gathered, and all of a story's, found by day and by document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.recording.dates import Day
from onrecord.recording.due import Due
from onrecord.recording.passages import Passage
from onrecord.types import DeadlineState, Evidence

REACH = 200
"""How many documents before and after a mention the deadline may stand that it is about; further off another is meant.
It also keeps the work of a long story in proportion to its length."""


@dataclass(slots=True, eq=False)
class Gathered:
    """A deadline while its mentions are gathered."""

    dues: list[Due]
    day: Day | None
    basis: str | None
    state: DeadlineState | None = None
    extra: list[Evidence] = field(default_factory=list)
    set: str | None = None
    cues: list[tuple[Passage, int, int, DeadlineState]] = field(default_factory=list)
    """The sentences that say what became of it, with the offsets of the words that do."""
    unheeded: tuple[Evidence, ...] = ()
    """Where the text says that it passed and nothing was done."""
    _set_by: dict[str, None] = field(default_factory=dict)
    _on: dict[str, None] = field(default_factory=dict)
    _on_in_text: dict[str, None] = field(default_factory=dict)
    _inside: dict[int, list[Due]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for due in self.dues:
            self._note(due)

    def add(self, due: Due) -> None:
        """One more mention of it."""
        self.dues.append(due)
        self._note(due)

    def put_first(self, due: Due) -> None:
        """The first mention, known better."""
        self.dues[0] = due
        self._set_by, self._on, self._on_in_text, self._inside = {}, {}, {}, {}
        for known in self.dues:
            self._note(known)

    def _note(self, due: Due) -> None:
        self._set_by.update(dict.fromkeys(due.set_by))
        self._on.update(dict.fromkeys(due.on))
        if not due.passage.is_summary:
            self._on_in_text.update(dict.fromkeys(due.on))
        self._inside.setdefault(due.passage.document, []).append(due)

    def told_in(self, document: int) -> list[Due]:
        """Its mentions in a document."""
        return self._inside.get(document, [])

    def documents(self) -> Iterable[int]:
        """The documents that mention it."""
        return self._inside.keys()

    @property
    def due_day(self) -> str:
        """Its day, or the empty string."""
        return (self.day.date or "") if self.day else ""

    def lapsed(self, as_of: str | None) -> bool:
        """Whether its day is over."""
        last = (self.day.end or self.day.date) if self.day else None
        return last is not None and as_of is not None and last < as_of

    def parties(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who set it, and for whom."""
        # A headline or key point may only call them by another name (`the island state`).
        on = self._on_in_text or self._on
        # Who sets himself a day is bound by it himself.
        return tuple(self._set_by), tuple(p for p in on if p not in self._set_by) or tuple(on)

    def shares(self, due: Due) -> bool:
        """Whether a mention names one of its parties on the same side."""
        return any(p in self._set_by for p in due.set_by) or any(p in self.parties()[1] for p in due.on)


class Deadlines:
    """The deadlines of a story in the order in which they were found."""

    def __init__(self) -> None:
        self.all: list[Gathered] = []
        self._by_document: dict[int, list[int]] = {}
        self._by_date: dict[str, list[int]] = {}
        self._number: dict[int, int] = {}

    def add(self, draft: Gathered) -> None:
        """A new deadline."""
        number = len(self.all)
        self.all.append(draft)
        self._number[id(draft)] = number
        if draft.day is not None and draft.day.date is not None:
            self._by_date.setdefault(draft.day.date, []).append(number)
        for document in draft.documents():
            self._by_document.setdefault(document, []).append(number)

    def join(self, draft: Gathered, due: Due) -> None:
        """One more mention of a known deadline."""
        document = due.passage.document
        if not draft.told_in(document):
            self._by_document.setdefault(document, []).append(self._number[id(draft)])
        draft.add(due)

    def told_in(self, document: int) -> list[Gathered]:
        """Those that a document mentions."""
        return [self.all[n] for n in sorted(self._by_document.get(document, ()))]

    def near(self, document: int) -> list[Gathered]:
        """Those mentioned in a document or in one of the `REACH` before and after it."""
        around = range(document - REACH, document + REACH + 1)
        return [self.all[n] for n in sorted({n for d in around for n in self._by_document.get(d, ())})]

    def on_days(self, dates: Iterable[str]) -> list[Gathered]:
        """Those due on one of some days."""
        return [self.all[n] for n in sorted({n for date in dates for n in self._by_date.get(date, ())})]
