"""Reports and stories as documents arrive: the same as of all at once, under ids that stay."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from archive_processes import Running
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_collection import article

import onrecord.store.deriving
from onrecord.annotation.sentences import split
from onrecord.editions import find_reports
from onrecord.store import Archive
from onrecord.types import Annotated, Annotations, Block, Document, Report, Source


def text_of(id_: str, sentences: Sequence[str], **fields: str) -> Annotated:
    """A document of one paragraph for each sentence."""
    text, blocks = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        blocks.append(Block("paragraph", len(text), len(text) + len(sentence)))
        text += sentence
    document = Document(id_, text, tuple(blocks), Source(id_, "text/plain", ""), **fields)  # type: ignore[arg-type]
    return Annotated(document, Annotations(sentences=split(document)))


def sentence(random_: random.Random) -> str:
    return " ".join("".join(random_.choices("bdfgklmnprst", k=1)) + "".join(random_.choices("aeiounrlst", k=5)) for _ in range(11)).capitalize() + "."


def editions(seed: int = 7) -> list[Annotated]:
    """Five texts with copies, abridged, expanded and changed versions, a digest, and lines that stand in many."""
    random_ = random.Random(seed)
    notice, appeal = sentence(random_), sentence(random_)
    found: list[Annotated] = []
    firsts: list[str] = []
    for number in range(5):
        base = [sentence(random_) for _ in range(9)]
        firsts += base[:3]
        changed = [" ".join(["Perhaps", *s.split()[1:]]) if n % 3 == 0 else s for n, s in enumerate(base)]
        versions = {
            "copy": base, "whole": [*base, notice], "short": base[:5], "long": [*base, *(sentence(random_) for _ in range(4)), notice],
            "changed": [*changed, appeal], "lines": [notice, appeal, *(sentence(random_) for _ in range(5)), base[2]],
        }
        for kind, sentences in versions.items():
            found.append(text_of(f"{random_.randrange(10**6):06}-{number}-{kind}", sentences, published=f"2025-0{1 + number}-0{1 + len(kind)}", outlet=f"The {kind.title()} {number}"))
    found.append(text_of("000-digest", firsts))
    return found


EDITIONS = editions()


def plain(reports: Sequence[Report]) -> list[Report]:
    """Reports without their ids, which hang on the order of arrival."""
    return sorted((replace(report, id="") for report in reports), key=lambda report: report.documents)


WHOLE = plain(find_reports(EDITIONS))


def test_there_is_something_to_find() -> None:
    assert max(len(report.documents) for report in WHOLE) >= 4
    assert {edge.relation for report in WHOLE for edge in report.edges} >= {"copy", "abridged", "expanded"}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(EDITIONS))), cuts=st.sets(st.integers(1, len(EDITIONS) - 1), max_size=6))
def test_reports_are_those_of_all_documents_at_once_in_whatever_order_they_come(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: set[int]
) -> None:
    path = tmp_path_factory.mktemp("orders") / "archive.db"
    bounds = [0, *sorted(cuts), len(order)]
    with Archive(path) as archive:
        for start, end in itertools.pairwise(bounds):
            archive.add([EDITIONS[n] for n in order[start:end]])
            archive.update()
        assert plain(archive.reports()) == WHOLE
        in_stories = [d for story in archive.stories() for d in story.documents]
        assert sorted(in_stories) == sorted(a.document.id for a in EDITIONS)
        assert sorted(r for story in archive.stories() for r in story.reports) == sorted(r.id for r in archive.reports())


def test_a_document_that_is_read_anew_is_compared_anew(tmp_path: Path) -> None:
    first, second = text_of("a", ["x y z " * 4]), EDITIONS[0]
    changed = replace(second, document=replace(second.document, blocks=second.document.blocks[:1]))
    with Archive(tmp_path / "archive.db") as archive:
        for batch in ([first, *EDITIONS], [changed]):
            archive.add(batch)
            archive.update()
        expected = find_reports([first, changed, *EDITIONS[1:]])
        assert plain(archive.reports()) == plain(expected) != plain(find_reports([first, *EDITIONS]))


def test_ids_stay_when_earlier_documents_join(tmp_path: Path) -> None:
    base = article(5)
    copies = [replace(base, document=replace(base.document, id=id_, published=day)) for id_, day in (("m", "2025-05-05"), ("a", "2025-05-01"), ("z", "2025-05-09"))]
    with Archive(tmp_path / "archive.db") as archive:
        seen = set()
        for copy in copies:
            archive.add([copy])
            (report,), (story,) = archive.reports(), archive.stories()
            seen.add((report.id, story.id))
        assert len(seen) == 1
        assert story.documents == ("a", "m", "z")
        assert story.begin == "2025-05-01"


def test_stories_that_a_text_brings_together_are_one_and_the_id_that_is_gone_still_leads_there(tmp_path: Path) -> None:
    random_ = random.Random(3)
    one, other = ([sentence(random_) for _ in range(8)] for _ in range(2))
    with Archive(tmp_path / "archive.db") as archive:
        archive.add([text_of("a", one), text_of("b", other), text_of("c", [*other, sentence(random_)])])
        before = {story.documents: story.id for story in archive.stories()}
        assert set(before) == {("a",), ("b", "c")}
        archive.add([text_of("d", [*one, *other])])
        after = archive.stories()
        if len(after) == 1:
            assert after[0].id == before["b", "c"]
        assert {archive.record(id_).story.id for id_ in before.values()} <= {story.id for story in after}


def test_a_batch_costs_what_it_is_compared_with_and_not_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    load = onrecord.store.documents.load_keys
    monkeypatch.setattr(onrecord.store.documents, "load_keys", lambda sqlite, keys: read.append(len(keys)) or load(sqlite, keys))
    with Archive(tmp_path / "archive.db") as archive:
        archive.add(article(n, paragraphs=2) for n in range(120))
        archive.update()
        read.clear()
        copied = article(7, paragraphs=2)
        archive.add([article(500, paragraphs=2), replace(copied, document=replace(copied.document, id="again"))])
        archive.update()
        assert sum(read) == 3, "the two and the one that was copied"
        assert any(report.documents == ("again", "invented-0007") for report in archive.reports())


@pytest.mark.parametrize("harm", ["gone", "of another archive", "damaged", "older"])
def test_an_index_that_does_not_fit_is_made_anew(tmp_path: Path, harm: str) -> None:
    path, folder = tmp_path / "archive.db", tmp_path / "archive.db.index"
    half = len(EDITIONS) // 2
    with Archive(path) as archive:
        archive.add(EDITIONS[:3])
        archive.update()
        shutil.copytree(folder, tmp_path / "older")
        for start in range(3, half, 3):
            archive.add(EDITIONS[start : min(start + 3, half)])
            archive.update()
    if harm == "damaged":
        for file in folder.glob("*.segment"):
            file.write_bytes(file.read_bytes()[:-9])
    else:
        shutil.rmtree(folder)
    if harm == "older":
        shutil.copytree(tmp_path / "older", folder)
    if harm == "of another archive":
        with Archive(tmp_path / "other.db") as archive:
            archive.add([article(1)])
            archive.update()
        shutil.copytree(tmp_path / "other.db.index", folder)
    with Archive(path) as archive:
        archive.add(EDITIONS[half:])
        assert plain(archive.reports()) == WHOLE


def add_in_portions(path: Path) -> None:
    with Archive(path) as archive:
        for start in range(0, len(EDITIONS), 4):
            archive.add(EDITIONS[start : start + 4])
            archive.update()


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    random_ = random.Random(11)
    started = time.monotonic()
    Running(add_in_portions, tmp_path / "whole.db").result()
    duration = time.monotonic() - started
    for number in range(int(os.environ.get("ONRECORD_KILLS", "15"))):
        path = tmp_path / f"killed-{number}.db"
        running = Running(add_in_portions, path)
        time.sleep(random_.uniform(0, duration))
        os.kill(running.process.pid or 0, signal.SIGKILL)
        running.process.join()
        add_in_portions(path)
        with Archive(path, read_only=True) as archive:
            assert plain(archive.reports()) == WHOLE


def test_a_reader_who_may_not_write_sees_documents_that_no_report_holds_yet(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(EDITIONS[:9])
        archive.update()
        archive.add(EDITIONS[9:])
    with Archive(path, read_only=True) as archive:
        assert plain(archive.reports()) == WHOLE


def test_what_another_version_of_the_stages_made_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(EDITIONS)
        archive.update()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE state SET value = 'older' WHERE name = 'reports'")
        connection.execute("DELETE FROM pairs")
    connection.close()
    with Archive(path) as archive:
        archive.update()
        assert plain(archive.reports()) == WHOLE
