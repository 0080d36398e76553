"""Proposals that are known by their answer: `proposed a later day, but Lund rejected that`.

What somebody proposes is mostly a plan of his own. Where the same sentence tells that another party turned it down or
took it up, it was put to that party, whatever it is.
"""

from __future__ import annotations

from onrecord.recording.answers_words import ACCEPT, PHRASAL, REJECT, THINGS
from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_parts import Reader, Want

_PROPOSES = lexicon("propose suggest float")
_JOINS = lexicon(", - – — -- ; : but and which only yet")
_TAKEN = lexicon("it that this them which")


class AnsweredReader(Reader):
    """The rule that starts from a proposal and its answer."""

    def from_answered(self) -> list[Want]:
        """What is proposed in the sentence that tells how it was received."""
        out = []
        for verb in self.clauses.verbs:
            if verb.lemma in _PROPOSES and verb.form == "finite" and verb.modal is None and not verb.negated:
                want = None if verb.passive else self._proposal(verb)
                out += [] if want is None else [want]
        return out

    def _proposal(self, verb: Verb) -> Want | None:
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        subject = next((s for v in self.clauses.verbs if (s := self._answerer(v, verb)) is not None), None)
        if not by or subject is None:
            return None
        told = self.referents.who(self.passage, subject) or self.referents.first_in(self.passage, subject)
        to = tuple(p for p in told if p not in by)
        stop = subject.first
        while stop > verb.last and self.words[stop - 1] in _JOINS:
            stop -= 1
        first = verb.last + (self.words[verb.last : verb.last + 1] == ["that"])
        if not to or stop - first < 2 or self._is_so(first, stop):
            return None
        return self.want("offer", by, to, first, stop, verb.first, "answered")

    def _answerer(self, verb: Verb, proposal: Verb) -> Phrase | None:
        """Who answers by a verb what was proposed before it."""
        if verb.first <= proposal.last or verb.form != "finite" or verb.modal is not None or verb.negated:
            return None
        words, subject = self.words, self.clauses.subject(verb)
        particle = words[verb.last : verb.last + 1]
        turned = any(w in PHRASAL.get(verb.lemma, ()) for w in particle)
        if verb.passive or subject is None or subject.first <= proposal.last:
            return None
        if not turned and verb.lemma not in REJECT | ACCEPT:
            return None
        at = verb.last + turned
        thing = self.clauses.phrase_starting(at)
        named = words[at : at + 1] != [] and words[at] in _TAKEN
        named = named or (thing is not None and words[thing.head] in THINGS)
        hangs = words[subject.first - 1] == "which"
        return subject if (named or hangs) and words[subject.first - 1] in _JOINS else None

    def _is_so(self, first: int, stop: int) -> bool:
        """Whether a clause says what is so, and not what is to be done (`suggested the mill was late`)."""
        inside = next((v for v in self.clauses.verbs if first <= v.first < stop), None)
        if inside is None or inside.form != "finite" or inside.modal in ("should", "must"):
            return False
        tags = {self.clauses.tags[inside.first], self.clauses.tags[inside.head]}
        return inside.modal is not None or not tags.isdisjoint(("VBD", "VBZ", "VBN"))
