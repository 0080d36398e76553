"""What no newspaper prints: sentences without end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from recording_making import document

from onrecord.recording import make_record

UNITS = [
    "Norway said it gave Sweden until May 3 to free the crew and demanded that it pay within 48 hours if ",
    "deadline until Friday ",
    "“ ",
    "a, b, c and ",
    "may could risk warn, ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_a_sentence_of_twenty_thousand_characters_is_read_in_bounded_time(
    unit: str, quickest: Callable[..., float]
) -> None:
    text = unit * (20_000 // len(unit))
    annotated = document(text)
    record = make_record([annotated], [])
    assert quickest(lambda: make_record([annotated], []), 5) < 5
    assert all(text[e.start : e.end] == e.quote for d in record.deadlines for e in d.evidence)


def test_twice_the_text_costs_about_twice_the_time(quickest: Callable[..., float]) -> None:
    some, twice = document(UNITS[0] * 200), document(UNITS[0] * 400)
    most = 6 * quickest(lambda: make_record([some], [])) + 0.5
    assert quickest(lambda: make_record([twice], []), most) < most
