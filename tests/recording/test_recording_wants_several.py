"""Demands in ways that quarrels are told: several at once, fronted, under pressure, on conditions."""

from __future__ import annotations

import pytest
from recording_making import Wanted, record_of, record_of_copies, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What one verb asks for is several demands.
        ("The Dockers Union called on Nord Air to drop the appeal and spend the money on pumps.", ["drop the appeal", "spend the money on pumps"]),
        ("Norway urged Sweden to free the crew and to return the ship.", ["free the crew", "return the ship"]),
        ("The Harbour League ordered Vesta Lines to stop the ferry, to hand over its logs and to pay a fine.", ["stop the ferry", "hand over its logs", "pay a fine"]),
        ("The Nurses Guild called for the release of Jon Ek and for two more doctors.", ["the release of Jon Ek", "two more doctors"]),
        ("Norway called for an apology, its third, and for compensation.", ["an apology", "compensation"]),
        ("Jon Ek asked for an inquiry into the leak and for a public hearing.", ["an inquiry into the leak", "a public hearing"]),
        # What for is no demand of its own.
        ("Norway urged Sweden to wait, to avoid a war.", ["wait"]),
    ],
)  # fmt: skip
def test_each_of_several_demands_is_one(text: str, wanted: list[str]) -> None:
    assert [what for _, _, what in wanted_in(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Ek, whose resignation the Dockers Union has called for, said nothing.", (["Dockers Union"], ["Jon Ek"], "resignation")),
        ("Mia Holm, whose apology Nord Air demanded, left Oslo.", (["Nord Air"], ["Mia Holm"], "apology")),
        ("Nord Air, whose withdrawal Norway seeks, said nothing.", (["Norway"], ["Nord Air"], "withdrawal")),
        ("Jon Ek, under pressure from the Dockers Union to free the crew, met Mia Holm.", (["Dockers Union"], ["Jon Ek"], "free the crew")),
        ("Nord Air, under pressure from Norway to cut its fares, said nothing.", (["Norway"], ["Nord Air"], "cut its fares")),
        ("Mia Holm is under pressure from Vesta Lines to reopen the port.", (["Vesta Lines"], ["Mia Holm"], "reopen the port")),
        ("The Nurses Guild repeated its call on Norway to let doctors in.", (["Nurses Guild"], ["Norway"], "let doctors in")),
        ("Sweden renewed its appeal to Norway to free the trawler.", (["Sweden"], ["Norway"], "free the trawler")),
        ("Mia Holm spoke of the Nurses Guild's plea to Nord Air to reopen the base.", (["Nurses Guild"], ["Nord Air"], "reopen the base")),
        ("Jon Ek made it a condition that Nord Air open its books.", (["Jon Ek"], ["Nord Air"], "open its books")),
        ("Norway made it a condition that Sweden withdraw its ships.", (["Norway"], ["Sweden"], "withdraw its ships")),
        ("Nord Air made it a condition that the Dockers Union drop its suit.", (["Nord Air"], ["Dockers Union"], "drop its suit")),
        ("Jon Ek asked Sweden for three more days to draw up the list.", (["Jon Ek"], ["Sweden"], "three more days")),
        ("Norway asked Sweden for more time to raise the ship.", (["Norway"], ["Sweden"], "more time")),
        ("Nord Air pressed Norway for a week to answer.", (["Nord Air"], ["Norway"], "a week")),
        ("The Dockers Union's demand that no berth left empty by the storm stay empty was heard.", (["Dockers Union"], [], "no berth left empty by the storm stay empty")),
        ("The Harbour League last night offered one seat on its board to Nord Air.", (["Harbour League"], ["Nord Air"], "one seat on its board to Nord Air")),
        ("The Harbour Opera wants the orchestra to accept a cut.", (["Harbour Opera"], ["orchestra"], "accept a cut")),
        ("Norway accepted the plan, provided that the sailors were freed first.", (["Norway"], [], "the sailors were freed first")),
        ("The Dockers Union agreed to the deal on condition that the base was reopened.", (["Dockers Union"], [], "the base was reopened")),
    ],
)  # fmt: skip
def test_demands_told_in_another_order(text: str, wanted: Wanted) -> None:
    assert wanted in wanted_in(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Sweden got an offer by Norway to hand over the sailors in exchange for a pledge by Sweden to stay away.", ["hand over the sailors", "a pledge by Sweden to stay away"]),
        ("Jon Ek heard of an offer by Nord Air to reopen the base in return for a pay cut.", ["reopen the base", "a pay cut"]),
        ("Mia Holm heard of Norway's proposal to lift the ban in exchange for an apology.", ["lift the ban", "an apology"]),
    ],
)  # fmt: skip
def test_an_offer_and_what_it_asks_in_return(text: str, what: list[str]) -> None:
    assert [w for _, _, w in wanted_in(text)] == what


