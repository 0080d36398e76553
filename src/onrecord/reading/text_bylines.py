"""Names in bylines: what looks like a name, and whom a byline names."""

from __future__ import annotations

import re

from onrecord.reading.blocks import cues, words_of

PARTICLES = frozenset(
    """
    de da do dos das di del della delle dei du des van von der den ter ten la le el al bin ibn ben abu af av zu
    zur y e i und and et en och og ja oder & st mc san santa
    """.split()
)
"""Small words inside names and between them."""

_NAME_WORD = re.compile(r"[^\W\d_]['’.\w-]*\.?$")
_PREPOSITIONS = "by|von|par|por|di|door|av|af|od|от|від|przez"
_BY_LABELS = (
    "автор|autor(?:a|en|es|i|e)?|auteurs?|bởi|oleh|γράφει(?: [οη])?|מאת|بقلم|penulis|reporter|tác giả|"
    "文|作者|撰文|記者|记者"
)
_GENRES = (
    "words|story|report|reported|written|posted|published|text|texte?|texto|interview|analysis|opinion|review|comment|"
    "compiled|reporting|guest post|article|video|rédigé|publié|publicado|verfasst|geschrieben|geschreven|skrevet|scris|"
    "propos recueillis|a cura|redacción|foto y texto|text und fotos?|från|cronaca|"
    "ein (?:kommentar|gastbeitrag|interview|bericht)|eine (?:analyse|reportage)"
)
_BY = re.compile(
    rf"\s*(?:[-–—|•·]\s*)?(?:(?:{_GENRES})\s+)?(?:{_PREPOSITIONS}|{_BY_LABELS})(?=[\s:：/])\s*[:：/]?\s*", re.I
)
_OTHER_BY = re.compile(
    rf"(?:[^\W\d]+\s){{1,3}}(?:{_PREPOSITIONS})\s+|by(?=[A-Z])|[（(]?(?:责编|责任编辑|編集)\s*[:：]\s*", re.I
)
"""Any genre before the preposition (`Kommentar von`), or the preposition run into the name by lost markup."""
_AND = "and|und|et|y|och|og|en|i|e|ja|ve|dan|и|і|και|with|mit"
_JOINTS = re.compile(rf"\s*(?:[,;&|/·•、]|\b(?:{_AND})\b)\s*", re.I)
_CUT = re.compile(
    r"\s+(?:[-–—|•·›»]\s*|@|for\s|in\s|at\s|from\s|in:|aus\s|à\s|des\s|w\s)|\s*[|•·(\[<]|\s@|\S+@|:\s|https?:|www\.",
    re.I,
)
"""Where the names end and offices, places, handles and addresses begin."""
_ROLES = frozenset(
    """
    reporter correspondent editor writer staff columnist author journalist contributor analyst producer
    photographer bureau critic anchor senior chief managing deputy associate assistant political business sports
    sport health science lifestyle parliamentary foreign world national news digital features feature court
    crime education technology tech money finance economics environment religion media entertainment city local
    auto special contributing investigative freelance newsroom desk team opinion guest web published updated
    follow redakteur redakteurin korrespondent korrespondentin journaliste rédacteur rédactrice redactor
    redactora corresponsal periodista giornalista jornalista repórter verslaggever redacteur redaktör toimittaja
    dziennikarz muhabir wartawan the today
    """.split()
)
_OUTLET_WORDS = frozenset(
    """
    times post press tribune herald journal gazette daily mail guardian observer telegraph chronicle star sun
    reuters afp ap dpa bbc cnn agency agencies network magazine online radio tv television broadcasting wire
    service
    """.split()
)
_HANDLE = re.compile(r"\s*\(?@\w+\)?")
_HAN_NAME = re.compile("[\u4e00-\u9fff]{1,3}[ \u3000][\u4e00-\u9fff]{1,3}")
"""Family and given name apart, as Japanese bylines print them."""
_REPORTER = re.compile(r"\s*(?:인턴)?(?:기자|특파원|논설위원|記者|记者|特派員)$")
_GLUED = re.compile(
    r"\s*[|·]\s*(?i:published|updated|posted)\W*$|(?<=[a-z])(?:Twitter|Facebook|Instagram|Follow|Email)$"
)
"""What lost markup leaves at the end of a name."""
_MARKS = " \t\u00a0,;:.-–—|•·/()（）"


