"""The words before a claim, where its own leave untold of whom or of what they speak.

`It fell off the road`, `these talks are over`: whom or what such a line means is told by the text before it. Where a
rule can tell it, the line says so itself (`claim_pronouns`); where none can, the line keeps the exact words before,
the nearest that name somebody or something of the kind that is meant. A reader sees then what a reader of the text
saw, and nothing is guessed.
"""

from __future__ import annotations

import re

from onrecord.recording.claim_lines import is_plural
from onrecord.recording.lexicon import PERSONS, lexicon
from onrecord.recording.material import Material
from onrecord.recording.passages import Passage
from onrecord.recording.statements import Told
from onrecord.types import BlockKind, Evidence

_BACK = 4
"""How many sentences back the words may stand."""
_LONG = 500
"""How many characters the words may have where they are more than one sentence."""
_LONGEST = 700
"""How long one sentence may be."""
_FEW = 4
"""Of fewer words is nothing that tells."""
_ONE = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.I)
_SEVERAL = re.compile(
    r"\b(?:they|them|their|theirs|both|others?|(?:the|another|all|those|these)\s(?:two|three|four))\b", re.I
)
_SUCH = re.compile(
    r"\b(?:this|these|that|those|such)\s(?!is|was|are|were|will|would|has|have|can|could|may|might|does|did|should|means)"
    r"(?P<noun>[a-z][a-z-]{3,})\b(?!['’])",
    re.I,
)
_HANGS = re.compile(
    r"[“\"‘`]|(?:and\s|but\s|so\s|even\s|then\s|\w+ly\s)?(?:[\w’'-]+\s){0,3}?(?:he|she|it|they|this|that|these|those|both|his|her"
    r"|their|its)\b",
    re.I,
)
"""A sentence that points back to what stands before it, or goes on with somebody's words."""
_SOMEBODY = lexicon(
    """man men woman women boy boys girl girls child children teenager victim suspect gunman driver student players
    mother father son daughter wife husband baby"""
)
_WORD = re.compile(r"[\w’'-]+")
_READ: frozenset[BlockKind] = frozenset({"title", "summary", "heading", "paragraph"})


def context_of(material: Material, item: Told, line: str) -> Evidence | None:
    """The words before a statement that tell of whom or of what the line made from it speaks; None if there are none.

    They are exact words of the statement's own document, offsets in its text: one sentence or, up to 500 characters,
    the few up to the statement; no sentence of more than 700 characters.
    """
    annotation = item.annotation
    spans = sorted((*annotation.source, *annotation.cue, *annotation.content))
    passage = material.quotes.passage_at(item.document, spans[0][0]) if spans else None
    if passage is None:
        return None
    named = frozenset(m[2] for a, b in annotation.source for m in material.parties.within(item.document, a, b))
    own = named | {item.statement.source or ""}
    before = [p for p in material.passages_before(passage, _BACK) if p.kind in _READ]
    ahead = passage.text[: spans[0][0] - passage.start]
    end = passage.start + len(ahead.rstrip()) if len(_WORD.findall(ahead)) >= _FEW else None
    whole = [n for n, p in enumerate(before) if len(_WORD.findall(p.text)) >= _FEW]
    first = next((n for n in reversed(whole) if _tells(material, before[n], line, own)), max(whole, default=None))
    if first is None:
        return None if end is None else material.quotes.exact(item.document, passage.start, end)
    last = before[-1].end if end is None else end
    if last - before[first].start > _LONG:
        last = before[first].end
    while first and _HANGS.match(before[first].text) and last - before[first - 1].start <= _LONG:
        # Words that point back themselves tell with those before them.
        first -= 1
    start = before[first].start
    return material.quotes.exact(item.document, start, last) if last - start <= _LONGEST else None


def _tells(material: Material, passage: Passage, line: str, own: frozenset[str]) -> bool:
    """Whether a sentence names somebody or something of the kind that a line leaves untold."""
    words = passage.words
    if _ONE.search(line):
        kinds = (
            (m[2], material.parties.get(m[2]).kind)
            for m in material.parties.within(passage.document, passage.start, passage.end)
        )
        return any(k == "person" and p not in own for p, k in kinds) or not words.isdisjoint(PERSONS | _SOMEBODY)
    if _SEVERAL.search(line):
        return "and" in words or any(map(is_plural, words))
    such = _SUCH.search(line)
    if such is not None:
        stem = such["noun"].casefold()[:5].rstrip("s")
        return any(w.startswith(stem) for w in words) or passage.text[-1:] in '”"'
    return True
