"""Who speaks by the grammar of the sentence, and who is one party by his name or office."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def speaker_of(text: str, words: str) -> str:
    """Who says what has some words in it; "" for nobody."""
    [found] = [s for s in record_of(text).statements if words in s.text]
    return names(record_of(text), [found.source])[0] if found.source else ""


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Norrland on Friday gave Orria a week to free the crew of a trawler that sank a buoy, saying it would wait no longer.",
         "wait no longer", "Norrland"),
        ("The Dockers’ Union put off a strike that was to begin on Monday, saying it wanted talks.", "wanted talks", "Dockers’ Union"),
        ("Vesta Lines told the port to take back men it had dismissed, warning that cranes would stand idle.", "stand idle", "Vesta Lines"),
        ("Ada Lund, who had been urged by a senator, Jon Ek, to act, said that she would wait.", "would wait", "Ada Lund"),
        ("Mia Holm, of the Norrvik Trust, which has had six boats ready since May, said the sea was rough.", "sea was rough", "Mia Holm"),
        ("Ada Lund met a clerk from the harbour, who told her that the books were gone.", "books were gone", "clerk from the harbour"),
        ("A juror who admitted that she had read the paper was sent home.", "read the paper", "juror"),
        ("Vesta Lines denied it. In a letter to the Harbour Council it said that no ship had sailed.", "no ship had sailed", "Vesta Lines"),
    ],
)  # fmt: skip
def test_the_sentence_tells_who_speaks(text: str, words: str, who: str) -> None:
    assert speaker_of(text, words) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“It was cold,” said Ada Lund, adding that the roof leaked.", "roof leaked", "Ada Lund"),
        ("The mill closed. A clerk, Jon Ek, was seen with Ada Lund, adding up the bills and saying it was late.", "late", "Jon Ek"),
        ("After Ada Lund scolded the board on Friday, Jon Ek resigned, saying he was tired.", "was tired", "Jon Ek"),
    ],
)
def test_who_speaks_already_is_kept(text: str, words: str, who: str) -> None:
    assert speaker_of(text, words) == who


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Jon Ek was asked whether he had seen Mia Holm. “I have not seen anybody,” he said.", "anybody", "Jon Ek"),
        ("The mayor, Ada Lund, was later asked about the pier. “It will be rebuilt,” she said.", "rebuilt", "Ada Lund"),
    ],
)
def test_who_was_asked_answers(text: str, words: str, who: str) -> None:
    assert speaker_of(text, words) == who


def people(text: str) -> list[str]:
    """The names of the people of a text."""
    return [p.name for p in record_of(text).parties if p.kind == "person"]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Roca Lindt opened the hall. Ms. Roca Lindt said it was old. Roca Lindt left.",
        "Carlos Vella Stroem was fined. Vella Stroem said he would pay.",
        "Anna Costa Brandt sang. “It was cold,” Costa Brandt said.",
    ],
)
def test_a_surname_of_two_words_is_its_bearer_s(text: str) -> None:
    assert len(people(text)) == 1


def test_a_full_name_is_no_surname_of_two_words() -> None:
    assert len(people("Maria Anna Lund sang. Anna Lund said it was cold.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek, the chairman of Vestagas, said it was cold. Vestagas closed the pier.",
        "Vestagas’s shareholders met. Vestagas said it was cold.",
        "The company, Vestagas, said it was cold.",
        "Vestagas, a fund that owns the pier, said it was cold.",
    ],
)
def test_a_name_with_a_chairman_or_shares_is_a_body_s(text: str) -> None:
    assert "Vestagas" not in people(text)


def test_a_man_with_a_title_stays_one() -> None:
    assert "Jon Vestager" in people("Mr. Jon Vestager said it was cold. The board of Vestager Lines met.")


def test_the_mayor_of_another_town_is_another_one() -> None:
    text = "The mayor, Ada Lund, said it was cold. Sarrow’s mayor said it was hot. The mayor said the sea was rough."
    assert speaker_of(text, "rough") == "Ada Lund"
    assert speaker_of(text, "hot") != "Ada Lund"
