"""Expressions of news prose, resolved as a reader of a text of Wednesday 3 December 2025 would."""

import pytest

from onrecord.times import find

PUBLISHED = "2025-12-03"


def only(text, published=PUBLISHED, **more):
    """The one time of a text, and the words that it covers."""
    [time] = find(text, published, **more)
    return text[time.start : time.end], time


@pytest.mark.parametrize(
    ("text", "words", "value", "relation", "begin", "end"),
    [
        ("The envoys spoke by telephone on Nov. 21.", "Nov. 21", "2025-11-21", "on", "2025-11-21", "2025-11-21"),
        ("She gave the general until Friday, Nov. 28, to go.", "Friday, Nov. 28", "2025-11-28", "until", None, "2025-11-28"),
        ("He closed the harbour on Saturday.", "Saturday", "2025-11-29", "on", "2025-11-29", "2025-11-29"),
        ("The talks fell apart last week.", "last week", "2025-W48", None, "2025-11-24", "2025-11-30"),
        ("It offered a one-week window.", "one-week", "P1W", None, None, None),
        ("The minister resigned Tuesday.", "Tuesday", "2025-12-02", None, "2025-12-02", "2025-12-02"),
        ("The bridge collapsed three weeks ago.", "three weeks ago", "2025-W46", None, "2025-11-10", "2025-11-16"),
        ("Snow fell in late November.", "late November", "2025-11", "during", "2025-11-01", "2025-11-30"),
        ("They must pay by the end of the month.", "the end of the month", "2025-12", "by", None, "2025-12-31"),
        ("Exports shrank in Q3.", "Q3", "2025-Q3", "during", "2025-07-01", "2025-09-30"),
        ("He has governed since 1999.", "1999", "1999", "since", "1999-01-01", None),
    ],
)
def test_a_reader_would_resolve_it_so(text, words, value, relation, begin, end):
    found, time = only(text)
    assert (found, time.value, time.relation, time.begin, time.end_) == (words, value, relation, begin, end)


def test_mods_say_which_part_of_a_stretch_is_meant():
    assert only("Snow fell in late November.")[1].mod == "END"
    assert only("They must pay by the end of the month.")[1].mod == "END"
    assert only("The work began in mid-2024.")[1].mod == "MID"
    assert only("The ship sailed in early May.")[1].mod == "START"
    assert only("He ruled for about ten years.")[1].mod == "APPROX"


def test_before_new_elections_hangs_on_the_elections():
    text = "They would seat a caretaker before new elections."
    words, time = only(text)
    assert (words, time.relation, time.value, time.begin) == ("new elections", "before", None, None)
    assert text[slice(*time.anchor)] == "new elections"


