"""The rules for due times: which expression of time is one, for whom, and who set it.

Each is a construction of English that news uses for deadlines of any kind (ultimatums, bids, court dates, labour
disputes): granting time (`gave the union until Friday`), having time (`has 60 days to respond`), being bound (`must
leave by Monday`), naming the deadline, running out (`the offer expires on Friday`), moving it (`extended its bid to
June 3`), threats (`will strike on Sunday unless …`) and conditions (`unless … within 48 hours`).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.dates import Day, Length
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents

_GRANT = lexicon("give grant allow hand offer set leave impose issue")
_BIND = lexicon(
    "order tell ask require direct instruct demand urge call want insist command request rule force oblige press "
    "summon warn"
)
_LAPSING = lexicon(
    "bid offer tender contract agreement deal ceasefire truce armistice lease licence license permit visa mandate "
    "ultimatum deadline proposal moratorium extension suspension exemption waiver term right warrant patent injunction "
    "concession option pact"
)
_SHARED = lexicon("contract agreement deal ceasefire truce armistice lease pact")
"""What two sides agreed on, so that its end binds both."""
_WANTS = lexicon("want demand seek request expect require")
_TELLS = lexicon("tell warn inform notify advise")
_ENDS = frozenset([",", ";", "before", "or", "after", "but", "while", "if", "as", "—", "--", "."])
_TERMS = lexicon("window ultimatum deadline notice period extension reprieve grace limit time term")
_UNTIL = lexicon("until till by before")
_SLIPS = lexicon("extend prolong postpone delay defer")


@dataclass(frozen=True, slots=True)
class Due:
    """A due time as one sentence names it.

    `day` is known or `length` is; `start` and `end` are the offsets of the words that name it; `moved` says that an
    earlier due time was put off to this one, `old` that this is the one put off.
    """

    passage: Passage
    start: int
    end: int
    day: Day
    length: Length | None
    set_by: tuple[str, ...]
    on: tuple[str, ...]
    what: str | None
    rule: str
    moved: bool = False
    old: bool = False
    thing: str | None = None
    """The noun of what runs out or is put off (`offer`, `deadline`)."""


class DueReader:
    """One sentence, its times, and the rules over them."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self._referents = referents
        self._passage = passage
        self._clauses = referents.clauses(passage)
        self._words = self._clauses.sentence.lower

    def judge(self, start: int, end: int, day: Day, length: Length | None) -> Due | None:
        """The due time that one expression names, by the first rule that fits."""
        first, last = self._clauses.index(start), self._clauses.index(end - 1) + 1
        if first >= len(self._words):
            return None
        word = self._words[first - 1] if first else ""
        if word in ("a", "an", "the", "next", "this", "last", "until", "till"):
            word = self._words[first - 2] if word not in ("until", "till") and first > 1 else word
        if word == "on":
            # `until sunset on Friday`
            at = next((i for i in range(first - 2, max(-1, first - 6), -1) if self._words[i] in _UNTIL), None)
            if at is not None and not any(at < v.first < first for v in self._clauses.verbs):
                first, word = at + 1, self._words[at]
        verb = self._verb_before(first)
        for rule in (
            self._extended,
            self._named,
            self._granted,
            self._had,
            self._lapsing,
            self._threatened,
            self._bound,
            self._within,
        ):
            found = rule(first, last, word, verb, day, length)
            if found is not None:
                return found
        return None

    def _verb_before(self, first: int) -> Verb | None:
        before = [v for v in self._clauses.verbs if v.last <= first]
        return before[-1] if before else None

    def _make(self, first: int, last: int, day: Day, length: Length | None, rule: str, *, set_by: tuple[str, ...] = (),
              on: tuple[str, ...] = (), what: str | None = None, begin: int | None = None, moved: bool = False,
              old: bool = False) -> Due:  # fmt: skip
        s = self._clauses.sentence
        start = s.starts[first if begin is None else begin]
        return Due(self._passage, start, s.ends[last - 1], day, length, set_by, on, what, rule, moved, old)

    def _task(self, last: int) -> tuple[str | None, int]:
        """The infinitive after a due time (`to sign the paper`): its words, and where they end."""
        for verb in self._clauses.verbs:
            if verb.first >= last and verb.form == "infinitive" and verb.first - last <= 3:
                stop = self._stop(verb)
                s = self._clauses.sentence
                return " ".join(s.text[s.starts[verb.first] : s.ends[stop - 1]].split()), stop
        if self._words[last : last + 1] == ["to"]:
            # The tags may miss the verb: `to file briefs`.
            s, stop = self._clauses.sentence, last + 1
            while stop < len(s) and self._words[stop] not in _ENDS:
                stop += 1
            return " ".join(s.text[s.starts[last] : s.ends[stop - 1]].split()), stop
        return None, last

    def _stop(self, verb: Verb) -> int:
        """Where a task ends: with the clause that it governs (`to prove that its water is safe`)."""
        words = self._words
        opens = words[verb.last : verb.last + 1] in (["that"], ["whether"], ["how"], ["why"])
        stop = len(words) if opens else self._clauses.limit(verb)
        for i in range(verb.last, stop):
            if words[i] in _ENDS or (opens and words[i] == "and"):
                return i
        return max(verb.last, stop)

    def _granted(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`gave the union until Friday`, `granted it 48 hours`, `was given until noon`, `offered a one-week window`."""
        if verb is None or verb.lemma not in _GRANT or first - verb.last > 12 or verb.negated:
            return None
        timed = word in ("until", "till") or (length is not None and self._has_use(last))
        if not timed:
            return None
        receiver = self._clauses.subject(verb) if verb.passive else self._clauses.object(verb)
        on = self._referents.who(self._passage, receiver)
        if not on and length is not None:
            on = self._for_whom(last)
        what, stop = self._task(last)
        if length is not None and ((what is None and not on) or self._lasting(first, last) or self._left(last)):
            return None
        set_by = self._referents.who(self._passage, self._clauses.agent(verb))
        return self._make(first, stop, day, length, "granted", set_by=set_by, on=on, what=what, begin=verb.first)

    def _left(self, last: int) -> bool:
        """Whether it is only said how much time is left (`has 40 days left to make his name`)."""
        return "left" in self._words[last : last + 2]

    def _lasting(self, first: int, last: int) -> bool:
        """Whether a length is only that of something (`gave an eight-hour | speech`)."""
        phrase = next((p for p in self._clauses.phrases if p.first <= first < p.last), None)
        return phrase is not None and phrase.head >= last and self._words[phrase.head] not in _TERMS

    def _has_use(self, last: int) -> bool:
        words = self._words[last : last + 4]
        return "to" in words or "window" in words or "ultimatum" in words or "deadline" in words or "notice" in words

    def _for_whom(self, last: int) -> tuple[str, ...]:
        for i in range(last, min(last + 5, len(self._words))):
            if self._words[i] == "for":
                return self._referents.who(self._passage, self._clauses.phrase_starting(i + 1))
        return ()

    def _had(self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None) -> Due | None:
        """`has 60 days to respond`, `had until Friday to sign`."""
        if verb is None or verb.lemma not in ("have", "has", "had") or first - verb.last > 3 or verb.negated:
            return None
        what, stop = self._task(last)
        if not (word in ("until", "till") or (length is not None and what is not None and not self._left(last))):
            return None
        subject, setter = self._clauses.subject(verb), tuple[str, ...]()
        telling = next((v for v in self._clauses.verbs if v.last < verb.first and v.lemma in _TELLS), None)
        if telling is not None and subject is not None and self._clauses.tags[subject.head] == "PRP":
            # `told the mill that it had ten days`: the one who is told has them.
            subject = self._clauses.subject(telling) if telling.passive else self._clauses.object(telling)
            setter = self._referents.who(self._passage, self._clauses.agent(telling))
        on = self._referents.who(self._passage, subject)
        if not on:
            return None
        return self._make(first, stop, day, length, "had", set_by=setter, on=on, what=what, begin=verb.first)

    def _named(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`a Friday deadline`, `set Friday as the deadline`, `a deadline of June 3`, `the deadline is on Monday`."""
        near = self._deadline_near(first, last, verb, length)
        if near is None:
            return None
        begin, stop = min(first, near), max(last, near + 1)
        governing = [v for v in self._clauses.verbs if v.last <= begin]
        setter: tuple[str, ...] = ()
        on: tuple[str, ...] = ()
        if governing and governing[-1].lemma in ("set", "give", "impose", "issue", "announce", "fix", "face", "have"):
            chief = governing[-1]
            if chief.lemma in ("face", "have"):
                on = self._referents.who(self._passage, self._clauses.subject(chief))
            else:
                setter = self._referents.who(self._passage, self._clauses.agent(chief))
                receiver = self._clauses.subject(chief) if chief.passive else self._clauses.object(chief)
                if receiver is not None and receiver.first < begin and chief.lemma in ("give", "impose", "issue"):
                    on = self._referents.who(self._passage, receiver)
            begin = chief.first
        if not setter:
            for phrase in self._clauses.phrases:
                if phrase.first <= near < phrase.last:
                    setter = self._referents.possessor(self._passage, phrase)
        on = on or self._for_whom(stop)
        if not on and self._words[stop : stop + 1] == ["for"]:
            # `the deadline for his return`: it is set for him.
            thing = self._clauses.phrase_starting(stop + 1)
            on = (
                ()
                if thing is None
                else tuple(p for p in self._referents.possessor(self._passage, thing) if p not in setter)
            )
        what, stop = self._purpose(stop)
        return self._make(first, stop, day, length, "deadline", set_by=setter, on=on, what=what, begin=begin)

    def _deadline_near(self, first: int, last: int, verb: Verb | None, length: Length | None) -> int | None:
        words = self._words
        for i in range(last, min(last + 4, len(words))):
            if words[i] in ("deadline", "ultimatum", "cutoff", "cut-off") or words[i : i + 2] == ["due", "date"]:
                return i if all(self._qualifies(n) for n in range(last, i)) else None
        for i in range(first - 1, max(-1, first - 9), -1):
            if words[i] in ("deadline", "ultimatum", "cutoff", "cut-off"):
                between = words[i + 1 : first]
                tied = (
                    between[:1] in (["of"], ["on"], ["at"])
                    or "is" in between
                    or "was" in between
                    or "until" in between
                    or (
                        verb is not None
                        and verb.first > i
                        and verb.lemma in ("expire", "fall", "come", "run", "end", "lapse", "set")
                    )
                )
                return i if tied and (length is None or "of" in between[:1]) else None
            if words[i] in (",", ";"):
                break
        return None

    def _qualifies(self, word: int) -> bool:
        """Whether a word can stand between a day and the deadline it names (`Friday as the final deadline`)."""
        return self._clauses.tags[word] in ("NN", "NNP", "JJ", "CD") or self._words[word] in ("as", "the", "a", "its")

    def _purpose(self, stop: int) -> tuple[str | None, int]:
        """What a named deadline is for: `for his return`, `to file objections`."""
        s = self._clauses.sentence
        if stop < len(s) and self._words[stop] == "for":
            phrase = self._clauses.phrase_starting(stop + 1)
            if phrase is not None:
                return " ".join(s.text[s.starts[phrase.first] : s.ends[phrase.last - 1]].split()), phrase.last
        return self._task(stop)

    def _extended(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`extended its bid to June 3`, `the deadline was put back until Monday`."""
        earlier = [v for v in self._clauses.verbs if v.last <= first and v.lemma in _SLIPS]
        put_off = word == "from" and "to" in self._words[last : last + 2]
        if not (put_off or word in ("to", "until", "till", "through")) or not earlier or day.date is None:
            return None
        chief = earlier[-1]
        if first - chief.last > 40 or chief.negated:
            return None
        thing = self._clauses.subject(chief) if chief.passive else self._clauses.object(chief)
        thing = thing or self._clauses.phrase_starting(last)
        if chief.passive and (thing is None or self._words[thing.head].rstrip("s") not in _LAPSING):
            thing = self._thing(chief)
        if thing is None or self._words[thing.head].rstrip("s") not in _LAPSING:
            return None
        setter = self._referents.who(self._passage, self._clauses.agent(chief))
        owner = self._referents.possessor(self._passage, thing)
        begin = min(chief.first, thing.first) if chief.passive else chief.first
        last = max(last, thing.last)
        on = self._for_whom(thing.last)
        due = self._make(
            first,
            last,
            day,
            length,
            "extended",
            set_by=setter or owner,
            on=on,
            begin=begin,
            moved=not put_off,
            old=put_off,
        )
        return dataclasses.replace(due, thing=self._words[thing.head])

    def _lapsing(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`the offer expires on Friday`, `its bid, due to expire last Thursday`."""
        if (
            verb is None
            or day.date is None
            or verb.lemma not in ("expire", "lapse", "run", "end")
            or first - verb.last > 3
        ):
            return None
        if any(v.modal in ("should", "could", "might", "may") for v in self._clauses.verbs if v.last <= verb.first + 1):
            return None
        if verb.lemma == "run" and self._words[verb.last : verb.last + 1] != ["out"]:
            return None
        thing = self._thing(verb)
        if thing is None:
            return None
        if verb.lemma == "end" and self._words[thing.head] not in (
            "ultimatum",
            "deadline",
            "moratorium",
            "truce",
            "ceasefire",
        ):
            return None
        moved = any(v.lemma in _SLIPS for v in self._clauses.verbs)
        if self._words[thing.head].rstrip("s") in _SHARED:
            # Both sides are bound by what they agreed on.
            on = self._named_between(thing.first, verb.first)
            return self._make(first, last, day, length, "expires", on=on, begin=thing.first, old=moved)
        setter = self._referents.possessor(self._passage, thing)
        return self._make(first, last, day, length, "expires", set_by=setter, begin=thing.first, old=moved)

    def _named_between(self, first: int, last: int) -> tuple[str, ...]:
        found: list[str] = []
        for phrase in self._clauses.phrases_between(first, last):
            found.extend(self._referents.possessor(self._passage, phrase) if phrase.first == first else ())
            found.extend(self._referents.who(self._passage, phrase))
        return tuple(dict.fromkeys(found))

    def _thing(self, verb: Verb) -> Phrase | None:
        """What runs out: the verb's subject if it is such a thing, or the last such thing before it."""
        subject = self._clauses.subject(verb)
        if subject is not None and self._words[subject.head].rstrip("s") in _LAPSING:
            return subject
        fitting = [
            p for p in self._clauses.phrases if p.last <= verb.first and self._words[p.head].rstrip("s") in _LAPSING
        ]
        if fitting:
            return fitting[-1]
        return subject if subject is not None and self._words[subject.head] in ("it", "they", "which", "that") else None

    def _bound(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`must leave by Monday`, `ordered the company to pay by June 3`."""
        if word not in ("by", "before") and self._words[max(0, first - 2) : first] != ["later", "than"]:
            return None
        if day.date is None or verb is None or first - verb.last > 12:
            return None
        at = self._clauses.verbs.index(verb)
        s = self._clauses.sentence
        thing = self._clauses.object(verb)
        if verb.lemma in _WANTS and thing is not None and word != "before" and not verb.negated:
            # `wants an answer from the ministry by Friday`
            setter = self._referents.who(self._passage, self._clauses.agent(verb))
            on = self._referents.who(self._passage, self._clauses.after(verb, lexicon("from of")))
            what = " ".join(s.text[s.starts[thing.first] : s.starts[first - 1]].split())
            if setter and on and not set(setter) & set(on):
                return self._make(first, last, day, length, "bound", set_by=setter, on=on, what=what, begin=verb.first)
        if verb.modal == "must" or (
            verb.form == "infinitive"
            and at
            and self._words[self._clauses.verbs[at - 1].head] in ("has", "have", "had", "needs", "need")
            and self._clauses.verbs[at - 1].last == verb.first
        ):
            on = self._referents.who(self._passage, self._clauses.subject(verb))
            chief = self._binding(at)
            setter = () if chief is None else self._referents.who(self._passage, self._clauses.agent(chief))
        else:
            chief = self._binding(at) if verb.form in ("infinitive", "participle", "finite") else None
            if chief is None or word == "before":
                return None
            setter = self._referents.who(self._passage, self._clauses.agent(chief))
            on = self._referents.who(self._passage, self._clauses.subject(verb))
            if on == setter:
                on = ()
        if not on:
            return None
        what = " ".join(s.text[s.starts[verb.first] : s.starts[first - 1]].split())
        return self._make(first, last, day, length, "bound", set_by=setter, on=on, what=what, begin=verb.first)

    def _binding(self, at: int) -> Verb | None:
        for other in reversed(self._clauses.verbs[max(0, at - 2) : at]):
            if other.lemma in _BIND and not other.negated:
                return other
            if other.form == "finite":
                # `will direct its fire at the mill as it tries to stop it by May`
                return None
        return None

    def _threatened(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`will walk out on Sunday unless the mill raises pay`: the day of the threat is the day to act by."""
        at = self._words.index("unless") if "unless" in self._words else -1
        if day.date is None or verb is None or at < last or at - last > 8 or first - verb.last > 5:
            return None
        threat = verb.modal in ("will", "would") or any(
            v.lemma in ("threaten", "vow", "plan") and v.last <= verb.first for v in self._clauses.verbs
        )
        inside = next((v for v in self._clauses.verbs if v.first > at), None)
        if not threat or inside is None or inside.passive:
            return None
        on = self._referents.who(self._passage, self._clauses.subject(inside))
        setter = tuple(p for p in self._referents.who(self._passage, self._clauses.subject(verb)) if p not in on)
        if not on:
            return None
        s = self._clauses.sentence
        stop = self._stop(inside)
        what = " ".join(s.text[s.starts[inside.first] : s.ends[stop - 1]].split())
        return self._make(first, stop, day, length, "threat", set_by=setter, on=on, what=what, begin=verb.first)

    def _within(
        self, first: int, last: int, word: str, verb: Verb | None, day: Day, length: Length | None
    ) -> Due | None:
        """`if the ships do not turn within 48 hours`, `ordered them to reply within ten days`."""
        if length is None or word != "within" or verb is None:
            return None
        condition = next((i for i, w in enumerate(self._words) if w in ("if", "unless")), None)
        at = self._clauses.verbs.index(verb)
        chief = self._binding(at)
        must = verb.modal in ("must", "shall")
        if condition is None and chief is None and not must:
            return None
        if condition is not None and chief is None and not must:
            later = [v for v in self._clauses.verbs if v.first > condition]
            failing = bool(later) and (later[0].negated or later[0].lemma in ("fail", "refuse", "decline"))
            if not later or not (self._words[condition] == "unless" or failing):
                return None
            doer = self._clauses.subject(later[0])
            stop = max(last, later[0].last)
            begin = min(first - 1, condition)
            return self._make(
                first, stop, day, length, "condition", on=self._referents.who(self._passage, doer), begin=begin
            )
        on = self._referents.who(self._passage, self._clauses.subject(verb))
        setter = () if chief is None else self._referents.who(self._passage, self._clauses.agent(chief))
        if not on or on == setter:
            return None
        s = self._clauses.sentence
        what = " ".join(s.text[s.starts[verb.first] : s.starts[first - 1]].split())
        return self._make(first, last, day, length, "within", set_by=setter, on=on, what=what, begin=verb.first)
