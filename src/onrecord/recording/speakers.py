"""Who speaks: whom the words of a statement's source name.

A name inside a description is not the speaker: `the Norrvik court’s clerk` is a clerk, `Norrvik’s mayor, Ada Lund` is
Lund, `her aunt in Norrvik` is an aunt.
"""

from __future__ import annotations

import itertools
import re

from onrecord.annotation.lexicons import document_nouns
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.pronoun_subjects import NOMINATIVE
from onrecord.recording.referents import Referents
from onrecord.recording.referents_common import is_person
from onrecord.recording.speakers_apart import (
    EXPLETIVE,
    around_person,
    author,
    described_anew,
    named_before,
    named_unknown,
    no_spokesman,
    owned_by_person,
    owned_by_place,
    part_of_several,
    sited_in_place,
    who_is_cited,
)
from onrecord.recording.speakers_bodies import body_meant, names_himself
from onrecord.recording.speakers_clauses import by_clause
from onrecord.recording.speakers_named import named_elsewhere
from onrecord.recording.speakers_papers import through_paper
from onrecord.recording.speakers_relative import antecedent_of_who, whose
from onrecord.recording.speakers_seats import of_other_seat
from onrecord.recording.speakers_told import CLOSE, KIN, in_office
from onrecord.recording.speakers_unseen import TRADES, unseen
from onrecord.types import PartyKind, Span, Statement

