"""Bounded access to the bytes of one input: nothing here holds more than one document at a time."""

from __future__ import annotations

import codecs
import gzip
import os
import re
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from onrecord.errors import ReadingError
from onrecord.limits import Limits
from onrecord.reading.decoding import bom_charset

_ADDRESS = re.compile(r"(?:https?|ftp)://?", re.I)
_CHUNK = 1 << 16
_HEAD = 1 << 12
_GZIP = b"\x1f\x8b"


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class TooLongError(ReadingError):
    """One line or document passes the limit; the rest of the input can still be read."""


class Stream:
    """The bytes of one input, in order, with a head that can be looked at first.

    gzip is undone, bounded by `Limits.decompressed_bytes`; UTF-16 and UTF-32 with a byte order mark become UTF-8 on
    request, so that lines can be told apart.

    Raises:
        ReadingError: from any method, if the bytes cannot be read: the file vanishes, gzip data ends early or is
            broken, or unpacks to more than the limit.
    """

    def __init__(self, source: _Readable, name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._source = source
        self._buffer = b""
        self._left: int | None = None
        self.compressed = self.head().startswith(_GZIP)
        if self.compressed:
            # The magic number was read already, so the unpacker gets the buffer first.
            self._source = gzip.GzipFile(fileobj=cast(BinaryIO, _Again(self._buffer, source)))
            self._buffer = b""
            self._left = limits.decompressed_bytes

    def head(self) -> bytes:
        """The first bytes (some 4 kB, or all there are), which stay to be read."""
        while len(self._buffer) < _HEAD and (more := self._read(_CHUNK)):
            self._buffer += more
        return self._buffer

    def chunks(self) -> Iterator[bytes]:
        """All that is left, piece by piece."""
        while piece := self._take():
            yield piece

    def whole(self) -> bytes:
        """All bytes as one document.

        Raises:
            TooLongError: if there are more than `Limits.document_bytes`.
        """
        pieces, size = [], 0
        for piece in self.chunks():
            size += len(piece)
            if size > self._limits.document_bytes:
                raise self._too_long(self.name)
            pieces.append(piece)
        return b"".join(pieces)

    def lines(self) -> Iterator[tuple[int, bytes | TooLongError]]:
        """Number (from 1) and bytes of each line with its line end; a line over the limit is passed over unread."""
        number, parts, size = 1, [], 0
        for piece in self.chunks():
            start = 0
            while (end := piece.find(b"\n", start) + 1) > 0:
                size += end - start
                parts.append(piece[start:end])
                yield number, self._line(number, parts, size)
                number, parts, size, start = number + 1, [], 0, end
            size += len(piece) - start
            parts.append(piece[start:])
            if size > self._limits.document_bytes:
                parts.clear()
        if size:
            yield number, self._line(number, parts, size)

    def _line(self, number: int, parts: list[bytes], size: int) -> bytes | TooLongError:
        if size > self._limits.document_bytes:
            return self._too_long(f"{self.name}, line {number}")
        return b"".join(parts)

    def as_utf8(self) -> Stream:
        """This stream, or one that gives it as UTF-8 where a byte order mark names another encoding."""
        charset = bom_charset(self.head())
        if charset is None:
            return self
        return Stream(_Transcoded(self, charset), self.name, self._limits)

    def _take(self) -> bytes:
        piece, self._buffer = self._buffer, b""
        return piece or self._read(_CHUNK)

    def _read(self, size: int) -> bytes:
        try:
            piece = self._source.read(size)
        except EOFError:
            raise ReadingError(
                "the gzip data ends early", self.name, "The file was cut off: copy or download it again."
            ) from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise ReadingError(f"broken gzip data ({error})", self.name, "Copy or download it again.") from None
        except OSError as error:
            raise ReadingError(_reason(error), self.name, "Check the disk or the connection.") from None
        if self._left is not None:
            self._left -= len(piece)
            if self._left < 0:
                raise ReadingError(
                    f"unpacks to more than {_size(self._limits.decompressed_bytes)}",
                    self.name,
                    "If it is sound, split it into smaller files.",
                )
        return piece

    def _too_long(self, where: str) -> TooLongError:
        return TooLongError(
            f"longer than the {_size(self._limits.document_bytes)} that one document may have",
            where,
            "Split it into one document each.",
        )


class _Again:
    """Bytes that were read already, followed by the rest of their source."""

    def __init__(self, first: bytes, rest: _Readable) -> None:
        self._first = first
        self._rest = rest

    def read(self, size: int) -> bytes:
        piece, self._first = self._first[:size], self._first[size:]
        return piece or self._rest.read(size)


class _Transcoded:
    def __init__(self, stream: Stream, charset: str) -> None:
        self._stream = stream
        self._pieces = stream.chunks()
        self._charset = charset
        self._decoder = codecs.getincrementaldecoder(charset)("strict")
        self._first = True

    def read(self, _size: int) -> bytes:
        try:
            for piece in self._pieces:
                text = self._decoder.decode(piece)
                if self._first:
                    self._first, text = False, text.removeprefix("\ufeff")
                if text:
                    return text.encode("utf-8", "strict")
            self._decoder.decode(b"", final=True)
        except UnicodeError:
            raise ReadingError(
                f"the byte order mark says {self._charset}, but other bytes follow",
                self._stream.name,
                "Save it again as UTF-8.",
            ) from None
        return b""


def open_file(path: Path, name: str) -> BinaryIO:
    """Open a regular file for reading, never anything that could block.

    Raises:
        ReadingError: if there is no such file, it is no regular file, or it must not be read.
    """
    try:
        # O_NONBLOCK: opening a named pipe that nobody writes to would wait for ever. It changes nothing for files.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        if path.is_symlink():
            raise ReadingError("a link to a file that does not exist", name, "Mend or remove the link.") from None
        if _ADDRESS.match(name):
            do = "Save the page in a browser, and give the file."
            raise ReadingError("an address, not a file", name, do) from None
        raise ReadingError("no such file or folder", name, "Check the spelling and the working directory.") from None
    except (OSError, ValueError) as error:
        raise ReadingError(_reason(error), name, "Check the path and its permissions.") from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        kind = "a named pipe" if stat.S_ISFIFO(mode) else "a device" if not stat.S_ISDIR(mode) else "a folder"
        raise ReadingError(
            f"{kind}, not a file", name, "Give a file or a folder, or `-` to read from standard input."
        )
    return os.fdopen(descriptor, "rb", buffering=0)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read ({error.strerror.lower()})"
    return f"cannot be read ({error})"


def _size(number: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= factor:
            return f"{number / factor:.4g} {unit}"
    return f"{number} bytes"
