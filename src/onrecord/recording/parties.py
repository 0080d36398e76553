"""Parties across the documents of a story: one entry for each, however it is spelled, and who is named where.

Which of them are one tells `onrecord.recording.party_joins`.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Sequence

from onrecord.annotation.lexicons import gazetteer
from onrecord.annotation.office_holders import may_hold
from onrecord.recording import names
from onrecord.recording.appositions import bearers
from onrecord.recording.genders import women
from onrecord.recording.heads_of_state import Heads
from onrecord.recording.introductions import Introductions
from onrecord.recording.lexicon import BODIES, SECOND, lexicon
from onrecord.recording.party_entries import entry, without_shared_surnames
from onrecord.recording.party_joins import join
from onrecord.recording.party_mentions import Local, key_of, linked, locals_of
from onrecord.recording.passages import Quotes
from onrecord.types import Annotated, PartyKind, RecordParty

_SHORT = {"gov": "governor", "sen": "senator", "gen": "general", "col": "colonel", "prof": "professor"}
"""Offices as they are shortened before a name."""
_TITLE = re.compile(r"\b(Sens?|Reps?|Govs?)\.\s\Z")
_MEMBERS = ("representative", "congressman", "congresswoman", "lawmaker")
_OFFICES = {
    "Sen": ("senator", "lawmaker"), "Sens": ("senator", "lawmaker"), "Rep": _MEMBERS, "Reps": _MEMBERS,
    "Gov": ("governor",), "Govs": ("governor",),
}  # fmt: skip
"""What somebody is who bears a title."""
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.I)
_SINGLE = lexicon(
    "judge mayor governor nominee president chairman chairwoman coroner sheriff pope king queen premier mediator envoy "
    "monitor minister commissioner captain speaker treasurer ombudsman auditor bishop archbishop chancellor principal "
    "superintendent abbot rector"
)
"""Offices that a story seldom has two holders of."""
_INDEFINITE = re.compile(r"\b(?:an?|another|one|former|any|every|each|no)\s(?:\Z|(?=\S))", re.I)
_WHERE = re.compile(r"['’]s?\s|\s(?:of|in|for)\s|(?<=\s)[A-Z]|\A[A-Z]\w+\s")
_CROWDS = lexicon("family opposition police military army group team party judge management state city")


class Parties:
    """The parties of a record, and who is named where."""

    def __init__(self, documents: Sequence[Annotated], quotes: Quotes) -> None:
        locals_ = locals_of(documents)
        joined = join(locals_)
        sets: dict[int, list[Local]] = {}
        for n, local in enumerate(locals_):
            sets.setdefault(joined.root(n), []).append(local)
        texts = [d.document.text for d in documents]
        ordered = sorted(sets.values(), key=lambda s: min((p.document, p.spans[0]) for p in s))
        self._ids = {(p.document, p.id): f"p{n}" for n, members in enumerate(ordered, 1) for p in members}
        entries = [entry(f"p{n}", members, quotes, texts) for n, members in enumerate(ordered, 1)]
        self._parties = without_shared_surnames(entries)
        self._by_id = {p.id: p for p in self._parties}
        self._texts = texts
        self._found = frozenset(self._by_id)
        self._described: dict[tuple[str, ...], str] = {}
        for party in self._parties:
            for name in (party.name, *party.aliases):
                self._described.setdefault(names.bare_organisation(name), party.id)
        self._headed: dict[str, list[str]] = {}
        for party in self._parties:
            self._head(party)
        self._quotes = quotes
        self._common: dict[str, list[str]] | None = None
        self._mentions: list[list[tuple[int, int, str]]] = []
        for number, item in enumerate(documents):
            times = {t.start for t in item.annotations.times}
            named = [
                (m.start, m.end, self._ids[number, key])
                for m in linked(item)
                if (key := key_of(item, m)) is not None and (number, key) in self._ids and m.start not in times
            ]
            # Of two that begin together the longer one comes first: `Lund’s relatives` before `Lund`.
            self._mentions.append(sorted(named, key=lambda m: (m[0], -m[1])))
        self._starts = [[m[0] for m in own] for own in self._mentions]
        self._introduced = Introductions(texts, self._mentions)
        people = [[m for m in own if self._by_id[m[2]].kind == "person"] for own in self._mentions]
        self._bearers = bearers(zip(texts, people, strict=True))
        self._heads = Heads(texts, people, self._by_id)
        for n, party in enumerate(self._parties):
            if party.kind == "person" and party.country is None and (code := self._heads.country(party.id)) is not None:
                self._parties[n] = self._by_id[party.id] = dataclasses.replace(party, country=code)
        self._women = women((p for p in self._parties if p.kind == "person"), list(zip(texts, people, strict=True)))
        # Parties that are described later have neither a role nor a country.
        self._states: dict[str, list[str]] = {}
        self._in_role: dict[str, list[str]] = {}
        for party in self._parties:
            if party.country is not None and _may_be_state(party):
                self._states.setdefault(party.country, []).append(party.id)
            if party.kind == "person":
                for word in dict.fromkeys((party.role or "").casefold().split()):
                    word = _SHORT.get(word.rstrip("."), word)
                    self._in_role.setdefault(word, []).append(party.id)
        self._add_titles(texts, people)

    def all(self) -> tuple[RecordParty, ...]:
        """Every party, in the order of their first mention; those made from descriptions last."""
        return tuple(self._parties)

    def described(self) -> frozenset[str]:
        """The ids of the parties that were made from descriptions."""
        return frozenset(p.id for p in self._parties[len(self._found) :])

    def is_named(self, party: str) -> bool:
        """Whether a party was found by the annotator, not made from a description."""
        return party in self._found

    def get(self, party: str) -> RecordParty:
        """The party with this id."""
        return self._by_id[party]

    def woman(self, party: str) -> bool | None:
        """Whether a person is a woman, or None where nothing tells."""
        return self._women.get(party)

    def of(self, document: int, local: str | None) -> str | None:
        """The record's party for a party of one document's annotations."""
        return None if local is None else self._ids.get((document, local))

    def within(self, document: int, start: int, end: int) -> list[tuple[int, int, str]]:
        """The mentions inside a stretch of a document as start, end, party, in order."""
        own, starts = self._mentions[document], self._starts[document]
        low = bisect.bisect_left(starts, start)
        high = bisect.bisect_left(starts, end, low)
        return [m for m in own[low:high] if m[1] <= end] if low < high else []

    def covering(self, document: int, start: int, end: int) -> str | None:
        """The party of the mention that a stretch is part of, if there is one."""
        at = bisect.bisect_right(self._starts[document], start) - 1
        if at < 0:
            return None
        low, high, party = self._mentions[document][at]
        return party if low <= start and end <= high else None

    def introduced(self, noun: str, document: int, offset: int) -> str | None:
        """The party that the text introduced by a noun (`Vesta Lines, an insurer`) before a place."""
        before = self._introduced.before(noun, document, offset)
        if before is not None:
            return before
        only = self._introduced.bearer(noun, document, offset)
        # Somebody whom it introduces elsewhere is not meant where another one bears the noun in its name.
        return only if only is None or not set(self._headed.get(noun, ())) - {only} else None

    def nouns_beside(self, document: int, start: int) -> tuple[str, ...]:
        """The nouns in apposition to the mention that starts at a place (`insurer Vesta Lines`)."""
        return self._introduced.nouns(document, start)

    def state(self, country: str | None) -> str | None:
        """The party that is a country or its government, if the story has just one for the country's code."""
        fitting = [] if country is None else self._states.get(country, [])
        return fitting[0] if len(fitting) == 1 else None

    def _add_titles(self, texts: Sequence[str], people: Sequence[Sequence[tuple[int, int, str]]]) -> None:
        """Let those who bear a title before their name have the office (`Sen. Ada Lund` is a senator)."""
        for text, own in zip(texts, people, strict=True):
            for start, _, party in own:
                title = _TITLE.search(text, max(0, start - 8), start)
                for office in () if title is None else _OFFICES[title[1]]:
                    holders = self._in_role.setdefault(office, [])
                    if party not in holders:
                        holders.append(party)

    def bearer(self, role: str, document: int | None = None, offset: int = 0) -> str | None:
        """The one party that the story names beside a noun of kinship, office or trade (`his father, Jon Ek`).

        A role counts as well (`President Ada Lund` is `the president`), where one party alone has it. Of several who
        have it in a story, the one is meant whom the document at hand alone names before an offset.
        """
        if role in self._bearers:
            return self._bearers[role]
        holders = self._in_role.get(role, [])
        plain = [p for p in holders if not SECOND & set((self._by_id[p].role or "").casefold().split())]
        holders = plain if 0 < len(plain) < len(holders) else holders
        if len(holders) > 1 and document is not None:
            holders = list(dict.fromkeys(m[2] for m in self.within(document, 0, offset) if m[2] in holders))
        return holders[0] if len(holders) == 1 else None

    def by_common_noun(self, noun: str) -> str | None:
        """The one party whose name ends in, or is built on, a common noun (`the university`), if there is just one."""
        if self._common is None:
            self._common = {}
            for party in self._parties:
                if party.kind == "person":
                    # `a nurse at the Norrvik clinic` is not the clinic, and Jon Head not the head.
                    continue
                spelled = {w for n in (party.name, *party.aliases) if " " in n for w in names.words(n)}
                for word in sorted(spelled):
                    self._common.setdefault(word, []).append(party.id)
        fitting = self._common.get(noun, [])
        return fitting[0] if len(fitting) == 1 else None

    def headed(self, noun: str) -> Sequence[str]:
        """The bodies and places that have a noun for the head of a name, in the order of the parties."""
        return self._headed.get(noun, ())

    def _head(self, party: RecordParty) -> None:
        if party.kind in ("organisation", "facility", "place"):
            for noun in frozenset().union(*map(names.heads, (party.name, *party.aliases))):
                self._headed.setdefault(noun, []).append(party.id)

    def describe(
        self, document: int, start: int, end: int, name: str, kind: PartyKind = "group", *, anew: bool = False
    ) -> str:
        """The party that is described, not named (`dock workers`, `a harbour judge`); a new one gets an entry.

        `anew`: it is known not to be whoever else is called by the same office.
        """
        name = _ARTICLE.sub("", name)
        key = names.bare_organisation(name)
        parts = ("the", *names.words(name))
        definite = len(parts) == 2 and parts[0] == "the" and parts[1] in BODIES
        named = self.by_common_noun(parts[1]) if definite else None
        if named is not None and self._by_id[named].kind == "group":
            # `the government` is none of `22 government soldiers`.
            named = None
        known = named or self._described.get(key) or self._heads.called(name, document)
        if anew and known in self._found:
            known = None
        if known is None and not anew and kind in ("person", "group"):
            known = self._in_office(document, start, end, name)
        owner, own = names.possessed(name)
        is_body = own[-1:] and own[-1] in BODIES - _CROWDS
        if known is None and is_body:
            # `the coast guard` is `Norrland’s coast guard`, where the story has no other.
            known = self._described.get(("one of", *own))
        if known is not None:
            return known
        kind = "organisation" if kind == "group" and is_body else kind
        id_ = f"p{len(self._parties) + 1}"
        evidence = self._quotes.spans(document, [(start, end)])
        party = RecordParty(id_, name, kind, None, None, (), evidence, rule="description")
        self._parties.append(party)
        self._by_id[id_] = party
        self._head(party)
        self._described[key] = id_
        if is_body:
            self._described[("one of", *own) if owner or len(own) > 1 else key] = id_
        return id_

    def _in_office(self, document: int, start: int, end: int, name: str) -> str | None:
        """The one person with a name whom a description by an office means that a story has one holder of.

        `The judge` is Judge Ada Lund; `a Norrvik judge` is she if the document names her only later. Names that tell
        the office more closely here and there must not differ.
        """
        office = names.words(name)[-1:]
        holders = self._holders(office[0], name) if office and office[0] in _SINGLE else []
        if len(holders) != 1:
            return None
        own = [m for m in self._mentions[document] if m[2] == holders[0]]
        text = self._texts[document]
        indefinite = _INDEFINITE.search(text, max(0, start - 16), start) or _INDEFINITE.match(text, start, end)
        if not own or (indefinite and own[0][0] < start):
            return None
        return holders[0] if self.may_hold(holders[0], name) else None

    def _holders(self, office: str, name: str) -> Sequence[str]:
        """Who has an office by what the story calls him, before his name or beside it."""
        holders = self._in_role.get(office, [])
        if not holders and office == "premier":
            ministers = self._in_role.get("minister", [])
            holders = [p for p in ministers if "prime" in (self._by_id[p].role or "").casefold()]
        # Of whom it is not known where he has it, the Norrvik mayor may be another one.
        beside = None if _WHERE.search(name) else self._bearers.get(office)
        return holders or ([] if beside is None else [beside])

    def may_hold(self, party: str, name: str) -> bool:
        """Whether a description may mean somebody: it and his role name no two bodies or places beside the office.

        The Norrvik mayor is not the Bergen mayor.
        """
        office = names.words(name)[-1:]
        return not office or may_hold(name, self._by_id[party].role, office[0])


def _may_be_state(party: RecordParty) -> bool:
    """Whether a party with a country is that country or its government."""
    if party.kind not in ("organisation", "place"):
        return False
    place = gazetteer().get(party.name)
    return party.role == "government" or (place is not None and place.kind == "country")
