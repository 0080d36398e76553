"""Speakers who are told by what they are, and by their name in another sentence.

`The police union’s boss said so. “It is wrong,” Jon Ek said.`: nobody else is told of there, and no text brings in a
name without saying whose it is. `A spokesman said so. “We know,” said Paul Hart, a spokesman for the port.`
"""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import human_nouns
from onrecord.recording.lexicon import PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.referents_common import is_person
from onrecord.types import Statement

_DESCRIBED = re.compile(
    r"(?P<article>the|an?|one|its|his|her|their)\s(?P<before>(?:[\w’'&.-]+\s){0,4}?)(?P<noun>[a-z-]+)"
    r"(?P<behind>\s(?:of|for|at|with|in|from)\s[^,;]{2,60})?",
    re.I,
)
"""Somebody told by what he is and by nothing else."""
_LEADS = lexicon("head boss chief leader president chairman chairwoman chairperson director chair commander")
_SENDS = lexicon("spokesman spokeswoman spokesperson")
_REACH = 420
"""How far behind a description, in characters, the name may stand."""
_LONG = 5000
"""How far around a description, in characters, a text is searched for whom it may mean."""
_HONORIFIC = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?")
_AFTER = re.compile(r",\s(?P<told>[^,.;:“”\"]{3,90})")
_BEFORE = re.compile(r"(?P<told>[^,.;:“”\"]{3,90}),?\s\Z")
_NO_TITLE = lexicon(
    "said says told tells added warned had has have was were is are be been it he she they that from by when after "
    "before as would will could not but while because who whom which"
)
"""Words of a clause, not of what somebody is."""
_SMALL = lexicon("the a an of for at with in and to its his her their one")


def named_elsewhere(material: Material, document: int, s: Statement, party: str) -> str:
    """The party with a name for somebody told by a description only; any other party as it is."""
    if len(s.source) != 1 or material.parties.is_named(party) or material.parties.get(party).kind != "person":
        return party
    start, end = s.source[0]
    text = material.documents[document].document.text
    found = _DESCRIBED.fullmatch(text, start, end)
    passage = material.quotes.passage_at(document, start)
    if found is None or passage is None or not _is_one(found["noun"]):
        return party
    woman = _gender(found["noun"])
    other = None if passage.is_summary else _goes_on(material, document, s, found)
    other = other or _told_so(material, document, found)
    if other is None or (woman is not None and material.parties.woman(other) is (not woman)):
        return party
    return other


def _is_one(noun: str) -> bool:
    return (noun in PERSONS or is_person(noun) or noun in human_nouns()) and not is_people(noun)


def _gender(noun: str) -> bool | None:
    if noun.endswith("woman") or noun in ("mother", "sister", "daughter", "wife", "widow", "aunt", "niece", "girl"):
        return True
    male = noun.endswith("man") or noun in ("father", "brother", "son", "husband", "uncle", "nephew", "boy")
    return False if male else None


def _goes_on(material: Material, document: int, s: Statement, found: re.Match[str]) -> str | None:
    """Who is named first right behind, as the one who says what comes next; not if he is told as another body’s."""
    noun, own = found["noun"], _words(f"{found['before']} {found['behind'] or ''}")
    start, end = s.source[0]
    low = max(b for spans in (s.source, s.content, s.cue) for _, b in spans)
    after = sorted(
        (
            o for o in material.documents[document].annotations.statements
            if len(o.source) == 1 and o is not s and low <= o.source[0][0] < end + _REACH
        ),
        key=lambda o: o.source,
    )  # fmt: skip
    text = material.documents[document].document.text
    for other in after[:2]:
        a, b = other.source[0]
        people = [m for m in material.parties.within(document, a, b) if material.parties.get(m[2]).kind == "person"]
        if not people:
            if text[a:b].casefold() in ("he", "she"):
                continue
            return None
        if len(people) != 1:
            return None
        mention = people[0]
        if " " not in text[mention[0] : mention[1]] or not _is_first(material, document, mention):
            return None
        bare = _HONORIFIC.fullmatch(text, a, mention[0]) is not None and mention[1] == b
        if bare:
            near = _sentences_between(material, document, start, a) <= 1 and not _is_told(text, mention)
            spoken = bool(other.content) and other.content[0][0] < a and text[other.content[0][0]] in "“\"‘`'"
            return mention[2] if near and spoken and material.parties.get(mention[2]).role is None else None
        told = f"{text[a : mention[0]]} {text[mention[1] : b]}".casefold()
        same = not own or not own.isdisjoint(_words(told)) or _words(told) <= {noun.casefold()}
        return mention[2] if same and re.search(rf"\b{re.escape(noun.casefold())}\b", told) else None
    return None


def _is_first(material: Material, document: int, mention: tuple[int, int, str]) -> bool:
    """Whether a mention is the first of its party in a document’s body."""
    for low, _, other in material.parties.within(document, max(0, mention[0] - _LONG), mention[0]):
        passage = material.quotes.passage_at(document, low) if other == mention[2] else None
        if passage is not None and not passage.is_summary:
            return False
    return True


def _is_told(text: str, mention: tuple[int, int, str]) -> bool:
    """Whether a text says right beside a name what its bearer is."""
    behind = text[mention[1] : mention[1] + 12]
    return re.match(r",\s(?:the\s|an?\s|who\s|\d|of\s|[a-z])|\s\(|\sof\s", behind) is not None


def _sentences_between(material: Material, document: int, start: int, end: int) -> int:
    """How many passages after that of one place the one of another is."""
    first = material.quotes.passage_at(document, start)
    last = material.quotes.passage_at(document, end)
    if first is None or last is None:
        return 99
    return next((n for n, p in enumerate([last, *reversed(material.passages_before(last, 2))]) if p == first), 99)


def _told_so(material: Material, document: int, found: re.Match[str]) -> str | None:
    """The one person whom a document tells by the same office and the same body, right beside his name."""
    noun = found["noun"].casefold()
    own = _words(f"{found['before']} {found['behind'] or ''}")
    if not own or found["article"].casefold() in ("his", "her", "its", "their"):
        return None
    nouns = _LEADS if noun in _LEADS else _SENDS if noun in _SENDS else frozenset({noun})
    text = material.documents[document].document.text
    fitting: dict[str, None] = {}
    around = material.parties.within(document, max(0, found.start() - _LONG), found.end() + _LONG)
    for low, high, party in around:
        if material.parties.get(party).kind != "person" or " " not in text[low:high]:
            continue
        for told in (_AFTER.match(text, high, high + 95), _BEFORE.search(text, max(0, low - 95), low)):
            words = frozenset() if told is None else _words(told["told"])
            if not words.isdisjoint(_NO_TITLE):
                continue
            if own <= words and not nouns.isdisjoint(words):
                fitting[party] = None
    return next(iter(fitting)) if len(fitting) == 1 else None


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[\w-]+", re.sub(r"['’]s?\b", " ", text).casefold())
    return frozenset(w for w in words if w not in _SMALL)


