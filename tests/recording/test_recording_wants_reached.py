"""Demands behind what stands in between: a letter, a relative clause, a time, a list, or what was or was not done."""

from __future__ import annotations

import pytest
from recording_making import KindWanted, Wanted, kinds_wanted_in, names, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A letter in between.
        ("Vesta Lines had called on the council in a letter made public on Monday to meet the nurses.", (["Vesta Lines"], ["council"], "meet the nurses")),
        ("Norway urged Sweden in a statement issued in Oslo to free the crew.", (["Norway"], ["Sweden"], "free the crew")),
        ("The Dockers Union asked Nord Air in an email sent on Friday to reopen the base.", (["Dockers Union"], ["Nord Air"], "reopen the base")),
        # A relative clause in between.
        ("Workers, who have blocked the gates since Monday so that no steel can leave, want Nord Air to open its books.", (["Workers"], ["Nord Air"], "open its books")),
        ("Pilots, who say that no plane is safe, demand a full review.", (["Pilots"], [], "a full review")),
        ("Loaders, who lost the berth when the pier burned, want Nord Air to build another.", (["Loaders"], ["Nord Air"], "build another")),
        ("The Harbour Museum that for 60 years has shown the portrait was ordered by Norway to hand over the files.", (["Norway"], ["Harbour Museum"], "hand over the files")),
        ("The Dockers Union said it wants Norway’s president, Mia Holm, to promise in writing that she will not run again.", (["Dockers Union"], ["Mia Holm"], "promise in writing that she will not run again")),
        # A time in between.
        ("Nord Air had offered in August to pay the fees up front.", (["Nord Air"], [], "pay the fees up front")),
        ("Vesta Lines offered on Monday to rehire the loaders.", (["Vesta Lines"], [], "rehire the loaders")),
        ("In March prosecutors offered Jon Ek a sentence of no more than two years.", (["prosecutors"], ["Jon Ek"], "a sentence of no more than two years")),
        # Asked to come, to act, to follow.
        ("Norway had invited Sweden to send inspectors.", (["Norway"], ["Sweden"], "send inspectors")),
        ("The Harbour Council invited the Dockers Union to name two members.", (["Harbour Council"], ["Dockers Union"], "name two members")),
        ("Mia Holm called on her supporters to gather peacefully outside the port.", (["Mia Holm"], [], "gather peacefully outside the port")),
        # Behind a relative clause of the one who asks.
        ("Also pending is a request by the Harbour Commission, which oversees charities, that the fund's assets be frozen.", (["Harbour Commission"], [], "the fund's assets be frozen")),
        # Members of lists.
        ("The parents sent a petition demanding that the school stay open, that classes be capped at 20 and that Jon Ek step down.", (["parents"], ["Jon Ek"], "step down")),
        ("Norway demanded that Sweden free the crew and that Mia Holm step down.", (["Norway"], ["Mia Holm"], "step down")),
        ("The Nurses Guild demanded that the ward reopen, that the fees be cut and that Jon Ek step down.", (["Nurses Guild"], ["Jon Ek"], "step down")),
        ("Norway seeks an apology from Sweden, the return of the trawler and of the logs it had kept, and a promise that no ship be boarded again.", (["Norway"], ["Sweden"], "a promise that no ship be boarded again")),
        # What is still to be filed.
        ("Judge Mia Holm gave Nord Air until 15 June to file a defence.", (["Mia Holm"], ["Nord Air"], "file a defence")),
    ],
)  # fmt: skip
def test_what_stands_between_is_read_past(text: str, wanted: Wanted) -> None:
    assert wanted in wanted_in(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nord Air said it was prepared to open its books if Vesta Lines went to 9 euros a share.", ("condition", ["Nord Air"], ["Vesta Lines"], "go to 9 euros a share")),
        ("The Red Cross said it could begin deliveries on Friday if the bridge was repaired.", ("condition", ["Red Cross"], [], "the bridge was repaired")),
        ("The Dockers Union would return to the berths if the suit was dismissed.", ("condition", ["Dockers Union"], [], "the suit was dismissed")),
        ("Norway would reopen the road if the mines were cleared.", ("condition", ["Norway"], [], "the mines were cleared")),
        ("Jon Ek said Norway was willing to let the sailors go as soon as Vesta Lines posted a bond of $2 million.", ("condition", ["Norway"], ["Vesta Lines"], "post a bond of $2 million")),
        ("Nord Air offered the Dockers Union a raise of 3 percent if it dropped the suit and returned to work.", ("condition", ["Nord Air"], ["Dockers Union"], "return to work")),
        ("Prosecutors offered Jon Ek a sentence of two years if he repaid the money.", ("condition", ["Prosecutors"], ["Jon Ek"], "repay the money")),
        ("Vesta Lines offered one krone for the mill on condition that Norway supply power at a fixed price.", ("condition", ["Vesta Lines"], ["Norway"], "supply power at a fixed price")),
        ("Mia Holm said she was inclined to accept if Nord Air also paid the costs.", ("condition", ["Mia Holm"], ["Nord Air"], "pay the costs")),
    ],
)  # fmt: skip
def test_conditions_of_many_shapes(text: str, wanted: KindWanted) -> None:
    assert wanted in kinds_wanted_in(text)


@pytest.mark.parametrize(
    ("text", "wanted", "answer"),
    [
        ("Mia Holm refused, though, to halt the sale while the case is heard, as the families had asked.", (["families"], ["Mia Holm"], "halt the sale while the case is heard"), "rejected"),
        ("The court did not close the port, as Norway had asked.", (["Norway"], ["court"], "close the port"), "rejected"),
        ("The judge stopped short of sending Jon Ek to jail, as Norway had requested after a search.", (["Norway"], ["judge"], "sending Jon Ek to jail"), "rejected"),
        ("Sweden freed the crew on Friday, as Norway had demanded.", (["Norway"], ["Sweden"], "freed the crew on Friday"), "accepted"),
        ("The port was closed at noon, as the Dockers Union had requested.", (["Dockers Union"], [], "The port was closed at noon"), "accepted"),
        ("Nord Air dropped the suit, as the pilots had urged.", (["pilots"], ["Nord Air"], "dropped the suit"), "accepted"),
    ],
)  # fmt: skip
def test_what_was_done_as_somebody_had_asked(text: str, wanted: Wanted, answer: str) -> None:
    record = record_of(text)
    told = [((names(record, d.by), names(record, d.to), d.what), d.state) for d in record.demands]
    assert told == [(wanted, answer)]
