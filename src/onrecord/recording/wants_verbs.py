"""Wants that a verb expresses: `urged the bank to wait`, `sought guarantees`, `called for an inquiry`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_clauses import ClauseReader
from onrecord.recording.wants_factual import FactReader
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_tasks import further_tasks, further_things
from onrecord.recording.wants_things import ThingReader
from onrecord.recording.wants_words import NOT_WANTED, STATES, TIMES, TO_DO
from onrecord.types import DemandKind

_WANTS: dict[str, DemandKind] = {
    **dict.fromkeys("demand insist want".split(" "), "demand"),
    **dict.fromkeys("request seek recommend petition ask urge advocate like suggest".split(" "), "request"),
    **dict.fromkeys("propose offer".split(" "), "offer"),
}
"""Verbs that govern what is wanted, or a clause that says it."""
_ADDRESSES = lexicon("appeal plead apply")
"""Verbs whose addressee stands after `to` or `with`."""
_WANTS_FOR: dict[str, DemandKind] = {
    "call": "request", "ask": "request", "appeal": "request", "press": "demand", "push": "demand",
    "petition": "request",
    "apply": "request", "plead": "request", "campaign": "demand", "lobby": "request", "chant": "demand",
    "clamour": "demand", "clamor": "demand",
}  # fmt: skip
"""Verbs that govern what is wanted by `for`."""
_WISHED = lexicon("come continue succeed learn understand lose keep get return play")
"""What others are wished to do (`want him to come home`)."""
_FACTS = lexicon("information answers details explanation clarification comments")
"""What bodies ask of each other and reporters of everybody."""
_ANSWERS = lexicon("comment elaborate respond describe speculate discuss react reply imagine guess rate rank compare")
_OPINIONS = lexicon("view views opinion opinions thoughts thought impression question questions position stance")
_WHILES = lexicon("months years weeks days hours decades")
_BETWEEN = lexicon("again publicly repeatedly openly jointly urgently also yesterday today instead formally")
_GOVERNORS = lexicon("for on upon to with that")
_MEETINGS = lexicon("talks meeting negotiations dialogue summit mediation hearing consultations")
_PASTIMES = lexicon(
    "attend sit watch see enjoy celebrate play perform sing appear speak dance stay join come dine eat share submit "
    "try ask comment write read listen leave look consider explore vote"
)
"""What anybody is invited to."""
_PURPOSES = lexicon("determine ensure find see decide help learn check establish settle")
_PROCEEDINGS = lexicon(
    "hearing hearings deposition depositions inquiry review audit test tests study probe investigation trial recount "
    "search vote"
)
_FARTHEST = 30
"""How many words after a task another one asked is looked for."""
_THIRD = lexicon("he she it they")
_QUOTES = frozenset(["“", "”", '"', "``", "''", ":"])


class VerbReader(ClauseReader, ThingReader, FactReader):
    """The rules that start from a verb."""

    to_do: Mapping[str, DemandKind] = TO_DO
    """Verbs whose object is to do something."""
    idle: frozenset[str] = STATES
    """Verbs for what nobody does because he is asked to."""
    at_leisure: frozenset[str] = lexicon("be speak remain have leave go")
    """Verbs for what people ask to do all the time."""

    def from_verbs(self) -> list[Want]:
        """Wants that a verb expresses."""
        out: list[Want] = []
        for verb in self.clauses.verbs:
            found = self._verb(verb)
            wants = [found] if isinstance(found, Want) else found or []
            if self._first_person(verb):
                wants = [dataclasses.replace(w, rule="of oneself") for w in wants if not w.by]
            subject = self.clauses.subject(verb)
            if subject is not None and self.words[subject.head] in _THIRD:
                wants = [dataclasses.replace(w, pronoun=True) for w in wants]
            out.extend(wants)
        return out

    def _verb(self, verb: Verb) -> Want | list[Want] | None:
        if verb.negated or verb.modal in ("could", "might", "may", "should", "can"):
            return None
        if self._supposed(verb) or self._planned(verb) or self._advised(verb):
            return None
        if self.words[max(0, verb.first - 2) : verb.first] == ["short", "of"] or self._without(verb):
            # `stopped short of calling on him to go`
            return None
        if verb.modal == "would" and self.words[verb.first : verb.last] != ["would", verb.lemma]:
            return None
        if verb.modal == "would" and (verb.lemma not in ("like", "ask", "seek") or "if" in self.words):
            return None
        if verb.form == "infinitive" and not self._goes_on(verb):
            return self._wrested(verb) if verb.lemma in ("wrest", "extract", "squeeze", "win", "secure") else None
        if verb.lemma == "like" and verb.modal != "would":
            return None
        at = self._governing(verb)
        following = self.words[at] if at < len(self.words) else ""
        if verb.lemma == "call" and following in ("on", "upon"):
            return self._called_on(verb, at)
        if verb.lemma in _ADDRESSES and following in ("to", "with"):
            return self._called_on(verb, at) or self._asked_for(verb, self.clauses.phrase_starting(at + 1))
        if verb.lemma in ("tell", "warn", "remind", "notify", "inform"):
            told = self._told_that(verb)
            if told is not None:
                return told
        if verb.lemma == "invite" and not verb.passive:
            invited = self._invited(verb)
            if invited is not None:
                return invited
        if verb.lemma in self.to_do:
            wants = self._to_do(verb)
            if wants is not None:
                return wants
        if verb.lemma == "ask":
            leave = self._leave(verb)
            if leave is not None:
                return leave
        if verb.lemma in ("ask", "petition", "press", "lobby", "beg", "sue", "tap") and not verb.passive:
            wants = self._asked_for(verb, self.clauses.object(verb))
            if wants is not None:
                return wants
        if verb.lemma == "demand" and not verb.passive:
            known = self._to_know(verb)
            if known is not None:
                return known
        if verb.lemma == "volunteer":
            task = self.infinitive_after(verb)
            return self._offered(verb) if task is not None and task.first == verb.last else None
        if verb.lemma == "bid":
            return self._offered(verb)
        if verb.lemma in _WANTS_FOR and following == "for":
            asked, task = self.clauses.phrase_starting(at + 1), self.infinitive_after(verb)
            named = (
                asked is not None and asked.head == asked.last - 1 and self.clauses.tags[asked.head] in ("NNP", "NNPS")
            )
            if asked is not None and task is not None and (self._next(self._last_of(asked), task) or named):
                return self._called_on(verb, at)
            if asked is not None and task is not None and task.passive and self._set_off(asked.last, task.first):
                # `called for the minimum wage, now $7 an hour, to be raised`
                return self._called_on(verb, at)
            begins = at + 1 + (self.clauses.tags[at + 1 : at + 2] == ["RB"])
            gerund = next((v for v in self.clauses.verbs if v.first == begins and v.form == "participle"), None)
            if gerund is not None:
                # `called for temporarily closing the bridge`
                return self._doing(verb, gerund, _WANTS_FOR[verb.lemma])
            if named and task is None and self.referents.who(self.passage, asked):
                return None
            return self._wanted(verb, _WANTS_FOR[verb.lemma], at + 1)
        if verb.lemma == "insist" and following == "on":
            return self._wanted(verb, "demand", at + 1)
        if verb.lemma == "propose" and self._that_at(verb) is not None:
            return self._that(verb, "offer")
        if verb.lemma == "offer" or verb.lemma == "propose":
            gerund = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "participle"), None)
            return self._doing(verb, gerund, "offer") if gerund is not None else self._offered(verb)
        if verb.lemma in ("file", "launch", "bring", "lodge", "submit", "present"):
            return self._filed(verb)
        if verb.lemma in _WANTS or verb.lemma == "order":
            kind = _WANTS.get(verb.lemma, "demand")
            if self._that_at(verb) is not None or self._subjunctive(verb):
                return self._that(verb, kind)
            if verb.lemma in ("insist", "ask", "suggest"):
                return None
            return self._wanted(verb, kind, verb.last)
        if verb.lemma in ("rule", "decide", "decree"):
            return self._that(verb, "demand")
        if verb.lemma == "be" and following in ("willing", "ready", "prepared"):
            return self._ready(verb, verb.last + 1)
        if verb.lemma == "prepare" and verb.passive and following == "to":
            return self._ready(verb, verb.last)
        return None

    def _without(self, verb: Verb) -> bool:
        """Whether it is told as what was not asked (`left without asking for a refund`)."""
        before = self.words[max(0, verb.first - 2) : verb.first]
        return before[-1:] == ["without"] or before in (["instead", "of"], ["rather", "than"])

    def _to_know(self, verb: Verb) -> Want | None:
        """`demanded to know why the ship had sailed`, `demanded to see the minister`."""
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        by = self._author(verb)
        if task is None or not by:
            return None
        to = self._written_to(verb, by)
        return self.want("demand", by, to, task.first, self.stop(task), verb.first, "demand to")

    def _invited(self, verb: Verb) -> Want | None:
        """`invited both sides to talks in Oslo`."""
        asked = self.clauses.object(verb)
        asked_last = None if asked is None else self._last_of(asked)
        at = 0 if asked_last is None else self._whole_end(asked_last)
        talks = self.clauses.phrase_starting(at + 1) if self.words[at : at + 1] in (["to"], ["for"]) else None
        by = self._author(verb)
        if asked is None or talks is None or self.words[talks.head] not in _MEETINGS or not by:
            return None
        to = tuple(p for p in self.referents.who(self.passage, asked) if p not in by)
        if not to:
            return None
        return self.want("request", by, to, talks.first, self.stop_after(talks), verb.first, "invited")

    def _last_of(self, phrase: Phrase) -> Phrase:
        """The last of the phrases that are coordinated with one (`the army and | the police`)."""
        return next(reversed(self.clauses.coordinated(phrase)), phrase)

    def _whole_end(self, phrase: Phrase) -> int:
        """Where a phrase ends with what follows by `of` (`the Bank of Norrvik`)."""
        following = self.clauses.phrase_starting(phrase.last + 1)
        return following.last if following is not None and self.words[phrase.last] == "of" else phrase.last

    def _hung_end(self, phrase: Phrase) -> int:
        """Where a phrase ends with all that hangs on it (`the Minister for Works`, `the head of the bank in Oslo`)."""
        end = phrase.last
        while self.words[end : end + 1] in (["of"], ["for"], ["at"], ["in"]):
            following = self.clauses.phrase_starting(end + 1)
            if following is None:
                break
            end = following.last
        return end

    def _leave(self, verb: Verb) -> Want | None:
        """`asked to see the books`: leave to do something."""
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        if (
            task is None
            or verb.passive
            or task.passive
            or task.lemma in self.at_leisure
        ):
            return None
        by = self._author(verb)
        return self.want("request", by, (), task.first, self.stop(task), verb.first, "ask to do") if by else None

    def _asked_for(self, verb: Verb, asked: Phrase | None) -> list[Want] | None:
        """`asked the court for a new trial`, `sued the mill for $4 million`, `appealed to donors for tents`."""
        at = 0 if asked is None else self._past_time(self._whole_end(asked))
        name = self.clauses.phrase_starting(at + 1) if asked is not None and self.words[at : at + 1] == [","] else None
        if name is not None and self.words[name.last : name.last + 2] == [",", "for"]:
            # `asked the envoy, Jon Ek, for a timetable`
            at = name.last + 1
        if asked is None or verb.passive or self.words[at : at + 1] != ["for"]:
            return None
        at += self.words[at + 1 : at + 2] != [] and self.words[at + 1] in _QUOTES - {":"}
        thing = self.clauses.phrase_starting(at + 1)
        by = self._author(verb)
        to = tuple(p for p in self._meant(verb, asked) if p not in by)
        if thing is None or not by or not to:
            return None
        noun = self.words[thing.head]
        if noun in NOT_WANTED - {"damages"} | {"permission"} and self.is_trivial(thing) and not (
            noun in _FACTS and self.referents.are_bodies((*by, *to))
        ):
            return None
        if verb.lemma == "sue" and not self._askable(thing, by):
            # `sued the mill for negligence`
            return None
        stop = self.whole(self.stop_after(thing))
        out = [self.want("request", by, to, thing.first, stop, verb.first, "ask for")]
        for further in further_things(self.clauses, stop, "for"):
            # `asked the bank for a loan and for an apology`
            end = self.stop_after(further)
            of = self.asked_of(further, end, by) or to
            out.append(self.want("request", by, of, further.first, end, further.first, "ask for"))
        return out

    def _each(
        self, kind: DemandKind, by: tuple[str, ...], to: tuple[str, ...], verb: Verb, task: Verb, rule: str,
        others: list[Want],
    ) -> list[Want]:  # fmt: skip
        """A want for each of the tasks that a verb asks for (`to drop the appeal and spend the money`).

        They end before what `others` are asked for.
        """
        end = min((self.clauses.index(w.start) for w in others), default=len(self.words))
        tasks = [task, *(t for t in further_tasks(self.clauses, task) if t.first < end)]
        out = []
        for n, own in enumerate(tasks):
            following = tasks[n + 1].first if n + 1 < len(tasks) else end
            stop = self.stop(own)
            if following < len(self.words):
                stop = min(stop, following)
                while stop > own.last and self.words[stop - 1] in (",", "and", "on", "upon", "to"):
                    stop -= 1
            first = own.first - (self.words[own.first - 1] in ("not", "never"))
            out.append(self.want(kind, by, to, first, stop, own.first if n else verb.first, rule))
        return out

    def _to_do(self, verb: Verb) -> list[Want] | None:
        """`urged the bank to wait`; passive: `was ordered to pay`."""
        task = self.infinitive_after(verb)
        if task is None:
            return None
        by = self._author(verb)
        asked = self.clauses.subject(verb) if verb.passive else self.clauses.object(verb)
        if verb.lemma in ("want", "like"):
            end = None if asked is None else self._hung_end(asked)
            if end is None or not (end == task.first or self._set_off(end, task.first)):
                return None
        if verb.lemma == "invite" and (task.lemma in _PASTIMES or verb.passive):
            return None
        told = asked is not None and not verb.passive
        if told and asked is not None and self.words[self._whole_end(asked) : self._whole_end(asked) + 1] == ["that"]:
            # `told the owners that failure to pay would hurt`
            return None
        quote = any(w in _QUOTES for w in self.words[verb.last : task.first])
        if verb.lemma in ("ask", "press", "petition", "beg") and not verb.passive:
            after = self._past_time(self._whole_end(asked)) if asked is not None else task.first
            thing = self.words[after + 1 : after + 2]
            if self.words[after : after + 1] == ["for"] and thing and thing[0] not in _WHILES:
                # `asked the bank for three days to draw up a list`: the days are asked for.
                return None
        if asked is None or quote or task.first - verb.last > 20 or self.is_public(asked):
            return None
        if verb.lemma in ("want", "like") and task.lemma in STATES | _WISHED:
            return None
        if verb.lemma == "order" and task.lemma in _PURPOSES and self.words[asked.head] in _PROCEEDINGS:
            # `ordered the hearing to find out who lied`: what for.
            return None
        to = self._meant(verb, asked) or self.referents.first_in(self.passage, asked) or self._described(asked)
        if task.passive and not verb.passive and by and (to or verb.lemma in ("want", "like")):
            # `ordered the sailors to be freed`, `wants every file to be erased`: of others.
            stop = self.stop(task)
            return [self.want(self.to_do[verb.lemma], by, (), asked.first, stop, verb.first, "verb with infinitive")]
        own = not verb.passive and self._is_own(asked, to, by)
        if own:
            to = self._other_than_own(verb, asked, by) if self.clauses.tags[asked.head] == "PRP" else ()
        if own and not to and self.words[asked.head] in ("him", "her", "them"):
            # `had no quarrel with one woman and told her to leave`
            return None
        if (
            not (to or own or self._all_of(asked))
            or not (by or (to and (verb.passive or self._paper(verb) or self._first_person(verb))))
            or set(by) & set(to)
        ):
            return None
        proves = task.lemma in ("prove", "explain", "name", "justify", "find")
        if verb.lemma == "challenge" and (verb.passive or proves):
            # What nobody is expected to do.
            return None
        if self._left_open(verb, task) or (verb.lemma == "ask" and self._only_asks(task)):
            return None
        others = self._others_asked(verb, task, by, "")
        return self._each(self.to_do[verb.lemma], by, to, verb, task, "verb with infinitive", others) + others

    def _described(self, asked: Phrase) -> tuple[str, ...]:
        """Who is described by a phrase for whoever is asked, and has no name: none, if nothing but the rule says so."""
        return ()

    def _all_of(self, asked: Phrase) -> bool:
        """Whether those who are asked need no name: all who are in it (`told both sides to wait`)."""
        return False

    def _left_open(self, verb: Verb, task: Verb) -> bool:
        """Whether what is to be done has its object before it (`the files that Lund asked the bank to find`)."""
        subject = self.clauses.agent(verb)
        at = verb.first if subject is None or subject.last > verb.first else subject.first
        ends = task.last >= len(self.words) or self.words[task.last] in (",", ".", ";")
        hangs = at > 1 and self.words[at - 1] in ("that", "which", "whom", "what")
        if task.lemma == "do" and ends:
            # `something that many had urged him to do`
            return True
        if hangs and verb.lemma == "require" and self.words[task.last : task.last + 1] == ["in"]:
            # `the counselling that a judge required her to receive | in a driving case`
            return True
        return ends and hangs and verb.lemma in ("ask", "want", "tell", "require")

    def _only_asks(self, task: Verb) -> bool:
        """Whether a question is put, and nothing but an answer is wanted (`asked Lund to share his view`)."""
        thing = self.clauses.object(task)
        return task.lemma in _ANSWERS or (thing is not None and self.words[thing.head] in _OPINIONS)

    def _governing(self, verb: Verb) -> int:
        """The word that governs what a verb wants, past a time or an adverb (`called | on Friday | for talks`)."""
        at = verb.last
        while at < len(self.words) and at < verb.last + 3 and self.words[at] in _BETWEEN:
            at += 1
        if self.words[at : at + 1] in (["on"], ["in"]) and self.words[at + 1 : at + 2] and self.words[at + 1] in TIMES:
            past = self._past_time(at)
            return past if self.words[past : past + 1] and self.words[past] in _GOVERNORS else at
        past = self._past_time(at)
        return past if past > at and self.words[past : past + 1] and self.words[past] in _GOVERNORS else at

    def _called_on(self, verb: Verb, at: int) -> Want | list[Want] | None:
        asked = self.clauses.phrase_starting(at + 1)
        task = self.infinitive_after(verb)
        if asked is None or task is None or verb.passive or self.is_public(asked) or task.lemma in self.idle:
            return None
        by = self._author(verb)
        to = self.referents.who(self.passage, asked) or self._described(asked)
        if not by and not (to and (self._paper(verb) or self._first_person(verb))):
            return None
        indefinite = self.words[asked.first] in ("a", "an", "another", "more")
        wished_for = self.words[at] == "for" and (indefinite or not to)
        if task.passive or wished_for:
            # What is to be done to somebody is asked of others; `a mediator to hear both sides` has to be found first.
            return self.want("request", by, (), asked.first, self.stop(task), verb.first, "call on")
        # Whoever follows somebody anyhow is no other party.
        to = () if self.words[asked.head] in ("supporters", "followers") else to
        others = self._others_asked(verb, task, by, self.words[at])
        wants = self._each("request", by, to, verb, task, "call on", others)
        return [dataclasses.replace(w, named=not to) for w in wants] + others

    def _others_asked(self, verb: Verb, task: Verb, by: tuple[str, ...], preposition: str) -> list[Want]:
        """What others are asked for in the same breath (`called on Norway to wait and on Sweden to pay`)."""
        words, out = self.words, list[Want]()
        for i in range(task.last, min(task.last + _FARTHEST, len(words) - 2)):
            if words[i] != "and":
                continue
            at = i + 2 if words[i + 1] == preposition else i + 1
            asked = self.clauses.phrase_starting(at)
            own = None if asked is None else next((v for v in self.clauses.verbs if v.first == asked.last), None)
            if asked is None or own is None or own.form != "infinitive" or own.passive:
                continue
            to = tuple(p for p in self.referents.who(self.passage, asked) if p not in by)
            if to and not self.is_public(asked):
                kind = self.to_do.get(verb.lemma, "request")
                out.append(self.want(kind, by, to, own.first, self.stop(own), asked.first, "call on"))
        return out

    def _set_off(self, first: int, stop: int) -> bool:
        """Whether the words between two are set off by commas."""
        return stop - first > 1 and self.words[first] == self.words[stop - 1] == ","

    def _next(self, asked: Phrase, task: Verb) -> bool:
        """Whether an infinitive says what the ones asked are to do: it stands next, or after a relative clause."""
        return task.first == asked.last or self.words[asked.last : asked.last + 1] in (["who"], ["that"], ["which"])

