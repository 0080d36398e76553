"""Who of those named before is meant by an age, a rank, arms or size: `the 34-year-old`, `the lieutenant`, `the
militants`, `the smaller carrier`.

What a name was introduced with tells it: `Mara Lund, 34,`, `Lt. Jon Brede`, `ISIS militants`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from onrecord.recording.antecedents import MORE_BODIES
from onrecord.recording.lexicon import FIRMS
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.types import Span

_AGE = re.compile(r"[Tt]he (\d{1,3})-year-old(?: [a-z-]+){0,2}")
_SIZE = re.compile(r"[Tt]he (smaller|larger|bigger) ([a-z]+)")
_BUYS = re.compile(
    r"\b(?:buy|buys|buying|bought|acquire[sd]?|acquiring|take over|taking over|took over|merge with|merging with"
    r"|(?:bid|offer|offered|offers)\b[^,;]{0,40}\bfor)\s(?:the\s)?\Z"
)
_APART = 90
"""How many characters apart the names of a buyer and of what it buys may stand."""
_RANK = re.compile(r"[Tt]he ([a-z]+)")
_ARMED = re.compile(
    r"[Tt]he (?:(?:militant|armed|rebel|extremist|insurgent|jihadist|guerrilla|terrorist|separatist)\s"
    r"(?:groups?|movement|faction|organi[sz]ation|network|outfit)|militants|rebels|insurgents|extremists|guerrillas)"
)
_RANKS = {
    "lieutenant": "lt", "sergeant": "sgt", "captain": "capt", "colonel": "col", "general": "gen", "major": "maj",
    "corporal": "cpl", "admiral": "adm", "commander": "cmdr", "senator": "sen", "governor": "gov", "detective": "det",
    "inspector": "insp", "representative": "rep", "professor": "prof", "pastor": "rev", "reverend": "rev",
}  # fmt: skip
"""The shorter form of a rank or office that stands before a name."""
_ARMS = r"(?:militants?|rebels?|extremists?|insurgents?|guerrillas?|jihadists?|terrorists?|separatists?|armed)"
_ARMS_BEFORE = re.compile(
    rf"\b{_ARMS}\s(?:group|movement|faction|organi[sz]ation|network)?(?:,?\s|\sof\sthe\s)?\Z", re.I
)
_ARMS_BEHIND = re.compile(rf"(?:\s\([A-Z]+\))?\s{_ARMS}\b", re.I)
_BACK = 12000
"""How many characters back a name may stand."""
_NEAR = 40
"""How many characters before and behind a name tell what it was introduced with."""


def told_before(material: Material, passage: Passage, start: int, end: int) -> str | None:
    """The one party named before an offset who was introduced with the age, the rank or the arms that the words from
    there on call somebody by, or the firm of that size; None where nobody was, or several were."""
    text = material.documents[passage.document].document.text
    words = " ".join(text[start:end].split())
    size = _SIZE.fullmatch(words)
    if size is not None and (size[2] in FIRMS or size[2] in MORE_BODIES):
        return _by_size(material, passage, start, size[1] == "larger" or size[1] == "bigger")
    age, rank, armed = _AGE.fullmatch(words), _RANK.fullmatch(words), _ARMED.fullmatch(words)
    if age is not None:
        return _last(material, passage, start, _of_age(age[1]), "person")
    if rank is not None and rank[1] in _RANKS:
        return _last(material, passage, start, _of_rank(rank[1]), "person")
    return None if armed is None else _last(material, passage, start, _in_arms, None)


def _by_size(material: Material, passage: Passage, start: int, larger: bool) -> str | None:
    """The buyer or the one to be bought of the only two firms of which a text before an offset tells that one wants
    the other; who buys is taken for the larger."""
    text = material.documents[passage.document].document.text
    pairs: dict[tuple[str, str], None] = {}
    named = material.parties.within(passage.document, max(0, start - _BACK), start)
    for (_, a, one), (b, _, other) in itertools.pairwise(named):
        between = text[a:b] if 0 < b - a < _APART else ""
        firms = all(material.parties.get(p).kind == "organisation" for p in (one, other))
        if firms and one != other and _BUYS.search(between):
            pairs[one, other] = None
    if len(pairs) != 1:
        return None
    buyer, bought = next(iter(pairs))
    return buyer if larger else bought


def _of_age(age: str) -> Callable[[str, Span], bool]:
    behind = re.compile(rf",? (?:aged )?\(?{age}\b(?! [a-z]+s\b)")
    before = re.compile(rf"\b{age}-year-old(?: [\w-]+){{0,3}},? \Z")

    def fits(text: str, span: Span) -> bool:
        return bool(behind.match(text, span[1]) or before.search(text, max(0, span[0] - _NEAR), span[0]))

    return fits


def _of_rank(rank: str) -> Callable[[str, Span], bool]:
    named = re.compile(rf"\b(?:{_RANKS[rank]}\.?|{rank})\s", re.I)

    def fits(text: str, span: Span) -> bool:
        found = named.match(text, span[0]) or named.search(text, max(0, span[0] - len(rank) - 2), span[0])
        return found is not None and found.end() >= span[0]

    return fits


def _in_arms(text: str, span: Span) -> bool:
    before = _ARMS_BEFORE.search(text, max(0, span[0] - _NEAR), span[0])
    return before is not None or _ARMS_BEHIND.match(text, span[1], span[1] + _NEAR) is not None


def _last(
    material: Material, passage: Passage, start: int, fits: Callable[[str, Span], bool], kind: str | None
) -> str | None:
    """The one party that a mention before an offset fits."""
    text = material.documents[passage.document].document.text
    found: dict[str, None] = {}
    for a, b, party in material.parties.within(passage.document, max(0, start - _BACK), start):
        known = material.parties.get(party)
        if kind is None and known.kind not in ("organisation", "group"):
            continue
        if (kind is None or known.kind == kind) and fits(text, (a, b)):
            found[party] = None
    return next(iter(found)) if len(found) == 1 else None