_GROUPS = frozenset({"collective", "anonymous", "described"})
_SPEAK_FOR = lexicon(
    """spokesman spokeswoman spokesperson spokespeople official officials source sources representative representatives
    lawyer lawyers attorney attorneys counsel agency administration government office"""
)
"""Who speaks for the body that is named with them; the body may then stand as the speaker."""
_MORE_PERSONS = lexicon("person clerk technician engineer student fisherman sailor soldier shopkeeper passenger")
_ENDS = r"(?=\W*\Z|,|\s(?:[-–—]|who|whose|that|of|in|at|for|from|with|on|near|to|briefed|familiar|close)\b)"
_HANGS = r"(?!(?:of|for|in|at|on|with|from|to|by|and|or|who|that|which)\b)"
_HEAD = re.compile(rf"(?:['’‘`]s?)?\s+(?:{_HANGS}[\w’'-]+\s+){{0,3}}?{_HANGS}([a-z][a-z-]{{2,}}){_ENDS}")
"""What is said of a name that only tells more of somebody (`the Norrvik court [clerk]`)."""
_APPOSED = re.compile(
    r"(?:(?:the|an?|its|his|her|their|one|another)|[\w.’'-]+(?:\s[\w.’'-]+){0,4}['’]s?)\s", re.I
)
"""How a description begins that a name may follow."""
_EXPLETIVE = re.compile(
    r"(?:['’]s|is|was|has been|had been|were)\s(?:not\s)?(?:\w+ly\s|now\s|also\s)?(?:believed|said|thought|reported"
    r"|alleged|understood|expected|feared|hoped|claimed|assumed|rumou?red|suspected|estimated)\b|(?:appears|seems)\b",
    re.I,
)
"""After `it`: nobody is named as the one who believes."""
_ANYBODY = re.compile(r"\b(?:those|anyone|anybody|everyone|everybody|someone|somebody|others|people),?\s\Z", re.I)
"""Before a `who`: nobody in particular (`aimed at those who say so`)."""
_OF = re.compile(r"\bof\s(?:the\s)?\Z", re.I)
_RELATED = re.compile(r",?\s(?:who|which|whose)\b")
_FOR = re.compile(r"\b(?:for|to|of)\s(?:the\s)?(?:(?:[A-Z]\w+\.?|[a-z]+)\s){0,2}\Z")
_SPEAKS = lexicon("spokesman spokeswoman spokesperson lawyer attorney counsel aide adviser advisor solicitor barrister")
_FARTHER = re.compile(
    r"[^,]{2,60}?\s(?:(?:in|at|near|from|aboard|during)\s(?:[\w’'-]+\s){1,5}?(?:of|for|by|near|in)\s"
    r"|of\s(?:an?|the)\s[^,]{2,60}?\s(?:that|which|who)\s)",
    re.I,
)
"""Between a person and a name that is part of a part of what is said of him."""
_IN = re.compile(r"\b(?:in|at|near|from|outside|inside)\s(?:the\s)?\Z", re.I)
"""Before a name that only tells where somebody is."""
_TITLE = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,4}?(?!(?:and|or|of|for|with|by|to|from|at|in|on|than|against)\s)[a-z][a-z-]{2,}\s"
    r"(?:[A-Z][a-z]+\.\s)?"
)
"""What stands between a body's name and its man's: `Norrvik [and harbour expert] Ada Lund`."""
_OWNS = re.compile(
    r"['’]s\s(?:(?:[a-z-]+\s){0,3}?(?:agency|newspaper|paper|daily|network|broadcaster|channel|magazine)\s)?"
)
"""What stands between a place’s name and that of its own: `Norrland[’s official news agency ]NORA`."""
_RANKED = re.compile(r"['’]s?\s(?:[A-Z][\w-]+\.?\s){1,3}")
"""What stands between a body’s name and its officer’s: `Sheriff[’s Capt. ]Ada Lund`."""
_TITLES = re.compile(r"(?:[Tt]he\s)?(?:[A-Z][\w.’'-]*\s){0,5}")
_BELONGS = re.compile(r",?\s(?:of|from|at|with|in)\s(?:the\s)?[A-Z]")
"""Before and behind the name of somebody who belongs to a body."""
_BRACKET = re.compile(r"\([^()]{1,30}\)")
"""A party and a state behind a name (`Sen. Mia Holm (R-Fla.)`)."""
_SERVES = re.compile(
    r"(?P<head>(?:[\w’'-]+\s){1,6}?)(?:for|to|of)\s(?:an?|the|one|another|two|several|his|her|its)\s"
    r"(?:[\w’'-]+\s){0,4}?(?P<other>[a-z-]+)\s(?:of|for|in|at|from)\s(?:the\s)?",
)
"""Somebody told by another one, who is told by a name (`an aide to a member of`)."""
_PAPER = re.compile(
    r"((?:[\w’'-]+\s){0,3}?[\w-]+)\s(?:(?:that\s|which\s)?(?:was\s|were\s)?(?:seen|obtained|reviewed|read|viewed"
    r"|published|posted|released|examined|leaked|quoted|cited|made public)\s(?:on\s\w+\s)?(?:by|to)\s.{3,60})",
    re.I | re.S,
)
_AIDE = re.compile(
    r"(?:an?|the|one|another)\s(?:[a-z-]+\s){0,3}?(?P<noun>[a-z]+)\s(?:to|for|of)\s(?:the\s)?(?:[A-Z][\w.’'-]*\s){1,5}"
)
"""Somebody who serves another, whose office stands before his name (`an aide to Harbour Minister`)."""
_SEEN = re.compile(
    r",\s(?:(?:a\scopy|copies|parts|excerpts)\sof\swhich\s)?(?:(?:that\s|which\s)?(?:was|were|has\sbeen)\s)?"
    r"(?:first\s)?(?:seen|obtained|reviewed|read|viewed|published|posted|released|examined|leaked|shared)\s"
    r"(?:on\s\w+\s)?(?:by|to|with)\s(?=.{3,60}\Z)",
    re.S,
)
"""Behind a paper: who came by it."""
_PAPERS = lexicon(
    """document documents letter letters memo memos memorandum email emails e-mail e-mails papers record records report
    transcript transcripts filing filings message messages note notes contract contracts minutes copy draft drafts
    affidavit files data figures correspondence recording recordings complaint complaints lawsuit lawsuits suit suits
    summary dossier reports"""
)
_MEDIUM = re.compile(
    r"(?:['’]s?)?\s(?:report|reports|statement|article|editorial|poll|survey|study|letter|account|column|story|dispatch"
    r"|broadcast|report (?:on|by|in) .*)"
)
"""What follows the name of the body that speaks through it: `an Oslo Herald report`."""
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_SOME = lexicon("many some few most several others any all everyone everybody nobody anyone one")


