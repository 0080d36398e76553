"""Drift: what a headline or key point says more, less or other than the body."""

from __future__ import annotations

import pytest
from recording_making import record_of


def kinds(head: str, body: str) -> set[str]:
    return {t for d in record_of(f"* {head}\n{body}").drift for t in d.touches}


@pytest.mark.parametrize(
    ("touch", "head", "body"),
    [
        ("quantifier", "Nord Air rejected its pilots' demands.", "Nord Air rejected most demands of its pilots."),
        ("quantifier", "Voters in Oslo oppose the bridge, a poll shows.", "Some voters in Oslo oppose the bridge, a poll by the paper shows."),
        ("quantifier", "Mia Holm visited the schools of Norrvik.", "Mia Holm visited several schools of Norrvik on Monday."),
        ("hedge", "Police arrested the arsonist in Oslo.", "Police arrested a suspected arsonist in Oslo on Monday."),
        ("hedge", "The flood damaged the Norrvik bridge.", "The flood may have damaged the old Norrvik bridge."),
        ("hedge", "Nord Air hid the crash report.", "Nord Air allegedly hid the crash report for a year."),
        ("number", "Reports say the Norrvik ferry was overloaded.", "A report in the Oslo Herald said the Norrvik ferry was overloaded."),
        ("number", "Ministers left the Norrvik mill in anger.", "A minister left the Norrvik mill in anger on Monday."),
        ("number", "The Norrvik ferry carried 95 passengers on Monday.", "The Norrvik ferry carried 80 passengers on Monday."),
        ("cause", "Drought, strikes and high taxes have driven farmers from the valley.", "Drought and strikes have driven farmers from the valley."),
        ("cause", "Rain, floods and neglect have worsened the state of the bridge.", "Rain and floods have worsened the state of the bridge."),
        ("cause", "Fuel prices, storms and a pilots' strike have forced Nord Air to close.", "Fuel prices and storms have forced Nord Air to close."),
        ("content", "Police searched smugglers linked to the mayor's party.", "Police searched smugglers in the harbour of Norrvik."),
        ("content", "The army shelled rebels allied with Norway.", "The army shelled rebels in the northern hills."),
        ("content", "The bank sold houses tied to the Lund family.", "The bank sold houses in the old town."),
        ("attribution", "Mia Holm denied the fraud charges.", "The ministry denied the fraud charges on Monday."),
        ("attribution", "Nord Air opened the new terminal.", "Oslo Airport opened the new terminal on Monday."),
        ("attribution", "The mayor sold the old mill.", "The council sold the old mill in May."),
        ("wording", "Farmers in Norrvik are storing fuel, burning fences and waiting for rain.", "Farmers in Norrvik are storing wood, burning fences and waiting for rain."),
        ("wording", "The vote shows a rift between Oslo and anti-tax towns.", "The vote shows a rift between Oslo and towns described as rebellious."),
        ("wording", "The pilots criticised the safety rules of the airport.", "The pilots criticised the safety record of the airport."),
    ],
)  # fmt: skip
def test_each_kind_of_difference_is_told(touch: str, head: str, body: str) -> None:
    assert touch in kinds(head, body)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Nord Air rejected most demands of its pilots.", "Nord Air rejected most demands of its pilots on Monday."),
        ("Police arrested a suspected arsonist.", "Police arrested a suspected arsonist in Oslo."),
        (
            "Drought and strikes have driven farmers from the valley.",
            "Strikes and drought have driven farmers from the valley.",
        ),
    ],
)
def test_a_faithful_summary_does_not_drift(head: str, body: str) -> None:
    assert kinds(head, body) == set()


def test_both_stretches_are_quoted() -> None:
    record = record_of(
        "# Nord Air rejects its pilots' demands\nOn Monday, Nord Air rejected most demands of its pilots."
    )
    drift = next(d for d in record.drift if "quantifier" in d.touches)
    assert "demands" in drift.summary.quote
    assert drift.body.quote.endswith("most demands")


def test_a_document_without_summary_has_no_drift() -> None:
    assert record_of("Nord Air rejected most demands.\nNord Air rejected its pilots' demands.").drift == ()


