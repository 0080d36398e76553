"""Wants told without a verb of asking: `asked to be heard`, `wrote to the bank for a loan`, `all it asks is that …`."""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_authors import AuthorReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_tasks import further_things
from onrecord.recording.wants_words import ASKABLE, CALLED, DEMAND_NOUNS, KINDS, MONEY, STATES
from onrecord.types import DemandKind

_ASKS: dict[str, DemandKind] = {
    "ask": "request", "request": "request", "beg": "request", "want": "demand", "demand": "demand",
    "insist": "demand",
}  # fmt: skip
"""Verbs for wanting something done to oneself."""
_NOT_DONE = lexicon("name identify quote photograph film know remember see call leave reckon associate involve record")
"""What people ask not to be done to them, or want to be without asking anybody."""
_DONE_FOR = lexicon(
    "pay compensate reimburse refund reinstate release free hear consult tell inform recognise recognize extradite "
    "transfer rehire exempt protect represent allow give let show repay"
)
"""What somebody who only wants it wants done by the other side."""
_HANDS = lexicon("show give tell send hand grant")
"""What is done to somebody by the one whose the thing is that he gets."""
_WRITES = lexicon("write appeal turn petition")
_PUTS = lexicon("put lay place leave")
_CONCEDED = ASKABLE | lexicon("plan package seat seats money sum increase cheque check guarantee charge amnesty truce")
_OWED = lexicon("apology compensation explanation reparations restitution refund repayment retraction")
"""What one side expects of the other, and no forecaster."""
_IS = lexicon("is was are were 's ’s be")
_FACTS = lexicon("comment information help advice support details votes money work guidance years months weeks days")


