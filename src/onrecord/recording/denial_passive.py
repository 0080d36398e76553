"""Denials told of the report itself: `reports that he fled were denied by the ministry`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.recording.denial_words import SAID
from onrecord.recording.passages import Passage

_PASSIVE = re.compile(
    rf"(?P<what>(?:[\w’'.-]+\s){{0,3}}(?:{'|'.join(sorted(SAID))})"
    r"(?:\s(?:claiming|saying|alleging|suggesting)(?:\sthat)?|,?\sthat)\s[^.;“”\"]{5,260}?),?\s"
    r"(?:has|have|had|was|were|is|are)\s(?:been\s)?(?:(?!(?:is|are|was|were|has|have|had)\b)\w+\s){0,2}"
    r"(?P<verb>denied|refuted|rejected|dismissed|disputed|rebutted|contradicted|contested|challenged)\s(?:as\s[^.;]{3,70}?\s)?by\s(?=\w)",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:denied|refuted|rejected|dismissed|disputed|rebutted|contradicted|contested|challenged)\b[^.;]{0,80}?\sby\s"
)


@dataclass(frozen=True, slots=True)
class Denied:
    """Offsets of a report that is denied, of the verb, and of the phrase for who denies it."""

    start: int
    stop: int
    at: int
    doer: int


def denied_reports(passage: Passage) -> Iterator[Denied]:
    """What a passage tells of reports that somebody denies."""
    if _DENIED.search(passage.text) is None:
        return
    for found in _PASSIVE.finditer(passage.text):
        low, high = found.span("what")
        at = passage.start
        yield Denied(at + low, at + high, at + found.start("verb"), at + found.end())
