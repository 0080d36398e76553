"""What somebody does by saying something: what the verb says, and what the words that it introduces do."""

from __future__ import annotations

import re

from onrecord.recording.denial_words import BACK, FALSE, NONE, PLEA, SAID
from onrecord.recording.lexicon import THREATS
from onrecord.types import Stance, Statement

SELF_WILL = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|i)\b(?:['’]ll| (?:will|would|shall|wouldn['’]t|won['’]t))\b ?(?:not |never "
    r"|also )?(\w+)?",
    re.I,
)
_PLAIN_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|t(?:ell|ells|old|elling)|announc(?:e|es|ed|ing)|add(?:s|ed)?)\b", re.I
)


def stance_of(s: Statement, text: str) -> Stance:
    """The stance of the cue; where that is plain saying, what the speaker says of his own doings: promise or threat.

    Who warns that he will do something threatens. In a quotation only `I` and `we` are the speaker himself.
    """
    if s.stance not in ("asserts", "predicts") or not s.content:
        return s.stance
    asked = _ASKED.match(text, *s.content[0]) if text[s.content[0][0]] in "“\"`'‘" else None
    if asked is not None:
        return "asks" if asked["asks"] else "demands"
    cue = " ".join(text[a:b] for a, b in s.cue)
    warns = _WARNING.search(cue) is not None
    found = SELF_WILL.match(text, *s.content[0]) if warns or _PLAIN_SAYING.search(cue) else None
    if found is not None and text.startswith(" neither", found.end()):
        # `said he would do neither`
        return s.stance
    if found is None or (found[1] or "").casefold() in _WISHES:
        return s.stance
    if text[s.content[0][0]] in "“\"‘`'" and "would" in found[0].casefold() and not warns:
        # `“I would not put a date on it”` promises nothing.
        return s.stance
    if text[s.content[0][0]] in "“\"‘`'" and not _FIRST_PERSON.match(text, *s.content[0]):
        return "predicts"
    if s.stance == "predicts":
        return "threatens" if warns else "predicts"
    return "threatens" if warns or (found[1] or "").casefold() in THREATS else "promises"


def will_of(content: str) -> Stance | None:
    """What a clause in the reporter’s words says that its speaker will do: a promise, a threat; None for neither."""
    if _threatens(content):
        return "threatens"
    found = SELF_WILL.match(content)
    if found is None or (found[1] or "").casefold() in _WISHES:
        return None
    return "threatens" if (found[1] or "").casefold() in THREATS else "promises"


_ASKED = re.compile(
    r"\W*(?:we|i)\s(?:(?:do|would|just|now|also|again|humbly|simply|therefore|only)\s)?"
    r"(?:(?P<asks>(?:ask|beg|implore|request|invite)\b|(?:appeal\sto|plead\swith)\b)"
    r"|(?:demand|urge|insist|call\s(?:on|for|upon))\b)",
    re.I,
)
"""What opens a quotation in which the speaker asks for something himself."""
_WARNING = re.compile(r"\bwarn(?:s|ed|ing)?\b", re.I)
_FIRST_PERSON = re.compile(r"\W*(?:we|i)\b", re.I)
_WISHES = frozenset("rather like love prefer be have need".split())
"""What follows `would` where it is no promise: `she would rather stay`."""


def listed_stance(s: Statement, text: str) -> Stance:
    """The stance that the record lists: that of the whole sentence, where the verb alone says less.

    Who `called the report false` or `pleaded not guilty` denies, who `wants the mine shut` demands, who `will sue
    unless` threatens; who insists or maintains does not accuse anybody.
    """
    stance = stance_of(s, text)
    if not s.cue or not s.content:
        return stance
    cue = " ".join(" ".join(text[a:b] for a, b in s.cue).split()).casefold()
    content = " ".join(" ".join(text[a:b] for a, b in s.content).split())
    if stance != "denies" and _calls_it_false(s, text, cue, content):
        return "denies"
    if stance == "threatens" and _goes_quietly(cue, content):
        return "promises"
    if stance in ("asserts", "alleges") and _AGAIN.search(cue) and _DEMAND.match(content):
        return "demands"
    if stance == "alleges" and _MAINTAINS.search(cue):
        return "asserts"
    if stance == "asserts" and _STANDS_BY.search(cue) and _SAID_OF.match(content):
        return "confirms"
    if stance == "believes" and _LETS_KNOW.search(cue):
        return will_of(content) or "asserts"
    if stance == "promises" and _OFFERED.fullmatch(cue) and content.startswith(_MARKS):
        return "asserts"
    if stance == "believes" and s.source and _wants(cue, content):
        return "demands"
    if stance in ("promises", "asserts", "predicts") and _PLAIN_SAYING.search(cue) and _threatens(content):
        return "threatens"
    return stance


