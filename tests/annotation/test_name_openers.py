"""Words that only open a sentence, and labels of the desk, are no names and no part of one."""

from __future__ import annotations

import pytest

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.types import Block, Document, Source


def parties(text: str) -> list[str]:
    """The names of the parties of a text."""
    blocks = (Block("paragraph", 0, len(text)),)
    made = annotate(Document("a", text, blocks, Source("a", "text/plain", "0")), RuleAnnotator())
    return [p.name for p in made.annotations.parties]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Meanwhile Harlan Corp demanded that the mill be closed.", ["Harlan Corp"]),
        ("According to the ministry, Harlan Corp must pay.", ["Harlan Corp"]),
        ("However Ada Lund said no.", ["Ada Lund"]),
        ("UPDATE: Harlan Corp rejects the offer.", ["Harlan Corp"]),
        ("EXCLUSIVE - Jon Ek demands the return of the ship.", ["Jon Ek"]),
        ("BREAKING: The court ordered Harlan Corp to pay the crew.", ["Harlan Corp"]),
        ("Thursday the council asked Harlan Corp to pay.", ["Harlan Corp"]),
        ("The strike hurt Harlan Corp. According to the guild, it was over.", ["Harlan Corp."]),
    ],
)
def test_what_opens_a_sentence_is_no_party(text: str, named: list[str]) -> None:
    assert [n for n in parties(text) if n[0].isupper()] == named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Technology Former Norrvik manager joins Vesta Lines", "Technology"),
        ("Sport Former Norrvik captain sues league", "Sport"),
        ("Business Former Ek & Holm partner fined", "Business"),
    ],
)
def test_a_label_before_a_headline_is_no_part_of_a_name(text: str, name: str) -> None:
    assert not any(name in n and " " in n for n in parties(text))


@pytest.mark.parametrize("adverb", ["Ironically", "Unfortunately", "Reportedly"])
def test_an_adverb_that_opens_a_sentence_is_no_part_of_a_name(adverb: str) -> None:
    assert f"{adverb} Holmqvist" not in parties(f"{adverb} Holmqvist had refused to pay.")


@pytest.mark.parametrize("name", ["Ada Dean", "Mark King", "Howard Marshal"])
def test_an_office_after_a_given_name_is_a_surname(name: str) -> None:
    assert name in parties(f"Holm called on {name} to resign.")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Investigators say the car was stolen.", "investigators"),
        ("Hostages were moved on Monday.", "hostages"),
        ("Neighbours had told the court about the gun.", "neighbours"),
    ],
)
def test_people_who_open_a_sentence_are_a_group_and_no_body(text: str, people: str) -> None:
    found = parties(text)
    assert [n.lower() for n in found if n.lower() == people] == [people]
    blocks = (Block("paragraph", 0, len(text)),)
    made = annotate(Document("a", text, blocks, Source("a", "text/plain", "0")), RuleAnnotator())
    assert {p.kind for p in made.annotations.parties if p.name.lower() == people} == {"group"}
