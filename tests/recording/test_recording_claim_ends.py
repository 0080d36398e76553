"""Where a claim ends: it keeps its clause whole, and takes in nothing that the reporter tells."""

from __future__ import annotations

import pytest

from onrecord.recording.claim_ends import told_end
from onrecord.recording.wording import quoted_parts


@pytest.mark.parametrize(
    "content",
    [
        # What somebody says may go on with a participle, a contrast, a list, an insertion.
        "the mill burnt down in May, killing a guard",
        "the ferry stays in port, depending on the wind",
        "the clerks sold the files, earning nine crowns apiece",
        "the bag held tools, including two saws and a file",
        "the crew smelt smoke, but they got out unharmed",
        "the harbour is safer now but everything else is worse",
        "the board had not bought the pier, although there were plans to do so",
        "she sprained her wrist while climbing the mast",
        "the union will agree despite its losses",
        "he has two ways left: to sail or to sell",
        "the money was the mayor’s; by mistake the town had paid it",
        "the guard, who had no gun, had fallen from the pier",
        "the line was laid to link Ada Lund, who ran the mill, with the bank",
        "it was the engineer, not the captain, who chose the route",
        "those who leave — like Lund and Ek — lose their seats",
        "his trial is for murder, which means he may stay in jail for life",
        "the two falls in the Lund - Ek range had nothing to do with each other",
        "“the mill, saying nothing, but adding to the smoke,” had failed",
        "the sentence serves as a warning to other captains",
        "the plan acts as the offering of the town to its guests",
        "the ferry was built as an open reporting post of the navy",
    ],
)
def test_a_claim_keeps_its_clause(content: str) -> None:
    assert content[: told_end(content, 0, len(content))] == content


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ("the mill burnt down in May", ", adding that nobody was hurt"),
        ("the ferry stays in port", ", prompting fishermen to protest"),
        ("the clerks sold the files", " but declined to say to whom"),
        ("the crew smelt smoke", ", but did not say when"),
        ("the harbour is safe", " and called the report a joke"),
        ("the board bought the pier", ", though he later admitted that it had not"),
        ("the ferry may sail", ", while farmers fear a drought"),
        ("the mill is old", ", as Ada Lund put it in May"),
        ("the fire was set", ", according to the report"),
        ("he saw his sister", ", who has four children"),
        ("the vault was open", " — a tale that few in Norrvik trust"),
    ],
)
def test_what_the_reporter_tells_is_no_part_of_a_claim(kept: str, told: str) -> None:
    assert told_end(kept + told, 0, len(kept + told)) == len(kept)


@pytest.mark.parametrize(
    "content",
    [
        "A clerk broke into the mill, calling himself the owner",
        "The ferry, which has two decks, left late, whose crew was ill",
        "The pier fell — a blow to the town",
    ],
)
def test_before_who_says_it_all_is_said_by_him(content: str) -> None:
    assert told_end(content, 0, len(content), before=True) == len(content)


def test_a_long_content_ends_with_a_sentence_or_a_clause() -> None:
    long = "The pier fell. " + "It was built of oak and of beech in the year of the great storm. " * 9
    assert long[: told_end(long, 0, len(long))].endswith("storm")


def test_the_end_of_a_claim_is_found_in_linear_time() -> None:
    for piece in (", who said", " — ", ", adding", " and he", "“(", ", "):
        text = piece * 20_000
        assert 0 <= told_end(text, 0, len(text)) <= len(text)


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (["“The mill is old.” But he said “we like it.”"], "“The mill is old … we like it.”"),
        (['"The pier fell," she added: "nobody was there."'], '"The pier fell … nobody was there."'),
        (["“It is late,”", "“and the ferry has gone.”"], "“It is late … and the ferry has gone.”"),
        (["''It is late,''", "''The ferry has gone.''"], "''It is late … The ferry has gone.''"),
        # Within a quotation somebody else may speak.
        (["“The mayor told me she said no.”"], "“The mayor told me she said no.”"),
    ],
)
def test_two_quotations_are_joined_without_who_speaks(pieces: list[str], line: str) -> None:
    assert quoted_parts(pieces) == line
