"""Who does what to whom in one sentence: noun phrases, verb groups, and what ties them.

A shallow reading that rests on part-of-speech tags: noun phrases are runs of their words, verb groups take in their
auxiliaries, and a verb's subject is found by walking left past what hangs on other words (prepositional phrases,
infinitives with their objects, appositions between commas). It is meant for the plain declarative sentences of news.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import Literal

from onrecord.annotation.syntax import Sentence
from onrecord.annotation.tagging import lemma
from onrecord.recording.lexicon import lexicon

Form = Literal["finite", "infinitive", "participle", "passive participle"]

_NOMINAL = lexicon("NN NNS NNP NNPS CD $ FW")
_INNER = _NOMINAL | lexicon("DT PDT PRP$ JJ JJR JJS POS VBN VBG")
_STARTS = _NOMINAL | lexicon("DT PDT PRP$ JJ JJR JJS")
_PRONOUNS = lexicon("PRP EX WP")
_VERBS = lexicon("VB VBD VBN VBG VBP VBZ")
_FINITE = lexicon("VBD VBP VBZ MD")
_BE = lexicon("be is are was were been being am 's 're 'm ’s ’re ’m get gets got gotten")
_HAVE = lexicon("have has had having 've ’ve 'd ’d")
_NOT = lexicon("not n't n’t never no longer")
_OPENERS = lexicon("that if when while as after before because although though unless since once until whether where")
_REPORTS = lexicon("say tell announce claim believe think warn insist add note report rule argue find decide")
_EITHER = lexicon("before after since until as")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words `first` to `last` (excluded) of its sentence; `head` is its last noun."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its auxiliaries: words `first` to `last` (excluded); `head` is the verb itself."""

    first: int
    last: int
    head: int
    lemma: str
    form: Form
    passive: bool
    negated: bool
    modal: str | None


