"""Parties across the documents of a story: one entry for each, however it is spelled.

Rules, in this order: the annotator's own joins within a document stand; names that are the same once titles, legal
forms and accents are gone are one; a full name and a longer form of it with the same first name are one; a surname
alone joins its one bearer and nobody when there are two; an acronym joins the one organisation whose initials it is;
the short form of an organisation's name joins the one organisation that it can be short for. A country and its
government are one party. Groups are never joined with their members.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from onrecord.annotation.lexicons import demonyms, gazetteer, given_names
from onrecord.recording import names
from onrecord.recording.appositions import bearers, roles_beside
from onrecord.recording.genders import women
from onrecord.recording.introductions import Introductions
from onrecord.recording.lexicon import BODIES, is_people, lexicon
from onrecord.recording.party_mentions import OUTLETS, Local, key_of, linked, locals_of
from onrecord.recording.passages import Quotes, merged
from onrecord.types import Annotated, Evidence, PartyKind, RecordParty

_SHORT = {"gov": "governor", "sen": "senator", "gen": "general", "col": "colonel", "prof": "professor"}
"""Offices as they are shortened before a name."""
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.I)
_CROWDS = lexicon("family opposition police military army group team party judge management state city")
_STATE = lexicon("government administration authorities regime cabinet state republic")
_GENERIC = _STATE | lexicon(
    """company firm group board court judge police army military union party ministry minister department agency
    official officials source sources family relatives committee council office commission bank university school
    spokesman spokeswoman spokesperson leader leaders members people he she it they president senate congress house
    parliament assembly cabinet"""
)


class _Joined:
    """Disjoint sets of local parties; the smallest index stands for its set."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def root(self, n: int) -> int:
        while self._up[n] != n:
            self._up[n] = self._up[self._up[n]]
            n = self._up[n]
        return n

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        self._up[max(a, b)] = min(a, b)


class Parties:
    """The parties of a record, and who is named where."""

    def __init__(self, documents: Sequence[Annotated], quotes: Quotes) -> None:
        locals_ = locals_of(documents)
        joined = _join(locals_)
        sets: dict[int, list[Local]] = {}
        for n, local in enumerate(locals_):
            sets.setdefault(joined.root(n), []).append(local)
        texts = [d.document.text for d in documents]
        ordered = sorted(sets.values(), key=lambda s: min((p.document, p.spans[0]) for p in s))
        self._ids = {(p.document, p.id): f"p{n}" for n, members in enumerate(ordered, 1) for p in members}
        entries = [_entry(f"p{n}", members, quotes, texts) for n, members in enumerate(ordered, 1)]
        self._parties = _without_shared_surnames(entries)
        self._by_id = {p.id: p for p in self._parties}
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
        self._women = women((p for p in self._parties if p.kind == "person"), zip(texts, people, strict=True))
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

    def all(self) -> tuple[RecordParty, ...]:
        """Every party, in the order of their first mention; those made from descriptions last."""
        return tuple(self._parties)

    def described(self) -> frozenset[str]:
        """The ids of the parties that were made from descriptions."""
        return frozenset(self._by_id) - frozenset(self._ids.values())

    def is_named(self, party: str) -> bool:
        """Whether a party was found by the annotator, not made from a description."""
        return party not in self.described()

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
        return [m for m in own[low : bisect.bisect_left(starts, end)] if m[1] <= end]

    def covering(self, document: int, start: int, end: int) -> str | None:
        """The party of the mention that a stretch is part of, if there is one."""
        at = bisect.bisect_right(self._starts[document], start) - 1
        if at < 0:
            return None
        low, high, party = self._mentions[document][at]
        return party if low <= start and end <= high else None

    def introduced(self, noun: str, document: int, offset: int) -> str | None:
        """The party that the text introduced by a noun (`Vesta Lines, an insurer`) before a place."""
        return self._introduced.bearer(noun, document, offset)

    def state(self, country: str | None) -> str | None:
        """The party that is a country or its government, if the story has just one for the country's code."""
        fitting = [] if country is None else self._states.get(country, [])
        return fitting[0] if len(fitting) == 1 else None

    def bearer(self, role: str) -> str | None:
        """The one party that the story names beside a noun of kinship, office or trade (`his father, Jon Ek`).

        A role counts as well (`President Ada Lund` is `the president`), where one party alone has it.
        """
        if role not in self._bearers:
            holders = self._in_role.get(role, [])
            return holders[0] if len(holders) == 1 else None
        return self._bearers[role]

    def by_common_noun(self, noun: str) -> str | None:
        """The one party whose name ends in, or is built on, a common noun (`the university`), if there is just one."""
        if self._common is None:
            self._common = {}
            for party in self._parties:
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

    def describe(self, document: int, start: int, end: int, name: str, kind: PartyKind = "group") -> str:
        """The party that is described, not named (`dock workers`, `a harbour judge`); a new one gets an entry."""
        name = _ARTICLE.sub("", name)
        key = names.bare_organisation(name)
        parts = ("the", *names.words(name))
        definite = len(parts) == 2 and parts[0] == "the" and parts[1] in BODIES
        named = self.by_common_noun(parts[1]) if definite else None
        if named is not None and self._by_id[named].kind == "group":
            # `the government` is none of `22 government soldiers`.
            named = None
        known = named or self._described.get(key)
        owner, own = names.possessed(name)
        is_body = own[-1:] and own[-1] in BODIES - _CROWDS
        if known is None and is_body:
            # `the coast guard` is `Norrland’s coast guard`, where the story has no other.
            known = self._described.get(("one of", *own))
        if known is not None:
            return known
        kind = "organisation" if kind == "group" and is_body else kind
        id_ = f"p{len(self._parties) + 1}"
        party = RecordParty(id_, name, kind, None, None, (), self._quotes.spans(document, [(start, end)]))
        self._parties.append(party)
        self._by_id[id_] = party
        self._head(party)
        self._described[key] = id_
        if is_body:
            self._described[("one of", *own) if owner or len(own) > 1 else key] = id_
        return id_