def speaker(material: Material, referents: Referents, document: int, s: Statement) -> str | None:
    """The party that makes a statement, or None where the text names nobody.

    A pronoun stands for nobody of another kind: `he` for no body, `it` for no man.
    """
    if _is_aside(material, document, s):
        return None
    found = by_clause(material, referents, document, s) or _speaker(material, referents, document, s)
    text = material.documents[document].document.text
    word = "".join(text[a:b] for a, b in s.source).casefold() if found is not None else ""
    if found is not None and word in _SOME and material.parties.get(found).kind != "group":
        # `Many fear that …`: nobody who was named.
        return None
    if found is not None and word in ("he", "she", "it"):
        if _may_be(material, word, found):
            return found
        # The annotator took a body for a man, or a man for a body.
        passage = None if word == "it" else material.quotes.passage_at(document, s.source[-1][0])
        meant = () if passage is None else referents.at(passage, *s.source[-1])
        return meant[0] if len(meant) == 1 and _may_be(material, word, meant[0]) else None
    if found is not None and names_himself(material, document, s, found):
        return unseen(material, document, s)
    if found is not None and (cited := who_is_cited(material, document, s, found)) != found:
        return cited
    found = found if found is None else body_meant(material, document, s, found)
    found = found if found is None else described_anew(material, document, s, found)
    if found is None:
        return None
    other = of_other_seat(material, document, s, found)
    other = other if other != found else in_office(material, document, s, found)
    return named_elsewhere(material, document, s, other)


def _may_be(material: Material, word: str, party: str) -> bool:
    """Whether `he`, `she` or `it` can stand for a party of its kind."""
    known = material.parties.get(party)
    return (known.kind == "person") == (word != "it") and not (word != "it" and known.name.isupper())


_BODYS_MAN = re.compile(
    r"(?:the|an?)\s[A-Z][\w-]+\s(?:[a-z]+\s){0,2}?(?P<body>[a-z]+)\s(?:spokesman|spokeswoman|spokesperson)", re.I
)
_SUCH_AS = re.compile(r"(?P<people>[^,]{3,80}?),?\s(?:such\sas|including|among\sthem)\s")
_BY = re.compile(r"(?:first\s)?\w+ed\sby\Z")


def _is_aside(material: Material, document: int, s: Statement) -> bool:
    """Whether only an aside tells who told of it first: `Ek’s remarks, first reported by the Courier, suggested …`."""
    if len(s.cue) != 1 or not s.source or not s.content:
        return False
    text = material.documents[document].document.text
    start, end = s.cue[0]
    goes_on = max(b for _, b in s.content) > s.source[-1][1] and text[s.source[-1][1] : s.source[-1][1] + 1] == ","
    return text[start - 2 : start] == ", " and goes_on and _BY.fullmatch(text, start, end) is not None


