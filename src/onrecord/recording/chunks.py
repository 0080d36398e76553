"""Noun phrases and verb groups of a sentence, by its tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.annotation.tagging import lemma
from onrecord.recording.lexicon import is_people, lexicon
from onrecord.recording.mending import INNER, NOMINAL, NOT, VERBS
from onrecord.recording.tagged import Tagged

Form = Literal["finite", "infinitive", "participle", "passive participle"]

_STARTS = NOMINAL | lexicon("DT PDT PRP$ JJ JJR JJS")
_PRONOUNS = lexicon("PRP EX WP")
_QUOTES = frozenset(["“", '"', "``"])
_FINITE = lexicon("VBD VBP VBZ MD")
_MODIFIED = NOMINAL | lexicon("JJ")
_BE = lexicon("be is are was were been being am 's 're 'm ’s ’re ’m get gets got gotten")
_HAVE = lexicon("have has had having 've ’ve 'd ’d")


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


def verb_groups(s: Tagged, tags: list[str]) -> list[Verb]:
    """The verbs of a sentence with their auxiliaries, in order."""
    out: list[Verb] = []
    i, n = 0, len(s)
    while i < n:
        tag = tags[i]
        to = tag == "TO" and i + 1 < n and _verb_after(tags, i + 1 + (s.lower[i + 1] in _QUOTES)) is not None
        if not (to or tag == "MD" or tag in VERBS):
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
            elif t in VERBS:
                if t in _FINITE:
                    if head >= 0 and not (been or s.lower[head] in _HAVE or s.lower[head] in ("do", "does", "did")):
                        break
                    finite = True
                if t in ("VBG", "VBN") and head >= 0 and not (been or s.lower[head] in _HAVE):
                    break
                if t == "VB" and head >= 0 and s.lower[head] not in ("do", "does", "did") and modal is None and not to:
                    break
                passive = t in ("VBN", "VBD") and been and not _has_done(s, tags, j)
                head = j
                been = word in _BE
            elif to and head < 0 and word in _QUOTES and _verb_after(tags, j + 1) == j + 1:
                # `to “do what they ask”`
                pass
            elif t == "RB" or word in NOT or (word == "earlier" and t == "RBR"):
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


_CONTRACTED = frozenset(["'s", "’s"])
_SPEAKING = lexicon("ask urge tell accuse warn call reject refuse demand request order")


def _has_done(s: Tagged, tags: list[str], at: int) -> bool:
    """Whether `'s` before a past participle stands for `has` (`He's asked the mill to wait`): an object follows."""
    follows = tags[at + 1] if at + 1 < len(tags) else "."
    return s.lower[at - 1] in _CONTRACTED and lemma(s.words[at]) in _SPEAKING and follows in _OBJECT_BEGINS


_OBJECT_BEGINS = lexicon("DT PRP PRP$ NNP NNPS CD")


def _is_past(s: Tagged, tags: list[str], v: Verb, some_finite: bool) -> bool:
    """Whether what was tagged a past participle must be a past tense (`They revealed that`, `The date passed.`)."""
    if v.form != "passive participle" or v.first == 0:
        return False
    following = s.lower[v.last] if v.last < len(s) else ""
    if tags[v.first - 1] == "," and some_finite and v.last < len(s) and tags[v.last] in ("NN", "NNS", "DT", "PRP$"):
        # One of several things done: `lifted the ban, paid the fine and agreed`.
        return True
    if tags[v.first - 1] == "," and following != "by" and _after_relative(s, tags, v.first - 1):
        return True
    if v.lemma in _ASKS and is_people(s.lower[v.first - 1]) and following in ("for", "on", "upon"):
        return True
    if tags[v.first - 1] in NOMINAL and v.lemma in _ASKS and _after_whose(s, tags, v.first):
        return following in ("for", "on", "upon", "to", "that")
    if tags[v.first - 1] in NOMINAL and following not in ("by", "in", "from", "at") and _in_clause(s, tags, v.first):
        return True
    if tags[v.first - 1] == "PRP" or following in ("that", "he", "she", "they"):
        return True
    return not some_finite and tags[v.first - 1] in NOMINAL


def _after_relative(s: Tagged, tags: list[str], comma: int) -> bool:
    """Whether a comma closes a relative clause about the sentence's subject, so that the subject's verb follows."""
    for i in range(comma - 1, max(0, comma - 30), -1):
        if s.lower[i] == "," and tags[i + 1] in ("WDT", "WP", "WP$"):
            return not any(t in _FINITE for t in tags[:i])
    return False


_ASKS = lexicon("chant call urge ask demand appeal plead press push insist request")


def _after_whose(s: Tagged, tags: list[str], at: int) -> bool:
    """Whether the only verb before a word is that of a relative clause (`mothers whose sons fell | called for`)."""
    told = [i for i in range(at) if tags[i] in _FINITE]
    opens = next((i for i in range(at) if s.lower[i] in ("who", "whose", "which")), None)
    return opens is not None and bool(told) and told[0] > opens and len(told) < 3


def _in_clause(s: Tagged, tags: list[str], at: int) -> bool:
    """Whether a clause that opens before the words up to `at` still wants its verb (`unless the board opened`)."""
    for i in range(at - 1, max(-1, at - 7), -1):
        if s.lower[i] in ("unless", "until", "because", "if"):
            return True
        if tags[i] not in INNER:
            return False
    return False


def _told(v: Verb) -> Verb:
    return Verb(v.first, v.last, v.head, v.lemma, "finite", False, v.negated, v.modal)


def _verb_after(tags: list[str], j: int) -> int | None:
    """The verb at `j` or after one or two adverbs."""
    for k in range(j, min(j + 3, len(tags))):
        if tags[k] in VERBS or tags[k] == "MD":
            return k
        if tags[k] not in ("RB", "RBR"):
            return None
    return None


def _modifies(tags: list[str], i: int) -> bool:
    """Whether a participle stands before its noun (`the planned strike`), or is one (`the sinking of the ferry`)."""
    if tags[i] == "VBG" and i and tags[i - 1] == "DT" and tags[i + 1 : i + 2] == ["IN"]:
        return True
    if i + 1 >= len(tags) or tags[i + 1] not in _MODIFIED:
        return False
    before = tags[i - 1] if i else ""
    return before in ("DT", "PRP$", "JJ", "POS", "CD") or (before == "IN" and tags[i] == "VBN")


def _counts_time(s: Tagged, i: int) -> bool:
    """Whether a number counts days or the like, so that a new phrase begins (`gave the owners 30 days`)."""
    return i + 1 < len(s) and s.lower[i + 1] in _UNITS


_UNITS = lexicon("hour hours day days week weeks month months year years minutes")


def _by_share(s: Tagged, tags: list[str], i: int) -> bool:
    """Whether `a share` stands within a phrase (`a $15 | a share | offer`)."""
    return s.lower[i : i + 2] == ["a", "share"] and tags[i - 1] == "CD" and tags[i + 2 : i + 3] == ["NN"]


def _hyphen(s: Tagged, i: int) -> bool:
    """Whether a mark is a hyphen within a word (`$18-a-share`)."""
    return s.words[i] == "-" and 0 < i < len(s) - 1 and s.ends[i - 1] == s.starts[i] and s.ends[i] == s.starts[i + 1]


def _adjectives(s: Tagged, tags: list[str], i: int, head: int) -> bool:
    """Whether a comma parts two adjectives of one noun (`a full, unedited copy`), or `and` does."""
    if s.lower[i] not in (",", "and") or head >= 0 or i + 2 >= len(s) or i < 2:
        return False
    if tags[i - 1] != "JJ" or tags[i - 2] not in ("DT", "PRP$"):
        return False
    return tags[i + 1] == "JJ" and tags[i + 2] in NOMINAL


DAYS = lexicon("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = DAYS | lexicon(
    "january february march april may june july august september october november december"
)
EARLY = lexicon("early earlier late later")
"""Before a day: when on it."""
_FEASTS = lexicon("super black good ash holy palm easter bloody cyber shrove fat whit red early late next last this")
"""Before a day that has a name of its own, or that is told from others."""
TODAY = lexicon("today yesterday tomorrow tonight")
"""Days that a name does not end with."""
_SPANS = frozenset("night week month year morning afternoon evening spring summer autumn fall winter".split())


def _past_seat(s: Tagged, tags: list[str], at: int) -> int:
    """The word behind the town and state of a firm that is told by its seat (`the Akron, Ohio, | company`)."""
    if s.lower[at] != "the":
        return at
    i, commas = at + 1, 0
    while i < min(len(s), at + 9) and (tags[i] in ("NNP", "NNPS") or s.words[i] in (",", ".")):
        commas += s.words[i] == ","
        i += 1
    return i if commas == 2 and s.words[i - 1] == "," and tags[i : i + 1] in (["NN"], ["JJ"]) else at


def noun_phrases(s: Tagged, tags: list[str], taken: set[int]) -> list[Phrase]:
    """The noun phrases among the words that no verb has `taken`, in order."""
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
        hangs = tag == "VBN" and i and tags[i - 1] == "IN" and _modifies(tags, i)
        if i in taken or (tag not in _STARTS and not hangs) or governs:
            i += 1
            continue
        j, head = _past_seat(s, tags, i), -1
        while j < n and j not in taken and (tags[j] in INNER or _hyphen(s, j) or _adjectives(s, tags, j, head)):
            if j > i and tags[j] in ("DT", "PRP$") and tags[j - 1] not in ("PDT", "DT") and not _by_share(s, tags, j):
                break
            if j > i and tags[j] in ("CD", "$") and tags[j - 1] == "NNP" and s.words[j][0] in "$€£¥":
                # `offered Ada Lund $3 million`
                break
            if j > i and tags[j] == "CD" and tags[j - 1] in ("NNS", "NNP", "NN") and _counts_time(s, j):
                break
            if j == i + 1 and s.lower[i] in _MONTHS and i and tags[i - 1] == "IN" and is_people(s.lower[j]):
                # `In March prosecutors offered`
                break
            if j > i and tags[j] == "CD" and s.lower[j - 1] in DAYS:
                # `On Monday 200 of them`
                break
            if j > i and s.lower[j] in ("last", "this") and head >= 0 and j + 1 < n and s.lower[j + 1] in _SPANS:
                # `the board | last night | offered a seat`
                break
            if head >= 0 and s.lower[j] in EARLY and s.lower[j + 1 : j + 2] and s.lower[j + 1] in DAYS:
                # `told lawmakers | earlier Thursday`
                break
            if head >= 0 and s.lower[j] in TODAY and tags[j - 1] in ("NNP", "NNPS"):
                # `its suit against Vesta Lines | today`
                break
            if head >= 0 and s.lower[j] in DAYS and tags[j] == "NNP" and s.lower[j - 1] not in _FEASTS:
                # `called on the government | Wednesday | to resign`
                break
            if tags[j] in NOMINAL:
                head = j
            j += 1
        if head < 0 and tag not in ("DT", "PRP$", "JJS"):
            i += 1
            continue
        head = j - 1 if head < 0 else head
        out.append(Phrase(i, head + 1, head))
        i = max(head + 1, i + 1)
    return out
