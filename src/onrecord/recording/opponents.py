"""Who opposes whom in a document so far: what `both sides`, `the parties` or `the two governments` stand for.

Two bodies oppose one another where one demands something of the other, refuses it, accuses or attacks it, or where
they talk, quarrel or fight with each other. Who mediates, urges both of them or only reports stands on no side.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence

from onrecord.recording.lexicon import begins, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage

_MOST = 60
"""How many passages before are looked at."""
_REACH = 160
"""How far, in characters, two opponents stand apart in one sentence."""
_AGAINST = re.compile(begins(
    r"demand|accus|reject|refus|sue[ds]?\b|suing|blam|warn|threaten|attack|shell|fired (?:on|at)|bomb|invad|strik"
    r"|struck|walked off|ask|offer|insist|wants?\b|must\b|order(?:ed|s)? |fight|fought|denounc|rebuff|spurn"
    r"|against\b|protest|claim|boycott|ultimatum"
))  # fmt: skip
"""Between two bodies: what one does to the other."""
_AND = re.compile(r",? ?(?:and|versus|vs?\.?)(?: the| its| neighbou?ring)?")
_BETWEEN = re.compile(r"\b(?:between|pits?|pitt(?:ed|ing))(?: the)?\s\Z", re.I)
_EACH = re.compile(
    r"\A[^.;]{0,40}?\b(?:traded?|exchanged?|clash|quarrel|fought|fight|at (?:odds|war)|each other|one another|dispute"
    r"|talks|negotiat|have been (?:at|locked)|locked in|blamed?|accus|failed to agree|broke off)"
)
"""After `A and B`: what they do with each other."""
_ANSWERS = re.compile(
    r"\A[^.;]{0,30}?\b(?:reject|refus|rebuff|spurn|accept|agreed|said no|turned|dismiss|den(?:y|ied))"
)
"""After the one that a sentence begins with: how it answers the demand of the sentence before."""
_MEDIATES = re.compile(
    r"\A(?:['’]s?)?[^.;“”]{0,60}?\b(?:(?:to )?mediat\w*|broker\w*|facilitat\w+|host(?:ed|s|ing)?\b"
    r"|(?:urg|call|ask|press|appeal|plead|beg|want|demand|implor|told|tell)\w*(?: (?:on|for|to|that|upon|with))*"
    r" (?:both|the two|the (?:warring |rival |other )?(?:parties|sides)|all (?:sides|parties)|the (?:warring|rival))\b)"
)
"""After a body's name: what shows that it stands between the sides."""
_AROUND_MEDIATORS = lexicon(
    """mediate mediates mediated mediating mediation mediations mediator mediators mediatory broker brokers brokered
    brokering brokerage facilitate facilitates facilitated facilitating facilitation facilitator facilitators host hosts
    hosted hosting both two parties sides warring rival"""
)
"""Words of which a sentence must hold one for that."""
_MEDIATOR = re.compile(
    r"\b(?:mediators?|mediated by|mediation (?:by|of)|brokered by|hosted by|told|quoted by|according to)(?: the)? \Z"
)
"""Before a body's name, in lower case, the same."""
_NEUTRAL = re.compile(
    r"\b(?:United Nations|U\.?N\.?|Security Council|Secretary-General|Red Cross|Red Crescent|UNICEF|UNHCR|UNESCO"
    r"|Food (?:Programme|Program)|Amnesty|Human Rights|Relief|Doctors Without Borders|Vatican|Holy See"
    r"|African Union|Arab League|Mediation|Conciliation|Arbitration|Labor Relations|Reuters|Kyodo|Tribunal|Court)\b"
    r"|\A(?:AP|AFP|DPA|EFE|TASS|IGAD|OSCE|ECOWAS|ASEAN|ACAS|Acas)\Z"
)
"""Bodies that stand between sides, bring relief or tell of them."""
_NO_SIDE = re.compile(rf"{_NEUTRAL.pattern}|\A(?:about |some |at least |least |more than )?(?:\d|dozens?\b|hundreds\b)")
"""These, and people who are only counted (`17 people`)."""