def _may_be_state(party: RecordParty) -> bool:
    """Whether a party with a country is that country or its government."""
    if party.kind not in ("organisation", "place"):
        return False
    place = gazetteer().get(party.name)
    return party.role == "government" or (place is not None and place.kind == "country")


def _join(parties: Sequence[Local]) -> _Joined:
    joined = _Joined(len(parties))
    people = [n for n, p in enumerate(parties) if p.kind == "person"]
    others = [n for n, p in enumerate(parties) if p.kind != "person"]
    _join_people(parties, people, joined)
    _join_others(parties, others, joined)
    _join_kinds(parties, people, others, joined)
    return joined


def _join_kinds(parties: Sequence[Local], people: Sequence[int], others: Sequence[int], joined: _Joined) -> None:
    """One name that was taken for a person here and for a body there is one party."""
    surnames: dict[tuple[int, str], int] = {}
    for n in people:
        if parties[n].retitled:
            for full in _full_names(parties[n]):
                surnames.setdefault((parties[n].document, full[-1]), n)
    for n in others:
        bare = names.bare_organisation(parties[n].spellings[0])
        if len(bare) == 1 and (parties[n].document, bare[0]) in surnames:
            joined.join(surnames[parties[n].document, bare[0]], n)
    bodies: dict[tuple[str, ...], int] = {}
    for n in others:
        if parties[n].kind in ("organisation", "product"):
            for spelling in parties[n].spellings:
                bodies.setdefault(names.bare_organisation(spelling), n)
    for n in people:
        for spelling in parties[n].spellings:
            bare = names.bare_organisation(spelling)
            # A body may be called by its first word, a person is not (`Norrvik Mills` taken for a man, `Norrvik`).
            same = bodies.get(bare, bodies.get(bare[:1]) if len(bare) == 2 else None)
            if same is not None:
                joined.join(same, n)
    _join_places(parties, people, others, joined)


def _join_places(parties: Sequence[Local], people: Sequence[int], others: Sequence[int], joined: _Joined) -> None:
    """One word that is a place in two mentions or more, and that nobody bears as a surname, is the place."""
    places: dict[str, int] = {}
    for n in others:
        if parties[n].kind == "place" and len(parties[n].spans) > 1:
            for spelling in parties[n].spellings:
                if len(names.words(spelling)) == 1:
                    places.setdefault(spelling, n)
    surnames = {full[-1] for n in people for full in _full_names(parties[n])}
    for n in people:
        party = parties[n]
        same = places.get(party.spellings[0]) if len(party.spellings) == 1 and party.role is None else None
        if same is not None and not party.retitled and not surnames & set(names.bare_person(party.spellings[0])):
            joined.join(same, n)


