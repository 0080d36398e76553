"""What is claimed behind a verb of telling where it is no clause: what a thing is called, a deed, a figure."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def made(text: str) -> list[tuple[list[str], str]]:
    """Who makes each claim of a text, and its words."""
    record = record_of(text)
    return [(names(record, c.asserted_by or c.confirmed_by), c.text) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "speaker", "claimed"),
    [
        ("Mia Holm called the ferry deal a swindle.", "Mia Holm", "the ferry deal a swindle"),
        ("Jon Ek branded the mayor of Norrvik “a coward.”", "Jon Ek", "the mayor of Norrvik “a coward.”"),
        ("Tove Lund labelled the new rules unworkable.", "Tove Lund", "the new rules unworkable"),
        ("Ada Holm described the crew of the ferry as reckless.", "Ada Holm", "the crew of the ferry as reckless"),
        ("Adam Lund denounced the vote as a farce.", "Adam Lund", "the vote as a farce"),
        ("Nord Air called the fare a bargain in a statement to the Courier.", "Nord Air", "the fare a bargain"),
        ("Odd Berg has described himself as a friend of the mill.", "Odd Berg", "himself as a friend of the mill"),
        ("Anna Berg came late and called the hall a ruin.", "Anna Berg", "the hall a ruin"),
        # for whom a pronoun stands
        ("The bridge was closed. Mia Holm called it a danger to boats.", "Mia Holm", "the bridge a danger to boats"),
        ("Adam Lund lost the vote. Mia Holm called him “a coward.”", "Mia Holm", "Adam Lund “a coward.”"),
    ],
)
def test_what_somebody_calls_a_thing_begins_behind_the_verb(text: str, speaker: str, claimed: str) -> None:
    assert ([speaker], claimed) in made(text)


@pytest.mark.parametrize(
    "text",
    [
        # only a thing is named, nothing is said of it
        "Anna Berg described a long night in the hall.",
        "Jon Ek called the owner of the mill.",
        "The clerk called off the sale of the pier.",
        "Tove Lund condemned the raid on the harbour.",
        "Mia Holm criticised the mayor on Monday.",
        "Odd Berg denounced the council in an interview with the Courier.",
        # what is called so stands elsewhere, or nowhere
        "The mill was sold in what Jon Ek called a “theft.”",
        "Adam Lund and Jon Ek spoke. Mia Holm called them cowards.",
        "Tove Lund said nothing of the ferry or the pier. Mia Holm called that a mistake.",
        # a name
        "A group calling itself Free Norrvik Harbour met on Monday.",
    ],
)
def test_who_only_names_a_thing_says_nothing_of_it(text: str) -> None:
    assert [c for _, c in made(text)] == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("A spokesman for the navy confirmed the loss of two boats.", "the loss of two boats"),
        ("The union confirmed Adam Lund’s arrest.", "Adam Lund’s arrest"),
        ("Norrvik Mills confirmed a profit of 9 million crowns.", "a profit of 9 million crowns"),
        ("Jon Ek admitted selling the files of the bank.", "selling the files of the bank"),
        ("The navy confirmed the deaths of two divers in a post on its page.", "the deaths of two divers"),
        ("The ministry charged that the mill had hidden its losses.", "the mill had hidden its losses"),
    ],
)
def test_a_deed_or_a_figure_is_claimed_without_who_tells_it(text: str, claimed: str) -> None:
    assert [c for _, c in made(text)] == [claimed]


@pytest.mark.parametrize(
    "text",
    [
        "The navy confirmed the deaths.",
        "Jon Ek confirmed the identity of the owner.",
        "Mia Holm revealed a shocking secret about the mill.",
        "Tove Lund mentioned the ferry in her speech.",
        "The account was first reported by the Norrvik Courier.",
    ],
)
def test_a_thing_of_which_nothing_is_said_is_no_claim(text: str) -> None:
    assert [c for _, c in made(text)] == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Mia Holm accused the mill of hiding losses.", "Mia Holm accused the mill of hiding losses"),
        ("Jon Ek criticised the mayor for selling the pier.", "Jon Ek criticised the mayor for selling the pier"),
    ],
)
def test_a_reproach_keeps_the_verb_that_tells_what_it_is(text: str, claimed: str) -> None:
    assert [c for _, c in made(text)] == [claimed]