def _speaker(material: Material, referents: Referents, document: int, s: Statement) -> str | None:
    text = material.documents[document].document.text
    if not s.source:
        return material.parties.of(document, s.party)
    start, end = s.source[-1]
    words = " ".join(text[a:b] for a, b in s.source)
    if words == "who" and _ANYBODY.search(text, max(0, start - 16), start):
        return None
    if words == "who":
        behind = antecedent_of_who(material, referents, document, s) or whose(material, referents, document, s)
        return behind or material.parties.of(document, s.party)
    if words in ("which", "that"):
        # Only what is named right before it: of `reports which suggested` no party speaks.
        near = material.parties.within(document, max(0, start - 120), start)
        return near[-1][2] if near and not text[near[-1][1] : start].strip(" ,—–-") else None
    if words.casefold() == "it" and s.cue and (
        _EXPLETIVE.match(text, s.cue[0][0]) or EXPLETIVE.match(text, end + (text[end : end + 1] == " "))
    ):
        return None
    named = material.parties.within(document, start, end)
    glued = next((two[2] for one, two in itertools.pairwise(named) if one[1] == two[0]), None)
    if glued is not None:
        # `Norrvik DailyAda Lund`: a picture’s credit and the name behind it.
        return glued
    spoken = _BODYS_MAN.fullmatch(text, start, end)
    if spoken is not None and spoken["body"] in BODIES and not any(m[1] > spoken.start("body") for m in named):
        # `the Orrish foreign ministry spokesman` is none of another body’s who was named.
        name = _ARTICLE.sub("", " ".join(text[start:end].split()))
        return material.parties.describe(document, start, end, name, "person", anew=True)
    such = _SUCH_AS.match(text, start, end)
    if such is not None and named and named[0][0] >= such.end() and _names_people(such["people"]):
        # `several growers, such as Ada Lund`: she is one of those who say so.
        return material.parties.describe(document, *such.span("people"), " ".join(such["people"].split()), "group")
    paper_of = through_paper(material, referents, document, s, named)
    if paper_of is not None:
        return paper_of or None
    apart = part_of_several(material, document, s) or around_person(material, document, s, named)
    apart = apart or named_before(material, document, s, named) or named_unknown(material, document, s, named)
    apart = apart or no_spokesman(material, document, s, named) or sited_in_place(material, document, s, named)
    apart = apart or owned_by_person(material, referents, document, s, named)
    apart = apart or owned_by_place(material, referents, document, s, named)
    if apart is not None:
        return apart
    if words.casefold() in NOMINATIVE:
        passage = material.quotes.passage_at(document, start)
        goes_on = () if passage is None else referents.goes_on(passage, start)
        if goes_on:
            return goes_on[0]
    party = (
        _apposed(material, document, start, end, named)
        or _titled(material, text, s, named)
        or material.parties.of(document, s.party)
    )
    if party is None:
        # `the Dockers’ [Union] said`
        party = material.parties.covering(document, start, end)
    embedded = _embedded(material, document, s, named, party)
    if embedded is not None:
        return embedded or None
    serves = _SERVES.fullmatch(text, start, named[0][0]) if named else None
    if serves is not None and _is_one(serves["other"]) and _noun_of(serves["head"]) is not None:
        # `a spokeswoman for a member of the Norrvik council` is neither the member nor the council.
        high = max(named[0][1], _head_of(text, start, end)[1])
        name = _ARTICLE.sub("", " ".join(text[start:high].split()))
        return material.parties.describe(document, start, high, name, "person")
    aide = _AIDE.fullmatch(text, start, named[-1][0]) if named else None
    if aide is not None and aide["noun"] in _SPEAKS and material.parties.get(named[-1][2]).kind == "person":
        name = _ARTICLE.sub("", " ".join(text[start : named[-1][1]].split()))
        return material.parties.describe(document, start, named[-1][1], name, "person")
    seen = _SEEN.search(text, start, end)
    if seen is not None and _first_phrase(text[start : seen.start()]) in _PAPERS | document_nouns():
        # `the indictment, a copy of which was obtained by the Courier`: not the Courier's words.
        title = _ARTICLE.sub("", " ".join(text[start : seen.start()].split()))
        return material.parties.describe(document, start, seen.start(), title, "work")
    paper = _PAPER.match(text, start, end)
    if paper is not None and _ARTICLE.sub("", paper[1]).split()[-1].casefold() in _PAPERS:
        # `a letter obtained by the Courier` is no word of the Courier.
        return material.parties.describe(document, start, end, _ARTICLE.sub("", paper[0]), "work")
    if party is not None and not named and _first_phrase(words) in document_nouns():
        # `the poll`, `the letter`: no man is meant, whatever was named before.
        return None if material.parties.get(party).kind == "person" else party
    if party is not None and material.parties.get(party).kind == "place" and (
        _first_phrase(words) in FIRMS | BODIES or words.casefold().rstrip(" ,").split()[-1] in FIRMS
    ):
        # `a Sarrow, Norrland, pump company` is not Sarrow.
        other = _others(material, referents, document, s, party)
        if words[:2].casefold() in ("a ", "an") or other is not None:
            return other
    of_person = party is not None and material.parties.get(party).kind == "person"
    head = _head_beside(text, end, [m for m in named if m[2] == party], of_person)
    if head is not None:
        return _described(material, referents, document, s, head, party)
    own = next((m[0] for m in named if m[2] == party), None)
    if own is not None and _RELATED.search(text, start, own) is not None:
        # `officials who spoke to the Courier`
        who = _first_phrase(words)
        if not (_is_one(who) or who in TRADES):
            return None
        described = _ARTICLE.sub("", _RELATED.split(text[start:end], maxsplit=1)[0])
        several: PartyKind = "group" if is_people(who) else "person"
        return material.parties.describe(document, start, end, " ".join(described.split()), several)
    noun = _noun_of(words)
    only = named[0] if len(named) == 1 and party in (None, named[0][2]) else None
    noun = noun or (_first_phrase(words) if _first_phrase(words) in KIN else None)
    if noun is not None and only is not None:
        before = text[max(start, only[0] - 12) : only[0]]
        if noun in _SPEAK_FOR and before.endswith("at "):
            # `an official at Wolden Securities`
            name = _ARTICLE.sub("", " ".join(text[start : only[1]].split()))
            return material.parties.describe(document, start, only[1], name, "person")
        if _IN.search(before) or _FARTHER.match(text, start, only[0]):
            # `her aunt in Norrvik`, `a witness in the trial of Lund`; of `the leader of the union` the words decide.
            return _described(material, referents, document, s, noun, only[2])
        if noun in _SPEAKS and material.parties.get(only[2]).kind == "person" and _FOR.search(
            text, max(start, only[0] - 40), only[0]
        ):
            # A man is not his spokesman; a body speaks through its own.
            name = _ARTICLE.sub("", " ".join(text[start : only[1]].split()))
            return material.parties.describe(document, start, only[1], name, "person")
        if noun in KIN and material.parties.get(only[2]).kind == "person" and _OF.search(before):
            known = material.parties.bearer(noun)
            if known is not None:
                return known
            name = _ARTICLE.sub("", " ".join(text[start : only[1]].split()))
            return material.parties.describe(document, start, only[1], name, "person")
    low, high = _head_of(text, *s.source[0])
    if party is None and high < s.source[0][1] and _THE_BODY.fullmatch(text, low, high):
        # `The firm, founded by Ada Lund`: the one that was spoken of.
        passage = material.quotes.passage_at(document, low)
        found = () if passage is None else referents.at(passage, low, high)
        if found and material.parties.get(found[0]).kind != "person":
            return found[0]
    if party is None and _A_BODY.fullmatch(text, low, high) and _first_phrase(text[low:high]) in BODIES | FIRMS:
        # `the trust`, `the software company`: the one that was spoken of.
        passage = material.quotes.passage_at(document, low)
        found = () if passage is None else referents.at(passage, low, high)
        return found[0] if found else unseen(material, document, s)
    if party is None and s.source_kind in _GROUPS and _names_people(" ".join(text[low:high].split())):
        return material.parties.describe(document, low, high, " ".join(text[low:high].split()))
    if party is None and noun is not None and (_OTHERS if noun in _SPEAK_FOR else _BUT).match(text, start, end):
        # `a banker who knows the firm`, `an official in Sarrow`: somebody without a name.
        described = text[low:high]
        return material.parties.describe(document, low, low + len(described), _ARTICLE.sub("", described), "person")
    owner = _owner(material, referents, document, s, words) if party is None else None
    if owner is not None:
        return owner
    if party is None and named and _NAME_FIRST.match(text, start, end) is None:
        # The party that the description ends in: `the head of the mission, Ada Lund`, not `her aunt in Norrvik`.
        wrote = author(material, text, named)
        last = wrote or named[-1]
        related = re.search(r",\s(?:who|which|whose)\b", text[start : last[0]]) is not None
        posted = text[max(start, last[0] - 4) : last[0]] == " on "
        ends = last[1] == end or wrote is not None or _MEDIUM.fullmatch(text, last[1], end)
        if ends and not related and not posted:
            party = last[2]
    if party is None:
        # `the group’s leader`, `a senior official`: whoever the words stand for.
        passage = material.quotes.passage_at(document, low)
        found = () if passage is None else referents.at(passage, low, high)
        party = found[0] if found else None
        if found and material.parties.get(found[0]).kind == "person" and _first_phrase(words) in document_nouns():
            return None
    return party or unseen(material, document, s)


