"""JSON lines, a JSON array, and JSON objects over several lines, one value at a time.

JSON is UTF-8 (RFC 8259); UTF-16 and UTF-32 with a byte order mark are taken too. In JSON lines a bad line is reported
and the next one read; an array or a run of objects over several lines ends at its first error, since nothing says where
the next value begins.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import Problem, ReadingError
from onrecord.reading.fields import Item, item_of
from onrecord.reading.streams import Stream, TooLongError

_BLANK = re.compile(r"[ \t\r\n]*")
_CHUNK_CHARACTERS = 1 << 16
_NEAR_END = 16
"""Characters: longer than any literal or escape that a cut can fall into."""
_DECODER = json.JSONDecoder()


def read_json(
    stream: Stream, *, text_column: str | None, by_line: bool, document_bytes: int
) -> Iterator[Item | Problem]:
    """The items of a JSON input; `by_line` says that each line is a value, otherwise the first line decides."""
    stream = stream.as_utf8()
    if by_line or _first_line_is_value(stream.head()):
        return _read_lines(stream, text_column)
    return _read_values(stream, text_column, document_bytes)


def _first_line_is_value(head: bytes) -> bool:
    """Whether the first line holds a whole object and more follows, or may: it is longer than the head."""
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    line, end, _ = head.partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not end:
        # One line of one object reads the same either way; a line beyond the head is one of many in practice.
        return True
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        # A broken first line of JSON lines is told from an object over several lines by how it goes on.
        return line.rstrip().endswith(b"}") and head[len(line) :].lstrip().startswith(b"{")
    return True


def _read_lines(stream: Stream, text_column: str | None) -> Iterator[Item | Problem]:
    for number, line in stream.lines():
        if isinstance(line, TooLongError):
            yield line.problem
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        content = line.strip()
        if not content:
            continue
        where = f"{stream.name}, line {number}"
        try:
            value = json.loads(content.decode("utf-8"))
        except UnicodeDecodeError as error:
            yield Problem(f"not UTF-8 (byte {error.start} of the line)", where, "JSON must be UTF-8: convert it.")
        except RecursionError:
            yield Problem("JSON that is nested too deeply", where, "Give one flat object for each document.")
        except ValueError as error:
            yield Problem(f"invalid JSON ({_reason(error)})", where, "Put one JSON object on each line.")
        else:
            yield from _items(value, content, f"{stream.name}#{number}", where, text_column)


def _read_values(stream: Stream, text_column: str | None, document_bytes: int) -> Iterator[Item | Problem]:
    window = _Window(stream)
    first = window.peek()
    in_array = first == "["
    if in_array:
        window.skip(1)
    number = 0
    while True:
        mark = window.peek()
        if in_array and mark == "]":
            window.skip(1)
            if window.peek():
                yield Problem("more text after the end of the array", window.where(), "Remove it.")
            return
        if in_array and number and mark == ",":
            window.skip(1)
            window.peek()
        elif in_array and number and mark:
            yield Problem("invalid JSON (a comma or ] is missing)", window.where(), "Mend it; the rest was not read.")
            return
        if not window.peek():
            if in_array:
                yield Problem("the JSON array is not closed", window.where(), "The file was cut off: copy it again.")
            return
        where = window.where()
        try:
            value, content = window.value(document_bytes)
        except RecursionError:
            yield Problem("JSON that is nested too deeply", where, "Give one flat object for each document.")
            return
        except OverflowError:
            yield Problem("a JSON value that is longer than one document may be", where, "Split it up.")
            return
        except ValueError as error:
            yield Problem(f"invalid JSON ({_reason(error)})", where, "Mend it; the rest of the file was not read.")
            return
        number += 1
        # A file that is one object is that document: it needs no number.
        alone = not in_array and number == 1 and not window.peek()
        source_name = stream.name if alone else f"{stream.name}#{number}"
        yield from _items(value, content, source_name, where, text_column)


class _Window:
    """The text around the place that is read, kept only as long as it is needed."""

    def __init__(self, stream: Stream) -> None:
        self._name = stream.name
        self._pieces = stream.chunks()
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("strict")
        self._text = ""
        self._at = 0
        self._line = 1
        self._ended = False
        self._is_cut = False

    def where(self) -> str:
        return f"{self._name}, line {self._line}"

    def peek(self) -> str:
        """The next character that is no blank, which stays to be read; empty at the end."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            end = blank.end() if blank else self._at
            self._line += self._text.count("\n", self._at, end)
            self._at = end
            if end < len(self._text):
                return self._text[end]
            if self._ended:
                self._require_end()
                return ""
            self._more(_CHUNK_CHARACTERS)

    def skip(self, count: int) -> None:
        self._at += count

    def value(self, most: int) -> tuple[Any, bytes]:
        """The next value and its bytes.

        The text at hand is tried; if that fails it may only have been cut off, so twice as much is taken and tried
        again: linear in all.

        Raises:
            ValueError: it is invalid.
            OverflowError: it is longer than `most` bytes.
            RecursionError: it is nested too deeply.
        """
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
                # A number at the very end of the window may go on, a string, list or object cannot.
                if end < len(self._text) or self._ended:
                    content = self._text[self._at : end].encode("utf-8", "surrogatepass")
                    if len(content) > most:
                        raise OverflowError
                    self._line += self._text.count("\n", self._at, end)
                    self._at = end
                    return value, content
            except json.JSONDecodeError as error:
                # Only an open string or an error at the very end can be due to the cut.
                if self._ended:
                    self._require_end()
                if self._ended or not (error.msg.startswith("Unterminated") or error.pos > len(self._text) - _NEAR_END):
                    raise
            at_hand = len(self._text) - self._at
            if at_hand > most:
                raise OverflowError
            self._more(max(at_hand, _CHUNK_CHARACTERS))

    def _require_end(self) -> None:
        if self._is_cut:
            raise ReadingError("not UTF-8", self.where(), "JSON must be UTF-8: convert it; the rest was not read.")

    def _more(self, characters: int) -> None:
        parts, size = [self._text[self._at :]], 0
        self._at = 0
        while size < characters:
            piece = next(self._pieces, b"")
            try:
                part = self._decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                # What stands before the bad byte can still be read.
                part = error.object[: error.start].decode("utf-8")
                self._is_cut = True
            size += len(part)
            parts.append(part)
            if not piece or self._is_cut:
                self._ended = True
                break
        self._text = "".join(parts)


def _items(
    value: Any, content: bytes, source_name: str, where: str, text_column: str | None
) -> list[Item | Problem]:
    if not isinstance(value, dict):
        return [Problem("a JSON value that is no object", where, 'Give objects such as {"id": …, "text": …}.')]
    return item_of(
        value,
        content,
        source_name=source_name,
        where=where,
        media_type="application/json",
        text_column=text_column,
    )


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[0].lower()}{error.msg[1:]}, column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return "a number that is too long"