def test_when_an_ultimatum_runs_out_is_no_demand() -> None:
    assert wanted_in("Norway's ultimatum was to run out at noon, Jon Ek said.") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norway gave Sweden 72 hours to free the sailors.", "Norway gave Sweden until May 20, 2024 to free the sailors."),
        ("The Harbour League gave Nord Air until May 10, 2024 to prove that its jets are safe.", "The Harbour League gave Nord Air until June 8, 2024 to prove that its jets are safe."),
        ("The court gave Vesta Lines until May 12, 2024 to hand over its logs.", "The court gave Vesta Lines until May 30, 2024 to hand over all its logs."),
    ],
)  # fmt: skip
def test_a_later_day_for_the_same_thing_extends_the_first(first: str, second: str) -> None:
    record = record_of_copies(first, second, published=["2024-05-06", "2024-05-09"])
    assert [d.state for d in record.deadlines] == ["extended", "pending"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # A day that was set before and went by; history has none.
        ("The court had ordered Nord Air last week to hand the logs over by Wednesday; it did not.", ["2024-05-08"]),
        ("In 2019 Norway gave Sweden 48 hours to free the crew.", []),
        ("Hours before its ultimatum was to run out, Norway on Friday met Sweden.", []),
    ],
)
def test_which_day_a_deadline_has(text: str, due: list[str]) -> None:
    assert [d.due for d in record_of(text, published="2024-05-09").deadlines] == due


@pytest.mark.parametrize(
    ("text", "what"),
    [
        # After an insertion a past form is that of the subject before it.
        ("The Harbour Council, a body of nine towns, appealed to Norway to free the crew.", "free the crew"),
        ("Nord Air, which owns the base, offered the pilots a raise.", "a raise"),
        ("Norway, a member since May, demanded an apology from Sweden.", "an apology from Sweden"),
    ],
)
def test_a_verb_after_an_insertion(text: str, what: str) -> None:
    assert [w for *_, w in wanted_in(text)] == [what]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        # An answer to one thing is none to another.
        ("Norway asked Sweden for an apology. Norway asked Sweden to free the crew. Sweden rejected the request for an apology.", ["rejected", "pending"]),
        ("Norway demanded that Sweden free the crew. Norway would lift the ban if Sweden paid for the ship. Sweden accepted the conditions.", ["pending", "accepted"]),
        ("Norway demanded that Sweden free the crew. Sweden, which had refused in May, said nothing.", ["pending"]),
        ("Mia Holm asked Nord Air to wait, which the Dockers Union rejected.", ["rejected"]),
        ("The Dockers Union demanded that Jon Ek resign. Jon Ek said he would not step down.", ["rejected"]),
    ],
)  # fmt: skip
def test_which_demand_an_answer_is_to(text: str, states: list[str]) -> None:
    assert [d.state for d in record_of(text).demands] == states


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Norway gave Sweden three days to free the crew. Sweden said in Malmo that it would answer Norway. "
            "The Nordic Council, a body of five states, appealed to the two governments to refrain from any raid.",
            {"Norway", "Sweden"},
        ),
        ("Norway and Sweden met in Oslo. Denmark asked both countries to sign the pact.", {"Norway", "Sweden"}),
        (
            "Peru blamed Chile for the fire. Chile said in Arica that Peru had lit it. The Andean League urged the two states "
            "to send their envoys.",
            {"Peru", "Chile"},
        ),
    ],
)
def test_two_states_are_those_that_are_named_again_and_again(text: str, asked: set[str]) -> None:
    record = record_of(text)
    known = {p.id: p.name for p in record.parties}
    assert asked in [{known[p] for p in d.to} for d in record.demands]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek called on the city to drop the suit. The mayor, Mia Holm, said she had no plans to.",
        "Nord Air asked the province to reopen the road.\nPremier Jon Ek turned that down.",
        "The Nurses Guild called on the state government to take over the clinics.\nThe health minister, Jon Ek, ruled out a takeover.",
    ],
)
def test_who_heads_a_town_or_province_answers_for_it(text: str) -> None:
    assert [d.state for d in record_of(text).demands] == ["rejected"]


def test_a_minister_answers_for_no_other_state() -> None:
    record = record_of("Norway asked Sweden to free the crew.\nThe Danish foreign minister, Jon Ek, turned that down.")
    assert [d.state for d in record.demands] == ["pending"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "The union sought protection for its drivers, their families and some 200 retired clerks.",
            ["protection for its drivers, their families and some 200 retired clerks"],
        ),
        (
            "Nord Air asked for guarantees for itself, its suppliers and more than 40 agents, and for a new hearing.",
            ["guarantees for itself, its suppliers and more than 40 agents", "a new hearing"],
        ),
        (
            "Mia Holm demanded payment for the farmers, the millers and the bakers.",
            ["payment for the farmers, the millers and the bakers"],
        ),
        (
            # Each of these is wanted by itself.
            "Mia Holm asked for safe passage for her guards, full pay for the clerks and a new hearing.",
            ["safe passage for her guards", "full pay for the clerks", "a new hearing"],
        ),
    ],
)
def test_several_for_whom_one_thing_is_wanted(text: str, what: list[str]) -> None:
    assert [w for *_, w in wanted_in(text)] == what
