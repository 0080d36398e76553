"""What no newspaper prints: sentences without end."""

from __future__ import annotations

import time

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
def test_a_sentence_of_twenty_thousand_characters_is_read_in_bounded_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    annotated = document(text)
    began = time.process_time()
    record = make_record([annotated], [])
    assert time.process_time() - began < 5
    assert all(text[e.start : e.end] == e.quote for d in record.deadlines for e in d.evidence)


def test_twice_the_text_costs_about_twice_the_time() -> None:
    def cost(times: int) -> float:
        annotated = document(UNITS[0] * times)
        began = time.process_time()
        make_record([annotated], [])
        return time.process_time() - began

    cost(20)
    assert cost(400) < 6 * cost(200) + 0.5
