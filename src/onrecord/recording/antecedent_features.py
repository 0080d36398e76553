"""What is weighed of a pronoun or description with each candidate that it may go on with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.recording.antecedents import GROUP, MOST, ORGANISATION, OTHER, PERSON, PLACE, PLURAL, Candidate, noun_kind
from onrecord.recording.bodies_named import is_public
from onrecord.recording.clauses import Clauses, Phrase, Verb
from onrecord.recording.firms import is_credited
from onrecord.recording.lexicon import BODIES, FIRMS
from onrecord.recording.material import Material
from onrecord.recording.names import words as words_of_name
from onrecord.recording.passages import Passage
from onrecord.recording.pronoun_subjects import SAYS, quoted
from onrecord.recording.pronouns import HE, IT, THEY

CLASSES = ("he", "she", "it", "they", "person", "body", "people")
"""What an anaphor is: one of the pronouns, or a description of a person, a body or people."""
_SHE = frozenset(("she", "her", "hers", "herself"))
_POSSESSIVE = frozenset(("his", "her", "its", "their"))
_FIRMLY = frozenset("inc plc corp ltd co sa ag nv air lines holdings group bank partners capital energy foods".split())


_GUILDS = frozenset("union guild federation workers brotherhood teamsters syndicate unions".split())
_AGE = re.compile(r"(\d\d)-year-old")


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun or description that stands for somebody spoken of before."""

    passage: Passage
    phrase: Phrase
    start: int
    noun: str
    words: frozenset[str]
    kind: int
    """Index in `CLASSES`."""
    subject_of: int
    """The first word of the verb whose subject it is, or -1."""
    object_of: int
    owns: bool
    quoted: bool
    said_by: int
    """The first word of the verb of saying in whose content it is the first word, or -1."""
    first: bool


def class_of(clauses: Clauses, phrase: Phrase) -> int | None:
    """What sort of anaphor a phrase is, or None if it is none."""
    s = clauses.sentence
    noun, opens = s.lower[phrase.head], s.lower[phrase.first]
    if phrase.last - phrase.first == 1 and clauses.tags[phrase.first] in ("PRP", "PRP$"):
        if noun in HE:
            return 1 if noun in _SHE else 0
        return 2 if noun in IT else 3 if noun in THEY else None
    tag = clauses.tags[phrase.head]
    if opens not in ("the", "that", "this", "these", "those", "both") or not tag.startswith("N"):
        return None
    if tag.startswith("NNP"):
        return None
    kind = noun_kind(noun, tag == "NNS")
    return {PERSON: 4, ORGANISATION: 5, GROUP: 6}.get(kind)


def anaphor_of(
    clauses: Clauses, passage: Passage, phrase: Phrase, roles: Mapping[int, tuple[str, int, bool]]
) -> Anaphor | None:
    """A phrase as what it is weighed as, or None if it is no anaphor; `roles` as of `Candidates.roles`."""
    kind = class_of(clauses, phrase)
    if kind is None:
        return None
    s = clauses.sentence
    role, verb, _ = roles.get(phrase.first, ("", -1, False))
    told = _teller(clauses, phrase)
    within = quoted(s.words) if any(q in passage.text for q in '"“') else None
    return Anaphor(
        passage, phrase, s.starts[phrase.first], s.lower[phrase.head],
        frozenset(s.lower[phrase.first + 1 : phrase.head]),
        kind, verb if role == "subject" else -1, verb if role == "object" else -1, s.lower[phrase.first] in _POSSESSIVE,
        within is not None and within[phrase.first],
        -1 if told is None else told.first, phrase.first == 0,
    )  # fmt: skip


