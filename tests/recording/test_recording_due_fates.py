"""What texts say became of due times, and further constructions that set them."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record

Due = tuple[str | None, str, list[str], list[str]]


def due(text: str, published: str = "2024-05-08") -> list[Due]:
    record = record_of(text, published=published)
    return [(t.due, t.state, names(record, t.set_by), names(record, t.on)) for t in record.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Voters in Ostra have until Monday to register, and until May 20 to ask for a ballot.",
            [("2024-05-13", "Voters"), ("2024-05-20", "Voters")],
        ),
        (
            "Mayor Jon Ek has until Friday to sign, and until June 3 to publish the list.",
            [("2024-05-10", "Jon Ek"), ("2024-06-03", "Jon Ek")],
        ),
        (
            "The Supreme Court gave Nord Air until May 15 to reply, and until May 31 to pay.",
            [("2024-05-15", "Nord Air"), ("2024-05-31", "Nord Air")],
        ),
    ],
)
def test_two_days_of_one_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d, o[0]) for d, _, _, o in due(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The airline must refund the fares by May 31.", ("2024-05-31", "pending", [], ["airline"])),
        ("Private clinics were ordered to register their scanners within 14 days.", ("2024-05-22", "pending", [], ["Private clinics"])),
        ("Tenants of the tower were given notice to quit by June 30.", ("2024-06-30", "pending", [], ["Tenants"])),
    ],
)  # fmt: skip
def test_who_is_bound_without_having_a_name(text: str, expected: Due) -> None:
    assert due(text) == [expected]


@pytest.mark.parametrize(
    ("text", "set_by"),
    [
        ("Norway has until May 20 to let the inspectors in, the Harbour Commission decided.", ["Harbour Commission"]),
        ("The ultimatum that Mia Holm issued to Nord Air expired on Tuesday.", ["Mia Holm"]),
        ("Vesta Lines has until June 3 to comply with a notice served by the Safety Commission.", ["Safety Commission"]),
    ],
)
def test_who_set_it_is_told_beside_it(text: str, set_by: list[str]) -> None:
    assert [s for _, _, s, _ in due(text)] == [set_by]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Harbour Commission invited comments until June 3.", "2024-06-03"),
        ("Bids will be accepted through May 31, the Ministry of Energy said.", "2024-05-31"),
        ("Friday is the last day to register for the vote.", "2024-05-10"),
        ("May 20 is the deadline to enter the contest.", "2024-05-20"),
    ],
)
def test_what_is_taken_in_until_a_day(text: str, day: str) -> None:
    assert [(d, s) for d, s, _, _ in due(text)] == [(day, "pending")]


@pytest.mark.parametrize(
    ("text", "day", "by"),
    [
        ("Rebels in Ostra said they would kill the hostages on Friday if their demands were not met.", "2024-05-10", ["Rebels"]),
        ("Sweden will leave the treaty on June 3 if Norway does not open its archives.", "2024-06-03", ["Sweden"]),
        ("The Dockers Union will walk out on May 13 if Nord Air does not raise pay.", "2024-05-13", ["Dockers Union"]),
    ],
)  # fmt: skip
def test_a_threat_with_if(text: str, day: str, by: list[str]) -> None:
    assert [(d, s) for d, _, s, _ in due(text)] == [(day, by)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Board put back to June 3 the date by which landlords must fit alarms. The original deadline was May 20.",
            [("2024-05-20", "extended"), ("2024-06-03", "pending")],
        ),
        (
            "Vesta Lines extended its tender offer to May 31. It had been due to close on May 10.",
            [("2024-05-10", "extended"), ("2024-05-31", "pending")],
        ),
        (
            "The Security Council extended the mandate of its mission until July 31. It was to expire at the end of May.",
            [("2024-05-31", "extended"), ("2024-07-31", "pending")],
        ),
    ],
)
def test_the_day_that_another_takes_the_place_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d, s) for d, s, _, _ in due(text)] == expected


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Dockers Union will strike on May 13 unless Nord Air raises pay.\nThe strike was called off late on Tuesday.", "withdrawn"),
        ("The Supreme Court ordered Nord Air to sell its hangars by May 31.\nThe Harbour Court put the order on hold.", "withdrawn"),
        ("A bill told Mia Holm to pay $4 million by May 31.\nThe power company confirmed the error.", "withdrawn"),
        ("Sweden gave Norway until May 7 to free the crew.\nSweden let the deadline pass.", "expired"),
        ("Sweden gave Norway until May 31 to free the crew.\nThe deadline could be extended, Jon Ek said.", "pending"),
        ("Sweden gave Norway until May 31 to free the crew.\nNorway would not pay for the meals.", "pending"),
    ],
)  # fmt: skip
def test_what_became_of_it(text: str, state: str) -> None:
    assert [s for _, s, _, _ in due(text)] == [state]


def test_what_was_done_in_time_is_met() -> None:
    first = document("Sweden gave Norway until May 20 to free the crew.", id="a", published="2024-05-08")
    second = document("Norway freed the crew on Tuesday.", id="b", published="2024-05-14")
    late = document("Norway freed the crew on Thursday.", id="b", published="2024-05-23")
    assert [t.state for t in make_record([first, second], []).deadlines] == ["met"]
    assert [t.state for t in make_record([first, late], []).deadlines] == ["expired"]


def test_a_promise_meets_no_deadline() -> None:
    first = document("Sweden gave Norway until May 20 to free the crew.", id="a", published="2024-05-08")
    second = document("Norway agreed to free the crew.", id="b", published="2024-05-14")
    assert [t.state for t in make_record([first, second], []).deadlines] == ["pending"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The treasury will run out of money on June 3, Mia Holm said, urging Sweden to raise its debt limit before then.", "2024-06-03"),
        ("The harbour of Ostra closes on May 31. Jon Ek told Nord Air to leave by then.", "2024-05-31"),
        ("The truce begins on May 20. Mia Holm ordered the Harbour Guard to withdraw by then.", "2024-05-20"),
    ],
)  # fmt: skip
def test_by_then_is_the_day_told_before(text: str, day: str) -> None:
    assert day in [d for d, _, _, _ in due(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The law gives utilities five years to bury their lines.",
        "The river shut off the town of Ostra on Oct. 3.",
        "Students must leave within 60 days of the end of their courses.",
        "Jon Ek told his caucus that finishing by Christmas was impossible.",
        "Nord Air is planning a walkout next week.",
    ],
)
def test_what_sets_no_day_for_anybody(text: str) -> None:
    assert [t for t in due(text) if t[0] is not None] == []


@pytest.mark.parametrize(
    ("text", "states"),
    [
        # More time, in other words than `extended the deadline`.
        ("The port gave Karst Line until May 3 to pay. Karst Line now has until May 22.", ["extended", "pending"]),
        ("The regulator ordered Orr Mills to clean the creek by May 3. It agreed to wait until June 3.", ["extended", "pending"]),
        ("The landlord ordered Jon Ek to leave by May 15. He can stay until June 30.", ["extended", "pending"]),
        ("The court gave Orr Mills until May 14 to pay. On Tuesday it gave Orr Mills two more weeks.", ["extended", "pending"]),
        ("The ministry set a deadline of March 31, then put it off.", ["extended"]),
        ("The ferry board was to decide by May 3 on a sale. It put off the decision; it will decide by May 21.", ["extended", "pending"]),
        ("The truce between Norway and Peru expires on Friday. Both sides agreed to prolong it.", ["extended"]),
        ("Jon Ek has until May 18 to heat the house. He was first ordered to heat it by May 1.", ["extended", "pending"]),
        # Taken back, in other words than `withdrawn`.
        ("The judge ordered Orr Mills to pay by May 20. A higher court threw out the order.", ["withdrawn"]),
        ("The watchdog told Orr Mills to publish its books by May 20. It dropped the requirement.", ["withdrawn"]),
        ("Teachers set a May 20 deadline for a deal or they would strike. The strike was called off.", ["withdrawn"]),
        ("Jon Ek was told to leave Norway by May 2. A court has since suspended the order.", ["withdrawn"]),
        ("Screeners must be trained by June 1. The agency on Tuesday moved that back to July 1.", ["extended"]),
        # What is only asked for, or may be, or was refused, puts nothing off.
        ("The May 14 deadline for comments may be extended to June 1.", ["pending"]),
        ("The regulator may extend the May 14 deadline for comments to June 1.", ["pending"]),
        ("Orr Mills asked the court to extend the May 14 deadline to June 1.", ["pending"]),
        ("The mayor refused to put off the May 14 deadline.", ["pending"]),
    ],
)  # fmt: skip
def test_what_became_of_it_in_other_words(text: str, states: list[str]) -> None:
    assert [state for _, state, _, _ in due(text)] == states


@pytest.mark.parametrize(
  ("text", "state"),
  [
    ("The Harbour Board gave Nord Air one week to hand over the tapes. Nord Air handed over the tapes on Tuesday.", "met"),
        ("The rebels demanded that Jon Ek resign by May 15. He resigned on Tuesday.", "met"),
        ("Peru gave Norway until May 20 to release the boat. Norway released the boat on Monday.", "met"),
        ("Peru gave Norway until May 20 to release the boat. Norway released two sailors on Monday.", "pending"),
        ("Peru gave Norway until May 20 to release the boat. Norway will release the boat.", "pending"),
        ("Peru gave Norway until May 2 to release the boat. Norway released the boat on May 6.", "expired"),
    ],
)  # fmt: skip
def test_what_is_told_as_done_in_time_is_met(text: str, state: str) -> None:
    assert [s for _, s, _, _ in due(text)] == [state]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The rebels gave Peru until Sunday to free their chief. The deadline passed.", "2024-05-05"),
        ("The board gave Nord Air until midnight Saturday to pay. Midnight came and went; the deadline passed.", "2024-05-04"),
        ("The sides had given themselves until Monday to agree. They stopped the clock.", "2024-05-06"),
        ("The gunmen gave Peru until noon Tuesday to free their chief. Noon passed without a word.", "2024-05-07"),
        ("The rebels gave Peru until Sunday to free their chief. Nobody spoke.", "2024-05-12"),
    ],
)  # fmt: skip
def test_a_weekday_that_went_by_is_the_last_one(text: str, day: str) -> None:
    assert due(text)[0][0] == day


@pytest.mark.parametrize(
    "text",
    [
        "The dockers gave Nord Air until Friday to raise pay. The union’s deadline is May 10.",
        "Peru gave Norway until May 20 to free the crew. Jon Ek called the May 20 deadline unfair.",
        "The May 20 deadline draws near. The Harbour Board ordered Nord Air to pay by May 20.",
    ],
)
def test_a_deadline_that_is_only_named_again_is_told_once(text: str) -> None:
    assert len(due(text)) == 1


def test_two_tasks_of_one_day_stay_two() -> None:
    text = "The Harbour Board ordered Nord Air to pay by May 20. Peru gave Norway until May 20 to free the crew."
    assert len(due(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek has had one month to find a buyer.",
        "The Harbour Board has had 60 days to answer.",
        "Nord Air had had two weeks to refund the fares.",
    ],
)
def test_time_that_somebody_has_had_is_no_deadline(text: str) -> None:
    assert due(text) == []


def test_one_stretch_of_time_is_told_once_whoever_is_said_to_have_set_it() -> None:
    text = (
        "General Bo Holm said Peru would fire if Norway does not leave the bay within 48 hours. "
        "Peru ordered Norway to leave the bay within 48 hours."
    )
    assert len(due(text)) == 1


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Done by the deadline, or not.
        ("Oslo gave Nord Air until May 6 to reply. Nord Air replied before the deadline.", "met"),
        ("The bank set a May 6 deadline for Vesta Lines to pay. Vesta Lines paid ahead of the deadline.", "met"),
        ("The court gave Norvik until May 7 to release the files. Norvik released them by the May 7 deadline.", "met"),
        ("The court gave Norvik until May 7 to release the files. Norvik did not free them by the May 7 deadline.",
         "expired"),
        ("The crew must leave the ship by Friday, the port said. The crew left on Tuesday.", "met"),
        ("Norway set a May 6 deadline for Sweden to sign, but put it off until May 20.", "extended"),
        # What somebody has not said he will do is no answer.
        ("Mia Holm has not said that she will pay by the May 20 deadline.", "pending"),
    ],
)
def test_a_deadline_that_was_met_missed_or_put_off_is_not_told_otherwise(text: str, state: str) -> None:
    assert [s for _, s, _, _ in due(text)][:1] == [state]


def test_a_day_without_a_year_that_was_missed_lies_behind() -> None:
    text = "The court ordered Norvik to publish the files by the end of February. Norvik missed that deadline."
    assert [(d, s) for d, s, _, _ in due(text, published="2024-09-12")] == [("2024-02-29", "expired")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor should set a deadline of May 20 for Nord Air to sign.",
        "Norway is considering giving Nord Air until May 20 to sign.",
        "The council rejected a proposal to give Nord Air until May 20 to sign.",
        "If Nord Air had been given until May 20 to sign, it would have done so.",
        "Norway could end the row by telling Sweden that it will leave unless it signs by May 20.",
    ],
)
def test_a_due_time_that_is_only_proposed_is_none(text: str) -> None:
    assert due(text) == []


def test_a_due_time_that_somebody_says_he_will_set_stands() -> None:
    assert [(d, s) for d, s, _, _ in due("Norway said it would give Nord Air until May 20 to sign.")] == [
        ("2024-05-20", "pending")
    ]
