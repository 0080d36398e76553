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
        ("Norrvik Mills confirmed the deaths of two sailors.", "Norrvik Mills confirmed the deaths of two sailors"),
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
