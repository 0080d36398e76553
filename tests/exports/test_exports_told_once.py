"""A reader meets what two statements tell alike only once."""

from __future__ import annotations

import pytest

from onrecord.exports.told_once import told_by_others
from onrecord.types import RecordStatement, Stance


def statement(name: str, who: str, text: str, via: str | None = None, stance: Stance = "asserts") -> RecordStatement:
    return RecordStatement(name, who, "named", who, stance, via, text, ())


@pytest.mark.parametrize(
    ("outer", "inner", "left_out"),
    [
        # Nearly all of it is passed on: the line of whoever said it names the one who told it.
        ("Ek sought a guarantee for his crew and his boats", "a guarantee for his crew and his boats", "outer"),
        ("the mayor promised that the ferry would sail again in May", "that the ferry would sail again in May", "outer"),
        ("Holm called the levy a bad joke on the farmers of Sarrow", "the levy a bad joke on the farmers of Sarrow", "outer"),
        # Else the whole tells it.
        ("Nord Air framed the sale as a rescue, cutting ninety jobs and closing its old base", "the sale as a rescue", "inner"),
        ("the mayor ordered a second search of the bay", "a third search", None),
        ("the navy fired on the boat, an act which lawyers say breaks the treaty", "an act breaks the treaty", "inner"),
    ],
)  # fmt: skip
def test_what_is_passed_on(outer: str, inner: str, left_out: str | None) -> None:
    told = [statement("outer", "Paper", outer), statement("inner", "Ek", inner, via="outer")]
    assert told_by_others(told) == ({left_out} if left_out else frozenset())


@pytest.mark.parametrize(
    ("first", "second", "left_out"),
    [
        ("whether further talks are viable", "further talks", {"b"}),
        ("the levy", "the levy of 1919 on farmers", set()),
        ("old levy", "the old levy of 1919 on farmers", {"a"}),
        ("prices will rise", "prices will fall", set()),
        ("the toll is 12", "the toll is 14", set()),
    ],
)
def test_what_one_speaker_says_again(first: str, second: str, left_out: set[str]) -> None:
    assert told_by_others([statement("a", "Ek", first), statement("b", "Ek", second)]) == left_out


def test_another_speaker_or_sense_is_shown() -> None:
    told = [
        statement("a", "Ek", "the old levy is dead"),
        statement("b", "Holm", "the old levy is dead"),
        statement("c", "Ek", "the old levy is dead", stance="denies"),
    ]
    assert told_by_others(told) == frozenset()
