"""Whether an event that no date stands by may stand on the day of publication in a party's timeline."""

from __future__ import annotations

import re

from onrecord.annotation.event_types import EMPTY_VERBS
from onrecord.recording.acts import Happening
from onrecord.recording.clauses import Clauses, Verb

_EARLIER = re.compile(r"\b(?:originally|previously|initially|formerly|once|used to|in the past|historically)\b", re.I)
_SINCE = re.compile(r"\b(?:since|ever since|when\b[^,;]{0,40}\b(?:first|originally))\b[^,;]{0,60}\Z", re.I)
_PRESENT = frozenset({"VBZ", "VBP"})
_NEAR = 25
"""How many characters before a trigger a word may stand that puts it into the past."""


def on_the_day(h: Happening, clauses: Clauses) -> bool:
    """Whether an undated event is news of its day: no state, no habit, nothing that was long before.

    Args:
        h: the event.
        clauses: its sentence's.
    """
    text, start = h.passage.text, h.trigger[0] - h.passage.start
    before = text[:start]
    behind = h.trigger[1] + 1 - h.passage.start
    if _SINCE.search(before) or _EARLIER.search(before[-_NEAR:]) or _EARLIER.match(text, behind):
        return False
    verb = clauses.verb_at(h.trigger[0])
    if verb is None or verb.head >= len(clauses.tags):
        return True
    if _is_pluperfect(verb, clauses):
        return False
    return h.passage.kind == "title" or h.event.type is not None or not _is_lasting(verb, clauses)


def _is_pluperfect(verb: Verb, clauses: Clauses) -> bool:
    return "had" in clauses.sentence.lower[verb.first : verb.head]


def _is_lasting(verb: Verb, clauses: Clauses) -> bool:
    """Whether a verb tells a state or a habit: plain present (`features`, `is based`), or one that says only that
    something is."""
    if verb.form != "finite":
        return False
    words = clauses.sentence.lower[verb.first : verb.head]
    present = clauses.tags[verb.head] in _PRESENT or (verb.passive and words[:1] in (["is"], ["are"]))
    return present or verb.lemma in EMPTY_VERBS
