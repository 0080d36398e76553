"""Bad input is reported with what is wrong, where and what to do, and the rest of the batch goes on."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.limits import Limits
from onrecord.reading import read_all

GOOD = "The ferry company closed the line.\n"
SMALL = Limits(document_bytes=20_000, text_characters=5_000, decompressed_bytes=300_000, file_depth=4)


def sets_aside(reading, name: str, content: bytes, what: str, **more) -> None:
    """The file is one problem, and what stands before and after it is read."""
    result = reading({"a.txt": GOOD, name: content, "z.txt": GOOD}, "a.txt", name, "z.txt", **more)
    assert [d.source.name for d in result.documents] == ["a.txt", "z.txt"]
    problem = result.problem()
    assert what in problem.what
    assert problem.where.startswith(name)
    assert problem.do.endswith(".")
    assert "\n" not in str(problem)


@pytest.mark.parametrize("name", ["e.txt", "e.html", "e.jsonl", "e.json", "e.csv", "e.eml", "e", "e.txt.gz"])
@pytest.mark.parametrize("content", [b"", b"  \n\t\n"])
def test_an_empty_file(reading, name, content):
    sets_aside(reading, name, content, "empty")


def test_an_empty_gzip(reading):
    sets_aside(reading, "e.txt.gz", gzip.compress(b""), "empty")


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("p.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        ("p.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        ("d.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("d.docx", b"PK\x03\x04\x14\0\x06\0", "zip"),
        ("a.db", b"SQLite format 3\0\x10\0", "database"),
        ("x", bytes(range(256)) * 20, "binary"),
        ("x.txt", b"Text, then\0\0\0 NULs\0 at odd and even places.\0\0", "binary"),
        ("x.html", b"<html><p>Text\0\0\0\0 with NULs</p></html>\0\0", "binary"),
        ("f.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "XML"),
        ("t.txt.gz.gz", gzip.compress(gzip.compress(b"text")), "gzip data inside"),
        ("v.txt", b"\xff\xfeA\0B", "byte order mark"),
    ],
)
def test_what_is_no_document(reading, name, content, what):
    sets_aside(reading, name, content, what)


def test_a_file_over_the_limit(reading):
    sets_aside(reading, "big.txt", b"word " * 5_000, "longer than the 20 kB", limits=SMALL)


def test_a_text_over_the_limit(reading):
    sets_aside(reading, "big.txt", b"word " * 1_500, "5,000 characters", limits=SMALL)


def test_a_page_with_a_text_over_the_limit_is_refused_and_not_cut_off(reading):
    page = "<html><body><article>" + "".join(f"<p>The port closed for day {n}, they said.</p>" for n in range(200)) + "</article></body></html>"
    sets_aside(reading, "big.html", page.encode(), "5,000 characters", limits=SMALL)


def test_a_line_over_the_limit_is_passed_over(reading):
    lines = ['{"id": "a", "text": "Before."}', '{"id": "b", "text": "' + "x" * 30_000 + '"}', '{"id": "c", "text": "After."}']
    result = reading({"n.jsonl": "\n".join(lines)}, limits=SMALL)
    assert [d.id for d in result.documents] == ["a", "c"]
    assert result.problem().where == "n.jsonl, line 2"


def test_a_row_over_the_limit_is_passed_over(reading):
    result = reading({"n.csv": f"id,text\na,Before.\nb,{'x' * 30_000}\nc,After.\n"}, limits=SMALL)
    assert [d.id for d in result.documents] == ["a", "c"]
    assert result.problem().where == "n.csv, line 3"


def test_a_value_over_the_limit_ends_an_array(reading):
    items = [{"id": "a", "text": "Before."}, {"id": "b", "text": "x" * 30_000}]
    result = reading({"n.json": json.dumps(items, indent=1)}, limits=SMALL)
    assert [d.id for d in result.documents] == ["a"]
    assert result.problem().where == "n.json, line 6"


def test_a_line_of_200_megabytes_is_refused_in_bounded_memory(tmp_path):
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as target:
        target.write(b'{"id": "a", "text": "')
        for _ in range(200):
            target.write(b"x" * 1_000_000)
        target.write(b'"}\n{"id": "b", "text": "After it."}\n')
    program = (
        "import resource, sys\n"
        "from onrecord.reading import read_all\n"
        "list(read_all([sys.argv[2]]))  # what reading a text needs in any case\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for item in read_all([sys.argv[1]]): print(item if hasattr(item, 'what') else item.id)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    (tmp_path / "small.txt").write_text(GOOD)
    arguments = [sys.executable, "-c", program, str(path), str(tmp_path / "small.txt")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    problem, document, megabytes = done.stdout.splitlines()
    assert "huge.jsonl, line 1: longer than the 32 MB" in problem
    assert document == "b"
    assert int(megabytes) < 100, "bounded by the 32 MB that a document may have, not by the line"


def test_a_truncated_gzip(reading):
    sets_aside(reading, "t.txt.gz", gzip.compress(os.urandom(9_000).hex().encode())[:-300], "ends early")


def test_lines_before_the_cut_of_a_gzip_are_read(reading):
    lines = "".join(json.dumps({"id": f"n{i}", "text": os.urandom(2_000).hex()}) + "\n" for i in range(200))
    packed = gzip.compress(lines.encode())
    result = reading({"t.jsonl.gz": packed[: len(packed) // 2]})
    assert len(result.documents) > 50
    assert "ends early" in result.problem().what


def test_a_broken_gzip(reading):
    packed = bytearray(gzip.compress(os.urandom(9_000).hex().encode()))
    packed[2_000:2_100] = b"\0" * 100
    sets_aside(reading, "t.txt.gz", bytes(packed), "gzip")


def test_a_gzip_bomb_as_one_document(reading):
    sets_aside(reading, "b.txt.gz", gzip.compress(b"a" * 10_000_000), "longer than", limits=SMALL)


def test_a_gzip_bomb_as_many_lines(reading):
    line = b'{"text": "word' + b" " * 3_000 + b'"}\n'
    result = reading({"b.jsonl.gz": gzip.compress(line * 1_000)}, limits=SMALL)
    assert "unpacks to more than 300 kB" in result.problems[-1].what


def test_a_gzip_bomb_is_not_unpacked_to_its_end(tmp_path):
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 10_000_000) * 1_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    (problem,) = read_all([path])
    assert "longer than the 32 MB" in problem.what
    assert time.process_time() - start < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_deeply_nested_html_is_read_or_refused_in_time(reading):
    page = "<html><body>" + "<div>" * 200_000 + "The text is down here." + "</div>" * 200_000
    start = time.process_time()
    result = reading({"deep.html": page, "z.txt": GOOD})
    assert time.process_time() - start < 20
    assert len(result.items) == 2
    assert result.documents[-1].source.name == "z.txt"


@pytest.mark.parametrize("name", ["deep.json", "deep.jsonl"])
def test_deeply_nested_json(reading, name):
    sets_aside(reading, name, b'{"text": ' + b"[" * 500_000, "nested too deeply")


def test_invalid_json_on_a_line(reading):
    result = reading({"n.jsonl": '{"id": "a", "text": "One here."}\n{"id": "b", "text": \n{"id": "c", "text": "Three."}\n'})
    assert [d.id for d in result.documents] == ["a", "c"]
    assert result.problem().where == "n.jsonl, line 2"
    assert "invalid JSON" in result.problem().what


def test_invalid_json_on_the_first_line_of_a_json_file(reading):
    result = reading({"n.json": '{"id": "a", "text" "One here."}\n{"id": "b", "text": "Two here."}\n'})
    assert [d.id for d in result.documents] == ["b"]
    assert result.problem().where == "n.json, line 1"


def test_an_error_in_an_array_names_the_line_and_keeps_what_came_before(reading):
    result = reading({"n.json": '[\n{"id": "a", "text": "One here."},\n{"id": "b" "text": "Two."}\n]'})
    assert [d.id for d in result.documents] == ["a"]
    assert result.problem().where == "n.json, line 3"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('[{"text": "One here."}', "not closed"),
        ('[{"text": "One here."},', "not closed"),
        ('[{"text": "One here."} {"text": "Two."}]', "comma"),
        ('[{"text": "One here."}] more', "after the end"),
        ('{\n"text": "One', "invalid JSON"),
        ('[{"text": "One here."}, 5]', "no object"),
        ('[{"text": "One here."}, ' + "9" * 6_000 + "]", "number"),
    ],
)
def test_broken_arrays(reading, content, what):
    assert what in reading({"n.json": content}).problem().what


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"id": "b"}', "no text"),
        ('{"id": "b", "text": null}', "no text"),
        ('{"id": "b", "text": ""}', "no text"),
        ('{"id": "b", "text": "   "}', "no text"),
        ('{"id": "b", "text": ["a"]}', "a list, not a string"),
        ('{"id": "b", "text": 5}', "a number, not a string"),
        ('"only a string"', "no object"),
        ('{"id": "b", "text": "half \\ud83d of it"}', "surrogate"),
        ('{"id": "b\\u0000", "text": "Some text."}', "NUL"),
        ('{"id": "b", "text": "a NUL \\u0000 inside"}', "NUL"),
        ('{"id": "b", "title": "\\udc00", "text": "Some text."}', "surrogate"),
        ("\0\0\0", "JSON"),
    ],
)
def test_lines_that_are_no_document(reading, line, what):
    lines = ['{"id": "a", "text": "Before it."}', line, '{"id": "c", "text": "After it."}']
    result = reading({"n.jsonl": "\n".join(lines)})
    assert [d.id for d in result.documents] == ["a", "c"]
    assert what in result.problem().what
    assert result.problem().where.startswith("n.jsonl")


def test_a_line_that_is_not_utf8(reading):
    content = b'{"id": "a", "text": "Before it."}\n{"id": "b", "text": "caf\xe9"}\n{"id": "c", "text": "After it."}\n'
    result = reading({"n.jsonl": content})
    assert [d.id for d in result.documents] == ["a", "c"]
    assert result.problem().where == "n.jsonl, line 2"
    assert "not UTF-8" in result.problem().what


def test_a_page_with_half_a_surrogate_pair_is_read_as_browsers_do(reading):
    line = '{"id": "a", "html": "<article><p>The ship \\ud83d sailed on Friday.</p></article>"}'
    assert "\ufffd sailed" in reading({"n.jsonl": line}).one().text


def test_a_table_without_a_text_column_names_its_columns(reading):
    result = reading({"n.csv": "number,remark\n1,The line is closed.\n", "z.txt": GOOD})
    assert "no column with the text" in result.problem().what
    assert "number, remark" in result.problem().what
    assert len(result.documents) == 1


def test_a_named_column_that_is_missing(reading):
    result = reading({"n.csv": "id,text\n1,The line is closed.\n"}, text_column="meldung")
    assert "no column `meldung`" in result.problem().what
    result = reading({"n.jsonl": '{"text": "The line is closed."}'}, text_column="meldung")
    assert "`meldung`" in result.problem().what


def test_a_row_with_too_many_fields_is_not_cut_off(reading):
    result = reading({"n.csv": "id,text\n1,The line, it said, is closed.\n2,Another one.\n"})
    assert [d.id for d in result.documents] == ["2"]
    assert result.problem().where == "n.csv, line 2"


def test_an_open_quotation_mark(reading):
    result = reading({"n.csv": 'id,text\n1,The first one.\n2,"The second one\n3,The third one.\n'})
    assert [d.id for d in result.documents] == ["1"]
    assert result.problem().where == "n.csv, line 3"
    assert "quotation mark" in result.problem().what


def test_an_open_quotation_mark_is_bounded(reading):
    table = 'id,text\n1,"' + "line after line\n" * 5_000
    assert "row" in reading({"n.csv": table}, limits=SMALL).problem().what


def test_a_message_that_is_none(reading):
    sets_aside(reading, "m.eml", b"From: a@b.example\nContent-Type: image/png\n\nAAAA\n", "without text")


def test_a_message_nested_without_end(reading):
    content = b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (i, i) for i in range(3_000))
    result = reading({"m.eml": content, "z.txt": GOOD})
    assert result.documents[-1].source.name == "z.txt"
    assert result.problem().where == "m.eml"


@pytest.mark.parametrize(
    "content",
    [
        b"From: a@b.example\nContent-Type: text/plain; " + b"a=b; " * 100_000 + b"\n\nText.\n",
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=B\n\n" + b"--B\n\nText.\n" * 200_000,
        b"From: " + b"(" * 1_000_000 + b"\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nText.\n",
    ],
    ids=["parameters", "parts", "header"],
)
def test_a_message_made_to_cost_time(reading, content):
    start = time.process_time()
    assert len(reading({"m.eml": content}).items) == 1
    assert time.process_time() - start < 10


def test_a_missing_file(reading):
    result = reading({"z.txt": GOOD}, "nowhere.txt", "z.txt")
    assert "no such file" in result.problem().what
    assert result.problem().where == "nowhere.txt"
    assert len(result.documents) == 1


def test_a_broken_link(reading, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link.txt").symlink_to("nowhere.txt")
    result = reading({"folder/z.txt": GOOD}, "folder")
    assert "link" in result.problem().what
    assert result.problem().where == "folder/link.txt"
    assert len(result.documents) == 1


def test_a_named_pipe_does_not_hang(reading, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    result = reading({"z.txt": GOOD}, "pipe", "z.txt")
    assert "named pipe" in result.problem().what
    assert len(result.documents) == 1


def test_a_device_is_no_file(reading):
    result = reading({"z.txt": GOOD}, "/dev/zero", "z.txt")
    assert "device" in result.problem().what
    assert len(result.documents) == 1


def test_an_unreadable_folder(reading, monkeypatch):
    real = os.scandir

    def refuse(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = reading({"folder/closed/a.txt": GOOD, "folder/z.txt": GOOD}, "folder")
    assert "permission denied" in result.problem().what
    assert result.problem().where == "folder/closed"
    assert len(result.documents) == 1


def test_an_unreadable_file(reading, monkeypatch):
    real = os.open

    def refuse(path, *rest, **more):
        if Path(path).name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    result = reading({"closed.txt": GOOD, "z.txt": GOOD})
    assert "permission denied" in result.problem().what
    assert len(result.documents) == 1


def test_a_path_with_a_nul(reading):
    assert "cannot be read" in reading({}, "a\0b.txt").problem().what


def test_a_disk_that_fails_while_reading():
    class Failing:
        def read(self, size: int) -> bytes:
            raise OSError(5, "Input/output error")

    (problem,) = read_all(["-"], stdin=Failing())
    assert "input/output error" in problem.what


def test_an_id_that_comes_again_with_another_text(reading):
    lines = ['{"id": "a", "text": "One text."}', '{"id": "a", "text": "Another text."}', '{"id": "a", "text": "One text."}']
    result = reading({"n.jsonl": "\n".join(lines)})
    assert [d.text for d in result.documents] == ["One text."]
    assert result.problem().where == "n.jsonl#2"
    assert "“a”" in result.problem().what


def test_nothing_on_standard_input(reading):
    assert "nothing came in" in reading(None, "-", stdin=b"").problem().what


def test_an_error_early_in_a_large_file_is_named_as_what_it_is(reading):
    content = '[\n{"id": "a", "text": "One here."},\n{"id": "b" "text": "Two."},\n' + '{"text": "More."},\n' * 5_000 + "{}]"
    problem = reading({"n.json": content}, limits=SMALL).problem()
    assert "invalid JSON" in problem.what
    assert problem.where == "n.json, line 3"


def test_what_stands_before_a_byte_that_is_not_utf8_is_read(reading):
    result = reading({"n.json": b'[{"id": "a", "text": "One here."},\n{"id": "b", "text": "caf\xe9"}]'})
    assert [d.id for d in result.documents] == ["a"]
    assert result.problem().where == "n.json, line 2"
    assert "not UTF-8" in result.problem().what
