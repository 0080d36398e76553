"""What a text says became of its deadlines: withdrawn, put off, met, run out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.recording.dates import day_of, parse
from onrecord.recording.due_reading import Due
from onrecord.recording.gathered import Deadlines, Gathered
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.types import DeadlineState

_GAP = (
    r"(?:(?!\b(?:if|when|will|would|before|until|to|can|could|may|might|should|must|not|never|whether)\b|n['’]t\b)[^.;])"
    r"{0,40}?"
)
_NAMED = r"(?:deadline|ultimatum)s?"
_NAMED_BY = lexicon("deadline deadlines ultimatum ultimatums")
_STRIKE = r"(?:strikes?|walk-?outs?|stoppages?|lock-?outs?|industrial action|boycotts?|blockades?)"
_STRUCK = lexicon(
    """strike strikes walk walkout walkouts stoppage stoppages lock lockout lockouts industrial boycott boycotts
    blockade blockades"""
)
_ORDER = (
    r"(?:orders?|ordinance|decree|directive|injunction|eviction|ban|fines?|notices?|bills?|demands?|requirements?"
    r"|obligations?|payments?)"
)
_ORDERED = lexicon(
    """order orders ordinance decree directive injunction eviction ban fine fines notice notices bill bills demand
    demands letter letters statement statements charge charges pay leave comply requirement requirements obligation
    obligations payment payments"""
)
_BID = r"(?:offers?|bids?|tenders?|truce|cease-?fire|contracts?|mandate|permits?|visas?|licen[cs]es?|window|moratorium)"
_OFFERED = lexicon(
    """offer offers bid bids tender tenders truce cease ceasefire contract contracts mandate permit permits visa visas
    licence licences license licenses window moratorium"""
)
_PROLONGED = lexicon("prolong extend renew extension")
_DECISION = r"(?:decision|vote|ruling|verdict|choice|announcement)"
_DECIDED = lexicon("decision vote ruling verdict choice announcement")
_SLIP = r"(?:error|mistake|mix-?up|glitch)"
_MISTAKEN = lexicon(
    "error mistake mixup mix glitch decimal wrong incorrect mistaken actual correct true real corrected"
)
_ASKED = r"order|bill|notice|letter|direct|told|owe|decree|evict|requir|demand|due|pay|must|ha(?:s|d|ve) to"
"""What a sentence holds that asks for something which may be taken back, as a pattern."""
_ANY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class _Fate:
    """One way of saying what became of a deadline: the words that say it, and the rules whose due times they fit."""

    state: DeadlineState
    pattern: re.Pattern[str]
    words: frozenset[str]
    """Those of which a sentence must hold one for the pattern to match."""
    rules: frozenset[str] = _ANY
    noun: str | None = None
    """What the sentence that names the due time must hold as well, as a pattern."""
    whole: bool = False
    """Whether it is said of all that a bill or an order asks for, in whatever parts and by whatever days."""


_FATES = (
    _Fate("withdrawn", re.compile(
        rf"\b(?:lift|dropp|scrapp|rescind|cancel|cancell|abandon|suspend|waiv|revok|remov|annull)ed\b{_GAP}\b{_NAMED}\b"
        rf"|\bwithdr[ae]wn?\b{_GAP}\b{_NAMED}\b"
        rf"|\b{_NAMED}\b{_GAP}\b(?:lifted|dropped|scrapped|withdrawn|rescinded|cancell?ed|waived|annulled|removed)\b",
        re.I), _NAMED_BY),
    _Fate("extended", re.compile(
        rf"\b(?:extend|postpon|delay|prolong|defer)(?:ed|ing|s)\b{_GAP}\b{_NAMED}\b"
        rf"|\b(?:push(?:ed|es|ing)|(?<!to )(?<!not )(?<!may )(?<!will )put(?:s|ting)?) (?:back|off)\b{_GAP}\b{_NAMED}\b"
        rf"|\bextension (?:of|to) {_GAP}\b{_NAMED}\b|\bstop(?:s|ped)? the clock\b"
        rf"|\b{_NAMED}\b{_GAP}\b(?:extended|postponed|delayed|pushed (?:it )?back|deferred"
        r"|(?<!to )(?<!not )put (?:it )?(?:back|off))\b", re.I),
        _NAMED_BY | {"clock"}),
    _Fate("met", re.compile(
        r"\b(?:met|beat|made) (?:the|its|his|her|their|that|a|an) (?:[\w-]+ ){0,3}deadlines?\b"
        r"|(?<!not )(?<!n’t )(?<!n't )(?<!never )(?<!be )(?<!being )(?<!to have )"
        r"\b(?:answered|complied|delivered|filed|handed|left|paid|registered|released|replied|responded|returned|signed|submitted|surrendered"
        r"|tender(?:ed|ing)|turned|vacated)\b"
        rf"{_GAP}\b(?:by|before|ahead of|in time for) (?:the|its|his|her|their|that) (?:[\w.-]+ ){{0,3}}deadline\b",
        re.I), _NAMED_BY),
    _Fate("expired", re.compile(
        rf"\b{_NAMED}\b{_GAP}\b(?:pass(?:es|ed)?|expire[sd]?|lapse[sd]?|ran out|runs out|came and went|went by"
        rf"|elapsed)\b"
        r"|\b(?:miss(?:es|ed|ing)?|ignor(?:es|ed)|def(?:ies|ied)) (?:the|its|his|her|their|that|a"
        rf"|an) (?:[\w.-]+ ){{0,3}}{_NAMED}\b"
        rf"|\b(?:let|allowed) {_GAP}\b{_NAMED}\b{_GAP}\b(?:to )?(?:pass|lapse|slip|go by|expire)\b"
        rf"|\bfailed to meet {_GAP}\b{_NAMED}\b"
        r"|\b(?:did|had)(?:n['’]t| not) (?:[\w-]+ ){1,6}?by (?:the|its|his|her|their|that) (?:[\w.-]+ ){0,3}deadline\b",
        re.I), _NAMED_BY),
    _Fate("withdrawn", re.compile(
        rf"\b(?:call(?:ed|s|ing)|put(?:s|ting)?) (?:[\w’'-]+ ){{1,3}}?{_STRIKE} off\b"
        rf"|\b{_STRIKE} (?:will|would) (?:not|no longer) (?:go ahead|take place|happen)\b"
        rf"|\b(?:call(?:ed|s|ing) off|cancel(?:s|l?ed|l?ing)|avert(?:ed|s|ing)|scrapp(?:ed|ing)|abandon(?:ed|s|ing)"
        rf"|suspend(?:ed|s|ing)|shelv(?:ed|es|ing)|dropp(?:ed|ing)|halt(?:ed|s)|paus(?:ed|es|ing))\b{_GAP}\b{_STRIKE}\b"
        rf"|\b{_STRIKE}\b{_GAP}\b(?:called off|cancell?ed|averted|scrapped|abandoned|suspended|shelved|dropped"
        r"|paused)\b",
        re.I), _STRUCK, frozenset(["strike", "threat"])),
    _Fate("withdrawn", re.compile(
        rf"\b(?:withdrew|withdrawn|withdrawing|(?:threw|thrown) out|voided|vacated|nullified|lift(?:ed|ing)"
        rf"|rescind(?:ed|ing)|revok(?:ed|ing)|annul(?:led|ling)"
        rf"|quash(?:ed|ing)|overturn(?:ed|ing)|struck down|set aside|stay(?:ed|ing)|block(?:ed|ing)|froze"
        r"|scrapp(?:ed|ing)"
        rf"|suspend(?:ed|ing|s)|cancel(?:led|ed|ling)|dropp(?:ed|ing))\b{_GAP}\b{_ORDER}\b"
        rf"|\b(?:put(?:ting)?|placed) on hold\b{_GAP}\b{_ORDER}\b|\bput(?:ting)?\b{_GAP}\b{_ORDER}\b{_GAP}\bon hold\b"
        rf"|\b{_ORDER}\b{_GAP}\b(?:withdrawn|thrown out|voided|vacated|nullified|lifted"
        rf"|rescinded|revoked|annulled|quashed|overturned|struck down|set aside"
        rf"|stayed|blocked|frozen|scrapped|suspended|cancell?ed|dropped)\b"
        rf"|\b(?:(?:do|does|did|will|would)(?:n['’]t| not) (?:have|need) to|need(?:n['’]t| not)) (?:pay|leave|comply)\b"
        r"(?![^.;]{0,40}\buntil\b)",
        re.I), _ORDERED, frozenset(["bound", "within", "wanted by", "granted", "falls due", "had"]), _ASKED),
    _Fate("withdrawn", re.compile(
        rf"\b(?:bills?|invoices?|letters?|notices?|demands?|statements?|charges?) {_GAP}\b(?:an?|in|by) (?:[\w-]+ )?"
        rf"{_SLIP}\b"
        r"|\b(?:confirmed|admitted|acknowledged|apologi[sz]ed for|corrected|fixed|blamed) (?:the|an|its|their)"
        rf" (?:[\w-]+ )?{_SLIP}\b|\bbills? [^.;]{{0,40}}?\b(?:wrong|incorrect|mistaken)\b|\bdecimal point\b"
        rf"|\b(?:how|why|that) (?:the|an) (?:[\w-]+ )?{_SLIP} (?:had )?(?:occurred|happened|been made|arose|arisen)\b"
        r"|\b(?:actual|correct|true|real) (?:amount|sum|bill|balance|figure|total|charge)\b[^.;]{0,40}?"
        r"\b(?:is|was|came to)\b|\b(?:amount|sum|bill|balance) (?:was|has been|had been) (?:\w+ly )?corrected\b",
        re.I), _MISTAKEN, frozenset(["bound", "within", "wanted by", "granted", "falls due", "had", "put off"]),
        _ASKED, whole=True),
    _Fate("expired", re.compile(
        rf"\b{_BID}\b{_GAP}\b(?<!to have )(?:expired|lapsed|ran out)\b"
        rf"|\blet\b{_GAP}\b{_BID}\b{_GAP}\b(?:lapse|expire)\b",
        re.I), _OFFERED, frozenset(["expires", "kept open", "extended"])),
    _Fate("withdrawn", re.compile(
        r"\b(?:withdrew|withdraws|withdrawn|pulled|scrapped|revoked)\b"
        r"(?:(?!\b(?:if|from|until)\b)[^.;]){0,30}?\b(?:offers?|bids?|tenders?|proposals?)\b"
        r"|\b(?:offers?|bids?|tenders?|proposals?) (?:has |have |had )?(?:was|were|been)"
        r" (?:withdrawn|pulled|scrapped|revoked)\b",
        re.I), _OFFERED | {"proposal", "proposals"}, frozenset(["expires", "kept open"])),
    _Fate("extended", re.compile(
        rf"\b(?:extended|renewed|prolonged)\b{_GAP}\b{_BID}\b", re.I), _OFFERED,
        frozenset(["expires", "kept open"])),
    _Fate("extended", re.compile(
        r"\b(?:agreed|consented)\s(?:\w+\s){0,2}(?:to (?:extend|prolong|renew) (?:it|them)"
        rf"|to (?:extend|prolong|renew) (?:the|their|that) (?:\w+\s)?{_BID}"
        r"|(?:to|on) (?:an|its|the) extension)\b", re.I),
        _PROLONGED, frozenset(["expires", "kept open"])),
    _Fate("extended", re.compile(
        r"\b(?:moved|pushed) (?:it|that|this|the date) back\b"
        r"|(?<!to )(?<!not )\bput (?:it|that|this) (?:back|off) (?:to|until)\b", re.I),
        lexicon("moved pushed put"), frozenset(["bound", "deadline", "granted", "had", "wanted by", "within"])),
    _Fate("extended", re.compile(
        r"(?<!to )(?<!not )(?<!n’t )(?<!n't )(?<!may )(?<!might )(?<!could )(?<!will )(?<!would )"
        rf"\b(?:put(?:s|ting)? off|postpon(?:ed|es|ing)|delay(?:ed|s|ing)|deferr?(?:ed|s|ing)|push(?:ed|es|ing) back)\b"
        rf"{_GAP}\b{_DECISION}\b", re.I), _DECIDED, frozenset(["pledged", "falls due"]),
        r"decid|decision|rul|vote|choos|choice|verdict|announce"),
    _Fate("withdrawn", re.compile(
        rf"\b(?:call(?:ed|s|ing) off|avert(?:ed|s|ing)|abandon(?:ed|s|ing))\b{_GAP}\b{_STRIKE}\b"
        rf"|\b{_STRIKE}\b{_GAP}\b(?:called off|averted|abandoned)\b", re.I), _STRUCK, frozenset(["deadline"]),
        r"\b(?:strikes?|walk(?:s|ed|ing)? ?-?out|stoppage|lock-?out)\b"),
)  # fmt: skip
"""What a text says became of a deadline. The first kind that fits a sentence counts."""
_UNHEEDED = re.compile(
    r"\bwithout\b|\bno (?:action|response|reply|answer|sign|word)\b|\bignor|\bdef(?:y|ie)|\bmiss", re.I
)
_NEW = frozenset(["had", "granted"])
_GONE = lexicon("went passed")
_BY_DAY = re.compile(r"\b(?:came and went|passed without|went by)\b", re.I)


def apply_fates(material: Material, drafts: Deadlines) -> None:
    """Give each deadline the state that the texts tell, and the words that tell it."""
    for passage in material.passages:
        told = _told(material, drafts, passage) if drafts.all else None
        if told is None:
            continue
        draft, state, begin, end, others = told
        if state == "expired" and _is_ahead(material, passage, draft):
            # What has passed is another one.
            continue
        if state in ("extended", "expired") and _is_of_old(material, passage, draft):
            continue
        here = [d for d in draft.told_in(passage.document) if d.passage is passage]
        ahead = draft.due_day > (material.published(passage.document) or "9999")
        if state == "extended" and ahead and draft.dues[0].rule == "pledged" and here:
            # `It put off the decision; it will decide by May 21`: the day before that one was put off.
            earlier = [d for d in drafts.told_in(passage.document) if d is not draft and d.dues[0].rule == "pledged"]
            if len(earlier) == 1 and earlier[0].due_day < draft.due_day:
                earlier[0].state = earlier[0].state or state
            continue
        if any(d.moved for d in here) or (state == "extended" and ahead and any(d.rule in _NEW for d in here)):
            # It is the day to which another was put off.
            continue
        start, stop = passage.start + begin, passage.start + end
        words = material.quotes.everywhere(passage, start, stop)
        draft.extra.extend(words)
        draft.cues.append((passage, start, stop, state))
        if state == "expired" and _UNHEEDED.search(passage.text):
            draft.unheeded = merged(draft.unheeded, words)
        if draft.state is None:
            draft.state = state
        for other in others:
            other.state = other.state or state


def _is_of_old(material: Material, passage: Passage, draft: Gathered) -> bool:
    """Whether a sentence tells of months ago only, while a deadline is ahead (`In 1996 it extended the deadline`)."""
    issued = parse(material.published(passage.document))
    days = [parse(t.end_ or t.begin or t.value) for _, t in material.times_in(passage)[:20]]
    known = [d for d in days if d is not None]
    if issued is None or not known or draft.due_day < issued.isoformat():
        return False
    return all((issued - d).days > _LONG_AGO for d in known)


_LONG_AGO = 60
_MISREAD = 90
"""So many days ahead a day without a year lies behind where the text says that it passed."""


def _is_ahead(material: Material, passage: Passage, draft: Gathered) -> bool:
    """Whether a deadline's day comes some days after a report."""
    issued, day = parse(material.published(passage.document)), parse(draft.due_day)
    return issued is not None and day is not None and 0 < (day - issued).days < _MISREAD


