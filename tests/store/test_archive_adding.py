"""Adding documents, and getting them back as they were."""

from __future__ import annotations

import dataclasses
import sqlite3
import types
import typing
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, Union

import pytest
from archive_processes import dump, index_agrees
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from invented_collection import article, collection

from onrecord.errors import ArchiveError, NotFoundError
from onrecord.store import Added, Archive
from onrecord.types import Annotated, Annotations, Block, Document, Source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def test_documents_come_back_as_they_were_added(path: Path) -> None:
    documents = collection(120)
    with Archive(path) as archive:
        assert archive.add(documents) == Added(new=120, unchanged=0, problems=())
    with Archive(path, read_only=True) as archive:
        assert archive.annotated() == documents
        assert archive.documents() == [d.document for d in documents]
        assert archive.get("invented-0007") == documents[7]
        assert archive.annotated(["invented-0009", "invented-0002"]) == [documents[9], documents[2]]


def test_adding_again_changes_nothing(path: Path) -> None:
    documents = collection(60)
    with Archive(path) as archive:
        archive.add(documents)
    before = path.read_bytes()
    with Archive(path) as archive:
        assert archive.add(documents) == Added(new=0, unchanged=60, problems=())
    assert path.read_bytes() == before


def test_the_same_input_makes_the_same_rows(tmp_path: Path) -> None:
    dumps = []
    for name in ("a.db", "b.db"):
        with Archive(tmp_path / name) as archive:
            archive.add(collection(60, paragraphs=2))
            archive.stories()
        dumps.append(dump(tmp_path / name))
    assert dumps[0] == dumps[1]


def test_what_is_read_does_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    documents = collection(70, paragraphs=2)
    answers = []
    for name, order in (("a.db", documents), ("b.db", documents[::-1])):
        with Archive(tmp_path / name) as archive:
            archive.add(order)
            answers.append((archive.annotated(), archive.reports(), archive.stories(), archive.search("treaty")))
    assert answers[0] == answers[1]


def test_another_text_under_a_known_id_is_set_aside(path: Path) -> None:
    first, other = article(1), article(2)
    clash = replace(other, document=replace(other.document, id=first.document.id))
    with Archive(path) as archive:
        added = archive.add([first, clash, article(3)])
        assert (added.new, added.unchanged) == (2, 0)
        (problem,) = added.problems
        assert problem.where == "invented/2.txt"
        assert problem.what == "another text is in the archive under the id invented-0001"
        assert archive.get("invented-0001") == first


def test_what_a_newer_reading_finds_replaces_the_older_whole(path: Path) -> None:
    old = article(1)
    words = replace(old.document, blocks=(Block("paragraph", 0, 12),), title="Another title", maker="reader 2")
    new = Annotated(words, Annotations(sentences=((0, 12),), maker="annotator 2"))
    with Archive(path) as archive:
        archive.add([article(0), old, article(2)])
        before = archive.stories()
        assert archive.add([new]) == Added(new=0, unchanged=0, problems=(), updated=1)
        assert archive.get(old.document.id) == new
        assert [s.title for s in archive.stories()] != [s.title for s in before]
        hits = archive.search(f'"{old.document.text[:12]}"')
        assert [(h.start, h.end) for h in hits if h.document == old.document.id] == [(0, 12)]
    assert index_agrees(path)


def test_a_document_that_is_read_from_another_folder_is_the_same(path: Path) -> None:
    document = article(1)
    moved = replace(document, document=replace(document.document, source=Source("elsewhere/1.txt", "text/plain", "0")))
    with Archive(path) as archive:
        archive.add([document])
        assert archive.add([moved]).unchanged == 1
        assert archive.get("invented-0001") == document


def test_half_a_surrogate_pair_is_a_problem_and_the_rest_go_on(path: Path) -> None:
    broken = article(1)
    broken = replace(broken, document=replace(broken.document, title="Torn \ud83c emoji"))
    with Archive(path) as archive:
        added = archive.add([broken, article(2)])
        assert added.new == 1
        assert "'\\ud83c'" in added.problems[0].what
        assert added.problems[0].where == "invented/1.txt"
        assert [d.id for d in archive.documents()] == ["invented-0002"]


