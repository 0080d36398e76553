"""Inputs of every kind to documents, one after the other, with what could not be read said between them."""

from __future__ import annotations

import codecs
import hashlib
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OnrecordError, Problem, ReadingError
from onrecord.limits import LIMITS, Limits
from onrecord.reading.decoding import Undecodable, bom_charset, decode
from onrecord.reading.fields import Item, content_name, is_storable
from onrecord.reading.folders import files_of
from onrecord.reading.formats_csv import DELIMITERS, read_csv, split_line
from onrecord.reading.formats_json import read_json
from onrecord.reading.formats_mail import looks_like_mail, read_mail
from onrecord.reading.given import Given, document_id
from onrecord.reading.streams import Stream, open_file
from onrecord.types import Document, Source

_LOG = logging.getLogger(__name__)

_BY_EXTENSION = {
    **dict.fromkeys((".txt", ".text", ".md"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "json lines"),
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    **dict.fromkeys((".eml", ".mhtml", ".mht"), "mail"),
}

# What is often given by mistake, by its first bytes, so that the message can name it.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (as .docx, .epub and .odt are)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database (open an archive with --db)"),
    (b"PAR1", "a Parquet file"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"\x1f\x8b", "gzip data inside gzip data"),
    (b"\x7fELF", "a program"),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)?<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1)[\s>/]",
    re.I | re.S,
)
_HTML_TAG = re.compile(rb"<html[\s>]|<!doctype\s+html", re.I)
_XML = re.compile(rb"\s*<\?xml|\s*<(?:rss|feed|urlset)[\s>]")
_JSON = re.compile(rb'\s*(?:\{\s*"|\[\s*\{)')
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([\w.:-]{2,40})", re.I)
_DECLARED_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}[\"']([\w.:-]{2,40})", re.I)


def read_all(
    inputs: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    limits: Limits = LIMITS,
    text_column: str | None = None,
) -> Iterator[Document | Problem]:
    """Read inputs of any kind into documents.

    The kind of a file is told by its extension (`.txt`, `.html`, `.json`, `.jsonl`, `.csv`, `.tsv`, `.eml`, `.mhtml`,
    each also with `.gz`), else by its content; a text that begins as a page does is one. Text is decoded by the rule in
    `onrecord.reading.decoding`, which mangles nothing silently. Inputs are read as they are asked for, and of an input
    with many documents only one is held at a time.

    Args:
        inputs: paths of files or folders (see `onrecord.reading.folders` for what is left out), `-` for standard input.
        stdin: what `-` reads; the process's standard input if None.
        limits: bounds on sizes and nesting.
        text_column: the column of a table or the field of a JSON object that holds the document.

    Yields:
        Documents in the order of the inputs, and a `Problem` in the place of each item that is set aside. A problem
        with one field says so and is followed by the document, which was read without it. An id that comes again with
        the same text is left out (the first one stands), with another text it is a problem.
    """
    seen: dict[str, bytes] = {}
    for item in _items(inputs, stdin, limits, text_column):
        result = item if isinstance(item, Problem) else _document(item, limits)
        if isinstance(result, Document):
            digest = hashlib.sha256(result.text.encode("utf-8")).digest()[:16]
            if seen.get(result.id) == digest:
                continue
            if seen.setdefault(result.id, digest) != digest:
                result = Problem(
                    f"the id “{result.id}” was given before, with another text",
                    result.source.name,
                    "Give each document an id of its own.",
                )
        yield result


def _items(
    inputs: Iterable[str | Path], stdin: BinaryIO | None, limits: Limits, text_column: str | None
) -> Iterator[Item | Problem]:
    for given in inputs:
        name = str(given)
        if name == "-":
            yield from _reported(sys.stdin.buffer if stdin is None else stdin, "-", limits, text_column)
            continue
        empty = True
        for file in files_of(name, limits):
            empty = False
            if isinstance(file, Problem):
                yield file
                continue
            path = file[0]
            # A name that is not UTF-8 could not be stored or printed.
            file_name = os.fsencode(file[1]).decode("utf-8", "replace")
            try:
                source = open_file(path, file_name)
            except ReadingError as error:
                yield error.problem
                continue
            with source:
                yield from _reported(source, file_name, limits, text_column)
        if empty:
            yield Problem("a folder without a file to read", name, "Give a folder with texts, pages or tables.")


def _reported(source: BinaryIO, name: str, limits: Limits, text_column: str | None) -> Iterator[Item | Problem]:
    """The items of one source; what breaks its bytes ends it with a problem."""
    try:
        yield from _items_of(Stream(source, name, limits), limits, text_column)
    except ReadingError as error:
        yield error.problem


