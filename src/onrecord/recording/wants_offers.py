"""Wants of one who offers or files: `offered $5 a share`, `was willing to meet`, `filed a suit to block the sale`."""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import is_people, lexicon
from onrecord.recording.wants_authors import AuthorReader
from onrecord.recording.wants_conditions import CONCEDES
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import ASKABLE, DEMAND_NOUNS, MONEY, NOT_WANTED
from onrecord.types import DemandKind

_MEETS = lexicon(
    "meet pay compensate buy acquire join see reimburse recognise recognize rejoin part divest let allow permit"
)
_FILINGS = lexicon(
    "suit lawsuit suits lawsuits petition request complaint motion application claim claims grievance appeal objection"
)


_CONCEDED = lexicon(
    "seat seats pension raise rise increase apology guarantee guarantees refund stake share extension meeting bonus"
)
"""What one side of a quarrel may offer the other."""
_ISSUES_OF = [[w, "offering"] for w in ("rights", "stock", "share", "debt", "public", "note", "bond", "equity")]
_SUITS = lexicon("suit suits lawsuit lawsuits complaint claim")
_SECURITIES = lexicon("shares stock notes bonds securities debentures warrants")


class OfferReader(AuthorReader):
    """The rules for offers and filings."""

    def _doing(self, verb: Verb, gerund: Verb, kind: DemandKind) -> Want | None:
        """`called for opening the port`, `proposed buying the mill`."""
        by = self._author(verb)
        if not by or verb.passive:
            return None
        changed = self.clauses.object(gerund)
        bids = changed is not None and self.words[changed.head] in ("offer", "bid")
        to = (
            (self.target(gerund.last, by) if bids else ())
            or self._towards(gerund, by)
            or self.of_whom(gerund.last, self.stop(gerund) - 1, by)
            if kind == "offer"
            else ()
        )
        return self.want(kind, by, to, gerund.first, self.stop(gerund), verb.first, "verb with gerund")

    def _filed(self, verb: Verb) -> Want | None:
        """`filed a suit to block the sale`, `filed a request with the commission for permission to land`."""
        thing = self.clauses.object(verb)
        if thing is None or verb.passive or self.words[thing.head] not in _FILINGS:
            return None
        by = self._author(verb)
        if not by:
            return None
        task = next(
            (v for v in self.clauses.verbs if thing.last <= v.first < thing.last + 8 and v.form == "infinitive"), None
        )
        stop = self.stop(task) if task is not None else self.stop_after(thing)
        to = self.of_whom(thing.last, stop, by)
        s = self.clauses.sentence
        priced = self.words[thing.head] == "claims" and MONEY.search(s.text[s.starts[thing.first] : s.ends[stop - 1]])
        if task is None and not priced and (not to or self.words[thing.head] in _SUITS):
            # That somebody sues says little of what he wants.
            return None
        first = task.first if task is not None else thing.first
        return self.want("request", by, to, first, stop, verb.first, "filing")

    def _wrested(self, verb: Verb) -> Want | None:
        """`need a strike to wrest a better contract from the mill`."""
        thing = self.clauses.object(verb)
        if thing is None or self.words[thing.last : thing.last + 1] != ["from"]:
            return None
        to = self.referents.who(self.passage, self.clauses.phrase_starting(thing.last + 1))
        by = self._author(verb)
        if not by or not to or set(by) & set(to):
            return None
        return self.want("demand", by, to, thing.first, thing.last, verb.first, "wrest from")

    def _askable(self, thing: Phrase, by: tuple[str, ...]) -> bool:
        """Whether a thing is one that sides ask of each other, has a price, or is wanted from somebody."""
        s = self.clauses.sentence
        stop = self.stop_after(thing)
        said = s.text[s.starts[thing.first] : s.ends[stop - 1]]
        heads = {self.words[p.head] for p, _ in self.listed(thing)}
        return bool(heads & ASKABLE) or MONEY.search(said) is not None or bool(self.asked_of(thing, stop, by))

    def _offered(self, verb: Verb) -> Want | None:
        """`offered to resign`, `offered $5 a share for Norrvik Mills`, `proposed a truce`."""
        if verb.passive or self.words[verb.first - 1 : verb.first + 1] in _ISSUES_OF:
            return None
        by = self._author(verb)
        if not by:
            return None
        task = self.infinitive_after(verb)
        if task is not None and task.first == self._past_time(verb.last):
            stop = self.stop(task)
            near = self.of_whom(task.last, min(stop, task.last + 8), by)
            to = self._towards(task, by) or near or self._in_turn(task, by)
            return self.want("offer", by, to, task.first, stop, verb.first, "offer to do")
        thing = self.clauses.object(verb)
        receiver: tuple[str, ...] = ()
        second = None if thing is None else self.clauses.phrase_starting(thing.last)
        if thing is not None and second is None:
            thing, second = self._parted(thing)
        if thing is not None and second is not None:
            # `offered the union a raise`
            receiver = tuple(p for p in self.referents.who(self.passage, thing) if p not in by)
            thing = second if receiver else thing
        if thing is None or self.words[thing.head] in NOT_WANTED or self.clauses.tags[thing.head] == "PRP":
            return None
        if self.is_ago(thing):
            # `the very day that he had proposed two months ago`
            return None
        s = self.clauses.sentence
        stop = self.stop_after(thing)
        if set(self.words[thing.first : stop]) & _SECURITIES or "offering" in self.words[stop : stop + 8]:
            # What is sold to the public.
            return None
        said = s.text[s.starts[thing.first] : s.ends[stop - 1]]
        if verb.lemma == "offer" and self._provides(verb) and not MONEY.search(said):
            # `the mill offers mothers eight weeks of leave` is what it does at all times.
            return None
        if (
            verb.lemma in ("offer", "bid")
            and not receiver
            and not MONEY.search(said)
            and self.words[thing.head]
            not in DEMAND_NOUNS
            | _CONCEDED
            | lexicon(
                "truce ceasefire amnesty talks deal settlement compensation resignation concessions aid help"
            )
        ):
            return None
        to = receiver or self.target(thing.first, by) or self.of_whom(thing.last, stop, by)
        share = self.clauses.phrase_starting(stop)
        stop = share.last if share is not None and self.words[share.head] == "share" else stop
        return self.want("offer", by, to, thing.first, stop, verb.first, "offer of something")

    def _provides(self, verb: Verb) -> bool:
        """Whether the present tells what somebody always does: not in a headline, where it tells the news."""
        present = self.clauses.tags[verb.head] in ("VBZ", "VBP")
        return present and verb.last - verb.first == 1 and not self.passage.is_summary

    def _parted(self, thing: Phrase) -> tuple[Phrase, Phrase | None]:
        """The two objects of `offered the rebels four seats`, which the tags take for one."""
        for i in range(thing.first + 1, thing.last):
            if self.clauses.tags[i] in ("CD", "$") and is_people(self.words[i - 1]):
                return Phrase(thing.first, i, i - 1), Phrase(i, thing.last, thing.head)
        return thing, None

    def _in_turn(self, task: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an offer depends on (`offered to pay $3 million if the families agreed to drop it`)."""
        at = next((i for i in range(task.last, len(self.words)) if self.words[i] in ("if", "provided")), None)
        inside = None if at is None else next((v for v in self.clauses.verbs if v.first > at), None)
        if inside is None or inside.passive:
            return ()
        return tuple(p for p in self.referents.who(self.passage, self.clauses.subject(inside)) if p not in by)

    def _towards(self, task: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the offer to do something is made to, where that is done with or for him (`offered to meet Ek`)."""
        if task.lemma not in _MEETS:
            return ()
        return tuple(p for p in self.referents.who(self.passage, self.clauses.object(task)) if p not in by)

    def _ready(self, verb: Verb, at: int) -> Want | None:
        """`was willing to meet the minister`, `is prepared to pay`."""
        task = self.infinitive_after(verb)
        if task is None or task.first != at or "should" in self.words[max(0, verb.first - 6) : verb.first]:
            # `should a maker be willing to pay`
            return None
        if (
            task.lemma not in CONCEDES
            and task.lemma not in _MEETS
            and self.words[task.last : task.last + 1] != ["back"]
        ):
            return None
        subject = self.clauses.subject(verb)
        by = self.referents.who(self.passage, subject)
        if not by or subject is None or self.words[subject.first - 1 : subject.first] == ["which"]:
            # `the price at which Ek was willing to sell`
            return None
        return self.want("offer", by, self._towards(task, by), task.first, self.stop(task), verb.first, "willing to do")
