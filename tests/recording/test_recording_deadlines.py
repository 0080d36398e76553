"""Deadlines: due times of every kind, their history and their state."""

from __future__ import annotations

import pytest
from recording_making import names, record_of, record_of_copies


def due(text: str, **given: str) -> list[tuple[str | None, str, list[str], list[str]]]:
    record = record_of(text, **given)
    return [(t.due, t.state, names(record, t.set_by), names(record, t.on)) for t in record.deadlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Harbour Authority of Norrvik gave the Dockers Union until Friday, May 17, to vote on the contract.",
            ("2024-05-17", "pending", ["Harbour Authority of Norrvik"], ["Dockers Union"]),
        ),
        (
            "President Ada Lund gave the rebels 48 hours to leave the town of Ostra.",
            ("2024-05-10", "pending", ["Ada Lund"], ["rebels"]),
        ),
        (
            "The Canadian government gave Norrvik Mills until mid-June to answer its questions.",
            ("2024-06-01/2024-06-30", "pending", ["Canada"], ["Norrvik Mills"]),
        ),
    ],
)
def test_granted_time(text: str, expected: tuple[str, str, list[str], list[str]]) -> None:
    found = due(text)
    assert len(found) == 1
    assert found[0][:2] == expected[:2]
    assert [n.split()[0] for n in found[0][2]] == [n.split()[0] for n in expected[2]]
    assert found[0][3] == expected[3]


@pytest.mark.parametrize(
    ("text", "day", "on"),
    [
        (
            "The Commission for Ports has 30 days to answer the shipping company.",
            "2024-06-07",
            ["Commission for Ports"],
        ),
        ("Vesta Lines had until May 6 to file its appeal, the court said.", "2024-05-06", ["Vesta Lines"]),
        ("Mayor Jon Ek has until June 1 to sign the budget.", "2024-06-01", ["Jon Ek"]),
    ],
)
def test_time_that_somebody_has(text: str, day: str, on: list[str]) -> None:
    assert [(d, o) for d, _, _, o in due(text)] == [(day, on)]


@pytest.mark.parametrize(
    ("text", "day", "set_by", "on"),
    [
        (
            "Governor Mia Holm ordered Norrvik Mills to close its plant by June 30.",
            "2024-06-30",
            ["Mia Holm"],
            ["Norrvik Mills"],
        ),
        (
            "The Central Bank of Norway told lenders to report their losses by May 20.",
            "2024-05-20",
            ["Central Bank of Norway"],
            ["lenders"],
        ),
        (
            "President Ada Lund demanded that Norway withdraw its troops by Sunday.",
            "2024-05-12",
            ["Ada Lund"],
            ["Norway"],
        ),
    ],
)
def test_what_must_be_done_by_a_day(text: str, day: str, set_by: list[str], on: list[str]) -> None:
    assert [(d, s, o) for d, _, s, o in due(text)] == [(day, set_by, on)]


@pytest.mark.parametrize(
    ("text", "day", "on"),
    [
        ("Vesta Lines faces a June 15 deadline to repay its bondholders.", "2024-06-15", ["Vesta Lines"]),
        ("Governor Mia Holm set a deadline of May 31 for Norrvik Mills.", "2024-05-31", ["Norrvik Mills"]),
        ("The deadline for bids is May 31, the Ministry of Energy said.", "2024-05-31", []),
    ],
)
def test_a_deadline_by_its_name(text: str, day: str, on: list[str]) -> None:
    assert [(d, o) for d, _, _, o in due(text)] == [(day, on)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Vesta Lines extended its offer for Norrvik Mills to June 14.", {"2024-06-14": "pending"}),
        (
            "Vesta Lines extended its offer for Norrvik Mills to June 14. The offer had been due to expire on May 24.",
            {"2024-05-24": "extended", "2024-06-14": "pending"},
        ),
        (
            "Governor Mia Holm set a deadline of May 10 for Norrvik Mills. She later extended the deadline to May 20.",
            {"2024-05-10": "extended", "2024-05-20": "pending"},
        ),
    ],
)
def test_a_due_time_that_is_put_off(text: str, days: dict[str, str]) -> None:
    assert {d: s for d, s, _, _ in due(text)} == days


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        (
            "Norway said it would close the port if Sweden did not free the crew within 72 hours.",
            ["Norway"],
            ["Sweden"],
        ),
        (
            "The Pilots Association said it would strike unless Nord Air met its demands within ten days.",
            ["Pilots Association"],
            ["Nord Air"],
        ),
        ("Sweden said it would seize the ships if Norway did not pay within a week.", ["Sweden"], ["Norway"]),
    ],
)
def test_a_condition_with_a_length_of_time(text: str, by: list[str], on: list[str]) -> None:
    assert [(s, o) for _, _, s, o in due(text)] == [(by, on)]


