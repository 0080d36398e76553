"""`onrecord.read`: the same for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.errors import ReadingError


def test_read_gives_documents_in_order(reading):
    reading({"a.txt": "One text here.\n", "f/b.txt": "Another one.\n"})
    assert [d.source.name for d in onrecord.read("f", Path("a.txt"))] == ["f/b.txt", "a.txt"]


def test_the_first_problem_raises(reading):
    reading({"a.txt": "One text here.\n"})
    with pytest.raises(ReadingError, match=r"nowhere\.txt: no such file or folder\. Check the spelling"):
        onrecord.read("a.txt", "nowhere.txt")


@pytest.mark.parametrize("address", ["https://news.example/a.html", "HTTP://127.0.0.1/secret"])
def test_an_address_is_no_file_that_is_missing(reading, address):
    with pytest.raises(ReadingError, match=r"an address, not a file\. Save the page"):
        onrecord.read(address)


def test_problems_are_collected_where_that_is_wanted(reading):
    reading({"a.txt": "One text here.\n"})
    problems: list[onrecord.Problem] = []
    assert len(onrecord.read("nowhere.txt", "a.txt", problems=problems)) == 1
    assert [p.where for p in problems] == ["nowhere.txt"]
