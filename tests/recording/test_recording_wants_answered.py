"""Proposals told with their answer, courts that let things be, and firms told by their seat."""

from __future__ import annotations

import pytest
from recording_making import names, record_of


def told(text: str) -> list[tuple[list[str], list[str], str, list[str]]]:
    record = record_of(text)
    return [
        (names(record, d.by), names(record, d.to), d.what, [a.kind for a in d.answers]) for d in record.demands
    ]


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Mia Holm proposed a duel of words on May 4 - but the Ek campaign rejected the idea as absurd.", (["Mia Holm"], ["Ek campaign"], "a duel of words on May 4", ["rejects"])),
        ("The Dockers Union suggested binding arbitration, which Nord Air turned down.", (["Dockers Union"], ["Nord Air"], "binding arbitration", ["rejects"])),
        ("Norway suggested the two navies sweep the strait together, and Sweden accepted the proposal.", (["Norway"], ["Sweden"], "the two navies sweep the strait together", ["accepts"])),
    ],
)  # fmt: skip
def test_a_proposal_is_put_to_whoever_answers_it(text: str, demand: tuple[list[str], list[str], str, list[str]]) -> None:
    assert told(text) == [demand]


@pytest.mark.parametrize(
    "text",
    [
        "Mia Holm suggested Jon Ek was late, which Ek rejected.",
        "Nord Air proposed a new rota last May.",
        "Norway suggested that Sweden had cheated, but Sweden dismissed that.",
    ],
)
def test_what_is_said_to_be_so_or_answered_by_nobody_is_no_proposal(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The Harbour League asked the Supreme Court to block the map. The justices declined to step in.", "rejects"),
        ("Nord Air asked a judge in Lund to free its jets. The judge refused to intervene.", "rejects"),
        ("Vesta Lines appealed the case to the Supreme Court, which refused to hear it.", "rejects"),
        ("The Nurses Guild filed suit against the law in a district court. A federal appeals court ruled against the state.", "accepts"),
        ("Jon Ek filed a petition challenging the map in a Lund court. The court ruled in favour of the county.", "rejects"),
        ("The Fishers League filed suit challenging the quota in district court. On Monday the court sided with the province.", "rejects"),
    ],
)  # fmt: skip
def test_what_a_court_leaves_as_it_is(text: str, answer: str) -> None:
    assert [answers for *_, answers in told(text)] == [[answer]]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Norvik Foods Corp. owns a tenth of Vesta Corp. In response to Lund Corp.'s pact with Vesta Corp., the Akron, Ohio, company extended its own offer to buy five million Vesta shares for $12 apiece.", "Norvik Foods Corp."),
        ("Norvik Foods Corp. met the board of Vesta Corp. on Monday. The Akron-based concern asked Lund Corp. to drop its bid.", "Norvik Foods Corp."),
        ("Halden Mills Inc. has 300 looms. After talks with Vesta Corp., the Waco, Texas, company demanded an apology from Lund Corp.", "Halden Mills Inc."),
    ],
)  # fmt: skip
def test_a_firm_told_by_its_seat_is_the_one_told_of_before(text: str, by: str) -> None:
    assert [b for b, *_ in told(text)] == [[by]]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The row began with President Lund's demand for $7 million for a wall.\n\nDemocrats countered with $1.3 million.", "Democrats"),
        ("The Dockers Union wants a raise of 7 percent.\n\nNord Air countered with 3 percent.", "Nord Air"),
        ("Jon Ek demanded $40 million for the mill.\n\nVesta Lines countered with $25 million.", "Vesta Lines"),
    ],
)  # fmt: skip
def test_who_counters_in_the_next_paragraph_was_asked(text: str, asked: str) -> None:
    first = told(text)[0]
    assert (first[1], first[3]) == ([asked], ["counters"])


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Mia Holm spoke in Oslo. The Dag Berg presidential campaign challenged Mia Holm to debate him.", "Dag Berg presidential campaign"),
        ("Jon Ek won in May. The Holm campaign demanded a recount from Norway.", "Holm campaign"),
        ("Jon Ek won in May. The Berg camp called on Ek to publish his letters.", "Berg camp"),
    ],
)  # fmt: skip
def test_a_campaign_asks_for_itself(text: str, by: str) -> None:
    assert [b for b, *_ in told(text)] == [[by]]
