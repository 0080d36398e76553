"""What class names, ids and roles of elements say about what stands in them, as words in many languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files


class Role:
    """What an element's names claim for it, as bits of a plain int: an enum's operators would slow the walk by half."""

    NAVIGATION = 1
    RELATED = 2
    SHARE = 4
    COMMENTS = 8
    NOTICE = 16
    AD = 32
    CAPTION = 64
    BYLINE = 128
    DATE = 256
    SUMMARY = 512
    TAGS = 1024
    EMBED = 2048
    BODY = 4096
    TITLE = 8192
    CREDITS = 16384
    HIDDEN = 32768
    ASIDE = 65536


_WORD = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")


_STATES = frozenset(("has", "no", "not", "with", "without", "show", "hide", "is", "js"))
"""First words of names that tell a state (`has-sidebar`), not what an element is."""


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in files("onrecord.reading").joinpath("data/names.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            role, words = line.split("\t")
            for word in words.split():
                table[word] = table.get(word, 0) | int(getattr(Role, role))
    return table


@lru_cache(maxsize=50_000)
def roles_of(names: str) -> int:
    """The roles that the words of a class attribute, an id and the like stand for. Pairs of words count as one too."""
    table = _table()
    roles = 0
    for name in names.split()[:40]:
        own = name[:80].rpartition(":")[2]  # `print:hidden` is a style on a condition
        words = [w.lower() for w in _WORD.findall(own)]
        if words and words[0] in _STATES:
            continue
        last = ""
        for word in words:
            roles |= table.get(word, 0)
            if last:
                roles |= table.get(last + word, 0)
            last = word
    return roles
