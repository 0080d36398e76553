"""Drift: what a headline or key point says more, less or other than the body."""

from __future__ import annotations

import pytest
from recording_making import record_of


def kinds(head: str, body: str) -> set[str]:
    return {t for d in record_of(f"* {head}\n{body}").drift for t in d.touches}


@pytest.mark.parametrize(
    ("touch", "head", "body"),
    [
        ("quantifier", "Nord Air rejected its pilots' demands.", "Nord Air rejected most demands of its pilots."),
        ("quantifier", "Voters in Oslo oppose the bridge, a poll shows.", "Some voters in Oslo oppose the bridge, a poll by the paper shows."),
        ("quantifier", "Mia Holm visited the schools of Norrvik.", "Mia Holm visited several schools of Norrvik on Monday."),
        ("hedge", "Police arrested the arsonist in Oslo.", "Police arrested a suspected arsonist in Oslo on Monday."),
        ("hedge", "The flood damaged the Norrvik bridge.", "The flood may have damaged the old Norrvik bridge."),
        ("hedge", "Nord Air hid the crash report.", "Nord Air allegedly hid the crash report for a year."),
        ("number", "Reports say the Norrvik ferry was overloaded.", "A report in the Oslo Herald said the Norrvik ferry was overloaded."),
        ("number", "Ministers left the Norrvik mill in anger.", "A minister left the Norrvik mill in anger on Monday."),
        ("number", "The Norrvik ferry carried 95 passengers on Monday.", "The Norrvik ferry carried 80 passengers on Monday."),
        ("cause", "Drought, strikes and high taxes have driven farmers from the valley.", "Drought and strikes have driven farmers from the valley."),
        ("cause", "Rain, floods and neglect have worsened the state of the bridge.", "Rain and floods have worsened the state of the bridge."),
        ("cause", "Fuel prices, storms and a pilots' strike have forced Nord Air to close.", "Fuel prices and storms have forced Nord Air to close."),
        ("content", "Police searched smugglers linked to the mayor's party.", "Police searched smugglers in the harbour of Norrvik."),
        ("content", "The army shelled rebels allied with Norway.", "The army shelled rebels in the northern hills."),
        ("content", "The bank sold houses tied to the Lund family.", "The bank sold houses in the old town."),
        ("attribution", "Mia Holm denied the fraud charges.", "The ministry denied the fraud charges on Monday."),
        ("attribution", "Nord Air opened the new terminal.", "Oslo Airport opened the new terminal on Monday."),
        ("attribution", "The mayor sold the old mill.", "The council sold the old mill in May."),
        ("wording", "Farmers in Norrvik are storing fuel, burning fences and waiting for rain.", "Farmers in Norrvik are storing wood, burning fences and waiting for rain."),
        ("wording", "The vote shows a rift between Oslo and anti-tax towns.", "The vote shows a rift between Oslo and towns described as rebellious."),
        ("wording", "The pilots criticised the safety rules of the airport.", "The pilots criticised the safety record of the airport."),
    ],
)  # fmt: skip
def test_each_kind_of_difference_is_told(touch: str, head: str, body: str) -> None:
    assert touch in kinds(head, body)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Nord Air rejected most demands of its pilots.", "Nord Air rejected most demands of its pilots on Monday."),
        ("Police arrested a suspected arsonist.", "Police arrested a suspected arsonist in Oslo."),
        (
            "Drought and strikes have driven farmers from the valley.",
            "Strikes and drought have driven farmers from the valley.",
        ),
    ],
)
def test_a_faithful_summary_does_not_drift(head: str, body: str) -> None:
    assert kinds(head, body) == set()


def test_both_stretches_are_quoted() -> None:
    record = record_of(
        "# Nord Air rejects its pilots' demands\nOn Monday, Nord Air rejected most demands of its pilots."
    )
    drift = next(d for d in record.drift if "quantifier" in d.touches)
    assert "demands" in drift.summary.quote
    assert drift.body.quote.endswith("most demands")


def test_a_document_without_summary_has_no_drift() -> None:
    assert record_of("Nord Air rejected most demands.\nNord Air rejected its pilots' demands.").drift == ()
