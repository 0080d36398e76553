"""Which reports make up a story, and what a story is called."""

from __future__ import annotations

import itertools

import pytest

from onrecord.stories import find_stories
from onrecord.types import Annotated, Annotations, Block, Document, Edge, EdgeEvidence, Report, Source


def document(id_: str, published: str | None = None, title: str | None = None, text: str | None = None) -> Annotated:
    text = " ".join(f"{id_}{n}" for n in range(8)) if text is None else text
    source = Source(id_, "text/plain", "0")
    return Annotated(Document(id_, text, (Block("paragraph", 0, len(text)),), source, title=title, published=published), Annotations())


def test_every_report_is_a_story() -> None:
    documents = [document("a", "2025-05-02", "Rain"), document("b", "2025-05-01"), document("c", "2025-06-01", "Sun")]
    stories = find_stories(documents, [Report("r1", ("a", "b"), origins=1), Report("r2", ("c",), origins=1)])
    by_title = {s.title: s for s in stories}
    assert set(by_title) == {"Rain", "Sun"}
    rain = by_title["Rain"]
    assert rain.documents == ("b", "a")
    assert rain.reports == ("r1",)
    assert (rain.begin, rain.end, rain.origins) == ("2025-05-01", "2025-05-02", 1)
    assert rain.thread == rain.id


def test_reports_that_share_evidence_are_one_story_with_the_origins_of_both() -> None:
    documents = [document(i) for i in "abcd"]
    leaning = Edge("b", "c", "overlaps", "undetermined", (EdgeEvidence("link", "names it", document="a"),))
    reports = [Report("r1", ("a",)), Report("r2", ("b", "c"), origins=2, edges=(leaning,)), Report("r3", ("d",))]
    joined, alone = sorted(find_stories(documents, reports), key=lambda s: -len(s.documents))
    assert (joined.documents, joined.reports, joined.origins) == (("a", "b", "c"), ("r1", "r2"), 3)
    assert alone.documents == ("d",)


def test_a_story_keeps_its_id_when_later_documents_join() -> None:
    first, later, undated = document("z", "2025-05-01"), document("a", "2025-05-01T09:00:00+00:00"), document("b")
    (before,) = find_stories([first], [Report("r1", ("z",))])
    (after,) = find_stories([undated, later, first], [Report("r9", ("b", "a", "z"))])
    assert before.id == after.id
    assert after.documents == ("z", "a", "b")


def test_the_order_of_documents_and_reports_does_not_matter() -> None:
    documents = [document(i, f"2025-05-0{n}") for n, i in enumerate("abc", 1)]
    reports = [Report("r1", ("a", "b")), Report("r2", ("c",)), Report("r3", ("b", "c"))]
    answers = {
        find_stories(d, r) for d in itertools.permutations(documents) for r in itertools.permutations(reports)
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rain fell\n on the quay.", "Rain fell on the quay."),
        ("word " * 50, "word " * 19 + "word…"),
        ("x" * 150, "x" * 100 + "…"),
        ("", "a"),
    ],
)
def test_a_story_without_a_headline_is_called_by_its_first_words(text: str, title: str) -> None:
    (story,) = find_stories([document("a", text=text)], [Report("r1", ("a",))])
    assert story.title == title


def test_the_title_is_that_of_the_earliest_document_that_has_one() -> None:
    documents = [document("a", None, "Undated"), document("b", "2025-05-03", "Third"), document("c", "2025-05-01"), document("d", "2025-05-02", "Second")]
    (story,) = find_stories(documents, [Report("r1", ("a", "b", "c", "d"))])
    assert story.title == "Second"
    assert (story.begin, story.end) == ("2025-05-01", "2025-05-03")


def test_no_reports_make_no_stories() -> None:
    assert find_stories([], []) == ()
