"""Which time of its sentence dates an event."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        # What a paper says it says on the day it was made.
        ("In a letter filed Monday with the Harbour Court, Nord Air called on Mia Holm to resign.", "called", "2024-05-06"),
        ("In a statement released on Tuesday, Vesta Lines accused Norway of theft.", "accused", "2024-05-07"),
        ("At a news conference on Monday, Jon Ek urged Norway to wait.", "urged", "2024-05-06"),
        # Behind a verb and what it is done to.
        ("The Loaders' Guild sued Nord Air in a county court in March.", "sued", "2024-03-01"),
        # The nearest verb before it, not one that a comma parts from it.
        ("Norway, whose trade has doubled, is to sign an agreement with Sweden in June.", "sign", "2024-06-01"),
        # No day that something else will be on.
        ("Mia Holm has asked Nord Air to extend the season into December.", "asked", None),
    ],
)  # fmt: skip
def test_the_day_of_an_event(text: str, word: str, date: str | None) -> None:
    record = record_of(text)
    found = [e.date for e in record.events if word in (e.text or "") and any(word in q.quote for q in e.evidence)]
    assert date in found
    assert date is not None or set(found) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm overturned a 1976 law.",
        "Nord Air reported third-quarter earnings.",
    ],
)
def test_a_time_that_belongs_to_a_noun_dates_no_deed(text: str) -> None:
    assert {e.date for e in record_of(text).events} <= {None}


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Mia Holm said tenants who had not left by Friday would be arrested.", "Mia Holm"),
        ("Failing an answer by May 20, Nord Air will face a fine, Norway said.", "Norway"),
        ("Vesta Lines said crews who fail to sign by May 20 will be dismissed.", "Vesta Lines"),
    ],
)
def test_what_is_held_over_somebody_is_a_threat(text: str, by: str) -> None:
    record = record_of(text)
    assert by in [n for e in record.events if e.type == "THREATEN" for n in names(record, e.actor)]


def test_more_time_is_given_way() -> None:
    text = "Norway told Nord Air to pay by Friday. On Wednesday Norway gave Nord Air two more days to pay."
    assert "CONCEDE" in [e.type for e in record_of(text).events if (e.rule or "").startswith("give")]
