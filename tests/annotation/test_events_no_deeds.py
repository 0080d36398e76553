"""Verbs of deeds that tell none: what is met without a meeting, names, ages, prices, what a thing threatens to do."""

import pytest
from annotation_making import read

from onrecord.annotation.event_readings import IN_DOUBT


def types(sentence: str) -> set[str | None]:
    """The types of the events that stand on the word in square brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    found = read(sentence.replace("[", "").replace("]", "")).annotations.events
    return {e.type for e in found if e.trigger == (start, end) and e.confidence > IN_DOUBT}


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill [met] its target for June.",
        "The port [met] the needs of the islands.",
        "The plan [met] three of the conditions.",
        "Shares of the mill [closed] up four cents.",
        "The index [closed] at 1,210 points.",
        "Tin [closed] higher in Oslo.",
        "The singer [turned] 50 on Friday.",
        "The club [turned] 100 on May 3.",
        "The leak [threatened] to flood the cellar.",
        "The row [threatened] to split the town.",
        "The premier is [bent] on winning the vote.",
        "The firm opened a shop [called] Lantern in May.",
        "The town has a bridge [called] Orrbro.",
        "The minister [tackled] the shortage of flour.",
        "The clerk would not have [earned] more in Orrville.",
    ],
)
def test_a_verb_that_tells_no_deed_has_no_type(sentence: str) -> None:
    assert types(sentence) <= {None}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The envoy [met] the rebels on Friday.", "CONSULT"),
        ("The state [closed] the port.", "COERCE"),
        ("The general [turned] on his allies.", "ACCUSE"),
        ("The rebels [threatened] to burn the town.", "THREATEN"),
        ("The mayor [called] for talks.", "REQUEST"),
    ],
)
def test_a_verb_that_tells_a_deed_keeps_its_type(sentence: str, type_: str) -> None:
    assert types(sentence) == {type_}
