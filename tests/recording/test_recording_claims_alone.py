"""A claim read alone: its pronouns, its speaker’s description, and words that are none of it."""

from __future__ import annotations

import pytest
from recording_making import document, names, record_of

from onrecord.recording import make_record
from onrecord.recording.claim_mere import is_mere


def made(text: str) -> list[tuple[list[str], str]]:
    """Who makes each claim of a text, and its words."""
    record = record_of(text)
    return [(names(record, c.asserted_by), c.text) for c in record.claims]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Adam Lund left the harbour in May. He sold two boats, the police said.", "Adam Lund sold two boats"),
        ("Anna Berg was taken to a clinic. Doctors said she had a broken wrist.", "Anna Berg had a broken wrist"),
        ("Eric Dahl fled on Monday. The sheriff’s office said he had a gun with him.", "Eric Dahl had a gun with him"),
    ],
)
def test_a_pronoun_for_somebody_else_than_the_speaker_gives_way_to_the_name(text: str, claimed: str) -> None:
    assert claimed in [words for _, words in made(text)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Adam Lund said he would stay until June.", "he would stay until June"),
        # Whose name looks like a word for several people speaks of himself all the same.
        ("Eric Holm left a day after Adam Sanders said he was selling the mill.", "he was selling the mill"),
        ("Eric Holm came late. Adam Peters said his ferry was safe.", "his ferry was safe"),
        ("Eric Holm won the race, and Adam Waters said he had trained for it.", "he had trained for it"),
        ("Anna Berg told the court she had never met the broker.", "she had never met the broker"),
        ("Mia Holm and Jon Ek said they had sold the boat.", "they had sold the boat"),
    ],
)
def test_a_pronoun_for_the_speaker_is_left(text: str, claimed: str) -> None:
    assert [c for _, c in made(text)] in ([claimed], [])


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office said he had left without a permit.",
        "Police said she was driving a grey van.",
        "Tove Lund said they were sold at night.",
    ],
)
def test_where_nobody_can_tell_who_is_meant_there_is_no_line(text: str) -> None:
    assert made(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Among the guests was Adam Lund, a cook from Sarrow. “The soup was cold,” he said.", "Adam Lund"),
        ("In the last row sat Anna Berg, a nurse. “We heard no bell at all,” she said.", "Anna Berg"),
        ("One of them is Eric Dahl, a retired sailor. “The pier was never repaired,” he said.", "Eric Dahl"),
    ],
)
def test_whoever_a_sentence_brings_on_behind_its_verb_speaks_next(text: str, speaker: str) -> None:
    before = "“They had more cooks than we had,” the manager Jon Ek conceded. "
    assert [who for who, _ in made(before + text)][-1] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The new head of the Bank for Fisheries, Mia Holm, spoke on Monday. “The loans are lost,” she said.",
            "Mia Holm",
        ),
        ("The head of research at the institute, Adam Lund, was calm. “The dam is sound,” he said.", "Adam Lund"),
        ("The chief of the harbour watch, Anna Berg, came late. “The gate was shut,” she said.", "Anna Berg"),
    ],
)
def test_a_pronoun_goes_on_with_the_name_behind_a_description(text: str, speaker: str) -> None:
    assert [who for who, _ in made(text)][-1] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tove Lund was mocked by boat lovers who claim the harbour was poisoned.", "boat lovers"),
        ("Jon Ek heard from angry farmers who said the well was dry.", "angry farmers"),
        ("Mia Holm argued with two teachers who say the hall was locked.", "two teachers"),
    ],
)
def test_people_right_before_who_speak_and_not_somebody_named_earlier(text: str, speaker: str) -> None:
    assert [who for who, _ in made(text)] == [[speaker]]


