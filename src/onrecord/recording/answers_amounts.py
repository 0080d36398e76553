"""How much of what is asked an answer grants: all of it, or a part.

`asked for six months; it granted three`, `sought $40 million. Lawmakers approved $25 million`, `took back 12 of them`.
"""

from __future__ import annotations

import functools
import re

from onrecord.recording.answers import Reply
from onrecord.recording.clauses import Clauses, Verb
from onrecord.recording.dates import NUMBERS
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents

HINT = re.compile(r"\b(?:gave|give[sn]?|grant\w*|approv\w+|allow\w*|award\w*|allot\w*|got|won|agreed to)\b")
_GRANTS = lexicon("give grant approve allow award allot")
_AMOUNT = re.compile(
    r"(?P<money>[$€£¥])?\b(?P<number>\d[\d,]*(?:\.\d+)?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")\b"
    r"[\s-]?(?P<scale>thousand|million|billion)?\s?(?P<unit>%|per ?cent\b|[a-z]+)?",
    re.I,
)
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "year": 365.0}
_PERCENT = frozenset(["%", "percent", "per cent"])


@functools.lru_cache(maxsize=16384)
def amount_in(text: str) -> tuple[float, str] | None:
    """The first amount that a text names, with its unit: `money`, `percent`, `days`, another noun, or nothing."""
    for found in _AMOUNT.finditer(text[:300]):
        word = found["number"].casefold()
        if word in ("a", "an", "another") and (found["unit"] or "").rstrip("s") not in _DAYS:
            continue
        number = float(NUMBERS[word]) if word in NUMBERS else float(word.replace(",", ""))
        number *= _SCALES.get((found["scale"] or "").casefold(), 1.0)
        unit = (found["unit"] or "").casefold()
        if found["money"] or unit in ("dollars", "euros", "pounds", "francs", "yen"):
            return number, "money"
        if unit in _PERCENT:
            return number, "percent"
        if unit.rstrip("s") in _DAYS:
            return number * _DAYS[unit.rstrip("s")], "days"
        return number, "" if unit in ("", "of", "and", "on", "in", "more") else unit.rstrip("s")
    return None


def is_part(asked: str, granted: str) -> bool | None:
    """Whether an amount is less than the one asked for; None where they are not of one kind."""
    one, other = amount_in(asked), amount_in(granted)
    if one is None or other is None:
        return None
    bare = other[1] == "" and one[1] != "money"
    if bare and one[1] == "days":
        # `asked for six months; it granted three`
        plain = re.search(r"\b(hour|day|week|fortnight|month|year)s?\b", asked, re.I)
        return None if plain is None else other[0] * _DAYS[plain[1].casefold()] < one[0]
    return other[0] < one[0] if bare or one[1] == other[1] else None


def amounts_of(referents: Referents, passage: Passage) -> list[Reply]:
    """The answers of a passage that say only how much is granted, in order."""
    if passage.is_summary or not HINT.search(passage.text.lower()):
        return []
    clauses = referents.clauses(passage)
    return [
        _made(referents, passage, clauses, verb, *found)
        for verb in clauses.verbs
        if (found := _granted(clauses, verb)) is not None
    ]


def _granted(clauses: Clauses, verb: Verb) -> tuple[int, int] | None:
    """The words of the amount that a verb grants."""
    if verb.lemma not in _GRANTS or verb.negated or verb.passive or verb.modal is not None or verb.form != "finite":
        return None
    for at in range(verb.last, min(verb.last + 3, len(clauses.sentence))):
        if clauses.tags[at] == "CD" and clauses.phrase_starting(at) is None:
            # `it granted three`
            return at, at + 1
        phrase = clauses.phrase_starting(at)
        if phrase is not None and (clauses.tags[phrase.first] == "CD" or clauses.sentence.words[phrase.first] == "$"):
            return phrase.first, phrase.last
    return None


def _made(
    referents: Referents, passage: Passage, clauses: Clauses, verb: Verb, first: int, last: int
) -> Reply:
    s = clauses.sentence
    subject = clauses.subject(verb)
    begin = verb.first if subject is None or subject.last > verb.first else subject.first
    return Reply(
        passage=passage, start=s.starts[begin], end=s.ends[last - 1], kind="partly",
        by=referents.who(passage, subject), house=(), noun=None, whose=(), task=None, partial=False,
        amount=s.text[s.starts[first] : s.ends[last - 1]],
    )  # fmt: skip
