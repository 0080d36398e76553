"""Relations, the intervals that follow from them, ranges, and what hangs on events and stated durations."""

import pytest

from onrecord.times import find

PUBLISHED = "2025-12-03"


def listed(text, published=PUBLISHED):
    return [(text[t.start : t.end], t.value, t.relation, t.begin, t.end_) for t in find(text, published)]


@pytest.mark.parametrize(
    ("text", "relation", "begin", "end"),
    [
        ("It stays shut until Dec. 8, 2025.", "until", None, "2025-12-08"),
        ("It stays shut through Dec. 8, 2025.", "until", None, "2025-12-08"),
        ("Pay by Dec. 8, 2025.", "by", None, "2025-12-08"),
        ("Pay no later than Dec. 8, 2025.", "by", None, "2025-12-08"),
        ("It has been shut since Dec. 1, 2025.", "since", "2025-12-01", None),
        ("It will be shut starting Dec. 8, 2025.", "since", "2025-12-08", None),
        ("Leave before Dec. 8, 2025.", "before", None, "2025-12-07"),
        ("Leave prior to Dec. 8, 2025.", "before", None, "2025-12-07"),
        ("Leave before the end of March 2026.", "before", None, "2026-03-31"),
        ("Leave after Dec. 8, 2025.", "after", "2025-12-09", None),
        ("It shut on Dec. 8, 2025.", "on", "2025-12-08", "2025-12-08"),
        ("It shut in 2024.", "during", "2024-01-01", "2024-12-31"),
        ("It shut during 2024.", "during", "2024-01-01", "2024-12-31"),
        ("The Dec. 8, 2025, vote failed.", None, "2025-12-08", "2025-12-08"),
        ("They wait until the Dec. 8, 2025, vote.", "until", None, "2025-12-08"),
        ("The visit is set for Dec. 8, 2025.", "on", "2025-12-08", "2025-12-08"),
    ],
)
def test_the_relation_opens_the_interval_on_one_side(text, relation, begin, end):
    [time] = find(text, PUBLISHED)
    assert (time.relation, time.begin, time.end_) == (relation, begin, end)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Nov. 21–28", "2025-11-21", "2025-11-28"),
        ("from Nov. 21 to 28", "2025-11-21", "2025-11-28"),
        ("Nov. 21-28, 2023", "2023-11-21", "2023-11-28"),
        ("21 to 28 November 2023", "2023-11-21", "2023-11-28"),
        ("from Nov. 21 to Dec. 2", "2025-11-21", "2025-12-02"),
        ("between 1985 and 1987", "1985-01-01", "1987-12-31"),
        ("1989-90", "1989-01-01", "1990-12-31"),
        ("2014–2016", "2014-01-01", "2016-12-31"),
        ("5-7 p.m. on Dec. 1, 2025", "2025-12-01T17:00", "2025-12-01T19:00"),
        ("between 2 and 4:30 p.m. on Dec. 1, 2025", "2025-12-01T14:00", "2025-12-01T16:30"),
    ],
)
def test_the_ends_of_a_range_share_its_interval(text, begin, end):
    first, last = [t for t in find(f"It ran {text}.", PUBLISHED) if t.relation in ("since", "until")]
    assert (first.relation, first.begin, first.end_) == ("since", begin, end)
    assert (last.relation, last.begin, last.end_) == ("until", begin, end)


def test_days_in_a_list_share_their_month():
    assert [row[:2] for row in listed("The court sat on April 24, 25 and 27.", "2025-05-02")] == [
        ("April 24", "2025-04-24"), ("25", "2025-04-25"), ("27", "2025-04-27"),
    ]
    assert [row[0] for row in listed("On April 24 and 25 others fled.", "2025-05-02")] == ["April 24"]


def test_a_week_that_is_given_ends_a_week_after_the_day_it_was_given_on():
    text = "On Nov. 21 the junta gave him one week to leave."
    _, week = find(text, PUBLISHED)
    assert (week.value, week.begin, week.end_, week.basis) == ("P1W", "2025-11-21", "2025-11-28", "duration")
    assert text[slice(*week.anchor)] == "Nov. 21"


