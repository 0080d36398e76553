"""Where what is denied ends: before a second thing that the denier says, or whatever else its sentence adds."""

from __future__ import annotations

import re

from onrecord.recording.denial_words import CONCLUDED, SAID
from onrecord.recording.wording import has_verb

_TELLS = (
    r"(?:say|said|says|add(?:s|ed)|t(?:old|ells)|insist(?:s|ed)|blam(?:es|ed)|accus(?:es|ed)|call(?:s|ed)|claim(?:s|ed)"
    r"|argu(?:es|ed)|maintain(?:s|ed)|refus(?:es|ed)|declin(?:es|ed)|vow(?:s|ed)|promis(?:es|ed)|express(?:es|ed)"
    r"|contend(?:s|ed)|describ(?:es|ed)|threaten(?:s|ed)|pledg(?:es|ed)|noted|urged|demand(?:s|ed)|stress(?:es|ed))"
)
_HELPS = r"(?:is|was|are|were|has|have|had|will|would|did|does|do)"
_AND = r",?\s(?:and|but)\s(?:(?:\w+ly|also|later|then|instead|again|he|she|it|they)\s){0,2}"
_TOO = re.compile(rf"{_AND}{_TELLS}\b")
"""What the denier tells besides: `denied that he had any part in it | and blamed the crew`."""
_BESIDES = re.compile(
    rf"{_AND}{_HELPS}\b|,\s(?:{_TELLS}|saying|adding|insisting|calling|blaming)\b"
    r"|,?\sbut\s(?!(?:not|also|only|for)\b)"
)
"""What else he is or does, where what is denied is no clause: `denied any part in it | and was confident that …`."""
_AND_OTHERS = re.compile(
    r"\sand\s(?!(?:that|any|all|no|every)\b)(?:[\w.’'-]+\s){1,6}?(?:is|are|was|were|has|have|had|will|would)\s"
)
"""What others do or are, where what is denied is no clause (`denies any part | and two inquiries have cleared it`)."""
_OTHER = re.compile(rf"\s(?:and|while)\s(?:an?|the|some|[A-Z][\w.]*)\s(?:[\w.’'-]+\s){{0,8}}?{_TELLS}\b")
"""What somebody else says: `denied that he is ill | and an official said …`."""
_REMARK = re.compile(
    r",?\s(?:which|whom)\s(?:it|he|she|they)\s|\sby\s(?:\w+ly\s)?\w+ing\s"
    r"|,?\sas\s(?:[\w’'.-]+\s){1,7}?(?:(?:has|had|have)\s)?(?:\w+ly\s)?(?:said|claimed|alleged|reported|written|wrote"
    r"|suggested|asserted|stated|charged|implied|hinted|predicted)\b"
    rf"|,\s(?:an?\s|the\s)?(?:[\w-]+\s)?(?:{'|'.join(sorted(SAID))})\s(?:that\s|which\s)?(?:he|she|it|they|[A-Z])"
)
"""What the writer adds (`unrest | which it blamed on prices`, `, | as the paper had written`)."""


_ALSO = re.compile(
    r",\sand\s(?!that\b)(?:the|an?|his|her|its|their|he|she|it|they|[A-Z][\w.’'-]*)\s?(?:[\w.’'-]+\s){0,4}?"
    r"(?:is|was|are|were|has|have|had|will|would|did|does|do|\w+n['’]t)\b"
    r"|,?\sand\s\w+(?:s|ed)\s(?:out\s)?that\b|,\s(?:the|an?)\s(?:\w+\s){1,4}(?:said|says|told)\b"
    r"|\sand\s(?:\w+ly\s)?(?:goes|keeps|tries|continues|works|seeks|refuses|insists)\s"
    r"|,\swith\s(?:[\w.’'-]+\s){1,5}?\w+ing\b|\s(?:has |have |had )?(?:turned out|proved|proven) (?:to be )?\w+"
)
"""What is told besides (`he took it, | and the board has not charged him`, `| turned out to be false`)."""


def shortened(what: str) -> str:
    """What is denied without what its sentence goes on to tell."""
    for pattern in (_TOO, _BESIDES, _AND_OTHERS, _OTHER, _REMARK, _ALSO):
        found = next((m for m in pattern.finditer(what) if _ends(what, m, pattern)), None)
        what = what if found is None else what[: found.start()]
    return _ASIDE.sub("", what)


_ASIDE = re.compile(r",?\s(?:however|though|too|either)\W*\Z", re.I)


def _ends(what: str, found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether what is denied ends before a mark: a clause for what somebody else says, no clause for what one does."""
    if found.start() < 4 or _is_quoted(what, found.start()):
        return False
    needs = {_BESIDES: False, _AND_OTHERS: False, _OTHER: True}.get(pattern)
    return needs is None or has_verb(what[: found.start()]) == needs


def _is_quoted(what: str, at: int) -> bool:
    return what.count("“", 0, at) > what.count("”", 0, at) or what.count('"', 0, at) % 2 == 1


_CHARGE = re.compile(
    rf",\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}(?:{'|'.join(sorted(SAID | CONCLUDED))})\s[^.;]{{0,90}}?"
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed)|dismiss(?:es|ed)|refut(?:es|ed))\b"
    r"|,?\s(?:but|although|though|while|which)\s[^.;]{2,90}?"
    r"\b(?:den(?:y|ies|ied)|disput(?:es|ed)|refut(?:es|ed)|reject(?:s|ed))\b",
    re.I,
)


_ALLEGING = re.compile(
    r"(?:[^.;“”\"]{5,90}?)\s(?:filed|made|issued|submitted|signed|gave|published)\s[^.;,“”\"]{3,50}?\s"
    r"(?:alleging|claiming|asserting|stating|saying)\s(?:that\s)?(?P<what>\w[^“”\"]{10,})"
)


_OF_WHAT = re.compile(
    r"(?:[\w.’'-]+\s){1,8}(?:is|was|were|has been|had been)\s(?:also\s)?accused of\s(?P<what>.{8,})", re.S
)


def as_alleged(text: str) -> str:
    """What is alleged, without how it was done (`Two clerks filed complaints alleging that | he had struck them`)."""
    found = _ALLEGING.fullmatch(text) or _OF_WHAT.fullmatch(text)
    return text if found is None else found["what"]


def without_denial(text: str) -> str:
    """A claim without the denial that follows it in its sentence (`Ek took the money, | a charge that he denies`)."""
    found = _CHARGE.search(text)
    return text if found is None or found.start() < 12 else text[: found.start()]
