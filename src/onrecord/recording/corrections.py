"""Corrections: what a text takes back of what it, or somebody in it, said before.

`An earlier version of this report said that …` is the outlet's own word on its own text; `Nord Air retracted its claim
that …` is a party's on its statement. Both name what is no longer held to be so. What is taken back as a whole, without
being named (`retracted the article`), is not read: it would be guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wording import clause_end, clause_text

_TEXT = r"(?:article|story|report|dispatch|post|piece|item|column|news alert|headline|caption|photo caption)"
_EARLIER = re.compile(
    rf"\b(?:earlier|previous|original|first|initial) versions? of (?:this|the|our|an?) {_TEXT}\b(?:[^.;“\"]{{0,60}}?)"
    r"\s(?:(?:in)?correctly |wrongly |mistakenly |erroneously |falsely )?"
    r"(?:said|stated|reported|claimed|wrote|suggested|indicated)\s(?P<that>that\s)?",
    re.I,
)
_WRONGLY = re.compile(
    rf"\b(?:this|the|our|an?) {_TEXT}\b(?:[^.;“\"]{{0,40}}?)\s(?:incorrectly|wrongly|mistakenly|erroneously|falsely) "
    r"(?:said|stated|reported|claimed|wrote|suggested|indicated)\s(?P<that>that\s)?",
    re.I,
)
_SAYING = (
    r"(?:claims?|reports?|statements?|stor(?:y|ies)|assertions?|accusations?|allegations?|suggestions?|assessment)"
)
_TAKES_BACK = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr(?:aws?|ew|awn)|takes? back|took back|disown(?:s|ed)?|recant(?:s|ed)?"
    r"|walk(?:s|ed)? back)\s"
    rf"(?:its|his|her|their|the|an?)\s(?:(?:earlier|previous|original|initial|own|public)\s)?{_SAYING}\sthat\s",
    re.I,
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|n['’]t|refus\w+ to|declin\w+ to|would|should|must|demand\w*|ask\w*|urg\w+|call\w* on|until|unless"
    r"|if)\b[^.;]{0,60}\Z",
    re.I,
)
HINTS = frozenset(
    "earlier previous original first initial incorrectly wrongly mistakenly erroneously falsely retract retracts "
    "retracted retracting withdraws withdrew withdrawn takes take took disown disowns disowned recant recants recanted "
    "walk walks walked".split()
)
"""Words of which a passage has one if it takes anything back."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is taken back: `wrong` in the words of the text, at offsets `start` to `end` with the words that do so.

    `by` are the parties that take back their own word; of an outlet's correction of its own text there are none.
    """

    passage: Passage
    start: int
    end: int
    wrong: str
    by: tuple[str, ...]


def corrections_of(material: Material, referents: Referents) -> tuple[Correction, ...]:
    """What a story's texts take back, in reading order."""
    return tuple(c for p in material.passages if not p.words.isdisjoint(HINTS) for c in _in(referents, p))


def _in(referents: Referents, passage: Passage) -> Iterator[Correction]:
    for pattern in (_EARLIER, _WRONGLY):
        found = pattern.search(passage.text)
        if found is not None:
            yield _made(passage, found.start(), found.end(), ())
            return
    found = _TAKES_BACK.search(passage.text)
    if found is None or _NOT_DONE.search(passage.text, 0, found.start()):
        return
    by = referents.doer_at(passage, passage.start + found.start())
    if by:
        yield _made(passage, found.start(), found.end(), by)


def _made(passage: Passage, start: int, begin: int, by: tuple[str, ...]) -> Correction:
    end = clause_end(passage.text, begin, len(passage.text))
    return Correction(passage, passage.start + start, passage.start + end, clause_text(passage.text[begin:end]), by)
