"""Wants that a verb expresses: `urged the bank to wait`, `sought guarantees`, `offered $5 a share`."""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import BODIES, FIRMS, is_people, lexicon
from onrecord.recording.wants_conditions import CONCEDES
from onrecord.recording.wants_parts import ASKABLE, CALLED, DEMAND_NOUNS, MONEY, NOT_WANTED, Reader, Want
from onrecord.types import DemandKind

_TO_DO: dict[str, DemandKind] = {
    **dict.fromkeys("order instruct direct command tell oblige require want summon warn".split(" "), "demand"),
    **dict.fromkeys(
        "urge ask beg implore invite press beseech petition pressure lobby challenge push plead appeal entreat exhort "
        "request advise like".split(" "),
        "request",
    ),
}
"""Verbs whose object is to do something."""
_WANTS: dict[str, DemandKind] = {
    **dict.fromkeys("demand insist want".split(" "), "demand"),
    **dict.fromkeys("request seek recommend petition ask urge advocate like suggest".split(" "), "request"),
    **dict.fromkeys("propose offer".split(" "), "offer"),
}
"""Verbs that govern what is wanted, or a clause that says it."""
_ANNOUNCED = lexicon("ask demand order require request seek tell offer bid file summon be petition appeal call")
"""Verbs for wanting whose announcement puts the want to the other side (`will ask the court for …`)."""
_INTENDS = lexicon(
    "plan intend hope want expect prepare aim consider weigh discuss avoid oppose try wish need like mean decide "
    "threaten refuse decline mention fail"
)
_MENTIONS = lexicon("mention discuss consider avoid oppose suggest deny imagine describe involve include mean")
"""Verbs before a want that is not told as a fact."""
_ADDRESSES = lexicon("appeal plead apply")
"""Verbs whose addressee stands after `to` or `with`."""
_ORDERED = lexicon(
    "release return arrest closure withdrawal suspension halt end recall evacuation extradition payment inquiry probe "
    "investigation review disclosure production removal sale retrial stay transfer deportation divestiture recount "
    "handover ceasefire restoration reinstatement demolition shutdown pullout break-up breakup"
)
"""What is ordered of somebody, and not from a shop."""
_AT_LARGE = lexicon("call push press advocate urge campaign lobby recommend plead")
"""Verbs for wanting something of nobody in particular."""
_PAPERS = lexicon(
    "case action resolution draft letter statement petition lawsuit "
    "suit motion complaint bill communique report memo filing "
    "brief "
    "declaration manifesto plan proposal order ruling decree text measure"
)
_MEETS = lexicon("meet pay compensate buy acquire join see reimburse recognise recognize rejoin")
_TIMES = lexicon(
    "in on last this early late monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december week month year today yesterday"
)
_ADVERBS = lexicon("only again formally also instead repeatedly publicly still at least immediately jointly now both")
_WANTS_FOR: dict[str, DemandKind] = {
    "call": "request", "ask": "request", "appeal": "request", "press": "demand", "push": "demand",
    "petition": "request",
    "apply": "request", "plead": "request", "campaign": "demand", "lobby": "request",
}  # fmt: skip
"""Verbs that govern what is wanted by `for`."""
_WISHED = lexicon("come continue succeed learn understand lose keep get return play")
"""What others are wished to do (`want him to come home`)."""
_STATES = lexicon("be become seem have know feel see win live enjoy grow mean")
"""What nobody does because he is asked to."""
_AGAINST = lexicon("sue petition picket blockade lobby confront press strike")
"""Verbs whose object is the other side."""
_FILINGS = lexicon(
    "suit lawsuit suits lawsuits petition request complaint motion application claim grievance appeal objection"
)
_QUOTES = frozenset(["“", "”", '"', "``", "''", ":"])


