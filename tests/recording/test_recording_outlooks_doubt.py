"""What sounds like a view of what may come, told apart by cause; and the lines of outlooks that hang on the text."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    "text",
    [
        # What may be so now.
        "Three more tunnels might exist under the harbour, Jon Ek said.",
        "The shadow on the scan could be a pipe.",
        "The offer may already be dead, brokers say.",
        "The delay may account for the low turnout in Sarrow.",
        "Nord Air is said to be angry; the fee could be about something else entirely.",
        # What somebody is able to do.
        "The council wanted to see what it could do about the noise.",
        "Mia Holm said she could change the rule by a letter.",
        "Only a diver could tell you how deep it is.",
        "No one could guess the price that the barge would fetch, so it was sold for ten crowns.",
        "Bakers could easily mend this by using other salt, Mia Holm said.",
        # Of whom or of what kind something is said.
        "Voters who might agree with the mayor stayed away.",
        "The update mends an issue that could stop the pump.",
        "The rule is there to keep firms from taking steps that could harm the eel.",
        # What is granted before a `but`.
        "The island may be small, but its port is the largest in Norrland.",
        "While the tower might be known for its clock, the town lives off its mill.",
        # What did not come.
        "The boy might be alive if the driver had stopped.",
        "If it were anyone other than Jon Ek, this would be a scandal.",
        # What was to come in the past.
        "The club had long been expected to part with its coach.",
        "Mia Holm was expected to win by a wide margin.",
        "Jon Ek did not know that the guild would strike.",
        "In the 1980s Jon Ek told the guild that the price of tin would fall.",
        "Traders were bound to learn of it in any case.",
        # Advice, a headline’s noun, a name, a tag.
        "The ministry warned drivers to stay off the ice.",
        "Regulator issues urgent warning on faulty heaters",
        "The firm put up ropes to warn of the pit.",
        "The envoy Hope Berg did not answer a call.",
        "“He is a danger to the port,” warned Jon Ek.",
        "Officials issued a warning during the flood in Sarrow.",
        # Fear that is only spoken of.
        "The move reeks of fear, Jon Ek said.",
        "Fear of the wolf was so great that the farmers slept in the church.",
        "Critics say the mayor preys on the town’s fears.",
        "Mia Holm said she was not worried about the vote.",
        # What is not known of things past, or is no sign of what comes.
        "It remains unclear why the ferry turned back.",
        "It remains unclear whether the rock sank or floated away.",
        "It is too early to tell what caused the fire.",
        "The crews saw no sign of the two lost sailors.",
        "With no signs of a struggle, the police closed the case.",
        # What somebody rejects, or would not do.
        "Mia Holm dismissed the argument that the levy would sink the mill.",
        "The ministry rejected claims that the dam could burst.",
        "Jon Ek would not discuss the fire.",
        # Wishes and judgements.
        "It would be a shame if the mill closed, Jon Ek said.",
        "It would be nice if the council met in public, Mia Holm said.",
        "I would not be surprised if he lied, Jon Ek said.",
        "I hope you like the new pier, Mia Holm wrote.",
        "Nord Air expects everyone to wear a tie.",
        "It is hard to predict the weather in the sound.",
        # Which one, told by what it will do.
        "Jon Ek described the damage a storm would do, he said.",
        "Mia Holm said the fares that Nord Air would make free are paid by the state.",
        "The new rule reflects the concern of the guild over a surge in thefts.",
        "The fears over the dam",
        "The strike would never have happened if he had paid, Jon Ek said.",
        # Too little to tell what will come.
        "“I think she will,” Jon Ek said.",
        "Ultimately, it will be difficult.",
    ],
)
def test_what_only_sounds_like_an_outlook(text: str) -> None:
    assert record_of(text).outlooks == ()


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The ferry could be on sale as soon as Monday.", []),
        ("The strike could be a blow to the port.", []),
        ("A buyer may yet be found for the mill.", []),
        ("We could lose the port, Jon Ek said.", ["Jon Ek"]),
        ("The island may be cut off by Friday, Mia Holm said.", ["Mia Holm"]),
        ("The rules could force firms from the bay.", []),
        ("The vote was expected to be held later this week.", []),
        ("Brokers said the rate was expected to fall.", ["Brokers"]),
        ("The ministry warned drivers that the bridge could close.", ["ministry"]),
        ("“The bridge will fall,” warned Jon Ek.", ["Jon Ek"]),
        ("Jon Ek warned of a long strike.", ["Jon Ek"]),
        ("Some of the farmers fear that the well will run dry.", ["farmers"]),
        ("The talks show no signs of ending.", []),
        ("It remains unclear whether the ferry will sail again.", []),
        ("If the levy passes, the mill will close, Jon Ek said.", ["Jon Ek"]),
        ("Jon Ek said on Monday the storm would flood the port.", ["Jon Ek"]),
    ],
)
def test_what_is_one_all_the_same(text: str, holder: list[str]) -> None:
    record = record_of(text)
    assert [names(record, () if o.holder is None else (o.holder,)) for o in record.outlooks] == [holder]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # A pronoun takes along the sentence before it.
        (
            "Nord Air wants to close its base in Sarrow. It could cost the town ninety jobs.",
            "Nord Air wants to close its base in Sarrow. It could cost the town ninety jobs",
        ),
        (
            "The council sold the old pier. That could spell trouble for the ferries.",
            "The council sold the old pier. That could spell trouble for the ferries",
        ),
        (
            "Mia Holm signed ten decrees. Parliament could overturn them next week.",
            "Mia Holm signed ten decrees. Parliament could overturn them next week",
        ),
        (
            "The ferry Anna lies in the dock. It is expected to sail in May.",
            "The ferry Anna lies in the dock. It is expected to sail in May",
        ),
        # A clause that hangs on its sentence is given with it.
        (
            "The board put off the sale of the mill — a move that could split its members.",
            "The board put off the sale of the mill — a move that could split its members",
        ),
        # An `it` that stands for nothing, a time, and whoever speaks, need nothing.
        ("The ferry sank. It is unclear whether it will be raised.", "It is unclear whether it will be raised"),
        ("The ferry sank. This year may bring another storm.", "This year may bring another storm"),
        ("Jon Ek left. He expects a long strike, Jon Ek said.", "He expects a long strike, Jon Ek said"),
    ],
)
def test_a_line_tells_of_what_it_speaks(text: str, line: str) -> None:
    assert [o.text for o in record_of(text).outlooks] == [line]


def test_what_somebody_says_again_is_one_outlook() -> None:
    text = (
        "Jon Ek said the strike could close the port of Sarrow for months.\n\n"
        "“The strike could close the port of Sarrow for months,” Jon Ek said on the quay."
    )
    assert len(record_of(text).outlooks) == 1
