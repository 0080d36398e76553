"""Wants told the other way round: `whose resignation the union has called for`, `under pressure from the union to`."""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_authors import AuthorReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import ASKABLE, CALLED
from onrecord.types import DemandKind

_CALLS = lexicon("call ask press push campaign appeal")
_DEMANDS = lexicon("demand seek request want urge")
_SOUGHT: dict[str, DemandKind] = {"demand": "demand", "seek": "request", "request": "request"}
_PAPERS = lexicon("papers files data logs emails names list lists information material footage passwords tapes plans")
_AFTER = lexicon("VBD VBZ VBP MD IN RB")
_DEEDS = lexicon("shutdown walkout pullout handover evacuation demolition reinstatement deportation retrial transfer")
_REQUESTS = lexicon("request urging behest insistence")
_NONE = lexicon("no any another such")
_ASKED: dict[str, DemandKind] = {
    **_SOUGHT, "ask": "request", "urge": "request", "want": "demand", "propose": "request", "recommend": "request",
    "petition": "request",
}  # fmt: skip
_ENDS_CLAUSE = lexicon("after when before in on last at since and but because for")
_OPENS = lexicon("while if when because until after before unless since although though that who which")
_TELLS = lexicon("say tell report write announce add note")
_DECLINES = lexicon("refuse decline")
_ENDS = lexicon(", . ; : — -- – ” \" '' )")


