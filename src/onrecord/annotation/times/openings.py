"""Which word may begin which expressions, and the longest expression at a token.

A token is looked up once; only words that can begin an expression are tried, each with the few rules that it can
begin, and no rule looks further than some twenty tokens. So a scan takes time linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotation.times import dates, grammar, phrases, quarters, sets, years
from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.durations import duration, past_unit, year_long
from onrecord.annotation.times.fuzzy import fuzzy
from onrecord.annotation.times.grammar import Rule, longest
from onrecord.annotation.times.lengths import window
from onrecord.annotation.times.meanings import Match
from onrecord.annotation.times.numbers import is_digits
from onrecord.annotation.times.tokens import Tokens

_DIGITS: tuple[Rule, ...] = (
    grammar.calendar, grammar.time_of_day, years.year, years.decade, years.century, quarters.quarter, duration,
)
_NUMBER_WORDS: tuple[Rule, ...] = (duration, years.year, grammar.time_of_day)
_THE: tuple[Rule, ...] = (
    year_long, phrases.beside_event, dates.day_of_month, dates.nth_weekday, grammar.calendar, grammar.shifted,
    quarters.quarter, quarters.period, phrases.season, years.decade, years.century, years.year, phrases.anaphoric,
    phrases.year_end, phrases.part_of_day, window, duration, grammar.early, grammar.boundary, fuzzy, past_unit,
)
_BEGINNINGS: tuple[tuple[Iterable[str], tuple[Rule, ...]], ...] = (
    (lex.ANY_MONTH, (grammar.calendar,)),
    (lex.ANY_WEEKDAY, (sets.weekdays, grammar.calendar)),
    (lex.WEEKDAYS_PLURAL, (sets.weekdays,)),
    (lex.TODAY, (grammar.calendar,)),
    ([key[0] for key in (*lex.FIXED_DAYS, *lex.MOVING_DAYS)], (grammar.calendar,)),
    (lex.SHIFTS, (grammar.shifted, window)),
    (("last", *lex.ORDINALS), (dates.nth_weekday,)),
    ("last past next coming first final recent previous following each these its his their".split(), (window,)),
    (lex.CARDINALS, _NUMBER_WORDS),
    (lex.ORDINALS, (quarters.quarter, quarters.listed, years.century, grammar.calendar)),
    (("a", "an"), (sets.rate, duration)),
    (("another", "half", "couple", "dozens", "hundreds", "scores", "[", *lex.VAGUE, *lex.FRACTIONS), (duration,)),
    (lex.PLURAL_UNITS, (duration,)),
    ("daylong weeklong monthlong yearlong hourlong decadelong".split(), (duration,)),
    ("hour day week month year decade century".split(), (duration,)),
    ("half quarter noon midnight midday".split(), (grammar.time_of_day,)),
    (lex.SEASONS, (phrases.season,)),
    (lex.DECADES, (years.decade,)),
    (("q", "h"), (quarters.quarter,)),
    (("'",), (years.decade, years.year)),
    (("year", "its"), (quarters.period,)),
    (("year", "month", "quarter"), (phrases.year_end,)),
    (("fiscal", "financial", "latest"), (quarters.quarter, quarters.period, years.fiscal_year)),
    (("fy",), (years.fiscal_year,)),
    (("overnight",), (phrases.part_of_day,)),
    (("then",), (phrases.then,)),
    (lex.EARLY_LATE, (grammar.early,)),
    (lex.BOUNDARIES, (grammar.boundary,)),
    (("every", "each", "per"), (sets.every,)),
    ("daily hourly weekly nightly monthly biweekly fortnightly".split(), (sets.adverb,)),
    ((*lex.APPROXIMATE, *"more less fewer at up no not well just".split()), (grammar.inexact,)),
    (
        """now currently nowadays recently lately recent past coming future these at more most this as current
        one a some long not soon""".split(),
        (fuzzy,),
    ),
)


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, tuple[Rule, ...]] = {}
    for words, rules in _BEGINNINGS:
        for word in words:
            known = table.get(word, ())
            table[word] = known + tuple(rule for rule in rules if rule not in known)
    return table | {"the": _THE}


_RULES = _table()
_AFTER_THE = (
    frozenset(
        """past last next coming following previous preceding prior current present same first second third fourth
        final recent latest fiscal financial year month week weekend quarter decade century day days weeks months
        years decades hours future near short foreseeable distant immediate not morning afternoon evening night early
        late mid middle later earlier beginning start end close turn conclusion outset very comparable corresponding
        equivalent similar spring summer autumn fall winter ' full upcoming subsequent succeeding that""".split()
    )
    | set(lex.CARDINALS)
    | set(lex.ORDINALS)
    | set(lex.DECADES)
    | set(lex.VAGUE)
)
"""Words after `the` that it is worth trying the rules for: `the` is one word of twenty."""


def expression(t: Tokens, i: int) -> Match | None:
    """The longest expression that begins at token `i`."""
    word = t.low[i]
    rules = _RULES.get(word)
    if rules is None:
        if not is_digits(word, 4):
            return None
        rules = _DIGITS
    elif rules is _THE and t.low[i + 1] not in _AFTER_THE and not t.low[i + 1][:1].isdigit():
        return None
    found = longest(rules, t, i)
    return Match(i, *found) if found else None
