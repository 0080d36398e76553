"""Whether two lines of one day tell one happening in other words: `a plane crashed at Lund`, `the crash at Lund`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.acts import Happening
from onrecord.recording.drift_words import stem
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon

_SHARED = 3
"""So many content words two tellings have in common at least, beside what happened …"""
_SHARE = 0.25
"""… and this share of the shorter one's."""
_LIGHT = lexicon(
    "say tell report announce reveal confirm claim write state add warn deny call ask make take give get have go come "
    "see hold begin start do find show release issue post become remain include"
)
"""What says little of what happened: two such lines of one day may tell of anything."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d+ (?=minutes|hours)")
_COUNTS = lexicon(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens score hundred hundreds thousand "
    "thousands"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A line with what can be compared: `head` is the stem of the word that says what happened, None where no event
    hangs on the day or its word says little."""

    head: str | None
    words: frozenset[str]
    stems: frozenset[str]
    counts: frozenset[str]
    actors: frozenset[str]


def told_of(text: str, trigger: str, event: Happening | None) -> Told:
    """What a line tells.

    Args:
        text: the line.
        trigger: the word of its event; empty where it has none.
        event: the event.
    """
    words = gist_of(_CLOCK.sub(" ", text))
    heads = sorted(gist_of(trigger) - _LIGHT)
    return Told(
        stem(heads[0]) if event is not None and len(heads) == 1 and event.event.reality == "asserted" else None,
        words,
        frozenset(map(stem, words)),
        frozenset(w for w in words if w[:1].isdigit() or w in _COUNTS),
        # Of what is no act of one party towards another, who acts is often whom it befell.
        frozenset(() if event is None or event.event.type is None else event.event.actor),
    )


def retold(a: Told, b: Told) -> bool:
    """Whether two lines of one day tell the same happening: each names what the other says happened, they share more
    than that, and neither who did it nor how many stands against it."""
    if a.head is None or b.head is None or a.head not in b.stems or b.head not in a.stems:
        return False
    if a.actors and b.actors and not a.actors & b.actors:
        return False
    return agree(a, b) and len(a.words & b.words) >= _SHARED and overlap(a.words, b.words) >= _SHARE


def agree(a: Told, b: Told) -> bool:
    """Whether two lines may tell the same numbers: one of them names none that the other does not."""
    return a.counts <= b.counts or b.counts <= a.counts
