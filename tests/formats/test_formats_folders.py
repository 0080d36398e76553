"""Folders are walked in a fixed order, without what is no document."""

from __future__ import annotations

import os

from onrecord.limits import Limits

GOOD = "The ferry company closed the line.\n"


def names(result) -> list[str]:
    return [d.source.name for d in result.documents]


def test_in_order_of_names_without_hidden_files(reading):
    files = {f"f/{n}": f"{GOOD}{n}" for n in ("b.txt", "a.txt", "c/d.txt", "c/a.txt", ".hidden.txt", ".git/x.txt")}
    result = reading(files, "f")
    assert names(result) == ["f/a.txt", "f/b.txt", "f/c/a.txt", "f/c/d.txt"]
    assert not result.problems


def test_a_trailing_slash_and_a_dot_change_nothing_but_the_name(reading):
    files = {"f/a.txt": GOOD}
    assert names(reading(files, "f/")) == ["f/a.txt"]
    assert names(reading(files, ".")) == ["./f/a.txt"]


def test_pictures_and_styles_beside_pages_are_left_out(reading):
    files = {"f/a.txt": GOOD, "f/logo.png": b"\x89PNG", "f/main.css": b"p {}", "f/app.js": b"x()"}
    result = reading(files, "f")
    assert names(result) == ["f/a.txt"]
    assert not result.problems


def test_what_somebody_may_have_meant_to_be_read_is_reported(reading):
    result = reading({"f/a.txt": GOOD, "f/b.pdf": b"%PDF-1.4"}, "f")
    assert names(result) == ["f/a.txt"]
    assert result.problem().where == "f/b.pdf"


def test_the_folder_that_a_browser_saves_beside_a_page_is_left_out(reading):
    page = "<html><body><article><p>The ferry company closed the line.</p></article></body></html>"
    files = {"f/Ferry.html": page, "f/Ferry_files/frame.html": page, "f/other_files/a.txt": GOOD}
    assert names(reading(files, "f")) == ["f/Ferry.html", "f/other_files/a.txt"]


def test_loops_of_links_end(reading, tmp_path):
    (tmp_path / "f" / "g").mkdir(parents=True)
    (tmp_path / "f" / "g" / "up").symlink_to(tmp_path / "f")
    (tmp_path / "f" / "again").symlink_to(tmp_path / "f" / "g")
    result = reading({"f/g/a.txt": GOOD}, "f")
    assert len(result.documents) == 1
    assert not result.problems


def test_linked_files_and_folders_are_read(reading, tmp_path):
    reading({"elsewhere/a.txt": GOOD})
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "f" / "b.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    assert names(reading(None, "f")) == ["f/b.txt", "f/linked/a.txt"]


def test_folders_nested_too_deeply(reading):
    result = reading({"f/1/2/3/4/5/a.txt": GOOD, "f/b.txt": GOOD + "x"}, "f", limits=Limits(file_depth=3))
    assert names(result) == ["f/b.txt"]
    assert result.problem().where == "f/1/2/3"


def test_a_folder_without_anything(reading, tmp_path):
    (tmp_path / "f").mkdir()
    assert "without a file" in reading(None, "f").problem().what


def test_a_name_that_is_not_utf8_is_read_under_a_printable_one(reading, tmp_path):
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / os.fsdecode(b"caf\xe9.txt")).write_text(GOOD)
    document = reading(None, "f").one()
    assert document.source.name == "f/caf\ufffd.txt"
    document.id.encode("utf-8")