_BESIDE = re.compile(
    r"(?:[\w’'-]+\s){0,5}?([\w’'-]+)\s(?:(?:familiar|close|briefed|involved|working|vying|living|based|posted|released)\s)?"
    r"(in|at|near|with|to|on|about|against|for|from|of)\b",
    re.I,
)
"""A description with what hangs on its noun: `sources in …`, `polls in …`, `one banker familiar with …`."""


def _embedded(
    material: Material, document: int, s: Statement, named: list[tuple[int, int, str]], party: str | None
) -> str | None:
    """Who speaks where the only name of a source hangs on a description; "" for nobody, None where none does.

    `sources in Norrvik` are not Norrvik, `polls in Norrvik` are nobody.
    """
    own = next((m for m in named if party in (None, m[2])), None)
    if own is None or len(s.source) != 1:
        return None
    text = material.documents[document].document.text
    start = s.source[0][0]
    found = _BESIDE.match(text, start, own[0])
    if found is None or "," in text[start : own[0]] or any(m[0] < found.end(1) for m in named):
        return None
    noun = found[1].casefold()
    if noun in document_nouns():
        known = material.parties.get(own[2])
        return "" if known.kind == "place" or (known.role == "government" and found[2] != "from") else None
    if found[1] != noun or noun in _SPEAK_FOR - {"sources", "source"} or not (is_people(noun) or noun in CLOSE):
        return None
    if found[2] == "of" and material.parties.get(own[2]).kind != "person":
        # `members of the Dockers’ Union` may stand for it, `friends of Ada Lund` never for her.
        return None
    name = _ARTICLE.sub("", " ".join(text[start : own[1]].split()))
    return material.parties.describe(document, start, own[1], name, "group")


