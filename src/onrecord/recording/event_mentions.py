"""Mentions of happenings: what of a sentence's event, or of a bare trigger, can be compared with others."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotation.event_types import EMPTY_VERBS
from onrecord.recording.acts import Happening
from onrecord.recording.deeds import head_of, meanings, root
from onrecord.recording.gist import EMPTY
from onrecord.recording.lexicon import lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.types import Reality, RecordEvent, Span

SAME_WORD, OTHER_WORD, SAME_DEED, DOUBTED = 0.1, 0.2, 0.25, 0.35
"""The share of the fewer words around them that two mentions have in common at least: where one word tells both and is
known to tell a deed, by the event's type or by the list of deeds; where it is another word; where two words of one
meaning do; where the word says little, or tells a move of which a story tells many (to ask, to agree), or others are
named as the actors, which may be two names of one.

Chosen on twelve topics of ECB+, which tells few events often, and on the records of our own stories, which tell many
events once or twice."""
_MOVES = frozenset("REQUEST AGREE REJECT ACCUSE THREATEN SUPPORT CONSULT CONCEDE SANCTION AID COOPERATE".split())
_TOLD: dict[Reality, str] = {
    "asserted": "done", "alleged": "done", "planned": "ahead", "possible": "ahead", "negated": "no", "denied": "no"
}
"""What a reality says of a deed. What is planned and what is done stay two events: the one may come without the
other."""
_LITTLE = EMPTY_VERBS | lexicon(
    "say tell report announce reveal confirm claim write state add warn deny call ask give see hold find show release "
    "issue post include put set bring move turn lead follow base offer plan change work look try like love hate know "
    "believe think want wish hope mean involve concern locate contain consist live belong own expect feel reach face "
    "allow cause relate"
)
_REACH = 60
"""How far from its trigger, in characters, the words around a mention stand: what else a sentence tells says little."""
_WORD = re.compile(r"[a-z]+")
_PART = re.compile(r"\S+")
_AFTER = re.compile(r"\s+([\w’'-]+)")
_BESIDE = re.compile(r"(?:[\w’'.,-]+\s+){1,4}\Z")
_ORDER = lexicon(
    "first second third fourth fifth sixth seventh eighth ninth tenth initial final last latest next previous earlier "
    "later another other"
)
_OUTSIDE = re.compile(
    r".*(?:[.,;:](?=\s)|\b(?:of|in|on|at|to|for|with|by|from|and|or|but|that|which|who|after|before|during|is|was|were|has|had"
    r"|said)\s)",
    re.S,
)
"""What ends before a noun's own words begin."""
_NAMES_NOTHING = lexicon("The A An This That These Those His Her Its Their Our")


Which = tuple[frozenset[str], frozenset[str]]
"""What tells one of many apart: names; numbers and places in a row."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words that tell of a happening, in a passage.

    `trigger`: the word, as offsets in the passage's document; `event`: what is told, None of a bare trigger; `told`:
    what its reality says of the deed; `day`: first and last, None where it is not dated; `old`: whether that is long
    before the text; `root`: of the word; `keys`: what it may tell, its root first, then deeds by number (see `deeds`);
    `words`: what else stands around it; `which`: what tells it apart from others of its kind; `actors`: those that are
    named, and the `states`, towns and bodies of states among them; `needs`: what share of the words has to agree at
    least.
    """

    passage: Passage
    trigger: Span
    event: RecordEvent | None
    told: str
    day: tuple[str, str] | None
    old: bool
    root: str
    keys: tuple[str | int, ...]
    words: frozenset[str]
    which: Which
    actors: frozenset[str]
    states: frozenset[str]
    needs: float


@dataclass(frozen=True, slots=True)
class _Word:
    """A mention of which only the word is read."""

    passage: Passage
    trigger: Span
    event: RecordEvent | None
    reality: Reality
    keys: tuple[str | int, ...]


