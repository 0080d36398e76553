"""Run the scorers on the evaluation data and hold the figures against the floors.

    python evals/run.py                    every task
    python evals/run.py times statements   some of them
    python evals/run.py --pin              write what was reached into evals/floors.json

The data and the scorers lie outside the repository, in the folder that the environment variable ONRECORD_SHARED names
(default: `../shared` beside the checkout). Where it is absent, the tasks that need it are skipped with a line that says
so, and the exit code is 0. Every task runs the command line as a user would. A figure below its floor makes the exit
code 1.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FLOORS = HERE / "floors.json"
SHARED = Path(os.environ.get("ONRECORD_SHARED") or ROOT.parent / "shared")
EVALS, DATA, GOLD = SHARED / "evals", SHARED / "data", SHARED / "gold"

Figures = dict[str, float]


def onrecord(*args: str | Path, stdin: Path | None = None, out: Path | None = None) -> None:
    """Run the command line; 1 (some items were set aside) is not a failure of the run."""
    command = [sys.executable, "-m", "onrecord", *map(str, args)]
    with open(stdin or os.devnull, "rb") as source, open(out or os.devnull, "wb") as target:
        done = subprocess.run(command, stdin=source, stdout=target, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} exited {done.returncode}: {done.stderr.decode()[-2000:]}")


def scorer(name: str, *args: str | Path, out: Path | None = None) -> str:
    """Run one of the scorers, return what it printed."""
    done = subprocess.run([sys.executable, EVALS / f"{name}.py", *map(str, args)], capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}.py exited {done.returncode}: {done.stderr.decode()[-2000:]}")
    if out:
        out.write_bytes(done.stdout)
    return done.stdout.decode()


def figures_of(name: str, *args: str | Path) -> dict[str, Any]:
    """The scorer's own JSON of figures."""
    with tempfile.NamedTemporaryFile(suffix=".json") as target:
        scorer(name, *args, "--json", target.name)
        return dict(json.loads(Path(target.name).read_text(encoding="utf-8")))


def number(value: Any) -> float:
    """A figure that a scorer printed as `12.3  (of 45)`, as F1 among P and R, or as a number."""
    if isinstance(value, dict):
        value = value["F1"]
    return float(str(value).split()[0])


def pick(scored: dict[str, Any], **names: str) -> Figures:
    """Figures by our names, `main` for the scorer's main one."""
    figures = {k: number(scored["figures"][v]) for k, v in names.items()}
    return {"main": float(next(iter(scored["main"].values()))), **figures}


def annotated(name: str, work: Path, *, texts: Path | None = None, rules: bool = False) -> Path:
    """What `onrecord annotate` prints for the data of one scorer. `rules`: what is scored does not need the network."""
    out = work / f"{name}.jsonl"
    onrecord("annotate", texts or DATA / name / "docs.jsonl", *["--rules"] * rules, out=out)
    return out


def archive(name: str, work: Path, *, rules: bool = False) -> Path:
    """An archive of one data set's documents. `rules`: what is scored does not need the network."""
    db = work / f"{name}.db"
    if not db.exists():
        onrecord("add", DATA / name / "docs.jsonl", *["--rules"] * rules, "--db", db)
    return db


def reading(work: Path) -> Figures:
    """Pages."""
    inputs = work / "pages.jsonl"
    scorer("reading", "inputs", out=inputs)
    scored = figures_of("reading", annotated("reading", work, texts=inputs, rules=True))
    return pick(scored, body="body", title="title exact", authors="authors exact", date="date", headings="headings",
                summary="summary", topics="topics half")


def reading_texts(work: Path) -> Figures:
    """Plain texts."""
    inputs = work / "texts.jsonl"
    scorer("reading", "inputs", "--texts", out=inputs)
    scored = figures_of("reading", annotated("reading_texts", work, texts=inputs, rules=True), "--texts")
    return pick(scored, body="body", lines="lines")


def seed_blocks(work: Path) -> Figures:
    """The founding documents' blocks: share that has the gold's kind, start and end."""
    out = work / "seeds.jsonl"
    onrecord("annotate", *sorted((SHARED / "seeds").glob("*.txt")), out=out)
    gold = json.loads((GOLD / "seeds.blocks.json").read_text(encoding="utf-8"))
    right = total = 0
    for line, want in zip(out.read_text(encoding="utf-8").splitlines(), gold, strict=True):
        found = {(b["kind"], b["start"], b["end"]) for b in json.loads(line)["blocks"]}
        for block in want["blocks"]:
            kinds = {block["kind"], *want.get("alternatives", {}).get(block["kind"], [])}
            right += any((k, block["start"], block["end"]) in found for k in kinds)
            total += 1
        total += max(0, len(found) - len(want["blocks"]))
    return {"main": round(100 * right / total, 1)}


