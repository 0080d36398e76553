"""What the network knows of moves, beside the rules."""

from __future__ import annotations

import dataclasses

import pytest
from recording_making import document, names

from onrecord.recording import make_record
from onrecord.recording.moves import breaks_off, side
from onrecord.types import Chance, Move, Record


def record_with(text: str, *moves: Move) -> Record:
    """The record of a text in which the network saw some moves."""
    read = document(text)
    return make_record([dataclasses.replace(read, annotations=dataclasses.replace(read.annotations, moves=moves))], [])


def chance(text: str, words: str, likely: float) -> Chance:
    at = text.index(words)
    return Chance(at, at + len(words), likely)


def move(text: str, kind: str, words: str, likely: float, by: str, to: str, content: str | None = None) -> Move:
    at = text.index(words)
    wanted = None if content is None else (text.index(content), text.index(content) + len(content))
    return Move(
        kind, at, at + len(words), likely, (chance(text, by, 0.95),), (chance(text, to, 0.95),), wanted  # type: ignore[arg-type]
    )


def test_an_open_side_takes_the_likeliest_party() -> None:
    assert side((), {"p1": 0.95, "p2": 0.05}, ()) == ("p1",)
    assert side((), {"p1": 0.5, "p2": 0.3}, ()) == ()


def test_nobody_stands_on_both_sides() -> None:
    assert side((), {"p1": 0.95, "p2": 0.92}, ("p1",)) == ("p2",)


def test_what_the_rules_say_stays() -> None:
    assert side(("p1",), {"p2": 0.95}, ()) == ("p1",)


BARE = "Norrvik Freight and the Carters’ Union met in Lund on Monday. The union is sitting at six percent, Norrvik Freight said."
QUARREL = BARE + " Norrvik Freight asked the union to go back to work."


def test_what_the_network_is_sure_of_is_on_record_though_no_rule_knows_its_words() -> None:
    wanted = move(QUARREL, "demand", "sitting at", 0.95, "The union", "Norrvik Freight", "six percent")
    record = record_with(QUARREL, wanted)
    (found,) = (d for d in record.demands if d.rule == "network")
    assert (names(record, found.by), names(record, found.to)) == (["Carters’ Union"], ["Norrvik Freight"])
    assert (found.what, found.rule) == ("six percent", "network")
    assert QUARREL[found.evidence[0].start : found.evidence[0].end] == found.evidence[0].quote


@pytest.mark.parametrize("said", ["demand", "demand in"])
def test_where_a_demand_was_made_is_not_what_is_demanded(said: str) -> None:
    told = QUARREL + " The union made the demand in a letter to the mayor on Monday."
    wanted = move(told, "demand", said, 0.95, "The union", "Norrvik Freight", "a letter to the mayor")
    assert [d.what for d in record_with(told, wanted).demands if d.rule == "network"] == []


def test_what_it_is_not_sure_of_is_not() -> None:
    wanted = move(QUARREL, "demand", "sitting at", 0.5, "The union", "Norrvik Freight", "six percent")
    assert [d.rule for d in record_with(QUARREL, wanted).demands] == [d.rule for d in record_with(QUARREL).demands]


def test_it_alone_makes_no_quarrel() -> None:
    wanted = move(BARE, "demand", "sitting at", 0.95, "The union", "Norrvik Freight", "six percent")
    assert record_with(BARE, wanted).demands == ()


def test_what_a_rule_has_found_is_not_told_twice() -> None:
    text = "The Carters’ Union demanded a raise of six percent from Norrvik Freight."
    wanted = move(text, "demand", "demanded", 0.95, "The Carters’ Union", "Norrvik Freight", "a raise of six percent")
    assert len(record_with(text, wanted).demands) == 1


def test_a_due_time_of_the_rules_gets_the_sides_that_the_network_knows() -> None:
    text = "The Carters’ Union and Norrvik Freight met. The deadline is May 20."
    due = move(text, "due", "May 20", 0.95, "The Carters’ Union", "Norrvik Freight")
    record = record_with(text, due)
    (found,) = record.deadlines
    assert (names(record, found.set_by), names(record, found.on)) == (["Carters’ Union"], ["Norrvik Freight"])
    assert record_with(text).deadlines[0].set_by == ()


