"""Speakers told apart from the name beside them: some of several, somebody without a name, a firm by its country.

`Two of the three brothers` are not the three, `a woman who said so` is not the man named before her, and `Norrland’s
largest builder` is not Norrland.
"""

from __future__ import annotations

import itertools
import re

from onrecord.annotation.lexicons import human_nouns
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.referents import Referents
from onrecord.recording.referents_bodies import INSTITUTIONS
from onrecord.recording.referents_common import is_person
from onrecord.types import PartyKind, Statement

EXPLETIVE = re.compile(
    r"(?:['’]s|is|was|seems|would be|may be|might be)\s(?:also\s|perhaps\s|well\s|only\s|\w+ly\s)?(?:worth(?:while)?"
    r"|important|interesting|fair|safe|hard|easy|difficult|possible|impossible|useful|helpful|enough|time|wrong|right"
    r"|reasonable|tempting|necessary|unfair|premature|too early|instructive)\b",
    re.I,
)
"""After `it`: the writer’s own remark (`it is worth noting that …`)."""
_SOME = re.compile(
    r"(?P<some>(?:at least |about |nearly |almost |only )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some"
    r"|several|many|most|half|all but one|an? (?:few|number|majority|handful|third|quarter)))\sof\s"
    r"(?P<whole>(?:the|his|her|its|their|these|those)\s.+)",
    re.I,
)
_OWNED = re.compile(r"['’]s?\s(?:[\w-]+\s){0,5}?(?P<head>[a-z][a-z-]+)")
_DEMONYM = re.compile(r"[A-Z][a-zé-]+(?:ans?|ese|ish)")
"""How the adjective of a country ends that no list knows, which may be taken for a name: `the Orlandian navy`."""
_MEDIA = re.compile(
    r"\s(?:(?:local|state|public|news)\s)?(?:media|press|newspapers|papers|television|tv|radio)(?:\sreports?)?", re.I
)
_LARGEST = re.compile(r"\b(?:largest|biggest|oldest|leading|top|main|richest|busiest|second|third|sole|only|most)\b")
_MORE = PERSONS | lexicon(
    "man woman boy girl teenager user customer fan colleague mother father friend neighbour neighbor sailor"
)
_TWO = r"(?P<name>(?!The\s|An?\s|In\s|On\s|At\s)[A-Z][a-z’'-]+(?:\s(?:[A-Z]\.|[A-Z][a-zA-Z’'-]+)){1,2})"
_NAME_AHEAD = re.compile(
    _TWO + r",\s(?:(?:the|an?|his|her|its)\s)?(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)(?=\s(?:of|for|at|in|with)\s|,|\Z)"
)
_NAME_LAST = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w-]+\s(?:-\s)?){0,3}?(?P<noun>[a-z]+|[a-z]+-(?:general|chief))"
    r"(?:\s(?:of|for|at|in|with)\s[^,]{2,60})?,\s" + _TWO + r",?\Z"
)
_RANKED = re.compile(
    r"(?:[\w’'&.-]+\s){1,8}?(?:General|Colonel|Captain|Admiral|Sergeant|Lieutenant|Major|Commander|Senator|Judge|Justice"
    r"|Professor|Minister|Director|Secretary|Commissioner|Ambassador|Inspector|Sheriff|Bishop)\s" + _TWO + r"\W*"
)
"""A name behind a rank (`the navy’s chief of staff General Ada Lund`)."""
_NO_ONE = lexicon("government ministry administration group company firm agency office army police")
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?D|Jr|Sr|Esq|MBE|CBE|OBE|QC|KC|RN)\b")
_AROUND = re.compile(
    r"['’]?s?\s(?:(?:re-?election|presidential|legal|transition|defence|defense|press)\s)?"
    r"(?P<head>campaign|team|camp|foundation|family|estate|administration)\b"
)
"""Behind a person’s name: those around him, who are not he."""
_STATE = lexicon("government president cabinet")
_BRANCHES = lexicon(
    """ministry parliament army navy police military court department embassy senate congress legislature regulator
    watchdog commission judiciary"""
)
"""Bodies of a state that speak for themselves: `Norrland’s foreign ministry` is not Norrland."""
_OF_A_STATE = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}?(?:{'|'.join(sorted(_BRANCHES))})\b(?!['’-])")


def is_somebody(noun: str) -> bool:
    """Whether a singular names a person by what he is."""
    return noun in human_nouns() or noun in _MORE or is_person(noun)


_OPENS_TIME = re.compile(
    r"(?:last (?:night|week|month|year)|yesterday|today|this (?:morning|week|afternoon|month|year))\s(?=\S)", re.I
)
_HANGING = re.compile(r"(?P<rest>(?:[\w’'-]+\s){0,4}?(?P<people>[a-z]+s|men|women|people)),?\s(?:who|which|that|whom)")
"""People, with the first word of a clause about them left over (`Two jurors who`)."""
_THINGS_OF = re.compile(r"[a-z]+s\s(?P<rest>[A-Z][\w’'-]*\s(?:[a-z]+\s){0,2}?(?P<people>[a-z]+))")
"""Things and, in the clause about them, those who say so (`the problems [that] Norrvik growers say`)."""
_POINTING = re.compile(r"(?:these|those|this)\s(?:[\w’'-]+\s){0,3}?(?P<noun>[a-z]+)", re.I)


def described_anew(material: Material, document: int, s: Statement, party: str) -> str | None:
    """A party that was made from a description, without the adverb before it; None for a thing that is pointed at.

    `last night one user` is one user; `these pictures suggest` is said by nobody.
    """
    if material.parties.is_named(party) or len(s.source) != 1:
        return party
    name = material.parties.get(party).name
    pointing = _POINTING.fullmatch(name)
    if pointing is not None and not is_somebody(pointing["noun"].removesuffix("s")):
        return None
    hangs = _HANGING.fullmatch(name) or _THINGS_OF.fullmatch(name)
    if hangs is not None and (is_people(hangs["people"]) or is_somebody(hangs["people"].removesuffix("s"))):
        low = material.documents[document].document.text.find(hangs["rest"], s.source[0][0])
        low = low if 0 <= low < s.source[0][1] else s.source[0][0]
        return material.parties.describe(document, low, low + len(hangs["rest"]), hangs["rest"], "group")
    found = _OPENS_TIME.match(name)
    if found is None:
        return party
    kind: PartyKind = "group" if is_people(name.split()[-1]) else "person"
    return material.parties.describe(document, *s.source[0], name[found.end() :], kind)


def part_of_several(material: Material, document: int, s: Statement) -> str | None:
    """The party for some of several (`two of the three brothers`), or None where a source is no such thing."""
    if len(s.source) != 1:
        return None
    start, end = s.source[0]
    text = material.documents[document].document.text
    words = " ".join(text[start:end].split())
    found = _SOME.fullmatch(words)
    if found is None or "," in words or re.search(r"\s(?:who|that|which)\s", words):
        return None
    noun = re.split(r"\s(?:in|at|of|from|on|with|near)\b", found["whole"])[0].split()[-1].casefold()
    if not (is_people(noun) or is_somebody(noun.removesuffix("s"))):
        return None
    if found["some"].casefold().split()[-1] in ("some", "many", "most"):
        return None
    one = found["some"].casefold().split()[0] == "one"
    return material.parties.describe(document, start, end, words, "person" if one else "group")


def named_before(
    material: Material, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The person whose name a comma parts from a source that only says what he is (`Ada Lund, [head of sales],`)."""
    if len(s.source) != 1 or any(material.parties.get(m[2]).kind == "person" for m in named):
        return None
    start = s.source[0][0]
    text = material.documents[document].document.text
    before = material.parties.within(document, max(0, start - 60), start)
    if not before or text[before[-1][1] : start] != ", ":
        return None
    if not text[start].islower() and _DEGREE.match(text, start) is None:
        return None
    passage = material.quotes.passage_at(document, start)
    if passage is None or text[passage.start : before[-1][0]].strip() or (s.cue and s.cue[0][0] < start):
        return None
    noun = re.split(r"\s(?:of|for|at|in|with|from|who)\b|,", text[start : s.source[0][1]], maxsplit=1)[0].split()[-1]
    if is_people(noun) or is_people(noun.removesuffix("s")):
        return None
    return before[-1][2] if material.parties.get(before[-1][2]).kind == "person" else None


def named_unknown(
    material: Material, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party for somebody whom nothing else took for a name, by the comma that parts it from what he is.

    `Mehdi Zareh, the head of the Quake Centre`, `the governor of Norrvik, Abdolreza Sheik`; or by his rank.
    """
    if len(s.source) != 1 or any(material.parties.get(m[2]).kind == "person" for m in named):
        return None
    start, end = s.source[0]
    text = material.documents[document].document.text
    ranked = _RANKED.fullmatch(text, start, end)
    if ranked is not None and not any(m[1] > ranked.start("name") for m in named):
        return material.parties.describe(document, *ranked.span("name"), " ".join(ranked["name"].split()), "person")
    found = _NAME_AHEAD.match(text, start, end) or _NAME_LAST.match(text, start, end)
    if found is None or not is_somebody(found["noun"].split("-")[0]) or found["noun"] in _NO_ONE:
        return None
    if any(m[0] < found.end("name") and m[1] > found.start("name") for m in named):
        return None
    return material.parties.describe(document, *found.span("name"), " ".join(found["name"].split()), "person")


def around_person(
    material: Material, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party for those around somebody (`the Holm campaign`, `Lund’s family`), who is not meant himself."""
    if len(s.source) != 1 or len(named) != 1 or material.parties.get(named[0][2]).kind != "person":
        return None
    start, end = s.source[0]
    text = material.documents[document].document.text
    found = _AROUND.fullmatch(text, named[0][1], end)
    if found is None or named[0][0] > start + 4:
        return None
    kind: PartyKind = "group" if found["head"] == "family" else "organisation"
    return material.parties.describe(document, start, end, " ".join(text[start:end].split()), kind)


_HEADED_BODY = re.compile(
    r"(?:the|an?|its|their|one)\s(?:[a-z-]+\s){0,3}?(?P<head>[a-z]+)\s(?:in|at|of|near|from)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?)?",
    re.I,
)
"""A body that the place hangs on where it is: `the quake centre in the province of [Norrvik]`."""
_OF_ALL = lexicon(
    "government city town state republic kingdom province county island country nation region people capital"
)
_SITED = BODIES | FIRMS | INSTITUTIONS | lexicon(
    "centre center hospital service office clinic school college court station institute museum church factory plant"
)
_CITED = re.compile(
    r"(?P<one>(?:an?|the|one|another|two|three|four|several|some)\s(?:[\w-]+\s){0,4}?(?P<noun>[a-z]+))\s"
    r"(?:who\s(?:was|were)\s)?(?:cited|quoted|interviewed)\s(?:by|in)\s.{3,60}",
    re.I | re.S,
)
_ONCE = re.compile(
    r"(?:(?:an?|one|another|the|some|two|three|several)\s)?(?:[a-z]+\s)?(?:former|unnamed|anonymous|unidentified|retired"
    r"|ex)\b[\s-].*?\b(?P<noun>officials?|sources?|aides?|executives?|officers?|representatives?)",
    re.I | re.S,
)
"""Who speaks for no body, whatever body is named with him: he has left it, or speaks without his name."""


def no_spokesman(
    material: Material, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party for somebody without a name whom a name beside him is not: who is quoted by a paper, or once served."""
    if len(s.source) != 1 or not named:
        return None
    start, end = s.source[0]
    text = material.documents[document].document.text
    cited = _CITED.fullmatch(text, start, end)
    human = cited is not None and (is_somebody(cited["noun"]) or is_people(cited["noun"]))
    if cited is not None and human and named[0][0] >= cited.end("one"):
        kind: PartyKind = "group" if is_people(cited["noun"]) else "person"
        return material.parties.describe(document, start, cited.end("one"), " ".join(cited["one"].split()), kind)
    once = _ONCE.fullmatch(text, start, end)
    if once is None or any(material.parties.get(m[2]).kind == "person" for m in named):
        return None
    several: PartyKind = "group" if once["noun"].endswith("s") else "person"
    return material.parties.describe(document, start, end, " ".join(text[start:end].split()), several)


_QUOTING = re.compile(
    r"(?:[^.\n“”\"]{0,30}?),\s(?:quoting|citing)\s(?P<one>(?:an?|the|one|another|two|three|four|several|some|unnamed)"
    r"\s(?:[\w’'-]+\s){0,4}?(?P<noun>[a-z]+))(?=[,.;\s])(?P<on>\s(?:who|with|in|at|from|close|briefed|familiar)\b)?"
)
"""Behind `the Norrvik Post reported`: on whose word it did."""


_AS_SAYING = re.compile(
    r"(?:\s(?:is\s|was\s)?(?:quot|cit)(?:ed|es|ing))?\s(?P<who>[^,.;“”\"]{3,60}?)\sas\s(?:saying|telling)\b"
)
"""Behind an outlet: whom it quotes (`[the Post] quoted the harbour master Ada Lund as saying`)."""
_OWN_VERB = re.compile(r"(?:saying|telling)\b")
_HANGS_ON = re.compile(r"\b(?:of|for|to|with|from)\s")
_CLAIM_SO = re.compile(
    r",?\s?[\"“'‘]?(?P<one>(?:[a-z-]+\s){0,3}?(?P<noun>[a-z]+))[\"”'’]?\s(?:claim(?:s|ed)?|say|said|told|believe)\s"
)
"""Behind `according to the Post`: who says so (`industry sources claim`)."""


def who_is_cited(material: Material, document: int, s: Statement, party: str) -> str:
    """The party of those on whose word a paper reports something (`the Post reported, citing an aide`).

    Or of the one whom it quotes as saying so, or of the sources who say so according to it.
    """
    if not s.cue or not s.source or material.parties.get(party).kind == "person":
        return party
    text = material.documents[document].document.text
    quoted = _AS_SAYING.match(text, s.source[-1][1], s.source[-1][1] + 120)
    fronted = s.content and (s.content[0][0] < s.source[0][0] or _OWN_VERB.match(text, s.cue[0][0]) is not None)
    if quoted is not None and fronted and s.cue[0][0] <= quoted.end():
        low, high = quoted.span("who")
        named = [m for m in material.parties.within(document, low, high) if material.parties.get(m[2]).kind == "person"]
        whole = bool(named) and named[-1][1] == high and _HANGS_ON.search(text, low, named[-1][0]) is None
        return named[-1][2] if whole else party
    behind = max(s.cue[-1][1], s.source[-1][1])
    if text[s.cue[0][0] : s.cue[-1][1]].casefold() == "according to":
        claims = _CLAIM_SO.match(text, behind, behind + 80)
        apart = claims is not None and not any(
            o.source and o.source[0][0] <= claims.start("noun") < o.source[-1][1]
            for o in material.documents[document].annotations.statements
        )
        if claims is not None and apart and (is_people(claims["noun"]) or claims["noun"] in ("sources", "insiders")):
            name = " ".join(claims["one"].split())
            return material.parties.describe(document, *claims.span("one"), name, "group")
    found = _QUOTING.match(text, behind, behind + 140)
    if found is None or not (is_somebody(found["noun"]) or is_people(found["noun"])) or found["noun"] in _NO_ONE:
        return party
    kind: PartyKind = "group" if is_people(found["noun"]) else "person"
    return material.parties.describe(document, *found.span("one"), " ".join(found["one"].split()), kind)


_HIS_BODY = re.compile(
    r"['’]s?\s(?:[a-z]+\s)?(?:employer|employers|company|firm|school|university|party|union|club|landlord|hospital|label"
    r"|studio|agency|publisher|insurer|bank|church|charity|newspaper)"
)


def owned_by_person(
    material: Material, referents: Referents, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party for somebody’s employer or firm, which he is not: one named elsewhere, or one without a name."""
    if len(s.source) != 1 or len(named) != 1 or material.parties.get(named[0][2]).kind != "person":
        return None
    start, end = s.source[0]
    text = material.documents[document].document.text
    if named[0][0] > start + 4 or _HIS_BODY.fullmatch(text, named[0][1], end) is None:
        return None
    passage = material.quotes.passage_at(document, start)
    meant = () if passage is None else referents.at(passage, start, end)
    if meant and material.parties.get(meant[0]).kind == "organisation":
        return meant[0]
    return material.parties.describe(document, start, end, " ".join(text[start:end].split()), "organisation", anew=True)


def sited_in_place(
    material: Material, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party for a body without a name of which only its place is named (`the quake centre in Norrvik`)."""
    if len(s.source) != 1 or len(named) != 1:
        return None
    start, end = s.source[0]
    party = material.parties.get(named[0][2])
    if named[0][1] != end or not (party.kind == "place" or party.role == "government"):
        return None
    text = material.documents[document].document.text
    found = _HEADED_BODY.fullmatch(text, start, named[0][0])
    if found is None or found["head"] in _OF_ALL or found["head"] not in _SITED:
        return None
    return material.parties.describe(document, start, end, " ".join(text[start:end].split()), "organisation")


def owned_by_place(
    material: Material, referents: Referents, document: int, s: Statement, named: list[tuple[int, int, str]]
) -> str | None:
    """The party for a body told by its country (`Norrland’s largest builder`): one spoken of, or one without a name."""
    if len(s.source) != 1 or len(named) != 1:
        return None
    start, end = s.source[0]
    low, high, place = named[0]
    text = material.documents[document].document.text
    party = material.parties.get(place)
    if low > start + 4:
        return None
    if party.kind != "person" and _MEDIA.fullmatch(text, high, end) is not None:
        return material.parties.describe(document, start, end, " ".join(text[start:end].split()), "organisation")
    branch = _OF_A_STATE.match(text, high, end) if _DEMONYM.fullmatch(party.name) else None
    if branch is not None:
        name = " ".join(text[low : branch.end()].split())
        return material.parties.describe(document, low, branch.end(), name, "organisation")
    if not (party.kind == "place" or party.role == "government"):
        return None
    comma = text.find(",", high, end)
    found = _OWNED.fullmatch(text, high, end if comma < 0 else comma)
    if found is None or found["head"] in _STATE:
        return None
    if found["head"] in _BRANCHES:
        name = " ".join(text[start : found.end("head")].split())
        return material.parties.describe(document, start, found.end("head"), name, "organisation")
    if found["head"] not in FIRMS and _LARGEST.search(text, high, end) is None:
        return None
    passage = material.quotes.passage_at(document, start)
    meant = () if passage is None else referents.at(passage, start, end)
    if meant and meant[0] != place and material.parties.get(meant[0]).kind == "organisation":
        return meant[0]
    return material.parties.describe(document, start, end, " ".join(text[start:end].split()), "organisation")


_SERVING = re.compile(
    r",\s(?:(?:an?|the|its|his|her)\s)?(?:[\w-]+\s){0,3}?[a-z]+\s(?:with|at|for|of|in|from)\s(?:the\s)?"
)
_AUTHORED = re.compile(r"\s(?:from|by)\s(?:[A-Z][\w.]+\s){0,2}\Z")


def author(
    material: Material, text: str, named: list[tuple[int, int, str]]
) -> tuple[int, int, str] | None:
    """Whose a paper is that names its author and his employer: `a note from [Ada Lund], analyst with Vesta Bank`."""
    for one, other in itertools.pairwise(named):
        person = material.parties.get(one[2]).kind == "person" and material.parties.get(other[2]).kind != "person"
        wrote = _AUTHORED.search(text, max(0, one[0] - 30), one[0]) is not None
        if person and wrote and _SERVING.fullmatch(text, one[1], other[0]):
            return one
    return None