class Clauses:
    """The phrases and verbs of one tagged sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tags = _mended(sentence)
        self.verbs = _verbs(sentence, self.tags)
        taken = {i for v in self.verbs for i in range(v.first, v.last)}
        self.phrases = _phrases(sentence, self.tags, taken)
        self._phrase_ending = {p.last: p for p in self.phrases}
        self._phrase_starting = {p.first: p for p in self.phrases}
        self._order = {v.first: n for n, v in enumerate(self.verbs)}
        self._verb_ending = {v.last: v for v in self.verbs}

    def index(self, offset: int) -> int:
        """The word at a text offset, or the next one."""
        return bisect.bisect_right(self.sentence.ends, offset)

    def verb_at(self, offset: int) -> Verb | None:
        """The verb group whose words cover a text offset."""
        s = self.sentence
        for verb in self.verbs:
            if s.starts[verb.first] <= offset < s.ends[verb.last - 1]:
                return verb
        return None

    def subject(self, verb: Verb) -> Phrase | None:
        """The phrase that the verb is said of. Of a passive it is the one that something is done to."""
        if verb.form == "finite":
            return self._finite_subject(verb, 0)
        if verb.form == "infinitive":
            return self._infinitive_subject(verb)
        before = self._before(verb)
        if verb.form == "passive participle" and before is not None:
            return before
        if self.tags[verb.head] in ("VB", "VBP") and before is not None and self._opens_clause(before):
            # `demanded that the fleet withdraw`
            return before
        if verb.first and self.tags[verb.first - 1] == "CC" and self.tags[verb.head] != "VBG":
            return self._shared(verb, 0)
        governor = self._governor(verb)
        return None if governor is None else self.subject(governor)

    def _opens_clause(self, phrase: Phrase) -> bool:
        """Whether a phrase follows `that` or a verb."""
        return phrase.first > 0 and (
            self.sentence.lower[phrase.first - 1] == "that" or phrase.first in self._verb_ending
        )

    def _before(self, verb: Verb) -> Phrase | None:
        return self._phrase_ending.get(verb.first)

    def _governor(self, verb: Verb) -> Verb | None:
        """The nearest finite verb to the left, else to the right: the one whose subject a participle shares."""
        at = self._order[verb.first]
        for other in reversed(self.verbs[:at]):
            if other.form == "finite":
                return other
        for other in self.verbs[at + 1 :]:
            if other.form == "finite":
                return other
        return None

    def _infinitive_subject(self, verb: Verb) -> Phrase | None:
        at = self._order[verb.first]
        before = self.verbs[at - 1] if at else None
        if before is None:
            return None
        middle = [p for p in self.phrases if before.last <= p.first and p.last <= verb.first]
        if middle and before.lemma in OBJECT_CONTROL:
            return middle[0]
        return self.subject(before)

    def _finite_subject(self, verb: Verb, depth: int) -> Phrase | None:
        words, tags = self.sentence.lower, self.tags
        i = verb.first
        while i > 0:
            word, tag = words[i - 1], tags[i - 1]
            phrase = self._phrase_ending.get(i)
            if phrase is not None:
                stop = phrase.first
                if stop and tags[stop - 1] in ("IN", "TO") and self._is_preposition(stop - 1):
                    i = stop - 1
                    continue
                if stop and words[stop - 1] in ("and", "or", "&") and stop > 1:
                    # Part of a coordination: its first member stands for it, unless that is another clause.
                    left = self._phrase_ending.get(stop - 1)
                    if left is not None and not self.hangs(left):
                        return left
                    if left is not None:
                        i = stop - 1
                        continue
                hanging = self._verb_ending.get(stop)
                if hanging is not None and hanging.form in ("infinitive", "participle"):
                    i = hanging.first
                    continue
                return phrase
            if word in ("who", "which", "that") and tag in ("WP", "WDT", "IN", "DT"):
                before = self._phrase_ending.get(i - 1) or self._phrase_ending.get(i - 2)
                if before is not None and tag != "IN":
                    return before
                return before if word != "that" else None
            if word in (",", "—", "–", "--", ")", "]"):
                jump = self._opening(i - 1)
                if jump is None:
                    return self._shared(verb, depth) if word in (",", "—", "–", "--") else None
                i = jump
                continue
            if tag == "CC":
                return self._shared(verb, depth)
            ending = self._verb_ending.get(i)
            if ending is not None:
                if ending.form in ("infinitive", "participle", "passive participle"):
                    i = ending.first
                    continue
                return self._shared(verb, depth)
            if tag in ("RB", "RBR", "MD", "JJ", "TO", "IN", "VBN", "VBG", "POS") and word not in _OPENERS:
                i -= 1
                continue
            return None
        return None

    def _is_preposition(self, at: int) -> bool:
        """Whether a word governs the phrase after it and does not open a clause.

        `before new elections was rejected`: no verb stands before it that it could be joined to, so it is one.
        """
        word = self.sentence.lower[at]
        if word not in _OPENERS:
            return True
        return word in _EITHER and at > 0 and not any(v.form == "finite" and v.first < at for v in self.verbs)

    def hangs(self, phrase: Phrase) -> bool:
        """Whether a preposition governs the phrase."""
        return phrase.first > 0 and self.tags[phrase.first - 1] in ("IN", "TO")

    def _opening(self, comma: int) -> int | None:
        """For the mark that closes an insertion: the position before the mark that opens it."""
        words = self.sentence.lower
        mark = words[comma]
        opening = {")": "(", "]": "["}.get(mark, mark)
        for i in range(comma - 1, max(-1, comma - 40), -1):
            if words[i] == opening:
                return i
        return None

    def _shared(self, verb: Verb, depth: int) -> Phrase | None:
        """The subject of the finite verb before, for one that goes on with it (`rejected … and offered`)."""
        if depth > 4:
            return None
        at = self._order[verb.first]
        earlier = [v for v in self.verbs[:at] if v.form == "finite"]
        if not earlier:
            return None
        before = self.sentence.lower[max(0, verb.first - 3) : verb.first]
        # After a comma the verb goes on with the main clause, not with what it reports.
        main = "," in before and "and" in before and earlier[0].lemma in _REPORTS
        return self._finite_subject(earlier[0] if main else earlier[-1], depth + 1)

    def object(self, verb: Verb) -> Phrase | None:
        """The phrase right after the verb, adverbs skipped. Of a passive: none."""
        if verb.passive:
            return None
        i = verb.last
        while i < len(self.sentence) and self.tags[i] in ("RB", "RP", "``", "''") and i < verb.last + 3:
            i += 1
        return self._phrase_starting.get(i)

    def agent(self, verb: Verb) -> Phrase | None:
        """The one who acts: the subject, or of a passive the phrase after `by`."""
        return self.after(verb, lexicon("by")) if verb.passive else self.subject(verb)

    def after(self, verb: Verb, prepositions: frozenset[str]) -> Phrase | None:
        """The phrase after one of some prepositions, to the right of the verb and before the next finite one."""
        words = self.sentence.lower
        for i in range(verb.last, self.limit(verb)):
            if words[i] in prepositions:
                phrase = self._phrase_starting.get(i + 1)
                if phrase is not None:
                    return phrase
        return None

    def limit(self, verb: Verb) -> int:
        """Where the verb's own words end: the next finite verb, a semicolon, or the end of the sentence."""
        for i in range(verb.last, len(self.sentence)):
            if self.sentence.words[i] == ";":
                return i
        later = [v.first for v in self.verbs if v.first >= verb.last and v.form == "finite"]
        return later[0] if later else len(self.sentence)

    def phrases_between(self, first: int, last: int) -> list[Phrase]:
        """The phrases among words `first` to `last` (excluded)."""
        return [p for p in self.phrases if first <= p.first and p.last <= last]

    def phrase_starting(self, word: int) -> Phrase | None:
        """The phrase that begins with a word."""
        return self._phrase_starting.get(word)

    def coordinated(self, phrase: Phrase) -> list[Phrase]:
        """The phrases joined to one by commas and `and`: for `Lund and Ek`, the phrase `Ek`."""
        words, out, i = self.sentence.lower, list[Phrase](), phrase.last
        while i < len(words) and words[i] in (",", "and", "or", "&"):
            j = i + 1
            if j < len(words) and words[j] in ("and", "or"):
                j += 1
            following = self._phrase_starting.get(j)
            if following is None:
                break
            out.append(following)
            if words[j - 1] in ("and", "or", "&"):
                return out
            i = following.last
        return []

    def span(self, phrase: Phrase | Verb) -> tuple[int, int]:
        """Text offsets of a phrase or verb group."""
        return self.sentence.span(phrase.first, phrase.last)


