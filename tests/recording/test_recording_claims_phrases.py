"""What is claimed behind a verb of telling where it is no clause: what a thing is called, a deed, a figure."""

from __future__ import annotations

import pytest
from recording_making import names, record_of

from onrecord.recording.claim_ends import without_rest
from onrecord.recording.claim_phrases import is_made_so, without_place
from onrecord.recording.claim_pieces import completed, from_subject, with_name, without_head


def made(text: str) -> list[tuple[list[str], str]]:
    """Who makes each claim of a text, and its words."""
    record = record_of(text)
    return [(names(record, c.asserted_by or c.confirmed_by), c.text) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "speaker", "claimed"),
    [
        ("Mia Holm called the ferry deal a swindle.", "Mia Holm", "the ferry deal a swindle"),
        ("Jon Ek branded the mayor of Norrvik “a coward.”", "Jon Ek", "the mayor of Norrvik “a coward.”"),
        ("Tove Lund labelled the new rules unworkable.", "Tove Lund", "the new rules unworkable"),
        ("Ada Holm described the crew of the ferry as reckless.", "Ada Holm", "the crew of the ferry as reckless"),
        ("Adam Lund denounced the vote as a farce.", "Adam Lund", "the vote as a farce"),
        ("Nord Air called the fare a bargain in a statement to the Courier.", "Nord Air", "the fare a bargain"),
        ("Odd Berg has described himself as a friend of the mill.", "Odd Berg", "himself as a friend of the mill"),
        ("Anna Berg came late and called the hall a ruin.", "Anna Berg", "the hall a ruin"),
        # for whom a pronoun stands
        ("The bridge was closed. Mia Holm called it a danger to boats.", "Mia Holm", "the bridge a danger to boats"),
        ("Adam Lund lost the vote. Mia Holm called him “a coward.”", "Mia Holm", "Adam Lund “a coward.”"),
    ],
)
def test_what_somebody_calls_a_thing_begins_behind_the_verb(text: str, speaker: str, claimed: str) -> None:
    assert ([speaker], claimed) in made(text)


@pytest.mark.parametrize(
    "text",
    [
        # only a thing is named, nothing is said of it
        "Anna Berg described a long night in the hall.",
        "Jon Ek called the owner of the mill.",
        "The clerk called off the sale of the pier.",
        "Tove Lund condemned the raid on the harbour.",
        "Mia Holm criticised the mayor on Monday.",
        "Odd Berg denounced the council in an interview with the Courier.",
        # what is called so stands elsewhere, or nowhere
        "The mill was sold in what Jon Ek called a “theft.”",
        "Adam Lund and Jon Ek spoke. Mia Holm called them cowards.",
        "Tove Lund said nothing of the ferry or the pier. Mia Holm called that a mistake.",
        # a name
        "A group calling itself Free Norrvik Harbour met on Monday.",
    ],
)
def test_who_only_names_a_thing_says_nothing_of_it(text: str) -> None:
    assert [c for _, c in made(text)] == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("A spokesman for the navy confirmed the loss of two boats.", "the loss of two boats"),
        ("The union confirmed Adam Lund’s arrest.", "Adam Lund’s arrest"),
        ("Norrvik Mills confirmed a profit of 9 million crowns.", "a profit of 9 million crowns"),
        ("Jon Ek admitted selling the files of the bank.", "selling the files of the bank"),
        ("The navy confirmed the deaths of two divers in a post on its page.", "the deaths of two divers"),
        ("The ministry charged that the mill had hidden its losses.", "the mill had hidden its losses"),
    ],
)
def test_a_deed_or_a_figure_is_claimed_without_who_tells_it(text: str, claimed: str) -> None:
    assert [c for _, c in made(text)] == [claimed]


@pytest.mark.parametrize(
    "text",
    [
        "The navy confirmed the deaths.",
        "Jon Ek confirmed the identity of the owner.",
        "Mia Holm revealed a shocking secret about the mill.",
        "Tove Lund mentioned the ferry in her speech.",
        "The account was first reported by the Norrvik Courier.",
    ],
)
def test_a_thing_of_which_nothing_is_said_is_no_claim(text: str) -> None:
    assert [c for _, c in made(text)] == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Mia Holm accused the mill of hiding losses.", "Mia Holm accused the mill of hiding losses"),
        ("Jon Ek criticised the mayor for selling the pier.", "Jon Ek criticised the mayor for selling the pier"),
    ],
)
def test_a_reproach_keeps_the_verb_that_tells_what_it_is(text: str, claimed: str) -> None:
    assert [c for _, c in made(text)] == [claimed]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        # a dash, a bracket, a `but` that leads nowhere
        ("Jon Ek said the pier had been sold in May, but added that it was empty.", "the pier had been sold in May"),
        ("The line saves fuel (Mia Holm says the new engine burns half as much) and is never late.",
         "the new engine burns half as much"),
        ("Of the sale of the mill, Jon Ek said, “Nobody in Norrvik was asked.”", "“Nobody in Norrvik was asked.”"),
        # a second half, an adverb before it
        ("Jon Ek said the mill was sold not only because it was old but also because he denied it a loan.",
         "the mill was sold not only because it was old but also because he denied it a loan"),
        ("Mia Holm said the request was politely but firmly declined.", "the request was politely but firmly declined"),
        # what the reporter adds
        ("Jon Ek said the talks were over, and the union could not be reached.", "the talks were over"),
        ("Mia Holm said the boats were safe, another setback for those who want to sell.", "the boats were safe"),
        ("The ferry is old, Jon Ek said; it was built in May.", "The ferry is old"),
    ],
)  # fmt: skip
def test_a_content_is_whole_and_only_the_speaker_s(text: str, claimed: str) -> None:
    assert claimed in [c for _, c in made(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm said that wasn’t a fair price.",
        "Jon Ek has said things that were never true of the mill.",
        "Researchers disclosed a box of papers that compelled the bank to close.",
    ],
)
def test_what_is_part_of_something_else_is_no_claim(text: str) -> None:
    assert [c for _, c in made(text)] == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("it was sold in May – with two", "it was sold in May"),
        ("the mill is closed, but", "the mill is closed"),
        ("the mill is older than the town (", "the mill is older than the town"),
        ("the mill is open -- all of it", "the mill is open -- all of it"),
        ("the mill is open, with two gates", "the mill is open, with two gates"),
    ],
)
def test_a_line_does_not_end_with_the_beginning_of_something(line: str, left: str) -> None:
    assert without_rest(line, goes_on=True) == left


