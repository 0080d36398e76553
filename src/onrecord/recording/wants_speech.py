"""Wants that somebody states as a duty of others: `Norway must withdraw`, `the mill should pay`, `wants Ek freed`."""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_conditions import CONCEDES
from onrecord.recording.wants_parts import Reader, Want
from onrecord.recording.wants_words import ASKABLE
from onrecord.types import DemandKind

_STATES = lexicon("be have know see think feel seem look understand remember wait happen become mean stay "
    "remain care learn live")
"""What nobody can be told to do, or what is only supposed (`must know`)."""
_ALL_OF_US = lexicon("america europe africa asia humanity society west mankind politics democracy")
"""Whom a speaker counts himself among."""
_OURS = lexicon("our us ourselves we")
_DEBTS = lexicon("bond bonds loan loans debt debts tax taxes interest rent premiums dividend")
_BY_A_TIME = re.compile(
    r"\bby (?:then|noon|midnight|dawn|dusk|the end|close|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|\d"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)", re.I
)
_READ = 3000
"""How many characters of a sentence are looked at for a time."""
_SAID = re.compile(r",[”\"]? (?:said|says|argued|demanded|insisted|added) ")
_LOOSE = lexicon("it they he she that this what which who nothing")
_WISHES = lexicon("want like need")
_DONE = frozenset(["VBN", "VBD"])


