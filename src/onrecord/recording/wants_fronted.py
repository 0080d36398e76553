"""Wants told the other way round: `whose resignation the union has called for`, `under pressure from the union to`."""

from __future__ import annotations

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_authors import AuthorReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import ASKABLE

_CALLS = lexicon("call ask press push campaign appeal")
_DEMANDS = lexicon("demand seek request want urge")


class FrontedReader(AuthorReader):
    """The rules for what stands before the verb that wants it, and for pressure."""

    def from_fronted(self) -> list[Want]:
        """Wants told the other way round, in order."""
        out = [w for v in self.clauses.verbs if (w := self._whose(v)) is not None]
        for i in range(len(self.words) - 3):
            if self.words[i : i + 3] == ["under", "pressure", "from"]:
                want = self._pressed(i)
                out += [] if want is None else [want]
        return out

    def _whose(self, verb: Verb) -> Want | None:
        """`Ek, whose resignation the union has called for`: who is meant does it."""
        words = self.words
        called = verb.lemma in _CALLS and words[verb.last : verb.last + 1] == ["for"]
        if verb.negated or verb.passive or verb.modal is not None or not (called or verb.lemma in _DEMANDS):
            return None
        subject = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        thing = None if subject is None else next((p for p in self.clauses.phrases if p.last == subject.first), None)
        if subject is None or thing is None:
            thing = subject = self._split(verb)
        if thing is None or subject is None or words[thing.first - 1 : thing.first + 1].count("whose") != 1:
            return None
        begin = thing.first if words[thing.first] == "whose" else thing.first - 1
        at = begin + 1
        if words[at] not in ASKABLE:
            return None
        by = self.referents.who(self.passage, Phrase(at + 1, subject.last, subject.head))
        earlier = [p for p in self.clauses.phrases if p.last <= begin and self.clauses.tags[p.head] in ("NNP", "NN")]
        near = [p for p in earlier if p.last in (begin, begin - 1)]
        # `the minister, Karel Ek, to whom the guard answers and whose resignation …`
        before = near[-1] if near else next((p for p in reversed(earlier) if words[p.last : p.last + 1] == [","]), None)
        to = tuple(p for p in self.referents.who(self.passage, before) if p not in by)
        if not by or not to:
            return None
        return self.want("request" if called else "demand", by, to, at, at + 1, begin, "whose")

    def _split(self, verb: Verb) -> Phrase | None:
        """The one phrase that the tags make of `resignation the union` or of `whose resignation`."""
        return next((p for p in self.clauses.phrases if p.last == verb.first), None)

    def _pressed(self, at: int) -> Want | None:
        """`Ek, under pressure from the families to bring them home`."""
        asking = self.clauses.phrase_starting(at + 3)
        task = None if asking is None else next((v for v in self.clauses.verbs if v.first == asking.last), None)
        if asking is None or task is None or task.form != "infinitive" or task.passive:
            return None
        by = self.referents.who(self.passage, asking)
        before = next((p for p in reversed(self.clauses.phrases) if p.last in (at, at - 1)), None)
        verb = next((v for v in reversed(self.clauses.verbs) if v.last == at), None)
        pressed = before if verb is None else self.clauses.subject(verb)
        to = tuple(p for p in self.referents.who(self.passage, pressed) if p not in by)
        if not by or not to:
            return None
        return self.want("demand", by, to, task.first, self.stop(task), at, "under pressure")
