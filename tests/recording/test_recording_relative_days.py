"""Days of events that no time stands beside: by lengths before or after other events, by the tense of the verb."""

import pytest
from recording_making import record_of


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Norrvik sued Orrland on May 6, two weeks after rebels bombed the port.", "ASSAULT", "2024-04-22"),
        ("The union rejected the offer on Monday, three days after the firm fired two teachers.", "SANCTION", "2024-05-03"),
        ("The mayor met the rebels on May 7, a day before Norrvik expelled the envoy.", "SANCTION", "2024-05-08"),
    ],
)
def test_a_length_and_the_day_of_the_main_clause_date_the_other(text: str, kind: str, date: str) -> None:
    (event,) = [e for e in record_of(text).events if e.type == kind]
    assert event.date == date


@pytest.mark.parametrize(
    "text",
    [
        "Norrvik sued Orrland on May 6, more than two weeks after rebels bombed the port.",
        "Norrvik sued Orrland, two weeks after rebels bombed the port.",
    ],
)
def test_a_rough_length_or_one_from_no_day_dates_nothing(text: str) -> None:
    (event,) = [e for e in record_of(text).events if e.type == "ASSAULT"]
    assert event.date is None


def test_what_is_told_in_the_past_is_not_dated_ahead() -> None:
    for text in (
        "The judge fined the owner before a hearing on May 21.",
        "The council expelled the mayor and set a vote for May 21.",
        "Rebels bombed the port and called talks for May 21.",
    ):
        event = next(e for e in record_of(text).events if e.type in ("SANCTION", "ASSAULT"))
        assert (event.date, event.reality) == (None, "asserted")


def test_what_is_only_thought_of_is_possible() -> None:
    for text in ("The board is considering a lawsuit.", "Norrvik weighed an attack.", "The firm mulled a boycott."):
        kinds = {e.reality for e in record_of(text).events if e.type in ("ACCUSE", "ASSAULT", "SANCTION")}
        assert kinds == {"possible"}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Norrvik threatened on May 6 that it would close the port.", "THREATEN", "2024-05-06"),
        ("Ada Lund promised on May 2 that she would pay the teachers.", "AGREE", "2024-05-02"),
        ("The union demanded on May 3 that the firm open its books.", "REQUEST", "2024-05-03"),
    ],
)
def test_what_is_done_by_saying_it_has_the_day_of_saying(text: str, kind: str, date: str) -> None:
    assert date in {e.date for e in record_of(text).events if e.type == kind}
