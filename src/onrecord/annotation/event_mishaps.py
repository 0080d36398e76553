"""What nature or an accident does to people, nobody's act: `the flood killed nine`, `killed when a bus sank`."""

from __future__ import annotations

import bisect

from onrecord.annotation.event_lexicon import singular
from onrecord.annotation.subjects import subject
from onrecord.annotation.syntax import Sentence, VerbGroup

_MISHAPS = frozenset(
    "accident avalanche blaze blizzard capsizing collision crash cyclone derailment drought earthquake epidemic "
    "disease fall famine fire flood flooding gale heatwave hurricane landslide mudslide outbreak pileup plague quake "
    "shipwreck storm tornado tsunami typhoon virus wave wildfire wind".split()
)
_MISHAP_REACH = 10
_BEFALLS = frozenset("crash collide capsize sink overturn derail collapse plunge flip founder".split())
"""What happens to a vehicle or a building when it harms somebody."""


def by_mishap(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether what a verb of harm tells was done by nature or by accident, and by nobody."""
    if group.passive:
        if sentence.lower[group.last : group.last + 1] in (["when"], ["as"], ["after"]):
            # `were killed when their bus overturned`
            following = next(iter(sentence.groups_from(group.last)), None)
            return following is not None and following.lemma in _BEFALLS
        for k in range(group.last, min(len(sentence) - 1, group.last + 3)):
            last = sentence.phrase_at.get(k + 1)
            if sentence.lower[k] in ("in", "by") and last is not None and last - k < _MISHAP_REACH:
                return singular(sentence.lower[last - 1]) in _MISHAPS
        return False
    who = subject(sentence, group)
    head = None if who is None else sentence.phrase_at.get(who.first)
    if head is not None and singular(sentence.lower[head - 1]) in _MISHAPS:
        return True
    # `A crash on Friday near Lund | killed`: the first of the phrases that hang on each other.
    first, begin = None, group.first
    for start, end in reversed(sentence.phrases[: bisect.bisect_left(sentence.phrases, (group.first,))]):
        if any(sentence.tags[k] not in ("IN", "RB") for k in range(end, begin)):
            break
        first, begin = end, start
    return first is not None and singular(sentence.lower[first - 1]) in _MISHAPS
