"""Wishes told without a verb of asking, and who is asked where pronouns and descriptions mislead."""

from __future__ import annotations

import pytest
from recording_making import KindWanted, Wanted, kinds_wanted_in, names, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What is to be done to the one who asks.
        ("Norway asked to be heard in the case.", [("request", ["Norway"], [], "be heard in the case")]),
        ("The Dockers Union has asked to be shown the letters of Nord Air.", [("request", ["Dockers Union"], ["Nord Air"], "be shown the letters of Nord Air")]),
        ("Vesta Lines wants to be paid in cash.", [("demand", ["Vesta Lines"], [], "be paid in cash")]),
        ("The Nurses Guild insists on being consulted.", [("demand", ["Nurses Guild"], [], "being consulted")]),
        # What is written for.
        ("Jon Ek wrote to Nord Air on Monday for a seat on the board and an assurance that no berth will close.", [("request", ["Jon Ek"], ["Nord Air"], "a seat on the board"), ("request", ["Jon Ek"], ["Nord Air"], "an assurance that no berth will close")]),
        ("The Nurses Guild has written to Norway for a mediator.", [("request", ["Nurses Guild"], ["Norway"], "a mediator")]),
        ("Mia Holm wrote to Vesta Lines for a refund.", [("request", ["Mia Holm"], ["Vesta Lines"], "a refund")]),
        # What lies on the table.
        ("Vesta Lines has put 2 percent on the table. The Dockers Union asked Vesta Lines for a raise.", [("offer", ["Vesta Lines"], ["Dockers Union"], "2 percent"), ("request", ["Dockers Union"], ["Vesta Lines"], "a raise")]),
        ("Norway has laid an offer of $3 million on the table. Sweden asked Norway for $5 million.", [("offer", ["Norway"], ["Sweden"], "an offer of $3 million"), ("request", ["Sweden"], ["Norway"], "$5 million")]),
        ("Nord Air held out a bonus of $400. The Pilots Guild asked Nord Air for a raise.", [("offer", ["Nord Air"], ["Pilots Guild"], "a bonus of $400"), ("request", ["Pilots Guild"], ["Nord Air"], "a raise")]),
        # All that somebody asks.
        ("All that Norway asked of Sweden, Mia Holm said, was that the bridge should stay open, and that its guards should stop searching cars.", [("request", ["Norway"], ["Sweden"], "the bridge should stay open"), ("request", ["Norway"], ["Sweden"], "its guards should stop searching cars")]),
        ("What the Dockers Union wants is a shorter week.", [("demand", ["Dockers Union"], [], "a shorter week")]),
        ("All that the Nurses Guild demands is to be consulted.", [("demand", ["Nurses Guild"], [], "be consulted")]),
        ("Vesta Lines agreed on one condition, which was that nothing be sold.", [("condition", ["Vesta Lines"], [], "nothing be sold")]),
        ("Mia Holm said it was high time that Norway published the list.", [("demand", ["Mia Holm"], ["Norway"], "Norway published the list")]),
        ("Norway's foreign ministry expects an apology from Sweden.", [("demand", ["Norway's foreign ministry"], ["Sweden"], "an apology from Sweden")]),
        # What somebody wants done, and what else.
        ("Jon Ek wants every file to be erased by June.", [("demand", ["Jon Ek"], [], "every file to be erased by June")]),
        ("Vesta Lines would like to see the whole sum there.", [("demand", ["Vesta Lines"], [], "the whole sum there")]),
        ("The Nurses Guild wants the ward closed, a second doctor in each hall, and something done for the families.", [("demand", ["Nurses Guild"], [], "the ward closed"), ("demand", ["Nurses Guild"], [], "a second doctor in each hall"), ("demand", ["Nurses Guild"], [], "something done for the families")]),
        # What a story's ultimatum says.
        ("Norway gave Sweden until Friday to free the crew. The ultimatum also calls for the return of the ship.", [("demand", ["Norway"], ["Sweden"], "free the crew"), ("request", ["Norway"], ["Sweden"], "the return of the ship")]),
    ],
)  # fmt: skip
def test_what_is_wanted_without_a_verb_of_asking(text: str, wanted: list[KindWanted]) -> None:
    assert kinds_wanted_in(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek asked not to be named.",
        "Mia Holm wanted to be remembered as a painter.",
        "Mia Holm wrote to Nord Air for years.",
        "Jon Ek turned to Mia Holm for advice.",
        "Norway put a map on the table.",
        "What Mia Holm is really asking is that they admit it.",
        "Nord Air expects an answer on Friday.",
        "It is time for Norway to act, Mia Holm said.",
    ],
)
def test_what_nobody_is_asked_for(text: str) -> None:
    assert wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Somebody says aside who says it; a name stands behind the office.
        ("The Nurses Guild had begged Norway, Mia Holm said, to let the crew go.", [(["Nurses Guild"], ["Norway"], "let the crew go")]),
        ("The Pilots Guild would like the Minister for Transport, Mia Holm, to name a mediator.", [(["Pilots Guild"], ["Mia Holm"], "name a mediator")]),
        ("Norway's challenger, Oslo mayor Jon Ek, urged Sweden to free the crew.", [(["Jon Ek"], ["Sweden"], "free the crew")]),
        # Nobody asks his own side.
        ("Jon Ek, who leads Nord Air, regretted the Pilots Guild's strike and urged it to return.", [(["Jon Ek"], ["Pilots Guild"], "return")]),
        ("Jon Ek, who heads the Bakers Union, dislikes the Dockers Union's ban and asked it to wait.", [(["Jon Ek"], ["Dockers Union"], "wait")]),
        ("Mia Holm, chair of the Dockers Union, asked the union to wait.", [(["Mia Holm"], ["Dockers Union"], "wait")]),
        # One verb goes on with another in its own tense.
        ("Vesta Lines, which says that one of its ferries sank in July, and has called for an inquiry, is based in Norway.", [(["Vesta Lines"], [], "an inquiry")]),
        ("Norway asked Sweden to hand over the letters on which the charge was based and to have them read by a judge.", [(["Norway"], ["Sweden"], "hand over the letters on which the charge was based"), (["Norway"], ["Sweden"], "have them read by a judge")]),
        ("Jon Ek asked that Norway fine the mill, and order it to pay for a school.", [(["Jon Ek"], ["Norway"], "fine the mill"), (["Jon Ek"], ["Norway"], "order it to pay for a school")]),
        ("Norway asked Sweden to extend the season so that no boat is left in port.", [(["Norway"], ["Sweden"], "extend the season")]),
        # Time is asked for, and by nobody granted.
        ("Jon Ek asked Norway to give Nord Air 90 days to draw up a plan.", [(["Jon Ek"], ["Norway"], "give Nord Air 90 days to draw up a plan")]),
        # Whose resignation is called for is asked for that alone.
        ("Norway called for the resignation of Nord Air's chairman, Jon Ek, and for two seats on the board.", [(["Norway"], ["Jon Ek"], "the resignation of Nord Air's chairman"), (["Norway"], [], "two seats on the board")]),
        # What was in another year is told aside.
        ("Jon Ek, whose family sold the mill in 1977, said he would resign if Nord Air published the list.", [(["Jon Ek"], ["Nord Air"], "publish the list")]),
        ("In 1977 Jon Ek asked Norway for an inquiry.", []),
    ],
)  # fmt: skip
def test_who_asks_and_is_asked(text: str, wanted: list[Wanted]) -> None:
    assert wanted_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jon Ek said he was ready to lead a group of buyers, as long as Nord Air paid the fine.", [(["Jon Ek"], ["Nord Air"], "pay the fine")]),
        ("Norway would not object to a panel so long as Sweden withdrew its ships.", [(["Norway"], ["Sweden"], "withdraw its ships")]),
        ("Mia Holm was willing to see the date put back only if Nord Air published the list.", [(["Mia Holm"], ["Nord Air"], "publish the list")]),
        ("Norway held out a truce of five days if Sweden would withdraw its ships.", [(["Norway"], ["Sweden"], "a truce of five days"), (["Norway"], ["Sweden"], "withdraw its ships")]),
        ("Mia Holm proposed a limit of five patients and asked Nord Air to answer by noon on Friday.", [(["Mia Holm"], ["Nord Air"], "answer by noon on Friday"), (["Mia Holm"], ["Nord Air"], "a limit of five patients")]),
        ("The ferry will rise as long as the tide does.", []),
    ],
)  # fmt: skip
def test_what_an_offer_depends_on_and_to_whom_it_is_made(text: str, wanted: list[Wanted]) -> None:
    assert wanted_in(text) == wanted


