"""The parties of single documents, as the record takes them: which mentions are theirs, how they are spelled there."""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.lexicons import gender_of
from onrecord.recording import names
from onrecord.recording.lexicon import lexicon
from onrecord.recording.spelling import is_headline_wording, is_tag, shortened, untitled
from onrecord.types import Annotated, Mention, Party, PartyKind, Span

OUTLETS = lexicon(
    """courier times post herald tribune gazette news journal daily press mail star sun globe observer telegraph radio
    television tv magazine university airport hospital museum united city"""
)
"""What makes another body of a place's name (`the Norrvik Courier` is not Norrvik)."""


@dataclass(frozen=True, slots=True)
class Local:
    """One document's party: where it came from and how it is named there."""

    document: int
    id: str
    kind: PartyKind
    spellings: tuple[str, ...]
    role: str | None
    country: str | None
    spans: tuple[Span, ...]
    placed: bool = False
    """Whether the text says that something is in it, so that it is a place also where it acts."""
    retitled: bool = False
    """Whether it is a person who was taken for a body by his title (`Norrland Gov. Ada Lund`)."""


def key_of(item: Annotated, mention: Mention) -> str | None:
    """Which party of its document a mention names; a town and the paper called after it are kept apart."""
    if mention.party is None:
        return None
    if is_tag(item.document.quote((mention.start, mention.end))):
        return None
    named = names.bare_organisation(item.document.quote((mention.start, mention.end)))
    apart = len(named) > 1 and named[-1] in OUTLETS and not _is_outlet(item, mention.party)
    return f"{mention.party}/outlet" if apart else mention.party


def _is_outlet(item: Annotated, party: str) -> bool:
    """Whether a party of a document is called a paper by all its names (`the Norrvik Post`, `the Post`)."""
    number = int(party[1:]) - 1 if party[1:].isdigit() else -1
    known = item.annotations.parties[number : number + 1] if number >= 0 else ()
    return all(
        p.id == party and all(names.words(n)[-1:] and names.words(n)[-1] in OUTLETS for n in (p.name, *p.aliases))
        for p in known
    ) and bool(known)  # fmt: skip


_TITLE_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.?\s\Z")
_OFFICE_AFTER = re.compile(r",\s(?:the|a|an|its|their)\s((?:[a-z-]+\s){0,3}?[a-z-]+)(?=,|\swho|\sof|\sfor)")
_GENDERED = {"Mr": False, "Mrs": True, "Ms": True, "Miss": True}


def linked(item: Annotated) -> list[Mention]:
    """The mentions of a document, with those of a surname that has several bearers where the text tells which is meant.

    `Colonel Lund` is the Lund who was introduced as a colonel, `Mrs Lund` the one with a woman's name, `Lund, the
    harbour master` the one who has that office. In a text that calls people `Mr Lund`, a bare `Lund` is the firm.
    """
    text, annotations = item.document.text, item.annotations
    bearers: dict[str, list[Party]] = {}
    for party in annotations.parties:
        if party.kind == "person" and len(party.name.split()) > 1:
            bearers.setdefault(party.name.split()[-1], []).append(party)
    shared = {surname: parties for surname, parties in bearers.items() if len(parties) > 1}
    mentions = sorted(annotations.mentions, key=lambda m: (m.start, -m.end))
    if not shared:
        return mentions
    titles: dict[str, set[str]] = {}
    for mention in mentions:
        found = _title_of(text, mention.start, mention.end)
        if mention.party is not None and found is not None:
            titles.setdefault(mention.party, set()).add(found)
    firms = {p.name.split()[0]: p.id for p in annotations.parties if p.kind == "organisation" and " " in p.name}
    starts = [m.start for m in mentions]
    introduced = _introduced(item, mentions, {p.id for parties in shared.values() for p in parties})
    formal = any(m[1] in shared for m in _FORMAL.finditer(text))
    new = []
    for match in _NAMELIKE.finditer(text):
        surname = match[0].removesuffix("'s").removesuffix("’s")
        end = match.start() + len(surname)
        if surname not in shared:
            continue
        at = bisect.bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < mentions[at].end and mentions[at].party is not None:
            continue
        who = _bearer(text, match.start(), end, shared[surname], titles)
        alone = _is_alone(text, match.start())
        if who is None and alone and surname not in firms:
            who = _only_introduced(text, match.start(), shared[surname], introduced)
        if who is not None:
            new.append(Mention(match.start(), end, "person", who))
        elif surname in firms and formal and alone:
            new.append(Mention(match.start(), end, "organisation", firms[surname]))
    return sorted([*mentions, *new], key=lambda m: (m.start, -m.end))


