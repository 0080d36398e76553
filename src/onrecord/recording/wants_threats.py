"""Wants that a threat implies: `if the ships do not turn, the navy will fire`, `will strike unless pay is raised`."""

from __future__ import annotations

import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import THREATS, lexicon
from onrecord.recording.wants_parts import Reader, Want

_PLAIN = re.compile(
    r"\b(?:do|does|did) not |\b(?:don|doesn|didn)['’]t |(?<=\bis )not |(?<=\bare )not |(?<=\bwas )not |(?<=\bwere )not "
)
_GETS = lexicon("get receive win obtain secure")
_OUTCOMES = lexicon(
    "be have become lose fall rise cost need suffer happen remain mean die fail go see know consider regard feel like "
    "love hope want think believe prefer enjoy miss"
)
"""What follows of itself, and is threatened by nobody."""
_HOLDS = lexicon("be have happen become seem remain exist know see think improve worsen fall rise")
"""What is so or not by itself, and is demanded of nobody."""
_HARMS = lexicon("kill execute behead shoot harm hang hurt")
"""What is done to those who have nothing to give."""
_TELLS = lexicon("tell warn inform notify remind advise")
_THREATENS = lexicon("threaten vow warn promise pledge")


class ThreatReader(Reader):
    """The rules that start from `if … not` and `unless`."""

    def from_threats(self) -> list[Want]:
        """`if the ships do not turn, the navy will fire`: the threat demands that they turn."""
        words = self.words
        if "if" not in words and "unless" not in words:
            return []
        at = words.index("unless") if "unless" in words else words.index("if")
        inside = [v for v in self.clauses.verbs if v.first > at and self.clauses.tags[v.head] != "VBG"]
        if not inside or not (inside[0].negated or words[at] == "unless"):
            return []
        verb = inside[0]
        if verb.lemma in _HOLDS or (verb.lemma == "do" and words[verb.last : verb.last + 1] == ["so"]):
            return []
        outside = [v for v in self.clauses.verbs if v.first < at or v.first > self.stop(verb)]
        threats = [v for v in outside if self._threatens(v, at)]
        if not threats:
            return []
        threat = threats[-1] if threats[-1].first < at else threats[0]
        return self._unless(verb, threat, at)

    def _unless(self, verb: Verb, threat: Verb, at: int) -> list[Want]:
        subject = self.clauses.subject(verb)
        target = self._target(threat)
        by = self.referents.who(self.passage, self.clauses.subject(threat))
        if verb.passive:
            # `unless the bills are paid`: by whoever is threatened.
            doer = self.clauses.agent(verb) or (None if threat.lemma in _HARMS else target) or self._told(threat)
            to = tuple(p for p in self.referents.who(self.passage, doer) if p not in by)
            first = subject.first if subject is not None and subject.first > at else verb.first
            return [self._demand(by, to, first, max(self.stop(verb), verb.last), at)] if by else []
        if subject is not None and self.clauses.tags[subject.head] == "PRP" and self.clauses.object(threat) is not None:
            # `will attack the fleet unless it leaves`: whoever is threatened.
            subject = self.clauses.object(threat)
        to = self.referents.who(self.passage, subject)
        first = verb.head
        if verb.lemma in _GETS and (not to or set(to) & set(by)):
            # `will strike unless they get a raise`
            giver = self.clauses.after(verb, lexicon("from")) or target
            to = tuple(p for p in self.referents.who(self.passage, giver) if p not in by)
            return [self._demand(by, to, first, max(self.stop(verb), verb.last), at)] if by else []
        if not to and subject is not None:
            # `if the flights do not stop`: those who make them are to stop.
            to = self.referents.doer(self.passage, subject)
            first = subject.first
        by = tuple(p for p in by if p not in to)
        return [self._demand(by, to, first, max(self.stop(verb), verb.last), at)]

    def _demand(self, by: tuple[str, ...], to: tuple[str, ...], first: int, stop: int, at: int) -> Want:
        want = self.want("demand", by, to, first, stop, at, "threat")
        return Want(want.passage, want.start, want.end, want.kind, by, to, _PLAIN.sub("", want.what), want.rule)

    def _target(self, threat: Verb) -> Phrase | None:
        """Whom a threat is aimed at: its object, or who stands after `to`, `from`, `against` or `with`."""
        thing = self.clauses.object(threat)
        if thing is not None and self.referents.who(self.passage, thing):
            return thing
        return self.clauses.after(threat, lexicon("to from against with"))

    def _told(self, threat: Verb) -> Phrase | None:
        """Whom a threat is told: `had told [Vesta Lines] in a letter that it would sue`."""
        before = [v for v in self.clauses.verbs if v.last <= threat.first and v.form == "finite" and v != threat]
        if not before or before[-1].lemma not in _TELLS or before[-1].passive:
            return None
        return self.clauses.object(before[-1])

    def _threatens(self, verb: Verb, at: int) -> bool:
        """`will fire`, `threatened to fire`, `orders to fire`; before `unless` whatever somebody says he will do."""
        plain = verb.modal in ("will", "would", "'ll", "’ll")
        if verb.lemma in _THREATENS and verb.form == "finite" and self.clauses.object(verb) is not None:
            # `has threatened a strike unless`
            return True
        if self.words[at] == "unless" and plain and verb.lemma not in _OUTCOMES and not verb.passive:
            return "have" not in self.words[verb.first : verb.head]
        court = verb.lemma == "go" and self.words[verb.last : verb.last + 2] in (["to", "court"], ["on", "strike"])
        held = plain and (court or verb.lemma not in _OUTCOMES) and not verb.passive
        if held and "have" not in self.words[verb.first : verb.head]:
            # `would go to court if the gates were not opened`: what somebody says of himself.
            subject = self.clauses.subject(verb)
            if subject is not None and self.referents.who(self.passage, subject):
                return True
        vowed = any(v.last == verb.first and v.lemma in _THREATENS for v in self.clauses.verbs)
        if verb.form == "infinitive" and vowed:
            # `threatened to veto the text`
            threatened = any(v.last == verb.first and v.lemma == "threaten" for v in self.clauses.verbs)
            return self.words[at] == "unless" or verb.lemma in THREATS or threatened
        if verb.lemma not in THREATS:
            return False
        return plain or (verb.form == "infinitive" and verb.modal is None)
