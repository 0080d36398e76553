"""Rules for drift of degree: a headline or key point tells as whole or done what the body tells as less.

`one supplier in five insists` becomes `all suppliers insist`, `is ready to pay` becomes `has agreed to pay`, `put the
closure back` becomes `has dropped the closure`, a denial becomes an admission. If any sentence of the body tells it as
the summary does, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.drift_body import Body
from onrecord.recording.drift_words import EMPTY, Found, Text, sentence_of, stem
from onrecord.recording.lexicon import lexicon

_WHOLE = re.compile(r"\b(?:all|every|each|whole|entire(?:ly)?|full|fully|everything|everybody|everyone)\b", re.I)
_PART = re.compile(
    r"\b(?:(?P<share>(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s[a-z]+s?\s(?:in|out\sof)\s(?:every\s)?(?:two|three"
    r"|four|five|six|seven|eight|nine|ten|twenty|\d+))\b(?!\s?(?:years?|months?|weeks?|days?|hours?|minutes?|cit|countr|state))"
    r"|(?:only|just|about|some|nearly|almost|roughly|or)?\s?(?:half|a\s(?:third|quarter|fifth|fraction|part)|two\sthirds|part)\s"
    r"of\s(?:what|the|its|their|his|her|all)\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|a\sfew|several|some|most)\sof\s(?:its|the|their|his|her)\s)",
    re.I,
)
_AGREE = lexicon("agree accept commit consent sign pledge promise")
_READY = re.compile(
    r"\b(?:ready|willing|prepared|inclined|minded|open)\sto\s\w+"
    r"|\b(?:is|are|was|were)\s(?:considering|weighing|mulling|thinking of)\b"
    r"|\bin\stalks\s(?:on|about|to|over)\b",
    re.I,
)
_DROP = lexicon("drop withdraw scrap cancel abandon end lift revoke")
_PUT_BACK = re.compile(
    r"\b(?:put(?:s|ting)?|push(?:es|ed|ing)?|mov(?:es|ed|ing))\s(?:back|off)\b|\b(?:postpon|delay|defer|suspend)(?:s|ed|ing|es)\b"
    r"|\b(?:extend(?:s|ed|ing)|prolong(?:s|ed|ing))\b[^.;]{0,40}\b(?:deadline|ultimatum|date)",
    re.I,
)
_ADMIT = lexicon("admit concede acknowledge confess")
_DENY = lexicon("deny dispute reject refute")
_LEAST = 3
"""So many words a summary has to share with a sentence, for the two to tell of one thing."""


def part(head: Text, near: Sequence[Text]) -> Found | None:
    """`one supplier in five insists on cash` becomes `all suppliers insist on cash`: a part is told as all."""
    whole = _WHOLE.search(head.passage.text)
    if whole is None or _PART.search(head.passage.text):
        return None
    if any(_WHOLE.search(t.passage.text) and len(_common(head, t)) >= _LEAST for t in near):
        return None
    for text in near[:3]:
        told = _PART.search(text.passage.text)
        noun = None if told is None else _noun_behind(text, told)
        if told is None or len(_common(head, text)) < (_LEAST if noun is None else 2):
            continue
        if noun is None or stem(noun) in head.stems:
            line = f"“{' '.join(told[0].split()).lower()}” becomes “{whole[0].lower()}”"
            return line, sentence_of(head), sentence_of(text), ("quantifier",)
    return None


def agreed(head: Text, near: Sequence[Text]) -> Found | None:
    """`is ready to pay` becomes `has agreed to pay`: what somebody may do is told as settled."""
    if not _does(head, _AGREE) or _READY.search(head.passage.text):
        return None
    for text in near[:4]:
        ready = _READY.search(text.passage.text) is not None and not _does(text, _AGREE)
        agreed_to = any(_does(t, _AGREE) and len(_common(head, t)) >= 2 for t in near)
        if ready and not agreed_to and len(_common(head, text)) >= 2:
            line = "what somebody is ready to do is told as agreed"
            return line, sentence_of(head), sentence_of(text), ("hedge",)
    return None


def dropped(head: Text, near: Sequence[Text]) -> Found | None:
    """`put the closure back by a week` becomes `has dropped the closure`: what is put off is told as given up."""
    if not _does(head, _DROP) or _PUT_BACK.search(head.passage.text):
        return None
    for text in near[:4]:
        put = _PUT_BACK.search(text.passage.text)
        if put is None or len(_common(head, text)) < _LEAST:
            continue
        if not any(_does(t, _DROP) and len(_common(head, t)) >= 2 for t in near):
            return f"“{put[0].lower()}” becomes given up", sentence_of(head), sentence_of(text), ("hedge", "event")
    return None


def admitted(head: Text, body: Body) -> Found | None:
    """`denies that its powder caused it` becomes `admits its powder was bad`: a denial is told as an admission."""
    verb = next((v for v in head.clauses.verbs if v.lemma in _ADMIT and not v.negated), None)
    if verb is None:
        return None
    at = head.clauses.sentence.ends[verb.last - 1]
    things = {w.base for w in head.words if w.start >= at and w.tag.startswith("NN") and w.low not in EMPTY}
    telling = [t for thing in sorted(things) for t in body.telling_of(thing)]
    if any(_does(t, _ADMIT) for t in telling):
        return None
    for text in telling:
        verbs = text.clauses.verbs
        denied = next((v for v in verbs if v.lemma in _DENY and v.form == "finite" and not v.negated), None)
        if denied is None:
            continue
        end = text.clauses.sentence.ends[denied.last - 1]
        if things & {w.base for w in text.words if w.start >= end}:
            return "a denial becomes an admission", sentence_of(head), sentence_of(text), ("event",)
    return None


def _common(head: Text, text: Text) -> set[str]:
    """The content words that a summary shares with a sentence, by how they begin."""
    return head.stems & text.stems


def _does(text: Text, deeds: frozenset[str]) -> bool:
    """Whether a sentence tells one of some deeds as done."""
    verbs = (v for v in text.clauses.verbs if v.lemma in deeds and not v.negated)
    return any(v.modal is None and v.form != "infinitive" for v in verbs)


def _noun_behind(text: Text, told: re.Match[str]) -> str | None:
    """The noun that a share is of, where it is named beside it (`one supplier in five`, `two of its products`)."""
    low, high = text.passage.start + told.start(), text.passage.start + told.end()
    within = [w for w in text.words if low <= w.start < high and w.tag.startswith("NN") and w.low not in EMPTY]
    if told["share"] is not None and within:
        return within[0].base
    if text.passage.text[: told.end()].rstrip().endswith(("what", "all")):
        return None
    after = [w for w in text.words if w.start >= high][:3]
    return next((w.base for w in after if w.tag.startswith("NN")), None)
