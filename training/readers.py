"""Reads the training material into frozen values. One function for each file form; no labels are changed here.

Character offsets are Unicode code points, start inclusive, end exclusive, as in the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.annotation.encoder.decoding import Triple
from onrecord.types import Span

Attribution = Triple
"""One annotated statement."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """A document with the statements that each of its annotators marked."""

    id: str
    text: str
    annotations: tuple[tuple[Attribution, ...], ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as tokens with one BIO tag each (`names_*.jsonl`)."""

    tokens: tuple[str, ...]
    tags: tuple[str, ...]
    set: str


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """Sentences that follow one another."""

    id: str
    set: str
    sentences: tuple[Tagged, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A sentence with events rated from -3 (certainly did not happen) to 3 (certainly did): token index, rating."""

    tokens: tuple[str, ...]
    events: tuple[tuple[int, float], ...]
    set: str


class Arc(NamedTuple):
    """What a token depends on (Universal Dependencies): its head's index, its own where it is the root; as what."""

    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate: its token index, its PropBank role set, its arguments as [first token, end token, label]."""

    token: int
    roleset: str
    arguments: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Predicated:
    """A sentence with its predicates (`srl_*.jsonl`). `tree`: see `Arc`, one for each token."""

    id: str
    text: str
    tokens: tuple[Span, ...]
    predicates: tuple[Predicate, ...]
    tree: tuple[Arc, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention of somebody or something; mentions of the same `entity` corefer within their document."""

    start: int
    end: int
    type: str
    entity: str


@dataclass(frozen=True, slots=True)
class Coreferring:
    """A document with all its mentions, nested ones too (`gum_*.jsonl`). `tree`: see `Arc`, one for each token."""

    id: str
    text: str
    tokens: tuple[Span, ...]
    mentions: tuple[Mentioned, ...]
    tree: tuple[Arc, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedEvent:
    """A sentence with the spans of who acts and who is acted upon, and the PLOVER type between them."""

    id: str
    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    type: str


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a JSON Lines file.

    Raises:
        ValueError: a line is not JSON; says which.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise ValueError(f"{path}, line {number}: not JSON ({error})") from error


def spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """`[[0, 4], [6, 9]]` as a tuple of tuples."""
    return tuple((start, end) for start, end in pairs)


def attributions(raw: Sequence[dict[str, Any]]) -> tuple[Attribution, ...]:
    """One annotator's statements."""
    return tuple(Attribution(spans(s["source"]), spans(s["cue"]), spans(s["content"])) for s in raw)


def read_statements(path: Path) -> list[Attributed]:
    """`statements/train.jsonl`: documents with all their annotations, in the order of the file."""
    return [
        Attributed(d["id"], d["text"], tuple(attributions(a["statements"]) for a in d["annotations"]))
        for d in lines(path)
    ]


def read_scored_statements(folder: Path) -> list[Attributed]:
    """`docs.jsonl` and `gold.jsonl` of a scored part, put together. To measure with, never to train on."""
    by_id: dict[str, list[tuple[Attribution, ...]]] = {}
    for unit in lines(folder / "gold.jsonl"):
        by_id.setdefault(unit["id"], []).append(attributions(unit["statements"]))
    return [Attributed(d["id"], d["text"], tuple(by_id.get(d["id"], ()))) for d in lines(folder / "docs.jsonl")]


def read_name_documents(path: Path, running: int = 6) -> list[NamedDocument]:
    """The sets of `names_*.jsonl` that are trained on, by document, with CoNLL's types and every name begun by B.

    CoNLL-2003's articles end at their markers. WikiGold has none: every `running` sentences stand for a document. re3d
    is left out, as it marks descriptions ("the hospital") as names; WikiNEuRal, as its licence is non-commercial.
    """
    out: list[NamedDocument] = []
    sentences: list[Tagged] = []
    last = ""

    def close() -> None:
        if sentences:
            out.append(NamedDocument(f"{last}-{len(out)}", last, tuple(sentences)))
            sentences.clear()

    for d in lines(path):
        begins = d["tokens"] == ["-DOCSTART-"]
        if begins or d["set"] != last or (last == "wikigold" and len(sentences) == running):
            close()
            last = d["set"]
        if not begins and d["set"] in ("conll2003", "wikigold"):
            sentences.append(Tagged(tuple(d["tokens"]), begun(d["tags"]), d["set"]))
    close()
    return out


def begun(tags: Sequence[str]) -> tuple[str, ...]:
    """BIO tags out of tags where I may begin a name."""
    out: list[str] = []
    before = "O"
    for tag in tags:
        out.append("B" + tag[1:] if tag[0] == "I" and before[1:] != tag[1:] else tag)
        before = tag
    return tuple(out)


def read_reality(path: Path) -> list[Rated]:
    """`reality_*.jsonl`."""
    return [
        Rated(tuple(d["tokens"]), tuple((int(i), float(rating)) for i, rating in d["events"]), d["set"])
        for d in lines(path)
    ]


def tree_of(heads: Sequence[int], relations: Sequence[str]) -> tuple[Arc, ...]:
    """The arcs of tokens; a head below 0 stands for none. Of a relation's subtype nothing is kept."""
    named = enumerate(zip(heads, relations, strict=True))
    return tuple(Arc(head if head >= 0 else i, relation.split(":")[0]) for i, (head, relation) in named)


def read_predicates(path: Path) -> list[Predicated]:
    """`srl_*.jsonl`."""
    return [
        Predicated(
            d["id"],
            d["text"],
            spans(d["tokens"]),
            tuple(
                Predicate(p["token"], p["roleset"], tuple((first, end, label) for first, end, label in p["args"]))
                for p in d["predicates"]
            ),
            tree_of([head - 1 for head in d["head"]], d["deprel"]),
        )
        for d in lines(path)
    ]


def read_mentions(path: Path) -> list[Coreferring]:
    """`gum_*.jsonl`."""
    return [
        Coreferring(
            d["id"],
            d["text"],
            tuple((t[0], t[1]) for t in d["tokens"]),
            tuple(Mentioned(m["start"], m["end"], m["type"], m["entity"]) for m in d["mentions"]),
            tree_of([t[5] for t in d["tokens"]], [t[6] for t in d["tokens"]]),
        )
        for d in lines(path)
    ]


def read_event_types(folder: Path) -> list[TypedEvent]:
    """`event_types/docs.jsonl` with `gold.jsonl`: one value for each line of gold."""
    texts = {d["id"]: d["text"] for d in lines(folder / "docs.jsonl")}
    return [
        TypedEvent(g["id"], texts[g["id"]], spans(g["source"]), spans(g["target"]), g["type"])
        for g in lines(folder / "gold.jsonl")
    ]
