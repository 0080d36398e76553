"""What is wanted has the complement that its verb needs, or is not put on record."""

from __future__ import annotations

import pytest
from recording_making import record_of

from onrecord.recording.complements import completed


@pytest.mark.parametrize(
    ("task", "following", "whole"),
    [
        ("respond", " by Friday to the charge of fraud.", "respond to the charge of fraud"),
        ("meet", " on Tuesday with the strikers, who are tired.", "meet with the strikers"),
        ("to reply", " within ten days in writing", "to reply in writing"),
        ("answer", " by Friday.", "answer by Friday"),
        ("respond", ", Ek said.", None),
        ("meet", ".", None),
        ("had ruled", " against the mill", None),
        ("had signed the deal", ".", "had signed the deal"),
        ("resign", " by Friday.", "resign"),
        ("answer the letter", " by Friday.", "answer the letter"),
    ],
)
def test_a_bare_verb_takes_what_follows_its_day(task: str, following: str, whole: str | None) -> None:
    assert completed(task, following) == whole


@pytest.mark.parametrize(
    "text",
    [
        "The council asked Harlan Corp to meet.",
        "The union called on Ada Lund to respond.",
        "Sweden gave Norway until Friday to answer.",
        "The guild demanded that the court had ruled.",
    ],
)
def test_a_demand_without_a_complement_is_left_out_with_its_questions(text: str) -> None:
    made = record_of(text)
    assert [d.what for d in made.demands] == []
    assert list(made.questions) == []


def test_a_demand_keeps_what_follows_its_day() -> None:
    made = record_of("Parliament asked Lund to reply by Monday to the letter on the dam.")
    assert [d.what for d in made.demands] == ["reply to the letter on the dam"]


def test_a_task_is_read_to_the_end_of_the_clause_that_it_needs() -> None:
    made = record_of("Vesta Lines was given until 5 June to respond to the charge that it had hidden the leak.")
    assert [t.text for t in made.deadlines] == ["to respond to the charge that it had hidden the leak"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Kaal offered to hand the crew, but not the ship, to the Red Lantern Society.",
         "hand the crew, but not the ship, to the Red Lantern Society"),
        ("The Miners’ Union asked Norrvik Freight to move the night shift, though not the day shift, to Lund.",
         "move the night shift, though not the day shift, to Lund"),
        ("Anna Holm urged Tarn Mills to lend the portraits, not the letters, to the museum.",
         "lend the portraits, not the letters, to the museum"),
        ("Anna Holm urged Tarn Mills to lend the portraits, but not to sell them, a curator said.", "lend the portraits"),
    ],
)  # fmt: skip
def test_what_goes_on_behind_an_exception_is_told_to_its_end(text: str, what: str) -> None:
    assert [d.what for d in record_of(text).demands] == [what]
