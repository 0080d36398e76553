"""A claim with `he`, `her`, `it` or `they` for somebody or something else than its speaker, worded with the name.

`The police say he fled`, `Ek says it will reopen`, `the union called it a bluff`: read alone, the line does not tell
who or what is meant. Where the text does not tell it either, there is no line to give.
"""

from __future__ import annotations

import re

from onrecord.annotation.lexicons import gender_of, words_of
from onrecord.recording.claim_antecedents import Sure, head_of, is_of_animal, is_several
from onrecord.recording.claim_mere import is_mere, is_of_body, is_of_thing
from onrecord.recording.claim_words import MARKS, NAMING
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Told
from onrecord.recording.wording import has_verb
from onrecord.types import Span

_FIRST = (
    r"\W*(?:(?:that|also|now|then|still|today|yesterday|somehow|once|again|and|but|even|last\s\w+|on\s\w+day"
    r"|in\s\d{4}|at\s(?:the|that|one)\s(?:time|point)|when|if|after|because),?\s){0,2}"
)
_OPENS = re.compile(_FIRST + r"(?P<pronoun>he|she|they)(?![\w-])(?P<short>['’](?:s|d|ll|re|ve)\b)?", re.I)
_OWNED = re.compile(_FIRST + r"(?P<pronoun>his|her|their|its)\s(?=[\w“])(?!own\b)", re.I)
_THING = re.compile(_FIRST + r"(?P<pronoun>it)(?![\w-])(?P<short>['’](?:s|d|ll)\b)?", re.I)
_ASIDE = re.compile(r"\W*(?:that\s)?(?:when|if|after|because)\s", re.I)
_OBJECT = re.compile(r"\b(?P<pronoun>it|him|her|them)\s(?=(?:as|of|an?|the|to|“|\"|'|‘|``)(?:\W|\Z)|[“\"‘])", re.I)
"""What somebody calls something, or accuses somebody of."""
_NAMED = re.compile(
    r"(?P<pronoun>it|him|her|them|(?:this|that|these|those)"
    r"(?=\s(?:as|an?|the|one|“|\"|'|‘|``)(?:\W|\Z)|\s[“\"‘'`]))\s",
    re.I,
)
"""Whom or what somebody calls something, at the beginning of a line."""
_SPOKEN = re.compile(r"(?<![\w’'\[\]-])(?P<pronoun>he|she|him|his|her)(?P<short>['’](?:s|d|ll)\b)?(?![\w-])", re.I)
_SOMEBODY = lexicon(
    """someone somebody who those others man woman boy girl child anyone everyone person one guy lady victim candidate
    mother father son daughter wife husband kid baby president"""
)
"""What a pronoun behind it may stand for, beside `PERSONS`."""
_SEVERAL = re.compile(r"\band\b|\b[a-z-]{3,}s\b|\bpeople\b|\bthey\b|\bwho\b", re.I)
_OWNER = re.compile(
    r"\b(?:boy|girl|man|woman|child|teenager|suspect|victim|player|actor|actress|singer|student|driver)['’]s\b"
)
_LONG = 6
"""How many words the description of a speaker may have that holds nobody else."""
_NOUN = re.compile(r"[a-z]{3,}")
_TOLD_BODY = re.compile(r"\s(?P<body>the\s(?P<noun>[a-z-]{3,}))\s(?:(?:on\s)?\w+day\s)?(?:that\s)?\Z")
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorney|barrister|head|chief|director|chair\w*|president|secretary)\s(?:for|of)\s"
    r"(?P<body>the\s(?P<noun>[a-z-]{3,})),"
)
_NO_VERB = re.compile(r"\s(?:not\s)?to\b")
_NEAR = 80
"""How far behind a verb of telling, in characters, what is told begins."""
_WORD = re.compile(r"[\w’'-]+")
_READ = 400
"""How far, in characters, a quotation is read for pronouns."""


