"""The record in the terminal: short enough to grasp, whole on demand, as wide as the terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.cli.console import clean, shorten
from onrecord.cli.record_view import RecordView
from onrecord.types import (
    Demand,
    DocumentLine,
    Evidence,
    Record,
    RecordParty,
    RecordStatement,
    StoryHead,
    TimelineEntry,
)

HEAD = StoryHead("st1", "Fees in Tollmark", "2024-05-12", 1, 1, 1)
SAID = "The dockers said that they would not pay the new fees, whatever the port had spent on its two cranes from Brissa."
EVIDENCE = (Evidence("d", 0, len(SAID), SAID),)


def shown(record: Record, *, whole: bool = False, width: int = 80) -> list[str]:
    target = io.StringIO()
    RecordView(record, whole=whole).print(Console(file=target, width=width, highlight=False))
    return [line.rstrip() for line in target.getvalue().splitlines()]


def a_record(*, entries: int = 3, statements: int = 3) -> Record:
    return Record(
        HEAD,
        documents=(DocumentLine("d", "Dockers refuse", "Harbour Post", "2024-05-03", "block", "r1"),),
        parties=(RecordParty("p", "the dockers", "group", None, None, (), EVIDENCE),),
        timeline=tuple(
            TimelineEntry(f"2024-05-{day:02}", None, "day", f"Day {day} of it", None, 1, EVIDENCE)
            for day in range(1, entries + 1)
        ),
        statements=tuple(
            RecordStatement(f"s{n}", "p", "collective", "The dockers", "asserts", None, f"no fees, {n}", EVIDENCE)
            for n in range(statements)
        ),
    )


def test_the_state_of_play_is_said_to_be_empty():
    assert "No demand, deadline or dispute was found." in shown(a_record())


def test_the_state_of_play_stands_on_top():
    demand = Demand("x", "demand", ("p",), (), "no fees", (), "pending", EVIDENCE)
    lines = shown(Record(HEAD, a_record().documents, parties=a_record().parties, demands=(demand,)))
    assert lines[:6] == [
        "Fees in Tollmark",
        "as of 2024-05-12 · 1 document = 1 report = 1 origin",
        "wanted: 1 pending",
        "",
        "WHO WANTS WHAT",
        " the dockers demand of somebody",
    ]
    assert lines[6] == "   no fees  pending  [1]"
    assert lines[7].startswith("   “The dockers said")


def test_a_long_timeline_shows_the_latest_days():
    lines = shown(a_record(entries=31))
    assert not any("Day 11 of it" in line for line in lines)
    assert any("Day 12 of it" in line for line in lines)
    assert " … 11 more (--all)" in lines
    assert any("Day 1 of it" in line for line in shown(a_record(entries=31), whole=True))


def test_a_source_that_says_much_is_cut_short():
    lines = shown(a_record(statements=9))
    assert sum("no fees," in line for line in lines) == 2
    assert " … 7 more (--all)" in lines
    assert sum("no fees," in line for line in shown(a_record(statements=9), whole=True)) == 9


@pytest.mark.parametrize("width", [30, 40, 80, 200])
@pytest.mark.parametrize("whole", [False, True])
def test_no_line_is_wider_than_the_terminal(width, whole):
    assert all(len(line) <= width for line in shown(a_record(), whole=whole, width=width))


def test_quotes_are_cut_at_a_word_unless_all_is_wanted():
    quote = next(line for line in shown(a_record()) if "“" in line)
    assert quote.endswith("…”")
    assert SAID in " ".join(" ".join(shown(a_record(), whole=True)).split())


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("unbreakable", 5, "unbr…"),
        ("one\n two", 20, "one two"),
    ],
)
def test_shorten(text, width, short):
    assert shorten(text, width) == short
    assert len(short) <= width


def test_clean_leaves_nothing_that_steers_a_terminal():
    assert clean("a\x1b[31m\tb\n\u202ec\x9b\ud800") == "a\ufffd[31m b \ufffdc\ufffd\ufffd"


def test_a_day_stands_once():
    entry = TimelineEntry("2024-05-03", None, "day", "One thing", None, 1, EVIDENCE)
    lines = shown(Record(HEAD, a_record().documents, timeline=(entry, entry)))
    assert sum("2024-05-03" in line for line in lines) == 2, "on the timeline and in the list of documents"
    assert sum("One thing" in line for line in lines) == 2
