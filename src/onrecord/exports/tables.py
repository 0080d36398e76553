"""A record as CSV tables in one zip file, for spreadsheets and data frames.

Each list of the record is a table; `evidence.csv` holds the quotations of all, tied to a row by `table` and `row`.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.types import Document, Record, as_json

_LISTS = (
    "documents", "reports", "parties", "timeline", "events", "statements", "claims", "demands", "deadlines",
    "outlooks", "background", "questions", "drift",
)  # fmt: skip
_EVIDENCE_COLUMNS = ("table", "row", "part", "document", "start", "end", "quote")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that zip knows: the same record gives the same bytes


def to_tables(record: Record, documents: Sequence[Document]) -> bytes:
    """All tables of a record, UTF-8 with a byte order mark, which spreadsheets need to tell it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, rows in tables_of(record).items():
            info = zipfile.ZipInfo(f"{name}.csv", _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, table_bytes(rows))
    return target.getvalue()


def tables_of(record: Record) -> dict[str, list[dict[str, Any]]]:
    """Name of each table that has rows, and its rows."""
    tables: dict[str, list[dict[str, Any]]] = {}
    evidence: list[dict[str, Any]] = []
    whole = as_json(record)
    for name in _LISTS:
        rows = []
        for number, item in enumerate(whole[name], 1):
            row = {"row": item.get("id") or str(number)} | {k: v for k, v in item.items() if k != "id"}
            key = {"table": name, "row": row["row"]}
            for part in ("evidence", "context", "summary", "body"):
                spans = row.pop(part, None) or ()
                for span in [spans] if isinstance(spans, dict) else spans:
                    evidence.append(key | {"part": part} | span)
            for number_of_answer, answer in enumerate(row.get("answers", ()), 1):
                for span in answer.pop("evidence"):
                    evidence.append(key | {"part": f"answer {number_of_answer}"} | span)
            rows.append(row)
        if rows:
            tables[name] = rows
    if evidence:
        tables["evidence"] = [{c: e[c] for c in _EVIDENCE_COLUMNS} for e in evidence]
    return tables


def table_bytes(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """One table as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(rows[0])
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: Any) -> str:
    """A value as one cell: lists of names joined, other structures as JSON.

    Text that a spreadsheet would run as a formula gets an apostrophe before it, since documents come from strangers;
    the JSON form is the exact one.
    """
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        value = "; ".join(value)
    elif not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
