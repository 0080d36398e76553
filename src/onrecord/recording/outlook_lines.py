"""The line of an outlook: words that can be understood by themselves.

`It could close within weeks` does not tell what could. Such a line takes the sentence before it along, as the text has
it; nobody is named who might not be meant. A clause that hangs on the one before it is given as the whole sentence.
Evidence stays the exact clause.
"""

from __future__ import annotations

import re

from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.wording import clause_text, has_verb, without_dateline

_MOST = 480
"""Characters of the longest line that takes in more than its clause."""
_OPENING = (
    r"\W*(?:(?:and|but|so|then|now|still|also|yet|or|because|that|if|when|while|although|though|as|since|however"
    r"|even so|in turn|instead"
    r"|indeed|meanwhile|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|for now|in part|perhaps|of course|either way"
    r"|(?:i|we) (?:\w+ )?(?:think|believe|hope|fear|expect|suspect)(?: that)?),?\s){0,3}"
)
_POINTS = re.compile(
    _OPENING + r"(?P<word>he|she|it|they|him|them|this|that|these|those|such|his|her|their|its|both|neither"
    r"|either|one|the (?:two|latter|former|same))"
    r"(?P<short>['’](?:s|d|ll|re|ve))?(?![\w-])",
    re.I,
)
"""A pronoun or a pointing word by which a line begins."""
_OF_TIME = re.compile(
    r"\s(?:year|week|month|morning|afternoon|evening|night|day|time|season|summer|winter|spring|autumn|fall|weekend"
    r"|century|country|decade|quarter)\b",
    re.I,
)
_EMPTY = re.compile(
    r"(?:['’]s|['’]ll|\s(?:is|was|will|would|has|may|might|could|can|isn['’]t|wasn['’]t|remains?|remained|seems?"
    r"|seemed|appears?|looks?))?\s"
    r"(?:(?:be|been|now|also|still|yet|not|far|by no means|\w+ly)\s)*"
    r"(?:likely|unlikely|possible|impossible|expected|unclear|uncertain|clear|known|unknown|too (?:early|soon|late)"
    r"|to be seen|hoped|feared|thought"
    r"|estimated|predicted|forecast|time|difficult|hard|important|certain|doubtful|believed|said|looks? like)\b"
    r"|\s(?:could|may|might|will|would) (?:\w+ )?(?:take|be|cost) (?:\w+ ){1,5}(?:before|to|until|that)\b",
    re.I,
)
"""After an `it` that stands for nothing (`it is unlikely that`)."""
_OF_THINGS = ("likely", "expected", "certain", "predicted", "forecast", "thought", "believed", "said", "feared")
_AN_APPOSITION = re.compile(
    r"\W*(?:an?|the|one|another)\s(?:[\w’'-]+\s){1,5}?(?:that|which|who|whose)\s(?:may|might|could|will|would|is"
    r"|are)\b",
    re.I,
)
"""A noun of which only a relative clause tells (`a move that could split the board`)."""
_TOLD_IT = re.compile(
    r"\W*(?:[\w’'.-]+\s){1,6}?(?:says?|said|suggests?|suggested|added|thinks?|thought|believes?|believed|hopes?"
    r"|hoped|fears?|feared|expects?|expected"
    r"|warns?|warned|predicts?|predicted|reports?|reported|claims?|claimed)\s(?:that\s)?(?=it\b)",
    re.I,
)
"""Who speaks, and an `it` right behind the verb."""
_OBJECT = re.compile(r"(?<!\bof )\b(?:them|him)\b(?!selves)", re.I)
_NAMED_IN = re.compile(
    r"(?<=\s)[A-Z][\w’'-]+|\b(?:man|woman|boy|girl|people|president|minister|those who|[a-z]{4,}s)\b"
)
_NO_SENTENCE = re.compile(r"[.!?…]['”\"’')\]]*\Z")


def line_of(
    material: Material, referents: Referents, passage: Passage, start: int, end: int, holder: str | None, *, whole: bool
) -> str | None:
    """An outlook of a sentence's clause as a line, or None where nothing tells of what it speaks.

    `whole`: the clause has a verb of its own, for certain.
    """
    low, high = start - passage.start, end - passage.start
    text = _plain(passage.text[low:high])
    if len(text) > _MOST:
        return None
    if (
        low
        and len(passage.text) <= _MOST
        and (
            _AN_APPOSITION.match(text)
            or not (whole or has_verb(text))
            or _means_somebody_else(text)
            or _untold(material, referents, passage, low, holder)
        )
    ):
        low, high = 0, len(passage.text)
        text = _plain(passage.text)
    untold = _untold(material, referents, passage, low, holder)
    if untold or _means_somebody_else(text):
        before = _before(material, passage)
        if before is not None and len(before) + len(text) <= _MOST:
            return f"{before} {text[:1].upper()}{text[1:]}"
        if untold and material.passages_before(passage, 1):
            return None
    return text


def _plain(words: str) -> str:
    return without_dateline(clause_text(words))


def _untold(material: Material, referents: Referents, passage: Passage, low: int, holder: str | None) -> bool:
    """Whether the words at an offset of a sentence begin by pointing to what was told before them."""
    found = _POINTS.match(passage.text, low)
    if found is None and (said := _TOLD_IT.match(passage.text, low)) is not None:
        found = _POINTS.match(passage.text, said.end())
    if found is None:
        return False
    word, after = found["word"].casefold(), found.end("word")
    if word in ("this", "that", "these", "those", "such", "one", "both", "either", "neither"):
        if _OF_TIME.match(passage.text, after):
            return False
        if word == "that" and found.start("word") > low and found["short"] is None:
            return False
        return not (
            word in ("those", "one", "both") and re.match(r"\s(?:who|in|of|with|whose)\b", passage.text[after:])
        )
    if word == "it" and (nothing := _EMPTY.match(passage.text, after)):
        # `It is expected to sail` is of a ship, `It is unclear when …` of nothing.
        return nothing.group().endswith(_OF_THINGS) and passage.text.startswith(" to ", nothing.end())
    meant = referents.at(passage, passage.start + found.start("word"), passage.start + after)
    if holder is None or holder not in meant:
        return True
    # Whoever speaks may be `he`, never an `it`.
    return (word in ("he", "she", "him", "his", "her")) is not (material.parties.get(holder).kind == "person")


def _means_somebody_else(text: str) -> bool:
    """Whether a `them` or `him` late in a line has nobody before it who can be meant."""
    found = _OBJECT.search(text)
    return found is not None and _NAMED_IN.search(text, 1, found.start()) is None


def _before(material: Material, passage: Passage) -> str | None:
    """The sentence before one in its document's body, where it is one that can be read."""
    for near in reversed(material.passages_before(passage, 1)):
        if near.is_summary is not passage.is_summary or _NO_SENTENCE.search(near.text) is None:
            continue
        words = without_dateline(" ".join(near.text.split()))
        found = _POINTS.match(words)
        if found is None or found["word"].casefold() in ("it", "that", "this") or len(words) > 60:
            return words
    return None
