"""Events of the record: their types, and the parties by whom and to whom they are done."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.types import RecordEvent


def told(text: str, type_: str) -> list[tuple[list[str], list[str]]]:
    record = record_of(text)
    return [(names(record, e.actor), names(record, e.recipient)) for e in record.events if e.type == type_]


def types(text: str) -> set[str | None]:
    return {e.type for e in record_of(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "The strike at the tea gardens is over.",
        "Bakers ended their strike. Bread is sold again in Norrvik.",
        "The strike has shut every school in Norrvik.",
    ],
)
def test_a_strike_is_of_workers_where_nothing_tells_of_arms(text: str) -> None:
    assert "ASSAULT" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The strike on the depot killed two soldiers.",
        "A drone strike hit the bridge at Norrvik.",
        "The army said the strike on the radar was a warning.",
    ],
)
def test_a_strike_is_an_attack_where_something_does(text: str) -> None:
    assert "ASSAULT" in types(text)


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Norway held talks in Nairobi.", "CONSULT", "Nairobi"),
        ("Norwegian pilots protested in Oslo.", "PROTEST", "Oslo"),
        ("Sweden conducted exercises near Gotland.", "COOPERATE", "Gotland"),
    ],
)
def test_where_it_is_done_is_not_whom_it_is_done_to(text: str, type_: str, place: str) -> None:
    found = told(text, type_)
    assert found
    assert all(place not in recipients for _, recipients in found)


@pytest.mark.parametrize(
    ("text", "type_", "wrong"),
    [
        ("The gang holding two pilots in northern Kenya threatened to leave.", "THREATEN", "Kenya"),
        ("The monks praying in Sweden accused the captain of lying.", "ACCUSE", "Sweden"),
        ("A judge in Norway rejected the appeal.", "REJECT", "Norway"),
    ],
)
def test_a_name_that_only_tells_more_of_the_actor_is_not_the_actor(text: str, type_: str, wrong: str) -> None:
    found = told(text, type_)
    assert found
    assert all(wrong not in actors for actors, _ in found)


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Norway's interior minister, General Jon Ek, rejected the offer.", "REJECT", "Jon Ek"),
        ("The island's governor, Professor Anna Lund, praised Sweden.", "SUPPORT", "Anna Lund"),
        ("Its chairman, Captain Olav Berg, threatened Sweden.", "THREATEN", "Olav Berg"),
    ],
)
def test_the_name_behind_an_office_and_a_title_is_who_acts(text: str, type_: str, actor: str) -> None:
    assert [actor] in [actors for actors, _ in told(text, type_)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Norway said it would leave the fair unless Sweden paid its debts.", "Norway"),
        ("Anna Lund said she would resign unless the board opened its books.", "Anna Lund"),
        ("Orrish Rail promised to close the line unless fares rose.", "Orrish Rail"),
    ],
)
def test_what_one_will_do_unless_another_acts_is_a_threat(text: str, actor: str) -> None:
    assert [actor] in [actors for actors, _ in told(text, "THREATEN")]


def test_an_event_has_the_words_that_tell_it() -> None:
    (event,) = [e for e in record_of("Norway expelled two Swedish envoys on May 6.").events if e.type == "SANCTION"]
    assert isinstance(event, RecordEvent)
    assert event.date == "2024-05-06"
    assert "expelled" in event.evidence[0].quote


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway demanded an amnesty for the crew.", "amnesty"),
        ("The rebels demanded immediate talks with Norway.", "talks"),
        ("Norway wants immediate sanctions against Tolland.", "sanctions"),
    ],
)
def test_what_somebody_only_wants_has_not_happened(text: str, word: str) -> None:
    told = [e.reality for e in record_of(text).events if e.rule == f"noun {word}"]
    assert told == ["planned"]


def test_what_a_demand_hangs_on_may_have_happened() -> None:
    record = record_of("Norway demanded the release of the crew held in the raid on Tolland.")
    assert "planned" not in [e.reality for e in record.events if e.rule == "noun raid"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('"They will free the crew, but a day late," said Jon Ek, an analyst in Oslo.', "predicts"),
        ('"It will sink the price of tin," said Ada Quill, a broker.', "predicts"),
        ('"We will free the crew on Friday," said Jon Ek, the mayor of Oslo.', "promises"),
        ("Norrvik Mills warned that it would close the plant.", "threatens"),
        ("The captain, Jon Ek, warned that he would sail alone.", "threatens"),
        ("Ada Quill said that she would rather stay at sea.", "asserts"),
        ("Sweden said it would pay.", "promises"),
    ],
)
def test_who_promises_and_who_only_expects(text: str, stance: str) -> None:
    assert [s.stance for s in record_of(text).statements] == [stance]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday the mayor, Ada Quill, called for the resignation of Jon Ek.", "2024-05-06"),
        ("On April 30 the Oslo Harbour Board demanded a new pump of Norrvik Mills.", "2024-04-30"),
        ("Sweden on May 2 urged Norway to free the crew.", "2024-05-02"),
    ],
)
def test_an_act_of_speech_has_the_day_of_its_verb(text: str, day: str) -> None:
    assert {e.date for e in record_of(text).events if e.type == "REQUEST"} == {day}


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("A coroner criticised the home on Monday.", "ACCUSE", "coroner"),
        ("Residents of Norrvik marched on the town hall.", "PROTEST", "Residents of Norrvik"),
        ("A smaller group, the Orrish Front, refused to sign.", "REJECT", "Orrish Front"),
        ("The mother of one of them, Carmen Lund, met the premier.", "CONSULT", "Carmen Lund"),
        ("The mayor criticised the ministry for ignoring the plea.", "REJECT", "ministry"),
    ],
)
def test_who_acts_is_listed_by_his_description_or_by_the_name_beside_it(text: str, type_: str, actor: str) -> None:
    assert [actor] in [actors for actors, _ in told(text, type_)]


def test_a_deal_between_the_parties_is_an_agreement() -> None:
    assert "AGREE" in types("Norrvik signed an agreement with Orrland on Monday.")
    assert "CONCEDE" in types("Ada Lund apologised to the tenants of Norrvik.")


def test_a_term_is_set_on_the_day_that_stands_before_it() -> None:
    record = record_of("The council in October gave the parties until Dec. 1 to begin talks.")
    assert {e.date for e in record.events if e.type == "REQUEST" and e.date} == {"2023-10-01"}


@pytest.mark.parametrize(
    "text",
    [
        "The judge may order a new trial.",
        "Norway isn't planning to sell the port.",
        "Nord Air might ask the court to hear the case.",
        "Jon Ek could demand that the board resign.",
        "Mia Holm has not promised to stay.",
        "Jon Ek is expected to announce that he will run on Saturday.",
        "Nord Air may plead guilty this week to the charges.",
        "Norway has until Friday to demand that the ships leave.",
        "Jon Ek, who had planned a bid for the port, could not raise the money.",
        "Nord Air said it would consider any offer.",
        "Mia Holm said she will proceed with the sale.",
    ],
)
def test_what_is_still_to_be_said_or_was_not_said_is_no_act(text: str) -> None:
    acts = [e for e in record_of(text).events if e.rule == "saying" and e.type != "REJECT"]
    assert not any(e.reality == "asserted" for e in acts)


@pytest.mark.parametrize(
    "text",
    [
        "Orrland was quiet on Monday. The mill at Norvik will remain the town's largest employer.",
        "Norvik Mills publishes its accounts in May. It does not keep figures on fires at its plants.",
        "Hanna Brunt lost the vote on Monday. She cannot escape blame for it.",
        "The crew of the Marla celebrated on Monday. They will continue to sail under the flag of Orrland.",
    ],
)
def test_who_is_asked_for_nothing_refuses_nothing_by_staying_as_he_is(text: str) -> None:
    assert not [e for e in record_of(text).events if e.rule == "answering"]


def test_who_is_blamed_for_asking_is_not_told_to_have_asked() -> None:
    record = record_of("The lawyer accused Hanna Brunt of pressing for a trial in Norvik on Monday.")
    assert not [e for e in record.events if e.type == "REQUEST" and e.reality == "asserted"]


def test_what_somebody_may_say_is_not_said() -> None:
    record = record_of("Only the owners of Norvik Mills could argue that the union should pay the fine.")
    assert not [e for e in record.events if e.type == "REQUEST" and e.reality == "asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek was in talks to demand a trial of the crew.",
        "Nord Air dropped its efforts to ask for a second vote.",
        "The union lacks the power to demand that the ships leave.",
        "The union repeated its threat to demand that the board resign.",
    ],
)
def test_what_somebody_only_tries_or_talks_of_asking_is_not_asked(text: str) -> None:
    assert not [e for e in record_of(text).events if e.rule == "saying" and e.reality == "asserted"]