class Pronouns:
    """Words the claims of a story with whom their pronouns stand for."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents
        self._sure = Sure(material, referents)

    def named_in_full(self, item: Told, words: str) -> str | None:
        """The words of a claim with whom or what its pronouns stand for; None where nobody can tell.

        A pronoun is left where it can stand for the speaker (`Lund said he would stay`). Within quotation marks a name
        stands in brackets.
        """
        content = item.annotation.content
        passage = self._material.quotes.passage_at(item.document, content[0][0]) if content else None
        if passage is None:
            return words
        if _is_quoted(self._material, passage, content[0]):
            return self._further(item, words, quoted=True)
        if NAMING.search(item.statement.cue):
            told = self._named(item, passage, words)
            if told != words:
                return told
        opened = named_at_start(self._material, self._referents, self._sure, item, words)
        if opened is None:
            found = _OPENS.match(words)
            return None if found is None or found["short"] else self._several(item, passage, words, found)
        if opened != words:
            return opened
        for read in (self._owned, self._thing, self._object):
            told = read(item, passage, words)
            if told != words:
                return told
        return self._further(item, words, quoted=False)

    def _speakers(self, item: Told) -> frozenset[str]:
        """Who speaks, with those coordinated: not who is only named in what tells who he is (`Ek’s lawyer`)."""
        parties, source = self._material.parties, item.statement.source
        kind = None if source is None else parties.get(source).kind
        named = [m[2] for a, b in item.annotation.source for m in parties.within(item.document, a, b)]
        joined = " and " in item.statement.source_text
        return frozenset(p for p in named if joined and parties.get(p).kind == kind) | {source or ""}

    def _at(self, item: Told, words: str, found: re.Match[str]) -> Span | None:
        """Where a pronoun of a line stands in its document."""
        text = self._material.documents[item.document].document.text
        pronoun = found["pronoun"]
        after = words[found.end("pronoun") :].split("…")[0][:16].rstrip()
        for start, end in sorted(item.annotation.content):
            at = text.find(pronoun + after, start, end) if after else -1
            if at >= 0 and not text[at - 1 : at].isalpha():
                return at, at + len(pronoun)
        first = sorted(item.annotation.content)[0]
        within = re.compile(rf"\b{re.escape(pronoun)}\b", re.I).search(text, *first)
        return None if within is None else within.span()

    def _several(self, item: Told, passage: Passage, words: str, found: re.Match[str]) -> str | None:
        """A line that opens with `they` for the one plural that the text can mean."""
        at = self._at(item, words, found)
        if at is None or found["pronoun"].casefold() != "they" or _NO_VERB.match(words, found.end("pronoun")):
            return None
        thing = self._sure.phrase(passage, at[0], True, item.annotation.source)
        return None if thing is None else _put(words, found, thing)

    def _owned(self, item: Told, passage: Passage, words: str) -> str | None:
        """A line that opens with what somebody owns (`her arrest`)."""
        found = _OWNED.match(words)
        source = item.statement.source
        if found is None or source is None:
            return words
        at, pronoun = self._at(item, words, found), found["pronoun"].casefold()
        party = self._material.parties.get(source)
        names = NAMING.search(item.statement.cue) is not None
        if at is None or not (names or not has_verb(words) or self._is_subject(passage, at[0])):
            return words
        if pronoun in ("his", "her"):
            if self._sure.may_be(source, pronoun) and not self._are_many(item):
                return words
            meant = self._sure.person(passage, at, pronoun, self._speakers(item))
            if meant is None and names:
                return words
            return None if meant is None else _put(words, found, _of(self._material.parties.get(meant).name))
        if pronoun == "its":
            if not self._speak_as_people(item):
                return words
            body = self._sure.body(passage, at, self._speakers(item))
            return words if body is None else _put(words, found, _of(self._material.parties.get(body).name))
        own = party.kind != "person" or self._are_several(item)
        if own:
            return words
        thing = self._sure.phrase(passage, at[0], True, item.annotation.source)
        if thing is None and names:
            # `called their release a farce` tells what is called so, if not whose.
            return words
        return None if thing is None else _put(words, found, _of(thing))

    def _is_subject(self, passage: Passage, at: int) -> bool:
        """Whether a phrase that begins at an offset is the subject of a verb."""
        clauses = self._referents.clauses(passage)
        word = clauses.index(at)
        subjects = (clauses.subject(v) for v in clauses.verbs if v.form == "finite" and v.first > word)
        return any(s is not None and s.first == word for s in subjects)

    def _speak_as_people(self, item: Told) -> bool:
        """Whether who speaks is a person or several, and no body, so that `it` is something else."""
        source, words = item.statement.source, item.statement.source_text
        if source is None or is_several(words):
            return source is not None
        known = self._material.parties.get(source)
        bodies = words_of("organisation_words.txt")
        called = {w.casefold().strip(".,") for w in f"{head_of(words)} {known.name}".split()}
        called |= {w.removesuffix("s") for w in called}
        person = known.kind == "person" and (" " in known.name or self._sure.is_known_by_gender(source))
        return person and not called & (BODIES | FIRMS | bodies)

    def _are_several(self, item: Told) -> bool:
        return several(self._material, item.statement.source, item.statement.source_text)

    def _thing(self, item: Told, passage: Passage, words: str) -> str | None:
        """A line that opens with an `it` which is not the speaker, nor the mere subject of what is so."""
        found = _THING.match(words)
        source = item.statement.source
        if found is None or source is None or is_mere(words[found.end("pronoun") :]):
            return words
        if _ASIDE.match(words):
            # `When it closed, the mill had no orders`: what follows tells what is meant.
            return words
        other = self._speak_as_people(item) or is_of_thing(words[found.end("pronoun") :])
        at = self._at(item, words, found) if other else None
        return words if at is None else self._meant(item, passage, words, found, at)

    def _meant(self, item: Told, passage: Passage, words: str, found: re.Match[str], at: Span) -> str | None:
        """A line with the body or thing that `it` stands for."""
        if found.groupdict().get("short"):
            return None
        told = self._told_to(item, at[0]) or self._spoken_for(item, passage)
        if told is not None:
            return _put(words, found, told)
        if is_of_body(words[found.end("pronoun") :]):
            name = self._sure.acting(passage, at, self._speakers(item))
            return None if name is None else _put(words, found, name)
        body = self._sure.body(passage, at, self._speakers(item))
        if body is not None:
            return _put(words, found, self._material.parties.get(body).name)
        thing = self._sure.phrase(passage, at[0], False, item.annotation.source)
        return None if thing is None else _put(words, found, thing)

    def _told_to(self, item: Told, at: int) -> str | None:
        """The body to whom something is said (`told Nord Air that it …`, `told the board on Friday that it …`)."""
        cue = max((b for _, b in item.annotation.cue if b <= at), default=None)
        if cue is None or at - cue > _NEAR:
            return None
        parties, text = self._material.parties, self._material.documents[item.document].document.text
        named = {m[2] for m in parties.within(item.document, cue, at)} - {item.statement.source}
        party = named.pop() if len(named) == 1 else None
        if party is not None and parties.get(party).kind in ("organisation", "facility"):
            return parties.get(party).name if parties.is_named(party) else None
        told = _TOLD_BODY.match(text, cue, at)
        return told["body"] if told is not None and told["noun"] in BODIES | FIRMS else None

    def _spoken_for(self, item: Told, passage: Passage) -> str | None:
        """The body without a name for which somebody is said to speak (`a spokesman for the commission, Jon Ek,`)."""
        text = self._material.documents[item.document].document.text
        source = item.annotation.source
        end = max((b for _, b in source), default=passage.start)
        found = None if len(source) != 1 else _SPEAKS_FOR.search(text, max(passage.start, source[0][0] - _NEAR), end)
        return found["body"] if found is not None and found["noun"] in BODIES | FIRMS else None

    def _object(self, item: Told, passage: Passage, words: str) -> str | None:
        """A line that tells what somebody calls something, or accuses somebody of (`called it a bluff`)."""
        text = self._material.documents[item.document].document.text
        start, end = item.annotation.content[0]
        opens = _OBJECT.match(text, start, end)
        if opens is None or words[:60].startswith(" ".join(text[start:end].split())[:20]):
            return words
        found = next((m for m in _OBJECT.finditer(words) if m["pronoun"] == opens["pronoun"]), None)
        return words if found is None else self._object_told(item, passage, words, found, opens.span("pronoun"))

    def _named(self, item: Told, passage: Passage, words: str) -> str | None:
        """A line that opens with what somebody calls something (`it a bluff`, `him “a liar”`)."""
        found = _NAMED.match(words)
        start = max(a for a, _ in item.annotation.content)
        text = self._material.documents[item.document].document.text
        if found is None or not text.startswith(found["pronoun"], start):
            return words
        at, pronoun = (start, start + len(found["pronoun"])), found["pronoun"].casefold()
        clauses = self._referents.clauses(passage)
        if pronoun == "her" and clauses.tags[clauses.index(start)] == "PRP$":
            return words
        return self._object_told(item, passage, words, found, at)

    def _object_told(self, item: Told, passage: Passage, words: str, found: re.Match[str], at: Span) -> str | None:
        pronoun = found["pronoun"].casefold()
        if pronoun in ("him", "her"):
            meant = self._sure.person(passage, at, pronoun, self._speakers(item))
            return None if meant is None else _put(words, found, self._material.parties.get(meant).name)
        # Whom `them` are is too seldom told by what stands before.
        return self._meant(item, passage, words, found, at) if pronoun == "it" else None

    def _further(self, item: Told, words: str, quoted: bool) -> str:
        """A line with the name of whom its first `he` or `her` stands for that nothing in it tells; in brackets where
        it is a quotation."""
        for found in _SPOKEN.finditer(words, 0, _READ):
            pronoun = found["pronoun"].casefold()
            ahead = [w.casefold() for w in _WORD.findall(words[: found.start()])]
            if any(w in PERSONS or w in _SOMEBODY or is_people(w) for w in ahead):
                return words
            if found["short"] and not quoted:
                return words
            if not (quoted and self._speaks_itself(item)) and self._may_be_speaker(item, pronoun):
                return words
            at = self._at(item, words, found)
            place = None if at is None else self._material.quotes.passage_at(item.document, at[0])
            if at is None or place is None or self._names_one(item, at):
                return words
            meant = self._sure.person(place, at, pronoun, self._speakers(item))
            name = None if meant is None else self._material.parties.get(meant).name
            if name is None or name.split()[-1] in words:
                # `In his remarks today, Mr. Ek …`
                return words
            clauses = self._referents.clauses(place)
            owns = pronoun == "his" or (pronoun == "her" and clauses.tags[clauses.index(at[0])] == "PRP$")
            name = _of(name) if owns else name
            return _put(words, found, f"[{name}]" if quoted else name)
        return words

    def _speaks_itself(self, item: Told) -> bool:
        """Whether a quotation is the speaker's, not one of somebody who tells what the speaker said."""
        text = self._material.documents[item.document].document.text
        start = min(a for a, _ in item.annotation.content)
        return text.startswith(MARKS, start) or all(a >= start for a, _ in item.annotation.source)

    def _may_be_speaker(self, item: Told, pronoun: str) -> bool:
        """Whether `he` or `her` can stand for who speaks; whoever has no name may be a man or a woman."""
        source = item.statement.source
        if source is None or self._are_many(item):
            return source is None
        return self._sure.may_be(source, pronoun) or not self._material.parties.is_named(source)

    def _are_many(self, item: Told) -> bool:
        """Whether those who speak are several by their words; one may be called like several (`Waters`)."""
        source = item.statement.source
        person = source is not None and self._material.parties.get(source).kind == "person"
        named = person and self._material.parties.is_named(source or "")
        return not named and is_several(item.statement.source_text)

    def _names_one(self, item: Told, at: Span) -> bool:
        """Whether what is said names a person before an offset."""
        parties = self._material.parties
        return any(
            parties.get(m[2]).kind == "person"
            for start, end in item.annotation.content
            for m in parties.within(item.document, start, min(end, at[0]))
        )


