"""Real passages with their moves, by reference: the texts stay where they are, `moves/real.jsonl` says what is where.

A line names a set, where its passage stands in it, and the moves. Offsets count the characters that are no white
space, from the passage's first, so that they hold however a text is spaced.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from training.examples import joined
from training.moves_reader import Move, Party, Told
from training.readers import lines

SETS = {"statements": "statements/train.jsonl", "names": "training/names_train.jsonl"}


def solid_offsets(text: str) -> list[int]:
    """The offset of each character that is no white space."""
    return [m.start() for m in re.finditer(r"\S", text)]


def read_real(data: Path, path: Path) -> list[Told]:
    """The passages that a file refers to, each under its set's name.

    Args:
        data: the folder of the material.
        path: the JSON lines that say which passages and which moves.
    """
    given = list(lines(path))
    wanted = {row["id"]: row for row in given if row["set"] == "statements"}
    texts: dict[str, str] = {}
    for article in lines(data / SETS["statements"]):
        if article["id"] in wanted:
            texts[article["id"]] = article["text"]
    with (data / SETS["names"]).open(encoding="utf-8") as file:
        tokens = [json.loads(line)["tokens"] for line in islice(file, max(last_line(given), 0))]
    return [_told(row, _text(row, texts, tokens)) for row in given]


def last_line(given: Sequence[dict[str, Any]]) -> int:
    """The last line of the names' file that is referred to."""
    return max((row["lines"][1] for row in given if row["set"] == "names"), default=0)


def _text(row: dict[str, Any], texts: dict[str, str], tokens: Sequence[Sequence[str]]) -> str:
    if row["set"] == "statements":
        paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", texts[row["id"]])]
        text = "\n\n".join(p for p in paragraphs if p)
    else:
        first, last = row["lines"]
        text = "\n\n".join(joined(sentence)[0] for sentence in tokens[first - 1 : last])
    solid = solid_offsets(text)
    return text[: solid[min(row["length"], len(solid)) - 1] + 1]


def _told(row: dict[str, Any], text: str) -> Told:
    solid = solid_offsets(text)

    def span(pair: Sequence[int]) -> tuple[int, int]:
        return solid[pair[0]], solid[pair[1] - 1] + 1

    def parties(pairs: Sequence[Sequence[Sequence[int]]]) -> tuple[Party, ...]:
        return tuple(Party(span(mention), span(name)) for mention, name in pairs)

    moves = tuple(
        Move(
            m["what"], m["kind"], m["number"], span(m["trigger"]), parties(m["by"]), parties(m["to"]),
            None if m["content"] is None else span(m["content"]),
        )
        for m in row["moves"]
    )  # fmt: skip
    label = row["id"] if row["set"] == "statements" else f"{row['lines'][0]}-{row['lines'][1]}"
    return Told(label, text, moves, row["set"])


def referred(told: Told) -> dict[str, Any]:
    """A passage's length and moves as a line of the file has them."""
    solid = solid_offsets(told.text)

    def span(pair: tuple[int, int]) -> list[int]:
        return [bisect.bisect_left(solid, pair[0]), bisect.bisect_left(solid, pair[1])]

    def parties(found: Sequence[Party]) -> list[list[list[int]]]:
        return [[span(p.mention), span(p.name)] for p in found]

    moves = [
        {
            "what": m.what, "kind": m.kind, "number": m.number, "trigger": span(m.trigger), "by": parties(m.by),
            "to": parties(m.to), "content": None if m.content is None else span(m.content),
        }
        for m in told.moves
    ]  # fmt: skip
    return {"length": len(solid), "moves": moves}
