"""What is claimed where it is no clause: what somebody calls a thing, what deed or figure he confirms or foretells.

A line stands beside its speaker, so it begins behind the verb that tells of his speaking: of `Ek called the offer an
insult` it has `the offer an insult`, of `the navy confirmed the loss of two boats` it has `the loss of two boats`. Who
only calls somebody, or confirms or praises a thing, has said nothing of it: then there is no line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Clauses
from onrecord.recording.lexicon import lexicon
from onrecord.types import Span

_AS = re.compile(r"\s(?<!\bwell\s)as\s(?!well\b|part\b)", re.I)
_AS_ONLY = re.compile(
    r"\b(?:describ|denounc|condemn|hail|portray|depict|characteri[sz]|dismiss|slam|blast|pictur)\w*", re.I
)
"""Verbs behind whose object only an `as` tells what it is said to be."""
_OFF = re.compile(r"\s(?:off|out|on|for|up|upon|in|back|by|at|over|to)\b", re.I)
"""Behind `called`: that it is no naming (`called off the talks`, `called for calm`)."""
_WHEN = re.compile(
    r"(?:this|that|every|each|the|an?)\s(?:(?:same|next|following|past|very)\s)?(?:second|minute|hour|day|week|month|year"
    r"|morning|afternoon|evening|night|time|weekend)s?\b",
    re.I,
)
_OPENING = frozenset("“‘") | {"``", '"', "''", "'"}
_SAID_IN = re.compile(
    r",?\s(?:in|on|via|through|during|at)\s(?:(?:an?|the|his|her|its|their|several|two)\s)(?:[\w’'-]+\s){0,3}?"
    r"(?:interviews?|statements?|tweets?|posts?|e-?mails?|letters?|speech|conference|briefing|call|video|release|article)\b"
    r"[^.;:“”\"]*\Z"
)
"""Where something was said (`in an interview with the Courier`), behind what is no clause."""
_TO_PRESS = re.compile(
    r"\s(?:to|with)\s(?:the\s)?(?:(?:[A-Z][\w.&-]*\s){0,3}(?:Press|News|Times|Post|Courier|Herald|Guardian|Telegraph|Journal|Radio"
    r"|Reuters|AFP|AP|BBC|CNN|NPR|ABC|NBC|CBS)|reporters|journalists|(?:the\s)?(?:media|press))\b(?:\son\s\w+day)?\W*\Z"
)
"""To whom it was said (`confirmed the sale to the Harbour Post`)."""
_GIVES = lexicon(
    """confirm report predict forecast project estimate expect anticipate allege claim reveal warn fear admit
    acknowledge concede foresee"""
)
"""Verbs behind which a deed or a figure alone is claimed (`confirmed the death of two sailors`)."""
_OWNS_UP = lexicon("admit acknowledge confess concede")
_FORESEES = lexicon("expect predict forecast project anticipate estimate foresee")
_DEEDS = lexicon(
    """death loss sale outbreak killing murder attack raid collapse crash arrival departure return rise fall drop increase
    decrease decline shortage growth closure closing cut delay theft leak breach explosion fire blast shooting arrest
    release transfer appointment capture sinking existence presence absence use disappearance discovery recovery
    involvement participation success failure defeat victory surge shift damage purchase merger takeover launch
    resignation dismissal departure flood spread withdrawal deployment destruction injury accident landing saving"""
)
"""Nouns that tell of something happening or being so (`the sinking of the ferry`)."""
_DEED = re.compile(
    r"(?P<owned>['’]s?\s(?:[\w-]+\s){0,2}?)?(?P<noun>[a-z]+)"
    r"(?(owned)\b|(?=\s(?:of|in|by|to|at|on|from|over|against|among|between|near|during|after)\b))"
)
_FIGURE = re.compile(r"[$€£]\s?\d|\b\d[\d.,]*\s?(?:%|percent|per\scent|million|billion|people|\w+s\b)", re.I)
_GERUND = re.compile(r"(?:having\s)?\w{2,}ing\b", re.I)
_TO_DO = re.compile(r"\A(?:(?!to\b)[\w’'&.,$-]+\s){1,10}?to\s[a-z]{2,}")
_LEAST = 3
"""So many words tell of a deed; `the deaths` alone tell nothing."""
_DEED_WORDS = 8
"""Within how many words of a thing the deed stands that it is."""


def begins_behind(text: str, verb: re.Match[str] | None, cue: Span, content: Span) -> int | None:
    """Where the words begin that are said behind a verb of calling; None where the verb calls for or off something."""
    end = cue[1] if verb is None else verb.end()
    if content[0] < end:
        return None
    if verb is not None and verb[0][:4].casefold() == "call" and _OFF.match(text, end, content[0]):
        return None
    return content[0]


def names_it(clauses: Clauses, text: str, start: int, end: int, verb: str) -> bool:
    """Whether the words behind a verb of calling have a thing and, behind it, what it is called.

    `the offer an insult`, `Lund “a liar”`, `the deal unfair`, `the vote as a farce`; but not `the home`, `the race for
    the senator`, `the “murder” of three clerks`.
    """
    if _AS.search(text, start, end):
        return True
    if _AS_ONLY.match(verb):
        return False
    s, tags = clauses.sentence, clauses.tags
    first, last = clauses.index(start), clauses.index(end - 1) + 1
    commas = 0
    for i in range(first + 1, min(last, len(tags))):
        before, tag = tags[i - 1], tags[i]
        commas += s.lower[i - 1] == ","
        closed = s.lower[i - 1] == "," and commas > 1 and commas % 2 == 0
        thing = before[:2] == "NN" or before in ("PRP", "CD", "EX") or (before == "VBG" and i == first + 1) or s.lower[i - 1] in ("”", ")", "one") or closed
        if not thing:
            continue
        if _opens_quotation(text, s.lower[i], s.starts[i], s.ends[i]):
            return True
        if tag in ("DT", "PRP$") and not _WHEN.match(text, s.starts[i], end):
            return True
        plain = s.lower[i] == text[s.starts[i] : s.ends[i]]
        if tag[:2] == "JJ" and plain and (i + 1 >= last or tags[i + 1][:2] != "NN" or before == "PRP"):
            return True
        if tag in ("RB", "RBR", "RBS") and i + 1 < last and (tags[i + 1][:2] == "JJ" or tags[i + 1] in ("CD", "VBN", "DT")):
            return True
        if before == "PRP" and i == first + 1 and tag[:2] == "NN":
            return True
    return False


def _opens_quotation(text: str, word: str, start: int, end: int) -> bool:
    """Whether a mark opens a quotation; a straight one does where a blank stands before it and none behind."""
    if word[:1] in "“‘" or word == "``":
        return True
    return word[:1] in "\"'" and text[start - 1 : start].isspace() and not text[end : end + 1].isspace() and len(word) < 3


def without_place(words: str) -> str:
    """What is no clause without where it was said."""
    return _SAID_IN.sub("", _TO_PRESS.sub("", words))


def tells_of_a_deed(
    clauses: Clauses, text: str, start: int, end: int, verbs: frozenset[str], deeds: Sequence[int]
) -> bool:
    """Whether words that are no clause tell what is so: a deed (`the loss of two boats`), a figure, what is to come.

    Args:
        verbs: the words of the verb of saying, in their base form.
        deeds: where the words begin that the annotator takes for something happening.
    """
    words = text[start:end]
    if not verbs.isdisjoint(_OWNS_UP) and _GERUND.match(words):
        return True
    if not verbs.isdisjoint(_FORESEES) and _TO_DO.match(words):
        return True
    if verbs.isdisjoint(_GIVES) or len(without_place(words).split()) < _LEAST:
        return False
    s = clauses.sentence
    first = clauses.index(start)
    stop = s.ends[min(first + _DEED_WORDS, len(s.ends)) - 1]
    ahead = text[start : min(stop, end)]
    if _GERUND.match(words):
        return False
    if any(start <= at < start + len(ahead) for at in deeds):
        return True
    nouns = (m["noun"] for m in _DEED.finditer(text, start, start + len(ahead)))
    if any(n in _DEEDS or n.removesuffix("s") in _DEEDS or n.removesuffix("es") in _DEEDS for n in nouns):
        return True
    return _FIGURE.search(words) is not None


def base_forms(cue: str) -> frozenset[str]:
    """The words of a verb of saying in their base form."""
    return frozenset(lemma(w) for w in re.findall(r"[a-z]+", cue.casefold()))

