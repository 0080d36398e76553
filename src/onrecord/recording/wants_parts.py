"""What the rules for wants share: the value they make, and the parts of a sentence they look for."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from onrecord.recording.clauses import Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.passages import Passage
from onrecord.recording.wants_extents import LONGEST, STOPS, TELLS
from onrecord.recording.wants_lists import ListReader
from onrecord.recording.wants_words import NOT_WANTED, PUBLIC
from onrecord.types import DemandKind

_WITH = lexicon(
    "talks meeting negotiations deal agreement contract truce ceasefire summit dialogue pact treaty settlement call "
    "conversation audience"
)
"""What is made with somebody: who stands after `with` is asked for it."""
_UNDERGOES = lexicon("injunction order warrant damages judgment judgement restraining")
"""What is sought against somebody."""
OWN_DEED = lexicon(
    "resignation withdrawal departure surrender cooperation co-operation retreat apology pullout pull-out compliance "
    "consent approval permission recognition disarmament ouster answer explanation"
)
"""What the one named by `of` or by the possessive does himself: `the resignation of the chairman`."""
_GRANTED = lexicon("consent approval permission recognition answer explanation")
"""What has `of` after it for what is granted or explained, not for who does it."""
_LEAVING = lexicon(
    "separation secession independence resignation withdrawal departure surrender retreat pullout pull-out disarmament "
    "ouster"
)
"""What has `from` after it for where, not for whom it is wanted of."""
_BODY_OF_WHOM = lexicon("from with to against")
_LOOSE = lexicon("worth the a an of to for in on by with that his her its their and or he she they")
"""Words that nothing ends with."""
_OPENING = frozenset(["“", '"', "``", "("])
_PARTS = frozenset([",", ";", "and", "but", "that", "which", ":"])
_CARRIED = lexicon("letter statement memo petition speech interview message email ruling order report video")
_MOVES = lexicon("come go gather meet travel arrive stop wait fly drive walk return rush stay sit stand")
_SAYS = lexicon("say add explain tell insist recall")
_PARTICLES = lexicon("on in by with for")
_DAYS = lexicon("monday tuesday wednesday thursday friday saturday sunday yesterday today")
_MONTHS = lexicon(
    "january february march april may june july august september october november december"
)
_SPANS = lexicon("year week month spring summer autumn fall winter")
_UNITS = lexicon("moments minutes hours days weeks months years decades day week month year hour")
_BINDS = lexicon("block bar prevent stop force require order compel prohibit forbid restrain halt")


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
    named: bool = False
    """Whether the sentence says whom it is put to, in words that stand for no party of the story."""
    pronoun: bool = False
    """Whether the one who wants it goes by `he`, `she`, `it` or `they`."""


def _closed(what: str) -> str:
    """A text without the marks of a quotation that it does not hold whole."""
    if what.count('"') % 2:
        what = what.replace('"', "")
    if what.count("“") != what.count("”"):
        what = what.replace("“", "").replace("”", "")
    return what.removesuffix("''") if what.count("''") % 2 else what


class Reader(ListReader):
    """One sentence, and the parts of it that say what is wanted of whom."""

    def want(
        self, kind: DemandKind, by: tuple[str, ...], to: tuple[str, ...], first: int, stop: int, begin: int, rule: str
    ) -> Want:
        """A want whose words are `begin` to `stop`, and that wants what words `first` to `stop` say."""
        s = self.clauses.sentence
        if self.words[max(0, first - 1) : first + 1] in (["at", "least"], ["at", "most"]):
            first -= 1
        if stop > first + 1 and self.words[stop - 1] in _OPENING and self._opens_quotation(stop - 1):
            stop -= 1
        if self.words[stop : stop + 2] in (["a", "share"], ["per", "share"]) and self.clauses.tags[stop - 1] == "CD":
            stop += 2
        while stop > first + 1 and self.words[stop - 1] in _LOOSE:
            ends = stop >= len(self.words) or self.words[stop] in (".", ",", ";", "''", "”")
            if self.words[stop - 1] in _PARTICLES and ends:
                # `take the tax on.`
                break
            stop -= 1
        if stop - first > 3 and self.words[stop - 2] in ("last", "this") and self.words[stop - 1] in _SPANS:
            # When it was asked is no part of what was.
            stop -= 2
        if stop - first > 3 and self.words[stop - 3 : stop - 1] == ["in", "recent"]:
            stop -= 3
        if stop - first > 2 and self.words[stop - 2 : stop] in (["to", "say"], ["to", "ask"]):
            # `should call her to say, “…”`
            stop -= 2
        if stop - first > 1 and self.words[stop - 1] in _DAYS and self.words[stop : stop + 1] == ["in"]:
            # `called on him to resign on Thursday | in a tweet`
            stop -= 2 if self.words[stop - 2] == "on" else 1
        if self.words[stop - 1] == "so" and self.words[stop : stop + 1] == ["as"]:
            stop -= 1
        what = _closed(" ".join(s.text[s.starts[first] : s.ends[stop - 1]].split()))
        return Want(self.passage, s.starts[begin], s.ends[stop - 1], kind, by, to, re.sub(r"^to\s+", "", what), rule)

    def infinitive_after(self, verb: Verb) -> Verb | None:
        """The next verb, if it is an infinitive; a relative clause may stand before it (`urged all who fled to …`)."""
        later = [v for v in self.clauses.verbs if v.first >= verb.last]
        if later and later[0].form == "finite" and self._said_aside(later[0]):
            # `had begged both of them, she said, to wait`
            later = later[1:]
        if not later or later[0].form == "infinitive":
            return later[0] if later else None
        hung = next((v for v in later[1:2] if v.form == "infinitive" and v.first > later[0].last), None)
        between = self.words[verb.last : hung.first] if hung is not None else []
        if later[0].form == "passive participle" and hung is not None and not set(between) & _PARTS:
            # `called on the board in a letter made public on Monday to meet the union`
            return hung if hung.first - verb.last < 20 and set(between) & _CARRIED else None
        at = next((i for i in range(verb.last + 1, later[0].first) if self.words[i] in ("who", "whose")), None)
        if at is None:
            return None
        for before, other in itertools.pairwise(later):
            if other.first - at > LONGEST or any(w in STOPS for w in self.words[at : other.first]):
                return None
            if other.form == "infinitive" and before.lemma in _MOVES:
                # `told the envoys who came to Oslo to offer help` says what they came for.
                return None
            if other.form == "infinitive" and before.last < other.first:
                return other
        return None

    def _said_aside(self, verb: Verb) -> bool:
        """Whether a verb and its subject tell between two commas who says the sentence."""
        subject = self.clauses.subject(verb)
        if subject is None or verb.lemma not in _SAYS or subject.last != verb.first:
            return False
        return self.words[subject.first - 1 : subject.first] == self.words[verb.last : verb.last + 1] == [","]

    def past_day(self, at: int) -> int:
        """The word after a day that stands at a word (`a call | on Friday | from Lund`), or the word itself."""
        opens = self.words[at : at + 1] in (["on"], ["last"], ["late"], ["this"], ["in"])
        day = at + opens
        return day + 1 if self.words[day : day + 1] and self.words[day] in _DAYS | _SPANS | _MONTHS else at

    def leads(self, verb: Verb) -> bool:
        """Whether a verb and its subject begin what stands behind a comma."""
        subject = self.clauses.subject(verb)
        return subject is not None and self.words[subject.first - 1 : subject.first] == [","]

    def is_ago(self, thing: Phrase) -> bool:
        """Whether a phrase says how long before (`the changes that Lund had requested | months | earlier`)."""
        ago = self.words[thing.last : thing.last + 1]
        return self.words[thing.head] in _UNITS and ago in (["earlier"], ["ago"], ["later"], ["before"])

    def is_trivial(self, thing: Phrase) -> bool:
        """Whether a thing is one that people ask for all the time; more time is what sides ask of each other."""
        noun = self.words[thing.head]
        more = noun == "time" and self.words[thing.head - 1] in ("more", "additional", "extra")
        return noun in NOT_WANTED and not more

    def is_public(self, phrase: Phrase | None) -> bool:
        """Whether a phrase means whoever reads or hears it (`people`, `anyone who feels ill`)."""
        return phrase is not None and self.words[phrase.head] in PUBLIC and not self._of_somebody(phrase)

    def _of_somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase names those of one body or place (`Lund’s supporters`, `Vesta Lines customers`)."""
        if self.words[phrase.head] in ("supporters", "followers") and self.clauses.tags[phrase.first] == "PRP$":
            return True
        return any(self.clauses.tags[i] in ("POS", "NNP", "NNPS") for i in range(phrase.first, phrase.head))

    def of_whom(self, first: int, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom it is put to: who stands after `from`, `with`, `to` or `against`."""
        for i in range(first, min(stop + 1, len(self.words))):
            if self.words[i] in _BODY_OF_WHOM:
                found = self._others(self.clauses.phrase_starting(i + 1), by)
                if found:
                    return found
        return ()

    def asked_of(self, thing: Phrase, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a thing is wanted of: `a raise from the mill`, `talks with Ek`, `Ek’s resignation`.

        What is done to somebody (`the release of the crew`) is wanted of others.
        """
        noun = self.words[thing.head]
        if noun in OWN_DEED:
            found = tuple(p for p in self.referents.possessor(self.passage, thing) if p not in by)
            if found:
                return found
        hung = next((v.first for v in self.clauses.verbs if v.first >= thing.last and v.form == "participle"), stop)
        for i in range(thing.last, min(stop, hung) + 1):
            if i >= len(self.words):
                break
            word = self.words[i]
            told = i > 0 and self.words[i - 1] in TELLS
            fits = (
                (word == "from" and noun not in _LEAVING and not told)
                or (word == "by" and i == thing.last)
                or (word == "with" and noun in _WITH)
                or (word == "against" and noun in _UNDERGOES)
                or (word == "of" and noun in OWN_DEED - _GRANTED)
            )
            found = self._others(self.clauses.phrase_starting(i + 1), by) if fits else ()
            if found:
                return found
        return ()

    def _others(self, phrase: Phrase | None, by: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(p for p in self.referents.who(self.passage, phrase) if p not in by)

    def target(self, first: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """The company or party that an offer is for: `a bid for Norrvik Mills`, `offers to acquire the mill`."""
        words = self.words
        for i in range(first, min(first + 24, len(words))):
            if words[i] == "for" or (words[i] in ("acquire", "buy", "take") and i and words[i - 1] == "to"):
                phrase = self.clauses.phrase_starting(i + 1)
                if phrase is None:
                    continue
                found = self.referents.who(self.passage, phrase) or self.referents.body_in(
                    self.passage, phrase.first, 12
                )
                # No place is bid for: `for the Orrville maker of saws` is where the maker is.
                found = tuple(p for p in found if p not in by and not self.referents.is_place(p))
                if found:
                    return found
        return ()

    def barred(self, stop: int, by: tuple[str, ...]) -> tuple[str, ...]:
        """Whom an order that is sought would bind: `an injunction blocking the mill’s board from …`."""
        verb = next((v for v in self.clauses.verbs if v.first == stop and v.form == "participle"), None)
        if verb is None or verb.lemma not in _BINDS:
            return ()
        thing = self.clauses.object(verb)
        if thing is None:
            return ()
        found = self.referents.who(self.passage, thing) or self.referents.possessor(self.passage, thing)
        return tuple(p for p in found if p not in by)

    def clause_subject(self, at: int, verb: Verb, by: tuple[str, ...]) -> tuple[str, ...]:
        """Who is to do what the clause after word `at` says."""
        subject = next((p for p in self.clauses.phrases if p.first > at and p.last <= verb.first), None)
        if subject is None or verb.passive:
            # What is to be done to somebody is asked of others.
            return ()
        found = self.referents.who(self.passage, subject) or self.referents.first_in(self.passage, subject)
        return tuple(p for p in found if p not in by)
