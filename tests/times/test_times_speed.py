"""Time is linear in the text, whatever the text."""

import pytest

from onrecord.times import find

NASTY = {
    "digits": "1", "dates": "1/", "dashes": "1-", "of the": "of the ", "May": "May ", "a year": "a year and a half ago ",
    "the day before": "the day before the call ", "in the": "the end of ", "number words": "twenty ", "hundred": "hundred and one ",
    "commas": "1,000,", "dots": "1.2.", "clock": "12:", "until": "gave him until Friday ", "elections": "before elections ",
    "apostrophes": "year's ", "ranges": "Nov. 1-2 and 3, 4, 5 to 6 ", "newlines": "\n ", "brackets": "[two] ", "quarters": "the 1988 third quarter ",
    "friday": "Friday the 13th ", "letters": "a", "later": "one year later ", "early": "early late mid- ", "one line": "on Monday he said ",
}


@pytest.mark.parametrize("name", NASTY)
def test_four_times_the_text_takes_no_more_than_some_four_times_the_time(name, quickest):
    """Quadratic work would take sixteen times as long; the margin is for a busy machine."""
    piece = NASTY[name]
    small = piece * (5_000 // len(piece))
    large = piece * (20_000 // len(piece))
    most = 9 * quickest(lambda: find(small, "2025-12-03")) + 0.15
    assert quickest(lambda: find(large, "2025-12-03"), most) < most


@pytest.mark.slow
@pytest.mark.parametrize("name", NASTY)
def test_a_megabyte_of_it(name, quickest):
    piece = NASTY[name]
    text = piece * (1_000_000 // len(piece))
    assert quickest(lambda: find(text, "2025-12-03"), 60) < 60
