"""Full-text search: what a query means, and the exact words of a hit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_collection import collection

from onrecord.errors import UsageError
from onrecord.store import Archive
from onrecord.store.search import SNIPPET_CHARACTERS
from onrecord.types import Annotated, Annotations, Block, Document, Source, Span


def written(id_: str, *paragraphs: tuple[str, ...], title: str | None = None) -> Annotated:
    """A document of paragraphs, each given as its sentences."""
    text = ""
    blocks: list[Block] = []
    sentences: list[Span] = []
    for paragraph in paragraphs:
        start = len(text)
        for sentence in paragraph:
            sentences.append((len(text), len(text) + len(sentence)))
            text += sentence + " "
        blocks.append(Block("paragraph", start, len(text) - 1))
        text += "\n"
    document = Document(id_, text, tuple(blocks), Source(id_, "text/plain", "0"), title=title, outlet="The Quay", published="2025-04-01")
    return Annotated(document, Annotations(sentences=tuple(sentences)))


FERRY = written(
    "ferry",
    ("The Ålsund ferry sailed.", "Nobody objected.", "The mayor, Ines Ró, waved."),
    ("Later the harbour-master closed the quay.", "Fares rose by half."),
    title="Ferry sails",
)
TARIFF = written("tariff", ("Grain tariffs rose.", "Ferry fares did not."), ("The mayor said nothing.",))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("search") / "archive.db") as archive:
        archive.add([FERRY, TARIFF])
        yield archive


def quotes(archive: Archive, query: str) -> list[tuple[str, str]]:
    return [(h.document, h.quote) for h in archive.search(query)]


def test_a_hit_quotes_the_sentence_with_the_word(archive: Archive) -> None:
    (hit,) = archive.search("objected")
    assert (hit.document, hit.title, hit.outlet, hit.published) == ("ferry", "Ferry sails", "The Quay", "2025-04-01")
    assert hit.quote == "Nobody objected."
    assert [FERRY.document.quote(m) for m in hit.matches] == ["objected"]
    assert (hit.snippet, hit.snippet_matches) == ("Nobody objected.", ((7, 15),))


def test_words_in_several_sentences_of_a_block_are_quoted_from_the_first_to_the_last(archive: Archive) -> None:
    assert quotes(archive, "waved objected") == [("ferry", "Nobody objected. The mayor, Ines Ró, waved.")]
    assert quotes(archive, "waved fares") == []


def test_case_and_diacritics_do_not_matter(archive: Archive) -> None:
    assert quotes(archive, "ÅLSUND ro") == quotes(archive, "alsund RÓ") != []


def test_a_phrase_stands_as_it_is(archive: Archive) -> None:
    assert quotes(archive, '"the mayor waved"') == []
    assert quotes(archive, "“ferry fares”") == [("tariff", "Ferry fares did not.")]
    assert quotes(archive, '"ferry fares') == [("tariff", "Ferry fares did not.")]
    assert quotes(archive, "harbour-master") == quotes(archive, '"harbour master"') != []


def test_a_minus_leaves_out_and_a_star_completes(archive: Archive) -> None:
    assert {d for d, _ in quotes(archive, "mayor")} == {"ferry", "tariff"}
    assert {d for d, _ in quotes(archive, "mayor -waved")} == {"tariff"}
    assert {d for d, _ in quotes(archive, 'mayor -"said nothing"')} == {"ferry"}
    assert quotes(archive, "tariff") == []
    assert quotes(archive, "tarif*") == [("tariff", "Grain tariffs rose.")]
    assert {d for d, _ in quotes(archive, "mayor -wav*")} == {"tariff"}


@pytest.mark.parametrize(
    "query",
    ["AND", "mayor AND waved", "NEAR(mayor waved)", "words:mayor", "mayor'", "(mayor", "mayor)", "^mayor", "mayor + waved",
     "*", '""', "mayor*waved", "-", "--mayor x", '"', "mayor\0waved", "\ud800", "{words} : mayor", "🌊", "1*"],
)  # fmt: skip
def test_the_signs_of_the_query_language_beneath_are_ordinary_characters(archive: Archive, query: str) -> None:
    assert all(h.document in {"ferry", "tariff"} for h in archive.search(query))


def test_words_of_the_query_language_beneath_are_looked_for(archive: Archive) -> None:
    assert quotes(archive, "mayor OR tariffs") == []
    assert quotes(archive, "not ferry") == [("tariff", "Ferry fares did not.")]


def test_a_blank_query_finds_nothing_and_one_of_exclusions_alone_is_refused(archive: Archive) -> None:
    assert archive.search("  ") == []
    with pytest.raises(UsageError, match="only words to leave out"):
        archive.search("-mayor")
    with pytest.raises(UsageError, match="more than 64 words"):
        archive.search("mayor " * 65)
    with pytest.raises(UsageError, match="cannot be negative"):
        archive.search("mayor", offset=-1)


def test_limit_and_offset_cut_one_fixed_order(archive: Archive) -> None:
    whole = archive.search("the")
    assert len(whole) == 3
    assert [archive.search("the", limit=1, offset=n)[0] for n in range(3)] == whole
    assert archive.search("the", limit=2) == whole[:2]
    assert archive.search("the", limit=0) == []


def test_equal_ranks_stand_by_document_and_place(tmp_path: Path) -> None:
    same = ("Oars were lost.",)
    with Archive(tmp_path / "a.db") as archive:
        archive.add([written("b", same, same), written("a", same)])
        assert [(h.document, h.start) for h in archive.search("oars")] == [("a", 0), ("b", 0), ("b", 17)]


def test_a_long_quote_is_shortened_around_its_first_match(tmp_path: Path) -> None:
    filler = "and on it went across the water " * 20
    with Archive(tmp_path / "a.db") as archive:
        archive.add([written("long", (f"It began {filler}until a kelpie rose {filler}again.",))])
        (hit,) = archive.search("kelpie")
    assert len(hit.quote) > 1000
    assert len(hit.snippet) <= SNIPPET_CHARACTERS
    assert hit.snippet[0] == hit.snippet[-1] == "…"
    assert [hit.snippet[s:e] for s, e in hit.snippet_matches] == ["kelpie"]


def test_a_text_with_the_marks_of_highlighting_in_it_is_quoted_exactly(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add([written("marked", ("The \x02kelpie\x03 and the seal.",))])
        (hit,) = archive.search("seal")
    assert hit.quote == "The \x02kelpie\x03 and the seal."
    assert hit.matches == ()


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, dict[str, str]]]:
    documents = collection(40)
    with Archive(tmp_path_factory.mktemp("invented") / "archive.db") as archive:
        archive.add(documents)
        yield archive, {d.document.id: d.document.text for d in documents}


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_hit_quotes_its_document_exactly(invented: tuple[Archive, dict[str, str]], data: st.DataObject) -> None:
    archive, texts = invented
    word = st.sampled_from(sorted({w for t in list(texts.values())[:3] for w in t.split()}))
    sign = st.sampled_from(["", "", "", "-", "*", '"'])
    terms = data.draw(st.lists(st.tuples(sign, word | st.text(max_size=4), sign), max_size=3))
    try:
        hits = archive.search(" ".join("".join(t) for t in terms), limit=10)
    except UsageError:
        return
    for hit in hits:
        text = texts[hit.document]
        assert hit.quote == text[hit.start : hit.end]
        assert hit.matches
        assert all(hit.start <= s < e <= hit.end for s, e in hit.matches)
        assert len(hit.snippet) <= SNIPPET_CHARACTERS
        in_snippet = [hit.snippet[s:e] for s, e in hit.snippet_matches]
        assert in_snippet
        assert all(text[s:e].startswith(cut) for (s, e), cut in zip(hit.matches, in_snippet, strict=False))
