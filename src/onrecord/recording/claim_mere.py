"""What an `it` stands for by what is said of it: nothing, or a thing that happens or lies about.

`It was clear that the ship would sink`, `it takes a week to load it`, `it is time to go` have a mere subject; what
broke out or was stolen is no body that says so.
"""

from __future__ import annotations

import re

from onrecord.recording.lexicon import lexicon

_ADVERB = (
    r"(?:\w+ly|also|now|still|just|really|only|simply|not|never|n[’']t|no longer|then|once|already|all|so|too|quite"
    r"|very|much|far|more|less)"
)
_MODAL = r"(?:may|might|would|will|could|should|must|can|does|did|do|has|had)(?:n[’']t)?"
_MERE = re.compile(
    rf"(?:[’']s|[’']d|[’']ll)?\s*(?:{_ADVERB}\s){{0,3}}(?:{_MODAL}\s)?(?:{_ADVERB}\s){{0,3}}(?:have\s)?(?:been\s|be\s)?"
    r"(?:seem|appear|bec[oa]me|look|sound|feel|take|took|turn|happen|remain|matter|depend|rain|snow|follow|occur"
    r"|make\w*\s(?:no\s|more\s|little\s|perfect\s)?(?:sense|clear)|cost\w*\s[^.;]{1,40}?\sto\s|go(?:es)?\swithout)",
    re.I,
)
"""Behind an `it` that stands for nothing: what seems, takes long, or rains."""
_BE = re.compile(
    rf"(?:[’']s|\s(?:{_ADVERB}\s){{0,3}}(?:is|was|were|be|been|{_MODAL}\s(?:{_ADVERB}\s){{0,3}}(?:be|been)))(?:n[’']t)?\s"
    rf"(?P<rest>(?:{_ADVERB}\s){{0,3}}(?P<word>[\w’'-]+)[^;]{{0,160}})",
    re.I,
)
_OPENS_SO = re.compile(
    r"\b(?:that|to|for|whether|who|which|when|where|how|why|what|if|before|after|since|until|than)\b", re.I
)
_SAID_SO = lexicon(
    """said believed thought known understood expected reported hoped feared assumed estimated decided agreed alleged
    claimed rumoured rumored noted announced revealed determined recommended suggested proposed planned intended meant
    likely unclear impossible possible clear true unlikely"""
)
_THAT_IT = re.compile(r"(?:\w+\s){1,2}(?:that|whether|how|why)\b")
"""Behind `it was`: what is found or known, by a clause (`discovered that`, `not known whether`)."""
_MARKED = re.compile(r"[“”\"‘`]")
_OF_TIME = re.compile(
    r"\W*(?:about\s|high\s)?(?:time|up to|because|as if|like|too (?:early|late|soon)|early|late|cold|hot|dark|windy"
    r"|raining|snowing|(?:\w+\s){0,3}(?:days?|hours?|minutes?|weeks?|months?|years?|o[’']clock|[ap]\.?m\.?|degrees)\b)",
    re.I,
)
_KNOWN_SO = lexicon("unclear possible impossible likely unlikely true known clear")
_DONE = lexicon(
    """held sold made built given taken done told found sent hit shot stolen lost kept put left set cut paid seen shown
    driven written hidden broken brought bought caught thrown known worn drawn run led won"""
)
_OF_THING = re.compile(
    r"\s(?:(?:had|has|will|would|may|might)\s)?(?:happen|occurr?|took place|take place|br(?:oke|eak|oken) out|erupt"
    r"|explode|sank|sunk|spread|crashed|collapsed)(?:ed|s|d)?\b"
    r"|\s(?:is|was|has been|had been|may have been|might have been)\s(?:probably\s|likely\s|not\s)?(?:(?:an?|the)\s"
    r"(?:result|case|consequence|matter)\sof|due\sto|caused|stolen|detonated|triggered|recovered|built|dropped)\b",
    re.I,
)
_OF_BODY = re.compile(
    rf"\s(?:{_ADVERB}\s){{0,3}}(?:{_MODAL}\s)?(?:{_ADVERB}\s){{0,3}}(?:(?:have|has|had|been|be|is|was)\s){{0,2}}(?:{_ADVERB}\s){{0,3}}"
    r"(?:continu\w*\sto\s)?(?:invit|ask|press(?:ed|ing)?\s(?:for|on)|offer|refus|agree|plan|intend|want|seek|sought|try"
    r"|tri(?:es|ed)|decid|consider|appeal|hir|pa(?:id|ys?)\b|employ|apologi|den(?:y|ied)|withdr|expect|believ|hop(?:es|ed)\b"
    r"|cooperat|co-operat|review|investigat|notif|inform|warn|promis|vow|pledg|repl(?:y|ied)|respond|sue[ds]?\b)",
    re.I,
)
_REST = 300
"""How many characters behind an `it` are read."""


def is_mere(after: str) -> bool:
    """Whether an `it` before some words stands for nothing: for what a clause behind it tells, or the weather."""
    after = _MARKED.sub("", after[:_REST])
    if _MERE.match(after):
        return True
    be = _BE.match(after)
    if be is None:
        return False
    rest, word = be["rest"], be["word"].casefold()
    known = any(w.casefold() in _KNOWN_SO for w in rest.split()[:4])
    if known or _OF_TIME.match(rest) or _THAT_IT.match(rest):
        return True
    done = word.endswith(("ed", "ing")) or word in _DONE
    return (not done or word in _SAID_SO) and _OPENS_SO.search(rest) is not None


def is_of_thing(after: str) -> bool:
    """Whether what follows an `it` is said of what happens or lies about, and hardly of a body that speaks."""
    return _OF_THING.match(after[:_REST]) is not None


def is_of_body(after: str) -> bool:
    """Whether what follows an `it` is what bodies do and things do not (`it had invited the heirs`)."""
    return _OF_BODY.match(after[:_REST]) is not None
