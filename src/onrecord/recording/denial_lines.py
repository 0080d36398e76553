"""What a denial denies, as words of its own: `there is no truth in reports that he fled` denies that he fled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.denial_words import DEEDS, FALSE, SAID, TOLD, UNTRUE, WRONGS
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wording import clause_text, without_dateline

_THINGS = "|".join(sorted(SAID | TOLD))
_SAYING = "|".join(sorted((SAID | TOLD) - {"figure", "figures", "number", "numbers", "tally"}))
"""Those of them that a clause with `that` may tell: a figure that was given is no figure that says so."""
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
    rf"\A\W*(?:[\w.’'&-]+\s){{0,6}}?(?:{_SAYING})(?:,\s(?!that\s|which\s|saying\s)[^,;.“”\"]{{3,60}})?,?\s{_MADE},?\s?"
    rf"(?:that\s(?!{DOES}\s)"
    r"|(?:that|which|where|in which)(?:,\s[^,;]{3,80},)?\s(?:[\w.’'-]+\s){0,6}?[\"“]?"
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
    rf"\A\W*(?:that )?(?P<thing>(?:[\w’'.,-]+ ){{0,8}}?(?:{_THINGS})\b(?:[^.;“\"]|\.(?=[\w-])){{0,200}}?)"
    r"\s(?:is|are|was|were)\s"
    rf"(?!not\b|never\b)(?:\w+ )?(?:an? |all |the )?(?:\w+ )?['’\"”“]*"
    r"(?:[\w ]{1,30}?['’\"”“]*\s(?:and|or)\s)?['’\"”“]*(?:\w+ly\s)?"
    rf"(?:(?:flat|flat-out|plain|just|dead|quite)\s)?{FALSE}\b",
    re.I,
)
_TURNED = (
    (re.compile(r"\b(had|has|have) nothing to do with\b", re.I), r"\1 to do with"),
    (re.compile(r"\bknew nothing (of|about)\b", re.I), r"knew \1"),
    (re.compile(r"\b(did|done) (?:absolutely )?nothing (wrong|illegal|improper)\b", re.I), r"\1 something \2"),
    (re.compile(r"\b(broke|broken|violated) no (laws?|rules?)\b", re.I), r"\1 the \2"),
    (re.compile(r"\b(had|has|have) no (part|role|hand)\b", re.I), r"\1 a \2"),
    (re.compile(r"\b(had|has|have) no (knowledge|involvement|connections?|links?|ties)\b", re.I), r"\1 \2"),
    (
        re.compile(r"\b(had|has|have|is|was|were|are|did|do|does|would|could) (?:never|not)\b(?: at any time)?", re.I),
        r"\1",
    ),
    (re.compile(r"\b(had|has|have|is|was|were|are|did|do|does|would|could)n['’]t\b", re.I), r"\1"),
    (re.compile(r"\bthere (was|were|is|are|had been|has been|have been) no\b", re.I), r"there \1"),
    (re.compile(r"\b(?:nobody|no one)\b(.{0,40}?) ever\b", re.I), r"somebody\1"),
    (re.compile(r"\A\W*(?:that )?no (?=(?:[\w-]+ ){1,3}(?:had|has|have|was|were|is|are)\b)", re.I), "any "),
    (re.compile(r"\bnever (?=\w+(?:ed|t|d|w|ke|de|me|nt|ng)\b)", re.I), ""),
)
"""How a negative is turned: what somebody says that he never did is that he did it."""


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied: the line, and whether it is more than a word that points to something said before."""

    text: str
    plain: bool
    """Whether the line is what is denied, not the words of the denial."""


_EARLY = 90
"""How far into a content, in characters, what makes it negative may stand."""
_GOES_ON = re.compile(
    r",?\s(?:and|but)\s(?:that\s|(?:[\w’'-]+\s){0,6}?(?:is|are|was|were|has|had|have|would|will)\s)"
    r"|\sand\s(?:\w+ly\s)?[a-z]+ed\b|,\s(?:had|has|was|were|is)\s"
)
"""Where what is not so ends, and what is so follows (`had nothing to do with it | and was meant to …`)."""
_BARE = re.compile(rf"\A\W*(?:{_SAYING})\s(?=(?:he|she|it|they)\s)", re.I)
"""`rumours | they had fled`"""
_IDEA = re.compile(r"\A\W*(?:the|any|an?) (?:\w+ )?(?:idea|view|belief|notion|suggestion) that\s", re.I)
_ONLY_CALLED = re.compile(
    rf"\W*(?:[\w’'.-]+ ){{0,5}}?(?:{_THINGS})\b"
    r"(?!\s(?:of|that|about|against|by|from|over|in an?|in the \w+['’]s|on the|regarding|involving)\b)",
    re.I,
)


_WRONG = DEEDS | WRONGS | lexicon(
    """criminal sexual harassment rape doping cheating plagiarism racism bias collusion espionage spying bribe perjury
    torture genocide smuggling laundering embezzlement insider terrorism treason rigging"""
)
"""Words before `allegations` that tell of what they are."""
_HAPPENED = re.compile(
    r"\W*(?:that )?(?:it|this|that) (?:had |has |ever )*(?:happened|occurred|took place|existed)\b"
    r"|\W*(?:ever )?(?:having )?(?:said|done|made|written|saying|doing)(?: (?:that|so|this|it|anything))?\W*\Z",
    re.I,
)
"""What happened was told before."""
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|might)\s")
"""What makes it a clause (`any decision on charges had been made`)."""
_OF_A_MATTER = re.compile(
    rf"\W*(?:[\w’'.-]+\s){{0,5}}?(?:(?:{_THINGS})\s(?:about|on|regarding|concerning|over)"
    r"|(?:accounts?|versions?|descriptions?|portrayals?|characteri[sz]ations?|depictions?)\sof)\s(?!\w+day\b)",
    re.I,
)
"""What tells only of what matter something was said (`the firm’s claims about the costs`)."""


