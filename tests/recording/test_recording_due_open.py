"""Due times that no order sets: pledges, offers kept open, strikes, added time, moved dates, conditions."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

Due = tuple[str | None, str, list[str], list[str]]
"""The day, the state, who set it, for whom."""


def due(text: str) -> list[Due]:
    record = record_of(text)
    return [(t.due, t.state, names(record, t.set_by), names(record, t.on)) for t in record.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Commission said it would rule on the bid by June 3.", [("2024-06-03", "pending", ["Harbour Commission"], ["Harbour Commission"])]),
        ("Mayor Jon Ek will publish the list by Friday.", [("2024-05-10", "pending", ["Jon Ek"], ["Jon Ek"])]),
        ("Norway pledged to withdraw its troops by June 1.", [("2024-06-01", "pending", ["Norway"], ["Norway"])]),
    ],
)  # fmt: skip
def test_what_somebody_sets_himself_a_day_for(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vesta Lines' offer will stay open until May 20.", [("2024-05-20", "pending", ["Vesta Lines"], [])]),
        ("Nord Air keeps its offer open until June 1.", [("2024-06-01", "pending", ["Nord Air"], [])]),
        ("The Dockers Union said its offer would remain open until Friday.", [("2024-05-10", "pending", ["Dockers Union"], [])]),
    ],
)  # fmt: skip
def test_what_stays_open(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dockers Union has called a 24-hour strike for Monday.", [("2024-05-13", "pending", ["Dockers Union"], [])]),
        ("The Nurses Guild will walk out on Monday.", [("2024-05-13", "pending", ["Nurses Guild"], [])]),
        ("The Pilots Association announced a strike from June 3.", [("2024-06-03", "pending", ["Pilots Association"], [])]),
    ],
)  # fmt: skip
def test_a_strike_that_is_set(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway gave Sweden until May 10 to free the crew. Norway extended the deadline by a week.",
            [
                ("2024-05-10", "extended", ["Norway"], ["Sweden"]),
                ("2024-05-17", "pending", ["Norway"], ["Sweden"]),
            ],
        ),
        (
            "The Dockers Union gave Nord Air until May 14 to raise pay. The Dockers Union added 48 hours to its ultimatum.",
            [
                ("2024-05-14", "extended", ["Dockers Union"], ["Nord Air"]),
                ("2024-05-16", "pending", ["Dockers Union"], ["Nord Air"]),
            ],
        ),
        (
            "Mia Holm gave Jon Ek until May 20 to sign. Holm extended her deadline by two days.",
            [
                ("2024-05-20", "extended", ["Mia Holm"], ["Jon Ek"]),
                ("2024-05-22", "pending", ["Mia Holm"], ["Jon Ek"]),
            ],
        ),
    ],
)  # fmt: skip
def test_time_added(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Commission postponed its decision on the merger from May 14 to June 3.",
            [
                ("2024-05-14", "extended", ["Harbour Commission"], ["Harbour Commission"]),
                ("2024-06-03", "pending", ["Harbour Commission"], ["Harbour Commission"]),
            ],
        ),
        (
            "Vesta Lines moved its deadline from May 20 to May 27.",
            [
                ("2024-05-20", "extended", ["Vesta Lines"], []),
                ("2024-05-27", "pending", ["Vesta Lines"], []),
            ],
        ),
        (
            "The Supreme Court put off its ruling from May 9 to June 6.",
            [
                ("2024-05-09", "extended", ["Supreme Court"], ["Supreme Court"]),
                ("2024-06-06", "pending", ["Supreme Court"], ["Supreme Court"]),
            ],
        ),
    ],
)  # fmt: skip
def test_a_date_that_is_moved(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nord Air missed a deadline to repay its bonds on Monday.", [("2024-05-06", "expired", [], ["Nord Air"])]),
        ("Sweden's deadline for the release of the crew passed on Tuesday without word from Norway.", [("2024-05-07", "expired", ["Sweden"], [])]),
        ("Vesta Lines missed a deadline to pay the port on May 3.", [("2024-05-03", "expired", [], ["Vesta Lines"])]),
    ],
)  # fmt: skip
def test_a_deadline_that_passed_or_was_missed(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An earlier deadline set by the Dockers Union, May 3, passed without a strike.", [("2024-05-03", "expired", ["Dockers Union"], [])]),
        ("The deadline set by Sweden, May 20, is near.", [("2024-05-20", "pending", ["Sweden"], [])]),
        ("An ultimatum by the Nurses Guild, May 13, stands.", [("2024-05-13", "pending", ["Nurses Guild"], [])]),
    ],
)  # fmt: skip
def test_a_day_beside_the_deadline(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway faces sanctions unless it withdraws its troops by Friday.", [("2024-05-10", "pending", [], ["Norway"])]),
        ("Vesta Lines said it would sue unless Nord Air paid by June 3.", [("2024-06-03", "pending", ["Vesta Lines"], ["Nord Air"])]),
        ("The Dockers Union will strike if Nord Air does not raise pay by May 20.", [("2024-05-20", "pending", ["Dockers Union"], ["Nord Air"])]),
    ],
)  # fmt: skip
def test_a_condition_with_a_day(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden asked Norway for an answer by Friday.", [("2024-05-10", "pending", ["Sweden"], ["Norway"])]),
        ("The Supreme Court ordered that Jon Ek be handed over by May 20.", [("2024-05-20", "pending", ["Supreme Court"], [])]),
        ("The Nurses Guild wants a raise from the Harbour Hospital by June 1.", [("2024-06-01", "pending", ["Nurses Guild"], ["Harbour Hospital"])]),
    ],
)  # fmt: skip
def test_a_want_with_a_day(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway gave Sweden until the end of June to free the crew.", [("2024-06-30", "pending", ["Norway"], ["Sweden"])]),
        ("Nord Air must repay its bonds by the end of the month.", [("2024-05-31", "pending", [], ["Nord Air"])]),
        ("Mayor Jon Ek has until the end of May to sign the budget.", [("2024-05-31", "pending", [], ["Jon Ek"])]),
    ],
)  # fmt: skip
def test_the_end_of_a_month_is_its_last_day(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The list must be handed in by Friday.", [("2024-05-10", "pending", [], [])]),
        ("The bonds must be repaid by June 3.", [("2024-06-03", "pending", [], [])]),
        ("The papers have to be signed by May 20.", [("2024-05-20", "pending", [], [])]),
    ],
)  # fmt: skip
def test_what_has_to_be_done(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cooling-off period ends on June 3.", [("2024-06-03", "pending", [], [])]),
        ("The notice period expires on Friday.", [("2024-05-10", "pending", [], [])]),
        ("The mandate of the mission ends on June 30.", [("2024-06-30", "pending", [], [])]),
    ],
)  # fmt: skip
def test_terms_that_end(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden told Norway it must answer by Friday.", [("2024-05-10", "pending", ["Sweden"], ["Norway"])]),
        ("The Harbour Commission warned Vesta Lines that it had until June 3 to sell a port.", [("2024-06-03", "pending", ["Harbour Commission"], ["Vesta Lines"])]),
        ("Mia Holm told Jon Ek he must resign by May 20.", [("2024-05-20", "pending", ["Mia Holm"], ["Jon Ek"])]),
    ],
)  # fmt: skip
def test_who_is_told_that_it_must(text: str, expected: list[Due]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The museum stays open until May 20.",
        "They ran out the clock this year.",
        "Negotiators hope to reach a deal by Friday.",
        "Nord Air was founded by 1950.",
        "Jon Ek pays in advance until June.",
        "A strike could begin in June.",
    ],
)
def test_times_that_bind_nobody(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The new rule that was to be issued by the Labour Ministry on Wednesday covers all workers.",
        "The list has to be read out by the mayor on Friday.",
        "The prize is to be handed over by Mia Holm on Friday.",
    ],
)
def test_by_whom_something_is_done_is_not_by_when(text: str) -> None:
    assert all(d.rule != "bound" for d in record_of(text).deadlines)
