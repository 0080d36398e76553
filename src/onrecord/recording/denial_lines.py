"""What a denial denies, as words of its own: `there is no truth in reports that he fled` denies that he fled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.denial_words import FALSE, SAID, TOLD, UNTRUE
from onrecord.recording.gist import gist_of
from onrecord.recording.wording import clause_text

_THINGS = "|".join(sorted(SAID | TOLD))
_WHEN = r"(?:(?:(?:on|in|late|early|earlier|last|this|that)\s[\w.]+(?:\s[\w.]+)?|yesterday|today|[A-Z]\w+day),?\s)?"
DOES = (
    r"(?:is|was|are|were|has|had|have|could|would|will|says?|said|claim(?:s|ed)|alleg(?:es|ed)|suggest(?:s|ed)|accus(?:es|ed)"
    r"|show(?:s|ed)|appear(?:s|ed)|came|made|link(?:s|ed)|found|describ(?:es|ed)|call(?:s|ed)|cit(?:es|ed)|emerged"
    r"|circulated|surfaced)"
)
"""What follows a `that` which is the report itself, and opens nothing that is reported."""
_MADE = (
    rf"(?:(?:made|levelled|leveled|published|released|issued|carried|posted|aired|printed|broadcast)\s)?{_WHEN}"
    rf"(?:(?:by|from|in|on|against|about)\s(?:[\w’'.-]+\s){{0,6}}?(?:[\w’'.-]+,\s[^,;.]{{2,60}},\s|[\w’'.-]+,?\s))?{_WHEN}"
)
"""When and by whom a report was made, between it and what it says."""
_REPORTED = re.compile(
    rf"\A\W*(?:[\w.’'&-]+\s){{0,6}}?(?:{_THINGS}),?\s{_MADE},?\s?"
    rf"(?:that\s(?!{DOES}\s)"
    r"|(?:that\s|which\s|where\s|in which\s)(?:[\w.’'-]+\s){0,6}?[\"“]?"
    r"(?:said|says|claimed|claims|alleged|alleges|suggested|suggests|asserted|stated|accused\s[^.;]{2,60}?\sof)\s(?:that\s)?"
    r"|(?:saying|alleging|suggesting|claiming|asserting|stating|implying)\s(?:that\s)?"
    r"|accusing\s[^.;]{2,60}?\sof\s)",
    re.I,
)
"""`reports on Monday by the Courier that …`: what is denied follows."""
_NOT_SO = re.compile(
    r"\A\W*(?:that )?(?:it|this|that) (?:is|was|['’]s)\s(?:\w+ly\s|just\s|quite\s)?['’\"“”]*(?:\w+ly\s)?"
    r"(?:not (?:\w+ly |at all )?(?:true|so|correct|right|the case)|un(?:true|founded)|false|wrong|incorrect|a lie"
    r"|nonsense)\b[,.'’\"“”]*\s(?:that|to (?:say|suggest|claim)(?: that)?)\s",
    re.I,
)
_NO_TRUTH = re.compile(
    r"\A\W*(?:that )?(?:there )?(?:is|was|were|are|has been|had been) ['’\"“”]*(?:\w+ly )?"
    r"(?:no|not any) "
    r"(?:\w+ )?(?:truth|basis|substance|foundation)\b(?: what(?:so)?ever| at all)?['’\"“”]* (?:in|to|for|behind)\s",
    re.I,
)
_NO_PROOF = re.compile(
    r"\A\W*(?:that )?(?:there )?(?:is|was|were|are|has been|had been) (?:\w+ly )?no (?:\w+ )?"
    r"(?P<proof>evidence|proof)\s",
    re.I,
)
_JUDGED = re.compile(
    rf"\A\W*(?:that )?(?P<thing>(?:[\w’'.,-]+ ){{0,8}}?(?:{_THINGS})\b[^.;“\"]{{0,200}}?)\s(?:is|are|was|were)\s"
    rf"(?:\w+ )?(?:an? |all |the )?(?:\w+ )?['’\"”“]*(?:[\w ]{{1,30}}?['’\"”“]*\s(?:and|or)\s)?['’\"”“]*(?:\w+ly\s)?"
    rf"{FALSE}\b",
    re.I,
)
_TURNED = (
    (re.compile(r"\b(had|has|have) nothing to do with\b", re.I), r"\1 to do with"),
    (re.compile(r"\bknew nothing (of|about)\b", re.I), r"knew \1"),
    (re.compile(r"\b(did|done) (?:absolutely )?nothing (wrong|illegal|improper)\b", re.I), r"\1 something \2"),
    (re.compile(r"\b(broke|broken|violated) no (laws?|rules?)\b", re.I), r"\1 \2"),
    (re.compile(r"\b(had|has|have) no (part|role|hand)\b", re.I), r"\1 a \2"),
    (re.compile(r"\b(had|has|have) no (knowledge|involvement|connections?|links?|ties)\b", re.I), r"\1 \2"),
    (
        re.compile(r"\b(had|has|have|is|was|were|are|did|do|does|would|could) (?:never|not)\b(?: at any time)?", re.I),
        r"\1",
    ),
    (re.compile(r"\b(had|has|have|is|was|were|are|did|do|does|would|could)n['’]t\b", re.I), r"\1"),
    (re.compile(r"\bthere (was|were|is|are|had been|has been|have been) no\b", re.I), r"there \1"),
    (re.compile(r"\b(?:nobody|no one)\b(.{0,40}?) ever\b", re.I), r"somebody\1"),
    (re.compile(r"\bnever (?=\w+(?:ed|t|d|w|ke|de|me|nt|ng)\b)", re.I), ""),
)
"""How a negative is turned: what somebody says that he never did is that he did it."""


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied: the line, and whether it is more than a word that points to something said before."""

    text: str
    plain: bool
    """Whether the line is what is denied, not the words of the denial."""


