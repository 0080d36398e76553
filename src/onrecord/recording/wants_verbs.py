"""Wants that a verb expresses: `urged the bank to wait`, `sought guarantees`, `offered $5 a share`."""

from __future__ import annotations

import dataclasses

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import BODIES, FIRMS, lexicon
from onrecord.recording.wants_conditions import CONCEDES
from onrecord.recording.wants_parts import ASKABLE, DEMAND_NOUNS, MONEY, NOT_WANTED, Reader, Want
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
    **dict.fromkeys("request seek recommend petition ask urge advocate like".split(" "), "request"),
    **dict.fromkeys("propose offer".split(" "), "offer"),
}
"""Verbs that govern what is wanted, or a clause that says it."""
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
_ADVERBS = lexicon("only again formally also instead repeatedly publicly still at least immediately jointly now both")
_WANTS_FOR: dict[str, DemandKind] = {
    "call": "request", "ask": "request", "appeal": "request", "press": "demand", "push": "demand",
    "petition": "request",
    "apply": "request", "plead": "request", "campaign": "demand", "lobby": "request",
}  # fmt: skip
"""Verbs that govern what is wanted by `for`."""
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
        if self._supposed(verb):
            return None
        if verb.modal == "would" and self.words[verb.first : verb.last] != ["would", verb.lemma]:
            return None
        if verb.modal == "would" and (verb.lemma not in ("like", "ask", "seek") or "if" in self.words):
            return None
        if verb.form == "infinitive" and not self._goes_on(verb):
            return self._wrested(verb) if verb.lemma in ("wrest", "extract", "squeeze", "win", "secure") else None
        if any(
            v.last == verb.first and v.lemma in ("consider", "weigh", "discuss", "avoid", "oppose")
            for v in self.clauses.verbs
        ):
            return None
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
            if asked is not None and task is not None and (task.first == asked.last or named):
                return self._called_on(verb)
            gerund = next((v for v in self.clauses.verbs if v.first == verb.last + 1 and v.form == "participle"), None)
            if gerund is not None:
                return self._doing(verb, gerund, _WANTS_FOR[verb.lemma])
            if named and task is None and self.referents.who(self.passage, asked):
                return None
            return self._wanted(verb, _WANTS_FOR[verb.lemma], verb.last + 1)
        if verb.lemma == "insist" and following == "on":
            return self._wanted(verb, "demand", verb.last + 1)
        if verb.lemma == "offer" or verb.lemma == "propose":
            gerund = next((v for v in self.clauses.verbs if v.first == verb.last and v.form == "participle"), None)
            return self._doing(verb, gerund, "offer") if gerund is not None else self._offered(verb)
        if verb.lemma in ("file", "launch", "bring", "lodge", "submit"):
            return self._filed(verb)
        if verb.lemma in _WANTS or verb.lemma == "order":
            kind = _WANTS.get(verb.lemma, "demand")
            if following == "that" or self._subjunctive(verb):
                return self._that(verb, kind)
            if verb.lemma in ("insist", "ask"):
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
        return verb.first > 0 and self.words[verb.first - 1] == "by" and self.clauses.tags[verb.head] == "VBG"

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
        if asked is None or quote or task.first - verb.last > 20:
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
        if asked is None or task is None or verb.passive:
            return None
        by = self._author(verb)
        to = self.referents.who(self.passage, asked)
        if not by and not (to and self._paper(verb)):
            return None
        return self.want("request", by, to, task.first, self.stop(task), verb.first, "call on")

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
        if verb.passive or not self._paper(verb):
            agent = self.clauses.agent(verb)
            return self.referents.who(self.passage, agent) or self.referents.topic(self.passage, agent)
        subject = self.clauses.subject(verb)
        return () if subject is None else self.referents.possessor(self.passage, subject)

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
        out = []
        for member, stop in members:
            if self.words[stop : stop + 1] == ["before"] and kind == "request":
                kind = "condition"
            begin = verb.first if member is thing else member.first
            rule = "call for" if verb.lemma in _AT_LARGE else "verb with object"
            out.append(self.want(kind, by, to, member.first, stop, begin, rule))
        return out

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

    def _that(self, verb: Verb, kind: DemandKind) -> Want | None:
        """`demanded that the ministry publish the list`: the clause's subject is to do it."""
        later = [v for v in self.clauses.verbs if v.first > verb.last and self._acts(v)]
        by = self._author(verb)
        if not later or not (by or self._first_person(verb)):
            return None
        duty = later[0].modal in ("must", "should", "would")
        if verb.lemma in ("rule", "decide", "decree") and not duty:
            return None
        if verb.lemma == "insist" and not duty and self.clauses.tags[later[0].head] != "VB":
            return None
        to = self.clause_subject(verb.last - 1, later[0], by)
        return self.want(kind, by, to, later[0].first, self.stop(later[0]), verb.first, "verb with clause")

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
                self._towards(task, by) or self.of_whom(task.last, self.stop(task), by),
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