class SpeechReader(Reader):
    """The rules for duties. They do not say who demands: that is the speaker, who is found by his statement."""

    lenient: bool = False
    """Whether anything at all may be what somebody should do."""

    def from_speech(self) -> list[Want]:
        """What a sentence says that others must or should do."""
        out = []
        for verb in self.clauses.verbs:
            wished = self._wished(verb)
            found = wished or self._duty(verb)
            if found is not None:
                out.append(found)
            if wished is not None:
                out += self._along(wished)
        return out

    def _along(self, wished: Want) -> list[Want]:
        """What else a list wants behind the first thing to be done (`wants the line slowed, a second guard, and …`)."""
        words, out, closed = self.words, list[Want](), False
        at = self.clauses.index(wished.end)
        while words[at : at + 1] in ([","], ["and"]):
            closed = closed or "and" in words[at : at + 2]
            thing = self.clauses.phrase_starting(at + 1 + (words[at : at + 2] == [",", "and"]))
            if thing is None or words[thing.head] in _LOOSE:
                break
            done = next((v for v in self.clauses.verbs if v.first == thing.last and v.last - v.first == 1), None)
            if done is not None and self.clauses.tags[done.head] in _DONE:
                stop = max(self.stop(done), done.last)
            elif words[thing.first] in ("a", "an", "another", "more") or words[thing.head] in ASKABLE:
                stop = self.stop_after(thing)
            else:
                break
            out.append(self.want(wished.kind, wished.by, (), thing.first, stop, thing.first, wished.rule))
            at = stop
        return out if closed else []

    def _duty(self, verb: Verb) -> Want | None:
        """`must withdraw`, `has to pay`, `should be freed`."""
        kind = self._kind(verb)
        if kind is None or verb.lemma in _STATES or self._conditional(verb):
            return None
        done = "have" in self.words[verb.first : verb.head]
        if done and kind == "demand" and _BY_A_TIME.search(self.passage.text[:_READ]):
            # `By then the garrison must have left.`
            return self._done_by(verb, kind)
        if done or self.clauses.tags[verb.head] == "VBG":
            # `must have slept`, `must be dreaming`: what is guessed.
            return None
        if self.words[verb.first - 1 : verb.first] in (["that"], ["which"], ["who"]):
            # `a wall that must come down`
            return None
        subject = self.clauses.subject(verb)
        if subject is not None and subject.first > 0 and self.clauses.tags[subject.first - 1] in ("NN", "NNS"):
            # `a problem the ministry must solve`
            return None
        if subject is None or self.clauses.tags[subject.head] in ("PRP", "EX", "WP", "WDT"):
            return None
        owes = self.words[verb.first] == "to"
        loose = self.lenient and kind == "request" and not verb.passive and self._told_by_other(verb)
        if verb.lemma not in CONCEDES and (verb.passive or kind == "request" or owes) and not loose:
            return None
        if any(v.last == subject.first and v.form != "finite" for v in self.clauses.verbs):
            # `the advice that the union endorse Lund should end the quarrel`
            return None
        if owes and verb.lemma in ("pay", "repay") and set(self.words[verb.last : self.stop(verb)]) & _DEBTS:
            # `has to repay bonds in May` is what it owes.
            return None
        if self.words[self.stop(verb) - 1] in ("for", "with", "to", "from"):
            # `a wall that Norway should pay for`
            return None
        if set(self.words[verb.last : self.stop(verb)]) & _OURS:
            # `must defend our coast`: the speaker is one of them.
            return None
        if self.is_public(subject) or self.words[subject.head] in _ALL_OF_US:
            return None
        to = self.referents.who(self.passage, subject)
        if verb.passive:
            if kind == "request" or "by" in self.words[verb.last : verb.last + 2]:
                # `must be approved by the members` is how things are done.
                return None
            to = ()
        elif not to or (kind == "request" and not self._named(subject)):
            return None
        begin = subject.first if subject.last <= verb.first else verb.first
        return self.want(kind, (), to, begin if verb.passive else verb.head, self.stop(verb), begin, "duty")

    def _done_by(self, verb: Verb, kind: DemandKind) -> Want | None:
        """What must have been done by a time."""
        subject = self.clauses.subject(verb)
        if subject is None or self.clauses.tags[subject.head] in ("PRP", "EX", "WP", "WDT") or verb.passive:
            return None
        to = self.referents.who(self.passage, subject)
        begin = subject.first if subject.last <= verb.first else verb.first
        found = self.want(kind, (), to, verb.head, max(self.stop(verb), verb.last), begin, "duty")
        # `must have given up the keys`: to give up the keys.
        what = found.what.replace(found.what.split()[0], verb.lemma, 1)
        return dataclasses.replace(found, what=what) if to else None

    def _told_by_other(self, verb: Verb) -> bool:
        """Whether the sentence begins with what a name should do, and ends with who says so."""
        subject = self.clauses.subject(verb)
        if subject is None or self.clauses.tags[subject.head] not in ("NNP", "NNPS"):
            return False
        end = self.clauses.sentence.ends[verb.last - 1] - self.passage.start
        return _SAID.search(self.passage.text, end) is not None

    def _kind(self, verb: Verb) -> DemandKind | None:
        if verb.modal == "must" and not verb.negated:
            return "demand"
        if verb.modal in ("should", "ought") and not verb.negated:
            return "request"
        before = next((v for v in self.clauses.verbs if v.last == verb.first), None)
        if verb.form != "infinitive" or before is None or before.negated:
            return None
        owes = self.words[before.head] in ("has", "have") and before.lemma == "have"
        return "demand" if owes and before.modal in (None, "would", "will") else None

    def _conditional(self, verb: Verb) -> bool:
        """Whether the duty is told as a supposition, or asked about."""
        before = self.words[max(0, verb.first - 8) : verb.first]
        return (
            any(w in ("if", "whether", "why", "how", "what", "when", "who") for w in before) or "?" in self.words[-2:]
        )

    def _named(self, subject: Phrase) -> bool:
        return self.clauses.tags[subject.head] in ("NNP", "NNPS") or self.words[subject.first] == "the"

    def _wished(self, verb: Verb) -> Want | None:
        """`wants Ek freed`, `wants the flights stopped`: of whoever can do it."""
        if verb.lemma not in _WISHES | {"order"} or verb.negated or verb.passive or verb.modal not in (None, "would"):
            return None
        if verb.modal == "would" and verb.lemma != "like":
            # `If so, she would want him out.`
            return None
        if verb.form != "finite":
            return None
        thing = self.clauses.object(verb)
        away = thing is not None and self.words[thing.last : thing.last + 1] in (["out"], ["back"], ["gone"])
        if thing is not None and away:
            return self._gone(verb, thing)
        if verb.lemma == "order":
            return None if thing is None else self._ordered(verb, thing)
        done = None if thing is None else next((v for v in self.clauses.verbs if v.first == thing.last), None)
        if thing is None or done is None or done.form != "passive participle":
            return self._seen_done(verb)
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        stop = max(self.stop(done), done.last)
        return self.want("demand", by, (), thing.first, stop, verb.first, "want done") if by else None

    def _seen_done(self, verb: Verb) -> Want | None:
        """`wants to see the guards punished`: of whoever can do it."""
        see = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        thing = None if see is None or see.lemma != "see" or verb.lemma == "need" else self.clauses.object(see)
        if see is None or thing is None or self.clauses.tags[thing.head] == "PRP":
            return None
        at = self.stop_after(thing)
        done = next((v for v in reversed(self.clauses.verbs) if v.first in (thing.last, at)), None)
        placed = self.words[thing.last : thing.last + 1] in (["there"], ["back"], ["gone"], ["out"])
        if placed and self.clauses.tags[thing.first] != "PRP":
            # `would like to see the whole sum there`
            own = self.referents.who(self.passage, self.clauses.subject(verb))
            return self.want("demand", own, (), thing.first, thing.last + 1, verb.first, "want done") if own else None
        subject = self.clauses.subject(verb)
        by = self.referents.who(self.passage, subject)
        if done is None or self.clauses.tags[done.head] not in _DONE or done.last - done.first > 1 or not by:
            return None
        if subject is not None and self.words[max(0, subject.first - 1) : subject.first] == ["because"]:
            # Why somebody did something else: `they came because they wanted to see the bridge opened`.
            return None
        if done.form == "finite" and self.words[done.last : done.last + 1] not in ([], ["."], [","], ["and"], ["by"]):
            return None
        return self.want("demand", by, (), thing.first, max(self.stop(done), done.last), verb.first, "want done")

    def _ordered(self, verb: Verb, thing: Phrase) -> Want | None:
        """`ordered the trawler seized`; not `ordered the meals cooked by the inn`."""
        ends = (thing.last, self.stop_after(thing))
        done = next((v for v in self.clauses.verbs if v.first in ends and self.clauses.tags[v.head] in _DONE), None)
        if done is None or done.last - done.first > 1:
            return None
        after = done.last + (self.clauses.tags[done.last : done.last + 1] in (["RB"], ["RP"]))
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        if not by or self.words[after : after + 1] not in ([], ["."], [","], ["and"], ["until"], ["pending"]):
            return None
        return self.want("demand", by, (), thing.first, after, verb.first, "want done")

    def _gone(self, verb: Verb, thing: Phrase) -> Want | None:
        """`wants Ek out`, `want their money back`, `ordered the tenants out`."""
        by = self.referents.who(self.passage, self.clauses.subject(verb))
        moved = tuple(p for p in self.referents.who(self.passage, thing) if p not in by)
        back = self.words[thing.last] == "back"
        if not by or not (back or moved):
            return None
        to = moved if verb.lemma == "order" else ()
        stop = max(self.stop_after(Phrase(thing.first, thing.last + 1, thing.head)), thing.last + 1)
        return self.want("demand", by, to, thing.first, stop, verb.first, "want done")
