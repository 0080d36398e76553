"""The dated timeline, of a story and of one party."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from recording_making import document, record_of, record_of_copies

from onrecord.recording import timeline_of
from onrecord.recording.material import Material, prepare
from onrecord.recording.timeline import entries


def lines(text: str) -> list[tuple[str | None, str]]:
    return [(t.date, t.text) for t in record_of(text).timeline]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday, the ferry sank off Norrvik.", [("2024-05-06", "On Monday, the ferry sank off Norrvik.")]),
        ("The mill closed in March.", [("2024-03-01", "The mill closed in March.")]),
        ("Jon Ek left in 2019 and came back on May 2.", [
            ("2019-01-01", "Jon Ek left in 2019 and came back on May 2."),
            ("2024-05-02", "Jon Ek left in 2019 and came back on May 2."),
        ]),
    ],
)  # fmt: skip
def test_each_day_that_a_sentence_tells_of(text: str, expected: list[tuple[str, str]]) -> None:
    found = lines(text)
    assert [d for d, _ in found] == [d for d, _ in expected]
    assert found[0][1] == expected[0][1]


def test_a_sentence_that_tells_of_two_days_is_cut_between_them() -> None:
    found = dict(lines("Norway closed the port on May 2, after Sweden had seized the ferry on April 30."))
    assert "seized the ferry" in found["2024-04-30"]
    assert "closed the port" not in found["2024-04-30"]
    assert "closed the port" in found["2024-05-02"]


def test_the_due_day_of_a_deadline_has_its_line() -> None:
    found = [(t.date, t.text) for t in record_of("Norway gave Sweden until Monday, May 13, to free the crew.").timeline]
    assert found == [("2024-05-13", "Deadline, pending, for Sweden, set by Norway: to free the crew")]


def test_copies_and_reworded_sentences_of_a_day_are_one_line() -> None:
    record = record_of_copies(
        "OSLO (NPA) — On Monday, the ferry Vesta sank off Norrvik with 80 passengers.",
        "On Monday, the ferry Vesta sank off Norrvik with 80 passengers.",
        "The ferry Vesta sank off Norrvik on Monday with 80 passengers.",
        published=["2024-05-08", "2024-05-08", "2024-05-09"],
    )
    assert [t.date for t in record.timeline] == ["2024-05-06"]
    assert [e.document for e in record.timeline[0].evidence] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A ferry with nine pupils on board sank off Norrvik on Monday, the harbour office said.",
            "The sinking of the ferry killed nobody. The ferry sank near Norrvik's harbour on Monday afternoon.",
        ),
        (
            "An old footbridge collapsed in Lund on Monday after a week of rain.",
            "LUND — The footbridge that served the old mill in Lund collapsed on Monday.",
        ),
        (
            "The Ostberg museum burned down on Monday night while its guards slept.",
            "Nobody was hurt when the museum in Ostberg burned on Monday, the mayor told radio listeners.",
        ),
    ],
)
def test_one_happening_in_the_words_of_two_outlets_is_one_line(first: str, second: str) -> None:
    record = record_of_copies(first, second, published=["2024-05-08", "2024-05-08"])
    told = [t for t in record.timeline if t.date == "2024-05-06" and len({e.document for e in t.evidence}) == 2]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # How many there were stands against it.
        (
            "A ferry sank off Norrvik on Monday, killing 12 pupils, the harbour office said.",
            "A ferry sank off Norrvik on Monday, killing 15 pupils, the navy said.",
        ),
        # Another one did it.
        (
            "Norway attacked the port of Arica with drones on Monday.",
            "Sweden attacked the port of Tacna with drones on Monday.",
        ),
        # That both were said on Monday makes them no one thing.
        (
            "Jon Ek said on Monday that the ferry of the Lund line was old.",
            "Mia Holm said on Monday that the ferry line in Lund would hire nine pilots.",
        ),
    ],
)
def test_two_happenings_of_one_day_stay_two_lines(first: str, second: str) -> None:
    record = record_of_copies(first, second, published=["2024-05-08", "2024-05-08"])
    assert len([t for t in record.timeline if t.date == "2024-05-06"]) == 2


def test_of_one_day_what_most_documents_tell_comes_first() -> None:
    record = record_of_copies(
        "Mia Holm opened a school in Lund on Monday. An old footbridge collapsed in Lund on Monday after a week of rain.",
        "A footbridge in Lund collapsed on Monday, which cut off two villages near Lund.",
        published=["2024-05-08", "2024-05-08"],
    )
    assert "footbridge" in record.timeline[0].text


@pytest.mark.parametrize(
    "notice",
    [
        "Posted by Lund Town Council on Monday, May 6, 2024",
        "This photo released by the harbour office shows the ferry on Monday.",
        "In this image taken from video, the ferry lies off Norrvik on Monday.",
    ],
)
def test_captions_and_notices_are_no_lines(notice: str) -> None:
    assert lines(f"The mill in Lund is old.\n{notice}\nIt has nine wheels.") == []


def test_that_a_picture_was_released_is_news() -> None:
    told = lines("A photo released by the army on Monday showed nine guards at the depot.")
    assert [day for day, _ in told] == ["2024-05-06"]


def test_a_headline_adds_no_line_where_the_body_tells_of_the_day() -> None:
    assert len(lines("# Ferry sinks on Monday\nOn Monday, the ferry sank off Norrvik.")) == 1
    assert len(lines("# Ferry sinks on Monday\nThe ferry was old.")) == 1


def test_precision_and_the_end_of_an_interval() -> None:
    month = record_of("The mill closed in March.").timeline[0]
    assert (month.date, month.end, month.precision) == ("2024-03-01", "2024-03-31", "month")
    day = record_of("The mill closed on May 2.").timeline[0]
    assert (day.date, day.end, day.precision) == ("2024-05-02", None, "day")


def test_what_is_dated_ahead_is_not_told_as_done() -> None:
    record = record_of("The council meets in Norrvik on May 20.\nNorway attacked the port on May 2.")
    assert {e.date: e.reality for e in record.events if e.date} == {
        "2024-05-20": "planned",
        "2024-05-02": "asserted",
    } or {e.reality for e in record.events if e.date == "2024-05-20"} <= {"planned"}


def test_what_somebody_is_accused_of_is_alleged_and_his() -> None:
    record = record_of("On Thursday, Sweden accused Norway of attacking the ferry on Tuesday.")
    attack = next(e for e in record.events if e.type == "ASSAULT")
    names = {p.id: p.name for p in record.parties}
    assert (attack.reality, [names[a] for a in attack.actor], attack.date) == ("alleged", ["Norway"], "2024-05-07")


@pytest.mark.parametrize("name", ["Nord Air", "nord air", "Nrod Air"])
def test_the_timeline_of_one_party(name: str) -> None:
    text = "Nord Air cancelled its flights on Monday.\nVesta Lines sank a buoy on Tuesday.\nOn May 2, Nord Air sued Vesta Lines."
    found = timeline_of(name, [document(text)], [])
    assert [e.date for e in found] == ["2024-05-02", "2024-05-06"]
    assert [e.evidence[0].quote for e in found] == ["sued", "cancelled"]


def test_an_event_without_a_date_stands_on_the_day_of_publication_and_says_so() -> None:
    found = timeline_of("Nord Air", [document("Nord Air cancelled its flights.")], [])
    assert [(e.date, e.basis) for e in found] == [("2024-05-08", "not dated in the text: day of publication")]


def test_an_unknown_party_has_none() -> None:
    assert timeline_of("Vesta Lines", [document("Nord Air cancelled its flights.")], []) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway’s attempt to buy the mill collapsed on May 2.", "collapsed"),
        ("A plan to move the ferry failed on May 2.", "failed"),
        ("The effort to free the crew ended on May 2.", "ended"),
    ],
)
def test_a_day_stands_for_what_was_done_rather_than_what_was_meant(text: str, word: str) -> None:
    record = record_of(text)
    (line,) = [t for t in record.timeline if t.date == "2024-05-02"]
    told = [e for e in record.events if e.id == line.event]
    assert [e.reality for e in told] in ([], ["asserted"])
    assert word in line.text


@pytest.mark.parametrize(
    ("text", "day", "line"),
    [
        ("Divers familiar with the May 2 raid revealed that Norway struck Sweden on May 3.", "2024-05-02", "the May 2 raid"),
        ("People briefed on the April 30 meeting said that Sweden gave in on May 4.", "2024-04-30", "the April 30 meeting"),
        ("Two aides present at the May 6 talks disclosed that they failed on May 7.", "2024-05-06", "the May 6 talks"),
    ],
)
def test_who_tells_of_a_dated_happening_is_no_happening_of_that_day(text: str, day: str, line: str) -> None:
    assert dict(lines(text))[day] == line


def test_a_line_begins_without_the_word_that_joined_it_to_its_sentence() -> None:
    found = dict(lines("Norway closed the port on May 2, after Sweden had seized the ferry on April 30."))
    assert found["2024-04-30"] == "Sweden had seized the ferry on April 30."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The quarrel, which began a week before the May 3, 2015 fair, ended in June 2016, when Ek left.",
         "The quarrel, which began a week before the May 3, 2015 fair, ended in June 2016, when Ek left."),
        ("In July, Jon Ek left the board that Mia Holm had joined in May 2016.",
         "In July, Jon Ek left the board"),
    ],
)  # fmt: skip
def test_a_line_is_neither_cut_in_a_date_nor_left_with_nothing_else(text: str, line: str) -> None:
    assert line in [entry.text for entry in record_of(text, published="2017-11-08").timeline]


@pytest.mark.parametrize("notice", ["Copyright 2015 Nord Press.", "© 2015 Nord Press.", "(c) 2015 Nord Press."])
def test_a_notice_tells_of_no_day(notice: str) -> None:
    assert record_of(f"The pier was closed.\n{notice}").timeline == ()


def test_a_day_of_what_was_never_so_is_not_told() -> None:
    found = lines("The port opened on May 2, Jon Ek said. If I had said May 9 in March, we would be talking about June now.")
    assert not any(text.startswith(("If", "had")) for _, text in found)


def test_a_line_that_many_documents_tell_costs_in_proportion_to_them(quickest: Callable[..., float]) -> None:
    made = document("The ferry sank off Orrville on May 3, 2024.")

    def told(times: int) -> Material:
        documents = [
            dataclasses.replace(made, document=dataclasses.replace(made.document, id=f"d{n:05}")) for n in range(times)
        ]
        material = prepare(documents, [], None)
        (line,) = entries(material, {})
        assert len(line.evidence) == times
        return material

    some, twice = told(1000), told(2000)
    most = 6 * quickest(lambda: entries(some, {})) + 0.2
    assert quickest(lambda: entries(twice, {}), most) < most


def quoted(name: str, text: str) -> list[list[str]]:
    return [[e.quote for e in line.evidence] for line in timeline_of(name, [document(text)], [])]


@pytest.mark.parametrize(
    "text",
    [
        "The Norrvik engine features two fans, and Nord Air owns it.",
        "Nord Air had cancelled its flights.",
        "Nord Air previously leased two jets.",
        "Nord Air believes that the jets are sound.",
        "Nord Air rival Vesta cancelled its flights.",
    ],
)
def test_no_state_no_belief_nothing_earlier_and_nobody_else_stands_on_the_day_of_publication(text: str) -> None:
    assert quoted("Nord Air", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Nord Air has left Orrville\nNord Air left Orrville.", [["left", "left"]]),
        ("# Nord Air sued Vesta\nNord Air has sued Vesta.", [["sued", "sued"]]),
        ("# Nord Air sued Vesta\nThe weather was fine.", [["sued"]]),
    ],
)
def test_a_headline_is_one_line_with_the_body_that_tells_it(text: str, expected: list[list[str]]) -> None:
    assert quoted("Nord Air", text) == expected


@pytest.mark.parametrize("verb", ["resigned", "left", "won"])
def test_a_person_is_known_by_the_last_name_once_the_whole_was_told(verb: str) -> None:
    text = f"Mary Price leads the union. Price {verb} on Monday."
    assert [verb] in quoted("Mary Price", text)


@pytest.mark.parametrize(
    ("text", "day", "line"),
    [
        # What was cut from its sentence begins with a verb: it gets the name of who does it, or its sentence.
        ("Jon Ek left the board on May 2 and sank the boat on May 3.", "2024-05-03", "Jon Ek sank the boat"),
        ("Mia Holm opened the port on May 2, and on May 3, closed the school.", "2024-05-03", "Mia Holm closed"),
        ("Nord Air, which was founded in 2001, sued Vesta Lines on May 3.", "2024-05-03", "Nord Air"),
    ],
)
def test_a_line_says_of_whom_it_tells(text: str, day: str, line: str) -> None:
    found = [t for d, t in lines(text) if d == day]
    assert len(found) == 1
    assert found[0].startswith(line.split()[0])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # Of what several people told, the deed alone stands on its day, with the name of who did it …
        (
            "People familiar with a call on April 30 said Jon Ek gave the crew until May 2 to leave before declaring the "
            "strait closed on May 3.",
            "Jon Ek: declaring the strait closed on May 3.",
        ),
        # … and the whole sentence where nobody can be named, or another one does it.
        (
            "The firm founded in 2001 waited a week before ordering the mill shut on May 3.",
            "The firm founded in 2001 waited a week before ordering the mill shut on May 3.",
        ),
        (
            "Jon Ek met the miners on May 2 before watching Mia Holm close the mill on May 3.",
            "Jon Ek met the miners on May 2 before watching Mia Holm close the mill on May 3.",
        ),
    ],
)
def test_a_deed_that_ends_a_sentence_of_other_days_stands_on_its_own(text: str, line: str) -> None:
    assert ("2024-05-03", line) in lines(text)


@pytest.mark.parametrize("text", ["11:39am, Monday, May 6, 2024", "Orrville, Tuesday, May 7, in the afternoon"])
def test_words_without_a_verb_tell_of_no_day(text: str) -> None:
    assert lines(f"The ferry sank.\n\n{text}.") == []


def test_two_days_that_no_verb_parts_are_one_line() -> None:
    found = lines("The draft goes to the full council for its vote on June 8 and June 9.")
    assert [d for d, _ in found] == ["2024-06-08"]
