"""Where a sentence says that somebody wants something of somebody: demands, requests, conditions and offers.

The rules are constructions of English: verbs of wanting with what they govern (`urged the bank to wait`, `sought
guarantees`), the nouns for what is wanted (`her demands, including …`, `the union’s proposal to …`), bids for a company,
readiness (`offered to resign`) and threats that imply a demand (`if the ships do not turn, … will fire`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import THREATS, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.types import DemandKind

HINT = re.compile(
    r"\b(?:demand|request|urg(?:e|ing)|ask|call(?:s|ed|ing)?\s+(?:for|on|upon)|calls?\b|order|insist|s[eo](?:ek|ught)|propos|offer"
    r"|bids?\b|condition|appeal|petition|recommend|willing|ready to|want|plead|beg|press|push|require|instruct|direct"
    r"|told|tell|fil(?:e|ed|ing)|launch|wrest|extract|squeez|win\b|secur|terms|ultimatum|sue[ds]?\b|suing|suit|appl(?:y|ied)|unless|if\b|guarantee|invit|implor|suggest|vow)",
    re.I,
)

_TO_DO: dict[str, DemandKind] = {
    **dict.fromkeys("order instruct direct command tell oblige".split(" "), "demand"),
    **dict.fromkeys("urge ask beg implore invite press beseech petition pressure lobby".split(" "), "request"),
}
"""Verbs whose object is to do something."""
_WANTS: dict[str, DemandKind] = {
    **dict.fromkeys("demand insist".split(" "), "demand"),
    **dict.fromkeys("request seek recommend petition".split(" "), "request"),
    **dict.fromkeys("propose offer".split(" "), "offer"),
}
"""Verbs that govern what is wanted, or a clause that says it."""
_WANTS_FOR: dict[str, DemandKind] = {
    "call": "request", "ask": "request", "appeal": "request", "press": "demand", "push": "demand", "petition": "request",
    "apply": "request", "plead": "request", "campaign": "demand", "lobby": "request",
}  # fmt: skip
_NOUNS: dict[str, DemandKind] = {
    "demand": "demand", "demands": "demand", "ultimatum": "demand", "condition": "condition", "conditions": "condition",
    "terms": "condition", "precondition": "condition", "preconditions": "condition", "request": "request",
    "requests": "request", "call": "request", "calls": "request", "plea": "request", "pleas": "request",
    "appeal": "request", "appeals": "request", "petition": "request", "proposal": "offer", "proposals": "offer",
    "offer": "offer", "offers": "offer", "suggestion": "request", "suggestions": "request", "bid": "offer",
    "recommendation": "request", "recommendations": "request", "order": "demand", "counterproposal": "offer", "counteroffer": "offer", "counter-offer": "offer",
}  # fmt: skip
DEMAND_NOUNS = frozenset(_NOUNS)
"""Nouns for what is wanted; an answer may name its demand by one of them."""


def kind_of(noun: str) -> DemandKind:
    """What kind of demand a noun of `DEMAND_NOUNS` names."""
    return _NOUNS[noun]


_INCLUDING = lexicon("including include includes namely")
_NOT_WANTED = lexicon(
    "comment comments reelection re-election election office help anonymity shelter work way ways advice talks office "
    "votes time attention question questions something things anything nothing what"
)
"""What people ask and seek all the time without demanding anything of anybody."""
_OF_WHOM = lexicon("from of with to against")
_MONEY = re.compile(r"(?:[$€£¥]|\b(?:dollars?|euros?|pounds?|yen|francs|million|billion|a share|per share)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Want:
    """What one sentence says that somebody wants. `start` and `end` are the offsets of the words that say it."""

    passage: Passage
    start: int
    end: int
    kind: DemandKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    rule: str
    members: bool = False
    """Whether it is one member of a list of demands."""
    deadline: int | None = None
    """Which of the story's deadlines goes with it."""


def wants_of(material: Material, referents: Referents, passage: Passage) -> list[Want]:
    """What a passage says that somebody wants, in order."""
    if not HINT.search(passage.text):
        return []
    reader = _Reader(referents, passage)
    out = [*reader.from_nouns(), *reader.from_verbs(), *reader.from_threats()]
    return sorted(_distinct(out), key=lambda w: (w.start, w.end))


def _distinct(wants: list[Want]) -> list[Want]:
    """Without wants that say again what an earlier rule found in the same words."""
    out: list[Want] = []
    for want in wants:
        if not any(w.start < want.end and want.start < w.end and not (w.members and want.members) for w in out):
            out.append(want)
    return out


