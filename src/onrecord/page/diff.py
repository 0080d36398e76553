"""What changed between two wordings of a sentence, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that both wordings share, or that only this one has."""

    text: str
    changed: bool


def word_diff(a: str, b: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of both wordings; joined they give the wordings again, character by character."""
    left, right = _TOKEN.findall(a), _TOKEN.findall(b)
    out: tuple[list[Piece], list[Piece]] = ([], [])
    for op in LCSseq.opcodes(left, right):
        same = op.tag == "equal"
        _push(out[0], "".join(left[op.src_start : op.src_end]), not same)
        _push(out[1], "".join(right[op.dest_start : op.dest_end]), not same)
    return tuple(out[0]), tuple(out[1])


def _push(pieces: list[Piece], text: str, changed: bool) -> None:
    if not text:
        return
    if pieces and pieces[-1].changed == changed:
        text = pieces.pop().text + text
    pieces.append(Piece(text, changed))
