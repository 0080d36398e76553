"""What a record's values are called where people read them: in a terminal and on a page alike."""

from __future__ import annotations

import re

from onrecord.types import Claim, RecordStatement, Stance

STANCES: dict[Stance, str] = {
    "asserts": "said", "alleges": "alleged", "confirms": "confirmed", "denies": "denied", "demands": "demanded",
    "promises": "promised", "threatens": "threatened", "predicts": "expected", "believes": "believed", "asks": "asked",
}  # fmt: skip
"""In the past, which is the same for one who speaks and for many."""
CONTESTED = frozenset({"disputed", "denied", "retracted"})
"""The states of claims that somebody has spoken against."""
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\s+(?:that\s+)?(?=\S)", re.I)


SURE = 0.35
"""From what confidence on (0 to 1) a statement is shown among the others.

Of 63 statements below it, 6 were in the gold of 23 stories with every key right; from there to .5 it was 71 of 160, as
large a share as from .5 to .6."""
_SHORTENED = re.compile(r"\A[’'](?:s|d|m|ve|re|ll)\s+")
_VERBS = re.compile(r"(?!to )[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_BY_NOBODY = re.compile(r"(?:(?:is|are|was|were|has|have|had|been|be|also|\w+ly)\s)+(?P<verb>\w+ed)")
"""A passive whose doer is told nowhere."""
_POINTS = re.compile(r"(?:that|this|it|so|them|these|those|either|both)(?:,? too)?", re.I)


def is_sure(statement: RecordStatement) -> bool:
    """Whether a statement belongs among the others: not where it only says `that`; one without a figure does."""
    if _POINTS.fullmatch(statement.text.strip(" .,;:“”\"")):
        return False
    return statement.confidence is None or statement.confidence >= SURE


def said(statement: RecordStatement) -> str:
    """How a statement is told: by the text's own verb where it is one, else by a word for its stance.

    To warn is more than to expect, and a group and a man take other forms of it. Where nobody is told to have said it,
    `was also rejected` is no verb of the one above the line: `rejected`.
    """
    cue = _SHORTENED.sub("", statement.cue.rstrip(" :,"))
    passive = _BY_NOBODY.fullmatch(cue) if not (statement.source or statement.source_text) else None
    if passive is not None:
        return passive["verb"]
    return cue if _VERBS.fullmatch(cue) else STANCES[statement.stance]


def is_contested(claim: Claim) -> bool:
    """Whether somebody denies or disputes a claim, or has taken it back."""
    return bool(claim.denied_by) or claim.status in CONTESTED


def claimed(claim: Claim) -> str:
    """What is claimed. Of `His office denies all charges`, what is denied, and not once more that it is."""
    denied = _DENIES.search(claim.text) if claim.denied_by else None
    return claim.text[denied.end() :] if denied else claim.text


def repeats(text: str, quote: str) -> bool:
    """Whether a line's text and the words that it rests on are the same but for blanks and marks around them."""
    line, words = plain(text), plain(quote)
    return line in words or words in line


def plain(text: str) -> str:
    """A text without the marks around it, its blanks single, capitals made small."""
    return " ".join(text.split()).strip("“”\"' .,").casefold()


_FIRST_WORDS = 80
"""Characters in which a sentence has named who speaks: one line of a terminal."""


def names_its_holder(holder: str, text: str) -> bool:
    """Whether a line names whoever holds the view in its first words, so that it needs no name before it."""
    return plain(holder.split()[-1]) in plain(text[:_FIRST_WORDS])
