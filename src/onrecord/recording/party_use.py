"""Which parties a record lists: those with a name, and of those only described the ones that something is told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.annotation.tagging import tables
from onrecord.types import Claim, Deadline, Demand, Outlook, RecordEvent, RecordParty, RecordStatement


def told_of(
    parties: Sequence[RecordParty],
    described: frozenset[str],
    *,
    events: Iterable[RecordEvent],
    statements: Iterable[RecordStatement],
    claims: Iterable[Claim],
    demands: Iterable[Demand],
    deadlines: Iterable[Deadline],
    outlooks: Iterable[Outlook],
) -> tuple[RecordParty, ...]:
    """The parties without the nameless ones (`passengers`, `two brothers`) that no line of the record is about.

    Args:
        parties: all of a record's.
        described: the ids of those that were made from descriptions.
        events: the record's, as the rest.
    """
    used: set[str | None] = set()
    for event in events:
        used.update(event.actor, event.recipient)
    for statement in statements:
        used.add(statement.source)
    for claim in claims:
        used.update(claim.asserted_by, claim.confirmed_by, claim.denied_by)
    for demand in demands:
        used.update(demand.by, demand.to, *(answer.by for answer in demand.answers))
    for deadline in deadlines:
        used.update(deadline.set_by, deadline.on)
    used.update(outlook.holder for outlook in outlooks)
    return tuple(p for p in parties if p.id in used or not (p.id in described or is_nameless(p)))


def is_nameless(party: RecordParty) -> bool:
    """Whether a group is only counted or described: no word of its has the capital of a name."""
    if party.kind != "group" or party.country is not None:
        return False
    first, *rest = party.name.split() or [""]
    ordinary = first[:1].islower() or first[:1].isdigit() or first.casefold() in tables().words
    return ordinary and not any(w[:1].isupper() for w in rest)
