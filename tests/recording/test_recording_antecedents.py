"""Whom pronouns and descriptions go on with, as the ranker of antecedents weighs them with the rules."""

from __future__ import annotations

import pytest

from onrecord.annotation import RuleAnnotator, annotate
from onrecord.recording.antecedent_ranker import shipped
from onrecord.recording.antecedents import Candidates
from onrecord.recording.material import Material, prepare
from onrecord.recording.referents import Referents, phrase_at
from onrecord.types import Block, Document, Source


def material_of(text: str) -> Material:
    """One document of a single paragraph."""
    document = Document("d", text, (Block("paragraph", 0, len(text)),), Source("d", "text/plain", ""))
    return prepare([annotate(document, RuleAnnotator())], (), None)


def meant(text: str, words: str) -> list[str]:
    """The names of those whom the last time of some words stands for."""
    material = material_of(text)
    referents = Referents(material)
    start = text.rindex(words)
    passage = material.quotes.passage_at(0, start)
    assert passage is not None
    return [material.parties.get(p).name for p in referents.party_at(passage, start, start + len(words))]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The grid operator opposed the sale. It told Norrvik Mills to stop.", "It", "grid operator"),
        ("The grid operator told Vesta Lines that it must pay by Friday.", "it", "Vesta Lines"),
        ("The mayor, Ada Lund, met Jon Ek on Monday. She asked him to resign.", "She", "Ada Lund"),
    ],
)
def test_a_pronoun_goes_on_with_whom_the_text_speaks_of(text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A harbour pilot lost the case.", "A harbour pilot"),
        ("The ferry's crew asked for more pay.", "The ferry's crew"),
        ("Two cinemas refused to pay.", "Two cinemas"),
    ],
)
def test_who_is_only_described_is_a_party_where_it_is_known_that_somebody_stands_there(text: str, words: str) -> None:
    assert [name.casefold() for name in meant(text, words)] == [words.casefold().removeprefix("a ").removeprefix("the ")]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ada Lund said: “I want the council to pay.”", "I", "Ada Lund"),
        ("“We will not wait,” Jon Ek said on Friday.", "We", "Jon Ek"),
    ],
)
def test_the_first_person_of_a_quotation_is_who_says_it(text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


def test_of_an_owner_s_phrase_the_owner_alone_can_be_asked_for() -> None:
    text = "Nord Air rejected the union's claim."
    material = material_of(text)
    passage = material.quotes.passage_at(0, 0)
    assert passage is not None
    clauses = Referents(material).clauses(passage)
    start = text.index("the union")
    phrase = phrase_at(clauses, start, start + len("the union"))
    assert phrase is not None
    assert clauses.sentence.words[phrase.head] == "union"


def test_candidates_are_the_nearest_first_and_stand_before() -> None:
    text = "The council wrote to Nord Air. The union, which met Jon Ek, wants it to pay."
    material = material_of(text)
    referents = Referents(material)
    offset = text.index("it to pay")
    passage = material.quotes.passage_at(0, offset)
    assert passage is not None
    found = Candidates(referents, material).before(passage, offset)
    assert [text[c.start : c.end] for _, c in found] == ["Jon Ek", "The union", "Nord Air", "The council"]
    assert [back for back, _ in found] == [0, 0, 1, 1]


def test_the_shares_of_candidates_and_nobody_make_one() -> None:
    weights = shipped()
    shares = weights.shares(weights.inner[:3] * 0, 2)
    assert len(shares) == 4
    assert shares.sum() == pytest.approx(1)


def test_a_chain_of_descriptions_ends() -> None:
    text = "The company sued. " + "The company said that the company would pay. " * 60
    assert meant(text, "The company") is not None