def _told(
    material: Material, drafts: Deadlines, passage: Passage
) -> tuple[Gathered, DeadlineState, int, int, list[Gathered]] | None:
    """The deadline that a passage tells the fate of, the offsets of the words that do, and what else they fit."""
    for fate in _FATES:
        if passage.words.isdisjoint(fate.words):
            continue
        found = fate.pattern.search(passage.text)
        if found is None:
            continue
        draft = _meant(material, drafts, passage, fate)
        if draft is not None or not fate.rules:
            others = [d for d in drafts.told_in(passage.document) if fate.whole and d is not draft and _fits(d, fate)]
            return None if draft is None else (draft, fate.state, found.start(), found.end(), others)
    found = None if passage.words.isdisjoint(_GONE) else _BY_DAY.search(passage.text)
    if found is not None:
        days = {day_of(t).date: t for _, t in material.times_in(passage)[:20]}
        named = [d for d in drafts.told_in(passage.document) if d.due_day in days and d.day and d.day.end is None]
        if len(named) == 1:
            begin = min(days[named[0].due_day].start - passage.start, found.start())
            return named[0], "expired", max(0, begin), found.end(), []
    return None


def _fits(draft: Gathered, fate: _Fate) -> bool:
    if draft.day is None:
        return False
    if not fate.rules:
        return True
    kin = [d for d in draft.dues if d.rule in fate.rules]
    return bool(kin) and (fate.noun is None or any(re.search(fate.noun, d.passage.text, re.I) for d in kin))