def _introduced(item: Annotated, mentions: Sequence[Mention], people: set[str]) -> dict[str, int]:
    """Where the text, headlines apart, first calls each of some people by more than one word."""
    titles = [(b.start, b.end) for b in item.document.blocks if b.kind == "title"]
    out: dict[str, int] = {}
    for m in mentions:
        span = m.start, m.end
        if m.party in people and " " in item.document.quote(span) and not _in_titles(span, titles):
            out.setdefault(m.party, m.end)
    return out


def _only_introduced(text: str, start: int, bearers: Sequence[Party], introduced: dict[str, int]) -> str | None:
    """The bearer of a surname whom alone the text has introduced by his full name before a place."""
    fitting = [p for p in bearers if introduced.get(p.id, start + 1) <= start]
    if len(fitting) != 1:
        return None
    title = _title_of(text, start, start)
    woman = gender_of(fitting[0].name.split()[0])
    return None if title in _GENDERED and woman is not None and woman != _GENDERED[title] else fitting[0].id


_NAMELIKE = re.compile(r"\b[^\W\d_][\w’'-]*")
_FORMAL = re.compile(r"\b(?:Mr|Mrs|Ms|Sir)\.?\s([^\W\d_][\w-]*)")
_GIVEN = re.compile(r"\b(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir)\b)[A-Z][\w.-]*\s\Z")


def _is_alone(text: str, start: int) -> bool:
    """Whether no given name stands before a surname; titles may."""
    return _GIVEN.search(text, max(0, start - 20), start) is None




def _title_of(text: str, start: int, end: int) -> str | None:
    words = text[start:end].split()
    if len(words) > 1 and words[0].rstrip(".").casefold() in names.TITLES:
        return words[0].rstrip(".")
    found = _TITLE_BEFORE.search(text, max(0, start - 20), start)
    return found[1] if found is not None and found[1].casefold() in names.TITLES else None


def _bearer(text: str, start: int, end: int, bearers: Sequence[Party], titles: dict[str, set[str]]) -> str | None:
    """The one of several bearers of a surname whom the title before it or the office after it fits."""
    title = _title_of(text, start, end)
    office = None if title is not None else _OFFICE_AFTER.match(text, end)
    if title in _GENDERED:
        fitting = [p.id for p in bearers if gender_of(p.name.split()[0]) == _GENDERED[title]]
    elif title is not None:
        known = title.casefold()
        fitting = [
            p.id for p in bearers
            if title in titles.get(p.id, ()) or known in (p.role or "").casefold().split()
        ]  # fmt: skip
    elif office is not None:
        held = office[1].casefold().split()[-1]
        fitting = [p.id for p in bearers if held in (p.role or "").casefold().split()]
    else:
        return None
    return fitting[0] if len(fitting) == 1 else None


def locals_of(documents: Sequence[Annotated]) -> list[Local]:
    """The parties of each document, without what is none: tags behind names, words that headlines set in capitals."""
    out = []
    for number, item in enumerate(documents):
        titles = [(b.start, b.end) for b in item.document.blocks if b.kind == "title"]
        told = [m for m in item.annotations.mentions if titles and not _in_titles((m.start, m.end), titles)]
        people, bodies = (
            dict.fromkeys(" ".join(item.document.quote((m.start, m.end)).split()) for m in told if m.kind == kind)
            for kind in ("person", "organisation")
        )
        spans: dict[str, list[Span]] = {}
        for mention in linked(item):
            key = key_of(item, mention)
            if key is not None:
                spans.setdefault(key, []).append((mention.start, mention.end))
        for party in item.annotations.parties:
            for key in (party.id, f"{party.id}/outlet"):
                if key in spans and (party.kind == "group" or not _is_wording(item, spans[key], titles)):
                    local = _local(number, item, party, key, spans)
                    if any(_in_titles(s, titles) for s in local.spans):
                        local = _without_headline(local, item, titles, list(people), list(bodies))
                    out.append(local)
    return out


