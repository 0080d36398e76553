"""Who speaks: descriptions, appositions, pronouns and people who speak together."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def speakers(text: str) -> list[list[str]]:
    """Who makes each claim of a text."""
    record = record_of(text)
    return [names(record, c.asserted_by) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orrland’s trade envoy, Mia Holm, said the talks had failed.", "Mia Holm"),
        ("Jon Ek’s press secretary, Tove Lund, told reporters that the letter was a mistake.", "Tove Lund"),
        ("Its chief engineer, Odd Berg, who built the dam, said the wall was sound.", "Odd Berg"),
        ("A rights group, Watch East, said that the camp had been shut.", "Watch East"),
        ("A local charity, Bread First, said that the camp had been shut.", "Bread First"),
        ("“The vote was lost,” said Norrvik council member Sen. Mia Holm.", "Mia Holm"),
        ("The dockers’ union, Harbour Hands, said that the pier had been shut.", "Harbour Hands"),
        ("Mia Holm, the head of Orrland’s Harbour Office, said that the pier had been shut.", "Mia Holm"),
        ("Jon Ek, director of Orrland’s Rail Board, told students that the pier had been shut.", "Jon Ek"),
        ("Tove Lund, who heads Norrvik’s Art School, said that the pier had been shut.", "Tove Lund"),
    ],
)
def test_a_name_set_off_by_commas_after_what_he_is_is_the_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Norrvik Court justice said that she was sorry for the remark.", "Norrvik Court justice"),
        ("An uncle in Norrvik said the boy was born there.", "uncle"),
        ("A neighbour from Sarrow said the gate was open.", "neighbour"),
        ("A witness in the trial of Jon Ek said that the gate was open.", "witness"),
        ("A teacher at the school of Mia Holm said that the gate was open.", "teacher"),
    ],
)
def test_a_name_that_only_tells_more_of_somebody_does_not_speak(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    "text",
    [
        "Norrvik Mills closed its plant. It is widely believed that the plant was sold.",
        "Jon Ek left the board in May. It was reported that the board was split.",
        "The Dockers Union met in Sarrow. It is feared that the pier was damaged.",
    ],
)
def test_nobody_is_named_where_it_is_only_believed(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jon Ek said that he had asked Odd Berg for advice. “The plan was safe. It was legal,” he said.", "Jon Ek"),
        ("Mia Holm told the court that Jon Ek had lied. “The books were false,” she said.", "Mia Holm"),
        ("Odd Berg warned that the wall was weak. He said Jon Ek had been told.", "Odd Berg"),
    ],
)
def test_a_pronoun_goes_on_with_the_one_who_spoke_before(text: str, speaker: str) -> None:
    assert [who for who in speakers(text) if who != [speaker]] == []


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Jon Ek and Mia Holm said the bridge was safe.", ["Jon Ek", "Mia Holm"]),
        ("Nord Air and Norrvik Mills announced that the fund was closed.", ["Nord Air", "Norrvik Mills"]),
        ("Sarrow Ferries and Nord Air said that the pier was closed.", ["Sarrow Ferries", "Nord Air"]),
    ],
)
def test_those_who_speak_together_are_all_named(text: str, together: list[str]) -> None:
    assert together in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The rebels’ spokesman, Colonel Odd Berg, told reporters that the truce had been broken twice.", "Odd Berg"),
        ("A person with knowledge of the talks said that the envoys had been sent home.", "person with knowledge of the talks"),
        ("An aide close to the premier said that the price had been cut.", "aide close to the premier"),
    ],
)
def test_somebody_is_named_as_fully_as_the_text_names_him(text: str, speaker: str) -> None:
    assert [speaker] in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Colonel Odd Berg met the envoy, Mia Berg. Colonel Berg said that nobody had been shot.", "Odd Berg"),
        ("Jon Ek and Mia Ek own the mill. Mrs Ek said that the mill was sound.", "Mia Ek"),
        ("General Tove Lund leads the guard; Ada Lund is a singer. General Lund warned that the pass was shut.", "Tove Lund"),
    ],
)
def test_a_title_tells_which_bearer_of_a_surname_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The envoy, Mia Holm, was among the guests. The guests left, she said, with nothing.", "Mia Holm"),
        ("Jon Ek was held for a week. The cell was cold, he said.", "Jon Ek"),
        ("Tove Lund arrived with two lawyers. She said that the case was closed.", "Tove Lund"),
    ],
)
def test_a_pronoun_may_go_on_with_whom_the_sentence_before_is_about(text: str, speaker: str) -> None:
    assert [speaker] in speakers(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Mia Holm left. Her aunt in Norrvik said the boy was born there.", "Mia Holm’s aunt"),
        ("Jon Ek sued the school. His lawyer told the court that the school had lied.", "Jon Ek’s lawyer"),
        ("Tove Lund wrote a letter. Her sister said that the letter had been copied.", "Tove Lund’s sister"),
    ],
)
def test_somebody_s_people_are_called_after_him_and_not_by_a_pronoun(text: str, party: str) -> None:
    record = record_of(text)
    assert not any(p.name.split()[0] in ("His", "Her") for p in record.parties)
    assert [party] in [names(record, c.asserted_by) for c in record.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek told Lund and he asked the school to wait.",
        "The clerk warned Holm and she said that the gate was shut.",
        "Nord Air informed the union and it said that the pay was late.",
    ],
)
def test_a_pronoun_beside_whom_somebody_tells_explains_nothing(text: str) -> None:
    assert record_of(text).story.documents == 1


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The council denied reports which said that the bear was banned.", "council"),
        ("Mia Holm leads. The poll also found that 70 people had left the party.", "Mia Holm"),
        ("A Sarrow, Norrland, pump company said that it had bought the shares.", "Sarrow"),
    ],
)
def test_who_is_named_nearby_need_not_be_the_one_who_speaks(text: str, nobody: str) -> None:
    assert [nobody] not in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The grandmother of Jon Ek said that she had gone to Sarrow.", "grandmother of Jon Ek"),
        ("The widow of Nils Berg said that the boat had sunk.", "widow of Nils Berg"),
        ("A friend of Mia Holm said that the letter was false.", "friend of Mia Holm"),
    ],
)
def test_a_relative_is_not_the_one_whose_relative_he_is(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Nord Air runs a show. He said that the pilots were tired.", "Nord Air"),
        ("Mia Holm is out. It said that the pumps were old.", "Mia Holm"),
        ("Jon Ek runs Nord Radio. It said that the pier was closed.", "Jon Ek"),
    ],
)
def test_a_pronoun_means_nobody_of_another_kind(text: str, nobody: str) -> None:
    assert [nobody] not in speakers(text)


def test_who_is_named_in_a_quotation_does_not_say_it() -> None:
    text = "Tove Lund said that the vote was fair. “Nobody there voted for Mia Holm, so the count is right,” she said."
    assert all(who == ["Tove Lund"] for who in speakers(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harrow Capital sold the mill. The firm, founded by the former banker Dora Vance, said the pier was safe.", "Harrow Capital"),
        ("Brenn Paints shut its mill. Brenn, the maker of Fathom stain and Clearday paint, said the pier was safe.", "Brenn Paints"),
        ("Keel Lines lost a ship. The company, led by the lawyer Jon Ek, said the pier was safe.", "Keel Lines"),
    ],
)
def test_what_a_comma_adds_to_a_body_is_not_the_speaker(text: str, speaker: str) -> None:
    assert [speaker] in speakers(text)
    assert not any("founded by" in p.name or "maker of" in p.name for p in record_of(text).parties)


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Capital wrote on Monday to the directors of a rival, Tintas Velha. The firm, founded by Dora Vance, said the pier was safe.",
        "Officials and Harrow Capital met the owners of Keel Lines. The company, led by Jon Ek, said the pier was safe.",
        "Harrow Capital sued Nord Air over a ship of Keel Lines. The firm, which Dora Vance founded, said the pier was safe.",
    ],
)
def test_the_firm_is_the_one_that_the_sentence_before_is_about(text: str) -> None:
    assert ["Harrow Capital"] in speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek’s father said that he wants the school to pay the fine.",
        "Odd Holm’s brother said that he would ask the council to open the files.",
        "Nils Berg’s lawyer said that he wants the court to drop the case.",
    ],
)
def test_a_pronoun_after_somebody_s_relative_is_not_the_one_named(text: str) -> None:
    record = record_of(text)
    named = {"Jon Ek", "Odd Holm", "Nils Berg"}
    assert not named.intersection(n for d in record.demands for n in names(record, d.by))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for President Mia Holm said that the trip was off.", "spokesman for President Mia Holm"),
        ("Jon Ek’s lawyer said that the trip was off.", "Jon Ek’s lawyer"),
        ("A spokesman for Nord Air said that the trip was off.", "Nord Air"),
    ],
)
def test_a_man_is_not_his_spokesman_but_a_body_speaks_through_its_own(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The vault was empty, according to documents seen by the Oslo Herald.", "documents seen by the Oslo Herald"),
        ("According to a letter obtained by the Oslo Herald, the vault was empty.", "letter obtained by the Oslo Herald"),
        ("The vault was empty, according to Jon Ek.", "Jon Ek"),
    ],
)
def test_a_paper_is_not_whoever_has_seen_it(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


def test_it_goes_on_with_the_body_that_spoke_and_not_with_the_dateline() -> None:
    text = "LUMBA, April 9 (North) - The Health Ministry said that the shortage was over.\nStocks were full, it said."
    assert ["LUMBA"] not in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The town has fallen, state television reported.", "state television"),
        ("The newspaper The Lantern reported that four colonels had been held.", "Lantern"),
        ("Eleven former cooks said that the pay was late.", "Eleven former cooks"),
        ("The union said that some 300 drivers were on the list.", "union"),
        ("The Lund Institute for Trade said that exports had fallen.", "Lund Institute for Trade"),
    ],
)
def test_speakers_without_a_name_are_told_by_what_they_are(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


def test_who_would_not_do_something_makes_no_promise() -> None:
    assert speakers("“I would not put a date on it,” said Jon Ek.") == [["Jon Ek"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokeswoman for the Norrish transport ministry said that a train had left the rails.", "Norrish transport ministry"),
        ("A spokesperson for the miners' union told reporters that the tank had leaked.", "miners' union"),
        ("A spokesman for the harbour authority said that a crane had fallen into the dock.", "harbour authority"),
    ],
)  # fmt: skip
def test_who_is_sent_by_a_body_without_a_name_speaks_as_that_body(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]
