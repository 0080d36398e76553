"""Publication times and bylines are recognised on their lines, together or apart."""

from __future__ import annotations

import pytest

from onrecord.reading.text_bylines import author_names, looks_like_name, starts_with_by
from onrecord.reading.text_datelines import is_clock_line, is_date_line, published_and_modified, split_date


@pytest.mark.parametrize(
    "line",
    [
        "12/03/2025",
        "Updated 1:39 am EST, Wednesday, November 20, 2019",
        "Published Tue, Nov 19 2019 7:05 AM EST Updated Tue, Nov 19 2019 7:16 AM EST",
        "Aktualisiert am 07.01.2026 - 18:50 Uhr Lesedauer: 4 Min.",
        "Publié le 18 juil. 2024 à 08:01Mis à jour le 18 juil. 2024 à 09:06",
        "Actualizado Lunes, 2 diciembre 2024 - 02:24",
        "4 Febbraio 2025 - 14:41",
        "2024年10月16日 08:30",
        "22 hours ago",
        "vor 3 Stunden",
        "hace 2 horas",
        "| December 17, 2025",
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
        "225.86",
        "",
        "Source: Harbour Office, October 25, 2019",
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_a_time_of_day_alone() -> None:
    assert is_clock_line("Updated 5:10 pm")
    assert not is_clock_line("5:10 New ferry leaves the yard")
    assert not is_clock_line("-5.44%")


@pytest.mark.parametrize(
    ("line", "before", "date", "after"),
    [
        ("12/03/2025 / By Ada Quill", "", "12/03/2025", "By Ada Quill"),
        ("By Ada Quill | May 3, 2024 at 2:26 PM", "By Ada Quill", "May 3, 2024 at 2:26 PM", ""),
        ("Ada Quill · Alder News · Posted: Aug 08, 2024", "Ada Quill · Alder News", "Posted: Aug 08, 2024", ""),
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
        ("Ada Quill Parliamentary editor", ("Ada Quill",)),
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
        ("Sat 24 Feb 2024 12.42 CET", "2024-02-24", None),
        ("Published Tue, Nov 19 2019 7:05 AM EST Updated Wed, Nov 20 2019 7:16 AM EST", "2019-11-19", "2019-11-20"),
        ("Last updated: May 4, 2024 | Posted: May 3, 2024", "2024-05-03", "2024-05-04"),
        ("Aktualisiert am 07.01.2026 - 18:50 Uhr", None, "2026-01-07"),
        ("22 hours ago", None, None),
    ],
)
def test_moments_of_a_date_line(line: str, published: str | None, modified: str | None) -> None:
    found = published_and_modified(line, "de" if "Uhr" in line else "en")
    assert [moment and moment[:10] for moment in found] == [published, modified]
