"""Requests for more time, which are answered by the time that is given."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.answers_drafts import Draft, Voice
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.gathered import Gathered
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material

_TIME = lexicon("time extension reprieve postponement delay grace deferral adjournment period days weeks months hours")
_MORE = lexicon(
    "more longer extra additional further another extension reprieve postponement delay deferral adjournment"
)
_GIVES = frozenset(["granted", "had", "extended", "moved", "added"])
"""The rules for due times by which somebody gets time."""


def answer_by_time(material: Material, kept: Sequence[Draft], deadlines: Sequence[Gathered], houses: Houses) -> None:
    """Take the time that somebody is given later, by the one whom he asked for more, for the answer to his request.

    Args:
        material: the story.
        kept: the demands that are put on record, with whom they are put to.
        deadlines: the due times of the story.
        houses: whom people speak for.
    """
    for draft in kept:
        words = draft.wants[0].what.casefold().split()
        wanted = draft.kind != "offer" and not draft.answered and bool(_TIME & set(words)) and bool(_MORE & set(words))
        first = draft.wants[0]
        for deadline in deadlines if wanted else ():
            for due in deadline.dues:
                later = (due.passage.document, due.start) > (first.passage.document, first.end)
                if due.rule not in _GIVES or not later or due.passage.is_summary or draft.answered or due.old:
                    continue
                setter, on = deadline.parties()
                gave = Voice(due.set_by or setter, houses)
                asked = bool(draft.to) and bool(gave.by) and gave.is_asked(draft)
                own = bool(set(due.on or on) & set(draft.by))
                if (asked or own) and not gave.asks(draft):
                    evidence = material.quotes.everywhere(due.passage, due.start, due.end)
                    draft.add("accepts", gave.by if asked else draft.to, evidence)
