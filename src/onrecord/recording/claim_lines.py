"""What tells of the line of a claim, read without its text: what it leaves untold, how it begins and how it ends.

`She has sold it, Ek said` tells neither who has sold nor what; `“Thank you all”` says nothing; a line that ends before
what is said does may say something else. Each such thing is a sign, whose weight `claims_gate` knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotation.lexicons import gender_of
from onrecord.recording.claim_words import ACCUSING, CALLING
from onrecord.recording.lexicon import PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.statements import Told
from onrecord.types import RecordParty

_READ = 400
"""How far, in characters, a line is read for what it does not tell."""
_START = 5
"""Of how many words the start of a line is."""
_FEW = 9
"""A quotation of fewer words is short."""
MARKS = "“\"‘`'"
PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you)\Z", re.I)
RELATIVE = re.compile(r"(?:who|which|that)\Z", re.I)
_THIRD = re.compile(r"\b(?:he|she|they|his|her|their)\b", re.I)
_SINGLE = frozenset({"he", "she", "his", "her"})
_WOMAN = frozenset({"she", "her"})
_SOMEBODY = lexicon(
    """someone somebody who those others two three both men women children man woman boy girl child anyone everyone
    person people victim suspect gunman student nurse candidate deputy sheriff soldier trooper guard colleague partner
    friend employee owner player star rapper comedian teenager teen passenger tourist customer shopper inmate prisoner
    reporter rival opponent"""
)
"""What a pronoun behind it may stand for, beside `PERSONS` and the plurals of people."""
_YOU = re.compile(r"\byou(?:r|['’](?:re|ll|ve))?\b", re.I)
_COURTESY = re.compile(
    r"\b(?:thank|congratulat|condolence|sympath|appreciat|welcom|honou?r|pleased|proud|pray|wish|grateful|happy|sorry"
    r"|glad|love)\w*|\bno comment\b|\bcomment on\b",
    re.I,
)
_WORD = re.compile(r"[\w’'-]+")
_SEVERAL = re.compile(r"…|(?<=[a-z0-9’'”\")])[.!?][”\"’',]?\s(?=[“\"‘`A-Z])")
"""What stands behind the first of several sentences."""
_OF_SEVERAL = re.compile(
    r"\b(?:the|those|another|all)\s(?:two|three|four|others?|latter|former)\b(?!\s[a-z-]+s\b)|\bthe\ssame\s", re.I
)
"""Some of those spoken of before."""
_OPENS_KNOWN = re.compile(
    r"\W*(?i:that\s)?(?:(?i:the)\s(?!(?:[\w’'-]+\s){1,2}(?:of|that|who|which|in|for|on|at)\b)[a-z-]{3,}"
    r"|an?\s(?:act|move|step|decision|measure|practice|policy|deed|idea|charge|claim|view)\b)"
)
"""Something that is told as known before all else (`the goal is …`), or an apposition’s noun for what was told (`a move
…`)."""
_NAMES = re.compile(r"[a-z,;]\s[“\"‘']?[A-Z][a-z]{2,}")
"""A name that does not only begin a sentence."""
_ONE = frozenset({"he", "she", "him", "his", "her", "hers"})
_BACK = re.compile(r"\b(?:he|she|him|his|hers?|they|them|theirs?|its?)\b", re.I)
_OWN = {
    "organisation": frozenset({"it", "its", "they", "their"}),
    "place": frozenset({"it", "its", "they", "their"}), "group": frozenset({"they", "them", "their"}),
}  # fmt: skip
"""Which pronouns may stand for a speaker that is no person."""
_NOBODY_BY_NAME = frozenset({"he", "she"})
_CLAUSE = (
    r"(?:\A|[.;,:!?“\"‘`—–…]|--|\b(?:and|but|so|because|if|when|that|say|says|think|believe|know|hope|though|although"
    r"|while|as|like|sure)\b)\W*"
)
"""Before the subject of a clause."""
_VERB = (
    r"(?:['’]s\b|\s(?:is|was|are|were|will|would|has|have|could|can|may|might|does|do|did|makes|made|means|shows|should"
    r"|must|happen\w*|also|certainly|just|really)\b)"
)
_POINTS = re.compile(rf"{_CLAUSE}(?P<at>that|this|these|those){_VERB}", re.I)
"""`This` and `that` as a subject."""
_POINTED_AT = re.compile(
    r"\b(?:this|these|those)(?=\W*(?:[.,;:!?”\"]|\Z)"
    r"|\s(?:and|but|because|as|when|if|in|on|at|to|for|is|was|are|were|will|would|has|have|could|can|may|should|happen\w*)\b)"
    r"|\b(?:of|about|to|for|with|like|in|by|from|on|do|did|doing|said|say|know|knew|see|saw|believe|think|mean)\sthat"
    r"(?=\W*(?:[.,;!?”\"]|\Z))",
    re.I,
)
"""`This` and `that` as an object."""
_SUCH = re.compile(
    r"\b(?P<which>this|these|those|such|that)\s(?!(?:this|these|those|that|such)\b)(?:(?<=such\s)an?\s)?"
    r"(?P<nouns>(?:[\w’'-]+\s){0,2}?[a-z][\w’'-]+)",
    re.I,
)
_BEFORE_THAT = re.compile(
    r"\b(?:of|for|in|on|at|with|by|from|about|to|than|into|not|see|saw|do|did|make|get|take|use|have|had)\W*\Z",
    re.I,
)
"""Before a `that` which points, and opens no clause."""
_TIMES = lexicon(
    """year week month morning afternoon evening night day time season summer winter spring fall weekend century country
    nation state city moment point stage"""
)
"""What `this` stands before without pointing to what was said."""
_NO_NOUN = lexicon(
    """is was are were will would has have had can could may might should must he she it they we i you the a an his her
    their our my there if when no any all some many most more people and but happens happened as in on to for because
    who of that with whose which from at"""
)
_IT = re.compile(rf"(?:{_CLAUSE}|\b(?:whether|how)\s)(?P<at>it)\b", re.I)
_IT_IS_SO = re.compile(
    r"it(?:(?:['’]s|\s(?:is|was|will\sbe|would\sbe|has\sbeen|may\sbe|might\sbe|could\sbe|can\sbe|isn['’]t|wasn['’]t"
    r"|wouldn['’]t|would\snot))\s(?:[\w’']+\s){0,6}?(?:that|to|for|when|if|how|whether|who|time|as\sif|\w+ing)\b"
    r"|\s(?:seems?|appears?|looks?\slike|takes?|took|turns?\sout|rain\w*|snow\w*|feels?\slike|comes?\sdown|depends)\b)",
    re.I,
)
"""`It` that stands for nothing (`it is time to go`)."""
_NAMED_AHEAD = re.compile(
    r"\b(?:the|an?|our|my|his|her|their|its|this|that|every|any|each)\s(?:[\w’'-]+\s){0,3}?[a-z]{3,}\b|\b[A-Z][\w’'-]+\b"
)
_OPENING_WORD = re.compile(r"\b(?:I|We|He|She|They|It|You|And|But|If|When|So)\b")
_HIM = re.compile(r"\b(?:him|them)\b", re.I)
_THERE = re.compile(
    r"\b(?:there|here)\b(?=\W*(?:[.,;:!?”\"]|\Z)"
    r"|\s(?:on|in|for|and|but|last|when|because|with|this|from|may|will|would)\b)",
    re.I,
)
_PLACE = re.compile(r"\b(?:in|at|to|from|into|near|inside)\s(?:the\s|an?\s|our\s)?\w")
_TAG = re.compile(
    r",\s(?:[A-Z]\w+\s){1,4}(?:said|says|told)\b|\b(?:he|she|they)\s(?:said|says)\b|\bsaid\s[A-Z]|\baccording\sto\b"
    r"|\breport(?:s|ed)?\b|\s(?:and|but)\s(?:also\s|then\s)?(?:said|told|added|argued|stressed|insisted|noted|claimed|denied"
    r"|warned|called|described|asked|urged|accused|promised|declined|refused)\b|\A(?:police|officials|authorities)\s(?:say|said)\b",
    re.I,
)
_ACCUSES = re.compile(rf"{ACCUSING.pattern}|{CALLING.pattern}|\b(?:den(?:y|ies|ied)|disput|prais)\w*", re.I)
"""Whose lines the reporter words: `Ek accused the mill of fraud`."""
_GOES_ON = re.compile(r"[”\"]\s[a-zA-Z]{3}")


def told_by_the_line(
    material: Material, item: Told, party: RecordParty, text: str, persons: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """What tells of the words of a claim that a party makes by a statement.

    `persons`: the last words of the names of all people whom the document names, in lower case.
    """
    quoted, length = text[:1] in MARKS, len(text.split())
    yield from _references(material, item, party, text, quoted, persons)
    if quoted:
        yield "quotation", 1.0
    if quoted and length < _FEW:
        yield "short quotation", 1.0
        if _YOU.search(text):
            yield "to somebody", 1.0
    if length < 40 and _COURTESY.search(text):
        yield "courtesy", 1.0
    if "?" in text or "!" in text:
        yield "asks or exclaims", 1.0
    words = item.statement.source_text
    accuses = _ACCUSES.search(item.statement.cue) is not None
    if not (quoted or accuses) and ((words and text.startswith(words[:15])) or text.startswith(party.name)):
        yield "told by the reporter", 1.0
    if not accuses and (_TAG.search(text) or (quoted and _GOES_ON.search(text))):
        yield "holds another's words", 1.0
    yield from _ends(material, item, text)


def leaves_untold(
    material: Material, item: Told, party: RecordParty, line: str, persons: frozenset[str], rivals: bool
) -> bool:
    """Whether a line speaks of whom or of what only the text around it may tell.

    Sooner too often than too seldom: it costs a line no more than that the words before it are shown. `persons` as in
    `told_by_the_line`; `rivals`: whether the words before name another person, whom `he` may mean.
    """
    line, quoted = line[:_READ], line[:1] in MARKS
    if _OF_SEVERAL.search(line) or _OPENS_KNOWN.match(line) or _untold(item, party, line, quoted, persons) is not None:
        return True
    if quoted and not _NAMES.search(line):
        # `“the only way”`: what somebody says of nobody and nothing by name.
        return True
    own = frozenset[str]() if quoted or rivals else _own(party, material.parties.woman(party.id))
    for found in _BACK.finditer(line):
        word = found[0].casefold()
        ahead = _OPENING_WORD.sub("", line[: found.start()])
        if word in own:
            continue
        if word in ("it", "its"):
            told = _NAMED_AHEAD.search(ahead) is not None
        else:
            words = {_stem(w) for w in _WORD.findall(ahead)}
            one = not words.isdisjoint(PERSONS | _SOMEBODY | persons)
            told = one if word in _ONE else "and" in words or any(w in _SOMEBODY or is_plural(w) for w in words)
        if not told:
            return True
    return False


def _own(party: RecordParty, woman: bool | None) -> frozenset[str]:
    """The pronouns that may stand for a speaker where the reporter words what he says."""
    if party.kind == "person" and party.name[:1].islower():
        return _NOBODY_BY_NAME
    if party.kind != "person":
        return _OWN.get(party.kind, _OWN["group"])
    if woman is None:
        woman = gender_of(party.name.split()[0])
    return _ONE if woman is None else _WOMAN | {"hers"} if woman else _ONE - _WOMAN - {"hers"}


def _references(
    material: Material, item: Told, party: RecordParty, text: str, quoted: bool, persons: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """Of whom and of what a line speaks without naming it."""
    pronoun = _other(material, item, party, text, quoted, persons)
    if pronoun is not None:
        yield "another's pronoun", 1.0
        if pronoun < 2:
            yield "another's pronoun, at the start", 1.0
    if _SEVERAL.search(text) is None:
        # What a first sentence leaves untold the next may tell.
        found = _untold(item, party, text[:_READ], quoted, persons)
        if found is not None:
            yield "untold", 1.0
            if found < _START:
                yield "untold, at the start", 1.0


def _untold(item: Told, party: RecordParty, text: str, quoted: bool, persons: frozenset[str]) -> int | None:
    """Behind how many words a line points to what it does not tell: `this option`, `that is why`, `it`, `there`."""
    at = [m.start("at") for m in _POINTS.finditer(text)]
    at += [m.start() for m in _POINTED_AT.finditer(text)]
    at += [m.start() for m in _SUCH.finditer(text) if _points(text, m)]
    body = party.kind in ("organisation", "place") or _are_many(party)
    if quoted or not (body or item.statement.source_text.casefold() == "it"):
        at += [
            m.start("at") for m in _IT.finditer(text)
            if not _IT_IS_SO.match(text, m.start("at"))
            and not _NAMED_AHEAD.search(_OPENING_WORD.sub("", text[: m.start("at")]))
        ]  # fmt: skip
    own = party.kind == "person" and not quoted
    at += [m.start() for m in _HIM.finditer(text) if not _is_told(text[: m.start()], m[0], own, persons)]
    at += [m.start() for m in _THERE.finditer(text) if not _PLACE.search(text[: m.start()])]
    return len(_WORD.findall(text[: min(at)])) if at else None


def _points(text: str, found: re.Match[str]) -> bool:
    """Whether `this` or `such` with a noun points to what the line has not told (`this option`, not `this week`)."""
    which, nouns, ahead = found["which"].casefold(), found["nouns"].casefold().split(), text[: found.start()]
    if nouns[0] in _NO_NOUN or not _TIMES.isdisjoint(nouns):
        return False
    if which == "that" and (ahead.strip("“\"‘`' ") and _BEFORE_THAT.search(ahead[-20:]) is None):
        return False
    stem = nouns[-1].rstrip("s")[:6]
    return re.search(rf"\b{re.escape(stem)}", ahead, re.I) is None


def _is_told(ahead: str, pronoun: str, own: bool, persons: frozenset[str]) -> bool:
    """Whether words tell for whom a `him` or `them` behind them stands; `own`: a `him` may be the speaker."""
    words = {_stem(w) for w in _WORD.findall(ahead)}
    if pronoun.casefold() == "them":
        return "and" in words or any(w in _SOMEBODY or w == "they" or is_plural(w) for w in words)
    return own or not words.isdisjoint(PERSONS | _SOMEBODY | persons | {"he"})


def _other(
    material: Material, item: Told, party: RecordParty, text: str, quoted: bool, persons: frozenset[str]
) -> int | None:
    """At which word of a line a pronoun stands for somebody whom the line does not name, nor is he the speaker."""
    parties, a = material.parties, item.annotation
    noun = party.name.split()[-1].casefold()
    one = party.kind == "person" and len(a.source) == 1
    first = bool(a.content and a.source) and max(a.content)[1] <= min(a.source)[0]
    words = item.statement.source_text
    told_of = first and PRONOUN.match(words) is None and RELATIVE.match(words) is None
    # What calls the speaker is read with his name: `His government accuses …`.
    head = len(words) if text.startswith(words) else 0
    for found in _THIRD.finditer(text, head, _READ):
        word, ahead = found[0].casefold(), _WORD.findall(text[: found.start()])
        if word in _SINGLE:
            known = any(w in PERSONS or w in _SOMEBODY or _stem(w) in persons for w in ahead)
            woman = parties.woman(party.id) if one else None
            described = party.kind == "group" and not is_people(noun) and not parties.is_named(party.id)
            own = (one and woman in (None, word in _WOMAN)) or described
        else:
            known = "and" in ahead or any(w in _SOMEBODY or is_plural(w) for w in ahead)
            own = not one or _are_many(party)
        # `He left, Ek said`: Ek would have said so of himself behind his name.
        if not known and (quoted or not own or (told_of and len(ahead) < 2)):
            return len(ahead)
    return None


def _ends(material: Material, item: Told, text: str) -> Iterator[tuple[str, float]]:
    """Whether a line ends before what is said does."""
    a, words = item.annotation, text.split()
    if not a.content or not words:
        return
    document = material.documents[item.document].document.text
    end = max(a.content)[1]
    last = words[-1].rstrip("”\"’'.,`")
    at = document.rfind(last, max(0, end - 400), end + 2) if last else -1
    stop = end if at < 0 else at + len(last)
    if stop < end - 3:
        yield "ends early", 1.0


def _are_many(party: RecordParty) -> bool:
    """Whether a party is several people by its last word; a man may be called so (`Sanders`)."""
    return party.kind != "person" and is_people(party.name.split()[-1].casefold())


def _stem(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like several: by its ending, or as people are called (`staff`)."""
    plain = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    return plain or is_people(word)
