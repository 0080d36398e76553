"""Whether the clause around an expression tells of the past or of the future: by its nearest verb.

A word list and endings, no parser: news sentences put the verb that governs a date mostly before it ("was told
Wednesday", "will vote Tuesday", "is scheduled to close Monday"), and after it where the date opens the sentence.
"""

from __future__ import annotations

from typing import Literal

from onrecord.annotation.times import lexicon as lex
from onrecord.annotation.times.tokens import BREAK, Tokens

Tense = Literal["past", "future", "present"] | None

_REACH = 60
"""Tokens looked at on each side, so that a text without full stops costs no more than one with them."""

_FUTURE = frozenset(
    """will shall ll wo would gonna scheduled due expected expects expect plans plan planned planning upcoming
    could may might can should must ought cannot intends intend intended hopes hope hoping likely slated
    forthcoming aims awaiting promises promise promised vows vow vowed pledges pledged proposes proposed
    payable""".split()
)
_PRESENT = frozenset(
    """is are am has have do does begins opens meets expires resumes reconvenes convenes arrives leaves goes says
    say wants takes meet becomes comes seeks continues remains kicks""".split()
)
_PAST = frozenset(
    """was were had did been said told met went came took gave made held began left found saw fell rose led won
    lost shot hit kept brought sent spent thought felt knew grew drew flew threw wrote spoke broke ran sat stood
    sold bought built paid got became struck sought caught taught fought wore bore swore chose froze stole drove
    rode arose slid sank sang swept dealt meant lent bent laid hung dug stuck swung withdrew understood overcame
    undertook underwent wound bound blew ate drank woke tore hid bit beat shook stemmed quit fled sped bred shed
    slept wept crept lit spun spread burst forbade forgot forgave foresaw oversaw overthrew upheld withheld
    misled rebuilt resold forecast broadcast shut set put cut let cost hurt read ended reported occurred born
    died""".split()
)
_NO_PAST = frozenset(
    """need indeed hundred speed seed feed exceed proceed succeed bed red breed bleed weed greed creed deed shed
    sacred naked wicked united unprecedented so-called alleged estimated limited armed wounded injured""".split()
)
_BASE_AFTER_TO = frozenset("the a an its his her their this that these those our my your some any one".split())
_GOVERNORS = frozenset(
    """expected scheduled planned due set agreed vowed promised hoped slated forced ordered asked urged told
    decided intended wants want plans plan continue refused offered required likely ready about going is are has
    have invited called willing able supposed prepared poised threatened threatens proposed voted plotting
    began""".split()
)
_FORWARD = frozenset("set fixed delayed postponed rescheduled extended moved booked called invited ordered".split())
"""Verbs whose date may well lie ahead of what they tell: "they postponed the May 3 vote", "the court set March 3"."""
_BEFORE_ADJECTIVES = frozenset("the a an its his her their still newly recently".split())
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr gen sen rep st gov sgt lt col capt maj inc corp co ltd no vs jr sr prof rev hon dept univ assn
    bros u s a p m d n e w etc""".split()
)
_OPENERS = frozenset({'"', "'", "(", "[", "`", "“", "‘"})


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
    """Whether a sentence ends with token `i`."""
    word = t.low[i]
    if word == BREAK:
        return True
    if t.stops is not None:
        return i in t.stops
    if word in ("!", "?"):
        return True
    if word != ".":
        return False
    after = t.low[i + 1]
    if after == "" or after == BREAK:
        return True
    if t.glued(i + 1) and after not in _OPENERS:
        return False
    if not (t.upper(i + 1) or after in _OPENERS or after[0].isdigit()):
        return False
    before = t.low[i - 1]
    return before not in _ABBREVIATIONS and (before not in lex.ANY_MONTH or not after[0].isdigit())


def tense_of(t: Tokens, i: int, begin: int = 0) -> Tense:
    """What the word at token `i` says about time, if it is a verb that says anything."""
    word = t.low[i]
    if word in _FUTURE:
        if word == "may" and t.upper(i):
            return None
        return None if word == "wo" and t.low[i + 1] != "n" else "future"
    if word in _PAST:
        return "past"
    if word in _PRESENT:
        return "present"
    if len(word) > 4 and word.endswith("ed") and word not in _NO_PAST and word[:2] != "un" and not t.upper(i):
        return "past"
    return None


def tense(t: Tokens, first: int, last: int) -> Tense:
    """The tense of the clause that tokens `first` to `last` (exclusive) stand in; None where no verb tells."""
    begin, end = sentence_around(t, first, last)
    backward = _backward(t, first, begin)
    if backward:
        return backward
    for i in range(last, end):
        found = tense_of(t, i)
        if found:
            return _with_help(t, i, found, end)
    return None


def _backward(t: Tokens, first: int, begin: int) -> Tense:
    """The tense of the nearest verb before token `first`, back to token `begin`."""
    low = t.low
    infinitive = False
    for i in range(first - 1, begin - 1, -1):
        if low[i] == ";":
            return None
        if low[i] == "to" and i + 1 < first and _is_infinitive(t, i + 1):
            infinitive = True
            continue
        found = tense_of(t, i)
        if found is None or (i > begin and low[i - 1] in _BEFORE_ADJECTIVES and found != "future" and i + 1 != first):
            continue
        if found == "past" and low[i - 1] == "be" and low[i - 2] == "to":
            infinitive = True
        elif infinitive:
            return _governing(t, i, found, begin)
        else:
            return _with_auxiliary(t, i, found, begin)
    return None


def near_verb(t: Tokens, first: int) -> bool:
    """Whether a verb in the past stands among the few words right before token `first`."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if not t.low[i].isalpha() or t.low[i] == "to":
            return False
        if tense_of(t, i) == "past":
            return t.low[i] not in _FORWARD and t.low[i - 1] not in _BEFORE_ADJECTIVES and t.low[i - 1] != "be"
    return False


