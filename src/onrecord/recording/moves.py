"""Who wants something and of whom, as the trained network reads it, beside what the rules say.

The rules know constructions; where a sentence names several parties, or none, the network has read thousands of
sentences in which people marked who was meant. It fills in a side that the rules leave open, and adds what no rule
knows how to read. Without a network (`--rules`) nothing changes.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from onrecord.recording.clauses import Phrase
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.referents import Referents, phrase_at
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import DEMAND_NOUNS, PUBLIC
from onrecord.types import Chance, DemandKind, Move

DUE = frozenset(["due"])
NETWORK = "network"
"""The rule of what the network alone finds."""
ASKS = frozenset(["demand", "request", "condition", "offer"])
FILLS = 0.6
"""How likely a party must be to fill an open side."""
PLAIN = 0.9
"""How likely the words next to a move must find somebody who is described and has no name."""
NAMELESS = 0.5
"""How likely a name must be for somebody described not to be meant."""
SURER = 0.9
"""How likely it must find that where only the grammar says who wants it."""
POINTED = 0.7
"""How likely the network must find it that some words say who makes a move, where the grammar says the same."""
UNSEEN = 0.02
"""What a party counts that one of the two ways to look does not see."""
RARE = 10
"""How many sentences to something wanted make a story one of something else."""
SURE = 0.8
"""How likely the network alone must find it that something is wanted; of due times, it is never sure enough alone."""
_KINDS: dict[str, DemandKind] = {"demand": "demand", "request": "request", "condition": "condition", "offer": "offer"}
_TO_WHOM = frozenset(["on", "upon", "to", "with"])
_SEVERAL = frozenset(["both", "sides", "parties", "two", "each"])
_GOES_ON = re.compile(r",”?\"? (?:and|or) ")
_ASKED_ABOUT = re.compile(r"\bwhether\b")
"""Between asking and what is asked, where only an answer is wanted."""
_NO_SIDE = PUBLIC | lexicon("letter letters email emails report reports petition bill text texts article articles")
"""What somebody described who asks or is asked has not in his name."""
_TRIES = re.compile(r"\b(?:efforts?|attempts?|tried|trying|hired?|voted)\b", re.I)
"""What somebody tries or has done himself, and asks of nobody."""
_OR_ELSE = re.compile(r",? or (?:else )?[\w’']{1,30} (?:[\w’']{1,30} )?(?:will|would)\b|,? or \w{1,30}['’](?:ll|d)\b")
"""Opens what somebody will do otherwise (`wants it by Friday, or she will ask the court`)."""
_OF_REPORTERS = re.compile(
    r"(?:not (?:to )?)?(?:be|being) (?:named|identified|quoted|photographed|recorded)\b"
    r"|(?:an? |any |further )*(?:comments?|confirmation|interviews?|responses?|remarks|reaction)\Z"
)
"""What sources ask of reporters, and reporters of everybody."""
_DONE_TO = re.compile(
    r"\bto be \w+(?:ed|en|wn|lt|nt|de)\b"
    r"|\A(?:be |been )?(?:(?!listen|strengthen|widen|threaten|tighten|soften|hasten|proceed|exceed|succeed)"
    r"\w{3,}(?:ed|en)"
    r"|gone|back|home|out)\b"
)
_WHERE = re.compile(r"\b(?:in|at|near|outside)\s(?:an?\s|the\s)?\Z")
"""Before a place where something is done."""
_BESIDES = re.compile(r"(?P<noun>[\w’'-]+)\s+(?:in|at|during|after|before|via)\s+\Z")
"""The noun of a demand, and what stands before where or when it was made."""
_GAP = 16
"""Characters at most between a move, or who is asked by it, and what is wanted, where the grammar says who wants it."""
_FAR = 400
"""Characters of a move's words at most."""


class Told(Protocol):
    """Words of a passage that a rule has read: offsets in the document."""

    @property
    def passage(self) -> Passage:
        """Where they stand."""

    @property
    def start(self) -> int:
        """Their first character."""

    @property
    def end(self) -> int:
        """The one behind their last."""


