"""One denial as a passage gives it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.recording.denial_words import GENERAL
from onrecord.recording.passages import Passage


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: offsets of its words in its passage's document, who denies, what, and whose word it is against."""

    passage: Passage
    start: int
    end: int
    at: int
    """Offset of the word that denies."""
    by: tuple[str, ...]
    what: str
    """What is denied, in the text's words."""
    against: tuple[str, ...] = ()
    points_back: bool = False
    """Whether the content names what is denied only by pointing to what was said before."""
    answers: bool = False
    """Whether it denies by saying the contrary of what somebody else said."""
    contrary: bool = False
    """Whether `what` is not what is denied but its contrary (`“I took nothing”`)."""
    meant: str = ""
    """What it points back to, where that stands in its own sentence (`Ek said that he fled, which Lund denies`)."""

    @property
    def general(self) -> bool:
        """Whether it is of allegations that it does not name."""
        return bool(GENERAL.search(self.what))
