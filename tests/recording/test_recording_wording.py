"""Lines that read on their own, and what is left out because it is none."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Jon Ek said that the bridge was safe, but would not say why.", "the bridge was safe"),
        ("“The bridge is safe,” Jon Ek said. “It was built in May.”", "“The bridge is safe … It was built in May.”"),
        ("OSLO, Norway — The bridge was shut for repairs, Mia Holm said.", "The bridge was shut for repairs"),
        ("Mia Holm accused Nord Air of hiding losses.", "Mia Holm accused Nord Air of hiding losses"),
        ("The mayor, Mia Holm, called the offer an insult.", "the offer an insult"),
    ],
)
def test_a_claim_is_a_clause(text: str, line: str) -> None:
    assert line in [c.text for c in record_of(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm said in a statement posted on Monday.",
        "“Our thoughts are with the families of the crew,” Mia Holm said.",
        "Jon Ek did not say that the bridge was safe.",
        "Mia Holm asked whether the bridge was safe.",
        "Jon Ek signed a petition that criticised the mayor.",
        "The mill belongs to a firm called Nord Air.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "Officials of the airline could not be reached for comment.",
        "The report could not immediately be verified.",
        "The wind may have damaged the mast.",
        "If you use the ferry, you may want to bring a coat.",
        "Heavy smokers were 30% more likely to say they slept badly.",
        "It is not known how many passengers were on board.",
    ],
)
def test_what_looks_like_an_outlook_and_is_none(text: str) -> None:
    assert record_of(text).outlooks == ()


def test_an_outlook_keeps_its_subject() -> None:
    record = record_of("The harbour board met on Monday in Norrvik, and could close the eastern pier for a whole year.")
    assert [o.text for o in record.outlooks] == [
        "The harbour board met on Monday in Norrvik, and could close the eastern pier for a whole year"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was the first strike in the harbour since 1998.",
        "On Sunday heavy winds had forced the pilots to land in Norrvik.",
        "The police may hold a suspect for months at a time without a charge.",
    ],
)
def test_what_is_no_background(text: str) -> None:
    assert record_of(text).background == ()


@pytest.mark.parametrize(
    "text",
    ["“This hurts us all,” Jon Ek wrote.", "Mia Holm said the meeting was long.", "Jon Ek called the raid an outrage."],
)
def test_no_question_is_made_of_what_has_no_day(text: str) -> None:
    assert [q.text for q in record_of(text).questions if q.rule == "undated allegation"] == []


def test_a_disputed_claim_is_asked_about_with_both_sides() -> None:
    record = record_of("The Oslo Union alleges that Nord Air hid the report. Nord Air denied it.")
    assert [q.text for q in record.questions if q.rule == "disputed claim"] == [
        "Is it so? Said by Oslo Union, denied by Nord Air: Nord Air hid the report"
    ]
    assert names(record, record.claims[0].denied_by) == ["Nord Air"]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("The Norrvik music fest drew a big crowd.", "The Norrvik music festival drew a big crowd on Monday."),
        ("Fires rage in the hills since June.", "Fires rage in the hills since mid-June."),
        ("NTB opened a new office in Oslo.", "The Norsk Telegram Byrå opened a new office in Oslo on Monday."),
    ],
)
def test_a_short_form_is_no_drift(head: str, body: str) -> None:
    assert [d for d in record_of(f"* {head}\n{body}").drift if set(d.touches) & {"wording", "attribution"}] == []


def test_a_question_is_asked_once_and_without_the_word_that_joined_it() -> None:
    text = "Reports accuse Oslo officials of crimes, including an alleged strike on survivors of a raid."
    asked = [q.text for q in record_of(text).questions if q.rule == "undated allegation"]
    assert len(asked) == len(set(asked))
    assert not any("happened: including" in a for a in asked)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mia Holm ruled out a takeover of the mill.", "ruled out"),
        ("Mia Holm said the mill was safe.", "said"),
    ],
)
def test_the_word_that_tells_a_statement_keeps_its_particle(text: str, cue: str) -> None:
    assert cue in [s.cue for s in record_of(text).statements]
