"""Wants of a bargain: counter-offers, offers and demands that move, what one side would settle for."""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_parts import Reader, Want
from onrecord.recording.wants_words import ASKABLE, KINDS, MONEY
from onrecord.types import DemandKind

_MOVES = lexicon("raise lower increase cut reduce improve sweeten scale soften trim boost lift bump drop")
_BIDS = lexicon("offer bid demand proposal claim request")
_TABLES = lexicon("table circulate submit present float unveil put tender advance introduce")
_TEXTS = lexicon(
    "proposal proposals plan draft resolution package remedies concessions compromise amendment amendments terms offer "
    "counterproposal counter-proposal roadmap text motion"
)
_SHOWS = lexicon("unveil introduce present float advance submit table")
_DEALS = lexicon(
    "proposal proposals remedies concessions compromise offer counterproposal counter-proposal terms motion"
)
_RULINGS = lexicon("dismiss quash strike exclude suppress stay intervene disqualify")
_REMEDIES = lexicon("mistrial dismissal adjournment stay bail continuance acquittal injunction retrial judgment")
_NAMES = lexicon("be include remain stand")


class BargainReader(Reader):
    """The rules for bargaining."""

    def from_bargains(self) -> list[Want]:
        """What a sentence says that a side of a bargain offers or asks."""
        out = [w for v in self.clauses.verbs if (w := self._least(v) if v.negated else self._bargain(v)) is not None]
        for phrase in self.clauses.phrases:
            out.extend(self._is(phrase))
        return out

    def _bargain(self, verb: Verb) -> Want | None:
        words = self.words
        following = words[verb.last : verb.last + 2]
        if verb.lemma == "counter" and "with" in following and (following[0] == "with" or self._adverb(verb.last)):
            return self._countered(verb, verb.last + following.index("with") + 1)
        if verb.lemma == "hold" and following == ["out", "for"]:
            return self._sum(verb, "demand", verb.last + 2)
        if verb.lemma == "settle" and following[:1] == ["for"] and verb.modal in ("would", "will"):
            return self._sum(verb, "offer", verb.last + 1)
        if verb.lemma == "accept" and verb.modal in ("would", "will") and "if" not in words:
            thing = self.clauses.object(verb)
            return None if thing is None or not self._priced(thing) else self._sum(verb, "offer", thing.first)
        if verb.lemma == "pay" and verb.modal in ("would", "will") and "if" not in words and not verb.passive:
            thing = self.clauses.object(verb)
            by = self.referents.who(self.passage, self.clauses.subject(verb))
            to = () if thing is None else self.target(thing.last, by)
            if thing is not None and by and to and self._priced(thing):
                # `would pay $40 a share for the mill`
                return self.want("offer", by, to, thing.first, self.stop_after(thing), verb.first, "bargain")
            return None
        if verb.lemma in _MOVES and not verb.passive:
            return self._moved(verb)
        if verb.lemma in _TABLES and not verb.passive and verb.modal in (None, "will"):
            return self._tabled(verb)
        if verb.lemma == "move" and not verb.passive:
            return self._motion(verb)
        return None

    def _least(self, verb: Verb) -> Want | None:
        """`would not accept less than $50 a share`: the least that is demanded."""
        if verb.lemma not in ("accept", "take", "settle") or verb.modal not in ("will", "would", "wo"):
            return None
        at = verb.last + (self.words[verb.last : verb.last + 1] == ["for"])
        if self.words[at : at + 2] not in (["less", "than"], ["anything", "less"]):
            return None
        at += 2 if self.words[at] == "less" else 3
        thing = self.clauses.phrase_starting(at)
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        if thing is None or not by:
            return None
        return self.want("condition", by, (), thing.first, self.stop_after(thing), verb.first, "bargain")

    def _adverb(self, at: int) -> bool:
        return self.clauses.tags[at] == "RB"

    def _countered(self, verb: Verb, at: int) -> Want | None:
        """`countered with $40 a share`, `countered with an offer of talks`; not `countered with a joke`."""
        thing = self.clauses.phrase_starting(at)
        if thing is None:
            return None
        whole = Phrase(thing.first, self.stop_after(thing), thing.head)
        fits = self._priced(whole) or self.words[thing.head] in _TEXTS | ASKABLE | _BIDS
        return self._sum(verb, "offer", at) if fits else None

    def _tabled(self, verb: Verb) -> Want | None:
        """`circulated a draft resolution`, `put forward a plan for joint patrols`, `submitted remedies`."""
        at = verb.last
        if verb.lemma == "put":
            if self.words[at : at + 1] != ["forward"]:
                return None
            at += 1
        thing = self.clauses.phrase_starting(at)
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        if thing is None or not by or self.words[thing.head] not in _TEXTS:
            return None
        stop = self.stop_after(thing)
        to = self.of_whom(thing.last, stop, by)
        if verb.lemma in _SHOWS and not to and self.words[thing.head] not in _DEALS:
            # What is shown to everybody is a plan of one's own.
            return None
        return self.want("offer", by, to, thing.first, stop, verb.first, "tabled")

    def _motion(self, verb: Verb) -> Want | None:
        """`moved for a mistrial`, `moved to dismiss the case`: what a side asks of the court."""
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        bench = tuple(p for p in self.referents.bench() if p not in by)
        if by and task is not None and task.lemma in _RULINGS:
            return self.want("request", by, bench, task.first, self.stop(task), verb.first, "motion")
        thing = (
            self.clauses.phrase_starting(verb.last + 1) if self.words[verb.last : verb.last + 1] == ["for"] else None
        )
        if not by or thing is None or self.words[thing.head] not in _REMEDIES:
            return None
        return self.want("request", by, bench, thing.first, self.stop_after(thing), verb.first, "motion")

    def _sum(self, verb: Verb, kind: DemandKind, at: int) -> Want | None:
        if self.words[at : at + 3] in (["nothing", "short", "of"], ["nothing", "less", "than"]):
            kind, at = "demand", at + 3
        thing = self.clauses.phrase_starting(at)
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        if thing is None or not by or verb.modal in ("could", "might", "may", "should"):
            return None
        stop = self.stop_after(thing)
        to = self.target(thing.last, by) or self.of_whom(thing.last, stop, by)
        return self.want(kind, by, to, thing.first, stop, verb.first, "bargain")

    def _moved(self, verb: Verb) -> Want | None:
        """`raised its offer to 5 percent`, `lowered its demand to 8 percent from 10`."""
        at = verb.last + (self.words[verb.last : verb.last + 1] in (["back"], ["down"]))
        thing = self.clauses.phrase_starting(at)
        if thing is None or self.words[thing.head] not in _BIDS or verb.modal in ("could", "might", "may", "should"):
            return None
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        stop = self.stop_after(thing)
        if not by or not self._priced(Phrase(thing.first, stop, thing.head)):
            return None
        if verb.modal is not None and "if" in self.words:
            # `will raise its offer only if`
            return None
        to = tuple(p for p in self.target(thing.last, by) if p not in by)
        kind = KINDS.get(self.words[thing.head], "demand")
        return self.want(kind, by, to, thing.first, stop, verb.first, "bargain")

    def _priced(self, phrase: Phrase) -> bool:
        s = self.clauses.sentence
        return MONEY.search(s.text[s.starts[phrase.first] : s.ends[phrase.last - 1]]) is not None

    def _is(self, phrase: Phrase) -> list[Want]:
        """`the union’s key demand is a shorter week`, `among its demands are …`."""
        noun = self.words[phrase.head]
        if noun not in KINDS or noun in ("call", "calls", "order", "appeal", "bid"):
            return []
        verb = next((v for v in self.clauses.verbs if v.first == phrase.last), None)
        if verb is None or verb.lemma not in _NAMES or verb.negated or verb.modal is not None:
            return []
        by = self.referents.possessor(self.passage, phrase)
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        if task is not None and task.lemma in ("run", "expire", "lapse", "end", "close", "pass"):
            # `its ultimatum was to run out`
            return []
        if by and task is not None:
            return [self.want(KINDS[noun], by, (), task.first, self.stop(task), phrase.first, "is to")]
        thing = self.clauses.phrase_starting(verb.last)
        if not by or thing is None or self.clauses.tags[thing.head] == "PRP":
            return []
        members = self.listed(thing)
        whole = Phrase(thing.first, members[-1][1], thing.head)
        if not self._priced(whole) and not any(self.words[m.head] in ASKABLE for m, _ in members):
            return []
        return [
            self.want(
                KINDS[noun], by, self.asked_of(m, end, by), m.first, end, phrase.first if m is thing else m.first, "is"
            )
            for m, end in members
        ]
