"""What the rules for wants share: the value they make, their word lists, and the parts of a sentence they look for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import DemandKind

KINDS: dict[str, DemandKind] = {
    "demand": "demand", "demands": "demand", "ultimatum": "demand", "condition": "condition", "conditions": "condition",
    "terms": "condition", "precondition": "condition", "preconditions": "condition", "request": "request",
    "requests": "request", "call": "request", "calls": "request", "plea": "request", "pleas": "request",
    "appeal": "request", "appeals": "request", "petition": "request", "proposal": "offer", "proposals": "offer",
    "offer": "offer", "offers": "offer", "suggestion": "request", "suggestions": "request", "bid": "offer",
    "recommendation": "request", "recommendations": "request", "order": "demand", "counterproposal": "offer",
    "counteroffer": "offer", "counter-offer": "offer",
}  # fmt: skip
"""Nouns for what is wanted, with the kind of demand that each names."""
DEMAND_NOUNS = frozenset(KINDS)
"""Nouns for what is wanted; an answer may name its demand by one of them."""
NOT_WANTED = lexicon(
    "comment comments reelection re-election election office help anonymity shelter work way ways advice talks office "
    "votes time attention question questions something things anything nothing what"
)
"""What people ask and seek all the time without demanding anything of anybody."""
_OF_WHOM = lexicon("from of with to against")
MONEY = re.compile(r"(?:[$€£¥]|\b(?:dollars?|euros?|pounds?|yen|francs|million|billion|a share|per share)\b)", re.I)
ISSUES = lexicon("issue make put submit file present send table deliver set outline list reiterate repeat renew lodge")
"""Verbs for putting a demand or an offer to somebody."""
_GOVERNS_CLAUSE = lexicon(
    "promise guarantee assure ensure tell say admit acknowledge recognise recognize prove confirm"
)
_BINDS = lexicon("block bar prevent stop force require order compel prohibit forbid restrain halt")


@dataclass(frozen=True, slots=True)
class Want:
    """What one sentence says that somebody wants. `start` and `end` are the offsets of the words that say it."""

    passage: Passage
    start: int
    end: int
    kind: DemandKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    rule: str
    members: bool = False
    """Whether it is one member of a list of demands."""
    deadline: int | None = None
    """Which of the story's deadlines goes with it."""


class Reader:
    """One sentence, and the parts of it that say what is wanted of whom."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self.referents = referents
        self.passage = passage
        self.clauses: Clauses = referents.clauses(passage)
        self.words = self.clauses.sentence.lower

    def want(
        self, kind: DemandKind, by: tuple[str, ...], to: tuple[str, ...], first: int, stop: int, begin: int, rule: str
    ) -> Want:
        """A want whose words are `begin` to `stop`, and that wants what words `first` to `stop` say."""
        s = self.clauses.sentence
        what = " ".join(s.text[s.starts[first] : s.ends[stop - 1]].split())
        return Want(self.passage, s.starts[begin], s.ends[stop - 1], kind, by, to, re.sub(r"^to\s+", "", what), rule)

    def infinitive_after(self, verb: Verb) -> Verb | None:
        """The next verb, if it is an infinitive."""
        for other in self.clauses.verbs:
            if other.first >= verb.last:
                return other if other.form == "infinitive" else None
        return None

    def stop(self, verb: Verb) -> int:
        """Where what a verb governs ends."""
        words = self.words
        # What is promised or told is a clause of its own.
        stop = len(words) if verb.lemma in _GOVERNS_CLAUSE else self.clauses.limit(verb)
        for i in range(verb.last, stop):
            if self.clauses.tags[i] == "WDT" or words[i] in (
                ",",
                ";",
                ".",
                "before",
                "after",
                "but",
                "while",
                "if",
                "unless",
                "as",
                "—",
                "--",
                "–",
                '"',
                "''",
                "”",
                "saying",
                "because",
            ):
                return max(i, verb.last)
        return max(stop, verb.last)

    def stop_after(self, phrase: Phrase) -> int:
        """Where a phrase ends with what hangs on it (`an end to the blockade of the port`)."""
        i = phrase.last
        words, tags = self.words, self.clauses.tags
        while i < len(words):
            if (
                words[i] in ("of", "for", "to", "with", "from", "on", "in", "against", "over", "by", "into")
                and self.clauses.phrase_starting(i + 1) is not None
            ):
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                i = following.last
            elif words[i] == "and" and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                if following.last < len(words) and tags[following.last] in ("VBD", "VBZ", "VBP", "MD"):
                    break
                i = following.last
            else:
                break
        return i

    def of_whom(self, first: int, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom it is wanted of: who stands after `from`, `of`, `with`, `to` or `against`."""
        for i in range(first, min(stop + 1, len(self.words))):
            if self.words[i] in _OF_WHOM:
                found = self.referents.who(self.passage, self.clauses.phrase_starting(i + 1))
                found = tuple(p for p in found if p not in by)
                if found:
                    return found
        return ()

    def target(self, first: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """The company or party that an offer is for: `a bid for Norrvik Mills`, `offers to acquire the mill`."""
        words = self.words
        for i in range(first, min(first + 24, len(words))):
            if words[i] == "for" or (words[i] in ("acquire", "buy", "take") and i and words[i - 1] == "to"):
                phrase = self.clauses.phrase_starting(i + 1)
                if phrase is None:
                    continue
                found = self.referents.who(self.passage, phrase) or self.referents.body_in(
                    self.passage, phrase.first, 12
                )
                found = tuple(p for p in found if p not in by)
                if found:
                    return found
        return ()

    def barred(self, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an order that is sought would bind: `an injunction blocking the mill’s board from …`."""
        verb = next((v for v in self.clauses.verbs if v.first == stop and v.form == "participle"), None)
        if verb is None or verb.lemma not in _BINDS:
            return ()
        thing = self.clauses.object(verb)
        if thing is None:
            return ()
        found = self.referents.who(self.passage, thing) or self.referents.possessor(self.passage, thing)
        return tuple(p for p in found if p not in by)

    def clause_subject(self, at: int, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Who is to do what the clause after word `at` says."""
        subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= verb.first), None)
        if subject is None or verb.passive:
            # What is to be done to somebody is asked of others.
            return ()
        found = self.referents.who(self.passage, subject) or self.referents.first_in(self.passage, subject)
        return tuple(p for p in found if p not in by)
