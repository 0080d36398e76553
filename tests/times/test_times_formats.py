"""Ways of writing dates and times in the wild."""

import pytest

from onrecord.annotation.times import country_of
from onrecord.times import find

PUBLISHED = "2025-12-03"


def values(text, **more):
    return [time.value for time in find(text, PUBLISHED, **more)]


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-28", "28.11.2025", "28/11/2025", "11/28/2025", "28 / 11 / 2025", "28 Nov 2025", "28 November, 2025",
        "Nov. 28, 2025", "Nov 28 2025", "NOV. 28, 2025", "November 28th, 2025", "the 28th of November, 2025", "28-Nov-2025",
        "Friday, 28 November 2025", "Fri., Nov. 28, 2025", "Nov.28,2025", "Nov . 28 , 2025", "Nov.\u00a028,\u00a02025",
        "November\n28,\n2025", "Novem\u00adber 28, 2025", "Fri, 28 Nov 2025", "2025/11/28", "28\u202fNovember\u202f2025",
    ],
)
def test_one_day_in_many_hands(text):
    assert values(f"Issued {text} in the capital.") == ["2025-11-28"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 5 p.m. Tuesday", "2025-12-02T17:00"), ("at 5pm on Tuesday", "2025-12-02T17:00"),
        ("at 10:35 a.m. on Tuesday", "2025-12-02T10:35"), ("at 10.35pm on Tuesday", "2025-12-02T22:35"),
        ("at 1800 GMT on Tuesday", "2025-12-02T18:00Z"), ("at 18:00 UTC on Tuesday", "2025-12-02T18:00Z"),
        ("at 18:30 on Tuesday", "2025-12-02T18:30"), ("at noon on Tuesday", "2025-12-02T12:00"),
        ("at midnight Tuesday", "2025-12-02T24:00"), ("at 5 p.m. EST, Dec. 2", "2025-12-02T17:00"),
        ("at three o'clock in the afternoon on Tuesday", "2025-12-02T15:00"), ("on 2025-12-02T18:00:05Z", "2025-12-02T18:00:05Z"),
        ("on Dec. 2, 9:15 p.m.", "2025-12-02T21:15"), ("at half past two on Tuesday", "2025-12-02T02:30"),
    ],
)
def test_times_of_day_on_the_day_their_sentence_tells(text, value):
    found = [time.value for time in find(f"Doors were shut {text}.", PUBLISHED) if time.type == "TIME"]
    assert found == [value]


def test_zones_are_kept_in_the_interval():
    [time] = find("The offer lapses at 5 p.m. EST, Dec. 8, 2025.", PUBLISHED)
    assert (time.value, time.begin) == ("2025-12-08T17:00", "2025-12-08T17:00:00-05:00")
    [time] = find("It landed at 6:40 p.m. (GMT +8) on Dec. 2.", PUBLISHED)[:1]
    assert time.begin == "2025-12-02T18:40:00+08:00"


def test_the_same_moment_in_brackets_is_one_time():
    text = "It went off at 10:35 a.m. (0735 GMT) Friday."
    assert [text[t.start : t.end] for t in find(text, PUBLISHED)] == ["10:35 a.m.", "Friday"]


class TestNumericDatesThatCanBeReadTwoWays:
    def test_the_day_of_publication_decides(self):
        assert values("Posted 12/03/2025.") == ["2025-12-03"]
        assert values("Posted 03/12/2025.") == ["2025-12-03"]

    def test_the_weekday_decides(self):
        assert values("Posted Friday, 04/07/2025.") == ["2025-07-04"]
        assert values("Posted Monday 04/07/2025.") == ["2025-04-07"]

    def test_the_outlets_country_decides(self):
        assert values("Posted 04/07/2023.", country="USA") == ["2023-04-07"]
        assert values("Posted 04/07/2023.", country="GBR") == ["2023-07-04"]

    def test_an_impossible_month_decides(self):
        assert values("Posted 13/07/2023 and 07/13/2023.") == ["2023-07-13", "2023-07-13"]

    def test_else_it_is_said_to_be_ambiguous(self):
        [time] = find("Posted 04/07/2023.", PUBLISHED)
        assert (time.value, time.basis, time.begin, time.end_) == ("2023-XX-XX", "ambiguous", "2023-04-07", "2023-07-04")


def test_times_at_the_beginning_of_a_paragraph():
    text = "It was over.\n\n10:40 a.m.\n\nIt began again.\n\n2019\n\nIt ended."
    assert [text[t.start : t.end] for t in find(text, PUBLISHED)] == ["10:40 a.m.", "2019"]
    assert values("Updated: 2025-11-30 09:53 (Agencies)") == ["2025-11-30T09:53"]


def test_spoken_years():
    assert values("It opened in nineteen ninety-one and shut in two thousand and ten.") == ["1991", "2010"]


def test_a_bracketed_number_of_an_editor():
    assert values('"[Ten] years ago it was new," she said.') == ["2015"]


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://www.harbour-times.co.uk/news/1", "2025-07-04"),
        ("https://harbour.com.au/a", "2025-07-04"),
        ("https://harbour.state.gov/a", "2025-04-07"),
        ("https://harbour.io/a", "2025-XX-XX"),
        ("https://harbour.com/a", "2025-XX-XX"),
        ("http://[broken", "2025-XX-XX"),
        (None, "2025-XX-XX"),
    ],
)
def test_the_outlets_address_decides_how_it_writes_a_date_in_numbers(url: str | None, value: str) -> None:
    (found,) = find("He left on 04/07/2025.", "2025-12-03", country=country_of(url))
    assert found.value == value
