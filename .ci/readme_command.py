"""Print one of the README's two commands: `first` (install and run) or `second` (install and test).

They are the first two fenced `sh` blocks of README.md, so what is checked is what a newcomer copies.
"""

import re
import sys
from pathlib import Path

blocks = re.findall(r"^```sh\n(.*?)^```", Path("README.md").read_text(encoding="utf-8"), re.M | re.S)
print(blocks[{"first": 0, "second": 1}[sys.argv[1]]].strip())
