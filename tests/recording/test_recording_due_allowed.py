"""Time that is given or had in words other than `gave it until Friday`; days that take the place of others."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record

Due = tuple[str | None, str, list[str], list[str]]


def due(text: str, published: str = "2024-05-08") -> list[Due]:
    record = record_of(text, published=published)
    return [(d.due, d.state, names(record, d.set_by), names(record, d.on)) for d in record.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nord Air asked for longer and got until the end of the month.", ("2024-05-31", "pending", [], ["Nord Air"])),
        ("Vesta Lines won until June 3 to file its accounts.", ("2024-06-03", "pending", [], ["Vesta Lines"])),
        ("Mia Holm asked for more time and got until the last day of this month.", ("2024-05-31", "pending", [], ["Mia Holm"])),
        (
            "The Harbour Bank is giving tenants who fell behind in the flood until June 3 to pay.",
            ("2024-06-03", "pending", ["Harbour Bank"], ["tenants"]),
        ),
        ("Mia Holm gave Jon Ek the weekend to think it over.", ("2024-05-11/2024-05-12", "pending", ["Mia Holm"], ["Jon Ek"])),
        (
            "Mia Holm had set Nord Air May 20 as the day by which to name its sources.",
            ("2024-05-20", "pending", ["Mia Holm"], ["Nord Air"]),
        ),
        ("The Harbour Council has set a date of May 20 for Nord Air to hand over the tapes.", ("2024-05-20", "pending", ["Harbour Council"], ["Nord Air"])),
        ("Nord Air had been given until May 20 to pay.", ("2024-05-20", "pending", [], ["Nord Air"])),
        # What stays good until then.
        ("Nord Air's offer is good until noon on Friday.", ("2024-05-10", "pending", ["Nord Air"], [])),
        ("Vesta Lines' terms stand until the end of May.", ("2024-05-31", "pending", ["Vesta Lines"], [])),
        # Promises of any deed, with the day before or behind it.
        ("Nord Air undertook to clear the quay by June 3.", ("2024-06-03", "pending", ["Nord Air"], ["Nord Air"])),
        ("Nord Air undertook, by June 3, to clear the quay.", ("2024-06-03", "pending", ["Nord Air"], ["Nord Air"])),
    ],
)  # fmt: skip
def test_time_in_other_words(text: str, expected: Due) -> None:
    assert due(text) == [expected]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Working days leave out the ends of weeks.
        ("The Harbour Commission has ten working days to decide.", "2024-05-22"),
        ("Nord Air was given three business days to answer.", "2024-05-13"),
        ("Nord Air was told to raise $2 million inside a week.", "2024-05-15"),
        # Up to when something is taken in.
        ("Claims received after May 31 will not be considered.", "2024-05-31"),
        ("No bids will be accepted after May 20.", "2024-05-20"),
        ("Objections have to be in by May 20.", "2024-05-20"),
        ("“We expect an answer by May 20,” Mia Holm told Nord Air.", "2024-05-20"),
        ("The truce runs out at midnight on Friday.", "2024-05-10"),
        ("The league gave Ostra Rovers until the start of the season on June 3 to find a ground.", "2024-06-03"),
    ],
)
def test_more_words_for_when(text: str, day: str) -> None:
    assert [d for d, _, _, _ in due(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm got the post until June 3.",
        "The Harbour Council set a date of May 20 for its general meeting.",
        "The judge set a date of May 20 for the trial to begin.",
        "The union gave Nord Air the required three days' notice.",
        "The agreement with the pilots expires in June 2026.",
        "The ferry gets to Ostra by noon on Monday.",
    ],
)
def test_what_gives_no_time(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nord Air now has until May 31 instead of May 20 to pay.",
        "Nord Air has until May 31, not May 20, to pay.",
        "Nord Air was given until May 31 rather than May 20 to pay.",
    ],
)
def test_a_day_that_takes_the_place_of_another(text: str) -> None:
    assert [(d, s, o) for d, s, _, o in due(text)] == [
        ("2024-05-20", "extended", ["Nord Air"]),
        ("2024-05-31", "pending", ["Nord Air"]),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Council put the deadline back a week, to May 17.", ["2024-05-17"]),
        ("Norway gave Nord Air until Friday to pay. By then it must also name its captain.", ["2024-05-10"]),
        ("The judge told Nord Air to answer by noon Monday. By the same hour, its books are to be with the clerk.", ["2024-05-13"]),
        ("Jon Ek told the garrison that it could leave by the north gate before dawn or be shot.", ["2024-05-09"]),
    ],
)  # fmt: skip
def test_days_told_by_others(text: str, expected: list[str]) -> None:
    assert sorted({d for d, _, _, _ in due(text) if d is not None}) == expected


def test_two_days_of_one_weekday_are_two() -> None:
    text = (
        "The ministry has given Nord Air until midnight on Friday to ground its jets.\n"
        "The Loaders' Guild gave Nord Air until the end of May to name a buyer."
    )
    assert [d for d, _, _, _ in due(text, published="2024-05-22")] == ["2024-05-24", "2024-05-31"]


def test_a_pronoun_gives_time_to_somebody_else() -> None:
    text = "Vesta Lines made an offer for the yard of Nord Air. It gave Nord Air until June 3 to begin talks."
    assert [(s, o) for _, _, s, o in due(text)] == [(["Vesta Lines"], ["Nord Air"])]


def test_what_was_put_off_long_ago_is_another_deadline() -> None:
    text = (
        "Mia Holm said she would fine Nord Air unless the sheds were empty by June 3.\n"
        "In 2019 the Harbour Council extended the deadline."
    )
    assert [(d, s) for d, s, _, _ in due(text)] == [("2024-06-03", "pending")]


def test_a_clock_that_is_stopped() -> None:
    first = document("The judge gave Nord Air until Friday to hand over its logs.", id="a", published="2024-05-07")
    second = document("# Appeal judges stop the clock for airline\nNord Air need not pay.", id="b", published="2024-05-10")
    [deadline] = make_record([first, second], []).deadlines
    assert (deadline.due, deadline.state) == ("2024-05-10", "extended")
