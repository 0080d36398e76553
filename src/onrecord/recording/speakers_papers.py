"""Who speaks through a paper, a page or a network: whose it is, not who carries it.

`The summary` is the ministry’s that was told of before, `the band’s website` is the band’s, and a `Facebook post` is no
word of Facebook.
"""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import document_nouns
from onrecord.recording.lexicon import BODIES, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents
from onrecord.recording.referents_common import is_person
from onrecord.types import PartyKind, Statement

_SITES = lexicon("site website homepage webpage")
PAPERS = document_nouns() | _SITES | lexicon("summary suit dossier brief advisory bulletin newsletter page blog")
"""What somebody may say something in."""
_ISSUED = lexicon(
    """report study survey poll summary statement letter complaint lawsuit suit memo memorandum filing indictment review
    audit analysis release petition affidavit dossier brief advisory bulletin newsletter document inquiry
    investigation"""
)
_THE_PAPER = re.compile(r"(?:the|this|that)\s(?:[\w’'-]+\s){0,2}?(?P<noun>[a-z-]+)", re.I)
_OWN_SITE = re.compile(r"(?:his|her)\s(?P<rest>(?:[a-z]+\s)?(?P<noun>[a-z]+))", re.I)
_OWNED = re.compile(r"(?P<owner>the\s(?:[a-z-]+\s)?[a-z-]+)['’]s?\s(?P<rest>(?:[a-z]+\s){0,2}?(?P<noun>[a-z]+))", re.I)
_BY = re.compile(
    r"\s(?:(?:was|were|has been)\s)?(?:(?:filed|issued|published|released|written|signed|made|sent|compiled"
    r"|commissioned|produced|conducted|prepared)\s(?:\w+\s){0,2}?)?(?:by|from)\s(?:the\s)?\Z"
)
_NAMED_FOR = re.compile(r"(?:['’]s?\s(?:[a-z-]+\s){0,2}?|\s)\Z")
_OFFICER = re.compile(r"['’]s?\s(?P<words>[a-z-]+(?:\s[a-z-]+){0,2})")
_AFFAIR = re.compile(
    r"(?:['’]s?)?\s(?:[a-z-]+\s)?(?:verdict|case|trial|affair|scandal|episode|incident|killing|murder|death|shooting"
    r"|defeat|victory|nomination|arrest|conviction|experience|success|failure)\b.*",
    re.S,
)
"""Behind a person’s name: what befell him, of which nobody speaks."""
_ANEW = re.compile(r"\b(?:an?|another)\s(?:[\w-]+\s){0,2}?\Z", re.I)
_FAR = 2500
"""How far before a paper, in characters, whose it is may have been told."""
_NETWORKS = lexicon(
    "facebook twitter instagram youtube whatsapp telegram tiktok reddit weibo linkedin snapchat wechat tumblr"
)
"""Firms whose pages carry what others say."""
_CARRIED = re.compile(
    r"\s(?:live\s)?(?P<noun>posts?|pages?|accounts?|messages?|users?|videos?|groups?|feeds?|threads?|statements?|profiles?"
    r"|updates?|comments?|channels?|chats?|livestreams?|photos?|pictures?|rumou?rs)\b"
)
_OWNER = re.compile(r"(?P<owner>(?:the|an?)\s(?:[a-z-]+\s)?[a-z-]+)['’]s?\s(?:[a-z]+\s)?", re.I)
_FROM = re.compile(r"\s(?:by|from|of)\s(?:[\w’'-]+\s){0,3}?\Z")
_OTHER_BODY = re.compile(
    r"(?:['’]s?)?\s(?:[a-z]+\s)?(?P<noun>affiliates?|subsidiary|subsidiaries|rivals?|competitors?|suppliers?|franchisees?"
    r"|contractors?|customers?|partners?|dealers?|licensees?)"
)
"""Behind a body’s name: another body, told by that one."""


