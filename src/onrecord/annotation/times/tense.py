"""Whether the clause around an expression tells of the past or of the future: by its nearest verb.

A word list and endings, no parser: news sentences put the verb that governs a date mostly before it ("was told
Wednesday", "will vote Tuesday", "is scheduled to close Monday"), and after it where the date opens the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.tokens import BREAK, Tokens

Tense = Literal["past", "future"] | None


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause tells: its tense, and whether the verb that tells it surely is that of the expression."""

    tense: Tense = None
    sure: bool = False


_REACH = 60
"""Tokens looked at on each side, so that a text without full stops costs no more than one with them."""
_NEAR = 6
"""Words between a verb and its date up to which no other clause is likely to lie between them."""

_WILL = frozenset("will shall ll wo gonna".split())
_MODAL = frozenset("would could may might can should must ought cannot".split())
_FORWARD = frozenset(
    """scheduled due expected expects expect plans plan planned planning upcoming intends intend intended hopes hope
    hoping likely slated forthcoming aims awaiting promises promise promised vows vow vowed pledges pledged proposes
    proposed payable""".split()
)
_FORWARD_NOUNS = frozenset("plan plans hope hopes promise promises vow vows pledges".split())
"""Those of them that are nouns behind an article: "announced the plan Aug. 21"; not in "the plan to vote Friday"."""
_BEGINS = frozenset(
    "begins opens meets meet expires resumes reconvenes convenes arrives leaves goes takes becomes comes kicks".split()
)
"""Verbs whose present tense tells of what is to come: "the strike begins Friday"."""
_HAVE = frozenset({"has", "have"})
_IS = frozenset({"is", "are"})
_WAS = frozenset({"was", "were", "had", "did"})
_PAST = _WAS | frozenset(
    """been said told met went came took gave made held began left found saw fell rose led won lost shot hit kept
    brought sent spent thought felt knew grew drew flew threw wrote spoke broke ran sat stood sold bought built paid
    got became struck sought caught taught fought wore bore swore chose froze stole drove rode arose slid sank sang
    swept dealt meant lent bent laid hung dug stuck swung withdrew understood overcame undertook underwent wound
    bound blew ate drank woke tore hid bit beat shook quit fled sped bred slept wept crept lit spun spread burst
    forbade forgot forgave foresaw oversaw overthrew upheld withheld misled rebuilt resold forecast broadcast shut
    set put cut let cost hurt read""".split()
)
_NO_PAST = frozenset(
    """need indeed hundred speed seed feed exceed proceed succeed bed red breed bleed weed greed creed deed shed
    sacred naked wicked united unprecedented alleged estimated limited armed wounded injured""".split()
)
_NO_INFINITIVE = frozenset("the a an its his her their this that these those our my your some any one".split())
_GOVERNORS = frozenset(
    """expected scheduled planned due set agreed vowed promised hoped slated ordered asked urged told intended wants
    want plans plan required likely ready about going invited called supposed prepared poised threatened threatens
    proposed""".split()
)
"""Verbs whose infinitive is still to come when they are told: "agreed to meet Monday"."""
_AHEAD = frozenset("set fixed delayed postponed rescheduled extended moved booked called invited ordered".split())
"""Verbs whose date may well lie ahead of what they tell: "they postponed the May 3 vote", "the court set March 3"."""
_BEFORE_ADJECTIVES = frozenset("the a an its his her their still newly recently".split())
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr gen sen rep st gov sgt lt col capt maj inc corp co ltd no vs jr sr prof rev hon dept univ assn
    bros u s a p m d n e w etc""".split()
)
_OPENERS = frozenset({'"', "'", "(", "[", "`", "“", "‘"})
_CLOSERS = frozenset({'"', "'", ")", "]", "”"})


def sentence_around(t: Tokens, first: int, last: int) -> tuple[int, int]:
    """First and last (exclusive) token of the sentence that holds tokens `first` to `last`, at most `_REACH` away."""
    begin = first
    while begin > 0 and first - begin < _REACH and not ends_sentence(t, begin - 1):
        begin -= 1
    end = last
    if last > first and ends_sentence(t, last - 1):
        return begin, last
    while end < t.count and end - last < _REACH:
        end += 1
        if ends_sentence(t, end - 1):
            break
    return begin, end


def ends_sentence(t: Tokens, i: int) -> bool:
    """Whether a sentence ends with token `i`: a full stop, or the quotation mark or bracket that closes after one."""
    word = t.low[i]
    if word == BREAK:
        return True
    if t.stops is not None:
        return i in t.stops
    if word in _CLOSERS:
        return t.low[i - 1] in (".", "!", "?") and t.glued(i) and _begins_sentence(t, i + 1)
    if word in ("!", "?"):
        return not (t.glued(i + 1) and t.low[i + 1] in _CLOSERS)
    if word != "." or (t.glued(i + 1) and t.low[i + 1] not in _OPENERS):
        return False
    if t.glued(i + 1) and t.low[i + 1] in _CLOSERS and not t.glued(i + 2):
        return False
    before = t.low[i - 1]
    if before in _ABBREVIATIONS or (before in lex.ANY_MONTH and t.low[i + 1][:1].isdigit()):
        return t.low[i + 1] in ("", BREAK)
    return _begins_sentence(t, i + 1)


def _begins_sentence(t: Tokens, i: int) -> bool:
    after = t.low[i]
    return after in ("", BREAK) or t.upper(i) or after in _OPENERS or after[0].isdigit()


def clause(t: Tokens, first: int, last: int) -> Clause:
    """What the clause tells that tokens `first` to `last` (exclusive) stand in."""
    begin, end = sentence_around(t, first, last)
    return _backward(t, first, begin) or _forward(t, last, end) or _headline(t, first, begin) or Clause()


def _headline(t: Tokens, first: int, begin: int) -> Clause | None:
    """What a headline without a finite verb tells: `Port to close Friday` lies ahead."""
    for i in range(begin + 1, min(first - 1, begin + 6)):
        if t.low[i] == "to":
            return Clause("future") if _is_infinitive(t, i + 1) else None
        if not t.low[i].isalpha() or t.low[i] in _HANGS:
            return None
    return None


_HANGS = frozenset("on of in at from for by way back decision plan bid move".split())
"""Words behind which `to` begins no predicate of a headline: `ferry sinks on way to port`."""


def is_arranged(t: Tokens, first: int) -> bool:
    """Whether something is said to be set or planned in the words before token `first`: `set the hearing for May 3`."""
    return any(word in _AHEAD or word in _FORWARD for word in t.low[max(0, first - 10) : first])


def _is_past(t: Tokens, i: int, begin: int) -> bool:
    """Whether token `i` is a verb in the past: a known form, or an ending that is not that of an adjective."""
    word = t.low[i]
    if word in _PAST:
        return True
    if len(word) <= 4 or not word.endswith("ed") or word in _NO_PAST or word[:2] == "un":
        return False
    return i == begin or not t.upper(i)


def _backward(t: Tokens, first: int, begin: int) -> Clause | None:
    """What the nearest verb before token `first` tells, back to token `begin`."""
    low = t.low
    infinitive = False
    for i in range(first - 1, begin - 1, -1):
        word, before = low[i], low[i - 1] if i else ""
        if word == ";":
            return None
        if (word == "to" and i + 1 < first and _is_infinitive(t, i + 1)) or (before == "to" and word in _BEGINS):
            infinitive = True
        elif word in _WILL:
            if word != "wo" or low[i + 1] == "n":
                return Clause("future", True)
        elif word in _MODAL:
            if word != "may" or not t.upper(i):
                return _modal(t, i, begin)
        elif word in _FORWARD:
            if word in _FORWARD_NOUNS and before in _NO_INFINITIVE and low[i + 1] != "to":
                continue
            had = infinitive and "had" in low[max(begin, i - 3) : i]
            return Clause("past") if had else Clause("future", True)
        elif word in _BEGINS:
            return Clause("future")
        elif word in _HAVE:
            return Clause("future" if infinitive and low[i + 1] == "to" else "past")
        elif word in _IS:
            if infinitive or first - i <= 3 or (first - i <= _NEAR and low[i + 1].endswith("ing")):
                return Clause("future")
        elif _is_past(t, i, begin):
            if i + 1 != first and i > begin and before in _BEFORE_ADJECTIVES:
                continue
            if before == "to" or (before == "be" and low[i - 2] == "to"):
                infinitive = True
            elif infinitive and word in ("was", "were") and low[i + 1] == "to":
                return Clause("future")
            elif infinitive and word in _GOVERNORS:
                return Clause("past" if any(w in _WAS for w in low[max(begin, i - 3) : i]) else "future")
            else:
                return _past(t, i, first, begin, infinitive)
    return None


def _is_infinitive(t: Tokens, i: int) -> bool:
    """Whether `to` before token `i` begins an infinitive: not `to the port`, `to Paris`, `to holders`."""
    word = t.low[i]
    if not word.isalpha() or word in _NO_INFINITIVE or t.upper(i):
        return False
    return word[-1] != "s" or word.endswith(("ss", "us"))


def _modal(t: Tokens, i: int, begin: int) -> Clause:
    """`would vote`, `could not be reached`, `might have left`."""
    low = t.low
    if low[i + 1] == "have" or low[i + 2] == "have":
        return Clause("past")
    earlier = low[max(begin, i - 12) : i]
    denied = low[i + 1] in ("n", "not") or any(w in ("no", "neither", "nor", "nobody") for w in earlier)
    return Clause("past" if low[i] == "could" and denied else "future")


def _past(t: Tokens, i: int, first: int, begin: int, infinitive: bool) -> Clause:
    """A form of the past at token `i`, which an auxiliary before it may put into another tense: `will be told`."""
    low = t.low
    for k in range(i - 1, max(begin, i - 4) - 1, -1):
        if low[k] in _WILL:
            return Clause("future", True)
        if low[k] in _MODAL:
            return _modal(t, k, begin)
        if low[k] in (",", "and", "that", "who", "which") or low[k] in _WAS or low[k] in _HAVE:
            break
        if low[k] in _IS:
            return Clause("future") if low[i] in ("set", "put") else Clause()  # a passive of the present
    between = low[i + 1 : first]
    sure = not infinitive and low[i] not in _AHEAD and len(between) <= _NEAR and all(w.isalpha() for w in between)
    return Clause("past", sure)


def _forward(t: Tokens, last: int, end: int) -> Clause | None:
    """What the first verb after an expression tells: `is expected`, `has said`, `would have gone`."""
    low = t.low
    for i in range(last, end):
        word = low[i]
        if word in _WILL and (word != "wo" or low[i + 1] == "n"):
            return Clause("future", True)
        if word in _MODAL and (word != "may" or not t.upper(i)):
            return _modal(t, i, last)
        if word in _FORWARD or word in _BEGINS:
            return Clause("future")
        if word in _HAVE:
            return Clause("past")
        if word in _IS:
            # `Friday is the day`: who speaks of a day in the present tense does not mean one that has been.
            ahead = i == last or any(w in _FORWARD or w in ("going", "set", "to") for w in low[i + 1 : min(end, i + 4)])
            return Clause("future") if ahead else None
        if _is_past(t, i, last) and not (low[i - 1] in _BEFORE_ADJECTIVES and i > last):
            return Clause("past", i - last <= 12 and word not in _AHEAD)
    return None
