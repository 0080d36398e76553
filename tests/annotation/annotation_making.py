"""Documents of a few invented sentences, and short ways to look at what was found in them."""

from __future__ import annotations

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.types import Annotated, Block, BlockKind, Document, Source, Span, Statement


def document(*paragraphs: str, title: str | None = None, published: str | None = None) -> Document:
    """A document with a title block, if given, and one block for each paragraph."""
    kinds: list[BlockKind] = ["title"] * (title is not None) + ["paragraph"] * len(paragraphs)
    pieces = [p for p in (title, *paragraphs) if p is not None]
    blocks: list[Block] = []
    at = 0
    for kind, piece in zip(kinds, pieces, strict=True):
        blocks.append(Block(kind, at, at + len(piece)))
        at += len(piece) + 2
    return Document("d", "\n\n".join(pieces), tuple(blocks), Source("d", "text/plain", ""), published=published)


def read(*paragraphs: str, title: str | None = None, published: str | None = None) -> Annotated:
    """What the rules find in it."""
    return annotate(document(*paragraphs, title=title, published=published), RuleAnnotator())


def words(annotated: Annotated, spans: tuple[Span, ...]) -> list[str]:
    return [annotated.document.quote(s) for s in spans]


def told(annotated: Annotated, cue: str) -> Statement:
    """The one statement with that cue."""
    found = [s for s in annotated.annotations.statements if words(annotated, s.cue) == [cue]]
    assert len(found) == 1, (cue, [words(annotated, s.cue) for s in annotated.annotations.statements])
    return found[0]


def parties(annotated: Annotated) -> dict[str, tuple[str, str | None, str | None]]:
    """Kind, role and country of each party by its name."""
    return {p.name: (p.kind, p.role, p.country) for p in annotated.annotations.parties}


def named(annotated: Annotated, party: str | None) -> str | None:
    """The name of a party by its id."""
    return next((p.name for p in annotated.annotations.parties if p.id == party), None)
