"""Acts that consist in saying something: to demand, offer, refuse, threaten is an event of its own.

The annotator finds events by their triggers; what the rules for statements, wants and answers find is added here where
no event of the same kind by the same party stands in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotation.event_setting import BINDING
from onrecord.annotation.tagging import lemma
from onrecord.recording.answers import Reply
from onrecord.recording.dates import UNKNOWN, Day, day_of
from onrecord.recording.due import Due
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import THREATS
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, around
from onrecord.recording.statements import Told, refuses
from onrecord.recording.wants_parts import Want
from onrecord.types import AnswerKind, DemandKind, Evidence, Reality, RecordEvent, Span, Stance

_OF_STANCE: dict[Stance, str] = {"threatens": "THREATEN", "demands": "REQUEST", "promises": "AGREE"}
_OF_WANT: dict[DemandKind, str] = {"demand": "REQUEST", "request": "REQUEST", "condition": "REQUEST", "offer": "AGREE"}
_BARE = frozenset(["if they", "if it is"])
"""The rules for conditions that nobody puts in words of asking: by `would resign if the board paid` nothing is asked,
but something is promised that may come to pass."""
_OF_ANSWER: dict[AnswerKind, str] = {"accepts": "AGREE", "rejects": "REJECT"}
"""The PLOVER types of what is done by saying it."""


_NOT_DONE = re.compile(
    r"(?:\b(?:not|never|(?:has|have|had) yet to)|n['’]t)\s(?:(?:be|been|yet|also|\w+ly)\s){0,2}[\w’'-]+\Z", re.I
)
"""What denies the last verb of the words that end with it."""
_PROPOSED = re.compile(r"(?:\S+\s){0,6}?(?:propos|suggest)\w*\b", re.I)
"""The opening of words by which something is only put forward: nobody is bound by that."""
_STILL_TO_SAY = re.compile(
    r"\b(?:(will|shall)|may|might|could|can|(?:expected|due|set|likely|about|plan(?:s|ned|ning)?|going|scheduled|wants?"
    r"|hop(?:es|ed|ing)|intend(?:s|ed)?|ready|refus(?:es|ed)|declin(?:es|ed)|fail(?:s|ed)|yet|right|chance|time|free"
    r"|prepared|poised|supposed|decided|agreed|needs?|has|have|negotiations|talks|proposals?|efforts?|attempts?|decision"
    r"|capability|capacity|ability|unable|able|power|authority|willing(?:ness)?|offers?"
    r"|threat(?:s|en|ens|ened)?) (to))\s"
    r"(?:(?:not|be|also|\w+ly)\s){0,2}[\w’'-]+\Z"
)
"""What makes, in lower case, the last verb of the words that end with it one of what somebody will, or may, say."""
BLAMED = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|suspect(?:s|ed)?|charg(?:e|es|ed|ing))\b[^.;]{0,80}?\b(?:of|with)\s+(?:having\s+)?\Z",
    re.I,
)
"""What makes the deed that follows one that somebody is blamed for. `\\Z` is where it is told."""
_FIRST_WORD = re.compile(r"(?:(?:will|shall|may|might|could|can|to)\s)?[\w’'-]+", re.I)
_UNLESS = re.compile(r"\bunless\b", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """An event as one sentence tells it. `time` is the index of the time that dates it; the event has no id yet.

    Two are never equal, whatever they say: that they may be one event is for `event_links` to find.
    """

    passage: Passage
    trigger: Span
    time: int | None
    event: RecordEvent


def acts_of(
    material: Material,
    known: Sequence[Happening],
    told: Sequence[Told],
    wants: Sequence[Want],
    replies: Sequence[Reply],
    dues: Sequence[Due] = (),
) -> list[Happening]:
    """The acts that are done by saying something, where `known` events do not tell them already."""
    ledger = _Ledger(known)
    for item in told:
        type_ = "REJECT" if refuses(material, item) else _OF_STANCE.get(item.statement.stance)
        source, cue = item.statement.source, item.annotation.cue
        passage = material.quotes.passage_at(item.document, cue[0][0]) if cue else None
        if type_ is not None and source is not None and passage is not None:
            if type_ != "REJECT" and _NOT_DONE.search(passage.text[: cue[-1][1] - passage.start]) is not None:
                # `is not planning to sell`, `has not asked for it`
                continue
            if type_ == "AGREE" and _UNLESS.search(passage.text, max(0, cue[-1][1] - passage.start)):
                # What one will do `unless` another does something is held over him.
                type_ = "THREATEN"
            reality = _reality_of_saying(passage, cue[0][0], cue[-1][1])
            if reality == "asserted" and BLAMED.search(passage.text[: cue[0][0] - passage.start]) is not None:
                reality = "alleged"
            if type_ == "AGREE" and reality == "asserted" and BINDING.search(item.statement.cue) is None:
                # What somebody says he will do, or plans to, is not promised to anybody.
                reality = "planned"
            # Whoever said on Sunday what he will do does not do it on Sunday.
            asserted = reality == "asserted"
            said = _day_of_saying(material, passage, cue[-1], item.annotation.content) if asserted else UNKNOWN
            ledger.add(
                passage,
                cue[0],
                type_,
                (source,),
                (),
                item.statement.evidence,
                (item.statement.id,),
                "saying",
                said,
                reality,
            )
    for want in wants:
        if want.by and not want.members:
            evidence = material.quotes.everywhere(want.passage, want.start, want.end)
            bare = want.rule in _BARE
            still = "possible" if bare else _reality_of_saying(want.passage, want.start, want.start)
            proposed = _PROPOSED.match(want.passage.text, want.start - want.passage.start) is not None
            ledger.add(
                want.passage,
                (want.start, want.end),
                "AGREE" if bare else "REQUEST" if proposed else _OF_WANT[want.kind],
                want.by,
                want.to,
                evidence,
                (),
                "wanting",
                reality=still,
            )
    for reply in replies:
        type_ = _OF_ANSWER.get(reply.kind)
        if type_ is not None and reply.by and _is_told(reply, wants):
            evidence = material.quotes.everywhere(reply.passage, reply.start, reply.end)
            ledger.add(reply.passage, (reply.start, reply.end), type_, reply.by, reply.whose, evidence, (), "answering")
    for due in dues:
        if due.rule not in _HELD_OVER or not due.set_by or due.over or not _is_held_over(due.passage):
            continue
        # `would close the mill if the rent was not paid by Friday`: what will follow is held over whoever fails.
        start, end = around(due.passage, due.start, due.end)
        evidence = material.quotes.everywhere(due.passage, min(start, due.start), max(end, due.end))
        ledger.add(due.passage, (due.start, due.end), "THREATEN", due.set_by, due.on, evidence, (), "holding over")
    return ledger.new


def _is_held_over(passage: Passage) -> bool:
    """Whether a sentence tells of what is done to somebody, or is bad for him."""
    return _DONE_TO.search(passage.text) is not None or not THREATS.isdisjoint(map(lemma, passage.words))


_DONE_TO = re.compile(r"\b(?:will|would)\s(?:(?:also|then|otherwise)\s)?(?:be|lose|face|forfeit|go to court)\b", re.I)
_HELD_OVER = frozenset(["condition", "threat"])
"""The rules for due times by which something happens unless another is done."""


def _is_told(reply: Reply, wants: Sequence[Want]) -> bool:
    """Whether a reply is an answer by its words alone, or by something that is wanted.

    `will remain`, `do not spend` and `cannot attend` refuse nothing where nobody wants it, or anything, of them.
    """
    if reply.shape or (reply.kind == "accepts" and (reply.deed or not (reply.noun or reply.whose or reply.task))):
        return False
    by, task = {*reply.by, *reply.house}, gist_of(reply.task or "")
    words = reply.passage.text[reply.start - reply.passage.start : reply.end - reply.passage.start]
    if not reply.opposes and not (reply.deed and _LASTING.search(words)):
        named = reply.noun or reply.whose or task
        return bool(named) or reply.kind == "accepts" or _REFUSING.search(words) is not None
    return any(
        not by.isdisjoint(want.to)
        or not reply.opposes.isdisjoint(want.what.casefold().split())
        or (bool(task) and overlap(task, gist_of(want.what)) >= _SHARED)
        for want in wants
    )


_REFUSING = re.compile(
    r"\b(?:not|no|never|cannot|refus\w+|reject\w*|declin\w+|den(?:y|ied|ies)|dismiss\w*|rul\w+|turn\w*|oppos\w+|spurn\w*"
    r"|rebuff\w*|ignor\w+|balk\w*|resist\w*|def(?:y|ied|ies)|rebut\w*|veto\w*|block\w*)\b|n['’]t\b",
    re.I,
)
"""Words by which something is refused that the sentence does not name; `will continue` has none."""
_LASTING = re.compile(
    r"\b(?:(?:do|does)(?:\snot|n['’]t)|can\s?not|can['’]t|could(?:\snot|n['’]t))\s"
    r"(?!(?:accept|agree|allow|approve|back|comply|concede|consent|endorse|fulfil|grant|meet|pay|sign|support)\b)",
    re.I,
)
"""Words by which somebody is told to be unable, or not in the habit, to do something; `cannot accept` refuses."""
_SHARED = 0.5
"""Share of the shorter one's words that what is answered and what is wanted have in common."""