def _join_people(parties: Sequence[Local], people: Sequence[int], joined: _Joined) -> None:
    # Bearers of the same full name are one, so the first stands for all.
    by_surname: dict[str, dict[tuple[str, ...], int]] = {}
    for n in people:
        for full in _full_names(parties[n]):
            bearers = by_surname.setdefault(full[-1], {})
            if full in bearers:
                joined.join(bearers[full], n)
                continue
            same = [m for other, m in bearers.items() if names.same_person(full, other)]
            for m in same:
                joined.join(m, n)
            bearers[full] = n
    # A longer form of a name may end in another word (a second surname), so every word but the first is looked up too.
    for n in people:
        for full in _full_names(parties[n]):
            for word in full[1:-1]:
                fitting = [m for other, m in by_surname.get(word, {}).items() if names.same_person(full, other)]
                for m in fitting:
                    joined.join(m, n)
    alone: dict[str, int] = {}
    for n in people:
        if _full_names(parties[n]):
            continue
        bare = {b[-1] for b in map(names.bare_person, parties[n].spellings) if b}
        for surname in sorted(bare):
            holders = sorted({joined.root(m) for m in by_surname.get(surname, {}).values()})
            if len(holders) == 1:
                joined.join(holders[0], n)
            elif not holders:
                joined.join(alone.setdefault(surname, n), n)


def _full_names(party: Local) -> list[tuple[str, ...]]:
    return [b for b in map(names.bare_person, party.spellings) if len(b) > 1]


def _join_others(parties: Sequence[Local], others: Sequence[int], joined: _Joined) -> None:
    known: dict[tuple[str, ...], int] = {}
    for n in others:
        party = parties[n]
        for key in _keys(party):
            joined.join(known.setdefault(key, n), n)
    organisations = [n for n in others if parties[n].kind == "organisation"]
    _join_definite(parties, others, organisations, joined)
    by_initials: dict[str, set[int]] = {}
    # One of those that are joined already stands for all.
    by_word: dict[str, set[tuple[tuple[str, ...], int]]] = {}
    for n in organisations:
        for spelling in parties[n].spellings:
            bare = names.bare_organisation(spelling)
            if len(bare) > 1:
                for letters in names.initials(spelling):
                    by_initials.setdefault(letters, set()).add(joined.root(n))
                for word in sorted({bare[0], bare[-1]}):
                    by_word.setdefault(word, set()).add((bare, joined.root(n)))
    for n in organisations:
        for spelling in parties[n].spellings:
            bare = names.bare_organisation(spelling)
            if len(bare) == 1 and spelling.replace(".", "").isupper():
                fitting = {joined.root(m) for m in by_initials.get(bare[0], set())}
                if len(fitting) == 1:
                    joined.join(min(fitting), n)
            place = gazetteer().get(spelling) or gazetteer().get(spelling.title())
            if parties[n].placed or spelling in demonyms():
                continue
            if (
                not bare
                or set(bare) <= _GENERIC
                or (place is not None and place.kind in ("country", "capital", "place"))
            ):
                continue
            longer = {
                joined.root(m)
                for other, m in by_word.get(bare[0], set()) | by_word.get(bare[-1], set())
                if len(other) > len(bare)
                and (other[: len(bare)] == bare or other[-len(bare) :] == bare)
                and not OUTLETS & set(other[len(bare) :])
            } - {joined.root(n)}
            if len(longer) == 1:
                joined.join(min(longer), n)


def _join_definite(
    parties: Sequence[Local], others: Sequence[int], organisations: Sequence[int], joined: _Joined
) -> None:
    """`the university` is the one body of its document that has the word in its name."""
    by_word: dict[tuple[int, str], list[int]] = {}
    for n in organisations:
        for word in sorted({w for s in parties[n].spellings for w in names.words(s)} & BODIES):
            by_word.setdefault((parties[n].document, word), []).append(n)
    for n in others:
        for spelling in parties[n].spellings:
            parts = names.words(spelling)
            if len(parts) == 2 and parts[0] == "the" and parts[1] in BODIES:
                fitting = {joined.root(m) for m in by_word.get((parties[n].document, parts[1]), [])} - {joined.root(n)}
                if len(fitting) == 1:
                    joined.join(min(fitting), n)


