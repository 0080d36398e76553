"""Which statements are told by others of the same record, so that a reader meets them once.

`The paper reports that Ek framed it as a bluff` is one statement of the paper and one of Ek; each stands on record, but
a page or a terminal that shows both says the same thing twice. Nothing is left out of the record by this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.exports.wording import is_sure
from onrecord.types import RecordStatement

_WORD = re.compile(r"[^\W_]+")
_MERE = frozenset(
    "the a an of for and or in on at to by with that this his her its their is are was were be whether".split()
)
_MOST = 0.7
"""From what share of its words on, what is told in another's words is told by those alone."""
_LEAST = 2
"""How many words a line has at least that another one tells as well."""
_NEAR = 50
"""Against how many lines of the same speaker a line is held."""


def told_by_others(statements: Iterable[RecordStatement]) -> frozenset[str]:
    """The ids of statements that a reader can do without.

    Of a statement in another one's words, the one that is passed on is shown where it is most of those words (it says
    who passed it on), else the whole. Of two lines of one speaker, in the same sense, the one all of whose words the
    other has is not shown again.
    """
    shown = {s.id: s for s in statements}
    out: set[str] = set()
    for inner in shown.values():
        outer = shown.get(inner.via or "")
        if outer is None or is_sure(outer) is not is_sure(inner) or outer.id in out or inner.id in out:
            continue
        within, around = Counter(_words(inner.text)), Counter(_words(outer.text))
        if not within or within - around:
            continue
        out.add(outer.id if within.total() >= _MOST * around.total() else inner.id)
    mine: dict[tuple[str, str, bool], list[tuple[RecordStatement, frozenset[str]]]] = {}
    for s in shown.values():
        if s.id in out:
            continue
        who = s.source or s.source_text
        words = frozenset(_words(s.text)) - _MERE
        near = mine.setdefault((who, s.stance, is_sure(s)), [])
        for other, others in near[-_NEAR:]:
            if who and min(len(words), len(others)) >= _LEAST and other.id not in out:
                if words <= others:
                    out.add(s.id)
                    break
                if others < words:
                    out.add(other.id)
        if s.id not in out:
            near.append((s, words))
    return frozenset(out)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
