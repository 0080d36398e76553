"""People who are named beside what they are: `his father, Jon Ek`, `Jon Ek, the boy’s father`.

Elsewhere the text may call them by that word alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.recording.lexicon import PERSONS, SECOND

_BEFORE = re.compile(
    r"(?<!\bto )(?<!\bfor )(?:\b(?:his|her|their|its|the|a)|['’]s?)"
    r"(?:\s(?!(?:for|to|with|from)\b)[\w-]+){0,3}?\s([\w-]+),\s\Z",
    re.I,
)
"""`the minister, Jon Ek`; of `an aide to the minister, Jon Ek` nothing tells who the minister is."""
_AFTER = re.compile(r",\s(?:his|her|their|its|the|[\w.]+['’]s|a)(?:\s[\w-]+){0,2}?\s([\w-]+)(?=[,.;\s])", re.I)


def after_comma(text: str, start: int) -> bool:
    """Whether a comma and a blank stand before an offset."""
    return start > 1 and text[start - 2] == "," and text[start - 1].isspace()


def roles_beside(text: str, start: int, end: int, *, alone: bool = False) -> tuple[str, ...]:
    """The nouns of kinship, office or trade that stand in apposition to a name.

    Args:
        text: the document's.
        start: where the name begins, an offset in the text.
        end: where it ends.
        alone: leave out the offices of a second (`the deputy mayor, Ada Lund`), whom nobody calls by the office alone.
    """
    before = _BEFORE.search(text, max(0, start - 60), start) if after_comma(text, start) else None
    after = _AFTER.match(text, end, min(len(text), end + 60))
    found = [m for m in (before, after) if m is not None and m[1].casefold() in PERSONS]
    return tuple(m[1].casefold() for m in found if not (alone and SECOND & set(m[0].casefold().split())))


def bearers(text_mentions: Iterable[tuple[str, Sequence[tuple[int, int, str]]]]) -> dict[str, str]:
    """For each such noun that goes with exactly one party in the story: the party.

    `text_mentions`: the documents' texts, each with its mentions as start, end, party.
    """
    found: dict[str, set[str]] = {}
    for text, mentions in text_mentions:
        for start, end, party in mentions:
            for role in roles_beside(text, start, end, alone=True):
                found.setdefault(role, set()).add(party)
    return {role: min(parties) for role, parties in found.items() if len(parties) == 1}
