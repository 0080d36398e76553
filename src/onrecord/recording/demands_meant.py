"""Which of the wants of a story are demands on a side, and which are plans, private matters or opinions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.recording.answers_drafts import Draft
from onrecord.recording.gathering import Gathered
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.moves import NETWORK
from onrecord.recording.wants_suits import SUIT
from onrecord.recording.wants_words import MONEY, PUBLIC

_FEW = 4
"""How many demands make a story one of a quarrel, however long it is."""
_RARE = 10
"""How many sentences to a demand make a story one of something else."""
_LEANING = frozenset(
    ["duty", "threat", "if they", "if it is", "in return", "not until", "willing to do", "tabled", NETWORK]
)
"""The rules for what is a demand only between two who want something of each other."""


def is_quarrel(material: Material, drafts: Sequence[Draft], deadlines: Sequence[Gathered]) -> bool:
    """Whether a story tells of sides that want something of each other, and not once or twice in passing.

    In other news what somebody should or would do is an opinion or a plan, and whoever is named nearby is not the one
    who is asked: of three hundred demands of such news that were read, those told so were right one time in five. What
    the network alone finds makes no quarrel: of seven such lines in other news two were right.
    """
    said = sum(not p.is_summary for p in material.passages)
    told = sum(d.wants[0].rule != NETWORK for d in drafts)
    return told >= _FEW or told * _RARE >= said or bool(deadlines)


def leans_on_quarrel(draft: Draft) -> bool:
    """Whether a want is a demand only where two sides want something of each other."""
    return draft.wants[0].rule in _LEANING


def without_hollow(drafts: Sequence[Draft]) -> list[Draft]:
    """The demands without those that say only that demands be met, by parties whose demands are told."""
    hollow = [d for d in drafts if d.wants[0].deadline is None and _HOLLOW.match(d.wants[0].what)]
    asking = {p for d in drafts if d not in hollow for p in d.by}
    return [d for d in drafts if d not in hollow or asking.isdisjoint(d.by)]


_HOLLOW = re.compile(
    r"(?:(?:his|her|its|their|our|the|these|those|all) ){1,2}"
    r"(?:demands?|conditions?|concerns?|terms|requests?|grievances)"
    r" (?:(?:is|are|was|were|be|being|fully) ){0,2}(?:met|addressed|satisfied|heeded|fulfilled|accepted|granted)\Z"
)
AT_LARGE = frozenset(["call for", "call on", "motion", "ask to do"])
"""The rules for what is wanted of nobody in particular, or of a court."""
_INQUIRIES = re.compile(
    r"(?:an?|the|its|another|full|new|\W)*(?:[\w-]+ ){0,3}(?:probe|inquiry|investigation|audit|examination|review)\b"
)


def is_of_another(draft: Draft) -> bool:
    """Whether what is wanted is not for the other side to do: an inquiry, or what a court is asked for."""
    first = draft.wants[0]
    return first.rule == SUIT or (first.rule == "verb with object" and _INQUIRIES.match(first.what) is not None)


def aim_bids(drafts: Sequence[Draft]) -> None:
    """Rival bids are for the same company: one that names none has the target of the others in its document."""
    targets: dict[int, set[tuple[str, ...]]] = {}
    for draft in drafts:
        if draft.kind == "offer" and draft.to:
            for document in {w.passage.document for w in draft.wants}:
                targets.setdefault(document, set()).add(draft.to)
    for draft in drafts:
        aimed = targets.get(draft.wants[0].passage.document, set())
        if not draft.to and draft.wants[0].rule == "bid" and len(aimed) == 1:
            draft.to = tuple(p for p in min(aimed) if p not in draft.by)


def aim_bargains(drafts: Sequence[Draft]) -> None:
    """Whoever is to do something first, or to answer, is the one to whom a thing is offered in the same sentence
    (`will pay if Norvik drops it`, `proposed a limit and asked both sides to answer`)."""
    conditions = {
        (d.wants[0].passage, d.by): d.to for d in drafts
        if d.to and (d.kind == "condition" or _REPLIES.match(d.wants[0].what))
    }  # fmt: skip
    for draft in drafts:
        what = draft.wants[0].what
        if draft.kind == "offer" and draft.by and not draft.to and not (" for " in what and MONEY.search(what)):
            draft.to = conditions.get((draft.wants[0].passage, draft.by), ())


_REPLIES = re.compile(r"(?:to )?(?:answer|respond|reply|decide|accept|vote|consider)\b")


def is_plan(material: Material, draft: Draft, pressed: frozenset[str]) -> bool:
    """Whether it is only somebody's plan: a proposal made to nobody that nobody answers.

    States propose to states; and who is `pressed`, of whom something is demanded, offers money to those who do.
    """
    if draft.kind != "offer" or draft.to or draft.answered:
        return False
    if draft.by and all(material.parties.get(p).role == "government" for p in draft.by):
        return False
    first = draft.wants[0]
    bargains = MONEY.search(first.what) is not None or first.rule in ("noun with infinitive", "verb with gerund")
    raised = first.rule == "offer of something" and _RAISE.search(first.what) is not None
    firm = raised or bool(draft.gist & _FIRM) or (bargains and bool(pressed & set(draft.by)))
    shown = first.rule == "tabled" and all(material.parties.get(p).kind == "person" for p in draft.by)
    return (first.rule in _PLANS or shown) and not firm


def is_private(material: Material, draft: Draft) -> bool:
    """Whether it is between people without a name or an office, or advice to the public."""
    by, to = ([material.parties.get(p) for p in side] for side in (draft.by, draft.to))
    if to and draft.wants[0].rule in _TO_DO and all(p.name.split()[-1].casefold() in PUBLIC for p in to):
        return True
    if any(p.name.casefold().removeprefix("the ") in _ANYBODY for p in by):
        return True
    if by and all(p.name.split()[-1].casefold() in _SOME for p in by):
        return True
    if by and all(p.kind != "person" and _NOBODY.search(p.name) for p in by):
        return True
    nobody = [p.kind == "person" and p.name.islower() and not _OFFICES & set(p.name.split()) for p in by]
    return bool(nobody) and all(nobody)


_RAISE = re.compile(r"(?:%|\b(?:percent|per cent|a share|a barrel|an hour|raise|pay rise)\b)")
_SOME = lexicon("people person someone somebody anyone everyone")
_NOBODY = re.compile(
    r"^(?:[Aa]ny|[Ee]very|[Ee]ach|[Nn]o) |^[’']"
    r"|\b(?:[Mm]y|[Oo]ur|[Yy]our|Act|Law|Bill|Amendment|Constitution|Code|FOIA|Treaty|Rules)\b"
)
"""What names of those have in them who demand nothing: laws, and what a speaker calls his own."""
_ANYBODY = lexicon("country nation world party")
_TO_DO = frozenset(["verb with infinitive", "call on", "duty"])
_OFFICES = lexicon(
    "judge magistrate prosecutor mediator arbitrator minister president premier mayor governor chancellor pope bishop "
    "king queen ambassador envoy spokesman spokeswoman official lawyer attorney defendant plaintiff "
    "chairman chairwoman director commissioner coroner lawmaker senator leader secretary chief manager superintendent "
    "administrator office chair"
)
"""What people hold who demand things in the name of others, be they named or not."""
_FIRM = lexicon(
    "truce ceasefire talk inquiry mediation arbitration exchange swap deal settlement compromise meeting raise amnesty "
    "patrol withdrawal remedy concession"
)
"""What is proposed to another side, and is no plan of one's own."""
_PLANS = frozenset(
    ["offer of something", "verb with gerund", "noun with infinitive", "noun with clause", "noun with for"]
)


