"""Texts with known ancestry: sample texts that are abridged, expanded, reordered, retitled, hedged and merged.

Every operation is a function of the texts and of the random numbers that it is given. The texts it starts from, and so
those that come out, were written for this project and are in the public domain (CC0).
"""

from __future__ import annotations

import dataclasses
import random
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotation.sentences import split
from onrecord.editions.decision import SAME_TEXT
from onrecord.types import Block, Document, Source

Story = tuple[tuple[str, ...], ...]
"""Paragraphs of sentences."""

HEDGES = (
    ("said", "claimed"), ("says", "maintains"), ("will", "may"), ("would", "might"), ("confirmed", "suggested"),
    ("has", "is said to have"), ("is", "is thought to be"), ("was", "was reportedly"), ("were", "were apparently"),
)
_WORD = re.compile(r"\b(?:" + "|".join(word for word, _ in HEDGES) + r")\b")


@dataclass(frozen=True)
class Operation:
    """A way to make one text from others, and the relations of its first parent to it that are right."""

    name: str
    make: Callable[[Sequence[Story], random.Random], Story]
    right: frozenset[str]
    parents: int = 1


def story(document: Document) -> Story:
    """The body of a document, by paragraphs and sentences."""
    text, paragraphs = document.text, [b for b in document.body() if b.kind == "paragraph"]
    spans = split(document)
    found = (tuple(text[s:e] for s, e in spans if block.start <= s < block.end) for block in paragraphs)
    return tuple(paragraph for paragraph in found if paragraph)


def _cut(paragraphs: Story, share: float) -> Story:
    """The paragraphs from the first on that hold this share of the sentences."""
    wanted = max(2, round(share * sum(map(len, paragraphs))))
    out: list[tuple[str, ...]] = []
    for paragraph in paragraphs:
        if wanted > 0:
            out.append(paragraph[:wanted])
        wanted -= len(paragraph)
    return tuple(out)


def _abridge(parents: Sequence[Story], _: random.Random) -> Story:
    return _cut(parents[0], 0.5)


def _expand(parents: Sequence[Story], _: random.Random) -> Story:
    # The second text is what the later author adds; it is not a parent whose words anybody else has.
    return (*parents[0], *parents[1])


def _reorder(parents: Sequence[Story], random_: random.Random) -> Story:
    return tuple(random_.sample(parents[0], len(parents[0])))


def _hedge(parents: Sequence[Story], _: random.Random) -> Story:
    softer = dict(HEDGES)
    return tuple(
        tuple(_WORD.sub(lambda m: softer[m.group()], s, count=1) if n % 2 == 0 else s for n, s in enumerate(paragraph))
        for paragraph in parents[0]
    )


def _relead(parents: Sequence[Story], _: random.Random) -> Story:
    first = (parents[1][0][0], *parents[0][0][1:])
    return (first, *parents[0][1:])


def _whole(parents: Sequence[Story], _: random.Random) -> Story:
    return parents[0]


OPERATIONS = (
    Operation("reprint", _whole, frozenset({"copy"})),
    Operation("retitle", _whole, frozenset({"copy"})),
    Operation("abridge", _abridge, frozenset({"abridged"})),
    Operation("expand", _expand, frozenset({"expanded"})),
    Operation("reorder", _reorder, frozenset({"copy", "revised"})),
    Operation("shift hedges", _hedge, frozenset({"copy", "revised"})),
    # The new sentence may be longer or shorter than a fifth of a short text: any of the four is right.
    Operation("new lead", _relead, SAME_TEXT),
    Operation("merge two", _expand, frozenset({"expanded"}), parents=2),
)


def document(name: str, title: str, paragraphs: Iterable[Sequence[str]], **known: object) -> Document:
    """A document of this text. Its id tells nothing: it is a number made from the name."""
    text, blocks = title, [Block("title", 0, len(title))]
    for paragraph in paragraphs:
        words = " ".join(paragraph)
        text += "\n\n"
        blocks.append(Block("paragraph", len(text), len(text) + len(words)))
        text += words
    code = f"{zlib.crc32(name.encode()):08x}"
    bare = Document(code, text, tuple(blocks), Source(code, "text/plain", ""), title=title)
    return dataclasses.replace(bare, **known)  # type: ignore[arg-type]
