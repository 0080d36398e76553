"""Days without a preposition, as American agencies write them, and those who are only told the news."""

from __future__ import annotations

import pytest
from recording_making import Wanted, names, record_of, wanted_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Dockers Union called on the council Wednesday to block the ship.", (["Dockers Union"], ["council"], "block the ship")),
        ("The Harbour Court Monday ordered Nord Air to pay Vesta Lines $3 million.", (["Harbour Court"], ["Nord Air"], "pay Vesta Lines $3 million")),
        ("Mia Holm asked Congress Tuesday to lift the ban.", (["Mia Holm"], ["Congress"], "lift the ban")),
    ],
)  # fmt: skip
def test_a_day_is_no_part_of_who_asks_or_is_asked(text: str, wanted: Wanted) -> None:
    assert wanted_in(text) == [wanted]


def test_who_answers_on_a_day_answers() -> None:
    record = record_of("Nord Air asked the Supreme Court for more time. The Supreme Court Monday rejected the request.")
    assert [(d.state, names(record, d.to)) for d in record.demands] == [("rejected", ["Supreme Court"])]


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ek told reporters they would strike if the gates were not opened.",
        "Mia Holm told journalists they would walk out unless the rota was dropped.",
        "Dag Berg told correspondents they would go to court if the files were not handed over.",
    ],
)
def test_those_who_are_told_news_demand_nothing(text: str) -> None:
    record = record_of(text)
    asking = {n for d in record.demands for n in names(record, d.by)}
    assert asking.isdisjoint({"reporters", "journalists", "correspondents"})
