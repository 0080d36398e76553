"""Names in headlines, cut to those that the text below uses.

A headline that has a capital on every word hides where its names begin and end: `Norrvik Mills Offer Leaves Lund Cold`.
What the text calls somebody tells.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotation import lexicons
from onrecord.annotation.syntax import Sentence, in_title_case
from onrecord.annotation.tagging import tables

if TYPE_CHECKING:
    from onrecord.annotation.names import Name

_KNOWN = frozenset({"country", "outlet", "organisation", "place", "capital", "government", "state body", "office"})
"""Rules by which a name is one wherever it stands."""


def cut(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """The names, with those of headlines that the text does not use cut to the ones in them that it does.

    Of the others those stay that have no ordinary word in them.

    Args:
        names: what was found in a document, in order.
        sentences: the document's.
    """
    below: dict[str, Name] = {}
    for name in names:
        if sentences[name.sentence].kind not in ("title", "heading"):
            below.setdefault(name.text, name)
    if not below:
        return list(names)
    for name in list(below.values()):
        words = name.text.split()
        if len(words) > 1 and name.kind == "person":
            below.setdefault(words[-1], name)
    found: list[Name] = []
    for name in names:
        sentence = sentences[name.sentence]
        headline = sentence.kind in ("title", "heading") and in_title_case(sentence.words)
        if not headline or " " not in name.text or name.text in below or name.rule in _KNOWN:
            found.append(name)
            continue
        pieces = _pieces(name, sentence, below)
        if pieces:
            found.extend(pieces)
        elif not any(_is_ordinary(w) for w in name.text.split()):
            found.append(name)
    return found


def _pieces(name: Name, sentence: Sentence, below: dict[str, Name]) -> list[Name]:
    """The names of the text that stand within a headline's, from left to right, the longest first."""
    out: list[Name] = []
    k = name.first
    while k < name.last:
        for end in range(name.last, k, -1):
            start, stop = sentence.span(k, end)
            known = below.get(" ".join(sentence.text[start:stop].split()))
            if known is not None and not (end - k == 1 and _is_ordinary(sentence.words[k])):
                text = " ".join(sentence.text[start:stop].split())
                kind = known.kind
                out.append(
                    dataclasses.replace(
                        known, sentence=name.sentence, first=k, last=end, start=start, end=stop, text=text, kind=kind,
                        opening=k, role=None,
                    )
                )  # fmt: skip
                k = end - 1
                break
        k += 1
    return out


def _is_ordinary(word: str) -> bool:
    """Whether a word of a headline is one of the language, and no place's or person's name."""
    if word in lexicons.gazetteer() or word in lexicons.given_names():
        return False
    lower = word.lower()
    known = tables().words
    return lower in known or lower.removesuffix("s") in known
