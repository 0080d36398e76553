"""Who asks behind a reported clause, what is only supposed to be answered, and bids that succeed."""

from __future__ import annotations

import pytest
from recording_making import names, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Jon Ek said on Monday that Norway had broken the truce and called for a general strike.", "Jon Ek"),
        ("Mia Holm told the council that Nord Air had lied and called on the mayor, Dag Berg, to resign.", "Mia Holm"),
        ("The Nurses Guild said that Vesta Lines had hidden the files and pressed for an inquiry.", "Nurses Guild"),
    ],
)
def test_who_says_what_had_happened_asks(text: str, by: str) -> None:
    assert by in [b for found, *_ in wanted_in(text) for b in found]


@pytest.mark.parametrize(
    "text",
    [
        "Sweden would look at the plan only if Norway accepted Sweden's demands.",
        "Nord Air will reopen the base if the Dockers Union accepted its offer.",
        "Mia Holm would sign unless Jon Ek rejected her demands.",
    ],
)
def test_what_is_only_supposed_answers_nothing(text: str) -> None:
    assert [a.kind for d in record_of(text).demands for a in d.answers] == []


@pytest.mark.parametrize(
    "text",
    [
        "Nord Air made a $40-a-share bid for Vesta Lines in May. On Monday Nord Air said its bid was successful.",
        "Norvik Corp. launched a $9 million tender offer for Halden Mills. Norvik Corp.'s offer succeeded on Friday.",
        "Vesta Lines Inc. said its takeover offer for Nord Air Corp. was successful, with nine tenths tendered.",
    ],
)
def test_a_bid_that_succeeds_is_accepted(text: str) -> None:
    assert [d.state for d in record_of(text).demands] == ["accepted"]


def test_what_somebody_wants_to_be_parted_from_is_not_asked() -> None:
    record = record_of("Nord Air's pilots demand the separation of the pilots from the ground staff.")
    assert [names(record, d.to) for d in record.demands] == [[]]


def test_an_association_is_no_rival_of_its_members() -> None:
    text = (
        "Peruvian pilots will strike in May demanding higher pay, the Peruvian League of Pilots said. "
        "The pilots have asked for a raise since June."
    )
    record = record_of(text)
    assert all("Peruvian League of Pilots" not in names(record, d.to) for d in record.demands)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Norway is ready to lift the ban if Danish forces pull out, but will not accept Denmark's demand for the islands.", "Norway"),
        ("Nord Air will reopen the base if the pilots return, but has rejected the Dockers Union's demand for a raise.", "Nord Air"),
        ("Jon Ek may sign if the council agrees, but has rejected Mia Holm's request for a seat.", "Jon Ek"),
    ],
)  # fmt: skip
def test_who_goes_on_behind_a_condition_is_who_made_it(text: str, by: str) -> None:
    record = record_of(text)
    assert [by] in [names(record, a.by) for d in record.demands for a in d.answers if a.kind == "rejects"]


@pytest.mark.parametrize(
    "text",
    [
        "Nord Air made an offer of $9 a share to Vesta Lines. Vesta Lines has to choose whether to accept or reject its offer.",
        "Sweden asked Norway for a truce. Norway is to decide whether to grant the request.",
        "The Dockers Union demanded a raise of 5 percent from Nord Air. Nord Air met to discuss whether it rejected the demand.",
    ],
)  # fmt: skip
def test_who_is_yet_to_decide_has_not_answered(text: str) -> None:
    assert [a.kind for d in record_of(text).demands for a in d.answers] == []


def test_a_price_at_which_people_are_willing_to_sell_is_no_offer() -> None:
    assert wanted_in("Nord Air and Jon Ek named the price for which they were willing to buy the mill.") == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The Dockers Union demanded a raise from Nord Air. The Dockers Union will strike if its demands are not met.", ["a raise from Nord Air"]),
        ("Norway asked Sweden to free the crew. Norway will fire unless its conditions are met.", ["free the crew"]),
        ("The Nurses Guild called on Vesta Lines to hire ten nurses. The guild will go to court if its concerns are not addressed.", ["hire ten nurses"]),
        # Where nothing else is told, it is all that is known.
        ("The Dockers Union will strike unless its demands are met by Nord Air.", ["its demands are met by Nord Air"]),
    ],
)  # fmt: skip
def test_that_demands_be_met_is_no_further_demand(text: str, what: list[str]) -> None:
    assert [d.what for d in record_of(text).demands] == what
