"""Dates as publishers print them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import find_date, find_dates


@pytest.mark.parametrize(
    ("printed", "language", "iso"),
    [
        ("2024-05-03T18:05:11.123Z", None, "2024-05-03T18:05:11+00:00"),
        ("2024-05-03 18:05:11 +0200", None, "2024-05-03T18:05:11+02:00"),
        ("20240503", None, "2024-05-03"),
        ("Fri, 03 May 2024 18:05:11 GMT", None, "2024-05-03T18:05:11+00:00"),
        ("Fri May 03 18:05:11 UTC 2024", None, "2024-05-03T18:05:11+00:00"),
        ("May 3, 2024 at 3:07 p.m. EDT", "en", "2024-05-03T15:07:00-04:00"),
        ("Published 8:03 AM, Jan. 5, 2025", "en", "2025-01-05T08:03:00"),
        ("25th November 2019", "en", "2019-11-25"),
        ("Veröffentlicht am 3. Mai 2024, 18.05 Uhr", "de", "2024-05-03T18:05:00"),
        ("12. Jänner 2024", "de", "2024-01-12"),
        ("Publié le 1er août 2024 à 7h29", "fr", "2024-08-01T07:29:00"),
        ("3 de maio de 2024 às 14h30", "pt", "2024-05-03T14:30:00"),
        ("martes 17 de marzo de 2020", "es", "2020-03-17"),
        ("5 listopada 2024", "pl", "2024-11-05"),
        ("5. listopada 2024.", "hr", "2024-10-05"),
        ("2024. május 3. 10:11", "hu", "2024-05-03T10:11:00"),
        ("2024 m. gegužės 3 d.", "lt", "2024-05-03"),
        ("19 липня 2024, 12:33", "uk", "2024-07-19T12:33:00"),
        ("Κυριακή, 3 Μαρτίου 2024", "el", "2024-03-03"),
        ("3 Մայիսի 2024", "hy", "2024-05-03"),
        ("الثلاثاء 3 كانون الثاني 2023 - 12:22", "ar", "2023-01-03T12:22:00"),
        ("۲۵ اردیبهشت ۱۴۰۳", "fa", "2024-05-14"),
        ("1403/02/25", "fa", "2024-05-14"),
        ("३ मई 2024", "hi", "2024-05-03"),
        ("25 มิ.ย. 2567", "th", "2024-06-25"),
        ("12 tháng 5, 2024", "vi", "2024-05-12"),
        ("2024年5月3日", "zh", "2024-05-03"),
        ("令和6年5月3日", "ja", "2024-05-03"),
        ("입력 2024.05.03. 오후 3:07", "ko", "2024-05-03T15:07:00"),
        ("24.12.24 18:00", "de", "2024-12-24T18:00:00"),
        ("25/12/2024", "en", "2024-12-25"),
    ],
)
def test_shapes(printed: str, language: str | None, iso: str) -> None:
    assert find_date(printed, language=language) == iso


def test_day_or_month_first() -> None:
    assert find_date("03/04/2024", language="en") == "2024-03-04"
    assert find_date("03/04/2024", language="fr") == "2024-04-03"
    assert find_date("03/04/2024", language="en", day_first=True) == "2024-04-03"


@pytest.mark.parametrize("text", ["", "Friday", "May 2024", "3 May", "31 February 2024", "2024-13-40", "12:30", "10-12-05", "£1,403"])
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_offsets_are_those_of_the_days() -> None:
    line = "Posted Jan 2, 2020 | Updated 3 January 2020, 10:15"
    assert [(line[s:e], iso) for s, e, iso in find_dates(line, language="en")] == [
        ("Jan 2, 2020", "2020-01-02T10:15:00"), ("3 January 2020", "2020-01-03T10:15:00"),
    ]  # fmt: skip


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2190, 1, 1)))
def test_every_day_in_words_and_figures(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert find_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=80))
def test_any_text_is_safe(text: str) -> None:
    for start, end, iso in find_dates(text):
        assert 0 <= start < end <= len(text)
        assert len(iso) in {10, 19, 25}


def test_long_lines_cost_no_more_than_their_beginning(quickest: Callable[..., float]) -> None:
    lines = ("1 " * 500_000, "may " * 300_000, "1." * 500_000, "9" * 1_000_000)
    assert quickest(lambda: [find_date(line) for line in lines], 3) < 3


@pytest.mark.parametrize("language", ["en", None])
def test_a_weekday_is_no_month_of_another_language(language: str | None) -> None:
    assert find_date("Sat 24 Feb 2024", language=language) == "2024-02-24"
    assert find_date("24 Satumba 2024", language="ha") == "2024-09-24"