@pytest.mark.parametrize(
    "text",
    [
        "Footage released by the Norrvik Courier shows the van leaving the yard.",
        "Anna Berg described a slow, silent crossing in a talk with the Courier.",
        "Adam Lund reiterated his call for a vote on the harbour.",
    ],
)
def test_what_is_shown_or_called_for_is_no_claim(text: str) -> None:
    assert made(text) == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "The alarm bell was rung before nine, Radio Norrvik reported, citing harbour authorities.",
            "The alarm bell was rung before nine",
        ),
        ("Jon Ek said the sluice was rotten, adding on “The Morning Hour” that it leaked.", "the sluice was rotten"),
        ("Mia Holm said that the road was closed on Friday’s “Sarrow Tonight.”", "the road was closed"),
    ],
)
def test_where_and_after_whom_something_was_said_is_no_part_of_it(text: str, claimed: str) -> None:
    assert claimed in [c for _, c in made(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norrvik media said the dam had been shut.", "Norrvik media"),
        ("According to a note from Adam Lund, analyst with Vesta Bank, the firm will sell its boats.", "Adam Lund"),
        ("An official at Wolden Securities said brokers had left the hall.", "official at Wolden Securities"),
    ],
)
def test_who_speaks_is_not_the_name_beside_him(text: str, speaker: str) -> None:
    assert [who for who, _ in made(text)] == [[speaker]]


def test_a_family_is_told_by_whose_it_is() -> None:
    text = "Anna Berg was found on Monday. The nurse had been ill for weeks, her family said."
    assert [who for who, _ in made(text)] == [["Anna Berg’s family"]]


def test_they_who_were_named_together_speak_together() -> None:
    text = "Adam Lund and Anna Berg have cut the opening song. They said the evening would be shorter."
    assert [who for who, _ in made(text)] == [["Adam Lund", "Anna Berg"]]


def test_a_senator_is_the_one_of_that_place() -> None:
    text = (
        "Adam Lund, the senator from Orrland, spoke first. Mia Holm, who represents Norrvik, came later. "
        "The Norrvik senator told reporters the count was fair."
    )
    assert [who for who, _ in made(text)] == [["Mia Holm"]]


def test_a_loose_letter_in_a_line_is_no_word_that_could_be_counted() -> None:
    record = record_of("On 3 May 2020 the mill' s boiler burst. On 3 May 2020 the mill' s roof fell on two men.")
    assert all(line.text for line in record.timeline)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor’s remarks were aimed at those who say the harbour was poisoned.",
        "Just 41 percent of the dockers believed that the mayor was honest.",
        "Jon Ek said: “That was a mistake.”",
        "Mia Holm spoke of the mill. “The owners left when they said the roof was sound,” Mia Holm told the court.",
    ],
)
def test_what_nobody_in_particular_says_is_no_line(text: str) -> None:
    assert [c for _, c in made(text) if not c.startswith("“The owners")] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Adam Lund spoke at noon. The Norrish leader said the harbour was safe.", "Adam Lund"),
        ("Governor Anna Berg came late. The governor said the harbour was safe.", "Anna Berg"),
        ("Senator Mia Holm was calm. The senator said the count was fair.", "Mia Holm"),
    ],
)
def test_an_office_stands_for_the_only_person_nearby_who_has_one(text: str, speaker: str) -> None:
    assert [who for who, _ in made(text)] == [[speaker]]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "Jon Ek said three boats were in the harbour but the two smaller ones were towed out.",
            "three boats were in the harbour but the two smaller ones were towed out",
        ),
        ("Mia Holm said the count was fair, but required patience.", "the count was fair, but required patience"),
        ("Jon Ek said the roof was sound, but had been wet.", "the roof was sound, but had been wet"),
    ],
)
def test_a_clause_goes_on_behind_a_but(text: str, claimed: str) -> None:
    assert [c for _, c in made(text)] == [claimed]


@pytest.mark.parametrize("firm", ["Corrigan’s Inc.", "Rally's Inc.", "Sailor's Corp."])
def test_a_firm_keeps_the_possessive_in_its_name(firm: str) -> None:
    assert [who for who, _ in made(f"{firm} said it closed forty kitchens in May.")] == [[firm]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Adam Head of Norrvik University said the stone was old.", "Adam Head"),
        ("Former President Adam Fox was blunt. Fox added, “The wall is a waste of money.”", "Adam Fox"),
        ("Sarrow-based First of America said it cut thirteen posts.", "First of America"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, speaker: str) -> None:
    assert [who for who, _ in made(text)] == [[speaker]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Senator Mia Holm lost twice. Her advisers say the race is still open.", "Mia Holm’s advisers"),
        ("Anna Berg left the mill in May. Her colleagues said the boiler was unsafe.", "Anna Berg’s colleagues"),
        ("Tove Lund was found in June. Her neighbours said the house was locked.", "Tove Lund’s neighbours"),
    ],
)
def test_somebodys_people_are_told_by_whose_they_are(text: str, speaker: str) -> None:
    assert [who for who, _ in made(text)] == [[speaker]]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek said: “I think it’s a rather good sign.”",
        "“It was a bad day,” Mia Holm said.",
        "Tove Lund said: “Let no one be mistaken.”",
    ],
)
def test_a_short_quotation_on_something_told_before_is_no_line(text: str) -> None:
    assert made(text) == []


