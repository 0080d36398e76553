"""The queries of docs/archive.md run, and find something."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from invented_collection import article

from onrecord.store import Archive
from onrecord.types import Annotated

PAGE = Path(__file__).parents[2] / "docs" / "archive.md"
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)


def printed_twice() -> list[Annotated]:
    """A text that two outlets printed, with a denial and a deadline for a ferry in it."""
    first = article(1)
    text = first.document.text.replace(first.document.text[-30:], " ferry missed another deadline.")
    statements = tuple(replace(s, stance="denies") for s in first.annotations.statements)
    return [
        Annotated(replace(first.document, id=id_, text=text, outlet=outlet), replace(first.annotations, statements=statements))
        for id_, outlet in (("a", "The Quay"), ("b", "The Lantern"))
    ]


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_of_the_page_find_something(tmp_path: Path, query: str) -> None:
    with Archive(tmp_path / "archive.db") as archive:
        archive.add(printed_twice())
        assert len(archive.reports()) == 1
    connection = sqlite3.connect(tmp_path / "archive.db")
    assert connection.execute(query).fetchall()
    connection.close()


def test_the_page_names_every_table_and_view(tmp_path: Path) -> None:
    Archive(tmp_path / "archive.db").close()
    connection = sqlite3.connect(tmp_path / "archive.db")
    names = {n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    connection.close()
    internal = {n for n in names if n.startswith("search_")} | {"block_words"}
    assert {n for n in names - internal if f"`{n}`" not in PAGE.read_text(encoding="utf-8")} == set()
