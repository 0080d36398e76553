"""Wants that are put to a court: `sued the mill over the dam`, `filed suit challenging the law`, `appealed the ruling`.

Who sues wants something of the one sued and of the court, though news may say no more of it than that he sued.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_factual import FactReader
from onrecord.recording.wants_parts import Want

SUIT = "suit"
"""The rule that all these wants go by."""
_SUITS = lexicon("suit suits lawsuit lawsuits complaint petition challenge appeal appeals objections")
_CASES = lexicon("suit lawsuit case claim challenge")
_FILES = lexicon("file bring launch lodge initiate institute")
_SEEKS = lexicon("seek demand request challenge contest oppose ask block stop bar force")
_SETTLED = lexicon("decision ruling verdict law award order ban policy rule rules result results election conviction "
                   "sentence judgment judgement injunction merger deal map plan")  # fmt: skip
"""What is challenged before a court, or appealed to a higher one."""
_APPEALED = _SETTLED | {"case"}
_COURTS = lexicon("court courts judge tribunal circuit")
_BEFORE = lexicon("in before to with at")
_HUNG = lexicon("against over for about under to concerning")
_GROUNDS = lexicon("after because alleging claiming arguing saying accusing")
"""Words after which the reason for a suit follows."""
_GAP = 12
"""How many words after the suit the court, or what is sought, may stand."""


class SuitReader(FactReader):
    """The rules for suits, petitions and appeals."""

    def from_suits(self, found: Sequence[Want]) -> list[Want]:
        """What is asked of courts in a sentence, but what other rules found told (`sued, seeking damages`)."""
        out: list[Want] = []
        for verb in self.clauses.verbs:
            want = self._suit(verb)
            if want is not None and not any(self._same(want, w) for w in (*found, *out)):
                out.append(want)
        return out

    def _same(self, suit: Want, want: Want) -> bool:
        """Whether another rule has told what a suit is for: by the same party, in or after the words for the suit."""
        return bool(set(suit.by) & set(want.by)) and want.end > suit.start

    def _suit(self, verb: Verb) -> Want | None:
        if verb.negated or verb.modal is not None or self._supposed(verb) or self._planned(verb):
            return None
        if verb.form == "infinitive":
            return None
        if verb.lemma == "sue":
            return self._sues(verb)
        if verb.lemma in _FILES:
            return self._files(verb)
        if verb.lemma in ("lose", "win", "drop", "settle") and not verb.passive:
            return self._fought(verb)
        if verb.lemma in ("challenge", "appeal", "contest") and not verb.passive and verb.form == "finite":
            return self._challenges(verb)
        return None

    def _sues(self, verb: Verb) -> Want | None:
        """`sued the mill over the dam`, `was sued by the state`."""
        subject = self.clauses.subject(verb)
        sued = subject if verb.passive else self.clauses.object(verb)
        agent = self.clauses.agent(verb) if verb.passive else subject
        by = self._party(agent)
        other = agent if verb.passive else sued
        last = verb.last if other is None else max(verb.last, other.last)
        stop = self._relief(last)
        to = tuple(p for p in self._party(sued) if p not in by)
        if not by or (stop == last and (verb.passive or not to)):
            return None
        return self.want("demand", by, (*to, *self._court(last, by, to)), verb.head, stop, verb.first, SUIT)

    def _files(self, verb: Verb) -> Want | None:
        """`filed suit in federal court challenging the law`, `a petition filed by Lund`."""
        thing = self.clauses.object(verb)
        agent = self.clauses.subject(verb)
        if verb.passive or (thing is None and verb.form == "passive participle"):
            thing = next((p for p in self.clauses.phrases if p.last == verb.first), self.clauses.subject(verb))
            agent = self.clauses.agent(verb)
        if thing is None or self.words[thing.head] not in _SUITS:
            return None
        by = self._party(agent)
        last = thing.last if thing.first > verb.first or agent is None else max(verb.last, agent.last)
        stop = self._relief(last)
        if not by or stop == last:
            # That somebody sues says little of what he wants.
            return None
        to = self._against(thing.last, stop, by)
        begin = min(verb.first, thing.first)
        return self.want("request", by, (*to, *self._court(thing.last, by, to)), thing.first, stop, begin, SUIT)

    def _fought(self, verb: Verb) -> Want | None:
        """`lost its court case against the mill`, which it had brought."""
        thing = self.clauses.object(verb)
        if thing is None or self.words[thing.head] not in _CASES or self.clauses.tags[thing.first] != "PRP$":
            return None
        if self.words[thing.last : thing.last + 1] != ["against"]:
            return None
        by = self._party(self.clauses.subject(verb))
        stop = self._relief(thing.last)
        to = self._against(thing.last, stop, by)
        return self.want("demand", by, to, thing.first, stop, verb.first, SUIT) if by and to else None

    def _challenges(self, verb: Verb) -> Want | None:
        """`challenged the award in a protest before the audit office`, `appealed the ruling to the Supreme Court`."""
        by = self._party(self.clauses.subject(verb))
        thing = self.clauses.object(verb)
        last = verb.last if thing is None else thing.last
        if not by:
            return None
        court = self._court(last, by, ())
        if verb.lemma == "appeal" and thing is None:
            if not court:
                return None
        elif thing is None or self.words[thing.head] not in _APPEALED or (verb.lemma != "appeal" and not court):
            return None
        return self.want("request", by, court, verb.head, last, verb.first, SUIT)

    def _relief(self, last: int) -> int:
        """Where the words end that say against whom, over what or to what end a suit is brought."""
        words, i = self.words, last
        court = self.clauses.phrase_starting(i + 1) if words[i : i + 1] == ["in"] else None
        if court is not None:
            i = self._whole_phrase(court).last
        if words[i : i + 2] in (["aimed", "at"], ["aiming", "at"]):
            task = next((v for v in self.clauses.verbs if v.first == i + 2 and v.form == "participle"), None)
            return last if task is None else self.stop(task)
        at = i + (words[i : i + 1] == [","])
        if words[at : at + 1] and words[at] in _GROUNDS:
            return self._halt(at + 1, len(words))
        following = next((v for v in self.clauses.verbs if last <= v.first < last + _GAP), None)
        sought = following is not None and following.lemma in _SEEKS and following.form in ("participle", "infinitive")
        if following is not None and sought and ";" not in words[last : following.first]:
            return self.stop(following)
        while i < len(words):
            nearby = self.clauses.phrase_starting(i + 1)
            if words[i] in _HUNG and nearby is not None:
                i = self.stop_after(nearby)
            else:
                break
        return last if court is not None and i == self._whole_phrase(court).last else i

    def _party(self, phrase: Phrase | None) -> tuple[str, ...]:
        """Who a phrase stands for, be he named at its end (`the watchdog group Norrvik Watch`)."""
        if phrase is None:
            return ()
        found = self.referents.who(self.passage, phrase)
        # `a Norrvik man` is not the town.
        named = self.clauses.tags[phrase.head] in ("NNP", "NNPS")
        return found or (self.referents.first_in(self.passage, phrase) if named else ())

    def _against(self, first: int, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a suit is brought against."""
        for i in range(first, min(stop + 1, len(self.words))):
            if self.words[i] == "against":
                found = self.referents.who(self.passage, self.clauses.phrase_starting(i + 1))
                return tuple(p for p in found if p not in by)
        return ()

    def _court(self, first: int, by: tuple[str, ...], to: tuple[str, ...]) -> tuple[str, ...]:
        """The court, board or tribunal before which it is brought, where the sentence names it."""
        for i in range(first, min(first + _GAP, len(self.words))):
            if self.words[i] in (";", ":") or self._opens_clause(i):
                break
            phrase = self.clauses.phrase_starting(i + 1) if self.words[i] in _BEFORE else None
            if phrase is None:
                continue
            whole = self._whole_phrase(phrase)
            found = self.referents.who(self.passage, whole) or self.referents.who(self.passage, phrase)
            courtly = set(self.words[whole.first : whole.last]) & _COURTS or self.words[i] == "before"
            if courtly and found:
                return tuple(p for p in found if p not in by and p not in to)
        return ()

    def _whole_phrase(self, phrase: Phrase) -> Phrase:
        following = self.clauses.phrase_starting(phrase.last + 1)
        whole = following is not None and self.words[phrase.last] == "of"
        return Phrase(phrase.first, following.last, phrase.head) if whole and following is not None else phrase
