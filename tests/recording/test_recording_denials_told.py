"""Denials told in roundabout ways: in a clause on a charge, by an idiom, by the contrary, by an answer to a question."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.types import Claim


def denied(text: str) -> list[tuple[list[str], list[str], str]]:
    """The denials of a text: who asserts, who denies, and the line."""
    record = record_of(text)

    def row(claim: Claim) -> tuple[list[str], list[str], str]:
        return names(record, claim.asserted_by), names(record, claim.denied_by), claim.text

    return [row(c) for c in record.claims if c.denied_by]


@pytest.mark.parametrize(
    ("text", "asserts", "denier", "line"),
    [
        # A clause takes up the charge or the finding that its sentence tells.
        ("Port inspectors say that the ferry was overloaded, a charge that its owners, Baltic Star Lines, reject.",
         "Port inspectors", "Baltic Star Lines", "the ferry was overloaded"),
        ("Jon Ek said the pump had failed twice, an assertion that Mia Holm contests.", "Jon Ek", "Mia Holm",
         "the pump had failed twice"),
        ("Jon Ek has accused Nord Air of using the delay to cut pay, a claim Nord Air describes as nonsense.", "Jon Ek",
         "Nord Air", "Nord Air using the delay to cut pay"),
        ("Mia Holm said that Norrvik Mills had burned waste, a conclusion disputed by Norrvik Mills.", "Mia Holm",
         "Norrvik Mills", "Norrvik Mills had burned waste"),
        # The sentence before is what is denied.
        ("Jon Ek said that visits were stopped at the family's request. Mia Holm described that as untrue.", "Jon Ek",
         "Mia Holm", "visits were stopped at the family's request"),
        ("Mia Holm said the sale was marred by fraud. Nord Air disputes that finding.", "Mia Holm", "Nord Air",
         "the sale was marred by fraud"),
        ("Mia Holm said she had offered the boat for sale. That was contradicted by the mayor, Jon Ek.", "Mia Holm",
         "Jon Ek", "she had offered the boat for sale"),
        ("Lars Moe said that Nord Air had taken 60 million crowns out of the mill. It had done no such thing, Jon Ek said.",
         "Lars Moe", "Jon Ek", "Nord Air had taken 60 million crowns out of the mill"),
        ("Mia Holm said the club owed money to the city. Jon Ek said he knew nothing of the sort.", "Mia Holm", "Jon Ek",
         "the club owed money to the city"),
        ("Lars Moe said the minister had met the smugglers. Nothing of the kind had happened, Mia Holm said.", "Lars Moe",
         "Mia Holm", "the minister had met the smugglers"),
        ("The rebels claimed to have burned 12 trucks; Paul Stang said that was a lie and that not one had been lost.",
         "rebels", "Paul Stang", "to have burned 12 trucks"),
        ("Mia Holm called the delay a trick to gain time. The army dismissed the charge.", "Mia Holm", "army",
         "the delay a trick to gain time"),
        # A suit is told by its ground.
        ("Nord Air asked a judge to bar Lund Holding from voting, on the ground that it had hidden a pact with two funds. "
         "Lund Holding called the allegation false.", "Nord Air", "Lund Holding", "it had hidden a pact with two funds"),
        # Somebody is accused some way before.
        ("Ada Lund is charged with theft. She says she is innocent.", "", "Ada Lund", "theft"),
        ("The Fair Trade Office has sued Nord Air, alleging it misled buyers. It wants a fine. A hearing is set for "
         "Thursday. Its chair spoke on the radio about fees that nobody sees before the last step of a purchase, and of "
         "the many letters that she gets from those who paid them, some of whom lost a month of wages to the firm in the "
         "spring and had no reply. She also thanked the council, the clerks and the guild of drapers for all their work on "
         "the file. Nord Air denied the allegations.", "Fair Trade Office", "Nord Air", "it misled buyers"),
    ],
)  # fmt: skip
def test_what_is_denied_is_told_before(text: str, asserts: str, denier: str, line: str) -> None:
    assert denied(text) == [([asserts] if asserts else [], [denier], line)]


@pytest.mark.parametrize(
    ("text", "denier", "line"),
    [
        # Several words stand for a verb of denying.
        ("Nord Air pushed back against claims that it had hidden the losses.", "Nord Air", "it had hidden the losses"),
        ("Mia Holm hit back at claims that she had sold the files.", "Mia Holm", "she had sold the files"),
        ("Jon Ek poured cold water on reports that he would sell the mill.", "Jon Ek", "he would sell the mill"),
        ("Jon Ek took issue with the report that his mill had lost money.", "Jon Ek", "his mill had lost money"),
        ("Mia Holm scotched rumours that she was about to resign.", "Mia Holm", "she was about to resign"),
        ("Nord Air disclaimed any knowledge of the payment.", "Nord Air", "any knowledge of the payment"),
        ("Jon Ek rebutted the charge that he had favoured his brother.", "Jon Ek", "he had favoured his brother"),
        ("Mia Holm challenged the claim that her yard had spilled oil.", "Mia Holm", "her yard had spilled oil"),
        ("The claim that the pumps were new was contradicted by Mia Holm.", "Mia Holm", "the pumps were new"),
        # One of several things said is not so.
        ("Jon Ek told workers that no choice had been made, and that talk of a deal with Nord Air was “flat wrong.”", "Jon Ek",
         "talk of a deal with Nord Air"),
        # A paper is told of before what it says.
        ("Jon Ek has denied an article in the Norrvik Courier, which, quoting a clerk, said he had burned the files.",
         "Jon Ek", "he had burned the files"),
        # A question is answered.
        ("Asked whether the mill had known of the leak, Jon Ek said it had not.", "Jon Ek", "the mill had known of the leak"),
        ("Mia Holm was asked if she had taken the money. “No,” she said.", "Mia Holm", "she had taken the money"),
        ("Lars Moe was asked if he had leaned on a witness. “I have never met the man,” he said.", "Lars Moe",
         "he had leaned on a witness"),
    ],
)  # fmt: skip
def test_who_denies_what_in_other_words(text: str, denier: str, line: str) -> None:
    assert [(who, said) for _, who, said in denied(text)] == [([denier], line)]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Jon Ek said the fire began with a valve that was left open on the Danish side. The Danish embassy said that no "
         "valve had been left open.", "Danish embassy"),
        ("Lars Moe accused Nord Air of burning waste. Nord Air said it had burned no waste.", "Nord Air"),
        ("The Courier wrote that the mayor had sold the old pier. Mia Holm said that the old pier had not been sold.",
         "Mia Holm"),
    ],
)  # fmt: skip
def test_what_is_told_as_a_fact_is_gainsaid(text: str, denier: str) -> None:
    assert [who for _, who, _ in denied(text)] == [[denier]]


@pytest.mark.parametrize(
    "text",
    [
        # A question of what somebody thinks, or will do, or does not know.
        "Asked if he would resign, Jon Ek said no.",
        "Asked whether the law had been a mistake, Jon Ek said it was not.",
        "Asked whether the bridge had been checked, Jon Ek said he did not know.",
        # A thing that only goes against another one.
        "It is a habit which challenges the idea that towns grow by themselves.",
        "Mia Holm pushed back the start of the sale.",
        # What is negated was told by the same one, or by nobody.
        "Mia Holm said that no pump had been sold.",
        "Norrvik shelved the plan, a decision that the guild welcomed.",
    ],
)
def test_what_only_sounds_like_an_answer(text: str) -> None:
    assert denied(text) == []


def test_a_name_with_a_title_is_a_person_s() -> None:
    text = "Mr. Ek, who was not in the courtroom, later denied that he had ever defied the court."
    assert [line for _, _, line in denied(text)] == ["he had ever defied the court"]


def test_what_somebody_is_only_said_to_allege_is_not_what_another_one_denies() -> None:
    record = record_of("Mia Holm said that she had never taken any money from the fund, as prosecutors allege.")
    assert [names(record, c.asserted_by) for c in record.claims] == [[]]
