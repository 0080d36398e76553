"""What holds for any text whatever."""

import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotation.times.calendars import interval
from onrecord.times import find

CASES = 100_000 if os.environ.get("ONRECORD_FULL_TESTS") else 4_000
PUBLISHED = (None, "2025-12-03", "2025-12-03T18:05:00+00:00", "0001-01-01", "9999-12-31")
PIECES = (
    """the last next this past Friday Sat. Nov . , 28 30 31 2025 1989 '89 0001 9999 a an year years ago earlier later quarter third of
    May March - – ' s : 30 p.m. EST Q3 80s early late mid end two more than at least until by since the day after before elections
    call gave him one week to and from between 12/03/2025 2025-11-28 T18:00 Z +05:00 century half hours weekend 999999 Christmas
    Easter hence Feb. 29 fiscal every each daily now recently coming twenty [ ] ( ) $ % noon midnight o'clock following
    first fifth last Sunday in of November previous same beginning decade will in then fourth quarters years. half past three period old night dawn 1/2 ½ \u00ad \u200b \u0130 \U0001f4c5 \u0661\u0662 \n\n \t""".split(" ")
)


def check(text, published):
    """Everything that is promised of the times of a text."""
    times = find(text, published)
    last = 0
    for time in times:
        assert last <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        last = time.end
        if time.begin and time.end_:
            assert time.begin[:10] <= time.end_[:10]
        if time.anchor:
            assert 0 <= time.anchor[0] < time.anchor[1] <= len(text)
        if time.relation in (None, "on", "during") and time.type in ("DATE", "TIME") and time.begin and time.basis != "ambiguous":
            assert tuple(part[:16] if part else part for part in interval(time.value)) == (time.begin[:16], time.end_[:16])
    assert find(text, published) == times
    return times


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.sampled_from(PUBLISHED))
def test_any_unicode_text(text, published):
    check(text, published)


def test_generated_texts_of_words_that_times_are_made_of():
    """Set ONRECORD_FULL_TESTS for a hundred thousand of them."""
    draw = random.Random(20251203)
    found = 0
    for case in range(CASES):
        words = draw.choices(PIECES, k=draw.randint(1, 24))
        glue = [draw.choice((" ", " ", "", "\n")) for _ in words]
        text = "".join(word + blank for word, blank in zip(words, glue, strict=True))
        if case % 4 == 0:
            position = draw.randrange(len(text) + 1)
            text = text[:position] + chr(draw.choice((draw.randrange(0xD800), draw.randrange(0xE000, 0x110000)))) + text[position:]
        found += len(check(text, PUBLISHED[case % len(PUBLISHED)]))
    assert found > CASES


@pytest.mark.parametrize("value", ["2025", "2025-11", "2025-11-28", "2025-W48", "2025-W48-WE", "2025-Q4", "2025-H2", "2025-FA", "198", "19"])
def test_an_interval_holds_its_days_and_no_value_means_another(value):
    begin, end = interval(value)
    assert begin is not None
    assert end is not None
    assert begin <= end


def test_values_that_fix_no_days_have_no_interval():
    for value in ("XXXX-11-28", "PAST_REF", "P3D", "XXXX-WXX-1", "2025-02-30", "2025-13", "2025-W60", "", None):
        assert interval(value) == (None, None)


def test_more_text_behind_a_paragraph_changes_nothing_before_it():
    draw = random.Random(7)
    for _ in range(300):
        first = " ".join(draw.choices(PIECES, k=12)).strip()
        second = " ".join(draw.choices(PIECES, k=12))
        alone = [(t.start, t.end, t.value) for t in find(first, "2025-12-03") if t.anchor is None and t.relation is None]
        both = {(t.start, t.end, t.value) for t in find(first + "\n\n" + second, "2025-12-03")}
        assert all(row in both for row in alone)
