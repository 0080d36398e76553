"""Documents, their dates, reports and the record's own head."""

from __future__ import annotations

from recording_making import document, record_of, record_of_copies

from onrecord.recording import make_record
from onrecord.types import Report, Story

LINE = "The mayor, Jon Ek, spoke on Friday in Norrvik."


def test_an_undated_copy_takes_the_date_of_its_report() -> None:
    record = record_of_copies(LINE, LINE, published=[None, "2024-05-08"])
    line = next(d for d in record.documents if d.id == "a")
    assert (line.published, line.published_basis, line.published_from) == ("2024-05-08", "inferred", "b")
    dated = next(d for d in record.documents if d.id == "b")
    assert (dated.published_basis, dated.published_from) == ("given", None)


def test_its_weekdays_are_reckoned_from_that_date() -> None:
    record = record_of_copies(LINE + " He left.", "Jon Ek is mayor of Norrvik.", published=[None, "2024-05-08"])
    assert [t.date for t in record.timeline] == ["2024-05-03"]


def test_without_a_report_it_stays_undated() -> None:
    record = make_record([document(LINE, id="a", published=None), document(LINE, id="b")], [])
    assert next(d for d in record.documents if d.id == "a").published is None
    assert record.story.reports == 2


def test_copies_are_one_origin_and_one_line() -> None:
    record = record_of_copies(LINE, LINE, LINE, published=["2024-05-08"] * 3)
    assert (record.story.documents, record.story.reports, record.story.origins) == (3, 1, 1)
    assert [(t.origins, len(t.evidence)) for t in record.timeline] == [(1, 3)]


def test_independent_reports_add_origins() -> None:
    other = "In Norrvik, Jon Ek, its mayor, took the floor on Friday."
    record = make_record(
        [document(LINE, id="a"), document(other, id="b")], [Report("r1", ("a",)), Report("r2", ("b",))]
    )
    assert record.story.origins == 2
    assert {t.date for t in record.timeline} == {"2024-05-03"}


def test_reports_that_rest_on_one_source_are_one_origin() -> None:
    record = make_record([document(LINE, id="a"), document(LINE, id="b")], [Report("r1", ("a",)), Report("r2", ("b",))])
    assert (record.story.reports, record.story.origins) == (2, 1)
    assert [t.origins for t in record.timeline] == [1]


def test_as_of_is_the_last_publication_day_unless_given() -> None:
    assert record_of_copies(LINE, LINE, published=["2024-05-08", "2024-05-10"]).story.as_of == "2024-05-10"
    assert record_of(LINE, as_of="2024-06-01").story.as_of == "2024-06-01"
    assert record_of(LINE, published=None).story.as_of is None


def test_a_story_names_its_record() -> None:
    story = Story("st1", "The mayor of Norrvik", ("a",), ("r",), 1)
    record = make_record([document(LINE)], [], story=story)
    assert (record.story.id, record.story.title) == ("st1", "The mayor of Norrvik")


def test_without_one_the_title_is_the_first_headline() -> None:
    assert record_of("# Mayor speaks\n" + LINE).story.title == "Mayor speaks"
    assert record_of(LINE).story.title == LINE


def test_nothing_gives_an_empty_record() -> None:
    record = make_record([], [])
    assert (record.story.documents, record.parties, record.timeline) == (0, (), ())
