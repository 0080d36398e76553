"""Rows printed in the form that was asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.cli.console import console, emit, shorten, show
from onrecord.exports.tables import cell


def as_line(value: Any) -> str:
    """A JSON value on one line, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False)


def print_rows(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str) -> None:
    """Print rows as they come.

    Args:
        rows: objects in their JSON form; `json` prints them whole.
        columns: the fields that CSV and tables show, in order.
        form: `json`, `csv` or `table`.
    """
    if form == "json":
        for row in rows:
            emit(as_line(row))
    elif form == "csv":
        _print_csv(rows, columns)
    else:
        _print_table(rows, columns)


def _print_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    emit(_csv_line(columns))
    for row in rows:
        emit(_csv_line([cell(row.get(column)) for column in columns]))


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _print_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich.table import Table

    out = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(shorten(cell(row.get(column)), 200) for column in columns))
    show(out, table)


