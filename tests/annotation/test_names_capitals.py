"""Capitals that make no name, names that are words of the language, and headlines that run names together."""

import pytest
from annotation_making import parties, read


@pytest.mark.parametrize(
    "text",
    [
        "The town of Norrvik, Fla., has closed its Middle Eastern museum.",
        "He was NOT at home on Election Day, said the Kurdish baker.",
        "A DNA test and a URL led to the Swedish-Norwegian border.",
        "The Norrvik-founded mill waited for New Year and for Thanksgiving.",
        "It must NEVER EVER happen, said the Islamist poet.",
    ],
)
def test_some_capitals_name_nobody(text: str) -> None:
    assert set(parties(read(text))) <= {"Norrvik", "Middle Eastern museum"}


@pytest.mark.parametrize("people", ["Asian Americans", "Kurds", "Hispanics", "North Africans"])
def test_peoples_are_groups(people: str) -> None:
    assert parties(read(f"The mayor thanked {people} for their help."))[people][0] == "group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Young spoke first. Young said the mill was lost.", "Ada Young"),
        ("Tom Cross wrote the speech. Later, Cross left town.", "Tom Cross"),
        ("Robert May runs the port. May said he would stay.", "Robert May"),
        ("Ellen Waters lost. The board asked Waters to leave.", "Ellen Waters"),
    ],
)
def test_a_surname_may_be_a_word_of_the_language(text: str, name: str) -> None:
    read_text = read(text)
    found = [m for m in read_text.annotations.mentions if m.kind == "person"]
    assert len({m.party for m in found}) == 1
    assert len(found) == 2, found
    assert name in parties(read_text)


@pytest.mark.parametrize("text", ["Ada Young spoke. Young voters left.", "Robert May spoke. In May he left."])
def test_a_word_is_no_surname_where_it_can_be_itself(text: str) -> None:
    assert len([m for m in read(text).annotations.mentions if m.kind == "person"]) == 1


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Secretary of State Vargo declined.", "Vargo", "Secretary of State"),
        ("Minister of Veterans Affairs Ada Lund declined.", "Ada Lund", "Minister of Veterans Affairs"),
        ("Bishop of Norrvik Sean Moore declined.", "Sean Moore", "Bishop of Norrvik"),
    ],
)
def test_an_office_has_what_it_is_held_of(text: str, name: str, role: str) -> None:
    assert parties(read(text)) == {name: ("person", role, None)}


def test_an_office_without_its_holder_is_no_party() -> None:
    text = "Finance Minister Ada Lund left. The Minister of Defence and the Director of Public Works stayed."
    assert list(parties(read(text))) == ["Ada Lund"]


@pytest.mark.parametrize(
    "name",
    [
        "Norrland Observatory for Human Rights",
        "International Centre for the Study of Rivers",
        "Norrvik Conference of Harbour Masters",
        "King’s College Norrvik",
    ],
)
def test_a_body_goes_on_past_of_and_for(name: str) -> None:
    found = parties(read(f"He spoke to the {name} on Monday."))
    assert list(found) == [name]
    assert found[name][0] == "organisation"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Quill", "Harbour Safety Committee"), ("Lund", "Norrvik Water Authority"), ("Vesta", "Mill Workers Union")],
)
def test_two_that_and_the_joins_are_two(first: str, second: str) -> None:
    assert f"{first} and the {second}" not in parties(read(f"The law was backed by {first} and the {second} in May."))
    assert second in parties(read(f"The law was backed by {first} and the {second} in May."))


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Norrvik Mills Offer Leaves Ada Lund Cold", "Ada Lund said Norrvik Mills had to wait.", {"Norrvik Mills", "Ada Lund"}),
        ("Bombshell Quarrel Rocks Harbour Board", "Jon Ek left the Harbour Board.", {"Jon Ek", "Harbour Board"}),
        ("Facing Strike, Ek Gives In To Vesta Union", "Jon Ek met the Vesta Union.", {"Jon Ek", "Vesta Union"}),
    ],
)  # fmt: skip
def test_a_headline_is_read_by_the_names_of_its_text(title: str, text: str, names: set[str]) -> None:
    assert set(parties(read(text, title=title))) == names


def test_the_article_of_an_arabic_surname_may_be_left_out() -> None:
    found = read("Yusuf al-Marri left. Marri said he was ill. Layla el-Sayed stayed, and Sayed agreed.")
    assert set(parties(found)) == {"Yusuf al-Marri", "Layla el-Sayed"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NEW HALVARD, Md. - A man left.", "NEW HALVARD"),
        ("The Committee for a Cleaner Harbour met.", "Committee for a Cleaner Harbour"),
        ("He plays in the Prince Hakon Community Orchestra Association.", "Prince Hakon Community Orchestra Association"),
        ("Orrish Member of Parliament Adam Quill left.", "Adam Quill"),
        ("The mayor’s spokesman Michael Steel declined.", "Michael Steel"),
    ],
)
def test_a_name_keeps_its_words(text: str, name: str) -> None:
    assert list(parties(read(text))) == [name]


def test_the_vice_president_is_not_the_president() -> None:
    text = "Vice President Joe Quill met President Adam Lund. The vice president said it was late. The president said no."
    found = read(text)
    said = [s for s in found.annotations.statements if s.source]
    names = {p.id: p.name for p in found.annotations.parties}
    assert [names.get(s.party or "") for s in said] == ["Joe Quill", "Adam Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Heritage Lumber Corp. met. Heritage said it would sell.",
        "Anchor Tools Inc. met. The strike at Anchor went on.",
        "Bright Harbour Ltd. met. Later, Bright closed.",
    ],
)
def test_a_firm_goes_by_its_first_word(text: str) -> None:
    found = read(text)
    assert len(parties(found)) == 1, parties(found)
    assert len(found.annotations.mentions) == 2


@pytest.mark.parametrize(
    "names",
    [
        ["Securities and Exchange Commission"],
        ["Immigration and Harbour Service"],
        ["Tom Price", "Norrvik"],
        ["Commonwealth of Northern Towns"],
    ],
)
def test_and_and_of_join_words_of_bodies_and_no_people(names: list[str]) -> None:
    text = f"They wrote to the {names[0]}." if len(names) == 1 else f"They wrote to {' of '.join(names)}."
    assert list(parties(read(text))) == names


def test_a_title_makes_a_person_of_an_ordinary_word() -> None:
    assert parties(read("Robert M. Price spoke. Mr. Price said no.")) == {"Robert M. Price": ("person", None, None)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vestra Vestra said it would wait.", ["Vestra"]),
        ("CREDIT firm Vestra said it would wait.", ["Vestra"]),
        ("It was told by the Harbour Commissioner's Office.", ["Harbour Commissioner's Office"]),
        ("It was told by the Center for Naval and Harbour Research.", ["Center for Naval and Harbour Research"]),
    ],
)
def test_what_stands_around_a_name_is_none_of_it(text: str, names: list[str]) -> None:
    assert list(parties(read(text))) == names
