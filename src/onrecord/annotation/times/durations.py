"""Which lengths of time stand for a time: not every `a year`, `months` or `a day` does."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotation.times import dates
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.fuzzy import is_some_day
from onrecord.annotation.times.lengths import length, length_value
from onrecord.annotation.times.meanings import Length
from onrecord.annotation.times.tense import clause
from onrecord.annotation.times.tokens import Tokens

Found = tuple[int, Length] | None

_LENGTH_SIGNS = frozenset(
    """in for within of after over than about nearly almost barely just only under until lasts last lasted take
    takes took spent spend every once per follows is was half least most to more through during comes by around
    before under exactly and or like""".split()
)


_BEFORE_BARE = frozenset(
    """in for within over of took takes take spent after lasted until follows or to by just only with than mere
    despite""".split()
)
_AFTER_BARE = frozenset("ago before after later earlier of - or ahead".split())


def duration(t: Tokens, i: int) -> Found:
    """A length; those that are none by what stands around them are left out."""
    low = t.low
    if is_some_day(t, i):
        return None
    j = i + (low[i] == "the")
    found = length(t, j)
    if found is None and low[i] == "a":
        inner = length(t, i + 1)
        whole = inner and inner[1].rule == "adjective" and low[inner[0]] == "period"
        return (inner[0] + 1, inner[1]) if inner and whole else None
    if found is None:
        return None
    end, size = found
    plain = size.rule == "length" and size.amount is not None and size.direction == "none"
    if plain and low[i - 1] == "in" and _is_ahead(t, i, end):
        return end, replace(size, direction="hence")
    if j > i and (size.rule == "adjective" or size.direction != "none"):
        return None
    if j > i and size.rule == "bare plural":
        if low[end] == "ahead":
            return end + 1, Length(size.amount, size.unit, size.value, "next", None, None, "window")
        if low[end] not in ("before", "after", "following", "since", "leading", "that", "to") and not (
            size.unit == "Y" and low[i - 1] in ("over", "through")
        ):
            return None
        return end, size
    if size.rule == "bare plural" and size.direction not in ("ago", "earlier") and not _bare_stands(t, i, end):
        return None
    if (
        size.rule == "length"
        and size.amount == 1
        and low[i] in ("a", "an", "another")
        and size.direction == "none"
        and not _one_stands(t, i, end, size)
    ):
        return None
    if size.rule == "adjective" and low[end] == "term" and size.amount is not None:
        return end + 1, size
    return end, size


def _is_ahead(t: Tokens, i: int, end: int) -> bool:
    """Whether `in five years` tells a day to come, and not how long something takes or how often it happened."""
    return t.low[end] in (",", ".", ";", "and", "but", "if") and clause(t, i, end).tense == "future"


def _bare_stands(t: Tokens, i: int, end: int) -> bool:
    """Whether a plural without a number is a length of time: `for years`, `months of talks`, `days later`."""
    low = t.low
    before, after = low[i - 1], low[end]
    if before in _BEFORE_BARE:
        return not (before == "of" and low[i - 2] == "matter")
    return after in _AFTER_BARE or i == 0 or before in ("\n", ".", '"')


def _one_stands(t: Tokens, i: int, end: int, size: Length) -> bool:
    """Whether `a year` is a length: not a rate ("$5 a year"), not a year that is somehow ("a day to remember")."""
    low = t.low
    before, after = low[i - 1], low[end]
    if after in ("before", "after", "or", "since", "earlier", "later"):
        return True
    if size.unit in ("S", "MIN"):
        return before in ("in", "for", "within", "under", "about", "than")
    if size.unit in ("D", "N"):
        return before in ("in", "for", "within", "after", "over", "than", "under", "about", "nearly", "almost")
    if low[end - 1] != "year" and low[i + 1] in ("additional", "full", "further", "extra", "whole", "entire"):
        return True
    if before == "as":
        return low[i - 2] in ("long", "little")
    return before in _LENGTH_SIGNS or not before or not before.isalnum()


def year_long(t: Tokens, i: int) -> Found:
    """`the year ended Sept. 30`, `the year-earlier nine months`: stretches told by their length."""
    low = t.low
    j = i + (low[i] == "the")
    j += low[j] in ("fiscal", "financial", "full")
    if low[j] == "year" and low[j + 1] in ("ended", "ending", "to") and (low[j + 1] != "to" or dates.date(t, j + 2)):
        return j + 1, Length(1, "Y", "P1Y")
    if low[j] == "year" and low[j + 1] == "-" and low[j + 2] in ("ago", "earlier"):
        found = length(t, j + 3)
        if found and found[1].amount and found[1].unit == "M":
            return found
    return None


def past_unit(t: Tokens, i: int) -> Found:
    """`the past year`: the twelve months up to publication, not the calendar year before."""
    unit = lex.UNITS.get(t.low[i + 2], "WE")
    if t.low[i + 1] != "past" or unit in ("WE", "S", "N") or t.low[i + 2] in lex.PLURAL_UNITS:
        return None
    return i + 3, Length(1, unit, length_value(1, unit), "past", rule="window")