OBJECT_CONTROL = lexicon(
    """ask tell order urge call force press press push want allow let enable invite instruct direct require request
    advise warn persuade convince pressure get give help permit authorize authorise expect appeal implore beg command
    compel summon prompt lead encourage challenge"""
)
"""Verbs whose object does what the infinitive after it says."""


def _mended(s: Sentence) -> list[str]:
    """The tags, where what stands before a word shows that it is a noun and not the verb it looks like (`its bid`)."""
    tags = list(s.tags)
    for i in range(1, len(tags)):
        if (
            s.words[i] in ("'", "’")
            and s.ends[i - 1] == s.starts[i]
            and s.lower[i - 1].endswith("s")
            and tags[i - 1][:2] == "NN"
        ):
            # `the workers’ demands`; a quotation that ends here is followed by a comma or a verb.
            follows = tags[i + 1] if i + 1 < len(tags) else "."
            tags[i] = "POS" if follows in _NOMINAL or follows in ("JJ", "JJS", "JJR") else tags[i]
            continue
        if tags[i] in ("NN", "JJ") and s.words[i].islower() and (tags[i - 1] == "TO" or _asked_to(s, tags, i)):
            tags[i - 1], tags[i] = "TO", "VB"
            continue
        following = tags[i + 1] if i + 1 < len(tags) else "."
        if tags[i] == "RB" and tags[i - 1] == "MD" and following in ("DT", "PRP$", "CD") and s.lower[i] not in _NOT:
            # `could double the cost`
            tags[i] = "VB"
            continue
        if tags[i] == "NN" and s.lower[i] in _THINKS and tags[i - 1] in ("NNS", "NNP", "NNPS") and following == "IN":
            # `Insurers fear that`
            tags[i] = "VBP" if s.lower[i + 1] == "that" else tags[i]
            continue
        if tags[i] not in _VERBS or tags[i] == "VBG" or (tags[i] in ("VBN", "VBD") and s.lower[i].endswith("ed")):
            continue
        follows = tags[i + 1] if i + 1 < len(tags) else "."
        if tags[i] in ("VBZ", "VB", "VBP") and s.lower[i - 1] in _DETERMINERS:
            # No verb follows an article: `the rebels left`.
            tags[i] = "NNS" if tags[i] == "VBZ" else "NN"
        elif tags[i] == "VBZ":
            plural = s.lower[i].removesuffix("s") in _BOTH or (follows == "TO" and "DT" in tags[max(0, i - 3) : i])
            if (
                plural
                and tags[i - 1] in ("JJ", "DT", "PRP$", "POS", "VBN", "NNP")
                and follows in (",", ".", "IN", "CC", "TO")
            ):
                tags[i] = "NNS"
        elif (tags[i - 1] in ("PRP$", "POS") and follows not in _INNER) or (
            tags[i] in ("VB", "VBP") and tags[i - 2 : i] in (["DT", "JJ"], ["PRP$", "JJ"])
        ):
            tags[i] = "NN"
        elif tags[i - 1] in _BEFORE_NOUN and s.lower[i] in _BOTH and follows not in ("DT", "PRP", "PRP$"):
            start = i - 1
            while start > 0 and (tags[start] in ("JJ", "NN", "CD", "NNP", "$") or s.words[start] == "-"):
                start -= 1
            if tags[start] in ("DT", "PRP$", "POS", "IN"):
                tags[i] = "NN"
    return tags


