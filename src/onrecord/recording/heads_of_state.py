"""Who heads which country, as the texts say it: `Norway’s premier, Ada Lund`, so that `the Norwegian leader` is she."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from onrecord.annotation.lexicons import demonyms, gazetteer
from onrecord.types import RecordParty

_LEADERS = ("prime minister", "president", "premier", "chancellor", "supreme leader", "king", "queen", "emir", "sultan")
"""Offices whose holder a text may call the leader of the country."""
_OFFICES = (*_LEADERS, "vice president", "foreign minister", "defense minister", "defence minister", "finance minister")
_SAME = {"premier": ("premier", "prime minister"), "prime minister": ("prime minister", "premier"), "leader": _LEADERS}
"""Other words for an office; all others stand for themselves."""
_OFFICE = rf"(?P<office>(?i:{'|'.join(sorted(_OFFICES, key=len, reverse=True))}))"
_NAMED = r"[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2}"
_PRESENT = r"(?:(?:new|acting|interim|outgoing|embattled|longtime)\s)?"
_BEFORE = re.compile(rf"(?:(?P<state>{_NAMED})['’]s?|(?P<people>{_NAMED}))\s{_PRESENT}{_OFFICE},?\s\Z")
"""Before a name: `Norway’s prime minister, [Ada Lund]`, `the Norwegian prime minister, [Ada Lund]`."""
_TITLE = re.compile(rf"\b{_OFFICE}\s\Z")
_OF = re.compile(rf"\sof\s(?:the\s)?(?P<state>{_NAMED})")
_AFTER = re.compile(
    rf",\s(?:the\s)?{_PRESENT}(?:{_OFFICE}\sof\s(?:the\s)?(?P<state>{_NAMED})|(?P<people>{_NAMED})\s(?P<held>"
    rf"(?i:{'|'.join(_OFFICES)})))\b"
)
"""Behind a name: `[Ada Lund], the prime minister of Norway,`, `[Ada Lund], the Norwegian prime minister,`."""
_REACH, _DATELINE = 70, 60
"""Characters beside a name that are looked at, and from the text's start in which its dateline names a place."""
Mention = tuple[int, int, str]


class Heads:
    """The people of a story who hold an office of a country."""

    def __init__(
        self, texts: Sequence[str], people: Sequence[Sequence[Mention]], parties: Mapping[str, RecordParty]
    ) -> None:
        """Reads what stands beside their names.

        Args:
            texts: those of the documents.
            people: of each document the mentions of people as start, end, party.
            parties: the parties by id.
        """
        self._texts = texts
        self._of: dict[str, list[tuple[str, str]]] = {}
        self._bare: list[tuple[str, str]] = []
        self._countries: dict[str, set[str]] = {}
        for text, mentions in zip(texts, people, strict=True):
            for start, end, party in mentions:
                for country, office in _beside(text, start, end):
                    self._add(country, office, party)
        for holder in parties.values():
            own = _office_in(holder.role) if holder.kind == "person" else None
            if own is None:
                continue
            if holder.country is not None:
                self._add(holder.country, own, holder.id)
            elif holder.id not in self._countries:
                self._bare.append((own, holder.id))

    def _add(self, country: str, office: str, party: str) -> None:
        self._countries.setdefault(party, set()).add(country)
        held = self._of.setdefault(country, [])
        if (office, party) not in held:
            held.append((office, party))

    def country(self, party: str) -> str | None:
        """The code of the one country whose office somebody holds."""
        found = self._countries.get(party, set())
        return next(iter(found)) if len(found) == 1 else None

    def called(self, name: str, document: int) -> str | None:
        """The one party that a description by country and office stands for (`Norwegian leader`).

        Somebody whose country no text names (`President Ada Lund`) is meant in a report that was sent from there.
        """
        words = name.split()
        for cut in range(1, min(3, len(words))):
            country = demonyms().get(" ".join(words[:cut]))
            office = " ".join(words[cut:]).casefold()
            if country is None or office not in (*_OFFICES, "leader"):
                continue
            wanted = _SAME.get(office, (office,))
            found = {party for held, party in self._of.get(country, ()) if held in wanted}
            if not found and self._sent_from(document) == country:
                found = {party for held, party in self._bare if held in wanted}
            return found.pop() if len(found) == 1 else None
        return None

    def _sent_from(self, document: int) -> str | None:
        """The code of the country whose capital or town stands in a document's dateline."""
        found = re.match(r"\W*([A-Z][A-Z .'’-]+)\b", self._texts[document][:_DATELINE])
        known = None if found is None else gazetteer().get(found[1].strip().title())
        return None if known is None else known.country


def _office_in(role: str | None) -> str | None:
    """The office that a role names, if it is no former or deputy one."""
    low = (role or "").casefold()
    if re.search(r"\b(?:former|ex|deputy|late|assistant)\b", low):
        return None
    return next((o for o in sorted(_OFFICES, key=len, reverse=True) if re.search(rf"\b{o}\b", low)), None)


def _beside(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """Of which countries, by code, a text says right beside a name that its bearer holds an office."""
    found = []
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None:
        found.append((_code(before["state"], before["people"]), before["office"]))
    title = _TITLE.search(text, max(0, start - _REACH), start)
    of = _OF.match(text, end, end + _REACH)
    if title is not None and of is not None:
        found.append((_code(of["state"], None), title["office"]))
    after = _AFTER.match(text, end, end + _REACH)
    if after is not None:
        found.append((_code(after["state"], after["people"]), after["office"] or after["held"]))
    return [(code, office.casefold()) for code, office in found if code is not None]


def _code(state: str | None, people: str | None) -> str | None:
    """The code of a country by its name, or by that of its people; of longer runs of capitals the last words count."""
    for words, known in ((state, _states()), (people, demonyms())):
        parts = (words or "").split()
        for first in range(len(parts)):
            code = known.get(" ".join(parts[first:]))
            if code is not None:
                return code
    return None


@functools.cache
def _states() -> Mapping[str, str]:
    return {name: k.country for name, k in gazetteer().items() if k.kind == "country" and k.country is not None}
