"""What parties are called: no titles, no tags, no words of a headline."""

from __future__ import annotations

import pytest
from recording_making import record_of

from onrecord.recording.spelling import is_headline_wording, is_tag, shortened, untitled


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Norrland Gov. Ada Lund", "Ada Lund"),
        ("Sen. Jon Ek", "Jon Ek"),
        ("Sarrow Mayor Mia Holm", "Mia Holm"),
        ("Det. Odd Berg", "Odd Berg"),
        ("Harbour Safety Administrator Tove Lund", "Tove Lund"),
    ],
)
def test_a_person_is_named_without_place_and_title(name: str, person: str) -> None:
    assert untitled(name) == person


@pytest.mark.parametrize("name", ["Ada Lund", "Norrvik Mills", "General Pumps", "Gov. Lund", "Office of the Mayor"])
def test_other_names_have_no_title_to_lose(name: str) -> None:
    assert untitled(name) is None


@pytest.mark.parametrize("words", ["D-Vt", "R-Texas", "I-Me", "R-N.Y."])
def test_a_politician_s_tag_is_no_name(words: str) -> None:
    assert is_tag(words)


@pytest.mark.parametrize("words", ["D-Day Landings", "Norrvik", "K-Line"])
def test_what_only_looks_like_a_tag(words: str) -> None:
    assert not is_tag(words)


@pytest.mark.parametrize("name", ["Better Luck", "New Polls", "Strong Answer"])
def test_words_that_only_a_headline_sets_in_capitals(name: str) -> None:
    assert is_headline_wording(name)


@pytest.mark.parametrize("name", ["Norrvik", "Norrvik Mills", "Norway", "Danish", "NATO", "Mia"])
def test_names_are_no_headline_wording(name: str) -> None:
    assert not is_headline_wording(name)


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Ada Lund Rips Rivals", "Ada Lund"),
        ("Jon Ek Denies Mia Holm", "Jon Ek"),
        ("Norrvik Mills Sues Union", "Norrvik Mills"),
        ("Norrvik Mills Hospital", None),
        ("Tove Lund", None),
    ],
)
def test_a_headline_s_words_are_no_part_of_a_name(headline: str, name: str | None) -> None:
    assert shortened(headline, ["Ada Lund", "Jon Ek", "Mia Holm"], ["Norrvik Mills"]) == name


def test_a_record_names_people_as_the_text_does() -> None:
    record = record_of(
        "# Ada Lund Rips Progress at Norrvik Fair\n"
        "The host Ada Lund blamed progress for the fire. Norrland Gov. Jon Ek, a rival, said Lund was wrong."
    )
    people = [p.name for p in record.parties if p.kind == "person"]
    assert people == ["Ada Lund", "Jon Ek"]


@pytest.mark.parametrize("names", [("Jon Ek", "Mia Ek"), ("Nils Berg", "Tove Berg"), ("Ada Lund", "Nils Lund")])
def test_a_surname_that_two_bear_is_no_other_name_of_either(names: tuple[str, str]) -> None:
    first, second = names
    surname = first.split()[-1]
    record = record_of(f"{first} founded the mill. {second} left it in May. {surname} called the move a mistake.")
    assert all(surname not in p.aliases for p in record.parties)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Port Norrvik voted against the plan. Port Norrvik has 900 homes.", "Port Norrvik", "place"),
        ("The Anna Holm left the quay. The crew of the Anna Holm waved.", "Anna Holm", "organisation"),
        ("Jon Ek left the quay. Jon Ek waved.", "Jon Ek", "person"),
    ],
)
def test_what_no_person_is_called(text: str, name: str, kind: str) -> None:
    assert [p.kind for p in record_of(text).parties if p.name == name] in ([kind], [])


@pytest.mark.parametrize("name", ["Anna Sanders", "Peter Rogers", "Mary Chambers"])
def test_a_surname_in_s_makes_nobody_a_body(name: str) -> None:
    assert [p.kind for p in record_of(f"{name} left the hall. {name} waved.").parties] == ["person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mario Rojas Delgado, the minister, came to the port. Rojas said the port would close.", ["Mario Rojas Delgado"]),
        ("Luz Vega Moreno owns the mill. The dam is safe, Vega said on Monday.", ["Luz Vega Moreno"]),
        ("Ana Prieto Salas ran the school. Prieto left it in May.", ["Ana Prieto Salas"]),
        # Somebody else bears it as his last name.
        ("Mario Rojas Delgado met Ivo Rojas. Rojas said the port would close.", ["Mario Rojas Delgado", "Ivo Rojas"]),
        ("Jon P. Ek met Olav Dahl. Dahl said the port would close.", ["Jon P. Ek", "Olav Dahl"]),
    ],
)
def test_of_two_surnames_the_first_one_is_used_alone(text: str, names: list[str]) -> None:
    assert [p.name for p in record_of(text).parties if p.kind == "person"] == names