def _asked_to(s: Sentence, tags: list[str], i: int) -> bool:
    """Whether a word after `to` ends what somebody is asked to do (`asked the League to arbitrate`)."""
    follows = tags[i + 1] if i + 1 < len(tags) else "."
    if s.lower[i - 1] != "to" or follows not in (".", ",", "IN", "DT"):
        return False
    return any(
        t in _VERBS and lemma(w) in OBJECT_CONTROL
        for w, t in zip(s.words[max(0, i - 10) : i - 1], tags[max(0, i - 10) : i - 1], strict=True)
    )


_THINKS = lexicon("fear hope claim report worry charge doubt estimate guess plan promise warn")
_DETERMINERS = lexicon("the a an some no every each these those")
_BEFORE_NOUN = lexicon("DT JJ NN NNP CD")
_BOTH = lexicon(
    "bid offer call demand request order plan strike report claim appeal proposal deal talk vote threat charge"
)
"""Words that are as often nouns as verbs."""


def _verbs(s: Sentence, tags: list[str]) -> list[Verb]:
    out: list[Verb] = []
    i, n = 0, len(s)
    while i < n:
        tag = tags[i]
        to = tag == "TO" and i + 1 < n and _verb_after(tags, i + 1) is not None
        if not (to or tag == "MD" or tag in _VERBS):
            i += 1
            continue
        if tag in ("VBN", "VBG") and _modifies(tags, i):
            i += 1
            continue
        first, j = i, i + 1 if to else i
        head, negated, passive, modal, finite = -1, False, False, None, False
        been = False
        while j < n:
            word, t = s.lower[j], tags[j]
            if t == "MD":
                modal, finite = word, True
            elif t in _VERBS:
                if t in _FINITE:
                    if head >= 0 and not (been or s.lower[head] in _HAVE or s.lower[head] in ("do", "does", "did")):
                        break
                    finite = True
                if t in ("VBG", "VBN") and head >= 0 and not (been or s.lower[head] in _HAVE):
                    break
                if t == "VB" and head >= 0 and s.lower[head] not in ("do", "does", "did") and modal is None and not to:
                    break
                passive = t in ("VBN", "VBD") and been
                head = j
                been = word in _BE
            elif t == "RB" or word in _NOT:
                if not _verb_after(tags, j + 1):
                    break
                negated = negated or word in ("not", "n't", "n’t", "never")
            else:
                break
            j += 1
        if head < 0:
            i = j if j > i else i + 1
            continue
        last = head + 1
        form: Form = "finite" if finite and not to else "infinitive" if to else "participle"
        if form == "participle" and tags[head] == "VBN" and first == head:
            form = "passive participle"
            passive = True
        out.append(Verb(first, last, head, lemma(s.words[head]), form, passive, negated, modal))
        i = last
    some_finite = any(v.form == "finite" for v in out)
    return [_told(v) if _is_past(s, tags, v, some_finite) else v for v in out]