class SoftReader(AuthorReader):
    """The rules for what is wanted in other words than those of asking."""

    def from_softly(self) -> list[Want]:
        """Wants told without a plain verb of asking, in order."""
        out: list[Want] = []
        for verb in self.clauses.verbs:
            if verb.negated or verb.modal not in (None, "would", "will"):
                continue
            found = self._done_to(verb) or self._written_for(verb) or self._on_the_table(verb) or self._given(verb)
            found = found or self._expected(verb)
            out += [] if found is None else found
        return out + self._all_that() + self._is_that() + self._time_that()

    def _done_to(self, verb: Verb) -> list[Want] | None:
        """`asked to be heard in the case`, `wants to be paid on delivery`, `insists on being consulted`."""
        kind = _ASKS.get(verb.lemma)
        if kind is None or verb.passive or verb.form != "finite":
            return None
        at = verb.last + (verb.lemma == "insist" and self.words[verb.last : verb.last + 1] == ["on"])
        task = next((v for v in self.clauses.verbs if v.first == at), None)
        if task is None or not task.passive or task.negated or task.lemma in _NOT_DONE:
            return None
        if kind == "demand" and task.lemma not in _DONE_FOR:
            return None
        by = self._author(verb)
        first = next((i for i in range(task.first, task.last) if self.words[i] in ("be", "being")), task.first)
        rule = "ask to do" if kind == "request" else "want done"
        thing = self.clauses.phrase_starting(task.last) if task.lemma in _HANDS else None
        owner = () if thing is None else self.referents.possessor(self.passage, thing)
        if thing is not None and not owner and self.words[thing.last : thing.last + 1] == ["of"]:
            owner = self.referents.who(self.passage, self.clauses.phrase_starting(thing.last + 1))
        to = tuple(p for p in owner if p not in by)
        return [self.want(kind, by, to, first, max(self.stop(task), task.last), verb.first, rule)] if by else None

    def _written_for(self, verb: Verb) -> list[Want] | None:
        """`wrote to the bank on Monday for a loan and an assurance that …`."""
        if verb.lemma not in _WRITES or verb.passive or verb.form == "infinitive":
            return None
        to_whom = self.words[verb.last : verb.last + 1] == ["to"]
        reader = self.clauses.phrase_starting(verb.last + 1) if to_whom else None
        if reader is None:
            return None
        at = self._past_time(self._end(reader))
        thing = self.clauses.phrase_starting(at + 1) if self.words[at : at + 1] == ["for"] else None
        by = self._author(verb)
        if thing is None or not by or self.words[thing.head] in _FACTS or self.is_trivial(thing):
            return None
        if verb.lemma == "turn" and self.words[thing.head] not in ASKABLE:
            return None
        to = tuple(p for p in self.referents.who(self.passage, reader) if p not in by)
        members = self.listed(thing)
        if len(members) == 1:
            members = [(thing, max(self.whole(self.stop_after(thing)), members[0][1]))]
        members += [(t, self.stop_after(t)) for t in further_things(self.clauses, members[-1][1], "for")]
        return [
            self.want("request", by, to, m.first, end, verb.first if m is thing else m.first, "ask for")
            for m, end in members
        ]

    def _end(self, phrase: Phrase) -> int:
        """Where a phrase ends with what hangs on it by `of`, `for` or `in` (`the Minister for Works`)."""
        following = self.clauses.phrase_starting(phrase.last + 1)
        hangs = self.words[phrase.last : phrase.last + 1] in (["of"], ["at"], ["in"])
        return following.last if following is not None and hangs else phrase.last

    def _on_the_table(self, verb: Verb) -> list[Want] | None:
        """`has put 2 per cent on the table`, `held out a truce of five days`."""
        if verb.passive or verb.form == "infinitive":
            return None
        out = verb.lemma == "hold" and self.words[verb.last : verb.last + 1] == ["out"]
        thing = self.clauses.phrase_starting(verb.last + 1) if out else self.clauses.object(verb)
        by = self._author(verb)
        if thing is None or not by:
            return None
        stop = self.stop_after(thing)
        tabled = verb.lemma in _PUTS and self.words[stop : stop + 3] == ["on", "the", "table"]
        for at in range(thing.last, min(thing.last + 6, len(self.words) - 2)):
            if verb.lemma in _PUTS and self.words[at : at + 3] == ["on", "the", "table"]:
                tabled, stop = True, at
                break
        given = self.words[thing.head] in _CONCEDED | DEMAND_NOUNS or self._has_price(thing.first, stop)
        if not given or not (tabled or out):
            # `put a map on the table`
            return None
        return [self.want("offer", by, (), thing.first, max(stop, thing.last), verb.first, "offer of something")]

    def _has_price(self, first: int, stop: int) -> bool:
        s = self.clauses.sentence
        return MONEY.search(s.text[s.starts[first] : s.ends[stop - 1]]) is not None

    def _given(self, verb: Verb) -> list[Want] | None:
        """`she was offered one seat`: of whoever is offered it."""
        if verb.lemma != "offer" or not verb.passive or verb.form != "finite":
            return None
        thing = self.clauses.phrase_starting(verb.last)
        subject = self.clauses.subject(verb)
        if thing is None or subject is None:
            return None
        to = self.referents.who(self.passage, subject)
        stop = self.stop_after(thing)
        one = self.clauses.tags[thing.head] == "CD" and thing.last - thing.first == 1
        fits = one or self.words[thing.head] in _CONCEDED or self._has_price(thing.first, stop)
        by = tuple(p for p in self.referents.who(self.passage, self.clauses.agent(verb)) if p not in to)
        if not to or not fits:
            return None
        return [self.want("offer", by, to, thing.first, stop, verb.first, "offer of something")]

    def _expected(self, verb: Verb) -> list[Want] | None:
        """`The ministry expects an apology`."""
        thing = self.clauses.object(verb) if verb.lemma in ("expect", "await") and verb.form == "finite" else None
        if thing is None or self.words[thing.head] not in _OWED:
            return None
        by, stop = self._author(verb), self.stop_after(thing)
        to = self.asked_of(thing, stop, by)
        return [self.want("demand", by, to, thing.first, stop, verb.first, "verb with object")] if by else None

    def _all_that(self) -> list[Want]:
        """`All that Norvik asked of Velsa, he said, was that …`, `what the union wants is a shorter week`."""
        words = self.words
        for verb in self.clauses.verbs:
            kind = {**_ASKS, "seek": "request", "urge": "request"}.get(verb.lemma)
            subject = self.clauses.subject(verb)
            if kind is None or verb.passive or verb.negated or verb.form != "finite" or subject is None:
                continue
            before = words[max(0, subject.first - 2) : subject.first]
            if self.clauses.tags[verb.head] == "VBG":
                # `what he is really asking is …` tells what somebody thinks of it.
                continue
            first = words[subject.first : subject.first + 1]
            inside = first in (["all"], ["what"]) and subject.last - subject.first > 1
            opened = bool(before) and (before[-1] in ("all", "what") or before == ["all", "that"])
            if not inside and not opened:
                continue
            at = next((i for i in range(verb.last, min(verb.last + 14, len(words))) if words[i] in _IS), None)
            by = self._author(verb)
            if at is None or not by:
                continue
            of_whom = words[verb.last : verb.last + 1] in (["of"], ["from"])
            asked = self.clauses.phrase_starting(verb.last + 1) if of_whom else None
            to = tuple(p for p in self.referents.who(self.passage, asked) if p not in by)
            out = self._said_to_be(at + 1, kind, by, to, verb.first, "verb with object")
            if out:
                return out
        return []

    def _is_that(self) -> list[Want]:
        """`The union’s one condition was that nobody be sent home`, `on one condition, which was that …`."""
        words = self.words
        for phrase in self.clauses.phrases:
            kind = KINDS.get(words[phrase.head])
            if kind is None or words[phrase.head] in ("order", "bid", "offer", "offers"):
                continue
            at = phrase.last
            at += words[at : at + 2] == [",", "which"]
            at += words[at : at + 1] == ["which"]
            colon = words[at : at + 1] in ([":"], ["-"], ["—"]) and words[at + 1 : at + 2] == ["that"]
            if not colon and (words[at : at + 1] == [] or words[at] not in _IS):
                continue
            by = self.referents.possessor(self.passage, phrase)
            if not by and words[phrase.first - 1 : phrase.first] == ["on"]:
                before = [v for v in self.clauses.verbs if v.last < phrase.first and v.form == "finite"]
                by = self.referents.who(self.passage, self.clauses.subject(before[-1])) if before else ()
            if by and words[at + 1 : at + 2] == ["that"]:
                return self._said_to_be(at + 1, kind, by, (), phrase.first, "noun with clause")
        return []

    def _said_to_be(
        self, at: int, kind: DemandKind, by: tuple[str, ...], to: tuple[str, ...], begin: int, rule: str
    ) -> list[Want]:
        """What stands behind `is`: each clause with `that`, a task, or a thing that sides ask of each other."""
        words = self.words
        if words[at : at + 1] == ["that"]:
            out: list[Want] = []
            later = range(at, len(words))
            opens = [i for i in later if words[i] == "that" and (i == at or words[i - 1] in ("and", ","))]
            for n, i in enumerate(opens):
                task = next((v for v in self.clauses.verbs if v.first > i and v.form != "infinitive"), None)
                subject = None if task is None else self.clauses.phrase_starting(i + 1)
                if task is None or subject is None:
                    continue
                stop = max(self.stop(task), task.last)
                stop = min([stop, *(o - 1 for o in opens[n + 1 :])])
                found = () if task.passive else self.referents.who(self.passage, subject)
                doer = tuple(p for p in found if p not in by)
                first = i if i > at else begin
                out.append(self.want(kind, by, to or doer, subject.first, stop, first, rule))
            return out
        task = next((v for v in self.clauses.verbs if v.first == at and v.form == "infinitive"), None)
        if task is not None and task.passive:
            return [self.want(kind, by, to, task.first, max(self.stop(task), task.last), begin, rule)]
        thing = self.clauses.phrase_starting(at)
        if thing is None or words[thing.head] not in ASKABLE | CALLED:
            return []
        return [self.want(kind, by, to or self.asked_of(m, e, by), m.first, e, begin if m is thing else m.first, rule)
                for m, e in self.listed(thing)]

    def _time_that(self) -> list[Want]:
        """`It is high time that the letter was laid before the House`: a duty, of whoever is told to do it."""
        words = self.words
        for i in range(1, len(words) - 2):
            if words[i - 1 : i + 1] not in (["high", "time"], ["past", "time"]) or "it" not in words[max(0, i - 5) : i]:
                # `It is time for leaders to act` is what anybody says.
                continue
            at = i + (words[i + 1] in ("that", "for"))
            subject = self.clauses.phrase_starting(at + 1)
            task = None if subject is None else next((v for v in self.clauses.verbs if v.first >= subject.last), None)
            if subject is None or task is None or task.first - subject.last > 8 or task.lemma in STATES:
                continue
            if self.clauses.tags[subject.head] in ("PRP", "EX") or self.is_public(subject):
                continue
            to = () if task.passive else self.referents.who(self.passage, subject)
            if not to and not task.passive:
                continue
            stop = max(self.stop(task), task.last)
            return [self.want("demand", (), to, subject.first, stop, subject.first, "duty")]
        return []
