"""Whom people speak for: the bodies that a text ties their names to.

`the league’s president, Ada Lund`, `Jon Ek, who heads the union`, `Mia Holm, secretary of the guild`, `Nord Air
spokesman Jon Ek`. A demand that is put to a body may be answered by its people, and the other way round.
"""

from __future__ import annotations

import re

from onrecord.recording.lexicon import PERSONS
from onrecord.recording.material import Material

_OF = re.compile(r"['’]s? (?:[\w’'-]+ ){0,4}(?:[\w-]+),? $")
"""Between a body and the name of one of its people that follows."""
_WHO = re.compile(
    r"^,? (?:who (?:heads|leads|chairs|runs|represents|speaks for) "
    r"|(?:the |an? )?(?:[\w’'-]+ ){1,5}(?:of|at|for|with) )"
    r"(?:the )?$"
)
"""Between a name and the body that he speaks for."""
_COMMON = re.compile(r"\b[Tt]he ([a-z-]{3,30})['’]s? ((?:[\w-]+ ){0,3}[\w-]+),? $")
"""A body without its name, between an article and the name of one of its people."""
_TITLE = re.compile(r"^ (?:[a-z-]+ ){0,3}[a-z-]+,? $")
_WHOSE = re.compile(r"^,? whose (?:[\w’'-]+ ){0,4}[\w-]+,? $")
"""Between a body and one of its people (`Norvik, | whose prime minister, | Ada Lund`)."""
_OWN = re.compile(r"['’]s? ((?:[\w-]+ ){0,3}[\w-]+)(?=[,.;]| (?:who|said|says|told)\b)")
"""Behind a body, what somebody is to it whose name stands before (`Ada Lund, Nord Air | ’s managing director`)."""
_ITS = re.compile(r"\b([Ii]ts|[Tt]heir) ((?:[\w-]+ ){0,3}[\w-]+),? $")
_ITS_AFTER = re.compile(r", (its|their) ((?:[\w-]+ ){0,3}[\w-]+)(?=[,.;])")
_HONORIFIC = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof|Gen|Col|Maj|Lt|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Rev|Hon)\.? "
    r"|Judge |Justice ){1,2}$"
)
_OF_STATES = frozenset(["minister", "premier", "president", "ambassador", "envoy", "chancellor", "government", "army"])
"""Words for the people of a state, of which a pronoun may speak by the name of the place."""
_DEPUTY = re.compile(
    r"^['’]s? (?:[\w-]+ ){0,2}(?:deputy|aide|spokes\w+|lawyer|attorney|solicitor|barrister|secretary|office|envoy),? $"
)
_FOR_OFFICE = re.compile(
    r"\b(?:spokes\w+|aide|adviser|advisor|deputy|lawyer|envoy) (?:for|to|of) (?:the|his|her|its) ([A-Za-z]+),? $"
)
"""Before a name, whom somebody speaks for by his office."""
_SENTENCE = re.compile(r"[.!?][”\"’]?\s+(?=[“\"]?[A-Z])|\n+")
_TOPIC = 48
"""How far, in characters, from the begin of a sentence the body stands that it speaks of."""
_BACK = 400
"""How far back, in characters, `its` may find its body."""
_HEAD = re.compile(r"\b([a-z-]+)(?: of| at| for) (?:the )?$")
_HEADS = re.compile(r"\b(?:mayor|governor|premier|minister)\b", re.I)
_TITLED = re.compile(r"\b(?:mayor|governor|premier|minister),? $", re.I)
_REALM = re.compile(
    r"^(?:the )?(?:city|town|city hall|town hall|county|province|state government|provincial government)$", re.I
)
"""Realms of one country, called by what they are; the ministers of states that quarrel speak for different ones."""
_REACH = 90
"""How far, in characters, a name may stand from its body."""
_MOST = 4
"""How many mentions of somebody are looked at: he is introduced by the first ones."""