_MARKS = ("“", '"', "``", "‘", "''")
_MAINTAINS = re.compile(r"\b(?:insist|maintain)(?:s|ed|ing)?\b")
_STANDS_BY = re.compile(r"\bst(?:ands?|ood|anding) by\Z")
_LETS_KNOW = re.compile(r"\blet(?:s|ting)?\b.*\b(?:known?|understood)\Z")
_OFFERED = re.compile(r"(?:offered|offers|offering)")
_WANTS = re.compile(r"(?:\w+\s)?want(?P<past>s|ed)?")
_DOES = re.compile(r"\bto\s[a-z]|[“\"]", re.I)
_TO_DO = re.compile(r"(?:not\s)?to\s", re.I)
_CALLING = re.compile(r"\b(?:call|brand|label|describ|term|denounc|dismiss|condemn|characteri[sz])\w*")
_SAID_OF = re.compile(rf"[^.;]{{0,60}}?\b(?:{'|'.join(sorted(SAID))})\b", re.I)
_UNLESS = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|i|(?:his|her|its|their|the) (?:[a-z]+ )?[a-z]+)"
    r"(?:['’]ll| (?:will|would|shall)|(?P<never> wo(?:uld)?n['’]t)) (?P<not>not |never )?(?P<verb>\w+)\b",
    re.I,
)
_CONDITION = re.compile(r"\bunless\b|\bif\b[^,;.]{1,80}?(?:\bnot\b|n['’]t\b)", re.I)
_TO_COURT = re.compile(
    r"\b(?:go|take|bring)\b[^,;.]{0,40}\bto (?:the |a )?(?:[\w-]+ ){0,3}(?:court|tribunal|police|law|judge)\b", re.I
)


def _goes_quietly(cue: str, content: str) -> bool:
    """Whether somebody only says that he will leave or close something, and puts nothing to anybody."""
    found = SELF_WILL.match(content)
    quiet = found is not None and (found[1] or "").casefold() in _QUIET and _WARNING.search(cue) is None
    return quiet and _CONDITION.search(content) is None and "otherwise" not in content


_QUIET = frozenset("leave quit resign withdraw close shut face respond walk cut launch act".split())
"""Verbs that a threat may be made with, and much else."""
_AGAIN = re.compile(r"\b(?:repeat|reiterat|renew|restat)\w*")
_DEMAND = re.compile(r"(?:his|her|its|their|the|an?)\s(?:\w+\s)?(?:demand|call|appeal|request|plea)s?\b", re.I)


def _wants(cue: str, content: str) -> bool:
    """Whether somebody wants something of others: not to do it himself, and not what is merely told of the past."""
    found = _WANTS.fullmatch(cue)
    if found is None or _TO_DO.match(content):
        return False
    return found["past"] != "ed" or _DOES.search(content) is not None


def _threatens(content: str) -> bool:
    """Whether somebody says what he will do to another who does not yield (`would sue unless they paid`)."""
    found = _UNLESS.match(content)
    if found is None or _CONDITION.search(content, found.end(), 400) is None:
        return False
    does = found["verb"].casefold() in THREATS | _STOPS
    refuses = bool(found["never"] or found["not"])
    return does or refuses or _TO_COURT.search(content, found.start("verb"), 200) is not None


_STOPS = frozenset("stop halt end cancel terminate abandon scrap".split())


def _calls_it_false(s: Statement, text: str, cue: str, content: str) -> bool:
    """Whether somebody says that an account is not true, or that he is not guilty."""
    low = min(a for a, _ in s.cue)
    if PLEA.match(text[low : max(b for _, b in s.content)].removeprefix("has ").removeprefix("have ")):
        return True
    if _SPURNING.search(cue) and _ACCUSATION.match(content):
        return True
    if _CALLING.search(cue):
        after = text[s.content[-1][1] : s.content[-1][1] + 60].split(".")[0]
        if _UNTRUTH.search(content) is None:
            return False
        return _SAID_OF.match(content + after) is not None or BACK.match(content.split(" ")[0]) is not None
    return _PLAIN_SAYING.search(cue) is not None and (
        _NO_SUCH.match(content) is not None or (NONE.match(content) is not None and not _NO_PROOF.match(content))
    )


_SPURNING = re.compile(r"\b(?:reject|dismiss|refut|rebut|disput)(?:s|es|ed|ing)?\Z")
_ACCUSATION = re.compile(
    r"(?:(?:an?|the|this|that|these|those|all|any|such|his|her|its|their)\s)?(?:[\w-]+\s){0,2}?"
    r"(?:allegation|accusation|claim|charge|report|rumou?r|suggestion|insinuation|account)s?\b",
    re.I,
)
_NO_SUCH = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|i|the \w+|[A-Z]\w+) (?:had|has|have|did) (?:done |said |made |given )?"
    r"(?:no such (?:thing|promise|offer|remark|order|deal|payment)|nothing of the (?:kind|sort))\b",
    re.I,
)
_NO_PROOF = re.compile(
    r"\W*(?:that )?there (?:is|was|are|were|has been|had been) (?:\w+ )?no (?:\w+ )?(?:evidence|proof)\b", re.I
)
"""Who says that there is no evidence may judge what others say."""
_UNTRUTH = re.compile(rf"\b{FALSE}\b", re.I)