def _teller(clauses: Clauses, phrase: Phrase) -> Verb | None:
    before = [v for v in clauses.verbs if v.last <= phrase.first and v.lemma in SAYS]
    if not before or phrase.first - before[-1].last > 6:
        return None
    between = [v for v in clauses.verbs if before[-1].last <= v.first < phrase.first]
    return None if between else before[-1]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is compared of a party wherever it is named."""

    words: frozenset[str]
    role: frozenset[str]
    flags: tuple[float, ...]


class Features:
    """Makes the rows of a record's anaphors; keeps what it has found out about parties and mentions."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._facts: dict[str, _Facts] = {}
        self._credited: dict[tuple[int, str], bool] = {}

    def rows(
        self, anaphor: Anaphor, before: Sequence[tuple[int, Candidate]], by_rule: Sequence[str]
    ) -> list[list[float]]:
        """A row for each candidate.

        Args:
            anaphor: what stands for somebody.
            before: the candidates, the nearest first, with how many sentences back each stands.
            by_rule: the parties that the rules name, if they name any.
        """
        document, at, noun, kind = anaphor.passage.document, anaphor.start, anaphor.noun, anaphor.kind
        text = self._material.documents[document].document.text
        parties = self._material.parties
        earlier = parties.within(document, 0, at)[-400:]
        counted, total = Counter(m[2] for m in earlier), max(1, len(earlier))
        opening = earlier[0][2] if earlier else ""
        recent = Counter(c.party for back, c in before if back < 3)
        in_last = {c.party for back, c in before if back == 1}
        here = {c.party for back, c in before if back == 0}
        barred = {c.party for back, c in before if back == 0 and c.verb >= 0 and c.verb == anaphor.object_of} - {None}
        said = {c.party for back, c in before if c.says and back < 2} - {None}
        pronoun, stem, woman = kind < 4, noun[:4], kind == 1
        fits = [_fits(kind, c) for _, c in before]
        rivals = len({c.party or c.start for (_, c), fit in zip(before, fits, strict=True) if fit})
        age = _AGE.match(noun)
        main = next((c.start for back, c in before[::-1] if back == 1 and c.role == "subject"), -1)
        is_firm, meant, acts = noun in FIRMS, noun_kind(noun, False), anaphor.subject_of >= 0
        shared = [
            acts, anaphor.object_of >= 0, anaphor.owns, anaphor.first, anaphor.quoted, anaphor.said_by >= 0,
            bool(anaphor.words), len(before) < 3, rivals < 2, rivals == 2, is_firm, noun in BODIES, is_public(noun),
            noun in _GUILDS, noun in _SEVERAL, not by_rule, *(kind == k for k in range(len(CLASSES))),
        ]  # fmt: skip
        seen: dict[object, int] = {}
        fitting_seen: dict[object, int] = {}
        out: list[list[float]] = []
        for (back, c), fit in zip(before, fits, strict=True):
            key: object = c.party if c.party is not None else (c.noun, c.start if pronoun else 0)
            rank = seen.setdefault(key, len(seen))
            fit_rank = fitting_seen.setdefault(key, len(fitting_seen)) if fit else 9
            subject, same = c.role == "subject", back == 0
            clash = kind < 2 and c.woman is not None and c.woman != woman
            of_verb = same and c.verb >= 0
            row = [
                same, back == 1, back == 2, back > 2, min(1.0, (at - c.end) / 400), 1 / (1 + rank), 1 / (1 + fit_rank),
                fit_rank == 0, subject and same, subject and back == 1, c.first and back == 1, c.first and same,
                c.says and same, fit, kind < 2 and c.woman is not None and not clash, clash,
                (of_verb and c.verb == anaphor.object_of) or c.party in barred, subject and acts,
                subject and anaphor.object_of >= 0, c.role == "object" and acts,
                of_verb and c.verb == anaphor.said_by and subject,
                of_verb and c.verb == anaphor.said_by and not subject,
                c.start == main, age is not None and age[1] in text[c.end : c.end + 8],
            ]  # fmt: skip
            if c.party is None:
                row += _NO_PARTY
                known = _NOTHING
            else:
                known = self._known(c.party)
                row += (
                    min(1.0, counted[c.party] / 6), counted[c.party] / total, c.party == opening, c.party in in_last,
                    c.party in here, min(1.0, recent[c.party] / 4), c.party in by_rule,
                    anaphor.quoted and c.party in said,
                    self._is_credited(document, c.party), *known.flags,
                )  # fmt: skip
            if pronoun:
                row += _NO_NOUN
            else:
                row += (
                    noun in known.words,
                    noun in c.words or (c.party is not None and noun in parties.nouns_beside(document, c.start)),
                    c.noun == noun,
                    any(w[:4] == stem or (len(w) > 2 and noun.startswith(w)) for w in known.words),
                    not anaphor.words.isdisjoint(known.words), not anaphor.words.isdisjoint(c.words),
                    noun in known.role,
                    bool(c.noun) and (c.noun in FIRMS) == is_firm and c.kind == meant,
                )  # fmt: skip
            out.append([*row, *c.own, *shared])
        return out

    def _known(self, party: str) -> _Facts:
        if party not in self._facts:
            known = self._material.parties.get(party)
            words = frozenset(words_of_name(known.name))
            flags = (
                known.role == "government", known.kind == "organisation" and is_public(known.name),
                not words.isdisjoint(_FIRMLY), not words.isdisjoint(_GUILDS),
            )  # fmt: skip
            role = frozenset((known.role or "").casefold().split())
            self._facts[party] = _Facts(words, role, tuple(map(float, flags)))
        return self._facts[party]

    def _is_credited(self, document: int, party: str) -> bool:
        key = (document, party)
        if key not in self._credited:
            self._credited[key] = is_credited(self._material, document, party)
        return self._credited[key]


_NOTHING = _Facts(frozenset(), frozenset(), (0.0, 0.0, 0.0, 0.0))
_NO_PARTY = (0.0,) * 13
_NO_NOUN = (0.0,) * 8
_SEVERAL = frozenset(("two", "pair", "duo", "sides"))


def weighable(
    anaphor: Anaphor, before: Sequence[tuple[int, Candidate]], by_rule: Sequence[str]
) -> list[tuple[int, Candidate]]:
    """The candidates without those whose kind rules them out (a body for `he`), but with whom the rules name."""
    never = _NEVER[anaphor.kind]
    # `Lund’s father said he …`: not Lund.
    kin = {c.phrase.first for back, c in before if back == 0 and c.party is None and c.phrase and c.kind == PERSON}
    out = []
    for back, c in before:
        of_kin = anaphor.kind < 2 and back == 0 and c.party and c.phrase and c.phrase.first in kin
        if c.party in by_rule or not (c.kind in never or of_kin):
            out.append((back, c))
    return out[:MOST]


_NEVER = (
    (ORGANISATION, PLACE, GROUP), (ORGANISATION, PLACE, GROUP), (PERSON,), (), (ORGANISATION, PLACE, GROUP),
    (PERSON, GROUP), (PLACE,),
)  # fmt: skip
"""Kinds that an anaphor of each class never goes on with."""


def _fits(kind: int, c: Candidate) -> bool:
    if kind < 2:
        return c.kind == PERSON and not (c.woman is not None and c.woman != (kind == 1))
    if kind == 2:
        return c.kind in (ORGANISATION, PLACE) or (c.kind == OTHER and c.own[PLURAL] == 0)
    if kind in (3, 6):
        return c.kind in (GROUP, ORGANISATION) or c.own[PLURAL] > 0
    return c.kind == PERSON if kind == 4 else c.kind in (ORGANISATION, PLACE)
