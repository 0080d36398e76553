"""Tables as files: Parquet where pyarrow is installed, JSON lines elsewhere; and documents and edges as their rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.errors import ReadingError
from onrecord.types import Annotated, Annotations, Block, Document, Edge, EdgeEvidence, Provenance, Source, as_json

Row = dict[str, Any]
"""One row: its columns by name. Columns hold text, whole numbers or lists of them."""


def suffix() -> str:
    """The ending of the files that `write` makes here."""
    return ".parquet" if find_spec("pyarrow") else ".jsonl"


def write(path: Path, rows: Iterable[Row]) -> Path:
    """Write a table; its file's name gets the ending that says its format. The file is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path = path.with_name(path.name + suffix())
    new = path.with_name(path.name + ".new")
    if path.suffix == ".parquet":
        table = import_module("pyarrow").Table.from_pylist(list(rows))
        import_module("pyarrow.parquet").write_table(table, new)
    else:
        with new.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    new.replace(path)
    return path


def exists(path: Path) -> bool:
    """Whether `write` has made the table of this path."""
    return path.with_name(path.name + suffix()).exists()


def read(path: Path) -> Iterator[Row]:
    """The rows of a table's file.

    Raises:
        ReadingError: it is no such file, or damaged.
    """
    try:
        if path.suffix == ".parquet":
            yield from import_module("pyarrow.parquet").read_table(path).to_pylist()
        else:
            with path.open(encoding="utf-8") as file:
                for line in file:
                    yield json.loads(line)
    except ImportError as error:
        raise ReadingError("a Parquet file needs pyarrow", str(path), "Install the extra `scale`.") from error
    except (OSError, ValueError) as error:
        raise ReadingError(f"this table cannot be read: {error}", str(path), "Make it again.") from error


def files(folder: Path) -> list[Path]:
    """The tables of a folder, in the order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix in {".parquet", ".jsonl"})


def from_document(value: Annotated) -> Row:
    """A document with its sentences: what editions rest on. Other annotations are left out."""
    body = {"document": as_json(value.document), "sentences": as_json(value.annotations.sentences)}
    return {"id": value.document.id, "json": json.dumps(body, ensure_ascii=False)}


def to_document(row: Row) -> Annotated:
    """The document of a row that `from_document` made."""
    body = json.loads(row["json"])
    fields = body["document"]
    given = fields["provenance"]
    lists = {name: tuple(fields[name]) for name in ("authors", "tags")}
    document = Document(
        **fields
        | lists
        | {
            "blocks": tuple(Block(**block) for block in fields["blocks"]),
            "source": Source(**fields["source"]),
            "provenance": Provenance(**{name: tuple(values) for name, values in given.items()}),
        }
    )
    return Annotated(document, Annotations(sentences=tuple((start, end) for start, end in body["sentences"])))


def from_edge(edge: Edge) -> Row:
    """An edge; its evidence is one column of JSON."""
    row: Row = as_json(edge)
    return row | {"evidence": json.dumps(row["evidence"], ensure_ascii=False)}


def to_edge(row: Row) -> Edge:
    """The edge of a row that `from_edge` made."""
    evidence = (
        EdgeEvidence(**e | {"span": None if e["span"] is None else (e["span"][0], e["span"][1])})
        for e in json.loads(row["evidence"])
    )
    return Edge(row["from"], row["to"], row["relation"], row["direction"], tuple(evidence))
