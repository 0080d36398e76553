"""Due times that stand in clauses of their own, and what looks like one and is none."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # The day of what is to come first.
        ("Mia Holm called on the senate to raise the fines before its session ends on June 30.", ["2024-06-30"]),
        ("The Harbour Council urged Norway to sign the pact before parliament rises on July 12.", ["2024-07-12"]),
        ("Jon Ek asked the board to meet before the season starts on June 1.", ["2024-06-01"]),
        # What may be done until then.
        ("Objections to the pier can be lodged with the planning office until June 14.", ["2024-06-14"]),
        ("Bids may be submitted to the ministry until May 31.", ["2024-05-31"]),
        ("Claims can be filed with the receiver until June 3.", ["2024-06-03"]),
        ("The council had set May 24 as the last day for bids.", ["2024-05-24"]),
        ("The union's ultimatum to Nord Air runs out at midnight on Friday.", ["2024-05-10"]),
        ("Mia Holm urged Jon Ek to bring in a law before Christmas.", ["2024-12-25"]),
        # What is wanted, owed or to be handed in, whoever it falls to.
        ("The loan falls due on July 15.", ["2024-07-15"]),
        ("Binding offers are wanted by May 26.", ["2024-05-26"]),
        ("The referee has to hand in his report no later than Thursday.", ["2024-05-09"]),
        # None of these is set for anybody.
        ("A tenant must give a landlord 30 days of notice.", []),
        ("The mill, which then has four weeks to reply, said nothing.", []),
        ("“If we do not reach the ridge by Friday, we turn back,” Jon Ek said.", []),
        ("Norway would extend the truce to the end of June if Sweden withdrew its ships.", []),
        ("Nord Air had met the deadline, its manager said, and inspectors confirmed on Wednesday that it flies.", []),
    ],
)  # fmt: skip
def test_which_days_are_due(text: str, due: list[str]) -> None:
    assert [d.due for d in record_of(text).deadlines] == due


@pytest.mark.parametrize(
    ("text", "set_by", "on"),
    [
        ("A judge freed Jon Ek on condition that Ek surrender his passport by Thursday.", ["judge"], ["Jon Ek"]),
        ("Norway released the ship on condition that Nord Air pay the fine by May 31.", ["Norway"], ["Nord Air"]),
        ("The board kept Mia Holm on the proviso that Holm repay the loan by June 3.", ["board"], ["Mia Holm"]),
    ],
)
def test_what_something_is_granted_on(text: str, set_by: list[str], on: list[str]) -> None:
    record = record_of(text)
    assert [(names(record, d.set_by), names(record, d.on)) for d in record.deadlines] == [(set_by, on)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Harlan Corp asked the Press Council for more time. The Press Council gave Harlan Corp until May 31 to reply.", ["accepts"]),
        ("Nord Air sought a longer period from the Harbour Council. The Harbour Council extended the deadline for Nord Air to June 3.", ["accepts"]),
        ("Sweden asked Norway for more time. Sweden gave Nord Air until May 31 to leave.", []),
    ],
)  # fmt: skip
def test_time_given_answers_who_asked_for_more(text: str, kinds: list[str]) -> None:
    assert [a.kind for a in record_of(text).demands[0].answers] == kinds