def opponents(
    material: Material,
    passage: Passage,
    fits: Callable[[str], bool],
    described: Callable[[Passage], list[tuple[int, int, str]]],
) -> tuple[tuple[str, ...], frozenset[str], int]:
    """The two parties that most often oppose one another before a passage or in it; the later ones of equals.

    Args:
        material: the documents.
        passage: where `both sides` stands.
        fits: whether a party is of the kind that is meant.
        described: the bodies that a passage calls by what they are (`the hospital`): start, end, party.

    Returns:
        The two, the one named first in front, or none; those who stand between the sides; and how often it is told.
    """
    found, between = _found(material, (*material.passages_before(passage, _MOST), passage), fits, described, {})
    fitting = {pair: at for pair, at in found.items() if not pair & between}
    if not fitting:
        return (), frozenset(between), 0
    best = max(fitting, key=lambda pair: (len(fitting[pair]), fitting[pair][-1], sorted(pair)))
    return tuple(sorted(best)), frozenset(between), len(fitting[best])


def quarrels_in(
    material: Material, places: Sequence[Passage], sides: dict[str, bool]
) -> tuple[Counter[frozenset[str]], frozenset[str]]:
    """How often two named bodies, groups or states oppose one another in some passages; who stands between sides.

    `sides` is filled with whether each party may stand on one, so that it is asked once of a record's parties.
    """

    def fits(party: str) -> bool:
        known = material.parties.get(party)
        state = known.kind == "place" and known.country is not None
        return known.kind in ("organisation", "group") or known.role == "government" or state

    found, between = _found(material, places, fits, lambda _: [], sides)
    return Counter({pair: len(at) for pair, at in found.items()}), frozenset(between)


def _found(
    material: Material,
    places: Sequence[Passage],
    fits: Callable[[str], bool],
    described: Callable[[Passage], list[tuple[int, int, str]]],
    side_of: dict[str, bool],
) -> tuple[dict[frozenset[str], list[int]], set[str]]:
    """For two that oppose one another the numbers of the passages that say so; and who stands between sides."""

    def stands(party: str) -> bool:
        if party not in side_of:
            side_of[party] = fits(party) and not _NO_SIDE.search(material.parties.get(party).name)
        return side_of[party]

    found: dict[frozenset[str], list[int]] = {}
    between: set[str] = set()
    asking: str | None = None
    for number, place in enumerate(places):
        text = material.documents[place.document].document.text
        named = material.parties.within(place.document, place.start, place.end)
        told = not place.words.isdisjoint(_AROUND_MEDIATORS)
        for start, end, party in named:
            if party in between:
                continue
            after = text[end : min(place.end, end + 110)] if told else ""
            if (told and _MEDIATES.match(after)) or _MEDIATOR.search(
                text[max(place.start, start - 20) : start].lower()
            ):
                between.add(party)
        if any(fits(m[2]) for m in named) or _AGAINST.search(text, place.start, place.end):
            common = described(place)
            # `the Norrvik government`: the body, and not the town that it has in its name.
            named = sorted([*(m for m in named if not any(d[0] <= m[0] < d[1] for d in common)), *common])
        sides = [m for m in named if stands(m[2])]
        for one, other in itertools.pairwise(sides):
            joint = text[one[1] : other[0]]
            if one[2] == other[2] or not 0 < len(joint) <= _REACH:
                continue
            tied = _AND.fullmatch(joint.strip()) is not None and (
                _BETWEEN.search(text, max(place.start, one[0] - 14), one[0]) is not None
                or _EACH.match(text[other[1] : place.end]) is not None
            )
            if tied or _AGAINST.search(joint):
                found.setdefault(frozenset((one[2], other[2])), []).append(number)
        first = sides[0] if sides else None
        answers = first is not None and _ANSWERS.match(text[first[1] : place.end]) is not None
        if first is not None and answers and asking not in (None, first[2]):
            assert asking is not None
            found.setdefault(frozenset((first[2], asking)), []).append(number)
        asks = first is not None and _AGAINST.search(text, first[1], min(place.end, first[1] + 40)) is not None
        asking = first[2] if first is not None and asks else None
    return found, between


def stands_between(material: Material, party: str, between: frozenset[str], outlet: str | None) -> bool:
    """Whether a party is a mediator, a relief body or an outlet, and so on no side."""
    name = material.parties.get(party).name
    return party in between or _NEUTRAL.search(name) is not None or name.casefold() == (outlet or "").casefold()
