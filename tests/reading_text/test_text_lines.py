"""Publication times and bylines are recognised on their lines, together or apart."""

from __future__ import annotations

import pytest

from onrecord.reading.text_bylines import author_names, looks_like_name, starts_with_by
from onrecord.reading.text_datelines import is_clock_line, is_date_line, published_and_modified, split_date


@pytest.mark.parametrize(
    "line",
    [
        "05/14/2024",
        "Updated 3:12 pm EST, Monday, March 4, 2024",
        "Published Mon, Mar 4 2024 6:10 AM EST Updated Mon, Mar 4 2024 8:22 AM EST",
        "Aktualisiert am 11.03.2024 - 17:05 Uhr Lesedauer: 3 Min.",
        "Publié le 4 mars 2024 à 07:15Mis à jour le 5 mars 2024 à 10:40",
        "Actualizado Martes, 5 marzo 2024 - 11:31",
        "5 Marzo 2024 - 16:20",
        "2024年3月5日 09:45",
        "22 hours ago",
        "vor 3 Stunden",
        "hace 2 horas",
        "| March 5, 2024",
    ],
)
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ship left on March 3, 2021 for Alder",
        "By Ada Quill",
        "Budget 2025",
        "118.40",
        "",
        "Source: Harbour Office, March 25, 2024",
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_a_time_of_day_alone() -> None:
    assert is_clock_line("Updated 5:10 pm")
    assert not is_clock_line("5:10 New ferry leaves the yard")
    assert not is_clock_line("-3.21%")


@pytest.mark.parametrize(
    ("line", "before", "date", "after"),
    [
        ("05/14/2024 / By Ada Quill", "", "05/14/2024", "By Ada Quill"),
        ("By Ada Quill | May 3, 2024 at 2:26 PM", "By Ada Quill", "May 3, 2024 at 2:26 PM", ""),
        ("Ada Quill · Alder News · Posted: Mar 05, 2024", "Ada Quill · Alder News", "Posted: Mar 05, 2024", ""),
        ("Ada Quill5 hours ago", "Ada Quill", "5 hours ago", ""),
    ],
)
def test_a_line_with_byline_and_date_is_taken_apart(line: str, before: str, date: str, after: str) -> None:
    parts = split_date(line)
    assert parts is not None
    assert [line[start:end] for start, end in parts] == [before, date, after]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", ("Ada Quill",)),
        ("By Ada Quill and Tom Inkwell", ("Ada Quill", "Tom Inkwell")),
        ("Von Ada Quill, Alder", ("Ada Quill",)),
        ("Kommentar von Ada Quill", ("Ada Quill",)),
        ("Por Ada Quill | Redacción", ("Ada Quill",)),
        ("Ada Quill, Business Writer", ("Ada Quill",)),
        ("Ada Quill Political editor", ("Ada Quill",)),
        ("By Ada Quill - Associated Press", ("Ada Quill",)),
        ("Ada Quill @adaquill", ("Ada Quill",)),
        ("Associated Press in Alder", ("Associated Press",)),
        ("By", ()),
        ("https://alder.example/authors/quill", ()),
        ("", ()),
    ],
)
def test_names_of_a_byline(line: str, names: tuple[str, ...]) -> None:
    assert author_names(line) == names


def test_what_looks_like_a_name() -> None:
    assert looks_like_name("Ada van der Quill")
    assert not looks_like_name("Dockers reject the offer")
    assert not looks_like_name("Ada")
    assert starts_with_by("byAda Quill")
    assert not starts_with_by("By the harbour, ferries wait")
    assert not starts_with_by("Presented by Alder Shipping")


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Sat 2 Mar 2024 10.15 CET", "2024-03-02", None),
        ("Published Mon, Mar 4 2024 6:10 AM EST Updated Tue, Mar 5 2024 8:22 AM EST", "2024-03-04", "2024-03-05"),
        ("Last updated: May 4, 2024 | Posted: May 3, 2024", "2024-05-03", "2024-05-04"),
        ("Aktualisiert am 11.03.2024 - 17:05 Uhr", None, "2024-03-11"),
        ("22 hours ago", None, None),
    ],
)
def test_moments_of_a_date_line(line: str, published: str | None, modified: str | None) -> None:
    found = published_and_modified(line, "de" if "Uhr" in line else "en")
    assert [moment and moment[:10] for moment in found] == [published, modified]
