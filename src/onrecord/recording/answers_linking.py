"""Which demand a reaction answers: scored by who reacts, how, what it names again, and how near it stands.

The rules for answers name their demand by a noun, or say most of its words again. News often does neither: `asked for a
guarantee … would not give guarantees`, `wants $8 million … would not pay a ransom`. A reaction is tied to an open
demand of the one who reacts if the two have enough in common for what it says; a plain refusal needs less than a deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.recording.answers import Reply
from onrecord.recording.answers_amounts import amount_in, is_part
from onrecord.recording.answers_drafts import Draft, Drafts, Voice
from onrecord.recording.answers_synonyms import plain
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.gist import gist_of
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.statements import Speakers
from onrecord.recording.wants_words import MONEY

_VAGUE = lexicon(
    "make take give get do put go come keep let time year month week day one two three first second last other such "
    "million billion percent cent per dollar euro pound "
    "them him me us you who which people government company country part number case side own same back end"
)
"""Words that tie nothing to anything."""
_PAYS = lexicon("pay raise transfer settle ransom money cash fund")
_NEED = {"refusal": 1.5, "promise": 1.5, "offer": 1.5, "will": 2.5, "deed": 2.5, "suffered": 2.5}
"""How much a reaction must have in common with a demand, by what it says: words, of which the verb counts."""
_LEAD = 4
"""Up to which block of a report the news stands; the title and the dateline are blocks, too."""
_EARLIER = re.compile(r"\b(?:had|have|has)\b|\b(?:called|urged|asked|demanded|pressed|begged|wrote|petitioned)\b", re.I)
_COURTS = lexicon("judge magistrate court tribunal justice bench")
_NEAR = 3
"""How many paragraphs on a reaction that names nothing again may stand."""


@dataclass(frozen=True, slots=True)
class _Link:
    score: float
    place: tuple[int, int]
    draft: Draft


def link(
    material: Material,
    drafts: Drafts,
    kept: Sequence[Draft],
    reactions: Sequence[Reply],
    speakers: Speakers,
    houses: Houses,
) -> None:
    """Tie each reaction to the open demand that it answers, if there is one; what rules have answered stays.

    Args:
        material: the story.
        drafts: all demands of the story.
        kept: those that are put on record, with whom they are put to.
        reactions: what parties say or do, in reading order.
        speakers: whose words stand where.
        houses: whom people speak for.
    """
    opened = {id(d) for d in kept if not d.answered and not d.withdrawn}
    kin = _Kin(material)
    found: dict[int, tuple[_Link, Reply, tuple[str, ...]]] = {}
    for reply in reactions if opened else ():
        near = [
            d for d in drafts.near(reply.passage)
            if id(d) in opened and (_is_before(d, reply) or _is_lead(d, reply))
        ]  # fmt: skip
        if not near:
            continue
        by = _speaker(reply, speakers)
        voice = Voice((*by, *reply.house), houses)
        links = [one for d in near if (one := _link(material, kin, d, reply, voice, near)) is not None]
        if not links:
            continue
        best = max(links, key=lambda f: (f.score, f.place))
        known = found.get(id(best.draft))
        if known is None or best.score >= known[0].score:
            found[id(best.draft)] = best, reply, by
    for best, reply, by in found.values():
        draft = best.draft
        part = reply.kind == "accepts" and is_part(draft.wants[0].what, reply.task or "")
        own = not by or set(by) & set(draft.by)
        evidence = material.quotes.everywhere(reply.passage, reply.start, reply.end)
        draft.add("partly" if part else reply.kind, draft.to if own else by, evidence)



def share(material: Material, kept: Sequence[Draft]) -> None:
    """Give what answers one demand to the others for the same thing, of the same party, that are told before it.

    Who refuses to resign refuses all who have called on him to, not only the one told of last.
    """
    by_party: dict[tuple[str, ...], list[Draft]] = {}
    for draft in kept:
        if draft.to and draft.kind != "offer" and not draft.withdrawn:
            by_party.setdefault(tuple(sorted(draft.to)), []).append(draft)
    for drafts in by_party.values():
        last = next((d for d in reversed(drafts[-_NEAR_BY:]) if d.answered), None)
        for draft in drafts[-_NEAR_BY:] if last is not None else ():
            if last is None or draft.answered or not _is_same(draft, last):
                continue
            first = draft.wants[0].passage
            text = material.documents[first.document].document.id
            for given in last.answers():
                after = [e for e in given.evidence if e.document == text and e.start >= draft.wants[0].end]
                if given.kind in ("accepts", "rejects") and after and not set(given.by) & set(draft.by):
                    draft.add(given.kind, given.by, given.evidence)


_NEAR_BY = 40
"""How many of the demands of one party that are told last are compared with each other."""


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two demands are for the same thing: for leaving, or in the same words."""
    if _gone(one.wants[0].what) and _gone(other.wants[0].what):
        return True
    a, b = plain(one.gist), plain(other.gist)
    return len(a) > 1 and a == b


