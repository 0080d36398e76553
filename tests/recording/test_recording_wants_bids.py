"""Bids, their terms and what is said about them from the other side."""

from __future__ import annotations

import pytest
from recording_making import kinds_wanted_in, names, record_of


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("In March, Norrvik Mills received a $31-a-share offer from an investor group led by Jon Ek.", ["Jon Ek"], ["Norrvik Mills"]),
        ("Nord Air received a $5 million bid from Vesta Lines.", ["Vesta Lines"], ["Nord Air"]),
        ("Vesta Lines made Nord Air a $16 million offer.", ["Vesta Lines"], ["Nord Air"]),
        ("The Orrvik Owls made Ada Lund an eight-year offer.", ["Orrvik Owls"], ["Ada Lund"]),
        ("Vesta Lines has been attempting to take over Nord Air since May.", ["Vesta Lines"], ["Nord Air"]),
        ("Norrvik Mills fights a hostile bid launched last week by Vesta Lines at 1,850 francs a share.", ["Vesta Lines"], []),
    ],
)  # fmt: skip
def test_a_bid_is_told_from_the_other_side(text: str, by: list[str], to: list[str]) -> None:
    (found,) = kinds_wanted_in(text)
    assert found[:2] == ("offer", by)
    assert found[2] == to or not to


@pytest.mark.parametrize(
    "text",
    [
        "Norrvik Mills received an offer of help from its neighbours.",
        "Jon Ek has been trying to take over the kitchen since May.",
        "Vesta Lines made Nord Air a promise.",
        "Norrvik Mills received a warning from Vesta Lines.",
        "Norrvik Mills has not received a $5 million bid from Vesta Lines.",
    ],
)
def test_what_is_received_is_no_bid(text: str) -> None:
    assert kinds_wanted_in(text) == []


def test_a_new_price_is_a_new_offer() -> None:
    text = (
        "Harlan Corp bid $28 a share for Norrvik Mills. In May, Harlan Corp lowered its offer to $25 a share. "
        "Norrvik Mills accepted the offer."
    )
    record = record_of(text)
    assert [(d.what, d.state) for d in record.demands] == [
        ("$28 a share", "pending"), ("its offer to $25 a share", "accepted")
    ]  # fmt: skip


def test_the_terms_of_an_offer_are_the_bidders() -> None:
    text = (
        "Vesta Lines extended its $45-a-share offer for Norrvik Mills. The offer is conditional on half of the shares "
        "being sold and on the withdrawal of the poison pill."
    )
    record = record_of(text)
    found = [(names(record, d.by), d.what) for d in record.demands if d.kind == "condition"]
    assert found == [
        (["Vesta Lines"], "half of the shares being sold"), (["Vesta Lines"], "the withdrawal of the poison pill")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Vesta Lines agreed to buy Norrvik Mills for $37 a share. Vesta Lines will make a $37-a-share offer for Norrvik Mills.",
        "Vesta Lines made a bid of $5 million for Norrvik Mills. Norrvik Mills agreed to be acquired by Vesta Lines.",
    ],
)
def test_who_agrees_to_buy_or_be_bought_accepts(text: str) -> None:
    (demand,) = record_of(text).demands
    assert demand.state == "accepted"


def test_a_board_answers_for_its_company() -> None:
    text = "Norrvik Mills said its directors turned down a $40-a-share bid from Harlan Corp."
    record = record_of(text)
    (demand,) = record.demands
    assert (names(record, demand.to), demand.state) == (["Norrvik Mills"], "rejected")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The mayors countered initially with $1.3 million for roads.", "mayors"),
        ("A group including Mia Holm urged the Harbour Board to sell the cranes.", "Mia Holm"),
        ("The paper quoted General Jon Ek as ordering his troops to leave the town.", "Jon Ek"),
    ],
)
def test_who_wants_it_is_found_past_other_words(text: str, by: str) -> None:
    assert [found[1] for found in kinds_wanted_in(text)] == [[by]]


def test_who_will_do_it_accepts_whatever_follows_on_but() -> None:
    text = "Mia Holm asked Jon Ek to delay the speech. Ek said he would delay the speech, but if it rains it may be moved."
    (demand,) = record_of(text).demands
    assert demand.state == "accepted"


def test_what_was_offered_and_had_been_refused_is_rejected() -> None:
    text = "Jon Ek had offered to plead guilty but the prosecutors had refused."
    assert [d.state for d in record_of(text).demands] == ["rejected"]