class Mentions:
    """The mentions of a story: those by its events, in their order, and those by bare triggers in reading order.

    What stands around a word is read only where another mention may tell the same: most words of a story tell something
    once.
    """

    def __init__(self, material: Material, happenings: Sequence[Happening]) -> None:
        self._material = material
        self._words: dict[tuple[int, int], list[tuple[int, str]]] = {}
        told = [_word(h.passage, _told_by(h), h.event, h.event.reality) for h in happenings]
        taken = {(w.passage.document, w.trigger[0]) for w in told}
        bare = [w for w in self._bare() if (w.passage.document, w.trigger[0]) not in taken]
        often = Counter(key for word in (*told, *bare) for key in word.keys)
        self.events = [self._mention(w, alone=all(often[k] == 1 for k in w.keys)) for w in told]
        self.bare = [self._mention(w) for w in bare if any(often[k] > 1 for k in w.keys)]

    def _bare(self) -> Iterator[_Word]:
        for document, item in enumerate(self._material.documents):
            for trigger in item.annotations.triggers:
                passage = self._material.quotes.passage_at(document, trigger.start)
                if passage is not None and trigger.end <= passage.end:
                    yield _word(passage, (trigger.start, trigger.end), None, trigger.reality)

    def _mention(self, word: _Word, *, alone: bool = False) -> Mention:
        passage, trigger, event, own = word.passage, word.trigger, word.event, str(word.keys[0])
        told = _TOLD[word.reality]
        if alone:
            return Mention(passage, trigger, event, told, None, False, own, word.keys, _NONE, _ANY, _NONE, _NONE, 1.0)
        low, high = trigger[0] - passage.start, trigger[1] - passage.start
        type_ = None if event is None else event.type
        known = type_ is not None or len(word.keys) > 1
        needs = DOUBTED if type_ in _MOVES or own in _little() else SAME_WORD if known else OTHER_WORD
        day = None if event is None or event.date is None else (event.date, event.end or event.date)
        old = day is not None and _is_long_before(day[1], self._material.published(passage.document))
        named = self._material.parties.is_named
        actors = _NONE if event is None else frozenset(p for p in event.actor if named(p))
        states = frozenset(filter(self._is_of_a_state, actors))
        is_noun = event is None or (event.rule or "").startswith("noun ")
        which = _which(passage.text, low) if is_noun else _ANY
        words = self._around(passage, low, high) - {own}
        return Mention(passage, trigger, event, told, day, old, own, word.keys, words, which, actors, states, needs)

    def _is_of_a_state(self, party: str) -> bool:
        known = self._material.parties.get(party)
        return known.kind == "place" or (known.country is not None and known.kind != "person")

    def _around(self, passage: Passage, low: int, high: int) -> frozenset[str]:
        key = (passage.document, passage.start)
        known = self._words.get(key)
        if known is None:
            found = ((m.start(), m[0]) for m in _WORD.finditer(passage.text.lower()))
            known = self._words[key] = [(at, root(word)) for at, word in found if word not in EMPTY]
        return frozenset([word for at, word in known if low - _REACH <= at <= high + _REACH])


_NONE: frozenset[str] = frozenset()
_ANY: Which = (_NONE, _NONE)


def _word(passage: Passage, trigger: Span, event: RecordEvent | None, reality: Reality) -> _Word:
    low, high = trigger[0] - passage.start, trigger[1] - passage.start
    word = passage.text[low:high].lower()
    after = _AFTER.match(passage.text, high)
    deeds = meanings(word, "" if after is None else after[1].lower())
    return _Word(passage, trigger, event, reality, (root(word), *sorted(deeds)))


def _told_by(h: Happening) -> Span:
    """The word of an event's trigger that tells the deed, where the trigger is a phrase."""
    start, end = h.trigger
    if " " not in h.passage.text[start - h.passage.start : end - h.passage.start]:
        return start, end
    words = list(_PART.finditer(h.passage.text, start - h.passage.start, end - h.passage.start))
    if len(words) < 2:
        return start, end
    head = head_of(" ".join(w[0].lower() for w in words))
    word = next((w for w in words if w[0].lower() == head), words[0])
    return h.passage.start + word.start(), h.passage.start + word.end()


def _which(text: str, at: int) -> Which:
    """The names before a noun of a text, and what numbers or orders it, in lower case: `the Luna 24 mission`, `a deadly
    second strike`."""
    found = _BESIDE.search(text, max(0, at - _REACH), at)
    if found is None:
        return _ANY
    words = _OUTSIDE.sub("", found[0]).split()
    beside = itertools.takewhile(lambda w: w[0].isupper() or w[0].isdigit(), reversed(words))
    names = frozenset(_bare(w) for w in beside if w not in _NAMES_NOTHING and not w[0].isdigit())
    return names, frozenset(w for w in map(str.lower, words) if w[0].isdigit() or w in _ORDER)


def _is_long_before(day: str, published: str | None) -> bool:
    """Whether a day lies more than a year before a text that tells of it: what the text dates by no day does not."""
    return published is not None and published[:4].isdecimal() and day < f"{int(published[:4]) - 1:04}{published[4:]}"


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").rstrip("'")


@functools.cache
def _little() -> frozenset[str]:
    return frozenset(map(root, _LITTLE))