def _keys(party: Local) -> list[tuple[str, ...]]:
    """What a party that is no person is known by: its spellings, and its country if it is a state or its government."""
    out: list[tuple[str, ...]] = []
    for spelling in party.spellings:
        bare = names.bare_organisation(spelling)
        if not bare or set(bare) <= _GENERIC:
            continue
        if party.country and bare[-1] in _STATE and len(bare) <= 3:
            out.append(("state", party.country))
        elif party.kind == "group":
            owner, own = names.possessed(spelling)
            out.append(("group", *own) if len(own) > 1 or not owner else ("group", *owner, *own))
            if owner and len(own) > 1:
                # A group is told by its possessor and its noun, whatever stands between them.
                out.append(("group", *owner, own[-1]))
        else:
            out.append(bare)
    return out


def _without_shared_surnames(parties: list[RecordParty]) -> list[RecordParty]:
    """The parties without aliases that are the surname of several: in the record it tells them apart no more."""
    bearers: dict[str, set[str]] = {}
    for party in parties:
        bare = names.bare_person(party.name) if party.kind == "person" else ()
        if len(bare) > 1:
            bearers.setdefault(bare[-1], set()).add(party.id)
    shared = {surname for surname, ids in bearers.items() if len(ids) > 1}
    return [
        dataclasses.replace(p, aliases=tuple(a for a in p.aliases if names.bare_person(a)[-1:] != names.bare_person(a)
                                             or not shared.intersection(names.bare_person(a))))
        if p.kind == "person" else p
        for p in parties
    ]  # fmt: skip


_PLACED_NAME = re.compile(r"(?:Port|Fort|Mount|Lake|Cape|Saint|St\.?|San|Santa|New)\s[A-Z]")
"""How places are called and people are not."""


def _is_no_person(name: str, members: Sequence[Local], texts: Sequence[str]) -> PartyKind | None:
    """What a party is that was taken for a person: a place (`Port Norrvik`), or a body that stands with `the`."""
    if _PLACED_NAME.match(name):
        return "place"
    parts = name.split()
    if len(parts) < 2 or parts[0].casefold() in names.TITLES:
        return None
    last = parts[-1].casefold()
    spans = [(m.document, s) for m in members for s in m.spans if texts[m.document][s[0] : s[1]] == name]
    article = [texts[d][max(0, a - 4) : a].casefold() == "the " for d, (a, _) in spans]
    named_so = parts[0] not in given_names() and (is_people(last) or last in BODIES or last in OUTLETS)
    is_body = named_so or (bool(article) and all(article))
    return "organisation" if is_body else None


def _entry(id_: str, members: Sequence[Local], quotes: Quotes, texts: Sequence[str]) -> RecordParty:
    spellings = Counter(s for m in members for s in m.spellings)
    counted: Counter[PartyKind] = Counter()
    for member in members:
        counted[member.kind] += len(member.spans)
    kind = max(counted, key=lambda k: (counted[k], k))
    if any(m.retitled for m in members):
        kind = "person"
    elif any(names.has_legal_form(s) for s in spellings):
        kind = "organisation"
    elif kind == "organisation" and any(roles_beside(texts[m.document], *span) for m in members for span in m.spans):
        kind = "person"
    if kind == "person":
        longest = max((m.spellings[0] for m in members), key=lambda s: (len(s.split()), s))
        kind = _is_no_person(longest, members, texts) or kind
    # The fullest spelling names the party, titles not counted; then the shortest, the most frequent, the first.
    bare = names.bare_person if kind == "person" else names.words
    name = min((m.spellings[0] for m in members), key=lambda s: (-len(bare(s)), len(s), -spellings[s], s))
    roles = [m.role for m in members if m.role]
    countries = [m.country for m in members if m.country]
    aliases = tuple(sorted(s for s in spellings if s != name))
    groups: list[tuple[Evidence, ...]] = []
    for member in members:
        seen: set[str] = set()
        for span in member.spans:
            evidence = quotes.exact(member.document, *span)
            if evidence.quote not in seen:
                seen.add(evidence.quote)
                groups.append((evidence,))
    return RecordParty(
        id_, name, kind, roles[0] if roles else None, countries[0] if countries else None, aliases, merged(*groups)
    )
