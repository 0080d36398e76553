"""The pieces of what is claimed: which of them belong together, and which only tell where or of what it was said."""

from __future__ import annotations

import re

from onrecord.recording.claim_words import MARKS
from onrecord.recording.statements import Told
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
