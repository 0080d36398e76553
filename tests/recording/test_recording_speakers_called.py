"""By what name somebody speaks: whole, and without what a page sets beside it."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def speakers_of(text: str) -> list[str]:
    """The sources of the statements of a text, in order; "" for nobody."""
    record = record_of(text)
    return ["" if s.source is None else names(record, [s.source])[0] for s in record.statements]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Jon Head, a cook, said it was cold. Head said the soup was gone.", ["Jon Head", "Jon Head"]),
        ("Mia Dean, who drives the bus, said so. “It was late,” Dean said.", ["Mia Dean", "Mia Dean"]),
        ("Tove Marshall said the pier was old. Marshall said it would fall.", ["Tove Marshall", "Tove Marshall"]),
    ],
)
def test_a_surname_that_is_an_office_is_its_bearer_s(text: str, speakers: list[str]) -> None:
    assert speakers_of(text) == speakers


def test_an_office_before_a_name_stays_one() -> None:
    assert speakers_of("Jon Head left. Dean Mia Holm said the school was shut.") == ["Mia Holm"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A crowd stood by. SEA Airport Police said the hall was shut.", "SEA Airport Police"),
        ("A crowd stood by. PIT Harbour Police said the pier was shut.", "PIT Harbour Police"),
        ("A crowd stood by. BUR Airport Authority said the hall was shut.", "BUR Airport Authority"),
        ("Norrvik Fire and Rescue Service said the barn had burned.", "Norrvik Fire and Rescue Service"),
        ("Sarrow Parks and Harbour Department said the pier was shut.", "Sarrow Parks and Harbour Department"),
        ("Knowing Billy Ruskin, he was there. Ruskin said the soup was cold.", "Billy Ruskin"),
        ("Calling Ada Lund late is unwise. Lund said the soup was cold.", "Ada Lund"),
        ("Mia Holm is governor. The Holm administration said it would build.", "Holm administration"),
        ("Norrvik DailyAda Lund, who built the pier, said it was safe.", "Ada Lund"),
        ("ReutersMia Holm, the harbour master, said the planks were rotten.", "Mia Holm"),
        ("The Norrvik IndependentScott Ruskin, a cook, said the soup was cold.", "Scott Ruskin"),
        ("The official Nord Air Twitter account said the flight was late.", "Nord Air"),
        ("Norrvik Rovers’ Instagram page said the game was off.", "Norrvik Rovers"),
        ("A Sarrow Lines Facebook post said the ferry was full.", "Sarrow Lines"),
    ],
)
def test_a_name_is_whole_and_nobody_else_s(text: str, speaker: str) -> None:
    assert speakers_of(text) == [speaker]


@pytest.mark.parametrize("text", ["They did NOT go home, Jon Ek said.", "DailyMail Online said the pier fell."])
def test_what_only_looks_so(text: str) -> None:
    assert speakers_of(text) in (["Jon Ek"], ["DailyMail Online"])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Royal Norrvik Constabulary came at noon. The RNC said two men were held.", "Royal Norrvik Constabulary"),
        ("The Norrvik Rowing Alliance met on Monday. The NRA said the lake was shut.", "Norrvik Rowing Alliance"),
        ("The Guild of Northern Oarsmen Pals met. The RNC said two men were held.", "Republican National Committee"),
    ],
)
def test_an_acronym_is_that_of_a_body_that_the_text_names(text: str, speaker: str) -> None:
    assert speakers_of(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The GOP speechwriter said the ban had gone too far.", "GOP speechwriter"),
        ("A Norrvik Mills forklifter said the gate was locked.", "Norrvik Mills forklifter"),
        ("A Nord Air forecaster said the fog would lift.", "Nord Air forecaster"),
        ("A Nord Air spokesman said the fog had lifted.", "Nord Air"),
    ],
)
def test_who_does_something_for_a_body_is_not_the_body(text: str, speaker: str) -> None:
    assert speakers_of(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“They jumped out of the car,” the Norrvik Daily News quoted the witness Jon Ek as saying.", "Jon Ek"),
        ("“The pier is safe,” the Oslo Herald quoted Mayor Tove Lund as saying.", "Tove Lund"),
        ("“The planks are rotten,” the Sarrow Post quoted Mia Holm as saying.", "Mia Holm"),
    ],
)
def test_whom_a_paper_quotes_as_saying_so_says_it(text: str, speaker: str) -> None:
    record = record_of(text)
    assert speaker in speakers_of(text)
    assert all(names(record, c.asserted_by) == [speaker] for c in record.claims)


def test_friends_of_somebody_are_not_he() -> None:
    assert "Jon Ek" not in speakers_of("Jon Ek left. “He is ill,” the Sarrow Post quoted friends of Jon Ek as saying.")


def test_a_paper_that_reports_itself_speaks() -> None:
    assert speakers_of("The Oslo Herald said that the pier was safe.") == ["Oslo Herald"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Red Dawn fighters held the bridge. Later, fighters said the road was mined.", "Red Dawn fighters"),
        ("Holm Institute researchers found two moons. The researchers said they were old.", "Holm Institute researchers"),
        ("Norrland Front rebels left. The rebels said they would return.", "Norrland Front rebels"),
    ],
)
def test_a_bare_plural_is_those_whom_the_text_has_told_by_name(text: str, speaker: str) -> None:
    assert speakers_of(text) == [speaker]


def test_of_two_kinds_of_fighters_neither_is_meant() -> None:
    text = "Red Dawn fighters met Blue Dusk fighters. Later, fighters said the road was mined."
    assert speakers_of(text) == ["fighters"]


def test_a_place_of_work_is_not_somebody_who_works_there() -> None:
    text = "A nurse at the Sarrow clinic said the ward was full. The clinic confirmed that two wards were shut."
    record = record_of(text)
    [first, last] = record.statements
    assert first.source != last.source


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "The Front’s spokesman, Jon Ek, said it was late. A crisis team met, the Norwegian foreign ministry spokesman said.",
            "Norwegian foreign ministry spokesman",
        ),
        (
            "The union’s spokeswoman, Mia Holm, said so. The pier was shut, the Sarrow harbour police spokeswoman said.",
            "Sarrow harbour police spokeswoman",
        ),
        (
            "A Norrvik council spokesman said the mill was shut. Paul Hart, the ministry’s spokesman, said it was late.",
            "Paul Hart",
        ),
        ("Several hardline growers, such as Ada Lund, said the tax was wrong.", "Several hardline growers"),
        ("Two dozen sailors, including Jon Ek, said the pier was rotten.", "Two dozen sailors"),
    ],
)
def test_one_body_s_man_is_not_another_s(text: str, last: str) -> None:
    speakers = speakers_of(text)
    assert speakers[-1] == last
    assert len(speakers) == len(set(speakers))
