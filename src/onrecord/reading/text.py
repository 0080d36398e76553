"""Plain text to a `Document`: typed blocks, metadata, and the place of every block in the source."""

from __future__ import annotations

import re

from onrecord.reading.blocks import WORD
from onrecord.reading.given import Given
from onrecord.reading.text_bylines import looks_like_name, starts_with_by
from onrecord.reading.text_datelines import LONGEST as LONGEST_DATE_LINE
from onrecord.reading.text_datelines import split_date
from onrecord.reading.text_kinds import kinds_of
from onrecord.reading.text_metadata import metadata
from onrecord.reading.text_pieces import Piece, pieces
from onrecord.reading.text_signs import SAMPLE, Shape, shape_of
from onrecord.types import Block, Document

_JOINT = re.compile(r"[|·/]|\s-\s")
MAKER = "reading.text/1"
_END = 160
"""Code points of a long piece's end that are looked at besides its beginning."""


def read_text(text: str, given: Given) -> Document:
    """Read a plain text.

    Args:
        text: the decoded source; it becomes `Document.text` unchanged.
        given: what the input said about the document; its fields win over what the text shows.

    Returns:
        The document. Its blocks are in order, do not overlap and cover every visible line; `place` is an RFC 5147
        fragment (`char=START,END`), so `text[START:END]` is the block. Time is linear in the length of `text`.
    """
    found = _split_lines(text, pieces(text))
    samples = [_sample(text, p) for p in found]
    known: dict[tuple[str, int], Shape] = {}
    shapes: list[Shape] = []
    for piece, sample in zip(found, samples, strict=True):
        key = (sample, piece.end - piece.start)
        if key not in known:
            known[key] = shape_of(*key)
        shapes.append(known[key])
    kinds = kinds_of(samples, shapes, [p.bullet for p in found], given.title)
    blocks = tuple(
        Block(kind, p.start, p.end, f"char={p.start},{p.end}") for kind, p in zip(kinds, found, strict=True)
    )
    return metadata(text, blocks, samples, given, MAKER)


def _sample(text: str, piece: Piece) -> str:
    """The piece's words on one line; of a long piece its beginning and its end."""
    if piece.end - piece.start <= SAMPLE + _END:
        return " ".join(text[piece.words : piece.end].split())
    beginning, end = text[piece.words : piece.words + SAMPLE], text[piece.end - _END : piece.end]
    return " ".join(f"{beginning} {end}".split())


def _split_lines(text: str, found: list[Piece]) -> list[Piece]:
    """Take apart the lines that print a byline and a date side by side."""
    out: list[Piece] = []
    for piece in found:
        line = text[piece.words : piece.end] if piece.end - piece.words <= LONGEST_DATE_LINE else ""
        parts = split_date(line)
        if parts is None:
            out.append(piece)
            continue
        (_, before), (date_start, date_end), (after, end) = parts
        ahead, behind = line[:before], line[after:end]
        if before and not WORD.search(behind) and _is_byline(ahead):
            out.append(Piece(piece.start, piece.words + before, piece.words))
            out.append(Piece(piece.words + date_start, piece.end, piece.words + date_start))
        elif not before and WORD.search(behind) and _is_byline(behind):
            out.append(Piece(piece.start, piece.words + date_end, piece.words))
            out.append(Piece(piece.words + after, piece.end, piece.words + after))
        else:
            out.append(piece)
    return out


def _is_byline(text: str) -> bool:
    """Whether what stands beside a date on its line is a byline."""
    if len(text) > 100:
        return False
    parts = [part.strip() for part in _JOINT.split(text)]
    return starts_with_by(text) or all(
        looks_like_name(part) or (part[:1].isupper() and len(part.split()) == 1) for part in parts if part
    )
