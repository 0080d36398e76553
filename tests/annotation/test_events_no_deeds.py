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
        # Matches and votes.
        "Orrville [beat] Lund 3-1 on Sunday.",
        "The quarterback was [hit] twice in the second half.",
        "Holm [beat] Ek in the primary by ten points.",
        # What is got, shown, held or put without anybody being harmed or met.
        "The singer [captured] the imagination of the town.",
        "She [hosted] the ceremony in May.",
        "The wind [picked] up at noon.",
        "They [laid] him to rest on Monday.",
        "The boy was [taken] to hospital.",
        "The writer [took] to Twitter to complain.",
        # Danger, those who listen, what attracts, what is bought, what befalls the heart.
        "The [threat] to the town is grave.",
        "He told the [audience] that he was ill.",
        "Her [appeal] among the young is great.",
        "Worries about [demand] for oil grew.",
        "Ek died of a heart [attack].",
        "The state wants a truce, as [opposed] to a treaty.",
        "It [strikes] him as odd.",
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
        ("Police [beat] protesters at the gate.", "ASSAULT"),
        ("Rebels [captured] the town of Lund.", "ASSAULT"),
        ("The mayor [hosted] the envoy in May.", "CONSULT"),
        ("Police [picked] up two men.", "COERCE"),
        ("The mill [laid] off thirty workers.", "SANCTION"),
        ("Thousands [took] to the streets of Lund.", "PROTEST"),
        ("The owner's [threat] to close the mill angered the crew.", "THREATEN"),
        ("Jon Ek had an [audience] with the king.", "CONSULT"),
        ("The mayor's [appeal] for calm was heard.", "REQUEST"),
        ("The owner rejected the [demand] of the crew.", "REQUEST"),
    ],
)
def test_a_verb_that_tells_a_deed_keeps_its_type(sentence: str, type_: str) -> None:
    assert types(sentence) == {type_}