_REFERRED = re.compile(
    r"\W*(?:that )?(?:the|those|these|your|his|her|their|its) (?:\w+ )?"
    r"(?:figures?|numbers?|statistics|findings?|data)\b(?! that show)"
    r"|\W*(?:that )?(?:that|this|it) (?:is|was|were) (?:the case|so|true)\b"
    r"|\W*(?:that|this|those|these|such) \w+\W*\Z",
    re.I,
)
"""What points to something that was said before."""


def says_what(what: str) -> bool:
    """Whether words tell what is denied, and not only that something was said (`similar charges in the past`)."""
    if _HAPPENED.match(what) or what.count('"') % 2 or what.count("“") != what.count("”"):
        return False
    called = _ONLY_CALLED.match(what)
    only = called is not None and _CLAUSE.search(what) is None and _WRONG.isdisjoint(called[0].lower().split())
    return bool(gist_of(what)) and not only and not any(p.match(what) for p in (_OF_A_MATTER, _REFERRED))


def reported(what: str) -> str:
    """What is denied without the report or accusation that it comes in: `claims that he fled` becomes `he fled`."""
    claimed = _CLAIM_OF.match(what)
    if claimed is not None:
        # `the Front’s claim of responsibility for it`: that it is responsible, not that it says so.
        return clause_text(f"{claimed['whose']} {what[claimed.end() :]}".rstrip(" .,”\""))
    found = _REPORTED.match(what) or _IDEA.match(what) or _BARE.match(what)
    if found is not None and _OF_A_MATTER.match(found[0]):
        # `a story about his claim that he fled` need not say that he did.
        found = None
    return clause_text(what if found is None else what[found.end() :].rstrip(" .,”\""))


def taken_on(told: str) -> str:
    """What a sentence says that somebody claims to have done, as others deny it: his responsibility for it."""
    found = _TAKES_ON.match(without_dateline(told))
    if found is None:
        return ""
    who = re.sub(r"\AThe\s", "the ", found["who"])
    return clause_text(f"responsibility of {who.strip()} {found['of_what']}")


_TAKES_ON = re.compile(
    r"(?P<who>(?:[\w’'&-]+\s){1,7}?)(?:has\s|have\s|had\s|later\s|quickly\s){0,2}(?:claim(?:s|ed)?|took)\s(?:\w+\s)?responsibility\s"
    r"(?P<of_what>for\s[^.;]{3,160})"
)
_CLAIM_OF = re.compile(
    r"\A\W*(?P<whose>(?:[\w.’'&-]+\s){0,7}?[\w.&-]+(?:['’]s|s['’])|his|her|its|their)\s(?:\w+\s)?(?:claims?|assertions?)\sof\s"
    r"(?=(?:responsibility|victory|innocence|ownership|authorship|sovereignty|success|involvement|credit|immunity"
    r"|descent|kinship|self-defen[cs]e)\b)",
    re.I,
)
"""Before what somebody claims for himself."""
_LIES = re.compile(
    r"\W*(?:he|she|they|it)(?:['’]\w+)? (?:\w+ ){0,3}?(?:lying|liars?|making|made|invented|fabricated)\b", re.I
)


_INNOCENT = re.compile(r"\W*(?:that )?(?:[\w’']+ ){1,2}(?:is|was|am|are|were) (?:\w+ly )?innocent\b", re.I)
_NO_SUCH = re.compile(
    r"\W*(?:that )?(?:not (?:so|true)\W*\Z|nothing of the (?:kind|sort)\b"
    r"|(?:there (?:is|was|are|were|has been|had been) )?no such\b"
    r"|(?:[\w’'.-]+ ){1,4}?(?:had |has |have )?(?:did|done|said|kn[eo]wn?|heard) (?:\w+ly )?"
    r"(?:no such thing|nothing of the (?:sort|kind))\b)",
    re.I,
)
"""What denies something that only the words before tell (`there was no such deal`, `it had done no such thing`)."""
_ALL_UNTRUE = re.compile(
    rf"\A\W*(?:that )?(?:it|this|that|they|those)(?: (?:is|are|was|were)|['’]s)\W+(?:\w+ly\W+)?(?:an? |all )?"
    rf"(?:\w+ly )?(?:{UNTRUE})(?:\W*\Z|['’\"”“]*,? and that\b)",
    re.I,
)


def turned(content: str) -> Denied:
    """What a content denies that says of something that it is not so."""
    if _INNOCENT.match(content):
        return Denied("guilt", True)
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
    if _NO_SUCH.match(content):
        # `said there was no such deal`: which one was said before
        return Denied("it", False)
    judged = _JUDGED.match(content)
    if judged is not None:
        return Denied(reported(re.split(r",? and that ", judged["thing"])[-1]), True)
    if not content.lstrip().startswith(("“", '"', "‘", "``", "'")):
        for pattern, positive in _TURNED:
            found = pattern.search(content)
            if found is not None and found.start() < _EARLY:
                text = pattern.sub(positive, content, count=1)
                end = _GOES_ON.search(text, found.start() + 4)
                return Denied(clause_text(text if end is None else text[: end.start()]), True)
    return Denied(clause_text(content), False)