@pytest.mark.parametrize(
    ("line", "head", "body"),
    [
        ("the condition is lost: close", "Norway to close the Vard crossing on Friday.",
         "Norway gave Sweden three days to free the crew, or see the Vard crossing, the only one in the north, closed."),
        ("the condition is lost: stop", "Keel Lines will stop its ferries to Norrvik.",
         "Keel Lines said it would stop its ferries to Norrvik unless the fees were cut."),
        ("the condition is lost: sue", "Mia Holm will sue the Oslo Herald over the letter.",
         "Mia Holm told the Oslo Herald that she would sue it over the letter if it printed more."),
        ("“may” is lost: hurt", "Dockers in Oslo were hurt by the blast.",
         "Dockers in Oslo may have been hurt by the blast, a doctor said."),
        ("“might” is lost: raise", "The bank raised rates for farmers.",
         "The bank might have raised its rates for farmers, brokers said."),
        ("“could” is lost: doubles", "Storm doubles the price of grain.",
         "By the count of brokers in Oslo the storm could double the price of grain."),
        # in other words, too, what is possible is told as a fact
        ("“could” is lost", "The mayor has lost her seat.", "The vote could cost the mayor her seat on the council, Jon Ek said."),
        ("“may” is lost", "Supplies of grain to mills will stop.",
         "Deliveries of grain to the mills may be interrupted, Nord Air said."),
        ("“might” is lost", "The ferry line has no future.",
         "The ferry line might have to close for want of a future, brokers said."),
        # what limits a deed
        ("“in principle” is lost: agree", "Norway agrees to the gas deal.", "Norway agreed in principle to the gas deal on Monday."),
        ("“temporarily” is lost: close", "Nord Air closes its Oslo hangar.", "Nord Air temporarily closed its hangar in Oslo."),
        ("“for two days” is lost: halt", "Ek halts the talks on wages.", "Ek halted the talks on wages for two days."),
        # a part that becomes the whole, the most that becomes what is
        ("“most” becomes “all”: hostages", "Rebels free all hostages.", "Rebels freed most of the hostages on Monday."),
        ("“some” becomes “all”: roads", "Norway reopens all roads.", "Norway reopened some roads in the north on Monday."),
        ("“many” becomes “every”: tickets", "Nord Air cancels every tickets refund.", "Nord Air cancels many tickets and one refund."),
        ("“two of the” is lost: paintings", "Paintings found in garage", "Two of the four paintings were found in a garage."),
        ("“some” is lost: residents", "Residents welcome decision", "Some residents of the old town welcomed the decision."),
        ("“up to” is lost: 800", "Yard to cut 800 jobs.", "The yard will cut up to 800 jobs by May, Jon Ek said."),
        ("“as many as” is lost: 40", "Nord Air grounds 40 jets.", "Nord Air grounds as many as 40 jets a day."),
        ("“nearly” is lost: 300", "Storm ruins 300 houses.", "The storm ruined nearly 300 houses in the north."),
        ("more is denied: harm", "The yard denies any harm to divers.",
         "The yard denied that a diver had been burned, but declined to comment on two others."),
        ("more is denied: wrongdoing", "Mia Holm denies all wrongdoing.",
         "Mia Holm denied that she had sold the mill, though she did not dispute that she had met the buyer."),
        ("more is denied: contact", "The ministry denies any contact with the court.",
         "The ministry denied that it had written to the court, but refused to say whether it had called."),
    ],
)  # fmt: skip
def test_what_a_key_point_makes_sure_or_whole(line: str, head: str, body: str) -> None:
    found = [d.text for d in record_of(f"* {head}\n{body}").drift]
    assert any(text.split(": ")[0] == line.split(": ")[0] for text in found), found


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Keel Lines may stop its ferries to Norrvik.", "Keel Lines said it would stop its ferries to Norrvik unless the fees were cut."),
        ("The bank sold its mill in Norrvik.", "The bank sold its mill in Norrvik. It could sell another mill, brokers said."),
        ("Nord Air says it did not sell the maps.", "A report that Nord Air sold the maps is untrue, Nord Air said."),
        ("The mayor lost her seat.", "The mayor lost her seat on Monday. It could cost the mayor her pension, too."),
        ("Norway agrees in principle to the gas deal.", "Norway agreed in principle to the gas deal on Monday."),
        ("Yard may cut 800 jobs.", "The yard said that 800 jobs could go."),
        ("The yard denies all the charges.", "The yard denied all the charges, but declined to comment on the fire."),
    ],
)  # fmt: skip
def test_what_a_key_point_leaves_open_is_no_drift(head: str, body: str) -> None:
    assert [d.text for d in record_of(f"* {head}\n{body}").drift] == []


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Ek warns of gas shortage in Norrvik", "Jon Ek warns of gas dearth in Norrvik this winter."),
        ("Nord Air posts record loss on Monday", "Nord Air posts record deficit on Monday in Oslo."),
        ("Norway asks for lead test of toys", "Norway asks for lead check of toys in shops."),
    ],
)
def test_a_headline_s_shorter_words_are_no_drift(head: str, body: str) -> None:
    assert [d.text for d in record_of(f"# {head}\n{body}").drift] == []
