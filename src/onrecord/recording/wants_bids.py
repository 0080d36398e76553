"""Bids told from the side of the company bid for, or by the noun: `got a bid of 40 crowns a share from Lund`."""

from __future__ import annotations

import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_parts import Reader, Want
from onrecord.recording.wants_words import MONEY

_BIDS = lexicon("offer bid proposal approach")
_GETS = lexicon("receive get draw attract")
_MAKES = lexicon("launch make submit table begin start extend mount announce")
_LENGTH = re.compile(r"\b\w+[ -]+(?:year|month)\b")
_NEAR = 12
"""How many words after the receiver the offer may end."""
_FAR = 25
"""How many words after the offer the one it comes from may be named."""


class BidReader(Reader):
    """The rules for bids that somebody receives or that were launched by somebody."""

    def from_bids(self) -> list[Want]:
        """Bids that a sentence tells by who got them, or by who launched them."""
        readings = (self._received, self._launched, self._made, self._tries, self._was_offered)
        return [w for v in self.clauses.verbs if (w := next((f for r in readings if (f := r(v))), None)) is not None]

    def _received(self, verb: Verb) -> Want | None:
        """`received a 40-crown offer to merge from funds that Lund leads`."""
        thing = self.clauses.object(verb)
        if verb.lemma not in _GETS or verb.passive or verb.negated or verb.modal is not None or thing is None:
            return None
        if self.words[thing.head] not in _BIDS or not self._priced(thing):
            return None
        to = self.referents.who(self.passage, self.clauses.subject(verb))
        near = self.words[thing.last : thing.last + _FAR]
        at = thing.last + near.index("from") if "from" in near else None
        maker = None if at is None else self.clauses.phrase_starting(at + 1)
        if maker is None:
            return None
        by = self._one_of(maker)
        by = tuple(p for p in by if p not in to)
        return self.want("offer", by, to, thing.first, thing.last, verb.first, "bid") if by and to else None

    def _made(self, verb: Verb) -> Want | None:
        """`made Lund an eight-year, $16 million offer`, `had also made an eight-year offer`."""
        if verb.lemma not in ("make", "extend") or verb.passive or verb.negated or verb.modal is not None:
            return None
        receiver = self.clauses.object(verb)
        if receiver is None:
            return None
        at = receiver.last - 1 if self.words[receiver.head] in _BIDS else None
        near = range(receiver.last, min(receiver.last + _NEAR, len(self.words)))
        at = at or next((i for i in near if self.words[i] in ("offer", "bid")), None)
        stops = at is None or not {".", ";", "and", "but"}.isdisjoint(self.words[receiver.last : at])
        if at is None or stops or self.words[receiver.first] == "no":
            return None
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        given = self.words[receiver.head] not in _BIDS
        to = tuple(p for p in self.referents.who(self.passage, receiver) if p not in by) if given else ()
        if not by or (given and not to) or (not given and not self._measured(receiver)):
            return None
        first = receiver.last if given else receiver.first
        to = to or self.of_whom(at, at + 1, by) or self.target(at + 1, by)
        return self.want("offer", by, to, first, at + 1, verb.first, "bid")

    def _measured(self, phrase: Phrase) -> bool:
        """Whether an offer has a price or a length (`an eight-year offer`)."""
        s = self.clauses.sentence
        said = s.text[s.starts[phrase.first] : s.ends[phrase.last - 1]]
        return self._priced(phrase) or _LENGTH.search(said) is not None

    def _tries(self, verb: Verb) -> Want | None:
        """`has been attempting to take over the mill since May`: a bid for it."""
        if verb.lemma not in ("attempt", "try", "seek") or verb.passive or verb.negated or verb.modal is not None:
            return None
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        if verb.form != "finite" or task is None:
            return None
        over = task.lemma == "take" and self.words[task.last : task.last + 1] == ["over"]
        thing = self.clauses.phrase_starting(task.last + over)
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        to = tuple(p for p in self.referents.who(self.passage, thing) if p not in by)
        if not (over or task.lemma == "acquire") or thing is None or not by or not to:
            return None
        if not self.referents.are_bodies(to):
            return None
        return self.want("offer", by, to, task.head, thing.last, verb.first, "bid")

    def _was_offered(self, verb: Verb) -> Want | None:
        """`was offered an advisory position by the mill`, where the sentence says by whom."""
        if verb.lemma != "offer" or not verb.passive or verb.negated or verb.modal is not None:
            return None
        thing = self.clauses.phrase_starting(verb.last)
        to = self.referents.who(self.passage, self.clauses.subject(verb))
        agent = self.clauses.agent(verb)
        by = tuple(p for p in self.referents.who(self.passage, agent) if p not in to)
        if thing is None or not to or not by or self.clauses.tags[thing.head] == "PRP":
            return None
        return self.want("offer", by, to, thing.first, self.stop_after(thing), verb.first, "bid")

    def _launched(self, verb: Verb) -> Want | None:
        """`a hostile bid launched last week by Lund at 1,850 francs`."""
        if verb.lemma not in _MAKES or verb.form != "passive participle":
            return None
        thing = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        if thing is None or self.words[thing.head] not in ("offer", "bid"):
            return None
        at = next((i for i in range(verb.last, min(verb.last + 5, len(self.words))) if self.words[i] == "by"), None)
        maker = None if at is None else self.clauses.phrase_starting(at + 1)
        by = () if maker is None else self._one_of(maker)
        if not by or maker is None or not self.referents.are_bodies(by):
            return None
        priced = self.words[maker.last : maker.last + 1] == ["at"]
        price = self.clauses.phrase_starting(maker.last + 1) if priced else None
        last = price.last if price is not None and self._priced(price) else maker.last
        return self.want("offer", by, self.target(thing.last, by), thing.first, last, thing.first, "bid")

    def _one_of(self, phrase: Phrase) -> tuple[str, ...]:
        """Who a phrase stands for; of a group, who is named as one of it (`an investor group including Lund`)."""
        found = self.referents.who(self.passage, phrase)
        at = phrase.last
        if found or self.words[at : at + 1] not in (["including"], ["led"], ["headed"]):
            return found
        return self.referents.body_in(self.passage, at, 10) or self._first_named(at)

    def _first_named(self, at: int) -> tuple[str, ...]:
        following = next((p for p in self.clauses.phrases if p.first > at), None)
        return () if following is None else self.referents.first_in(self.passage, following)

    def _priced(self, phrase: Phrase) -> bool:
        s = self.clauses.sentence
        return MONEY.search(s.text[s.starts[phrase.first] : s.ends[phrase.last - 1]]) is not None
