"""Pages a second on one core: typed blocks and metadata, beside trafilatura with metadata and bare parsing.

    python benchmarks/reading.py FOLDER [--rounds 3]

FOLDER holds saved pages (`.html`, `.html.gz`). Every page is in memory before the clock starts; the readers take turns
within each round, and the figure is the median of the rounds' CPU time. trafilatura is left out, with a line that says
so, where it is not installed (`pip install onrecord[benchmarks]`).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from lxml import html as lxml_html

from onrecord.reading.given import Given
from onrecord.reading.html import read_html
from onrecord.types import Source


def pages(folder: Path) -> list[bytes]:
    """The bytes of every page, by name."""
    found = sorted(p for p in folder.rglob("*") if p.name.endswith((".html", ".htm", ".html.gz")))
    return [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in found]


def ours(page: bytes) -> object:
    """Our reader."""
    return read_html(page, Given("x", Source("x", "text/html", hashlib.sha256(page).hexdigest())))


def parse(page: bytes) -> object:
    """lxml's tree, nothing more."""
    return lxml_html.document_fromstring(page)


def readers() -> dict[str, Callable[[bytes], object]]:
    """What to time, by name."""
    out: dict[str, Callable[[bytes], object]] = {"onrecord": ours}
    try:
        from trafilatura import bare_extraction
    except ImportError:
        print("trafilatura is not installed: left out (pip install 'onrecord[benchmarks]')")
    else:
        out["trafilatura"] = lambda page: bare_extraction(page, with_metadata=True)
    return out | {"lxml, parsing only": parse}


def main() -> None:
    """Time the readers and print pages a second and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    batch, timed = pages(args.folder), readers()
    if not batch:
        parser.error(f"no pages in {args.folder}")
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for read in timed.values():
        for page in batch[:5]:
            read(page)
    for _ in range(args.rounds):
        for name, read in timed.items():
            began = time.process_time()
            for page in batch:
                try:
                    read(page)
                except Exception as error:  # noqa: BLE001 - a peer that fails on a page still takes its time
                    print(f"{name}: {type(error).__name__} on a page")
            seconds[name].append(time.process_time() - began)
    print(f"{len(batch)} pages, {sum(map(len, batch)) / 1e6:.0f} MB, median of {args.rounds} rounds of CPU time")
    base = statistics.median(seconds["onrecord"])
    for name, rounds in seconds.items():
        middle = statistics.median(rounds)
        print(f"{name:22} {len(batch) / middle:8.1f} pages/s   onrecord is {middle / base:5.2f} x as fast")


if __name__ == "__main__":
    main()
