"""What is new between two records of one story: an earlier one and a later one.

Two items are the same if they rest on overlapping words of the same document. A later record has all the documents of
the earlier one, so an item that was there is found again by its own words, whatever its id has become.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.types import Claim, Deadline, Demand, Evidence, Record

ChangeKind = Literal["new", "changed", "contradicted", "lapsed", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `list` is the record's list, `item` the id in the later record (in the earlier one for what is gone), `text` says it
    for a reader. `contradicted`: a claim that somebody now denies. `lapsed`: a deadline that has passed since.
    """

    kind: ChangeKind
    list: str
    item: str
    text: str
    before: str | None
    after: str | None
    evidence: tuple[Evidence, ...]


def changes(before: Record, after: Record) -> tuple[Change, ...]:
    """What the later record has that the earlier one has not, and what changed its state.

    Compared are demands, deadlines, claims, statements and events: lists whose items have an id.
    """
    out: list[Change] = []
    for name, (state, text) in _LISTS.items():
        out += _of_list(name, getattr(before, name), getattr(after, name), state, text)
    return tuple(out)


def _of_list(
    name: str, before: Sequence[Any], after: Sequence[Any], state: Callable[[Any], str], text: Callable[[Any], str]
) -> Iterator[Change]:
    known = _Index(before)
    for item in after:
        old = known.find(item.evidence)
        if old is None:
            yield Change("new", name, item.id, text(item), None, state(item) or None, item.evidence)
        elif state(old) != state(item):
            yield Change(_kind(old, item), name, item.id, text(item), state(old), state(item), item.evidence)
    for item in before:
        if item.id not in known.found:
            yield Change("gone", name, item.id, text(item), state(item) or None, None, item.evidence)


def _kind(old: Any, new: Any) -> ChangeKind:
    if isinstance(new, Deadline) and old.due == new.due and (old.state, new.state) == ("pending", "expired"):
        return "lapsed"
    if isinstance(new, Claim) and set(new.denied_by) - set(old.denied_by):
        return "contradicted"
    return "changed"


class _Index:
    """Items by the places that they rest on; remembers which were found."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.found: set[str] = set()
        self._at: dict[str, list[tuple[int, int, Any]]] = {}
        for item in items:
            for e in item.evidence:
                self._at.setdefault(e.document, []).append((e.start, e.end, item))

    def find(self, evidence: Sequence[Evidence]) -> Any:
        """The item that shares most characters with this evidence, the earliest of equals; None if none does."""
        shared: dict[str, int] = {}
        items: dict[str, Any] = {}
        for e in evidence:
            for start, end, item in self._at.get(e.document, ()):
                common = min(end, e.end) - max(start, e.start)
                if common > 0:
                    shared[item.id] = shared.get(item.id, 0) + common
                    items[item.id] = item
        if not shared:
            return None
        best = max(shared, key=lambda i: shared[i])
        self.found |= items.keys()
        return items[best]


def _demand_state(demand: Demand) -> str:
    answers = ", ".join(dict.fromkeys(a.kind for a in demand.answers))
    return f"{demand.state} ({answers})" if answers else demand.state


_LISTS: dict[str, tuple[Callable[[Any], str], Callable[[Any], str]]] = {
    "demands": (_demand_state, lambda d: d.what),
    "deadlines": (lambda d: f"{d.due}, {d.state}" if d.due else d.state, lambda d: d.text or d.evidence[0].quote),
    "claims": (lambda c: c.status, lambda c: c.text),
    "statements": (lambda s: "", lambda s: f"{s.source_text or 'somebody'} {s.stance}: {s.text}"),
    "events": (
        lambda e: " ".join(filter(None, (e.date, e.reality if e.reality != "asserted" else ""))),
        lambda e: e.text or e.evidence[0].quote,
    ),
}