def test_a_gerund_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    record = record_of("Tranquilizing Bruno was too slow, Adam Lund said. The bear Bruno was shot.")
    assert all(not p.name.startswith("Tranquilizing") for p in record.parties)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "Anna Berg was held for a night. The harbour police said her arrest was lawful.",
            "Anna Berg’s arrest was lawful",
        ),
        ("Adam Lund fell on Sunday. Doctors said his hip was broken.", "Adam Lund’s hip was broken"),
        ("The larger boat sailed on Friday. Officers said its hold was full of eels.", None),
        ("Mia Holm left the board in May. Her lawyers said her shares were sold.", "Mia Holm’s shares were sold"),
    ],
)
def test_what_somebody_else_owns_is_told_with_the_owner(text: str, claimed: str | None) -> None:
    words = [words for _, words in made(text)]
    assert claimed in words if claimed is not None else all("its hold" in w or "’s hold" in w for w in words)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Adam Lund said his party would win.", "his party would win"),
        ("Anna Berg said her arrest was a mistake.", "her arrest was a mistake"),
        ("Norrvik Mills said its orders had doubled.", "its orders had doubled"),
    ],
)
def test_what_the_speaker_owns_is_left(text: str, claimed: str) -> None:
    assert [words for _, words in made(text)] == [claimed]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "The bridge was closed on Monday. Officials said it had cracked in two places.",
            "the bridge had cracked in two places",
        ),
        ("A dike failed on Friday. Engineers said it had never been mended.", "the dike had never been mended"),
        ("Norrvik Mills lost money in May. Analysts said it had too many plants.", "Norrvik Mills had too many plants"),
    ],
)
def test_an_it_that_is_not_the_speaker_gives_way_to_what_is_meant(text: str, claimed: str) -> None:
    assert [words for _, words in made(text)][-1] == claimed


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed and the ferry sank. Adam Lund said it would cost millions.",
        "Anna Berg spoke on Friday. Adam Lund said it had ruined the harbour.",
        "Residents of the old town describe it as peaceful and quiet.",
        "Adam Lund said this option was far too costly.",
        "Anna Berg said the same was true of the ferry.",
        "Mia Holm said while this is feasible, the harbour is too small.",
    ],
)
def test_what_nobody_can_know_to_be_meant_makes_no_line(text: str) -> None:
    assert [who for who, _ in made(text)] in ([], [["Anna Berg"]])
    assert not any(" it " in w for _, w in made(text))


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Adam Lund said it was time to mend the dike.", "it was time to mend the dike"),
        ("Anna Berg said it would be very hard to win the vote.", "it would be very hard to win the vote"),
        ("Jon Ek said it takes a week to load the ship.", "it takes a week to load the ship"),
        ("Jon Ek said it was clear that the ship would sink.", "it was clear that the ship would sink"),
        ("Norrvik Mills said it had two plants.", "it had two plants"),
        ("Adam Lund said this town had paid for two bridges.", "this town had paid for two bridges"),
        ("Adam Lund said the company had paid nobody.", "the company had paid nobody"),
    ],
)
def test_an_it_that_stands_for_nothing_or_for_the_speaker_is_left(text: str, claimed: str) -> None:
    assert [words for _, words in made(text)] == [claimed]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "Adam Lund wants to drain the lake. “He has never seen it,” said Mia Holm.",
            "“[Adam Lund] has never seen it”",
        ),
        ("The council met with Anna Berg. “We trust her entirely,” said Jon Ek.", "“We trust [Anna Berg] entirely”"),
        (
            "Eric Dahl sold the ferry. “I never liked his prices,” said Mia Holm.",
            "“I never liked [Eric Dahl’s] prices”",
        ),
    ],
)
def test_in_a_quotation_the_name_stands_in_brackets(text: str, claimed: str) -> None:
    assert claimed in [words for _, words in made(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Adam Lund and Jon Ek want to drain the lake. “He has never seen it,” said Mia Holm.",
        "Adam Lund wants to drain the lake. “My brother wept when he saw it,” said Mia Holm.",
        "Adam Lund wants to drain the lake. “She has never seen it,” said Mia Holm.",
    ],
)
def test_a_quotation_is_left_where_two_can_be_meant_or_none(text: str) -> None:
    assert not any("[" in words for _, words in made(text))


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        (
            "The council weighed a tunnel option for the ferry. Adam Lund said the option was too costly.",
            "the tunnel option for the ferry was too costly",
        ),
        ("Norrvik Mills lost money. Adam Lund said the company would cut jobs.", "Norrvik Mills would cut jobs"),
        (
            "The ministry counted attacks on fishing boats. Adam Lund said these attacks would end.",
            "the attacks on fishing boats would end",
        ),
    ],
)
def test_a_description_is_told_as_fully_as_the_text_told_it_before(text: str, claimed: str) -> None:
    assert claimed in [words for _, words in made(text)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("A second quake hit the port. Jon Ek said the quake was mild.", "the quake was mild"),
        ("Norrvik Mills and Holm Glass lost money. Jon Ek said the company would sue.", "the company would sue"),
        ("A toll bridge and a rail bridge were shut. Jon Ek said the bridge was old.", "the bridge was old"),
        ("Holm said at the time bridge traffic was light. Jon Ek said the bridge was old.", "the bridge was old"),
        ("Guards said at the time boy and mother were safe. Jon Ek said the boy was awake.", "the boy was awake"),
    ],
)
def test_a_description_is_left_where_another_may_be_meant(text: str, claimed: str) -> None:
    assert claimed in [words for _, words in made(text)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Adam Lund told Norrvik Mills that it had broken the law.", "Norrvik Mills had broken the law"),
        (
            "Norrvik Bank lost its licence. Its lawyer, Mia Holm, said it had asked for a hearing.",
            "Norrvik Bank had asked for a hearing",
        ),
        ("Adam Lund told the board on Friday that it had lost the vote.", "the board had lost the vote"),
        ("A spokesman for the commission, Jon Ek, said it had too few boats.", "the commission had too few boats"),
        ("The mill is idle because its owner fled. Adam Lund said it had no coal.", "the mill had no coal"),
        ("The guild made an offer but Adam Lund said it held nothing for cooks.", None),
    ],
)
def test_an_it_goes_on_with_whom_it_is_told_or_with_the_body_that_acts(text: str, claimed: str | None) -> None:
    words = [words for _, words in made(text)]
    assert claimed in words if claimed is not None else not any(w.startswith("it ") for w in words)


