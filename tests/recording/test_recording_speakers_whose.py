"""Whose words a paper, a page, a place or an office stands for, and whose they are not."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def sources(text: str) -> list[str | None]:
    """Who makes each statement of a text, in order."""
    record = record_of(text)
    return [None if s.source is None else names(record, [s.source])[0] for s in record.statements]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mayor Ada Lund of Norrvik said the bridge was safe. The Bergen mayor said the ferry would run.",
            "Bergen mayor",
        ),
        (
            "Norway’s foreign minister, Ada Lund, said the pact was dead. The Swedish foreign minister said it held.",
            "Swedish foreign minister",
        ),
        (
            "Norrvik Police Chief Ada Lund said the road was shut. The Bergen police chief said the bridge was open.",
            "Bergen police chief",
        ),
        ("The judge, Karl Moe, said the tolls were legal. A judge in Bergen said the tolls were void.", "judge in Bergen"),
        (
            "The judge, Karl Moe, said the tolls were legal. Another judge said the tolls were void.",
            "Another judge",
        ),
    ],
)
def test_an_office_of_another_place_is_another_mans(text: str, speaker: str) -> None:
    assert sources(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lund of Norrvik said the bridge was safe. The Norrvik mayor said the ferry would run.",
        "Governor Ada Lund said the bridge was safe. The Bergen governor said the ferry would run.",
        "Norway’s foreign minister, Ada Lund, said the pact was dead. The Norwegian foreign minister said so twice.",
    ],
)
def test_an_office_of_the_same_place_or_of_none_is_the_holders(text: str) -> None:
    assert set(sources(text)) == {"Ada Lund"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A report by the Harbour Institute said the dam was weak. The report said that water had come through.",
            "Harbour Institute",
        ),
        (
            "In a letter from Ada Lund the tenants read of it. The letter said that the rent would rise.",
            "Ada Lund",
        ),
        (
            "The Harbour Bank’s study was read out on Friday. The study said that the ship was insured.",
            "Harbour Bank",
        ),
        (
            "A report from the Harbour Ministry’s chief inspector was read. The report said that the dam was weak.",
            "Harbour Ministry’s chief inspector",
        ),
    ],
)
def test_a_paper_speaks_for_whoever_issued_it(text: str, speaker: str) -> None:
    assert sources(text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "A report by the Harbour Institute came in May. Another report was lost. The report said that the dam was weak.",
        "Ada Lund leads in a new poll. The poll said that Mia Holm was behind.",
        "Mia Holm was freed in May. The Holm verdict shows that juries are slow.",
        "Facebook took the page down. Facebook posts said the ship was lost.",
    ],
)
def test_a_paper_that_nobody_is_told_to_have_issued_is_nobodys(text: str) -> None:
    assert sources(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ship was lost, a Facebook post by Ada Lund said.", "Ada Lund"),
        ("Ada Lund’s Twitter account said the port was open.", "Ada Lund"),
        ("A Harrow Television affiliate reported that the bridge was gone.", "Harrow Television affiliate"),
        ("A Harrow Motors supplier said the parts were late.", "Harrow Motors supplier"),
        ("The crew was safe, said a rescue official cited by the Norrvik Courier.", "rescue official"),
        ("Adam Lund’s employer said that the reason was a letter.", "Adam Lund’s employer"),
        ("A former Harbour Ministry official said the dam was weak.", "former Harbour Ministry official"),
        ("The hospital in the town of Norrvik said 20 people were hurt.", "hospital in the town of Norrvik"),
        ("The hospital was full, Norway’s official news agency NORA said.", "NORA"),
        ("The gate was open, said Sheriff’s Capt. Ada Lund, a homicide investigator.", "Ada Lund"),
        ("The mayor left on Friday, the Norrvik Courier reported, citing an aide.", "aide"),
    ],
)
def test_a_name_beside_the_speaker_does_not_speak(text: str, speaker: str) -> None:
    assert speaker in sources(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Facebook spokesman said the pages were gone.", "Facebook"),
        ("A Harbour Ministry official said the dam was strong.", "Harbour Ministry"),
        ("A spokeswoman for Vesta Lines said the ship was late.", "Vesta Lines"),
    ],
)
def test_a_body_speaks_through_its_own(text: str, speaker: str) -> None:
    assert sources(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The police union’s boss said the plan was dangerous. “It is wrong,” Jon Ek said.", "Jon Ek"),
        ("The ferry’s captain said the fog came suddenly. “We saw nothing,” Olav Ruud said.", "Olav Ruud"),
        (
            "A spokesman said the bridge was safe. “We looked,” said Paul Hart, a spokesman for the harbour authority.",
            "Paul Hart",
        ),
        (
            "The head of the teachers’ union said schools were cold. Nobody came. "
            "Mia Holm, the president of the teachers’ union, said children wore coats.",
            "Mia Holm",
        ),
    ],
)
def test_a_description_is_whoever_is_named_for_it_right_behind(text: str, speaker: str) -> None:
    assert set(sources(text)) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "A harbour spokesman said two ships were late. Adam Lund said the port was a disgrace.",
        "A neighbour said he heard a bang. The mayor, Adam Lund, said the gas had been shut off.",
        "A police spokesman said the man was armed. Adam Lund, 43, said that nobody saw a gun.",
        "A navy spokesman said Adam Lund had called for help.",
    ],
)
def test_a_description_is_not_whoever_else_speaks_next(text: str) -> None:
    assert sources(text)[0] != "Adam Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Olav Ruud asked Mia Holm whether the dam was safe.\n“Of course it is,” she said.", "Mia Holm"),
        ("On Friday Tove Lund asked Adam Berg about the mill.\n“It will shut in May,” he said.", "Adam Berg"),
        ("Karl Moe asked Jon Ek why the gate was open.\n“The lock is broken,” he said.", "Jon Ek"),
    ],
)
def test_who_was_asked_gives_the_answer(text: str, speaker: str) -> None:
    assert sources(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("The Norrvik Post reported that the dam broke. The Post said that nobody was hurt.", "Norrvik Post"),
        ("The Harrow Times reported that the dam broke. The Times said that nobody was hurt.", "Harrow Times"),
        ("The Orrville Telegraph wrote that the dam broke. The Telegraph said so again.", "Orrville Telegraph"),
    ],
)
def test_the_post_is_the_one_that_the_text_names(text: str, paper: str) -> None:
    assert set(sources(text)) == {paper}


def test_the_post_alone_is_the_one_that_everybody_knows() -> None:
    assert sources("The Post said that nobody was hurt.") == ["Washington Post"]


def test_people_have_no_clause_about_them_in_their_name() -> None:
    assert sources("Two jurors who spoke at the hall but declined to be named said they slept.") == ["Two jurors"]


def test_no_university_is_called_a_group() -> None:
    text = "The crowd met at Norrvik University before noon. “Open the gates!” the group said."
    assert "Norrvik University" not in sources(text)


@pytest.mark.parametrize(
    "text",
    [
        "Adam Lund leads in the polls. Many fear that the port will shut.",
        "Mia Holm went to Bergen. Some said that the road was open.",
        "Jon Ek owns the mill. Few believe that the roof is sound.",
    ],
)
def test_many_are_nobody_who_was_named(text: str) -> None:
    assert sources(text)[-1:] in ([None], [])