QUARREL = "Norway asked Sweden to free the crew. Norway asked Sweden to pay for the ship. "


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mia Holm said that by then Sweden must have freed the captain.", ["free the captain"]),
        ("Mia Holm said that by then Sweden must have given up the logs.", ["give up the logs"]),
        ("The Dockers Union said that by noon on Friday Nord Air must have rehired the loaders.", ["rehire the loaders"]),
        ("Mia Holm said that Sweden must have lost the logs.", []),
    ],
)
def test_what_must_have_been_done_by_a_time(text: str, what: list[str]) -> None:
    assert [w for by, _, w in wanted_in(QUARREL + text) if by != ["Norway"]] == what


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Nord Air offered the Pilots Guild a raise of 2 percent. The Pilots Guild asked for more pay. On Friday Nord Air offered the Pilots Guild a raise of 3 percent.", 2),
        ("Vesta Lines offered Jon Ek $3 million. Jon Ek asked for $9 million. On Friday Vesta Lines offered Jon Ek $4 million.", 2),
        ("Vesta Lines offered Jon Ek $3 million. Jon Ek asked for $9 million. Vesta Lines had offered him $3 million.", 1),
    ],
)  # fmt: skip
def test_another_price_is_another_offer(text: str, price: int) -> None:
    assert len([d for d in record_of(text).demands if d.kind == "offer"]) == price


def test_lawyers_ask_the_judge_and_them_may_be_both_sides() -> None:
    record = record_of("Judge Mia Holm heard the case on Monday. Prosecutor Jon Ek asked for a recess.")
    assert [(names(record, d.by), names(record, d.to), d.what) for d in record.demands] == [
        (["Jon Ek"], ["Mia Holm"], "a recess")
    ]
