"""Words and marks, with their offsets: the unit of all rules of this package.

Clitics are words of their own (`Maria` `’s`, `did` `n’t`); an abbreviation keeps its full stop (`Gov.`, `U.S.`); a
hyphenated word is one word.
"""

from __future__ import annotations

import re

from onrecord.annotation.sentences import MONTHS, TITLES

_DOTTED = "|".join(
    sorted({*TITLES, *MONTHS, "Inc", "Corp", "Ltd", "Co", "Bros", "Jr", "vs", "No"}, key=lambda w: (-len(w), w))
)
_CREDITED = "Daily|Times|Herald|Tribune|Gazette|Independent|Journal|Courier|Reuters|Getty|Images|AFP"
"""How outlets’ names end that pages set as a credit in front of a paragraph."""

TOKEN = re.compile(
    rf"""\b(?:{_CREDITED})(?!Mail|Star|Beast)(?=[A-Z][a-z]+\ [A-Z][a-z])  # an outlet, glued to a name
    | [A-Za-z]++(?=[\s,])                        # a plain word, which most are
    | (?:[A-Za-z]\.){{2,}}(?:-[A-Za-z]+)*       # U.S., a.m., U.N.-led
    | \b(?:{_DOTTED})\.                            # Gov., Nov., Inc.
    | \b[A-Z]\.(?=[ ]?[A-Z])                       # an initial
    | (?<=\w)n['’]t\b | \w+(?=n['’]t\b)            # did n’t
    | (?<=\w)['’‘](?:s|S|re|ve|ll|d|m)\b           # Maria ’s
    | (?<=[A-Za-z]\.)['’‘]s\b                     # U.N. ’s, Inc. ’s
    | \$?\d+(?:[.,]\d+)*(?:-[A-Za-z]+)+           # 50-minute, $1-billion
    | \$?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|k|bn|am|pm)?\b%?
    | \w+(?:(?:[-&.‑]|['’](?!(?:s|S|re|ve|ll|d|m|t)\b))\w+)*
    | ``|''|\.\.\.|--+
    | [^\w\s]""",
    re.X,
)
"""Every alternative either takes all it has looked at or fails after one look: linear in the text."""
