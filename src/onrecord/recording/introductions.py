"""By what nouns a text introduces its parties, so that it can go on with them.

`Vesta Lines, an insurer of ships, …`, `the mediator, Ada Lund`, `insurer Vesta Lines`: the text may then speak of `the
insurer` and `the mediator`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from onrecord.recording.appositions import after_comma
from onrecord.recording.lexicon import SECOND, lexicon

_AFTER = re.compile(
    r",\s(?:which\sis\s|who\sis\s)?(?:a|an|the|its|his|her|their|one\sof\s(?:the|its))\s([^,.;:()\n]{3,70})"
)
_HEAD_ENDS = re.compile(
    r"\s(?:of|for|in|at|on|from|with|to|that|which|who|whose|where|and|by|based|named|called|behind|known|under|over)\b"
)
_BEFORE = re.compile(r"\b(?:the|a|an|its|his|her|their|[\w.]+['’]s)\s((?:[\w'’-]+\s){0,4}?[\w-]+),\s\Z", re.I)
_OTHERS = SECOND | lexicon("another other separate second third rival smaller sister different fellow")
"""What tells a party from the one that a text goes on with by the noun alone (`a separate union, the Coopers`, `the
deputy mayor, Ada Lund`)."""
_ENDS_NOUN = frozenset("abcdefghijklmnopqrstuvwxyz-")
_BESIDE = re.compile(r"(?<![\w'’-])([a-z][a-z-]{3,})\s\Z")


def nouns_beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """The nouns that stand in apposition to a name at `start` to `end`, in lower case."""
    found: list[str] = []
    after = _AFTER.match(text, end, min(len(text), end + 90))
    if after is not None:
        head = _HEAD_ENDS.split(after[1], maxsplit=1)[0].split()
        found.extend([] if _OTHERS & set(head) else head[-1:])
    before = _BEFORE.search(text, max(0, start - 60), start) if after_comma(text, start) else None
    if before is not None:
        words = before[1].split()
        found.extend([] if _OTHERS & set(words) else words[-1:])
    spaced = start > 1 and text[start - 1].isspace() and text[start - 2] in _ENDS_NOUN
    beside = _BESIDE.search(text, max(0, start - 24), start) if spaced else None
    if beside is not None:
        found.append(beside[1])
    behind = _BEHIND.match(text, end, min(len(text), end + 24))
    if behind is not None:
        # `the Norrvik Bladet newspaper`
        found.append(behind[1])
    return tuple(w.casefold() for w in found if w.replace("-", "").isalpha() and w.islower())


_BEHIND = re.compile(
    r"\s(?:news\s|rights\s|rebel\s|opposition\s)?(newspaper|agency|website|magazine|daily|tabloid|network|broadcaster|party"
    r"|movement|militia|airline|bank|charity|supermarket|brewery|shipyard|refinery|group|foundation|institute)\b"
)
"""What a body is, right behind its name."""


class Introductions:
    """Which parties a story introduces by a noun, and where."""

    def __init__(self, texts: Sequence[str], mentions: Sequence[Sequence[tuple[int, int, str]]]) -> None:
        self._places: dict[str, list[tuple[int, int, str]]] = {}
        self._nouns: dict[tuple[int, int], tuple[str, ...]] = {}
        for document, (text, own) in enumerate(zip(texts, mentions, strict=True)):
            for start, end, party in own:
                nouns = nouns_beside(text, start, end)
                if nouns:
                    self._nouns[document, start] = nouns
                for noun in nouns:
                    self._places.setdefault(noun, []).append((document, start, party))
        for places in self._places.values():
            places.sort()
        # Whom a noun means everywhere: the one party that the story ever introduces by it.
        self._only = {
            noun: places[0][2] for noun, places in self._places.items() if len({p for _, _, p in places}) == 1
        }

    def nouns(self, document: int, start: int) -> tuple[str, ...]:
        """The nouns beside the mention that starts at a place."""
        return self._nouns.get((document, start), ())

    def before(self, noun: str, document: int, offset: int) -> str | None:
        """The party that a document introduced by a noun last before a place."""
        places = self._places.get(noun, [])
        at = bisect.bisect_left(places, (document, offset, ""))
        return places[at - 1][2] if at and places[at - 1][0] == document else None

    def bearer(self, noun: str, document: int, offset: int) -> str | None:
        """Whom a noun means at a place: the party introduced by it last before, or the only one that ever is."""
        return self.before(noun, document, offset) or self._only.get(noun)