def _is_infinitive(t: Tokens, i: int) -> bool:
    """Whether `to` before token `i` begins an infinitive: not `to the port`, `to Paris`, `to holders`."""
    word = t.low[i]
    if not word.isalpha() or word in _BASE_AFTER_TO or t.upper(i):
        return False
    return word[-1] != "s" or word.endswith(("ss", "us"))


def _governing(t: Tokens, i: int, found: Tense, begin: int) -> Tense:
    """The tense of an infinitive, by the verb at token `i` that it hangs on: `is set to`, `had planned to`."""
    before = t.low[max(begin, i - 3) : i]
    if found == "past" and t.low[i] in _GOVERNORS:
        return "past" if any(word in ("had", "was", "were") for word in before) else "future"
    if found == "past":
        return _with_auxiliary(t, i, found, begin)
    return "past" if "had" in before else "future"


def _with_auxiliary(t: Tokens, i: int, found: Tense, begin: int) -> Tense:
    """The verb at `i` with the auxiliary that stands up to four tokens before it: `will be`, `has been told`."""
    low = t.low
    for k in range(i, max(begin, i - 4) - 1, -1):
        if low[k] == "could" and (
            low[k + 1] in ("n", "not", "have")
            or any(low[j] in ("no", "neither", "nor", "nobody") for j in range(max(begin, k - 12), k))
        ):
            return "past"
        if low[k] in ("will", "ll", "shall", "would", "wo", "could", "might", "should", "must"):
            return "past" if low[k] in ("would", "could", "might", "should") and low[k + 1] == "have" else "future"
        if low[k] in (",", "and", "that", "who", "which"):
            break
        if low[k] in ("has", "have", "had", "was", "were", "did") and (
            k < i or low[k] in ("had", "was", "were", "did")
        ):
            return "past" if found != "future" or low[k] in ("had",) else "future"
    if found == "past" and low[i - 1] in ("is", "are", "be") and low[i] in ("set", "put"):
        return "future"
    return found


def _with_help(t: Tokens, i: int, found: Tense, end: int) -> Tense:
    """The first verb after an expression: `is expected`, `has said`, `would have gone`."""
    low = t.low
    following = low[i + 1 : min(end, i + 4)]
    if low[i] in ("has", "have"):
        return "past"
    if low[i] in ("is", "are") and any(word in _FUTURE or word in ("going", "set") for word in following):
        return "future"
    if low[i] in ("would", "could", "might", "should") and "have" in following:
        return "past"
    return found