def test_who_the_network_names_weighs_as_much_as_the_words_next_to_the_move() -> None:
    wanted = move(QUARREL, "demand", "sitting at", 0.95, "The union", "Norrvik Freight", "six percent")
    agreed = dataclasses.replace(wanted, by_name=(chance(QUARREL, "the Carters’ Union", 0.9),))
    record = record_with(QUARREL, agreed)
    (found,) = (d for d in record.demands if d.rule == "network")
    assert names(record, found.by) == ["Carters’ Union"]
    other = dataclasses.replace(wanted, by_name=(chance(QUARREL, "Norrvik Freight", 0.9),))
    assert not [d for d in record_with(QUARREL, other).demands if d.rule == "network"]


def test_what_is_told_in_part_is_no_line() -> None:
    assert breaks_off("protect our minds from “constant noise", ", dim the lights” and rest")
    assert breaks_off("help the town", ", and feed its people")
    assert not breaks_off("help the town", ", the mayor said, and left.")
    assert not breaks_off("“six percent”", ".")


def test_whoever_is_told_of_in_what_is_wanted_does_not_want_it() -> None:
    text = QUARREL.replace("six percent", "what Lund Mills paid")
    wanted = move(text, "demand", "sitting at", 0.95, "Lund Mills", "Norrvik Freight", "what Lund Mills paid")
    assert not [d for d in record_with(text, wanted).demands if d.rule == "network"]


def test_the_words_of_a_due_time_are_not_read_again() -> None:
    text = QUARREL + " Lund Mills extended its deadline for the union to vote from May 20 to Tuesday."
    wanted = move(text, "demand", "deadline", 0.95, "Lund Mills", "Norrvik Freight", "vote from May 20 to Tuesday")
    assert not [d for d in record_with(text, wanted).demands if d.rule == "network"]


@pytest.mark.parametrize(
    ("text", "words", "by", "to", "content", "wanted"),
    [
        # Both are described and have no name.
        ("The port board met in Lund. The pilots’ guild is pressing a judge to halt the sale.", "pressing", "The pilots’ guild", "a judge", "halt the sale", (["pilots’ guild"], ["judge"])),
        ("Norway met Sweden. The dock owners hold the carters to six loads a day.", "hold", "The dock owners", "the carters", "six loads a day", (["dock owners"], ["carters"])),
        ("Mia Holm spoke. The lenders nudged the millers to sell the mill.", "nudged", "The lenders", "the millers", "sell the mill", (["lenders"], ["millers"])),
    ],
)  # fmt: skip
def test_somebody_described_asks_where_the_network_sees_no_name(
    text: str, words: str, by: str, to: str, content: str, wanted: tuple[list[str], list[str]]
) -> None:
    quarrel = text + " Norrvik Freight asked Lund Mills to wait. Lund Mills asked Norrvik Freight for a raise."
    seen = dataclasses.replace(
        move(quarrel, "demand", words, 0.95, by, to, content), by_name=(chance(quarrel, by, 0.1),),
        to_name=(chance(quarrel, to, 0.1),),
    )  # fmt: skip
    record = record_with(quarrel, seen)
    assert wanted in [(names(record, d.by), names(record, d.to)) for d in record.demands]


@pytest.mark.parametrize(
    ("kind", "words", "content"),
    [
        ("condition", "sitting at", "six percent"),
        ("demand", "sitting at", "a comment"),
        ("demand", "sitting at", "not to be named"),
        ("request", "efforts", "six percent"),
    ],
)
def test_conditions_are_left_to_the_rules_and_so_is_what_reporters_ask(kind: str, words: str, content: str) -> None:
    text = QUARREL.replace("six percent", content).replace("sitting at", words)
    assert not [d for d in record_with(text, move(text, kind, words, 0.95, "The union", "Norrvik Freight", content)).demands if d.rule == "network"]


def test_to_whom_somebody_will_turn_otherwise_is_not_asked() -> None:
    text = "Norrvik Freight met Lund Mills. Mia Holm is sitting at six percent, or she will ask the Carters’ Union for help."
    seen = move(text, "demand", "sitting at", 0.95, "Mia Holm", "Carters’ Union", "six percent")
    record = record_with(text + " Lund Mills asked Norrvik Freight to wait.", seen)
    assert "Carters’ Union" not in names(record, record.demands[0].to)