def _meant(material: Material, drafts: Deadlines, passage: Passage, fate: _Fate) -> Gathered | None:
    """The deadline that a sentence speaks of: the last one named before it in its document.

    Where its document names none before, it is the story's only one; or, of a lapse, the one that fell due last.
    """
    here = [d for d in drafts.told_in(passage.document) if _fits(d, fate)]
    before = [
        (max(starts), d) for d in here
        if (starts := [u.start for u in d.told_in(passage.document) if u.start < passage.end])
    ]  # fmt: skip
    if before:
        last = max(before, key=lambda b: b[0])[1]
        beside = passage.block - max(_block(u) for u in last.told_in(passage.document)) <= _NEAR
        return last if not fate.rules or beside else None
    known = [d for d in drafts.near(passage.document) if _fits(d, fate)]
    told = [d for d in known if any(n < passage.document for n in d.documents())]
    heads = here if passage.kind == "title" else []
    if len(told or heads) == 1:
        return (told or heads)[0]
    published = material.published(passage.document)
    over = [(d.due_day, d) for d in known if published is not None and d.due_day <= published and d.state is None]
    return max(over, key=lambda o: o[0])[1] if over and fate.state == "expired" else None


_NEAR = 8
"""Within how many paragraphs a word other than `deadline` may speak of one."""


def _block(due: Due) -> int:
    return due.passage.block