_OPEN = re.compile(
    r"\b(?:if|whether)\s(?:[\w’'.-]+\s){1,4}(?:(?:would|will|could|can|might|may)\s)?\Z"
    r"|\b(?:could|would|may|might|should|can)\b[^,.;:]{0,40}\bby\s\Z"
    r"|(?:\bwould|['’]d)\s(?:(?:not|never|also|then|even)\s)*\Z",
    re.I,
)
"""Words before a verb of saying by which it is left open whether it is said: `asked if she would [promise] it`, `if he
won, he would [ask] for it`."""


def _reality_of_saying(passage: Passage, start: int, end: int) -> Reality:
    """Whether what somebody says by the verb at an offset is said, or still to be said: `may [order] it`, `is expected
    to [announce] it`.

    Args:
        passage: the sentence.
        start: where the verb begins, with its auxiliaries or without.
        end: where what tells of the act ends.
    """
    if _OPEN.search(passage.text[: start - passage.start]) is not None:
        return "possible"
    first = _FIRST_WORD.match(passage.text, start - passage.start)
    ends = [end - passage.start] if first is None else [first.end(), end - passage.start]
    found = next((m for m in (_STILL_TO_SAY.search(passage.text[:e].lower()) for e in ends) if m is not None), None)
    return "asserted" if found is None else "planned" if found[1] or found[2] else "possible"


