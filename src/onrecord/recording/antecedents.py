"""Whom the sentences before a pronoun or a description speak of: the candidates that it can go on with.

A candidate is a mention of a party or a phrase for somebody who has no name (`a harbour judge`, `the grid operator`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from onrecord.annotation.lexicons import human_nouns, words_of
from onrecord.recording.bodies_named import DATELINE
from onrecord.recording.clauses import Clauses, Phrase
from onrecord.recording.finder import Finder
from onrecord.recording.lexicon import BODIES, FIRMS, PERSONS, is_people, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import SAYS, quoted
from onrecord.types import PartyKind

BACK, MOST = 3, 16
"""How many sentences back a candidate may stand, and how many candidates are weighed."""
MORE_BODIES = lexicon(
    """tribunal assembly chamber bloc alliance panel council league mission junta consulate embassy ministry authority
    bureau inspectorate registry prosecution senate cabinet treasury exchange regulator inquiry secretariat orchestra
    opera museum theatre theater clinic newspaper magazine trust service district hospital website platform college
    supermarket dealer restaurant hotel network plant factory mine port house line carrier operator unit arm giant
    chain concern business start-up startup franchise side camp rival body outfit body fund insurer developer
    contractor builder supplier employer shipyard yard mill brewery bakery farm paper station channel label office"""
)
_NOBODY = lexicon(
    """week month year day night morning afternoon evening time hour minute decade century deal offer bid price letter
    statement report talk talks strike vote plan proposal demand request decision answer reply law bill percent cent
    money share shares cost pay part number case thing way place"""
)
_NONE = lexicon("no any each every nobody")
_PREPOSITIONS = frozenset(("IN", "TO"))
_COMMON = frozenset(("NN", "NNS"))
_NO_ROLE = ("", -1, False)
_OWNING = frozenset(("'s", "’s", "'", "’"))
_MALE = lexicon("man father son brother husband uncle boy businessman spokesman chairman king prince gentleman lord")
_FEMALE = lexicon("woman mother daughter sister wife widow aunt girl businesswoman spokeswoman chairwoman queen lady")
PERSON, ORGANISATION, PLACE, GROUP, OTHER = range(5)
_KINDS: dict[PartyKind, int] = {
    "person": PERSON, "organisation": ORGANISATION, "place": PLACE, "facility": PLACE, "group": GROUP,
}  # fmt: skip
PLURAL = 7
"""Where in what is weighed of a candidate by itself stands whether it is several."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody spoken of: a named party, or a phrase (`party` None) for somebody without a name.

    `kind`: one of the numbers above; `role`: `subject`, `object`, `led` by a preposition, `owner`, or nothing;
    `verb`: the first word of the verb whose subject or object it is, or -1; `woman`: None where nothing tells.
    """

    start: int
    end: int
    party: str | None
    phrase: Phrase | None
    kind: int
    woman: bool | None
    role: str
    verb: int
    first: bool
    noun: str
    words: frozenset[str]
    """The words that describe it, in lower case: of a name those before it in its phrase."""
    says: bool
    """Whether it is said to say something."""
    own: tuple[float, ...] = ()
    """What is weighed of it by itself."""


def is_agent(noun: str) -> bool:
    """Whether a noun stands for a person, people or a body."""
    return (
        noun in BODIES or noun in FIRMS or noun in PERSONS or noun in MORE_BODIES or is_people(noun)
        or noun in human_nouns() or noun in words_of("organisation_words.txt")
    )  # fmt: skip


def noun_kind(noun: str, plural: bool) -> int:
    """What a noun stands for."""
    if is_people(noun) or plural:
        return GROUP
    if noun in BODIES or noun in FIRMS or noun in MORE_BODIES:
        return ORGANISATION
    known = human_nouns().get(noun)
    if noun.endswith("-year-old"):
        return PERSON
    return PERSON if noun in PERSONS or (known is not None and not known[1]) else OTHER


def acts(noun: str, tag: str) -> bool:
    """Whether a common noun stands for somebody who can ask or be asked: people, a body, or several of them."""
    if tag == "NN":
        return noun_kind(noun, False) != OTHER
    one = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    known = is_people(noun) or noun_kind(one, False) != OTHER or (len(noun) > 7 and noun.endswith(_OF_PEOPLE))
    return tag == "NNS" and known


_OF_PEOPLE = ("ants", "ees", "guards", "mates")
"""How nouns for people end that no list has (`claimants`, `detainees`, `bodyguards`, `inmates`)."""


class Candidates:
    """The candidates of each sentence, gathered when they are first asked for."""

    def __init__(self, finder: Finder, material: Material) -> None:
        self._finder = finder
        self._material = material
        self._known: dict[tuple[int, int], tuple[Candidate, ...]] = {}
        self._roles: dict[tuple[int, int], dict[int, tuple[str, int, bool]]] = {}

    def of(self, passage: Passage) -> tuple[Candidate, ...]:
        """The candidates of a sentence, in its order."""
        key = (passage.document, passage.start)
        if key not in self._known:
            self._known[key] = tuple(self._gather(passage))
        return self._known[key]

    def before(self, passage: Passage, offset: int) -> list[tuple[int, Candidate]]:
        """The candidates before an offset, the nearest first, with how many sentences back they stand."""
        found = [(0, c) for c in reversed(self.of(passage)) if c.end <= offset]
        for back, other in enumerate(reversed(self._material.passages_before(passage, BACK)), 1):
            if len(found) >= 2 * MOST:
                break
            found.extend((back, c) for c in reversed(self.of(other)))
        return found

    def roles(self, passage: Passage) -> dict[int, tuple[str, int, bool]]:
        """For the first word of each phrase of a sentence that is a verb's subject or object: which, of the verb at
        what word, and whether it says something."""
        key = (passage.document, passage.start)
        if key not in self._roles:
            self._roles[key] = _roles(self._finder.clauses(passage))
        return self._roles[key]

    def _gather(self, passage: Passage) -> Iterator[Candidate]:
        clauses = self._finder.clauses(passage)
        s, tags = clauses.sentence, clauses.tags
        roles = self.roles(passage)
        within = quoted(s.words) if any(q in passage.text for q in '"“') else [False] * len(s)
        found = self._named(passage, clauses, roles, within)
        taken = {i for c in found if c.phrase is not None for i in range(c.phrase.first, c.phrase.last)
                 if s.starts[c.phrase.head] < c.end and c.start < s.ends[c.phrase.head]}  # fmt: skip
        for phrase in clauses.phrases:
            for i in range(phrase.first + 1, phrase.head):
                if tags[i] == "POS" and tags[i - 1] in _COMMON and is_agent(s.lower[i - 1]):
                    # `the union’s lawyer`: the union.
                    start = s.starts[phrase.first]
                    if not any(c.start < s.ends[i - 1] and start < c.end for c in found if c.party is not None):
                        owner = Phrase(phrase.first, i, i - 1)
                        found.append(_described(clauses, owner, ("owner", -1, False), within[phrase.first]))
            noun = s.lower[phrase.head]
            if phrase.first in taken or tags[phrase.head] not in _COMMON or s.lower[phrase.first] in _NONE:
                continue
            role, verb, says = roles.get(phrase.first, _NO_ROLE)
            if noun in _NOBODY or not (says or is_agent(noun)):
                continue
            if phrase.last < len(s) and s.lower[phrase.last] in _OWNING:
                role = "owner"
            elif not role and (
                (phrase.first and tags[phrase.first - 1] in _PREPOSITIONS)
                or (tags[phrase.first] == "PRP$" and noun in PERSONS)
            ):
                # `his lawyer` is seldom the one who is spoken of.
                role = "led"
            found.append(_described(clauses, phrase, (role, verb, says), within[phrase.first]))
        found.sort(key=lambda c: (c.start, -c.end))
        for c in found[:1]:
            yield dataclasses.replace(c, first=True, own=(*c.own[:4], 1.0, *c.own[5:]))
        yield from found[1:]

    def _named(
        self, passage: Passage, clauses: Clauses, roles: dict[int, tuple[str, int, bool]], within: list[bool]
    ) -> list[Candidate]:
        s, tags, parties = clauses.sentence, clauses.tags, self._material.parties
        dateline = DATELINE.match(s.text, passage.start, min(passage.end, passage.start + 90))
        last_end = passage.start if dateline is None else dateline.end()
        by_word = {i: p for p in clauses.phrases for i in range(p.first, p.last)}
        found: list[Candidate] = []
        for start, end, party in parties.within(passage.document, last_end, passage.end):
            if start < last_end:
                continue
            last_end = end
            first, last = clauses.index(start), clauses.index(end - 1)
            if last >= len(s):
                break
            phrase = by_word.get(last) or by_word.get(first)
            is_head = phrase is not None and first <= phrase.head <= last
            known = parties.get(party)
            role, verb, says = roles.get(phrase.first, _NO_ROLE) if phrase is not None and is_head else _NO_ROLE
            led = first - 2 if first > 1 and s.lower[first - 1] == "the" else first - 1
            if s.lower[last + 1 : last + 2] and s.lower[last + 1] in _OWNING:
                role = "owner"
            elif not role and first and tags[led] in _PREPOSITIONS:
                role = "led"
            elif phrase is not None and not is_head:
                role = "owner"
            kind = _KINDS.get(known.kind, OTHER)
            found.append(Candidate(
                start, end, party, phrase, kind, parties.woman(party), role, verb, False, "",
                frozenset() if phrase is None else frozenset(s.lower[phrase.first : first]), says,
                _own(role, within[first], says, kind == GROUP, True, kind),
            ))  # fmt: skip
        return found


def _described(clauses: Clauses, phrase: Phrase, does: tuple[str, int, bool], within: bool) -> Candidate:
    """The candidate that a phrase without a name is."""
    s = clauses.sentence
    noun, plural = s.lower[phrase.head], clauses.tags[phrase.head] == "NNS"
    role, verb, says = does
    kind = noun_kind(noun, plural)
    return Candidate(
        s.starts[phrase.first], s.ends[phrase.last - 1], None, phrase, kind,
        True if noun in _FEMALE else False if noun in _MALE else None, role, verb, False, noun,
        frozenset(s.lower[phrase.first : phrase.head]), says, _own(role, within, says, plural, False, kind),
    )  # fmt: skip


def _own(role: str, within: bool, says: bool, plural: bool, named: bool, kind: int) -> tuple[float, ...]:
    """What is weighed of a candidate by itself; the fifth is whether it is the first of its sentence."""
    return (
        float(role == "subject"), float(role == "object"), float(role == "led"), float(role == "owner"), 0.0,
        float(within), float(says), float(plural), float(not named), float(not (named or plural)), *_ONE_OF[kind],
    )  # fmt: skip


_ONE_OF = tuple(tuple(float(k == n) for k in range(5)) for n in range(5))


def _roles(clauses: Clauses) -> dict[int, tuple[str, int, bool]]:
    out: dict[int, tuple[str, int, bool]] = {}
    for verb in clauses.verbs:
        thing = clauses.object(verb)
        if thing is not None:
            out.setdefault(thing.first, ("object", verb.first, False))
    for verb in clauses.verbs:
        subject = clauses.subject(verb) if verb.form == "finite" else None
        if subject is None:
            continue
        role, at, said = out.get(subject.first, ("", -1, False))
        says = said or (verb.lemma in SAYS and not verb.passive)
        out[subject.first] = ("subject", verb.first if role != "subject" else at, says)
        for other in clauses.coordinated(subject):
            out.setdefault(other.first, ("subject", verb.first, says))
    return out
