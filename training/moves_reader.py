"""Reads `training/moves/*.txt`: passages of invented news with the moves that they tell.

    python -m training.moves_reader FILE...        checks files and counts what they hold

A passage is opened by `== LABEL`, holds a paragraph a line, and is closed by `--`, after which each line is a move:

    ask 1 demand [demanded] by [The union] to [it] = [Harland Metals] what [a 6 percent raise]
    answer 1 rejects [turned it down] by [the company] = [Harland Metals]
    due [by noon on Friday] by [The union] on [the company] = [Harland Metals] for 1 state extended
    deny [denied] by [Harland Metals] what [locking the gates]

Words in brackets stand in the passage as they are; a number after the bracket says which time they stand there (the
first where there is none). `=` gives the name under which the passage first or best names the one meant, `&` joins
several, `-` stands for nobody. What stands on no such line is no move.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ASKS = ("demand", "request", "condition", "offer")
ANSWERS = ("accepts", "rejects", "counters", "partly", "unclear")
DUE_STATES = ("pending", "expired", "met", "extended", "withdrawn", "disputed")

Span = tuple[int, int]
"""First and last + 1 character in a passage's text."""


class MovesError(ValueError):
    """A line that is no move, or words that the passage does not hold; says which file, line and words."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who moves or is moved against: the words next to the move, and the words that name him best."""

    mention: Span
    name: Span


@dataclass(frozen=True, slots=True)
class Move:
    """One move. `of` is the number of the ask that an answer answers or a due time belongs to."""

    what: str
    """`ask`, `answer`, `due` or `deny`."""
    kind: str
    number: int | None
    trigger: Span
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    content: Span | None


@dataclass(frozen=True, slots=True)
class Told:
    """A passage with its moves."""

    label: str
    text: str
    moves: tuple[Move, ...]
    source: str = field(compare=False, default="")


_WORDS = r"\[(?P<{0}>[^\[\]]+)\](?P<{0}_nth>\d*)"
_TOKEN = re.compile(r"\[([^\[\]]+)\](\d*)|(=|&|-)|([A-Za-z]+|\d+)")


def read_moves(path: Path) -> list[Told]:
    """The passages of a file.

    Raises:
        MovesError: a line is no move, or its words do not stand in the passage.
    """
    out: list[Told] = []
    label, lines, moves, closed = "", list[str](), list[tuple[int, str]](), False
    opened = False
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "== "], 1):
        if line.startswith("== ") or line == "==":
            if opened:
                out.append(_told(path, label, lines, moves, number))
            opened, label, lines, moves, closed = True, line[2:].strip(), [], [], False
        elif line.strip() == "--":
            closed = True
        elif line.strip() and opened:
            if closed:
                moves.append((number, line.strip()))
            else:
                lines.append(" ".join(line.split()))
    return out


def _told(path: Path, label: str, lines: list[str], moves: list[tuple[int, str]], number: int) -> Told:
    text = "\n\n".join(lines)
    if not text:
        raise MovesError(f"{path.name}:{number}: the passage before this line has no text")
    read = [_move(f"{path.name}:{n}", text, line) for n, line in moves]
    asked = [m.number for m in read if m.what == "ask"]
    for (n, line), move in zip(moves, read, strict=True):
        twice = move.what == "ask" and asked.count(move.number) > 1
        if move.number is not None and (twice or move.number not in asked):
            raise MovesError(f"{path.name}:{n}: ask {move.number} is missing or given twice: {line}")
    return Told(label, text, tuple(read), path.stem)


def _move(where: str, text: str, line: str) -> Move:
    rest = _TOKEN.sub("", line).strip()
    tokens = [m.groups() for m in _TOKEN.finditer(line)]
    if rest or not tokens or tokens[0][3] not in ("ask", "answer", "due", "deny"):
        raise MovesError(f"{where}: no move: {line}")
    what, kind, at, number = str(tokens[0][3]), "", 1, None
    if what in ("ask", "answer"):
        if len(tokens) < 4 or not str(tokens[1][3]).isdigit():
            raise MovesError(f"{where}: a number must follow `{what}`: {line}")
        number, kind, at = int(str(tokens[1][3])), str(tokens[2][3]), 3
        if kind not in (ASKS if what == "ask" else ANSWERS):
            raise MovesError(f"{where}: unknown kind `{kind}`: {line}")
    if at >= len(tokens) or tokens[at][0] is None:
        raise MovesError(f"{where}: the words of the move must follow in brackets: {line}")
    trigger = _span(where, text, str(tokens[at][0]), tokens[at][1])
    fields: dict[str, list[tuple[str | None, ...]]] = {}
    name = ""
    for token in tokens[at + 1 :]:
        if token[3] in ("by", "to", "on", "what", "for", "state"):
            name = str(token[3])
            fields[name] = []
        elif not name:
            raise MovesError(f"{where}: unexpected words after the move: {line}")
        else:
            fields[name].append(token)
    if what == "due":
        kind = str(fields["state"][0][3]) if fields.get("state") else "pending"
        if kind not in DUE_STATES:
            raise MovesError(f"{where}: unknown state `{kind}`: {line}")
        given = fields.get("for") or []
        number = int(str(given[0][3])) if given and str(given[0][3]).isdigit() else None
    by = _parties(where, text, fields.get("by", []))
    to = _parties(where, text, fields.get("to", []) or fields.get("on", []))
    content = None
    if fields.get("what"):
        words = fields["what"][0]
        content = _span(where, text, str(words[0]), words[1], near=trigger if not words[1] else None)
    if what == "ask" and content is None:
        raise MovesError(f"{where}: an ask needs `what`: {line}")
    return Move(what, kind, number, trigger, by, to, content)


def _parties(where: str, text: str, tokens: list[tuple[str | None, ...]]) -> tuple[Party, ...]:
    out: list[Party] = []
    named = False
    for words, nth, mark, _ in tokens:
        if mark == "=":
            named = True
        elif words is not None:
            span = _span(where, text, words, nth)
            if named and out:
                out[-1] = Party(out[-1].mention, span)
            else:
                out.append(Party(span, span))
            named = False
    return tuple(out)


def _span(where: str, text: str, words: str, nth: str | None, near: Span | None = None) -> Span:
    """Where words stand. Whole words only; the nth time, or the first time after `near` if there is one."""
    words = " ".join(words.split())
    found = [m.start() for m in re.finditer(re.escape(words), text) if _whole(text, m.start(), m.end())]
    if near is not None:
        found = [f for f in found if f >= near[0]] or found
    n = int(nth) if nth else 1
    if len(found) < n or n < 1:
        raise MovesError(f"{where}: the passage does not hold [{words}]{nth or ''}")
    return found[n - 1], found[n - 1] + len(words)


def _whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    return not before and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


def main(paths: list[str]) -> int:
    """Checks every passage of the files and says what they hold; 1 where a line is wrong."""
    counts: Counter[str] = Counter()
    wrong = 0
    for path in paths:
        try:
            told = read_moves(Path(path))
        except MovesError as error:
            print(error)
            wrong = 1
            continue
        counts["passages"] += len(told)
        for t in told:
            counts["words"] += len(t.text.split())
            counts["passages without a move"] += not t.moves
            counts.update(f"{m.what} {m.kind}".strip() for m in t.moves)
    for name, n in sorted(counts.items()):
        print(f"{n:6} {name}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
