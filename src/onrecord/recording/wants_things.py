"""Things that are wanted: `sought guarantees`, `called for talks`, `demanded the release of the crew`."""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import BODIES, FIRMS, lexicon
from onrecord.recording.wants_offers import OfferReader
from onrecord.recording.wants_parts import OWN_DEED, Want
from onrecord.recording.wants_tasks import further_things
from onrecord.recording.wants_words import ADVERBS, ASKABLE, CALLED, MONEY, TIMES, TO_DO
from onrecord.types import DemandKind

_ORDERED = lexicon(
    "release return arrest closure withdrawal suspension halt end recall evacuation extradition payment inquiry probe "
    "investigation review disclosure production removal sale retrial stay transfer deportation divestiture recount "
    "handover ceasefire restoration reinstatement demolition shutdown pullout break-up breakup"
)
"""What is ordered of somebody, and not from a shop."""
_AT_LARGE = lexicon("call push press advocate urge campaign lobby recommend plead")
"""Verbs for wanting something of nobody in particular."""
_TIMES = lexicon("end midnight noon dawn then christmas easter ramadan winter summer spring autumn")
_COURTLY = lexicon(
    "recess stay adjournment continuance mistrial delay postponement extension bail dismissal retrial probation "
    "leniency days weeks months time hearing acquittal injunction"
)
"""What lawyers ask of a judge."""
_QUOTES = frozenset(["“", '"', "``"])
_HOPES = lexicon("change changes reform reforms safety protection deal answer")


class ThingReader(OfferReader):
    """The rules for a verb of wanting and the thing that it governs."""

    def _wanted(self, verb: Verb, kind: DemandKind, at: int) -> list[Want]:
        """`sought guarantees`, `called for talks`, `demanded the release of the crew from the ministry`.

        Each member of a list is wanted for itself.
        """
        if verb.passive:
            return []
        while self.words[at : at + 1] and self.words[at] in ADVERBS and self.clauses.phrase_starting(at) is None:
            at += 1
        at += self.words[at : at + 1] != [] and self.words[at] in _QUOTES
        thing = self.clauses.phrase_starting(at)
        if thing is None or self.is_trivial(thing) or self.clauses.tags[thing.head] == "PRP":
            return []
        if self.is_ago(thing):
            return []
        if self.words[thing.head] in ("anyone", "everyone", "anybody", "everybody", "somebody", "someone"):
            return []
        if verb.lemma == "order" and not self._orderable(thing):
            return []
        if verb.lemma in ("petition", "lobby") and self.words[at - 1] != "for":
            # Whoever is petitioned is no thing that is wanted.
            return []
        if verb.lemma in _AT_LARGE | {"apply"} and not self._called(thing):
            return []
        if self._somebody(thing) or self._to_act(verb, thing):
            return []
        by = self._author(verb)
        if not by and not self._first_person(verb) and not self._ultimatum(verb):
            return []
        if verb.lemma in ("want", "seek", "like") and not self._askable(thing, by):
            return []
        if verb.lemma in ("want", "like") and self._wishes(thing, by):
            return []
        members = self.listed(thing)
        if len(members) == 1:
            members = [(thing, max(self.stop_after(thing), members[0][1]))]
        if self.words[at - 1] == "for":
            members += [(t, self.stop_after(t)) for t in further_things(self.clauses, members[-1][1], "for")]
        bound = self.stop_after(thing) if len(members) == 1 else members[-1][1]
        asked = [(m, self.asked_of(m, end, by)) for m, end in members]
        # Whose resignation is called for is asked for that alone.
        resigns = dict(a for a in asked if self.words[a[0].head] in OWN_DEED) if len(asked) > 1 else {}
        to = next((t for m, t in asked if t and m not in resigns), ()) or self.barred(bound, by)
        to = self._sued(verb, by) or to or self._written_to(verb, by) or self._of_the_bench(thing, by)
        out = []
        for member, stop in members:
            if self.words[stop : stop + 1] == ["before"] and kind == "request" and not self._is_time(stop + 1):
                kind = "condition"
            begin = verb.first if member is thing else member.first
            if member is members[-1][0]:
                stop = self.whole(stop)
            rule = "call for" if verb.lemma in _AT_LARGE else "verb with object"
            out.append(self.want(kind, by, resigns.get(member) or to, member.first, stop, begin, rule))
        return out

    def _of_the_bench(self, thing: Phrase, by: tuple[str, ...]) -> tuple[str, ...]:
        """The judge of the story, of whom lawyers ask what a court grants (`asked for a recess`)."""
        asks = self.words[thing.head] in _COURTLY and self.referents.pleads(by)
        return tuple(p for p in self.referents.bench() if p not in by) if asks else ()

    def _ultimatum(self, verb: Verb) -> bool:
        """Whether it is the ultimatum of the story that wants it: of whoever set it, which another sentence tells."""
        subject = self.clauses.subject(verb)
        words = [] if subject is None else self.words[subject.first : subject.last]
        return words in (["the", "ultimatum"], ["its", "ultimatum"])

    def _orderable(self, thing: Phrase) -> bool:
        """Whether a thing is ordered of somebody, and not from a shop."""
        return self.words[thing.head] in _ORDERED

    def _wishes(self, thing: Phrase, by: tuple[str, ...]) -> bool:
        """Whether somebody only wishes for something (`said she wanted change`), and asks nobody for anything."""
        if not by or self.referents.are_bodies(by) or self.asked_of(thing, self.stop_after(thing), by):
            return False
        return self.words[thing.head] in _HOPES

    def _is_time(self, at: int) -> bool:
        """Whether a time stands at a word (`before | the end of May`)."""
        words, tags = self.words, self.clauses.tags
        after = words[at : at + 2]
        return bool(set(after) & (TIMES | _TIMES)) or tags[at : at + 1] == ["CD"]

    def _called(self, thing: Phrase) -> bool:
        """Whether a thing is one that is called for, or has a price."""
        members = [m for m, _ in self.listed(thing)]
        s = self.clauses.sentence
        said = s.text[s.starts[thing.first] : s.ends[self.stop_after(thing) - 1]]
        return any(self.words[m.head] in CALLED for m in members) or MONEY.search(said) is not None

    def _to_act(self, verb: Verb, thing: Phrase) -> bool:
        """Whether a phrase is told to do something, or not to (`urged both countries not to wait`)."""
        at = thing.last + (self.words[thing.last : thing.last + 1] == ["not"])
        return verb.lemma in TO_DO and any(v.first == at and v.form == "infinitive" for v in self.clauses.verbs)

    def _somebody(self, thing: Phrase) -> bool:
        """Whether a phrase names somebody, not what is wanted (`demanded Ek resign`)."""
        s = self.clauses.sentence
        if self.words[thing.head] in ASKABLE or MONEY.search(s.text[s.starts[thing.first] : s.ends[thing.last - 1]]):
            return False
        possessive = any(self.clauses.tags[i] in ("POS", "PRP$") for i in range(thing.first, thing.last))
        named = self.clauses.tags[thing.first] in ("NNP", "NNPS") or self.words[thing.head] in BODIES | FIRMS
        return named and not possessive and bool(self.referents.first_in(self.passage, thing))
