"""Words and numbers that look like times and are none."""

import pytest

from onrecord.times import find


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said it may rain.",
        "May she rest.",
        "They march on the capital and the March on the palace went on.",
        "April Winters and June Holt met August Brandt.",
        "A second strike hit the port; the third man fled.",
        "The 1980s-style cars were sold.",
        "It is on page 1998, in room 2012 and in Resolution 1973.",
        "It cost $2000, £1999 and 2,015 francs, or 1985 dollars.",
        "They won 21-17 and lost 3-2.",
        "Call 555-2015 or 202-555-1990.",
        "Version 1.9.2016 and 10.4.1 are out.",
        "She is 52 years old, he a 13-year-old, they 6-year-olds aged 6.",
        "More than 2000 miles and 1950 people.",
        "Spring water in the fall of the empire.",
        "A quarter of the voters and three-quarters of the seats.",
        "The Long March 5 rocket failed.",
        "He wore a high noon hat, in his 30s, with temperatures in the 80s.",
        "The sun sat on the wed; mon ami.",
        "An office Christmas party.",
        "The fight was stopped at 2:56 of the third round.",
        "He writes for the Sunday Times and watched Friday Night Live.",
        "The Six-Day War, Bloody Sunday and the Good Friday Agreement.",
        "He told 60 Minutes so.",
        "She appeared on “This Week,” on \"Sunday Morning\" and on ‘Last Night’.",
        "His half-century came off 40 balls, and he hit a century.",
        "Shares closed at 1998, and fell 20 points to 1987.",
        "The $12-an-hour wage and the day-to-day work.",
        "The score was 10:15.",
        "Over 75 hours of video and the quarter-to-quarter change.",
        "In today's world, today's computers and today's young people.",
        "She was soon released, as soon as they had paid, and left soon after.",
    ],
)
def test_no_time_here(text):
    assert find(text, "2025-12-03") == ()


def test_names_and_months_side_by_side():
    text = "Mr. May left in May, and April Winters came on April 3."
    assert [text[t.start : t.end] for t in find(text, "2025-12-03")] == ["May", "April 3"]


def test_counts_after_a_month_are_no_days():
    text = "In March 20 people died."
    assert [text[t.start : t.end] for t in find(text, "2025-12-03")] == ["March"]


def test_a_blank_line_ends_an_expression():
    text = "He left on Friday\n\nNov. 28 is a holiday."
    assert [text[t.start : t.end] for t in find(text, "2025-12-03")] == ["Friday", "Nov. 28"]


@pytest.mark.parametrize("text", ["“This week,” he said.", "“Friday,” she said.", "“Tomorrow” was all that he answered."])
def test_a_time_alone_in_quotation_marks_is_one(text):
    assert len(find(text, "2025-12-03")) == 1