def without_clients(material: Material, draft: Draft) -> tuple[str, ...]:
    """Who is asked, without the one for whom somebody asks (`lawyers for Lund asked for a delay`)."""
    first = draft.wants[0]
    place = first.passage
    text = material.documents[place.document].document.text
    named = material.parties.within(place.document, place.start, place.end)
    clients = {m[2] for m in named if _SPEAKS_FOR.search(text, max(place.start, m[0] - 60), m[0])}
    once = {p for p in clients if sum(m[2] == p for m in named) == 1}
    return tuple(p for p in draft.to if p not in once)


_SPEAKS_FOR = re.compile(
    r"\b(?:[Ll]awyers?|[Aa]ttorneys?|[Ss]olicitors?|[Bb]arristers?|[Cc]ounsel|[Ss]pokes\w+|[Aa]gents?|[Rr]epresentatives?"
    r"|[Nn]egotiators?|[Rr]elatives|[Ff]amily|[Aa]ides?) (?:for|of|representing) (?:the |[A-Z][\w.]* ){0,2}\Z"
)
"""Before the name of one for whom others speak."""


def told_by_answer(draft: Draft) -> tuple[str, ...]:
    """Who was asked, where nothing tells it but that he says yes or no."""
    if draft.to:
        return draft.to
    answers = [a for a in draft.answers() if a.kind in ("accepts", "rejects", "partly") and a.by]
    return () if not answers or set(answers[-1].by) & set(draft.by) else answers[-1].by
