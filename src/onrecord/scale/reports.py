"""Documents in tables to reports in tables, part by part: in a process pool, or on Daft.

    documents  -> descriptions   each part on its own
    descriptions -> pairs, boilerplate, of all parts
    pairs, documents -> edges    the documents of some pairs go where these pairs are judged
    edges -> components, of all parts
    components, edges, documents -> reports   the documents of some components go where these are made reports

Only ids, hashes and edges are in one place at once; texts never are.
"""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal

from onrecord.errors import UsageError
from onrecord.scale import stages, tables
from onrecord.scale.tables import Row
from onrecord.types import Annotated, Report
from onrecord.version import __version__

Engine = Literal["pool", "daft"]
Task = tuple[Callable[..., None], tuple[object, ...]]
Run = Callable[[Sequence[Task]], None]

_PLAN = "plan.json"
LINKED = 500_000
"""Documents of which the hashes are in memory at once, in stages that look at all; some 1 GB."""
PART = 2000
"""Documents in one table of `write_documents`, pairs and documents in the parts of later stages."""


def write_documents(documents: Iterable[Annotated], folder: Path) -> None:
    """Documents to tables in this folder, `PART` in each."""
    part: list[Row] = []
    count = 0
    for document in documents:
        part.append(tables.from_document(document))
        if len(part) == PART:
            tables.write(folder / f"part-{count:06d}", part)
            part, count = [], count + 1
    if part:
        tables.write(folder / f"part-{count:06d}", part)


def read_reports(folder: Path) -> tuple[Report, ...]:
    """The reports that `make_reports` wrote, sorted by their first document's id."""
    rows = (row for path in tables.files(folder / "reports") for row in tables.read(path))
    return tuple(sorted(map(stages.to_report, rows), key=lambda report: report.documents[0]))


def make_reports(
    documents: Path,
    folder: Path,
    *,
    engine: Engine = "pool",
    workers: int = 1,
    part: int = PART,
    resume: bool = False,
    hash_parts: int | None = None,
) -> None:
    """Group the documents of all tables in a folder into reports; the same ones as `find_reports` makes of them.

    Args:
        documents: where `write_documents` put them; each id once.
        folder: where the tables of all stages are made; what an earlier run left there is replaced,
        resume: unless this is true and that run had the same documents and parts: then what it finished is kept. A
            run may be killed at any moment.
        hash_parts: in how many parts the hashes of all documents are gone through; by their number if None.
        engine: a pool of processes on this machine, or Daft (its local runner, unless another one is set up).
        workers: processes of the pool; with 0 everything runs in this one.
        part: pairs, and documents, of one part.

    Raises:
        UsageError: Daft is asked for and not installed.
        ReadingError: a table cannot be read.
    """
    plan = _plan(documents, part)
    if not (resume and _planned(folder) == plan):
        for name in ("descriptions", "links", "edges", "reports"):
            shutil.rmtree(folder / name, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _PLAN).write_text(json.dumps(plan), encoding="utf-8")
    shutil.rmtree(folder / "spread", ignore_errors=True)
    with _engine(engine, workers) as run:
        _make(documents, folder, run, part, hash_parts)
    shutil.rmtree(folder / "spread", ignore_errors=True)