class Houses:
    """The bodies that people speak for, found when they are first asked for."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._known: dict[str, tuple[str, ...]] = {}
        self._stands: dict[tuple[str, ...], frozenset[str]] = {}
        self._answering: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}
        self._realms: dict[str, bool] = {}
        self._heading: dict[str, bool] = {}
        self._named: dict[str, str] | None = None
        self._places: dict[str, list[tuple[int, int, int]]] = {}
        for number, item in enumerate(material.documents):
            for start, end, party in material.parties.within(number, 0, len(item.document.text)):
                if len(self._places.setdefault(party, [])) < _MOST:
                    self._places[party].append((number, start, end))

    def of(self, party: str) -> tuple[str, ...]:
        """The bodies of one party; none for what is no person."""
        if party not in self._known:
            person = self._material.parties.get(party).kind == "person"
            places = self._places.get(party, []) if person else []
            found = (body for place in places for body in self._beside(*place) if body != party)
            owner = () if person else self._owner(party)
            # Of whoever speaks for one another nobody is asked twice.
            self._known[party] = ()
            self._known[party] = tuple(dict.fromkeys((*found, *owner)))
        return self._known[party]

    def _owner(self, party: str) -> tuple[str, ...]:
        """Whose a body is by its name (`Norway’s interior ministry`)."""
        name = self._material.parties.get(party).name.replace("’", "'")
        if "'s " not in name:
            return ()
        state = name.split("'s ")[0].removeprefix("The ").removeprefix("the ")
        if self._named is None:
            self._named = {p.name: p.id for p in reversed(self._material.parties.all())}
        return (self._named[state],) if self._named.get(state, party) != party else ()

    def stand(self, parties: tuple[str, ...]) -> frozenset[str]:
        """Some parties with the bodies that they speak for."""
        if parties not in self._stands:
            self._stands[parties] = frozenset(parties).union(*map(self.of, parties))
        return self._stands[parties]

    def answer_for(self, parties: tuple[str, ...], asked: tuple[str, ...]) -> bool:
        """Whether some parties are asked themselves, or speak for or head a body that is."""
        key = parties, asked
        if key not in self._answering:
            stands = not self.stand(asked).isdisjoint(self.stand(parties))
            self._answering[key] = stands or self.head(parties, asked)
        return self._answering[key]

    def head(self, parties: tuple[str, ...], asked: tuple[str, ...]) -> bool:
        """Whether one of some parties heads the town or province that is asked (a mayor answers for the city)."""
        return any(map(self._is_realm, asked)) and any(map(self._heads, parties))

    def _is_realm(self, party: str) -> bool:
        if party not in self._realms:
            self._realms[party] = _REALM.match(self._material.parties.get(party).name) is not None
        return self._realms[party]

    def _heads(self, party: str) -> bool:
        """Whether somebody is called by such an office, or his name stands after it (`the mayor, Ada Lund`)."""
        if party not in self._heading:
            known = self._material.parties.get(party)
            called = _HEADS.search(f"{known.name} {known.role or ''}") is not None
            self._heading[party] = called or self._titled(party)
        return self._heading[party]

    def _titled(self, party: str) -> bool:
        for document, start, _ in self._places.get(party, []):
            text = self._material.documents[document].document.text
            if _TITLED.search(text, max(0, start - 20), start):
                return True
        return False

    def _beside(self, document: int, start: int, end: int) -> list[str]:
        text = self._material.documents[document].document.text
        parties = self._material.parties
        honorific = _HONORIFIC.search(text, max(0, start - 20), start)
        start = start if honorific is None else honorific.start()
        out = self._owned(document, start, end)
        office = _FOR_OFFICE.search(text, max(0, start - _REACH), start)
        if office is not None:
            # `a spokesman for the mayor, | Jon Ek`
            head = parties.bearer(office[1].casefold(), document, start)
            out += [] if head is None else [head, *self.of(head)]
        common = _COMMON.search(text, max(0, start - _REACH), start)
        if common is not None and _role(common[2]):
            # `the league’s president, Ada Lund`, where the league is named before.
            known = parties.introduced(common[1].casefold(), document, start)
            known = known or parties.by_common_noun(common[1].casefold())
            out += [] if known is None else [known]
        for first, last, party in parties.within(document, max(0, start - _REACH), end + _REACH):
            if parties.get(party).kind == "person" and last <= start and _DEPUTY.match(text[last:start]):
                # `Ek’s deputy, | Ada Lund`
                out += [party, *self.of(party)]
            if parties.get(party).kind not in ("organisation", "place"):
                continue
            if last <= start:
                between = text[last:start]
                whose = _WHOSE.match(between) is not None and _role(between)
                if whose or _OF.search(between) or (_TITLE.search(between) and _role(between)):
                    out.append(party)
                elif between in (", ", " ") and _HEAD.search(text, max(0, first - 40), first):
                    # `the chair of the board, Jon Ek`
                    out += [party] if _role(text[max(0, first - 40) : first]) else []
            elif first >= end and text[end:first] == ", " and (own := _OWN.match(text, last, last + 60)):
                out += [party] if _role(own[1]) else []
            elif first >= end and _WHO.match(text[end:first]) and "." not in text[end:first]:
                out.append(party)
        return out


    def _owned(self, document: int, start: int, end: int) -> list[str]:
        """The body that `its` or `their` stands for before or behind a name: what its sentence, or the one before,
        speaks of first (`its leader, Ada Lund`; `Ada Lund, their chair`)."""
        text = self._material.documents[document].document.text
        found = _ITS.search(text, max(0, start - _REACH), start) or _ITS_AFTER.match(text, end, end + _REACH)
        if found is None or not _role(found[2]):
            return []
        state = not _OF_STATES.isdisjoint(found[2].casefold().split())
        at, begin = found.start(1), max(0, found.start(1) - _BACK)
        breaks = [begin, *(m.end() for m in _SENTENCE.finditer(text, begin, at + 1))]
        parties = self._material.parties
        for low, high in ((breaks[-1], at), (breaks[-2] if len(breaks) > 1 else begin, breaks[-1])):
            named = [m[2] for m in parties.within(document, low, high) if m[0] - low <= _TOPIC]
            kinds = ("organisation", "group", "place") if state else ("organisation", "group")
            bodies = [p for p in named if parties.get(p).kind in kinds and (low != breaks[-1] or found[1][0].islower())]
            if bodies:
                return bodies[:1]
        return []


def _role(words: str) -> bool:
    return any(w in PERSONS for w in re.findall(r"[a-z-]+", words.casefold()))