@pytest.mark.parametrize(
    ("text", "day", "by", "on"),
    [
        ("The Pilots Guild will strike on Sunday unless Nord Air agrees to a new contract.", "2024-05-12", ["Pilots Guild"], ["Nord Air"]),
        ("Norway threatened to close the port on May 20 unless Sweden frees the crew.", "2024-05-20", ["Norway"], ["Sweden"]),
        ("Vesta Lines will sue on Friday unless Norrvik Mills pays its debts.", "2024-05-10", ["Vesta Lines"], ["Norrvik Mills"]),
    ],
)  # fmt: skip
def test_the_day_of_a_threat_is_the_day_to_act_by(text: str, day: str, by: list[str], on: list[str]) -> None:
    assert [(d, s, o) for d, _, s, o in due(text)] == [(day, by, on)]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The contract between Nord Air and the Pilots Guild expires on May 31.", ["Nord Air", "Pilots Guild"]),
        ("The ceasefire between Norway and Sweden ends on May 31.", ["Norway", "Sweden"]),
        ("Nord Air's lease expires on May 31.", ["Nord Air"]),
    ],
)
def test_what_two_sides_agreed_on_ends_for_both(text: str, on: list[str]) -> None:
    assert [(d, s, o) for d, _, s, o in due(text)] == [("2024-05-31", [], on)]


@pytest.mark.parametrize(
    ("text", "day", "by", "on"),
    [
        ("Norway told Sweden that it had 72 hours to withdraw its ships.", "2024-05-11", ["Norway"], ["Sweden"]),
        ("Mia Holm warned Nord Air it had until May 20 to pay.", "2024-05-20", ["Mia Holm"], ["Nord Air"]),
        ("Vesta Lines was told by Mia Holm that it had ten days to reply.", "2024-05-18", ["Mia Holm"], ["Vesta Lines"]),
    ],
)  # fmt: skip
def test_who_is_told_has_the_time(text: str, day: str, by: list[str], on: list[str]) -> None:
    assert [(d, s, o) for d, _, s, o in due(text)] == [(day, by, on)]


@pytest.mark.parametrize(
    ("sequel", "state"),
    [
        ("The deadline passed without a reply.", "expired"),
        ("On Tuesday, Norway lifted the deadline.", "withdrawn"),
        ("Sweden met the deadline.", "met"),
        ("Norway extended the deadline.", "extended"),
        ("The ministers met in Oslo.", "expired"),
    ],
)
def test_what_became_of_it(sequel: str, state: str) -> None:
    found = due(f"Norway gave Sweden until May 3 to free the crew. {sequel}")
    assert [(d, s) for d, s, _, _ in found] == [("2024-05-03", state)]


def test_the_state_depends_on_the_day_it_is_judged_by() -> None:
    text = "Norway gave Sweden until May 20 to free the crew."
    assert due(text)[0][1] == "pending"
    assert due(text, as_of="2024-05-20")[0][1] == "pending"
    assert due(text, as_of="2024-05-21")[0][1] == "expired"


def test_mentions_of_one_due_day_are_one_deadline_with_all_its_evidence() -> None:
    text = "Norway gave Sweden until May 20 to free the crew.\nSweden has until May 20 to act, the envoy said."
    record = record_of(text)
    assert len(record.deadlines) == 1
    assert len(record.deadlines[0].evidence) == 2


def test_a_length_of_time_shows_how_the_day_was_reckoned() -> None:
    text = (
        "Envoys who heard the May 2 call said that Norway gave Sweden until May 9 to free the crew.\n"
        "Norway offered Sweden a one-week window."
    )
    deadline = record_of(text, published="2024-05-10").deadlines[0]
    assert (deadline.set, deadline.due, deadline.basis) == ("2024-05-02", "2024-05-09", "2024-05-02 + 1 week")


def test_a_deadline_goes_with_the_demand_it_was_set_for() -> None:
    record = record_of("Norway gave Sweden until May 20 to free the crew.")
    assert record.deadlines[0].for_ == record.demands[0].id


def test_copies_give_one_deadline_quoted_in_each() -> None:
    line = "Norway gave Sweden until Friday to free the crew."
    record = record_of_copies(line, line, published=["2024-05-07", None])
    assert [t.due for t in record.deadlines] == ["2024-05-10"]
    assert [e.document for e in record.deadlines[0].evidence] == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek was mayor of Norrvik until 2019.",
        "The ferry sank within 20 minutes.",
        "The work could take a year or more to complete.",
        "The museum is open until May 20.",
    ],
)
def test_other_times_set_no_deadline(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norrvik FC extended his contract until June 2026.",
        "Jon Ek's contract runs out on June 30.",
        "The governor's term expires in December.",
        "The team has four days to prepare for the match.",
        "Norrvik FC must win by Sunday to stay up.",
        "The shop is open from 9 a.m. until 6 p.m. on Friday.",
        "The museum extended its opening hours to 10 p.m. on Friday.",
    ],
)
def test_terms_of_contracts_and_office_games_and_opening_hours_are_no_deadlines(text: str) -> None:
    assert record_of(text).deadlines == ()


