"""What is no part of a claim though it stands within its words: who said it (`…, the police said`), the writer's aside.

And who makes none: a law that lays something down, an outlet that only quotes those who say it.
"""

from __future__ import annotations

import re

from onrecord.recording.wording import has_verb
from onrecord.types import RecordParty

_WORD = (
    r"(?:(?!(?:and|but|or|that|which|who|whom|where|when|while|as|if|because|he|she|they|it|not|never|nobody|none|no|to)\b)[\w.’'-]+)"
)
_TAG = re.compile(
    rf"(?P<mark>,[’'”\"]*|[’'”\"]+,?)\s(?:according to(?:\s{_WORD}){{1,7}}"
    rf"|(?:(?:(?<=[’'”\"]\s)(?:{_WORD}\s){{1,7}})?(?:{_WORD}\s){{1,6}}|(?<=[’'”\"]\s)(?:he|she|they)\s)"
    rf"(?:said|says|reported|added|told(?:\s{_WORD}){{1,4}}))"
    r"(?:\s(?:last\s\w+|this\s\w+|yesterday|today|earlier|later|[A-Z][a-z]+day(?:\s\w+)?))?"
    r"(?:\s(?:in|on|at|during|after|by|via)\s[^,;“”\"]{1,60})?\.?\Z"
)
"""Whose words they are, at the end of a line; behind a quotation the one who speaks may be described at length."""
_ASIDE = re.compile(r"\A\w+ly\s?(?:[—–]|--)\s?(?=\w)")
"""The writer's own word before what is said (`noted — rightly — [that the mill is old]`)."""
_SHOWN = re.compile(
    r"\A(?:shown|seen|held|aired|broadcast|posted|published|on|in|at|during|after|before|via|from|through)"
    r"(?P<where>\s[^.:;“”\"]{2,60}):\s(?=[“\"A-Z])"
)
"""Where it was said, before a quotation (`[shown on Harbour Sport:] “We won.”`)."""
_TO_WHOM = re.compile(
    r"\A[“\"][^“”\"]{3,80}[”\"]\s(?:(?:in|on)\s[A-Z]\w+(?:\s\d{1,2})?|(?:last|this|earlier\sthis)\s\w+|yesterday|today)\sthat\s"
)
"""The last words of whom somebody told it, and when (`told the [“Quiet Sea” in May that] …`)."""
_LEAST = 20
"""Characters that are left at least."""
_NORM = re.compile(
    r"\b(?:Act|Law|Code|Constitution|Amendment|Statute|Ordinance|Regulations?)(?:\sof\s\d{4})?\Z"
)
_QUOTED = re.compile(r"\b(?:quoted|cited|interviewed|contacted|reached|polled|surveyed) by\s(?:the\s)?\Z", re.I)


def without_tag(text: str) -> str:
    """A line without the tag that ends it, or what opens it: an aside, where it was said, to whom."""
    for ahead in (_ASIDE, _TO_WHOM):
        text = ahead.sub("", text)
    shown = _SHOWN.match(text)
    if shown is not None and not has_verb(shown["where"]):
        text = text[shown.end() :]
    found = _TAG.search(text)
    if found is None or found.start() < _LEAST:
        return text
    kept = text[: found.start()]
    mark = found["mark"].strip(",")
    # The quotation mark stays where the line holds the one that opens it.
    return kept + mark if mark and kept.count(_OPENS.get(mark[0], mark[0])) % 2 else kept


_OPENS = {"”": "“", "’": "‘"}


def is_norm(party: RecordParty) -> bool:
    """Whether a party is a law: what it says is so because it says so. Somebody may bear the name of Law."""
    return party.kind != "person" and _NORM.search(party.name) is not None


def only_quotes(text: str, start: int) -> bool:
    """Whether who is named at an offset only quotes those who speak (`witnesses quoted by [the Courier] said`)."""
    return _QUOTED.search(text, max(0, start - 30), start) is not None