class Moves:
    """The moves of a story's documents, by where they stand."""

    def __init__(self, material: Material, referents: Referents) -> None:
        self._material, self._referents = material, referents
        self._houses: Houses | None = None
        self._moves = [d.annotations.moves for d in material.documents]
        self._starts = [[m.start for m in moves] for moves in self._moves]
        self._passages: dict[int, list[Passage]] = {}
        for passage in material.passages:
            for document, _, _ in passage.places[:1]:
                self._passages.setdefault(document, []).append(passage)
        self._begun = {document: [p.start for p in found] for document, found in self._passages.items()}

    def within(self, document: int, start: int, end: int, kinds: frozenset[str]) -> Move | None:
        """The likeliest move of some kinds whose words share a character with a stretch of a document."""
        starts = self._starts[document]
        low, high = bisect.bisect_left(starts, start - _FAR), bisect.bisect_left(starts, end)
        there = [m for m in self._moves[document][low:high] if m.end > start and m.kind in kinds]
        return max(there, key=lambda m: m.likely, default=None)

    def by(self, document: int, move: Move) -> dict[str, float]:
        """How likely each party is the one who makes a move."""
        return self._likely(document, move, move.by, move.by_name)

    def to(self, document: int, move: Move) -> dict[str, float]:
        """How likely each party is the one whom a move is made to."""
        return self._likely(document, move, move.to, move.to_name)

    def _likely(
        self, document: int, move: Move, near: Sequence[Chance], named: Sequence[Chance]
    ) -> dict[str, float]:
        """Who is meant: the geometric mean of what the words next to the move say, of which many are pronouns that are
        taken for somebody by the text's rules, and of what the network takes for the name.

        Whoever is only described (`two clerks`) has no name to be seen. Of something wanted the words next to the move
        are enough for him where they are almost sure and the network sees no name either; of due times they are not.
        """
        # Who is told of in what is wanted makes no move by that.
        first, last = move.content or (0, 0)
        near = [c for c in near if not first <= c.start < c.end <= last]
        beside = _sums((p, c.likely) for c in near for p in self._meant(document, move, c))
        if not named:
            # Archives of older versions have no names.
            return beside
        names = _sums((p, c.likely) for c in named for p in self._named(document, c))
        both = {p: max(beside.get(p, 0.0), UNSEEN) * max(names.get(p, 0.0), UNSEEN) for p in beside | names}
        out = {party: value**0.5 for party, value in both.items()}
        if move.kind in ASKS and max(names.values(), default=0.0) < NAMELESS:
            known = self._material.parties
            plain = (known.get(p) for p, told in beside.items() if told >= PLAIN and not known.is_named(p))
            # A letter asks nobody, and `Ada’s father` is no side.
            acting = (p for p in plain if _NO_SIDE.isdisjoint(p.name.casefold().replace("’", "'").split()))
            out |= {p.id: beside[p.id] for p in acting if p.kind != "person" or "'s " not in p.name.replace("’", "'")}
        return out

    def _named(self, document: int, chance: Chance) -> tuple[str, ...]:
        """The party that words name: whose mention they are part of, or the last one whose mention they hold."""
        parties = self._material.parties
        whole = parties.covering(document, chance.start, chance.end)
        if whole is not None:
            return (whole,)
        inside = parties.within(document, chance.start, chance.end)
        found = inside[-1][2] if inside else parties.covering(document, chance.start, chance.start + 1)
        return () if found is None else (found,)

    def _meant(self, document: int, move: Move, chance: Chance) -> tuple[str, ...]:
        """The party that is named there, else the one that the phrase stands for.

        The network marks each of several parties by itself, so that none is taken for those it is told along with.
        """
        named = self._named(document, chance)
        if named:
            return named
        passage = self.passage(document, chance.start)
        if passage is None:
            return ()
        clauses = self._referents.clauses(passage)
        phrase = phrase_at(clauses, chance.start, chance.end)
        if phrase is None:
            return ()
        start, end = clauses.span(phrase)
        words = passage.text[chance.start - passage.start : chance.end - passage.start].casefold().split()
        if start < move.end and move.start < end:
            # `its demand`: the one who owns what the phrase names.
            found = self._referents.possessor(passage, phrase) or self._referents.at(passage, chance.start, chance.end)
        else:
            found = self._referents.party_at(passage, start, end)
        return found if set(words) & _SEVERAL else found[:1]

    def by_grammar(self, passage: Passage, move: Move) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who makes a move and who is asked by the grammar of its sentence, where the network points at the same words.

        They may be described and have no name (`the pilots’ guild has asked a judge to …`). The one who asks is the
        subject of the verb that the move is made with, or of its passive the one `by` whom it is made.
        """
        clauses = self._referents.clauses(passage)
        starts = clauses.sentence.starts
        verb = next((v for v in clauses.verbs if move.start <= starts[v.head] < move.end), None)
        if verb is None or move.content is None or move.content[0] < move.start:
            return (), ()
        asked = clauses.subject(verb) if verb.passive else clauses.object(verb) or clauses.after(verb, _TO_WHOM)
        if asked is not None and clauses.span(asked)[1] > move.content[0]:
            # `demanding | Ek’s return`: what is wanted.
            asked = None
        begins = move.end if asked is None else max(move.end, clauses.span(asked)[1])
        if move.content[0] - begins > _GAP:
            return (), ()
        return (
            self._pointed(passage, clauses.agent(verb), move.by, move.by_name),
            self._pointed(passage, asked, move.to, move.to_name),
        )

    def _pointed(
        self, passage: Passage, phrase: Phrase | None, near: Sequence[Chance], named: Sequence[Chance]
    ) -> tuple[str, ...]:
        """Whom a phrase stands for, if it holds the words that the network points at most surely."""
        best = max(near, key=lambda c: c.likely, default=None)
        clauses = self._referents.clauses(passage)
        if best is None or phrase is None or best.likely < POINTED or clauses.tags[phrase.head] == "PRP":
            return ()
        first, last = clauses.span(phrase)
        if not first <= best.start < best.end <= last + 1:
            return ()
        found = self._referents.describing().asker(passage, phrase)
        other = (c for c in named if c.likely >= NAMELESS and self._named(passage.document, c) != found)
        return () if any(other) else found

    def houses(self, parties: Sequence[str]) -> frozenset[str]:
        """The bodies that any of some parties speaks for."""
        if self._houses is None:
            self._houses = Houses(self._material)
        return self._houses.stand(tuple(parties))

    def is_where(self, passage: Passage, parties: Sequence[str]) -> bool:
        """Whether some parties are places that a passage names only as where something is or is done."""
        places = [p for p in parties if self._material.parties.get(p).kind == "place"]
        named = self._material.parties.within(passage.document, passage.start, passage.end)
        text = self._material.documents[passage.document].document.text
        told = [start for start, _, party in named if party in places]
        return bool(told) and all(_WHERE.search(text, max(passage.start, at - 14), at) for at in told)

    def is_resort(self, passage: Passage, end: int, parties: Sequence[str]) -> bool:
        """Whether some parties are named only as those to whom somebody will turn if he does not get what he wants."""
        named = self._material.parties.within(passage.document, passage.start, passage.end)
        told = [start for start, _, party in named if party in parties]
        text = self._material.documents[passage.document].document.text
        return bool(told) and all(at >= end and _OR_ELSE.search(text, end, at) is not None for at in told)

    @property
    def sentences(self) -> int:
        """How many sentences the bodies of the story have."""
        return sum(not p.is_summary for p in self._material.passages)

    def sure(self, kinds: frozenset[str], least: float) -> list[tuple[int, Move]]:
        """The moves of some kinds that are at least so likely, each with its document, where they are told first."""
        return [(n, m) for n, moves in enumerate(self._moves) for m in moves if m.kind in kinds and m.likely >= least]

    def asks(self, passage: Passage, least: float) -> list[Move]:
        """The moves in a passage that ask for something and are at least so likely."""
        moves, starts = self._moves[passage.document], self._starts[passage.document]
        low, high = bisect.bisect_left(starts, passage.start), bisect.bisect_left(starts, passage.end)
        return [m for m in moves[low:high] if m.kind in ASKS and m.likely >= least]

    def passage(self, document: int, offset: int) -> Passage | None:
        """The sentence in which a character of a document stands, if it stands there first."""
        begun = self._begun.get(document, [])
        at = bisect.bisect_right(begun, offset) - 1
        if at < 0:
            return None
        passage = self._passages[document][at]
        return passage if offset < passage.end else None


def _sums(shares: Iterable[tuple[str, float]]) -> dict[str, float]:
    out: dict[str, float] = {}
    for party, share in shares:
        out[party] = out.get(party, 0.0) + share
    return out


def side(
    given: tuple[str, ...], likely: dict[str, float], others: tuple[str, ...]
) -> tuple[str, ...]:
    """The parties of a side: those of the rules, or the likeliest one where they name none and it is likely enough.

    Who stands on the other side cannot be on this one. Rules that name somebody are not overruled: the network
    contradicts them most confidently where it is wrong (who tells of an ultimatum was taken for who gave it).

    Args:
        given: what the rules say.
        likely: how likely each party is.
        others: those of the other side.
    """
    best = max((p for p in likely if p not in others), key=lambda p: (likely[p], p), default=None)
    return (best,) if not given and best is not None and likely[best] >= FILLS else given


def sides(
    moves: Moves, document: int, move: Move, by: tuple[str, ...], to: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides of a move, from those of the rules; who speaks for a body is not taken for asking it."""
    by = side(by, moves.by(document, move), to)
    return by, side(to, moves.to(document, move), (*by, *moves.houses(by)))


