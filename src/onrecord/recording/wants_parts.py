"""What the rules for wants share: the value they make, and the parts of a sentence they look for."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.mending import NOMINAL
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wants_words import MONEY, NOT_WANTED, PUBLIC
from onrecord.types import DemandKind

_WITH = lexicon(
    "talks meeting negotiations deal agreement contract truce ceasefire summit dialogue pact treaty settlement call "
    "conversation audience"
)
"""What is made with somebody: who stands after `with` is asked for it."""
_UNDERGOES = lexicon("injunction order warrant damages judgment judgement restraining")
"""What is sought against somebody."""
_OWN_DEED = lexicon(
    "resignation withdrawal departure surrender cooperation co-operation retreat apology pullout pull-out compliance "
    "consent approval permission recognition disarmament ouster answer explanation"
)
"""What the one named by `of` or by the possessive does himself: `the resignation of the chairman`."""
_BODY_OF_WHOM = lexicon("from with to against")
_HANGS = lexicon("of for to with from on in against over by into at under per")
_RELATIVES = lexicon("who which that whom whose where")
_ASKS = lexicon("whether how why what")
_LOOSE = lexicon("the a an of to for in on by with that his her its their and or he she they")
"""Words that nothing ends with."""
_MEMBER_STOPS = lexicon(", ; . — -- – \" '' ” but while after before as when")
_STOPS = lexicon(", ; . ? ! : ( [ before after but while if unless as — -- – \" '' ” saying because")
_ASIDE = lexicon("citing saying including according following arguing adding warning calling accusing noting")
"""Participles that say something of the sentence, not of the noun before them (`an order | ending the strike`)."""
_TELLS = lexicon("letter statement tweet interview speech memo report video post email note filing")
_LONGEST = 25
"""How many words a relative clause is followed at most."""
_GOVERNS_CLAUSE = lexicon(
    "promise guarantee assure ensure tell say admit acknowledge recognise recognize prove confirm have let"
)
_FINDS_OUT = lexicon("out determine see know ask decide establish check say learn")
"""Words after which `if` means `whether`."""
_MARKS = frozenset(["“", "”", '"', "``", "''"])
_PARTICLES = lexicon("on in by with for")
_LIKENS = lexicon("view regard treat describe recognise recognize designate list label serve act remain")
"""Verbs that go on with `as`."""
_SERVES = lexicon("such serve serving act acting")
_SPANS = lexicon("year week month spring summer autumn fall winter")
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


class Reader:
    """One sentence, and the parts of it that say what is wanted of whom."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self.referents = referents
        self.passage = passage
        self.clauses: Clauses = referents.clauses(passage)
        self.words = self.clauses.sentence.lower

    def want(
        self, kind: DemandKind, by: tuple[str, ...], to: tuple[str, ...], first: int, stop: int, begin: int, rule: str
    ) -> Want:
        """A want whose words are `begin` to `stop`, and that wants what words `first` to `stop` say."""
        s = self.clauses.sentence
        if self.words[max(0, first - 1) : first + 1] in (["at", "least"], ["at", "most"]):
            first -= 1
        while stop > first + 1 and self.words[stop - 1] in _LOOSE:
            ends = stop >= len(self.words) or self.words[stop] in (".", ",", ";", "''", "”")
            if self.words[stop - 1] in _PARTICLES and ends:
                # `take the tax on.`
                break
            stop -= 1
        if stop - first > 3 and self.words[stop - 2] in ("last", "this") and self.words[stop - 1] in _SPANS:
            # When it was asked is no part of what was.
            stop -= 2
        if self.words[stop - 1] == "so" and self.words[stop : stop + 1] == ["as"]:
            stop -= 1
        what = _closed(" ".join(s.text[s.starts[first] : s.ends[stop - 1]].split()))
        return Want(self.passage, s.starts[begin], s.ends[stop - 1], kind, by, to, re.sub(r"^to\s+", "", what), rule)

    def infinitive_after(self, verb: Verb) -> Verb | None:
        """The next verb, if it is an infinitive; a relative clause may stand before it (`urged all who fled to …`)."""
        later = [v for v in self.clauses.verbs if v.first >= verb.last]
        if not later or later[0].form == "infinitive":
            return later[0] if later else None
        at = next((i for i in range(verb.last + 1, later[0].first) if self.words[i] in ("who", "whose")), None)
        if at is None:
            return None
        for before, other in itertools.pairwise(later):
            if other.first - at > _LONGEST or any(w in _STOPS for w in self.words[at : other.first]):
                return None
            if other.form == "infinitive" and before.last < other.first:
                return other
        return None

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
        return any(self.clauses.tags[i] in ("POS", "NNP", "NNPS") for i in range(phrase.first, phrase.head))

    def stop(self, verb: Verb) -> int:
        """Where what a verb governs ends."""
        words = self.words
        # What is promised or told is a clause of its own.
        limit = len(words) if verb.lemma in _GOVERNS_CLAUSE else self.clauses.limit(verb)
        stop = self._halt(verb.last, limit, likens=verb.lemma in _LIKENS)
        while stop > verb.last and words[stop - 1] in ("and", "or"):
            stop -= 1
        return self.whole(self._clause_end(verb, max(stop, verb.last)))

    def _halt(self, first: int, limit: int, *, likens: bool = False) -> int:
        """The first word from one on that ends what is wanted, before a limit.

        Quotations that open within it are read through, and so are brackets of a few words.
        """
        words, quoted, skip = self.words, False, first
        for i in range(first, limit):
            if i < skip:
                continue
            if words[i] in _MARKS and (quoted or self._opens_quotation(i)):
                # `asked for an inquiry into “unlawful orders” by the board`
                quoted = not quoted
                continue
            if words[i] == "(" and ")" in words[i : i + 8]:
                skip = i + 1 + words[i : i + 8].index(")")
                continue
            if words[i] == "," and self.clauses.tags[i - 1] == "JJ" and self.clauses.tags[i + 1 : i + 2] == ["JJ"]:
                # `a real, lasting and full agreement`
                continue
            asks = words[i] == "if" and words[i - 1] in _FINDS_OUT
            as_ = words[i] == "as" and (likens or words[i - 1] in _SERVES)
            swaps = words[i : i + 2] in (["in", "return"], ["in", "exchange"], ["on", "condition"])
            if (words[i] in _STOPS and not asks and not as_) or self._opens_clause(i) or swaps:
                return i
        return max(first, limit)

    def _clause_end(self, verb: Verb, stop: int) -> int:
        """Where a clause ends that begins among the words a verb governs (`any files | the bank holds`, `until …`).

        The limit of a verb is the next finite one; where the subject of that stands among the verb's own words, they
        are cut short.
        """
        following = next((v for v in self.clauses.verbs if v.first == stop and v.form == "finite"), None)
        if following is None:
            return stop
        subject = next((p for p in self.clauses.phrases if p.last == stop), None)
        compared = subject is not None and subject.first > 0 and self.words[subject.first - 1] in ("than", "as")
        if subject is None or not (compared or self.clauses.tags[subject.head] == "PRP"):
            subject = self.clauses.subject(following)
        if subject is None or subject.first < verb.last:
            return stop
        limit = min(len(self.words), following.last + _LONGEST)
        end = self._halt(following.last, limit)
        return stop if end == limit < len(self.words) else end

    def whole(self, stop: int) -> int:
        """Where the words before `stop` end with the relative clause that they need (`any zoo | that shows bears`)."""
        words, tags = self.words, self.clauses.tags
        at = stop
        if any(v.first == stop and v.form == "finite" for v in self.clauses.verbs):
            # The limit of a verb is the next finite one, which may be that of the relative clause.
            near = range(max(1, stop - 5), stop)
            opening = [i for i in near if words[i] in _ASKS or (words[i] in _RELATIVES and tags[i - 1] in NOMINAL)]
            at = opening[-1] if opening else stop
        if at >= len(words) or (tags[at - 1] not in NOMINAL and words[at] not in _ASKS):
            return stop
        hangs = tags[at] == "VBG" and words[at] not in _ASIDE
        if words[at] not in _RELATIVES | _ASKS and not hangs:
            return stop
        limit = min(len(words), at + _LONGEST)
        end = self._halt(at + 1, limit)
        return stop if end == limit < len(words) else end

    def _opens_quotation(self, i: int) -> bool:
        """Whether a mark opens a quotation: it stands apart from the word before it, not from the one after."""
        s = self.clauses.sentence
        return 0 < i < len(s) - 1 and s.starts[i] > s.ends[i - 1] and s.starts[i + 1] == s.ends[i]

    def _opens_clause(self, i: int) -> bool:
        """Whether a clause with a subject of its own is joined on at a word (`… to leave and he paid`)."""
        if self.words[i] not in ("and", "or"):
            return False
        if self.words[i + 1 : i + 2] == ["that"]:
            return True
        subject = self.clauses.phrase_starting(i + 1)
        if subject is None:
            return False
        verb = next((v for v in self.clauses.verbs if v.first >= subject.last), None)
        return verb is not None and verb.first == subject.last and verb.form == "finite"

    def stop_after(self, phrase: Phrase) -> int:
        """Where a phrase ends with what hangs on it (`an end to the blockade of the port`)."""
        i = phrase.last
        words, tags = self.words, self.clauses.tags
        quoted = False
        while i < len(words):
            gerund = next((v for v in self.clauses.verbs if v.first == i + 1 and tags[v.head] == "VBG"), None)
            if words[i] in _HANGS and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                if words[i] == "in" and words[following.head] in _TELLS:
                    break
                i = following.last
            elif words[i] in _HANGS and gerund is not None:
                # `a ban on selling guns`
                return self.stop(gerund)
            elif words[i] == "and" and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                if following.last < len(words) and tags[following.last] in ("VBD", "VBZ", "VBP", "MD"):
                    break
                i = following.last
            elif words[i] in _MARKS and self._opens_quotation(i) and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                i, quoted = following.last, True
            elif words[i] in _MARKS and quoted:
                i, quoted = i + 1, False
            elif i == phrase.last and tags[i - 1] in ("JJ", "JJR") and tags[i] in ("VB", "VBP", "NN", "NNS"):
                # `a steep | levy`: what looks like a verb is the noun.
                i += 1
            else:
                break
        return i

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
        if noun in _OWN_DEED:
            found = tuple(p for p in self.referents.possessor(self.passage, thing) if p not in by)
            if found:
                return found
        for i in range(thing.last, min(stop + 1, len(self.words))):
            word = self.words[i]
            told = i > 0 and self.words[i - 1] in _TELLS
            fits = (
                (word == "from" and noun not in _OWN_DEED and not told)
                or (word == "by" and i == thing.last)
                or (word == "with" and noun in _WITH)
                or (word == "against" and noun in _UNDERGOES)
                or (word == "of" and noun in _OWN_DEED)
            )
            found = self._others(self.clauses.phrase_starting(i + 1), by) if fits else ()
            if found:
                return found
        return ()

    def _others(self, phrase: Phrase | None, by: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(p for p in self.referents.who(self.passage, phrase) if p not in by)

    def listed(self, first: Phrase) -> list[tuple[Phrase, int]]:
        """The members of a list that begins with a phrase, each with the word where it ends.

        `a raise, a shorter week and the rehiring of 40 loaders` has three. Two nouns that hang on one preposition
        (`guarantees on jobs and pay`) are one member.
        """
        words, tags = self.words, self.clauses.tags
        out: list[tuple[Phrase, int]] = []
        member, begin = first, first
        while True:
            end = self._member_end(member)
            out.append((begin, end))
            at = end
            comma = at < len(words) and words[at] == ","
            at += comma
            joined = words[at : at + 1] == ["and"] or words[at : at + 1] == ["plus"]
            at += joined
            if words[at : at + 3] == ["as", "well", "as"]:
                joined, at = True, at + 3
            following = self.clauses.phrase_starting(at) if comma or joined else None
            if following is not None and comma and joined and len(out) == 1 and self._governs(following):
                break
            if following is None or tags[following.head] in ("PRP", "NNP", "NNPS") or self._opens(following):
                break
            bare = {self._sort(following), self._sort(first)} & {"bare"}
            if joined and not comma and len(out) == 1 and bare and self._sort(following) == "bare" and end > first.last:
                break
            if joined and not comma and end > first.last and bare:
                break
            member = begin = following
            if joined:
                out.append((begin, self._member_end(member)))
                return out
        # A comma without an `and` before the last one is no list.
        return out[:1]

    def _opens(self, phrase: Phrase) -> bool:
        """Whether a phrase is the subject of what follows, and so no member of a list."""
        after = self.clauses.tags[phrase.last : phrase.last + 1]
        return bool(after) and after[0] in ("VBD", "VBZ", "VBP", "MD")

    def _governs(self, phrase: Phrase) -> bool:
        """Whether a phrase is the subject of a later verb, whatever stands between (`and the fee, once paid, was`)."""
        later = [v for v in self.clauses.verbs if v.first >= phrase.last and v.form == "finite"]
        subjects = [self.clauses.subject(v) for v in later]
        return any(s is not None and (s == phrase or s in self.clauses.coordinated(phrase)) for s in subjects)

    def _sort(self, phrase: Phrase) -> str:
        word = self.words[phrase.first]
        if word in ("a", "an", "the", "its", "his", "her", "their", "any", "another"):
            return "a"
        return "a" if MONEY.match(word) or word[0].isdigit() else "bare"

    def _participle(self, i: int) -> bool:
        """Whether what was tagged a past tense hangs on the noun before it (`the loaders dismissed in May`)."""
        return self.clauses.tags[i] == "VBD" and self.words[i + 1 : i + 2] in (["by"], ["for"], ["in"], ["to"])

    def _member_end(self, phrase: Phrase) -> int:
        """Where a member of a list ends: with what hangs on it by prepositions or a relative clause."""
        words, tags = self.words, self.clauses.tags
        i = phrase.last
        while i < len(words):
            following = self.clauses.phrase_starting(i + 1)
            if words[i] in _HANGS and following is not None:
                i = following.last
            elif words[i] in ("who", "which", "that", "to") or (
                tags[i] in ("VBN", "VBD", "VBG") and i > phrase.last - 1
            ):
                stop = next(
                    (n for n in range(i + 1, len(words)) if words[n] in _MEMBER_STOPS or tags[n] == "CC"), len(words)
                )
                return max(i, stop)
            else:
                break
        return i

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
                found = tuple(p for p in found if p not in by)
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
