"""The documents that these tests share with those of the rules are made one folder up."""

import sys
from pathlib import Path

ABOVE = str(Path(__file__).resolve().parents[1])
if ABOVE not in sys.path:
    sys.path.insert(0, ABOVE)