class VerbReader(Reader):
    """The rules that start from a verb."""

    def from_verbs(self) -> list[Want]:
        """Wants that a verb expresses."""
        out: list[Want] = []
        for verb in self.clauses.verbs:
            found = self._verb(verb)
            wants = [found] if isinstance(found, Want) else found or []
            if self._first_person(verb):
                wants = [dataclasses.replace(w, rule="of oneself") for w in wants if not w.by]
            out.extend(wants)
        return out

    def _verb(self, verb: Verb) -> Want | list[Want] | None:
        if verb.negated or verb.modal in ("could", "might", "may", "should", "can"):
            return None
        if self._supposed(verb) or self._planned(verb):
            return None
        if verb.modal == "would" and self.words[verb.first : verb.last] != ["would", verb.lemma]:
            return None
        if verb.modal == "would" and (verb.lemma not in ("like", "ask", "seek") or "if" in self.words):
            return None
        if verb.form == "infinitive" and not self._goes_on(verb):
            return self._wrested(verb) if verb.lemma in ("wrest", "extract", "squeeze", "win", "secure") else None
        if verb.lemma == "like" and verb.modal != "would":
            return None
        following = self.words[verb.last] if verb.last < len(self.words) else ""
        if verb.lemma == "call" and following in ("on", "upon"):
            return self._called_on(verb)
        if verb.lemma in _ADDRESSES and following in ("to", "with"):
            return self._called_on(verb) or self._asked_for(verb, self.clauses.phrase_starting(verb.last + 1))
        if verb.lemma in _TO_DO:
            want = self._to_do(verb)
            if want is not None:
                return want
        if verb.lemma == "ask":
            leave = self._leave(verb)
            if leave is not None:
                return leave
        if verb.lemma in ("ask", "petition", "press", "lobby", "beg", "sue", "tap") and not verb.passive:
            want = self._asked_for(verb, self.clauses.object(verb))
            if want is not None:
                return want
        if verb.lemma == "bid":
            return self._offered(verb)
        if verb.lemma in _WANTS_FOR and following == "for":
            asked, task = self.clauses.phrase_starting(verb.last + 1), self.infinitive_after(verb)
            named = (
                asked is not None and asked.head == asked.last - 1 and self.clauses.tags[asked.head] in ("NNP", "NNPS")
            )
            if asked is not None and task is not None and (self._next(asked, task) or named):
                return self._called_on(verb)
            gerund = next((v for v in self.clauses.verbs if v.first == verb.last + 1 and v.form == "participle"), None)
            if gerund is not None:
                return self._doing(verb, gerund, _WANTS_FOR[verb.lemma])
            if named and task is None and self.referents.who(self.passage, asked):
                return None
            return self._wanted(verb, _WANTS_FOR[verb.lemma], verb.last + 1)
        if verb.lemma == "insist" and following == "on":
            return self._wanted(verb, "demand", verb.last + 1)
        if verb.lemma == "propose" and self._that_at(verb) is not None:
            return self._that(verb, "offer")
        if verb.lemma == "offer" or verb.lemma == "propose":
            gerund = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "participle"), None)
            return self._doing(verb, gerund, "offer") if gerund is not None else self._offered(verb)
        if verb.lemma in ("file", "launch", "bring", "lodge", "submit"):
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
            return self._ready(verb)
        return None

    def _whole_end(self, phrase: Phrase) -> int:
        """Where a phrase ends with what follows by `of` (`the Bank of Norrvik`)."""
        following = self.clauses.phrase_starting(phrase.last + 1)
        return following.last if following is not None and self.words[phrase.last] == "of" else phrase.last

    def _leave(self, verb: Verb) -> Want | None:
        """`asked to see the books`: leave to do something."""
        task = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "infinitive"), None)
        if (
            task is None
            or verb.passive
            or task.passive
            or task.lemma in ("be", "speak", "remain", "have", "leave", "go")
        ):
            return None
        by = self._author(verb)
        return self.want("request", by, (), task.first, self.stop(task), verb.first, "ask to do") if by else None

    def _supposed(self, verb: Verb) -> bool:
        """Whether the verb stands in a clause of `if` or `whether`, so that nothing is said to be wanted."""
        for i in range(verb.first - 1, max(-1, verb.first - 8), -1):
            if self.words[i] in ("if", "whether", "unless", "should"):
                return self.words[i] != "should" or i == 0
            if self.words[i] in (",", ";", "that"):
                break
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
        # `did not mention asking the mill for help`
        before = [v for v in self.clauses.verbs if v.last <= verb.first]
        return bool(before) and before[-1].lemma in _MENTIONS and "," not in self.words[before[-1].last : verb.first]

    def _asked_for(self, verb: Verb, asked: Phrase | None) -> Want | None:
        """`asked the court for a new trial`, `sued the mill for $4 million`, `appealed to donors for tents`."""
        at = 0 if asked is None else self._whole_end(asked)
        if asked is None or verb.passive or self.words[at : at + 1] != ["for"]:
            return None
        thing = self.clauses.phrase_starting(at + 1)
        if thing is None or self.words[thing.head] in NOT_WANTED - {"damages"} | {"permission"}:
            return None
        by = self._author(verb)
        to = tuple(p for p in self.referents.who(self.passage, asked) if p not in by)
        if not by or not to:
            return None
        return self.want("request", by, to, thing.first, self.stop_after(thing), verb.first, "ask for")

    def _doing(self, verb: Verb, gerund: Verb, kind: DemandKind) -> Want | None:
        """`called for opening the port`, `proposed buying the mill`."""
        by = self._author(verb)
        if not by or verb.passive:
            return None
        to = (
            tuple(p for p in self.referents.who(self.passage, self.clauses.object(gerund)) if p not in by)
            if kind == "offer"
            else ()
        )
        return self.want(kind, by, to, gerund.first, self.stop(gerund), verb.first, "verb with gerund")

    def _filed(self, verb: Verb) -> Want | None:
        """`filed a suit to block the sale`, `filed a request with the commission for permission to land`."""
        thing = self.clauses.object(verb)
        if thing is None or verb.passive or self.words[thing.head] not in _FILINGS:
            return None
        by = self._author(verb)
        if not by:
            return None
        task = next(
            (v for v in self.clauses.verbs if thing.last <= v.first < thing.last + 8 and v.form == "infinitive"), None
        )
        stop = self.stop(task) if task is not None else self.stop_after(thing)
        to = self.of_whom(thing.last, stop, by)
        if task is None and not to:
            return None
        first = task.first if task is not None else thing.first
        return self.want("request", by, to, first, stop, verb.first, "filing")

    def _wrested(self, verb: Verb) -> Want | None:
        """`need a strike to wrest a better contract from the mill`."""
        thing = self.clauses.object(verb)
        if thing is None or self.words[thing.last : thing.last + 1] != ["from"]:
            return None
        to = self.referents.who(self.passage, self.clauses.phrase_starting(thing.last + 1))
        by = self._author(verb)
        if not by or not to or set(by) & set(to):
            return None
        return self.want("demand", by, to, thing.first, thing.last, verb.first, "wrest from")

    def _goes_on(self, verb: Verb) -> bool:
        """Whether an infinitive tells what is really done (`continued to demand`), not what may be."""
        before = [v for v in self.clauses.verbs if v.last == verb.first]
        decided = [v for v in self.clauses.verbs if v.first < verb.first and v.form == "finite"][-1:]
        if decided and decided[0].lemma == "vote" and not decided[0].negated and verb.first - decided[0].last < 8:
            # `voted 4-1 last week to ask`
            return True
        return (
            bool(before)
            and before[0].lemma in ("continue", "begin", "start", "go", "vow", "promise")
            and not before[0].negated
        )

    def _to_do(self, verb: Verb) -> Want | None:
        """`urged the bank to wait`; passive: `was ordered to pay`."""
        task = self.infinitive_after(verb)
        if task is None:
            return None
        by = self._author(verb)
        asked = self.clauses.subject(verb) if verb.passive else self.clauses.object(verb)
        if verb.lemma in ("want", "like") and (asked is None or self._whole_end(asked) != task.first):
            return None
        quote = any(w in _QUOTES for w in self.words[verb.last : task.first])
        if asked is None or quote or task.first - verb.last > 20 or self.is_public(asked):
            return None
        if verb.lemma in ("want", "like") and task.lemma in _STATES | _WISHED:
            return None
        to = self.referents.who(self.passage, asked) or self.referents.first_in(self.passage, asked)
        if (
            not to
            or not (by or (to and (verb.passive or self._paper(verb) or self._first_person(verb))))
            or set(by) & set(to)
        ):
            return None
        first = task.first - (self.words[task.first - 1] in ("not", "never"))
        return self.want(_TO_DO[verb.lemma], by, to, first, self.stop(task), verb.first, "verb with infinitive")

    def _called_on(self, verb: Verb) -> Want | None:
        asked = self.clauses.phrase_starting(verb.last + 1)
        task = self.infinitive_after(verb)
        if asked is None or task is None or verb.passive or self.is_public(asked) or task.lemma in _STATES:
            return None
        by = self._author(verb)
        to = self.referents.who(self.passage, asked)
        if not by and not (to and self._paper(verb)):
            return None
        if task.passive:
            # What is to be done to somebody is asked of others.
            return self.want("request", by, (), asked.first, self.stop(task), verb.first, "call on")
        return self.want("request", by, to, task.first, self.stop(task), verb.first, "call on")

    def _next(self, asked: Phrase, task: Verb) -> bool:
        """Whether an infinitive says what the ones asked are to do: it stands next, or after a relative clause."""
        return task.first == asked.last or self.words[asked.last : asked.last + 1] in (["who"], ["that"], ["which"])

    def _paper(self, verb: Verb) -> bool:
        """Whether a paper speaks: a resolution, a letter, a suit."""
        subject = self.clauses.subject(verb)
        return subject is not None and self.words[subject.head] in _PAPERS

    def _acts(self, verb: Verb) -> bool:
        """Whether a verb may be that of a clause, and does not hang on a noun (`officers accused of it`)."""
        return self.clauses.tags[verb.head] != "VBG" and verb.form != "passive participle"

    def _first_person(self, verb: Verb) -> bool:
        """Whether the speaker says it of himself (`we are seeking an order`): he is found by his statement."""
        subject = self.clauses.subject(verb)
        return subject is not None and self.words[subject.head] in ("we", "i")

    def _author(self, verb: Verb) -> tuple[str, ...]:
        """Who wants it: the verb's agent, or of a paper the one whose it is."""
        hung = self._hung_on(verb)
        if hung is not None:
            return self.referents.who(self.passage, hung)
        if verb.passive or not self._paper(verb):
            agent = self.clauses.agent(verb)
            topic = () if verb.lemma == "require" else self.referents.topic(self.passage, agent)
            return self.referents.who(self.passage, agent) or topic
        subject = self.clauses.subject(verb)
        return () if subject is None else self.referents.possessor(self.passage, subject)

    def _hung_on(self, verb: Verb) -> Phrase | None:
        """The people that a participle hangs on (`consumers applying for credit`, `workers demanding a raise`)."""
        if verb.form != "participle" or self.clauses.tags[verb.head] != "VBG":
            return None
        before = next((p for p in self.clauses.phrases if p.last == verb.first), None)
        return before if before is not None and is_people(self.words[before.head]) else None

    def _wanted(self, verb: Verb, kind: DemandKind, at: int) -> list[Want]:
        """`sought guarantees`, `called for talks`, `demanded the release of the crew from the ministry`.

        Each member of a list is wanted for itself.
        """
        if verb.passive:
            return []
        while self.words[at : at + 1] and self.words[at] in _ADVERBS and self.clauses.phrase_starting(at) is None:
            at += 1
        thing = self.clauses.phrase_starting(at)
        if thing is None or self.words[thing.head] in NOT_WANTED or self.clauses.tags[thing.head] == "PRP":
            return []
        if verb.lemma == "order" and self.words[thing.head] not in _ORDERED:
            return []
        if verb.lemma in _AT_LARGE | {"apply"} and not self._called(thing):
            return []
        if self._somebody(thing) or self._to_act(verb, thing):
            return []
        by = self._author(verb)
        if not by and not self._first_person(verb):
            return []
        if verb.lemma in ("want", "seek", "like") and not self._askable(thing, by):
            return []
        members = self.listed(thing)
        if len(members) == 1:
            members = [(thing, self.stop_after(thing))]
        to = next((t for m, end in members if (t := self.asked_of(m, end, by))), ()) or self.barred(members[-1][1], by)
        to = to or self._sued(verb, by)
        out = []
        for member, stop in members:
            if self.words[stop : stop + 1] == ["before"] and kind == "request":
                kind = "condition"
            begin = verb.first if member is thing else member.first
            rule = "call for" if verb.lemma in _AT_LARGE else "verb with object"
            out.append(self.want(kind, by, to, member.first, stop, begin, rule))
        return out

    def _sued(self, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the verb before names, of a participle that says what was wanted (`sued the mill, seeking damages`)."""
        before = [v for v in self.clauses.verbs if v.last <= verb.first and v.form == "finite"]
        if verb.form != "participle" or not before or before[-1].lemma not in _AGAINST or before[-1].passive:
            return ()
        return tuple(p for p in self.referents.who(self.passage, self.clauses.object(before[-1])) if p not in by)

    def _called(self, thing: Phrase) -> bool:
        """Whether a thing is one that is called for, or has a price."""
        members = [m for m, _ in self.listed(thing)]
        s = self.clauses.sentence
        said = s.text[s.starts[thing.first] : s.ends[self.stop_after(thing) - 1]]
        return any(self.words[m.head] in CALLED for m in members) or MONEY.search(said) is not None

    def _to_act(self, verb: Verb, thing: Phrase) -> bool:
        """Whether a phrase is told to do something (`urged both countries to wait`)."""
        return verb.lemma in _TO_DO and any(
            v.first == thing.last and v.form == "infinitive" for v in self.clauses.verbs
        )

    def _somebody(self, thing: Phrase) -> bool:
        """Whether a phrase names somebody, not what is wanted (`demanded Ek resign`)."""
        s = self.clauses.sentence
        if self.words[thing.head] in ASKABLE or MONEY.search(s.text[s.starts[thing.first] : s.ends[thing.last - 1]]):
            return False
        possessive = any(self.clauses.tags[i] in ("POS", "PRP$") for i in range(thing.first, thing.last))
        named = self.clauses.tags[thing.first] in ("NNP", "NNPS") or self.words[thing.head] in BODIES | FIRMS
        return named and not possessive and bool(self.referents.first_in(self.passage, thing))

    def _askable(self, thing: Phrase, by: tuple[str, ...]) -> bool:
        """Whether a thing is one that sides ask of each other, has a price, or is wanted from somebody."""
        s = self.clauses.sentence
        stop = self.stop_after(thing)
        said = s.text[s.starts[thing.first] : s.ends[stop - 1]]
        heads = {self.words[p.head] for p, _ in self.listed(thing)}
        return bool(heads & ASKABLE) or MONEY.search(said) is not None or bool(self.asked_of(thing, stop, by))

    def _that(self, verb: Verb, kind: DemandKind) -> list[Want]:
        """`demanded that the ministry publish the list and that it pay`: a clause's subject is to do it."""
        at = self._that_at(verb)
        first = self._clause_wanted(verb, kind, verb.last - 1 if at is None else at, verb.first)
        out = [] if first is None else [first]
        for i in range(0 if at is None else at + 1, len(self.words)):
            if first is not None and self.words[i] == "that" and self.words[i - 1] in ("and", ","):
                begins = next((p.first for p in self.clauses.phrases if p.first > i), i)
                further = self._clause_wanted(verb, kind, i, begins)
                out += [] if further is None else [further]
        return out

    def _that_at(self, verb: Verb) -> int | None:
        """Where `that` opens the clause that a verb governs, right after it or after a time (`urged in May that`)."""
        for i in range(verb.last, min(verb.last + 5, len(self.words))):
            if self.words[i] == "that":
                return i if self.clauses.phrase_starting(i) is None else None
            if not (self.words[i] in _ADVERBS | _TIMES or self.clauses.tags[i] in ("CD", "RB")):
                return None
        return None

    def _clause_wanted(self, verb: Verb, kind: DemandKind, at: int, begin: int) -> Want | None:
        """What the clause after word `at` says is to be done."""
        later = [v for v in self.clauses.verbs if v.first > at and self._acts(v)]
        by = self._author(verb)
        if not later or not (by or self._first_person(verb)):
            return None
        duty = later[0].modal in ("must", "should", "would")
        bare = self.clauses.tags[later[0].head] == "VB" or self.words[later[0].first] == "be"
        if verb.lemma in ("rule", "decide", "decree") and not duty:
            return None
        if verb.lemma in ("insist", "suggest") and not bare and (not duty or verb.lemma == "suggest"):
            return self._plural_clause(verb, kind, at, later[0], by, begin) if verb.lemma == "suggest" else None
        return self._wanted_clause(kind, at, later[0], by, begin)

    def _plural_clause(
        self, verb: Verb, kind: DemandKind, at: int, task: Verb, by: tuple[str, ...], begin: int
    ) -> Want | None:
        """`suggested that both sides wait`: in the plural what is to be done looks like what is."""
        subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= task.first), None)
        plural = subject is not None and self.clauses.tags[subject.head] in ("NNS", "NNPS")
        fits = plural and self.clauses.tags[task.head] == "VBP" and task.lemma not in _STATES and task.modal is None
        return self._wanted_clause(kind, at, task, by, begin) if fits else None

    def _wanted_clause(self, kind: DemandKind, at: int, task: Verb, by: tuple[str, ...], begin: int) -> Want | None:
        to = self.clause_subject(at, task, by)
        subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= task.first), None)
        if self.is_public(subject) and not task.passive:
            return None
        first = subject.first if task.passive and subject is not None else task.first
        return self.want(kind, by, to, first, self.stop(task), begin, "verb with clause")

    def _subjunctive(self, verb: Verb) -> bool:
        """Whether a clause without `that` follows (`insisting the boy be returned`)."""
        subject = self.clauses.phrase_starting(verb.last)
        if subject is None or verb.lemma not in ("demand", "insist", "recommend", "request"):
            return False
        at = subject.last
        following = next((v for v in self.clauses.verbs if v.first == at), None)
        return (
            following is not None
            and following.form != "infinitive"
            and (self.clauses.tags[following.head] == "VB" or following.modal in ("must", "should", "would"))
        )

    def _offered(self, verb: Verb) -> Want | None:
        """`offered to resign`, `offered $5 a share for Norrvik Mills`, `proposed a truce`."""
        if verb.passive:
            return None
        by = self._author(verb)
        if not by:
            return None
        task = self.infinitive_after(verb)
        if task is not None and task.first == verb.last:
            return self.want(
                "offer",
                by,
                self._towards(task, by) or self.of_whom(task.last, self.stop(task), by) or self._in_turn(task, by),
                task.first,
                self.stop(task),
                verb.first,
                "offer to do",
            )
        thing = self.clauses.object(verb)
        receiver: tuple[str, ...] = ()
        second = None if thing is None else self.clauses.phrase_starting(thing.last)
        if thing is not None and second is not None:
            # `offered the union a raise`
            receiver = tuple(p for p in self.referents.who(self.passage, thing) if p not in by)
            thing = second if receiver else thing
        if thing is None or self.words[thing.head] in NOT_WANTED:
            return None
        s = self.clauses.sentence
        stop = self.stop_after(thing)
        said = s.text[s.starts[thing.first] : s.ends[stop - 1]]
        if (
            verb.lemma in ("offer", "bid")
            and not receiver
            and not MONEY.search(said)
            and self.words[thing.head]
            not in DEMAND_NOUNS
            | lexicon(
                "truce ceasefire amnesty talks deal settlement compensation resignation concessions support aid help"
            )
        ):
            return None
        to = receiver or self.target(thing.first, by) or self.of_whom(thing.last, stop, by)
        share = self.clauses.phrase_starting(stop)
        stop = share.last if share is not None and self.words[share.head] == "share" else stop
        return self.want("offer", by, to, thing.first, stop, verb.first, "offer of something")

    def _in_turn(self, task: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an offer depends on (`offered to pay $3 million if the families agreed to drop it`)."""
        at = next((i for i in range(task.last, len(self.words)) if self.words[i] in ("if", "provided")), None)
        inside = None if at is None else next((v for v in self.clauses.verbs if v.first > at), None)
        if inside is None or inside.passive:
            return ()
        return tuple(p for p in self.referents.who(self.passage, self.clauses.subject(inside)) if p not in by)

    def _towards(self, task: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom the offer to do something is made to, where that is done with or for him (`offered to meet Ek`)."""
        if task.lemma not in _MEETS:
            return ()
        return tuple(p for p in self.referents.who(self.passage, self.clauses.object(task)) if p not in by)

    def _ready(self, verb: Verb) -> Want | None:
        """`was willing to meet the minister`."""
        task = self.infinitive_after(verb)
        if task is None or task.first != verb.last + 1:
            return None
        if (
            task.lemma not in CONCEDES
            and task.lemma not in _MEETS
            and self.words[task.last : task.last + 1] != ["back"]
        ):
            return None
        by = self._author(verb)
        if not by:
            return None
        return self.want("offer", by, self._towards(task, by), task.first, self.stop(task), verb.first, "willing to do")
