"""Rules for drift of claims: a key point that makes sure what the body makes possible, conditional or narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotation.tagging import lemma
from onrecord.recording.clauses import Verb
from onrecord.recording.drift_words import EMPTY, Found, Stretch, Text

_MODALS = frozenset({"may", "might", "could"})
_OPEN = re.compile(r"\b(?:unless|if|otherwise|provided that|or (?:else|see|face|lose))\b", re.I)
_HEDGED = re.compile(
    r"\b(?:may|might|could|would|should|unless|if|otherwise|threat\w*|possibl\w*|likely|ultimatum|warn\w*|until"
    r"|expect\w*|seek\w*|want\w*|ask\w*|urg\w*|demand\w*|hop\w*)\b|\?",
    re.I,
)
"""What in a key point leaves open whether it will be."""
_LIGHT = frozenset(
    """be have do say tell make take get go come give keep see put let want need use call add expect believe think seem
    appear""".split()
)
_PARTIAL = re.compile(
    r"\b(?:but|though|although)\b[^.;]{0,40}?\b(?:declin|would not say|did not (?:say|deny|dispute)|refus|conced|admit"
    r"|acknowledg|could not)\w*",
    re.I,
)
_WHOLE = frozenset({"any", "all", "every", "everything"})


def condition(head: Text, near: Sequence[Text]) -> Found | None:
    """`would close the gate unless …` becomes `will close the gate`: the condition is lost."""
    if _HEDGED.search(head.passage.text):
        return None
    for deed in _sure(head):
        for text in near:
            opened = _OPEN.search(text.passage.text)
            if opened is None or len((head.content & text.content) - {deed} - EMPTY) < 2:
                continue
            for other in text.clauses.verbs:
                if _deed(other.lemma) != deed or not (_modal(text, other) or other.form != "finite"):
                    continue
                low, high = _span(text, other)
                at = text.passage.start
                body = (text, min(low, at + opened.start()), max(high, _clause_end(text, at + opened.end())))
                return f"the condition is lost: {deed}", _whole(head), body, ("hedge",)
    return None


def _sure(head: Text) -> list[str]:
    """What a key point tells as sure, in order: its verbs, and what it says `will` be, however that is tagged."""
    found = [v.lemma for v in head.clauses.verbs if v.lemma not in _LIGHT and _told_as_sure(head, v)]
    after = [w for mark, w in zip(head.words, head.words[1:], strict=False) if mark.low == "will"]
    found += [lemma(w.low) for w in after if w.low not in _LIGHT | {"not", "never"}]
    return list(dict.fromkeys(_deed(f) for f in found))


def _clause_end(text: Text, offset: int) -> int:
    """Where the clause that covers an offset ends: at the next comma or the end of the sentence."""
    words = text.passage.text
    stop = re.search(r"[,;]|[.!?”\"]*\Z", words[offset - text.passage.start :])
    return offset if stop is None else offset + stop.start()


_OPENERS = frozenset({"when", "while", "where", "who", "which", "as", "after", "before", ";"})
_DEEDS = {
    "walk": "strike", "shut": "close", "release": "free", "halt": "stop", "cease": "stop",
    "purchase": "buy", "acquire": "buy", "dismiss": "fire", "sack": "fire", "quit": "resign", "leave": "resign",
    "boost": "raise", "increase": "raise", "slash": "cut", "reduce": "cut", "expel": "oust", "eject": "oust",
}  # fmt: skip
"""Verbs that news use for one another, by the one that stands for them."""


def _deed(verb: str) -> str:
    return _DEEDS.get(verb, verb)


def possibility(head: Text, near: Sequence[Text]) -> Found | None:
    """`could double` becomes `doubles`: what is possible is told as a fact."""
    if _HEDGED.search(head.passage.text):
        return None
    for verb in head.clauses.verbs:
        if verb.lemma in _LIGHT or verb.form != "finite":
            continue
        told = [(t, o) for t in near for o in t.clauses.verbs if o.lemma == verb.lemma]
        if not told or any(_modal(text, other) not in _MODALS for text, other in told):
            continue
        spoken = len(told) == 1 and _SPOKEN.search(head.passage.text) and _SPOKEN.search(told[0][0].passage.text)
        for text, other in told:
            if _shared(head, text, verb) or (spoken and other.passive == verb.passive):
                low, high = _span(text, other)
                return (
                    f"“{_modal(text, other)}” is lost: {verb.lemma}",
                    _whole(head),
                    (text, low, max(high, low + 1)),
                    ("hedge",),
                )
    return None


def likelihood(head: Text, near: Sequence[Text]) -> Found | None:
    """`could cost her the seat` becomes `has lost her seat`: in other words, too, what is possible is told as a fact.

    The body sentence nearest to the key point must have its modal beside what the two share, and no other sentence may
    tell it as sure.
    """
    if _HEDGED.search(head.passage.text) or _SPOKEN.search(head.passage.text) or not near:
        return None
    if not any(v.form == "finite" or _told_as_sure(head, v) for v in head.clauses.verbs):
        return None
    shared = [(head.content & text.content) - EMPTY - _LIGHT for text in near]
    if len(shared[0]) < max(2, 0.4 * len(head.content)):
        return None
    if any(len(s) >= len(shared[0]) and not _has_modal(t) for t, s in zip(near[1:], shared[1:], strict=True)):
        return None
    text = near[0]
    for verb in text.clauses.verbs:
        modal = _modal(text, verb)
        if modal not in _MODALS or verb.negated:
            continue
        clause = _clause_around(text, verb)
        within = {w.base: w.start for w in text.words if clause[0] <= w.start < clause[1] and w.base in shared[0]}
        doer = text.clauses.subject(verb)
        dummy = doer is None or text.clauses.sentence.lower[doer.head] in ("it", "there", "this", "that")
        if len(within) >= 2 and not (dummy and min(within.values()) > _span(text, verb)[0]):
            return f"“{modal}” is lost", _whole(head), (text, *clause), ("hedge",)
    return None


def limit(head: Text, near: Sequence[Text]) -> Found | None:
    """`agreed in principle`, `temporarily closed` becomes `agreed`, `closed`: what limits the deed is lost."""
    if _LIMITS.search(head.passage.text):
        return None
    for verb in head.clauses.verbs:
        if verb.lemma in _LIGHT or verb.negated:
            continue
        told = [(t, o) for t in near for o in t.clauses.verbs if o.lemma == verb.lemma and _shared(head, t, verb)]
        found = [(t, o, m) for t, o in told if (m := _limited(t, o)) is not None]
        if found and len(found) == len(told):
            text, other, mark = found[0]
            low, high = _span(text, other)
            start, end = text.passage.start + mark.start(), text.passage.start + mark.end()
            body = (text, min(low, start), max(high, end))
            return f"“{mark[0].strip().lower()}” is lost: {verb.lemma}", _whole(head), body, ("hedge",)
    return None


def _limited(text: Text, verb: Verb) -> re.Match[str] | None:
    """What limits a verb right before or soon after it."""
    low, high = _span(text, verb)
    at = text.passage.start
    words = text.passage.text
    for found in _LIMITS.finditer(words, max(0, low - at - 25), min(len(words), high - at + 60)):
        between = words[high - at : found.start()]
        if found.start() < low - at or not re.search(r"[,;:]|\b(?:and|but|that|which|who)\b", between):
            return found
    return None


_LIMITS = re.compile(
    r"\b(?:partly|partially|in part|temporarily|briefly|provisionally|tentatively|conditionally|in principle|for now"
    r"|for the time being|for (?:two|three|four|five|ten|\d+) (?:hours|days|weeks))\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:sa(?:y|ys|id)|fear\w*|predict\w*|expect\w*|according|claims?|believ\w*|forecast\w*)\b", re.I
)


def _has_modal(text: Text) -> bool:
    return any(_modal(text, v) in _MODALS for v in text.clauses.verbs)


def _clause_around(text: Text, verb: Verb) -> tuple[int, int]:
    """The words around a verb up to the finite verbs on either side, as offsets."""
    s = text.clauses.sentence
    edges = [n for n, w in enumerate(s.lower) if w in _OPENERS]
    others = [v for v in text.clauses.verbs if v.form == "finite" and v.first != verb.first]
    before = [v.last for v in others if v.last <= verb.first]
    after = [v.first for v in others if v.first >= verb.last]
    first = max([*before, *(n for n in edges if n < verb.first)], default=0)
    last = min([*after, *(n for n in edges if n >= verb.last)], default=len(s))
    return s.starts[min(first, len(s) - 1)], s.ends[last - 1]


def denial(head: Text, near: Sequence[Text]) -> Found | None:
    """`denied that a diver was hurt, but declined to comment on …` becomes `denies any harm`: more is denied."""
    if not any(w.low in _WHOLE for w in head.words):
        return None
    for verb in head.clauses.verbs:
        thing = head.clauses.object(verb) if verb.lemma == "deny" else None
        if thing is None:
            continue
        noun = head.clauses.sentence.lower[thing.head]
        told = [(t, o) for t in near for o in t.clauses.verbs if o.lemma == "deny" and o.form == "finite"]
        if len(told) != 1 or any(w.low == noun for w in told[0][0].words):
            continue
        text, other = told[0]
        low, high = _span(text, other)
        partial = _PARTIAL.search(text.passage.text, high - text.passage.start)
        if partial is not None:
            body = (text, low, text.passage.start + partial.end())
            return f"more is denied: {noun}", _whole(head), body, ("quantifier",)
    return None


def _told_as_sure(head: Text, verb: Verb) -> bool:
    """Whether a key point tells that something is or will be done: finite, or a headline's `to close`."""
    if verb.form == "finite":
        return True
    earlier = [v for v in head.clauses.verbs if v.last <= verb.first and v.form == "finite"]
    return verb.form == "infinitive" and not earlier


def _modal(text: Text, verb: Verb) -> str | None:
    """The modal of a verb, in its group or right before it."""
    words = text.clauses.sentence.lower[max(0, verb.first - 1) : verb.last]
    return next((w for w in words if w in _MODALS or w in ("would", "will", "should")), None)


def _shared(head: Text, text: Text, verb: Verb) -> set[str]:
    return (head.content & text.content) - {verb.lemma} - EMPTY


def _span(text: Text, verb: Verb) -> tuple[int, int]:
    sentence = text.clauses.sentence
    return sentence.starts[verb.first], sentence.ends[verb.last - 1]


def _whole(text: Text) -> Stretch:
    return text, text.passage.start, text.passage.end