class _Reader:
    """The rules over one sentence."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self._referents = referents
        self._passage = passage
        self._clauses: Clauses = referents.clauses(passage)
        self._words = self._clauses.sentence.lower

    # ---- verbs

    def from_verbs(self) -> list[Want]:
        """Wants that a verb expresses."""
        out = []
        for verb in self._clauses.verbs:
            want = self._verb(verb)
            if want is not None:
                out.append(want)
        return out

    def _verb(self, verb: Verb) -> Want | None:
        if verb.negated or verb.modal in ("could", "might", "may", "would", "should", "can"):
            return None
        if verb.form == "infinitive" and not self._goes_on(verb):
            return self._wrested(verb) if verb.lemma in ("wrest", "extract", "squeeze", "win", "secure") else None
        if any(v.last == verb.first and v.lemma in ("consider", "weigh", "discuss", "avoid", "oppose") for v in self._clauses.verbs):
            return None
        following = self._words[verb.last] if verb.last < len(self._words) else ""
        if verb.lemma in _TO_DO:
            want = self._to_do(verb)
            if want is not None:
                return want
        if verb.lemma == "call" and following in ("on", "upon"):
            return self._called_on(verb)
        if verb.lemma in _WANTS_FOR and following == "for":
            asked, task = self._clauses.phrase_starting(verb.last + 1), self._infinitive_after(verb)
            named = asked is not None and asked.head == asked.last - 1 and self._clauses.tags[asked.head] in ("NNP", "NNPS")
            if asked is not None and task is not None and (task.first == asked.last or named):
                return self._called_on(verb)
            gerund = next((v for v in self._clauses.verbs if v.first == verb.last + 1 and v.form == "participle"), None)
            if gerund is not None:
                return self._doing(verb, gerund, _WANTS_FOR[verb.lemma])
            if named and task is None and self._referents.who(self._passage, asked):
                return None
            return self._wanted(verb, _WANTS_FOR[verb.lemma], verb.last + 1)
        if verb.lemma == "insist" and following == "on":
            return self._wanted(verb, "demand", verb.last + 1)
        if verb.lemma == "offer" or verb.lemma == "propose":
            gerund = next((v for v in self._clauses.verbs if v.first == verb.last and v.form == "participle"), None)
            return self._doing(verb, gerund, "offer") if gerund is not None else self._offered(verb)
        if verb.lemma in ("file", "launch", "bring", "lodge", "submit"):
            return self._filed(verb)
        if verb.lemma in _WANTS:
            if following == "that" or self._subjunctive(verb):
                return self._that(verb, _WANTS[verb.lemma])
            return self._wanted(verb, _WANTS[verb.lemma], verb.last)
        if verb.lemma in ("rule", "decide", "decree"):
            return self._that(verb, "demand")
        if verb.lemma == "be" and following in ("willing", "ready", "prepared"):
            return self._ready(verb)
        return None

    def _doing(self, verb: Verb, gerund: Verb, kind: DemandKind) -> Want | None:
        """`called for opening the port`, `proposed buying the mill`."""
        by = self._referents.who(self._passage, self._clauses.subject(verb))
        if not by or verb.passive:
            return None
        to = tuple(p for p in self._referents.who(self._passage, self._clauses.object(gerund)) if p not in by) if kind == "offer" else ()
        return self._want(kind, by, to, gerund.first, self._stop(gerund), verb.first, "verb with gerund")

    def _filed(self, verb: Verb) -> Want | None:
        """`filed a suit to block the sale`, `filed a request with the commission for permission to land`."""
        thing = self._clauses.object(verb)
        if thing is None or verb.passive or self._words[thing.head] not in _FILINGS:
            return None
        by = self._referents.who(self._passage, self._clauses.subject(verb))
        if not by:
            return None
        task = next((v for v in self._clauses.verbs if thing.last <= v.first < thing.last + 8 and v.form == "infinitive"), None)
        stop = self._stop(task) if task is not None else self._stop_after(thing)
        to = self._of_whom(thing.last, stop, by)
        if task is None and not to:
            return None
        first = task.first if task is not None else thing.first
        return self._want("request", by, to, first, stop, verb.first, "filing")

    def _wrested(self, verb: Verb) -> Want | None:
        """`need a strike to wrest a better contract from the mill`."""
        thing = self._clauses.object(verb)
        if thing is None or self._words[thing.last : thing.last + 1] != ["from"]:
            return None
        to = self._referents.who(self._passage, self._clauses.phrase_starting(thing.last + 1))
        by = self._referents.who(self._passage, self._clauses.subject(verb))
        if not by or not to or set(by) & set(to):
            return None
        return self._want("demand", by, to, thing.first, thing.last, verb.first, "wrest from")

    def _goes_on(self, verb: Verb) -> bool:
        """Whether an infinitive tells what is really done (`continued to demand`), not what may be."""
        before = [v for v in self._clauses.verbs if v.last == verb.first]
        return bool(before) and before[0].lemma in ("continue", "begin", "start", "go", "vow", "promise") and not before[0].negated

    def _to_do(self, verb: Verb) -> Want | None:
        """`urged the bank to wait`; passive: `was ordered to pay`."""
        task = self._infinitive_after(verb)
        if task is None:
            return None
        by = self._referents.who(self._passage, self._clauses.agent(verb))
        asked = self._clauses.subject(verb) if verb.passive else self._clauses.object(verb)
        quote = any(w in _QUOTES for w in self._words[verb.last : task.first])
        if asked is None or quote or task.first - verb.last > 20:
            return None
        to = self._referents.who(self._passage, asked)
        if (not to and self._clauses.tags[asked.head] == "PRP") or not (by or (verb.passive and to)) or set(by) & set(to):
            return None
        return self._want(_TO_DO[verb.lemma], by, to, task.first, self._stop(task), verb.first, "verb with infinitive")

    def _called_on(self, verb: Verb) -> Want | None:
        asked = self._clauses.phrase_starting(verb.last + 1)
        task = self._infinitive_after(verb)
        if asked is None or task is None or verb.passive:
            return None
        by = self._referents.who(self._passage, self._clauses.agent(verb))
        to = self._referents.who(self._passage, asked)
        if not by:
            return None
        return self._want("request", by, to, task.first, self._stop(task), verb.first, "call on")

    def _wanted(self, verb: Verb, kind: DemandKind, at: int) -> Want | None:
        """`sought guarantees`, `called for talks`, `demanded the release of the crew from the ministry`."""
        if verb.passive:
            return None
        at += self._words[at : at + 1] in (["only"], ["again"], ["formally"])
        thing = self._clauses.phrase_starting(at)
        if thing is None or self._words[thing.head] in _NOT_WANTED or self._clauses.tags[thing.head] == "PRP":
            return None
        by = self._referents.who(self._passage, self._clauses.subject(verb))
        if not by:
            return None
        stop = self._stop_after(thing)
        to = self._of_whom(thing.last, stop, by) or self._barred(stop, by)
        before = self._words[stop : stop + 2]
        if kind == "request" and before[:1] == ["before"]:
            kind = "condition"
        return self._want(kind, by, to, thing.first, stop, verb.first, "verb with object")

    def _that(self, verb: Verb, kind: DemandKind) -> Want | None:
        """`demanded that the ministry publish the list`: the clause's subject is to do it."""
        later = [v for v in self._clauses.verbs if v.first > verb.last]
        by = self._referents.who(self._passage, self._clauses.agent(verb))
        if not later or not by:
            return None
        if verb.lemma in ("insist", "rule", "decide", "decree") and later[0].modal not in ("must", "should", "would"):
            return None
        to = self._clause_subject(verb.last - 1, later[0], by)
        return self._want(kind, by, to, later[0].first, self._stop(later[0]), verb.first, "verb with clause")

    def _clause_subject(self, at: int, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Who is to do what the clause after word `at` says."""
        subject = next((p for p in self._clauses.phrases if p.first > at and p.last <= verb.first), None)
        if subject is None or verb.passive:
            # What is to be done to somebody is asked of others.
            return ()
        found = self._referents.who(self._passage, subject) or self._referents.first_in(self._passage, subject)
        return tuple(p for p in found if p not in by)

    def _subjunctive(self, verb: Verb) -> bool:
        """Whether a clause without `that` follows (`insisting the boy be returned`)."""
        subject = self._clauses.phrase_starting(verb.last)
        if subject is None or verb.lemma not in ("demand", "insist", "recommend", "request"):
            return False
        at = subject.last
        following = next((v for v in self._clauses.verbs if v.first == at), None)
        return following is not None and following.form != "infinitive" and (
            self._clauses.tags[following.head] == "VB" or following.modal in ("must", "should", "would")
        )

    def _offered(self, verb: Verb) -> Want | None:
        """`offered to resign`, `offered $5 a share for Norrvik Mills`, `proposed a truce`."""
        if verb.passive:
            return None
        by = self._referents.who(self._passage, self._clauses.subject(verb))
        if not by:
            return None
        task = self._infinitive_after(verb)
        if task is not None and task.first == verb.last:
            return self._want("offer", by, self._of_whom(task.last, self._stop(task), by), task.first, self._stop(task), verb.first, "offer to do")
        thing = self._clauses.object(verb)
        if thing is None or self._words[thing.head] in _NOT_WANTED:
            return None
        s = self._clauses.sentence
        stop = self._stop_after(thing)
        said = s.text[s.starts[thing.first] : s.ends[stop - 1]]
        if verb.lemma == "offer" and not _MONEY.search(said) and self._words[thing.head] not in DEMAND_NOUNS | lexicon("truce ceasefire amnesty talks deal settlement compensation resignation concessions support aid help"):
            return None
        to = self._target(thing.first, by) or self._of_whom(thing.last, stop, by)
        share = self._clauses.phrase_starting(stop)
        stop = share.last if share is not None and self._words[share.head] == "share" else stop
        return self._want("offer", by, to, thing.first, stop, verb.first, "offer of something")

    def _ready(self, verb: Verb) -> Want | None:
        """`was willing to meet the minister`."""
        task = self._infinitive_after(verb)
        if task is None or task.first != verb.last + 1:
            return None
        by = self._referents.who(self._passage, self._clauses.subject(verb))
        if not by:
            return None
        return self._want("offer", by, (), task.first, self._stop(task), verb.first, "willing to do")

    # ---- nouns

    def from_nouns(self) -> list[Want]:
        """Wants that a noun names: lists, proposals to do something, demands for something, bids for a company."""
        out: list[Want] = []
        for phrase in self._clauses.phrases:
            noun = self._words[phrase.head]
            if noun in _NOUNS:
                out.extend(self._noun(phrase, noun))
            elif phrase.last - phrase.first > 1 and self._words[phrase.head - 1] in _NOUNS:
                out.extend(self._made_by(phrase))
        return out

    def _made_by(self, phrase: Phrase) -> list[Want]:
        """`the last offer management made`: the tags take the offer and its maker for one phrase."""
        verb = next((v for v in self._clauses.verbs if v.first == phrase.last and v.lemma in _ISSUES), None)
        by = () if verb is None else self._referents.who(self._passage, Phrase(phrase.head, phrase.last, phrase.head))
        if not by:
            return []
        noun = self._words[phrase.head - 1]
        return [self._want(_NOUNS[noun], by, (), phrase.first, phrase.head, phrase.first, "bid")]

    def _noun(self, phrase: Phrase, noun: str) -> list[Want]:
        by = self._referents.possessor(self._passage, phrase) or self._issuer(phrase)
        members = self._members(phrase)
        if members and noun not in ("bid", "call", "calls", "appeal", "appeals"):
            return [self._member(_NOUNS[noun], by, m, phrase) for m in members]
        if not by:
            return []
        kind, words = _NOUNS[noun], self._words
        at = phrase.last
        if words[at : at + 1] == ["by"] or words[at : at + 1] == ["from"]:
            after = self._clauses.phrase_starting(at + 1)
            at = after.last if after is not None else at
        following = words[at] if at < len(words) else ""
        if noun in ("bid", "offer"):
            s = self._clauses.sentence
            to = self._target(at, by)
            if to or _MONEY.search(s.text[s.starts[phrase.first] : s.ends[phrase.head]]):
                return [self._want(kind, by, to, phrase.first, phrase.last, phrase.first, "bid")]
        task = next((v for v in self._clauses.verbs if v.first == at and v.form == "infinitive"), None)
        if task is not None:
            return [self._want(kind, by, (), task.first, self._stop(task), phrase.first, "noun with infinitive")]
        if following == "for" and noun not in ("bid", "offer", "terms"):
            thing = self._clauses.phrase_starting(at + 1)
            if thing is not None and words[thing.head] not in _NOT_WANTED:
                stop = self._stop_after(thing)
                return [self._want(kind, by, self._of_whom(thing.last, stop, by), thing.first, stop, phrase.first, "noun with for")]
        if following == "that":
            later = [v for v in self._clauses.verbs if v.first > at]
            if later:
                to = self._clause_subject(at, later[0], by)
                return [self._want(kind, by, to, later[0].first, self._stop(later[0]), phrase.first, "noun with clause")]
        return []

    def _issuer(self, phrase: Phrase) -> tuple[str, ...]:
        """Who issues, files or renews the thing."""
        for verb in self._clauses.verbs:
            if verb.lemma in _ISSUES and not verb.negated and self._clauses.object(verb) == phrase:
                return self._referents.who(self._passage, self._clauses.agent(verb))
        # `the offer the company made`
        maker = self._clauses.phrase_starting(phrase.last)
        if maker is not None and any(v.first == maker.last and v.lemma in _ISSUES for v in self._clauses.verbs):
            return self._referents.who(self._passage, maker)
        return ()

    def _members(self, phrase: Phrase) -> list[Phrase]:
        """The members of a list of demands: `her conditions, including a pardon, a pension and safe passage`."""
        words = self._words
        i = phrase.last
        while i < len(words) and words[i] in (",", "—", "–", "--", "-", "(", ":"):
            i += 1
        if i >= len(words) or i == phrase.last:
            if words[i : i + 1] != ["including"]:
                return []
        if words[i] in _INCLUDING:
            i += 1
        elif words[i : i + 2] == ["among", "them"]:
            i += 2
        elif words[i : i + 2] == ["such", "as"]:
            i += 2
        elif words[i - 1] != ":":
            return []
        first = self._clauses.phrase_starting(i)
        if first is None:
            return []
        return [first, *self._clauses.coordinated(first)] if self._clauses.coordinated(first) else [first]

    def _member(self, kind: DemandKind, by: tuple[str, ...], member: Phrase, phrase: Phrase) -> Want:
        stop = self._tail(member)
        want = self._want(kind, by, (), member.first, stop, member.first, "list of demands")
        return Want(want.passage, want.start, want.end, kind, by, (), want.what, want.rule, members=True)

    def _tail(self, phrase: Phrase) -> int:
        """Where a list's member ends: with the phrases and participles that hang on it, before the next comma."""
        words, tags = self._words, self._clauses.tags
        for i in range(phrase.last, len(words)):
            hangs = tags[i] == "VBD" and words[i + 1 : i + 2] in (["by"], ["for"], ["in"], ["to"])
            if words[i] in _MARKS or (tags[i] in ("VBD", "VBZ", "VBP", "MD") and not hangs):
                return i
        return len(words)

    # ---- threats

    def from_threats(self) -> list[Want]:
        """`if the ships do not turn, the navy will fire`: the threat demands that they turn."""
        words = self._words
        if "if" not in words and "unless" not in words:
            return []
        promised = self._promised()
        if promised is not None:
            return [promised]
        at = words.index("unless") if "unless" in words else words.index("if")
        inside = [v for v in self._clauses.verbs if v.first > at]
        if not inside or not (inside[0].negated or words[at] == "unless"):
            return []
        verb = inside[0]
        threats = [v for v in self._clauses.verbs if v != verb and self._threatens(v)]
        if verb.passive or not threats:
            return []
        subject = self._clauses.subject(verb)
        if subject is not None and self._clauses.tags[subject.head] == "PRP" and self._clauses.object(threats[0]) is not None:
            # `will attack the fleet unless it leaves`: whoever is threatened.
            subject = self._clauses.object(threats[0])
        to = self._referents.who(self._passage, subject)
        first = verb.head
        if not to and subject is not None:
            # `if the flights do not stop`: those who make them are to stop.
            to = self._referents.doer(self._passage, subject)
            first = subject.first
        by = tuple(p for p in self._referents.who(self._passage, self._clauses.subject(threats[0])) if p not in to)
        want = self._want("demand", by, to, first, max(self._stop(verb), verb.last), at, "threat")
        return [Want(want.passage, want.start, want.end, want.kind, by, to, _PLAIN.sub("", want.what), want.rule)]

    def _promised(self) -> Want | None:
        """`said he would resign if the council agreed to …`: what the other side has to do first."""
        if "if" not in self._words:
            return None
        at = self._words.index("if")
        main = [
            v for v in self._clauses.verbs
            if v.last <= at and v.modal in ("will", "would") and v.lemma != "be" and "have" not in self._words[v.first : v.head]
        ]
        inside = [v for v in self._clauses.verbs if v.first > at and v.form == "finite"]
        if not main or not inside or inside[0].negated or inside[0].passive or inside[0].lemma not in _CONCEDES:
            return None
        by = self._referents.who(self._passage, self._clauses.subject(main[-1]))
        to = self._referents.who(self._passage, self._clauses.subject(inside[0]))
        if not by or not to or set(by) & set(to):
            return None
        return self._want("condition", by, to, inside[0].first, self._stop(inside[0]), main[-1].first, "if they")

    def _threatens(self, verb: Verb) -> bool:
        """`will fire`, `threatened to fire`, `orders to fire`."""
        if verb.lemma not in THREATS:
            return False
        return verb.modal in ("will", "would", "'ll", "’ll") or (verb.form == "infinitive" and verb.modal is None)

    # ---- parts

    def _want(self, kind: DemandKind, by: tuple[str, ...], to: tuple[str, ...], first: int, stop: int, begin: int, rule: str) -> Want:
        s = self._clauses.sentence
        what = " ".join(s.text[s.starts[first] : s.ends[stop - 1]].split())
        return Want(self._passage, s.starts[begin], s.ends[stop - 1], kind, by, to, re.sub(r"^to\s+", "", what), rule)

    def _infinitive_after(self, verb: Verb) -> Verb | None:
        for other in self._clauses.verbs:
            if other.first >= verb.last:
                return other if other.form == "infinitive" else None
        return None

    def _stop(self, verb: Verb) -> int:
        """Where what a verb governs ends."""
        words = self._words
        stop = self._clauses.limit(verb)
        for i in range(verb.last, stop):
            if self._clauses.tags[i] == "WDT" or words[i] in (",", ";", ".", "before", "after", "but", "while", "if", "unless", "as", "—", "--", "–", '"', "''", "”", "saying", "because"):
                return max(i, verb.last)
        return max(stop, verb.last)

    def _stop_after(self, phrase: Phrase) -> int:
        """Where a phrase ends with what hangs on it (`an end to the blockade of the port`)."""
        i = phrase.last
        words, tags = self._words, self._clauses.tags
        while i < len(words):
            if words[i] in ("of", "for", "to", "with", "from", "on", "in", "against", "over", "by", "into") and self._clauses.phrase_starting(i + 1) is not None:
                following = self._clauses.phrase_starting(i + 1)
                assert following is not None
                i = following.last
            elif words[i] == "and" and self._clauses.phrase_starting(i + 1) is not None:
                following = self._clauses.phrase_starting(i + 1)
                assert following is not None
                if following.last < len(words) and tags[following.last] in ("VBD", "VBZ", "VBP", "MD"):
                    break
                i = following.last
            else:
                break
        return i

    def _of_whom(self, first: int, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        for i in range(first, min(stop + 1, len(self._words))):
            if self._words[i] in _OF_WHOM:
                found = self._referents.who(self._passage, self._clauses.phrase_starting(i + 1))
                found = tuple(p for p in found if p not in by)
                if found:
                    return found
        return ()

    def _barred(self, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an order that is sought would bind: `an injunction blocking the mill’s board from …`."""
        verb = next((v for v in self._clauses.verbs if v.first == stop and v.form == "participle"), None)
        if verb is None or verb.lemma not in _BINDS:
            return ()
        thing = self._clauses.object(verb)
        if thing is None:
            return ()
        found = self._referents.who(self._passage, thing) or self._referents.possessor(self._passage, thing)
        return tuple(p for p in found if p not in by)

    def _target(self, first: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """The company or party that an offer is for: `a bid for Norrvik Mills`, `offers to acquire the mill`."""
        words = self._words
        for i in range(first, min(first + 24, len(words))):
            if words[i] == "for" or (words[i] in ("acquire", "buy", "take") and i and words[i - 1] == "to"):
                phrase = self._clauses.phrase_starting(i + 1)
                if phrase is None:
                    continue
                found = self._referents.who(self._passage, phrase) or self._referents.body_in(self._passage, phrase.first, 12)
                found = tuple(p for p in found if p not in by)
                if found:
                    return found
        return ()


_FILINGS = lexicon(
    "suit lawsuit suits lawsuits petition request complaint motion application claim grievance appeal objection"
)
_QUOTES = frozenset(["“", "”", '"', "``", "''", ":"])
_PLAIN = re.compile(r"\b(?:do|does|did) not |\b(?:don|doesn|didn)['’]t ")
_CONCEDES = lexicon(
    "promise agree guarantee assure allow stop lift withdraw release accept pay grant provide drop end recognise recognize "
    "return halt give cease approve sign free restore resume meet offer raise cut"
)
_BINDS = lexicon("block bar prevent stop force require order compel prohibit forbid restrain halt")
_ISSUES = lexicon("issue make put submit file present send table deliver set outline list reiterate repeat renew lodge")
_MARKS = frozenset([",", ";", ".", "and", "or", "—", "--", "–", ")"])