def looks_like_name(text: str) -> bool:
    """Whether a short text consists of capitalised words as a person's or an agency's name does."""
    text = _GLUED.sub("", text.lstrip("/|·•–—- "))
    if len(text) > 60 or any(c.isdecimal() for c in text) or text[-1:] in "?!:…\"”»":
        return False
    if _HAN_NAME.fullmatch(text):
        return True
    words = _HANDLE.sub("", text).replace(",", " ").replace("&", " and ").split()
    if not 1 < len(words) <= 6 or not words[0][0].isupper() or not all(_NAME_WORD.match(w) for w in words):
        return False
    small = [w.casefold().rstrip(".") for w in words if not w[0].isupper()]
    return len(words) - len(small) >= 2 and all(w in PARTICLES for w in small)


def _after_by(text: str) -> int:
    """Where the names begin after `By`, `Von`, `Kommentar von`; 0 if the line does not open so."""
    if (found := _BY.match(text)) and _opens_with_name(text[found.end() :]):
        return found.end()
    if (found := _OTHER_BY.match(text)) and not found[0].casefold().startswith(("presented", "sponsored", "powered")):
        names = text[found.end() :].strip(_MARKS)
        if all(looks_like_name(n) or not n[:1].isascii() for n in _JOINTS.split(names)):
            return found.end()
    return 0


def _opens_with_name(text: str) -> bool:
    """Whether a name follows `By`: `By Thursday, talks had failed` and `Von Alder bis Quill` are no bylines."""
    words = text.split(None, 4)
    if not words or not words[0][0].isalpha() or words[0][0].islower():
        return not words
    if words[0][0].lower() == words[0][0] or len(words) == 1:  # scripts without capitals; one name
        return True
    if words[0][-1] in ",;|":
        return len(words) <= 4 and words[1][0].isupper()
    return not words[1][0].islower() or words[1].casefold() in PARTICLES


def starts_with_by(text: str) -> bool:
    """Whether the line opens as bylines do (`By`, `Von`, `Kommentar von`, `Texte :`) and goes on with a name."""
    return _after_by(text) > 0


def _without_role(name: str) -> str:
    """The name without what trails it: `Ada Example Political editor`, `Jo Example Daily News`."""
    words = _REPORTER.sub("", _GLUED.sub("", _HANDLE.sub("", name).strip(_MARKS))).split()
    for i, word in enumerate(words):
        if i >= 2 and word.strip(".,'’").casefold() in _ROLES | _OUTLET_WORDS:
            words = words[:i]
            break
    while len(words) > 2 and words[-1].casefold() in PARTICLES:
        words.pop()
    return " ".join(words).strip(_MARKS)


def author_names(text: str) -> tuple[str, ...]:
    """The names that a byline gives, in order, without roles, outlets and handles.

    An agency or a desk is returned only where nobody else is named.

    >>> author_names("By Jane Roe and John Doe - Associated Press")
    ('Jane Roe', 'John Doe')
    """
    text = " ".join(text.split()).lstrip("/|·•–—- ")
    if re.match(r"(?:https?:|www\.)\S+$", text):
        return ()
    text = text[_after_by(text) :]
    cut = _CUT.search(text)
    if cut and cut.start() > 0:
        text = text[: cut.start()]
    people: list[str] = []
    agencies: list[str] = []
    for part in _JOINTS.split(text):
        name = _without_role(part)
        words = words_of(name)
        if not any(c.isalpha() for c in name) or len(name) > 60 or (len(words) == 1 and "by" in cues(name)):
            continue
        if not cues(name).isdisjoint({"agency", "desk"}):
            agencies.append(name)
        elif all(w in _ROLES for w in words):
            continue
        elif not people or not name[0].isupper() or (1 < len(words) <= 4 and not any(w in _ROLES for w in words[1:])):
            people.append(name)
    return tuple(dict.fromkeys(people or agencies))
