"""Demands and their answers, across the documents of a story."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from onrecord.recording.answering import answer
from onrecord.recording.answers import Reply, replies_of
from onrecord.recording.answers_amounts import amounts_of
from onrecord.recording.answers_bare import bare_replies_of
from onrecord.recording.answers_contrary import contraries_of
from onrecord.recording.answers_deeds import deeds_of
from onrecord.recording.answers_drafts import Draft, Drafts
from onrecord.recording.answers_fates import fates_of
from onrecord.recording.answers_linking import link, share
from onrecord.recording.answers_reactions import reactions_of
from onrecord.recording.answers_rulings import rulings_of
from onrecord.recording.answers_times import answer_by_time
from onrecord.recording.complements import completed, is_empty, is_past, past_aside
from onrecord.recording.counterparts import Rivals, are_kin, from_nearby
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.demands_again import without_repeats
from onrecord.recording.demands_meant import (
    AT_LARGE,
    aim_bargains,
    aim_bids,
    is_of_another,
    is_plan,
    is_private,
    is_quarrel,
    leans_on_quarrel,
    told_by_answer,
    without_clients,
    without_hollow,
)  # fmt: skip
from onrecord.recording.gathering import Gathered
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage, merged
from onrecord.recording.referents import Referents
from onrecord.recording.statements import Speakers
from onrecord.recording.wants import Wants
from onrecord.recording.wants_parts import Want
from onrecord.types import Answer, Demand, DemandState

TIMED = "time granted"
"""The rule of what is known only by the time that was given for it."""
_STATES: dict[str, DemandState] = {
    "accepts": "accepted", "rejects": "rejected", "partly": "partly", "unclear": "unclear", "counters": "pending",
}  # fmt: skip


def demands_of(
    material: Material,
    deadlines: Sequence[Gathered],
    wants: Sequence[Want],
    replies: Sequence[Reply],
    speakers: Speakers,
) -> tuple[Demand, ...]:
    """The demands of a story with their answers, in the order in which they are first told.

    A demand that is told again (by the same party, about the same thing) is one demand. What was granted time for
    ("gave the union until Friday to vote") is demanded.
    """
    drafts = Drafts()
    for want in wants:
        _gather(drafts, want)
    drafts = without_repeats(material, drafts)
    for draft in drafts.all:
        for n in {w.deadline for w in draft.wants if w.deadline is not None}:
            if deadlines[n].unheeded:
                draft.add("rejects", draft.to, deadlines[n].unheeded)
            elif deadlines[n].lapsed(material.as_of):
                draft.lapsed = True
            if deadlines[n].state == "withdrawn" and draft.wants[0].rule == TIMED:
                # What is known only by its time goes with it.
                draft.withdrawn = True
        first = draft.wants[0]
        if first.rule == "as asked, refused":
            draft.add("rejects", draft.to, material.quotes.everywhere(first.passage, first.start, first.end))
        if first.rule in ("at the request", "as asked"):
            # What is done at somebody's request is granted.
            draft.add("accepts", draft.to, material.quotes.everywhere(first.passage, first.start, first.end))
    houses = Houses(material)
    answer(material, drafts, replies, speakers, houses)
    aim_bids(drafts.all)
    aim_bargains(drafts.all)
    pressed = frozenset(p for d in drafts.all for p in d.to)
    # What is offered in exchange for something is a bargain, and no plan.
    pressed |= frozenset(p for d in drafts.all if d.wants[0].rule == "in return" for p in d.by)
    meant = [d for d in drafts.all if not is_plan(material, d, pressed) and not is_private(material, d)]
    quarrel = is_quarrel(material, meant, deadlines)
    if quarrel:
        unnamed = [d for d in meant if not d.to and is_of_another(d)]
        from_nearby(material, meant, deadlines, houses)
        kin = [d for d in meant if not d.wants[0].to and any(are_kin(material, p, d.by) for p in d.to)]
        for draft in (*unnamed, *kin):
            draft.to = ()
    else:
        meant = [d for d in meant if d.answered or not leans_on_quarrel(d)]
    kept = without_hollow([d for d in meant if d.by and not is_plan(material, d, pressed)])
    rivals = Rivals(material, kept, deadlines, houses)
    for draft in kept:
        if not quarrel or draft.to or draft.wants[0].named or draft.wants[0].rule in AT_LARGE or is_of_another(draft):
            continue
        rivals.fill(draft)
    for draft in kept:
        draft.to = without_clients(material, draft)
    link(material, drafts, kept, [r for r in replies if r.shape], speakers, houses)
    answer_by_time(material, kept, deadlines, houses)
    share(material, kept)
    for draft in kept:
        draft.to = told_by_answer(draft)
    return tuple(_finish(material, d, n) for n, d in enumerate(kept, 1))


def find_replies(material: Material, referents: Referents) -> tuple[Reply, ...]:
    """Every answer that the story gives to something wanted, in reading order."""
    return tuple(r for p in material.passages for r in _replies(material, referents, p))


def _replies(material: Material, referents: Referents, passage: Passage) -> list[Reply]:
    """The answers of a passage; what one rule finds in some words no later one finds again."""
    fates = [*fates_of(referents, passage), *rulings_of(referents, passage)]
    out = [r for r in _answers(material, referents, passage)
           if not any(f.start < r.end and r.start < f.end for f in fates)]  # fmt: skip
    return [*fates, *out]


def _answers(material: Material, referents: Referents, passage: Passage) -> list[Reply]:
    out = bare_replies_of(referents, passage)
    for reply in (
        *replies_of(material, referents, passage), *contraries_of(referents, passage),
        *amounts_of(referents, passage), *deeds_of(referents, passage),
    ):  # fmt: skip
        if not any(b.noun is b.task is None and b.start < reply.end and reply.start < b.end for b in out):
            out.append(reply)
    named = [b for b in out if b.noun is not None]
    return out + [
        r for r in reactions_of(referents, passage)
        if r.shape != "bare" or not any(b.start < r.end and r.start < b.end for b in named)
    ]  # fmt: skip


def find_wants(
    material: Material, wanted: Wants, deadlines: Sequence[Gathered], speakers: Speakers
) -> list[Want]:
    """Every mention of something wanted: what is granted time for, and what sentences say. The body comes first."""
    granted: dict[tuple[int, int], list[Want]] = {}
    for n, deadline in enumerate(deadlines):
        for want in _timed(deadline, n):
            granted.setdefault((want.passage.document, want.passage.start), []).append(want)
    out: list[Want] = []
    # The body is read before what stands for it, so that a demand bears the body's words.
    for passage in sorted(material.passages, key=lambda p: (p.is_summary, p.document, p.start)):
        found = wanted.of(passage)
        bounds = [t for t in granted.get((passage.document, passage.start), []) if not _is_asked_for(t, found)]
        timed = [whole for t in bounds if (whole := whole_want(t)) is not None]
        out.extend(timed)
        for bare in found:
            complete = whole_want(bare)
            if complete is None:
                continue
            want = complete
            if any(t.start < want.end and want.start < t.end for t in timed):
                continue
            if want.rule == "willing to do" and speakers.at(passage.document, want.start) is None:
                # The text's own guess at what somebody might do is no offer.
                continue
            if _is_long_ago(material, passage, want.start) or _is_of_others(material, want, speakers):
                continue
            if not want.what or (want.pronoun and _is_somebody_else(material, wanted, want)) or _is_law(material, want):
                continue
            want = _of_ultimatum(_of_bidder(_spoken(want, speakers), out), out)
            if want.rule == "duty" and _is_own_country(material, want):
                continue
            if want.by or want.rule != "duty":
                out.append(want)
    return out


def _is_asked_for(timed: Want, found: Sequence[Want]) -> bool:
    """Whether time is only asked for (`asked the board to give it 90 days to make a bid`), and by nobody granted."""
    return any(w.start < timed.start < w.end and w.kind != "condition" and _GIVE.match(w.what) for w in found)


_GIVE = re.compile(r"(?:give|grant|allow|extend)\b")


def whole_want(want: Want) -> Want | None:
    """A want with the complement that its verb needs; None where it says nothing without one (`asked them to meet`)."""
    if want.kind != "condition" and is_past(want.what):
        return None
    text, at = want.passage.text, want.passage.start
    start = text.rfind(want.what, want.start - at, want.end - at)
    spread = start < 0 and is_empty(want.what)
    start = text.find(want.what, want.start - at) if spread else start
    following = text[start + len(want.what) :]
    what = want.what if start < 0 else completed(past_aside(want.what, following), following)
    return None if what is None or (start < 0 and spread) else dataclasses.replace(want, what=what)


def _is_law(material: Material, want: Want) -> bool:
    """Whether a parliament requires it: what a law says is asked of nobody in particular."""
    text = material.documents[want.passage.document].document.text
    return "requir" in text[want.start : want.start + 20].casefold() and any(
        _LAWGIVERS.search(material.parties.get(p).name) for p in want.by
    )


_LAWGIVERS = re.compile(r"\b(?:Congress|Parliament|Senate|Legislature|House of Representatives|Assembly)\b")


def _is_somebody_else(material: Material, wanted: Wants, want: Want) -> bool:
    """Whether `he` or `she` was taken for another than the one whom the sentences just before name first or are about.

    Then who is meant is not sure enough for a demand.
    """
    if len(want.by) != 1 or material.parties.get(want.by[0]).kind != "person":
        return False
    passage = want.passage
    before = [p for p in reversed(material.passages_before(passage, 2)) if p.block >= passage.block - 1]
    for place in (passage, *before):
        end = want.start if place is passage else place.end
        named = [m[2] for m in material.parties.within(passage.document, place.start, end)]
        people = [p for p in named if material.parties.get(p).kind == "person"]
        if people:
            return want.by[0] != people[0] and (place is passage or want.by != wanted.about(place))
    return False


def _is_own_country(material: Material, want: Want) -> bool:
    """Whether somebody says what his own country must do: what he thinks right, and no demand on another party."""
    by, to = ([material.parties.get(p) for p in side] for side in (want.by, want.to))
    states = {p.country for p in to if p.kind == "place" or p.role == "government"}
    return bool(states) and all(p.kind == "person" and p.country in states for p in by)


def _is_of_others(material: Material, want: Want, speakers: Speakers) -> bool:
    """Whether `they` is said in a quotation, and cannot be the one who is quoted (`“They want money,” Lund said`)."""
    if not want.pronoun:
        return False
    told = speakers.at(want.passage.document, want.start)
    source = None if told is None else told.statement.source
    crowd = bool(want.by) and all(material.parties.get(p).kind == "group" for p in want.by)
    if source is not None and source not in want.by and not crowd:
        return False
    text = material.documents[want.passage.document].document.text
    if told is None:
        before = text[want.passage.start : want.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return any(
        set(text[max(0, start - 1) : start + 1]) & _MARKS
        for start, end in told.annotation.content
        if start <= want.start < end
    )


_MARKS = frozenset("\"“‘'")


def _is_long_ago(material: Material, passage: Passage, offset: int) -> bool:
    """Whether what is told is history: `In 1977 he asked …`, years before the report."""
    day = material.published(passage.document)
    if day is None:
        return False
    end = max(0, offset - passage.start)
    for year in _IN_YEAR.finditer(passage.text, 0, end):
        # `Ek, whose family sold out in 1977, said he would …` tells when something else was.
        aside = year[0].startswith("in") and "," in passage.text[year.end() : end]
        if int(year[1]) < int(day[:4]) - 1 and not aside:
            return True
    return False


_IN_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]+ |the (?:early |late |mid-)?)?((?:19|20)\d\d)s?\b")


def _timed(deadline: Gathered, number: int) -> list[Want]:
    """What was granted time for: a demand by the one who set the deadline."""
    set_by, on = deadline.parties()
    if not set_by or not on:
        return []
    out = []
    for due in deadline.dues:
        if due.rule in ("granted", "bound", "within", "had") and due.what:
            what = due.what.removeprefix("to ").removeprefix("must ")
            if what in ("do so", "do it", "do that"):
                # What is to be done is said elsewhere.
                continue
            if what.split(" ")[0] in _MAY and not what.startswith(_OWED):
                # Time to appeal is a right, not a duty.
                continue
            if what.startswith(("would ", "will ")):
                # What somebody says he will do by a day.
                continue
            if what.startswith("accept its ") and what.endswith((" bid", " offer")):
                # How long an offer is open for.
                continue
            what = what.removesuffix(" and")
            # What must be done to somebody is asked of others.
            to = () if what.startswith("be ") else on
            out.append(
                Want(due.passage, due.start, due.end, "demand", set_by, to, what, TIMED, deadline=number)
            )
    return out


def _of_bidder(want: Want, told: Sequence[Want]) -> Want:
    """What an offer is said to hang on (`The offer is conditional on …`) is a condition of the last bidder."""
    opened = want.passage.text[: want.start - want.passage.start].casefold()
    if want.by or want.rule != "in return" or not _OFFER.search(opened):
        return want
    last = next((w for w in reversed(told) if w.kind == "offer" and w.passage.document == want.passage.document), None)
    return want if last is None else dataclasses.replace(want, by=last.by, to=want.to or last.to)


def _of_ultimatum(want: Want, told: Sequence[Want]) -> Want:
    """What `the ultimatum` also calls for is wanted by the one who gave time last, of the same party."""
    opened = want.passage.text[: want.start - want.passage.start].casefold()
    if want.by or not opened.rstrip().removesuffix(" also").endswith("ultimatum"):
        return want
    last = next((w for w in reversed(told) if w.rule == TIMED and w.passage.document == want.passage.document), None)
    return want if last is None else dataclasses.replace(want, by=last.by, to=want.to or last.to)


_OFFER = re.compile(r"\b(?:the|its|both|this) (?:offer|bid|tender offer|proposal|transaction|acquisition)s?\b")
_OWED = ("file a defence", "file a defense", "file a response", "file its", "file a plan", "file a report", "file his")
_MAY = lexicon("appeal challenge object comment contest file refile amend")


_BY_SPEAKER = frozenset(["threat", "duty", "of oneself", "in return", "not until", "if they"])
"""The rules for what the speaker demands."""


def _spoken(want: Want, speakers: Speakers) -> Want:
    """What a threat demands is demanded by the one who makes the threat: its speaker."""
    if want.rule not in _BY_SPEAKER or (want.by and want.rule != "threat"):
        return want
    told = speakers.at(want.passage.document, want.start)
    source = None if told is None else told.statement.source
    if source is None or source in want.to:
        return want
    if want.by and not want.pronoun and told is not None and told.statement.source_kind not in ("named", "office"):
        # `Norway will stop the ferries unless …, officials said`: Norway demands it, whoever tells.
        return want
    return Want(want.passage, want.start, want.end, want.kind, (source,), want.to, want.what, want.rule)


_PRONOUNS = lexicon("them him me us you")


def _gather(drafts: Drafts, want: Want) -> None:
    gist = gist_of(want.what) - _PRONOUNS
    known = drafts.of_deadline(want.deadline)
    if want.passage.is_summary and known is None:
        # A headline or key point tells again what the body tells, whoever it says to want it.
        same = [d for d in drafts.all if len(d.gist & gist) >= 3 and overlap(d.gist, gist) >= 0.6]
        known = next((d for d in same if d.wants[0].kind == want.kind or len(same) == 1), None)
        if known is None and want.passage.kind == "title" and want.to:
            own = [d for d in drafts.all if d.wants[0].passage.document == want.passage.document]
            told = [d for d in own if d.to == want.to and d.wants[0].kind == want.kind]
            known = told[0] if len(told) == 1 and told[0].gist & gist else None
    if known is not None:
        known.wants.append(want)
        return
    for draft in drafts.made_by(want.by):
        # A headline or key point may call the one who is asked by another name.
        same_to = not draft.to or not want.to or bool(set(draft.to) & set(want.to)) or want.passage.is_summary
        alike = overlap(draft.gist, gist) if same_to else 0.0
        if alike < 0.5 or (alike < 0.8 and _beside(draft, want)):
            continue
        if not _reprices(draft, want):
            draft.wants.append(want)
            draft.to = draft.to or want.to
            return
    drafts.add(Draft([want], want.by, want.to, gist))


def _beside(draft: Draft, want: Want) -> bool:
    """Whether the sentence of a draft asks for this as well, in the same way: what it asks for twice is two things."""
    return any(w.passage == want.passage and w.rule == want.rule for w in draft.wants)


def _reprices(draft: Draft, want: Want) -> bool:
    """Whether an offer names another price or percentage than an offer told before it: a new one."""
    prices, before = (set(map(max, _PRICE.findall(w.what))) for w in (want, draft.wants[0]))
    return want.kind == "offer" and bool(prices and before) and prices.isdisjoint(before)


_PRICE = re.compile(
    r"[$€£¥](\d[\d,.]*\d|\d)|\b(\d[\d,.]*\d|\d) ?(?:%|per ?cent\b|pence\b|(?:million|billion|trillion|thousand|bn|m)\b)"
)


def _is_half(asked: Sequence[str], answers: Sequence[Answer]) -> bool:
    """Whether of several who were asked fewer have said yes; one may go by another name than where he was asked."""
    told = {p for a in answers if a.kind == "accepts" for p in a.by}
    return 0 < len(told) < len(set(asked))


def _finish(material: Material, draft: Draft, number: int) -> Demand:
    answers = draft.answers()
    state: DemandState = _STATES[answers[-1].kind] if answers else "unclear" if draft.lapsed else "pending"
    if state == "accepted" and _is_half(draft.to, answers):
        state = "partly"
    if draft.withdrawn:
        state = "withdrawn"
    return Demand(
        id=f"d{number}",
        kind=draft.kind,
        by=draft.by,
        to=draft.to,
        what=draft.wants[0].what,
        answers=answers,
        state=state,
        evidence=merged(*(material.quotes.everywhere(w.passage, w.start, w.end) for w in draft.wants)),
        rule=draft.wants[0].rule,
    )