@pytest.mark.parametrize(
    ("after", "mere"),
    [
        (" was clear that the ship would sink", True),
        (" would be “very hard” to win", True),
        (" took a week to load", True),
        (" was discovered that the gate was open", True),
        ("'s time to go", True),
        (" shouldn't have taken four years", True),
        (" was sold in May", False),
        (" had cracked in two places", False),
        (" is a fraud", False),
    ],
)
def test_what_is_said_of_an_it_tells_if_it_stands_for_nothing(after: str, mere: bool) -> None:
    assert is_mere(after) is mere


@pytest.mark.parametrize(
    "text",
    [
        "A grey cat came home on Friday. Adam Lund had lost his keys. Vets said he was hungry.",
        "Adam Lund was shot on Friday. The man had a gun. Police said he fired twice.",
        "Adam Lund came home. The boy’s relatives said he was ill.",
    ],
)
def test_a_he_that_may_be_somebody_without_a_name_makes_no_line(text: str) -> None:
    assert not any("Lund" in words and "lost" not in words for _, words in made(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ek rejected the plan, the officials said.", "Ek rejected the plan, officials in Norrvik said."),
        ("Strand refused the offer, the workers said.", "Strand refused the offer, workers at the pier said."),
        ("Holm left the board, the pilots said.", "Holm left the board, pilots of the league said."),
    ],
)
def test_two_reports_that_speak_of_a_group_by_one_description_give_one_speaker(first: str, second: str) -> None:
    documents = [document(f"{first} The ferry was late.", id="a"), document(f"{second} It rained all day.", id="b")]
    (claim,) = (c for c in make_record(documents, []).claims if len(c.statements) == 2)
    assert len(claim.asserted_by) == 1
