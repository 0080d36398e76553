"""Answers of a few words, what is dropped, and for whom somebody answers."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def answers_in(text: str) -> list[tuple[str, str, list[tuple[str, list[str]]]]]:
    """What is wanted in a text, its state, and its answers with who gives them."""
    record = record_of(text)
    return [(d.what, d.state, [(a.kind, names(record, a.by)) for a in d.answers]) for d in record.demands]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Norway asked Sweden to free the crew and to pay for the ship. Sweden said it would do neither.", [("free the crew", "rejected", [("rejects", ["Sweden"])]), ("pay for the ship", "rejected", [("rejects", ["Sweden"])])]),
        ("The Dockers Union asked Nord Air to rehire the loaders. Nord Air will do nothing of the kind.", [("rehire the loaders", "rejected", [("rejects", ["Nord Air"])])]),
        ("Mia Holm asked Vesta Lines to reopen the route. Vesta Lines has said yes, and Mia Holm is glad.", [("reopen the route", "accepted", [("accepts", ["Vesta Lines"])])]),
        # Somebody gets what he has just asked for.
        ("The Pilots Guild asked Nord Air for a raise, got one, and went back to work.", [("a raise", "accepted", [("accepts", ["Nord Air"])])]),
        ("Norway asked Sweden for a delay and got it.", [("a delay", "accepted", [("accepts", ["Sweden"])])]),
        # Whoever neither accepts nor refuses has not answered.
        ("Norway asked Sweden to free the crew. Sweden has neither accepted nor refused it.", [("free the crew", "pending", [])]),
        ("The Nurses Guild asked Vesta Lines for a raise. Vesta Lines had neither granted nor rejected it.", [("a raise", "pending", [])]),
    ],
)  # fmt: skip
def test_short_answers(text: str, answers: list[tuple[str, str, list[tuple[str, list[str]]]]]) -> None:
    assert answers_in(text) == answers


@pytest.mark.parametrize(
    ("text", "states"),
    [
        # What is dropped is named by what it was for, and is not what is wanted instead.
        ("The Dockers Union asked Nord Air for an end to night shifts. The union has dropped its demand for an outright end to night shifts and now wants Nord Air to pay for taxis.", ["withdrawn", "pending"]),
        ("Norway demanded a ban on steel ships of Sweden. On Friday Norway withdrew its demand for a ban on steel ships and asked Sweden to wait.", ["withdrawn", "pending"]),
        ("Mia Holm asked Vesta Lines for a seat on the board. Mia Holm has dropped the request for a seat on the board, and asked Vesta Lines to publish the list.", ["withdrawn", "pending"]),
    ],
)  # fmt: skip
def test_what_is_dropped(text: str, states: list[str]) -> None:
    assert [state for _, state, _ in answers_in(text)] == states


@pytest.mark.parametrize(
    "text",
    [
        "Norway offered Jon Ek $4 million if he sold the mill. Jon Ek turned the offer down.",
        "Vesta Lines offered Mia Holm a seat on the board if she dropped the suit and apologised. Mia Holm rejected the offer.",
        "Nord Air offered the Pilots Guild a raise if it ended the strike. The Pilots Guild refused the offer.",
    ],
)
def test_an_offer_is_turned_down_with_what_it_depends_on(text: str) -> None:
    assert {state for _, state, _ in answers_in(text)} == {"rejected"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway asked Sweden to free the crew. Sweden, whose foreign minister, Mia Holm, spoke on Friday, is at sea. Mia Holm refused.",
        "The Dockers Union asked Nord Air to wait. A Nord Air spokesman, Jon Ek, spoke on Friday. Jon Ek refused.",
        "The Dockers Union asked Nord Air to wait. Jon Ek, Nord Air's managing director, spoke on Friday. Jon Ek refused.",
        "Norway asked the Pilots Guild to wait. The Pilots Guild met on Friday. Its leader, Jon Ek, was there. Jon Ek refused.",
    ],
)  # fmt: skip
def test_whom_somebody_answers_for(text: str) -> None:
    assert answers_in(text)[0][1] == "rejected"


def test_a_spokesman_for_somebody_in_office_is_not_in_office() -> None:
    text = "Governor Mia Holm met Norway. Sweden urged the governor to free the crew. A spokesman for the governor, Jon Ek, spoke."
    record = record_of(text)
    assert [names(record, d.to) for d in record.demands] == [["Mia Holm"]]
