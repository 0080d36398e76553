"""Whatever the bytes are, reading ends in documents or problems."""

from __future__ import annotations

import gzip
import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import Problem
from onrecord.limits import Limits
from onrecord.reading import read_all
from onrecord.reading.formats_csv import split_line
from onrecord.types import Document

LIMITS = Limits(document_bytes=5_000, text_characters=2_000, decompressed_bytes=20_000)
SEEDS = (
    b'{"id": "a", "text": "The port closed on Monday.", "tags": ["x"], "published": "2024-05-02"}\n',
    b'[{"text": "The port closed."}, {"html": "<p>It opened.</p>"}]',
    b'id,text\n1,"The port, ""closed"""\n2,It opened.\n',
    b"From: a@b.example\nSubject: S\nDate: Thu, 02 May 2024 07:30:00 +0200\nContent-Type: text/html\n\n<p>It opened.</p>\n",
    b"<!doctype html><html><body><h1>Closed</h1><p>The port closed on Monday.</p></body></html>",
    b"The port closed on Monday.\n\nIt opened on Friday.\n",
)


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A good input with a few stretches replaced by other bytes, perhaps packed."""
    content = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(content)))
        content[start : start + draw(st.integers(0, 10))] = draw(st.binary(max_size=10))
    packed = gzip.compress(bytes(content), mtime=0) if draw(st.booleans()) else bytes(content)
    return packed[: len(packed) - draw(st.integers(0, 5))]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=300), broken()), st.sampled_from([".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ".eml", ""]))
def test_no_bytes_raise(tmp_path_factory, content, extension):
    path = tmp_path_factory.mktemp("any") / f"input{extension}"
    path.write_bytes(content)
    items = list(read_all([path, "-"], stdin=io.BytesIO(content), limits=LIMITS))
    assert items, "an input is never passed over in silence"
    for item in items:
        if isinstance(item, Problem):
            assert item.where
            assert item.what
            assert "bug" not in item.what
            assert item.do
        else:
            assert isinstance(item, Document)
            json.dumps(item.text, ensure_ascii=False).encode("utf-8")
            assert all(0 <= b.start <= b.end <= len(item.text) for b in item.blocks)


@given(st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])), min_size=1, max_size=6))
def test_a_row_comes_back_as_it_was_written(fields):
    line = ",".join('"' + field.replace('"', '""') + '"' for field in fields)
    assert split_line(line, ",") == fields
