"""Wants that a condition implies: `if the ships do not turn, the navy will fire`, `would resign if they agreed`."""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.clauses import Verb
from onrecord.recording.lexicon import THREATS, lexicon
from onrecord.recording.wants_parts import Reader, Want

_PLAIN = re.compile(r"\b(?:do|does|did) not |\b(?:don|doesn|didn)['’]t ")
_VOWS = lexicon("vow threaten refuse pledge warn swear")
_CONCEDES = lexicon(
    "promise agree guarantee assure allow stop lift withdraw release accept pay grant provide drop end recognise "
    "recognize "
    "return halt give cease approve sign free restore resume meet offer raise cut"
)


class ThreatReader(Reader):
    """The rules that start from `if` and `unless`."""

    def from_threats(self) -> list[Want]:
        """`if the ships do not turn, the navy will fire`: the threat demands that they turn."""
        words = self.words
        if "until" in words:
            refused = self._refused_until()
            if refused is not None:
                return [refused]
        if "if" not in words and "unless" not in words:
            return []
        promised = self._promised()
        if promised:
            return promised
        at = words.index("unless") if "unless" in words else words.index("if")
        inside = [v for v in self.clauses.verbs if v.first > at]
        if not inside or not (inside[0].negated or words[at] == "unless"):
            return []
        verb = inside[0]
        threats = [v for v in self.clauses.verbs if v != verb and self._threatens(v)]
        if verb.passive or not threats:
            return []
        subject = self.clauses.subject(verb)
        if (
            subject is not None
            and self.clauses.tags[subject.head] == "PRP"
            and self.clauses.object(threats[0]) is not None
        ):
            # `will attack the fleet unless it leaves`: whoever is threatened.
            subject = self.clauses.object(threats[0])
        to = self.referents.who(self.passage, subject)
        first = verb.head
        if not to and subject is not None:
            # `if the flights do not stop`: those who make them are to stop.
            to = self.referents.doer(self.passage, subject)
            first = subject.first
        by = tuple(p for p in self.referents.who(self.passage, self.clauses.subject(threats[0])) if p not in to)
        want = self.want("demand", by, to, first, max(self.stop(verb), verb.last), at, "threat")
        return [Want(want.passage, want.start, want.end, want.kind, by, to, _PLAIN.sub("", want.what), want.rule)]

    def _refused_until(self) -> Want | None:
        """`vowed to block the bill until the council votes`: what has to be done before they give way."""
        at = self.words.index("until")
        refusing = [v for v in self.clauses.verbs if v.last <= at and self._refuses(v)]
        inside = next((v for v in self.clauses.verbs if v.first > at and v.form == "finite"), None)
        if not refusing or inside is None or inside.passive or inside.negated:
            return None
        subject = self.clauses.subject(inside)
        by = self.referents.who(self.passage, self.clauses.subject(refusing[0]))
        to = tuple(p for p in self.referents.who(self.passage, subject) if p not in by)
        if not by or not to:
            return None
        return self.want("condition", by, to, inside.first, self.stop(inside), refusing[0].first, "not until")

    def _refuses(self, verb: Verb) -> bool:
        """`vowed`, `refused`, `will not`."""
        if verb.lemma in _VOWS:
            return not verb.negated
        return verb.negated and verb.modal in ("will", "would", "wo")

    def _promised(self) -> list[Want]:
        """`said he would resign if the council agreed to … and paid …`: what the other side has to do first."""
        if "if" not in self.words:
            return []
        at = self.words.index("if")
        main = [v for v in self.clauses.verbs if v.last <= at and self._promises(v)]
        inside = [v for v in self.clauses.verbs if v.first > at and v.form == "finite"]
        if not main or not inside or inside[0].negated or inside[0].passive or inside[0].lemma not in _CONCEDES:
            return []
        by = self.referents.who(self.passage, self.clauses.subject(main[-1]))
        subject = self.clauses.subject(inside[0])
        to = self.referents.who(self.passage, subject)
        if not by or not to or set(by) & set(to):
            return []
        # The verbs that follow with the same subject are conditions of their own.
        shared = [
            v for v in inside[1:] if self.words[v.first - 1] in (",", "and") and self.clauses.subject(v) == subject
        ]
        out = []
        for verb in (inside[0], *shared):
            stop = min([self.stop(verb), *(v.first for v in shared if v.first > verb.first)])
            while stop > verb.last and self.words[stop - 1] in (",", "and"):
                stop -= 1
            begin = main[-1].first if verb is inside[0] else verb.first
            out.append(self.want("condition", by, to, verb.first, stop, begin, "if they"))
        return [dataclasses.replace(w, members=len(out) > 1) for w in out]

    def _promises(self, verb: Verb) -> bool:
        """`would resign`, not `would have been better`."""
        plain = verb.lemma != "be" and "have" not in self.words[verb.first : verb.head]
        return verb.modal in ("will", "would") and plain

    def _threatens(self, verb: Verb) -> bool:
        """`will fire`, `threatened to fire`, `orders to fire`."""
        warned = any(v.lemma in ("warn", "threaten", "vow") and v.last <= verb.first for v in self.clauses.verbs)
        if warned and verb.modal in ("will", "would"):
            return True
        if verb.lemma not in THREATS:
            return False
        return verb.modal in ("will", "would", "'ll", "’ll") or (verb.form == "infinitive" and verb.modal is None)
