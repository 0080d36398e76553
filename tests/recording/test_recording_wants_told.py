"""A demand is one only where it is told as a fact and in full: each rule on three unrelated texts."""

from __future__ import annotations

import pytest
from recording_making import wanted_in


@pytest.mark.parametrize(
    "text",
    [
        # Asked, guessed, imagined.
        "But has Jon Ek called for changing the rules that help Nord Air?",
        "Did Norway ask Sweden to free the crew?",
        "Is Vesta Lines demanding a refund?",
        "Perhaps the Dockers Union will demand a raise.",
        "Maybe Norway asked Sweden to wait.",
        "The note says not that Mia Holm is calling for an inquiry.",
        "Say Norway demanded that Sweden prove it.",
        "Suppose the airline asked the Dockers Union to wait.",
        "Imagine Mia Holm demanded an apology from Norway.",
        # Denied or not said.
        "Mia Holm denied that she asked Jon Ek to stop the inquiry.",
        "The file did not state that Norway had pressured Jon Ek to lie to the court.",
        "Jon Ek cannot cross the street without reporters asking him to attack Mia Holm.",
        # What somebody says he would do himself.
        "Norway insisted that it would free nobody.",
        "Mia Holm insists she would stay in Oslo.",
        "Nord Air insisted it would keep the base.",
        # What the law says, and what people think who are asked.
        "Under the harbour law, Vesta Lines must pay the pilots.",
        "The rules drop a requirement that Nord Air seek approval from Norway.",
        "Two thirds of voters polled in Oslo said Mia Holm should release the list.",
        # What a plan or a paper says.
        "The plan calls for Nord Air to sell its ferries.",
        "The brokers read recommendations urging Norway to wait.",
        "The delegates replaced it with language calling for an inquiry.",
        # How things are.
        "The islanders are dependent on Nord Air for food.",
        "Norway is too dependent on Sweden for aid.",
        "Villagers were dependent on the mill for work.",
        # A warning is no bargain.
        "Norway would take further measures if Sweden tested another missile.",
        "Sweden said it would take steps against Nord Air if the line dropped the base.",
        "The Harbour League would impose sanctions if Vesta Lines left the pact.",
        # What somebody came for, and what is told of a request further on.
        "Mia Holm told envoys of 30 states, who came to the palace to offer condolences, that she was moved.",
        "Norway told the pilots who gathered in Oslo to hear it that the base was safe.",
        "Jon Ek told loaders who had come to the gate to collect their pay that there was none.",
        "The ministry has said that, at the request of Norway, it has classified the files.",
        "The agency said that, at the urging of Sweden, it had sealed the list.",
        "The port reported that, at the request of the pilots, it had cut the fee.",
        "Nord Air was challenged by Vesta Lines over a contract to supply engines to Norway.",
        "Vesta Lines is seeking alternatives to a $32-a-share offer.",
        "The board would hear any request by the mill for the early end of the ban.",
    ],
)
def test_no_demand_is_told(text: str) -> None:
    assert wanted_in(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Dockers Union asked for a full, unedited copy of the report.", ["a full, unedited copy of the report"]),
        ("Mia Holm called for dancers to wear shorter dresses that cost less.", ["wear shorter dresses that cost less"]),
        ("Jon Ek called for building permanent harbour bases in the north.", ["building permanent harbour bases in the north"]),
        ("The family has been demanding that police release video of the crash, which the police have not done.", ["release video of the crash"]),
        ("Mia Holm urged Jon Ek to come out of the car and repeatedly says no.", ["come out of the car"]),
        ("Mia Holm asked Jon Ek to lay off the case and later dismissed Jon Ek.", ["lay off the case"]),
        ("Norway sent Sweden a letter demanding the cuts be the first thing to end.", ["be the first thing to end"]),
        ("Norway sought approval to raise its stake in Nord Air.", ["approval to raise its stake in Nord Air"]),
        ("Vesta Lines sought consent to land in Oslo.", ["consent to land in Oslo"]),
        ("The Dockers Union demanded a promise not to close the base.", ["a promise not to close the base"]),
        ("Jon Ek asked the council to help the girls enter Norway.", ["help the girls enter Norway"]),
        ("Norway threatened to close the port unless Sweden gave it the files ― even though the case is open.", ["gave it the files"]),
        ("Mia Holm called on Jon Ek to resign Thursday in an early-morning tweet that accused him of lying.", ["resign"]),
        ("Norway urged Sweden to free the crew on Monday in a letter to the envoys.", ["free the crew"]),
        ("Jon Ek asked Nord Air to rehire the pilots in an angry statement.", ["rehire the pilots"]),
        ("Mia Holm called for a total and complete halt of the flights.", ["a total and complete halt of the flights"]),
        ("Norway demanded a swift and fair trial of the crew.", ["a swift and fair trial of the crew"]),
        ("Norway ordered the sailors to be freed.", ["the sailors to be freed"]),
        # What one clause wants done is several things.
        ("The hauliers demanded that Norway freeze the toll, refund drivers who had paid it and drop charges against two of them.", ["freeze the toll", "refund drivers who had paid it", "drop charges against two of them"]),
        ("The Dockers Union demanded that Nord Air drop the suit and pay the loaders.", ["drop the suit", "pay the loaders"]),
        ("The Nurses Guild asked that Mia Holm publish the list and meet the families.", ["publish the list", "meet the families"]),
        # Lists.
        ("The Dockers Union wants a limit of ten hours a shift in summer and eight in winter, a raise of 4 percent over two years and an end to unpaid loading.", ["a limit of ten hours a shift in summer and eight in winter", "a raise of 4 percent over two years", "an end to unpaid loading"]),
        ("The Nurses Guild demanded a cap of four patients a nurse, a bonus of $20 an hour and a seat on the board.", ["a cap of four patients a nurse", "a bonus of $20 an hour", "a seat on the board"]),
        ("Norway wants a quota of two ships a week on Mondays and one on Fridays, a refund and an apology.", ["a quota of two ships a week on Mondays and one on Fridays", "a refund", "an apology"]),
    ],
)  # fmt: skip
def test_what_is_wanted_is_whole(text: str, wanted: list[str]) -> None:
    assert [what for _, _, what in wanted_in(text)] == wanted


_ELSEWHERE = " ".join(f"The ferry carried {n} cars across the sound on the day of the fair." for n in range(20, 45))


@pytest.mark.parametrize(
    "told",
    [
        "Mia Holm said Nord Air must drop the fee.",
        "Norway would pay for the ship if Sweden freed the crew.",
        "The Dockers Union was willing to meet Nord Air.",
        "Jon Ek said Vesta Lines would be sued unless it left the port.",
    ],
)
def test_in_news_of_something_else_a_duty_or_a_bargain_in_passing_is_no_demand(told: str) -> None:
    assert wanted_in(f"{told} {_ELSEWHERE}") == []


def test_in_news_of_something_else_nobody_nearby_is_taken_for_the_one_who_is_asked() -> None:
    assert wanted_in(f"Nord Air met Sweden. Norway demanded a refund. {_ELSEWHERE}") == [(["Norway"], [], "a refund")]
