"""Background: lasting conditions that a story rests on, with the causes that the text states."""

from __future__ import annotations

import re

from onrecord.recording.material import Material
from onrecord.recording.wording import clause_text, without_dateline
from onrecord.types import Background

_CAUSED = re.compile(
    r"\s(?:has|have)\s(?:already\s|also\s|long\s)?"
    r"(?:driven|caused|worsened|fuell?ed|led to|deepened|forced|triggered|prompted|left|pushed|crippled|devastated"
    r"|sparked)\s"
)
_MARK = re.compile(r"[.;:]")
_PERFECT = frozenset({"has", "have", "had"})
_LENGTHS = frozenset({"for", "since", "decades", "years", "running", "standing", "ever"})
_LONG = re.compile(
    r"\b(?:for (?:years|decades|months|generations)|since (?:the )?(?:\w+ )?(?:1[89]|20)\d\d|decades-long|years-long"
    r"|long-running|long-standing"
    r"|ever since|in recent years|for more than \w+ (?:years|decades|months))\b(?! at a time)",
    re.I,
)
_RECORD = re.compile(
    r"\b(?:first|last|only|longest|biggest|largest|worst|best|most|fewest|title|record|without)\b[^.;]*\bsince\b", re.I
)
"""A comparison with the past (`the first strike since 1998`), which tells of today and not of the time between."""
_GOING_ON = re.compile(r"\b(?:ha(?:s|ve|d)|['’]ve|is|are|was|were|be)\b|-(?:long|running|standing)\b", re.I)
_NO_CAUSE = re.compile(
    r"(?:which|that|who|it|they|he|she|this|some|what)\b|.*\b(?:said|says|told|which|that|who)\b", re.I
)
_LONGEST_LINE = 400


_WHERE = re.compile(
    r"(?:(?:\A|\s)(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}),\swhere|,\s(?:as|while|because|after))\s(?=[\w’'-]+(?:\s[\w’'-]+){0,8}\Z)?"
)
"""What joins the clause of a cause to the one before it."""
_OPENING = re.compile(r"^\W*(?:(?:where|as|while|and|but|which)\s+)?")


def background_of(material: Material) -> tuple[Background, ...]:
    """Conditions that go on: those whose cause the text states in the perfect, and those it says last long."""
    out = []
    for passage in material.passages:
        if passage.is_summary or len(passage.text) > _LONGEST_LINE or not _whole(passage.text):
            continue
        caused = None if passage.words.isdisjoint(_PERFECT) else _CAUSED.search(passage.text)
        lasting = None if passage.words.isdisjoint(_LENGTHS) else _LONG.search(passage.text)
        if caused is not None:
            marks = [m.end() for m in _MARK.finditer(passage.text, 0, caused.start())]
            low = marks[-1] if marks else 0
            low += len(passage.text[low:]) - len(passage.text[low:].lstrip())
            mark = _MARK.search(passage.text, caused.end())
            high = len(passage.text) if mark is None else mark.start()
            before = passage.text[low : caused.start()].split(",")[-1]
            cause = _OPENING.sub("", " ".join(before.split()))
            if " " not in cause or _NO_CAUSE.match(cause):
                continue
            whole = material.quotes.everywhere(passage, passage.start + low, passage.start + high)
            line = clause_text(passage.text[_own_clause(passage.text, low, caused.start()) : high])
            out.append(Background(line, cause, whole, "cause in the perfect"))
        elif lasting is not None and _GOING_ON.search(passage.text) and not _RECORD.search(passage.text):
            whole = material.quotes.everywhere(passage, passage.start, passage.end)
            out.append(Background(without_dateline(" ".join(passage.text.split())), None, whole, "long-lasting"))
    return tuple(out)


def _own_clause(text: str, low: int, caused: int) -> int:
    """Where the clause of a cause begins: `critics warn of Norrland, where floods have driven …` is of the floods, and
    `where` needs the place before it."""
    found = None
    for found in _WHERE.finditer(text, low, caused):  # noqa: B007  # the last one
        pass
    if found is None:
        return low
    return found.start("place") if found["place"] else found.end()


def _whole(text: str) -> bool:
    """Whether a sentence is one: no half of a quotation, nothing in brackets, no line of capitals."""
    if text.count("“") != text.count("”") or text.count('"') % 2 or not text[:1].isalpha():
        return False
    return sum(w.isupper() for w in text.split()) < 6