def times(work: Path) -> Figures:
    """Temporal expressions."""
    scored = figures_of("times", annotated("times", work, rules=True))
    return pick(scored, strict="strict", relaxed="relaxed", gum="gum value recall")


def statements(work: Path) -> Figures:
    """Attribution."""
    return pick(figures_of("statements", annotated("statements", work)))


def event_types(work: Path) -> Figures:
    """PLOVER types, each fifth of the sentences by weights fitted to the others: the shipped ones have seen all."""
    folds = work / "event_types.jsonl"
    fitting = ("-m", "training.event_types", "--data", DATA, "--out", work / "weights.tsv", "--folds", folds)
    subprocess.run([sys.executable, *map(str, fitting)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return pick(figures_of("event_types", folds), pair="pair found")


def reports(work: Path) -> Figures:
    """Near-copy families."""
    out = work / "reports.jsonl"
    onrecord("reports", "--db", archive("reports", work, rules=True), "--json", out=out)
    return pick(figures_of("reports", out), s3core="s3core")


def collection(work: Path) -> Figures:
    """A multi-outlet collection: stories, families, credits, origins."""
    db = archive("collection", work)
    for command in ("stories", "reports"):
        onrecord(command, "--db", db, "--json", out=work / f"collection.{command}.jsonl")
    scored = figures_of("collection", work / "collection.stories.jsonl", "--reports", work / "collection.reports.jsonl")
    return pick(scored, families="report pairs", credits="credits", origins="origins within range")


def stories(work: Path) -> Figures:
    """Stories."""
    out = work / "stories.jsonl"
    onrecord("stories", "--db", archive("stories", work, rules=True), "--json", out=out)
    return pick(figures_of("stories", out))


def event_links(work: Path) -> Figures:
    """Which mentions are one event, in the records of all stories."""
    db, found, out = archive("event_links", work), work / "event_links.stories.jsonl", work / "event_links.json"
    onrecord("stories", "--db", db, "--json", out=found)
    with open(out, "wb") as target:
        for line in found.read_text(encoding="utf-8").splitlines():
            one = work / "event_links.record.json"
            onrecord("show", json.loads(line)["story"], "--db", db, "--json", out=one)
            target.write(one.read_bytes())
    return pick(figures_of("event_links", out), mentions="mentions", muc="MUC", b_cubed="B-cubed", ceaf_e="CEAF-e")


def timelines(work: Path) -> Figures:
    """Timelines of a party."""
    db, out = archive("timelines", work), work / "timelines"
    out.mkdir(exist_ok=True)
    for line in (DATA / "timelines" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        target = json.loads(line)
        onrecord("timeline", "--db", db, "--party", target["party"], "--json", out=out / f"{target['target']}.jsonl")
    return pick(figures_of("timelines", out))


def record_of(documents: list[Path], out: Path) -> None:
    """The record of some inputs, as JSON."""
    onrecord("record", *documents, "--json", out=out)


def record_figures(gold: Path, predicted: Path) -> dict[str, Any]:
    """Pooled figures of the record scorer."""
    return dict(json.loads(scorer("record", gold, predicted, "--json"))["pooled"])


def record_summary(scored: dict[str, Any]) -> Figures:
    """Record F1, and how many must-nots were kept (as minus violations, so that lower is worse)."""
    return {"main": scored["record F1"], "soft": scored["soft"], "minus violations": 0.0 - scored["violations"]}


def record_seeds(work: Path) -> Figures:
    """The founding documents' record."""
    out = work / "record_seeds.json"
    record_of(sorted((SHARED / "seeds").glob("*.txt")), out)
    scored = record_figures(GOLD / "records" / "seeds.json", out)
    return record_summary(scored) | {"drift": scored["drift"]["r"]}


def records(work: Path) -> Figures:
    """All six gold records, pooled."""
    out = work / "records"
    out.mkdir(exist_ok=True)
    for documents in sorted((GOLD / "records").glob("*.docs.jsonl")):
        record_of([documents], out / documents.name.replace(".docs.jsonl", ".json"))
    return record_summary(record_figures(GOLD / "records", out))


def own_records(pattern: str) -> Callable[[Path], Figures]:
    """Gold records of our own, pooled: those whose path matches `pattern`."""

    def run(work: Path) -> Figures:
        gold, out = (work / f"own.{kind}.{pattern.replace('/', '.').replace('*', '_')}" for kind in ("gold", "record"))
        gold.mkdir(exist_ok=True)
        out.mkdir(exist_ok=True)
        for path in sorted(ROOT.glob(pattern)):
            folder = path.with_name(path.name.removesuffix(".gold.json"))
            with open(gold / f"{folder.name}.json", "wb") as target:
                subprocess.run([sys.executable, HERE / "sample.py", path], stdout=target, check=True)
            record_of([folder], out / f"{folder.name}.json")
        return record_summary(record_figures(gold, out))

    return run


@dataclass(frozen=True)
class Task:
    """One evaluation: what to run, and the files that it needs."""

    run: Callable[[Path], Figures]
    needs: tuple[Path, ...]
    slack: float = 0.0
    """How far below its floor a figure may fall: processors round the network's sums differently."""


NETWORK = 0.3
"""The slack of what rests on the network, in points; nothing else may differ between machines."""
FEW = 1.0
"""The same for a few stories, where a single line is worth up to half a point: one version gave 61.4 for `cold3-*` on a
processor without instructions for sums of int8 products, and 61.0, with a must-not less elsewhere, on one with them."""


TASKS = {
    "seed_blocks": Task(seed_blocks, (GOLD, SHARED / "seeds")),
    "reading": Task(reading, (DATA / "reading",)),
    "reading_texts": Task(reading_texts, (DATA / "reading",)),
    "times": Task(times, (DATA / "times",)),
    "statements": Task(statements, (DATA / "statements",), NETWORK),
    "event_types": Task(event_types, (DATA / "event_types",)),
    "reports": Task(reports, (DATA / "reports",)),
    "collection": Task(collection, (DATA / "collection",)),
    "stories": Task(stories, (DATA / "stories",)),
    "event_links": Task(event_links, (DATA / "event_links",), NETWORK),
    "timelines": Task(timelines, (DATA / "timelines",), NETWORK),
    "record_seeds": Task(record_seeds, (GOLD, SHARED / "seeds"), NETWORK),
    "records": Task(records, (GOLD,), NETWORK),
    "record_sample": Task(own_records("examples/*.gold.json"), (EVALS,), NETWORK),
    "stories_dev": Task(own_records("evals/stories/dev-*.gold.json"), (EVALS,), FEW),
    "stories_new": Task(own_records("evals/stories/new-*.gold.json"), (EVALS,), FEW),
    "stories_fresh": Task(own_records("evals/stories/fresh-*.gold.json"), (EVALS,), FEW),
    "stories_cold": Task(own_records("evals/stories/cold-*.gold.json"), (EVALS,), FEW),
    "stories_cold2": Task(own_records("evals/stories/cold2-*.gold.json"), (EVALS,), FEW),
    "stories_cold3": Task(own_records("evals/stories/cold3-*.gold.json"), (EVALS,), FEW),
    "stories_cold4": Task(own_records("evals/stories/cold4-*.gold.json"), (EVALS,), FEW),
    "stories_cold5": Task(own_records("evals/stories/cold5-*.gold.json"), (EVALS,), FEW),
    "stories_cold6": Task(own_records("evals/stories/cold6-*.gold.json"), (EVALS,), FEW),
    "stories_held": Task(own_records("evals/stories/held-*.gold.json"), (EVALS,), FEW),
}


def main() -> int:
    """Run the tasks, print a table, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {', '.join(TASKS)} (default: all)")
    parser.add_argument("--pin", action="store_true", help="write the figures reached as the new floors")
    parser.add_argument("--keep", metavar="DIR", type=Path, help="keep the predictions there")
    args = parser.parse_args()
    unknown = [t for t in args.tasks if t not in TASKS]
    if unknown:
        parser.error(f"no such task: {', '.join(unknown)} (there are: {', '.join(TASKS)})")
    floors: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    below = 0
    with tempfile.TemporaryDirectory() as scratch:
        work = args.keep or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        print(f"{'task':15} {'figure':17} {'reached':>8} {'floor':>8}")
        for name in args.tasks or TASKS:
            task = TASKS[name]
            missing = [p for p in task.needs if not p.exists()]
            if missing:
                print(f"{name:15} skipped: no evaluation data at {missing[0].name} (set ONRECORD_SHARED to its folder)")
                continue
            began = time.perf_counter()
            reached = task.run(work)
            pinned = floors.get(name, {})
            for figure, value in reached.items():
                floor = pinned.get(figure)
                low = floor is not None and value < floor - task.slack
                below += low
                shown = "" if floor is None else f"{floor:.1f}"
                print(f"{name:15} {figure:17} {value:8.1f} {shown:>8}{'  BELOW' if low else ''}")
            print(f"{name:15} {'seconds':17} {time.perf_counter() - began:8.1f}", flush=True)
            floors[name] = reached if args.pin else pinned
    if args.pin:
        FLOORS.write_text(json.dumps({k: floors[k] for k in TASKS if k in floors}, indent=1) + "\n", encoding="utf-8")
    if below and not args.pin:
        print(f"{below} figures are below their floors (evals/floors.json)")
    return int(bool(below) and not args.pin)


if __name__ == "__main__":
    sys.exit(main())
