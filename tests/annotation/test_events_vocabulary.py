"""Which events sentences tell: people done something to, talks that fail, what is ahead, what is named ill."""

import pytest
from annotation_making import read

from onrecord.types import Event


def found(text: str) -> dict[str, Event]:
    """The events of a text by the words that tell them."""
    return {text[slice(*e.trigger)]: e for e in read(text).annotations.events if e.confidence > 0.3}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The bank fired three teachers in May.", "fired", "SANCTION"),
        ("The rebels fired rockets at the port.", "fired", "ASSAULT"),
        ("The club suspended one of its players.", "suspended", "SANCTION"),
        ("The mayor dismissed the report.", "dismissed", "REJECT"),
        ("The guards captured two divers.", "captured", "COERCE"),
        ("Talks between Peru and Chad broke down.", "broke", "REJECT"),
        ("The merger collapsed in June.", "collapsed", "REJECT"),
        ("The union turned the offer down.", "turned", "REJECT"),
        ("The firm laid forty clerks off.", "laid", "SANCTION"),
        ("The owner pleaded guilty in March.", "pleaded", "CONCEDE"),
        ("The panel has called both sides back.", "called", "REQUEST"),
        ("Two directors quit in protest.", "quit", "PROTEST"),
        ("The mayor called the plan a farce.", "called", "ACCUSE"),
        ("The minister called the charge nonsense.", "called", "REJECT"),
        ("Students occupied the hall for a week.", "occupied", "PROTEST"),
        ("The tribunal invited both sides to meet.", "invited", "REQUEST"),
        ("The mayor walked out of the talks.", "walked", "REJECT"),
        ("The fund withdrew its bid.", "withdrew", "RETREAT"),
        ("The paper withdrew the article.", "withdrew", "RETREAT"),
        ("The firm undertook to pay the costs.", "undertook", "AGREE"),
        ("The singer filed a suit on the house.", "filed", "ACCUSE"),
    ],
)
def test_a_verb_is_read_with_what_it_is_done_to(text: str, trigger: str, kind: str) -> None:
    event = found(text)[trigger]
    assert event.type == kind


def test_who_accuses_does_so() -> None:
    for text in ("Peru accused Chad of theft.", "The owner accused the union.", "Ada Lund accused the mayor."):
        assert found(text)["accused"].reality == "asserted"


def test_what_is_to_be_is_planned() -> None:
    for text in ("The envoy is to meet the rebels.", "The firm is due to meet the union.", "Peru was set to meet Chad."):
        assert found(text)["meet"].reality == "planned"


def test_what_has_its_day_ahead_is_told_without_a_type() -> None:
    assert found("The ship will sail on May 3, 2021.")["sail"].reality == "planned"
    assert "sail" not in found("The ship will sail.")


def test_by_voting_a_body_asks() -> None:
    assert found("The council voted to ask the governor for help.")["ask"].reality == "asserted"
    assert found("The council hoped to ask the governor for help.")["ask"].reality == "planned"


def test_all_sides_of_talks_let_them_fail() -> None:
    text = "Negotiations between Peru and Chad broke down."
    assert [text[a:b] for a, b in found(text)["broke"].actor] == ["Peru", "Chad"]


def test_whom_a_participle_s_deed_was_done_by() -> None:
    for text, who in (
        ("Peru demanded two boats, seized last week by a cutter.", "a cutter"),
        ("Chad freed three men, captured last month by the rebels.", "the rebels"),
        ("The court freed a clerk, arrested on Monday by the police.", "the police"),
    ):
        (event,) = [e for w, e in found(text).items() if w in ("seized", "captured", "arrested")]
        assert [text[a:b] for a, b in event.actor] == [who]


def test_what_is_called_is_not_yet_held() -> None:
    for text in ("The union announced a rally.", "Peru announced talks with Chad.", "The unions called a strike."):
        (event,) = [e for e in found(text).values() if e.type in ("PROTEST", "CONSULT")]
        assert event.reality == "planned"
    assert found("The union staged a rally.")["staged"].reality == "asserted"


def test_whom_somebody_fired_is_done_to_people() -> None:
    for text in (
        "The firm hired back three men whom it had fired.",
        "Norrvik freed the divers whom it had captured.",
        "The club paid the players whom it suspended.",
    ):
        assert {e.type for e in found(text).values()} & {"SANCTION", "COERCE"}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The clerks voted down the pay offer.", "voted", "REJECT"),
        ("A judge threw out the suit on Monday.", "threw", "REJECT"),
        ("The mill has locked out 90 weavers.", "locked", "COERCE"),
        ("The bank backed away from the merger.", "backed", "CONCEDE"),
        ("Lund turned himself in at dawn.", "turned", "CONCEDE"),
        ("A panel cleared the archivist of fraud.", "cleared", "CONCEDE"),
        ("Orrland gave Norrvik until Friday to answer.", "gave", "REQUEST"),
        ("Orrland gave Norrvik another week to answer.", "gave", "CONCEDE"),
        ("The archivist was told by a court to repay the fund.", "told", "REQUEST"),
        ("Lund pleaded not guilty.", "pleaded", "REJECT"),
        ("The conductors struck for two days over pay.", "struck", "PROTEST"),
    ],
)
def test_acts_of_courts_firms_and_unions(text: str, trigger: str, kind: str) -> None:
    assert found(text)[trigger].type == kind


def test_an_offer_is_an_event_where_the_text_says_whose_it_is() -> None:
    offered = [e for e in read("Norrvik’s offer came on Monday.").annotations.events if e.type == "AGREE"]
    assert [e.rule for e in offered] == ["noun offer"]
    assert not [e for e in read("An offer came on Monday.").annotations.events if e.type == "AGREE"]
