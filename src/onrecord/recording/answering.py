"""Which demand an answer answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.recording.answers import THINGS, Reply
from onrecord.recording.counterparts_houses import Houses
from onrecord.recording.gist import gist_of, overlap
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.names import words
from onrecord.recording.passages import Passage, merged
from onrecord.recording.statements import Speakers
from onrecord.recording.wants_parts import Want
from onrecord.recording.wants_words import DEMAND_NOUNS, KINDS, MONEY
from onrecord.types import Answer, DemandKind, Evidence

_STOPS = lexicon("stop end halt cease suspend drop abandon withdraw lift")
_PUT_FORWARD = lexicon(
    "settlement deal package approach terms plan overture overtures compromise concessions proposal idea suggestion"
)
"""Nouns for an offer or the conditions of one."""
_ASKED = lexicon(
    "demand demands request requests call calls plea pleas appeal appeals condition conditions ultimatum"
)
"""Nouns for whatever is wanted."""
_OFFERED = lexicon("settlement deal package approach")
"""What is offered, also where no offer is told."""
_REACH = 20
"""How many documents back an answer may find its demand; further back another matter is meant."""


@dataclass(slots=True, eq=False)
class Draft:
    """A demand while its mentions and answers are gathered."""

    wants: list[Want]
    by: tuple[str, ...]
    to: tuple[str, ...]
    gist: frozenset[str]
    answers: list[Answer] = field(default_factory=list)
    withdrawn: bool = False
    inferred: bool = False
    """Whether one of its sides was taken from what is told nearby."""
    _places: dict[tuple[int, int], list[Want]] = field(default_factory=dict)
    _blocks: dict[tuple[int, int], list[Want]] = field(default_factory=dict)
    _nouns: set[str] = field(default_factory=set)

    def index(self) -> None:
        """Make ready for answers, once all mentions are gathered."""
        texts: set[str] = set()
        for want in self.wants:
            passage = want.passage
            self._places.setdefault((passage.document, passage.start), []).append(want)
            self._blocks.setdefault((passage.document, passage.block), []).append(want)
            texts.update(words(passage.text))
        kinds = {w.kind for w in self.wants}
        self._nouns = {n for n in DEMAND_NOUNS if KINDS[n] in kinds or n in texts} | (THINGS & texts)
        if kinds & {"offer", "condition"}:
            self._nouns |= _PUT_FORWARD
        if kinds - {"offer"}:
            self._nouns |= _ASKED

    def told_in(self, passage: Passage) -> Sequence[Want]:
        """Its mentions in a passage."""
        return self._places.get((passage.document, passage.start), ())

    def told_beside(self, passage: Passage) -> Sequence[Want]:
        """Its mentions in the paragraph of a passage."""
        return self._blocks.get((passage.document, passage.block), ())

    def told_above(self, passage: Passage) -> Sequence[Want]:
        """Its mentions in the paragraph before that of a passage."""
        return self._blocks.get((passage.document, passage.block - 1), ())

    @property
    def nouns(self) -> set[str]:
        """The nouns that an answer may name it by."""
        return self._nouns

    @property
    def kind(self) -> DemandKind:
        """What it was first told as."""
        return self.wants[0].kind


class Drafts:
    """The demands of a story, found by who makes them, by deadline and by document."""

    def __init__(self) -> None:
        self.all: list[Draft] = []
        self._by_party: dict[str, list[Draft]] = {}
        self._by_deadline: dict[int, Draft] = {}
        self._by_document: dict[int, list[Draft]] = {}

    def add(self, draft: Draft) -> None:
        """A new demand."""
        self.all.append(draft)
        for party in draft.by:
            self._by_party.setdefault(party, []).append(draft)
        deadline = draft.wants[0].deadline
        if deadline is not None:
            self._by_deadline[deadline] = draft
        self._by_document.setdefault(draft.wants[0].passage.document, []).append(draft)

    def made_by(self, parties: Sequence[str]) -> list[Draft]:
        """The last demands of any of some parties, in the order in which they were told."""
        return [d for p in parties for d in self._by_party.get(p, [])[-100:]]

    def of_deadline(self, number: int | None) -> Draft | None:
        """The demand that a deadline goes with."""
        return None if number is None else self._by_deadline.get(number)

    def near(self, document: int) -> list[Draft]:
        """The demands that are told first in a document or in one of those before it."""
        return [d for n in range(max(0, document - _REACH), document + 1) for d in self._by_document.get(n, [])]


def answer(
    material: Material, drafts: Drafts, replies: Sequence[Reply], speakers: Speakers, houses: Houses
) -> None:
    """Add every answer to the demands that it answers; each is sought in its document and the twenty before it."""
    for draft in drafts.all:
        draft.index()
    for reply in replies:
        near = drafts.near(reply.passage.document)
        if reply.withdraws:
            _withdraw(near, reply)
            continue
        by = reply.by
        if reply.stranger:
            continue
        if not by and not reply.apposed:
            told = speakers.at(reply.passage.document, reply.start)
            by = () if told is None or told.statement.source is None else (told.statement.source,)
        asked = {p for d in near for p in d.to}
        asking = {p for d in near for p in d.by}
        if not set(by) & (asked | asking) and set(reply.house) & asked:
            by = reply.house
        voice = Voice(by, houses)
        evidence = material.quotes.everywhere(reply.passage, reply.start, reply.end)
        if reply.deed:
            _by_deed(near, reply, voice, evidence)
        elif reply.task is not None:
            if not _by_task(near, reply, voice, evidence):
                _by_place([d for d in near if not d.told_in(reply.passage)], reply, voice, evidence)
        elif reply.noun is None:
            _by_place(near, reply, voice, evidence)
        else:
            inside = any(_beside(w, reply) for d in near for w in d.told_in(reply.passage))
            if _is_new(reply) and not inside and not reply.apposed:
                # `turned down a $40 offer`: none that was told before.
                _implied(drafts, reply, by, evidence)
            elif not _by_noun(near, reply, voice, evidence) and not reply.apposed:
                _implied(drafts, reply, by, evidence)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who answers, and whom he speaks for."""

    by: tuple[str, ...]
    houses: Houses

    def asks(self, draft: Draft) -> bool:
        """Whether a demand is his own."""
        return bool(set(draft.by) & set(self.by))

    def is_asked(self, draft: Draft) -> bool:
        """Whether a demand is put to him, or to the body that he speaks for."""
        stands = bool(self.houses.stand(draft.to) & self.houses.stand(self.by))
        return stands or self.houses.head(self.by, draft.to)