@pytest.mark.parametrize(
    ("before", "words", "left"),
    [
        ("Ek said of ", "the ferry that it was never safe", "it was never safe"),
        ("Ek wrote of ", "his brother that nobody knew him", "nobody knew him"),
        ("Ek said ", "of the new mill “Nobody needs it.”", "“Nobody needs it.”"),
        ("papers say ", "' the mill is closed", "the mill is closed"),
        ("Ek said ", "“ The mill is closed ”", "“ The mill is closed ”"),
        ("Ek said ", "the claim that it was safe is false", "the claim that it was safe is false"),
    ],
)
def test_of_whom_it_is_said_is_no_part_of_it(before: str, words: str, left: str) -> None:
    assert without_head(before + words, len(before), words) == left


@pytest.mark.parametrize(
    ("content", "rest", "whole"),
    [
        ("he left the yard in", " Norrvik on foot. Nobody saw him.", "he left the yard in Norrvik on foot"),
        ("the boat lay on the", " northern pier, they said.", "the boat lay on the northern pier"),
        ("they met at", " 9:30 by the mill.", "they met at 9:30 by the mill"),
        # here nothing is missing
        ("he turned himself in", ". Nobody saw him.", "he turned himself in"),
        ("it is the man he stood by", " and who fled.", "it is the man he stood by"),
    ],
)
def test_a_content_that_ends_within_a_phrase_takes_in_its_rest(content: str, rest: str, whole: str) -> None:
    text = f"Jon Ek said {content}{rest}"
    span = (12, 12 + len(content))
    assert [text[a:b] for a, b in completed(text, ((0, 6), (7, 11)), [span], len(text))] == [whole]


@pytest.mark.parametrize(
    ("text", "verb", "whole"),
    [
        ("Jon Ek said the verdict proved that he was right", "proved", "the verdict proved that he was right"),
        ("Jon Ek said that both old boats leaked", "leaked", "both old boats leaked"),
        ("Jon Ek said on Monday fell three men", "fell", "fell three men"),
    ],
)
def test_a_content_that_begins_with_its_verb_takes_in_its_subject(text: str, verb: str, whole: str) -> None:
    span = (text.index(verb), len(text))
    assert [text[a:b] for a, b in from_subject(text, ((0, 6), (7, 11)), [span])] == [whole]


@pytest.mark.parametrize(
    ("ahead", "content", "whole"),
    [
        ("It was bought by Odd Berg, ", "a broker who ranks ninth", "Odd Berg, a broker who ranks ninth"),
        ("She met Ada Maria Lund, ", "an engineer of the port", "Ada Maria Lund, an engineer of the port"),
        ("It was sold to Jon Ek, ", "a man of means", "Jon Ek, a man of means"),
        ("He spoke to Jon Ek, ", "the owner of the mill", "the owner of the mill"),
    ],
)
def test_what_somebody_is_is_told_with_his_name(ahead: str, content: str, whole: str) -> None:
    text = f"{ahead}{content}, according to the Courier."
    [(start, end)] = with_name(text, [(len(ahead), len(ahead) + len(content))])
    assert text[start:end] == whole


def test_the_rest_of_a_phrase_is_found_in_bounded_time() -> None:
    for piece in ("in the ", "(", "of ", "— "):
        text = "Jon Ek said " + piece * 30_000
        words = text[12:]
        assert len(without_rest(words, goes_on=True)) <= len(words)
        assert without_place(words[:400]) is not None


@pytest.mark.parametrize(
    ("verb", "words", "made"),
    [
        ("declare", "the harbour “closed” on Monday", True),
        ("declare", "the strike over", True),
        ("proclaim", "the islands independent", True),
        ("declare", "the vote illegal", False),
        ("pronounce", "the talks a failure", False),
        ("consider", "the road open to lorries", False),
    ],
)
def test_what_is_so_by_being_declared_so_is_a_deed_and_no_claim(verb: str, words: str, made: bool) -> None:
    assert is_made_so({verb}, words) is made
