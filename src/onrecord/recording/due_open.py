"""Due times that no order sets: what somebody says he will do by a day, what stays open until one, strikes called.

The rules here are asked only about expressions of time that the rules for orders and ultimatums leave over.
"""

from __future__ import annotations

import dataclasses
import re

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.dates import Day, Length
from onrecord.recording.due_rules import Due
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wants_parts import Want

_DECIDES = lexicon(
    "pay award surrender comply decide rule submit file answer respond reply vote publish release deliver "
    "repay report present hand leave "
    "withdraw return reopen resume sign ratify announce issue send produce choose appeal complete hold free vacate"
)
"""Verbs for what somebody may set himself a day for."""
_OPEN_THINGS = lexicon("offer bid tender window proposal poll registration ultimatum")
_STRIKES = lexicon("strike walkout stoppage lockout boycott blockade shutdown")
_SET_FOR = lexicon("begin start set due schedule scheduled call plan")
_FALLS_DUE = lexicon(
    "payment response reply answer answers bids proposals objections submissions comments decision ruling verdict "
    "report "
    "brief briefs repayment instalment installment"
)
_TRUCES = lexicon("truce ceasefire cease-fire armistice moratorium")
_TERMS = lexicon("period mandate window notice freeze permit licence license waiver reprieve grace bidding")
_STAYS = lexicon("stay remain keep leave hold continue stand")
_MOVABLE = lexicon(
    "deadline decision ruling verdict review date target probe investigation strike walkout offer bid vote hearing "
    "closing completion stoppage lockout ultimatum judgment judgement"
)
_OWN_DATES = lexicon("decision ruling verdict review date target probe investigation judgment judgement")
_MOVES = lexicon("move shift change bring")
_RUNS_OUT = lexicon("pass expire lapse loom elapse run come fall")
_MISSES = lexicon("miss meet beat face")
_WALKS_OUT = lexicon("strike walk")
_CALLS = lexicon("call announce plan schedule threaten give set declare")
_DEADLINE = lexicon("deadline ultimatum cutoff cut-off")
_PUT_OFF = lexicon("extend prolong postpone delay defer")
_SHORT = lexicon("hour day week")
_MORE = lexicon("another more additional further extra")
_UNSURE = lexicon("may might could should can")
_BY = re.compile(
    r"\b(?:by|before|until|till|within|(?:no|not) later than)\s"
    r"(?:the\s|next\s|this\s|noon(?:\son)?\s|mid\w+(?:\son)?\s|\d[\d:]*\s?[ap]\.?m\.?(?:\son)?\s)*\Z",
    re.I,
)
"""What stands before a time by which something is to be done."""


