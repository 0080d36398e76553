"""The benchmark of known ancestry runs, and versions of the sample texts are judged right."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent.parent.parent / "benchmarks" / "derivation" / "run.py"


def test_known_ancestry_is_found():
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=True)
    shares = {name.strip(): float(share) for name, share in re.findall(r"^(.+?) +([\d.]+)%$", done.stdout, re.MULTILINE)}
    assert len(shares) == 14
    assert min(shares.values()) >= 95
    assert re.search(r"different stories joined 0 of \d\d", done.stdout)
