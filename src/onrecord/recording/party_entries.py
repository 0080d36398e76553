"""One entry of a record from the parties of single documents that are one: its name, its kind, its evidence."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Sequence

from onrecord.annotation.lexicons import gazetteer, given_names
from onrecord.recording import names
from onrecord.recording.appositions import roles_beside
from onrecord.recording.lexicon import BODIES, FIRMS, is_people, lexicon
from onrecord.recording.party_mentions import OUTLETS, Local
from onrecord.recording.passages import Quotes, merged
from onrecord.types import Evidence, PartyKind, RecordParty


def without_shared_surnames(parties: list[RecordParty]) -> list[RecordParty]:
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
    if _is_run(parts, members, texts):
        return "organisation"
    if len(parts) < 2 or parts[0].casefold() in names.TITLES:
        return None
    last = parts[-1].casefold()
    spans = [(m.document, s) for m in members for s in m.spans if texts[m.document][s[0] : s[1]] == name]
    article = [texts[d][max(0, a - 4) : a].casefold() == "the " for d, (a, _) in spans]
    named_so = parts[0] not in given_names() and (is_people(last) or last in BODIES or last in OUTLETS)
    is_body = named_so or (bool(article) and all(article))
    return "organisation" if is_body else None


_RUNS = re.compile(
    r"\b(?:chair(?:man|woman|person)?|president|chief executive|CEO|managing director|managing partner|chief economist"
    r"|chief financial officer|(?:analyst|economist|strategist)s?|(?:employee|worker|shareholder)s|shares"
    r"|(?:board|boss|workforce|parent|subsidiary|headquarters)) (?:of|at|in) \Z"
    r"|\b[Tt]he (?:\w+ )?(?:company|firm|airline|union|charity|bank|retailer|supplier|carmaker|utility|insurer)"
    r"(?P<comma>,) \Z"
)
_EITHER = lexicon(
    "landlord tenant petitioner appellant complainant plaintiff defendant trustee administrator receiver auditor "
    "author member"
)
"""What a firm may be as well as a person."""
_RUN = re.compile(
    r"['’]s? (?:board|shares|shareholders|chairman|chief executive|headquarters|workforce|annual meeting)\b"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Capt|Sgt|Gen|Sen|Rep|Gov|Judge|Justice)\.? \Z")


_IS_A = re.compile(
    r",\s(?:the|an?|its|another)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)(?=[,.;]|\s(?:that|which|of|in|with|based|owned|whose)\b)"
)


def _is_run(parts: Sequence[str], members: Sequence[Local], texts: Sequence[str]) -> bool:
    """Whether the texts give a name the chairman, the shares or the workers that no man has, and never a title."""
    if parts[0].casefold() in names.TITLES or parts[0] in given_names():
        return False
    runs = False
    for member in members:
        text = texts[member.document]
        for start, end in member.spans:
            before = text[max(0, start - 40) : start]
            if _TITLED.search(before):
                return False
            found = _RUNS.search(before)
            apposed = _IS_A.match(text, end, min(len(text), end + 80))
            runs = runs or _RUN.match(text, end) is not None
            runs = runs or (apposed is not None and apposed["noun"] in FIRMS)
            runs = runs or (found is not None and (found["comma"] is None or text[end : end + 1] == ","))
    return runs


def entry(id_: str, members: Sequence[Local], quotes: Quotes, texts: Sequence[str]) -> RecordParty:
    """The record's party for some that are one.

    Args:
        id_: what it is known by in the record.
        members: the parties of single documents.
        quotes: gives the words of a place as evidence.
        texts: those of the documents.
    """
    spellings = Counter(s for m in members for s in m.spellings)
    counted: Counter[PartyKind] = Counter()
    for member in members:
        counted[member.kind] += len(member.spans)
    kind = max(counted, key=lambda k: (counted[k], k))
    if any(m.retitled for m in members):
        kind = "person"
    elif any(names.has_legal_form(s) for s in spellings):
        kind = "organisation"
    elif kind == "organisation" and any(
        set(roles_beside(texts[m.document], *span)) - _EITHER for m in members for span in m.spans
    ):
        kind = "person"
    if kind == "person":
        longest = max((m.spellings[0] for m in members), key=lambda s: (len(s.split()), s))
        kind = _is_no_person(longest, members, texts) or kind
    # The fullest spelling names the party, titles not counted; then the shortest, the most frequent, the first.
    bare = names.bare_person if kind == "person" else names.words
    called = [m.spellings[0] for m in members]
    if any(m.role == "government" for m in members):
        # A state goes by its own name rather than by its capital’s.
        called = [s for s in called if (known := gazetteer().get(s)) is not None and known.kind == "country"] or called
    name = min(called, key=lambda s: (-len(bare(s)), len(s), s.isupper(), -spellings[s], s))
    name = _first_called(name, members) if kind == "organisation" else name
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
        id_,
        name,
        kind,
        roles[0] if roles else None,
        countries[0] if countries else None,
        aliases,
        merged(*groups),
        rule="name",
    )


def _first_called(name: str, members: Sequence[Local]) -> str:
    """A body's fullest name, or the one that it begins with, if the texts call it so before and far more often.

    `Norrvik Air` is not its branch `Norrvik Air Cargo Services`, which is named once below.
    """
    called: Counter[str] = Counter()
    for member in members:
        called[member.spellings[0]] += len(member.spans)
    first = min(members, key=lambda m: (m.document, min(m.spans))).spellings[0]
    longer = len(names.words(name)) - len(names.words(first)) > 1 and name.startswith(f"{first} ")
    return first if longer and not names.has_legal_form(name) and called[first] > 2 * called[name] else name
