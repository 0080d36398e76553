"""Reads `training/acts/*.txt`: short items of invented news with the acts that they tell.

    python -m training.acts_reader FILE...        checks files and counts what they hold

An item is a paragraph on one line and, below it, a line for each act, with an empty line between items:

    The union, which speaks for 90 cooks, voted down the offer on Monday.
    > voted down | REJECT | The union | - | Monday

The fields are the trigger, the types that are right (PLOVER's; `-` for a deed that has none), who does it, to whom, and
when, each in words that stand in the item; `-` or nothing where the item does not say. `=` gives the name of the one
meant by words that do not name him, `&` joins several. A line that begins with `#` is a remark.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

TYPES = frozenset(
    "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION "
    "SUPPORT THREATEN YIELD".split()
)
_FIELDS = 5


class ActsError(ValueError):
    """A line that is no act, or words that the item does not hold; says which file, line and words."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act. An empty list of types says that it has none; `who` and `whom` are the spans that may stand for them."""

    trigger: tuple[int, int]
    types: frozenset[str | None]
    who: tuple[tuple[int, int], ...]
    whom: tuple[tuple[int, int], ...]
    when: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with its acts, in the order in which they are noted."""

    file: str
    text: str
    acts: tuple[Act, ...]


def read(path: str) -> Iterator[Item]:
    """The items of a file.

    Raises:
        ActsError: if a line is not in the form above.
    """
    with open(path, encoding="utf-8") as lines:
        text, acts = "", list[Act]()
        for number, line in enumerate([*lines, ""], 1):
            line, at = line.strip(), f"{path}:{number}"
            if not line:
                if text:
                    yield Item(path, text, tuple(acts))
                text, acts = "", []
            elif line.startswith(">"):
                acts.append(_act(line[1:], text, at))
            elif not line.startswith("#"):
                if text:
                    raise ActsError(f"{at}: a second paragraph: put an empty line before it")
                text = line


def _act(line: str, text: str, at: str) -> Act:
    fields = [f.strip() for f in line.split("|")]
    if not 2 <= len(fields) <= _FIELDS:
        raise ActsError(f"{at}: an act has two to five fields: {line}")
    trigger, kinds, who, whom, when = [*fields, "-", "-", "-"][:_FIELDS]
    types = frozenset(None if k == "-" else k for k in kinds.split("/"))
    if not types - {None} <= TYPES:
        raise ActsError(f"{at}: no such type: {kinds}")
    days = _spans(when, text, at)
    return Act(_span(trigger, text, at), types, _spans(who, text, at), _spans(whom, text, at), next(iter(days), None))


def _spans(words: str, text: str, at: str) -> tuple[tuple[int, int], ...]:
    parts = [p.strip() for joined in words.split("&") for p in joined.split("=")] if " = " in words else [words]
    if " & " in words and words not in text:
        parts = [p.strip() for half in words.split(" & ") for p in half.split("=")]
    return tuple(_span(p, text, at) for p in parts if p and p != "-")


def _span(words: str, text: str, at: str) -> tuple[int, int]:
    """Where words stand in a text: where they stand as words, else anywhere."""
    start = next((k for k in _places(words, text) if _alone(text, k, k + len(words))), text.find(words))
    if start < 0:
        raise ActsError(f"{at}: the item has no {words!r}")
    return start, start + len(words)


def _places(words: str, text: str) -> Iterator[int]:
    k = text.find(words)
    while k >= 0:
        yield k
        k = text.find(words, k + 1)


def _alone(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def main() -> None:
    """Check the files that are named and count their acts by type."""
    counts: Counter[str] = Counter()
    items = 0
    for path in sys.argv[1:]:
        for item in read(path):
            items += 1
            counts.update(min(str(t) for t in act.types) for act in item.acts)
    print(f"{items} items, {sum(counts.values())} acts: {', '.join(f'{n} {k}' for k, n in sorted(counts.items()))}")


if __name__ == "__main__":
    main()
