"""Plain text cut into the printed pieces that become blocks: lines, bullet items, paragraphs broken at a width.

Three habits of saved and mailed text occur: one block a line, blank lines between blocks, and lines broken at a width
(so that a block spans several lines). Which one a text follows is measured, not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
BLANK = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00"
)
"""What is not seen on paper: white space, zero-width marks, NUL."""
_VISIBLE = re.compile(f"[^{re.escape(BLANK)}]")
_BULLETS = "•·▪▫■□●○‣◦⁃∙►▶*-–>#"
_BULLET = re.compile(f"[{re.escape(_BULLETS)}]+[{re.escape(BLANK)}]+")

WIDEST = 100
"""Lines of a text that is broken at a width are no longer than this; 65 to 80 are usual."""
_WRAPPED_SHARE = 0.6
"""A text counts as broken at a width if so many of its line breaks could not have come later."""
_LOOK_BACK = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed stretch: `start` and `end` without blanks around it.

    `words`: where its words begin, after the bullet of a marked list (else at `start`).
    """

    start: int
    end: int
    words: int

    @property
    def bullet(self) -> bool:
        """Whether it is an item of a marked list."""
        return self.words > self.start


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    gap: bool
    indent: bool
    bullet: int
    """Length of the bullet and the blanks after it."""


def _lines(text: str) -> Iterator[_Line]:
    """The lines with something visible on them, in order; blank ones are skipped in one step however many they are."""
    previous = 0
    while found := _VISIBLE.search(text, previous):
        start = found.start()
        line_end = LINE_END.search(text, start)
        limit = line_end.start() if line_end else len(text)
        end = start + len(text[start:limit].rstrip(BLANK))
        before = text[max(previous, start - _LOOK_BACK) : start]
        breaks = [m.end() for m in LINE_END.finditer(before)]
        indent = len(before) > (breaks[-1] if breaks else 0)
        bullet = _BULLET.match(text, start, end)
        yield _Line(start, end, previous == 0 or len(breaks) > 1, indent, bullet.end() - start if bullet else 0)
        previous = limit


def _first_word(text: str, line: _Line) -> int:
    """Length of the line's first word, as far as it matters."""
    return len(text[line.start : min(line.end, line.start + WIDEST)].split(None, 1)[0])


def _width(text: str, lines: list[_Line]) -> int:
    """The width at which the text is broken, 0 if it is not."""
    lengths = [line.end - line.start + line.indent for line in lines]
    width = max((n for n in lengths if n <= WIDEST), default=0)
    if width < 40 or sum(n > WIDEST for n in lengths) > 0.02 * len(lengths):
        return 0
    full = pairs = 0
    for line, following in pairwise(lines):
        if not following.gap and not following.bullet:
            pairs += 1
            full += line.end - line.start + 1 + _first_word(text, following) > width
    return width if pairs and full >= _WRAPPED_SHARE * pairs and any(line.gap for line in lines[1:]) else 0


def pieces(text: str) -> list[Piece]:
    """Cut `text` into pieces, in order; every visible line lies in exactly one. Time is linear in its length."""
    lines = list(_lines(text))
    width = _width(text, lines)
    out: list[Piece] = []
    last: _Line | None = None
    for line in lines:
        words = line.start + line.bullet
        runs_on = (
            width > 0
            and last is not None
            and not line.gap
            and not line.bullet
            and last.end - last.start <= width
            and ((out[-1].bullet and line.indent) or last.end - last.start + 1 + _first_word(text, line) > width)
        )
        if runs_on:
            out[-1] = Piece(out[-1].start, line.end, out[-1].words)
        else:
            out.append(Piece(line.start, line.end, words if words < line.end else line.start))
        last = line
    return out
