"""What courts order, what claims are presented for, and when something was asked, told apart from what is asked."""

from __future__ import annotations

import pytest
from recording_making import Wanted, names, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Judge Jon Ek has ordered Mia Holm be heard about a meeting.", (["Jon Ek"], [], "Mia Holm be heard about a meeting")),
        ("The Supreme Court ordered two crates of letters destroyed.", (["Supreme Court"], [], "two crates of letters destroyed")),
        ("Norway ordered the trawler towed away.", (["Norway"], [], "the trawler towed away")),
    ],
)  # fmt: skip
def test_what_is_ordered_to_be_done(text: str, wanted: Wanted) -> None:
    assert wanted_in(text) == [wanted]


def test_what_a_hearing_is_ordered_for_is_not_ordered_of_somebody() -> None:
    assert "find out who lied" not in [w for *_, w in wanted_in("Nord Air met Jon Ek. Ek ordered the hearing to find out who lied.")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Vesta Lines presented claims for $15 million in the bankruptcy court.", "claims for $15 million in the bankruptcy court"),
        ("Nord Air filed claims for 9 million crowns.", "claims for 9 million crowns"),
        ("Last week the Harbour Board submitted claims for 300,000 euros.", "claims for 300,000 euros"),
    ],
)  # fmt: skip
def test_claims_with_a_price(text: str, what: str) -> None:
    assert [w for *_, w in wanted_in(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek had not made the changes that Mia Holm requested months earlier.",
        "Mia Holm will speak on the very day that she proposed two months ago.",
        "Nord Air opened the gate that the Dockers Union had demanded years before.",
    ],
)
def test_how_long_ago_is_not_what_is_wanted(text: str) -> None:
    assert wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Ek told loaders earlier Thursday not to sign the roll.", (["Jon Ek"], ["loaders"], "not to sign the roll")),
        ("Mia Holm late Monday asked Norway to free the crew.", (["Mia Holm"], ["Norway"], "free the crew")),
        ("The Harbour Board yesterday demanded an apology from Vesta Lines.", (["Harbour Board"], ["Vesta Lines"], "an apology from Vesta Lines")),
    ],
)  # fmt: skip
def test_when_it_was_asked_stands_beside_who_asks(text: str, wanted: Wanted) -> None:
    assert wanted_in(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Senator Jon Ek wrote to the mint on Tuesday. In the letter the Ohio Republican asks for an inquiry.", "Jon Ek"),
        ("Mia Holm met nurses in Akron. The Idaho Democrat called on Nord Air to reopen the base.", "Mia Holm"),
        ("Dag Berg voted for the dam. The North Dakota Republican urged Mia Holm to resign.", "Dag Berg"),
    ],
)  # fmt: skip
def test_a_lawmaker_called_by_state_and_party(text: str, by: str) -> None:
    record = record_of(text)
    assert [names(record, d.by) for d in record.demands] == [[by]]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A big farmers group demanded that Nord Air open its books.", "big farmers group"),
        ("A small climate consortium is demanding that Jon Ek publish the map.", "small climate consortium"),
        ("A new lorry drivers alliance asked Norway to lift the toll.", "new lorry drivers alliance"),
    ],
)
def test_a_group_without_a_name_asks(text: str, by: str) -> None:
    assert [b for b, *_ in wanted_in(text)] == [[by]]


def test_a_named_court_declines_only_what_it_was_asked() -> None:
    text = "Nord Air appealed the case to the Sixth Circuit. The Supreme Court declined to step in over a map of Lund."
    assert [d.state for d in record_of(text).demands] == ["pending"]