_ONLY_CALLED = re.compile(
    rf"\W*(?:(?:all|any|the|an?|those|these|such|similar|previous|earlier|\w+) ){{0,3}}(?:{_THINGS})\b"
    r"(?!\s(?:of|that|about|against|by|from|over|in an?|in the \w+['’]s|on the|regarding|involving)\b)",
    re.I,
)


def says_what(what: str) -> bool:
    """Whether words tell what is denied, and not only that something was said (`similar charges in the past`)."""
    return bool(gist_of(what)) and _ONLY_CALLED.match(what) is None


def reported(what: str) -> str:
    """What is denied without the report or accusation that it comes in: `claims that he fled` becomes `he fled`."""
    found = _REPORTED.match(what)
    return clause_text(what if found is None else what[found.end() :].rstrip(" .,”\""))


_LIES = re.compile(
    r"\W*(?:he|she|they|it)(?:['’]\w+)? (?:\w+ ){0,3}?(?:lying|liars?|making|made|invented|fabricated)\b", re.I
)


_ALL_UNTRUE = re.compile(
    rf"\A\W*(?:that )?(?:it|this|that|they|those)(?: (?:is|are|was|were)|['’]s)\W+(?:\w+ly\W+)?(?:an? |all )?"
    rf"(?:\w+ly )?(?:{UNTRUE})\W*\Z",
    re.I,
)


def turned(content: str) -> Denied:
    """What a content denies that says of something that it is not so."""
    if _LIES.match(content):
        # `“She made it up”`: what she said.
        return Denied("it", False)
    if _ALL_UNTRUE.match(content):
        # `said that was untrue`
        return Denied("that", False)
    for pattern in (_NOT_SO, _NO_TRUTH):
        found = pattern.match(content)
        if found is not None:
            rest = re.split(r",? (?:and|but) that ", content[found.end() :], maxsplit=1)[0]
            return Denied(reported(rest.rstrip(" ,.”\"’'")), True)
    proof = _NO_PROOF.match(content)
    if proof is not None:
        return Denied(clause_text(content[proof.start("proof") :]), True)
    judged = _JUDGED.match(content)
    if judged is not None:
        return Denied(reported(judged["thing"]), True)
    if not content.lstrip().startswith(("“", '"', "‘", "``", "'")):
        for pattern, positive in _TURNED:
            text, count = pattern.subn(positive, content, count=1)
            if count and pattern.search(content[:90]):
                return Denied(clause_text(text), True)
    return Denied(clause_text(content), False)
