"""Where the words that say what is wanted end: of a verb, of a noun with what hangs on it, of a relative clause."""

from __future__ import annotations

from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.lexicon import lexicon
from onrecord.recording.mending import NOMINAL
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents

HANGS = lexicon("of for to with from on in against over by into at under per behind between among about within")
_RELATIVES = lexicon("who which that whom whose where")
_ASKS = lexicon("whether how why what")
STOPS = lexicon(", ; . ? ! : ( [ before after but while if unless as — -- – ― \" '' ” saying because although though")
_ASIDE = lexicon("citing saying including according following arguing adding warning calling accusing noting")
"""Participles that say something of the sentence, not of the noun before them (`an order | ending the strike`)."""
TELLS = lexicon("letter statement tweet interview speech memo report video post email note filing")
LONGEST = 25
"""How many words a relative clause is followed at most."""
_WHOLE = lexicon("resign apologise apologize quit withdraw leave step-down wait negotiate")
"""Verbs that need no object, so that `in an interview` after them says where it was asked."""
_DAYS = lexicon("monday tuesday wednesday thursday friday saturday sunday")
_APPEARS = lexicon("appear testify stand speak come go")
"""What is done before a court or a committee."""
_GOVERNS_CLAUSE = lexicon(
    "promise guarantee assure ensure tell say admit acknowledge recognise recognize prove confirm have let help"
)
_LATER = lexicon("later then subsequently eventually repeatedly finally")
_COMPLEMENTED = lexicon(
    "approval permission consent agreement agreements promise promises pledge pledges commitment commitments guarantee "
    "leave authority right licence license assurance assurances undertaking undertakings offer order"
)
"""Nouns that say nothing without the task that follows them (`approval | to raise its stake`)."""
_COMPARED = lexicon("more less fewer later earlier higher lower better worse greater")
_FINDS_OUT = lexicon("out determine see know ask decide establish check say learn")
"""Words after which `if` means `whether`."""
_BARE = frozenset(["NN", "NNS", "JJ"])
_MARKS = frozenset(["“", "”", '"', "``", "''"])
_LIKENS = lexicon(
    "view regard treat describe recognise recognize designate list label serve act remain portray depict paint brand "
    "cast use dismiss characterise characterize install name appoint present see define classify hail select elect "
    "nominate"
)
"""Verbs that go on with `as`."""
_SERVES = lexicon("such serve serving act acting")
_ONE = lexicon("a an part its his her their")
"""What stands before the noun for what something is or serves as (`to stay on as | an adviser`)."""