def _day_of_saying(material: Material, passage: Passage, cue: Span, content: Sequence[Span]) -> Day:
    """The day that stands between a cue and what is said: `had warned in [January] that …`."""
    for _, time in material.times_in(passage):
        near = cue[1] < time.start <= cue[1] + _PREPOSITION
        if not near and content and cue[1] < time.start <= cue[1] + _WHOM:
            # `told the house [last night] that …`
            near = _TO_WHOM.fullmatch(passage.text, cue[1] - passage.start, time.start - passage.start) is not None
        if near and content and time.end <= content[0][0] and time.relation not in ("until", "by"):
            day = day_of(time)
            published = material.published(passage.document)
            return UNKNOWN if published is not None and (day.date or "") > published else day
    return UNKNOWN


_WHOM = 50
_TO_WHOM = re.compile(
    r"\s(?:(?!(?:that|who|which|to|and|but|because|after|before)\b)[\w’'-]+\s){1,6}?(?:on\s|late\s|early\s)*"
)
"""What may stand between a cue and its time: whom something is told."""
_PREPOSITION = 5
"""How far behind a cue its time may begin: behind `in`, `on`."""


class _Ledger:
    """Which acts a sentence is known to tell."""

    def __init__(self, known: Sequence[Happening]) -> None:
        self._beside: dict[tuple[int, int], list[Happening]] = {}
        self.new: list[Happening] = []
        for h in known:
            self._beside.setdefault((h.passage.document, h.passage.start), []).append(h)

    def add(
        self,
        passage: Passage,
        trigger: Span,
        type_: str,
        actor: tuple[str, ...],
        recipient: tuple[str, ...],
        evidence: tuple[Evidence, ...],
        statements: tuple[str, ...],
        rule: str,
        said: Day = UNKNOWN,
        reality: Reality = "asserted",
    ) -> None:
        """Add an act, unless its sentence has one of this type by this party."""
        beside = self._beside.setdefault((passage.document, passage.start), [])
        if any(h.event.type == type_ and set(actor) & set(h.event.actor) for h in beside):
            return
        verb = _verb_of(beside, trigger, actor)
        event = RecordEvent(
            id="",
            type=type_,
            mode=None,
            actor=actor,
            recipient=tuple(p for p in recipient if p not in actor),
            date=verb.event.date if verb else said.date,
            end=verb.event.end if verb else said.end,
            precision=verb.event.precision if verb else said.precision,
            place=None,
            reality=reality,
            statements=statements,
            evidence=evidence,
            text=" ".join(evidence[0].quote.split()),
            rule=rule,
        )
        happening = Happening(passage, trigger, verb.time if verb else None, event)
        beside.append(happening)
        self.new.append(happening)


def _verb_of(beside: Sequence[Happening], trigger: Span, actor: tuple[str, ...]) -> Happening | None:
    """The dated event that the act's own verb tells of: the day of `ordered` is that of the order."""
    for h in beside:
        told = h.event.reality == "asserted" and h.event.date is not None and not set(h.event.actor) - set(actor)
        if told and trigger[0] <= h.trigger[0] < min(trigger[1], trigger[0] + _VERB):
            return h
    return None


_VERB = 24
"""How far from an act's first word its verb may begin: behind auxiliaries and adverbs."""
