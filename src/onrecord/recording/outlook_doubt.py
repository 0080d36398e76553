"""What sounds like a view of what may come, and tells of something else.

`May`, `might` and `could` tell as often what may be so, what somebody is able to do, or what was possible then, as what
may come; `was expected` tells of a day that is over. These are told apart by the words that follow and by a time ahead.
"""

from __future__ import annotations

import re

from onrecord.recording.lexicon import lexicon

AHEAD = re.compile(
    r"\b(?:tomorrow|tonight|soon|eventually|someday|one day|next|coming|upcoming|later (?:today|this|in|on)"
    r"|any (?:day|time)"
    r"|future|as (?:soon|early|late) as|until|by (?:the (?:end|time|summer|winter|spring|autumn|fall)|next|then"
    r"|\d{4}|mid|late|early"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december))"
    r"|within|in the (?:short|long|near|coming|next|days|weeks|months|years)\b|before long|ahead of|again"
    r"|this (?:time|week|weekend|month|year|summer|winter|autumn|fall|spring|season|morning|afternoon|evening)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?<!last )(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|today"
    r"|(?:after|before|when|once|if|unless) [^.;]{3,}|for (?:years|decades|months|weeks)|\w+ (?:years|months|weeks"
    r"|days) (?:from now|before|away|or more)"
    r"|(?:years|decades|months|weeks) before)\b",
    re.I,
)
"""A time that is still to come, or a condition."""
_MODAL = re.compile(
    r"\b(?P<modal>may|might|could)\s(?P<more>(?:also|well|now|still|then|yet|soon|even|just|simply|very well"
    r"|already|perhaps|not|\w+ly)\s){0,3}"
)
_BLOW = re.compile(
    r"be\s(?:(?:an?|the|another|yet another)\s)?(?:[\w-]+\s){0,2}?(?:blow|boost|setback|disaster|problem|step|risk"
    r"|threat|turning|danger|target"
    r"|end|death|victory|defeat|breakthrough|boon|catastrophe|forced|unable|able|unwilling|enough|hard|difficult"
    r"|easier|harder|tough|tougher|costly|fatal|decisive|devastating|disastrous|impossible|delayed|too late|at risk"
    r"|at stake|in (?:danger|jeopardy|trouble)"
    r"|among|dealt|left|subject|ready|back|over|out of)\b",
    re.I,
)
"""What something may be for what comes after."""
_IS = re.compile(r"be(?:\s|[,.;:])", re.I)
_DONE = re.compile(
    r"be\s(?:\w+ly\s)?(?P<verb>\w+(?:ed|en|wn|ld|de|pt|nt|ght|ung|orn|ut|old|lt|ost|eft|ewn|ound))\b", re.I
)
_SEEN = lexicon(
    """about seen heard used found called considered known linked described said named based tied connected related
    implicated compared attributed blamed excused forgiven told thought felt held made mistaken needed involved
    interested interpreted read traced taken understood viewed applied alive even often garden sudden hidden different
    important present content patient silent absent recent violent urgent efficient sufficient consistent evident
    apparent permanent prominent confident independent innocent excellent intelligent"""
)
_STATE = re.compile(
    r"(?:account|explain|know|want|seem|look|feel|sound|appear|contain|exist|agree|disagree|think|believe|like|love"
    r"|include|belong"
    r"|consist|refer|surprise|say|tell|ask|argue|wonder|imagine|remember|recogni[sz]e|understand|assume|suspect"
    r"|suggest|indicate|reflect|represent|stem|own|resemble|call|appreciate|enjoy|admire|describe|as well|see|hear"
    r"|find|notice|use|choose|prefer|come (?:as|across|from)"
    r"|not have)\b",
    re.I,
)
_HAS = re.compile(
    r"have (?!to\b|(?:an?|the|\w+)\s(?:\w+\s)?(?:effects?|impacts?|consequences?|implications|repercussions"
    r"|bearing|trouble|difficult(?:y|ies)|(?:hard|tough|difficult|rough) time))",
    re.I,
)
"""Verbs that tell what somebody knows, finds or is, and not what comes."""
_ABLE = re.compile(
    r"\b(?:i|you|he|she|they|we|who|anyone|anybody|everyone|somebody|someone|nobody|one|people|users|customers"
    r"|viewers|readers|fans|visitors"
    r"|drivers|residents|students|voters|workers|men|women|parents|players|shoppers)\s(?:\w+ly\s|also\s)?could\Z",
    re.I,
)
"""Somebody who was able, as far as the words go …"""
_BEFALLS = re.compile(
    r"(?:be\s\w+(?:ed|en)|lose|face|win|die|fall|fail|end|become|suffer|go\s(?:bankrupt|under|hungry|to jail)"
    r"|starve|struggle|miss|have to"
    r"|collapse|quit|leave|strike|return|run out)\b",
    re.I,
)
"""… and what comes over somebody or changes much."""
_WHO = re.compile(
    r"\b(?:who|what|whoever|no one|nobody|none|only [\w’'-]+|no \w+|any \w+|anything|something|everything|whatever"
    r"|however|wherever)\s(?:\w+ly\s)?\Z",
    re.I,
)
_FAULT = re.compile(
    r"\b(?:issues?|bugs?|errors?|glitch(?:es)?|symptoms?|clues?|details?|tips?|ways|reasons|questions|cases"
    r"|anything|something|things)\s"
    r"(?:that|which|where|how|why)\b[^.;]{0,50}\Z",
    re.I,
)
_CONCESSIVE = re.compile(r"\A\W*(?:although|though|while|whilst|even though|much as)\b", re.I)
_BUT = re.compile(r"[\s,;—–-]*(?:but|yet|however)\b", re.I)
_WHAT = re.compile(r"\b(?:how|what|where|why|all|everything|whatever|which\s[\w’'-]+)\s(?:[\w’'-]+\s){0,3}\Z", re.I)
_EXPECTED_THEN = re.compile(r"(?:was|were|been)\b", re.I)
_HAD_BEEN = re.compile(r"\b(?:had|has|have)\s(?:\w+\s){0,2}\Z", re.I)
_WHAT_WILL = re.compile(
    r"\b(?:on|of|about|over|certain|sure|say|says|said|know|knows|knew|decide|decided|determine|see|tell|learn"
    r"|explain|guess|discuss)\s"
    r"(?:exactly\s)?(?:who|what|which|how|when|where|why)\b[^.;,]{0,60}\Z",
    re.I,
)
_HARDLY_A_LINE = re.compile(
    r"\b(?:will|would|may|might|could|going to|wo|won['’]t|wouldn['’]t|hope so|is|are"
    r"|does)(?:\snot)?(?:\sbe(?:\s(?:difficult|hard|tough|easy|nice|great))?)?"
    r"(?:[,.!;”\"’']*\Z|[,.!;”\"’']+\s(?:(?:[\w.’'-]+\s){1,4}?[a-z]+(?:ed|s|id)\b|(?:he|she|they)\s))",
)
_FEW = 12
"""In so few words, a line that ends with `will` leaves untold what will come."""
_PROPER = re.compile(r"\bHope\b(?:(?<=[A-Z][a-z]\sHope)|(?=\s[A-Z][a-z]))")