def test_progress_is_told_after_every_batch(path: Path) -> None:
    told: list[int] = []
    with Archive(path) as archive:
        archive.add(collection(120, paragraphs=1), progress=told.append)
    assert told == [50, 100, 120]


def test_an_input_that_fails_halfway_leaves_whole_batches(path: Path) -> None:
    def failing() -> Iterator[Annotated]:
        yield from collection(75, paragraphs=1)
        raise RuntimeError("the disk with the texts was unplugged")

    with Archive(path) as archive:
        with pytest.raises(RuntimeError):
            archive.add(failing())
        assert len(archive.documents()) == 50
        assert archive.add(collection(75, paragraphs=1)) == Added(new=25, unchanged=50, problems=())


def test_an_unknown_document_is_not_found(path: Path) -> None:
    with Archive(path) as archive:
        with pytest.raises(NotFoundError, match="there is no document nowhere"):
            archive.get("nowhere")
        assert archive.annotated([]) == []


def test_an_archive_for_reading_takes_no_documents(path: Path) -> None:
    Archive(path).close()
    with Archive(path, read_only=True) as archive, pytest.raises(ArchiveError, match="for reading only"):
        archive.add([article(1)])


def test_a_closed_archive_says_so(path: Path) -> None:
    archive = Archive(path)
    archive.close()
    archive.close()
    with pytest.raises(ArchiveError, match="closed"):
        archive.documents()


def test_text_that_is_odd_in_sql_comes_back_whole(path: Path) -> None:
    text = "Nil\0 then'); DROP TABLE documents; --\x02marked\x03 \u2028 \U0001f30a"
    odd = Annotated(Document("odd'\"", text, (Block("paragraph", 0, len(text)),), Source("-", "text/plain", "0")), Annotations())
    with Archive(path) as archive:
        archive.add([odd])
        assert archive.annotated() == [odd]
        (hit,) = archive.search("documents")
        assert hit.quote == text[hit.start : hit.end]


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Small values of a type, whatever its fields: one that is added to the types is stored, or the test below fails."""
    if dataclasses.is_dataclass(hint):
        return st.builds(hint, **{name: values(h) for name, h in typing.get_type_hints(hint).items()})
    arguments = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(values, arguments))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values, arguments))
    return {str: st.text(max_size=3), int: st.integers(0, 2**53), float: st.floats(0, 1), type(None): st.none()}[hint]


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(values(Annotated), max_size=2, unique_by=lambda a: a.document.id))
def test_any_document_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, documents: list[Annotated]) -> None:
    with Archive(tmp_path_factory.mktemp("any") / "archive.db") as archive:
        assert archive.add(documents).new == len(documents)
        assert archive.annotated([d.document.id for d in documents]) == documents
        assert archive.add(documents).unchanged == len(documents)


def test_a_document_that_is_held_is_the_same_but_for_where_its_file_lies(path: Path) -> None:
    one = article(3).document
    with Archive(path) as archive:
        assert not archive.holds(one)
        archive.add([article(3)])
        assert archive.holds(one)
        assert archive.holds(replace(one, source=Source("elsewhere.txt", "text/plain", "0")))
        assert not archive.holds(replace(one, title="Another title"))
        assert not archive.holds(replace(one, blocks=one.blocks[:1]))
        assert not archive.holds(replace(one, id="invented-\ud800"))


def test_a_document_that_another_version_annotated_is_not_held_until_it_was_added_again(path: Path) -> None:
    with Archive(path) as archive:
        archive.add([article(3)])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE annotations SET version = '0.0.1'")
    connection.close()
    with Archive(path) as archive:
        assert not archive.holds(article(3).document)
        assert archive.add([article(3)]).unchanged == 1
        assert archive.holds(article(3).document)