def _make(documents: Path, folder: Path, run: Run, part: int, hash_parts: int | None) -> None:
    sources = tables.files(documents)
    wanted = [(source, folder / "descriptions" / source.stem) for source in sources]
    run([(_describe, (source, target)) for source, target in wanted if not tables.exists(target)])
    descriptions = partial(_rows, folder / "descriptions")
    parts = hash_parts or -(-sum(1 for _ in descriptions()) // LINKED) or 1
    pairs = list(_once(folder / "links" / "pairs", lambda: stages.link(descriptions, parts)))
    boilerplate = _once(folder / "links" / "boilerplate", lambda: stages.common(descriptions, parts))
    boiler = {row["id"]: row for row in boilerplate}
    chunks = [pairs[start : start + part] for start in range(0, len(pairs), part)]
    judged = [tables.exists(_edges(folder, number)) for number in range(len(chunks))]
    needed: dict[str, set[int]] = {}
    for number, chunk in enumerate(chunks):
        for pair in () if judged[number] else chunk:
            needed.setdefault(pair["a"], set()).add(number)
            needed.setdefault(pair["b"], set()).add(number)
    _spread(run, sources, needed, folder / "spread" / "pairs")
    tasks: list[Task] = []
    for number, chunk in enumerate(chunks):
        known = [boiler[d] for d in sorted({pair[side] for pair in chunk for side in "ab"}) if d in boiler]
        spread = folder / "spread" / "pairs" / f"{number:06d}"
        if not judged[number]:
            tasks.append((_judge, (spread, chunk, known, _edges(folder, number))))
    run(tasks)
    edges = list(_rows(folder / "edges"))
    members = stages.components((row["id"] for row in _rows(folder / "descriptions")), edges)
    count = max(1, len(members) // part)
    bucket = {document: zlib.crc32(first.encode()) % count for document, first in members.items()}
    grouped = {number for number in range(count) if tables.exists(_reports(folder, number))}
    where = {document: {number} - grouped for document, number in bucket.items()}
    touching: dict[int, list[Row]] = {}
    for edge in edges:
        ends = {bucket[edge["from"]], bucket[edge["to"]]}
        for number in ends - grouped:
            touching.setdefault(number, []).append(edge)
            where[edge["from"]].add(number)
            where[edge["to"]].add(number)
    _spread(run, sources, where, folder / "spread" / "components")
    inside: dict[int, dict[str, str]] = {}
    for document, number in bucket.items():
        inside.setdefault(number, {})[document] = members[document]
    tasks = []
    for number in sorted(inside):
        if number not in grouped:
            spread = folder / "spread" / "components" / f"{number:06d}"
            tasks.append((_group, (spread, touching.get(number, []), inside[number], _reports(folder, number))))
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    run(tasks)


def _plan(documents: Path, part: int) -> list[object]:
    """What a run hangs on: the tables of documents, their sizes and times, the parts and the version."""
    files = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in tables.files(documents)]
    return [__version__, part, [list(file) for file in files]]


def _planned(folder: Path) -> object:
    try:
        return json.loads((folder / _PLAN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _once(target: Path, rows: Callable[[], list[Row]]) -> Iterator[Row]:
    """The rows of a table, which is made if it is not there."""
    if not tables.exists(target):
        tables.write(target, rows())
    return tables.read(target.with_name(target.name + tables.suffix()))


def _edges(folder: Path, number: int) -> Path:
    return folder / "edges" / f"part-{number:06d}"


def _reports(folder: Path, number: int) -> Path:
    return folder / "reports" / f"part-{number:06d}"


def _rows(folder: Path) -> Iterator[Row]:
    if folder.is_dir():
        for path in tables.files(folder):
            yield from tables.read(path)


def _spread(run: Run, sources: Sequence[Path], where: dict[str, set[int]], folder: Path) -> None:
    """Copy each document to the folders of all the parts that need it."""
    run([(_copy, (source, where, folder)) for source in sources])


def _copy(source: Path, where: dict[str, set[int]], folder: Path) -> None:
    parts: dict[int, list[Row]] = {}
    for row in tables.read(source):
        for number in where.get(row["id"], ()):
            parts.setdefault(number, []).append(row)
    for number, rows in parts.items():
        tables.write(folder / f"{number:06d}" / source.stem, rows)


def _describe(source: Path, target: Path) -> None:
    tables.write(target, stages.describe(tables.read(source)))


def _judge(spread: Path, pairs: list[Row], boiler: list[Row], target: Path) -> None:
    tables.write(target, stages.judge_pairs(_rows(spread), pairs, boiler))


def _group(spread: Path, edges: list[Row], members: dict[str, str], target: Path) -> None:
    tables.write(target, stages.group(_rows(spread), edges, members))


@contextmanager
def _engine(engine: Engine, workers: int) -> Iterator[Run]:
    if engine == "daft":
        if importlib.util.find_spec("daft") is None:
            raise UsageError("Daft is not installed", "engine", "Install the extra `scale`, or use the pool.")
        from onrecord.scale.daft import run

        yield run
    elif workers == 0:
        yield _here
    else:
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:

            def in_pool(tasks: Sequence[Task]) -> None:
                for done in [pool.submit(function, *arguments) for function, arguments in tasks]:
                    done.result()

            yield in_pool


def _here(tasks: Sequence[Task]) -> None:
    for function, arguments in tasks:
        function(*arguments)