def _items_of(stream: Stream, limits: Limits, text_column: str | None) -> Iterator[Item | Problem]:
    head = stream.head()
    if not head.strip():
        yield Problem("the file is empty" if stream.name != "-" else "nothing came in", stream.name, "Give a text.")
        return
    kind = kind_of(stream.name, head)
    if kind in ("json", "json lines"):
        yield from read_json(
            stream, text_column=text_column, by_line=kind == "json lines", document_bytes=limits.document_bytes
        )
    elif kind in ("csv", "tsv"):
        delimiter = "\t" if kind == "tsv" else None
        yield from read_csv(
            stream, text_column=text_column, delimiter=delimiter, document_bytes=limits.document_bytes
        )
    elif kind in ("text", "html", "mail"):
        content = stream.whole()
        yield read_mail(content, stream.name) if kind == "mail" else _single(content, stream.name, kind == "html")
    else:
        yield Problem(
            f"{kind}, which onrecord does not read",
            stream.name,
            "Give text, HTML, JSON lines, CSV or .eml; convert other formats first.",
        )


def kind_of(name: str, head: bytes) -> str:
    """The kind of an input: `text`, `html`, `json`, `json lines`, `csv`, `tsv`, `mail`, or what it is instead.

    Args:
        name: its path; the extension decides unless the content speaks against it.
        head: its first bytes, unpacked.
    """
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what
    extension = re.search(r"\.\w+$", re.sub(r"\.gz$", "", name, flags=re.I))
    kind = _BY_EXTENSION.get(extension.group().lower()) if extension else None
    charset = bom_charset(head)
    if charset:
        # Cut to whole code units; what is sniffed for is ASCII.
        head = head[: len(head) // 4 * 4].decode(charset, "ignore").encode("utf-8", "ignore")
    head = head.removeprefix(codecs.BOM_UTF8)
    if kind in (None, "text") and _PAGE.match(head):
        return "html"
    if kind is not None:
        return kind
    if _XML.match(head):
        return "XML (a feed or data)"
    if _JSON.match(head):
        return "json"
    if looks_like_mail(head):
        return "mail"
    if _HTML_TAG.search(head):
        return "html"
    first_line = head.split(b"\n", 1)[0].decode("utf-8", "replace")
    for delimiter in DELIMITERS:
        columns = split_line(first_line, delimiter)
        if len(columns) > 1 and content_name(columns, None) and all(len(c) < 60 for c in columns):
            return "csv"
    return "text"


def _single(content: bytes, name: str, is_page: bool) -> Item | Problem:
    """The item of a file that is one text or page."""
    declared = None
    if is_page:
        found = _DECLARED.search(content, 0, 8192) or _DECLARED_XML.match(content)
        declared = found[1].decode("ascii", "ignore") if found else None
    decoded = decode(content, declared, page=is_page)
    if isinstance(decoded, Undecodable):
        return Problem(decoded.what, name, decoded.do)
    source = Source(
        name,
        decoded.media_type("text/html" if is_page else "text/plain"),
        hashlib.sha256(content).hexdigest(),
    )
    return Item(Given(id=document_id(name, content), source=source), decoded.text, is_page)


def _document(item: Item, limits: Limits) -> Document | Problem:
    where = item.given.source.name
    if not is_storable(item.content):
        if not item.is_page:
            return Problem("the text holds half a surrogate pair or a NUL", where, "Mend the export that wrote it.")
        # Browsers read pages with such characters by putting U+FFFD in their place.
        item = replace(item, content=re.sub("[\0\ud800-\udfff]", "\ufffd", item.content))
    try:
        document = _read(item, limits)
    except OnrecordError as error:
        return error.problem
    except Exception as error:  # noqa: BLE001 - one document that trips a bug must not end a batch of a million
        _LOG.debug("reading %s", where, exc_info=True)
        return Problem(f"a bug in onrecord ({type(error).__name__})", where, "Report it, with the document if you can.")
    if not document.text.strip():
        return Problem("no text in it", where, "A page may load its text by a script: save it from the browser.")
    return document


def _read(item: Item, limits: Limits) -> Document:
    # Imported when first needed: reading texts does not need lxml.
    if item.is_page:
        from onrecord.reading.html import read_html

        # A page's text is looked at whole, so that one over the limit is refused and not cut off.
        document = read_html(item.content, item.given, replace(limits, text_characters=limits.document_bytes))
        _require_length(document.text, item, limits)
        return document
    from onrecord.reading.text import read_text

    _require_length(item.content, item, limits)
    return read_text(item.content, item.given)


def _require_length(text: str, item: Item, limits: Limits) -> None:
    if len(text) > limits.text_characters:
        raise ReadingError(
            f"a text of more than {limits.text_characters:,} characters",
            item.given.source.name,
            "Split it into one document each.",
        )