def _speaker(reply: Reply, speakers: Speakers) -> tuple[str, ...]:
    """Who reacts: the subject; or who speaks, where that is a pronoun or no party."""
    if reply.by or reply.house:
        return reply.by or reply.house
    told = speakers.at(reply.passage.document, reply.start)
    return () if told is None or told.statement.source is None else (told.statement.source,)


def _is_before(draft: Draft, reply: Reply) -> bool:
    inside = draft.told_in(reply.passage)
    if inside:
        return all(w.end <= reply.start for w in inside)
    return draft.told_before(reply.passage)


def _is_lead(draft: Draft, reply: Reply) -> bool:
    """Whether a demand is told as what came before the news that answers it (`vetoed it … had urged her to veto`)."""
    first, here = draft.wants[0].passage, reply.passage
    if reply.shape != "deed" or first.document != here.document or here.block > _LEAD or first.block <= here.block:
        return False
    return _EARLIER.search(first.text) is not None


_REACTS = frozenset(["refuse", "decline", "agree", "consent"])
"""Verbs that presuppose that one was asked: a pronoun that seems to stand for the one who asks stands for the other."""


def _link(
    material: Material, kin: _Kin, draft: Draft, reply: Reply, voice: Voice, near: Sequence[Draft]
) -> _Link | None:
    """How well a reaction answers a demand; None where it does not."""
    own = voice.asks(draft)
    turned = own and reply.pronoun and reply.verb in _REACTS and reply.shape != "bare"
    if (own and not turned) or (draft.kind == "offer" and reply.shape in ("deed", "suffered", "will")):
        return None
    is_asked = turned or (bool(voice.by) and (voice.is_asked(draft) or (not own and kin.tied(voice.by, draft.to))))
    if not is_asked and (draft.to or reply.shape != "suffered" or voice.by):
        return None
    place = (draft.wants[0].passage.document, draft.wants[0].start)
    beside = _distance(draft, reply)
    if reply.shape == "bare":
        fits = is_asked and not turned
        return _Link(3.0 - beside, place, draft) if fits and beside <= _NEAR else None
    wanted = plain(draft.gist) | _gone(draft.wants[0].what)
    said = plain(gist_of(reply.task or "")) | _gone(reply.task or "")
    empty = _VAGUE | _names(material, draft, voice)
    common = frozenset(w for w in (wanted & said) - empty if not w.isdigit())
    rare = [w for w in common if sum(w in plain(d.gist) for d in near) <= max(1, len(near) // 3)]
    verb = plain(frozenset([reply.verb]))
    same_verb = bool(verb & _done_by(draft))
    content = [w for w in wanted - _VAGUE if not w.isdigit()]
    score = len(common) + 0.5 * len(rare) + (2 * len(common) >= len(content) > 0) + 0.5 * (beside == 0)
    paid = is_asked and not (said | verb).isdisjoint(_PAYS) and (
        not wanted.isdisjoint(_PAYS) or MONEY.search(draft.wants[0].what) is not None
    )
    mine, other = amount_in(draft.wants[0].what), amount_in(reply.task or "")
    alike = mine is not None and other is not None and mine[1] == other[1] != ""
    if reply.shape == "offer" and is_asked:
        score += 1.5 * alike
    score += paid + 0.5 * (paid and alike)
    if score < (_NEED[reply.shape] if is_asked else 3.0) + 0.5 * turned or not (common or paid or alike):
        return None
    if reply.shape in ("deed", "suffered") and not (same_verb or paid):
        return None
    if reply.kind == "accepts" and _first(reply) & _STAYS and not _first(reply) & _done_by(draft):
        # Who vows to remain in the race does not drop out of it.
        return None
    done = verb | _first(reply)
    if reply.kind in ("accepts", "partly") and not (paid and alike) and not common - done and set(content) - done:
        # `pay 80 percent of them` is not `pay in advance`, nor `released a statement` the release of a crew
        return None
    return _Link(score + is_asked - 0.1 * min(beside, 9), place, draft)


def _distance(draft: Draft, reply: Reply) -> int:
    """How many paragraphs a reaction stands after the nearest telling of a demand; many where in another document."""
    here = reply.passage
    gaps = [
        here.block - w.passage.block for w in draft.wants
        if w.passage.document == here.document and not w.passage.is_summary and w.passage.block <= here.block
    ]  # fmt: skip
    return min(gaps, default=9)


def _done_by(draft: Draft) -> frozenset[str]:
    """What is to be done, in its plain form: the verb of a task, the noun of a thing (`the release of the crew`)."""
    for word in draft.wants[0].what.split()[:4]:
        gist = gist_of(word)
        if gist:
            return plain(gist)
    return frozenset()


def _first(reply: Reply) -> frozenset[str]:
    """The verb of what is promised, in its plain form."""
    return plain(gist_of((reply.task or "").partition(" ")[0]))


_GOES = re.compile(
    r"\A(?:to )?(?:(?:step|stand|drop|bow|pull|back|get) (?:aside|down|out)|resign|quit|give up|leave|exit"
    r"|withdraw from (?:the|his|her) (?:\w+ )?(?:race|contest|campaign)"
    r"|(?:abandon|end|suspend) (?:the|his|her) (?:bid|campaign|candidacy))\b", re.I
)
"""Begins what one does who leaves his office or a race."""


def _gone(task: str) -> frozenset[str]:
    """One word for leaving an office or a race, however it is told (`stand down`, `quit`, `drop out`)."""
    return frozenset(["resign"]) if _GOES.match(task) else frozenset()


_STAYS = lexicon("remain stay continue keep stand persist")


class _Kin:
    """Which parties answer for one another by their names; remembers those that it was asked of."""

    def __init__(self, material: Material) -> None:
        self._parties = material.parties
        self._known: dict[str, tuple[frozenset[str], bool]] = {}
        self._tied: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

    def tied(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether the name of one party holds that of another (`Norrvik Mills`, `Norrvik Mills’ chairman`)."""
        key = one, other
        if key not in self._tied:
            self._tied[key] = self._are_tied(one, other)
        return self._tied[key]

    def _are_tied(self, one: Sequence[str], other: Sequence[str]) -> bool:
        others = [self._named(b) for b in other]
        for a in one:
            own, bench = self._named(a)
            for name, benches in others:
                # A judge answers for the court.
                if (own and name and (own <= name or name <= own)) or (bench and benches):
                    return True
        return False

    def _named(self, party: str) -> tuple[frozenset[str], bool]:
        """The proper words of a party's name, and whether it is a court or a judge."""
        if party not in self._known:
            name = self._parties.get(party).name
            self._known[party] = _proper(name), not _COURTS.isdisjoint(words(name))
        return self._known[party]


def _proper(name: str) -> frozenset[str]:
    """The words of a name that begin with a capital, without endings that say whose."""
    kept = (w.removesuffix("’s").removesuffix("'s").strip(".,") for w in name.split() if not w[0].islower())
    return frozenset(w for w in kept if w not in ("The", "Of"))


def _names(material: Material, draft: Draft, voice: Voice) -> frozenset[str]:
    """The words of the names of those who ask, are asked and answer, which tie nothing."""
    known = (material.parties.get(p).name for p in (*draft.by, *draft.to, *voice.by))
    return plain(frozenset(g for n in known for g in gist_of(" ".join(words(n)))))
