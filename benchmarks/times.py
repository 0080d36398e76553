"""Temporal expressions: speed and values beside dateparser's search and recognizers-text, in one run on one core.

    python benchmarks/times.py [--docs FILE] [--characters N] [--score FOLDER]

FILE holds JSON lines with `text` and `published` (default: the sample collection's texts). The same texts, N characters
of them, go through every tagger; the figures are kB of UTF-8 text a second of CPU time, the best of three rounds for
those that take less than ten seconds. `--score` names the folder of evaluation data that FILE is from (`gold.jsonl`);
the scorer of the same kit then gives every tagger's figures on these documents. Peers that are not installed are named
and skipped: `pip install dateparser recognizers-text-suite "emoji<2"` (recognizers-text 1.0.2a2 needs an old
emoji package).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parent.parent / "examples" / "kestrel-strait"
Tagger = Callable[[str, str | None], list[dict[str, Any]]]


def onrecord_tagger() -> Tagger:
    """This package's."""
    from onrecord import as_json
    from onrecord.times import find

    return lambda text, published: as_json(find(text, published))


def dateparser_tagger() -> Tagger:
    """dateparser.search.search_dates, told the language and the day; what it finds is located again in the text."""
    from dateparser.search import search_dates

    def tag(text: str, published: str | None) -> list[dict[str, Any]]:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if published:
            settings["RELATIVE_BASE"] = dt.datetime.fromisoformat(published[:10])
        times, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                times.append({"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()})
        return times

    return tag


def recognizers_tagger() -> Tagger:
    """recognizers-text's date-time model; of a past and a future reading the past one is taken."""
    from recognizers_date_time import recognize_datetime

    def tag(text: str, published: str | None) -> list[dict[str, Any]]:
        reference = dt.datetime.fromisoformat(published[:10]) if published else None
        times = []
        for found in recognize_datetime(text, "en-us", reference=reference):
            readings = (found.resolution or {}).get("values") or [{}]
            kind, value = _timex3(readings[0])
            times.append({"start": found.start, "end": found.end + 1, "type": kind, "value": value})
        return times

    return tag


def _timex3(reading: dict[str, Any]) -> tuple[str, str | None]:
    kind, timex = reading.get("type", ""), reading.get("timex")
    if kind == "set":
        return "SET", timex
    if kind == "duration":
        return "DURATION", timex
    value = reading.get("value")
    if kind == "date" and value:
        return "DATE", value
    if kind == "datetime" and value:
        return "TIME", value.replace(" ", "T")[:16]
    return ("TIME" if "time" in kind else "DATE"), timex


TAGGERS: dict[str, Callable[[], Tagger]] = {
    "onrecord": onrecord_tagger,
    "dateparser": dateparser_tagger,
    "recognizers-text": recognizers_tagger,
}


def documents(path: Path | None, characters: int) -> list[dict[str, Any]]:
    """Whole documents from the start of the file, as many as fit."""
    if path:
        items: Iterable[dict[str, Any]] = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    else:
        texts = sorted(SAMPLE.rglob("*.txt"))
        items = [{"id": p.name, "text": p.read_text(encoding="utf-8"), "published": "2026-03-01"} for p in texts]
    taken, size = [], 0
    for item in items:
        if size and size + len(item["text"]) > characters:
            break
        taken.append(item)
        size += len(item["text"])
    return taken


def timed(tagger: Tagger, docs: list[dict[str, Any]]) -> tuple[float, list[dict[str, Any]]]:
    """CPU seconds of the best round, and the output."""
    best, output = float("inf"), []
    for _ in range(3):
        began = time.process_time()
        output = [{"id": d["id"], "text": d["text"], "times": tagger(d["text"], d.get("published"))} for d in docs]
        best = min(best, time.process_time() - began)
        if best > 10:
            break
    return best, output


def score(output: list[dict[str, Any]], folder: Path) -> str:
    """The kit's own figures for these documents: relaxed and value F1."""
    scorer = folder.parent.parent / "evals" / "times.py"
    known = {d["id"] for d in output}
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch)
        for name in ("docs", "gold"):
            lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
            kept = "".join(line for line in lines if json.loads(line)["id"] in known)
            (data / f"{name}.jsonl").write_text(kept, encoding="utf-8")
        (data / "out").write_text("".join(json.dumps(d) + "\n" for d in output), encoding="utf-8")
        command = [sys.executable, str(scorer), str(data / "out"), "--data", scratch]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = {line.split()[0]: line.split()[-1] for line in printed.splitlines() if line.strip()}
    return f"strict F1 {figures['strict']}, relaxed F1 {figures['relaxed']}, value F1 {figures['value']}"


def main() -> None:
    """Time and score every tagger that is installed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, metavar="FILE")
    parser.add_argument("--characters", type=int, default=100_000, metavar="N")
    parser.add_argument("--score", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    docs = documents(args.docs, args.characters)
    size = sum(len(d["text"].encode()) for d in docs) / 1000
    print(f"{len(docs)} documents, {size:.0f} kB")
    for name, make in TAGGERS.items():
        try:
            tagger = make()
        except ImportError as error:
            print(f"{name:18} skipped: {error}")
            continue
        tagger(docs[0]["text"][:500], docs[0].get("published"))
        seconds, output = timed(tagger, docs)
        found = sum(len(d["times"]) for d in output)
        line = f"{name:18} {size / seconds:9.1f} kB/s   {found:5} times"
        print(line + (f"   {score(output, args.score)}" if args.score else ""))


if __name__ == "__main__":
    main()
