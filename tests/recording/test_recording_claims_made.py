"""Which sentences make a claim, and whose it is."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    "text",
    [
        "Norrvik Mills announced the details of its new tour.",
        "Tove Lund tweeted the entire debacle of a flight to Oslo.",
        "Norrvik Mills posted a video showing the pumps at work.",
        "Norrvik Mills has confirmed the full list of new features in its mixer.",
        "Goalkeeper Tove Lund said after leaving the hall for the last time.",
        "Jon Ek found himself caught up in the crowd.",
    ],
)
def test_what_is_only_shown_or_spoken_about_is_no_claim(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Norrvik Mills confirmed the deaths of two sailors.", "the deaths of two sailors"),
        ("Nord Air announced that the list is complete.", "the list is complete"),
        ("Mia Holm posted that the video was old.", "the video was old"),
        ("They moved from town to town, another brother, Odd Holm, said.", "They moved from town to town"),
        ("The gates were closed at noon, the mayor, Tove Lund, said.", "The gates were closed at noon"),
    ],
)
def test_what_is_said_of_a_thing_is_a_claim_in_its_own_words(text: str, claimed: str) -> None:
    assert [c.text for c in record_of(text).claims] == [claimed]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norrvik striker Ada Lund said the pitch was too wet.", "Ada Lund"),
        ("Sarrow and harbour expert Jon Ek warned that the pier would fall.", "Jon Ek"),
        ("The Harbour Workers’ Union said 40 piers were closed.", "Harbour Workers’ Union"),
        ("Reuters Norrvik Mills said that the fire was small.", "Norrvik Mills"),
    ],
)
def test_the_speaker_is_the_one_who_is_titled_not_what_stands_in_the_title(text: str, speaker: str) -> None:
    record = record_of(text)
    assert [names(record, c.asserted_by) for c in record.claims] == [[speaker]]


def test_a_sentence_before_a_speaker_who_goes_on_with_that_is_the_article_s_own() -> None:
    record = record_of("In a letter, the mill told buyers to wait, and many did. Holm said Tuesday that the pumps had failed.")
    assert "many did" not in " ".join(c.text for c in record.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek found a buyer for the mill.",
        "The council recognized the port as a free zone.",
        "Mia Holm repeated her tour of the piers on Monday.",
        "Norrvik Mills responded with a second letter.",
        "Nord Air is considering a sale of its hangars.",
    ],
)
def test_some_verbs_claim_only_with_a_clause(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The guards will fire unless Jon Ek calls a halt to the march.",
        "Tove Lund called an election for May.",
        "The mayor called for calm on Monday.",
    ],
)
def test_what_is_called_without_being_called_something_is_no_claim(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The clerk can refuse the form if she believes that the papers are false.",
        "The loan is due unless the auditor says that the books are sound.",
        "The race is off once the referee says that the water is too rough.",
    ],
)
def test_what_somebody_would_have_to_say_first_is_no_claim(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Ek met the press, arguing the dam should be closed.", "the dam should be closed"),
        ("Jon Ek said that it was the mill, not the union, who asked for talks.",
         "it was the mill, not the union, who asked for talks"),
        ("Jon Ek said that the tower was not felled by wind, but by a crane.",
         "the tower was not felled by wind, but by a crane"),
        ("The plan, Jon Ek said, was too costly.", "The plan was too costly"),
        ("“The wall is sound,” Odd Berg said.", "“The wall is sound”"),
    ],
)  # fmt: skip
def test_a_claim_is_neither_cut_short_nor_run_on(text: str, claimed: str) -> None:
    assert claimed in [c.text for c in record_of(text).claims]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("The talks broke down on Monday. They were led by Jon Ek, who accused the mill of waste.",
         "Jon Ek accused the mill of waste"),
        ("Calling the offer an insult, Mia Holm left the room.", "the offer an insult"),
        ("Nord Air lost the case. It accused the court of bias.", "Nord Air accused the court of bias"),
    ],
)  # fmt: skip
def test_a_claim_names_who_makes_it_rather_than_a_pronoun(text: str, claimed: str) -> None:
    assert claimed in [c.text for c in record_of(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office could not confirm that the tape was real.",
        "The mayor declined to say that the bridge was safe.",
        "Nord Air has stopped announcing that the hangar was sold.",
    ],
)
def test_what_is_not_said_is_no_claim(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Officials said that the guard, who had no gun, had fallen from the pier.",
         "the guard, who had no gun, had fallen from the pier"),
        ("Jon Ek said that the ferry left at 5:10 p.m. on Monday.", "the ferry left at 5:10 p.m. on Monday"),
        ("Jon Ek said that donors had given to the fund, and that the blame, which the paper spread, was false.",
         "donors had given to the fund"),
        ("Mia Holm left the hall early that evening, calling the offer an insult.",
         "the offer an insult"),
    ],
)  # fmt: skip
def test_a_claim_keeps_its_verb_and_nothing_of_another(text: str, claimed: str) -> None:
    assert claimed in [c.text for c in record_of(text).claims]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Mia Holm criticised the mayor for backing a law that was passed in 1994.",
         "Mia Holm criticised the mayor for backing a law that was passed in 1994"),
        ("Jon Ek denounced the council for hiding a report that had been paid for.",
         "Jon Ek denounced the council for hiding a report that had been paid for"),
        ("Tove Lund condemned the attack that was made on the pier.",
         "Tove Lund condemned the attack that was made on the pier"),
    ],
)  # fmt: skip
def test_a_reproach_names_who_makes_it(text: str, claimed: str) -> None:
    assert [c.text for c in record_of(text).claims] in ([claimed], [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # a content that opens with a clause of its own, or has one between dashes
        ("Jon Ek said that even though the mill was old, it was sound.", "even though the mill was old, it was sound"),
        ("Mia Holm notes that while some can be reversed, others cannot.", "while some can be reversed, others cannot"),
        ("Nord Air said it had paid its crews — all 40 of them — and was not sorry.",
         "it had paid its crews — all 40 of them — and was not sorry"),
        # a subject that is no word to leave out
        ("That means the mill is lost, Jon Ek said.", "That means the mill is lost"),
        ("Nord Air apologised, having said for a week that there had been no leak.", "there had been no leak"),
        # what somebody calls something
        ("Jon Ek called the sale a “farce” that nobody had asked for.", "the sale a “farce” that nobody had asked for"),
    ],
)  # fmt: skip
def test_a_claim_is_not_cut_where_its_clause_goes_on(text: str, line: str) -> None:
    assert [c.text for c in record_of(text).claims] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry announced a change to a law on endangered birds.",
        "A court indicted Jon Ek on Monday.",
        "Nord Air recalled its heart pill on Sunday after the ministry had been told.",
        "Nord Air released the second film that it had ordered.",
    ],
)
def test_what_is_only_made_known_or_done_claims_nothing(text: str) -> None:
    assert record_of(text).claims == ()


def test_what_is_so_according_to_somebody_is_his_claim() -> None:
    record = record_of("Eleven sailors are still being held, according to their families.")
    assert [c.text for c in record.claims] == ["Eleven sailors are still being held"]


@pytest.mark.parametrize(
    "text",
    [
        "Tove Lund has denied reports in the Sarrow papers that she told the crew that the pumps were sound.",
        "Jon Ek denied claims by his rivals that he had said the grant was safe.",
        "Mia Holm denied that she wrote to the owners that the bridge was unsafe.",
    ],
)
def test_what_somebody_denies_having_said_is_no_claim_of_hers(text: str) -> None:
    claims = record_of(text).claims
    assert any(c.denied_by for c in claims)
    assert not [c for c in claims if set(c.asserted_by) & {p for d in claims for p in d.denied_by}]


@pytest.mark.parametrize(
    "text",
    [
        # A question, a greeting of few words, how much was said, a thing of which nothing is said.
        "“Why is the mill not shut?” Jon Ek said.",
        "“Do you think the ferry should sail in such a storm?” Mia Holm said.",
        "“And who would pay for the new pier in Norrvik?” Tove Lund told reporters.",
        "“My child, my child,” Jon Ek said.",
        "“Sound science for Norrvik,” Mia Holm said.",
        "Jon Ek said little.",
        "Mia Holm said the same.",
    ],
)
def test_a_question_and_a_scrap_claim_nothing(text: str) -> None:
    assert record_of(text).claims == ()


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        # What is asked beside what is said stays.
        ("“The mill is old. Who would buy it?” Jon Ek said.", "“The mill is old. Who would buy it?”"),
        ("“Nobody won,” Mia Holm said.", "“Nobody won”"),
        ("Jon Ek described himself as a friend of the mill who never sold a plank.",
         "himself as a friend of the mill who never sold a plank"),
        ("The Norrvik Union sent a letter on Monday, accusing the mill of hiding losses.",
         "The Norrvik Union accused the mill of hiding losses"),
        ("Tove Lund walked out of the hall early, calling the vote a farce.", "the vote a farce"),
        ("''The ferry is safe,'' Jon Ek said. ''It was built in May.''", "''The ferry is safe … It was built in May.''"),
        ("“ The ferry is safe, ” Jon Ek said. “ It was built in May. ”", "“ The ferry is safe … It was built in May. ”"),
    ],
)  # fmt: skip
def test_a_line_reads_on_its_own(text: str, claimed: str) -> None:
    assert claimed in [c.text for c in record_of(text).claims]


@pytest.mark.parametrize(
    ("text", "speaker", "claimed"),
    [
        # what somebody puts an amount at
        ("Norrvik Mills puts the number of strikers at 412.", "Norrvik Mills", "the number of strikers at 412"),
        ("Jon Ek now puts the total loss at less than $4 million.", "Jon Ek", "the total loss at less than $4 million"),
        ("Mia Holm put the sum in dispute at $186m and not at the $214m named before.", "Mia Holm", "the sum in dispute at $186m"),
        ("The Harbour Guild estimated the crowd at 2,000 people.", "Harbour Guild", "the crowd at 2,000 people"),
        # a deed that somebody claims for himself
        ("Jon Ek claims to have found the wreck of the Solveig.", "Jon Ek", "to have found the wreck of the Solveig"),
        ("Mia Holm admitted to have burned the files of the guild.", "Mia Holm", "to have burned the files of the guild"),
        ("The Red Front claimed to have sunk two boats.", "Red Front", "to have sunk two boats"),
        # a clause whose verb is no plain one
        ("The mill spent nine million crowns on pumps last year, Jon Ek said.", "Jon Ek",
         "The mill spent nine million crowns on pumps last year"),
        ("Mia Holm says two guards sleep in the old hall.", "Mia Holm", "two guards sleep in the old hall"),
        ("The ferry hit a rock near the pier, Mia Holm said.", "Mia Holm", "The ferry hit a rock near the pier"),
        # no cut in a comparison
        ("Mia Holm says that Nord Air misled as many as 40 buyers by adding fees.", "Mia Holm",
         "Nord Air misled as many as 40 buyers by adding fees"),
    ],
)  # fmt: skip
def test_what_is_claimed_in_few_words(text: str, speaker: str, claimed: str) -> None:
    record = record_of(text)
    assert [(names(record, c.asserted_by), c.text) for c in record.claims] == [([speaker], claimed)]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm put the cups on the table at noon.",
        "Jon Ek put the start of the race at 9 a.m. on the board.",
        "Reports put the number of strikers at 412.",
        "Two men claim to have the oldest pump in Norway.",
        "Jon Ek wants to have the pump mended.",
    ],
)
def test_what_is_put_somewhere_or_only_had_is_no_claim(text: str) -> None:
    assert record_of(text).claims == ()
