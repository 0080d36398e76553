"""Names in bylines: what looks like a name, and whom a byline names."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.reading.blocks import cues, words_of

PARTICLES = frozenset(
    "de da do dos das di del della delle dei du des van von der den ter ten la le el al bin ibn ben abu af av zu zur y e i "
    "und and et en och og ja oder & st mc san santa".split()
)
_NAME_WORD = re.compile(r"[^\W\d_]['’.\w-]*\.?$")
_BY = re.compile(
    r"\s*(?:[-–—|•·]\s*)?(?:(?:words|story|report|reported|written|posted|published|text|texte?|texto|interview|analysis|opinion|review|"
    r"comment|compiled|reporting|guest post|article|video|rédigé|publié|publicado|verfasst|geschrieben|geschreven|skrevet|scris|"
    r"propos recueillis|a cura|redacción|foto y texto|text und fotos?|ein (?:kommentar|gastbeitrag|interview|bericht)|eine (?:analyse|reportage)|"
    r"från|cronaca)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|od|от|від|przez|автор|autor(?:a|en|es|i|e)?|auteurs?|bởi|oleh|γράφει(?: [οη])?|מאת|بقلم|"
    r"penulis|reporter|tác giả|文|作者|撰文|記者|记者)(?=[\s:：/])\s*[:：/]?\s*",
    re.I,
)
_GENRE_BY = re.compile(r"(?:[^\W\d]+\s){1,3}(?:by|von|par|por|di|av|af|door)\s+|by(?=[A-Z])|[（(]?(?:责编|责任编辑|編集)\s*[:：]\s*", re.I)
"""A genre before the preposition (`Kommentar von`), or the preposition run into the name by lost markup."""
_JOINTS = re.compile(r"\s*(?:,|;|&|\||/|·|•|\band\b|\bund\b|\bet\b|\by\b|\bo?ch\b|\bog\b|\ben\b|\bi\b|\be\b|\bja\b|\bve\b|\bdan\b|\bи\b|\bі\b|\bкαι\b|\bwith\b|\bmit\b|、|、)\s*", re.I)
_CUT = re.compile(r"\s+(?:[-–—|•·›»]\s*|@|for\s|in\s|at\s|from\s|in:|aus\s|à\s|des\s|w\s)|\s*[|•·(\[<]|\s@|\S+@|:\s|https?:|www\.", re.I)
_ROLES = frozenset(
    "reporter correspondent editor writer staff columnist author journalist contributor analyst producer photographer bureau critic "
    "anchor senior chief managing deputy associate assistant political business sports sport health science lifestyle parliamentary "
    "foreign world national news digital features feature court crime education technology tech money finance economics environment "
    "religion media entertainment city local auto special contributing investigative freelance newsroom desk team opinion guest web "
    "redakteur redakteurin korrespondent korrespondentin journaliste rédacteur rédactrice redactor redactora corresponsal periodista "
    "giornalista jornalista repórter verslaggever redacteur redaktör toimittaja dziennikarz muhabir wartawan the today".split()
)
_OUTLET_WORDS = frozenset(
    "news times post press today tribune herald journal gazette daily mail guardian observer telegraph chronicle star sun reuters afp ap "
    "dpa bbc cnn agency agencies network media magazine review business foxbusiness online radio tv television broadcasting wire service".split()
)
_HANDLE = re.compile(r"\s*\(?@\w+\)?")


def looks_like_name(text: str) -> bool:
    """Whether a short text consists of capitalised words as a person's or an agency's name does."""
    if len(text) > 60 or any(c.isdecimal() for c in text):
        return False
    words = _HANDLE.sub("", text).replace(",", " ").replace("&", " and ").split()
    if not 1 < len(words) <= 6 or text[-1:] in "?!:…\"”»":
        return False
    if not all(_NAME_WORD.match(w) for w in words):
        return False
    capitals = [w for w in words if w[0].isupper()]
    rest = [w for w in words if not w[0].isupper()]
    return len(capitals) >= 2 and words[0][0].isupper() and all(w.casefold().rstrip(".") in PARTICLES for w in rest)


def starts_with_by(text: str) -> bool:
    """Whether the line opens as bylines do (`By`, `Von`, `Texte :`) and goes on with a capital or a caseless letter."""
    found = _BY.match(text)
    if not found:
        found = _GENRE_BY.match(text)
        return found is not None and looks_like_name(text[found.end() :].split(",")[0].strip())
    rest = text[found.end() :].lstrip()
    return not rest or rest[0].isupper() or (rest[0].isalpha() and not rest[0].islower())


def _clean(name: str) -> str:
    name = _HANDLE.sub("", name).strip(" \t\u00a0,;:.-–—|•·/")
    words = name.split()
    # Roles and outlets trail the name: `Thabo Example Parliamentary editor`, `Jo Example Daily News`.
    for i, word in enumerate(words):
        bare = word.strip(".,'’").casefold()
        if i >= 2 and (bare in _ROLES or (bare in _OUTLET_WORDS and i >= 2)):
            words = words[:i]
            break
    while len(words) > 2 and words[-1].casefold() in PARTICLES | _ROLES:
        words.pop()
    return " ".join(words)


def author_names(text: str) -> tuple[str, ...]:
    """The names that a byline gives, in order, without roles, outlets and handles.

    An agency or a desk is returned only where nobody else is named: `Jane Roe - Some Agency` gives Jane Roe.
    """
    text = " ".join(text.split())
    if re.fullmatch(r"(?:https?:|www\.)\S+", text):
        return ()
    text = text.lstrip("/|·•–—- ")
    found = _BY.match(text) or _GENRE_BY.match(text)
    if found and starts_with_by(text):
        text = text[found.end() :]
    cut = _CUT.search(text)
    if cut and cut.start() > 0:
        text = text[: cut.start()]
    people: list[str] = []
    agencies: list[str] = []
    parts = [p for p in _JOINTS.split(text) if p.strip()]
    for part in parts:
        name = _clean(part)
        if not name or not any(c.isalpha() for c in name) or len(name) > 60:
            continue
        folded = words_of(name)
        if len(folded) == 1 and "by" in cues(name):
            continue
        if "agency" in cues(name) or folded[0] in ("staff", "agencies"):
            agencies.append(name)
        elif people and all(w in _ROLES for w in folded):
            continue
        elif people and len(folded) > 4 or any(w in _ROLES for w in folded[1:]) and people:
            continue
        elif people and len(folded) == 1:
            continue
        else:
            people.append(name)
    chosen = people or agencies
    return tuple(a for i, a in enumerate(chosen) if a not in chosen[:i])