@pytest.mark.parametrize(
    "text",
    [
        "The union's contract with the mill expires on March 31.",
        "Nord Air extended its offer for Sarrow Lines to May 29.",
        "The company has 20 days to respond to the letter.",
    ],
)
def test_what_binds_two_sides_is_a_deadline_still(text: str) -> None:
    assert len(record_of(text).deadlines) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Orrland later extended by two days, until midnight on May 12, the time that Sarrow has to free it.", "12"),
        ("Orrland then prolonged until May 14 the time given to Sarrow to free the ferry.", "14"),
        ("Orrland's minister, Jon Ek, spoke on Tuesday. He extended the time for Sarrow to free it until May 16.", "16"),
        ("Orrland extended the time limit until May 20.", "20"),
    ],
)
def test_the_time_that_somebody_has_is_put_off_like_a_deadline(text: str, day: str) -> None:
    found = due(f"Orrland gave Sarrow until May 10 to free the ferry. {text}")
    assert [(d, s) for d, s, _, _ in found] == [("2024-05-10", "extended"), (f"2024-05-{day}", "pending")]
    assert all(on == ["Sarrow"] for _, _, _, on in found)


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister, Jon Ek, extended until May 14 the time that Sarrow has to let the crew go.",
        "Jon Ek put the wharf on notice again. He prolonged until May 16 the time given to Sarrow to release the ferry.",
        "Orrland prolonged the time for Sarrow to bring the ship home until May 20.",
    ],
)
def test_time_that_is_prolonged_moves_the_only_deadline_of_earlier_reports(text: str) -> None:
    first = "Orrland on Wednesday gave Sarrow until May 10 to free the ferry and its crew."
    record = record_of_copies(first, text, published=["2024-05-08", "2024-05-09"])
    assert [d.state for d in record.deadlines] == ["extended", "pending"]


def test_another_matter_with_another_setter_moves_nothing() -> None:
    first = "Orrland on Wednesday gave Sarrow until May 10 to free the ferry."
    text = "A judge, Mia Holm, extended the time for Sarrow to hand over its ledgers until May 20."
    record = record_of_copies(first, text, published=["2024-05-08", "2024-05-09"])
    assert [d.state for d in record.deadlines] == ["pending", "pending"]


@pytest.mark.parametrize(
    "text",
    [
        "The pool extended its opening time to 10 p.m. on Friday.",
        "Nord Air extended the flight time to Sarrow until May 14.",
        "Ek has prolonged his time at the mill until May 16.",
    ],
)
def test_other_times_that_last_longer_are_no_deadlines(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Norway on Friday extended its deadline for Sweden to free the crew from May 10 to Tuesday, May 14.", "to free the crew"),
        ("The Harbour Authority extended its deadline for Nord Air to pay the fees from Friday to May 20.", "to pay the fees"),
        ("Vesta Lines extended its deadline for the mill to return the ferry from May 12 to May 19.", "to return the ferry"),
    ],
)  # fmt: skip
def test_a_new_day_is_for_what_the_old_one_was_for(text: str, what: str) -> None:
    assert [(t.due, t.text) for t in record_of(text).deadlines][-1][1] == what


@pytest.mark.parametrize(
    ("key_point", "text", "on"),
    [
        ("Norway gave the island state until May 14 to free the crew.", "Norway has given Malta until May 14 to free the crew.", "Malta"),
        ("Jon Ek gave the carrier until May 14 to pay the fees.", "Jon Ek gave Nord Air until May 14 to pay the fees.", "Nord Air"),
        ("The council gave the paper mill until May 20 to close.", "The council gave Norrvik Mills until May 20 to close.", "Norrvik Mills"),
    ],
)  # fmt: skip
def test_a_key_points_other_name_adds_no_party(key_point: str, text: str, on: str) -> None:
    assert [names_on for *_, names_on in due(f"* {key_point}\n{text}")] == [[on]]


@pytest.mark.parametrize(
    "text",
    [
        "Lund Mills spoke to Brask Oil on Monday. It gave Lund Mills until May 20 to answer.",
        "Nord Air met the Dockers Union. It gave Nord Air until Friday to reopen the talks.",
        "Norway turned to Sweden for time. It has given Norway until May 31 to pay.",
    ],
)
def test_nobody_gives_time_to_himself(text: str) -> None:
    for deadline in record_of(text).deadlines:
        assert deadline.on
        assert set(deadline.set_by) != set(deadline.on)
