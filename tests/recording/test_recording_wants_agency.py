"""Demands as agencies tell them: no article, the condition first, the doer left out."""

from __future__ import annotations

import pytest
from recording_making import Wanted, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway's dockers called on government to reopen the port.", (["Norway’s dockers"], ["Norway"], "reopen the port")),
        ("Teachers of Peru urged government to raise pay.", (["Teachers of Peru"], ["Peru"], "raise pay")),
        ("The Nurses Guild asked government to free two doctors.", (["Nurses Guild"], ["government"], "free two doctors")),
    ],
)  # fmt: skip
def test_a_government_without_an_article(text: str, wanted: Wanted) -> None:
    by, to, what = wanted
    found = wanted_in(text)
    assert [(t, w) for _, t, w in found] == [(to, what)]
    assert len(found[0][0]) == len(by)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Until Norway lifts the ban, we will not return to the talks,” said Mia Holm.", (["Mia Holm"], ["Norway"], "lifts the ban")),
        ("Unless Nord Air drops the suit, the Dockers Union will not unload its ships.", (["Dockers Union"], ["Nord Air"], "drops the suit")),
        ("Jon Ek said that until Sweden paid for the trawler, Norway would not free the crew.", (["Norway"], ["Sweden"], "paid for the trawler")),
    ],
)  # fmt: skip
def test_a_condition_before_what_depends_on_it(text: str, wanted: Wanted) -> None:
    assert wanted in [(b, t, w.replace("drop the", "drops the")) for b, t, w in wanted_in(text)]


def test_what_somebody_says_before_being_led_out_is_no_condition() -> None:
    assert wanted_in("“The fight will go on,” Jon Ek shouted before being led out by guards.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry was stopped at the request of Norway.", (["Norway"], [], "The ferry was stopped")),
        ("Two clerks were held in Malmo at the request of the Danish police.", (["Danish police"], [], "Two clerks were held in Malmo")),
        ("The hearing was put off at the request of Nord Air, Jon Ek said.", (["Nord Air"], [], "The hearing was put off")),
    ],
)  # fmt: skip
def test_what_was_done_at_a_request(text: str, wanted: Wanted) -> None:
    assert wanted_in(text) == [wanted]
    assert [d.state for d in record_of(text).demands] == ["accepted"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The rebels asked for the army and the police to leave the town.", ["army", "police"]),
        ("Norway called for Sweden and Denmark to open their ports.", ["Sweden", "Denmark"]),
        ("Jon Ek appealed for relatives or the authorities to collect the boats.", ["relatives", "authorities"]),
    ],
)  # fmt: skip
def test_several_who_are_asked_for_something(text: str, asked: list[str]) -> None:
    assert [to for _, to, _ in wanted_in(text)] == [asked]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Eager to see Jon Ek behind bars, the prosecutor Dag Berg kept the charges few. He had demanded a term of five years.", "Dag Berg"),
        ("Unlike Jon Ek, Dag Berg voted for the dam. He demanded an inquiry into the leak.", "Dag Berg"),
        ("After talks with Jon Ek, Dag Berg flew home. He had asked Norway to lift the ban.", "Dag Berg"),
    ],
)  # fmt: skip
def test_he_is_whom_the_sentence_before_is_about(text: str, by: str) -> None:
    assert [b for b, _, _ in wanted_in(text)] == [[by]]
