"""What class names, ids and roles of elements say about what stands in them, as words in many languages."""

from __future__ import annotations

import re
from enum import IntFlag
from functools import cache
from importlib.resources import files


class Role(IntFlag):
    """What an element's names claim for it."""

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


@cache
def _table() -> dict[str, Role]:
    table: dict[str, Role] = {}
    for line in files("onrecord.reading").joinpath("data/names.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            role, words = line.split("\t")
            for word in words.split():
                table[word] = table.get(word, Role(0)) | Role[role]
    return table


def roles_of(names: str) -> Role:
    """The roles that the words of a class attribute, an id and the like stand for. Pairs of words count as one too."""
    table = _table()
    roles = Role(0)
    for name in names.split()[:40]:
        words = [w.lower() for w in _WORD.findall(name[:80])]
        for i, word in enumerate(words):
            found = table.get(word)
            if found:
                roles |= found
            if i + 1 < len(words):
                found = table.get(word + words[i + 1])
                if found:
                    roles |= found
    return roles
