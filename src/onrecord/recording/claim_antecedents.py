"""Who or what a pronoun in a claim stands for, where the text leaves no choice.

A line of the ledger that says whom it means must be right about it, or it is worse than the pronoun. So somebody counts
only if the sentence or the ones before it speak of nobody else for whom the pronoun can stand, and if the reading of
the whole story (`Referents`) does not gainsay it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.annotation.lexicons import gender_of, human_nouns
from onrecord.recording.antecedents import ORGANISATION, PERSON, Candidates
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.firms import is_credited
from onrecord.recording.lexicon import PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import quoted
from onrecord.recording.referents import LONGEST, Referents
from onrecord.types import Span

_WOMAN = lexicon("she her hers herself")
_BACK = 2
"""How many sentences back somebody may stand who is meant."""
_TIMES = lexicon(
    """day night week month year morning afternoon evening time today yesterday hour minute moment season summer winter
    days weeks months years hours minutes times monday tuesday wednesday thursday friday saturday sunday part lot
    number percent cent way case fact thing things something nothing anything everything reason addition statement
    statements interview report reports"""
)
"""Heads of phrases that a pronoun hardly goes on with."""
_NO_NOUN = lexicon("this that these those its his her their no any each every what which another such it")
_ARTICLE = lexicon("a an")
_COUNTED = lexicon("two three four five six seven eight nine ten both")
_LONGEST = 8
"""How many words a phrase may have that stands for a pronoun."""


_ANIMAL = re.compile(
    r"\b(?:bear|dog|puppy|cat|kitten|horse|shark|lion|tiger|elephant|monkey|ape|gorilla|whale|dolphin|bull|fox|wolf|leopard"
    r"|panda|rhino|crocodile|alligator|snake|bird|parrot|pony|stallion|seal|orca|animal|creature|pet|feline|kittie|kitty)\b",
    re.I,
)
"""What may be `he`, too."""
_SOMEBODY = lexicon("man woman boy girl teenager shooter guy toddler baby youth")
_JUNIOR = re.compile(r",?\s(?:[IVX]+|[JS]r\.?)\Z")
_INNER = re.compile(r"\s(?:because|while|after|when|since|although|though|which|who|where|as)\s")
_NOUN = re.compile(r"[a-z]{3,}(?:\s[a-z]{3,})?")
_HANGS = re.compile(r",|\s(?:of|who|which|that|with|in|at|for|from|close|familiar|on|and)\s")


class Sure:
    """Finds whom pronouns stand for; says nobody where there is a choice."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material = material
        self._referents = referents
        self._candidates = Candidates(referents, material)
        people = [
            _JUNIOR.sub("", p.name).split()[-1] for p in material.parties.all() if p.kind == "person" and " " in p.name
        ]
        self._families = frozenset(name for name, bearers in Counter(people).items() if bearers > 1)

    def may_be(self, party: str, pronoun: str) -> bool:
        """Whether `he`, `her` and the like can stand for a party: for a person not known to be of the other gender."""
        known = self._material.parties.get(party)
        told = self._woman(party)
        return known.kind == "person" and told in (None, pronoun in _WOMAN)

    def is_known_by_gender(self, party: str) -> bool:
        """Whether the text or the given name tells if somebody is a man or a woman."""
        return self._woman(party) is not None

    def person(self, passage: Passage, span: Span, pronoun: str, speakers: frozenset[str]) -> str | None:
        """The one person, none of the speakers, for whom a pronoun at a span can stand.

        Of several in different sentences it is the nearest if the reading of the story says so, too.
        """
        parties, nearest, found = self._material.parties, set[str](), set[str]()
        for place in (passage, *reversed(self._material.passages_before(passage, _BACK))):
            end = min(place.end, span[0]) if place is passage else place.end
            for candidate in self._candidates.of(place):
                unnamed = candidate.party is None and candidate.kind == PERSON and candidate.end <= end
                rivals = unnamed and candidate.role in ("subject", "object")
                rivals = rivals and candidate.woman in (None, pronoun in _WOMAN)
                if rivals and not self._speaks(place, candidate.phrase, speakers):
                    return None
            if not nearest and (
                self.tells_of_nameless(place, end, names=True) or _ANIMAL.search(place.text, 0, LONGEST)
            ):
                return None
            named = parties.within(passage.document, place.start, end)
            text = self._material.documents[passage.document].document.text
            if not nearest and any(text[a:b] in self._families for a, b, _ in named):
                # A bare surname of two people is too often taken for the other one’s.
                return None
            own = {m[2] for m in named if self.may_be(m[2], pronoun)}
            nearest = nearest or own - speakers
            found |= own - speakers
        meant = self._referents.at(passage, *span)
        if len(nearest) != 1 or (len(found) > 1 and meant != tuple(nearest)):
            return None
        party = nearest.pop()
        agreed = not meant or party in meant or set(meant) <= speakers
        # A name in capitals stands in a heading, among words that are none of it (`THE CASE OF OLAV DAHL`).
        agreed = agreed and not parties.get(party).name.isupper()
        return party if agreed and parties.is_named(party) and self.is_known_by_gender(party) else None

    def body(self, passage: Passage, span: Span, speakers: frozenset[str]) -> str | None:
        """The one named body for which an `it` at a span can stand."""
        parties = self._material.parties
        meant = self._referents.at(passage, *span)
        if len(meant) != 1 or meant[0] in speakers or not parties.is_named(meant[0]):
            return None
        if parties.get(meant[0]).kind not in ("organisation", "facility") or is_credited(
            self._material, passage.document, meant[0]
        ):
            return None
        near = {
            m[2]
            for place in (*self._material.passages_before(passage, 1), passage)
            for m in parties.within(passage.document, place.start, min(place.end, span[0]))
            if parties.get(m[2]).kind in ("organisation", "facility", "place")
        } - speakers
        if near != set(meant) or self._tells_of_body(passage, span[0]):
            return None
        does = (
            c
            for place in (*self._material.passages_before(passage, 1), passage)
            for c in self._candidates.of(place)
            if c.party == meant[0] and c.end <= span[0]
        )
        return meant[0] if any(c.role in ("subject", "object") for c in does) else None

    def _tells_of_body(self, passage: Passage, end: int) -> bool:
        """Whether a sentence speaks of a body without a name before an offset (`a spokesman for the commission`)."""
        return any(c.party is None and c.kind == ORGANISATION and c.end <= end for c in self._candidates.of(passage))

    def acting(self, passage: Passage, span: Span, speakers: frozenset[str]) -> str | None:
        """How a line calls the one body for which an `it` stands of which a deed of bodies is told."""
        meant = self._referents.at(passage, *span)
        if len(meant) != 1 or meant[0] in speakers:
            return None
        known = self._material.parties.get(meant[0])
        if known.kind != "organisation" or is_credited(self._material, passage.document, meant[0]):
            return None
        if self._material.parties.is_named(meant[0]):
            return known.name
        return f"the {known.name}" if _NOUN.fullmatch(known.name) else None

    def phrase(self, passage: Passage, at: int, several: bool, said_by: Sequence[Span]) -> str | None:
        """The words of the one thing, or the several, that a pronoun at an offset can go on with.

        It is sought in the sentence before the pronoun, else in the sentence before that one.

        `said_by`: who says it, whom the pronoun does not stand for.
        """
        here = self._things(passage, at, several, said_by)
        if len(here) > 1:
            return None
        if here:
            return here[0]
        before = self._material.passages_before(passage, 1)
        if not before or before[0].block < passage.block - 1 or before[0].kind != passage.kind:
            return None
        # What a clause within that sentence tells of comes after what the sentence is about.
        inner = _INNER.search(before[0].text, 1, LONGEST)
        there = self._things(before[0], before[0].start + inner.start() if inner else before[0].end, several, ())
        return there[0] if len(there) == 1 else None

    def _things(self, passage: Passage, end: int, several: bool, said_by: Sequence[Span]) -> list[str]:
        clauses = self._referents.clauses(passage)
        s, tags = clauses.sentence, clauses.tags
        within = quoted(s.words)
        wanted = ("NNS", "NNPS") if several else ("NN", "NNP")
        out: list[str] = []
        for phrase in clauses.phrases:
            if s.ends[phrase.last - 1] > end:
                break
            noun = s.lower[phrase.head]
            if tags[phrase.head] not in wanted or noun in _TIMES:
                if tags[phrase.head] == "PRP" and noun == ("they" if several else "it"):
                    return ["", ""]
                continue
            if not several and (noun in PERSONS or noun in human_nouns()):
                continue
            start, stop = clauses.span(phrase)
            role = self._candidates.roles(passage).get(phrase.first, ("", -1, False))[0]
            if clauses.hangs(phrase) or any(a < stop and start < b for a, b in said_by):
                continue
            stands = role == "subject" or "EX" in tags[max(0, phrase.first - 4) : phrase.first]
            words = None if within[phrase.head] or not stands else self._words(clauses, phrase)
            if tags[phrase.head] in ("NNP", "NNPS") and not self._is_body(passage, (start, stop)):
                words = None
            out.append(words or "")
        return out if all(out) else ["", ""]

    def _words(self, clauses: Clauses, phrase: Phrase) -> str | None:
        """A phrase as it can stand for a pronoun: with `the` for `a`, with what hangs on it by `of`."""
        s, tags = clauses.sentence, clauses.tags
        if s.lower[phrase.first] in _NO_NOUN or tags[phrase.first] in ("PRP", "PRP$", "WP", "EX", "WDT"):
            return None
        last = phrase.last
        if s.lower[last : last + 1] == ["of"]:
            hanging = clauses.phrase_starting(last + 1)
            if hanging is None or tags[hanging.first] in ("PRP", "PRP$"):
                return None
            last = hanging.last
        if last - phrase.first > _LONGEST:
            return None
        following = s.lower[last : last + 1]
        if following in (["and"], ["or"], ["of"], ["'s"], ["’s"]):
            return None
        start = s.starts[phrase.first]
        text = " ".join(s.text[start : s.ends[last - 1]].split())
        first = s.lower[phrase.first]
        if first in _ARTICLE:
            return f"the {text.split(' ', 1)[1]}" if " " in text else None
        if first in _COUNTED:
            return f"the {text[:1].lower()}{text[1:]}" if first != "both" else None
        plain = tags[phrase.first] not in ("NNP", "NNPS")
        return f"{text[:1].lower()}{text[1:]}" if plain and s.words[phrase.first][1:].islower() else text

    def _is_body(self, passage: Passage, span: Span) -> bool:
        """Whether a name stands for a body, or a place that is built."""
        named = self._material.parties.within(passage.document, *span)
        kinds = {self._material.parties.get(m[2]).kind for m in named}
        return bool(kinds) and kinds <= {"organisation", "facility"}

    def tells_of_nameless(self, passage: Passage, end: int, names: bool = False) -> bool:
        """Whether somebody without a name (`the man`) is the subject of a verb before an offset.

        `names`: or somebody whose name is no party’s.
        """
        clauses = self._referents.clauses(passage)
        subjects = self._candidates.roles(passage)
        return any(
            clauses.span(p)[1] <= end and (p.first == 0 or subjects.get(p.first, ("",))[0] == "subject")
            and (clauses.sentence.lower[p.head] in _SOMEBODY or (names and clauses.tags[p.head] == "NNP"))
            and not self._material.parties.within(passage.document, *clauses.span(p))
            for p in clauses.phrases
        )  # fmt: skip

    def _speaks(self, passage: Passage, phrase: Phrase | None, speakers: frozenset[str]) -> bool:
        found = self._referents.who(passage, phrase)
        return bool(found) and set(found) <= speakers

    def _woman(self, party: str) -> bool | None:
        known = self._material.parties.get(party)
        told = self._material.parties.woman(party)
        return gender_of(known.name.split()[0]) if told is None else told


def is_of_animal(material: Material, passage: Passage) -> bool:
    """Whether a sentence or the two before it speak of an animal."""
    return any(_ANIMAL.search(p.text, 0, LONGEST) for p in (passage, *material.passages_before(passage, _BACK)))


def head_of(words: str) -> str:
    """The words for who speaks up to what hangs on them (`the chief` of `the chief of the guild, who`)."""
    return _HANGS.split(words, maxsplit=1)[0]


def is_several(words: str) -> bool:
    """Whether words for who speaks stand for several people (`two officials`, `police`)."""
    head = head_of(words).split()
    if not head or (len(head) > 1 and head[-1][:1].isupper()):
        # `Holm Airlines`
        return False
    return head[-1].casefold() in ("police", "they", "crew", "staff") or is_people(head[-1].casefold())
