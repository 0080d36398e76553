"""The list of statements: what is one statement each, what somebody does by saying it, and what no verb of saying tells."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.types import RecordStatement


def listed(text: str) -> list[tuple[str, str, str]]:
    """Who says what in a text, with the stance; "" for nobody."""
    record = record_of(text)
    return [(*names(record, [s.source] if s.source else []), s.stance, s.text) if s.source else ("", s.stance, s.text)
            for s in record.statements]  # type: ignore[misc] # fmt: skip


def said(text: str, words: str) -> RecordStatement:
    """The one statement with some words."""
    [found] = [s for s in record_of(text).statements if words in s.text]
    return found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“The pier is rotten,” Ada Lund said. “Nobody has looked at it.”", ["“The pier is rotten,”", "“Nobody has looked at it.”"]),
        ("“We have no rope left,” said Jon Ek, a rigger. “The rest was sold.”", ["“We have no rope left,”", "“The rest was sold.”"]),
        ('"It was dark on the quay," Mia Holm told the court. "I heard a bell."', ['"It was dark on the quay,"', '"I heard a bell."']),
        ("Ada Lund said that the mill was old and that the roof leaked.", ["the mill was old", "that the roof leaked"]),
        ("Jon Ek said the ferry was late, but that nobody had complained.", ["the ferry was late", "that nobody had complained"]),
    ],
)  # fmt: skip
def test_each_part_of_a_statement_is_listed(text: str, parts: list[str]) -> None:
    record = record_of(text)
    assert [s.text.removeprefix("that ") for s in record.statements] == [p.removeprefix("that ") for p in parts]
    assert len({s.id for s in record.statements}) == len(parts)
    assert len({s.source for s in record.statements}) == 1


@pytest.mark.parametrize(
    "text",
    ["“No,” Ada Lund said. “The pier is rotten.”", "“The pier,” Ada Lund said, “is rotten.”", "Jon Ek said the rope and that bell were sold."],
)  # fmt: skip
def test_what_is_one_statement_stays_one(text: str) -> None:
    assert len(record_of(text).statements) == 1


def test_each_part_has_a_stance_of_its_own() -> None:
    assert [s.stance for s in record_of("Ada Lund said she would sue and that the pier was rotten.").statements] == [
        "threatens", "asserts",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The council maintains that the pier was sold in 1990.", "asserts"),
        ("Ada Lund insisted that the boat was hers.", "asserts"),
        ("Ada Lund wants the mill shut by May.", "demands"),
        ("The union wants its members to be heard.", "demands"),
        ("Ada Lund called the report false.", "denies"),
        ("Jon Ek said the claim was a lie.", "denies"),
        ("Mia Holm described the story as pure invention.", "denies"),
        ("Jon Ek said he had done no such thing.", "denies"),
        ("Ada Lund said she would go to court unless the paper took it back.", "threatens"),
        ("Ada Lund said she would not load the ship unless the crew was paid.", "threatens"),
        ("Ada Lund rejected the accusation.", "denies"),
        ("The union repeated its call for a new pier.", "demands"),
        ("Ada Lund said she would stop deliveries if the bill was not paid.", "threatens"),
    ],
)
def test_the_sentence_tells_the_stance(text: str, stance: str) -> None:
    assert [s.stance for s in record_of(text).statements][:1] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ada Lund wants to go home.", "believes"),
        ("Ada Lund said she would leave in June.", "promises"),
        ("Ada Lund called the weather awful.", "asserts"),
        ("Ada Lund said there was no evidence of fraud.", "asserts"),
        ("Ada Lund said she would open the gate if the crew came.", "promises"),
        ("Jon Ek argued that the boat was his.", "alleges"),
    ],
)
def test_other_sentences_keep_the_stance_of_the_verb(text: str, stance: str) -> None:
    assert [s.stance for s in record_of(text).statements][:1] == [stance]


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("The Dockers’ Union met. The union put the number of absentees at 180.", "Dockers’ Union", "asserts"),
        ("Ada Lund, the mayor, put the loss at $3 million.", "Ada Lund", "asserts"),
        ("Norrvik Police put the crowd at about 2,000.", "Norrvik Police", "asserts"),
        ("Ada Lund had sent word that the boats could leave.", "Ada Lund", "asserts"),
        ("Jon Ek served notice that he would sue.", "Jon Ek", "threatens"),
        ("Ada Lund stands by her account.", "Ada Lund", "confirms"),
        ("Ada Lund vowed to rebuild the pier.", "Ada Lund", "promises"),
    ],
)
def test_words_that_tell_as_much_as_a_verb_of_saying(text: str, who: str, stance: str) -> None:
    assert (who, stance) in [row[:2] for row in listed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund put the meeting at 10 a.m.",
        "Ada Lund put two men at the gate.",
        "Ada Lund stood by the window.",
        "If Ada Lund puts the loss at $3 million, the bank will pay.",
    ],
)
def test_what_only_looks_like_telling(text: str) -> None:
    assert [s for s in record_of(text).statements if s.rule == "words of telling"] == []
