"""The pieces of what is claimed: which of them belong together, and which only tell where or of what it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.claim_words import MARKS
from onrecord.recording.statements import Told
from onrecord.recording.wording import has_verb
from onrecord.types import Span

_SHORT_GAP = re.compile(r"\s(?:[a-z]+\s){1,3}")
"""What a content lost in its middle: a word or three."""
_RELATIVE = re.compile(r"(?:who|which|whose)\b")
_IS_WHOLE = re.compile(r"[“\"]\W{0,4}(?:[A-Z]|(?<=\.\.\.)[a-z])|(?:he|she|it|they|there)\s")
_IS_THING = re.compile(r"(?:the|an?|this|these|those|his|her|its|their)\s(?:[a-z’'-]+\s?){1,4}")
"""A quotation or a clause that is whole, and the thing that a relative clause says it of."""
_GAP = re.compile(r",\s(?:[\w’'-]+\s){1,6}")
_WHERE = re.compile(r"(?:of|about|on|in|to|during|at|after|before|via|from)\s")
_CITING = re.compile(r"\b(?:citing|quoting)\s(?:(?:an?|the)\s)?\Z")
_ON = re.compile(r"\b(?:said|says|wrote|told\s\w+)\s(?:on|in|at|during|via)\s(?:(?:the|an?|his|her|its)\s)?\Z")


_DANGLES = re.compile(
    r"(?:\b(?:of|in|on|at|to|for|from|with|by|the|an?|his|her|its|their|our|as|into|about|over|under|between|near|than)"
    r"|\w-)\Z"
)
"""What ends in the middle of a phrase, if its sentence goes on."""
_JOINS = re.compile(r"(?:and|but|or|he|she|it|they|who|which|that)\b")
_BREAK = re.compile(r"[,.;:)!?]+(?=\s|\Z)|\s(?=[—–(])|\s-\s")
_FARTHEST = 120
"""How many characters are added at most to what ends in the middle of a phrase."""
_SUBJECT = re.compile(
    r"\s(?:that\s)?(?P<subject>(?!(?:on|in|at|to|by|during|after|before|as|last|this)\b)"
    r"[A-Za-z][\w’'.-]*\s(?:[\w’'.-]+\s){0,7})"
)
"""A subject between a verb of saying and a content that begins with its verb."""
_APPOSED = re.compile(r"an?\s[a-z]")
_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){1,3},\s\Z")
_OF_WHOM = re.compile(r"\b(?:said|says|wrote|writes|remarked|noted)\s(?:of|about)\s\Z")
_NOUN_THAT = re.compile(r"(?:[\w’'.-]+\s){1,8}?that\s(?=\S)")
_OF_IT = re.compile(r"(?:of|about|on)\s[^“”\",.;:]{3,80}?[,:]?\s(?=[“\"][A-Z])")
_TOPIC = re.compile(
    r"(?:(?:when|being)\s)?(?:asked|pressed|questioned|speaking)\s(?:about|on|of|in|at|by|to)\b|(?:of|about|as\s(?:for|to)|regarding|concerning)\b",
    re.I,
)
"""Of what somebody speaks, before he does (`Of the sale, Lund said: “…”`)."""
_SOME_OF_IT = re.compile(
    r"\W*(?:\d|(?:some|most|many|few|none|only|half|all|both|one|two|three|four|five|six|seven|ten)\b)", re.I
)
"""What is said of some of several (`Of the nine boats, he said, two were lost`)."""
_STRAY = re.compile(r"\A(?:(?P<straight>['\"])|[’”])\s+(?=\w)")


def within_bracket(text: str, said: Sequence[Span], content: list[Span]) -> list[Span]:
    """The spans of a content cut to the bracket in which its speaker stands (`… (Lund says it is safe) …`)."""
    if not said or not content:
        return content
    first, last = min(a for a, _ in said), max(b for _, b in said)
    opened, closed = text.rfind("(", max(0, first - 200), first), text.find(")", last, last + 300)
    if opened < 0 or closed < 0 or ")" in text[opened:last] or "(" in text[last:closed]:
        return content
    inside = [(max(a, opened + 1), min(b, closed)) for a, b in content if a < closed and b > opened]
    # `The pier is safe (Lund said so)`, `… (says Lund)`: nothing but the tag stands within.
    return [s for s in inside if len(text[slice(*s)].split()) > 2] or content


def completed(text: str, said: Sequence[Span], content: list[Span], stop: int) -> list[Span]:
    """The spans of a content, the last of which ends with its phrase where its sentence, to `stop`, goes on.

    `he saw a boat in [the | northern harbour], officers said`
    """
    if not content or text.startswith(MARKS, content[-1][0]):
        return content
    start, end = content[-1]
    stop = min([stop, end + _FARTHEST, *(a for a, _ in said if a >= end)])
    if end >= stop or _DANGLES.search(text, max(start, end - 9), end) is None:
        return content
    if not (text[end].isspace() or text[end - 1] == "-") or _JOINS.match(text, end + 1, stop):
        return content
    mark = _BREAK.search(text, end, stop)
    if mark is None and stop == end + _FARTHEST:
        return content
    return [*content[:-1], (start, stop if mark is None else mark.start())]


def from_subject(text: str, said: Sequence[Span], content: list[Span]) -> list[Span]:
    """The spans of a content whose first begins with its subject where it was left out behind the verb of saying.

    `Lund said the verdict [proved that the mill is safe]`; for contents that begin with a finite verb.
    """
    told = max((b for _, b in said), default=0)
    if not content or told >= content[0][0] or content[0][0] - told > _FARTHEST:
        return content
    gap = _SUBJECT.fullmatch(text, told, content[0][0])
    return content if gap is None else [(gap.start("subject"), content[0][1]), *content[1:]]


def with_name(text: str, content: list[Span]) -> list[Span]:
    """The spans of a content that only says what somebody is, with his name before it (`[Jon Ek,] a broker`)."""
    start, end = content[0]
    name = _NAME.search(text, max(0, start - 60), start) if _APPOSED.match(text, start) else None
    return content if name is None else [(name.start(), end), *content[1:]]


def without_topic(text: str, said: Sequence[Span], content: list[Span]) -> list[Span]:
    """The spans of a content without the first where it only tells of what he speaks (`Of the sale, Lund said …`)."""
    if len(content) != 2 or not said or not content[0][1] <= min(said)[0] < content[1][0]:
        return content
    topic = _TOPIC.match(text, *content[0]) is not None and not has_verb(text[slice(*content[0])])
    return content[1:] if topic and _SOME_OF_IT.match(text, content[1][0]) is None else content


def without_head(text: str, start: int, words: str) -> str:
    """Words that begin at an offset without what stands before what is said: of whom it is, a mark of nothing."""
    stray = _STRAY.match(words)
    if stray is not None:
        mark = stray["straight"]
        rest = words[stray.end() :]
        closes = mark is not None and re.search(rf"(?<!\w){mark}|{mark}(?!\w)", rest) is not None
        words = words if closes else rest
    of_it = _OF_IT.match(words)
    if of_it is not None and not has_verb(of_it[0]):
        return words[of_it.end() :]
    of = _NOUN_THAT.match(words) if _OF_WHOM.search(text, max(0, start - 16), start) else None
    return words if of is None else words[of.end() :]


def joined(text: str, item: Told, content: list[Span]) -> list[Span]:
    """The spans of a content with what its sentence has between its verb of saying and the second of them.

    `After all, she added, buyers “have been misled”`.
    """
    said = [b for _, b in (*item.annotation.source, *item.annotation.cue)]
    while len(content) > 1 and said and content[-1][0] >= max(said) and _is_aside(text, content):
        content = content[:-1]
    if len(content) == 2 and _IS_WHOLE.match(text, content[1][0]) and _IS_THING.fullmatch(text, *content[0]):
        # `the words he chose, in which he said: “Nobody won”`
        content = content[1:]
    if len(content) == 2 and not any(content[0][1] <= a < content[1][0] for a in said):
        between = text[content[0][1] : content[1][0]]
        return [(content[0][0], content[1][1])] if _SHORT_GAP.fullmatch(between) else content
    if len(content) == 2 and _RELATIVE.match(text, content[1][0]):
        return content[:1]
    if len(content) != 2 or not said or not content[0][1] <= max(said) <= content[1][0]:
        return content
    gap = text[max(said) : content[1][0]]
    if gap.strip() == ";" and not text.startswith(MARKS, content[1][0]):
        # `The ferry is old, Lund said; it was built in May`: a sentence of its own.
        return content[:1]
    if len(gap) > 60 or _GAP.fullmatch(gap) is None or not text.startswith(MARKS, content[1][0]):
        return content
    start = max(said) + len(gap) - len(gap.lstrip(" ,"))
    return [content[0], (start, content[1][1])]


def _is_aside(text: str, content: list[Span]) -> bool:
    """Whether the last span of a content only tells where, of what or after whom it was said.

    `Lund said on [“The Morning Hour”]`, `Lund said [of the talks]`, `Lund said, citing [the police]`.
    """
    first, last = content[0][0], content[-1][0]
    if not text.startswith(MARKS, last):
        quoted = text.startswith(MARKS, first) and _WHERE.match(text, last) is not None
        return quoted or _CITING.search(text, max(0, last - 24), last) is not None
    return _ON.search(text, max(0, last - 24), last) is not None
