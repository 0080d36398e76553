"""Which demand is answered by what somebody does, will or will not do."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.recording.answers import Reply
from onrecord.recording.answers_amounts import is_part
from onrecord.recording.answers_drafts import Draft, Voice
from onrecord.recording.answers_synonyms import plain
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.wants_words import MONEY
from onrecord.types import Evidence

_STOPS = lexicon("stop end halt cease suspend drop abandon withdraw lift")
_PRONOUNS = lexicon("them him so one that me us you")
_PAYS = lexicon("pay raise increase improve ransom higher")
_LEAVES = lexicon("leave resign stop")
"""What is done or not done whole, so that the verb alone says it."""


def by_task(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> bool:
    """An answer that says what was to be done: the latest demand of that, made of the one who answers."""
    assert reply.task is not None
    gist = plain(gist_of(reply.task))
    for draft in reversed(drafts):
        asked = not draft.to or voice.is_asked(draft)
        if asked and not voice.asks(draft) and overlap(plain(draft.gist - _STOPS), gist) >= 0.5:
            draft.to = draft.to or voice.by
            draft.add(reply.kind, voice.by, evidence)
            return True
    return False


def by_deed(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> None:
    """What is done or refused answers the latest demand for it that was told before.

    What is asked must be what is done: most of its words, the verb or one that means the same among them.
    """
    assert reply.task is not None
    gist = plain(gist_of(reply.task))
    content = gist - _PRONOUNS
    for draft in reversed(drafts):
        if draft.kind == "offer" or not draft.told_before(reply.passage) or voice.asks(draft):
            continue
        if draft.told_in(reply.passage):
            continue
        is_asked = voice.is_asked(draft)
        wanted = plain(draft.gist)
        same = len(wanted & gist) >= min(2, len(wanted)) and overlap(wanted, gist) >= 0.6
        same = same and (len(wanted) > 1 or is_asked)
        # `would not rehire them`: the verb alone, of the one who was asked.
        same = same or (len(content) == 1 and content <= wanted and is_asked)
        same = same or (is_asked and bool(content & wanted & _LEAVES) and _first(reply.task) in _LEAVES & wanted)
        # `would send the letters this week`: the verb and what it is done to, whatever else is said.
        same = same or (is_asked and _first(reply.task) in wanted and len(wanted & content) >= 2)
        # `the law would not be touched`, whatever was to be done with it.
        untouched = reply.strict and reply.kind == "rejects" and len(content) <= 3 and _about(content, wanted)
        same = same or (untouched and is_asked)
        asked = is_asked if voice.by and draft.to else True
        if reply.strict and not is_asked:
            continue
        kind = reply.kind
        if kind == "accepts" and is_part(draft.wants[0].what, reply.task):
            # `took back 12 of them`
            kind = "partly"
            same = same or (is_asked and _first(reply.task) in wanted)
        refused = reply.kind == "rejects" and is_asked and not reply.strict and not gist.isdisjoint(_PAYS)
        if asked and (same or (refused and MONEY.search(draft.wants[0].what) is not None)):
            draft.add(kind, voice.by or draft.to, evidence)
            return


_TOUCHES = lexicon("touch change alter amend revise rewrite review reconsider drop withdraw lift return remove move")


def _about(content: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether what is not to be changed is what was to be."""
    return bool(content & _TOUCHES) and bool((content - _TOUCHES) & wanted)


def _first(task: str) -> str:
    """The first word of what is done, in its plain form: its verb."""
    if " back reinstate" in task:
        return "reinstate"
    return next(iter(plain(gist_of(task.split()[0]))), "")


def by_contrary(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> None:
    """Who will stay rejects a demand that he leave; who has confidence in somebody, that he be dismissed."""
    for draft in reversed(drafts):
        told = draft.told_before(reply.passage) or any(w.end <= reply.start for w in draft.told_in(reply.passage))
        if draft.kind == "offer" or not told or voice.asks(draft):
            continue
        verb = plain(frozenset(w for w in draft.gist if w in reply.opposes or plain(frozenset([w])) & reply.opposes))
        if not verb & reply.opposes:
            continue
        if reply.about and not gist_of(reply.about) - _PRONOUNS & draft.gist:
            # `will keep a low profile` answers nothing that is asked of something else.
            continue
        # Others may stand by the one who is to go.
        about = set(reply.whose) & set(draft.to) or (reply.whose and _names(draft, reply))
        if voice.is_asked(draft) or about:
            draft.add(reply.kind, voice.by, evidence)
            return


def _names(draft: Draft, reply: Reply) -> bool:
    """Whether a demand names the one whom an answer speaks of."""
    return bool(draft.gist & gist_of(reply.words) - _PRONOUNS)
