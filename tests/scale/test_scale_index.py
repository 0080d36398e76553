"""The index on disk offers the same pairs as the function in memory, whatever was added, replaced and removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scale_texts import copies, document, prints, sentence, story

from onrecord.editions import candidates, fingerprint
from onrecord.errors import ArchiveError
from onrecord.scale import CandidateIndex
from onrecord.scale.index import FAN


@pytest.fixture
def index(tmp_path: Path) -> Iterator[CandidateIndex]:
    with CandidateIndex(tmp_path / "index", buffer=20) as opened:
        yield opened


def segments(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.segment"))


def test_copies_are_found_over_buffer_and_segments(index: CandidateIndex):
    found = {pair for n in range(0, 200, 7) for pair in index.add(prints(n, min(200, n + 7)))}
    assert found == copies(0, 200)
    assert len(index) == 200
    assert list(index.ids()) == [f"d{n:05d}" for n in range(200)]


def test_a_pair_is_reported_when_its_second_document_comes(index: CandidateIndex):
    first, second = fingerprint(story("a", 1)), fingerprint(story("b", 1))
    assert index.add([first]) == ()
    assert index.add([second]) == (("a", "b"),)
    assert index.add([fingerprint(story("c", 2))]) == ()


def test_what_was_committed_is_there_for_the_next_process(tmp_path: Path):
    with CandidateIndex(tmp_path / "index") as index:
        index.add(prints(0, 10))
    with CandidateIndex(tmp_path / "index", read_only=True) as reader:
        assert len(reader) == 10
        assert reader.candidates([fingerprint(story("new", 3))]) == (("d00006", "new"), ("d00007", "new"))
        reader.check()


def test_without_a_commit_nothing_changes(tmp_path: Path):
    folder = tmp_path / "index"
    with CandidateIndex(folder) as index:
        index.add(prints(0, 4))
    lost = CandidateIndex(folder)
    lost.add(prints(4, 8))
    lost.remove(["d00000"])
    lost.close()
    with CandidateIndex(folder, read_only=True) as reader:
        assert list(reader.ids()) == ["d00000", "d00001", "d00002", "d00003"]


def test_a_replaced_document_links_by_its_new_text_only(index: CandidateIndex):
    index.add([fingerprint(story("a", 1)), fingerprint(story("b", 2))])
    index.commit()
    assert index.add([fingerprint(story("b", 1))]) == (("a", "b"),)
    assert index.add([fingerprint(story("c", 2))]) == ()
    assert len(index) == 3


def test_a_removed_document_links_nothing(index: CandidateIndex):
    index.add([fingerprint(story("a", 1)), fingerprint(story("b", 2))])
    index.commit()
    assert index.remove(["a", "unknown"]) == 1
    assert "a" not in index
    assert "b" in index
    assert index.add([fingerprint(story("c", 1))]) == ()
    index.commit()
    assert sorted(index.ids()) == ["b", "c"]


def test_a_reader_keeps_the_state_that_it_opened(tmp_path: Path):
    folder = tmp_path / "index"
    with CandidateIndex(folder, buffer=4) as index:
        index.add(prints(0, 4))
        with CandidateIndex(folder, read_only=True) as before:
            for n in range(4, 80, 4):
                index.add(prints(n, n + 4))
            with CandidateIndex(folder, read_only=True) as after:
                assert len(after) == 80
                assert after.candidates(prints(0, 80)) == tuple(sorted(copies(0, 80)))
            assert len(before) == 4
            assert before.candidates(prints(0, 80)) == tuple(sorted(copies(0, 4)))


def test_the_number_of_segments_stays_small(tmp_path: Path):
    folder = tmp_path / "index"
    with CandidateIndex(folder) as index:
        for n in range(70):
            index.add(prints(n, n + 1))
            index.commit()
            assert len(segments(folder)) <= 4 * (FAN - 1)
        index.check()
        assert index.candidates(prints(0, 70)) == tuple(sorted(copies(0, 70)))


def test_dead_documents_are_merged_away(tmp_path: Path):
    folder = tmp_path / "index"
    with CandidateIndex(folder) as index:
        index.add(prints(0, 100))
        index.commit()
        full = index.size()
        index.remove([f"d{n:05d}" for n in range(80)])
        index.commit()
        assert index.size() < full / 3
        index.remove(list(index.ids()))
        index.commit()
        assert segments(folder) == []
        assert len(index) == 0


def test_boilerplate_of_many_documents_links_none(tmp_path: Path):
    notice = sentence(-1)
    many = [fingerprint(document(f"d{n:02d}", sentence(n), notice)) for n in range(12)]
    with CandidateIndex(tmp_path / "few", max_documents=10) as few:
        few.add(many)
        assert few.candidates(many) == ()
    with CandidateIndex(tmp_path / "all") as index:
        assert len(index.add(many)) == 66


def test_one_process_writes_at_a_time(index: CandidateIndex, tmp_path: Path):
    with pytest.raises(ArchiveError, match="another process writes"):
        CandidateIndex(tmp_path / "index")
    with CandidateIndex(tmp_path / "index", read_only=True) as reader, pytest.raises(ArchiveError, match="read only"):
        reader.add(prints(0, 1))


def test_a_folder_without_an_index_reads_as_an_empty_one(tmp_path: Path):
    with CandidateIndex(tmp_path / "none", read_only=True) as reader:
        assert len(reader) == 0
        assert reader.candidates(prints(0, 2)) == ()


def test_damage_is_named_with_the_file_and_what_to_do(tmp_path: Path):
    folder = tmp_path / "index"
    with CandidateIndex(folder) as index:
        index.add(prints(0, 10))
    path = segments(folder)[0]
    whole, listed = path.read_bytes(), (folder / "manifest.json").read_bytes()

    def damaged(message: str) -> None:
        with pytest.raises(ArchiveError, match=message) as error:
            CandidateIndex(folder, read_only=True).check()
        assert str(folder) in str(error.value)
        assert "build" in str(error.value)

    path.write_bytes(whole[:-5])
    damaged("bytes instead of")
    path.write_bytes(b"x" + whole[1:])
    damaged("no segment")
    path.write_bytes(whole[:30] + b"\1" + whole[31:])
    damaged("head of this segment")
    path.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    damaged("this segment is damaged")
    path.unlink()
    damaged("missing")
    path.write_bytes(whole)
    (folder / "manifest.json").write_bytes(listed.replace(b'"documents":10', b'"documents":11'))
    damaged("list of this index's files")
    (folder / "manifest.json").write_bytes(listed[:40])
    damaged("list of this index's files")


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), min_size=1, max_size=4)),
        st.tuples(st.just("remove"), st.lists(st.integers(0, 9), max_size=3)),
        st.tuples(st.just("commit"), st.none()),
    ),
    max_size=12,
)


@given(STEPS)
@settings(max_examples=25, deadline=None)
def test_any_history_ends_in_the_pairs_of_what_is_left(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple]):
    left = {}
    with CandidateIndex(tmp_path_factory.mktemp("history"), buffer=6) as index:
        for kind, what in steps:
            if kind == "add":
                new = [fingerprint(story(f"d{number}", seed, 3)) for number, seed in what]
                index.add(new)
                left.update({p.document: p for p in new})
            elif kind == "remove":
                index.remove([f"d{number}" for number in what])
                left = {k: v for k, v in left.items() if k not in {f"d{number}" for number in what}}
            else:
                index.commit()
            assert sorted(index.ids()) == sorted(left)
        assert index.candidates(left.values()) == candidates(left.values())