def through_paper(
    material: Material, referents: Referents, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party whose paper, page or account a source is; "" for nobody, None where it is no such thing."""
    if len(s.source) != 1:
        return None
    start, end = s.source[0]
    text = material.documents[document].document.text
    if named:
        return _carried(material, referents, document, s, named)
    passage = material.quotes.passage_at(document, start)
    site = _OWN_SITE.fullmatch(text, start, end)
    if site is not None and site["noun"] in _SITES and passage is not None:
        # A page of somebody is written by others as often as not.
        owners = referents.at(passage, start, start + 3)
        if len(owners) != 1 or material.parties.get(owners[0]).kind != "person":
            return None
        name = f"{material.parties.get(owners[0]).name}’s {site['rest']}"
        return material.parties.describe(document, start, end, name, "work")
    owned = _OWNED.fullmatch(text, start, end)
    if owned is not None and owned["noun"] in PAPERS and passage is not None:
        found = referents.at(passage, start, owned.end("owner"))
        if len(found) == 1 and material.parties.get(found[0]).kind != "place":
            return found[0]
        if owned["noun"] in _SITES:
            name = f"{owned['owner'].split(maxsplit=1)[-1]}’s {owned['rest']}"
            return material.parties.describe(document, start, end, name, "work")
        return None
    told = _THE_PAPER.fullmatch(text, start, end)
    if told is None or told["noun"].casefold() not in _ISSUED:
        return None
    return _issuer(material, document, start, told["noun"].casefold())


def _issuer(material: Material, document: int, before: int, noun: str) -> str | None:
    """The party whose paper of a kind was told of last before a place: `an FBI summary`, `a letter from Ada Lund`."""
    text = material.documents[document].document.text
    low = max(0, before - _FAR)
    for found in reversed(list(re.finditer(rf"\b{re.escape(noun)}\b", text[low:before]))):
        start, end = low + found.start(), low + found.end()
        ahead = material.parties.within(document, max(0, start - 60), start)
        if ahead and _NAMED_FOR.fullmatch(text, ahead[-1][1], start):
            return ahead[-1][2] if material.parties.get(ahead[-1][2]).kind != "place" else None
        behind = material.parties.within(document, end, end + 80)
        if behind and _BY.fullmatch(text, end, behind[0][0]):
            officer = _OFFICER.match(text, behind[0][1], behind[0][1] + 60)
            if officer is None:
                return behind[0][2]
            # `a report from the ministry’s chief inspector`
            own = [w for w in re.finditer(r"[a-z-]+", officer["words"]) if w[0] in PERSONS | BODIES or is_person(w[0])]
            if not own:
                return None
            high = officer.start("words") + own[-1].end()
            name = " ".join(text[behind[0][0] : high].split())
            kind: PartyKind = "organisation" if own[-1][0] in BODIES else "person"
            return material.parties.describe(document, behind[0][0], high, name, kind)
        if _ANEW.search(text, max(0, start - 40), start):
            return None
    return None


def _carried(
    material: Material, referents: Referents, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """Who speaks where a name is that of a network that carries it, or of a body that tells another one."""
    start, end = s.source[0]
    text = material.documents[document].document.text
    parties = material.parties
    for n, (low, high, _) in enumerate(named):
        carried = _CARRIED.match(text, high, end) if text[low:high].casefold() in _NETWORKS else None
        if carried is None:
            continue
        owner = named[n - 1] if n else None
        if owner is not None and re.fullmatch(r"(?:['’]s?)?\s(?:[a-z]+\s)?", text[owner[1] : low]):
            return owner[2]
        behind = named[n + 1] if n + 1 < len(named) else None
        if behind is not None and _FROM.fullmatch(text, carried.end(), behind[0]):
            return behind[2]
        noun = carried["noun"]
        if noun == "users":
            name = " ".join(text[start : carried.end()].split())
            return parties.describe(document, start, carried.end(), name, "group")
        if n or behind is not None:
            return None
        passage = material.quotes.passage_at(document, start)
        told = _OWNER.fullmatch(text, start, low)
        if told is None or passage is None:
            return ""
        found = referents.at(passage, start, told.end("owner"))
        return found[0] if len(found) == 1 else ""
    if len(named) == 1 and parties.get(named[0][2]).kind == "person" and _AFFAIR.fullmatch(text, named[0][1], end):
        # `the Holm verdict shows`
        return ""
    if len(named) == 1 and parties.get(named[0][2]).kind == "organisation":
        other = _OTHER_BODY.fullmatch(text, named[0][1], end)
        if other is not None:
            kind: PartyKind = "group" if other["noun"].endswith("s") or is_people(other["noun"]) else "organisation"
            return parties.describe(document, start, end, " ".join(text[start:end].split()), kind)
    return None