def test_the_day_after_counts_from_the_event_where_the_text_dates_it():
    text = "The call was made on Nov. 21. Reporters learned of it late. The day after the call, the envoy left."
    call, after = find(text, PUBLISHED)
    assert call.value == "2025-11-21"
    assert (after.value, after.basis) == ("2025-11-22", "narrative")
    assert text[slice(*after.anchor)] == "the call"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The chamber will vote Thursday.", "2025-12-04"),
        ("The chamber voted Thursday.", "2025-11-27"),
        ("The chamber is to vote on Thursday.", "2025-12-04"),
        ("The chamber was scheduled to meet on Wednesday.", "2025-12-03"),
        ("They had been due to sail on Thursday.", "2025-11-27"),
        ("Judges could not be reached Thursday.", "2025-11-27"),
        ("The strike begins Friday.", "2025-12-05"),
        ("The rule took effect in January.", "2025-01"),
        ("The rule will take effect in January.", "2026-01"),
        ("Shares are payable Dec. 17.", "2025-12-17"),
        ("Ferries resume by March.", "2026-03"),
        ("The court has postponed until Tuesday any ruling.", "2025-12-09"),
        ("Last Friday the bank shut.", "2025-11-28"),
        ("They meet next Tuesday.", "2025-12-09"),
        ("He was seen last April.", "2025-04"),
        ("He was seen last December.", "2024-12"),
        ("This January was cold.", "2025-01"),
        ("She left last fall.", "2025-FA"),
        ("She left last winter.", "2024-WI"),
        ("Storms hit over the weekend.", "2025-W48-WE"),
        ("On Monday, the envoy leaned in.", "2025-12-01"),
        ("His latest effort is to recover from Monday's debate.", "2025-12-01"),
        ("Voters expect her to win Monday's debate.", "2025-12-08"),
        ("They declined to say on Sunday whether it was so.", "2025-11-30"),
        ("The boy, whose state remains unclear, fell in on Sunday at around 11am.", "2025-11-30T11:00"),
        ("If they were to win in May, they would sign.", "2026-05"),
        ("Opened in October, the shop was praised.", "2025-10"),
        ("Ticket sales are halted starting Friday.", "2025-12-05"),
        ("He will speak on the 15th.", "2025-12-15"),
        ("He spoke on the 25th.", "2025-11-25"),
    ],
)
def test_tense_chooses_the_side_of_the_day_of_publication(text, value):
    assert find(text, PUBLISHED)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("He met them yesterday.", "2025-12-02", "DATE"),
        ("He met them the day before yesterday.", "2025-12-01", "DATE"),
        ("He met them last night.", "2025-12-02TNI", "TIME"),
        ("He met them Tuesday morning.", "2025-12-02TMO", "TIME"),
        ("He met them at noon Tuesday.", "2025-12-02T12:00", "TIME"),
        ("He met them this year.", "2025", "DATE"),
        ("He met them two years ago.", "2023", "DATE"),
        ("He met them five months ago.", "2025-07", "DATE"),
        ("He met them 11 days ago.", "2025-11-22", "DATE"),
        ("He met them in the 1980s.", "198", "DATE"),
        ("He met them in the 1800s.", "18", "DATE"),
        ("He met them in H1 2025.", "2025-H1", "DATE"),
        ("He met them in 3Q25.", "2025-Q3", "DATE"),
        ("He met them on Black Friday.", "2025-11-28", "DATE"),
        ("He met them on the first Monday in October.", "2025-10-06", "DATE"),
        ("He met them this past Sunday.", "2025-11-30", "DATE"),
        ("He met them in September of that year.", "2025-09", "DATE"),
        ("He had met them weeks ago.", "PAST_REF", "DATE"),
        ("He met them a long time ago.", "PAST_REF", "DATE"),
        ("The show went off the air a quarter-century ago.", "2000", "DATE"),
        ("The June decision found so.", "2025-06", "DATE"),
        ("He ruled for 15-plus years.", "P15Y", "DURATION"),
        ("He met them on the last Sunday of May 2024.", "2024-05-26", "DATE"),
        ("He met them in the 20th century.", "19", "DATE"),
        ("He met them at Christmas.", "2025-12-25", "DATE"),
        ("He met them on Easter Sunday, 2024.", "2024-03-31", "DATE"),
        ("He met them for two and a half hours.", "PT2H30M", "DURATION"),
        ("He met them for several years.", "PXY", "DURATION"),
        ("He meets them every Monday.", "XXXX-WXX-1", "SET"),
        ("He meets them every two weeks.", "P2W", "SET"),
        ("He meets them twice a week.", "P1W", "SET"),
        ("He recently met them.", "PAST_REF", "DATE"),
        ("He now meets them.", "PRESENT_REF", "DATE"),
        ("He may meet them in the near future.", "FUTURE_REF", "DATE"),
    ],
)
def test_kinds_of_times_and_their_timex3_values(text, value, kind):
    time = only(text)[1]
    assert (time.value, time.type) == (value, kind)


