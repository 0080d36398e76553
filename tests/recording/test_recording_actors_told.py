"""Who acts that is called by an age, a rank or arms, or by words that other names stand near."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def actors(text: str, words: str) -> list[list[str]]:
    """Who does what some words tell, for each event that they show."""
    record = record_of(text)
    return [names(record, e.actor) for e in record.events if words in e.evidence[0].quote]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Mara Lund, 34, and Jon Ek, 52, were fined on Sunday. The 34-year-old rejected the charges.", "rejected", "Mara Lund"),
        ("Police freed 41-year-old Jon Ek on Monday. The 41-year-old sued the town.", "sued", "Jon Ek"),
        ("The club banned Ada Krohn (19) in May. The 19-year-old criticised the ban.", "criticised", "Ada Krohn"),
        ("Lt. Jon Brede led the raid. Two traders met Ada Lund. The lieutenant condemned the attack.", "condemned", "Jon Brede"),
        ("The minister met Sen. Ada Krohn and Jon Ek. The senator criticised the plan.", "criticised", "Ada Krohn"),
        ("Sgt. Mara Holt met Jon Ek at the gate. The sergeant arrested two men.", "arrested", "Mara Holt"),
        ("The Orrish Observatory said Velsa Front militants seized Tolk. The militant group has attacked the port, the Observatory said.", "attacked", "Velsa Front"),
    ],
)  # fmt: skip
def test_an_age_a_rank_or_arms_call_whom_the_text_introduced_with_them(text: str, words: str, who: str) -> None:
    assert [who] in actors(text, words)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Nordel Corp. said it would buy Brix Inc. for $40 a share. The smaller carrier rejected the bid.", "rejected", "Brix Inc"),
        ("Arda Corp. agreed to acquire Tolk Inc. in May. The larger company sued the regulator.", "sued", "Arda Corp"),
        ("Orrvik Ltd. bought Velsa Ltd. last year. The bigger firm criticised the tax.", "criticised", "Orrvik Ltd"),
    ],
)  # fmt: skip
def test_of_a_buyer_and_what_it_buys_the_buyer_is_the_larger(text: str, words: str, who: str) -> None:
    assert any(len(a) == 1 and a[0].startswith(who) for a in actors(text, words))


def test_the_larger_of_two_rivals_is_neither_by_name() -> None:
    text = "Nordel Corp. and Brix Inc. are rivals. Nordel Corp. sued Brix Inc. in March. The larger carrier criticised the tax."
    assert all(a in ([], ["larger carrier"]) for a in actors(text, "criticised"))


def test_an_age_that_nobody_was_given_names_nobody() -> None:
    text = "Mara Lund, 34, met Jon Ek, 52, on Sunday. The 19-year-old rejected the charges."
    assert all("Mara Lund" not in who and "Jon Ek" not in who for who in actors(text, "rejected"))


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("Ada Lund met Jon Ek. He, like Jon Brede, has refused to testify.", "refused", "Jon Brede"),
        ("Ada Lund is a nurse. Lund's relatives in Orrvik have sued the clinic.", "sued", "Orrvik"),
        ("The mayor met Jon Ek. Ek's partners in Velsa rejected the plan.", "rejected", "Velsa"),
    ],
)
def test_a_name_near_the_actor_is_not_the_actor(text: str, words: str, wrong: str) -> None:
    found = actors(text, words)
    assert found
    assert all(wrong not in who for who in found)



@pytest.mark.parametrize(
    "text",
    [
        "The raids on Friday were 700 kilometers from each other.",
        "Nine helicopters struck the depot on Monday.",
        "Some 30 containers blocked the road to the depot on Monday.",
        "A freezer hit two carts on Monday.",
    ],
)
def test_measures_and_things_are_no_parties(text: str) -> None:
    assert record_of(text).parties == ()


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # The surname of two is his who alone was introduced.
        ("Jon Krohn, the mayor, met the dockers. Krohn, 61, rejected the plan. His nephew, Ole Krohn, wept.", "rejected", "Jon Krohn"),
        ("Jon Brede, the coach, spoke first. Brede, 52, condemned the raid. His cousin, Ole Brede, wept.", "condemned", "Jon Brede"),
        ("Senator Ole Brandt spoke first. Mr. Brandt criticised the tax. Iris Brandt, his daughter, listened.", "criticised", "Ole Brandt"),
        # Those by whom a body acts.
        ("The Orrvik Teachers' Union met on Monday. Its members rejected the offer.", "rejected", "Orrvik Teachers' Union"),
        ("The Dockers' League met in May. Its committee rejected the offer.", "rejected", "Dockers' League"),
        ("The Norrvik Cooks' Guild met in May after its members rejected the pay offer.", "rejected", "Norrvik Cooks' Guild"),
        # Not whom the object of its own verb names.
        ("Kessel AG made an offer for Wexmore in May. It gave Wexmore until Friday to answer.", "gave", "Kessel AG"),
        ("Kalvik Materials met Wexmore Industries in May. It sued Wexmore Industries in June.", "sued", "Kalvik Materials"),
        # The firm of a country.
        ("Corran Stone, an Irish quarry group, met Kalvik Materials in May. Kalvik Materials raised its bid. The Irish company rejected it.", "rejected", "Corran Stone"),
        ("Tolk AG, a German valve maker, met Wexmore Industries in May. Wexmore Industries fired its chief. The German company sued the regulator.", "sued", "Tolk AG"),
        # No fund and no service is the company.
        ("Wexmore Industries cut its dividend. Holm Partners, a fund, called it a mistake. The company rejected the criticism.", "rejected the", "Wexmore Industries"),
        ("Brede Meats Ltd. shut its plant. The Labour Relations Service called for talks. The company rejected the proposal.", "rejected", "Brede Meats Ltd."),
        # A person without a name says it of himself.
        ("Mara Lund wept. A doctor told her he had warned the ministry about the fund.", "warned", "doctor"),
    ],
)  # fmt: skip
def test_who_is_meant_where_another_stands_nearer(text: str, words: str, who: str) -> None:
    assert [who] in actors(text, words)


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        ("The mayor called the detention of the crew a disgrace.", "detention", "mayor"),
        ("The minister called the arrest of two sailors an outrage.", "arrest", "minister"),
    ],
)
def test_nobody_is_named_where_nothing_tells(text: str, words: str, never: str) -> None:
    record = record_of(text)
    told = [names(record, e.actor) for e in record.events if (e.rule or "").startswith("noun ") and words in e.evidence[0].quote]
    assert all(never not in name for who in told for name in who)