class Extents:
    """One sentence, and where parts of it end."""

    def __init__(self, referents: Referents, passage: Passage) -> None:
        self.referents = referents
        self.passage = passage
        self.clauses: Clauses = referents.clauses(passage)
        self.words = self.clauses.sentence.lower

    def stop(self, verb: Verb) -> int:
        """Where what a verb governs ends."""
        words = self.words
        # What is promised or told is a clause of its own.
        limit = len(words) if verb.lemma in _GOVERNS_CLAUSE else self.clauses.limit(verb)
        stop = self._halt(verb.last, limit, likens=verb.lemma in _LIKENS)
        if stop - verb.last > 1 and self.clauses.tags[stop - 1] == "RB" and words[stop - 2] in ("and", "but", "then"):
            # `to come out | and repeatedly says`
            stop -= 1
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
            shared = self.shared_list(i)
            if shared:
                skip = shared
                continue
            asks = words[i] == "if" and words[i - 1] in _FINDS_OUT
            as_ = words[i] == "as" and (likens or words[i - 1] in _SERVES or self._serves_as(i))
            if words[i] == "before" and words[i - 1] in _APPEARS:
                continue
            later = words[i] == "and" and words[i + 1 : i + 2] and words[i + 1] in _LATER
            if later and self.clauses.tags[i + 2 : i + 3] in (["VBD"], ["VBN"], ["VBZ"]):
                # `to drop the case | and later dismissed him`
                return i
            if words[i : i + 2] == ["so", "that"] and i > first:
                # `to extend the season | so that no field is left standing`: what for.
                return i
            whole = i > first or words[i - 1] in _WHOLE
            paper = self.clauses.phrase_starting(i + 1) if words[i] == "in" and whole else None
            if paper is not None and words[paper.head] in TELLS and words[paper.first] in ("a", "an"):
                # `to resign | in an angry tweet`
                return i
            swaps = words[i : i + 2] in (["in", "return"], ["in", "exchange"], ["on", "condition"])
            if (words[i] in STOPS and not asks and not as_) or self._opens_clause(i) or swaps:
                return i
        return max(first, limit)

    def _serves_as(self, at: int) -> bool:
        """Whether `as` says what something is or how, and opens no clause (`use it as a way to cut pay`).

        `as soon as possible` and `as part of the deal` say how; in `leave as a storm neared the coast` a clause opens.
        """
        words = self.words
        if "possible" in words[at + 1 : at + 5] and "as" in words[max(0, at - 2) : at] + words[at + 1 : at + 4]:
            return True
        if words[at + 1 : at + 2] == [] or words[at + 1] not in _ONE:
            return words[at + 1 : at + 2] == ["to"] and words[at + 2 : at + 3] != [] and words[at + 2] in _ASKS
        role = self.clauses.phrase_starting(at + 1)
        if role is None:
            return False
        following = next((v for v in self.clauses.verbs if v.form == "finite" and v.first >= role.last), None)
        return following is None or self.clauses.subject(following) != role

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
        limit = min(len(self.words), following.last + LONGEST)
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
        limit = min(len(words), at + LONGEST)
        end = self._halt(at + 1, limit)
        return stop if end == limit < len(words) else end

    def shared_list(self, comma: int) -> int:
        """Where a list of bare nouns ends that goes on at a comma, if all of them share what follows it; else 0.

        `the safety, health and schooling | of the children` breaks off nowhere before its last member.
        """
        words, i = self.words, comma
        while words[i : i + 1] == [","] or words[i : i + 1] == ["and"]:
            last = "and" in words[i : i + 2]
            i += 1 + (words[i + 1 : i + 2] == ["and"])
            phrase = self.clauses.phrase_starting(i)
            if phrase is None or phrase.last - i > 2 or not {*self.clauses.tags[i : phrase.last]} <= _BARE:
                return 0
            i = phrase.last
            if last:
                return i if words[i : i + 1] and words[i] in ("of", "for", "in") else 0
        return 0

    def _asks_end(self, at: int) -> int:
        """Where a question ends that hangs on a noun; before the preposition where its end is not told."""
        limit = min(len(self.words), at + LONGEST)
        end = self._halt(at + 1, limit)
        if end == limit < len(self.words):
            return at - 1
        told = [v for v in self.clauses.verbs if at < v.first < end and v.form == "finite"]
        # `how the letter was lost | and was told to wait`: what somebody else did.
        return next((v.first - 1 for v in told[1:] if self.words[v.first - 1] == "and"), end)

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
        quoted = phrase.first > 0 and words[phrase.first - 1] in _MARKS
        while i < len(words):
            gerund = next((v for v in self.clauses.verbs if v.first == i + 1 and tags[v.head] == "VBG"), None)
            if words[i] in HANGS and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                if words[i] == "in" and words[following.head] in TELLS:
                    break
                i = following.last
            elif words[i] == "than" and words[i - 1] in _COMPARED and self.clauses.phrase_starting(i + 1) is not None:
                # `no more | than five years`
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                i = following.last
            elif words[i] in HANGS and gerund is not None:
                # `a ban on selling guns`
                return self.stop(gerund)
            elif words[i : i + 1] and words[i] in HANGS and words[i + 1 : i + 2] and words[i + 1] in _ASKS:
                # `discovery into | whether the mayor hid the files`
                return self._asks_end(i + 1)
            elif words[i : i + 2] == ["as", "to"] and words[i + 2 : i + 3] and words[i + 2] in _ASKS:
                return self._asks_end(i + 2)
            elif words[i] == "and" and tags[i - 1] == "JJ" and tags[i + 1 : i + 2] in (["JJ"], ["VBN"]) and (
                tags[i + 2 : i + 3] in (["NN"], ["NNS"])
            ):
                # `its common | and preferred stock`
                i += 3
            elif words[i] == "and" and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                if following.last < len(words) and tags[following.last] in ("VBD", "VBZ", "VBP", "MD"):
                    break
                i = following.last
            elif words[i] == "," and self.shared_list(i):
                i = self.shared_list(i)
            elif words[i] in _MARKS and self._opens_quotation(i) and self.clauses.phrase_starting(i + 1) is not None:
                following = self.clauses.phrase_starting(i + 1)
                assert following is not None
                i, quoted = following.last, True
            elif words[i] in _MARKS and quoted:
                i, quoted = i + 1, False
                if words[i : i + 1] == ["on"] and words[i + 1 : i + 2] and words[i + 1] in _DAYS:
                    # `asked for “patience” on Friday`
                    break
            elif i == phrase.last and tags[i - 1] in ("JJ", "JJR") and tags[i] in ("VB", "VBP", "NN", "NNS"):
                # `a steep | levy`: what looks like a verb is the noun.
                i += 1
            else:
                break
        task = next((v for v in self.clauses.verbs if v.form == "infinitive" and i <= v.first <= i + 1), None)
        if task is not None and words[phrase.head] in _COMPLEMENTED and words[i : task.first] in ([], ["not"]):
            return self.stop(task)
        return i