def _put(words: str, found: re.Match[str], name: str) -> str:
    """A line with a name in the place of a pronoun."""
    return f"{words[: found.start('pronoun')]}{name}{words[found.end('pronoun') :]}"


def _of(name: str) -> str:
    """A name as an owner's."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def named_at_start(material: Material, referents: Referents, sure: Sure, item: Told, words: str) -> str | None:
    """The words of a claim with whom a `he`, `she` or `they` at their beginning stands for; None where nobody can tell.

    A pronoun is left where it can stand for the speaker (`Lund said he would stay`), and within quotation marks.
    """
    found = _OPENS.match(words)
    content = item.annotation.content
    passage = material.quotes.passage_at(item.document, content[0][0]) if content else None
    if found is None or passage is None or _is_quoted(material, passage, content[0]):
        return words
    text = material.documents[item.document].document.text
    within = re.search(rf"\b{found['pronoun']}\b", text[content[0][0] : content[0][1]], re.I)
    if within is None:
        return words
    start, end = content[0][0] + within.start(), content[0][0] + within.end()
    pronoun = found["pronoun"].casefold()
    speakers = {m[2] for a, b in item.annotation.source for m in material.parties.within(item.document, a, b)}
    source = item.statement.source
    more = pronoun == "they" and several(material, source, item.statement.source_text)
    own = source is not None and (more or _may_be(material, source, pronoun))
    known = source is not None and material.parties.is_named(source)
    if own and (known or pronoun == "they") and item.annotation.source and item.annotation.source[0][0] < start:
        return words
    meant = referents.at(passage, start, end)
    if own and (not meant or source in meant):
        return words
    unnamed = words if own else None
    if len(meant) != 1 or meant[0] in speakers | {source} or not _may_be(material, meant[0], pronoun, surely=True):
        return unnamed
    if len(item.statement.source_text.split()) > _LONG:
        # Whoever tells more of himself has somebody in it for whom the pronoun may stand.
        return unnamed
    here = any(m[2] == meant[0] for m in material.parties.within(item.document, passage.start, start))
    before = () if here else material.passages_before(passage, 1)
    if (
        _OWNER.search(item.statement.source_text)
        or is_of_animal(material, passage)
        or any(sure.tells_of_nameless(p, p.end) for p in before)
    ):
        # `The boy’s relatives say he …`; `the cat … vets believe he …`; `The man drew a gun. He …`
        return unnamed
    name = _name(material, meant[0], passage, start)
    if name is None or found["short"] or pronoun == "they":
        # Whom `they` are is too seldom a party that the text names.
        return None
    return f"{words[: found.start('pronoun')]}{name}{words[found.end('pronoun') :]}"


def several(material: Material, source: str | None, words: str) -> bool:
    """Whether who speaks are several, by the words for them."""
    named = source is not None and material.parties.is_named(source) and material.parties.get(source).kind == "person"
    return re.search(r"\band\b|\bthey\b", words, re.I) is not None if named else _SEVERAL.search(words) is not None


def _is_quoted(material: Material, passage: Passage, content: Span) -> bool:
    """Whether a content begins within quotation marks, its own or some that were opened in its block before it."""
    document = material.documents[passage.document].document
    if document.text.startswith(MARKS, content[0]):
        return True
    before = document.text[document.blocks[passage.block].start : content[0]]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _may_be(material: Material, party: str, pronoun: str, surely: bool = False) -> bool:
    """Whether a pronoun can stand for a party: `he` and `she` for a person of that gender, `they` for several.

    `surely`: the gender has to be known.
    """
    known = material.parties.get(party)
    if pronoun == "they":
        return known.kind in ("group", "organisation")
    told = material.parties.woman(party)
    told = gender_of(known.name.split()[0]) if told is None else told
    return known.kind == "person" and (told == (pronoun == "she") or (told is None and not surely))


def _name(material: Material, party: str, passage: Passage, at: int) -> str | None:
    """How a line names somebody: by the name, or by a description of a word that stands in the same sentence."""
    name = material.parties.get(party).name
    if material.parties.is_named(party):
        return name
    near = any(m[2] == party for m in material.parties.within(passage.document, passage.start, at))
    return f"the {name}" if near and _NOUN.fullmatch(name) is not None else None
