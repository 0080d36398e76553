"""What the trained network says of the names that the rules find: a vote on their kind, and on what is none.

Evidence of the rules (a title, a given name, a gazetteer) goes before it. Where they have none, the kind is the one
that the network gives most of a name's mentions in the document. Of ordinary words whose capitals a headline or the
opening of a sentence explains, nothing is left if the network takes none of them for a name.
"""

from __future__ import annotations

import bisect
import collections
import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.annotation.name_runs import COMMON_ENDINGS, opens
from onrecord.annotation.names import Name
from onrecord.annotation.syntax import Sentence, in_title_case
from onrecord.annotation.tagging import tables
from onrecord.types import PartyKind

if TYPE_CHECKING:
    from onrecord.annotation.encoder import heads

KINDS: Mapping[str, PartyKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
"""The kinds that the network's types of names stand for; MISC is none of them."""
_SHAPE = frozenset({"acronym", "capitals within"})
"""Rules that go by a name's capitals only."""


def voted(
    names: Sequence[Name], sentences: Sequence[Sentence], seen: Sequence[heads.Name]
) -> list[Name]:
    """The names with the network's votes, without those that are none.

    Args:
        names: what the rules found in a document, in order.
        sentences: the document's.
        seen: the names that the network sees in it, in order.
    """
    starts = [name.span[0] for name in seen]
    votes: dict[str, collections.Counter[str]] = {}
    asked: collections.Counter[str] = collections.Counter()
    for name in names:
        k = max(0, bisect.bisect_right(starts, name.start) - 1)
        types = [n.type for n in seen[k : k + 2] if n.span[0] < name.end and name.start < n.span[1]]
        votes.setdefault(name.text, collections.Counter()).update(types[:1])
        asked[name.text] += 1
    kinds = {text: _elected(found, asked[text]) for text, found in votes.items()}
    states = {name.text for name in names if " " not in name.text and _stands_for_place(name, sentences)}
    # The network does not know every state, and takes some for people.
    kinds = {text: None if kind == "person" and text in states else kind for text, kind in kinds.items()}
    # A firm that bears its founder's name is no person: `Quill Foods`, of Ada Quill's.
    kinds = {text: None if kind == "person" and _ends_in_plural(text) else kind for text, kind in kinds.items()}
    within = {name.text for name in names if not _explained(name, sentences[name.sentence])}
    kept: list[Name] = []
    for name in names:
        kind = kinds[name.text]
        weak = name.kind is None and name.rule == "capitals"
        if weak and not votes[name.text] and name.text not in within and _is_ordinary(name.text):
            continue
        if name.rule in _SHAPE and kind is not None and kind != name.kind:
            name = dataclasses.replace(name, kind=None)
        kept.append(dataclasses.replace(name, vote=kind) if name.kind is None else name)
    return kept


def _elected(found: collections.Counter[str], mentions: int) -> PartyKind | None:
    """The kind that the network gives more than half of a name's mentions."""
    if not found:
        return None
    best = max(found, key=lambda kind: (found[kind], kind))
    return KINDS.get(best) if 2 * found[best] > mentions else None


_PLACING = frozenset("in near off across into inside outside throughout".split())
_RULED = frozenset(
    "government ministry navy army military police coast waters border president minister ambassador embassy".split()
)


def _stands_for_place(name: Name, sentences: Sequence[Sentence]) -> bool:
    """Whether a preposition of place stands before a name, or what states have behind it: `Orrland’s navy`."""
    lower = sentences[name.sentence].lower
    behind = lower[name.last : name.last + 3]
    owns = behind[:1] in (["'s"], ["’s"]) and bool(_RULED & set(behind[1:]))
    return owns or (name.first > 0 and lower[name.first - 1] in _PLACING)


def _explained(name: Name, sentence: Sentence) -> bool:
    """Whether a name's capitals may be those of a headline, or of the opening of a sentence."""
    return in_title_case(sentence.words) or (name.last - name.first == 1 and opens(sentence, name.first))


def _ends_in_plural(text: str) -> bool:
    """Whether a name of several words ends in an ordinary word for several things."""
    last = text.lower().rsplit(" ", 1)[-1] if " " in text else ""
    return last.endswith("s") and last in tables().words and last.removesuffix("s") in tables().words


def _is_ordinary(text: str) -> bool:
    """Whether all words of a name are in the dictionary of ordinary ones, or formed like them."""
    known = tables().words
    return all(
        w in known or w.removesuffix("s") in known or (len(w) > 6 and w.endswith(COMMON_ENDINGS))
        for w in text.lower().split()
    )