_WARNS = re.compile(r"(?:warn(?:s|ed|ing)?|predicted)\b", re.I)
_TO_COME = re.compile(
    r"\b(?:will|wo|would|could|may|might|shall|risk\w*|going to|if|unless|threat\w*|future|next|coming|soon|\d{4}"
    r"|\d+(?:\.\d+)? ?(?:%|percent|per cent))\b|['’]ll\b",
    re.I,
)
"""What is still to come, as a warning or prediction words it."""
_OF = re.compile(r"\s(?:[\w’'.-]+\s){0,5}?(?:of|about|to come|to be|to \w+)\b", re.I)
"""Of what is warned."""
_RELATIVE = re.compile(
    r"(?:an?|the|such|that|this|any)\s(?:[\w’'-]+\s){0,3}?(?:that|which|who)\s(?:[\w’'-]+\s){1,3}would\b", re.I
)
_LONG_AGO = re.compile(
    r"\b(?:in (?:the )?(?:early |mid-?|late )?(?:19|20)\d0s|(?:years|decades|months|generations|centuries) (?:ago"
    r"|earlier))\b",
    re.I,
)


def is_doubtful(rule: str, text: str, at: int, after: str, told: bool) -> bool:
    """Whether the outlook that a rule finds at an offset of a clause is likely none.

    Args:
        rule: what found it.
        text: the clause.
        at: where in it.
        after: the words of the sentence behind the clause.
        told: whether somebody is said to say or think so.
    """
    if len(text.split()) <= _FEW and _HARDLY_A_LINE.search(text, at) is not None:
        return True
    if rule == "modal":
        return _is_no_future(text, at, after)
    if rule == "expected" and _EXPECTED_THEN.match(text, at) is not None:
        # `was expected to win`: a day that is over, unless one ahead is named or somebody says so.
        return _HAD_BEEN.search(text, 0, at) is not None or not (told or AHEAD.search(text, at))
    if rule == "feared" and (cue := _WARNS.match(text, at)) is not None:
        # `“He is a danger,” warned Ek`; `the site predicted the details`
        return _OF.match(text, cue.end()) is None and _TO_COME.search(text) is None
    if rule == "feared" and text.startswith(("concern that", "concerns that"), at):
        return _TO_COME.search(text, at) is None
    if rule not in ("open", "modal") and _LONG_AGO.search(text) is not None:
        # `In the 1970s he told them that the price would fall`
        return True
    if rule == "would":
        # `the schools that he would make free`
        return _RELATIVE.match(text, at) is not None
    if rule in ("foreseen", "turns"):
        return _WHAT_WILL.search(text, max(0, at - 120), at) is not None
    return False


def _is_no_future(text: str, at: int, after: str) -> bool:
    """Whether a `may`, `might` or `could` tells what is so or what somebody is able to do."""
    found = _MODAL.match(text, at)
    if found is None:
        return False
    end, modal = found.end(), found["modal"].casefold()
    ahead = AHEAD.search(text, at) is not None or re.search(r"\b(?:yet|soon)\b", found.group()) is not None
    before = text[max(0, at - 60) : at].rstrip() + " "
    ahead = ahead or before.endswith("this time ")
    if _WHO.search(before) is not None or _FAULT.search(before) is not None:
        return True
    if modal != "could" and (_BUT.match(after) is not None or _CONCESSIVE.match(text) is not None):
        # `It may be small, but it sells`
        return True
    if "already" in found.group() or _STATE.match(text, end) is not None:
        return True
    if _HAS.match(text, end) is not None and not ahead:
        return True
    if modal == "could" and _WHAT.search(before) is not None:
        return True
    if modal == "could" and _ABLE.search(text, 0, found.start() + len("could")) is not None:
        return not ahead and _BEFALLS.match(text, end) is None
    if _IS.match(text, end) is not None and _BLOW.match(text, end) is None and not ahead:
        done = _DONE.match(text, end)
        return done is None or done["verb"].casefold() in _SEEN
    return False


def is_a_name(text: str, at: int) -> bool:
    """Whether what looks like hope is somebody's name (`Hope Berg`)."""
    found = _PROPER.search(text, at, at + 30)
    return found is not None and found.start() == at and not text[:1].isspace() and not text.istitle()
