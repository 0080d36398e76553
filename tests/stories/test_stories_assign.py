"""Which reports make up a story, and what a story is called."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from onrecord.stories import find_stories
from onrecord.stories.assign import Centre, Memory, place
from onrecord.stories.terms import terms
from onrecord.types import Annotated, Annotations, Block, Document, Report, Source, Story


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


def test_reports_of_the_same_happenings_are_one_story_and_others_are_not() -> None:
    fire = document("fire", "2025-05-01", "Blaze guts the Orrin cannery", "A blaze gutted the Orrin cannery in Velling harbour, foreman Tove Askerud said.")
    more = document("more", "2025-05-02", "Orrin cannery blaze: two held", "Two men were held over the blaze at the Orrin cannery in Velling, Askerud confirmed.")
    vote = document("vote", "2025-05-02", "Dusmark votes on tariffs", "The Dusmark assembly votes on cannery tariffs; minister Ilse Brandt expects a majority.")
    reports = [Report("r1", ("fire",), origin="The Quay"), Report("r2", ("more",), origin="Northwire"), Report("r3", ("vote",))]
    joined, alone = sorted(find_stories([fire, more, vote], reports), key=lambda s: -len(s.documents))
    assert (joined.documents, joined.reports, joined.origins) == (("fire", "more"), ("r1", "r2"), 2)
    assert alone.documents == ("vote",)


def cannery(id_: str, day: str | None, words: str) -> Annotated:
    return document(id_, day, None, f"The cannery at Velling was in the news: {words}. Tove Askerud spoke.")


def test_what_is_alike_but_far_apart_in_time_is_a_story_of_its_own_in_the_same_thread() -> None:
    def two(day: str | None) -> list[Story]:
        first = cannery("a", "2025-01-01", "lanterns mackerel turbine gasket quota permit welding skipper ballast ledger harness trolley")
        other = cannery("b", day, "auction orchard marble violin pension choir tannery glacier parsley toboggan meadow saffron")
        return list(find_stories([first, other], [Report("r1", ("a",)), Report("r2", ("b",))]))

    assert len(two("2025-01-04")) == len(two(None)) == 1
    one, other = two("2025-06-01")
    assert one.thread == other.thread
    assert other.thread in {one.id, other.id}


def test_versions_of_one_text_are_counted_once_in_what_a_story_is_about() -> None:
    texts = [cannery(f"copy{n}", "2025-01-01", "lanterns mackerel") for n in range(9)]
    shelf = Memory()
    placed = place([Report("r", tuple(a.document.id for a in texts))], {a.document.id: a for a in texts}, {}, shelf)
    assert placed["r"].weights == pytest.approx(dict(terms(texts[0])))


def test_reports_that_come_later_join_the_stories_that_are_there() -> None:
    first, later = cannery("z", "2025-01-03", "lanterns mackerel"), cannery("a", "2025-01-01", "lanterns turbine")
    shelf = Memory()
    known = {"z": first, "a": later}
    before = place([Report("r1", ("z",))], known, {}, shelf)["r1"]
    after = place([Report("r2", ("a",))], known, {"z": before.id}, shelf)["r2"]
    assert (before.id, before.begin) == (after.id, "2025-01-03")
    assert (after.begin, after.end) == ("2025-01-01", "2025-01-03")


def test_a_report_goes_where_most_of_its_documents_are() -> None:
    known = {i: cannery(i, None, i) for i in "abc"}
    shelf = Memory()
    for story in ("s1", "s2"):
        shelf.put(Centre(story, story, {}))
    placed = place([Report("r", ("a", "b", "c"))], known, {"a": "s1", "b": "s2", "c": "s2"}, shelf)
    assert placed["r"].id == "s2"


def test_somebody_who_is_in_all_news_ties_no_stories() -> None:
    stories = [document(f"d{n:03}", text=f"Askerud spoke of {' '.join(f'w{n}x{m}' for m in range(12))}.") for n in range(40)]
    assert len(find_stories(stories, [Report(f"r{n}", (a.document.id,)) for n, a in enumerate(stories)])) == 40


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("de", "Der Hafen wurde nach einem Feuer geschlossen, weil es noch nicht gelöscht ist.", "Die Schule wurde nach einer Prüfung geöffnet, weil es noch nicht regnet."),
        ("es", "El puerto fue cerrado porque según todos sobre esto también había humo.", "La escuela fue abierta porque según todos sobre esto también había sol."),
    ],
)
def test_standing_words_of_other_languages_tie_nothing(language: str, text: str, other: str) -> None:
    one, two = (replace(a, document=replace(a.document, language=language)) for a in (document("a", text=text), document("b", text=other)))
    assert len(find_stories([one, two], [Report("r1", ("a",)), Report("r2", ("b",))])) == 2


def test_a_story_keeps_its_id_when_later_documents_join() -> None:
    first, later, undated = document("z", "2025-05-01"), document("a", "2025-05-01T09:00:00+00:00"), document("b")
    (before,) = find_stories([first], [Report("r1", ("z",))])
    (after,) = find_stories([undated, later, first], [Report("r9", ("b", "a", "z"))])
    assert before.id == after.id
    assert after.documents == ("z", "a", "b")


def test_the_order_of_documents_and_reports_does_not_matter() -> None:
    documents = [document(i, f"2025-05-0{n}") for n, i in enumerate("abc", 1)]
    reports = [Report("r1", ("a",)), Report("r2", ("b",)), Report("r3", ("c",))]
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