def _by_place(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> None:
    """A bare `refused` or `agreed` answers what was asked just before: in the same paragraph, or in the one before it
    if the one who answers was asked there."""
    if not voice.by or reply.earlier:
        return
    asked = [(w.end, d) for d in drafts for w in d.told_beside(reply.passage) if _just_before(w, reply)]
    if reply.linked:
        # Whoever it is put to: the grammar says what is meant.
        asked = [a for a in asked if not voice.asks(a[1]) and a[1].told_in(reply.passage)]
        if asked:
            _add(max(asked, key=_place)[1], Answer(reply.kind, voice.by, evidence))
            return
    fitting = [a for a in asked if not voice.asks(a[1]) and (not a[1].to or voice.is_asked(a[1]))]
    if not fitting:
        asked = [(w.end, d) for d in drafts for w in d.told_above(reply.passage)]
        fitting = [a for a in asked if not voice.asks(a[1]) and voice.is_asked(a[1])]
    if fitting:
        last = max(fitting, key=lambda a: a[0])[1]
        # An offer and what it depends on are answered together.
        place = last.wants[0].passage
        bound = [d for _, d in fitting if d.by == last.by and {d.kind, last.kind} == {"offer", "condition"}]
        for draft in (last, *(d for d in dict.fromkeys(bound) if d.told_in(place))):
            draft.to = draft.to or voice.by
            _add(draft, Answer(reply.kind, voice.by, evidence))


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
    draft = Draft([want], reply.whose, by, gist_of(reply.words), [Answer(reply.kind, by, evidence)])
    draft.index()
    drafts.add(draft)


def _withdraw(drafts: Sequence[Draft], reply: Reply) -> None:
    """Who takes back his own demand: the last one of his that goes by the noun."""
    own = [
        d for d in drafts if set(d.by) & set(reply.by) and (_before(d, reply.passage) or bool(d.told_in(reply.passage)))
    ]
    fitting = [d for d in own if reply.noun in d.nouns]
    if fitting:
        fitting[-1].withdrawn = True


def _by_task(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> bool:
    """An answer that says what was to be done: the latest demand of that, made of the one who answers."""
    assert reply.task is not None
    gist = gist_of(reply.task)
    for draft in reversed(drafts):
        asked = not draft.to or voice.is_asked(draft)
        if asked and not voice.asks(draft) and overlap(draft.gist - _STOPS, gist) >= 0.5:
            draft.to = draft.to or voice.by
            _add(draft, Answer(reply.kind, voice.by, evidence))
            return True
    return False


def _by_deed(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> None:
    """What is done or refused answers the latest demand for it that was told before.

    What is asked must be what is done: most of its words, the verb or one that means the same among them.
    """
    assert reply.task is not None
    gist = _plain(gist_of(reply.task))
    for draft in reversed(drafts):
        if draft.kind == "offer" or not _before(draft, reply.passage) or voice.asks(draft):
            continue
        if draft.told_in(reply.passage):
            continue
        wanted = _plain(draft.gist)
        same = len(wanted & gist) >= min(2, len(wanted)) and overlap(wanted, gist) >= 0.6
        same = same and (len(wanted) > 1 or voice.is_asked(draft))
        # `would not rehire them`: the verb alone, of the one who was asked.
        same = same or (len(gist - _PRONOUNS) == 1 and gist - _PRONOUNS <= wanted and voice.is_asked(draft))
        paid = bool(gist & _PAYS) and MONEY.search(draft.wants[0].what) is not None
        asked = voice.is_asked(draft) if voice.by and draft.to else True
        if asked and (same or (paid and reply.kind == "rejects" and voice.is_asked(draft))):
            _add(draft, Answer(reply.kind, voice.by or draft.to, evidence))
            return


_PRONOUNS = lexicon("them him so one that")
_PAYS = lexicon("pay raise increase improve ransom higher")
_SAME = (
    ("stop", "halt end cease suspend"), ("free", "release"), ("withdraw", "pull"), ("pay", "wire transfer settle"),
    ("reinstate", "rehire reinstatement rehiring"), ("free", "release"), ("return", "hand"), ("open", "reopen"),
    ("resign", "quit resignation step"), ("take", "takeover"), ("withdraw", "withdrawal"),
)  # fmt: skip
_PLAIN = {word: plain for plain, words_ in _SAME for word in words_.split()}


def _plain(gist: frozenset[str]) -> frozenset[str]:
    """A gist with one word for all that mean the same."""
    return frozenset(_PLAIN.get(w, w) for w in gist)


def _by_noun(drafts: Sequence[Draft], reply: Reply, voice: Voice, evidence: tuple[Evidence, ...]) -> bool:
    """An answer to "the demands", "his proposal": those of the party named, told before it or in the same words.

    Returns whether there are any.
    """
    inside = [d for d in drafts if any(_beside(w, reply) for w in d.told_in(reply.passage))]
    if reply.apposed:
        inside = [d for d in drafts if any(w.end <= reply.end for w in d.told_in(reply.passage))][-1:]
    fitting = inside or [
        d for d in drafts
        if _told_by(d, reply) and d.by and not voice.asks(d)
        and (not reply.whose or set(reply.whose) & set(d.by))
        and (voice.is_asked(d) if reply.opposed else not d.to or not voice.by or voice.is_asked(d))
    ]  # fmt: skip
    fitting = [d for d in fitting if not voice.asks(d)]
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
        fitting = [d for d in fitting if reply.noun in d.nouns][-1:]
    for draft in fitting:
        draft.to = draft.to or voice.by
        by = voice.by or draft.to
        if not by and reply.kind == "accepts":
            # That nobody has agreed tells nothing.
            continue
        if reply.partial:
            if not draft.answers:
                draft.answers.append(Answer("unclear", by, evidence))
        else:
            _add(draft, Answer(reply.kind, by, evidence))
    return True


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
    return same or _before(draft, reply.passage)


def _before(draft: Draft, passage: Passage) -> bool:
    first = draft.wants[0].passage
    return (first.document, first.start) < (passage.document, passage.start)


def _add(draft: Draft, answer: Answer) -> None:
    for n, known in enumerate(draft.answers):
        if known.kind == answer.kind and set(known.by) & set(answer.by):
            draft.answers[n] = Answer(known.kind, known.by, merged(known.evidence, answer.evidence))
            return
    draft.answers[:] = [a for a in draft.answers if a.kind != "unclear"]
    draft.answers.append(answer)