def test_the_day_a_length_is_given_on_may_follow_it_but_not_in_another_clause():
    [week, _] = find("It gave them one week on Nov. 21.", PUBLISHED)
    assert (week.begin, week.end_) == ("2025-11-21", "2025-11-28")
    [week, _] = find("It gave them one week to go; on Nov. 21 it shut the port.", PUBLISHED)
    assert (week.begin, week.end_) == (None, None)


def test_hours_that_are_given_are_counted_in_days_from_a_day():
    [hours, _, sunday] = find("It gave them 72 hours on Nov. 21, they had until Sunday to answer.", PUBLISHED)
    assert (hours.value, hours.begin, hours.end_) == ("PT72H", "2025-11-21", "2025-11-24")
    assert sunday.relation == "until"


def test_a_bound_is_no_day_that_a_length_is_given_on():
    [_, ultimatum, day] = find("They had until Sunday, and got a 10-day ultimatum on Dec. 1.", PUBLISHED)
    assert (ultimatum.begin, ultimatum.end_) == ("2025-12-01", "2025-12-11")
    assert day.value == "2025-12-01"


def test_a_length_before_or_after_a_date_is_counted_from_it():
    text = "He left three days after Nov. 21."
    length, date = find(text, PUBLISHED)
    assert (length.value, length.begin, length.end_, length.relation) == ("P3D", "2025-11-24", "2025-11-24", "after")
    assert text[slice(*length.anchor)] == "Nov. 21"
    assert date.value == "2025-11-21"


def test_a_length_after_an_event_keeps_the_event_as_a_span():
    text = "The strike ends 48 hours after the broadcast stops."
    [time] = find(text, PUBLISHED)
    assert (time.value, time.relation, time.begin) == ("PT48H", "after", None)
    assert text[slice(*time.anchor)] == "the broadcast stops"


def test_an_event_that_the_text_dates_gives_the_length_its_day():
    text = "The broadcast was cut on Nov. 28. Crews returned two days after the broadcast."
    _, length = find(text, PUBLISHED)
    assert (length.begin, length.end_, length.basis) == ("2025-11-30", "2025-11-30", "narrative")


def test_later_counts_from_the_last_date_told():
    text = "The mine flooded on Nov. 3. A week later it reopened."
    _, later = find(text, PUBLISHED)
    assert (text[later.start : later.end], later.value, later.begin) == ("A week", "P1W", "2025-11-10")


def test_windows_reach_to_or_from_the_day_of_publication():
    past, coming = find("In the past two months it fell; over the next three years it may rise.", PUBLISHED)
    assert (past.value, past.begin, past.end_) == ("P2M", "2025-10-03", "2025-12-03")
    assert (coming.value, coming.begin, coming.end_) == ("P3Y", "2025-12-03", "2028-12-03")


def test_events_with_a_day_of_their_own():
    rows = listed("Ahead of the referendum, until the vote and after the presidential election they kept quiet.")
    assert [(row[0], row[2]) for row in rows] == [
        ("the referendum", "before"), ("the vote", "until"), ("the presidential election", "after"),
    ]
    assert [row[0] for row in listed("Before elections in May 2026 they kept quiet.")] == ["May 2026"]


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("On Monday the harbour gave the two shipping lines and their agents until Friday to pay.", "Friday", "2025-12-05"),
        ("The tenants have until noon on Thursday to answer.", "Thursday", "2025-12-04"),
        ("Her agent said she wanted the letter in writing by Monday.", "Monday", "2025-12-08"),
        ("They ordered the mill shut by 5 p.m. on Friday.", "Friday", "2025-12-05"),
        ("The strait: Friday is the day.", "Friday", "2025-12-05"),
        ("Monday is a holiday.", "Monday", "2025-12-08"),
        ("Port workers to strike Monday", "Monday", "2025-12-08"),
        ("Orrland to close the crossing on Friday", "Friday", "2025-12-05"),
        ("The decision to close the port on Friday drew anger.", "Friday", "2025-11-28"),
        ("He stayed at home until noon on Monday.", "Monday", "2025-12-01"),
        ("Gunmen who had demanded money were gone by Tuesday.", "Tuesday", "2025-12-02"),
    ],
)
def test_a_day_that_is_given_or_wanted_lies_ahead(text, day, value):
    found = [t.value for t in find(text, PUBLISHED) if text[t.start : t.end] == day]
    assert found == [value]
