"""Adverbials of time around a verb: where a sentence goes on without them."""

from __future__ import annotations

from onrecord.annotation.phrases import CALENDAR
from onrecord.annotation.syntax import Sentence

TIME_NOUNS = frozenset(
    "week month year morning afternoon evening night day weekend hour season spring summer autumn winter".split()
)


def time_behind_comma(sentence: Sentence, i: int) -> int | None:
    """The first word of an adverbial of time right before word `i`, where a comma stands before it."""
    first = sentence.phrase_to.get(i)
    if first is None or first < 2 or not is_time(sentence, first, i):
        return None
    k = first - (sentence.tags[first - 1] == "IN")
    return k if k > 1 and sentence.tags[k - 1] == "," else None


def is_time(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun phrase is an adverbial of time: `Tuesday`, `last night`."""
    return sentence.lower[first] in CALENDAR or (
        sentence.lower[last - 1] in TIME_NOUNS
        and sentence.lower[first] in ("last", "this", "next", "that", "earlier", "later")
    )


def before_time(sentence: Sentence, i: int) -> int:
    """Where the words before `i` end without an adverbial of time: `the mayor [on Tuesday] said`."""
    first = sentence.phrase_to.get(i)
    if first is None or first == 0:
        return i
    if not is_time(sentence, first, i):
        return i
    k = first - (sentence.tags[first - 1] == "IN")
    if k and sentence.tags[k - 1] == ")":
        # `the Orrish Air Force (OAF) on Tuesday said`
        opened = next((m for m in range(k - 2, max(0, k - 8), -1) if sentence.tags[m] == "("), k)
        k = opened if opened in sentence.phrase_to else k
    group = sentence.group_at(k - 1) if k else None
    # Behind a verb another one goes on: `the bill that the senate passed [on Friday] would ban`.
    return k if k in sentence.phrase_to or (group is not None and group.form in ("finite", "participle")) else i