class OpenReader:
    """One sentence, and the rules over the times that set its due times."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self._referents = referents
        self._passage = passage
        self._clauses = referents.clauses(passage)
        self._words = self._clauses.sentence.lower

    def judge(self, start: int, end: int, day: Day, length: Length | None) -> Due | None:
        """The due time that one expression names, by the first rule that fits."""
        first, last = self._clauses.index(start), self._clauses.index(end - 1) + 1
        if length is not None:
            return self._added(first, last, day, length) or self._given(first, last, day, length)
        if day.precision == "year":
            return None
        for rule in (
            self._moved, self._ran_out, self._apposed, self._kept_open, self._strike, self._pledged, self._falls_due,
            self._unless, self._to_be_done, self._has_until, self._ends,
        ):  # fmt: skip
            found = rule(first, last, day)
            if found is not None:
                return found
        return None

    def wanted(self, want: Want, start: int, end: int, day: Day, length: Length | None) -> Due | None:
        """The due time inside the words of a want: `asked the mill to answer by Friday`, `unless it paid by noon`."""
        text = self._passage.text[: start - self._passage.start]
        inside = want.start <= start and end <= want.end + 12 and (start < want.end or want.end >= start - 12)
        found = _BY.search(text)
        if not inside or found is None or day.precision == "year" or found[0].casefold().startswith(("until", "till")):
            return None
        if length is not None and not text.endswith("within "):
            return None
        return Due(self._passage, want.start, max(end, want.end), day, length, want.by, want.to, want.what, "wanted by")

    def _make(self, first: int, last: int, day: Day, length: Length | None, rule: str, begin: int,
              set_by: tuple[str, ...] = (), on: tuple[str, ...] = (), what: str | None = None) -> Due:  # fmt: skip
        s = self._clauses.sentence
        return Due(self._passage, s.starts[min(begin, first)], s.ends[last - 1], day, length, set_by, on, what, rule)

    def _before(self, first: int) -> str:
        s = self._clauses.sentence
        return s.text[max(self._passage.start, s.starts[first] - 40) : s.starts[first]]

    def _verbs_before(self, first: int, reach: int) -> list[Verb]:
        return [v for v in self._clauses.verbs if v.last <= first and first - v.last <= reach]

    def _pledged(self, first: int, last: int, day: Day) -> Due | None:
        """`said she would decide by noon Friday`, `will submit a proposal by Saturday`: set for oneself."""
        found = _BY.search(self._before(first))
        verbs = self._verbs_before(first, 14)
        if found is None or found[0].casefold().startswith(("until", "till", "within", "before")) or not verbs:
            return None
        verb = verbs[-1]
        will = verb.modal in ("will", "would", "shall", "'ll", "’ll") or self._is_to(verb)
        if not will or verb.passive or verb.negated or verb.lemma not in _DECIDES:
            return None
        who = self._referents.who(self._passage, self._clauses.subject(verb))
        if not who:
            return None
        return self._make(first, last, day, None, "pledged", verb.first, who, who, self._task(verb, first))

    def _is_to(self, verb: Verb) -> bool:
        """`is to rule by Friday`, `promised to pay by Friday`."""
        if verb.form != "infinitive":
            return False
        before = next((v for v in self._clauses.verbs if v.last == verb.first), None)
        due = self._words[verb.first - 1] in ("due", "set", "scheduled", "expected", "bound")
        if due and before is None:
            return any(v.last == verb.first - 1 and v.lemma == "be" for v in self._clauses.verbs)
        return before is not None and before.lemma in ("be", "promise", "pledge", "agree", "vow", "undertake")

    def _task(self, verb: Verb, first: int) -> str:
        s = self._clauses.sentence
        return " ".join(s.text[s.starts[verb.head] : s.starts[max(first - 1, verb.last - 1)]].split())

    def _kept_open(self, first: int, last: int, day: Day) -> Due | None:
        """`the offer will stay open until May 31`, `would keep shipping through Friday`."""
        before = self._words[max(0, first - 3) : first]
        if not {"until", "till", "through"} & set(before):
            return None
        verbs = self._verbs_before(first, 8)
        if not verbs:
            return None
        opens = "open" in self._words[max(0, first - 4) : first]
        stays = next((v for v in reversed(verbs) if v.lemma in _STAYS or (v.lemma == "be" and opens)), None)
        if stays is None or stays.negated:
            return None
        subject, thing = self._clauses.subject(stays), self._clauses.object(stays)
        told = [p for p in self._clauses.phrases if p.last <= stays.first and self._words[p.head] in _OPEN_THINGS]
        for phrase in (thing, subject, *told[-1:]):
            if phrase is not None and self._words[phrase.head] in _OPEN_THINGS:
                owner = self._referents.possessor(self._passage, phrase)
                owner = owner or (self._referents.who(self._passage, subject) if phrase is thing else ())
                begin = min(stays.first, phrase.first)
                return self._make(first, last, day, None, "kept open", begin, owner)
        goes_on = verbs[-1].form == "participle" and verbs[-1] != stays and stays.modal in ("will", "would")
        who = self._referents.who(self._passage, subject) if goes_on else ()
        return self._make(first, last, day, None, "kept open", stays.first, who) if who else None

    def _moved(self, first: int, last: int, day: Day) -> Due | None:
        """`put off its decision from May 14 to June 3`, `the deadline was moved to June 3`."""
        word, words = self._words[first - 1] if first else "", self._words
        old = word == "from"
        if word not in ("to", "until", "till", "from"):
            return None
        verb = next(
            (
                v
                for v in reversed(self._verbs_before(first, 16))
                if v.lemma in _PUT_OFF | _MOVES
                or (v.lemma in ("put", "push") and words[v.last : v.last + 1] in (["off"], ["back"]))
            ),
            None,
        )
        if verb is None or verb.negated or verb.modal in _UNSURE or self._only_may(verb):
            return None
        near = [p for p in self._clauses.phrases if verb.first - 10 <= p.first <= last + 6]
        thing = next((p for p in near if words[p.head] in _MOVABLE), None)
        if thing is None or (old and not {"to", "until"} & set(words[last : last + 3])):
            return None
        if word == "until" and verb.lemma in _MOVES:
            return None
        setter = self._referents.who(self._passage, self._clauses.agent(verb))
        setter = setter or self._referents.possessor(self._passage, thing)
        # Who decides binds himself.
        on = setter if words[thing.head] in _OWN_DATES else ()
        due = self._make(first, last, day, None, "moved", min(verb.first, thing.first), setter, on)
        noun = "deadline" if words[thing.head] in _DEADLINE else words[thing.head]
        return dataclasses.replace(due, moved=not old, old=old, thing=noun)

    def _only_may(self, verb: Verb) -> bool:
        """Whether a verb hangs on one that says what may or should be (`might want to delay`)."""
        before = next((v for v in self._clauses.verbs if v.last == verb.first), None)
        return verb.form == "infinitive" and before is not None and before.modal in _UNSURE

    def _ran_out(self, first: int, last: int, day: Day) -> Due | None:
        """`the union's deadline for an answer passed on Friday`, `missed a deadline to repay its bonds on Monday`."""
        words = self._words
        at = next((i for i in range(first - 1, max(-1, first - 16), -1) if words[i] in _DEADLINE), None)
        phrase = None if at is None else next((p for p in self._clauses.phrases if p.first <= at < p.last), None)
        if phrase is None:
            return None
        verbs = self._verbs_before(first, 4)
        named = [p for p in self._clauses.phrases if verbs and verbs[-1].last <= p.first and p.last <= first]
        if verbs and verbs[-1].first > phrase.last - 1 and verbs[-1].lemma in _RUNS_OUT and not (
            named and "," in words[verbs[-1].last : first]
        ):
            setter = self._referents.possessor(self._passage, phrase)
            return self._make(first, last, day, None, "deadline", phrase.first, setter)
        governs = next((v for v in self._clauses.verbs if self._clauses.object(v) == phrase), None)
        if governs is None or governs.lemma not in _MISSES or words[first - 1] not in ("on", "of", "at"):
            return None
        on = self._referents.who(self._passage, self._clauses.subject(governs))
        return self._make(first, last, day, None, "deadline", governs.first, (), on)

    def _apposed(self, first: int, last: int, day: Day) -> Due | None:
        """`an earlier deadline set by the union, Jan. 31, passed`; `the deadline, midnight on Friday, …`."""
        words = self._words
        at = next((i for i in range(first - 1, max(-1, first - 12), -1) if words[i] in _DEADLINE), None)
        if at is None:
            return None
        between = words[at + 1 : first]
        if not {",", "—", "(", "--"} & set(between[-4:]) or any(
            v.form == "finite" and at < v.first < first for v in self._clauses.verbs
        ):
            return None
        setter: tuple[str, ...] = ()
        if "by" in between:
            setter = self._referents.who(self._passage, self._clauses.phrase_starting(at + 2 + between.index("by")))
        phrase = next((p for p in self._clauses.phrases if p.first <= at < p.last), None)
        setter = setter or (self._referents.possessor(self._passage, phrase) if phrase is not None else ())
        return self._make(first, last, day, None, "deadline", at if phrase is None else phrase.first, setter)

    def _strike(self, first: int, last: int, day: Day) -> Due | None:
        """`a strike that was to begin at midnight`, `a walkout set for Monday`: those struck have until then."""
        verbs = self._verbs_before(first, 4)
        strike = next(
            (p for p in reversed(self._clauses.phrases) if p.last <= first and self._words[p.head] in _STRIKES), None
        )
        if verbs and verbs[-1].lemma in _WALKS_OUT and self._clauses.object(verbs[-1]) is None:
            return self._walkout(first, last, day, verbs[-1])
        if strike is not None and self._words[strike.last : first] in (
            ["for"],
            ["from"],
            ["on"],
            ["starting"],
            ["beginning"],
        ):
            calls = next((v for v in reversed(self._clauses.verbs) if v.last <= strike.first), None)
            if calls is not None and calls.lemma in _CALLS and not calls.negated:
                owner = self._referents.who(self._passage, self._clauses.agent(calls))
                return self._make(first, last, day, None, "strike", calls.first, owner) if owner else None
        if strike is None or first - strike.last > 8 or not verbs or verbs[-1].lemma not in _SET_FOR:
            return None
        verb = verbs[-1]
        ahead = verb.form in ("infinitive", "passive participle") or verb.modal in ("will", "would") or verb.passive
        if not ahead:
            return None
        owner = self._referents.possessor(self._passage, strike) or self._caller(strike)
        return self._make(first, last, day, None, "strike", strike.first, owner)

    def _walkout(self, first: int, last: int, day: Day, verb: Verb) -> Due | None:
        """`will walk out at midnight on Friday if there is no deal`."""
        ahead = verb.modal in ("will", "would", "'ll", "’ll") or any(
            0 <= verb.first - v.last <= 3 and v.lemma in ("threaten", "vow", "plan", "vote", "prepare")
            for v in self._clauses.verbs
        )
        if not ahead or verb.negated:
            return None
        who = self._referents.who(self._passage, self._clauses.subject(verb))
        return self._make(first, last, day, None, "strike", verb.first, who) if who else None

    def _caller(self, strike: Phrase) -> tuple[str, ...]:
        """Who calls, plans or puts off a strike: the subject of the verb that governs it."""
        before = [v for v in self._clauses.verbs if v.last <= strike.first and v.form == "finite"]
        return self._referents.who(self._passage, self._clauses.agent(before[-1])) if before else ()

    def _falls_due(self, first: int, last: int, day: Day) -> Due | None:
        """`a ruling is due on Friday`, `objections are due by May 3`."""
        near = range(first - 1, max(-1, first - 4), -1)
        at = next((i for i in near if self._words[i] in ("due", "expected")), None)
        if at is not None and self._words[at] == "expected" and self._words[first - 1] != "by":
            return None
        if at is None:
            return None
        thing = next(
            (p for p in reversed(self._clauses.phrases) if p.last <= at and self._words[p.head] in _FALLS_DUE), None
        )
        if thing is None or at - thing.last > 4:
            return None
        on = self._referents.possessor(self._passage, thing)
        return self._make(first, last, day, None, "falls due", thing.first, (), on)

    def _unless(self, first: int, last: int, day: Day) -> Due | None:
        """`faces sanctions unless it withdraws by Friday`, `if it has not paid by June 3`: whoever speaks."""
        words = self._words
        if _BY.search(self._before(first)) is None:
            return None
        at = next((i for i in range(first - 1, max(-1, first - 20), -1) if words[i] in ("unless", "if")), None)
        inside = None if at is None else next((v for v in self._clauses.verbs if v.first > at), None)
        if at is None or inside is None or inside.first > first or not (words[at] == "unless" or inside.negated):
            return None
        on = () if inside.passive else self._referents.who(self._passage, self._clauses.subject(inside))
        s = self._clauses.sentence
        what = " ".join(s.text[s.starts[inside.first] : s.starts[first - 1]].split())
        return self._make(first, last, day, None, "condition", at, (), on, what)

    def _to_be_done(self, first: int, last: int, day: Day) -> Due | None:
        """`the list must be handed in by Friday`: whoever it falls to."""
        verbs = self._verbs_before(first, 8)
        if not verbs or _BY.search(self._before(first)) is None or not verbs[-1].passive or verbs[-1].negated:
            return None
        verb = verbs[-1]
        if verb.modal != "must" and not (verb.form == "infinitive" and self._owes(verb)):
            return None
        subject = self._clauses.subject(verb)
        begin = verb.first if subject is None or subject.last > verb.first else subject.first
        s = self._clauses.sentence
        what = " ".join(s.text[s.starts[begin] : s.starts[first - 1]].split())
        return self._make(first, last, day, None, "bound", begin, (), (), what)

    def _owes(self, verb: Verb) -> bool:
        before = next((v for v in self._clauses.verbs if v.last == verb.first), None)
        return before is not None and before.lemma in ("have", "need", "be")

    def _has_until(self, first: int, last: int, day: Day) -> Due | None:
        """`rivals have until May 20 to comment`, whoever they are."""
        verbs = self._verbs_before(first, 4)
        timed = {"until", "till"} & set(self._words[max(0, first - 3) : first])
        if not timed or not verbs or verbs[-1].lemma != "have" or verbs[-1].negated:
            return None
        subject = self._clauses.subject(verbs[-1])
        if subject is None or self._clauses.tags[subject.head] not in ("NN", "NNS", "NNP", "NNPS"):
            return None
        return self._make(first, last, day, None, "had", min(subject.first, verbs[-1].first))

    def _ends(self, first: int, last: int, day: Day) -> Due | None:
        """`the cooling-off period ends on June 3`."""
        verbs = self._verbs_before(first, 3)
        if not verbs or verbs[-1].lemma not in ("end", "expire", "lapse", "close") or verbs[-1].negated:
            return None
        subject = self._clauses.subject(verbs[-1])
        if subject is None or not any(w in _TERMS for w in self._words[subject.first : verbs[-1].first]):
            return None
        return self._make(first, last, day, None, "expires", subject.first)

    def _given(self, first: int, last: int, day: Day, length: Length) -> Due | None:
        """`gave the rebels 48 hours`: short, and to somebody."""
        verbs = self._verbs_before(first, 6)
        if (
            not verbs
            or verbs[-1].lemma not in ("give", "allow", "grant")
            or length.unit not in _SHORT
            or verbs[-1].negated
        ):
            return None
        verb = verbs[-1]
        following = self._words[last : last + 1]
        if following and following[0] not in (".", ",", "or", "and", "before", "in", "—", ";", "”", "''"):
            return None
        receiver = self._clauses.subject(verb) if verb.passive else self._clauses.object(verb)
        on = self._referents.who(self._passage, receiver)
        setter = tuple(p for p in self._referents.who(self._passage, self._clauses.agent(verb)) if p not in on)
        return self._make(first, last, day, length, "granted", verb.first, setter, on) if on and setter else None

    def _added(self, first: int, last: int, day: Day, length: Length) -> Due | None:
        """`added 72 hours to its ultimatum`, `extended the deadline by a week`, `put off the strike by five days`."""
        verbs = [
            v for v in self._verbs_before(first, 24)
            if v.lemma in _PUT_OFF or v.lemma == "add"
            or (v.lemma in ("put", "push") and self._words[v.last : v.last + 1] in (["off"], ["back"]))
        ]  # fmt: skip
        if not verbs or verbs[-1].negated or verbs[-1].modal in ("may", "might", "could", "should"):
            return None
        verb = verbs[-1]
        by = "by" in self._words[max(0, first - 2) : first]
        adds = verb.lemma == "add" and self._words[last : last + 1] == ["to"]
        if not by and not adds:
            return None
        thing = self._clauses.phrase_starting(last + 1) if adds else self._clauses.object(verb)
        thing = self._clauses.subject(verb) if verb.passive else thing
        noun = self._noun(verb, last, thing)
        if noun is None:
            return None
        setter = self._referents.who(self._passage, self._clauses.agent(verb))
        due = self._make(first, last, day, length, "added", verb.first, setter)
        return dataclasses.replace(due, moved=True, thing=noun)

    def _noun(self, verb: Verb, last: int, thing: Phrase | None) -> str | None:
        """What is put off: the verb's object, or another noun for such a thing near the verb."""
        near = [p for p in self._clauses.phrases if verb.first - 6 <= p.first <= last + 6]
        for phrase in ([thing] if thing is not None else []) + near:
            word = self._words[phrase.head]
            if word in _DEADLINE or word in _OPEN_THINGS or word in _STRIKES or word in _TRUCES:
                return "deadline" if word in _DEADLINE else word
        return None