def _head_of(text: str, start: int, end: int) -> Span:
    """A source without what a comma adds to it: `[The firm], founded by Ada Lund`."""
    comma = text.find(", ", start, end)
    return (start, end) if comma < 0 else (start, comma)


_BUT = re.compile(
    r"(?:an?|another|one)\s(?:[\w’'-]+\s){1,4}?(?:who|with|in|at|for|of|from|close|familiar|briefed)\s", re.I
)
_OTHERS = re.compile(r"(?:an?|another|one)\s(?:[\w’'-]+\s){1,4}?(?:who|with|in|close|familiar|briefed)\s", re.I)
"""Somebody told apart from others by more than his trade; a spokesman `for` a body stands for it."""
_NAME_FIRST = re.compile(
    r"(?!(?:The|An?|Its|His|Her|Their|One|Another)\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*,\s(?:the|an?)\s"
)
"""A name with an apposition: what that ends in is not the one who speaks."""
_THE_BODY = re.compile(
    r"the\s(?:company|firm|group|bank|union|guild|ministry|commission|board|council|agency|regulator|court|club|party"
    r"|maker|carrier|operator|association|federation|league|government)",
    re.I,
)
_A_BODY = re.compile(r"the\s(?:[\w-]+\s){0,3}[a-z-]+", re.I)
_OWN = re.compile(r"(?:its|his|her|their)\s(?:[\w-]+\s){0,2}?([a-z]+)", re.I)


