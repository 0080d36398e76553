"""One sentence as the rules for due times read it, and the value that they make."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.dates import Day, Length
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents

BINDS = lexicon(
    "order tell ask require direct instruct demand urge call want insist command request rule force oblige press "
    "summon warn"
)
"""Verbs by which one is made to do something."""
LAPSING = lexicon(
    "bid offer tender contract agreement deal ceasefire truce armistice lease licence license permit visa mandate "
    "freeze ban embargo standstill sanction subsidy "
    "ultimatum deadline proposal moratorium extension suspension exemption waiver term right warrant patent injunction "
    "concession option pact period consultation window"
)
"""What runs out, or may be extended."""
DEADLINE = lexicon("deadline ultimatum cutoff cut-off")
STRIKES = lexicon("strike walkout stoppage lockout boycott blockade shutdown")
UNTIL = lexicon("until till by before")
SLIPS = lexicon("extend prolong postpone delay defer")
_ENDS = frozenset([",", ";", "before", "or", "after", "but", "while", "if", "as", "—", "--", "."])


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
    over: bool = False
    """Whether it is told as past (`the ultimatum expired at noon`)."""
    hangs: bool = False
    """Whether its stretch of time begins with something whose day is not known (`within 60 days of the sale`)."""


class Spot(NamedTuple):
    """An expression of time in a sentence: its words, the one that governs it, and the last verb before it."""

    first: int
    last: int
    word: str
    verb: Verb | None
    day: Day
    length: Length | None


class Reading:
    """One sentence, its words, and what the rules over its times share."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self.referents = referents
        self.passage = passage
        self.clauses = referents.clauses(passage)
        self.words = self.clauses.sentence.lower
        self._asides = _asides(self.words)

    def spot(self, start: int, end: int, day: Day, length: Length | None) -> Spot | None:
        """The expression of time at some offsets; None where it lies past what is read of the sentence."""
        first, last = self.clauses.index(start), self.clauses.index(end - 1) + 1
        if first >= len(self.words):
            return None
        word = self.words[first - 1] if first else ""
        if word in ("a", "an", "the", "next", "this", "last", "until", "till"):
            word = self.words[first - 2] if word not in ("until", "till") and first > 1 else word
        if word == "on":
            # `until sunset on Friday`
            at = next((i for i in range(first - 2, max(-1, first - 9), -1) if self.words[i] in UNTIL), None)
            if at is not None and self.words[at] == "by" and _HOURS.isdisjoint(self.words[at + 1 : first - 1]):
                # `to be issued by the ministry on Friday`: who does it, not by when.
                at = None
            inside = [] if at is None else [v for v in self.clauses.verbs if at < v.first < first]
            plain = not inside and at is not None and first - at < 8
            if at is not None and (plain or (len(inside) == 1 and self._comes_about(at, inside[0], first))):
                first, word = at + 1, self.words[at]
        before = self.verbs_before(first)
        if len(before) > 1 and before[-1].form == "passive participle" and before[-2].last == before[-1].first:
            # `could leave | unarmed | before dawn`: how, not another deed.
            before = before[:-1] if before[-2].lemma not in ("be", "have", "get") else before
        return Spot(first, last, word, before[-1] if before else None, day, length)

    def _comes_about(self, at: int, verb: Verb, first: int) -> bool:
        """Whether a day is only that of what is to come first (`before | its session ends on June 3`)."""
        near = verb.last in (first - 1, first) and verb.lemma in _COMES
        return near and self.words[at] in ("before", "until", "by") and verb.form == "finite" and not verb.negated

    def verbs_before(self, first: int, reach: int | None = None) -> list[Verb]:
        """The verbs that end before a word, at most `reach` words before it; those of insertions are left out."""
        asides = [(begin, end) for begin, end in self._asides if end <= first]
        out: list[Verb] = []
        for verb in self.clauses.verbs:
            if verb.last > first:
                break
            if any(begin < verb.first < end for begin, end in asides):
                continue
            skipped = sum(end - begin for begin, end in asides if begin >= verb.last)
            if reach is None or first - verb.last - skipped <= reach:
                out.append(verb)
        return out

    def make(
        self,
        spot: Spot,
        rule: str,
        begin: int | None = None,
        stop: int | None = None,
        *,
        set_by: tuple[str, ...] = (),
        on: tuple[str, ...] = (),
        what: str | None = None,
        moved: bool = False,
        old: bool = False,
        thing: str | None = None,
        over: bool = False,
    ) -> Due:
        """The due time of a spot, named by the words from `begin` to `stop`, or else by those of the time itself."""
        s = self.clauses.sentence
        on = tuple(p for p in on if not self.referents.is_press(p))
        first = spot.first if begin is None else min(begin, spot.first)
        end = s.ends[max(spot.last, stop or 0) - 1]
        hangs = spot.length is not None and self.hangs(spot.last)
        return Due(
            self.passage, s.starts[first], end, spot.day, spot.length, set_by, on, what, rule, moved, old, thing, over,
            hangs,
        )

    def who(self, phrase: Phrase | None) -> tuple[str, ...]:
        """The parties that a phrase stands for; a body that has no name is described by it."""
        found = self.referents.who(self.passage, phrase)
        return found if found or phrase is None else self.referents.described(self.passage, phrase)

    def possessor(self, phrase: Phrase | None) -> tuple[str, ...]:
        """The parties whose a phrase is."""
        return () if phrase is None else self.referents.possessor(self.passage, phrase)

    def subject(self, verb: Verb) -> tuple[str, ...]:
        """The parties that a verb is said of."""
        return self.who(self.clauses.subject(verb)) or self._far(verb)

    def _far(self, verb: Verb) -> tuple[str, ...]:
        """The parties that a sentence begins with, where a clause of `who` parts them from its verb."""
        first = self.clauses.phrases[0] if self.clauses.phrases else None
        at = len(self.words) if first is None else first.last
        of = self.clauses.phrase_starting(at + 1) if self.clauses.tags[at : at + 1] == ["IN"] else None
        # `Lawyers for the residents, who oppose it, have until Friday`
        at = at if of is None else of.last
        at += self.words[at : at + 1] == [","]
        tied = first is not None and at < verb.first and self.words[at] in ("who", "whose", "which")
        between = [v for v in self.clauses.verbs if v.form == "finite" and v.first < verb.first]
        fits = verb.form == "finite" or self.words[verb.head] in ("have", "has")
        return self.who(first) if tied and len(between) == 1 and fits else ()

    def agent(self, verb: Verb) -> tuple[str, ...]:
        """The parties that do what a verb says."""
        return self.who(self.clauses.agent(verb))

    def setter_after(self, last: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who set what a phrase before a word names, and for whom (`the ultimatum | that Lund issued to the town`)."""
        words = self.words
        last += words[last : last + 1] == [","] and words[last + 1 : last + 2] == ["set"]
        if words[last : last + 1] in (["set"], ["issued"], ["imposed"], ["given"], ["served"], ["made"], ["fixed"]):
            # `a directive issued on Thursday by the board`
            by = next((i for i in range(last + 1, min(last + 5, len(words))) if words[i] == "by"), None)
            return (self.who(self.clauses.phrase_starting(by + 1)), ()) if by else ((), ())
        if words[last : last + 1] in (["that"], ["which"]):
            last += 1
        phrase = self.clauses.phrase_starting(last)
        verb = next((v for v in self.clauses.verbs if v.first >= last), None)
        if phrase is None or verb is None or verb.lemma not in _ISSUES or verb.passive or verb.first - phrase.last > 1:
            return (), ()
        to = self.clauses.after(verb, lexicon("to for")) or self.clauses.object(verb)
        return self.who(phrase), self.who(to)

    def ruling(self, last: int) -> tuple[tuple[str, ...], int]:
        """Who decided what stands before it, at the end of a sentence (`…, | the governors decided on Tuesday`)."""
        for verb in reversed(self.clauses.verbs):
            if verb.first < last:
                break
            subject = self.clauses.subject(verb) if verb.lemma in _RULES and verb.form == "finite" else None
            if subject is not None and subject.first > last and self.words[subject.first - 1] == ",":
                return self.who(subject), verb.last
        return (), last

    def text(self, first: int, stop: int) -> str:
        """The text of the words `first` to `stop`, with single blanks."""
        s = self.clauses.sentence
        return " ".join(s.text[s.starts[first] : s.ends[max(stop, first + 1) - 1]].split())

    def text_before(self, first: int) -> str:
        """The forty characters before a word."""
        s = self.clauses.sentence
        return s.text[max(self.passage.start, s.starts[first] - 40) : s.starts[first]]

    def task(self, last: int) -> tuple[str | None, int]:
        """The infinitive after a due time (`to sign the paper`): its words, and where they end."""
        for verb in self.clauses.verbs:
            if verb.first >= last and verb.form == "infinitive" and verb.first - last <= 3:
                stop = self.stop(verb)
                stop -= stop > verb.last + 1 and self.words[stop - 1] in ("and", "or")
                return self.text(verb.first, stop), stop
        if self.words[last : last + 1] == ["to"]:
            # The tags may miss the verb: `to file briefs`.
            stop = last + 1
            while stop < len(self.words) and self.words[stop] not in _ENDS:
                stop += 1
            return self.text(last, stop), stop
        return None, last

    def stop(self, verb: Verb) -> int:
        """Where a task ends: with the clause that it governs (`to prove that its water is safe`)."""
        words = self.words
        opens = words[verb.last : verb.last + 1] in (["that"], ["whether"], ["how"], ["why"])
        stop = len(words) if opens else self.clauses.limit(verb)
        if "that" in words[max(verb.last, stop - 4) : stop] and stop < len(words) and words[stop] not in _ENDS:
            # `to answer the charge that it | had hidden the leak`: the next finite verb is that of its own clause.
            stop = len(words)
        for i in range(verb.last, stop):
            if words[i] in _ENDS or (opens and words[i] == "and"):
                return i
        return max(verb.last, stop)

    def for_whom(self, last: int) -> tuple[str, ...]:
        """Who is named by `for` right after a word (`the deadline | for the mill`)."""
        for i in range(last, min(last + 5, len(self.words))):
            if self.words[i] == "for":
                return self.who(self.clauses.phrase_starting(i + 1))
        return ()

    def binding(self, verb: Verb) -> Verb | None:
        """The verb by which one is made to do what another verb says."""
        at = self.clauses.verbs.index(verb)
        if verb.form == "infinitive" and self.words[verb.first - 1] == ",":
            # `told Lund, who has lived in Oslo since then, | to leave`
            opens = (i for i in range(verb.first - 2, 0, -1) if self.words[i] in ("who", "which", "whose"))
            clause = next((i for i in opens if self.words[i - 1] == ","), None)
            before = [n for n, v in enumerate(self.clauses.verbs) if clause is not None and v.last < clause]
            at = before[-1] + 1 if before else at
        for other in reversed(self.clauses.verbs[max(0, at - 6) : at]):
            if other.lemma in BINDS and not other.negated:
                return other
            if other.form == "finite":
                # `will direct its fire at the mill as it tries to stop it by May`
                return None
        return None

    def put_off(self, verb: Verb) -> bool:
        """Whether a verb puts something off to a later day (`put off the vote`, `pushed the deadline back`)."""
        after = self.words[verb.last : verb.last + 1]
        if verb.lemma in SLIPS or verb.lemma not in ("put", "push", "set"):
            return verb.lemma in SLIPS
        thing = self.clauses.object(verb)
        behind = [] if thing is None else self.words[thing.last : thing.last + 1]
        return (verb.lemma != "set" and after in (["off"], ["back"])) or behind in (["off"], ["back"])

    def lapsing(self, phrase: Phrase) -> bool:
        """Whether a phrase names something that runs out."""
        return self.words[phrase.head].rstrip("s") in LAPSING

    def hangs(self, last: int) -> bool:
        """Whether a stretch of time is said to begin with something other than what sets it."""
        if self.words[last : last + 1] not in (["of"], ["after"], ["from"], ["following"]):
            return False
        phrase = self.clauses.phrase_starting(last + 1)
        noun = self.words[phrase.head] if phrase is not None else ""
        # `transferred within ten days from the jail`
        return noun not in _STARTS and (self.words[last] != "from" or noun in _MARKS)


def _asides(words: list[str]) -> list[tuple[int, int]]:
    """The insertions of a sentence that say a thing another way (`must pay it, | or what is left, | by Friday`)."""
    commas = [i for i, word in enumerate(words) if word == ","]
    return [(a, b) for a, b in itertools.pairwise(commas) if words[a + 1] in _OTHERWISE and b - a <= _LONGEST_ASIDE]


_OTHERWISE = lexicon("or including whatever")
_LONGEST_ASIDE = 16
_HOURS = lexicon(
    "noon midnight midday dusk dawn nightfall sunset sundown morning afternoon evening end close o'clock am pm a.m. "
    "p.m."
)
"""What may stand between `by` and the day that it is followed by (`by noon on Friday`)."""
_COMES = lexicon("end rise open begin start close expire adjourn meet sit leave return dissolve break")
"""Verbs for what comes about on a day, before which something is to be done."""
_MARKS = lexicon("date day end start publication delivery arrival completion sale purchase filing signing launch")
_RULES = lexicon("decide rule order announce determine agree resolve find")
_ISSUES = lexicon("set issue give impose announce make send fix deliver")
_STARTS = lexicon(
    "ruling order decision judgment judgement notice announcement letter verdict today now receipt publication "
    "notification"
)
"""What a stretch of time begins with that is counted from the day it is set."""