def _is_past(s: Sentence, tags: list[str], v: Verb, some_finite: bool) -> bool:
    """Whether what was tagged a past participle must be a past tense (`They revealed that`, `The date passed.`)."""
    if v.form != "passive participle" or v.first == 0:
        return False
    following = s.lower[v.last] if v.last < len(s) else ""
    if tags[v.first - 1] == "," and some_finite and v.last < len(s) and tags[v.last] in ("NN", "NNS", "DT", "PRP$"):
        # One of several things done: `lifted the ban, paid the fine and agreed`.
        return True
    if tags[v.first - 1] == "PRP" or following in ("that", "he", "she", "they"):
        return True
    return not some_finite and tags[v.first - 1] in _NOMINAL


def _told(v: Verb) -> Verb:
    return Verb(v.first, v.last, v.head, v.lemma, "finite", False, v.negated, v.modal)


def _verb_after(tags: list[str], j: int) -> int | None:
    """The verb at `j` or after one or two adverbs."""
    for k in range(j, min(j + 3, len(tags))):
        if tags[k] in _VERBS or tags[k] == "MD":
            return k
        if tags[k] != "RB":
            return None
    return None


def _modifies(tags: list[str], i: int) -> bool:
    """Whether a participle stands before its noun (`the planned strike`), or is one (`the sinking of the ferry`)."""
    if tags[i] == "VBG" and i and tags[i - 1] == "DT" and tags[i + 1 : i + 2] == ["IN"]:
        return True
    if i + 1 >= len(tags) or tags[i + 1] not in _NOMINAL | lexicon("JJ"):
        return False
    before = tags[i - 1] if i else ""
    return before in ("DT", "PRP$", "JJ", "POS", "CD") or (before == "IN" and tags[i] == "VBN")


def _counts_time(s: Sentence, i: int) -> bool:
    """Whether a number counts days or the like, so that a new phrase begins (`gave the owners 30 days`)."""
    return i + 1 < len(s) and s.lower[i + 1] in _UNITS


_UNITS = lexicon("hour hours day days week weeks month months year years minutes")


def _hyphen(s: Sentence, i: int) -> bool:
    """Whether a mark is a hyphen within a word (`$18-a-share`)."""
    return s.words[i] == "-" and 0 < i < len(s) - 1 and s.ends[i - 1] == s.starts[i] and s.ends[i] == s.starts[i + 1]


def _phrases(s: Sentence, tags: list[str], taken: set[int]) -> list[Phrase]:
    out: list[Phrase] = []
    i, n = 0, len(s)
    while i < n:
        tag = tags[i]
        if tag in _PRONOUNS and i not in taken:
            out.append(Phrase(i, i + 1, i))
            i += 1
            continue
        # After a verb, `that` opens what it governs.
        governs = s.lower[i] == "that" and i > 0 and (i - 1 in taken or tags[i - 1] == "RB")
        if i in taken or tag not in _STARTS or governs:
            i += 1
            continue
        j, head = i, -1
        while j < n and j not in taken and (tags[j] in _INNER or _hyphen(s, j)):
            if j > i and tags[j] in ("DT", "PRP$") and tags[j - 1] not in ("PDT", "DT"):
                break
            if j > i and tags[j] == "CD" and tags[j - 1] in ("NNS", "NNP", "NN") and _counts_time(s, j):
                break
            if tags[j] in _NOMINAL:
                head = j
            j += 1
        if head < 0 and tag not in ("DT", "PRP$", "JJS"):
            i += 1
            continue
        head = j - 1 if head < 0 else head
        out.append(Phrase(i, head + 1, head))
        i = max(head + 1, i + 1)
    return out