class FrontedReader(AuthorReader):
    """The rules for what stands before the verb that wants it, and for pressure."""

    def from_fronted(self) -> list[Want]:
        """Wants told the other way round, in order."""
        out = [w for v in self.clauses.verbs if (w := self._whose(v) or self._which(v) or self._by(v)) is not None]
        for i in range(len(self.words) - 3):
            if self.words[i : i + 3] == ["under", "pressure", "from"]:
                want = self._pressed(i)
                out += [] if want is None else [want]
        return out + self._requested() + self._as_asked()

    def _whose(self, verb: Verb) -> Want | None:
        """`Ek, whose resignation the union has called for`: who is meant does it."""
        words = self.words
        called = verb.lemma in _CALLS and words[verb.last : verb.last + 1] == ["for"]
        if verb.negated or verb.passive or verb.modal is not None or not (called or verb.lemma in _DEMANDS):
            return None
        subject = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        begin = next((i for i in range(verb.first - 1, max(-1, verb.first - 10), -1) if words[i] == "whose"), None)
        if subject is None or begin is None or any(begin < v.first < verb.first for v in self.clauses.verbs):
            return None
        at = begin + 1
        if words[at] not in ASKABLE or at >= subject.head:
            return None
        # The tags may make one phrase of `resignation | the union`.
        first = subject.first if subject.first > at else at + 1
        by = self.referents.who(self.passage, Phrase(first, subject.last, subject.head))
        earlier = [p for p in self.clauses.phrases if p.last <= begin and self.clauses.tags[p.head] in ("NNP", "NN")]
        near = [p for p in earlier if p.last in (begin, begin - 1)]
        # `the minister, Karel Ek, to whom the guard answers and whose resignation …`
        before = near[-1] if near else next((p for p in reversed(earlier) if words[p.last : p.last + 1] == [","]), None)
        to = tuple(p for p in self.referents.who(self.passage, before) if p not in by)
        if not by or not to:
            return None
        return self.want("request" if called else "demand", by, to, at, at + 1, begin, "whose")

    def _which(self, verb: Verb) -> Want | None:
        """`the shutdown, which the union had demanded`: a thing and who wants it."""
        words = self.words
        called = verb.lemma in _CALLS and words[verb.last : verb.last + 1] == ["for"]
        at = verb.last + called
        ends = at >= len(words) or words[at] in _ENDS or self.clauses.tags[at] in _AFTER
        if verb.negated or verb.passive or verb.modal is not None or verb.form != "finite":
            return None
        if not (called or verb.lemma in _SOUGHT) or not ends or words[at : at + 1] in (["that"], ["for"], ["to"]):
            return None
        subject = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        if subject is None or subject.first < 2:
            return None
        opener = subject.first - (words[subject.first - 1] in ("which", "that"))
        if opener == subject.first:
            return None
        thing = self._thing_before(opener)
        by = self.referents.who(self.passage, subject)
        if thing is None or not by:
            return None
        stop = opener - (words[opener - 1] == ",")
        to = self.asked_of(thing, stop, by)
        return self.want("request" if called else _SOUGHT[verb.lemma], by, to, thing.first, stop, thing.first, "which")

    def _by(self, verb: Verb) -> Want | None:
        """`a shutdown demanded by the union`, `the papers requested by the court`."""
        if verb.form != "passive participle" or verb.lemma not in _SOUGHT or verb.negated:
            return None
        if self.words[verb.last : verb.last + 1] != ["by"] or not verb.first:
            return None
        thing = self._thing_before(verb.first)
        by = self.referents.who(self.passage, self.clauses.phrase_starting(verb.last + 1))
        if thing is None or not by:
            return None
        to = self.asked_of(thing, verb.first, by)
        return self.want(_SOUGHT[verb.lemma], by, to, thing.first, verb.first, thing.first, "demanded by")

    def _thing_before(self, at: int) -> Phrase | None:
        """The thing that can be demanded whose words, with what hangs on it, end at a word (or before a comma)."""
        end = at - (self.words[at - 1] == ",")
        for phrase in reversed([p for p in self.clauses.phrases if p.last <= end]):
            if end - phrase.last > 12:
                break
            if self.stop_after(phrase) != end or self.clauses.hangs(phrase) or self.words[phrase.first] in _NONE:
                continue
            if self.words[phrase.head] in CALLED | _PAPERS | _DEEDS:
                return phrase
        return None

    def _requesting(self, at: int) -> Phrase | None:
        """Who asks by `at the request of the mayor` or `at the mayor’s request`, where that opens at a word."""
        words = self.words
        if words[at] != "at":
            return None
        if words[at + 1 : at + 3] in (["the", "request"], ["the", "urging"]) and words[at + 3 : at + 4] == ["of"]:
            return self.clauses.phrase_starting(at + 4)
        phrase = self.clauses.phrase_starting(at + 1)
        if phrase is None or words[phrase.head] not in _REQUESTS:
            return None
        owner = self.clauses.tags[at + 1 : phrase.head]
        if "POS" not in owner:
            return None
        end = at + 1 + owner.index("POS")
        return Phrase(phrase.first, end, end - 1) if end > phrase.first else None

    def _requested(self) -> list[Want]:
        """`At the request of the mayor, the county sent two ploughs`: what is done was asked for, and is granted."""
        words = self.words
        for i in range(len(words) - 2):
            asking = self._requesting(i)
            if asking is None:
                continue
            told = [v for v in self.clauses.verbs if v.form == "finite"]
            fronted = i < 2
            later = [v for v in told if v.first > i] if fronted else [v for v in told if v.last <= i][-1:]
            if not later or later[0].negated or later[0].modal is not None:
                continue
            deed = later[0]
            if deed.lemma in _TELLS:
                # `has said that, at the request of the agency, it …` tells what is done further on.
                continue
            doer = self.clauses.agent(deed)
            by = self.referents.who(self.passage, asking)
            to = tuple(p for p in self.referents.who(self.passage, doer) if p not in by)
            subject = self.clauses.subject(deed)
            if by and deed.passive and not fronted and subject is not None and self.clauses.tags[subject.head] != "PRP":
                # `the flight was cancelled at the request of the port`: by whoever did it.
                return [self.want("request", by, (), subject.first, i, subject.first, "at the request")]
            if by and to and not deed.passive:
                stop = self.stop(deed) if fronted else min(self.stop(deed), i)
                return [self.want("request", by, to, deed.head, stop, min(i, deed.head), "at the request")]
        return []

    def _pressed(self, at: int) -> Want | None:
        """`Ek, under pressure from the families to bring them home`."""
        asking = self.clauses.phrase_starting(at + 3)
        task = None if asking is None else next((v for v in self.clauses.verbs if v.first == asking.last), None)
        if asking is None or task is None or task.form != "infinitive" or task.passive:
            return None
        by = self.referents.who(self.passage, asking)
        before = next((p for p in reversed(self.clauses.phrases) if p.last in (at, at - 1)), None)
        verb = next((v for v in reversed(self.clauses.verbs) if v.last == at), None)
        if at == 0:
            # `Under pressure from investors to cut costs, the mill said`
            verb = next((v for v in self.clauses.verbs if v.first > task.first and v.form == "finite"), None)
        pressed = before if verb is None else self.clauses.subject(verb)
        to = tuple(p for p in self.referents.who(self.passage, pressed) if p not in by)
        if not by or not to:
            return None
        return self.want("demand", by, to, task.first, self.stop(task), at, "under pressure")

    def _as_asked(self) -> list[Want]:
        """`The court refused to halt the sale, as Norway had asked`: what was or was not done is what was asked for."""
        words = self.words
        for verb in self.clauses.verbs:
            asking = next((p for p in self.clauses.phrases if p.last == verb.first), None)
            if verb.lemma not in _ASKED or verb.form != "finite" or verb.passive or verb.negated or asking is None:
                continue
            after = words[verb.last : verb.last + 1]
            if words[asking.first - 2 : asking.first] != [",", "as"] or not (
                not after or after[0] in _ENDS or after[0] in _ENDS_CLAUSE
            ):
                continue
            by = self.referents.who(self.passage, asking)
            deed = self._deed(asking.first - 2)
            if by and deed is not None:
                return self._done(deed, by, _ASKED[verb.lemma], asking.first - 2, verb.last)
        return []

    def _deed(self, stop: int) -> Verb | None:
        """The verb of the main clause before a word."""
        for verb in reversed(self.clauses.verbs):
            if verb.last > stop or verb.form != "finite":
                continue
            subject = self.clauses.subject(verb)
            at = verb.first if subject is None or subject.first > verb.first else subject.first
            if self.words[at - 1 : at] and at and self.words[at - 1] in _OPENS:
                continue
            return verb
        return None

    def _done(self, deed: Verb, by: tuple[str, ...], kind: DemandKind, stop: int, end: int) -> list[Want]:
        """What was asked for and is done, or not done, in the words of the deed up to a word."""
        subject = self.clauses.subject(deed)
        later = [v for v in self.clauses.verbs if deed.last <= v.first < stop]
        short = deed.lemma == "stop" and self.words[deed.last : deed.last + 2] == ["short", "of"]
        refused = deed.negated or deed.lemma in _DECLINES or short
        task: Verb | None = deed
        if deed.lemma in _DECLINES:
            task = next((v for v in later if v.form == "infinitive"), None)
        elif short:
            task = next((v for v in later if v.form == "participle"), None)
        if task is None or subject is None or deed.modal is not None:
            return []
        to = () if deed.passive else tuple(p for p in self.referents.who(self.passage, subject) if p not in by)
        if not to and not deed.passive:
            return []
        first = subject.first if deed.passive else task.head
        rule = "as asked, refused" if refused else "as asked"
        found = self.want(kind, by, to, first, stop, min(first, deed.first), rule)
        return [dataclasses.replace(found, end=self.clauses.sentence.ends[end - 1])]
