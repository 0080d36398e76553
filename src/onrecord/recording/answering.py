"""Which demand an answer answers."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.answers import Reply
from onrecord.recording.answers_amounts import is_part
from onrecord.recording.answers_doing import by_contrary, by_deed, by_task
from onrecord.recording.answers_drafts import Draft, Drafts, Voice
from onrecord.recording.answers_fates import settle
from onrecord.recording.answers_rulings import rule
from onrecord.recording.answers_synonyms import plain
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.statements import Speakers
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_suits import SUIT
from onrecord.recording.wants_words import DEMAND_NOUNS, KINDS
from onrecord.types import Evidence

_EARLIER = lexicon("earlier previous past former similar")
_HEEDS = lexicon(
    "do so comply respond accept reply obey heed agree yield budge back down it that this them request demand"
)
"""What is refused or agreed to without saying what it is."""
_OFFERED = lexicon("settlement deal package approach")
"""What is offered, also where no offer is told."""
_ORGANS = lexicon("board directors company firm management owners shareholders")
_MOST = 300
"""How many of the demands told last may be one whose end another document tells."""


def answer(
    material: Material, drafts: Drafts, replies: Sequence[Reply], speakers: Speakers, houses: Houses
) -> None:
    """Add every answer to the demands that it answers; each is sought in its document and the twenty before it."""
    for draft in drafts.all:
        draft.index()
    for reply in replies:
        if reply.shape:
            continue
        near = drafts.near(reply.passage)
        if reply.fate == "ruling":
            rule(material, near, reply, material.quotes.everywhere(reply.passage, reply.start, reply.end))
            continue
        if reply.fate:
            meant = drafts.all[-_MOST:] if reply.fate == "brought" else near
            settle(meant, reply, material.quotes.everywhere(reply.passage, reply.start, reply.end))
            continue
        by = reply.by
        if reply.stranger:
            continue
        if not by and not reply.apposed and not reply.linked:
            told = speakers.at(reply.passage.document, reply.start)
            by = () if told is None or told.statement.source is None else (told.statement.source,)
        if reply.apposed and all(material.parties.get(p).name.casefold() in _ORGANS for p in by):
            # `an offer the board accepted`: for the body whose board it is, where that was asked.
            by = () if any(d.to for d in near if d.told_in(reply.passage)) else by
        asked = {p for d in near for p in d.to}
        asking = {p for d in near for p in d.by}
        if not reply.by and reply.noun is not None and asking.issuperset(by) and asked.isdisjoint(by):
            # `her office said the invitation was accepted`: not by her who sent it.
            by = ()
        if not set(by) & (asked | asking) and set(reply.house) & asked:
            by = reply.house
        voice = Voice(by, houses)
        evidence = material.quotes.everywhere(reply.passage, reply.start, reply.end)
        if reply.opposes:
            by_contrary(near, reply, voice, evidence)
        elif reply.deed:
            by_deed(near, reply, voice, evidence)
        elif reply.task is not None:
            if not by_task(near, reply, voice, evidence):
                gist = plain(gist_of(reply.task)) - _HEEDS
                verb = plain(gist_of(reply.task.partition(" ")[0]))
                kin = [d for d in near if not gist or _have_common(gist, plain(d.gist), verb)]
                _by_place([d for d in kin if not d.told_in(reply.passage)], reply, voice, evidence)
        elif reply.noun is None:
            _by_place(near, reply, voice, evidence)
        else:
            inside = any(_beside(w, reply) for d in near for w in d.told_in(reply.passage))
            if _is_new(reply) and not inside and not reply.apposed:
                # `turned down a $40 offer`: none that was told before.
                _implied(drafts, reply, by, evidence)
            elif not _by_noun(near, reply, voice, evidence) and not reply.apposed:
                _implied(drafts, reply, by, evidence)


def _have_common(said: frozenset[str], wanted: frozenset[str], verb: frozenset[str]) -> bool:
    """Whether an answer shares more than its verb with what was wanted (unlike `pay half` and `pay early`)."""
    return bool((said & wanted) - verb) if wanted - verb else bool(said & wanted)


def _by_place(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> None:
    """A bare `refused` or `agreed` answers what was asked just before: in the same paragraph, or in the one before it
    if the one who answers was asked there."""
    if not voice.by and not reply.linked:
        return
    if reply.earlier:
        # `had offered to plead guilty, but the prosecutors had refused`
        drafts = [d for d in drafts if any(_had(w, reply) for w in d.told_in(reply.passage))]
    if reply.amount:
        drafts = [d for d in drafts if is_part(d.wants[0].what, reply.amount) is not None]
    asked = beside = [(w.end, d) for d in drafts for w in d.told_beside(reply.passage) if _just_before(w, reply)]
    if reply.linked:
        # Whoever it is put to: the grammar says what is meant.
        asked = [a for a in asked if not voice.asks(a[1]) and a[1].told_in(reply.passage)]
        if asked:
            last = max(asked, key=_place)[1]
            if voice.by or last.to:
                last.add(reply.kind, voice.by or last.to, evidence)
            return
        if not voice.by:
            return
    fitting = [a for a in asked if not voice.asks(a[1]) and (not a[1].to or voice.is_asked(a[1]))]
    if not fitting:
        asked = [(w.end, d) for d in drafts for w in d.told_above(reply.passage)]
        alone = reply.kind == "counters" and not {p for _, d in asked for p in d.to}
        fitting = [a for a in asked if not voice.asks(a[1]) and (alone or voice.is_asked(a[1]))]
    by = voice.by
    if not fitting and reply.pronoun:
        # Nobody answers an offer of his own: the pronoun stands for those to whom it was offered.
        fitting = [a for a in beside if a[1].kind in ("offer", "condition") and a[1].to and voice.asks(a[1])]
        offers = [a for a in fitting if a[1].kind == "offer"]
        fitting, by = (fitting, max(offers, key=_place)[1].to) if offers else ([], by)
    if fitting:
        last = max(fitting, key=_place)[1]
        # An offer and what it depends on are answered together.
        place = last.wants[0].passage
        bound = [
            d for _, d in fitting
            if d.by == last.by and ({d.kind, last.kind} == {"offer", "condition"} or _asked_along(d, last))
        ]  # fmt: skip
        for draft in (last, *(d for d in dict.fromkeys(bound) if d.told_in(place))):
            draft.to = draft.to or by
            whole = reply.amount and not is_part(draft.wants[0].what, reply.amount)
            draft.add("accepts" if whole else reply.kind, by, evidence)


def _asked_along(one: Draft, other: Draft) -> bool:
    """Whether two things are asked of the same party in one breath (`to recall them and to report`)."""
    same = one.wants[0].passage == other.wants[0].passage
    return same and "offer" not in (one.kind, other.kind) and bool(set(one.to) & set(other.to))


def _had(want: Want, reply: Reply) -> bool:
    """Whether something was wanted, in the same sentence, before what is told now."""
    said = want.passage.text[want.start - want.passage.start :]
    return want.end <= reply.start and said.startswith("had ")


def _place(told: tuple[int, Draft]) -> int:
    return told[0]


def _is_new(reply: Reply) -> bool:
    """Whether an answer speaks of a demand as of something not told yet (`turned down a $40 offer`)."""
    return reply.words.casefold().startswith(("a ", "an ")) and reply.kind == "rejects"


def _of_kin(reply: Reply) -> bool:
    """Whether the demand is that of somebody known only by whose kin he is (`her father’s offer`)."""
    words_ = reply.words.casefold()
    return words_.startswith(("his ", "her ", "their ", "my ")) and ("'s " in words_ or "’s " in words_)


def _implied(drafts: Drafts, reply: Reply, by: tuple[str, ...], evidence: tuple[Evidence, ...]) -> None:
    """A demand that is told only by its answer (`turned down the union’s offer`)."""
    if (
        reply.passage.is_summary
        or reply.opposed
        or _of_kin(reply)
        or not (reply.whose or (by and _is_new(reply)))
        or set(reply.whose) & set(by)
        or reply.noun not in (DEMAND_NOUNS | _OFFERED if reply.kind == "rejects" else DEMAND_NOUNS)
        or reply.partial
        or reply.words.casefold().startswith(("who ", "which ", "that "))
    ):
        return
    want = Want(
        reply.passage,
        reply.start,
        reply.end,
        KINDS.get(reply.noun, "offer"),
        reply.whose,
        by,
        reply.words,
        "told by its answer",
    )
    draft = Draft([want], reply.whose, by, gist_of(reply.words))
    draft.index()
    draft.add(reply.kind, by, evidence)
    drafts.add(draft)


def _by_noun(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> bool:
    """An answer to "the demands", "his proposal": those of the party named, told before it or in the same words.

    Returns whether there are any.
    """
    if not _EARLIER.isdisjoint(reply.words.casefold().split()):
        # `has refused two earlier requests`: other ones.
        return True
    inside = [d for d in drafts if any(_beside(w, reply) for w in d.told_in(reply.passage))]
    if reply.apposed:
        inside = [d for d in drafts if any(w.end <= reply.end for w in d.told_in(reply.passage))][-1:]
    fitting = inside or [
        d for d in drafts
        if _told_by(d, reply) and d.by and not voice.asks(d)
        and (not reply.whose or set(reply.whose) & set(d.by))
        and (voice.is_asked(d) if reply.opposed else not d.to or not voice.by or voice.is_asked(d))
    ]  # fmt: skip
    fitting = [d for d in fitting if not voice.asks(d) and not _is_object(d, reply)]
    if reply.noun not in _OF_SUITS:
        fitting = [d for d in fitting if d.wants[0].rule != SUIT]
    about = gist_of(reply.about) - DEMAND_NOUNS
    if about and not inside:
        # `the demand for an apology` is none for anything else.
        fitting = [d for d in fitting if overlap(about, d.gist) >= 0.5]
        if not fitting:
            return True
    if (reply.noun or "").endswith("s") and not inside:
        fitting = _of_kind(fitting, reply)
    if not fitting and reply.noun in KINDS and not reply.opposed:
        # Somebody else answers for the one who was asked: what the same paragraph tells before it.
        fitting = [
            d
            for d in drafts
            if d.kind == KINDS[reply.noun]
            and not voice.asks(d)
            and any(_just_before(w, reply) for w in d.told_beside(reply.passage))
        ]
    if not fitting:
        return False
    if not inside and not reply.partial and not (reply.noun or "").endswith("s"):
        called = [d for d in fitting if reply.noun in d.nouns]
        last = ([d for d in called if d.kind == KINDS.get(reply.noun or "")] or called)[-1:]
        # What an offer depends on is answered with it, each of several conditions as well.
        fitting = [
            d for d in fitting
            if d in last or (last and d.kind == "condition" and last[0].kind in ("offer", "condition")
                             and d.by == last[0].by and d.told_in(last[0].wants[0].passage))
        ]  # fmt: skip
    for draft in fitting:
        draft.to = draft.to or voice.by
        by = voice.by or draft.to
        if not by and reply.kind == "accepts":
            # That nobody has agreed tells nothing.
            continue
        if reply.partial:
            if not draft.answered:
                draft.add("unclear", by, evidence)
        else:
            draft.add(reply.kind, by, evidence)
    return True


def _is_object(draft: Draft, reply: Reply) -> bool:
    """Whether the noun of an answer names only what something is to be done to (`withdraw the draft`, `the draft`)."""
    noun = reply.noun or ""
    return noun not in DEMAND_NOUNS and draft.kind in ("demand", "request") and noun in draft.gist


_OF_SUITS = lexicon("petition appeal appeals request requests claim")
"""Nouns that may name a suit; a motion or a plan is something else."""
_OWN_KIND = lexicon("conditions offers proposals bids counterproposals")
"""Plurals that name one kind of demand only; `demands` may be whatever is wanted."""


def _of_kind(drafts: Sequence[Draft], reply: Reply) -> list[Draft]:
    """The demands that a plural names: those of its kind, of `both` the last two; where none is, those it may name."""
    noun = reply.noun or ""
    kind = KINDS.get(noun) if noun in _OWN_KIND else None
    same = [d for d in drafts if any(w.kind == kind for w in d.wants)] if kind is not None else list(drafts)
    if reply.words.casefold().startswith("both "):
        return same[-2:]
    return same or [d for d in drafts if noun in d.nouns or noun.removesuffix("s") in d.nouns]


def _just_before(want: Want, reply: Reply) -> bool:
    here = reply.passage
    return want.passage.document == here.document and want.passage.block == here.block and want.end <= reply.start


def _beside(want: Want, reply: Reply) -> bool:
    """Whether the answer is given in the phrase that names the demand (`rejected her terms, including …`)."""
    same = want.passage == reply.passage
    return (
        same and (want.members or (want.start < reply.end and reply.start < want.end)) and want.start >= reply.start - 1
    )


def _told_by(draft: Draft, reply: Reply) -> bool:
    """Whether a demand is told before its answer, be it in the same sentence."""
    first = draft.wants[0]
    same = first.passage == reply.passage and first.end <= reply.start
    return same or draft.told_before(reply.passage)