def _others(material: Material, referents: Referents, document: int, s: Statement, beside: str) -> str | None:
    """Whom a description stands for other than the place that it names."""
    passage = material.quotes.passage_at(document, s.source[-1][0])
    found = () if passage is None else referents.at(passage, *s.source[-1])
    return found[0] if found and found[0] != beside else None


def _owner(material: Material, referents: Referents, document: int, s: Statement, words: str) -> str | None:
    """Whose the document is that tells something (`according to its accounts`)."""
    found = _OWN.fullmatch(words)
    passage = material.quotes.passage_at(document, s.source[0][0])
    if found is None or passage is None or not {found[1], found[1].removesuffix("s")} & document_nouns():
        return None
    clauses = referents.clauses(passage)
    word = clauses.index(s.source[0][0])
    phrase = next((p for p in clauses.phrases if p.first <= word < p.last), None)
    owners = () if phrase is None else referents.possessor(passage, phrase)
    return owners[0] if len(owners) == 1 else None


def _apposed(
    material: Material, document: int, start: int, end: int, named: list[tuple[int, int, str]]
) -> str | None:
    """Who is named after what he or it is: `Norrvik’s mayor, [Ada Lund]`, `a rights group, [Watch East]`."""
    text = material.documents[document].document.text
    if _APPOSED.match(text, start, end) is None:
        return None
    head = _first_phrase(text[start:end])
    is_body = head in BODIES | FIRMS or is_people(head)
    for n, (low, high, party) in enumerate(named):
        beside = n > 0 and text[named[n - 1][1] : low] == ", "
        kind = material.parties.get(party).kind
        person = kind == "person" or (is_body and kind in ("organisation", "group"))
        ends = not text[high:end].strip(" ,") or text[high : high + 2] == ", "
        if person and ends and _COMMA.search(text, start + 1, low) and (not beside or n == 1):
            return party
    name = _BODY_NAME.search(text, start, end) if is_body and not named else None
    if name is not None:
        # `a rights group, Watch East,`: a name that nothing else took for one.
        return material.parties.describe(document, name.start(1), name.end(1), name[1], "organisation")
    return None


_BODY_NAME = re.compile(r",\s((?:the\s)?[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|the)\s)?[A-Z][\w’'-]+){0,5}),?\Z")
_COMMA = re.compile(r",\s(?:[A-Z][\w.-]+\s){0,2}\Z")
"""What sets a name off from the description before it, with a title or without (`the spokesman, Colonel Ada Lund`)."""


