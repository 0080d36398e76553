"""Reads the training sentences that were written for this project (`ours/`): text, the labels marked on the words."""

from __future__ import annotations

import re
from pathlib import Path

from training.readers import Rated

SCALE = "MEANTIME"
"""The set whose scale the ratings follow: 3 a fact, -3 a counter-fact, 0 open."""

FIRM_FUTURE = 3.0
"""What the mark `{will}` stands for: an event that is told to come, without a condition ("the court will rule")."""

_MARKED = re.compile(r"([^{}]+)\{([^{}]*)\}")
_RATING = re.compile(r"-?[0-9](?:\.[0-9]+)?")


def read_own_reality(path: Path) -> list[Rated]:
    """`ours/reality.txt`: a sentence a line, as tokens parted by blanks; `word{rating}` rates the event that it names.

    Blank lines and lines that begin with `#` are left out. The form is described in `ours/README.md`.

    Raises:
        ValueError: a line has no rated word, a mark on something that is no word, or a rating that is neither a number
            from -3 to 3 nor `will`; says which line.
    """
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                out.append(_sentence(line))
            except ValueError as error:
                raise ValueError(f"{path}, line {number}: {error}") from error
    return out


def _sentence(line: str) -> Rated:
    """The tokens without their marks, and the marks by token index."""
    tokens: list[str] = []
    events: list[tuple[int, float]] = []
    for token in line.split():
        if "{" in token or "}" in token:
            found = _MARKED.fullmatch(token)
            if found is None or not any(c.isalnum() for c in found[1]):
                raise ValueError(f"{token!r} is not a word with its rating, as in signed{{-3}}")
            events.append((len(tokens), _rating(found[2])))
            token = found[1]
        tokens.append(token)
    if not events:
        raise ValueError("no word is rated")
    return Rated(tuple(tokens), tuple(events), SCALE)


def _rating(mark: str) -> float:
    """What a mark stands for."""
    if mark == "will":
        return FIRM_FUTURE
    if _RATING.fullmatch(mark) is None or abs(float(mark)) > 3:
        raise ValueError(f"{mark!r} is neither a number from -3 to 3 nor `will`")
    return float(mark)
