"""CSV and TSV with a header row (RFC 4180), one row at a time.

Read by hand and not by the `csv` module: a row's own bytes are needed for its hash, a row must be bounded, and the
module's bound is global state.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from onrecord.errors import Problem
from onrecord.reading.decoding import Decoded, Undecodable, decode
from onrecord.reading.fields import Item, content_name, item_of, known_names
from onrecord.reading.streams import Stream, TooLongError

DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    fields: list[str]
    content: bytes
    charset: str


def read_csv(
    stream: Stream, *, text_column: str | None, delimiter: str | None, document_bytes: int
) -> Iterator[Item | Problem]:
    """The items of a table; without `delimiter` it is the one of comma, tab, semicolon and bar that splits the header
    into most fields. `#ROW` counts the rows after the header from 1; problems name the line of the file."""
    stream = stream.as_utf8()
    if delimiter is None:
        line = stream.head().removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n").split(b"\n")[0].decode("utf-8", "replace")
        delimiter = max(DELIMITERS, key=lambda d: len(split_line(line, d)))
    header: list[str] | None = None
    number = 0
    for row in _rows(stream, delimiter, document_bytes):
        if isinstance(row, Problem):
            yield row
        elif header is None:
            header = [name.strip() for name in row.fields]
            if content_name(header, text_column) is None:
                wanted = f"no column `{text_column}`" if text_column else f"no column with the text ({known_names()})"
                have = ", ".join(n[:40] for n in header[:20])
                yield Problem(f"{wanted}; the columns are {have}", f"{stream.name}, line {row.line}", "Name it.")
                return
        else:
            number += 1
            where = f"{stream.name}, line {row.line}"
            if len(row.fields) > len(header):
                yield Problem(
                    f"{len(row.fields)} fields, but the header has {len(header)}",
                    where,
                    "Put fields that hold the delimiter or a line end in quotation marks.",
                )
                continue
            yield from item_of(
                dict(zip(header, row.fields, strict=False)),
                row.content,
                source_name=f"{stream.name}#{number}",
                where=where,
                media_type=f"text/csv{'' if row.charset == 'utf-8' else f'; charset={row.charset}'}",
                text_column=text_column,
            )


def split_line(line: str, delimiter: str) -> list[str]:
    """The fields of a row on one line."""
    row = _RowParser(delimiter)
    row.feed(line.rstrip("\r\n"))
    return row.fields()


class _RowParser:
    """Fields of one row from one or more lines. A quotation mark opens a field only at its start; after the closing one
    the rest up to the delimiter is taken as it is, as spreadsheets do."""

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter
        self._fields: list[str] = []
        self._parts: list[str] = []
        self.is_open = False

    def feed(self, line: str, line_end: str = "") -> None:
        """Take one line; `is_open` then says whether a quoted field, line end included, goes on in the next one."""
        at = 0
        while True:
            if not self.is_open and not self._parts and line.startswith('"', at):
                self.is_open = True
                at += 1
            if self.is_open:
                quote = line.find('"', at)
                if quote < 0:
                    self._parts.append(line[at:] + line_end)
                    return
                self._parts.append(line[at:quote])
                at = quote + 1
                if line.startswith('"', at):
                    self._parts.append('"')
                    at += 1
                else:
                    self.is_open = False
                continue
            end = line.find(self._delimiter, at)
            self._parts.append(line[at:] if end < 0 else line[at:end])
            self._close()
            if end < 0:
                return
            at = end + 1

    def _close(self) -> None:
        self._fields.append("".join(self._parts))
        self._parts = []

    def fields(self) -> list[str]:
        return self._fields


def _decoded(line: bytes) -> Decoded | Undecodable:
    """A line of the table by the rule for texts; the short way for the many that are plain UTF-8."""
    if b"\0" not in line:
        with suppress(UnicodeDecodeError):
            return Decoded(line.decode("utf-8"), "utf-8")
    return decode(line)


def _rows(stream: Stream, delimiter: str, document_bytes: int) -> Iterator[_Row | Problem]:
    parser = _RowParser(delimiter)
    started, lines, size, charset = 0, list[bytes](), 0, "utf-8"
    for number, line in stream.lines():
        if isinstance(line, TooLongError):
            yield line.problem
            parser, lines, size = _RowParser(delimiter), [], 0
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not lines and not line.strip():
            continue
        decoded = _decoded(line)
        if isinstance(decoded, Undecodable):
            yield Problem(decoded.what, f"{stream.name}, line {number}", decoded.do)
            parser, lines, size = _RowParser(delimiter), [], 0
            continue
        if not lines:
            started, charset = number, "utf-8"
        if decoded.charset != "utf-8":
            charset = decoded.charset
        lines.append(line)
        size += len(line)
        text = decoded.text.removesuffix("\n").removesuffix("\r")
        parser.feed(text, decoded.text[len(text) :])
        if parser.is_open:
            if size > document_bytes:
                yield Problem(
                    "a row that is longer than one document may be",
                    f"{stream.name}, line {started}",
                    "Is a quotation mark left open? Close it; the rest of the file was not read.",
                )
                return
            continue
        yield _Row(started, parser.fields(), b"".join(lines).rstrip(b"\r\n"), charset)
        parser, lines, size = _RowParser(delimiter), [], 0
    if lines:
        yield Problem(
            "a quotation mark is left open", f"{stream.name}, line {started}", "Close it, or copy the file again."
        )
