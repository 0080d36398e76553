"""Amounts that somebody puts a thing at: `the ministry puts the number of devices at 412`.

No verb of saying tells it, and yet somebody stands for it. The line is the thing with its amount, beside who gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wording import clause_text
from onrecord.types import Evidence

_NUMBER = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|up to|upwards of|at least|at most|close to|no more than"
    r"|(?:more|less|fewer) than|between|just|only|well)\s){0,2}[“\"]?(?:(?:US|A|C)?[$€£¥]\s?)?"
    r"(?:\d[\d,.]*\d|\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|eighty|dozens|hundreds|thousands)\b)"
)
_UNIT = (
    r"(?:\s?(?:%|m|bn|k)(?!\w)|\s(?:per\scent|percent|million|billion|trillion|crore|lakh|dead|people|[a-z]+s)\b){0,2}"
)
_PUT = re.compile(
    r"\b(?P<verb>puts?|estimate[sd]?|pegs|pegged|assess(?:es|ed))\s(?P<what>(?:the|its|their|his|her|this|that|total|overall|annual)\s"
    r"(?:[\w’'-]+\s){1,9}?)"
    rf"at\s(?P<amount>{_NUMBER}{_UNIT}(?:\sto\s{_NUMBER}{_UNIT}|\sand\s{_NUMBER}{_UNIT})?)",
    re.I,
)
_COUNTED = re.compile(
    r"\b(?:numbers?|tolls?|figures?|costs?|loss(?:es)?|totals?|damages?|sums?|counts?|prices?|values?|odds|chances?|shares?"
    r"|sizes?|crowds?|turnout|deaths?|dead|membership|shortfalls?|deficits?|debts?|bills?|strength|distance|rate|amount"
    r"|proportion|percentage|backlog|gap|worth|attendance|casualties|population|reserves?|claims?|savings?|spending)\b",
    re.I,
)
_MONEY = re.compile(r"[$€£¥%]|\bper\s?cent\b|\b(?:million|billion|trillion)\b", re.I)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|:\d\d)|\s(?:years?|days?|months?)\sin\b", re.I)
_SEEN = frozenset({"put", "puts", "estimate", "estimates", "estimated", "pegs", "pegged", "assesses", "assessed"})
_IMPERSONAL = re.compile(
    r"(?:reports?|estimates?|it|that|this|which|stud(?:y|ies)|data|figures?|media|others?|some|one)\Z", re.I
)
"""What gives an amount and is nobody whom a line could name."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a party puts a thing at, with the words that tell it."""

    party: str
    text: str
    passage: Passage
    start: int
    evidence: tuple[Evidence, ...]


def amounts_put(material: Material, referents: Referents) -> Iterator[Amount]:
    """The amounts of a story that somebody gives, in reading order."""
    for passage in material.passages:
        if passage.is_summary or passage.words.isdisjoint(_SEEN):
            continue
        for found in _PUT.finditer(passage.text):
            made = _made(material, referents, passage, found)
            if made is not None:
                yield made


def _made(material: Material, referents: Referents, passage: Passage, found: re.Match[str]) -> Amount | None:
    if _COUNTED.search(found["what"]) is None and _MONEY.search(found["amount"]) is None:
        return None
    if _CLOCK.match(passage.text, found.end()) or _is_quoted(passage.text, found.start()):
        return None
    clauses = referents.clauses(passage)
    verb = clauses.verb_at(passage.start + found.start())
    if verb is None or verb.form != "finite" or verb.passive or verb.negated or verb.modal is not None:
        return None
    subject = clauses.subject(verb)
    if subject is None or _IMPERSONAL.match(clauses.sentence.lower[subject.head]):
        return None
    who = referents.who(passage, subject)
    low, high = clauses.span(subject)
    if not who and _DESCRIBED.fullmatch(clauses.sentence.text, low, high):
        who = referents.described(passage, subject)
    if len(who) != 1 or material.parties.get(who[0]).kind in ("product", "facility", "event", "work"):
        return None
    text = clause_text(passage.text[found.start("what") : found.end("amount")])
    start = min(low, passage.start + found.start())
    evidence = material.quotes.everywhere(passage, start, passage.start + found.end("amount"))
    return Amount(who[0], text, passage, passage.start + found.start(), evidence)


_DESCRIBED = re.compile(
    r"(?:the\s)?(?:police|authorities"
    r"|[a-z’'-]+\s(?:ministry|office|union|department|company|agency|council|officials))",
    re.I,
)
"""A description that needs no name."""


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies within quotation marks that open in its sentence."""
    return text.count("“", 0, at) > text.count("”", 0, at) or text.count('"', 0, at) % 2 == 1
