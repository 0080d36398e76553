"""Which parties of single documents are one across a story.

Rules, in this order: the annotator's own joins within a document stand; names that are the same once titles, legal
forms and accents are gone are one; a full name and a longer form of it with the same first name are one; a surname
alone joins its one bearer and nobody when there are two; an acronym joins the one organisation whose initials it is;
the short form of an organisation's name joins the one organisation that it can be short for. A country and its
government are one party. Groups are never joined with their members.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotation.lexicons import demonyms, gazetteer, given_names
from onrecord.recording import names
from onrecord.recording.lexicon import BODIES, lexicon
from onrecord.recording.party_mentions import OUTLETS, Local

_STATE = lexicon("government administration authorities regime cabinet state republic")
_GENERIC = _STATE | lexicon(
    """company firm group board court judge police army military union party ministry minister department agency
    official officials source sources family relatives committee council office commission bank university school
    spokesman spokeswoman spokesperson leader leaders members people he she it they president senate congress house
    parliament assembly cabinet"""
)


class Joined:
    """Disjoint sets of local parties; the smallest index stands for its set."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def root(self, n: int) -> int:
        """The smallest index of the set that `n` is in."""
        while self._up[n] != n:
            self._up[n] = self._up[self._up[n]]
            n = self._up[n]
        return n

    def join(self, a: int, b: int) -> None:
        """Make one set of those of `a` and `b`."""
        a, b = self.root(a), self.root(b)
        self._up[max(a, b)] = min(a, b)


def join(parties: Sequence[Local]) -> Joined:
    """Disjoint sets of the parties that are one.

    Args:
        parties: those of all documents.
    """
    joined = Joined(len(parties))
    people = [n for n, p in enumerate(parties) if p.kind == "person"]
    others = [n for n, p in enumerate(parties) if p.kind != "person"]
    _join_people(parties, people, joined)
    _join_others(parties, others, joined)
    _join_kinds(parties, people, others, joined)
    return joined


def _join_kinds(parties: Sequence[Local], people: Sequence[int], others: Sequence[int], joined: Joined) -> None:
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


def _join_places(parties: Sequence[Local], people: Sequence[int], others: Sequence[int], joined: Joined) -> None:
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


def _join_people(parties: Sequence[Local], people: Sequence[int], joined: Joined) -> None:
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
    _join_double_surnames(parties, people, by_surname, joined)
    by_first_surname: dict[tuple[int, str], list[int]] = {}
    for n in people:
        for full in _full_names(parties[n]):
            if len(full) == 3 and len(full[1]) > 2:
                by_first_surname.setdefault((parties[n].document, full[1]), []).append(n)
    alone: dict[str, int] = {}
    for n in people:
        if _full_names(parties[n]):
            continue
        bare = {b[-1] for b in map(names.bare_person, parties[n].spellings) if b}
        for surname in sorted(bare):
            holders = sorted({joined.root(m) for m in by_surname.get(surname, {}).values()})
            if not holders:
                # `Mario Rojas Delgado`, then `Rojas`: of two surnames the first one is used alone.
                first = by_first_surname.get((parties[n].document, surname), ())
                holders = sorted({joined.root(m) for m in first})
            if len(holders) == 1:
                joined.join(holders[0], n)
            elif not holders:
                joined.join(alone.setdefault(surname, n), n)


def _join_double_surnames(
    parties: Sequence[Local],
    people: Sequence[int],
    by_surname: dict[str, dict[tuple[str, ...], int]],
    joined: Joined,
) -> None:
    """A surname of two words joins the one who has a first name before it (`Ada Roca Lund`, then `Roca Lund`)."""
    for n in people:
        names_ = _full_names(parties[n])
        tail = names_[0] if names_ else ()
        if len(names_) != 1 or len(tail) != 2 or tail[0].title() in given_names():
            continue
        holders = {
            joined.root(m)
            for full, m in by_surname.get(tail[1], {}).items()
            if len(full) == 3 and full[1:] == tail and full[0].title() in given_names()
        }
        if len(holders) == 1:
            joined.join(min(holders), n)


def _full_names(party: Local) -> list[tuple[str, ...]]:
    return [b for b in map(names.bare_person, party.spellings) if len(b) > 1]


def _join_others(parties: Sequence[Local], others: Sequence[int], joined: Joined) -> None:
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
                if len(bare[0]) == 2 and any(parties[m].role == "outlet" for m in fitting):
                    # Two letters are more often those of a firm that a paper writes about than the paper's own.
                    continue
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
    parties: Sequence[Local], others: Sequence[int], organisations: Sequence[int], joined: Joined
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