def breaks_off(what: str, following: str) -> bool:
    """Whether what is wanted goes on behind the words that the network took for it: a quotation that does not end in
    them, or an `and` behind a comma.

    Args:
        what: those words.
        following: the rest of their sentence.
    """
    opened = what.count("“") > what.count("”") or what.count('"') % 2 == 1
    return opened or _GOES_ON.match(following) is not None


def aimed_by_network(moves: Moves, wants: Sequence[Want]) -> list[Want]:
    """The wants of a story, with the sides that the network knows better; in news of something else, as they are.

    There whoever is named nearby is taken for the one who is asked: of six lines that it changed in such news five were
    wrong.
    """
    if len(wants) * RARE < moves.sentences:
        return list(wants)
    out = []
    for want in wants:
        move = moves.within(want.passage.document, want.start, want.end, ASKS)
        if move is not None:
            by, to = sides(moves, want.passage.document, move, want.by, want.to)
            if to != want.to and (moves.is_where(want.passage, to) or moves.is_resort(want.passage, want.end, to)):
                to = want.to
            if (by, to) != (want.by, want.to):
                want = dataclasses.replace(want, by=by, to=to)
        out.append(want)
    return out


def told_by_network(moves: Moves, known: Iterable[Told]) -> list[Want]:
    """What the network alone takes for something wanted, where it is sure of it, of who wants it, and of what.

    Conditions are left to the rules: of eleven that it alone found in our stories one was right (`if the smelter is
    closed` is what somebody fears).

    Args:
        moves: what the network saw.
        known: what rules have read, whose words are not read again: what is wanted, and due times.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for told in known:
        taken.setdefault(told.passage.document, []).append((told.start, told.end))
    out = []
    for document, move in moves.sure(ASKS - {"condition"}, SURE):
        passage = moves.passage(document, move.start)
        if passage is None or move.content is None or not passage.start <= move.content[0] < passage.end:
            continue
        if _TRIES.search(passage.text, move.start - passage.start, move.end - passage.start):
            continue
        start, end = min(move.start, move.content[0]), min(max(move.end, move.content[1]), passage.end)
        if any(a < end and start < b for a, b in taken.get(document, ())):
            continue
        by, to = sides(moves, document, move, (), ())
        asks, asked = ((), ()) if passage.is_summary or move.likely < SURER else moves.by_grammar(passage, move)
        by = by or asks
        to = tuple(p for p in to or asked if p not in by and p not in moves.houses(by))
        if not by:
            continue
        first, last = (min(offset, passage.end) - passage.start for offset in move.content)
        what = " ".join(passage.text[first:last].split())
        if _ASKED_ABOUT.search(passage.text[start - passage.start : first]) or _only_tells_where(passage, move, first):
            continue
        if _DONE_TO.search(what) or moves.is_resort(passage, end, to):
            # What is to be done to somebody is asked of others.
            to = ()
        if what and not _OF_REPORTERS.match(what) and not breaks_off(what, passage.text[last:]):
            out.append(Want(passage, start, end, _KINDS[move.kind], by, to, what, NETWORK))
    return out


def _only_tells_where(passage: Passage, move: Move, first: int) -> bool:
    """Whether what is taken for a demand's content tells where or when it was made (`the demand in a call`)."""
    before = _BESIDES.search(passage.text[:first])
    if before is None or before["noun"].casefold() not in DEMAND_NOUNS:
        return False
    return move.start <= passage.start + before.start() < move.end
