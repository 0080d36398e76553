"""Whom pronouns and common nouns stand for, and which described parties a record lists."""

from __future__ import annotations

import pytest
from recording_making import document, record_of

from onrecord.recording.material import prepare
from onrecord.recording.referents import Referents


def meant(text: str, words: str) -> list[str]:
    """The names of those that the last occurrence of some words stands for."""
    made = document(text)
    material = prepare([made], [], None)
    start = text.rfind(words)
    passage = material.quotes.passage_at(0, start)
    assert passage is not None
    found = Referents(material).at(passage, start, start + len(words))
    return [material.parties.get(p).name for p in found]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Jon Ek has sacked Carl Lund. He paid him a million.", "He", "Jon Ek"),
        ("President Jon Ek will meet Carl Lund on Friday; he wants an answer.", "he", "Jon Ek"),
        ("The premier, Jon Ek, asked both ministers to settle it. He gave no date.", "He", "Jon Ek"),
        ("Carl Lund wept. His lawyer, Jon Ek, said he would appeal.", "he", "Carl Lund"),
        ("Mary Lund was freed. Jon Ek told her that she must leave.", "she", "Mary Lund"),
        ("Nord Air sued Vesta Lines. Vesta Lines said it was surprised.", "it", "Vesta Lines"),
        ("Chairwoman Sasha Lund met Carl Ek. She left early.", "She", "Sasha Lund"),
    ],
)
def test_a_pronoun_goes_on_with_who_tells_or_whom_the_sentence_is_about(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Nord Air sued Vesta Lines. It was clear that the case would take years.",
        "Nord Air sued Vesta Lines. “It is hot in here,” said Jon Ek.",
        "Nord Air sued Vesta Lines. It took the judge a year to rule.",
    ],
)
def test_it_may_stand_for_nobody(text: str) -> None:
    assert meant(text, "It") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Orrin Fellowship met Jon Ek. He thanked the fellowship.", "the fellowship", "Orrin Fellowship"),
        ("The Continental Chess League met Jon Ek. He sued the league.", "the league", "Continental Chess League"),
        ("The Federal Office for Barges met Jon Ek. He sued the office.", "the office", "Federal Office for Barges"),
        ("Jon Ek told the state of Velsa to pay. He sued the state.", "the state", "Velsa"),
        ("Jon Ek is the mayor of Tellvik. He sued the city.", "the city", "Tellvik"),
    ],
)
def test_a_noun_goes_on_with_the_body_that_is_called_so(text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Nord Air sued Vesta Lines. A spokesman for Nord Air, Jon Ek, said the company would win.", "the company", "Nord Air"),
        ("Nord Air bought Vesta Lines in May. Nord Air has pressed the company to cut jobs.", "the company", "Vesta Lines"),
        ("Ostby Brewing Ltd. will buy Nord Mills. Nord Mills has 30 plants. On Monday the brewer gave a date.", "the brewer", "Ostby Brewing Ltd."),
        ("TELLVIK (Presswire Ltd) - Nord Air went bankrupt. A court gave the company a month.", "the company", "Nord Air"),
    ],
)  # fmt: skip
def test_which_firm_is_meant(text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


def test_the_government_is_none_of_its_soldiers() -> None:
    assert meant("Rebels hold 22 government soldiers. Jon Ek urged the government to talk.", "the government") == ["government"]


def test_both_sides_are_those_who_act() -> None:
    text = "Norway and Sweden met in Doha. An official in Doha said that Norway had left. Jon Ek urged both sides to return."
    assert sorted(meant(text, "both sides")) == ["Norway", "Sweden"]


@pytest.mark.parametrize(
    ("text", "words", "two"),
    [
        (
            "Norway demanded that Sweden reopen the pass. Sweden rejected the demand. The United Nations sent tents. "
            "The Red Cross said the United Nations had enough. The United Nations called on both sides to stop.",
            "both sides", ["Norway", "Sweden"],
        ),
        (
            "The Teamsters demanded a raise from Vesta Lines. Vesta Lines rejected it. The Federal Mediation Service met "
            "them in Denver. The Federal Mediation Service is patient. It asked both sides to return.",
            "both sides", ["Teamsters", "Vesta Lines"],
        ),
        (
            "Armenia and Azerbaijan traded fire on Sunday. The United States was worried. The United States sent an envoy "
            "to Tbilisi. France asked the two governments to talk.",
            "the two governments", ["Armenia", "Azerbaijan"],
        ),
        (
            "Talks between the Dockers League and Norrvik Port broke down. Governor Mia Holm was in Lisbon. Holm met the "
            "Harbour Council. Holm urged both sides to settle.",
            "both sides", ["Dockers League", "Norrvik Port"],
        ),
    ],
)  # fmt: skip
def test_both_sides_are_those_who_oppose_one_another(text: str, words: str, two: list[str]) -> None:
    assert sorted(meant(text, words)) == two


@pytest.mark.parametrize(
    "text",
    ["Nord Air has 300,000 passengers.", "It was a dispute of two brothers.", "There were 400 members in May."],
)
def test_nobody_is_listed_of_whom_nothing_is_told(text: str) -> None:
    assert [p for p in record_of(text).parties if p.kind == "group"] == []


def test_a_headline_begins_behind_the_mark_of_an_agency() -> None:
    found = record_of("# UPDATE 2-Nord Air rejects Vesta bid\nNord Air rejected a bid by Vesta Lines.")
    assert not [p for p in found.parties if "UPDATE" in p.name or "2-" in p.name]