def test_company_reports_compare_quarters():
    text = (
        "Brel Works said third-quarter profit rose to $5 million from $4 million a year earlier. "
        "Sales in the year-ago period were flat. For the nine months, profit was $9 million, up from $7 million a year ago."
    )
    values = [time.value for time in find(text, "2025-11-03")]
    assert values == ["2025-Q3", "2024-Q3", "2024-Q3", "P9M", "2024"]


def test_fiscal_years_have_no_interval_because_their_months_are_not_told():
    time = only("Sales rose in fiscal 2024.")[1]
    assert (time.value, time.begin, time.end_) == ("2024", None, None)


def test_without_a_date_of_publication_only_what_is_certain_is_kept():
    text = "On Friday, Nov. 28, and last week, yesterday, in 1999 and in May."
    values = [time.value for time in find(text)]
    assert values == ["XXXX-11-28", "XXXX-WXX", "XXXX-XX-XX", "1999", "XXXX-05"]
    assert [time.begin for time in find(text)] == [None, None, None, "1999-01-01", None]


def test_the_weekday_fixes_the_year():
    """The 28th of November was a Friday in 2025 and in 2014, a Tuesday in 2023."""
    assert only("On Friday, Nov. 28, it burned.", "2024-06-01")[1].value == "2025-11-28"
    assert only("On Tuesday, Nov. 28, it burned.", "2025-06-01")[1].value == "2023-11-28"
    assert only("On Tuesday, Nov. 28, it burned.", "2025-06-01")[1].basis == "weekday"
    assert only("It fell on Friday the 13th.", "2026-02-20")[1].value == "2026-02-13"


def test_the_narrative_carries_on_from_its_last_date():
    text = "The treaty was signed on March 3, 2011. The next day the mob came, and the following year it lapsed."
    assert [time.value for time in find(text, PUBLISHED)] == ["2011-03-03", "2011-03-04", "2012"]


def test_an_unusable_date_of_publication_is_named():
    from onrecord.errors import UsageError

    with pytest.raises(UsageError, match="3 December"):
        find("Monday", "3 December")


def test_a_plan_behind_an_article_is_no_verb():
    assert only("The bank announced the plan Aug. 21.")[1].value == "2025-08-21"
    assert only("They are trying to sell the port under a June agreement.")[1].value == "2025-06"


def test_what_is_to_come_without_a_date():
    assert [time.value for time in find("They may soon vote, and will one day return.", PUBLISHED)] == ["FUTURE_REF", "FUTURE_REF"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("January nineteen ninety-seven was cold.", "January nineteen ninety-seven", "1997-01"),
        ("They left at 4 in the morning.", "4 in the morning", "2025-12-03T04:00"),
        ("They left at four in the afternoon.", "four in the afternoon", "2025-12-03T16:00"),
        ("Prices rose in recent weeks.", "recent weeks", "PXW"),
        ("Prices rose in recent years.", "recent years", "PAST_REF"),
        ("It was the third day-long meeting.", "day-long", "P1D"),
        ("It may take as long as a month or two.", "a month or two", "P1M"),
        ("The harvest lasts well into the summer.", "the summer", "2025-SU"),
    ],
)
def test_words_around_a_time_that_belong_to_it(text, words, value):
    found, time = only(text)
    assert (found, time.value) == (words, value)


def test_two_weekdays_share_their_nights():
    assert [time.value for time in find("It flies on Monday and Tuesday nights.", PUBLISHED)] == ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"]


def test_a_quarter_told_beside_the_reported_one_does_not_take_its_place():
    text = "Third-quarter profit rose. After a flat second quarter, sales gained against the year-earlier period."
    assert [time.value for time in find(text, "2025-11-03")] == ["2025-Q3", "2025-Q2", "2024-Q3"]


def test_this_quarters_results_are_those_reported():
    text = "Third-quarter profit fell. This quarter's loss includes a charge."
    assert [time.value for time in find(text, "2025-11-03")] == ["2025-Q3", "2025-Q3"]