def _titled(material: Material, text: str, s: Statement, named: list[tuple[int, int, str]]) -> str | None:
    """The person that a source ends in, where a name before is part of what he is: `Norrvik striker [Ada Lund]`.

    Or the one whose name opens it, where a body is named to tell more of him: `Captain [Ada Lund] of the Norrvik
    Police’s Harbour Unit`.
    """
    if len(s.source) != 1 or len(named) < 2:
        return None
    first = named[0]
    if (
        material.parties.get(first[2]).kind == "person"
        and _TITLES.fullmatch(text, s.source[0][0], first[0])
        and _BELONGS.match(text, first[1], s.source[0][1])
    ):
        return first[2]
    second = named[1]
    ends = second[1] == s.source[0][1] or text[second[1] : second[1] + 2] == ", "
    if ends and _RANKED.fullmatch(text, first[1], second[0]) and material.parties.get(second[2]).kind == "person":
        # `Sheriff’s Capt. Ada Lund, a homicide investigator`
        return second[2]
    owned = _OWNS.fullmatch(text, named[-2][1], named[-1][0]) is not None and named[-1][1] == s.source[0][1]
    if owned and len(named) > 2 and _set_off(material, text, s, first):
        # `Ada Lund, the head of Norrland’s Health Service`
        return first[2]
    if owned:
        # `the Courier’s Ada Lund`, `Norrland’s National Health Service`
        return named[-1][2] if material.parties.get(named[-1][2]).kind in ("person", "organisation") else None
    rest = _BRACKET.sub("", text[named[-1][1] : s.source[0][1]])
    if rest.strip(" ,") or material.parties.get(named[-1][2]).kind != "person":
        return None
    return named[-1][2] if _TITLE.fullmatch(text, named[0][1], named[-1][0]) else None


def _set_off(material: Material, text: str, s: Statement, first: tuple[int, int, str]) -> bool:
    """Whether a source opens with a person’s name that a comma parts from what he or she is."""
    opens = not text[s.source[0][0] : first[0]].strip() and text[first[1] : first[1] + 2] == ", "
    return opens and material.parties.get(first[2]).kind == "person"


def _head_beside(text: str, end: int, own: list[tuple[int, int, str]], of_person: bool) -> str | None:
    """The noun for a person or people that follows a name as its head, unless they speak for the body it names."""
    if not own:
        return None
    found = _HEAD.match(text, own[0][1], end)
    if found is None or (found[1] in _SPEAK_FOR and not (of_person and found[1] in _SPEAKS)):
        return None
    of_people = is_person(found[1]) or found[1] in PERSONS | TRADES | _MORE_PERSONS or is_people(found[1])
    # `the Tory speechwriter`, `a Vesta forecaster`: whoever does such a thing; but a firm may be a `carmaker`.
    of_people = of_people or (found[1] not in FIRMS and is_people(f"{found[1]}s"))
    return found[1] if of_people else None


def _described(
    material: Material, referents: Referents, document: int, s: Statement, head: str, beside: str | None
) -> str:
    """The party that a description stands for: one that the story names so, or one without a name."""
    text = material.documents[document].document.text
    start, end = s.source[-1]
    passage = material.quotes.passage_at(document, start)
    found = () if passage is None else referents.at(passage, start, end)
    if found and found[0] != beside and material.parties.get(found[0]).kind in ("person", "group"):
        return found[0]
    stop = re.search(rf"\b{head}\b", text[start:end])
    high = end if stop is None else start + stop.end()
    kind: PartyKind = "group" if is_people(head) else "person"
    name = _ARTICLE.sub("", " ".join(text[start:high].split()))
    return material.parties.describe(document, start, high, name, kind)


def _is_one(noun: str) -> bool:
    """Whether a noun is one for a person or for people."""
    return is_person(noun) or is_people(noun) or noun.removesuffix("s") in KIN


def _noun_of(source: str) -> str | None:
    """The noun that a description of a person is built on (`her aunt in Norrvik`)."""
    head = _first_phrase(source)
    return head if head in _MORE_PERSONS or head in PERSONS or is_person(head) else None


def _names_people(source: str) -> bool:
    """Whether a description is one of people or bodies (`two dock workers briefed on the talks`)."""
    noun = _first_phrase(source)
    return is_people(noun) or noun in BODIES


_BEHIND_HEAD = re.compile(
    r"\s(?:of|for|from|in|at|on|with|who|which|that|familiar|close|briefed|near|to)\b|,"
)


def _first_phrase(source: str) -> str:
    head = _BEHIND_HEAD.split(source.casefold(), maxsplit=1)[0]
    return head.split()[-1] if head.split() else ""
