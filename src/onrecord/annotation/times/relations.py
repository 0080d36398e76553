"""How the text uses a time: until it, by it, since it, before, after, during or on it; and the interval that follows.

`until` and `by` leave the begin open, `since` the end; `before` ends the day before, `after` begins the day after.
"""

from __future__ import annotations

import datetime as dt

from onrecord.annotation.times import calendars as cal
from onrecord.annotation.times.tense import Tense
from onrecord.annotation.times.tokens import Tokens
from onrecord.types import Relation

_WORDS: dict[str, Relation] = {
    "on": "on",
    "at": "on",
    "until": "until",
    "till": "until",
    "til": "until",
    "through": "until",
    "thru": "until",
    "by": "by",
    "since": "since",
    "before": "before",
    "after": "after",
    "following": "after",
    "during": "during",
    "in": "during",
    "throughout": "during",
    "within": "during",
    "over": "during",
    "for": "during",
}
_PHRASES: tuple[tuple[tuple[str, ...], Relation], ...] = (
    (("prior", "to"), "before"),
    (("ahead", "of"), "before"),
    (("earlier", "than"), "before"),
    (("no", "later", "than"), "by"),
    (("not", "later", "than"), "by"),
    (("at", "the", "latest"), "by"),
    (("later", "than"), "after"),
    (("up", "to"), "until"),
    (("up", "until"), "until"),
    (("as", "of"), "on"),
    (("starting", "from"), "since"),
    (("as", "early", "as"), "on"),
    (("as", "late", "as"), "on"),
    (("as", "soon", "as"), "on"),
    (("as", "recently", "as"), "on"),
)
_STARTS = frozenset({"starting", "beginning", "effective", "dating"})
_SKIPPED = frozenset({"at", "least", "only", "just", "about", "around"})
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "that", "this", "our"})
_BOUNDS = frozenset({"until", "by", "since", "before", "after"})


def relation_before(t: Tokens, first: int, tense: Tense) -> Relation | None:
    """The relation that the words before token `first` give.

    Behind an article only a bound counts: "until the Nov. 28 vote" bounds, "in the Oct. 23 attack" does not say when.
    `from` is a beginning where something is to come or goes on ("from Monday on"), not in "a letter from Monday".
    """
    low = t.low
    i = first - 1
    if i >= 0 and low[i] in _ARTICLES:
        found = relation_before(t, i, tense)
        return found if found in _BOUNDS else None
    for _ in range(3):
        if i < 0:
            return None
        word = low[i]
        if word == "from":
            return "since" if tense == "future" else None
        for words, relation in _PHRASES:
            if word == words[-1] and tuple(low[max(0, i - len(words) + 1) : i + 1]) == words:
                return relation
        if word in _WORDS:
            return _WORDS[word]
        if word in _STARTS or (word == "on" and low[i - 1] in _STARTS):
            return "since"
        if word not in _SKIPPED:
            return None
        i -= 1
    return None


def interval_with(
    relation: Relation | None, begin: str | None, end: str | None, mod: str | None = None
) -> cal.Interval:
    """The interval in which something holds that is said to be `relation` a time of `begin` to `end`.

    What is to happen before the end of a month may still happen in it.
    """
    if relation in ("until", "by"):
        return None, end
    if relation == "since":
        return begin, None
    if relation == "before":
        return None, end if mod == "END" else _next_to(begin, -1)
    if relation == "after":
        return _next_to(end, 1), None
    return begin, end


def _next_to(moment: str | None, days: int) -> str | None:
    """The day before or after; a time of day bounds itself."""
    if moment is None or len(moment) > 10:
        return moment
    day = cal.add_days(dt.date.fromisoformat(moment), days)
    return day.isoformat() if day else None
