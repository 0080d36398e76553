"""Times that hang on a happening are counted from the day that the story tells of it."""

from __future__ import annotations

import pytest
from recording_making import document

from onrecord.recording import make_record
from onrecord.recording.anchored import anchored
from onrecord.types import Time

RAID = "Orrish troops raided the depot on April 20."
VOTE = "The council held its vote on April 12."


def time_of(phrase: str, *texts: str) -> Time:
    """The time at a phrase of the first text, resolved in the story of all."""
    items = [document(t, id=chr(ord("a") + n)) for n, t in enumerate(texts)]
    found = next(d for d in anchored(items) if d.document.id == "a")
    at = texts[0].index(phrase)
    return next(t for t in found.annotations.times if at <= t.start < at + len(phrase))


@pytest.mark.parametrize(
    ("text", "phrase", "day"),
    [
        ("The day after the raid, Orrland denied any loss.", "The day", "2024-04-21"),
        ("The envoy left the day before the raid.", "the day", "2024-04-19"),
        ("Two weeks after the raid, the depot opened again.", "Two weeks", "2024-05-04"),
        ("Three days before the raid, the guards had left.", "Three days", "2024-04-17"),
        ("The morning after the raid, crews cleared the road.", "The morning", "2024-04-21"),
    ],
)
def test_a_day_counted_from_a_happening_that_another_document_dates(text: str, phrase: str, day: str) -> None:
    found = time_of(phrase, text, RAID)
    assert (found.begin, found.end_, found.basis) == (day, day, "event")
    assert (found.value or "").startswith(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Orrland has held nine guards since seizing them three days after the raid on the way to the depot.", None),
        ("The guards have lived in tents since they fled three days after the raid.", None),
        ("The depot opened to its crews three days after the raid.", None),
        ("Talks will open three days after the raid.", "2024-05-10"),
        ("The depot is to open again three days after the raid.", "2024-05-10"),
    ],
)
def test_what_was_done_lies_on_no_day_to_come(text: str, day: str | None) -> None:
    found = time_of("three days", text, "Orrish troops raided the depot on Tuesday, May 7.")
    assert found.begin == day


def test_a_happening_is_known_by_its_noun_and_by_its_verb() -> None:
    told = "Norrland announced the merger on April 3."
    assert time_of("Two days", "Two days after the announcement, shares fell.", told).begin == "2024-04-05"


def test_a_stretch_that_begins_with_a_happening_has_two_ends() -> None:
    found = time_of("48 hours", "Mr. Varga must pay within 48 hours of the raid, a court ruled.", RAID)
    assert (found.type, found.begin, found.end_) == ("DURATION", "2024-04-20", "2024-04-22")


def test_how_long_something_lasted_is_no_day() -> None:
    assert time_of("three days", "For three days after the raid, shops stayed closed.", RAID).type == "DURATION"


def test_what_only_lies_before_a_happening_has_one_end_and_no_day() -> None:
    found = time_of("new elections", "Elvar must resign before new elections.", "New elections will be held on May 30.")
    assert (found.value, found.begin, found.end_) == (None, None, "2024-05-29")


@pytest.mark.parametrize(
    "others",
    [
        ["Nothing was said."],
        [RAID, "Orrish troops raided the depot on April 22."],
        ["Orrish troops may raid the depot until April 22."],
    ],
    ids=["not dated", "dated twice", "a bound is no day"],
)
def test_nothing_is_guessed(others: list[str]) -> None:
    text = "The day after the raid, Orrland denied any loss."
    assert time_of("The day", text, *others).begin is None


def test_more_words_of_the_anchor_tell_two_happenings_apart() -> None:
    first, second = "The first strike came on April 2.", "The second strike came on April 9."
    assert time_of("The day", "The day after the second strike, he spoke.", first, second).begin == "2024-04-10"


def test_the_documents_own_telling_decides() -> None:
    text = f"{VOTE} Two days after the vote, the mayor resigned."
    assert time_of("Two days", text, "The council held a vote on March 1.").begin == "2024-04-14"


def test_the_timeline_and_the_event_stand_on_the_counted_day() -> None:
    items = [document("Two days after the vote, the mayor of Dunmore resigned."), document(VOTE, id="b")]
    record = make_record(items, [])
    assert any(t.date == "2024-04-14" and "resigned" in t.text for t in record.timeline)
    assert any(e.date == "2024-04-14" and "resigned" in (e.text or "") for e in record.events)


def test_a_deadline_that_runs_from_a_happening_is_due_on_a_day() -> None:
    items = [document("The court ordered Mr. Varga to pay the fine within 48 hours of the raid."), document(RAID, id="b")]
    assert [d.due for d in make_record(items, []).deadlines] == ["2024-04-22"]


def test_who_has_until_a_dated_happening_has_until_its_day() -> None:
    items = [document("Orrland gave Mr. Varga until the vote to pay."), document(VOTE, id="b")]
    assert [d.due for d in make_record(items, []).deadlines] == ["2024-04-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Two years after the raid, the depot opened again.",
        "Nearly three weeks after the raid, the depot opened again.",
    ],
)
def test_rounded_lengths_give_no_day(text: str) -> None:
    assert time_of(text[: text.index(" after")], text, RAID).basis != "event"


def test_a_name_is_no_happening() -> None:
    told = "Cape Volt was told of it on April 3."
    assert time_of("Two days", "Two days after Cape Volt, the ship sank.", told).basis != "event"


def test_what_is_told_as_past_is_not_counted_into_the_future() -> None:
    told = "The raid is planned for May 8."
    assert time_of("Two days", "Two days after the raid, the depot opened again.", told).basis != "event"
