"""Whether what is wanted is told as a fact, or only supposed, planned or wished."""

from __future__ import annotations

from onrecord.recording.clauses import Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_authors import AuthorReader

_ANNOUNCED = lexicon("ask demand order require request seek tell offer bid file summon be petition appeal call")
"""Verbs for wanting whose announcement puts the want to the other side (`will ask the court for …`)."""
_INTENDS = lexicon(
    "plan intend hope want expect prepare aim consider weigh discuss avoid oppose try wish need like mean decide "
    "threaten refuse decline mention fail"
)
_MENTIONS = lexicon("mention discuss consider avoid oppose suggest deny imagine describe involve include mean")
"""Verbs before a want that is not told as a fact."""
_MAY_BE = lexicon("should would could may might must")
_UNSURE = lexicon("possibility prospect prospects chance chances likelihood risk idea fear fears hope hopes danger")

_GATHERS = lexicon(
    "gather march rally pack protest demonstrate assemble meet write phone telephone take go walk travel turn stage "
    "hold join block occupy sign visit fly return come crowd flock mass strike picket queue use speak"
)
_PROMPTS = lexicon("prompt lead spur move drive cause")
"""Verbs whose object did what the infinitive behind it says."""
_VOICED = lexicon("demand call urge ask press protest petition appeal plead insist beg")
"""What people do together, and say by it."""


class FactReader(AuthorReader):
    """What tells a want from talk of one."""

    def _supposed(self, verb: Verb) -> bool:
        """Whether the verb stands in a clause of `if` or `whether`, so that nothing is said to be wanted."""
        own = self.clauses.subject(verb) if verb.form == "finite" else None
        for i in range(verb.first - 1, max(-1, verb.first - 8), -1):
            if self.words[i] in ("if", "unless") and i and own is not None and own.last <= i:
                # `said it would pay if Lund asked | and demanded a receipt`
                break
            if self.words[i] in ("if", "whether", "unless", "should"):
                return self.words[i] != "should" or i == 0
            if self.words[i] in (",", ";", "that"):
                break
        subject = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        at = verb.first if subject is None else subject.first
        of = self.clauses.tags[verb.head] == "VBG" and at > 1 and self.words[at - 1] in ("of", "about")
        if of and self.words[at - 2] in _UNSURE:
            # `the possibility of the union seeking a vote`
            return True
        # `would gain by demanding lower prices`
        governed = verb.first > 0 and self.words[verb.first - 1] in ("by", "without", "instead", "about", "against")
        return governed and self.clauses.tags[verb.head] == "VBG"

    def _planned(self, verb: Verb) -> bool:
        """Whether what is told is a plan or a wish (`plans to ask`, `will lobby`), or did not happen."""
        if verb.modal in ("will", "'ll", "’ll") and verb.lemma not in _ANNOUNCED:
            return True
        chain = [verb]
        for other in reversed(self.clauses.verbs):
            if other.last == chain[-1].first:
                chain.append(other)
        if any(v.lemma in _INTENDS for v in chain[1:]) or any(v.negated for v in chain[1:]):
            return True
        if self.clauses.tags[verb.head] != "VBG" or verb.form != "participle":
            return False
        doer = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        if doer is not None and self.words[doer.first - 2 : doer.first] == [",", "with"]:
            # `talks are expected to go on, with Lund calling for a vote`
            return False
        before = [v for v in self.clauses.verbs if v.last <= verb.first]
        told = [v for v in before if v.form == "finite"][-1:]
        if told and (told[0].lemma in _INTENDS or told[0].modal in _MAY_BE):
            # `expect the board to act, requiring mills to close`, `should get an order telling them to leave`
            return True
        if before and before[-1].modal is not None and self.words[verb.first - 1] in ("in", "for", "of", "on"):
            # `will join us in demanding a raise`
            return True
        # `did not mention asking the mill for help`
        return bool(before) and before[-1].lemma in _MENTIONS and "," not in self.words[before[-1].last : verb.first]

    def _advised(self, verb: Verb) -> bool:
        """Whether a verb goes on with what somebody should or might do (`should meet, and tell her to go`)."""
        if verb.form != "participle" or self.clauses.tags[verb.head] != "VB" or self.words[verb.first - 1] != "and":
            return False
        told = [v for v in self.clauses.verbs if v.last < verb.first and v.form == "finite"][-1:]
        return bool(told) and told[0].modal in _MAY_BE | {"can"}

    def _gathers(self, told: Verb, verb: Verb) -> bool:
        """Whether people do something in order to demand (`marched through the town to demand a vote`)."""
        if told.lemma not in _GATHERS or told.negated or told.modal is not None or verb.lemma not in _VOICED:
            return False
        between = [v for v in self.clauses.verbs if told.last <= v.first < verb.first and v.form != "participle"]
        return not between and verb.first - told.last < 20

    def _goes_on(self, verb: Verb) -> bool:
        """Whether an infinitive tells what is really done (`continued to demand`), not what may be."""
        before = [v for v in self.clauses.verbs if v.last == verb.first]
        decided = [v for v in self.clauses.verbs if v.first < verb.first and v.form == "finite"][-1:]
        if decided and decided[0].lemma == "vote" and not decided[0].negated and verb.first - decided[0].last < 8:
            # `voted 4-1 last week to ask`
            return True
        if decided and self._gathers(decided[0], verb):
            return True
        if decided and decided[0].lemma in _PROMPTS and not decided[0].negated and decided[0].modal is None:
            # `prompted Lund, who runs the port, to call for a vote`
            return self.clauses.object(decided[0]) is not None and not decided[0].passive
        if decided and decided[0].lemma == "be" and not decided[0].negated and decided[0].modal is None:
            # `were quick to demand it`
            return self.clauses.sentence.lower[decided[0].last : verb.first] in (["quick"], ["swift"], ["first"])
        return (
            bool(before)
            and before[0].lemma in ("continue", "begin", "start", "go", "vow", "promise")
            and not before[0].negated
        )
