"""The accusation that a denial is of, where the text tells it as an accusation and not as somebody's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.denial import Denial
from onrecord.recording.gist import gist_of
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.wording import clause_end, clause_text
from onrecord.types import Evidence

_ACCUSED = re.compile(
    r"\b(?P<active>accus(?:es?|ed|ing))\s(?P<whom>[^.;“”\"]{2,70}?)\sof\s(?=\w)"
    r"|\b(?:accused of|charged with|suspected of|on trial for|indicted (?:on charges of|for))\s(?=\w)"
    r"|\b(?P<alleges>alleg(?:es?|ed))\s(?:in [^.;,]{3,40}\s)?that\s(?=\w)",
    re.I,
)
_BY = re.compile(r"\W{0,2}(?:(?:has|have|had|also|publicly|repeatedly|earlier|later)\s)*\W{0,2}\Z", re.I)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s|also\s)?\Z", re.I)


@dataclass(frozen=True, slots=True)
class Accusation:
    """What somebody is accused of, by whom if the text names him right there, and where it says so."""

    text: str
    by: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def accusation_before(material: Material, denial: Denial) -> Accusation | None:
    """The accusation told last before a denial, in its own sentence or the two before it."""
    near = [denial.passage, *material.passages_before(denial.passage, 2)]
    for passage in sorted(near, key=lambda p: -p.start):
        stop = denial.at - passage.start if passage is denial.passage else len(passage.text)
        for found in reversed(list(_ACCUSED.finditer(passage.text, 0, max(0, stop)))):
            made = _made(material, passage, found, denial)
            if made is not None:
                return made
    return None


def repeats(accusation: Accusation, what: str) -> bool:
    """Whether words tell what an accusation tells (`of taking sides`, `denied having taken sides`)."""
    mine, other = gist_of(what), gist_of(accusation.text)
    return len(mine & other) >= 2 and len(mine & other) >= 0.6 * min(len(mine), len(other))


def _made(material: Material, passage: Passage, found: re.Match[str], denial: Denial) -> Accusation | None:
    at, low = passage.start + found.start(), passage.start + found.end()
    document = material.documents[passage.document].document.text
    if found["active"] and _PASSIVE.search(passage.text[: found.start()]):
        return None
    end = clause_end(document, low, passage.end)
    if passage is denial.passage:
        end = min(end, denial.start if denial.start > low else denial.at)
    text = clause_text(document[low:end])
    parties = material.parties.within(passage.document, passage.start, at)
    by: tuple[str, ...] = ()
    if (found["active"] or found["alleges"]) and parties and _BY.match(document[parties[-1][1] : at]):
        by = (parties[-1][2],)
    if not gist_of(text) or set(by) & set(denial.by):
        return None
    return Accusation(text, by, material.quotes.everywhere(passage, at, end))