def _in_titles(span: Span, titles: Sequence[Span]) -> bool:
    return any(start <= span[0] < end for start, end in titles)


def _is_wording(item: Annotated, own: Sequence[Span], titles: Sequence[Span]) -> bool:
    """Whether a party is nothing but words that a headline sets in capitals."""
    return all(_in_titles(s, titles) and is_headline_wording(item.document.quote(s)) for s in own)


def _local(number: int, item: Annotated, party: Party, key: str, spans: dict[str, list[Span]]) -> Local:
    own = spans[key]
    spelled = list(dict.fromkeys((party.name, *party.aliases)))
    if f"{party.id}/outlet" in spans and party.id in spans:
        # The annotator took the two for one: each goes by what it is called.
        spelled = list(dict.fromkeys(" ".join(item.document.quote(s).split()) for s in own))
    spelled, kind = _as_named(spelled, party.kind)
    if kind == "group" and " " not in party.name:
        longer = _with_complement(item, own, spans) or _whose_men(item, party)
        spelled = list(dict.fromkeys((longer, *spelled))) if longer else spelled
    placed = any(_PLACED.search(item.document.text, max(0, a - 12), a) for a, _ in own)
    where = tuple(sorted(own))
    retitled = kind != party.kind
    return Local(number, key, kind, tuple(spelled), party.role, party.country, where, placed, retitled)


def _without_headline(
    local: Local, item: Annotated, titles: Sequence[Span], people: Sequence[str], bodies: Sequence[str]
) -> Local:
    """The party without spellings that only a headline has and that run on beyond a name of the text."""
    in_text = {" ".join(item.document.quote(s).split()) for s in local.spans if not _in_titles(s, titles)}
    short = {
        s: name for s in local.spellings if s not in in_text and (name := shortened(s, people, bodies)) is not None
    }
    kept = [s for s in local.spellings if s not in short]
    if not short:
        return local
    if in_text and kept:
        return dataclasses.replace(local, spellings=tuple(kept))
    return dataclasses.replace(local, spellings=tuple(dict.fromkeys([*short.values(), *kept])))


def _as_named(spelled: list[str], kind: PartyKind) -> tuple[list[str], PartyKind]:
    """The spellings of a person without place and title (`Norrland Gov. Ada Lund`), who is then no body."""
    people = {n for s in spelled if (n := untitled(s)) is not None}
    if not people:
        return spelled, kind
    words = {w for n in people for w in n.split()}
    plain = [untitled(s) or s for s in spelled]
    if all(set(s.split()) <= words for s in plain):
        return list(dict.fromkeys(plain)), "person"
    # What else goes by the party is a body's name, so the person was joined to it by mistake.
    return [s for s in spelled if untitled(s) is None], kind


_PLACED = re.compile(r"\b(?:in|off|near|across|inside|outside|throughout|around|from)\s\Z", re.I)
_COMPLEMENT = re.compile(r"\s+(?:for|of|from|at|with)\s+(?:the\s+|a\s+|an\s+)?")


_MEN = lexicon(
    """fighters militants rebels insurgents gunmen guerrillas separatists troops soldiers researchers scientists
    engineers astronomers astrophysicists investigators prosecutors"""
)
"""Plurals that a text writes alone where it has told whose they are."""
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'-]*\s)+[a-z]+\Z")


def _whose_men(item: Annotated, party: Party) -> str | None:
    """A group's noun with the name of those whom the document has called so (`Red Dawn fighters`), if just one has."""
    noun = party.name.casefold()
    if noun not in _MEN:
        return None
    called = {p.name for p in item.annotations.parties if p.kind == "group" and p.name.endswith(f" {noun}")}
    return next(iter(called)) if len(called) == 1 and all(map(_NAME_BEFORE.match, called)) else None


def _with_complement(item: Annotated, own: Sequence[Span], spans: dict[str, list[Span]]) -> str | None:
    """A group's noun with what it belongs to (`lawyers for the mill`), where a mention of that follows it."""
    text = item.document.text
    ends = {start: end for places in spans.values() for start, end in places}
    for start, end in own:
        found = _COMPLEMENT.match(text, end)
        if found is not None and found.end() in ends:
            return " ".join(text[start : ends[found.end()]].split())
    return None


