"""What a denial's line says: what is denied, in the shortest whole wording, who denies it, and against whose word."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def denials(text: str) -> list[tuple[list[str], list[str], str]]:
    """Who denies, whose word it is against, and what is denied, of each denial of a text."""
    record = record_of(text)
    return [
        (names(record, c.denied_by), names(record, c.asserted_by), c.text) for c in record.claims if c.denied_by
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # what the denier goes on to do or say
        ("Jon Ek denied any wrongdoing and was confident that he would be cleared.", "any wrongdoing"),
        ("Mia Holm denied being a spy, said the maps were a gift and that she wanted them back.", "being a spy"),
        ("Nord Air denied hiding the losses but quickly dropped its auditor.", "hiding the losses"),
        ("The Harbour Board denied that it had lost the files and insisted that it has copies.", "it had lost the files"),
        # what somebody else says
        ("Oslo Bank denied that it was for sale and an official at the ministry said it had no buyer.", "it was for sale"),
        # what the writer adds
        ("Jon Ek denied that the crew had slept, as the paper Dagsposten had written in June.", "the crew had slept"),
        ("The Reform Party denied any role in the riot which it blamed on prices.", "any role in the riot"),
        # the main clause behind an opening denial
        ("Denying that the bridge was unsafe, Mia Holm, the mayor, called the reports false.", "the bridge was unsafe"),
    ],
)
def test_a_denial_ends_where_its_sentence_tells_more(text: str, line: str) -> None:
    assert denials(text)[0][2] == line


@pytest.mark.parametrize(
    ("text", "accuser", "line"),
    [
        ("Nord Air disputed a Dagsposten report released on Friday, where an unnamed source “said the two leaks were one.”",
         "Dagsposten", "the two leaks were one"),
        ("Mia Holm denied a Navy statement that the ferry had been warned.", "Navy", "the ferry had been warned"),
        ("Jon Ek rejected accusations made by Holm’s brother, Lars, that he had kept the money.", "Lars",
         "he had kept the money"),
        ("Oslo Bank dismissed a story by Dagsposten, which said that it was short of cash.", "Dagsposten",
         "it was short of cash"),
        ("The Harbour Board denied a report in Norway’s Dagsposten newspaper that the quay is sinking.", "Dagsposten",
         "the quay is sinking"),
        ("Jon Ek denied that the crew had slept, as the paper Dagsposten had written in June.", "Dagsposten",
         "the crew had slept"),
    ],
)  # fmt: skip
def test_what_a_report_says_is_denied_against_who_made_it(text: str, accuser: str, line: str) -> None:
    assert [(who[:1], what) for _, who, what in denials(text)] == [([accuser], line)]


@pytest.mark.parametrize(
    ("text", "denier", "accuser", "line"),
    [
        ("Lars Moe said the ship was sold to the navy, but Oslo Bank denied making any deal with the navy.",
         "Oslo Bank", "Lars Moe", "making any deal with the navy"),
        ("The boat came from Rasvik, Mia Holm said, although the Harbour Board denied that it had sailed from there.",
         "Harbour Board", "Mia Holm", "it had sailed from there"),
        ("Nord Air alleged that the pilots had been paid, while Jon Ek denied that he had paid them.",
         "Jon Ek", "Nord Air", "he had paid them"),
    ],
)  # fmt: skip
def test_a_denial_is_against_who_says_so_in_its_sentence(text: str, denier: str, accuser: str, line: str) -> None:
    assert ([denier], [accuser], line) in denials(text)


@pytest.mark.parametrize(
    ("text", "denier", "line"),
    [
        ("Velsa has often accused Morland of arming the rebels, a charge Morland has always denied.",
         "Morland", "Morland arming the rebels"),
        ("Lars Moe alleges that he was fired for his faith, a claim that the Harbour Board strongly disputes.",
         "Harbour Board", "he was fired for his faith"),
        ("Mia Holm complained that the vote had been bought, an accusation Oslo Bank rejected.",
         "Oslo Bank", "the vote had been bought"),
        ("Mia Holm said Jon Ek had called her a thief — something Jon Ek denied.",
         "Jon Ek", "Jon Ek had called her a thief"),
    ],
)  # fmt: skip
def test_a_charge_that_somebody_denies_is_what_its_sentence_tells(text: str, denier: str, line: str) -> None:
    assert [(who, what) for who, _, what in denials(text)] == [([denier], line)]


@pytest.mark.parametrize(
    ("text", "accuser", "line"),
    [
        ("Morland indicted Jon Ek on Monday on charges including assault for striking a guard.\n"
         "The charge sheet included counts of assault on a guard, who was bruised, obstructing him and throwing stones.\n"
         "His trial opens in June.\nMia Holm, who leads the Prisoners Club, said the charges were false.",
         ["Morland"], "charges including assault on a guard, obstructing him and throwing stones"),
        ("Morland indicted a young shepherd on Monday on charges including assault for striking a guard.\n"
         "Mia Holm, who leads the Prisoners Club, said the charges were false.",
         ["Morland"], "charges against a young shepherd including assault for striking a guard"),
        ("The Red Front claimed responsibility for the raid but the Navy has disputed the claim.", ["Red Front"],
         "responsibility of the Red Front for the raid"),
        ("Rumours that Nord Air was to be sold briefly lifted its shares.\nNord Air denied the rumours.",
         [], "Nord Air was to be sold"),
        ("Two clerks have filed complaints alleging Jon Ek struck them in the yard, a charge Ek denied.", [],
         "Jon Ek struck them in the yard"),
        ("Lars Moe, a trader from Oslo, accused Jon Ek of keeping the money.\nJon Ek denied the charge and blames the bank.",
         ["Lars Moe"], "Jon Ek keeping the money"),
        ("Mia Holm spoke after a Dagsposten report last week that revealed the navy had sold its ships.\n"
         "Jon Ek called the article “false” on Monday.", ["Dagsposten"], "the navy had sold its ships"),
        ("Lars Moe accused Jon Ek of trying to reach Velsa, where the rebels train.\nJon Ek denied the accusation.",
         ["Lars Moe"], "Jon Ek trying to reach Velsa"),
        ("Two suits heard in Brest have accused Oslo Bank of hiding fees.\nOslo Bank has denied the charge.", [],
         "Oslo Bank hiding fees"),
        ("The Courier reported that Nord Air would cut 300 jobs.\nNord Air denied the report.", ["Courier"],
         "Nord Air would cut 300 jobs"),
        ("Mia Holm spoke after allegations that Jon Ek had struck a guard.\nA minister found the allegations grave.\n"
         "Jon Ek denied the allegations.", [], "Jon Ek had struck a guard"),
    ],
)  # fmt: skip
def test_the_charges_are_those_told_before(text: str, accuser: list[str], line: str) -> None:
    assert [(who, what) for _, who, what in denials(text)] == [(accuser, line)]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Organisers flatly denied ever threatening the singer.", "Organisers"),
        ("The censorship office denied they had seized the paper.", "censorship office"),
        ("The magazine reached Lars Moe’s aides, who denied that he was in the film.", "Lars Moe’s aides"),
        ("The Norrish embassy in Oslo denied that it had a kitchen.", "Norrish embassy"),
    ],
)
def test_whoever_denies_is_somebody(text: str, denier: str) -> None:
    assert [who for who, _, _ in denials(text)] == [[denier]]


@pytest.mark.parametrize(
    "text",
    [
        "No official denied that the bridge was unsafe.",
        "The new study contradicts reports that the lake is dying.",
        "Everyone denied that the lake was dying.",
    ],
)
def test_nobody_in_particular_denies_nothing(text: str) -> None:
    assert denials(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Jon Ek dismissed Holm’s charges of fraud by pointing out that she had not voted.", "Holm’s charges of fraud"),
        ("Mia Holm denied having any debts by showing her books.", "having any debts"),
        ("Nord Air denied any part in the sale by sending the ministry a letter.", "any part in the sale"),
    ],
)  # fmt: skip
def test_how_somebody_denies_is_not_what_is_denied(text: str, line: str) -> None:
    assert [c[2] for c in denials(text)] == [line]


def test_what_is_written_below_is_not_denied_by_its_opening() -> None:
    assert denials("Mia Holm wrote:\nAccording to the news, this story is false, but it may yet come true.") == []
