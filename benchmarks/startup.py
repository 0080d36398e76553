"""How long the command line takes to start and to make a record, as whole processes, and how much memory it needs.

    python benchmarks/startup.py [INPUT...]     default: the sample collection

Each command runs once to warm the file cache and then five times; the figures are medians. The memory is the peak
resident set of the process, as the operating system accounts it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5


def run(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak memory in MB of one run."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def main() -> None:
    """Time the commands."""
    inputs = sys.argv[1:] or [str(Path(__file__).resolve().parent.parent / "examples" / "kestrel-strait")]
    base = [sys.executable, "-m", "onrecord"]
    for name, command in {
        "onrecord --help": [*base, "--help"],
        f"onrecord record {len(inputs)} input(s)": [*base, "record", *inputs, "--json"],
    }.items():
        run(command)
        seconds, memory = zip(*(run(command) for _ in range(RUNS)), strict=True)
        print(f"{name:32} {statistics.median(seconds):6.2f} s wall   {max(memory):6.0f} MB peak   (median of {RUNS})")


if __name__ == "__main__":
    main()
