"""What shows a line to be a caption, a share button, a list of tags …: cue phrases and small tests for the block kinds.

The phrases (`data/block_cues.tsv`, some 4,000 in forty languages) are what publishers' pages print around an article.
A cue alone decides nothing; `text_kinds` weighs cues against shape and place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

WORD = re.compile(r"\w+")
_UNSEGMENTED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts in which words are not, or not only, divided by blanks: phrases are sought as substrings."""
_AFTER_LABEL = re.compile(r"\s*(?:[:|–—»>・：/]|-\s)\s*")
_LONGEST_PHRASE = 9
"""Words of the longest phrase in the list."""
_HEAD = 400
_TAIL = 200
"""Code points of a long block in which cues are sought: they stand at its beginning or at its end."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrase -> cues, for each place, and the phrases of unsegmented scripts apart."""

    whole: Mapping[str, frozenset[str]] = field(default_factory=dict)
    start: Mapping[str, frozenset[str]] = field(default_factory=dict)
    end: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    label: Mapping[str, frozenset[str]] = field(default_factory=dict)
    word: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inside_beginnings: frozenset[str] = frozenset()
    """How phrases that stand anywhere begin: one word, two words …, up to the whole phrase."""
    unsegmented: tuple[tuple[str, str, frozenset[str]], ...] = ()
    """(phrase, place, cues) for substring search."""


def words_of(text: str) -> list[str]:
    """The words of `text`, case folded."""
    return WORD.findall(text.casefold())


@cache
def _table() -> _Table:
    rows: dict[str, dict[str, set[str]]] = {p: {} for p in ("whole", "start", "end", "inside", "label", "word")}
    lines = files("onrecord.reading").joinpath("data/block_cues.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            cue, place, _, phrases = line.split("\t")
            for phrase in phrases.split("|"):
                rows[place].setdefault(" ".join(words_of(phrase)), set()).add(cue)
    frozen = {place: {p: frozenset(c) for p, c in table.items()} for place, table in rows.items()}
    unsegmented = tuple(
        (phrase, place, cues)
        for place in ("start", "label", "inside")
        for phrase, cues in frozen[place].items()
        if _UNSEGMENTED.search(phrase)
    )
    beginnings = (phrase.split(" ") for phrase in frozen["inside"])
    inside_beginnings = frozenset(" ".join(words[:n]) for words in beginnings for n in range(1, len(words) + 1))
    return _Table(**frozen, inside_beginnings=inside_beginnings, unsegmented=unsegmented)


def in_list(cue: str, word: str) -> bool:
    """Whether `word` is one of the words that lines of this cue are made of (`network`, `published`, `weekday`)."""
    return cue in _table().word.get(word, ())


def cues(text: str) -> frozenset[str]:
    """The cues that a block's text bears.

    A phrase that is the whole line gives `links-lead`, `tags-lead`, … (for the cues whose phrases stand before a colon)
    or the cue's name; one before a colon or bar gives `links-label`; two phrases of one cue inside a text give
    `legal twice`. Only the first 400 and the last 200 code points of a long text are searched.
    """
    table, found = _table(), set[str]()
    head = text[:_HEAD].casefold()
    spans = [(m.group(), m.end()) for m in WORD.finditer(head)]
    words = [w for w, _ in spans]
    if not words:
        return frozenset()
    short = len(text) <= _HEAD
    letters = [w for w in words if not w.isdecimal()]
    prefix = ""
    for i, (word, end) in enumerate(spans[:_LONGEST_PHRASE]):
        prefix = f"{prefix} {word}" if prefix else word
        found |= table.start.get(prefix, frozenset())
        if labelled := table.label.get(prefix):
            if short and i + 1 == len(words):
                found |= {f"{cue}-lead" for cue in labelled}
            elif _AFTER_LABEL.match(head, end):
                found |= {f"{cue}-label" for cue in labelled}
    if short and letters and len(letters) <= _LONGEST_PHRASE:
        line = " ".join(letters)
        found |= table.whole.get(line, frozenset())
        found |= {f"{cue}-lead" for cue in table.label.get(line, ())}
    if 1 < len(letters) <= 6 and short and all("section" in table.whole.get(w, ()) for w in letters):
        found.add("section")
    if short and letters and len(letters) <= 24 and all("network" in table.word.get(w, ()) for w in letters):
        found.add("networks")
    tail = words if short else [*words, "", *WORD.findall(text[max(_HEAD, len(text) - _TAIL) :].casefold())]
    hits: set[tuple[str, str]] = set()
    for i, phrase in enumerate(tail):
        following = i + 1
        while phrase in table.inside_beginnings:
            hits |= {(cue, phrase) for cue in table.inside.get(phrase, ())}
            if following == len(tail):
                break
            phrase = f"{phrase} {tail[following]}"
            following += 1
    named = [cue for cue, _ in sorted(hits)]
    found |= {*named, *(f"{cue} twice" for cue in named if named.count(cue) > 1)}
    for n in (1, 2, 3):
        found |= table.end.get(" ".join(tail[-n:]), frozenset())
    if _UNSEGMENTED.search(head):
        joined = " ".join(words)
        for phrase, place, shown in table.unsegmented:
            if place == "inside":
                found |= shown if phrase in joined else frozenset()
            elif joined.startswith(phrase) and joined != phrase:
                found |= shown if place == "start" else frozenset(f"{cue}-label" for cue in shown)
    return frozenset(found)


def named(cue: str, text: str) -> list[str]:
    """The stretches of `text` that are phrases of a cue and open with a capital: the agencies that a line names."""
    table = _table().inside
    words = [(m.start(), m.end(), m.group().casefold()) for m in WORD.finditer(text)]
    out: list[str] = []
    i = 0
    while i < len(words):
        for n in range(min(_LONGEST_PHRASE, len(words) - i), 0, -1):
            phrase = " ".join(w for _, _, w in words[i : i + n])
            if cue in table.get(phrase, ()) and not text[words[i][0]].islower():
                out.append(text[words[i][0] : words[i + n - 1][1]])
                i += n - 1
                break
        i += 1
    return out


def after_label(text: str) -> str:
    """What follows a label that ends with a colon or bar: `Tags: a, b` -> `a, b`; the text itself without one."""
    head = re.match(r"[^:：|]{1,60}[:：|]", text)
    return text[head.end() :].strip() if head else text


_TAG_SEPARATOR = re.compile(r"[,;|•·/\n、，；#]|\s[-–—]\s")


def split_tags(text: str) -> list[str]:
    """The single tags of a printed list."""
    parts = [p.strip(" \t\u00a0.") for p in _TAG_SEPARATOR.split(text)]
    return [p for p in parts if p and len(p) <= 80]
